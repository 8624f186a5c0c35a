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
 * @ND_USABLE_NO_CPUID:  CPUID does not report it
 * @ND_USABLE_LOCKED:    reported, but IA32_FEATURE_CONTROL or VM_CR locks it off
 * @ND_USABLE_UNLOCKED:  reported and off, but not locked: the kernel can still enable it
 * @ND_USABLE_YES:       reported and enabled
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
 * A CPU has at most one of the two; the one that CPUID reports decides.
 */
enum nd_usable nd_usable_best(const struct nd_cpu *cpu);

/**
 * enum nd_otherwise - what runs guests here without VMX and SVM
 * @ND_OTHERWISE_NONE: nothing does, as far as is known, or it is not needed
 * @ND_OTHERWISE_KVM:  kvm_pvm, or whatever else registered a /dev/kvm that opens
 * @ND_OTHERWISE_MSHV: Hyper-V, through /dev/mshv
 */
enum nd_otherwise {
	ND_OTHERWISE_NONE,
	ND_OTHERWISE_KVM,
	ND_OTHERWISE_MSHV,
};

/** nd_usable_otherwise() - by the modules that are loaded */
enum nd_otherwise nd_usable_otherwise(const struct nd_facts *facts, const struct nd_cpu *cpu);

#endif /* NESTDIAG_USABLE_H */
