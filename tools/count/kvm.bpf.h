/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Of KVM's structs the fields that the programs read. Their places are those of the running kernel:
 * the loader takes them from its BTF (CO-RE), and a name behind ___ is another layout of the same.
 */
#ifndef NESTDIAG_KVM_BPF_H
#define NESTDIAG_KVM_BPF_H

#include <nestdiag/types.h>

#pragma clang attribute push(__attribute__((preserve_access_index)), apply_to = record)

struct kvm_vcpu_stat {
	u64 exits;
};

struct kvm_vcpu_arch {
	u32 hflags;
};

/* Some kernels have more bits for vm_type, which are 0. */
struct kvm_arch {
	u8 vm_type;
	unsigned long apicv_inhibit_reasons;
};

struct kvm {
	struct kvm_arch arch;
};

struct kvm_vcpu {
	struct kvm *kvm;
	struct kvm_run *run;
	int vcpu_id;
	struct kvm_vcpu_stat stat;
	struct kvm_vcpu_arch arch;
};

union vmx_exit_reason {
	u32 full;
};

/* Its first member is the struct kvm_vcpu, in those of SVM, too. */
struct vcpu_vmx {
	union vmx_exit_reason exit_reason;
};

struct vcpu_vt {
	union vmx_exit_reason exit_reason;
};

/* From Linux 6.16 on, what VMX and TDX share is a struct of its own. */
struct vcpu_vmx___vt {
	struct vcpu_vt vt;
};

/* From Linux 7.0 on it has 64 bits; the upper ones say nothing. */
struct vmcb_control_area {
	u32 exit_code;
};

struct vmcb {
	struct vmcb_control_area control;
};

struct kvm_vmcb_info {
	struct vmcb *ptr;
};

struct vcpu_svm {
	struct vmcb *vmcb;
	struct kvm_vmcb_info vmcb01;
};

#pragma clang attribute pop

/* The page that KVM shares with user space: its layout never changes. */
struct nd_kvm_run {
	u64 in;
	u32 exit_reason;
	u32 out[5];
	union {
		u64 hardware_entry_failure_reason;
		u32 suberror;
	};
};

#define ND_KVM_TDX_VM			5	/* KVM_X86_TDX_VM, from Linux 6.14 on */

#define ND_KVM_EXIT_SHUTDOWN		8
#define ND_KVM_EXIT_FAIL_ENTRY		9
#define ND_KVM_EXIT_INTERNAL_ERROR	17

#endif /* NESTDIAG_KVM_BPF_H */
