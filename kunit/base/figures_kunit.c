// SPDX-License-Identifier: GPL-2.0-only
/*
 * Figures: durations, shares and the clock.
 */
#include <kunit/test.h>
#include "core/base/figures.h"

static void acct_test_figures(struct kunit *test)
{
	char text[ND_FIGURE];

	KUNIT_EXPECT_STREQ(test, nd_share_text(1, 3, text, sizeof(text)), "33.33 %");
	KUNIT_EXPECT_STREQ(test, nd_share_text(0, 0, text, sizeof(text)), "-");
	KUNIT_EXPECT_STREQ(test, nd_share_text(~0ULL, ~0ULL, text, sizeof(text)), "100.00 %");
	KUNIT_EXPECT_STREQ(test, nd_ratio_text(80000 * 3, 80000, text, sizeof(text)), "3.0");
	KUNIT_EXPECT_STREQ(test, nd_ratio_text(199999, 100000, text, sizeof(text)), "2.0");
	KUNIT_EXPECT_STREQ(test, nd_ratio_text(1, 0, text, sizeof(text)), "-");
	KUNIT_EXPECT_STREQ(test, nd_time_text(999, text, sizeof(text)), "999 ns");
	KUNIT_EXPECT_STREQ(test, nd_time_text(1000, text, sizeof(text)), "1.00 us");
	KUNIT_EXPECT_STREQ(test, nd_time_text(999999, text, sizeof(text)), "999.99 us");
	KUNIT_EXPECT_STREQ(test, nd_time_text(12345678, text, sizeof(text)), "12.34 ms");
	KUNIT_EXPECT_STREQ(test, nd_time_text(~0ULL, text, sizeof(text)), "18446744073.70 s");
}

/* Counters of a forged snapshot may be as large as can be: no sum of them is small again. */
static void acct_test_greatest(struct kunit *test)
{
	char text[ND_FIGURE];

	KUNIT_EXPECT_EQ(test, nd_plus(~0ULL - 1, 1), ~0ULL);
	KUNIT_EXPECT_EQ(test, nd_plus(~0ULL, 1), ~0ULL);
	KUNIT_EXPECT_EQ(test, nd_plus(2, 3), 5ULL);
	KUNIT_EXPECT_EQ(test, nd_times(1ULL << 32, 1ULL << 31), 1ULL << 63);
	KUNIT_EXPECT_EQ(test, nd_times(1ULL << 32, 1ULL << 32), ~0ULL);
	KUNIT_EXPECT_EQ(test, nd_times(~0ULL, 0), 0ULL);
	KUNIT_EXPECT_EQ(test, nd_ratio(~0ULL, 1, 1000), ~0ULL);
	KUNIT_EXPECT_EQ(test, nd_ratio(~0ULL, ~0ULL - 1, 1000), 1000ULL);
	KUNIT_EXPECT_EQ(test, nd_ratio(1ULL << 62, 1ULL << 63, 100), 50ULL);
	KUNIT_EXPECT_STREQ(test, nd_share_text(~0ULL, 1, text, sizeof(text)),
			   "184467440737095516.15 %");
	KUNIT_EXPECT_STREQ(test, nd_ratio_text(~0ULL, 1, text, sizeof(text)), "184467440737095516.1");
}

/* To nanoseconds and back: with a clock faster than a nanosecond, slower, and none. */
static void acct_test_clock(struct kunit *test)
{
	static const u64 khz[] = { 20000, 999999, 1000000, 2399998, 4294967295 };
	static const u64 ns[] = { 0, 1, 41, 999999, 1000001, 123456789012345ULL };
	struct nd_trace *trace = &acct_test_trace;
	u32 i, j;

	for (i = 0; i < ARRAY_SIZE(khz); i++) {
		trace->tsc_khz = khz[i];
		for (j = 0; j < ARRAY_SIZE(ns); j++) {
			u64 once = nd_trace_ns(trace, ns[j]);

			KUNIT_EXPECT_EQ(test, nd_trace_ns(trace, nd_trace_ticks(trace, once)),
					once);
		}
	}
	trace->tsc_khz = 2000000;
	KUNIT_EXPECT_EQ(test, nd_trace_ns(trace, 1ULL << 63), 1ULL << 62);
	KUNIT_EXPECT_EQ(test, nd_trace_ns(trace, 3), 1ULL);
	trace->tsc_khz = 20000;
	KUNIT_EXPECT_EQ(test, nd_trace_ns(trace, 7), 350ULL);
	KUNIT_EXPECT_EQ(test, nd_trace_ticks(trace, 350), 7ULL);
	KUNIT_EXPECT_EQ(test, nd_trace_ns(trace, 1ULL << 63), ~0ULL);
	trace->tsc_khz = 0;
	KUNIT_EXPECT_EQ(test, nd_trace_ns(trace, 7), 7ULL);
	/* A CPU whose clock is ahead was never in the future. */
	trace->now = 100;
	KUNIT_EXPECT_EQ(test, nd_trace_age(trace, 40), 60ULL);
	KUNIT_EXPECT_EQ(test, nd_trace_age(trace, 101), 0ULL);
}

static struct kunit_case figures_test_cases[] = {
	KUNIT_CASE(acct_test_figures),
	KUNIT_CASE(acct_test_greatest),
	KUNIT_CASE(acct_test_clock),
	{}
};

static struct kunit_suite nestdiag_figures_suite = {
	.name = "nestdiag_figures",
	.init = acct_test_init,
	.test_cases = figures_test_cases,
};
