// SPDX-License-Identifier: GPL-2.0-only
/*
 * The rows that a failed launch gives.
 */
#include <kunit/test.h>
#include "core/entry/failure.h"

static u32 fail_test_kinds[ND_NR_ROW_KINDS];
static char fail_test_total[ND_ROW_WORDS], fail_test_first[ND_ROW_WORDS];
static char fail_test_point[ND_ROW_WORDS];

static void fail_test_count_row(void *ctx, const struct nd_row *row)
{
	struct kunit *test = ctx;

	fail_test_kinds[row->kind]++;
	if (row->id && !strcmp(row->id, "failed_launches"))
		scnprintf(fail_test_total, sizeof(fail_test_total), "%s", row->words);
	if (row->kind == ND_ROW_FAILURE && fail_test_kinds[row->kind] == 1)
		scnprintf(fail_test_first, sizeof(fail_test_first), "%s", row->words);
	if (row->kind == ND_ROW_POINT)
		scnprintf(fail_test_point, sizeof(fail_test_point), "%s", row->words);
	KUNIT_EXPECT_LE(test, row->nr_cols, (u32)ND_ROW_COLS);
	/* A row with a column too many has the last one twice. */
	if (row->nr_cols > 1)
		KUNIT_EXPECT_NE(test, 0, strcmp(row->cols[row->nr_cols - 2].key,
				row->cols[row->nr_cols - 1].key));
}

static u32 fail_test_rows_of(struct kunit *test, u64 number, bool all, bool evidence)
{
	const struct nd_emit emit = { fail_test_count_row, test };

	memset(fail_test_kinds, 0, sizeof(fail_test_kinds));
	return nd_failure_rows(&fail_test_facts, number, all, evidence, &emit);
}

static u32 fail_test_rows(struct kunit *test, u64 number, bool evidence)
{
	return fail_test_rows_of(test, number, false, evidence);
}

static void fail_test_row_kinds(struct kunit *test)
{
	struct nd_failure *f;

	KUNIT_EXPECT_EQ(test, fail_test_rows(test, 0, true), 0U);
	KUNIT_EXPECT_STREQ(test, fail_test_total, "none since counting began");
	f = fail_test_add_state();
	/* Everything known of it that there is a column for. */
	f->has |= ND_FAIL_HAS_ERROR;
	scnprintf(f->message, sizeof(f->message), "message");
	f = fail_test_add(ND_FAIL_VMFAIL);
	f->evidence = ND_EVIDENCE_OTHER;
	fail_test_add(ND_FAIL_REFUSED);
	fail_test_failures.counts[ND_FAIL_REFUSED] += 10;
	fail_test_failures.dropped = 10;
	KUNIT_EXPECT_EQ(test, fail_test_rows(test, 0, true), 3U);
	KUNIT_EXPECT_EQ(test, fail_test_kinds[ND_ROW_FAILURE], 3U);
	KUNIT_EXPECT_EQ(test, nd_fail_total(&fail_test_failures), 13ULL);
	KUNIT_EXPECT_EQ(test, fail_test_kinds[ND_ROW_EVIDENCE], 3U);
	KUNIT_EXPECT_GE(test, fail_test_kinds[ND_ROW_VIOLATION], 1U);
	/* At least one of the autopsy's, and one that says why there was none. */
	KUNIT_EXPECT_GE(test, fail_test_kinds[ND_ROW_UNCHECKED], 2U);
	KUNIT_EXPECT_STREQ(test, fail_test_total,
			   "1 entry, 1 vmfail, 11 refused; 10 of them are not listed: there are more causes than are kept");
	KUNIT_EXPECT_EQ(test, fail_test_rows(test, 0, false), 3U);
	KUNIT_EXPECT_EQ(test, fail_test_kinds[ND_ROW_EVIDENCE], 0U);
	KUNIT_EXPECT_EQ(test, fail_test_rows(test, 2, true), 1U);
	KUNIT_EXPECT_EQ(test, fail_test_rows(test, 4, true), 0U);
	fail_test_facts.failures = NULL;
	KUNIT_EXPECT_EQ(test, fail_test_rows(test, 0, true), 0U);
	KUNIT_EXPECT_EQ(test, fail_test_kinds[ND_ROW_NOTE], 1U);
}

/* A locked-down kernel shows how a launch failed, and no register. */
static void fail_test_lockdown(struct kunit *test)
{
	struct nd_failure *f = fail_test_add_state();

	nd_failure_withhold(f);
	KUNIT_EXPECT_STREQ(test, nd_fail_evidence_word(f->evidence), "lockdown");
	KUNIT_EXPECT_EQ(test, fail_test_rows(test, 0, true), 1U);
	KUNIT_EXPECT_EQ(test, fail_test_kinds[ND_ROW_EVIDENCE], 0U);
	KUNIT_EXPECT_EQ(test, fail_test_kinds[ND_ROW_VIOLATION], 0U);
	KUNIT_EXPECT_EQ(test, fail_test_kinds[ND_ROW_UNCHECKED], 1U);
	KUNIT_EXPECT_FALSE(test, f->state.known[ND_VMF_CR4]);
	/* Where nothing was captured, nothing is kept back. */
	f = fail_test_add(ND_FAIL_SHUTDOWN);
	nd_failure_withhold(f);
	KUNIT_EXPECT_STREQ(test, nd_fail_evidence_word(f->evidence), "none");
}

/* One paragraph for each cause, with the number of failures, unless all are asked for. */
static void fail_test_grouped(struct kunit *test)
{
	struct nd_failure *f = fail_test_add_state();

	f->count = 3;
	/* Everything known of it that there is a column for. */
	f->has |= ND_FAIL_HAS_ERROR;
	scnprintf(f->message, sizeof(f->message), "message");
	f = fail_test_add_state();
	f->cause = 1;
	f->count = 3;
	f->number = 9;
	f->time_ns = 2000000000;
	fail_test_add(ND_FAIL_SHUTDOWN);
	KUNIT_EXPECT_EQ(test, fail_test_rows_of(test, 0, false, false), 2U);
	KUNIT_EXPECT_EQ(test, fail_test_kinds[ND_ROW_FAILURE], 2U);
	KUNIT_EXPECT_STREQ(test, fail_test_first,
			   "VM entry failed: invalid guest state (0x80000021); 3 with this cause, the latest is failure 9 at 2.000000 s");
	KUNIT_EXPECT_EQ(test, fail_test_rows_of(test, 0, true, false), 3U);
	KUNIT_EXPECT_EQ(test, fail_test_rows_of(test, 9, false, false), 1U);
	KUNIT_EXPECT_STREQ(test, fail_test_first,
			   "VM entry failed: invalid guest state (0x80000021)");
}

static void fail_test_silent(struct kunit *test)
{
	KUNIT_EXPECT_EQ(test, nd_failure_silent(&fail_test_facts), 0ULL);
	fail_test_facts.trace = &fail_test_trace;
	fail_test_trace.isa = ND_ISA_VMX;
	fail_test_trace.sum.cells[ND_LEVEL_GUEST][20].count = 3;
	fail_test_trace.sum.cells[ND_LEVEL_GUEST][24].count = 100;
	fail_test_trace.sum.nested_entries = 90;
	fail_test_trace.nr_refusals = 1;
	fail_test_trace.refusals[0].count = 7;
	fail_test_failures.counts[ND_FAIL_REFUSED] = 5;
	/* Without the probe of exits there is nothing to compare with. */
	KUNIT_EXPECT_EQ(test, nd_failure_silent(&fail_test_facts), 0ULL);
	fail_test_trace.points[0] = (struct nd_point){ "kvm_exit", ND_POINT_ATTACHED, 0 };
	fail_test_trace.nr_points = 1;
	KUNIT_EXPECT_EQ(test, nd_failure_silent(&fail_test_facts), 8ULL);
	/*
	 * Nor if it is not known how many came off: kvm_intel
	 * has no tracepoint for that up to Linux 6.0.
	 */
	fail_test_trace.points[1] = (struct nd_point){ "kvm_nested_vmenter", ND_POINT_ABSENT, 0 };
	fail_test_trace.points[2] = (struct nd_point){ "kvm_nested_vmrun", ND_POINT_ATTACHED, 0 };
	fail_test_trace.nr_points = 3;
	KUNIT_EXPECT_EQ(test, nd_failure_silent(&fail_test_facts), 0ULL);
	fail_test_trace.points[1].state = ND_POINT_ATTACHED;
	fail_test_trace.points[2].state = ND_POINT_ABSENT;
	KUNIT_EXPECT_EQ(test, nd_failure_silent(&fail_test_facts), 8ULL);
	fail_test_trace.points[1].state = ND_POINT_FAILED;
	KUNIT_EXPECT_EQ(test, nd_failure_silent(&fail_test_facts), 0ULL);
	/* kvm_amd has one by another name. */
	fail_test_trace.points[1].state = ND_POINT_ABSENT;
	fail_test_trace.points[2].state = ND_POINT_ATTACHED;
	/* Each vCPU may be on its way. */
	fail_test_trace.nr_vcpus = 8;
	fail_test_trace.isa = ND_ISA_SVM;
	fail_test_trace.sum.cells[ND_LEVEL_GUEST][0x80].count = 103;
	KUNIT_EXPECT_EQ(test, nd_failure_silent(&fail_test_facts), 0ULL);
	fail_test_trace.sum.cells[ND_LEVEL_GUEST][0x80].count = 104;
	KUNIT_EXPECT_EQ(test, nd_failure_silent(&fail_test_facts), 1ULL);
}

/* Tracepoints that are needed and not attached: nobody may take silence for health. */
static void fail_test_unseen(struct kunit *test)
{
	fail_test_facts.trace = &fail_test_trace;
	fail_test_trace.points[0] = (struct nd_point){ "kvm_exit", ND_POINT_ATTACHED, 0 };
	fail_test_trace.points[1] = (struct nd_point){ "kvm_nested_vmenter_failed", ND_POINT_ATTACHED, 0 };
	fail_test_trace.points[2] = (struct nd_point){ "kvm_userspace_exit", ND_POINT_ATTACHED, 0 };
	fail_test_trace.points[3] = (struct nd_point){ "kvm_nested_vmexit", ND_POINT_FAILED, 1 };
	fail_test_trace.nr_points = 4;
	fail_test_rows(test, 0, false);
	KUNIT_EXPECT_EQ(test, fail_test_kinds[ND_ROW_POINT], 0U);
	fail_test_trace.points[2] = (struct nd_point){ "kvm_userspace_exit", ND_POINT_FAILED, 22 };
	fail_test_rows(test, 0, false);
	KUNIT_EXPECT_EQ(test, fail_test_kinds[ND_ROW_POINT], 1U);
	KUNIT_EXPECT_STREQ(test, fail_test_point,
			   "registering failed with error 22: triple faults, internal errors and errors of KVM_RUN are not seen");
	fail_test_trace.points[1].state = ND_POINT_ABSENT;
	fail_test_trace.points[0].state = ND_POINT_OFF;
	fail_test_rows(test, 0, false);
	KUNIT_EXPECT_EQ(test, fail_test_kinds[ND_ROW_POINT], 3U);
	/* Without KVM there are none, and nothing that they would have seen. */
	fail_test_trace.points[0].state = ND_POINT_ABSENT;
	fail_test_trace.points[2].state = ND_POINT_ABSENT;
	fail_test_trace.points[3].state = ND_POINT_ABSENT;
	fail_test_rows(test, 0, false);
	KUNIT_EXPECT_EQ(test, fail_test_kinds[ND_ROW_POINT], 0U);
}

static struct kunit_case failrows_test_cases[] = {
	KUNIT_CASE(fail_test_row_kinds),
	KUNIT_CASE(fail_test_lockdown),
	KUNIT_CASE(fail_test_grouped),
	KUNIT_CASE(fail_test_silent),
	KUNIT_CASE(fail_test_unseen),
	{}
};

static struct kunit_suite nestdiag_failrows_suite = {
	.name = "nestdiag_failrows",
	.init = fail_test_init,
	.test_cases = failrows_test_cases,
};
