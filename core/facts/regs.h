/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The registers that nestdiag knows, when each of them exists, and how one CPU's are gathered.
 */
#ifndef NESTDIAG_REGS_H
#define NESTDIAG_REGS_H

#include "core/facts/facts.h"

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

/**
 * struct nd_reader - the way to one CPU's registers: RDMSR and CPUID, a device, or a fake
 * @rdmsr: reads MSR @index into @value; 0, or non-zero if the read faulted
 * @cpuid: fills @regs with EAX, EBX, ECX, EDX
 * @ctx:   handed to both
 */
struct nd_reader {
	int (*rdmsr)(void *ctx, u32 index, u64 *value);
	void (*cpuid)(void *ctx, u32 leaf, u32 subleaf, u32 regs[4]);
	void *ctx;
};

const struct nd_reg_desc *nd_reg_desc(enum nd_reg reg);

/** nd_reg_by_index() - the register with that MSR number, ND_NR_REGS if it is none of ours */
enum nd_reg nd_reg_by_index(u32 index);

/**
 * nd_cpu_gather_cpuid() - read the CPUID leaves that the core wants into @cpu
 * nd_cpu_gather_msrs() - read the registers that exist, by CPUID and by the registers before them
 *
 * CPUID comes first because some hypervisors answer RDMSR of unknown registers with 0.
 */
void nd_cpu_gather_cpuid(struct nd_cpu *cpu, const struct nd_reader *reader);
void nd_cpu_gather_msrs(struct nd_cpu *cpu, const struct nd_reader *reader);

/**
 * nd_cpu_settle_msrs() - of registers without a record, mark those absent that do not exist
 *
 * CPUID, or the register that has the bit for it, says so: the answer is then the same as on the
 * live machine. To be called when all records of the CPU are there.
 */
void nd_cpu_settle_msrs(struct nd_cpu *cpu);

#endif /* NESTDIAG_REGS_H */
