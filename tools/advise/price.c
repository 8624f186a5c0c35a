// SPDX-License-Identifier: GPL-2.0-only
/*
 * What an exit costs on a machine.
 */
#include "core/base/figures.h"

#include "tools/advise/price.h"

static struct nd_price price_of(const struct nd_trace *trace, u32 first, u32 last, bool ticks_only)
{
	struct nd_price price = { 0 };
	u64 ticks = 0;
	u32 level, slot;

	for (level = first; level <= last; level++) {
		for (slot = 0; slot < ND_NR_SLOTS; slot++) {
			const struct nd_acct_cell *cell = &trace->sum.cells[level][slot];

			if (nd_trace_waits(trace, slot) || nd_trace_failed(trace, slot) ||
			    (ticks_only && !nd_trace_is_tick(trace, slot)))
				continue;
			price.exits = nd_plus(price.exits, cell->timed);
			ticks = nd_plus(ticks, cell->ticks);
		}
	}
	if (price.exits)
		price.ns = nd_trace_ns(trace, ticks / price.exits);
	return price;
}

struct nd_price nd_price_of(const struct nd_trace *trace, u32 first, u32 last)
{
	return price_of(trace, first, last, false);
}

struct nd_price nd_price_of_tick(const struct nd_trace *trace, u32 level)
{
	return price_of(trace, level, level, true);
}
