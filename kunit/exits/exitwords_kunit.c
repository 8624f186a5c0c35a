// SPDX-License-Identifier: GPL-2.0-only
/*
 * Exits in words: whatever has a name has words, and numbers that nobody defines have none.
 */
#include <kunit/test.h>
#include "core/exits/exits.h"
#include "core/exits/exitwords.h"

static void exitwords_test_vmx(struct kunit *test)
{
	u32 i;

	for (i = 0; i < 0x100; i++)
		if (nd_vmx_exit_name(i))
			KUNIT_EXPECT_TRUE_MSG(test, nd_vmx_exit_words(i) != NULL, "(reason %u)", i);
	KUNIT_EXPECT_STREQ(test, nd_vmx_exit_words(10), "the guest executed CPUID");
	/* Flags do not count; 35, 38 and 42 are holes in the SDM's list. */
	KUNIT_EXPECT_STREQ(test, nd_vmx_exit_words(0x80000021), nd_vmx_exit_words(33));
	KUNIT_EXPECT_NULL(test, nd_vmx_exit_words(35));
	KUNIT_EXPECT_NULL(test, nd_vmx_exit_words(38));
	KUNIT_EXPECT_NULL(test, nd_vmx_exit_words(42));
	KUNIT_EXPECT_NULL(test, nd_vmx_exit_words(0xffff));
}

static void exitwords_test_svm(struct kunit *test)
{
	u32 i;

	for (i = 0; i <= 0x403; i++)
		if (nd_svm_exit_name(i))
			KUNIT_EXPECT_TRUE_MSG(test, nd_svm_exit_words(i) != NULL, "(code 0x%x)", i);
	KUNIT_EXPECT_STREQ(test, nd_svm_exit_words(0x72), "the guest executed CPUID");
	KUNIT_EXPECT_NOT_NULL(test, nd_svm_exit_words(ND_SVM_EXIT_ERR));
	KUNIT_EXPECT_NULL(test, nd_svm_exit_words(0xa0));
	KUNIT_EXPECT_NULL(test, nd_svm_exit_words(0x404));
	KUNIT_EXPECT_NULL(test, nd_svm_exit_words(0xfffffffe));
}

static void exitwords_test_suberrors(struct kunit *test)
{
	u32 i, n = 0;

	for (i = 0; i < 64; i++) {
		KUNIT_EXPECT_EQ(test, !nd_suberror_name(i), !nd_suberror_words(i));
		n += nd_suberror_name(i) != NULL;
	}
	KUNIT_EXPECT_EQ(test, n, 4U);
	KUNIT_EXPECT_STREQ(test, nd_suberror_name(3), "KVM_INTERNAL_ERROR_DELIVERY_EV");
	KUNIT_EXPECT_NULL(test, nd_suberror_name(0));
	KUNIT_EXPECT_NULL(test, nd_suberror_name(0xffffffff));
}

static void exitwords_test_exceptions(struct kunit *test)
{
	KUNIT_EXPECT_STREQ(test, nd_exception_name(13), "#GP, general protection");
	KUNIT_EXPECT_STREQ(test, nd_exception_name(14), "#PF, page fault");
	KUNIT_EXPECT_NULL(test, nd_exception_name(15));
	KUNIT_EXPECT_NULL(test, nd_exception_name(22));
	KUNIT_EXPECT_NULL(test, nd_exception_name(32));
}

static void exitwords_test_userspace(struct kunit *test)
{
	u32 i;

	for (i = 0; i < 64; i++)
		KUNIT_EXPECT_EQ_MSG(test, !nd_userspace_exit_name(i), !nd_userspace_exit_words(i),
				    "(reason %u)", i);
	/* The processor left for a reason that KVM does not know: no work for the VMM. */
	KUNIT_EXPECT_NOT_NULL(test, strstr(nd_userspace_exit_words(0), "hardware_exit_reason"));
	KUNIT_EXPECT_NULL(test, nd_userspace_exit_words(0xffffffff));
}

static struct kunit_case exitwords_cases[] = {
	KUNIT_CASE(exitwords_test_vmx),
	KUNIT_CASE(exitwords_test_svm),
	KUNIT_CASE(exitwords_test_suberrors),
	KUNIT_CASE(exitwords_test_exceptions),
	KUNIT_CASE(exitwords_test_userspace),
	{}
};

static struct kunit_suite nestdiag_exitwords_suite = {
	.name = "nestdiag_exitwords",
	.test_cases = exitwords_cases,
};
