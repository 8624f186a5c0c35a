/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Judgements on the figures of exit accounting.
 */
#ifndef NESTDIAG_JUDGE_H
#define NESTDIAG_JUDGE_H

#include "core/base/row.h"
#include "core/facts/facts.h"
#include "core/findings/thresholds.h"

/* What the rules judge by unless told otherwise; judge.c says how it was measured. */
extern const struct nd_thresholds nd_default_thresholds;

/**
 * nd_judge_rows() - ND_ROW_FINDING for each rule that fires
 * @facts:  the facts; without a trace nothing fires
 * @limits: thresholds, NULL for the defaults
 * @emit:   may be NULL
 *
 * Return: the number of findings.
 */
unsigned int nd_judge_rows(const struct nd_facts *facts, const struct nd_thresholds *limits,
			   const struct nd_emit *emit);

#endif /* NESTDIAG_JUDGE_H */
