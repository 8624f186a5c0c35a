// SPDX-License-Identifier: GPL-2.0-only
/*
 * What is written comes back, and its text is the contract.
 */
#include <kunit/test.h>
#include "core/record/snapshot.h"

static void snap_test_round_trip(struct kunit *test)
{
	u32 i, nr;

	snap_fill(&snap_facts2);
	nd_snapshot_write(&snap_facts2, &(struct nd_writer){ .line = snap_take_line, .ctx = NULL });
	KUNIT_ASSERT_LT(test, snap_nr_lines, (u32)SNAP_LINES);
	for (i = 0; i < snap_nr_lines; i++)
		KUNIT_EXPECT_EQ_MSG(test, snap_parse(snap_lines[i]), ND_PARSED_OK, "(%s)",
				    snap_lines[i]);
	KUNIT_EXPECT_EQ(test, snap_parser.line, snap_nr_lines);
	KUNIT_EXPECT_EQ(test, snap_parser.extra, 0U);
	KUNIT_EXPECT_EQ(test, snap_parser.ignored, 0U);

	KUNIT_EXPECT_STREQ(test, snap_facts.taken.time, "2026-11-28T19:20:00Z");
	KUNIT_EXPECT_STREQ(test, snap_facts.taken.tool, "0.2.0");
	KUNIT_EXPECT_STREQ(test, snap_facts.taken.hostname, "node 7");
	KUNIT_EXPECT_STREQ(test, snap_facts.release, snap_facts2.release);
	KUNIT_EXPECT_STREQ(test, snap_facts.machine, snap_facts2.machine);
	KUNIT_EXPECT_STREQ(test, snap_facts.proc_version, snap_facts2.proc_version);
	KUNIT_EXPECT_STREQ(test, snap_facts.guest_type, snap_facts2.guest_type);
	KUNIT_EXPECT_STREQ(test, snap_facts.hv_support, snap_facts2.hv_support);
	KUNIT_EXPECT_STREQ(test, snap_facts.module_version, snap_facts2.module_version);
	KUNIT_EXPECT_TRUE(test, nd_facts_offered(&snap_facts));
	for (i = 0; i < ND_NR_REGS; i++)
		KUNIT_EXPECT_TRUE(test, nd_value_same(&snap_facts.offer.regs[i],
						      &snap_facts2.offer.regs[i]));
	KUNIT_EXPECT_EQ(test, snap_facts.offer.nr_cpuid, 1U);
	KUNIT_EXPECT_TRUE(test, !memcmp(snap_facts.offer.cpuid, snap_facts2.offer.cpuid,
					sizeof(snap_facts.offer.cpuid[0])));
	KUNIT_EXPECT_EQ(test, snap_facts.nr_cpus, 3U);
	KUNIT_EXPECT_EQ(test, snap_facts.nr_params, 2U);
	for (i = 0; i < SNAP_PARAMS; i++) {
		KUNIT_EXPECT_STREQ(test, snap_params[i].module, snap_params2[i].module);
		KUNIT_EXPECT_STREQ(test, snap_params[i].name, snap_params2[i].name);
		KUNIT_EXPECT_STREQ(test, snap_params[i].value, snap_params2[i].value);
	}
	KUNIT_EXPECT_EQ(test, snap_facts.nr_stats, (u32)SNAP_STATS);
	for (i = 0; i < SNAP_STATS; i++) {
		KUNIT_EXPECT_EQ(test, snap_stats[i].pid, snap_stats2[i].pid);
		KUNIT_EXPECT_EQ(test, snap_stats[i].fd, snap_stats2[i].fd);
		KUNIT_EXPECT_EQ(test, snap_stats[i].vcpu, snap_stats2[i].vcpu);
		KUNIT_EXPECT_STREQ(test, snap_stats[i].name, snap_stats2[i].name);
		KUNIT_EXPECT_EQ(test, snap_stats[i].value, snap_stats2[i].value);
	}
	for (i = 0; i < SNAP_CPUS; i++) {
		const struct nd_cpu *a = &snap_cpus[i], *b = &snap_cpus2[i];

		KUNIT_EXPECT_EQ(test, a->id, b->id);
		KUNIT_EXPECT_EQ(test, a->has_ident, b->has_ident);
		KUNIT_EXPECT_STREQ(test, a->vendor, b->vendor);
		KUNIT_EXPECT_EQ(test, a->family, b->family);
		KUNIT_EXPECT_EQ(test, a->model, b->model);
		KUNIT_EXPECT_EQ(test, a->stepping, b->stepping);
		KUNIT_EXPECT_EQ(test, a->microcode, b->microcode);
		KUNIT_EXPECT_EQ(test, a->nr_cpuid, b->nr_cpuid);
		KUNIT_EXPECT_TRUE(test, !memcmp(a->cpuid, b->cpuid, sizeof(a->cpuid)));
		for (nr = 0; nr < ND_NR_REGS; nr++)
			KUNIT_EXPECT_TRUE_MSG(test, nd_value_same(&a->regs[nr], &b->regs[nr]),
					      "(CPU %u, %s)", a->id, nd_reg_desc(nr)->name);
		KUNIT_EXPECT_EQ(test, a->assist.gpa, b->assist.gpa);
		KUNIT_EXPECT_EQ(test, a->assist.state, b->assist.state);
		KUNIT_EXPECT_TRUE(test, !memcmp(a->assist.bytes, b->assist.bytes, ND_ASSIST_BYTES));
		KUNIT_EXPECT_EQ(test, a->evmcs.gpa, b->evmcs.gpa);
		KUNIT_EXPECT_EQ(test, a->evmcs.state, b->evmcs.state);
		KUNIT_EXPECT_TRUE(test, !memcmp(a->evmcs.bytes, b->evmcs.bytes, ND_EVMCS_BYTES));
	}
}

/* The text is the contract: these lines may gain fields at their ends, and nothing else. */
static void snap_test_text(struct kunit *test)
{
	static const char *const expected[] = {
		"nestdiag-snapshot 1",
		"taken 2026-11-28T19:20:00Z 0.2.0",
		"kernel 6.1\\0400 x86_64",
		"proc_version Linux\\040version\\0406.1",
		"cpu 3 GenuineIntel 6 69 1 0x26",
		"cpuid 3 0x00000007 0x0 00000001 00000002 00000003 deadbeef",
		"msr 3 0x3a 0x0000000000000005",
		"msr 3 0x480 fault",
		"msr 3 0x491 absent",
		"param kvm nested Y",
		"kvm_stat - - exits 12",
		"kvm_stat 7-9 0 guest_mode 1",
	};
	struct nd_cpu *cpu = nd_facts_cpu(&snap_facts2, 3);
	u32 i;

	SNAP_TEXT(snap_facts2.taken.time, "2026-11-28T19:20:00Z");
	SNAP_TEXT(snap_facts2.taken.tool, "0.2.0");
	SNAP_TEXT(snap_facts2.release, "6.1 0");
	SNAP_TEXT(snap_facts2.machine, "x86_64");
	SNAP_TEXT(snap_facts2.proc_version, "Linux version 6.1");
	cpu->has_ident = true;
	SNAP_TEXT(cpu->vendor, "GenuineIntel");
	cpu->family = 6;
	cpu->model = 69;
	cpu->stepping = 1;
	cpu->microcode = 0x26;
	cpu->nr_cpuid = 1;
	cpu->cpuid[0] = (struct nd_cpuid){ 7, 0, 1, 2, 3, 0xdeadbeef };
	cpu->regs[ND_FEATURE_CONTROL] = (struct nd_value){ 5, ND_OK };
	cpu->regs[ND_VMX_BASIC].state = ND_FAULT;
	cpu->regs[ND_VMX_VMFUNC].state = ND_ABSENT;
	snap_facts2.nr_params = 1;
	SNAP_TEXT(snap_facts2.params[0].module, "kvm");
	SNAP_TEXT(snap_facts2.params[0].name, "nested");
	SNAP_TEXT(snap_facts2.params[0].value, "Y");
	snap_facts2.nr_stats = 2;
	snap_facts2.stats[0] = (struct nd_stat){ ND_STAT_SUM, 0, ND_STAT_VM, "exits", 12 };
	snap_facts2.stats[1] = (struct nd_stat){ 7, 9, 0, "guest_mode", 1 };
	nd_snapshot_write(&snap_facts2, &(struct nd_writer){ .line = snap_take_line, .ctx = NULL });
	KUNIT_ASSERT_EQ(test, snap_nr_lines, (u32)ARRAY_SIZE(expected));
	for (i = 0; i < ARRAY_SIZE(expected); i++)
		KUNIT_EXPECT_STREQ(test, snap_lines[i], expected[i]);
}

/* Every text as long as its field, every byte escaped where it may be: the lines still fit. */
static void snap_test_longest_lines(struct kunit *test)
{
	struct nd_param *p = &snap_facts2.params[0];
	u32 i;

	snap_facts2.nr_params = 1;
	memset(p->module, 'm', sizeof(p->module) - 1);	/* these two are identifiers */
	memset(p->name, 'n', sizeof(p->name) - 1);
	memset(p->value, 0x01, sizeof(p->value) - 1);
	SNAP_TEXT(snap_facts2.taken.time, "2026-11-28T19:20:00Z");
	memset(snap_facts2.taken.tool, 0x01, sizeof(snap_facts2.taken.tool) - 1);
	memset(snap_facts2.taken.hostname, 0x01, sizeof(snap_facts2.taken.hostname) - 1);
	memset(snap_facts2.release, '\n', sizeof(snap_facts2.release) - 1);
	memset(snap_facts2.machine, 0xff, sizeof(snap_facts2.machine) - 1);
	memset(snap_facts2.proc_version, ' ', sizeof(snap_facts2.proc_version) - 1);
	nd_snapshot_write(&snap_facts2, &(struct nd_writer){ .line = snap_take_line, .ctx = NULL });
	KUNIT_ASSERT_EQ(test, snap_nr_lines, 5U);
	for (i = 0; i < 5; i++) {
		KUNIT_EXPECT_LT(test, strlen(snap_lines[i]), (size_t)ND_SNAPSHOT_LINE - 1);
		KUNIT_EXPECT_EQ(test, snap_parse(snap_lines[i]), ND_PARSED_OK);
	}
	KUNIT_EXPECT_STREQ(test, snap_params[0].value, p->value);
	KUNIT_EXPECT_STREQ(test, snap_params[0].name, p->name);
	KUNIT_EXPECT_STREQ(test, snap_facts.release, snap_facts2.release);
	KUNIT_EXPECT_STREQ(test, snap_facts.machine, snap_facts2.machine);
	KUNIT_EXPECT_STREQ(test, snap_facts.taken.hostname, snap_facts2.taken.hostname);
	KUNIT_EXPECT_STREQ(test, snap_facts.proc_version, snap_facts2.proc_version);
}

static struct kunit_case snap_write_test_cases[] = {
	KUNIT_CASE(snap_test_round_trip),
	KUNIT_CASE(snap_test_text),
	KUNIT_CASE(snap_test_longest_lines),
	{}
};

static struct kunit_suite nestdiag_snapshot_write_suite = {
	.name = "nestdiag_snapshot_write",
	.init = snap_test_init,
	.test_cases = snap_write_test_cases,
};
