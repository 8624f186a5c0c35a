/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The figures of some vCPUs, out of those of all.
 */
#ifndef NESTDIAG_NARROW_H
#define NESTDIAG_NARROW_H

#include "core/exits/trace.h"

/**
 * struct nd_narrowed - what became of the figures
 * @whole:  nothing was left out: they are those of all vCPUs
 * @nested: what nested exits caused is still there: no other vCPU had any
 * @rare:   exits for rare reasons, which are not among the reasons any more: those have their slots
 *	    by CPU, not by vCPU
 */
struct nd_narrowed {
	bool whole;
	bool nested;
	u64 rare;
};

/**
 * nd_trace_narrow() - let the sum be that of the vCPUs which are left
 * @trace: a trace from whose vCPUs the others have been removed
 *
 * Only exits are counted by vCPU and reason. A cell keeps its times if all exits of it are theirs,
 * and loses them otherwise, but for the longest: none of theirs took longer. So does everything
 * that is counted for all vCPUs together.
 */
struct nd_narrowed nd_trace_narrow(struct nd_trace *trace);

#endif /* NESTDIAG_NARROW_H */
