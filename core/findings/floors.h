/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Floors of the rules on figures: below them there is too little to judge by.
 */
#ifndef NESTDIAG_FLOORS_H
#define NESTDIAG_FLOORS_H

#include "core/findings/findings.h"
#include "core/findings/thresholds.h"

/**
 * nd_floor_check() - the verdict of a rule that does not fire
 *
 * Return: ND_PASSES with enough to judge by, or of a rule without a floor; ND_NOT_ASKED if it
 * is about nested guests and none has run; else ND_CANNOT_TELL, of the severity of a note, so that
 * no exit status comes from it.
 */
enum nd_verdict nd_floor_check(const struct nd_judge *j, struct nd_check *c);

#endif /* NESTDIAG_FLOORS_H */
