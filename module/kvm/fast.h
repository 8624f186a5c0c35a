/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The fast path of a probe, as far as the slow one takes it, too.
 */
#ifndef NESTDIAG_FAST_H
#define NESTDIAG_FAST_H

#include <linux/kvm_host.h>

#include "core/exits/hot.h"

#include "module/compat/tsc.h"
#include "module/kvm/probe.h"

/** nd_fast_entry_of() - the entry of the table whose key this is */
static __always_inline struct nd_acct_vcpu *nd_fast_entry_of(const void *const *key)
{
	return container_of(key, struct nd_acct_vcpu, key);
}

/** nd_fast_level() - whose exit it was */
static __always_inline enum nd_acct_level nd_fast_level(const struct kvm_vcpu *vcpu)
{
	return unlikely(vcpu->arch.hflags & HF_GUEST_MASK) ? ND_LEVEL_NESTED : ND_LEVEL_GUEST;
}

/**
 * nd_fast_count() - count an exit in @slot, one below ND_SLOT_FAILED, of the vCPU of @key
 *
 * Context: its fast path is right here, so that the CPU has memory.
 * Return: false if the slow path has to be taken
 */
static __always_inline bool nd_fast_count(const void *const *key, const enum nd_acct_level level,
					  unsigned long slot, const bool timed)
{
	struct nd_acct_cpu *acct = this_cpu_read(nd_probe_cpus.acct);

	if (timed)
		return nd_hot_exit(acct, nd_fast_entry_of(key), level, slot, rdtsc());
	nd_hot_count(acct, level, slot);
	return true;
}

#endif /* NESTDIAG_FAST_H */
