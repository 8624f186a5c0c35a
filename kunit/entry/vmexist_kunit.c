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

/* And with which one control a field goes, by that control's name. */
static void fail_test_one_control(struct kunit *test)
{
	static const struct {
		enum nd_vmf field;
		const char *control;
	} one[] = {
		{ ND_VMF_SECONDARY_CTLS, "vmx-secondary-ctls" },
		{ ND_VMF_TERTIARY_CTLS, "x-vmx-tertiary-ctls" },
		{ ND_VMF_EXIT2_CTLS, "vmx-exit-secondary-ctls" },
		{ ND_VMF_MSR_BITMAP, "vmx-msr-bitmap" },
		{ ND_VMF_PML_ADDR, "vmx-pml" }, { ND_VMF_PML_INDEX, "vmx-pml" },
		{ ND_VMF_TSC_MULTIPLIER, "vmx-tsc-scaling" },
		{ ND_VMF_VAPIC_ADDR, "vmx-flexpriority" },
		{ ND_VMF_TPR_THRESHOLD, "vmx-flexpriority" },
		{ ND_VMF_APIC_ACCESS_ADDR, "vmx-apicv-xapic" },
		{ ND_VMF_POSTED_INTR_VECTOR, "vmx-posted-intr" },
		{ ND_VMF_POSTED_INTR_DESC, "vmx-posted-intr" },
		{ ND_VMF_VPID, "vmx-vpid" }, { ND_VMF_EPTP, "vmx-ept" },
		{ ND_VMF_PDPTE0, "vmx-ept" }, { ND_VMF_PDPTE1, "vmx-ept" },
		{ ND_VMF_PDPTE2, "vmx-ept" }, { ND_VMF_PDPTE3, "vmx-ept" },
		{ ND_VMF_VMFUNC_CTLS, "vmx-vmfunc" },
		{ ND_VMF_VMREAD_BITMAP, "vmx-shadow-vmcs" },
		{ ND_VMF_VMWRITE_BITMAP, "vmx-shadow-vmcs" },
		{ ND_VMF_VE_INFO_ADDR, "x-vmx-ept-violation-ve" }, { ND_VMF_SPPTP, "x-vmx-spp" },
		{ ND_VMF_HLATP, "x-vmx-hlat" }, { ND_VMF_PID_TABLE, "x-vmx-ipi-virt" },
		{ ND_VMF_PID_LAST, "x-vmx-ipi-virt" }, { ND_VMF_INTR_STATUS, "vmx-apicv-vid" },
		{ ND_VMF_PREEMPTION_TIMER, "vmx-preemption-timer" },
		{ ND_VMF_PERF_GLOBAL_CTRL, "vmx-entry-load-perf-global-ctrl" },
		{ ND_VMF_LBR_CTL, "x-vmx-entry-load-lbr-ctl" }, { ND_VMF_PKRS, "vmx-entry-load-pkrs" },
		{ ND_VMF_UINV, "x-vmx-entry-load-uinv" }, { ND_VMF_S_CET, "vmx-entry-load-cet" },
		{ ND_VMF_SSP, "vmx-entry-load-cet" }, { ND_VMF_SSP_TABLE, "vmx-entry-load-cet" },
		{ ND_VMF_HOST_PAT, "vmx-exit-load-pat" }, { ND_VMF_HOST_EFER, "vmx-exit-load-efer" },
		{ ND_VMF_HOST_PERF_GLOBAL_CTRL, "vmx-exit-load-perf-global-ctrl" },
		{ ND_VMF_HOST_PKRS, "vmx-exit-load-pkrs" }, { ND_VMF_HOST_S_CET, "vmx-exit-save-cet" },
		{ ND_VMF_HOST_SSP, "vmx-exit-save-cet" }, { ND_VMF_HOST_SSP_TABLE, "vmx-exit-save-cet" },
	};
	const struct nd_ctl_group *group;
	const struct nd_ctl_bit *bit;
	u32 i;

	for (i = 0; i < ARRAY_SIZE(one); i++) {
		bit = nd_ctl_find(one[i].control, &group);
		KUNIT_ASSERT_TRUE(test, bit != NULL);
		memset(&fail_test_cpu, 0, sizeof(fail_test_cpu));
		fail_test_put(group->reg, group->kind == ND_CTLS_PAIR ? BIT_ULL(bit->bit + 32) :
									BIT_ULL(bit->bit));
		KUNIT_EXPECT_TRUE_MSG(test, nd_vmf_exists(&fail_test_cpu, one[i].field), "%s",
				      nd_vmf_descs[one[i].field].id);
	}
}

static struct kunit_case vmexist_test_cases[] = {
	KUNIT_CASE(fail_test_exists),
	KUNIT_CASE(fail_test_either),
	KUNIT_CASE(fail_test_one_control),
	{}
};

static struct kunit_suite nestdiag_vmexist_suite = {
	.name = "nestdiag_vmexist",
	.init = fail_test_init,
	.test_cases = vmexist_test_cases,
};
