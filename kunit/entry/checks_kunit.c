// SPDX-License-Identifier: GPL-2.0-only
/*
 * Each check of a VM entry has a state that fails it, and what a CPU can do decides.
 */
#include <kunit/test.h>
#include "core/entry/autopsy.h"

static void autopsy_valid_states_pass(struct kunit *test)
{
	struct nd_autopsy sum;
	unsigned int base;

	for (base = 0; base < CASE_NR_BASES; base++) {
		autopsy_build(base);
		sum = autopsy_run(&autopsy_cpu);
		KUNIT_EXPECT_EQ_MSG(test, sum.failed, 0U, "state %u: %s", base,
				    autopsy_seen.words);
		KUNIT_EXPECT_EQ_MSG(test, sum.unchecked, 0U, "state %u: %s", base,
				    autopsy_seen.lacks);
		KUNIT_EXPECT_GT(test, sum.passed, 20U);
		KUNIT_EXPECT_EQ(test, autopsy_seen.failed, 0U);
	}
}

static void autopsy_each_case_fails_its_check(struct kunit *test)
{
	struct nd_autopsy sum;
	struct nd_row row;
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(autopsy_cases); i++) {
		const struct autopsy_case *c = &autopsy_cases[i];

		autopsy_build_case(c);
		sum = autopsy_run(&autopsy_cpu);
		KUNIT_EXPECT_EQ_MSG(test, sum.failed, 1 + c->also, "case %u, %s: last is %s", i,
				    c->id, autopsy_seen.last_id ? autopsy_seen.last_id : "none");
		KUNIT_EXPECT_EQ(test, autopsy_seen.failed, sum.failed);
		KUNIT_EXPECT_EQ(test, autopsy_seen.first, 1U);
		KUNIT_EXPECT_STREQ_MSG(test, autopsy_seen.first_id ? autopsy_seen.first_id : "none",
				       c->id, "case %u", i);
		KUNIT_ASSERT_TRUE(test, nd_autopsy_first(&autopsy_state, ND_SUSPECT_ALL,
							&autopsy_cpu, &row));
		KUNIT_EXPECT_STREQ(test, row.id, c->id);
		KUNIT_EXPECT_STREQ(test, row.words, autopsy_seen.words);
		/* Neither cut nor without the values. */
		KUNIT_EXPECT_TRUE(test, strchr(row.words, '('));
		KUNIT_EXPECT_EQ_MSG(test, row.words[strlen(row.words) - 1], ')', "%s", row.words);
	}
}

static bool autopsy_has_case(const char *id)
{
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(autopsy_cases); i++)
		if (!strcmp(autopsy_cases[i].id, id))
			return true;
	for (i = 0; i < ARRAY_SIZE(autopsy_open_cases); i++)
		if (!strcmp(autopsy_open_cases[i].id, id))
			return true;
	return false;
}

/* These cannot fail alone: another check always fails before them. */
static const char *const autopsy_never_first[] = {
	"ctl-eptp-ad",			/* see autopsy_capabilities_decide() */
	"guest-activity-smm",		/* entry to SMM is refused before; the case above counts it */
	"guest-rflags-vm",		/* virtual-8086 without PE or in IA-32e mode fails others */
	"guest-pending-dbg-rtm",	/* see autopsy_capabilities_decide() */
	"vmcb-efer-long-mode",
};

static void autopsy_each_check_has_a_case(struct kunit *test)
{
	const struct nd_entry_check *check, *other;
	unsigned int isa, n, m, i;

	for (isa = ND_ISA_VMX; isa <= ND_ISA_SVM; isa++) {
		for (n = 0; (check = nd_check_at(isa, n)); n++) {
			bool excused = false;

			for (i = 0; i < ARRAY_SIZE(autopsy_never_first); i++)
				excused |= !strcmp(autopsy_never_first[i], check->id);
			KUNIT_EXPECT_TRUE_MSG(test, autopsy_has_case(check->id) != excused, "%s",
					      check->id);
			for (m = 0; m < n; m++) {
				other = nd_check_at(isa, m);
				KUNIT_EXPECT_TRUE_MSG(test, strcmp(other->id, check->id), "%s",
						      check->id);
			}
			KUNIT_EXPECT_TRUE(test, check->field < nd_vmstate_nr(isa));
		}
	}
}

static enum nd_check_result autopsy_try(const char *id)
{
	struct nd_chk chk;

	return nd_chk_run(&chk, &autopsy_state, &autopsy_cpu,
			  autopsy_find(autopsy_state.isa, id));
}

/* The same state, judged by another processor's capabilities. */
static void autopsy_capabilities_decide(struct kunit *test)
{
	autopsy_build(CASE_64);
	KUNIT_EXPECT_EQ(test, autopsy_try("ctl-eptp-ad"), ND_CHECK_HOLDS);
	autopsy_reg(ND_VMX_EPT_VPID_CAP, 0x4040);
	KUNIT_EXPECT_EQ(test, autopsy_try("ctl-eptp-ad"), ND_CHECK_FAILS);
	autopsy_cpu.regs[ND_VMX_EPT_VPID_CAP].state = ND_FAULT;
	KUNIT_EXPECT_EQ(test, autopsy_try("ctl-eptp-ad"), ND_CHECK_UNCHECKED);

	/* RTM: a state of its own, whose reserved-bits check passes if the CPU has it. */
	autopsy_build(CASE_64);
	autopsy_cpu.cpuid[0].ebx = BIT(11);
	nd_vmstate_set(&autopsy_state, ND_VMF_PENDING_DBG, 0x11000);
	KUNIT_EXPECT_EQ(test, autopsy_try("guest-pending-dbg-rtm"), ND_CHECK_HOLDS);
	KUNIT_EXPECT_EQ(test, autopsy_try("guest-pending-dbg-reserved"), ND_CHECK_HOLDS);
	nd_vmstate_set(&autopsy_state, ND_VMF_PENDING_DBG, 0x10000);
	KUNIT_EXPECT_EQ(test, autopsy_try("guest-pending-dbg-rtm"), ND_CHECK_FAILS);
	nd_vmstate_set(&autopsy_state, ND_VMF_PENDING_DBG, 0x11001);
	KUNIT_EXPECT_EQ(test, autopsy_try("guest-pending-dbg-rtm"), ND_CHECK_FAILS);

	/* 57 linear bits. */
	autopsy_build(CASE_64);
	nd_vmstate_set(&autopsy_state, ND_VMF_GS_BASE, 0xff11000000000000);
	nd_vmstate_set(&autopsy_state, ND_VMF_RIP, 0xff11000000000000);
	KUNIT_EXPECT_EQ(test, autopsy_try("guest-gs-base"), ND_CHECK_FAILS);
	KUNIT_EXPECT_EQ(test, autopsy_try("guest-rip"), ND_CHECK_FAILS);
	autopsy_cpu.cpuid[4].eax = 0x3927;
	KUNIT_EXPECT_EQ(test, autopsy_try("guest-gs-base"), ND_CHECK_HOLDS);
	KUNIT_EXPECT_EQ(test, autopsy_try("guest-rip"), ND_CHECK_HOLDS);
	autopsy_cpu.nr_cpuid = 0;
	KUNIT_EXPECT_EQ(test, autopsy_try("guest-gs-base"), ND_CHECK_UNCHECKED);
	KUNIT_EXPECT_EQ(test, autopsy_try("guest-rip"), ND_CHECK_UNCHECKED);

	/* Error codes are free if IA32_VMX_BASIC[56] says so. */
	autopsy_build(CASE_64);
	nd_vmstate_set(&autopsy_state, ND_VMF_ENTRY_INTR_INFO, 0x8000030d);
	KUNIT_EXPECT_EQ(test, autopsy_try("ctl-event-deliver-error"), ND_CHECK_FAILS);
	autopsy_reg(ND_VMX_BASIC, BIT_ULL(56) | BIT_ULL(55));
	KUNIT_EXPECT_EQ(test, autopsy_try("ctl-event-deliver-error"), ND_CHECK_HOLDS);
	nd_vmstate_set(&autopsy_state, ND_VMF_ENTRY_INTR_INFO, 0x80000830);
	KUNIT_EXPECT_EQ(test, autopsy_try("ctl-event-deliver-error"), ND_CHECK_FAILS);

	/* IA32_VMX_BASIC[48]: addresses have 32 bits. */
	autopsy_build(CASE_64);
	nd_vmstate_set(&autopsy_state, ND_VMF_MSR_BITMAP, 1ULL << 32);
	KUNIT_EXPECT_EQ(test, autopsy_try("ctl-msr-bitmap"), ND_CHECK_HOLDS);
	autopsy_reg(ND_VMX_BASIC, BIT_ULL(48));
	KUNIT_EXPECT_EQ(test, autopsy_try("ctl-msr-bitmap"), ND_CHECK_FAILS);

	/* No long mode; LAM. */
	autopsy_build(CASE_SVM);
	KUNIT_EXPECT_EQ(test, autopsy_try("vmcb-efer-long-mode"), ND_CHECK_HOLDS);
	autopsy_cpu.cpuid[3].edx = 0;
	KUNIT_EXPECT_EQ(test, autopsy_try("vmcb-efer-long-mode"), ND_CHECK_FAILS);
	autopsy_build(CASE_64);
	nd_vmstate_set(&autopsy_state, ND_VMF_CR3, 1ULL << 62);
	KUNIT_EXPECT_EQ(test, autopsy_try("guest-cr3"), ND_CHECK_FAILS);
	autopsy_cpu.cpuid[1].eax = BIT(26);
	KUNIT_EXPECT_EQ(test, autopsy_try("guest-cr3"), ND_CHECK_HOLDS);
}

/* Without a CPU what it would decide stays open, and what no CPU allows still fails. */
static void autopsy_needs_no_cpu(struct kunit *test)
{
	struct nd_autopsy sum;

	autopsy_build(CASE_64);
	sum = autopsy_run(NULL);
	KUNIT_EXPECT_EQ(test, sum.failed, 0U);
	KUNIT_EXPECT_GT(test, sum.unchecked, 20U);
	KUNIT_EXPECT_GT(test, sum.passed, 100U);
	KUNIT_EXPECT_NOT_NULL(test, strstr(autopsy_seen.lacks, "the physical-address width"));
	KUNIT_EXPECT_NOT_NULL(test, strstr(autopsy_seen.lacks, "IA32_VMX_PINBASED_CTLS"));

	nd_vmstate_set(&autopsy_state, ND_VMF_CR4, 0x6c0);
	sum = autopsy_run(NULL);
	KUNIT_EXPECT_EQ(test, sum.failed, 2U);
	KUNIT_EXPECT_STREQ(test, autopsy_seen.first_id, "guest-cr4");
}

/*
 * A value for a field of CASE_64 decides its check so; with the processor of autopsy_build_cpu().
 */
static void autopsy_limits(struct kunit *test)
{
	static const struct {
		const char *id;
		enum nd_vmf field;
		u64 value;
		bool holds;
	} limits[] = {
		/* 8 general-purpose counters, 3 fixed ones, PERF_METRICS. */
		{ "guest-perf-global-ctrl", ND_VMF_PERF_GLOBAL_CTRL, 0x00010007000000ffULL, true },
		{ "guest-perf-global-ctrl", ND_VMF_PERF_GLOBAL_CTRL, 1ULL << 8, false },
		{ "guest-perf-global-ctrl", ND_VMF_PERF_GLOBAL_CTRL, 1ULL << 31, false },
		{ "guest-perf-global-ctrl", ND_VMF_PERF_GLOBAL_CTRL, 1ULL << 35, false },
		{ "guest-perf-global-ctrl", ND_VMF_PERF_GLOBAL_CTRL, 1ULL << 47, false },
		{ "guest-perf-global-ctrl", ND_VMF_PERF_GLOBAL_CTRL, 1ULL << 48, true },
		{ "guest-perf-global-ctrl", ND_VMF_PERF_GLOBAL_CTRL, 1ULL << 49, false },
		{ "guest-perf-global-ctrl", ND_VMF_PERF_GLOBAL_CTRL, 1ULL << 48 | 1 << 8, false },
		/* 39 bits of physical, 48 of linear addresses. */
		{ "ctl-msr-bitmap", ND_VMF_MSR_BITMAP, 0x7ffffff000ULL, true },
		{ "ctl-msr-bitmap", ND_VMF_MSR_BITMAP, 0x8000000000ULL, false },
		{ "ctl-msr-bitmap", ND_VMF_MSR_BITMAP, 0x800, false },
		{ "guest-gs-base", ND_VMF_GS_BASE, 0x00007fffffffffffULL, true },
		{ "guest-gs-base", ND_VMF_GS_BASE, 0x0000800000000000ULL, false },
		{ "guest-gs-base", ND_VMF_GS_BASE, 0xffff800000000000ULL, true },
		{ "guest-gs-base", ND_VMF_GS_BASE, 0xffff7fffffffffffULL, false },
		/* Memory types, in the lowest and in the highest entry. */
		{ "guest-pat", ND_VMF_PAT, 0x0706050401000000ULL, true },
		{ "guest-pat", ND_VMF_PAT, 0x02, false },
		{ "guest-pat", ND_VMF_PAT, 0x03, false },
		{ "guest-pat", ND_VMF_PAT, 0x08, false },
		{ "guest-pat", ND_VMF_PAT, 0x0200000000000000ULL, false },
		{ "guest-pat", ND_VMF_PAT, 0x0800000000000000ULL, false },
	};
	static const struct {
		const char *id;
		u32 activity;
		u64 cr4;
		u32 info;
		bool holds;
	} events[] = {
		{ "guest-activity-event", 1, 0x26e0, 0x80000301, true },
		{ "guest-activity-event", 1, 0x26e0, 0x80000312, true },
		{ "guest-activity-event", 1, 0x26e0, 0x80000020, true },
		{ "guest-activity-event", 1, 0x26e0, 0x80000700, true },
		{ "guest-activity-event", 1, 0x26e0, 0x8000030e, false },
		{ "guest-activity-event", 2, 0x26e0, 0x80000202, true },
		{ "guest-activity-event", 2, 0x26e0, 0x80000312, true },
		{ "guest-activity-event", 2, 0x26e0, 0x80000301, false },
		{ "guest-activity-event", 2, 0x26e0, 0x80000020, false },
		{ "ctl-event-vector", 0, 0x26e0, 0x80000700, true },
		{ "ctl-event-vector", 0, 0x26e0, 0x80000701, false },
		{ "ctl-event-vector", 0, 0x1000026e0, 0x80000701, true },
		{ "ctl-event-vector", 0, 0x1000026e0, 0x80000702, true },
		{ "ctl-event-vector", 0, 0x1000026e0, 0x80000703, false },
	};
	u32 i;

	for (i = 0; i < ARRAY_SIZE(limits); i++) {
		autopsy_build(CASE_64);
		nd_vmstate_set(&autopsy_state, ND_VMF_ENTRY_CTLS, 0xf3ff);
		nd_vmstate_set(&autopsy_state, limits[i].field, limits[i].value);
		KUNIT_EXPECT_EQ_MSG(test, autopsy_try(limits[i].id),
				    limits[i].holds ? ND_CHECK_HOLDS : ND_CHECK_FAILS,
				    "%s: 0x%llx", limits[i].id, limits[i].value);
	}
	/*
	 * Shut down, only NMIs and machine checks come;
	 * FRED's two events exist with CR4.FRED alone.
	 */
	for (i = 0; i < ARRAY_SIZE(events); i++) {
		autopsy_build(CASE_64);
		nd_vmstate_set(&autopsy_state, ND_VMF_ACTIVITY, events[i].activity);
		nd_vmstate_set(&autopsy_state, ND_VMF_CR4, events[i].cr4);
		nd_vmstate_set(&autopsy_state, ND_VMF_ENTRY_INTR_INFO, events[i].info);
		KUNIT_EXPECT_EQ_MSG(test, autopsy_try(events[i].id),
				    events[i].holds ? ND_CHECK_HOLDS : ND_CHECK_FAILS,
				    "%s: 0x%x", events[i].id, events[i].info);
	}
	/* No CPU has more than 52 bits; within them a CPU has to tell. */
	autopsy_build(CASE_64);
	autopsy_cpu.nr_cpuid = 0;
	nd_vmstate_set(&autopsy_state, ND_VMF_MSR_BITMAP, 1ULL << 51);
	KUNIT_EXPECT_EQ(test, autopsy_try("ctl-msr-bitmap"), ND_CHECK_UNCHECKED);
	nd_vmstate_set(&autopsy_state, ND_VMF_MSR_BITMAP, 1ULL << 52);
	KUNIT_EXPECT_EQ(test, autopsy_try("ctl-msr-bitmap"), ND_CHECK_FAILS);
}

static void autopsy_vm86_needs_protected_mode(struct kunit *test)
{
	autopsy_build(CASE_V86);
	KUNIT_EXPECT_EQ(test, autopsy_try("guest-rflags-vm"), ND_CHECK_HOLDS);
	nd_vmstate_set(&autopsy_state, ND_VMF_CR0, 0x80010030);
	KUNIT_EXPECT_EQ(test, autopsy_try("guest-rflags-vm"), ND_CHECK_FAILS);
	autopsy_build(CASE_64);
	nd_vmstate_set(&autopsy_state, ND_VMF_RFLAGS, 0x20202);
	KUNIT_EXPECT_EQ(test, autopsy_try("guest-rflags-vm"), ND_CHECK_FAILS);
	autopsy_build(CASE_64);
	nd_vmstate_set(&autopsy_state, ND_VMF_ENTRY_CTLS, 0xd7ff);
	nd_vmstate_set(&autopsy_state, ND_VMF_ACTIVITY, 3);
	KUNIT_EXPECT_EQ(test, autopsy_try("guest-activity-smm"), ND_CHECK_FAILS);
	nd_vmstate_set(&autopsy_state, ND_VMF_ACTIVITY, 0);
	KUNIT_EXPECT_EQ(test, autopsy_try("guest-activity-smm"), ND_CHECK_HOLDS);
}

static struct kunit_case checks_test_cases[] = {
	KUNIT_CASE(autopsy_valid_states_pass),
	KUNIT_CASE(autopsy_each_case_fails_its_check),
	KUNIT_CASE(autopsy_each_check_has_a_case),
	KUNIT_CASE(autopsy_capabilities_decide),
	KUNIT_CASE(autopsy_needs_no_cpu),
	KUNIT_CASE(autopsy_limits),
	KUNIT_CASE(autopsy_vm86_needs_protected_mode),
	{}
};

static struct kunit_suite nestdiag_checks_suite = {
	.name = "nestdiag_checks",
	.test_cases = checks_test_cases,
};
