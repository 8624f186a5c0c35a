// SPDX-License-Identifier: GPL-2.0-only
/*
 * The rows that say what was counted.
 */
#include <kunit/test.h>
#include "core/exits/exitrows.h"

static void acct_test_exit_rows(struct kunit *test)
{
	acct_test_fill();
	acct_test_look(ND_ROW_EXIT, "VMREAD");
	nd_exit_rows(&acct_test_facts, ND_EXITS_BY_REASON, &acct_test_emit);
	KUNIT_EXPECT_EQ(test, acct_test_seen.nr_kind, 7U);
	KUNIT_ASSERT_EQ(test, acct_test_seen.nr_found, 1U);
	/* By time: HLT stands above it, and it is not the most frequent for nothing. */
	KUNIT_EXPECT_EQ(test, acct_test_seen.at, 2U);
	KUNIT_EXPECT_EQ(test, acct_test_col("count"), 700ULL);
	KUNIT_EXPECT_EQ(test, acct_test_col("total_ns"), 1000000ULL);
	KUNIT_EXPECT_EQ(test, acct_test_col("mean_ns"), 1428ULL);
	KUNIT_EXPECT_EQ(test, acct_test_col("max_ns"), 2000ULL);
	KUNIT_EXPECT_EQ(test, acct_test_col("reason"), 23ULL);
	KUNIT_EXPECT_NOT_NULL(test, strstr(acct_test_seen.row.words, "77.34 %"));
	KUNIT_EXPECT_NOT_NULL(test, strstr(acct_test_seen.row.words, "22.22 %"));
	KUNIT_EXPECT_LE(test, acct_test_seen.widest, 81U);

	acct_test_look(ND_ROW_EXIT, "INVALID_STATE (failed entry)");
	nd_exit_rows(&acct_test_facts, ND_EXITS_BY_REASON, &acct_test_emit);
	KUNIT_EXPECT_EQ(test, acct_test_seen.nr_found, 1U);
	KUNIT_EXPECT_EQ(test, acct_test_col("total_ns"), ~0ULL);
	acct_test_look(ND_ROW_EXIT, "0x1234");
	nd_exit_rows(&acct_test_facts, ND_EXITS_BY_REASON, &acct_test_emit);
	KUNIT_EXPECT_EQ(test, acct_test_seen.nr_found, 1U);
	acct_test_look(ND_ROW_USERSPACE, "KVM_EXIT_ number 47 or greater");
	nd_exit_rows(&acct_test_facts, ND_EXITS_BY_REASON, &acct_test_emit);
	KUNIT_EXPECT_EQ(test, acct_test_seen.nr_found, 1U);
	acct_test_look(ND_ROW_TIMES, "VMREAD");
	nd_exit_times_rows(&acct_test_facts, &acct_test_emit);
	KUNIT_EXPECT_EQ(test, acct_test_seen.nr_found, 2U);
	KUNIT_EXPECT_EQ(test, acct_test_col("from_ns"), 128ULL);
	KUNIT_EXPECT_EQ(test, acct_test_col("below_ns"), 256ULL);
}

/* Untimed reasons follow by their number, and equal ones are not lost. */
static void acct_test_order(struct kunit *test)
{
	struct nd_acct_cell *cells = acct_test_trace.sum.cells[ND_LEVEL_GUEST];
	u32 i;

	acct_test_trace.isa = ND_ISA_SVM;
	for (i = 0; i < 5; i++)
		cells[0x70 + i].count = 5;
	cells[0x72].count = 6;
	acct_test_look(ND_ROW_EXIT, "cpuid");
	nd_exit_rows(&acct_test_facts, ND_EXITS_BY_REASON, &acct_test_emit);
	KUNIT_EXPECT_EQ(test, acct_test_seen.nr_kind, 5U);
	KUNIT_EXPECT_EQ(test, acct_test_seen.at, 1U);
	acct_test_look(ND_ROW_EXIT, "iret");
	nd_exit_rows(&acct_test_facts, ND_EXITS_BY_REASON, &acct_test_emit);
	KUNIT_EXPECT_EQ(test, acct_test_seen.at, 5U);
}

/* What stands below the vCPUs' lines under that label. */
static const char *acct_test_detail(const char *label)
{
	acct_test_look(ND_ROW_DETAIL, label);
	nd_vcpu_rows(&acct_test_facts, &acct_test_emit);
	return acct_test_seen.row.words;
}

static void acct_test_views(struct kunit *test)
{
	acct_test_fill();
	acct_test_look(ND_ROW_EXIT, "process 100, vCPU 1");
	nd_exit_rows(&acct_test_facts, ND_EXITS_BY_VCPU, &acct_test_emit);
	KUNIT_EXPECT_EQ(test, acct_test_seen.nr_kind, 2U);
	KUNIT_EXPECT_EQ(test, acct_test_seen.at, 1U);
	KUNIT_EXPECT_EQ(test, acct_test_col("count"), 100ULL);
	acct_test_look(ND_ROW_EXIT, "CPU 7");
	nd_exit_rows(&acct_test_facts, ND_EXITS_BY_CPU, &acct_test_emit);
	KUNIT_EXPECT_EQ(test, acct_test_seen.nr_kind, 2U);
	KUNIT_EXPECT_EQ(test, acct_test_seen.at, 1U);
	KUNIT_EXPECT_EQ(test, acct_test_col("count"), 250ULL);
	acct_test_look(ND_ROW_EXIT, "nested guests");
	nd_exit_rows(&acct_test_facts, ND_EXITS_BY_LEVEL, &acct_test_emit);
	KUNIT_EXPECT_EQ(test, acct_test_seen.nr_kind, 2U);
	KUNIT_EXPECT_EQ(test, acct_test_seen.at, 2U);
	KUNIT_EXPECT_EQ(test, acct_test_col("count"), 150ULL);

	acct_test_look(ND_ROW_VCPU, "100/1");
	nd_vcpu_rows(&acct_test_facts, &acct_test_emit);
	KUNIT_EXPECT_EQ(test, acct_test_seen.nr_kind, 2U);
	KUNIT_EXPECT_EQ(test, acct_test_seen.at, 1U);
	KUNIT_EXPECT_EQ(test, acct_test_col("in_guest_ns"), 12000000000ULL);
	KUNIT_EXPECT_LE(test, acct_test_seen.widest, 81U);
	KUNIT_EXPECT_NOT_NULL(test, strstr(acct_test_detail("now"), "in guest for 12.00 s"));
	acct_test_look(ND_ROW_VCPU, "100/0");
	nd_vcpu_rows(&acct_test_facts, &acct_test_emit);
	KUNIT_EXPECT_NOT_NULL(test, strstr(acct_test_seen.row.words, "75.00 %"));
	KUNIT_EXPECT_EQ(test, acct_test_col("exit_count"), 100ULL);
	KUNIT_EXPECT_NOT_NULL(test, strstr(acct_test_detail("last exit"), "HLT for 2.00 us: waiting or gone"));
}

/* How long a vCPU waited: measured if nobody else waited, else its part of all waits. */
static void acct_test_waits(struct kunit *test)
{
	struct nd_acct_vcpu *vcpu = &acct_test_vcpus[0];

	acct_test_fill();
	vcpu->host = 10000000;
	acct_test_look(ND_ROW_VCPU, "100/0");
	nd_vcpu_rows(&acct_test_facts, &acct_test_emit);
	KUNIT_EXPECT_EQ(test, acct_test_col("waited_ns"), 2700000ULL);
	KUNIT_EXPECT_EQ(test, acct_test_col("waited_measured"), 0ULL);
	KUNIT_EXPECT_NOT_NULL(test, strstr(acct_test_detail("last exit"), "; waited about 2.70 ms"));
	vcpu->counts[ND_LEVEL_GUEST][12] = 100;
	acct_test_look(ND_ROW_VCPU, "100/0");
	nd_vcpu_rows(&acct_test_facts, &acct_test_emit);
	KUNIT_EXPECT_EQ(test, acct_test_col("waited_ns"), 3000000ULL);
	KUNIT_EXPECT_EQ(test, acct_test_col("waited_measured"), 1ULL);
	KUNIT_EXPECT_NOT_NULL(test, strstr(acct_test_detail("last exit"), "; waited 3.00 ms"));
	/* Not longer than it was out of the guest at all. */
	vcpu->host = 1000;
	acct_test_look(ND_ROW_VCPU, "100/0");
	nd_vcpu_rows(&acct_test_facts, &acct_test_emit);
	KUNIT_EXPECT_EQ(test, acct_test_col("waited_ns"), 500ULL);
	/* It is out for something else, and never waited. */
	nd_acct_vcpu_place(vcpu, ND_LEVEL_GUEST, 30);
	vcpu->counts[ND_LEVEL_GUEST][12] = 0;
	KUNIT_EXPECT_NOT_NULL(test, strstr(acct_test_detail("last exit"), "IO_INSTRUCTION, 2.00 us ago"));
	KUNIT_EXPECT_NULL(test, strstr(acct_test_detail("last exit"), "waited"));
}

/* Only what is not attached gets a line, and a tracepoint by another name is no loss. */
static void acct_test_points(struct kunit *test)
{
	u32 i;

	acct_test_fill();
	acct_test_look(ND_ROW_POINT, NULL);
	nd_exit_rows(&acct_test_facts, ND_EXITS_BY_REASON, &acct_test_emit);
	KUNIT_EXPECT_EQ(test, acct_test_seen.nr_kind, 0U);
	acct_test_trace.points[1] = (struct nd_point){ "kvm_entry", ND_POINT_FAILED, -17 };
	acct_test_trace.points[4].state = ND_POINT_ABSENT;
	acct_test_look(ND_ROW_POINT, "kvm_entry");
	nd_exit_rows(&acct_test_facts, ND_EXITS_BY_REASON, &acct_test_emit);
	KUNIT_EXPECT_EQ(test, acct_test_seen.nr_kind, 3U);
	KUNIT_EXPECT_STREQ(test, acct_test_seen.row.state, "failed");
	KUNIT_EXPECT_EQ(test, acct_test_col("errno"), 17ULL);
	acct_test_trace.points[1].state = ND_POINT_FOREIGN;
	acct_test_look(ND_ROW_POINT, "kvm_entry");
	nd_exit_rows(&acct_test_facts, ND_EXITS_BY_REASON, &acct_test_emit);
	KUNIT_EXPECT_STREQ(test, acct_test_seen.row.state, "foreign");
	KUNIT_EXPECT_NOT_NULL(test, strstr(acct_test_seen.row.words, "build it against this kernel"));
	/* kCFI is one of two causes: no word of it. */
	acct_test_trace.points[1].state = ND_POINT_UNTYPED;
	acct_test_look(ND_ROW_POINT, "kvm_entry");
	nd_exit_rows(&acct_test_facts, ND_EXITS_BY_REASON, &acct_test_emit);
	KUNIT_EXPECT_STREQ(test, acct_test_seen.row.state, "untyped");
	KUNIT_EXPECT_NOT_NULL(test, strstr(acct_test_seen.row.words, "no probe for the arguments"));
	KUNIT_EXPECT_NULL(test, strstr(acct_test_seen.row.words, "kCFI"));

	for (i = 0; i < acct_test_trace.nr_points; i++)
		acct_test_trace.points[i].state = ND_POINT_ABSENT;
	acct_test_look(ND_ROW_NOTE, NULL);
	nd_exit_rows(&acct_test_facts, ND_EXITS_BY_REASON, &acct_test_emit);
	KUNIT_EXPECT_EQ(test, acct_test_seen.nr_kind, 1U);
	KUNIT_EXPECT_NOT_NULL(test, strstr(acct_test_seen.row.words, "KVM is not loaded"));

	/* A machine of which nothing was recorded says so in one line. */
	acct_test_facts.trace = NULL;
	acct_test_look(ND_ROW_NOTE, NULL);
	nd_exit_rows(&acct_test_facts, ND_EXITS_BY_REASON, &acct_test_emit);
	nd_nested_rows(&acct_test_facts, &acct_test_emit);
	nd_vcpu_rows(&acct_test_facts, &acct_test_emit);
	nd_exit_times_rows(&acct_test_facts, &acct_test_emit);
	KUNIT_EXPECT_EQ(test, acct_test_seen.nr_kind, 3U);
}

/* The later of two moments less the earlier one; a reset in between leaves what is new. */
static void acct_test_since(struct kunit *test)
{
	struct nd_trace *a = &acct_test_trace2, *b = &acct_test_trace;
	u32 slot;

	acct_test_fill();
	a->sum.others.reason[0] = 0x7777;
	a->sum.others.reason[1] = 0x1234;
	a->sum.others.nr = 2;
	a->sum.cells[ND_LEVEL_GUEST][ND_SLOT_OTHER + 1].count = 1;
	a->sum.cells[ND_LEVEL_GUEST][12] = (struct nd_acct_cell){ 40, 40, 1000000, 90000, { 40 } };
	a->sum.cells[ND_LEVEL_GUEST][23].count = 701;
	a->sum.caused[10] = 400;
	a->sum.reflected[10] = 30;
	a->sum.guest[ND_LEVEL_GUEST] = 5000000;
	a->sum.guest[ND_LEVEL_NESTED] = 1000000;
	a->sum.userspace[2] = 10;
	a->sum.run_errors[ND_RUN_INTERRUPTED] = 3;
	a->sum.nested_entries = 100;
	a->sum.nested_exits = 90;
	a->nr_vcpus = 1;
	acct_test_vcpus2[0].pid = 100;
	acct_test_vcpus2[0].id = 1;
	acct_test_vcpus2[0].counts[ND_LEVEL_NESTED][10] = 60;
	a->nr_cpus = 1;
	acct_test_cpus2[0].id = 7;
	acct_test_cpus2[0].exits[ND_LEVEL_NESTED].count = 100;
	nd_trace_since(b, a);
	slot = nd_acct_slot(&b->sum, 0x1234);
	KUNIT_EXPECT_EQ(test, b->sum.cells[ND_LEVEL_GUEST][slot].count, 2ULL);
	KUNIT_EXPECT_EQ(test, b->sum.cells[ND_LEVEL_GUEST][12].count, 60ULL);
	KUNIT_EXPECT_EQ(test, b->sum.cells[ND_LEVEL_GUEST][12].ticks, 5000000ULL);
	KUNIT_EXPECT_EQ(test, b->sum.cells[ND_LEVEL_GUEST][12].max, 0ULL);
	KUNIT_EXPECT_EQ(test, b->sum.cells[ND_LEVEL_GUEST][23].count, 700ULL);
	KUNIT_EXPECT_EQ(test, b->sum.cells[ND_LEVEL_GUEST][23].max, 4000ULL);
	KUNIT_EXPECT_EQ(test, b->sum.caused[10], 600ULL);
	KUNIT_EXPECT_EQ(test, b->sum.reflected[10], 70ULL);
	KUNIT_EXPECT_EQ(test, b->sum.guest[ND_LEVEL_GUEST], 15000000ULL);
	KUNIT_EXPECT_EQ(test, b->sum.guest[ND_LEVEL_NESTED], 9000000ULL);
	KUNIT_EXPECT_EQ(test, b->sum.userspace[2], 20ULL);
	KUNIT_EXPECT_EQ(test, b->sum.run_errors[ND_RUN_INTERRUPTED], 5ULL);
	KUNIT_EXPECT_EQ(test, b->sum.nested_entries, 50ULL);
	KUNIT_EXPECT_EQ(test, b->sum.nested_exits, 60ULL);
	KUNIT_EXPECT_EQ(test, b->vcpus[0].counts[ND_LEVEL_GUEST][12], 90ULL);
	KUNIT_EXPECT_EQ(test, b->vcpus[1].counts[ND_LEVEL_NESTED][10], 40ULL);
	KUNIT_EXPECT_EQ(test, b->cpus[1].exits[ND_LEVEL_NESTED].count, 50ULL);
}

static struct kunit_case exitrows_test_cases[] = {
	KUNIT_CASE(acct_test_exit_rows),
	KUNIT_CASE(acct_test_order),
	KUNIT_CASE(acct_test_views),
	KUNIT_CASE(acct_test_waits),
	KUNIT_CASE(acct_test_points),
	KUNIT_CASE(acct_test_since),
	{}
};

static struct kunit_suite nestdiag_exitrows_suite = {
	.name = "nestdiag_exitrows",
	.init = acct_test_init,
	.test_cases = exitrows_test_cases,
};
