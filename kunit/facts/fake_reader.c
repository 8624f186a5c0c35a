// SPDX-License-Identifier: GPL-2.0-only
/*
 * A register file in memory.
 */
#include "kunit/facts/fake_reader.h"

static int fake_rdmsr(void *ctx, u32 index, u64 *value)
{
	struct fake_reader *fake = ctx;
	u32 i;

	if (fake->nr_reads < FAKE_LOG)
		fake->log[fake->nr_reads++] = index;
	for (i = 0; i < fake->nr_msrs; i++) {
		if (fake->msrs[i].index != index)
			continue;
		/* A real one leaves rubbish behind as well. */
		*value = fake->msrs[i].faults ? 0xbad : fake->msrs[i].value;
		return fake->msrs[i].faults;
	}
	*value = fake->zeros ? 0 : 0xbad;
	return !fake->zeros;
}

static void fake_cpuid(void *ctx, u32 leaf, u32 subleaf, u32 regs[4])
{
	struct fake_reader *fake = ctx;
	u32 i;

	fake->nr_cpuid++;
	memset(regs, 0, 4 * sizeof(*regs));
	for (i = 0; i < fake->nr_leaves && subleaf == 0; i++)
		if (fake->leaves[i][0] == leaf)
			memcpy(regs, &fake->leaves[i][1], 4 * sizeof(*regs));
}

void fake_init(struct fake_reader *fake)
{
	memset(fake, 0, sizeof(*fake));
	fake->reader.rdmsr = fake_rdmsr;
	fake->reader.cpuid = fake_cpuid;
	fake->reader.ctx = fake;
}

static struct fake_msr *fake_slot(struct fake_reader *fake, u32 index)
{
	u32 i;

	for (i = 0; i < fake->nr_msrs; i++)
		if (fake->msrs[i].index == index)
			return &fake->msrs[i];
	if (fake->nr_msrs < FAKE_MSRS)
		fake->nr_msrs++;
	fake->msrs[fake->nr_msrs - 1].index = index;
	return &fake->msrs[fake->nr_msrs - 1];
}

void fake_msr(struct fake_reader *fake, u32 index, u64 value)
{
	struct fake_msr *msr = fake_slot(fake, index);

	msr->value = value;
	msr->faults = false;
}

void fake_fault(struct fake_reader *fake, u32 index)
{
	fake_slot(fake, index)->faults = true;
}

void fake_leaf(struct fake_reader *fake, u32 leaf, u32 eax, u32 ebx, u32 ecx, u32 edx)
{
	u32 regs[5] = { leaf, eax, ebx, ecx, edx };
	u32 i;

	for (i = 0; i < fake->nr_leaves; i++)
		if (fake->leaves[i][0] == leaf)
			break;
	if (i == FAKE_LEAVES)
		return;
	if (i == fake->nr_leaves)
		fake->nr_leaves++;
	memcpy(fake->leaves[i], regs, sizeof(regs));
}

u32 fake_reads(const struct fake_reader *fake, u32 index)
{
	u32 i, n = 0;

	for (i = 0; i < fake->nr_reads; i++)
		n += fake->log[i] == index;
	return n;
}
