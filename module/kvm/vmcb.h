/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The VMCB that a vCPU was entered with: struct vcpu_svm begins with struct kvm_vcpu, and with the
 * pointer to it behind that (docs/kernels.md says where this was read). It is a page of KVM's own,
 * and the processor writes the exit code into it.
 *
 * With SEV-ES and SEV-SNP, too, the control area with the exit code is in the clear. What is not:
 * the guest's state, which is in a page of its own, and why such a guest asks the hypervisor for
 * help. Each of these exits has the code VMGEXIT, and the guest's own word for it is in a page that
 * the guest writes.
 */
#ifndef NESTDIAG_VMCB_H
#define NESTDIAG_VMCB_H

#include <linux/kvm_host.h>
#include <linux/mm.h>
#include <linux/uaccess.h>

#include <asm/svm.h>

/**
 * nd_vmcb_find() - the VMCB of @vcpu, read with care
 *
 * Return: NULL if what is behind the vCPU cannot be a pointer to one
 */
static inline const struct vmcb *nd_vmcb_find(const struct kvm_vcpu *vcpu)
{
	unsigned long vmcb;

	if (copy_from_kernel_nofault(&vmcb, vcpu + 1, sizeof(vmcb)) || !PAGE_ALIGNED(vmcb) ||
	    !virt_addr_valid(vmcb))
		return NULL;
	return (const struct vmcb *)vmcb;
}

/** nd_vmcb_read() - the exit code in the VMCB of @vcpu, with care; false if it cannot be read */
static inline bool nd_vmcb_read(const struct kvm_vcpu *vcpu, u32 *code)
{
	const struct vmcb *vmcb = nd_vmcb_find(vcpu);

	return vmcb && !copy_from_kernel_nofault(code, &vmcb->control.exit_code, sizeof(*code));
}

/** nd_vmcb_info() - EXITINFO1 and EXITINFO2 in the VMCB of @vcpu, the same */
static inline bool nd_vmcb_info(const struct kvm_vcpu *vcpu, u64 info[2])
{
	const struct vmcb *vmcb = nd_vmcb_find(vcpu);

	return vmcb &&
	       !copy_from_kernel_nofault(&info[0], &vmcb->control.exit_info_1, sizeof(info[0])) &&
	       !copy_from_kernel_nofault(&info[1], &vmcb->control.exit_info_2, sizeof(info[1]));
}

#endif /* NESTDIAG_VMCB_H */
