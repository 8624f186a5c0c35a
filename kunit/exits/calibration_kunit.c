// SPDX-License-Identifier: GPL-2.0-only
/*
 * The search for KVM's own copy of the exit reason, in memory that is made up.
 */
#include <kunit/test.h>
#include "core/exits/calibration.h"

#define CALIBRATION_TEST_COPY	314	/* the word that KVM writes */

static struct calibration_test {
	struct nd_calibration calibration;
	u32 words[ND_CALIBRATION_WORDS];
	u32 seed;
} calibration_test;

static int calibration_test_init(struct kunit *test)
{
	memset(&calibration_test, 0, sizeof(calibration_test));
	calibration_test.seed = 1;
	return 0;
}

static u32 calibration_test_random(u32 below)
{
	calibration_test.seed = calibration_test.seed * 1664525u + 1013904223u;
	return (calibration_test.seed >> 8) % below;
}

/* An exit: each word that is left is compared, as the probe does it. */
static enum nd_calibrated calibration_test_exit(u32 reason)
{
	struct nd_calibration *calibration = &calibration_test.calibration;
	u32 word;

	for (word = 0; nd_calibration_next(calibration, &word); word++)
		if (calibration_test.words[word] != reason)
			nd_calibration_rule_out(calibration, word);
	return nd_calibration_exit(calibration, reason);
}

static u32 calibration_test_found(void)
{
	u32 word = 0;

	return nd_calibration_next(&calibration_test.calibration, &word) ? word : ~0U;
}

/*
 * Among words that hold anything, reasons among it, the copy is found, and not before it is sure.
 */
static void calibration_test_finds(struct kunit *test)
{
	enum nd_calibrated state = ND_CALIBRATED_NOT;
	static const u32 reasons[] = { 10, 30, 48, 0x80000021 };
	u32 i, j, reason;

	for (i = 0; i < ND_CALIBRATION_EXITS; i++) {
		KUNIT_EXPECT_EQ(test, (u32)state, (u32)ND_CALIBRATED_NOT);
		reason = reasons[calibration_test_random(ARRAY_SIZE(reasons))];
		for (j = 0; j < ND_CALIBRATION_WORDS; j++)
			calibration_test.words[j] = j % 3 ? reasons[calibration_test_random(4)] :
							    10;
		calibration_test.words[CALIBRATION_TEST_COPY] = reason;
		state = calibration_test_exit(reason);
	}
	KUNIT_EXPECT_EQ(test, (u32)state, (u32)ND_CALIBRATED_FOUND);
	KUNIT_EXPECT_EQ(test, calibration_test_found(), (u32)CALIBRATION_TEST_COPY);
}

/* The first word and the last one count. */
static void calibration_test_edges(struct kunit *test)
{
	static const u32 places[] = { 0, 63, 64, ND_CALIBRATION_WORDS - 1 };
	u32 i, exits;

	for (i = 0; i < ARRAY_SIZE(places); i++) {
		calibration_test_init(test);
		for (exits = 0; exits < ND_CALIBRATION_EXITS; exits++) {
			calibration_test.words[places[i]] = 1 + exits % 3;
			calibration_test_exit(1 + exits % 3);
		}
		KUNIT_EXPECT_EQ(test, (u32)calibration_test.calibration.state,
				(u32)ND_CALIBRATED_FOUND);
		KUNIT_EXPECT_EQ(test, calibration_test_found(), places[i]);
	}
}

/* No word holds every reason. */
static void calibration_test_none(struct kunit *test)
{
	u32 i;

	for (i = 0; i < ND_CALIBRATION_EXITS; i++) {
		calibration_test.words[CALIBRATION_TEST_COPY] = i < 5 ? 10 + i : 10;
		if (calibration_test_exit(10 + i) != ND_CALIBRATED_NOT)
			break;
	}
	KUNIT_EXPECT_EQ(test, i, 5U);
	KUNIT_EXPECT_EQ(test, (u32)calibration_test.calibration.state, (u32)ND_CALIBRATED_NOWHERE);
}

/* With two reasons a flag, a counter or what a guest has written could pass for it. */
static void calibration_test_few_reasons(struct kunit *test)
{
	u32 i;

	for (i = 0; i < 3 * ND_CALIBRATION_MOST; i++) {
		calibration_test.words[CALIBRATION_TEST_COPY] = i % 2;
		KUNIT_ASSERT_EQ(test, (u32)calibration_test_exit(i % 2), (u32)ND_CALIBRATED_NOT);
	}
	calibration_test.words[CALIBRATION_TEST_COPY] = 2;
	KUNIT_EXPECT_EQ(test, (u32)calibration_test_exit(2), (u32)ND_CALIBRATED_FOUND);
}

/* Two words that agree: not decided until one is off, and given up if that never comes. */
static void calibration_test_twins(struct kunit *test)
{
	u32 i;

	for (i = 0; i < 10 * ND_CALIBRATION_EXITS; i++) {
		calibration_test.words[CALIBRATION_TEST_COPY] = i % 5;
		calibration_test.words[7] = i % 5;
		KUNIT_ASSERT_EQ(test, (u32)calibration_test_exit(i % 5), (u32)ND_CALIBRATED_NOT);
	}
	calibration_test.words[CALIBRATION_TEST_COPY] = 9;
	KUNIT_EXPECT_EQ(test, (u32)calibration_test_exit(9), (u32)ND_CALIBRATED_FOUND);
	KUNIT_EXPECT_EQ(test, calibration_test_found(), (u32)CALIBRATION_TEST_COPY);

	calibration_test_init(test);
	for (i = 0; i < ND_CALIBRATION_MOST; i++) {
		calibration_test.words[CALIBRATION_TEST_COPY] = i % 5;
		calibration_test.words[7] = i % 5;
		calibration_test_exit(i % 5);
	}
	KUNIT_EXPECT_EQ(test, (u32)calibration_test.calibration.state, (u32)ND_CALIBRATED_NOWHERE);
}

static struct kunit_case calibration_test_cases[] = {
	KUNIT_CASE(calibration_test_finds),
	KUNIT_CASE(calibration_test_edges),
	KUNIT_CASE(calibration_test_none),
	KUNIT_CASE(calibration_test_few_reasons),
	KUNIT_CASE(calibration_test_twins),
	{}
};

static struct kunit_suite nestdiag_calibration_suite = {
	.name = "nestdiag_calibration",
	.init = calibration_test_init,
	.test_cases = calibration_test_cases,
};
