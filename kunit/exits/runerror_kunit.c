// SPDX-License-Identifier: GPL-2.0-only
/*
 * Returns of KVM_RUN with an error: which are failures.
 */
#include <kunit/test.h>
#include "core/exits/runerror.h"

static void run_test_errors(struct kunit *test)
{
	static const struct {
		u32 reason;
		u32 error;
		enum nd_run_error run;
	} cases[] = {
		{ 2, 0, ND_RUN_EXITED },
		/* The reason is left from an earlier return. */
		{ 2, 5, ND_RUN_FAILED },
		{ 0, 4, ND_RUN_INTERRUPTED },
		{ 10, 4, ND_RUN_INTERRUPTED },
		{ 0, 11, ND_RUN_WAITING },
		{ 0, 14, ND_RUN_FAILED },
		/* KVM_EXIT_MEMORY_FAULT comes with one of two errors. */
		{ 39, 14, ND_RUN_EXITED },
		{ 39, 133, ND_RUN_EXITED },
		{ 39, 5, ND_RUN_FAILED },
		{ 39, 4, ND_RUN_INTERRUPTED },
	};
	u32 i;

	for (i = 0; i < ARRAY_SIZE(cases); i++)
		KUNIT_EXPECT_EQ_MSG(test, (int)nd_run_error(cases[i].reason, cases[i].error),
				    (int)cases[i].run, "case %u", i);
	KUNIT_EXPECT_STREQ(test, nd_errno_name(5), "EIO");
	KUNIT_EXPECT_NULL(test, nd_errno_name(0));
	KUNIT_EXPECT_NULL(test, nd_run_error_words(99));
}

static struct kunit_case runerror_test_cases[] = {
	KUNIT_CASE(run_test_errors),
	{}
};

static struct kunit_suite nestdiag_runerror_suite = {
	.name = "nestdiag_runerror",
	.test_cases = runerror_test_cases,
};
