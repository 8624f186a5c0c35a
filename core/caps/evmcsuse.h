/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * How this kernel uses the enlightened VMCS that is offered to it.
 */
#ifndef NESTDIAG_EVMCSUSE_H
#define NESTDIAG_EVMCSUSE_H

#include "core/base/row.h"
#include "core/facts/facts.h"

/**
 * enum nd_evmcs_use - what this kernel makes of the enlightened VMCS that is offered
 * @ND_EVMCS_USE_UNKNOWN:     the facts do not say
 * @ND_EVMCS_USE_NOT_OFFERED: the hypervisor below does not offer it
 * @ND_EVMCS_USE_IN_USE:      VM entries are enlightened on at least one CPU
 * @ND_EVMCS_USE_WAITING:     offered; kvm_intel is not loaded, or it is not known to be
 * @ND_EVMCS_USE_NO_VMX:      offered, but CPUID has no VMX that it could serve
 * @ND_EVMCS_USE_OTHER_GUEST: offered, but Linux detected another hypervisor
 * @ND_EVMCS_USE_NO_SUPPORT:  offered; this kernel has no Hyper-V guest support
 * @ND_EVMCS_USE_NO_PAGE:     offered; a CPU has no VP assist page
 * @ND_EVMCS_USE_DECLINED:    offered; kvm_intel is loaded with enlightened_vmcs=N
 */
enum nd_evmcs_use {
	ND_EVMCS_USE_UNKNOWN,
	ND_EVMCS_USE_NOT_OFFERED,
	ND_EVMCS_USE_IN_USE,
	ND_EVMCS_USE_WAITING,
	ND_EVMCS_USE_NO_VMX,
	ND_EVMCS_USE_OTHER_GUEST,
	ND_EVMCS_USE_NO_SUPPORT,
	ND_EVMCS_USE_NO_PAGE,
	ND_EVMCS_USE_DECLINED,
};

enum nd_evmcs_use nd_evmcs_use(const struct nd_facts *facts, const struct nd_cpu *cpu);

/**
 * nd_evmcs_use_word() - the same by one word
 *
 * Return: "unknown", "not-offered", "in-use", "waiting", "no-vmx", "other-guest", "no-support",
 * "no-page", "declined".
 */
const char *nd_evmcs_use_word(enum nd_evmcs_use use);

/** nd_evmcs_row() - the same as ND_ROW_FACT, with the word and the version as columns */
void nd_evmcs_row(const struct nd_facts *facts, const struct nd_cpu *cpu, struct nd_row *row);

/** nd_evmcs_describe() - the same in a sentence, into @row's words */
void nd_evmcs_describe(const struct nd_facts *facts, const struct nd_cpu *cpu, struct nd_row *row);

#endif /* NESTDIAG_EVMCSUSE_H */
