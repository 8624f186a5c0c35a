/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The exit reason, read in a probe of kvm_exit. Reads only, and each read that may fault has an
 * entry in the exception table.
 */
#ifndef NESTDIAG_KVMREASON_H
#define NESTDIAG_KVMREASON_H

#include <linux/kvm_host.h>
#include <linux/types.h>

#include <asm/asm.h>
#include <asm/mshyperv.h>

#define VM_EXIT_REASON_FIELD	0x4402	/* VMCS component encoding */
#define EVMCS_EXIT_REASON	0x2b4	/* offset in an enlightened VMCS, version 1 */

/**
 * kvmreason_vmread() - from the current VMCS
 *
 * Right in a kvm_exit probe: the VMCS of the vCPU that exited is current. VMREAD sets CF or ZF where
 * it fails, and where VMX is off it faults and leaves CF as we set it. "asm goto" would save an
 * instruction, but some compilers get its outputs wrong (GCC_ASM_GOTO_OUTPUT_BROKEN).
 *
 * Return: false where it could not be read
 */
static __always_inline bool kvmreason_vmread(unsigned long *reason)
{
	unsigned long value;
	bool failed;

	asm volatile("	stc\n"
		     "1:	vmread %[field], %[value]\n"
		     "2:\n"
		     _ASM_EXTABLE(1b, 2b)
		     : [value] "=r" (value), "=@ccbe" (failed)
		     : [field] "r" ((unsigned long)VM_EXIT_REASON_FIELD));
	*reason = value;
	return !failed;
}

/* A TDX guest's VMCS is not ours: KVM passes its exits on as VMX's, and no VMCS of it is current. */
static inline bool kvmreason_has_vmcs(const struct kvm_vcpu *vcpu)
{
#ifdef KVM_X86_TDX_VM
	return vcpu->kvm->arch.vm_type != KVM_X86_TDX_VM;
#else
	return true;
#endif
}

/* Four bytes of memory that a hypervisor and we share, by an address out of such memory. */
static __always_inline bool kvmreason_load(const void *address, u32 *value)
{
	u32 loaded = 0;
	bool failed = true;

	asm volatile("1:	movl %[memory], %[loaded]\n"
		     "	movb $0, %b[failed]\n"
		     "2:\n"
		     _ASM_EXTABLE(1b, 2b)
		     : [loaded] "+r" (loaded), [failed] "+r" (failed)
		     : [memory] "m" (*(const u32 *)address));
	*value = loaded;
	return !failed;
}

/* The page through which this CPU enters guests with an enlightened VMCS, NULL where it does not. */
static __always_inline const struct hv_vp_assist_page *kvmreason_page(void)
{
#if IS_ENABLED(CONFIG_HYPERV)
	if (unlikely(hv_vp_assist_page)) {
		const struct hv_vp_assist_page *page = hv_vp_assist_page[raw_smp_processor_id()];

		if (page && READ_ONCE(page->enlighten_vmentry))
			return page;
	}
#endif
	return NULL;
}

/** kvmreason_evmcs() - from the current enlightened VMCS; false where it could not be read */
static __always_inline bool kvmreason_evmcs(const struct hv_vp_assist_page *page, u32 *reason)
{
#if IS_ENABLED(CONFIG_HYPERV)
	u64 gpa = READ_ONCE(page->current_nested_vmcs);

	return kvmreason_load(phys_to_virt(gpa) + EVMCS_EXIT_REASON, reason);
#else
	return false;
#endif
}

#endif /* NESTDIAG_KVMREASON_H */
