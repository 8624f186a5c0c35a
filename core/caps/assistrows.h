/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The VP assist pages as rows.
 */
#ifndef NESTDIAG_ASSISTROWS_H
#define NESTDIAG_ASSISTROWS_H

#include "core/base/row.h"
#include "core/facts/facts.h"

/** nd_assist_rows() - the VP assist page of each CPU as ND_ROW_ASSIST */
void nd_assist_rows(const struct nd_facts *facts, const struct nd_emit *emit);

#endif /* NESTDIAG_ASSISTROWS_H */
