/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef NESTDIAG_SLOW_H
#define NESTDIAG_SLOW_H

#include <linux/types.h>

struct kvm_vcpu;

/** nd_slow_exit() - an exit, by what kvm_exit passes. Context: its probe */
void nd_slow_exit(unsigned long first, unsigned long second, unsigned long third);

/** nd_slow_exit_of() - an exit of @vcpu, for whatever reason. Context: the same */
void nd_slow_exit_of(struct kvm_vcpu *vcpu);

/** nd_slow_count() - an exit whose reason is known. Context: the same */
void nd_slow_count(struct kvm_vcpu *vcpu, u32 reason);

/** nd_slow_entry() - an entry, with the arguments of the probe of kvm_entry. Context: that probe */
void nd_slow_entry(void *unused, struct kvm_vcpu *vcpu);

/**
 * nd_slow_recorded() - an exit's reason, from the record of the trace event
 *
 * Context: the tracepoint's, after the probe of kvm_exit for the same hit.
 */
void nd_slow_recorded(u32 reason, u32 isa);

#endif /* NESTDIAG_SLOW_H */
