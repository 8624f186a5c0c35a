// SPDX-License-Identifier: GPL-2.0-only
/*
 * An autopsy: what stays open, and which check is named first.
 */
#include <kunit/test.h>
#include "core/entry/autopsy.h"

/* What was not captured neither fails nor passes. */
static void autopsy_unknown_is_not_checked(struct kunit *test)
{
	struct nd_chk chk;
	unsigned int i, n;

	for (i = 0; i < ARRAY_SIZE(autopsy_cases); i++) {
		const struct autopsy_case *c = &autopsy_cases[i];
		const struct nd_entry_check *check;

		autopsy_build_case(c);
		check = autopsy_find(autopsy_state.isa, c->id);
		KUNIT_ASSERT_NOT_NULL(test, check);
		autopsy_state.known[c->changes[0].field] = 0;
		KUNIT_EXPECT_EQ_MSG(test, nd_chk_run(&chk, &autopsy_state, &autopsy_cpu, check),
				    ND_CHECK_UNCHECKED, "case %u, %s", i, c->id);
		KUNIT_EXPECT_EQ(test, chk.lack, c->changes[0].field);
	}
	for (i = ND_ISA_VMX; i <= ND_ISA_SVM; i++) {
		struct nd_autopsy sum;

		nd_vmstate_init(&autopsy_state, i);
		for (n = 0; nd_check_at(i, n); n++)
			KUNIT_EXPECT_EQ(test, nd_chk_run(&chk, &autopsy_state, &autopsy_cpu,
							 nd_check_at(i, n)), ND_CHECK_UNCHECKED);
		sum = autopsy_run(NULL);
		KUNIT_EXPECT_EQ(test, sum.unchecked, n);
		KUNIT_EXPECT_EQ(test, sum.passed + sum.failed, 0U);
		KUNIT_EXPECT_GT(test, autopsy_seen.unchecked, 0U);
	}
}

static void autopsy_open_questions_stay_open(struct kunit *test)
{
	struct nd_chk chk;
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(autopsy_open_cases); i++) {
		const struct autopsy_case *c = &autopsy_open_cases[i];
		const struct nd_entry_check *check;

		autopsy_build_case(c);
		check = autopsy_find(autopsy_state.isa, c->id);
		KUNIT_ASSERT_NOT_NULL(test, check);
		KUNIT_EXPECT_EQ_MSG(test, nd_chk_run(&chk, &autopsy_state, &autopsy_cpu, check),
				    ND_CHECK_UNCHECKED, "%s", c->id);
	}
}

/* The processor said which kind of check it was: one of that kind comes first. */
static void autopsy_reason_chooses_the_first(struct kunit *test)
{
	static const struct {
		u64 reason;
		u64 error;
		const char *first;
	} cases[] = {
		{ 0x80000021, 0, "guest-pat" },
		{ 0x80000022, 0, NULL },	/* none of that kind fails */
		{ 0x80000029, 0, NULL },	/* a machine check, not a check of state */
		{ 0, 7, "ctl-vpid" },
		{ 0, 8, "host-pat" },
		{ 0x30, 7, "ctl-vpid" },	/* an earlier exit's reason */
		{ 0x30, 8, "host-pat" },
		{ 0x80000021, 12, "guest-pat" },	/* a VMREAD's error */
		{ 0x80000021, 8, "ctl-vpid" },	/* either may be an earlier entry's: all */
		{ 0, 0, "ctl-vpid" },
		{ 0x30, 0, "ctl-vpid" },
	};
	struct nd_row row;
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		autopsy_build(CASE_64);
		nd_vmstate_set(&autopsy_state, ND_VMF_VPID, 0);
		nd_vmstate_set(&autopsy_state, ND_VMF_HOST_PAT, 2);
		nd_vmstate_set(&autopsy_state, ND_VMF_PAT, 2);
		nd_vmstate_set(&autopsy_state, ND_VMF_EXIT_REASON, cases[i].reason);
		nd_vmstate_set(&autopsy_state, ND_VMF_INSTRUCTION_ERROR, cases[i].error);
		KUNIT_EXPECT_EQ(test, autopsy_run(&autopsy_cpu).failed, 3U);
		KUNIT_EXPECT_EQ(test, !!autopsy_seen.first, !!cases[i].first);
		KUNIT_EXPECT_EQ(test, nd_autopsy_first(&autopsy_state,
						       nd_suspects_state(&autopsy_state),
						       &autopsy_cpu, &row) != NULL,
				cases[i].first != NULL);
		if (cases[i].first)
			KUNIT_EXPECT_STREQ(test, autopsy_seen.first_id, cases[i].first);
	}
}

static void autopsy_compares_vtpr(struct kunit *test)
{
	static const struct {
		u32 threshold;
		u32 vtpr;
		enum nd_check_result result;
	} cases[] = {
		{ 3, 0x2f, ND_CHECK_FAILS },
		{ 3, 0x30, ND_CHECK_HOLDS },
		{ 3, 0xf0, ND_CHECK_HOLDS },
		{ 3, 0x132f, ND_CHECK_FAILS },	/* bits 7:4 alone */
		{ 0, 0, ND_CHECK_HOLDS },
	};
	const struct nd_entry_check *check = autopsy_find(ND_ISA_VMX, "ctl-tpr-threshold-vtpr");
	struct nd_chk chk;
	unsigned int i;

	KUNIT_ASSERT_NOT_NULL(test, check);
	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		autopsy_build(CASE_64);
		nd_vmstate_set(&autopsy_state, ND_VMF_TPR_THRESHOLD, cases[i].threshold);
		nd_vmstate_set(&autopsy_state, ND_VMF_VTPR, cases[i].vtpr);
		KUNIT_EXPECT_EQ_MSG(test, nd_chk_run(&chk, &autopsy_state, &autopsy_cpu, check),
				    cases[i].result, "case %u", i);
	}
}

static void autopsy_words_have_values(struct kunit *test)
{
	autopsy_build(CASE_64);
	nd_vmstate_set(&autopsy_state, ND_VMF_CR4, 0x2640);
	autopsy_run(&autopsy_cpu);
	KUNIT_EXPECT_STREQ(test, autopsy_seen.words,
			   "guest CR4.PAE is 0 while the IA-32e mode guest entry control is 1 (VM-entry controls 0xd3ff, guest CR4 0x2640)");
	autopsy_build(CASE_64);
	nd_vmstate_set(&autopsy_state, ND_VMF_PIN_CTLS, 0x129);
	autopsy_run(&autopsy_cpu);
	KUNIT_EXPECT_STREQ(test, autopsy_seen.words,
			   "the processor does not allow these pin-based VM-execution controls: bit 1 must be 1, bit 2 must be 1, bit 4 must be 1, bit 8 must be 0 (pin-based VM-execution controls 0x129)");
}

/* An unknown kind of state: nothing to say, and no crash. */
static void autopsy_of_nothing(struct kunit *test)
{
	struct nd_autopsy sum;

	nd_vmstate_init(&autopsy_state, ND_ISA_UNKNOWN);
	sum = autopsy_run(NULL);
	KUNIT_EXPECT_EQ(test, sum.passed + sum.failed + sum.unchecked, 0U);
}

static struct kunit_case autopsy_test_cases[] = {
	KUNIT_CASE(autopsy_unknown_is_not_checked),
	KUNIT_CASE(autopsy_open_questions_stay_open),
	KUNIT_CASE(autopsy_reason_chooses_the_first),
	KUNIT_CASE(autopsy_compares_vtpr),
	KUNIT_CASE(autopsy_words_have_values),
	KUNIT_CASE(autopsy_of_nothing),
	{}
};

static struct kunit_suite nestdiag_autopsy_suite = {
	.name = "nestdiag_autopsy",
	.test_cases = autopsy_test_cases,
};
