// SPDX-License-Identifier: GPL-2.0-only
/*
 * Failed launches by cause: what is kept of many.
 */
#include <kunit/test.h>
#include "core/entry/kept.h"

static struct nd_kept kept_test;
static struct nd_failure kept_test_failure;

static int kept_test_init(struct kunit *test)
{
	memset(&kept_test, 0, sizeof(kept_test));
	memset(&fail_test_failures, 0, sizeof(fail_test_failures));
	return 0;
}

/* An entry of a nested guest that failed on its state. */
static struct nd_failure *kept_test_entry(u32 pid)
{
	struct nd_failure *f = &kept_test_failure;

	memset(f, 0, sizeof(*f));
	f->kind = ND_FAIL_ENTRY;
	f->isa = ND_ISA_VMX;
	f->level = ND_LEVEL_NESTED;
	f->evidence = ND_EVIDENCE_VMCS;
	f->pid = pid;
	f->reason = 0x80000021;
	f->has = ND_FAIL_HAS_REASON;
	return f;
}

static void kept_test_list(void)
{
	const struct nd_kept_cause *cause;
	u64 number = 0;

	memset(&fail_test_failures, 0, sizeof(fail_test_failures));
	while ((cause = nd_kept_next(&kept_test, number)) != NULL) {
		number = cause->first.number;
		nd_kept_list(cause, &fail_test_failures);
	}
	nd_kept_sum(&kept_test, &fail_test_failures);
}

/* 1,000 of one cause do not cost another its first one, nor its state. */
static void kept_test_groups(struct kunit *test)
{
	const struct nd_failure *list = fail_test_failures.list;
	struct nd_failure *f;
	u32 i;

	f = kept_test_entry(7);
	f->qual = 1;
	KUNIT_EXPECT_TRUE(test, nd_kept_add(&kept_test, f, "guest-cr4-pae"));
	for (i = 0; i < 1000; i++) {
		f = kept_test_entry(7);
		f->time_ns = i;
		f->qual = i;
		KUNIT_EXPECT_EQ(test, nd_kept_add(&kept_test, f, "guest-rflags-one"), i == 0);
	}
	f = kept_test_entry(7);
	f->qual = 2;
	KUNIT_EXPECT_FALSE(test, nd_kept_add(&kept_test, f, "guest-cr4-pae"));
	kept_test_list();
	KUNIT_ASSERT_EQ(test, fail_test_failures.nr, 4U);
	KUNIT_EXPECT_EQ(test, fail_test_failures.counts[ND_FAIL_ENTRY], 1002ULL);
	KUNIT_EXPECT_EQ(test, fail_test_failures.dropped, 0ULL);
	KUNIT_EXPECT_EQ(test, list[0].number, 1ULL);
	KUNIT_EXPECT_EQ(test, list[0].qual, 1ULL);
	KUNIT_EXPECT_EQ(test, list[0].count, 2ULL);
	KUNIT_EXPECT_EQ(test, list[1].number, 1002ULL);
	KUNIT_EXPECT_EQ(test, list[1].cause, 1ULL);
	KUNIT_EXPECT_EQ(test, list[1].qual, 2ULL);
	KUNIT_EXPECT_EQ(test, list[2].number, 2ULL);
	KUNIT_EXPECT_EQ(test, list[2].cause, 2ULL);
	KUNIT_EXPECT_EQ(test, list[2].count, 1000ULL);
	KUNIT_EXPECT_EQ(test, list[2].qual, 0ULL);
	KUNIT_EXPECT_EQ(test, list[3].number, 1001ULL);
	KUNIT_EXPECT_EQ(test, list[3].qual, 999ULL);
}

/* What makes a cause another one, and what does not. */
static void kept_test_differ(struct kunit *test)
{
	struct nd_failure *f;

	KUNIT_EXPECT_TRUE(test, nd_kept_add(&kept_test, kept_test_entry(7), "a"));
	KUNIT_EXPECT_FALSE(test, nd_kept_add(&kept_test, kept_test_entry(7), "a"));
	KUNIT_EXPECT_TRUE(test, nd_kept_add(&kept_test, kept_test_entry(8), "a"));
	KUNIT_EXPECT_TRUE(test, nd_kept_add(&kept_test, kept_test_entry(7), "b"));
	KUNIT_EXPECT_TRUE(test, nd_kept_add(&kept_test, kept_test_entry(7), NULL));
	f = kept_test_entry(7);
	f->evidence = ND_EVIDENCE_RATE;
	KUNIT_EXPECT_TRUE(test, nd_kept_add(&kept_test, f, NULL));
	f = kept_test_entry(7);
	f->reason = 0x80000022;
	KUNIT_EXPECT_TRUE(test, nd_kept_add(&kept_test, f, NULL));
	f = kept_test_entry(7);
	f->level = ND_LEVEL_GUEST;
	KUNIT_EXPECT_TRUE(test, nd_kept_add(&kept_test, f, "a"));
	f = kept_test_entry(7);
	f->kind = ND_FAIL_REFUSED;
	f->evidence = ND_EVIDENCE_NONE;
	scnprintf(f->message, sizeof(f->message), "one");
	KUNIT_EXPECT_TRUE(test, nd_kept_add(&kept_test, f, NULL));
	KUNIT_EXPECT_FALSE(test, nd_kept_add(&kept_test, f, NULL));
	scnprintf(f->message, sizeof(f->message), "two");
	KUNIT_EXPECT_TRUE(test, nd_kept_add(&kept_test, f, NULL));
	f = kept_test_entry(7);
	f->kind = ND_FAIL_INTERNAL;
	f->error = 1;
	KUNIT_EXPECT_TRUE(test, nd_kept_add(&kept_test, f, NULL));
	f->error = 3;
	KUNIT_EXPECT_TRUE(test, nd_kept_add(&kept_test, f, NULL));
	/* A guest that is ended over and over, after whatever exit. */
	f->reason = 48;
	f->vcpu = 1;
	KUNIT_EXPECT_FALSE(test, nd_kept_add(&kept_test, f, NULL));
}

/* A nested guest that fails in ever new ways takes no place of a guest's own failure. */
static void kept_test_own_stay(struct kunit *test)
{
	struct nd_failure *f = kept_test_entry(1);
	u32 i;

	f->level = ND_LEVEL_GUEST;
	nd_kept_add(&kept_test, f, "own");
	for (i = 0; i < 1000; i++)
		nd_kept_add(&kept_test, kept_test_entry(100 + i), "nested");
	/* One that goes on is not displaced by those that do not. */
	nd_kept_add(&kept_test, kept_test_entry(1098), "nested");
	for (i = 0; i < ND_MAX_FAIL_CAUSES - ND_KEPT_OWN - 1; i++)
		nd_kept_add(&kept_test, kept_test_entry(2000 + i), "nested");
	kept_test_list();
	KUNIT_EXPECT_EQ(test, fail_test_failures.list[0].number, 1ULL);
	KUNIT_EXPECT_EQ(test, fail_test_failures.list[0].level, ND_LEVEL_GUEST);
	KUNIT_EXPECT_EQ(test, fail_test_failures.list[1].pid, 1098U);
	KUNIT_EXPECT_EQ(test, fail_test_failures.list[1].count, 2ULL);
	KUNIT_EXPECT_EQ(test, fail_test_failures.nr, 1 + 2 + ND_MAX_FAIL_CAUSES - ND_KEPT_OWN - 1U);
	KUNIT_EXPECT_EQ(test, fail_test_failures.dropped, 999ULL);

	/* Nor the other way round. */
	for (i = 0; i < 1000; i++) {
		f = kept_test_entry(5000 + i);
		f->level = ND_FAIL_LEVEL_UNKNOWN;
		nd_kept_add(&kept_test, f, "own");
	}
	kept_test_list();
	KUNIT_EXPECT_EQ(test, fail_test_failures.list[0].pid, 1098U);
	KUNIT_EXPECT_EQ(test, fail_test_failures.nr, 1U + ND_MAX_FAIL_CAUSES);
}

static void kept_test_full_list(struct kunit *test)
{
	u32 i;

	for (i = 0; i < 4 * ND_MAX_FAIL_CAUSES; i++) {
		struct nd_failure *f = kept_test_entry(i / 4);

		f->level = i & 1 ? ND_LEVEL_NESTED : ND_LEVEL_GUEST;
		nd_kept_add(&kept_test, f, "check");
	}
	kept_test_list();
	KUNIT_EXPECT_EQ(test, fail_test_failures.nr, (u32)ND_MAX_FAILURES);
	/* All that are not listed are counted. */
	KUNIT_EXPECT_EQ(test, fail_test_failures.dropped, 2ULL * ND_MAX_FAIL_CAUSES);
}

static void kept_test_reset(struct kunit *test)
{
	nd_kept_add(&kept_test, kept_test_entry(7), "a");
	nd_kept_count(&kept_test, ND_FAIL_SHUTDOWN);
	kept_test_list();
	KUNIT_EXPECT_EQ(test, fail_test_failures.dropped, 1ULL);
	nd_kept_reset(&kept_test);
	kept_test_list();
	KUNIT_EXPECT_EQ(test, fail_test_failures.nr, 0U);
	KUNIT_EXPECT_EQ(test, nd_fail_total(&fail_test_failures), 0ULL);
	KUNIT_EXPECT_EQ(test, fail_test_failures.dropped, 0ULL);
	/* Known before the reset, but that is forgotten; numbers go on. */
	KUNIT_EXPECT_TRUE(test, nd_kept_add(&kept_test, kept_test_entry(7), "a"));
	kept_test_list();
	KUNIT_EXPECT_EQ(test, fail_test_failures.list[0].number, 3ULL);
	KUNIT_EXPECT_EQ(test, fail_test_failures.counts[ND_FAIL_ENTRY], 1ULL);
	KUNIT_EXPECT_EQ(test, kept_test.counts[ND_FAIL_ENTRY], 2ULL);
	KUNIT_EXPECT_NULL(test, nd_kept_next(&kept_test, 3));
}

static struct kunit_case kept_test_cases[] = {
	KUNIT_CASE(kept_test_groups),
	KUNIT_CASE(kept_test_differ),
	KUNIT_CASE(kept_test_own_stay),
	KUNIT_CASE(kept_test_full_list),
	KUNIT_CASE(kept_test_reset),
	{}
};

static struct kunit_suite nestdiag_kept_suite = {
	.name = "nestdiag_kept",
	.init = kept_test_init,
	.test_cases = kept_test_cases,
};
