/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * A group of hosts as a row, whatever its hosts have in common.
 */
#ifndef NESTDIAG_TOOLS_GROUPROW_H
#define NESTDIAG_TOOLS_GROUPROW_H

#include "core/base/row.h"

#include "tools/fleet/fleet.h"

#define ND_FLEET_ODD	3	/* a group is odd if it is this many times smaller than another */

/**
 * enum nd_fleet_by - what the hosts of a group have in common
 * @ND_FLEET_BY_HOST:    everything
 * @ND_FLEET_BY_FINDING: a finding
 * @ND_FLEET_BY_FEATURE: the state of a feature that is not the same on all hosts
 * @ND_FLEET_BY_KERNEL:  the kernel
 * @ND_FLEET_BY_CPU:     the processor
 */
enum nd_fleet_by {
	ND_FLEET_BY_HOST,
	ND_FLEET_BY_FINDING,
	ND_FLEET_BY_FEATURE,
	ND_FLEET_BY_KERNEL,
	ND_FLEET_BY_CPU,
	ND_NR_FLEET_BY
};

/** nd_fleet_by_word() - "host", "finding", "feature", "kernel", "cpu"; NULL beyond */
const char *nd_fleet_by_word(u32 by);

/**
 * struct nd_slice - hosts that have one value of one fact, or all values alike
 * @fact:  number of the fact, 0 for all
 * @value: number of the value
 * @hosts: indexes of their files, ascending
 * @nr:    their number
 * @most:  hosts of the group that these are compared with
 */
struct nd_slice {
	u32 fact;
	u32 value;
	u32 *hosts;
	u32 nr;
	u32 most;
};

/** nd_slice_is_odd() - are these the odd ones out? */
static inline bool nd_slice_is_odd(const struct nd_slice *slice)
{
	return slice->nr * ND_FLEET_ODD <= slice->most;
}

/**
 * nd_group_row() - ND_ROW_GROUP and the names of the hosts below it
 * @fleet:     all hosts
 * @text:      the words of the row
 * @slice:     the hosts
 * @number:    of the group
 * @by:        what they have in common
 * @like:      number of the group that this one resembles, 0 for none
 * @differing: facts that differ from that one
 * @emit:      where they go
 */
void nd_group_row(const struct nd_fleet *fleet, const char *text, const struct nd_slice *slice,
		  u32 number, enum nd_fleet_by by, u32 like, u32 differing,
		  const struct nd_emit *emit);

#endif /* NESTDIAG_TOOLS_GROUPROW_H */
