/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Whether a guest's state is encrypted: known to KVM since Linux 5.11, the first that runs SEV-ES guests.
 */
#ifndef NESTDIAG_COMPAT_PROTECTED_H
#define NESTDIAG_COMPAT_PROTECTED_H

#include <linux/kvm_host.h>
#include <linux/uaccess.h>

/**
 * nd_guest_is_protected() - read whether the state of a vCPU is encrypted, without trusting @vcpu
 *
 * Return: false if it cannot be read.
 */
static inline bool nd_guest_is_protected(const struct kvm_vcpu *vcpu, bool *protected)
{
#ifdef HAS_GUEST_STATE_PROTECTED
	return !copy_from_kernel_nofault(protected, &vcpu->arch.guest_state_protected,
					 sizeof(*protected));
#else
	*protected = false;
	return true;
#endif
}

#endif /* NESTDIAG_COMPAT_PROTECTED_H */
