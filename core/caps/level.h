/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Where am I: the processor and the hypervisor below.
 */
#ifndef NESTDIAG_LEVEL_H
#define NESTDIAG_LEVEL_H

#include "core/base/row.h"
#include "core/facts/facts.h"

/**
 * nd_level_word() - the hypervisor below by one word
 *
 * Return: "bare-metal", "unknown", or the id of the hypervisor's signature. KVM may stand behind
 * Hyper-V's leaves: if both show, it is KVM.
 */
const char *nd_level_word(const struct nd_cpu *cpu);

/* One sentence each into @row's words: where am I, and on what processor. */
void nd_level_describe(const struct nd_cpu *cpu, struct nd_row *row);
void nd_cpu_describe(const struct nd_facts *facts, const struct nd_cpu *cpu, struct nd_row *row);

/** nd_cpu_ident_describe() - "GenuineIntel family 6 model 60 stepping 3", if the CPU has_ident */
void nd_cpu_ident_describe(const struct nd_cpu *cpu, struct nd_row *row);

/** nd_cpu_row() - the processor as ND_ROW_FACT, with its numbers as columns */
void nd_cpu_row(const struct nd_facts *facts, const struct nd_cpu *cpu, struct nd_row *row);

#endif /* NESTDIAG_LEVEL_H */
