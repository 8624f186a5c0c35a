/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef NESTDIAG_PRICE_H
#define NESTDIAG_PRICE_H

#include "core/facts/facts.h"

/**
 * nd_price_measure() - measure what CPUID costs here, if the parameter "price" asks for it; once
 *
 * Context: process context. Interrupts are off for a few hundred times that price.
 */
void nd_price_measure(void);

/** nd_price_read() - what was measured; no samples where nobody asked */
void nd_price_read(struct nd_price *price);

#endif /* NESTDIAG_PRICE_H */
