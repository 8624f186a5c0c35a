/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Thresholds from which a figure of the exit accounting is a finding.
 */
#ifndef NESTDIAG_THRESHOLDS_H
#define NESTDIAG_THRESHOLDS_H

#include "core/exits/trace.h"
#include "core/facts/facts.h"

/**
 * struct nd_thresholds - from where on a figure is a finding
 * @storm_per_second: exits of one vCPU in a second of its time
 * @storm_ns:	   least time of that vCPU
 * @starved_share: share of time in the guest, in 1/10000, under which it is starved by whatever
 * @ticked_share:  the same if timer and interrupt exits are most of what it spends time on: its
 *		   own handlers of interrupts are in that share, so that a guest which does nothing
 *		   else is still in the guest for a good part of the time
 * @idle_share:	   share of time, in 1/10000, from which on a guest that waits is not starved
 * @starved_ns:	   least time watched for any of the three
 * @starved_exits: least number of exits for them, failed entries not counted
 * @stuck_ns:	   time in the guest without an exit, or in a wait
 * @woken:	   least number of waits of a vCPU that is used to being woken
 * @unwoken:	   how many times as long as the longest wait before a wait is
 * @multiplier:	   instructions of a guest hypervisor that exit, for each nested entry, in tenths
 * @multiplied:	   least number of nested exits handed to it for that
 */
struct nd_thresholds {
	u64 storm_per_second;
	u64 storm_ns;
	u32 starved_share;
	u32 ticked_share;
	u32 idle_share;
	u64 starved_ns;
	u64 starved_exits;
	u64 stuck_ns;
	u64 woken;
	u32 unwoken;
	u32 multiplier;
	u64 multiplied;
};

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

#endif /* NESTDIAG_THRESHOLDS_H */
