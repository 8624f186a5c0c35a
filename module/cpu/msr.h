/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef NESTDIAG_MSR_H
#define NESTDIAG_MSR_H

#include "core/facts/facts.h"

/**
 * nd_msr_read() - read CPUID and registers of the CPU @cpu->id into @cpu
 *
 * Context: process context, on that CPU. What could not be read stays ND_UNKNOWN.
 */
void nd_msr_read(struct nd_cpu *cpu);

#endif /* NESTDIAG_MSR_H */
