// SPDX-License-Identifier: GPL-2.0-only
/*
 * A Haswell to be read register by register.
 */
#include <kunit/test.h>
#include "core/facts/facts.h"
#include "kunit/facts/fake_reader.h"

#define LEAF1_VMX	(1U << 5)
#define LEAF1_SMX	(1U << 6)
#define LEAF1_HV	(1U << 31)

static struct fake_reader regs_fake;
static struct nd_cpu regs_cpu;

/* A Core i7-4600U (Haswell). */
static const struct fake_msr regs_haswell[] = {
	{ 0x03a, false, 0x0000000000000005 },
	{ 0x480, false, 0x00da040000000012 },
	{ 0x481, false, 0x0000007f00000016 },
	{ 0x482, false, 0xfff9fffe0401e172 },
	{ 0x483, false, 0x007fffff00036dff },
	{ 0x484, false, 0x0000ffff000011ff },
	{ 0x485, false, 0x00000000300481e5 },
	{ 0x486, false, 0x0000000080000021 },
	{ 0x487, false, 0x00000000ffffffff },
	{ 0x488, false, 0x0000000000002000 },
	{ 0x489, false, 0x00000000001767ff },
	{ 0x48a, false, 0x000000000000002a },
	{ 0x48b, false, 0x00007cff00000000 },
	{ 0x48c, false, 0x00000f0106334141 },
	{ 0x48d, false, 0x0000007f00000016 },
	{ 0x48e, false, 0xfff9fffe04006172 },
	{ 0x48f, false, 0x007fffff00036dfb },
	{ 0x490, false, 0x0000ffff000011fb },
	{ 0x491, false, 0x0000000000000001 },
};

static void regs_test_gather(void)
{
	memset(&regs_cpu, 0, sizeof(regs_cpu));
	nd_cpu_gather_cpuid(&regs_cpu, &regs_fake.reader);
	nd_cpu_gather_msrs(&regs_cpu, &regs_fake.reader);
}

/* Every test starts from the Haswell and changes what it is about. */
static int regs_test_init(struct kunit *test)
{
	u32 i;

	fake_init(&regs_fake);
	for (i = 0; i < ARRAY_SIZE(regs_haswell); i++)
		fake_msr(&regs_fake, regs_haswell[i].index, regs_haswell[i].value);
	fake_leaf(&regs_fake, 0, 0xd, 0x756e6547, 0x6c65746e, 0x49656e69);
	fake_leaf(&regs_fake, 1, 0x40651, 0, LEAF1_VMX | LEAF1_SMX, 0);
	fake_leaf(&regs_fake, 0x80000000, 0x80000008, 0, 0, 0);
	return 0;
}

static void regs_expect_state(struct kunit *test, enum nd_reg reg, enum nd_state state)
{
	KUNIT_EXPECT_EQ_MSG(test, regs_cpu.regs[reg].state, state, "(%s)", nd_reg_desc(reg)->name);
}

/* The registers @first to @last were not touched and are known not to be there. */
static void regs_expect_absent(struct kunit *test, enum nd_reg first, enum nd_reg last)
{
	u32 reg;

	for (reg = first; reg <= last; reg++) {
		regs_expect_state(test, reg, ND_ABSENT);
		KUNIT_EXPECT_EQ(test, regs_cpu.regs[reg].value, 0ULL);
		KUNIT_EXPECT_EQ_MSG(test, fake_reads(&regs_fake, nd_reg_desc(reg)->index), 0U,
				    "(%s)", nd_reg_desc(reg)->name);
	}
}
