/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef NESTDIAG_STATE_H
#define NESTDIAG_STATE_H

#include <linux/kvm_host.h>

#include "core/entry/failure.h"
#include "core/facts/facts.h"

/**
 * nd_state_take() - what VM-entry checks look at, of the VMCS that is current here
 * @state: takes them; left as it was if they are not of an entry of this thread
 * @room:  ND_EVMCS_BYTES, for a copy of an enlightened VMCS
 *
 * Context: any, on a CPU with VMX.
 * Return: where they come from, or why there are none.
 */
enum nd_fail_evidence nd_state_take(struct nd_vmstate *state, u8 *room);

/**
 * nd_state_take_asked() - of the VMCS that is current here,
 * what KVM's check of guest state looks at
 *
 * KVM makes it for a nested guest whose hypervisor does without unrestricted guests, after it has
 * written the guest's segments there; what it has not written yet is not taken.
 */
enum nd_fail_evidence nd_state_take_asked(struct nd_vmstate *state);

/**
 * nd_state_take_vmcb() - the VMCB of @vcpu's VMRUN
 * @state:  takes its fields; left as it was if it is not one of an exit with @reason
 * @room:   ND_VMCB_BYTES
 * @vcpu:   the current thread is in its exit; read with care, nevertheless
 * @reason: the exit code
 */
enum nd_fail_evidence nd_state_take_vmcb(struct nd_vmstate *state, u8 *room,
					 const struct kvm_vcpu *vcpu, u32 reason);

/**
 * nd_state_take_qualification() - only the exit qualification, if it is one of an exit for @reason
 *
 * Context: as above, and no enlightened VMCS is in use.
 * Return: false if it could not be read, or is not of an exit of this thread.
 */
bool nd_state_take_qualification(u32 reason, u64 *qual);

/** nd_state_is_cheap() - is all in memory that an enlightened VMCS shares with the hypervisor? */
bool nd_state_is_cheap(void);

/** nd_state_init() - find out which fields VMREAD knows on this CPU */
void nd_state_init(const struct nd_cpu *cpu);

#endif /* NESTDIAG_STATE_H */
