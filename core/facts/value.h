/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Registers, and what became of reading each of them.
 */
#ifndef NESTDIAG_VALUE_H
#define NESTDIAG_VALUE_H

#include <nestdiag/types.h>

/* In reading order: a register comes after those that its existence depends on. */
enum nd_reg {
	ND_FEATURE_CONTROL,
	ND_VMX_BASIC,
	ND_VMX_PINBASED_CTLS,
	ND_VMX_PROCBASED_CTLS,
	ND_VMX_EXIT_CTLS,
	ND_VMX_ENTRY_CTLS,
	ND_VMX_MISC,
	ND_VMX_CR0_FIXED0,
	ND_VMX_CR0_FIXED1,
	ND_VMX_CR4_FIXED0,
	ND_VMX_CR4_FIXED1,
	ND_VMX_VMCS_ENUM,
	ND_VMX_PROCBASED_CTLS2,
	ND_VMX_EPT_VPID_CAP,
	ND_VMX_TRUE_PINBASED_CTLS,
	ND_VMX_TRUE_PROCBASED_CTLS,
	ND_VMX_TRUE_EXIT_CTLS,
	ND_VMX_TRUE_ENTRY_CTLS,
	ND_VMX_VMFUNC,
	ND_VMX_PROCBASED_CTLS3,
	ND_VMX_EXIT_CTLS2,
	ND_HV_VP_ASSIST_PAGE,
	ND_VM_CR,
	ND_NR_REGS
};

/**
 * enum nd_state - what became of a read
 * @ND_UNKNOWN: not read (a snapshot without that record)
 * @ND_ABSENT:  not read, because CPUID or another register says that there is none
 * @ND_FAULT:   the read faulted
 * @ND_OK:      the value is good
 */
enum nd_state {
	ND_UNKNOWN,
	ND_ABSENT,
	ND_FAULT,
	ND_OK,
};

struct nd_value {
	u64 value;
	enum nd_state state;
};

/** nd_value_same() - did both reads have the same outcome? */
bool nd_value_same(const struct nd_value *a, const struct nd_value *b);

/** nd_state_word() - "ok", "fault", "absent" or "unknown" */
const char *nd_state_word(enum nd_state state);

#endif /* NESTDIAG_VALUE_H */
