/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Where the time of a vCPU went in an interval.
 */
#ifndef NESTDIAG_TOP_VCPUTIME_H
#define NESTDIAG_TOP_VCPUTIME_H

#include "tools/top/sample.h"

/**
 * struct nd_top_time - where the time of a vCPU went, in ticks
 * @guest:    in the guest
 * @handling: handling its exits
 * @waiting:  it had nothing to do
 * @about:    the last two are parted by an estimate
 * @away:     it neither ran nor waited, and has not for all of the interval: it is in user space,
 *	      paused or gone, and none of its time is known
 */
struct nd_top_time {
	u64 guest;
	u64 handling;
	u64 waiting;
	bool about;
	bool away;
};

/**
 * struct nd_top_interval - what was counted up to its ends, and in between
 * @before: trace at the beginning, not owned
 * @total:  trace at the end, not owned
 * @delta:  what came in between
 */
struct nd_top_interval {
	const struct nd_trace *before;
	const struct nd_trace *total;
	struct nd_trace *delta;
};

/** nd_top_vcpu_time() - @i: number of the vCPU in @total and @delta */
struct nd_top_time nd_top_vcpu_time(const struct nd_top_interval *interval, u32 i);

#endif /* NESTDIAG_TOP_VCPUTIME_H */
