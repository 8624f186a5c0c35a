/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef NESTDIAG_COST_H
#define NESTDIAG_COST_H

#include "core/facts/facts.h"

/**
 * nd_cost_measure() - measure the cost of CPUID once, if cpuid_cost=1
 *
 * Context: process context. Interrupts are off for a few hundred times that cost.
 */
void nd_cost_measure(void);

/** nd_cost_read() - the measurement; no samples if there was none */
void nd_cost_read(struct nd_cost *cost);

#endif /* NESTDIAG_COST_H */
