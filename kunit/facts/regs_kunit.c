// SPDX-License-Identifier: GPL-2.0-only
/*
 * Which registers are read, in which order, and what is made of a fault.
 */
#include <kunit/test.h>
#include "core/facts/regs.h"

static void regs_test_table(struct kunit *test)
{
	u32 i, j;

	for (i = 0; i < ND_NR_REGS; i++) {
		KUNIT_ASSERT_TRUE(test, nd_reg_desc(i)->id && nd_reg_desc(i)->name);
		KUNIT_EXPECT_EQ(test, (u32)nd_reg_by_index(nd_reg_desc(i)->index), i);
		for (j = 0; j < i; j++) {
			KUNIT_EXPECT_NE(test, nd_reg_desc(i)->index, nd_reg_desc(j)->index);
			KUNIT_EXPECT_TRUE(test, strcmp(nd_reg_desc(i)->id, nd_reg_desc(j)->id));
		}
	}
	KUNIT_EXPECT_EQ(test, nd_reg_desc(ND_FEATURE_CONTROL)->index, 0x3aU);
	KUNIT_EXPECT_EQ(test, nd_reg_desc(ND_VMX_PROCBASED_CTLS2)->index, 0x48bU);
	KUNIT_EXPECT_EQ(test, nd_reg_desc(ND_VMX_EXIT_CTLS2)->index, 0x493U);
	KUNIT_EXPECT_EQ(test, nd_reg_desc(ND_VM_CR)->index, 0xc0010114U);
	KUNIT_EXPECT_EQ(test, nd_reg_by_index(0x10), ND_NR_REGS);
	KUNIT_EXPECT_EQ(test, nd_reg_by_index(0x494), ND_NR_REGS);
	KUNIT_EXPECT_EQ(test, nd_reg_by_index(0), ND_NR_REGS);
}

static void regs_test_haswell(struct kunit *test)
{
	u32 i;

	regs_test_gather();
	for (i = 0; i < ARRAY_SIZE(regs_haswell); i++) {
		const struct nd_value *value =
			&regs_cpu.regs[nd_reg_by_index(regs_haswell[i].index)];

		KUNIT_EXPECT_EQ(test, value->state, ND_OK);
		KUNIT_EXPECT_EQ(test, value->value, regs_haswell[i].value);
	}
	regs_expect_absent(test, ND_VMX_PROCBASED_CTLS3, ND_VM_CR);
}

static void regs_test_order(struct kunit *test)
{
	u32 i, last = 0;

	regs_test_gather();
	KUNIT_ASSERT_EQ(test, regs_fake.nr_reads, (u32)ARRAY_SIZE(regs_haswell));
	for (i = 0; i < regs_fake.nr_reads; i++) {
		u32 reg = nd_reg_by_index(regs_fake.log[i]);

		KUNIT_EXPECT_EQ_MSG(test, fake_reads(&regs_fake, regs_fake.log[i]), 1U,
				    "(MSR 0x%x)", regs_fake.log[i]);
		KUNIT_EXPECT_TRUE(test, i == 0 || reg > last);
		last = reg;
	}
}

static void regs_test_cpuid_reads_no_msr(struct kunit *test)
{
	memset(&regs_cpu, 0, sizeof(regs_cpu));
	nd_cpu_gather_cpuid(&regs_cpu, &regs_fake.reader);
	KUNIT_EXPECT_EQ(test, regs_fake.nr_reads, 0U);
	regs_fake.nr_cpuid = 0;
	nd_cpu_gather_msrs(&regs_cpu, &regs_fake.reader);
	KUNIT_EXPECT_EQ(test, regs_fake.nr_cpuid, 0U);
}

static void regs_test_no_vmx(struct kunit *test)
{
	fake_leaf(&regs_fake, 1, 0x40651, 0, 0, 0);
	regs_test_gather();
	KUNIT_EXPECT_EQ(test, regs_fake.nr_reads, 0U);
	regs_expect_absent(test, 0, ND_NR_REGS - 1);
}

/* If RDMSR of anything succeeds and gives 0, only CPUID can tell. */
static void regs_test_no_vmx_and_zeros(struct kunit *test)
{
	fake_init(&regs_fake);
	regs_fake.zeros = true;
	fake_leaf(&regs_fake, 0, 0xd, 0x68747541, 0x444d4163, 0x69746e65);
	fake_leaf(&regs_fake, 1, 0, 0, 0, 0);
	regs_test_gather();
	KUNIT_EXPECT_EQ(test, regs_fake.nr_reads, 0U);
	regs_expect_absent(test, 0, ND_NR_REGS - 1);
}

static void regs_test_nothing_but_leaf_0(struct kunit *test)
{
	fake_init(&regs_fake);
	regs_test_gather();
	KUNIT_EXPECT_EQ(test, regs_fake.nr_reads, 0U);
	KUNIT_EXPECT_TRUE(test, !nd_cpu_leaf(&regs_cpu, 1, 0));
	KUNIT_EXPECT_TRUE(test, !nd_cpu_leaf(&regs_cpu, 0x80000001, 0));
	regs_expect_absent(test, 0, ND_NR_REGS - 1);
}

/* IA32_FEATURE_CONTROL is there for any of the features that it controls. */
static void regs_test_feature_control_without_vmx(struct kunit *test)
{
	fake_leaf(&regs_fake, 1, 0x40651, 0, LEAF1_SMX, 0);
	regs_test_gather();
	regs_expect_state(test, ND_FEATURE_CONTROL, ND_OK);
	regs_expect_absent(test, ND_VMX_BASIC, ND_VM_CR);

	regs_test_init(test);
	fake_leaf(&regs_fake, 1, 0x40651, 0, 0, 0);
	fake_leaf(&regs_fake, 7, 0, 1U << 2, 0, 0);	/* SGX */
	regs_test_gather();
	regs_expect_state(test, ND_FEATURE_CONTROL, ND_OK);

	regs_test_init(test);
	fake_leaf(&regs_fake, 1, 0x40651, 0, 0, 0);
	fake_leaf(&regs_fake, 7, 0, 0, 1U << 30, 0);	/* SGX launch control */
	regs_test_gather();
	regs_expect_state(test, ND_FEATURE_CONTROL, ND_OK);
}

static void regs_test_no_true_controls(struct kunit *test)
{
	fake_msr(&regs_fake, 0x480, 0x005a08000000000d);
	regs_test_gather();
	regs_expect_absent(test, ND_VMX_TRUE_PINBASED_CTLS, ND_VMX_TRUE_ENTRY_CTLS);
	regs_expect_state(test, ND_VMX_VMFUNC, ND_OK);
}

static void regs_test_record(enum nd_reg reg, u64 value)
{
	regs_cpu.regs[reg] = (struct nd_value){ value, ND_OK };
}

/* Registers without a record: absent where the owner's bit says so, else unknown. */
static void regs_test_settle(struct kunit *test)
{
	memset(&regs_cpu, 0, sizeof(regs_cpu));
	nd_cpu_settle_msrs(&regs_cpu);
	regs_expect_state(test, ND_VMX_BASIC, ND_UNKNOWN);	/* nothing is known of CPUID */
	regs_expect_state(test, ND_VM_CR, ND_UNKNOWN);
	regs_expect_state(test, ND_FEATURE_CONTROL, ND_UNKNOWN);
	regs_expect_state(test, ND_HV_VP_ASSIST_PAGE, ND_UNKNOWN);

	regs_test_record(ND_VMX_BASIC, 0x005a08000000000d);
	regs_test_record(ND_VMX_PROCBASED_CTLS, 0x77f9fffe0401e172);	/* bits 63 and 49 are 0 */
	regs_test_record(ND_VMX_EXIT_CTLS, 0x007fffff00036dff);
	nd_cpu_settle_msrs(&regs_cpu);
	regs_expect_absent(test, ND_VMX_PROCBASED_CTLS2, ND_VMX_PROCBASED_CTLS3);
	regs_expect_absent(test, ND_VMX_EXIT_CTLS2, ND_VMX_EXIT_CTLS2);
	regs_expect_state(test, ND_VMX_ENTRY_CTLS, ND_UNKNOWN);
	regs_expect_state(test, ND_VMX_BASIC, ND_OK);

	/* The other way round nothing is invented. */
	memset(&regs_cpu, 0, sizeof(regs_cpu));
	regs_test_record(ND_VMX_PROCBASED_CTLS, 0xfffffffe0401e172);
	regs_cpu.regs[ND_VMX_EXIT_CTLS].state = ND_FAULT;
	nd_cpu_settle_msrs(&regs_cpu);
	regs_expect_state(test, ND_VMX_PROCBASED_CTLS2, ND_UNKNOWN);
	regs_expect_state(test, ND_VMX_PROCBASED_CTLS3, ND_UNKNOWN);
	regs_expect_state(test, ND_VMX_EXIT_CTLS2, ND_UNKNOWN);
	regs_expect_state(test, ND_VMX_TRUE_EXIT_CTLS, ND_UNKNOWN);
}

static void regs_test_settle_by_cpuid(struct kunit *test)
{
	fake_init(&regs_fake);
	fake_leaf(&regs_fake, 0, 1, 0, 0, 0);
	fake_leaf(&regs_fake, 1, 0x40651, 0, 0, 0);
	memset(&regs_cpu, 0, sizeof(regs_cpu));
	nd_cpu_gather_cpuid(&regs_cpu, &regs_fake.reader);
	nd_cpu_settle_msrs(&regs_cpu);
	regs_expect_absent(test, 0, ND_NR_REGS - 1);

	/* Leaf 1 alone: SGX, of which leaf 7 would speak, may have IA32_FEATURE_CONTROL. */
	memset(&regs_cpu, 0, sizeof(regs_cpu));
	regs_cpu.cpuid[0] = (struct nd_cpuid){ .leaf = 1 };
	regs_cpu.nr_cpuid = 1;
	nd_cpu_settle_msrs(&regs_cpu);
	regs_expect_absent(test, ND_VMX_BASIC, ND_HV_VP_ASSIST_PAGE);
	regs_expect_state(test, ND_FEATURE_CONTROL, ND_UNKNOWN);
	regs_expect_state(test, ND_VM_CR, ND_UNKNOWN);
}

static void regs_test_no_secondary_controls(struct kunit *test)
{
	fake_msr(&regs_fake, 0x482, 0x7ff9fffe0401e172);
	regs_test_gather();
	regs_expect_absent(test, ND_VMX_PROCBASED_CTLS2, ND_VMX_EPT_VPID_CAP);
	regs_expect_absent(test, ND_VMX_VMFUNC, ND_VMX_PROCBASED_CTLS3);
	regs_expect_state(test, ND_VMX_TRUE_PINBASED_CTLS, ND_OK);
}

/* That a control must be 1 (low half) is not the permission to be 1 (high half). */
static void regs_test_only_allowed_1_counts(struct kunit *test)
{
	fake_msr(&regs_fake, 0x482, 0x00000000ffffffff);
	fake_msr(&regs_fake, 0x483, 0x00000000ffffffff);
	regs_test_gather();
	regs_expect_absent(test, ND_VMX_PROCBASED_CTLS2, ND_VMX_EPT_VPID_CAP);
	regs_expect_absent(test, ND_VMX_VMFUNC, ND_VMX_EXIT_CTLS2);
}

static void regs_test_ept_vpid(struct kunit *test)
{
	fake_msr(&regs_fake, 0x48b, 0x00007cdd00000000);	/* neither EPT nor VPID */
	regs_test_gather();
	regs_expect_absent(test, ND_VMX_EPT_VPID_CAP, ND_VMX_EPT_VPID_CAP);

	fake_msr(&regs_fake, 0x48b, 0x0000000200000000);	/* EPT alone */
	regs_test_gather();
	regs_expect_state(test, ND_VMX_EPT_VPID_CAP, ND_OK);

	fake_msr(&regs_fake, 0x48b, 0x0000002000000000);	/* VPID alone */
	regs_test_gather();
	regs_expect_state(test, ND_VMX_EPT_VPID_CAP, ND_OK);
}

static void regs_test_vmfunc(struct kunit *test)
{
	fake_msr(&regs_fake, 0x48b, 0x00005cff00000000);
	regs_test_gather();
	regs_expect_absent(test, ND_VMX_VMFUNC, ND_VMX_VMFUNC);
}

static void regs_test_tertiary(struct kunit *test)
{
	fake_msr(&regs_fake, 0x482, 0xfffbfffe0401e172);
	fake_msr(&regs_fake, 0x492, 0x10);
	regs_test_gather();
	regs_expect_state(test, ND_VMX_PROCBASED_CTLS3, ND_OK);
	KUNIT_EXPECT_EQ(test, regs_cpu.regs[ND_VMX_PROCBASED_CTLS3].value, 0x10ULL);
	regs_expect_absent(test, ND_VMX_EXIT_CTLS2, ND_VMX_EXIT_CTLS2);
}

static void regs_test_exit_ctls2(struct kunit *test)
{
	fake_msr(&regs_fake, 0x483, 0x807fffff00036dff);
	fake_msr(&regs_fake, 0x493, 0x8);
	regs_test_gather();
	regs_expect_state(test, ND_VMX_EXIT_CTLS2, ND_OK);
	KUNIT_EXPECT_EQ(test, regs_cpu.regs[ND_VMX_EXIT_CTLS2].value, 0x8ULL);
	regs_expect_absent(test, ND_VMX_PROCBASED_CTLS3, ND_VMX_PROCBASED_CTLS3);
}

static void regs_test_fault(struct kunit *test)
{
	fake_fault(&regs_fake, 0x48c);
	regs_test_gather();
	regs_expect_state(test, ND_VMX_EPT_VPID_CAP, ND_FAULT);
	KUNIT_EXPECT_EQ(test, regs_cpu.regs[ND_VMX_EPT_VPID_CAP].value, 0ULL);
	regs_expect_state(test, ND_VMX_PROCBASED_CTLS2, ND_OK);
	regs_expect_state(test, ND_VMX_TRUE_PINBASED_CTLS, ND_OK);
}

/* Whether the TRUE registers exist is not known then: neither read nor called absent. */
static void regs_test_fault_of_basic(struct kunit *test)
{
	u32 reg;

	fake_fault(&regs_fake, 0x480);
	regs_test_gather();
	regs_expect_state(test, ND_VMX_BASIC, ND_FAULT);
	for (reg = ND_VMX_TRUE_PINBASED_CTLS; reg <= ND_VMX_TRUE_ENTRY_CTLS; reg++) {
		regs_expect_state(test, reg, ND_UNKNOWN);
		KUNIT_EXPECT_EQ(test, fake_reads(&regs_fake, nd_reg_desc(reg)->index), 0U);
	}
	regs_expect_state(test, ND_VMX_PROCBASED_CTLS, ND_OK);
	regs_expect_state(test, ND_VMX_PROCBASED_CTLS2, ND_OK);
}

static void regs_test_fault_of_owners(struct kunit *test)
{
	fake_fault(&regs_fake, 0x482);
	regs_test_gather();
	regs_expect_state(test, ND_VMX_PROCBASED_CTLS, ND_FAULT);
	regs_expect_state(test, ND_VMX_PROCBASED_CTLS2, ND_UNKNOWN);
	regs_expect_state(test, ND_VMX_EPT_VPID_CAP, ND_UNKNOWN);
	regs_expect_state(test, ND_VMX_VMFUNC, ND_UNKNOWN);
	regs_expect_state(test, ND_VMX_PROCBASED_CTLS3, ND_UNKNOWN);
	KUNIT_EXPECT_EQ(test, fake_reads(&regs_fake, 0x48b), 0U);
	KUNIT_EXPECT_EQ(test, fake_reads(&regs_fake, 0x491), 0U);
}

/* A hypervisor may report VMX and then refuse every register. */
static void regs_test_all_fault(struct kunit *test)
{
	u32 i;

	for (i = 0; i < ARRAY_SIZE(regs_haswell); i++)
		fake_fault(&regs_fake, regs_haswell[i].index);
	regs_test_gather();
	for (i = ND_FEATURE_CONTROL; i <= ND_VMX_VMCS_ENUM; i++)
		regs_expect_state(test, i, ND_FAULT);
	for (i = 0; i < ND_NR_REGS; i++)
		KUNIT_EXPECT_EQ(test, regs_cpu.regs[i].value, 0ULL);
}

static void regs_test_gathers_again(struct kunit *test)
{
	regs_test_gather();
	fake_leaf(&regs_fake, 1, 0x40651, 0, 0, 0);
	nd_cpu_gather_cpuid(&regs_cpu, &regs_fake.reader);
	regs_fake.nr_reads = 0;
	nd_cpu_gather_msrs(&regs_cpu, &regs_fake.reader);
	regs_expect_absent(test, 0, ND_NR_REGS - 1);
}

static struct kunit_case regs_test_cases[] = {
	KUNIT_CASE(regs_test_table),
	KUNIT_CASE(regs_test_haswell),
	KUNIT_CASE(regs_test_order),
	KUNIT_CASE(regs_test_cpuid_reads_no_msr),
	KUNIT_CASE(regs_test_no_vmx),
	KUNIT_CASE(regs_test_no_vmx_and_zeros),
	KUNIT_CASE(regs_test_nothing_but_leaf_0),
	KUNIT_CASE(regs_test_feature_control_without_vmx),
	KUNIT_CASE(regs_test_no_true_controls),
	KUNIT_CASE(regs_test_settle),
	KUNIT_CASE(regs_test_settle_by_cpuid),
	KUNIT_CASE(regs_test_no_secondary_controls),
	KUNIT_CASE(regs_test_only_allowed_1_counts),
	KUNIT_CASE(regs_test_ept_vpid),
	KUNIT_CASE(regs_test_vmfunc),
	KUNIT_CASE(regs_test_tertiary),
	KUNIT_CASE(regs_test_exit_ctls2),
	KUNIT_CASE(regs_test_fault),
	KUNIT_CASE(regs_test_fault_of_basic),
	KUNIT_CASE(regs_test_fault_of_owners),
	KUNIT_CASE(regs_test_all_fault),
	KUNIT_CASE(regs_test_gathers_again),
	{}
};

static struct kunit_suite nestdiag_regs_suite = {
	.name = "nestdiag_regs",
	.init = regs_test_init,
	.test_cases = regs_test_cases,
};
