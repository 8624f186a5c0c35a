/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Rows of estimates.
 */
#ifndef NESTDIAG_ADVISEROWS_H
#define NESTDIAG_ADVISEROWS_H

#include "core/base/row.h"
#include "core/facts/facts.h"

/** nd_advise_rows() - as ND_ROW_ADVICE; how many estimates there are */
u32 nd_advise_rows(const struct nd_facts *facts, const struct nd_emit *emit);

#endif /* NESTDIAG_ADVISEROWS_H */
