/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Some of the rows, in another order.
 */
#ifndef NESTDIAG_TOOLS_PICK_H
#define NESTDIAG_TOOLS_PICK_H

#include "core/base/row.h"

/**
 * struct nd_pick - which rows, and their order
 * @reason:  what the name of a reason contains, or its number; NULL for any
 * @min:     least number of exits; 0 for any
 * @sort:    rows that follow each other are sorted by this column, the greatest first
 * @by_name: they are sorted by their labels
 */
struct nd_pick {
	const char *reason;
	u64 min;
	const char *sort;
	bool by_name;
};

struct nd_picking;

/**
 * nd_pick_begin() - take rows in place of @to
 * @pick: valid until nd_pick_end(), as is @to
 * @emit: takes the rows from now on
 *
 * Rows that are not about a reason, or have no number of exits, are not picked among. Details go
 * with their row. A heading whose rows are all left out is, too.
 */
struct nd_picking *nd_pick_begin(const struct nd_pick *pick, const struct nd_emit *to,
				 struct nd_emit *emit);

/** nd_pick_end() - hand on what is left; how many rows there were in all, headings not counted */
size_t nd_pick_end(struct nd_picking *picking);

#endif /* NESTDIAG_TOOLS_PICK_H */
