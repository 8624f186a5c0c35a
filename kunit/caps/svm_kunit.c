// SPDX-License-Identifier: GPL-2.0-only
/*
 * SVM: VM_CR and the bits of AMD's leaf.
 */
#include <kunit/test.h>
#include "core/base/row.h"
#include "core/facts/regs.h"

static const struct caps_seen *caps_svm(const char *reg, u64 bit)
{
	static const struct caps_seen none = { .state = "none", .words = "none" };
	u32 i;

	for (i = 0; i < caps_nr_seen; i++)
		if (caps_seen[i].msr == 0x8000000a && !strcmp(caps_seen[i].reg, reg) &&
		    caps_seen[i].bit == bit)
			return &caps_seen[i];
	return &none;
}

static void caps_test_svm(struct kunit *test)
{
	caps_leaf(0x80000001, 0, 0, 1U << 2, 0);
	caps_leaf(0x8000000a, 0x00000001, 0x00008000, 0x00000000, 0x119b9cff);
	caps_set(ND_VM_CR, 0x18);
	caps_run();
	KUNIT_EXPECT_STREQ(test, caps_svm("eax", 0)->words, "1");
	KUNIT_EXPECT_STREQ(test, caps_svm("ebx", 0)->words, "32768");
	KUNIT_EXPECT_STREQ(test, caps_svm("edx", 0)->id, "npt");
	KUNIT_EXPECT_STREQ(test, caps_svm("edx", 0)->state, "yes");
	KUNIT_EXPECT_STREQ(test, caps_svm("edx", 3)->id, "nrip-save");
	KUNIT_EXPECT_STREQ(test, caps_svm("edx", 3)->state, "yes");
	KUNIT_EXPECT_STREQ(test, caps_svm("edx", 13)->id, "avic");
	KUNIT_EXPECT_STREQ(test, caps_svm("edx", 13)->state, "no");
	KUNIT_EXPECT_STREQ(test, caps_svm("edx", 15)->id, "v-vmsave-vmload");
	KUNIT_EXPECT_STREQ(test, caps_svm("edx", 16)->state, "yes");
	KUNIT_EXPECT_STREQ(test, caps_svm("edx", 18)->state, "no");
	KUNIT_EXPECT_STREQ(test, caps_svm("edx", 25)->id, "vnmi");
	KUNIT_EXPECT_STREQ(test, caps_svm("edx", 25)->state, "no");
	KUNIT_EXPECT_STREQ(test, caps_svm("edx", 28)->id, "svme-addr-chk");
	KUNIT_EXPECT_STREQ(test, caps_svm("edx", 28)->state, "yes");
	KUNIT_EXPECT_STREQ(test, caps_svm("edx", 11)->label, "bit 11 (unknown)");
	KUNIT_EXPECT_EQ(test, caps_count_unknown(), 1U);
	KUNIT_EXPECT_STREQ(test, caps_find(ND_ROW_FIELD, 0xc0010114, 3, "Locked")->state, "yes");
	KUNIT_EXPECT_STREQ(test, caps_find(ND_ROW_FIELD, 0xc0010114, 4, NULL)->state, "yes");
	KUNIT_EXPECT_STREQ(test, caps_find(ND_ROW_FIELD, 0xc0010114, 1, NULL)->state, "no");
}

static void caps_test_svm_bits(struct kunit *test)
{
	u32 i;

	for (i = 0; i < ARRAY_SIZE(field_svm_edx); i++) {
		u32 bit = field_svm_edx[i].low;

		caps_test_init(test);
		caps_leaf(0x80000001, 0, 0, 1U << 2, 0);
		caps_leaf(0x8000000a, 1, 0, 0, 1U << bit);
		caps_run();
		KUNIT_EXPECT_STREQ(test, caps_svm("edx", bit)->state, "yes");
		KUNIT_EXPECT_STREQ(test, caps_svm("edx", bit)->label, field_svm_edx[i].label);
		KUNIT_EXPECT_EQ(test, caps_count_unknown(), 0U);
		KUNIT_EXPECT_STREQ(test, caps_svm("edx", bit ? 0 : 1)->state, "no");
	}
}

/* The leaf without the feature means nothing. */
static void caps_test_no_svm(struct kunit *test)
{
	caps_leaf(0x8000000a, 1, 16, 0, 1);
	caps_run();
	KUNIT_EXPECT_EQ(test, caps_count(ND_ROW_FIELD), 0U);
	caps_leaf(0x80000001, 0, 0, 0, 0);
	caps_run();
	KUNIT_EXPECT_EQ(test, caps_count(ND_ROW_FIELD), 0U);
}

static struct kunit_case svm_test_cases[] = {
	KUNIT_CASE(caps_test_svm),
	KUNIT_CASE(caps_test_svm_bits),
	KUNIT_CASE(caps_test_no_svm),
	{}
};

static struct kunit_suite nestdiag_svm_suite = {
	.name = "nestdiag_svm",
	.init = caps_test_init,
	.test_cases = svm_test_cases,
};
