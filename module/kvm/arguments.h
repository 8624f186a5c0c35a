/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef NESTDIAG_ARGUMENTS_H
#define NESTDIAG_ARGUMENTS_H

struct kvm_vcpu;

/**
 * nd_arguments_look() - find out what kvm_exit passes: &nd_probe.arguments
 *
 * Context: the probe of kvm_exit.
 */
void nd_arguments_look(unsigned long first, unsigned long second, unsigned long third);

/**
 * nd_arguments_look_entry() - find out what kvm_entry passes: &nd_probe.entry
 *
 * Context: the probe of kvm_entry, and an exit has told what a vCPU is.
 */
void nd_arguments_look_entry(unsigned long first);

/**
 * nd_arguments_witness() - have this vCPU prove that vCPUs are what they are taken for
 *
 * Called when nd_probe.proof is ND_PROOF_ASKED, which it is no more afterwards.
 *
 * Context: the probe of kvm_exit, and the current thread runs the vCPU.
 */
void nd_arguments_witness(const struct kvm_vcpu *vcpu);

/** nd_arguments_forget() - start over. Context: process context, no vCPU runs into a probe */
void nd_arguments_forget(void);

#endif /* NESTDIAG_ARGUMENTS_H */
