// SPDX-License-Identifier: GPL-2.0-only
/*
 * Reader of a CPU's own registers: CPUID and RDMSR only, without decoding them.
 */

#include "core/facts/regs.h"

#include "module/compat/cpuid.h"
#include "module/cpu/msr.h"

static int msr_rdmsr(void *ctx, u32 index, u64 *value)
{
	u32 low, high;
	int err = rdmsr_safe(index, &low, &high);

	*value = (u64)high << 32 | low;
	return err;
}

static void msr_cpuid(void *ctx, u32 leaf, u32 subleaf, u32 regs[4])
{
	cpuid_count(leaf, subleaf, &regs[0], &regs[1], &regs[2], &regs[3]);
}

static const struct nd_reader msr_reader = {
	.rdmsr = msr_rdmsr,
	.cpuid = msr_cpuid,
};

static void msr_identify(struct nd_cpu *cpu)
{
	const struct cpuinfo_x86 *c = &cpu_data(cpu->id);

	strscpy(cpu->vendor, c->x86_vendor_id, sizeof(cpu->vendor));
	cpu->family = c->x86;
	cpu->model = c->x86_model;
	cpu->stepping = c->x86_stepping;
	cpu->microcode = c->microcode;
	cpu->has_ident = true;
}

void nd_msr_read(struct nd_cpu *cpu)
{
	msr_identify(cpu);
	nd_cpu_gather_cpuid(cpu, &msr_reader);
	nd_cpu_gather_msrs(cpu, &msr_reader);
}
