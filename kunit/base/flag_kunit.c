// SPDX-License-Identifier: GPL-2.0-only
/*
 * Boolean parameters: on, off, and neither.
 */
#include "core/base/flag.h"

static void flag_test_describe(struct kunit *test)
{
	static const char *const on[] = { "Y", "y", "1", "on" };
	static const char *const off[] = { "N", "n", "0", "off" };
	static const char *const neither[] = { "", "10", "yes", "ON", "-1", "unreadable", NULL };
	u32 i;

	for (i = 0; i < ARRAY_SIZE(on); i++) {
		KUNIT_EXPECT_TRUE_MSG(test, nd_flag_is(on[i], true), "(%s)", on[i]);
		KUNIT_EXPECT_FALSE_MSG(test, nd_flag_is(on[i], false), "(%s)", on[i]);
		KUNIT_EXPECT_TRUE_MSG(test, nd_flag_is(off[i], false), "(%s)", off[i]);
		KUNIT_EXPECT_FALSE_MSG(test, nd_flag_is(off[i], true), "(%s)", off[i]);
	}
	for (i = 0; i < ARRAY_SIZE(neither); i++) {
		KUNIT_EXPECT_FALSE(test, nd_flag_is(neither[i], true));
		KUNIT_EXPECT_FALSE(test, nd_flag_is(neither[i], false));
	}
}

static struct kunit_case flag_test_cases[] = {
	KUNIT_CASE(flag_test_describe),
	{}
};

static struct kunit_suite nestdiag_flag_suite = {
	.name = "nestdiag_flag",
	.test_cases = flag_test_cases,
};
