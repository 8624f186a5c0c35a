/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef NESTDIAG_CACHED_H
#define NESTDIAG_CACHED_H

#include "core/exits/calibration.h"

struct kvm_vcpu;

/**
 * nd_cached_learn() - compare what is behind @vcpu with the reason that its VMCS has
 *
 * Calls nd_probe.changed() when that has decided something.
 *
 * Context: the probe of kvm_exit.
 */
void nd_cached_learn(const struct kvm_vcpu *vcpu, u32 reason);

/** nd_cached_read() - KVM's own copy of the exit reason, with care; false if it cannot be read */
bool nd_cached_read(const struct kvm_vcpu *vcpu, u32 *reason);

/** nd_cached_check() - it has been found; does it agree? If not it is not used again */
void nd_cached_check(const struct kvm_vcpu *vcpu, u32 reason);

/** nd_cached_patient() - is it worth the slow path to go on looking? */
bool nd_cached_patient(void);

/** nd_cached_state() - has it been found? And on how many exits has it agreed, in @exits */
enum nd_calibrated nd_cached_state(u64 *exits);

/** nd_cached_failed() - it was found, and disagreed later */
bool nd_cached_failed(void);

/** nd_cached_forget() - start over. Context: no vCPU runs into a probe */
void nd_cached_forget(void);

#endif /* NESTDIAG_CACHED_H */
