/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Figures for people: shares, ratios and times, without floating point.
 */
#ifndef NESTDIAG_FIGURES_H
#define NESTDIAG_FIGURES_H

#include <nestdiag/types.h>

#define ND_FIGURE	24	/* every figure fits */

/** nd_ratio() - @part * @scale / @whole, rounded down, for any sizes; 0 if @whole is 0 */
u64 nd_ratio(u64 part, u64 whole, u32 scale);

/* Text of a share ("12.34 %"), a ratio ("10.0"), a time ("1.23 ms"); all return @buf. */
const char *nd_share_text(u64 part, u64 whole, char *buf, size_t size);
const char *nd_ratio_text(u64 part, u64 whole, char *buf, size_t size);
const char *nd_time_text(u64 ns, char *buf, size_t size);

#endif /* NESTDIAG_FIGURES_H */
