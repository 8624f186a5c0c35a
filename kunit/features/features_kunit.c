// SPDX-License-Identifier: GPL-2.0-only
/*
 * Who took a feature: a parameter, KVM itself, the firmware, eVMCS, the hypervisor, the CPU.
 */
#include <kunit/test.h>
#include "core/features/featurerows.h"
#include "core/features/features.h"

static void feat_test_there(struct kunit *test)
{
	feat_test_haswell(0);
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx-shadow-vmcs"), ND_FEATURE_AVAILABLE);
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx-hlt-exit"), ND_FEATURE_AVAILABLE);
	KUNIT_EXPECT_STREQ(test, feat_test_why.words, "");
	status_test_param("kvm_intel", "nested", "Y");
	status_test_param("kvm_intel", "enable_shadow_vmcs", "Y");
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx-shadow-vmcs"), ND_FEATURE_IN_USE);
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx"), ND_FEATURE_IN_USE);
	KUNIT_EXPECT_EQ(test, feat_test_culprit("vmx"), ND_CULPRIT_NONE);
	/* An older KVM without the parameter says nothing of the feature. */
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx-ept"), ND_FEATURE_AVAILABLE);
}

/* A control of the default1 class that must be 1 is a feature that is not there. */
static void feat_test_default1(struct kunit *test)
{
	struct nd_cpu *cpu = feat_test_haswell(0);

	KUNIT_EXPECT_EQ(test, feat_test_state("vmx-cr3-load-noexit"), ND_FEATURE_ABSENT);
	status_test_reg(cpu, ND_VMX_TRUE_PROCBASED_CTLS, 0xfff9fffe04006172ULL);
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx-cr3-load-noexit"), ND_FEATURE_AVAILABLE);
	/* Bit 1 of the pin-based controls is of that class, bit 0 is not. */
	status_test_reg(cpu, ND_VMX_PINBASED_CTLS, 0x0000007f00000017ULL);
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx-intr-exit"), ND_FEATURE_AVAILABLE);
}

static void feat_test_parameter(struct kunit *test)
{
	feat_test_haswell(0);
	status_test_param("kvm_intel", "ept", "N");
	status_test_param("kvm_intel", "eptad", "N");
	status_test_param("kvm_intel", "unrestricted_guest", "N");
	status_test_param("kvm_intel", "vpid", "Y");
	KUNIT_EXPECT_EQ(test, feat_test_culprit("vmx-ept"), ND_CULPRIT_PARAMETER);
	KUNIT_EXPECT_STREQ(test, feat_test_why.words,
			   "kvm_intel has ept=N: set explicitly, as everything that KVM requires for it is available");
	KUNIT_EXPECT_EQ(test, feat_test_culprit("vmx-eptad"), ND_CULPRIT_PARAMETER);
	KUNIT_EXPECT_STREQ(test, feat_test_why.words,
			   "kvm_intel has eptad=N, which needs ept; kvm_intel has ept=N: set explicitly, as everything that KVM requires for it is available");
	KUNIT_EXPECT_EQ(test, feat_test_culprit("vmx-unrestricted-guest"), ND_CULPRIT_PARAMETER);
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx-vpid"), ND_FEATURE_IN_USE);
	/* Nobody can switch off what is not there. */
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx-pml"), ND_FEATURE_ABSENT);
}

/* With nested=0 KVM leaves enable_shadow_vmcs as it is and uses it for nothing. */
static void feat_test_nested_off(struct kunit *test)
{
	feat_test_haswell(0);
	status_test_param("kvm_intel", "nested", "N");
	status_test_param("kvm_intel", "enable_shadow_vmcs", "Y");
	KUNIT_EXPECT_EQ(test, feat_test_culprit("vmx-shadow-vmcs"), ND_CULPRIT_PARAMETER);
	KUNIT_EXPECT_TRUE(test, strstr(feat_test_why.words, "nested=N"));
	KUNIT_EXPECT_EQ(test, feat_test_culprit("vmx"), ND_CULPRIT_PARAMETER);
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx-ept"), ND_FEATURE_AVAILABLE);
}

static void feat_test_dropped(struct kunit *test)
{
	struct nd_cpu *cpu = feat_test_haswell(0);

	/* PML, were it there, needs the accessed and dirty flags of EPT. */
	status_test_reg(cpu, ND_VMX_PROCBASED_CTLS2, 0x00027cff00000000ULL);
	status_test_reg(cpu, ND_VMX_EPT_VPID_CAP, FEAT_HASWELL_EPT & ~FEAT_EPT_AD);
	status_test_param("kvm_intel", "ept", "Y");
	status_test_param("kvm_intel", "eptad", "N");
	status_test_param("kvm_intel", "pml", "N");
	KUNIT_EXPECT_EQ(test, feat_test_culprit("vmx-pml"), ND_CULPRIT_KVM);
	KUNIT_EXPECT_STREQ(test, feat_test_why.words,
			   "kvm_intel has pml=N, which needs eptad; kvm_intel has eptad=N: KVM requires \"EPT accessed and dirty flags\" (vmx-eptad) for it, which is missing");
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx-eptad"), ND_FEATURE_ABSENT);
	cpu->regs[ND_VMX_EPT_VPID_CAP].value = FEAT_HASWELL_EPT;
	KUNIT_EXPECT_EQ(test, feat_test_culprit("vmx-pml"), ND_CULPRIT_PARAMETER);
}

/* What a machine emulated by Bochs showed: two of the three parts of APICv are there. */
static void feat_test_dropped_apicv(struct kunit *test)
{
	struct nd_cpu *cpu = feat_test_haswell(0);

	status_test_reg(cpu, ND_VMX_PINBASED_CTLS, 0x0000007f00000016ULL);
	status_test_reg(cpu, ND_VMX_PROCBASED_CTLS2, 0x00007fff00000000ULL);
	status_test_param("kvm_intel", "enable_apicv", "N");
	KUNIT_EXPECT_EQ(test, feat_test_culprit("vmx-apicv-vid"), ND_CULPRIT_KVM);
	KUNIT_EXPECT_EQ(test, feat_test_culprit("vmx-apicv-register"), ND_CULPRIT_KVM);
	KUNIT_EXPECT_EQ(test, feat_test_culprit("vmx-posted-intr"), ND_CULPRIT_CPU);
	cpu->regs[ND_VMX_PINBASED_CTLS].value |= BIT_ULL(32 + 7);
	KUNIT_EXPECT_EQ(test, feat_test_culprit("vmx-apicv-vid"), ND_CULPRIT_PARAMETER);
	KUNIT_EXPECT_EQ(test, feat_test_culprit("vmx-posted-intr"), ND_CULPRIT_PARAMETER);
	cpu->regs[ND_VMX_PROCBASED_CTLS].value &= ~BIT_ULL(32 + 21);	/* TPR shadow */
	KUNIT_EXPECT_EQ(test, feat_test_culprit("vmx-posted-intr"), ND_CULPRIT_KVM);
}

static void feat_test_dropped_vpid(struct kunit *test)
{
	struct nd_cpu *cpu = feat_test_haswell(0);

	status_test_param("kvm_intel", "vpid", "N");
	KUNIT_EXPECT_EQ(test, feat_test_culprit("vmx-vpid"), ND_CULPRIT_PARAMETER);
	cpu->regs[ND_VMX_EPT_VPID_CAP].value &= ~BIT_ULL(41);	/* one of the two is enough */
	KUNIT_EXPECT_EQ(test, feat_test_culprit("vmx-vpid"), ND_CULPRIT_PARAMETER);
	cpu->regs[ND_VMX_EPT_VPID_CAP].value &= ~BIT_ULL(42);
	KUNIT_EXPECT_EQ(test, feat_test_culprit("vmx-vpid"), ND_CULPRIT_KVM);
}

/* KVM: more than 2^32 / 10 ticks a second are too many. */
static void feat_test_dropped_timer(struct kunit *test)
{
	struct nd_cpu *cpu = feat_test_haswell(0);

	status_test_param("kvm_intel", "preemption_timer", "N");
	KUNIT_EXPECT_EQ(test, feat_test_culprit("vmx-preemption-timer"), ND_CULPRIT_PARAMETER);
	cpu->regs[ND_VMX_MISC].value &= ~0x1fULL;
	KUNIT_EXPECT_EQ(test, feat_test_culprit("vmx-preemption-timer"), ND_CULPRIT_KVM);
	cpu->regs[ND_VMX_MISC].value |= 5;
	cpu->cpuid[1].eax = 0x106a5;	/* erratum AAJ124 of the Core i7-900 */
	KUNIT_EXPECT_EQ(test, feat_test_culprit("vmx-preemption-timer"), ND_CULPRIT_KVM);
}

/* KVM's own list of processors whose timer stops early, and how fast a timer may count for it. */
static void feat_test_timer_limits(struct kunit *test)
{
	static const u32 broken[] = {
		0x206e6, 0x20652, 0x20655, 0x106e5, 0x106a0, 0x106a1, 0x106a4, 0x106a5, 0x306a8,
	};
	struct nd_cpu *cpu = feat_test_haswell(0);
	u32 i;

	status_test_param("kvm_intel", "preemption_timer", "N");
	for (i = 0; i < ARRAY_SIZE(broken); i++) {
		/* The type and reserved bits of the signature do not count. */
		cpu->cpuid[1].eax = broken[i] | 0xf000c000;
		KUNIT_EXPECT_EQ(test, feat_test_culprit("vmx-preemption-timer"), ND_CULPRIT_KVM);
		KUNIT_EXPECT_NOT_NULL(test, strstr(feat_test_why.words, "erratum"));
		cpu->cpuid[1].eax = broken[i] ^ 0x10000000 >> 8;
		KUNIT_EXPECT_EQ(test, feat_test_culprit("vmx-preemption-timer"),
				ND_CULPRIT_PARAMETER);
		cpu->cpuid[1].eax = broken[i] + 0x2000;
		KUNIT_EXPECT_EQ(test, feat_test_culprit("vmx-preemption-timer"),
				ND_CULPRIT_PARAMETER);
	}
	for (i = 0; i < 0x20; i++) {
		cpu->regs[ND_VMX_MISC].value = (FEAT_HASWELL_MISC & ~0x1fULL) | i;
		KUNIT_EXPECT_EQ(test, feat_test_culprit("vmx-preemption-timer"),
				i < 2 ? ND_CULPRIT_KVM : ND_CULPRIT_PARAMETER);
	}
}

static void feat_test_shadow_needs(struct kunit *test)
{
	struct nd_cpu *cpu = feat_test_haswell(0);

	status_test_param("kvm_intel", "nested", "Y");
	status_test_param("kvm_intel", "enable_shadow_vmcs", "N");
	KUNIT_EXPECT_EQ(test, feat_test_culprit("vmx-shadow-vmcs"), ND_CULPRIT_PARAMETER);
	cpu->regs[ND_VMX_MISC].value &= ~BIT_ULL(29);
	KUNIT_EXPECT_EQ(test, feat_test_culprit("vmx-shadow-vmcs"), ND_CULPRIT_KVM);
}

static void feat_test_locked(struct kunit *test)
{
	struct nd_cpu *cpu = feat_test_haswell(0);

	cpu->regs[ND_FEATURE_CONTROL].value = 1;
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx-ept"), ND_FEATURE_LOCKED);
	KUNIT_EXPECT_EQ(test, feat_test_culprit("vmx-ept"), ND_CULPRIT_FIRMWARE);
	KUNIT_EXPECT_EQ(test, feat_test_culprit("vmx-pml"), ND_CULPRIT_CPU);
	cpu->cpuid[1].ecx |= STATUS_HV;
	KUNIT_EXPECT_EQ(test, feat_test_culprit("vmx-ept"), ND_CULPRIT_HYPERVISOR);
	cpu->regs[ND_FEATURE_CONTROL].value = 5;
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx-ept"), ND_FEATURE_AVAILABLE);
}

/* KVM takes SVM that is off in VM_CR for disabled, locked or not; VMX it would switch on. */
static void feat_test_unlocked(struct kunit *test)
{
	struct nd_cpu *cpu = feat_test_zen2(BIT(0));

	cpu->regs[ND_VM_CR].value = BIT(4);
	KUNIT_EXPECT_EQ(test, feat_test_culprit("npt"), ND_CULPRIT_FIRMWARE);
	cpu->regs[ND_VM_CR].value = BIT(4) | BIT(3);
	KUNIT_EXPECT_EQ(test, feat_test_culprit("npt"), ND_CULPRIT_FIRMWARE);
	cpu->regs[ND_VM_CR].value = BIT(3);
	KUNIT_EXPECT_EQ(test, feat_test_culprit("npt"), ND_CULPRIT_NONE);
	feat_test_init(test);
	cpu = feat_test_haswell(0);
	cpu->regs[ND_FEATURE_CONTROL].value = 0;
	KUNIT_EXPECT_EQ(test, feat_test_culprit("vmx-ept"), ND_CULPRIT_NONE);
}

static void feat_test_evmcs(struct kunit *test)
{
	struct nd_cpu *cpu = status_test_hyperv();

	KUNIT_EXPECT_EQ(test, feat_test_state("vmx-shadow-vmcs"), ND_FEATURE_NO_FIELD);
	nd_cpu_settle_msrs(cpu);
	/* No processor is known to have had it; and one that came with Ice Lake. */
	KUNIT_EXPECT_EQ(test, feat_test_state("x-vmx-hlat"), ND_FEATURE_NOT_OFFERED);
	KUNIT_EXPECT_EQ(test, feat_test_state("x-vmx-spp"), ND_FEATURE_ABSENT);
	/* eVMCS can express it. */
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx-tsc-scaling"), ND_FEATURE_NOT_OFFERED);
	/* Haswell is older than user wait and pause, and than tertiary controls. */
	KUNIT_EXPECT_EQ(test, feat_test_state("x-vmx-tertiary-ctls"), ND_FEATURE_ABSENT);
	status_test_enlighten(cpu);
	status_test_reg(cpu, ND_VMX_PROCBASED_CTLS2, 0x00007cff00000000ULL);
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx-shadow-vmcs"), ND_FEATURE_NO_FIELD);
	/* Then KVM's parameter is off for eVMCS' sake, not by anybody's wish. */
	status_test_param("kvm_intel", "enable_shadow_vmcs", "N");
	KUNIT_EXPECT_EQ(test, feat_test_culprit("vmx-shadow-vmcs"), ND_CULPRIT_EVMCS);
	/* There, but what flexpriority needs beside it is lost to eVMCS. */
	status_test_param("kvm_intel", "vpid", "Y");
	KUNIT_EXPECT_EQ(test, feat_test_culprit("vmx-vpid"), ND_CULPRIT_NONE);
}

/* "Hidden" only if the CPU model is one that has it. */
static void feat_test_model(struct kunit *test)
{
	struct nd_cpu *cpu = feat_test_haswell(STATUS_HV);

	/* Haswell, and XSAVES came with Skylake. */
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx-xsaves"), ND_FEATURE_ABSENT);
	KUNIT_EXPECT_TRUE(test, strstr(feat_test_why.words, "Haswell"));
	/* PML: some processors of its generation have it. */
	cpu->cpuid[1].eax = 0x506e3;
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx-xsaves"), ND_FEATURE_HIDDEN);
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx-pml"), ND_FEATURE_NOT_OFFERED);
	/* A model that no table has, and then server silicon that does not call itself Xeon. */
	cpu->cpuid[1].eax = 0xf06f0;
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx-xsaves"), ND_FEATURE_NOT_OFFERED);
	cpu->cpuid[1].eax = 0x50657;
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx-pml"), ND_FEATURE_NOT_OFFERED);
	status_test_leaf(cpu, 0x80000002, 0x6f655820, 0x6e, 0, 0);	/* " Xeon" */
	status_test_leaf(cpu, 0x80000003, 0, 0, 0, 0);
	status_test_leaf(cpu, 0x80000004, 0, 0, 0, 0);
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx-pml"), ND_FEATURE_HIDDEN);
	KUNIT_EXPECT_EQ(test, feat_test_culprit("vmx-pml"), ND_CULPRIT_HYPERVISOR);
	/* On bare metal there is nobody to hide it. */
	cpu->cpuid[1].ecx &= ~STATUS_HV;
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx-pml"), ND_FEATURE_ABSENT);
}

/* The host's facts in the third CPU, the guest's in the first. */
static void feat_test_below(struct kunit *test)
{
	struct nd_cpu *cpu = feat_test_haswell(0);
	struct nd_cpu *host = &status_test_cpus[2];
	static struct nd_facts below;

	*host = *cpu;
	below = status_test_facts;
	below.nr_params = 0;
	feat_test_scene.below_facts = &below;
	feat_test_scene.below_cpu = host;
	cpu->cpuid[1].ecx |= STATUS_HV;
	cpu->regs[ND_VMX_PROCBASED_CTLS2].value = 0;
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx-ept"), ND_FEATURE_HIDDEN);
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx-pml"), ND_FEATURE_ABSENT);
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx-intr-exit"), ND_FEATURE_AVAILABLE);
	host->cpuid[1].ecx |= STATUS_HV;
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx-pml"), ND_FEATURE_NOT_OFFERED);
	status_test_param("kvm_intel", "ept", "N");
	below.nr_params = 1;
	feat_test_drop_params();
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx-ept"), ND_FEATURE_HIDDEN);
	KUNIT_EXPECT_TRUE(test, strstr(feat_test_why.words, "kvm_intel has ept=N"));
}

/* KVM offers it to no nested hypervisor, so that eVMCS is not to blame. */
static void feat_test_kvm_keeps(struct kunit *test)
{
	struct nd_cpu *cpu = status_test_hyperv();
	struct nd_cpu *host = &status_test_cpus[2];
	static struct nd_facts below;

	*host = *cpu;
	host->cpuid[1].ecx &= ~STATUS_HV;
	status_test_reg(host, ND_VMX_PROCBASED_CTLS2, 0x00007cff00000000ULL);
	feat_test_scene.below_facts = &below;
	feat_test_scene.below_cpu = host;
	below = status_test_facts;
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx-ple"), ND_FEATURE_NO_FIELD);
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx-shadow-vmcs"), ND_FEATURE_NO_FIELD);
	status_test_param("kvm_intel", "nested", "Y");
	below.nr_params = 1;
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx-ple"), ND_FEATURE_HIDDEN);
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx-shadow-vmcs"), ND_FEATURE_NO_FIELD);
	/* By svm_set_cpu_caps() and nested_vmx_setup_ctls_msrs(). */
	KUNIT_EXPECT_TRUE(test, nd_feature_find("x-vmx-notify-exit")->flags & ND_FEATURE_KVM_KEEPS);
	KUNIT_EXPECT_TRUE(test, nd_feature_find("svm-lock")->flags & ND_FEATURE_KVM_KEEPS);
	KUNIT_EXPECT_FALSE(test, nd_feature_find("vmx-mbec")->flags & ND_FEATURE_KVM_KEEPS);
	KUNIT_EXPECT_FALSE(test, nd_feature_find("vgif")->flags & ND_FEATURE_KVM_KEEPS);
}

static void feat_test_amd(struct kunit *test)
{
	feat_test_zen2(0x0001bdff);	/* NPT to vGIF */
	KUNIT_EXPECT_EQ(test, feat_test_state("npt"), ND_FEATURE_AVAILABLE);
	KUNIT_EXPECT_EQ(test, feat_test_state("vnmi"), ND_FEATURE_ABSENT);
	status_test_param("kvm_amd", "npt", "N");
	status_test_param("kvm_amd", "vls", "0");
	status_test_param("kvm_amd", "avic", "N");
	status_test_param("kvm_amd", "nested", "0");
	KUNIT_EXPECT_EQ(test, feat_test_culprit("npt"), ND_CULPRIT_PARAMETER);
	KUNIT_EXPECT_EQ(test, feat_test_culprit("v-vmsave-vmload"), ND_CULPRIT_PARAMETER);
	KUNIT_EXPECT_TRUE(test, strstr(feat_test_why.words, "npt=N"));
	KUNIT_EXPECT_EQ(test, feat_test_culprit("avic"), ND_CULPRIT_PARAMETER);
	KUNIT_EXPECT_EQ(test, feat_test_culprit("svm"), ND_CULPRIT_PARAMETER);
	KUNIT_EXPECT_EQ(test, feat_test_state("vgif"), ND_FEATURE_AVAILABLE);
	feat_test_drop_params();
	status_test_param("kvm_amd", "avic", "N");
	KUNIT_EXPECT_EQ(test, feat_test_culprit("avic"), ND_CULPRIT_PARAMETER);
	KUNIT_EXPECT_STREQ(test, feat_test_why.words, "kvm_amd has avic=N, its default");
}

static void feat_test_amd_dropped(struct kunit *test)
{
	struct nd_cpu *cpu = feat_test_zen2(BIT(0) | BIT(25));	/* vNMI without vGIF */

	status_test_param("kvm_amd", "vgif", "0");
	status_test_param("kvm_amd", "vnmi", "N");
	KUNIT_EXPECT_EQ(test, feat_test_culprit("vnmi"), ND_CULPRIT_KVM);
	cpu->cpuid[4].edx |= BIT(16);
	KUNIT_EXPECT_EQ(test, feat_test_culprit("vnmi"), ND_CULPRIT_PARAMETER);
	/* A guest of a hypervisor that shows Zen 2, which has nested paging and never had vNMI. */
	cpu->cpuid[4].edx = 0;
	cpu->cpuid[1].ecx |= STATUS_HV;
	KUNIT_EXPECT_EQ(test, feat_test_state("npt"), ND_FEATURE_HIDDEN);
	KUNIT_EXPECT_EQ(test, feat_test_state("vnmi"), ND_FEATURE_ABSENT);
	KUNIT_EXPECT_EQ(test, feat_test_state("avic"), ND_FEATURE_NOT_OFFERED);
}

/* Without VMX each feature's verdict is that of its own generation, not of VMX. */
static void feat_test_no_vmx(struct kunit *test)
{
	struct nd_cpu *cpu = feat_test_haswell(STATUS_HV);
	struct nd_row row = { 0 };

	KUNIT_EXPECT_FALSE(test, nd_unexposed_describe(cpu, &row));
	cpu->cpuid[1].ecx &= ~STATUS_VMX;
	KUNIT_EXPECT_TRUE(test, nd_unexposed_describe(cpu, &row));
	KUNIT_EXPECT_NOT_NULL(test, strstr(row.words, "vmx is not exposed to this machine, so none of its "));
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx"), ND_FEATURE_HIDDEN);
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx-ept"), ND_FEATURE_HIDDEN);
	KUNIT_EXPECT_NOT_NULL(test, strstr(feat_test_why.words, "vmx is not exposed"));
	KUNIT_EXPECT_NOT_NULL(test, strstr(feat_test_why.words, "Haswell, has it"));
	/* Haswell never had PML, and whether a processor has TSC scaling its model does not say. */
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx-pml"), ND_FEATURE_ABSENT);
	KUNIT_EXPECT_NOT_NULL(test, strstr(feat_test_why.words, "Haswell, is of an older generation"));
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx-tsc-scaling"), ND_FEATURE_NOT_OFFERED);
	KUNIT_EXPECT_NOT_NULL(test, strstr(feat_test_why.words, "--below"));
	/* Bare metal: the firmware may have switched it off. Nobody exposes anything there. */
	cpu->cpuid[1].ecx = 0;
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx"), ND_FEATURE_UNREPORTED);
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx-ept"), ND_FEATURE_UNREPORTED);
	KUNIT_EXPECT_NOT_NULL(test, strstr(feat_test_why.words, "CPUID does not report vmx, and CPUID reports no hypervisor"));
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx-pml"), ND_FEATURE_ABSENT);
	row.words[0] = '\0';
	KUNIT_EXPECT_TRUE(test, nd_unexposed_describe(cpu, &row));
	KUNIT_EXPECT_NOT_NULL(test, strstr(row.words, "CPUID does not report vmx, so none of its "));
	KUNIT_EXPECT_NULL(test, strstr(row.words, "exposed"));
}

/* Of registers that nobody read nothing is said: neither that they offer nothing, nor the rest. */
static void feat_test_available(struct kunit *test)
{
	struct nd_cpu *cpu = feat_test_haswell(0);
	struct nd_row row = { 0 };
	u32 reg;

	for (reg = ND_VMX_PINBASED_CTLS; reg <= ND_VMX_EXIT_CTLS2; reg++)
		cpu->regs[reg].state = ND_UNKNOWN;
	nd_available_describe(&status_test_facts, cpu, &row);
	KUNIT_EXPECT_NULL(test, strstr(row.words, "nothing beyond"));
	KUNIT_EXPECT_NOT_NULL(test, strstr(row.words, "features are not known: not all registers were read"));
	/* All were read, and nothing is offered. */
	for (reg = ND_VMX_PINBASED_CTLS; reg <= ND_VMX_EXIT_CTLS2; reg++)
		status_test_reg(cpu, reg, 0);
	row.words[0] = '\0';
	nd_available_describe(&status_test_facts, cpu, &row);
	KUNIT_EXPECT_STREQ(test, row.words, "nothing beyond plain VMX");
}

/* What the registers allow and KVM does not use without its parameters being known, either. */
static void feat_test_needs(struct kunit *test)
{
	struct nd_cpu *cpu = feat_test_haswell(0);
	u64 pin = cpu->regs[ND_VMX_PINBASED_CTLS].value;

	/* All of APICv, and its posted interrupts are missing. */
	status_test_reg(cpu, ND_VMX_PROCBASED_CTLS2, 0x00007fff00000000ULL);
	cpu->regs[ND_VMX_PINBASED_CTLS].value = pin & ~BIT_ULL(32 + 7);
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx-apicv-register"), ND_FEATURE_DROPPED);
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx-apicv-vid"), ND_FEATURE_DROPPED);
	KUNIT_EXPECT_STREQ(test, feat_test_why.words,
			   "kvm_intel switches enable_apicv off: KVM requires \"Process posted interrupts\" (vmx-posted-intr) for it, which is missing");
	cpu->regs[ND_VMX_PINBASED_CTLS].value = pin | BIT_ULL(32 + 7);
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx-apicv-vid"), ND_FEATURE_AVAILABLE);
	/* Only the TRUE register allows it: KVM reads the other one. */
	cpu->regs[ND_VMX_PINBASED_CTLS].value = pin & ~BIT_ULL(32 + 7);
	status_test_reg(cpu, ND_VMX_TRUE_PINBASED_CTLS, pin | BIT_ULL(32 + 7));
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx-posted-intr"), ND_FEATURE_ABSENT);
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx-apicv-vid"), ND_FEATURE_DROPPED);
	/* Whether the timer is too fast depends on the TSC's rate, which is not known. */
	status_test_reg(cpu, ND_VMX_MISC, 0x300481e0);
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx-preemption-timer"), ND_FEATURE_AVAILABLE);
	/* PML needs the dirty flags of EPT by way of another parameter. */
	status_test_reg(cpu, ND_VMX_PROCBASED_CTLS2, 0x00027cff00000000ULL);
	status_test_reg(cpu, ND_VMX_EPT_VPID_CAP, FEAT_HASWELL_EPT & ~FEAT_EPT_AD);
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx-pml"), ND_FEATURE_DROPPED);
	status_test_reg(cpu, ND_VMX_EPT_VPID_CAP, FEAT_HASWELL_EPT);
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx-pml"), ND_FEATURE_AVAILABLE);
}

/* A Zen 1 guest without SVM: what came with Zen 4 nobody hides. */
static void feat_test_no_svm(struct kunit *test)
{
	struct nd_cpu *cpu = feat_test_zen2(0);

	cpu->cpuid[1] = (struct nd_cpuid){ .leaf = 1, .eax = 0x800f12, .ecx = STATUS_HV };
	cpu->cpuid[3].ecx = 0;
	cpu->nr_cpuid = 4;
	KUNIT_EXPECT_EQ(test, feat_test_state("svm"), ND_FEATURE_HIDDEN);
	KUNIT_EXPECT_EQ(test, feat_test_state("npt"), ND_FEATURE_HIDDEN);
	KUNIT_EXPECT_EQ(test, feat_test_state("vnmi"), ND_FEATURE_ABSENT);
	KUNIT_EXPECT_EQ(test, feat_test_state("x2avic"), ND_FEATURE_ABSENT);
	KUNIT_EXPECT_EQ(test, feat_test_state("idle-hlt"), ND_FEATURE_ABSENT);
	/*
	 * AVIC depends on the firmware, and what SPEC_CTRL's virtualization came with is younger.
	 */
	KUNIT_EXPECT_EQ(test, feat_test_state("avic"), ND_FEATURE_NOT_OFFERED);
	KUNIT_EXPECT_EQ(test, feat_test_state("vgif"), ND_FEATURE_HIDDEN);
	KUNIT_EXPECT_EQ(test, feat_test_state("v-spec-ctrl"), ND_FEATURE_ABSENT);
}

/* Processors that lack what others of their generation have: under a hypervisor nobody hides it. */
static void feat_test_not_always(struct kunit *test)
{
	static const struct {
		u32 eax;
		bool amd;
		const char *id;
	} lacking[] = {
		{ 0x806f8, false, "vmx-shadow-vmcs" },		/* Xeon w7-2475X, w9-3475X */
		{ 0x506e3, false, "vmx-vmfunc" },		/* Pentium G4400 */
		{ 0x906e9, false, "vmx-vmfunc" },		/* Pentium G4600 */
		{ 0x906eb, false, "vmx-vmfunc" },		/* Pentium G5400 */
		{ 0x6f5, false, "vmx-vnmi" },			/* Core 2 X6800 */
		{ 0x6f5, false, "vmx-secondary-ctls" },
		{ 0xa20f10, true, "svme-addr-chk" },		/* Vermeer */
		{ 0x20f12, true, "svm" },			/* K8 */
	};
	struct nd_cpu *cpu;
	u32 i;

	for (i = 0; i < ARRAY_SIZE(lacking); i++) {
		feat_test_init(test);
		cpu = lacking[i].amd ? feat_test_zen2(BIT(0)) : feat_test_haswell(STATUS_HV);
		cpu->cpuid[1].eax = lacking[i].eax;
		cpu->cpuid[1].ecx |= STATUS_HV;
		if (!strcmp(lacking[i].id, "svm"))
			cpu->cpuid[3].ecx = 0;
		cpu->regs[ND_VMX_PINBASED_CTLS].value = 0x0000001f00000016ULL;
		cpu->regs[ND_VMX_PROCBASED_CTLS].value &= ~BIT_ULL(63);
		cpu->regs[ND_VMX_PROCBASED_CTLS2].value = 0;
		status_test_leaf(cpu, 0x80000002, 0x6f655820, 0x6e, 0, 0);	/* " Xeon" */
		status_test_leaf(cpu, 0x80000003, 0, 0, 0, 0);
		status_test_leaf(cpu, 0x80000004, 0, 0, 0, 0);
		KUNIT_EXPECT_EQ_MSG(test, feat_test_state(lacking[i].id), ND_FEATURE_NOT_OFFERED,
				    "%s, 0x%x", lacking[i].id, lacking[i].eax);
		KUNIT_EXPECT_NOT_NULL(test, strstr(feat_test_why.words, "--below"));
	}
}

/* AVIC depends on the firmware, but no firmware brings x2AVIC to a model before Zen 4. */
static void feat_test_avic(struct kunit *test)
{
	struct nd_cpu *cpu = feat_test_zen2(BIT(0));

	KUNIT_EXPECT_EQ(test, feat_test_state("avic"), ND_FEATURE_UNREPORTED);
	KUNIT_EXPECT_EQ(test, feat_test_culprit("avic"), ND_CULPRIT_FIRMWARE_OR_CPU);
	KUNIT_EXPECT_NOT_NULL(test, strstr(feat_test_why.words, "firmware setup"));
	KUNIT_EXPECT_EQ(test, feat_test_culprit("x2avic"), ND_CULPRIT_CPU);
	KUNIT_EXPECT_NULL(test, strstr(feat_test_why.words, "firmware setup"));
	KUNIT_EXPECT_EQ(test, feat_test_culprit("vgif"), ND_CULPRIT_CPU);
	cpu->cpuid[1].eax = 0xa60f12;
	KUNIT_EXPECT_EQ(test, feat_test_culprit("x2avic"), ND_CULPRIT_FIRMWARE_OR_CPU);
	KUNIT_EXPECT_EQ(test, feat_test_culprit("avic"), ND_CULPRIT_FIRMWARE_OR_CPU);
	cpu->cpuid[1].ecx = STATUS_HV;
	KUNIT_EXPECT_EQ(test, feat_test_culprit("avic"), ND_CULPRIT_HYPERVISOR);
}

/* SVM's leaf without the flag: what the leaf announces it announces. */
static void feat_test_svm_leaf_alone(struct kunit *test)
{
	struct nd_cpu *cpu = feat_test_zen2(BIT(0) | BIT(3) | BIT(25));

	cpu->cpuid[1].ecx = STATUS_HV;
	cpu->cpuid[3].ecx = 0;
	KUNIT_EXPECT_EQ(test, nd_feature_bit(cpu, nd_feature_find("npt")), ND_BIT_YES);
	KUNIT_EXPECT_EQ(test, nd_feature_bit(cpu, nd_feature_find("avic")), ND_BIT_NO);
	KUNIT_EXPECT_EQ(test, feat_test_state("npt"), ND_FEATURE_HIDDEN);
	KUNIT_EXPECT_NOT_NULL(test, strstr(feat_test_why.words, "CPUID 0x8000000a reports it, but svm is not exposed"));
	/* Announced, whatever is known of Zen 2. */
	KUNIT_EXPECT_EQ(test, feat_test_state("vnmi"), ND_FEATURE_NOT_OFFERED);
	KUNIT_EXPECT_NOT_NULL(test, strstr(feat_test_why.words, "reports it"));
	KUNIT_EXPECT_NULL(test, strstr(feat_test_why.words, "older generation"));
	KUNIT_EXPECT_EQ(test, feat_test_state("avic"), ND_FEATURE_NOT_OFFERED);
	KUNIT_EXPECT_NULL(test, strstr(feat_test_why.words, "reports it"));
}

/* Generations of two vendors have no order. */
static void feat_test_vendors(struct kunit *test)
{
	struct nd_cpu *cpu = feat_test_haswell(STATUS_HV);

	status_test_leaf(cpu, 0x80000001, 0, 0, 0, 0);
	KUNIT_EXPECT_EQ(test, feat_test_state("svm"), ND_FEATURE_ABSENT);
	KUNIT_EXPECT_STREQ(test, feat_test_why.words, "AMD only");
	KUNIT_EXPECT_EQ(test, feat_test_state("npt"), ND_FEATURE_ABSENT);
	KUNIT_EXPECT_STREQ(test, feat_test_why.words, "AMD only");
	KUNIT_EXPECT_EQ(test, feat_test_culprit("avic"), ND_CULPRIT_CPU);
	feat_test_init(test);
	cpu = feat_test_zen2(BIT(0));
	cpu->cpuid[1].ecx = STATUS_HV;
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx-ept"), ND_FEATURE_ABSENT);
	KUNIT_EXPECT_STREQ(test, feat_test_why.words, "Intel only");
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx"), ND_FEATURE_ABSENT);
	/* Zhaoxin has VMX, and its models are not in the tables. */
	feat_test_init(test);
	cpu = feat_test_haswell(STATUS_HV);
	cpu->cpuid[0] =
		(struct nd_cpuid){ .ebx = 0x68532020, .edx = 0x68676e61, .ecx = 0x20206961 };
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx-ept"), ND_FEATURE_AVAILABLE);
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx-pml"), ND_FEATURE_NOT_OFFERED);
	KUNIT_EXPECT_EQ(test, feat_test_state("svm"), ND_FEATURE_ABSENT);
}

static void feat_test_unknown(struct kunit *test)
{
	struct nd_cpu *cpu = feat_test_haswell(0);

	cpu->regs[ND_VMX_PROCBASED_CTLS2].state = ND_FAULT;
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx-ept"), ND_FEATURE_UNKNOWN);
	cpu->nr_cpuid = 0;
	status_test_reg(cpu, ND_VMX_PROCBASED_CTLS2, 0);
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx-ept"), ND_FEATURE_MISSING);
	KUNIT_EXPECT_EQ(test, feat_test_culprit("vmx-ept"), ND_CULPRIT_UNDECIDED);
	KUNIT_EXPECT_EQ(test, feat_test_state("vmx"), ND_FEATURE_UNKNOWN);
	/*
	 * No extended leaf beyond the first: there is no
	 * SVM, and no further leaf is needed to know it.
	 */
	status_test_leaf(cpu, 0x80000000, 0x80000000, 0, 0, 0);
	KUNIT_EXPECT_EQ(test, nd_feature_bit(cpu, nd_feature_find("svm")), ND_BIT_NO);
	cpu->cpuid[cpu->nr_cpuid - 1].eax = 0x80000001;
	KUNIT_EXPECT_EQ(test, nd_feature_bit(cpu, nd_feature_find("svm")), ND_BIT_UNKNOWN);
}

static struct kunit_case feat_test_cases[] = {
	KUNIT_CASE(feat_test_there),
	KUNIT_CASE(feat_test_default1),
	KUNIT_CASE(feat_test_parameter),
	KUNIT_CASE(feat_test_nested_off),
	KUNIT_CASE(feat_test_dropped),
	KUNIT_CASE(feat_test_dropped_apicv),
	KUNIT_CASE(feat_test_dropped_vpid),
	KUNIT_CASE(feat_test_dropped_timer),
	KUNIT_CASE(feat_test_timer_limits),
	KUNIT_CASE(feat_test_shadow_needs),
	KUNIT_CASE(feat_test_locked),
	KUNIT_CASE(feat_test_unlocked),
	KUNIT_CASE(feat_test_evmcs),
	KUNIT_CASE(feat_test_model),
	KUNIT_CASE(feat_test_below),
	KUNIT_CASE(feat_test_kvm_keeps),
	KUNIT_CASE(feat_test_amd),
	KUNIT_CASE(feat_test_amd_dropped),
	KUNIT_CASE(feat_test_no_vmx),
	KUNIT_CASE(feat_test_needs),
	KUNIT_CASE(feat_test_available),
	KUNIT_CASE(feat_test_no_svm),
	KUNIT_CASE(feat_test_svm_leaf_alone),
	KUNIT_CASE(feat_test_avic),
	KUNIT_CASE(feat_test_not_always),
	KUNIT_CASE(feat_test_vendors),
	KUNIT_CASE(feat_test_unknown),
	{}
};

static struct kunit_suite nestdiag_features_suite = {
	.name = "nestdiag_features",
	.init = feat_test_init,
	.test_cases = feat_test_cases,
};
