/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What else two machines differ in: KVM's parameters, the machine itself, CPUID, registers.
 */
#ifndef NESTDIAG_TOOLS_DIFF_FACTS_H
#define NESTDIAG_TOOLS_DIFF_FACTS_H

#include "tools/cmd/pair.h"

void nd_diff_params(struct nd_diff *diff);
void nd_diff_machines(struct nd_diff *diff);
void nd_diff_cpuid(struct nd_diff *diff);
void nd_diff_offers(struct nd_diff *diff);
void nd_diff_registers(struct nd_diff *diff);

#endif /* NESTDIAG_TOOLS_DIFF_FACTS_H */
