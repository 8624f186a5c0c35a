/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The fast path of a probe, as far as the slow one takes it, too.
 */
#ifndef NESTDIAG_FAST_H
#define NESTDIAG_FAST_H

#include <linux/kvm_host.h>

#include <asm/asm.h>
#include <asm/svm.h>

#include "core/exits/hot.h"
#include "core/exits/recorder.h"

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

/* Behind what nd_probe_cpu.base leads to. The VMCB's offset, as its address cannot be chosen. */
#define ND_FAST_REASON_AT	offsetof(struct vmcb, control.exit_code)

/**
 * nd_fast_reason() - the reason of an exit of the vCPU for which nd_probe_cpu.memory is right
 *
 * Return: an address, which is greater than any reason, if it cannot be read
 */
static __always_inline unsigned long nd_fast_reason(void)
{
	unsigned long reason = READ_ONCE(*this_cpu_read(nd_probe_cpus.base));

	asm volatile("1:	movl %c[at](%[reason]), %k[reason]\n"
		     "2:\n"
		     _ASM_EXTABLE(1b, 2b)
		     : [reason] "+r" (reason)
		     : [at] "i" (ND_FAST_REASON_AT));
	return reason;
}

/* checkpatch takes a label's % for an operator, but not behind a parenthesis. */
#define ND_FAST_FAULT_TO(label, at)	_ASM_EXTABLE(at, label)

/**
 * nd_fast_info() - what the VMCB says beside the reason that has just been read there, into @record
 *
 * Return: false if it cannot be read any more; @record may have an older one's then
 */
static __always_inline bool nd_fast_info(struct nd_recorded *record)
{
	asm goto("1:\tmovq %c[one](%[vmcb]), %%r8\n"
		 "\tmovq %%r8, %c[to](%[record])\n"
		 "2:\tmovq %c[two](%[vmcb]), %%r8\n"
		 "\tmovq %%r8, %c[to]+8(%[record])\n"
		 ND_FAST_FAULT_TO(%l[fault], 1b)
		 ND_FAST_FAULT_TO(%l[fault], 2b)
		 :
		 : [vmcb] "r" (READ_ONCE(*this_cpu_read(nd_probe_cpus.base))),
		   [record] "r" (record),
		   [to] "i" (offsetof(struct nd_recorded, info)),
		   [one] "i" (offsetof(struct vmcb, control.exit_info_1)),
		   [two] "i" (offsetof(struct vmcb, control.exit_info_2))
		 : "r8", "memory"
		 : fault);
	return true;
fault:
	return false;
}

#endif /* NESTDIAG_FAST_H */
