// SPDX-License-Identifier: GPL-2.0-only
/*
 * Which fields of a VMCS a processor has.
 */
#include <kunit/test.h>
#include "core/entry/vmstate.h"

static void fail_test_put(enum nd_reg reg, u64 value)
{
	fail_test_cpu.regs[reg] = (struct nd_value){ value, ND_OK };
}

static void fail_test_exists(struct kunit *test)
{
	u32 i, j, group;

	/* Nothing is known: then no field is read. */
	for (i = 0; i < ND_NR_VMF; i++)
		KUNIT_EXPECT_FALSE(test, nd_vmf_exists(&fail_test_cpu, i));
	fail_test_put(ND_VMX_BASIC, 0);
	KUNIT_EXPECT_TRUE(test, nd_vmf_exists(&fail_test_cpu, ND_VMF_CR0));
	KUNIT_EXPECT_FALSE(test, nd_vmf_exists(&fail_test_cpu, ND_VMF_VPID));
	for (i = 0; i < ARRAY_SIZE(vmexist_rules); i++) {
		const struct vmexist_rule *rule = &vmexist_rules[i];

		/* Each rule once, and its controls by themselves. */
		for (j = 0; j < i; j++)
			KUNIT_EXPECT_NE(test, vmexist_rules[j].field, rule->field);
		KUNIT_EXPECT_FALSE(test, nd_vmf_exists(&fail_test_cpu, rule->field));
		for (j = 0; j < 2; j++) {
			enum nd_reg reg;
			u32 bit = j ? rule->bit2 : rule->bit;

			group = j ? rule->group2 : rule->group;
			reg = nd_ctl_groups[group].reg;
			fail_test_put(reg, nd_ctl_groups[group].kind == ND_CTLS_PAIR ?
				      BIT_ULL(bit + 32) : BIT_ULL(bit));
			KUNIT_EXPECT_TRUE(test, nd_vmf_exists(&fail_test_cpu, rule->field));
			fail_test_put(reg, 0);
		}
	}
	KUNIT_EXPECT_FALSE(test, nd_vmf_exists(&fail_test_cpu, ND_VMF_EPTP_LIST));
	fail_test_put(ND_VMX_VMFUNC, 1);
	KUNIT_EXPECT_TRUE(test, nd_vmf_exists(&fail_test_cpu, ND_VMF_EPTP_LIST));
}

/* From the SDM, not from the table: which fields go with either of two controls. */
static void fail_test_either(struct kunit *test)
{
	static const struct {
		enum nd_vmf field;
		u32 entry;
		u32 exit;
	} either[] = {
		{ ND_VMF_PAT, 14, 18 }, { ND_VMF_EFER, 15, 20 }, { ND_VMF_BNDCFGS, 16, 23 },
		{ ND_VMF_RTIT_CTL, 18, 25 },
	};
	u32 i, bit;

	fail_test_put(ND_VMX_BASIC, 0);
	for (i = 0; i < ARRAY_SIZE(either); i++) {
		for (bit = 0; bit < 32; bit++) {
			fail_test_put(ND_VMX_EXIT_CTLS, 0);
			fail_test_put(ND_VMX_ENTRY_CTLS, BIT_ULL(bit + 32));
			KUNIT_EXPECT_EQ(test, nd_vmf_exists(&fail_test_cpu, either[i].field),
					bit == either[i].entry);
			fail_test_put(ND_VMX_ENTRY_CTLS, 0);
			fail_test_put(ND_VMX_EXIT_CTLS, BIT_ULL(bit + 32));
			KUNIT_EXPECT_EQ(test, nd_vmf_exists(&fail_test_cpu, either[i].field),
					bit == either[i].exit);
		}
	}
}

static struct kunit_case vmexist_test_cases[] = {
	KUNIT_CASE(fail_test_exists),
	KUNIT_CASE(fail_test_either),
	{}
};

static struct kunit_suite nestdiag_vmexist_suite = {
	.name = "nestdiag_vmexist",
	.init = fail_test_init,
	.test_cases = vmexist_test_cases,
};
