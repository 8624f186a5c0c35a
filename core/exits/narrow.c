// SPDX-License-Identifier: GPL-2.0-only
/*
 * The figures of some vCPUs, out of those of all.
 */
#include "core/exits/narrow.h"

static u64 narrow_counted(const struct nd_trace *trace, u32 level, u32 slot)
{
	u64 count = 0;
	u32 i;

	for (i = 0; i < trace->nr_vcpus; i++)
		count += trace->vcpus[i].counts[level][slot];
	return count;
}

/* Leaves the cell as it is if all of it is theirs. */
static bool narrow_cell(struct nd_acct_cell *cell, u64 count)
{
	u64 max = cell->max;

	if (cell->count == count)
		return true;
	memset(cell, 0, sizeof(*cell));
	cell->count = count;
	cell->max = count ? max : 0;
	return false;
}

/* The rare reasons of a level: all of them are theirs, or none is known by its reason. */
static bool narrow_rare(struct nd_trace *trace, u32 level, u64 *rare)
{
	struct nd_acct_cell *cells = trace->sum.cells[level];
	u64 all = 0, theirs = 0;
	u32 slot;

	for (slot = ND_SLOT_OTHER; slot < ND_NR_SLOTS; slot++) {
		all += cells[slot].count;
		theirs += narrow_counted(trace, level, slot);
	}
	if (all == theirs)
		return true;
	memset(&cells[ND_SLOT_OTHER], 0, ND_NR_OTHER * sizeof(*cells));
	*rare += theirs;
	return false;
}

static bool narrow_level(struct nd_trace *trace, u32 level, u64 *rare)
{
	bool whole = narrow_rare(trace, level, rare);
	u32 slot;

	for (slot = 0; slot < ND_SLOT_OTHER; slot++)
		whole &= narrow_cell(&trace->sum.cells[level][slot],
				     narrow_counted(trace, level, slot));
	return whole;
}

/* What is counted for all vCPUs together is nobody's among several. */
static void narrow_sum(struct nd_trace *trace)
{
	struct nd_acct *sum = &trace->sum;
	u32 level;

	for (level = 0; level < ND_NR_LEVELS; level++) {
		sum->guest[level] = 0;
		trace->unrecorded |= BIT(level);
	}
	memset(sum->userspace, 0, sizeof(sum->userspace));
	memset(sum->run_errors, 0, sizeof(sum->run_errors));
	sum->no_exit = 0;
	sum->untabled = 0;
	sum->unread = 0;
	trace->nr_cpus = 0;
	trace->nr_refusals = 0;
	trace->refusals_lost = 0;
}

static void narrow_nested(struct nd_acct *sum)
{
	u32 slot;

	memset(sum->reflected, 0, sizeof(sum->reflected));
	memset(sum->caused, 0, sizeof(sum->caused));
	sum->nested_entries = 0;
	sum->nested_exits = 0;
	for (slot = 0; slot < ND_NR_SLOTS; slot++)
		sum->nested_exits += sum->cells[ND_LEVEL_NESTED][slot].count;
}

struct nd_narrowed nd_trace_narrow(struct nd_trace *trace)
{
	struct nd_narrowed n = { 0 };
	bool guest = narrow_level(trace, ND_LEVEL_GUEST, &n.rare);

	n.nested = narrow_level(trace, ND_LEVEL_NESTED, &n.rare);
	n.whole = guest && n.nested;
	if (!n.nested)
		narrow_nested(&trace->sum);
	if (!n.whole)
		narrow_sum(trace);
	return n;
}
