// SPDX-License-Identifier: GPL-2.0-only
/*
 * Which CPUID leaves are asked, and the VP assist page that they report.
 */
#include <kunit/test.h>
#include "core/facts/regs.h"

static void regs_test_svm(struct kunit *test)
{
	fake_leaf(&regs_fake, 1, 0xa20f10, 0, 0, 0);
	fake_leaf(&regs_fake, 0x80000000, 0x80000023, 0, 0, 0);
	fake_leaf(&regs_fake, 0x80000001, 0, 0, 1U << 2, 0);
	fake_leaf(&regs_fake, 0x8000000a, 1, 0x8000, 0, 0xf);
	fake_msr(&regs_fake, 0xc0010114, 0x18);
	regs_test_gather();
	KUNIT_EXPECT_EQ(test, regs_fake.nr_reads, 1U);
	regs_expect_state(test, ND_VM_CR, ND_OK);
	KUNIT_EXPECT_EQ(test, regs_cpu.regs[ND_VM_CR].value, 0x18ULL);
	regs_expect_absent(test, 0, ND_HV_VP_ASSIST_PAGE);
	KUNIT_ASSERT_TRUE(test, nd_cpu_leaf(&regs_cpu, 0x8000000a, 0) != NULL);
	KUNIT_EXPECT_EQ(test, nd_cpu_leaf(&regs_cpu, 0x8000000a, 0)->ebx, 0x8000U);
}

/* Leaves above the CPU's highest are not read. */
static void regs_test_leaf_beyond_maximum(struct kunit *test)
{
	fake_leaf(&regs_fake, 0x8000000a, 1, 0x8000, 0, 0xf);
	fake_leaf(&regs_fake, 0, 1, 0, 0, 0);
	fake_leaf(&regs_fake, 7, 0, 0xffffffff, 0, 0);
	fake_leaf(&regs_fake, 0x80000000, 0x80000002, 0, 0, 0);
	regs_test_gather();
	KUNIT_EXPECT_TRUE(test, nd_cpu_leaf(&regs_cpu, 0x80000002, 0) != NULL);
	KUNIT_EXPECT_TRUE(test, !nd_cpu_leaf(&regs_cpu, 0x80000003, 0));
	KUNIT_EXPECT_TRUE(test, !nd_cpu_leaf(&regs_cpu, 0x8000000a, 0));
	KUNIT_EXPECT_TRUE(test, !nd_cpu_leaf(&regs_cpu, 7, 0));
}

/* CPUs without extended leaves answer with something else. */
static void regs_test_no_extended_leaves(struct kunit *test)
{
	static const u32 answers[] = { 0, 0x16, 0x80000000, 0x80010000, 0xffffffff };
	u32 i;

	for (i = 0; i < ARRAY_SIZE(answers); i++) {
		fake_leaf(&regs_fake, 0x80000000, answers[i], 0, 0, 0);
		fake_leaf(&regs_fake, 0x80000001, 0, 0, 1U << 2, 0);
		regs_test_gather();
		KUNIT_EXPECT_TRUE_MSG(test, !nd_cpu_leaf(&regs_cpu, 0x80000001, 0), "(0x%x)",
				      answers[i]);
		regs_expect_absent(test, ND_VM_CR, ND_VM_CR);
	}
}

static void regs_hyperv(u32 access)
{
	fake_leaf(&regs_fake, 1, 0x40651, 0, LEAF1_VMX | LEAF1_HV, 0);
	fake_leaf(&regs_fake, 0x40000000, 0x4000000a, 0x7263694d, 0x666f736f, 0x76482074);
	fake_leaf(&regs_fake, 0x40000001, 0x31237648, 0, 0, 0);
	fake_leaf(&regs_fake, 0x40000003, access, 0, 0, 0);
	fake_msr(&regs_fake, 0x40000073, 0x1001);
}

static void regs_test_assist_page(struct kunit *test)
{
	regs_hyperv(1U << 4);
	regs_test_gather();
	regs_expect_state(test, ND_HV_VP_ASSIST_PAGE, ND_OK);
	KUNIT_EXPECT_EQ(test, nd_assist_gpa(&regs_cpu), 0x1000ULL);

	fake_msr(&regs_fake, 0x40000073, 0x1000);	/* not enabled */
	regs_test_gather();
	KUNIT_EXPECT_EQ(test, nd_assist_gpa(&regs_cpu), 0ULL);
}

static void regs_test_no_assist_page(struct kunit *test)
{
	regs_hyperv(0);					/* no access to those registers */
	regs_test_gather();
	regs_expect_absent(test, ND_HV_VP_ASSIST_PAGE, ND_HV_VP_ASSIST_PAGE);

	regs_test_init(test);
	regs_hyperv(1U << 4);
	fake_leaf(&regs_fake, 0x40000001, 0, 0, 0, 0);	/* not Hyper-V's interface */
	regs_test_gather();
	regs_expect_absent(test, ND_HV_VP_ASSIST_PAGE, ND_HV_VP_ASSIST_PAGE);

	regs_test_init(test);
	regs_hyperv(1U << 4);
	fake_leaf(&regs_fake, 1, 0x40651, 0, LEAF1_VMX, 0);	/* nobody below */
	regs_test_gather();
	regs_expect_absent(test, ND_HV_VP_ASSIST_PAGE, ND_HV_VP_ASSIST_PAGE);
	KUNIT_EXPECT_TRUE(test, !nd_cpu_leaf(&regs_cpu, 0x40000000, 0));
}

/* Whatever a hypervisor reports, the leaves fit and none of the base's is lost. */
static void regs_test_leaves_fit(struct kunit *test)
{
	u32 base, i;

	fake_leaf(&regs_fake, 1, 0, 0, LEAF1_HV, 0);
	for (base = 0x40000000; base < 0x40000000 + 4 * 0x100; base += 0x100)
		fake_leaf(&regs_fake, base, base + 0xff, 1, 2, 3);
	regs_test_gather();
	KUNIT_EXPECT_LE(test, regs_cpu.nr_cpuid, (u32)ND_MAX_LEAVES);
	for (i = 0; i <= 0xa; i++)
		KUNIT_EXPECT_TRUE(test, nd_cpu_leaf(&regs_cpu, 0x40000000 + i, 0) != NULL);

	fake_leaf(&regs_fake, 0x40000000, 0xffffffff, 1, 2, 3);
	regs_test_gather();
	KUNIT_EXPECT_LE(test, regs_cpu.nr_cpuid, (u32)ND_MAX_LEAVES);
	KUNIT_EXPECT_TRUE(test, nd_cpu_leaf(&regs_cpu, 0x40000000, 0) != NULL);
}

/* Old KVM says 0 and means one leaf more than the base. */
static void regs_test_highest_leaf_zero(struct kunit *test)
{
	fake_leaf(&regs_fake, 1, 0, 0, LEAF1_HV, 0);
	fake_leaf(&regs_fake, 0x40000000, 0, 0x4b4d564b, 0x564b4d56, 0x4d);
	fake_leaf(&regs_fake, 0x40000001, 0x7, 0, 0, 0);
	fake_leaf(&regs_fake, 0x40000002, 0x8, 0, 0, 0);
	regs_test_gather();
	KUNIT_EXPECT_TRUE(test, nd_cpu_leaf(&regs_cpu, 0x40000001, 0) != NULL);
	KUNIT_EXPECT_TRUE(test, nd_cpu_leaf(&regs_cpu, 0x40000002, 0) == NULL);
}

static struct kunit_case leaves_test_cases[] = {
	KUNIT_CASE(regs_test_svm),
	KUNIT_CASE(regs_test_leaf_beyond_maximum),
	KUNIT_CASE(regs_test_no_extended_leaves),
	KUNIT_CASE(regs_test_assist_page),
	KUNIT_CASE(regs_test_no_assist_page),
	KUNIT_CASE(regs_test_leaves_fit),
	KUNIT_CASE(regs_test_highest_leaf_zero),
	{}
};

static struct kunit_suite nestdiag_leaves_suite = {
	.name = "nestdiag_leaves",
	.init = regs_test_init,
	.test_cases = leaves_test_cases,
};
