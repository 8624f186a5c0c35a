/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The table for scripts.
 */
#ifndef NESTDIAG_TOP_ROWS_H
#define NESTDIAG_TOP_ROWS_H

#include "tools/top/model.h"

/** nd_top_rows() - ND_ROW_TOP for each line; @time is that of the sample */
void nd_top_rows(const struct nd_top_table *table, const char *time, const struct nd_emit *emit);

#endif /* NESTDIAG_TOP_ROWS_H */
