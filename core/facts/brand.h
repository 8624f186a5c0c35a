/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The name that CPUID has for the processor.
 */
#ifndef NESTDIAG_BRAND_H
#define NESTDIAG_BRAND_H

#include "core/facts/facts.h"

#define ND_BRAND	49

/**
 * nd_cpu_brand() - "Intel(R) Core(TM) i7-4770 CPU @ 3.40GHz"
 * @cpu:  the CPU
 * @text: takes the name, printable, with one blank between its words; empty if CPUID has none, or
 *	  if it was not recorded
 */
void nd_cpu_brand(const struct nd_cpu *cpu, char text[ND_BRAND]);

#endif /* NESTDIAG_BRAND_H */
