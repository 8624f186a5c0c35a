// SPDX-License-Identifier: GPL-2.0-only
/*
 * What is shown of an enlightened VMCS and of a VP assist page.
 */
#include <kunit/test.h>
#include "core/caps/assistrows.h"
#include "core/caps/evmcs.h"
#include "core/exits/exits.h"
#include "core/facts/assist.h"
#include "core/facts/facts.h"
#include "core/facts/regs.h"

static void evmcs_test_fields_shown(struct kunit *test)
{
	struct nd_cpu *cpu = evmcs_test_live();

	evmcs_test_put(cpu, 0x2b4, 30, 4);
	evmcs_test_find(7, "vm_exit_reason");
	KUNIT_EXPECT_EQ(test, evmcs_test_seen.nr_found, 1U);
	KUNIT_EXPECT_EQ(test, evmcs_test_seen.nr_fields, nd_nr_evmcs_fields);
	KUNIT_EXPECT_STREQ(test, evmcs_test_seen.words, "0x0000001e IO_INSTRUCTION");
	KUNIT_EXPECT_EQ(test, evmcs_test_seen.encoding, 0x4402ULL);
	KUNIT_EXPECT_EQ(test, evmcs_test_seen.offset, 0x2b4ULL);
	KUNIT_EXPECT_EQ(test, evmcs_test_seen.size, 4ULL);
	KUNIT_EXPECT_STREQ(test, evmcs_test_seen.clean, "");

	/* 0 is an encoding; a field of Hyper-V's own has none. */
	evmcs_test_find(7, "virtual_processor_id");
	KUNIT_EXPECT_STREQ(test, evmcs_test_seen.words, "0x0000");
	KUNIT_EXPECT_EQ(test, evmcs_test_seen.encoding, 0ULL);
	KUNIT_EXPECT_STREQ(test, evmcs_test_seen.clean, "CONTROL_XLAT");
	evmcs_test_find(7, "hv_vp_id");
	KUNIT_EXPECT_EQ(test, evmcs_test_seen.encoding, ~0ULL);
	evmcs_test_find(7, "cr3_target_count");
	KUNIT_EXPECT_STREQ(test, evmcs_test_seen.clean, "ALL");
}

static void evmcs_test_describe(struct kunit *test)
{
	static const struct {
		const char *id;
		u32 offset;
		u32 value;
		const char *want;
	} cases[] = {
		{ "vm_exit_reason", 0x2b4, 0x80000021,
		  "0x80000021 INVALID_STATE, VM entry failed" },
		{ "vm_exit_reason", 0x2b4, 0x10000031,
		  "0x10000031 TRAP_AFTER_FLUSH (synthetic)" },
		{ "vm_exit_reason", 0x2b4, 0x31, "0x00000031 EPT_MISCONFIG" },
		{ "vm_exit_reason", 0x2b4, 0x5, "0x00000005 (unknown)" },
		{ "vm_exit_reason", 0x2b4, 0xffff, "0x0000ffff (unknown)" },
		{ "vm_exit_reason", 0x2b4, 0x08000030,
		  "0x08000030 EPT_VIOLATION, in an SGX enclave" },
		{ "hv_clean_fields", 0x338, 0, "0x00000000 no group clean" },
		{ "hv_clean_fields", 0x338, 0xffff, "0x0000ffff all groups clean" },
		{ "hv_clean_fields", 0x338, 0x8101,
		  "0x00008101 IO_BITMAP CRDR ENLIGHTENMENTSCONTROL" },
		{ "hv_clean_fields", 0x338, 0x80010000,
		  "0x80010000 bit-16-(unknown) bit-31-(unknown)" },
		{ "hv_enlightenments_control", 0x344, 0, "0x00000000" },
		{ "hv_enlightenments_control", 0x344, 7,
		  "0x00000007 nested-flush-hypercall msr-bitmap bit-2-(unknown)" },
	};
	struct nd_cpu *cpu = evmcs_test_live();
	u32 i;

	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		evmcs_test_put(cpu, cases[i].offset, cases[i].value, 4);
		evmcs_test_find(7, cases[i].id);
		KUNIT_EXPECT_STREQ(test, evmcs_test_seen.words, cases[i].want);
	}
}

static void evmcs_test_controls(struct kunit *test)
{
	struct nd_cpu *cpu = evmcs_test_live();

	/* External interrupts, NMIs, the three bits that default to 1, and a bit nobody knows. */
	evmcs_test_put(cpu, 0x05c, 0x8000001f, 4);
	evmcs_test_find(7, "vmx-intr-exit");
	KUNIT_EXPECT_EQ(test, evmcs_test_seen.nr_found, 1U);
	KUNIT_EXPECT_STREQ(test, evmcs_test_seen.state, "set");
	KUNIT_EXPECT_EQ(test, evmcs_test_seen.nr_set, 3U);
	evmcs_test_find(7, "vmx-vnmi");
	KUNIT_EXPECT_EQ(test, evmcs_test_seen.nr_found, 0U);
	evmcs_test_find_label(7, "bit 31 (unknown)");
	KUNIT_EXPECT_EQ(test, evmcs_test_seen.nr_found, 1U);

	evmcs_test_put(cpu, 0x05c, 0, 4);
	evmcs_test_put(cpu, 0x314, 0x80, 4);
	evmcs_test_find(7, "vmx-hlt-exit");
	KUNIT_EXPECT_EQ(test, evmcs_test_seen.nr_found, 1U);
	KUNIT_EXPECT_EQ(test, evmcs_test_seen.nr_set, 1U);
}

/* The bytes of whatever is there are never passed off as a VMCS. */
static void evmcs_test_only_live_is_shown(struct kunit *test)
{
	struct nd_cpu *cpu = evmcs_test_live();
	u32 state;

	evmcs_test_put(cpu, 0x314, ~0ULL, 4);
	for (state = 0; state <= ND_NR_EVMCS_STATES; state++) {
		if (state == ND_EVMCS_CURRENT)
			continue;
		cpu->evmcs.state = state;
		evmcs_test_find(7, "state");
		KUNIT_EXPECT_EQ(test, evmcs_test_seen.nr_found, 1U);
		KUNIT_EXPECT_STREQ(test, evmcs_test_seen.state, nd_evmcs_state_word(state));
		KUNIT_EXPECT_EQ(test, evmcs_test_seen.nr_fields, 0U);
		KUNIT_EXPECT_EQ(test, evmcs_test_seen.nr_set, 0U);
	}
}

static void evmcs_test_current_of_other_revision(struct kunit *test)
{
	struct nd_cpu *cpu = evmcs_test_live();

	evmcs_test_put(cpu, 0x000, 2, 4);
	evmcs_test_find(7, "state");
	KUNIT_EXPECT_STREQ(test, evmcs_test_seen.state, "stale");
	KUNIT_EXPECT_STREQ(test, evmcs_test_seen.words,
			   "recorded as live, but the recorded data is not an enlightened VMCS, at 0x5000");
	KUNIT_EXPECT_EQ(test, evmcs_test_seen.nr_fields, 0U);
}

/* A snapshot that lost lines: what is missing is unknown, not 0. */
static void evmcs_test_parts_missing(struct kunit *test)
{
	struct nd_cpu *cpu = evmcs_test_live();

	evmcs_test_put(cpu, 0x05c, 0x3f, 4);
	cpu->evmcs.parts = ND_EVMCS_ALL & ~(BIT(0x2b4 / 32) | BIT(0x05c / 32));
	evmcs_test_find(7, "vm_exit_reason");
	KUNIT_EXPECT_STREQ(test, evmcs_test_seen.state, "unknown");
	KUNIT_EXPECT_STREQ(test, evmcs_test_seen.words, "");
	evmcs_test_find(7, "guest_rip");
	KUNIT_EXPECT_STREQ(test, evmcs_test_seen.words, "0x0000000000000000");
	evmcs_test_find(7, "vmx-intr-exit");
	KUNIT_EXPECT_EQ(test, evmcs_test_seen.nr_found, 0U);
	/* Without the revision nothing speaks against the record's own word. */
	cpu->evmcs.parts = ND_EVMCS_ALL & ~1U;
	evmcs_test_find(7, "state");
	KUNIT_EXPECT_STREQ(test, evmcs_test_seen.state, "current");
}

static void evmcs_test_state_rows(struct kunit *test)
{
	evmcs_test_live();
	evmcs_test_find(0, "state");
	KUNIT_EXPECT_EQ(test, evmcs_test_seen.nr_found, 1U);
	KUNIT_EXPECT_STREQ(test, evmcs_test_seen.state, "idle");
	evmcs_test_find(7, "state");
	KUNIT_EXPECT_STREQ(test, evmcs_test_seen.state, "current");
	KUNIT_EXPECT_STREQ(test, evmcs_test_seen.words, "live, at 0x5000");
	KUNIT_EXPECT_STREQ(test, nd_evmcs_state_word(ND_EVMCS_NOT_RAM), "not-ram");
	KUNIT_EXPECT_STREQ(test, nd_evmcs_state_word(ND_EVMCS_MOVING), "moving");
}

/* A locked-down kernel shows that there is one, and none of its fields. */
static void evmcs_test_lockdown(struct kunit *test)
{
	static const u8 nothing[ND_EVMCS_BYTES];
	struct nd_cpu *cpu = &evmcs_test_cpus[1];

	evmcs_test_live();
	nd_evmcs_withhold(&cpu->evmcs);
	KUNIT_EXPECT_EQ(test, memcmp(cpu->evmcs.bytes, nothing, sizeof(nothing)), 0);
	evmcs_test_find(7, "state");
	KUNIT_EXPECT_STREQ(test, evmcs_test_seen.state, "lockdown");
	KUNIT_EXPECT_NOT_NULL(test, strstr(evmcs_test_seen.words, "lockdown"));
	evmcs_test_find(7, "guest_rip");
	KUNIT_EXPECT_EQ(test, evmcs_test_seen.nr_found, 0U);
	/* What is no VMCS stays what it is. */
	nd_evmcs_withhold(&evmcs_test_cpus[0].evmcs);
	evmcs_test_find(0, "state");
	KUNIT_EXPECT_STREQ(test, evmcs_test_seen.state, "idle");
}

static void evmcs_test_assist_find(u32 cpu, const char *id)
{
	memset(&evmcs_test_seen, 0, sizeof(evmcs_test_seen));
	evmcs_test_seen.id = id;
	evmcs_test_seen.cpu = cpu;
	nd_assist_rows(&evmcs_test_facts, &evmcs_test_emit);
}

static void evmcs_test_assist(struct kunit *test)
{
	evmcs_test_assist_find(0, "assist_pages");
	KUNIT_EXPECT_STREQ(test, evmcs_test_seen.state, "unknown");
	evmcs_test_cpus[0].assist.state = ND_ABSENT;
	evmcs_test_assist_find(0, "assist_pages");
	KUNIT_EXPECT_STREQ(test, evmcs_test_seen.state, "no");

	evmcs_test_live();
	evmcs_test_cpus[1].assist.bytes[0x20] = 0x05;
	evmcs_test_assist_find(7, "current_nested_vmcs");
	KUNIT_EXPECT_STREQ(test, evmcs_test_seen.words, "0x0000000000005000");
	evmcs_test_assist_find(7, "enlighten_vmentry");
	KUNIT_EXPECT_STREQ(test, evmcs_test_seen.words, "0x01");
	evmcs_test_assist_find(7, "nested_control.features");
	KUNIT_EXPECT_STREQ(test, evmcs_test_seen.words,
			   "0x00000005 direct-hypercall bit-2-(unknown)");
	/* A page that is there and could not be copied has a state and no fields. */
	evmcs_test_cpus[0].assist.state = ND_ABSENT;
	evmcs_test_cpus[1].assist.state = ND_FAULT;
	evmcs_test_assist_find(7, "state");
	KUNIT_EXPECT_STREQ(test, evmcs_test_seen.state, "fault");
	KUNIT_EXPECT_EQ(test, evmcs_test_seen.nr_assist, 2U);
}

static void evmcs_test_exit_names(struct kunit *test)
{
	u32 i, j;

	KUNIT_EXPECT_STREQ(test, nd_vmx_exit_name(0), "EXCEPTION_NMI");
	KUNIT_EXPECT_STREQ(test, nd_vmx_exit_name(10), "CPUID");
	KUNIT_EXPECT_STREQ(test, nd_vmx_exit_name(30), "IO_INSTRUCTION");
	KUNIT_EXPECT_STREQ(test, nd_vmx_exit_name(48), "EPT_VIOLATION");
	KUNIT_EXPECT_STREQ(test, nd_vmx_exit_name(75), "NOTIFY");
	KUNIT_EXPECT_STREQ(test, nd_vmx_exit_name(85), "MSR_WRITE_IMM");
	KUNIT_EXPECT_STREQ(test, nd_vmx_exit_name(0x80000021), "INVALID_STATE");
	KUNIT_EXPECT_NULL(test, nd_vmx_exit_name(5));
	KUNIT_EXPECT_NULL(test, nd_vmx_exit_name(86));
	KUNIT_EXPECT_NULL(test, nd_vmx_exit_name(0xffff));
	for (i = 0; i < ND_NR_VMX_EXITS; i++)
		for (j = 0; j < i; j++)
			if (nd_vmx_exit_name(i) && nd_vmx_exit_name(j))
				KUNIT_EXPECT_TRUE(test, strcmp(nd_vmx_exit_name(i),
							       nd_vmx_exit_name(j)) != 0);
}

static struct kunit_case evmcsrows_test_cases[] = {
	KUNIT_CASE(evmcs_test_fields_shown),
	KUNIT_CASE(evmcs_test_describe),
	KUNIT_CASE(evmcs_test_controls),
	KUNIT_CASE(evmcs_test_only_live_is_shown),
	KUNIT_CASE(evmcs_test_current_of_other_revision),
	KUNIT_CASE(evmcs_test_parts_missing),
	KUNIT_CASE(evmcs_test_state_rows),
	KUNIT_CASE(evmcs_test_lockdown),
	KUNIT_CASE(evmcs_test_assist),
	KUNIT_CASE(evmcs_test_exit_names),
	{}
};

static struct kunit_suite nestdiag_evmcsrows_suite = {
	.name = "nestdiag_evmcsrows",
	.init = evmcs_test_init,
	.test_cases = evmcsrows_test_cases,
};
