/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The prototypes of KVM's tracepoints, and our probe for each.
 *
 * KVM's own declarations are in no package of headers, and distributions carry changes of them
 * back, so that no version number tells which one a kernel has. A kernel that checks types of
 * indirect calls (kCFI) has a hash of the right one beside the tracepoint: points.c attaches the
 * probe whose hash is the same. Any other kernel takes the first probe of a tracepoint: it is right
 * for each of the prototypes, because more arguments than it looks at do no harm, and which of them
 * kvm_exit passes the probe finds out by itself.
 *
 * To be included with ND_PROTOTYPE(tracepoint, probe, when, arguments...) defined as what is wanted
 * of a row; "void *" as the first argument goes without saying.
 */
ND_PROTOTYPE(kvm_exit, nd_on_exit_words, ND_TIMED,
	     unsigned long first, unsigned long second, unsigned long third)
ND_PROTOTYPE(kvm_exit, nd_on_exit_words_untimed, ND_UNTIMED,
	     unsigned long first, unsigned long second, unsigned long third)
ND_PROTOTYPE(kvm_exit, nd_on_exit_words_recorded, ND_RECORDED,
	     unsigned long first, unsigned long second, unsigned long third)
ND_PROTOTYPE(kvm_exit, nd_on_exit_words_vmcb, ND_RECORDED_VMCB,
	     unsigned long first, unsigned long second, unsigned long third)
ND_PROTOTYPE(kvm_exit, nd_on_exit, ND_TIMED,
	     struct kvm_vcpu *vcpu, u32 isa)
ND_PROTOTYPE(kvm_exit, nd_on_exit_untimed, ND_UNTIMED,
	     struct kvm_vcpu *vcpu, u32 isa)
ND_PROTOTYPE(kvm_exit, nd_on_exit_recorded, ND_RECORDED,
	     struct kvm_vcpu *vcpu, u32 isa)
ND_PROTOTYPE(kvm_exit, nd_on_exit_vmcb, ND_RECORDED_VMCB,
	     struct kvm_vcpu *vcpu, u32 isa)
ND_PROTOTYPE(kvm_entry, nd_on_entry, ND_TIMES,
	     struct kvm_vcpu *vcpu)
ND_PROTOTYPE(kvm_entry, nd_on_entry_immediate, ND_TIMES,
	     struct kvm_vcpu *vcpu, bool force_immediate_exit)
ND_PROTOTYPE(kvm_nested_vmexit, nd_on_nested_exit, ND_ALWAYS,
	     struct kvm_vcpu *vcpu, u32 isa)
ND_PROTOTYPE(kvm_nested_vmexit_inject, nd_on_inject, ND_ALWAYS,
	     u64 exit_code, u64 info1, u64 info2, u32 intr_info,
	     u32 error_code, u32 isa)
ND_PROTOTYPE(kvm_nested_vmexit_inject, nd_on_inject_u32, ND_ALWAYS,
	     u32 exit_code, u64 info1, u64 info2, u32 intr_info,
	     u32 error_code, u32 isa)
ND_PROTOTYPE(kvm_nested_vmenter, nd_on_nested_enter, ND_ALWAYS,
	     u64 rip, u64 vmcb, u64 nested_rip, u32 int_ctl,
	     u32 event_inj, bool tdp_enabled, u64 guest_tdp_pgd,
	     u64 guest_cr3, u32 isa)
ND_PROTOTYPE(kvm_nested_vmrun, nd_on_nested_run, ND_ALWAYS,
	     u64 rip, u64 vmcb, u64 nested_rip, u32 int_ctl,
	     u32 event_inj, bool npt)
ND_PROTOTYPE(kvm_nested_vmenter_failed, nd_on_refused, ND_ALWAYS,
	     const char *text, u32 error)
ND_PROTOTYPE(kvm_userspace_exit, nd_on_userspace, ND_ALWAYS,
	     u32 reason, int error)

#undef ND_PROTOTYPE
