/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Rows of hot spots.
 */
#ifndef NESTDIAG_HOTROWS_H
#define NESTDIAG_HOTROWS_H

#include "tools/hot/hot.h"

#define ND_HOT_ROWS	20	/* rows that people get if they do not ask for all */

/** nd_hot_rows() - the most frequent first, as ND_ROW_HOT; at most @max of them, 0 for all */
void nd_hot_rows(struct nd_hot *hot, u32 max, const struct nd_emit *emit);

#endif /* NESTDIAG_HOTROWS_H */
