/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Hyper-V's CPUID leaves.
 */
#ifndef NESTDIAG_HVLEAVES_H
#define NESTDIAG_HVLEAVES_H

#include "core/base/row.h"
#include "core/facts/facts.h"

/**
 * nd_hyperv_rows() - signatures, then every Hyper-V leaf 0x40000001 to 0x4000000A decoded, other
 * leaves raw (ND_ROW_LEAF), then the VP assist page of each CPU (ND_ROW_ASSIST)
 */
void nd_hyperv_rows(const struct nd_facts *facts, const struct nd_emit *emit);

/**
 * nd_hyperv_offer_rows() - the leaves of Hyper-V that KVM
 * here can show to its guests, decoded and raw
 *
 * Return: false, and no row, if they were not recorded.
 */
bool nd_hyperv_offer_rows(const struct nd_facts *facts, const struct nd_emit *emit);

#endif /* NESTDIAG_HVLEAVES_H */
