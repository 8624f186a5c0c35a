/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The registers that nestdiag knows, when each of them exists, and how one CPU's are gathered.
 */
#ifndef NESTDIAG_REGS_H
#define NESTDIAG_REGS_H

#include <nestdiag/types.h>

/* In the order in which they are read: a register comes after those that its existence hangs on. */
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
 * @ND_UNKNOWN: nobody tried (a snapshot without that record)
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

/**
 * struct nd_reg_desc - one known register
 * @index: MSR number
 * @id:    name of its sysfs file
 * @name:  name in the specification
 */
struct nd_reg_desc {
	u32 index;
	const char *id;
	const char *name;
};

struct nd_cpu;

/**
 * struct nd_reader - the way to one CPU's registers: RDMSR and CPUID, a device, or a fake
 * @rdmsr: reads MSR @index into @value; 0, or non-zero where the read faulted
 * @cpuid: fills @regs with EAX, EBX, ECX, EDX
 * @ctx:   handed to both
 */
struct nd_reader {
	int (*rdmsr)(void *ctx, u32 index, u64 *value);
	void (*cpuid)(void *ctx, u32 leaf, u32 subleaf, u32 regs[4]);
	void *ctx;
};

const struct nd_reg_desc *nd_reg_desc(enum nd_reg reg);

/** nd_reg_by_index() - the register with that MSR number, ND_NR_REGS where it is none of ours */
enum nd_reg nd_reg_by_index(u32 index);

/** nd_value_same() - did both reads have the same outcome? */
bool nd_value_same(const struct nd_value *a, const struct nd_value *b);

/** nd_state_word() - "ok", "fault", "absent" or "unknown" */
const char *nd_state_word(enum nd_state state);

/**
 * nd_cpu_gather_cpuid() - read the CPUID leaves that the core wants into @cpu
 * nd_cpu_gather_msrs() - read the registers that exist, by CPUID and by the registers before them
 *
 * CPUID comes first because some hypervisors answer RDMSR of unknown registers with 0.
 */
void nd_cpu_gather_cpuid(struct nd_cpu *cpu, const struct nd_reader *reader);
void nd_cpu_gather_msrs(struct nd_cpu *cpu, const struct nd_reader *reader);

#endif /* NESTDIAG_REGS_H */
