/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Where KVM keeps its own copy of the exit reason: a word behind struct kvm_vcpu, in a structure
 * that no header describes. It is the one that holds the reason at every exit.
 */
#ifndef NESTDIAG_CALIBRATION_H
#define NESTDIAG_CALIBRATION_H

#include <nestdiag/types.h>

/*
 * 2 KiB: in Debian's 6.1 and 6.12 the copy is 1.3 KiB behind, and the structure ends after 2.5 KiB.
 */
#define ND_CALIBRATION_WORDS	512
#define ND_CALIBRATION_REASONS	3	/* different ones, so that no constant passes for it */
#define ND_CALIBRATION_EXITS	64	/* at least */
#define ND_CALIBRATION_MOST	4096	/* with more, words that still agree tell nothing */

/**
 * enum nd_calibrated - the outcome
 * @ND_CALIBRATED_NOT: more exits have to tell
 * @ND_CALIBRATED_FOUND: one word is left
 * @ND_CALIBRATED_NOWHERE: none is, or several are
 */
enum nd_calibrated {
	ND_CALIBRATED_NOT,
	ND_CALIBRATED_FOUND,
	ND_CALIBRATED_NOWHERE,
};

/**
 * struct nd_calibration - the search for it; zeroed to start with
 * @state:	the outcome
 * @exits:	exits that have told
 * @nr_reasons: used entries of @reasons
 * @reasons:	different ones among them
 * @out:	a bit for each word that did not hold the reason, or could not be read
 */
struct nd_calibration {
	enum nd_calibrated state;
	u32 exits;
	u32 nr_reasons;
	u32 reasons[ND_CALIBRATION_REASONS];
	u64 out[ND_CALIBRATION_WORDS / 64];
};

/** nd_calibration_next() - is a word left from @word on? Which, in @word */
bool nd_calibration_next(const struct nd_calibration *calibration, u32 *word);

/** nd_calibration_rule_out() - this word is not the one */
void nd_calibration_rule_out(struct nd_calibration *calibration, u32 word);

/**
 * nd_calibration_exit() - an exit for @reason has told: words without it are ruled out
 *
 * Return: the outcome, as in &nd_calibration.state
 */
enum nd_calibrated nd_calibration_exit(struct nd_calibration *calibration, u32 reason);

#endif /* NESTDIAG_CALIBRATION_H */
