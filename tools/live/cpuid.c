// SPDX-License-Identifier: GPL-2.0-only
/*
 * CPUID by the instruction itself, on the CPU that is asked for. It needs neither a device nor
 * privilege.
 */
#include <sched.h>

#if defined(__x86_64__) || defined(__i386__)

#include <cpuid.h>

#include "tools/live/cpuid.h"

static void instruction(void *ctx, u32 leaf, u32 subleaf, u32 regs[4])
{
	(void)ctx;
	__cpuid_count(leaf, subleaf, regs[0], regs[1], regs[2], regs[3]);
}

bool nd_live_cpuid(u32 cpu, const struct nd_reader **reader)
{
	static const struct nd_reader by_instruction = { .cpuid = instruction };
	cpu_set_t *set = CPU_ALLOC(ND_MAX_CPUS);
	size_t size = CPU_ALLOC_SIZE(ND_MAX_CPUS);
	bool moved;

	if (!set)
		return false;
	CPU_ZERO_S(size, set);
	CPU_SET_S(cpu, size, set);
	moved = !sched_setaffinity(0, size, set);
	CPU_FREE(set);
	*reader = &by_instruction;
	return moved;
}

#else

#include "tools/live/cpuid.h"

bool nd_live_cpuid(u32 cpu, const struct nd_reader **reader)
{
	(void)cpu;
	(void)reader;
	return false;
}

#endif
