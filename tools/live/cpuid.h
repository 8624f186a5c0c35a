/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * CPUID by the instruction itself.
 */
#ifndef NESTDIAG_TOOLS_LIVE_CPUID_H
#define NESTDIAG_TOOLS_LIVE_CPUID_H

#include "tools/in/machine.h"

/** nd_live_cpuid() - move to @cpu and hand out a reader; false if that cannot be */
bool nd_live_cpuid(u32 cpu, const struct nd_reader **reader);

#endif /* NESTDIAG_TOOLS_LIVE_CPUID_H */
