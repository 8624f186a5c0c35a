/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Registers that are not the same on every CPU.
 */
#ifndef NESTDIAG_DIFFER_H
#define NESTDIAG_DIFFER_H

#include "core/base/row.h"
#include "core/facts/facts.h"

/** nd_differ_rows() - ND_ROW_DIFFER for each register that CPUs disagree on; their number */
unsigned int nd_differ_rows(const struct nd_facts *facts, const struct nd_emit *emit);

#endif /* NESTDIAG_DIFFER_H */
