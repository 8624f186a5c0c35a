// SPDX-License-Identifier: GPL-2.0-only
/*
 * VM-instruction errors: the numbers that the SDM defines have words, the others have none.
 */
#include <kunit/test.h>
#include "core/entry/insnerror.h"

static void insnerror_test_known(struct kunit *test)
{
	KUNIT_EXPECT_STREQ(test, nd_insn_error_words(7),
			   "VM entry with invalid control field(s)");
	KUNIT_EXPECT_STREQ(test, nd_insn_error_words(8),
			   "VM entry with invalid host-state field(s)");
	KUNIT_EXPECT_STREQ(test, nd_insn_error_words(12),
			   "VMREAD/VMWRITE from/to unsupported VMCS component");
	KUNIT_EXPECT_STREQ(test, nd_insn_error_words(26),
			   "VM entry with events blocked by MOV SS");
	KUNIT_EXPECT_STREQ(test, nd_insn_error_words(28), "Invalid operand to INVEPT/INVVPID");
}

/* 14, 21 and 27 are holes in the SDM's list; 0 says that there was no error. */
static void insnerror_test_unknown(struct kunit *test)
{
	static const u32 none[] = { 0, 14, 21, 27, 29, 0x80000021, 0xffffffff };
	u32 i;

	for (i = 0; i < ARRAY_SIZE(none); i++) {
		KUNIT_EXPECT_NULL(test, nd_insn_error_words(none[i]));
		KUNIT_EXPECT_NULL(test, nd_insn_error_cause(none[i]));
	}
}

static void insnerror_test_count(struct kunit *test)
{
	u32 i, n = 0;

	for (i = 0; i < 64; i++) {
		n += nd_insn_error_words(i) != NULL;
		KUNIT_EXPECT_EQ(test, !nd_insn_error_words(i), !nd_insn_error_cause(i));
	}
	KUNIT_EXPECT_EQ(test, n, 25U);
}

static struct kunit_case insnerror_cases[] = {
	KUNIT_CASE(insnerror_test_known),
	KUNIT_CASE(insnerror_test_unknown),
	KUNIT_CASE(insnerror_test_count),
	{}
};

static struct kunit_suite nestdiag_insnerror_suite = {
	.name = "nestdiag_insnerror",
	.test_cases = insnerror_cases,
};
