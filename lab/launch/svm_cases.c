// SPDX-License-Identifier: GPL-2.0-only
/*
 * Wrong fields of a VMCB. The oracle is Linux 6.12's consistency check, where it has one.
 */
#include "cases.h"

#define SET(where, value)	{ CHANGE_SET, where, value }

/* With the offset go the bytes that the field has. */
#define BYTES(n)		((n) << 16)

const struct launch_case svm_cases[] = {
	{ "vmrun-intercept", false, "vmcb-vmrun-intercept", "INTERCEPT_VMRUN",
		{ SET(0x010 | BYTES(4), 0) } },
	{ "asid", false, "vmcb-asid", "asid == 0", { SET(0x058 | BYTES(4), 0) } },
	{ "efer-svme", false, "vmcb-efer-svme", "EFER_SVME", { SET(0x4d0, 0x500) } },
	{ "cr0-nw", false, "vmcb-cr0-cd-nw", "X86_CR0_NW", { SET(0x558, 0xa0000033) } },
	{ "cr0-upper", false, "vmcb-cr0-high", "save->cr0 & ~0xffffffff",
		{ SET(0x558, 0x180000033) } },
	{ "dr6", false, "vmcb-dr6-high", "kvm_dr6_valid", { SET(0x568, 0x1ffff0ff0) } },
	{ "dr7", false, "vmcb-dr7-high", "kvm_dr7_valid", { SET(0x560, 0x100000400) } },
	{ "cr4-pae", false, "vmcb-cr4-pae", "X86_CR4_PAE", { SET(0x548, 0) } },
	{ "cr0-pe", false, "vmcb-cr0-pe", "X86_CR0_PE", { SET(0x558, 0x80000032) } },
	{ "cs-l-d", false, "vmcb-cs-l-d", "SVM_SELECTOR_L_MASK", { SET(0x412 | BYTES(2), 0xe9b) } },
	{ "cr4-reserved", false, "vmcb-cr4", "__kvm_is_valid_cr4",
		{ SET(0x548, 1ULL << 63 | 0x20) } },
	{ "efer-reserved", false, "vmcb-efer", "kvm_valid_efer",
		{ SET(0x4d0, 0x1500 | 1ULL << 40) } },
	{ "" }
};
