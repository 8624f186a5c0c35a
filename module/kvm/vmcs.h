/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The current VMCS and the current enlightened VMCS of this CPU. Reads only, and each read that may
 * fault has an entry in the exception table.
 */
#ifndef NESTDIAG_VMCS_H
#define NESTDIAG_VMCS_H

#include <linux/kvm_host.h>
#include <linux/types.h>

#include <asm/asm.h>
#include <asm/cpufeature.h>
#include <asm/mshyperv.h>

#define ND_VMCS_EXIT_REASON	0x4402	/* VMCS component encoding */
#define ND_EVMCS_EXIT_REASON	0x2b4	/* offset in an enlightened VMCS, version 1 */

/**
 * nd_vmcs_read() - VMREAD of one field
 *
 * In a probe of kvm_exit the VMCS of the vCPU that exited is current. VMREAD sets CF or ZF if it
 * fails, and with VMX off it faults and leaves CF as we set it. "asm goto" would save an
 * instruction, but some compilers get its outputs wrong (GCC_ASM_GOTO_OUTPUT_BROKEN).
 *
 * Return: false if it could not be read
 */
static __always_inline bool nd_vmcs_read(unsigned long field, unsigned long *value)
{
	unsigned long read;
	bool failed;

	asm volatile("	stc\n"
		     "1:	vmread %[field], %[read]\n"
		     "2:\n"
		     _ASM_EXTABLE(1b, 2b)
		     : [read] "=r" (read), "=@ccbe" (failed)
		     : [field] "r" (field));
	*value = read;
	return !failed;
}

/*
 * A TDX guest's VMCS is not ours: KVM passes its exits on as VMX's, and no VMCS of it is current. A
 * processor without TDX jumps over the question.
 */
static __always_inline bool nd_vmcs_of(const struct kvm_vcpu *vcpu)
{
#if defined(KVM_X86_TDX_VM) && defined(X86_FEATURE_TDX_HOST_PLATFORM)
	return !cpu_feature_enabled(X86_FEATURE_TDX_HOST_PLATFORM) ||
	       vcpu->kvm->arch.vm_type != KVM_X86_TDX_VM;
#else
	return true;
#endif
}

/**
 * nd_vmcs_enlightened() - the page through which this CPU enters guests with an enlightened VMCS
 *
 * VMREAD is not allowed while there is one.
 *
 * Return: NULL if there is none
 */
static __always_inline const struct hv_vp_assist_page *nd_vmcs_enlightened(void)
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

/* Where the current enlightened VMCS is. */
static __always_inline u64 nd_vmcs_enlightened_gpa(const struct hv_vp_assist_page *page)
{
#if IS_ENABLED(CONFIG_HYPERV)
	return READ_ONCE(page->current_nested_vmcs);
#else
	return 0;
#endif
}

/* Four bytes of memory that a hypervisor and we share, by an address out of such memory. */
static __always_inline bool nd_vmcs_load(const void *address, u32 *value)
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

/** nd_vmcs_enlightened_reason() - the exit reason in it; false if it could not be read */
static __always_inline bool nd_vmcs_enlightened_reason(const struct hv_vp_assist_page *page,
						       u32 *reason)
{
	return nd_vmcs_load(phys_to_virt(nd_vmcs_enlightened_gpa(page)) + ND_EVMCS_EXIT_REASON,
			    reason);
}

#endif /* NESTDIAG_VMCS_H */
