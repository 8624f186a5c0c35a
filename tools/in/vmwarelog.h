/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * vmware.log: VMware Workstation, Fusion and ESXi list the CPUID leaves of their host when a
 * machine starts, some of them also the MSRs that all its CPUs have in common.
 */
#ifndef NESTDIAG_TOOLS_VMWARELOG_H
#define NESTDIAG_TOOLS_VMWARELOG_H

#include "core/facts/facts.h"
#include "core/facts/regs.h"

/** nd_vmwarelog_begins() - is this the first line of such a log, or of a part of one? */
bool nd_vmwarelog_begins(const char *text, size_t len);

/** nd_vmwarelog_leaf() - the host's leaf that a line shows; false if it shows none */
bool nd_vmwarelog_leaf(const char *text, size_t len, struct nd_cpuid *leaf);

/** nd_vmwarelog_register() - the host's register that a line shows; false if it shows none */
bool nd_vmwarelog_register(const char *text, size_t len, enum nd_reg *reg, u64 *value);

/** nd_vmwarelog_ident() - vendor, family, model and stepping of @cpu from its leaves */
void nd_vmwarelog_ident(struct nd_cpu *cpu);

#endif /* NESTDIAG_TOOLS_VMWARELOG_H */
