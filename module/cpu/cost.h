/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef NESTDIAG_COST_H
#define NESTDIAG_COST_H

#include "core/facts/facts.h"

/**
 * nd_cost_measure() - measure what CPUID costs here, if the parameter "price" asks for it; once
 *
 * Context: process context. Interrupts are off for a few hundred times that cost.
 */
void nd_cost_measure(void);

/** nd_cost_read() - what was measured; no samples where nobody asked */
void nd_cost_read(struct nd_cost *cost);

#endif /* NESTDIAG_COST_H */
