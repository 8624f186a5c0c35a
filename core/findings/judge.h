/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Judgements on the figures of exit accounting.
 */
#ifndef NESTDIAG_JUDGE_H
#define NESTDIAG_JUDGE_H

#include "core/facts/facts.h"
#include "core/base/row.h"

/**
 * struct nd_thresholds - from where on a figure is a finding
 * @storm_per_second: exits of one vCPU in a second of its time
 * @starved_share: share of time in the guest, in 1/10000, under which it is starved by whatever
 * @ticked_share:  the same where timer and interrupt exits are most of what it spends time on: its
 *		   own handlers of interrupts are in that share, so that a guest which does nothing
 *		   else is still in the guest for a good part of the time
 * @idle_share:	   share of time, in 1/10000, from which on a guest that waits is not starved
 * @starved_ns:	   least time watched for any of the three
 * @stuck_ns:	   time in the guest without an exit, or in a wait
 * @woken:	   least number of waits of a vCPU that is used to being woken
 * @unwoken:	   how many times as long as the longest wait before a wait is
 * @multiplier:	   exits of a guest's hypervisor for each nested exit handed to it, in tenths
 * @multiplied:	   least number of nested exits for that
 */
struct nd_thresholds {
	u64 storm_per_second;
	u32 starved_share;
	u32 ticked_share;
	u32 idle_share;
	u64 starved_ns;
	u64 stuck_ns;
	u64 woken;
	u32 unwoken;
	u32 multiplier;
	u64 multiplied;
};

extern const struct nd_thresholds nd_default_thresholds;

/**
 * struct nd_judge - what rules judge
 * @facts:  the machine
 * @trace:  what it counted
 * @limits: from where on it is a finding
 */
struct nd_judge {
	const struct nd_facts *facts;
	const struct nd_trace *trace;
	const struct nd_thresholds *limits;
};

/*
 * Rules with a file of their own: each appends evidence, cause and remedy to @row where it fires.
 * A guest is starved by what it is not asked about, and bound by exits that it asks for.
 */
bool nd_judge_starved(const struct nd_judge *j, struct nd_row *row);
bool nd_judge_exit_bound(const struct nd_judge *j, struct nd_row *row);

/*
 * What is behind exits: the slot with most of them, at a level or of one vCPU of it, after @last
 * (ND_NR_SLOTS: of all); its name and share; what it usually means; and whether the guest executes
 * an instruction to have it, for itself and not to be ticked.
 */
u32 nd_cause_top(const struct nd_trace *trace, u32 level, const struct nd_acct_vcpu *vcpu,
		 u32 last);
void nd_cause_top_words(const struct nd_trace *trace, u32 level, const struct nd_acct_vcpu *vcpu,
			u32 slot, u64 exits, struct nd_row *row);
void nd_cause_words(const struct nd_trace *trace, u32 slot, struct nd_row *row);
bool nd_cause_own(const struct nd_trace *trace, u32 slot);

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
