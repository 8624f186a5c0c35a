/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * A register file in memory: what a CPU would answer, and what it was asked.
 */
#ifndef NESTDIAG_FAKE_READER_H
#define NESTDIAG_FAKE_READER_H

#include "core/facts/regs.h"

#define FAKE_MSRS	40
#define FAKE_LEAVES	24
#define FAKE_LOG	80

struct fake_msr {
	u32 index;
	bool faults;
	u64 value;
};

/**
 * struct fake_reader - the register file
 * @reader:   hand this to the code under test
 * @msrs:     registers that exist; any other faults
 * @nr_msrs:  their number
 * @zeros:    any other reads as 0 instead, as under QEMU's TCG
 * @leaves:   CPUID leaves; any other reads as 0
 * @nr_leaves: their number
 * @log:      index of each register read, in order
 * @nr_reads: used entries of @log
 * @nr_cpuid: CPUID instructions executed
 */
struct fake_reader {
	struct nd_reader reader;
	struct fake_msr msrs[FAKE_MSRS];
	u32 nr_msrs;
	bool zeros;
	u32 leaves[FAKE_LEAVES][5];
	u32 nr_leaves;
	u32 log[FAKE_LOG];
	u32 nr_reads;
	u32 nr_cpuid;
};

void fake_init(struct fake_reader *fake);

/* Adds a register or a leaf, or changes the one that is there. */
void fake_msr(struct fake_reader *fake, u32 index, u64 value);
void fake_fault(struct fake_reader *fake, u32 index);
void fake_leaf(struct fake_reader *fake, u32 leaf, u32 eax, u32 ebx, u32 ecx, u32 edx);

/** fake_reads() - how often the register @index was read */
u32 fake_reads(const struct fake_reader *fake, u32 index);

#endif /* NESTDIAG_FAKE_READER_H */
