/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Judgements on the figures of exit accounting.
 */
#ifndef NESTDIAG_JUDGE_H
#define NESTDIAG_JUDGE_H

#include "core/base/row.h"
#include "core/exits/recorder.h"
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

/**
 * nd_judge_vcpus() - which vCPUs are stuck, unwoken or starved, as the rules have it?
 * @facts:  the facts
 * @judged: called for each that is, with ND_RECORDING_STUCK, ND_RECORDING_UNWOKEN or
 *	    ND_RECORDING_STARVED
 */
void nd_judge_vcpus(const struct nd_facts *facts,
		    void (*judged)(const struct nd_acct_vcpu *vcpu, enum nd_recording_why why));

#endif /* NESTDIAG_JUDGE_H */
