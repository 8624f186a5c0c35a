// SPDX-License-Identifier: GPL-2.0-only
/*
 * What an exit costs on a machine.
 */
#include "tools/advise/price.h"

struct nd_price nd_price_of(const struct nd_trace *trace, u32 first, u32 last)
{
	struct nd_price price = { 0 };
	u64 ticks = 0;
	u32 level, slot;

	for (level = first; level <= last; level++) {
		for (slot = 0; slot < ND_NR_SLOTS; slot++) {
			const struct nd_acct_cell *cell = &trace->sum.cells[level][slot];

			if (nd_trace_waits(trace, slot) || nd_trace_failed(trace, slot))
				continue;
			price.exits += cell->timed;
			ticks += cell->ticks;
		}
	}
	if (price.exits)
		price.ns = nd_trace_ns(trace, ticks / price.exits);
	return price;
}
