// SPDX-License-Identifier: GPL-2.0-only
/*
 * The figures of some vCPUs, out of those of all.
 */
#include <kunit/test.h>

#include "core/exits/narrow.h"

#define NARROW_CPUID	10
#define NARROW_READ	23
#define NARROW_RARE	(ND_SLOT_OTHER + 1)

static struct nd_trace narrow_test_trace;
static struct nd_acct_vcpu narrow_test_vcpus[2];

/*
 * Two vCPUs: both execute CPUID, the first also VMREAD, and a nested guest does under the second.
 */
static int narrow_test_init(struct kunit *test)
{
	struct nd_trace *trace = &narrow_test_trace;
	struct nd_acct *sum = &trace->sum;

	memset(trace, 0, sizeof(*trace));
	memset(narrow_test_vcpus, 0, sizeof(narrow_test_vcpus));
	trace->vcpus = narrow_test_vcpus;
	trace->nr_vcpus = 2;
	trace->vcpus[0].counts[ND_LEVEL_GUEST][NARROW_CPUID] = 30;
	trace->vcpus[0].counts[ND_LEVEL_GUEST][NARROW_READ] = 7;
	trace->vcpus[1].counts[ND_LEVEL_GUEST][NARROW_CPUID] = 70;
	trace->vcpus[1].counts[ND_LEVEL_NESTED][NARROW_CPUID] = 5;
	sum->cells[ND_LEVEL_GUEST][NARROW_CPUID] = (struct nd_acct_cell){
		.count = 100, .timed = 100, .ticks = 5000, .max = 90, .hist = { 100 } };
	sum->cells[ND_LEVEL_GUEST][NARROW_READ] = (struct nd_acct_cell){
		.count = 7, .timed = 7, .ticks = 700, .max = 200, .hist = { 7 } };
	sum->cells[ND_LEVEL_NESTED][NARROW_CPUID] = (struct nd_acct_cell){
		.count = 5, .timed = 5, .ticks = 50, .max = 20, .hist = { 5 } };
	sum->reflected[NARROW_CPUID] = 4;
	sum->caused[NARROW_CPUID] = 40;
	sum->nested_entries = 6;
	sum->nested_exits = 5;
	sum->guest[ND_LEVEL_GUEST] = 1000;
	sum->no_exit = 3;
	sum->userspace[2] = 9;
	trace->nr_refusals = 1;
	return 0;
}

static void narrow_test_all(struct kunit *test)
{
	static struct nd_trace was;	/* too large for the stack of a kernel thread */
	struct nd_narrowed n;

	was = narrow_test_trace;
	n = nd_trace_narrow(&narrow_test_trace);
	KUNIT_EXPECT_TRUE(test, n.whole);
	KUNIT_EXPECT_TRUE(test, n.nested);
	KUNIT_EXPECT_EQ(test, n.rare, 0ULL);
	KUNIT_EXPECT_EQ(test, memcmp(&was, &narrow_test_trace, sizeof(was)), 0);
}

/* What both had keeps its number and loses its times; what is this one's alone keeps all. */
static void narrow_test_one(struct kunit *test)
{
	struct nd_trace *trace = &narrow_test_trace;
	const struct nd_acct_cell *cell;
	struct nd_narrowed n;

	trace->nr_vcpus = 1;
	n = nd_trace_narrow(trace);
	KUNIT_EXPECT_FALSE(test, n.whole);
	KUNIT_EXPECT_FALSE(test, n.nested);
	cell = &trace->sum.cells[ND_LEVEL_GUEST][NARROW_CPUID];
	KUNIT_EXPECT_EQ(test, cell->count, 30ULL);
	KUNIT_EXPECT_EQ(test, cell->timed, 0ULL);
	KUNIT_EXPECT_EQ(test, cell->ticks, 0ULL);
	KUNIT_EXPECT_EQ(test, cell->hist[0], 0ULL);
	KUNIT_EXPECT_EQ(test, cell->max, 90ULL);
	cell = &trace->sum.cells[ND_LEVEL_GUEST][NARROW_READ];
	KUNIT_EXPECT_EQ(test, cell->count, 7ULL);
	KUNIT_EXPECT_EQ(test, cell->ticks, 700ULL);
	cell = &trace->sum.cells[ND_LEVEL_NESTED][NARROW_CPUID];
	KUNIT_EXPECT_EQ(test, cell->count, 0ULL);
	KUNIT_EXPECT_EQ(test, cell->max, 0ULL);
	KUNIT_EXPECT_EQ(test, trace->sum.reflected[NARROW_CPUID], 0ULL);
	KUNIT_EXPECT_EQ(test, trace->sum.caused[NARROW_CPUID], 0ULL);
	KUNIT_EXPECT_EQ(test, trace->sum.nested_exits, 0ULL);
	KUNIT_EXPECT_EQ(test, trace->sum.userspace[2], 0ULL);
	KUNIT_EXPECT_EQ(test, trace->sum.no_exit, 0ULL);
	KUNIT_EXPECT_EQ(test, trace->nr_refusals, 0U);
	KUNIT_EXPECT_TRUE(test, trace->unrecorded & BIT(ND_LEVEL_GUEST));
}

/* All nested exits are the second one's: so is what they caused. */
static void narrow_test_nested(struct kunit *test)
{
	struct nd_trace *trace = &narrow_test_trace;
	struct nd_narrowed n;

	trace->vcpus[0] = trace->vcpus[1];
	trace->nr_vcpus = 1;
	n = nd_trace_narrow(trace);
	KUNIT_EXPECT_FALSE(test, n.whole);
	KUNIT_EXPECT_TRUE(test, n.nested);
	KUNIT_EXPECT_EQ(test, trace->sum.caused[NARROW_CPUID], 40ULL);
	KUNIT_EXPECT_EQ(test, trace->sum.nested_entries, 6ULL);
	KUNIT_EXPECT_EQ(test, trace->sum.cells[ND_LEVEL_NESTED][NARROW_CPUID].ticks, 50ULL);
	KUNIT_EXPECT_EQ(test, trace->sum.cells[ND_LEVEL_GUEST][NARROW_READ].count, 0ULL);
}

/* Rare reasons have their slots by CPU, and a vCPU's need not be the sum's. */
static void narrow_test_rare(struct kunit *test)
{
	struct nd_trace *trace = &narrow_test_trace;
	struct nd_narrowed n;

	trace->sum.cells[ND_LEVEL_GUEST][ND_SLOT_OTHER].count = 8;
	trace->vcpus[0].counts[ND_LEVEL_GUEST][NARROW_RARE] = 5;
	trace->vcpus[1].counts[ND_LEVEL_GUEST][ND_SLOT_OTHER] = 3;
	n = nd_trace_narrow(trace);
	KUNIT_EXPECT_TRUE(test, n.whole);
	KUNIT_EXPECT_EQ(test, trace->sum.cells[ND_LEVEL_GUEST][ND_SLOT_OTHER].count, 8ULL);
	trace->nr_vcpus = 1;
	n = nd_trace_narrow(trace);
	KUNIT_EXPECT_FALSE(test, n.whole);
	KUNIT_EXPECT_EQ(test, n.rare, 5ULL);
	KUNIT_EXPECT_EQ(test, trace->sum.cells[ND_LEVEL_GUEST][ND_SLOT_OTHER].count, 0ULL);
	KUNIT_EXPECT_EQ(test, trace->sum.cells[ND_LEVEL_GUEST][NARROW_RARE].count, 0ULL);
}

static struct kunit_case narrow_cases[] = {
	KUNIT_CASE(narrow_test_all),
	KUNIT_CASE(narrow_test_one),
	KUNIT_CASE(narrow_test_nested),
	KUNIT_CASE(narrow_test_rare),
	{}
};

static struct kunit_suite nestdiag_narrow_suite = {
	.name = "nestdiag_narrow",
	.init = narrow_test_init,
	.test_cases = narrow_cases,
};
