/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What --pid, --vm, --vcpu, --reason, --min and --sort leave of figures and rows.
 */
#ifndef NESTDIAG_TOOLS_PICKED_H
#define NESTDIAG_TOOLS_PICKED_H

#include "core/exits/narrow.h"

#include "tools/cmd/cmd.h"
#include "tools/out/pick.h"

/** nd_picked_any() - is it about some vCPUs, not all? */
bool nd_picked_any(const struct nd_args *args);

/** nd_picked_wrong() - what was asked for cannot be had here, and that has been said */
bool nd_picked_wrong(struct nd_call *call);

/**
 * nd_picked_vcpus() - leave the vCPUs that are asked about in the facts, and all sums as they are
 */
void nd_picked_vcpus(struct nd_call *call);

/**
 * nd_picked_figures() - leave their figures alone, see nd_trace_narrow(); notes say what is lost
 */
struct nd_narrowed nd_picked_figures(struct nd_call *call);

/**
 * struct nd_picked - rows being picked
 * @emit: takes them
 */
struct nd_picked {
	struct nd_emit emit;
	struct nd_pick pick;
	struct nd_picking *picking;
};

/**
 * nd_picked_begin() - pick among rows for the output of @call
 *
 * nd_picked_end() hands on the last ones, and tells how many there were.
 */
void nd_picked_begin(struct nd_picked *picked, struct nd_call *call);
size_t nd_picked_end(struct nd_picked *picked);

#endif /* NESTDIAG_TOOLS_PICKED_H */
