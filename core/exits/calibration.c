// SPDX-License-Identifier: GPL-2.0-only
/*
 * The search for KVM's own copy of the exit reason: what is ruled out, and when that is enough.
 */
#include "core/exits/calibration.h"

bool nd_calibration_next(const struct nd_calibration *calibration, u32 *word)
{
	for (; *word < ND_CALIBRATION_WORDS; (*word)++)
		if (!(calibration->out[*word / 64] & BIT_ULL(*word % 64)))
			return true;
	return false;
}

void nd_calibration_rule_out(struct nd_calibration *calibration, u32 word)
{
	calibration->out[word / 64] |= BIT_ULL(word % 64);
}

static void calibration_note(struct nd_calibration *calibration, u32 reason)
{
	u32 i;

	for (i = 0; i < calibration->nr_reasons; i++)
		if (calibration->reasons[i] == reason)
			return;
	if (i < ND_CALIBRATION_REASONS)
		calibration->reasons[calibration->nr_reasons++] = reason;
}

/*
 * A guest may write what it will exit for next into a register that KVM keeps there. That fails at
 * the next exit for something else, but as long as two words agree nothing tells which is KVM's.
 */
enum nd_calibrated nd_calibration_exit(struct nd_calibration *calibration, u32 reason)
{
	u32 word = 0;
	bool several;

	calibration->exits++;
	calibration_note(calibration, reason);
	if (!nd_calibration_next(calibration, &word)) {
		calibration->state = ND_CALIBRATED_NOWHERE;
		return calibration->state;
	}
	word++;
	several = nd_calibration_next(calibration, &word);
	if (calibration->exits < ND_CALIBRATION_EXITS ||
	    calibration->nr_reasons < ND_CALIBRATION_REASONS)
		return calibration->state;
	if (!several)
		calibration->state = ND_CALIBRATED_FOUND;
	else if (calibration->exits >= ND_CALIBRATION_MOST)
		calibration->state = ND_CALIBRATED_NOWHERE;
	return calibration->state;
}
