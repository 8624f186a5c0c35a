/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Whose exit or entry it is: the guest's, or its nested guest's.
 */
#ifndef NESTDIAG_LEVEL_BPF_H
#define NESTDIAG_LEVEL_BPF_H

#include "core/exits/account.h"

#include "tools/count/kvm.bpf.h"

#include <bpf/bpf_core_read.h>

#define HF_GUEST_OLD	BIT(5)	/* up to Linux 6.3; on VMX bit 0 was not used then */
#define HF_GUEST_NEW	BIT(0)

/*
 * On SVM a nested guest has a VMCB of its own; on VMX a bit of a field tells, whose number changed.
 */
static __always_inline enum nd_acct_level level_of(const struct kvm_vcpu *vcpu, u32 isa)
{
	const struct vcpu_svm *svm = (const void *)vcpu;
	u32 guest = HF_GUEST_OLD | HF_GUEST_NEW;

	if (isa == ND_ISA_SVM) {
		if (bpf_core_field_exists(svm->vmcb01))
			return BPF_CORE_READ(svm, vmcb) == BPF_CORE_READ(svm, vmcb01.ptr) ?
			       ND_LEVEL_GUEST : ND_LEVEL_NESTED;
		guest = HF_GUEST_OLD;
	}
	return BPF_CORE_READ(vcpu, arch.hflags) & guest ? ND_LEVEL_NESTED : ND_LEVEL_GUEST;
}

#endif /* NESTDIAG_LEVEL_BPF_H */
