// SPDX-License-Identifier: GPL-2.0-only
/*
 * Exits that took long.
 */
#include <kunit/test.h>

#include "core/exits/slow.h"

/* One tick is a nanosecond; buckets start at 256, 512, 1024 and so on. */
static void slow_test_bounds(struct kunit *test)
{
	static const struct {
		u64 ns;
		u64 least;
		u64 most;
	} wanted[] = {
		{ 1, 5, 15 },		/* those of the first bucket are of 0 ns or more */
		{ 256, 5, 5 }, { 257, 2, 5 }, { 511, 2, 5 }, { 512, 2, 2 }, { 513, 1, 2 },
		{ 900, 1, 2 }, { 901, 0, 2 }, { 1023, 0, 2 }, { 1024, 0, 0 },
	};
	static struct nd_trace trace;
	struct nd_acct_cell cell = { .count = 15, .timed = 15, .ticks = 3000, .max = 900,
				     .hist = { 10, 3, 2 } };
	struct nd_exit_slow slow;
	u32 i;

	trace.tsc_khz = 1000000;
	for (i = 0; i < ARRAY_SIZE(wanted); i++) {
		slow = nd_exit_slow(&trace, &cell, wanted[i].ns);
		KUNIT_EXPECT_EQ(test, slow.least, wanted[i].least);
		KUNIT_EXPECT_EQ(test, slow.most, wanted[i].most);
	}
	/* Of an interval the longest need not be known; that it is not below the mean is. */
	cell = (struct nd_acct_cell){ .count = 2, .timed = 2, .ticks = 1400, .hist = { 0, 0, 2 } };
	slow = nd_exit_slow(&trace, &cell, 700);
	KUNIT_EXPECT_EQ(test, slow.least, 1ULL);
	slow = nd_exit_slow(&trace, &cell, 701);
	KUNIT_EXPECT_EQ(test, slow.least, 0ULL);
	/* The last bucket has no end. */
	cell = (struct nd_acct_cell){ .count = 1, .hist = { [ND_HIST_BUCKETS - 1] = 1 } };
	slow = nd_exit_slow(&trace, &cell, ~0ULL);
	KUNIT_EXPECT_EQ(test, slow.least, 0ULL);
	KUNIT_EXPECT_EQ(test, slow.most, 1ULL);
}

static u32 slow_test_rows_seen;
static struct nd_row slow_test_row;

static void slow_test_see(void *ctx, const struct nd_row *row)
{
	if (row->kind != ND_ROW_SLOW)
		return;
	slow_test_rows_seen++;
	slow_test_row = *row;
}

/* Waiting is not slow; whose exit it was is told if it can have been one vCPU's only. */
static void slow_test_rows(struct kunit *test)
{
	static const struct nd_emit emit = { slow_test_see, NULL };
	static struct nd_acct_vcpu vcpus[2];
	static struct nd_trace trace;
	struct nd_facts facts = { .trace = &trace };

	memset(vcpus, 0, sizeof(vcpus));
	memset(&trace, 0, sizeof(trace));
	trace.isa = ND_ISA_VMX;
	trace.tsc_khz = 1000000;
	trace.vcpus = vcpus;
	trace.nr_vcpus = 2;
	vcpus[0].pid = 70;
	vcpus[1].pid = 71;
	vcpus[1].counts[ND_LEVEL_GUEST][10] = 4;
	trace.sum.cells[ND_LEVEL_GUEST][10] = (struct nd_acct_cell){
		.count = 4, .timed = 4, .ticks = 4000, .max = 2000, .hist = { 3, 0, 0, 1 } };
	trace.sum.cells[ND_LEVEL_GUEST][12] = (struct nd_acct_cell){
		.count = 1, .timed = 1, .ticks = 900000, .max = 900000 };
	slow_test_rows_seen = 0;
	nd_exit_slow_rows(&facts, 2000, &emit);
	KUNIT_EXPECT_EQ(test, slow_test_rows_seen, 1U);
	KUNIT_EXPECT_NOT_NULL(test, strstr(slow_test_row.words, "1 exit of guests, longest 2.00 us, process 71, vCPU 0"));
	vcpus[0].counts[ND_LEVEL_GUEST][10] = 1;
	nd_exit_slow_rows(&facts, 2000, &emit);
	KUNIT_EXPECT_NULL(test, strstr(slow_test_row.words, "process"));
	slow_test_rows_seen = 0;
	nd_exit_slow_rows(&facts, 2001, &emit);
	KUNIT_EXPECT_EQ(test, slow_test_rows_seen, 0U);
}

static struct kunit_case slow_cases[] = {
	KUNIT_CASE(slow_test_bounds),
	KUNIT_CASE(slow_test_rows),
	{}
};

static struct kunit_suite nestdiag_slow_suite = {
	.name = "nestdiag_slow",
	.test_cases = slow_cases,
};
