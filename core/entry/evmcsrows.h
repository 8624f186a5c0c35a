/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The enlightened VMCS of each CPU as rows.
 */
#ifndef NESTDIAG_EVMCSROWS_H
#define NESTDIAG_EVMCSROWS_H

#include "core/base/row.h"
#include "core/facts/facts.h"

/** nd_evmcs_rows() - state of each CPU's enlightened VMCS and, if one is current, its fields */
void nd_evmcs_rows(const struct nd_facts *facts, const struct nd_emit *emit);

#endif /* NESTDIAG_EVMCSROWS_H */
