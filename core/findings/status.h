/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The first answers: where am I, can I run guests, what will they lack.
 */
#ifndef NESTDIAG_STATUS_H
#define NESTDIAG_STATUS_H

#include "core/facts/facts.h"
#include "core/base/row.h"

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

/* Exit statuses of the tool; the core computes them so that every view agrees. */
enum nd_exit {
	ND_EXIT_OK = 0,		/* nothing wrong */
	ND_EXIT_FINDINGS = 1,	/* findings that need attention */
	ND_EXIT_BROKEN = 2,	/* the thing asked about does not work */
	ND_EXIT_UNKNOWN = 3,	/* could not find out */
	ND_EXIT_USAGE = 64,	/* the command line or its input is wrong */
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

/**
 * nd_level_word() - the hypervisor below by one word
 *
 * Return: "bare-metal", "unknown", or the id of the hypervisor's signature. KVM may stand behind
 * Hyper-V's leaves: where both show, it is KVM.
 */
const char *nd_level_word(const struct nd_cpu *cpu);

/* One sentence each into @row's words: where am I, what processor, and what of eVMCS. */
void nd_level_words(const struct nd_cpu *cpu, struct nd_row *row);
void nd_cpu_words(const struct nd_facts *facts, const struct nd_cpu *cpu, struct nd_row *row);
void nd_evmcs_words(const struct nd_facts *facts, const struct nd_cpu *cpu, struct nd_row *row);

/**
 * enum nd_evmcs_use - what this kernel makes of the enlightened VMCS that is offered
 * @ND_EVMCS_USE_UNKNOWN:     the facts do not say
 * @ND_EVMCS_USE_NOT_OFFERED: nobody below offers it
 * @ND_EVMCS_USE_IN_USE:      VM entries are enlightened on at least one CPU
 * @ND_EVMCS_USE_WAITING:     offered; kvm_intel is not loaded, or it is not known to be
 * @ND_EVMCS_USE_OTHER_GUEST: offered; Linux takes itself for a guest of something else
 * @ND_EVMCS_USE_NO_SUPPORT:  offered; this kernel has no Hyper-V guest support
 * @ND_EVMCS_USE_NO_PAGE:     offered; a CPU has no VP assist page
 * @ND_EVMCS_USE_DECLINED:    offered; kvm_intel is loaded with enlightened_vmcs=N
 */
enum nd_evmcs_use {
	ND_EVMCS_USE_UNKNOWN,
	ND_EVMCS_USE_NOT_OFFERED,
	ND_EVMCS_USE_IN_USE,
	ND_EVMCS_USE_WAITING,
	ND_EVMCS_USE_OTHER_GUEST,
	ND_EVMCS_USE_NO_SUPPORT,
	ND_EVMCS_USE_NO_PAGE,
	ND_EVMCS_USE_DECLINED,
};

enum nd_evmcs_use nd_evmcs_use(const struct nd_facts *facts, const struct nd_cpu *cpu);

/**
 * nd_evmcs_use_word() - the same by one word
 *
 * Return: "unknown", "not-offered", "in-use", "waiting", "other-guest", "no-support", "no-page",
 * "declined".
 */
const char *nd_evmcs_use_word(enum nd_evmcs_use use);

/** nd_finding_rows() - ND_ROW_FINDING for each rule that fires; their number. @emit may be NULL */
unsigned int nd_finding_rows(const struct nd_facts *facts, const struct nd_cpu *cpu,
			     const struct nd_emit *emit);

/**
 * nd_status_rows() - one screen: level, CPU, virtualization, eVMCS, missing, findings
 *
 * Return: the exit status that the answers amount to.
 */
enum nd_exit nd_status_rows(const struct nd_facts *facts, const struct nd_emit *emit);

/** nd_status_exit() - only the exit status */
enum nd_exit nd_status_exit(const struct nd_facts *facts);

/**
 * nd_status_log() - at most six lines for the kernel log
 * @line: called with each line, without a line end
 */
void nd_status_log(const struct nd_facts *facts, void (*line)(void *ctx, const char *text),
		   void *ctx);

/** nd_differ_rows() - ND_ROW_DIFFER for each register that CPUs disagree on; their number */
unsigned int nd_differ_rows(const struct nd_facts *facts, const struct nd_emit *emit);

#endif /* NESTDIAG_STATUS_H */
