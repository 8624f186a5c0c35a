/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Can hardware virtualization be used here?
 */
#ifndef NESTDIAG_USABLE_H
#define NESTDIAG_USABLE_H

#include "core/facts/facts.h"

/**
 * enum nd_usable - can hardware virtualization be used here?
 * @ND_USABLE_UNKNOWN:   the facts do not say
 * @ND_USABLE_NO_CPUID:  CPUID does not announce it
 * @ND_USABLE_LOCKED:    announced, but IA32_FEATURE_CONTROL or VM_CR locks it off
 * @ND_USABLE_UNLOCKED:  announced and off, but not locked: the kernel can still switch it on
 * @ND_USABLE_YES:       announced and enabled
 */
enum nd_usable {
	ND_USABLE_UNKNOWN,
	ND_USABLE_NO_CPUID,
	ND_USABLE_LOCKED,
	ND_USABLE_UNLOCKED,
	ND_USABLE_YES,
};

/* Usability by CPUID and the register that can lock it off. */
enum nd_usable nd_vmx_usable(const struct nd_cpu *cpu);
enum nd_usable nd_svm_usable(const struct nd_cpu *cpu);

/** nd_usable_word() - "unknown", "absent", "locked", "unlocked", "usable" */
const char *nd_usable_word(enum nd_usable usable);

/**
 * nd_usable_best() - the better of VMX and SVM
 *
 * A CPU has at most one of the two; the one that is announced decides.
 */
enum nd_usable nd_usable_best(const struct nd_cpu *cpu);

#endif /* NESTDIAG_USABLE_H */
