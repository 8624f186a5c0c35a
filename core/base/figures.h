/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Figures for people: shares, ratios and times, without floating point.
 */
#ifndef NESTDIAG_FIGURES_H
#define NESTDIAG_FIGURES_H

#include <nestdiag/types.h>

#define ND_FIGURE	24	/* every figure fits */

/*
 * Sum and product; the greatest number if it would be
 * greater, as of counters that somebody made up.
 */
u64 nd_plus(u64 a, u64 b);
u64 nd_times(u64 a, u64 b);

/**
 * nd_ratio() - @part * @scale / @whole, rounded down, for any sizes
 *
 * Return: 0 if @whole is 0, the greatest number if the result is greater.
 */
u64 nd_ratio(u64 part, u64 whole, u32 scale);

/* Text of a share ("12.34 %"), a ratio ("10.0"), a time ("1.23 ms"); all return @buf. */
const char *nd_share_text(u64 part, u64 whole, char *buf, size_t size);
const char *nd_ratio_text(u64 part, u64 whole, char *buf, size_t size);
const char *nd_time_text(u64 ns, char *buf, size_t size);

#endif /* NESTDIAG_FIGURES_H */
