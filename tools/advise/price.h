/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What an exit costs on a machine: the mean of those that were timed.
 */
#ifndef NESTDIAG_PRICE_H
#define NESTDIAG_PRICE_H

#include "core/exits/trace.h"

/**
 * struct nd_price - what an exit costs
 * @exits: those that it is the mean of; 0: the price is not known
 * @ns:    from exit to entry, in ns
 */
struct nd_price {
	u64 exits;
	u64 ns;
};

/**
 * nd_price_of() - the mean of the exits of levels @first to
 * @last, without those that wait or failed
 * @trace: what was counted
 * @first: ND_LEVEL_*
 * @last:  ND_LEVEL_*, not below @first
 */
struct nd_price nd_price_of(const struct nd_trace *trace, u32 first, u32 last);

#define ND_PRICE_LEAST	100	/* exits that make a mean */

/** nd_price_of_tick() - the same of exits by which guests are ticked */
struct nd_price nd_price_of_tick(const struct nd_trace *trace, u32 level);

#endif /* NESTDIAG_PRICE_H */
