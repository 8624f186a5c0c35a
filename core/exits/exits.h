/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * VM exits: their reasons by name.
 */
#ifndef NESTDIAG_EXITS_H
#define NESTDIAG_EXITS_H

#include <nestdiag/types.h>

#define ND_VMX_EXIT_BASIC	0x0000ffffu	/* the basic exit reason */
#define ND_VMX_EXIT_BUS_LOCK	0x04000000u	/* the guest locked the bus, too */
#define ND_VMX_EXIT_ENCLAVE	0x08000000u	/* the exit came from inside an SGX enclave */
#define ND_VMX_EXIT_FAILED	0x80000000u	/* VM entry failed */

/*
 * Hyper-V reports that an L2 TLB was flushed on L1's behalf by a reason that no processor gives:
 * bit 28 goes with SMI exits only.
 */
#define ND_VMX_EXIT_TRAP_AFTER_FLUSH	0x10000031u

/*
 * In place of a reason, where the TDX module did not enter a Trust Domain, as when it is busy: KVM
 * tries again. No processor gives it (Linux, tdx_to_vmx_exit_reason() and tdx_failed_vmentry(),
 * 6.16).
 */
#define ND_VMX_EXIT_TD_NOT_ENTERED	0xffffffffu

#define ND_NR_VMX_EXITS		86	/* basic exit reasons up to the highest one known */

/**
 * nd_vmx_exit_name() - the name by which KVM prints a VMX exit reason ("IO_INSTRUCTION")
 * @reason: as in the VMCS; flags are ignored
 *
 * Return: NULL if KVM has no name for it.
 */
const char *nd_vmx_exit_name(u32 reason);

/** nd_vmx_entry_failed() - does a VMX exit reason say that a VM entry failed? */
static inline bool nd_vmx_entry_failed(u32 reason)
{
	return reason & ND_VMX_EXIT_FAILED && reason != ND_VMX_EXIT_TD_NOT_ENTERED;
}

#define ND_SVM_EXIT_ERR		0xffffffffu	/* VMRUN found the guest's state invalid */

/** nd_svm_exit_name() - the same for an SVM exit code ("npf"), of which all bits count */
const char *nd_svm_exit_name(u32 code);

#define ND_NR_USERSPACE_EXITS	41	/* those of x86, up to the highest one known */

/** nd_userspace_exit_name() - the same for a return to user space ("KVM_EXIT_IO") */
const char *nd_userspace_exit_name(u32 reason);

#endif /* NESTDIAG_EXITS_H */
