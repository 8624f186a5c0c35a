/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Floors of the rules on figures: below them there is too little to judge by.
 */
#ifndef NESTDIAG_FLOORS_H
#define NESTDIAG_FLOORS_H

#include "core/exits/nestedrows.h"
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

/**
 * nd_floor_nested() - have nested guests run for long enough to say what their exits cost?
 *
 * What it takes to launch them does not count, nor do launches that fail: no exit is handled then,
 * but as many instructions are executed. So most of the entries asked for have to lead to an exit.
 */
bool nd_floor_nested(const struct nd_judge *j, const struct nd_nested *nested);

#endif /* NESTDIAG_FLOORS_H */
