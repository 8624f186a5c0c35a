// SPDX-License-Identifier: GPL-2.0-only
/*
 * Names of the MSRs that messages about virtualization speak of: the SDM's if they start with
 * IA32_, else Linux's. The registers that nestdiag reads have theirs in the core.
 */
#include "core/facts/regs.h"

#include "tools/log/msrnames.h"

static const struct {
	u32 index;
	const char *name;
} names[] = {
	{ 0x10, "IA32_TIME_STAMP_COUNTER" },
	{ 0x17, "IA32_PLATFORM_ID" },
	{ 0x1b, "IA32_APIC_BASE" },
	{ 0x33, "MSR_TEST_CTRL" },
	{ 0x34, "MSR_SMI_COUNT" },
	{ 0x3b, "IA32_TSC_ADJUST" },
	{ 0x48, "IA32_SPEC_CTRL" },
	{ 0x49, "IA32_PRED_CMD" },
	{ 0x4e, "MSR_PPIN_CTL" },
	{ 0x4f, "MSR_PPIN" },
	{ 0x79, "IA32_BIOS_UPDT_TRIG" },
	{ 0x8b, "IA32_BIOS_SIGN_ID" },
	{ 0xc1, "IA32_PMC0" },
	{ 0xcd, "MSR_FSB_FREQ" },
	{ 0xce, "MSR_PLATFORM_INFO" },
	{ 0xcf, "IA32_CORE_CAPABILITIES" },
	{ 0xe1, "IA32_UMWAIT_CONTROL" },
	{ 0xe2, "MSR_PKG_CST_CONFIG_CONTROL" },
	{ 0xe7, "IA32_MPERF" },
	{ 0xe8, "IA32_APERF" },
	{ 0xfe, "IA32_MTRRCAP" },
	{ 0x10a, "IA32_ARCH_CAPABILITIES" },
	{ 0x10b, "IA32_FLUSH_CMD" },
	{ 0x122, "IA32_TSX_CTRL" },
	{ 0x140, "MSR_MISC_FEATURES_ENABLES" },
	{ 0x174, "IA32_SYSENTER_CS" },
	{ 0x175, "IA32_SYSENTER_ESP" },
	{ 0x176, "IA32_SYSENTER_EIP" },
	{ 0x179, "IA32_MCG_CAP" },
	{ 0x17a, "IA32_MCG_STATUS" },
	{ 0x17b, "IA32_MCG_CTL" },
	{ 0x186, "IA32_PERFEVTSEL0" },
	{ 0x187, "IA32_PERFEVTSEL1" },
	{ 0x194, "MSR_FLEX_RATIO" },
	{ 0x198, "IA32_PERF_STATUS" },
	{ 0x199, "IA32_PERF_CTL" },
	{ 0x19a, "IA32_CLOCK_MODULATION" },
	{ 0x19b, "IA32_THERM_INTERRUPT" },
	{ 0x19c, "IA32_THERM_STATUS" },
	{ 0x1a0, "IA32_MISC_ENABLE" },
	{ 0x1a2, "MSR_TEMPERATURE_TARGET" },
	{ 0x1a4, "MSR_MISC_FEATURE_CONTROL" },
	{ 0x1a6, "MSR_OFFCORE_RSP_0" },
	{ 0x1a7, "MSR_OFFCORE_RSP_1" },
	{ 0x1aa, "MSR_MISC_PWR_MGMT" },
	{ 0x1ad, "MSR_TURBO_RATIO_LIMIT" },
	{ 0x1b0, "IA32_ENERGY_PERF_BIAS" },
	{ 0x1b1, "IA32_PACKAGE_THERM_STATUS" },
	{ 0x1c8, "MSR_LBR_SELECT" },
	{ 0x1c9, "MSR_LASTBRANCH_TOS" },
	{ 0x1d9, "IA32_DEBUGCTL" },
	{ 0x1db, "MSR_LASTBRANCHFROMIP" },
	{ 0x1dc, "MSR_LASTBRANCHTOIP" },
	{ 0x1fc, "MSR_POWER_CTL" },
	{ 0x277, "IA32_PAT" },
	{ 0x2ff, "IA32_MTRR_DEF_TYPE" },
	{ 0x309, "IA32_FIXED_CTR0" },
	{ 0x345, "IA32_PERF_CAPABILITIES" },
	{ 0x38d, "IA32_FIXED_CTR_CTRL" },
	{ 0x38e, "IA32_PERF_GLOBAL_STATUS" },
	{ 0x38f, "IA32_PERF_GLOBAL_CTRL" },
	{ 0x390, "IA32_PERF_GLOBAL_OVF_CTRL" },
	{ 0x3f1, "IA32_PEBS_ENABLE" },
	{ 0x3f8, "MSR_PKG_C3_RESIDENCY" },
	{ 0x3fc, "MSR_CORE_C3_RESIDENCY" },
	{ 0x3fd, "MSR_CORE_C6_RESIDENCY" },
	{ 0x570, "IA32_RTIT_CTL" },
	{ 0x600, "IA32_DS_AREA" },
	{ 0x606, "MSR_RAPL_POWER_UNIT" },
	{ 0x610, "MSR_PKG_POWER_LIMIT" },
	{ 0x611, "MSR_PKG_ENERGY_STATUS" },
	{ 0x614, "MSR_PKG_POWER_INFO" },
	{ 0x619, "MSR_DRAM_ENERGY_STATUS" },
	{ 0x639, "MSR_PP0_ENERGY_STATUS" },
	{ 0x641, "MSR_PP1_ENERGY_STATUS" },
	{ 0x648, "MSR_CONFIG_TDP_NOMINAL" },
	{ 0x64c, "MSR_TURBO_ACTIVATION_RATIO" },
	{ 0x64d, "MSR_PLATFORM_ENERGY_STATUS" },
	{ 0x64e, "MSR_PPERF" },
	{ 0x690, "MSR_CORE_PERF_LIMIT_REASONS" },
	{ 0x6e0, "IA32_TSC_DEADLINE" },
	{ 0x770, "IA32_PM_ENABLE" },
	{ 0x771, "IA32_HWP_CAPABILITIES" },
	{ 0x774, "IA32_HWP_REQUEST" },
	{ 0xd90, "IA32_BNDCFGS" },
	{ 0xda0, "IA32_XSS" },
	{ 0x40000000, "HV_X64_MSR_GUEST_OS_ID" },
	{ 0x40000001, "HV_X64_MSR_HYPERCALL" },
	{ 0x40000002, "HV_X64_MSR_VP_INDEX" },
	{ 0x40000003, "HV_X64_MSR_RESET" },
	{ 0x40000010, "HV_X64_MSR_VP_RUNTIME" },
	{ 0x40000020, "HV_X64_MSR_TIME_REF_COUNT" },
	{ 0x40000021, "HV_X64_MSR_REFERENCE_TSC" },
	{ 0x40000022, "HV_X64_MSR_TSC_FREQUENCY" },
	{ 0x40000023, "HV_X64_MSR_APIC_FREQUENCY" },
	{ 0x40000070, "HV_X64_MSR_EOI" },
	{ 0x40000071, "HV_X64_MSR_ICR" },
	{ 0x40000072, "HV_X64_MSR_TPR" },
	{ 0x40000080, "HV_X64_MSR_SCONTROL" },
	{ 0x40000081, "HV_X64_MSR_SVERSION" },
	{ 0x40000082, "HV_X64_MSR_SIEFP" },
	{ 0x40000083, "HV_X64_MSR_SIMP" },
	{ 0x40000084, "HV_X64_MSR_EOM" },
	{ 0x400000b0, "HV_X64_MSR_STIMER0_CONFIG" },
	{ 0x400000f0, "HV_X64_MSR_GUEST_IDLE" },
	{ 0x40000100, "HV_X64_MSR_CRASH_P0" },
	{ 0x40000105, "HV_X64_MSR_CRASH_CTL" },
	{ 0x40000106, "HV_X64_MSR_REENLIGHTENMENT_CONTROL" },
	{ 0x40000107, "HV_X64_MSR_TSC_EMULATION_CONTROL" },
	{ 0x40000108, "HV_X64_MSR_TSC_EMULATION_STATUS" },
	{ 0x40000118, "HV_X64_MSR_TSC_INVARIANT_CONTROL" },
	{ 0x4b564d00, "MSR_KVM_WALL_CLOCK_NEW" },
	{ 0x4b564d01, "MSR_KVM_SYSTEM_TIME_NEW" },
	{ 0x4b564d02, "MSR_KVM_ASYNC_PF_EN" },
	{ 0x4b564d03, "MSR_KVM_STEAL_TIME" },
	{ 0x4b564d04, "MSR_KVM_PV_EOI_EN" },
	{ 0x4b564d05, "MSR_KVM_POLL_CONTROL" },
	{ 0x4b564df0, "MSR_PVM_LINEAR_ADDRESS_RANGE" },
	{ 0x4b564df1, "MSR_PVM_VCPU_STRUCT" },
	{ 0x4b564df2, "MSR_PVM_SUPERVISOR_RSP" },
	{ 0x4b564df3, "MSR_PVM_SUPERVISOR_REDZONE" },
	{ 0x4b564df4, "MSR_PVM_EVENT_ENTRY" },
	{ 0x4b564df5, "MSR_PVM_RETU_RIP" },
	{ 0x4b564df6, "MSR_PVM_RETS_RIP" },
	{ 0x4b564df7, "MSR_PVM_SWITCH_CR3" },
	{ 0xc0000080, "IA32_EFER" },
	{ 0xc0000081, "IA32_STAR" },
	{ 0xc0000082, "IA32_LSTAR" },
	{ 0xc0000083, "IA32_CSTAR" },
	{ 0xc0000084, "IA32_FMASK" },
	{ 0xc0000100, "IA32_FS_BASE" },
	{ 0xc0000101, "IA32_GS_BASE" },
	{ 0xc0000102, "IA32_KERNEL_GS_BASE" },
	{ 0xc0000103, "IA32_TSC_AUX" },
	{ 0xc0000104, "MSR_AMD64_TSC_RATIO" },
	{ 0xc0010000, "MSR_K7_EVNTSEL0" },
	{ 0xc0010004, "MSR_K7_PERFCTR0" },
	{ 0xc0010010, "MSR_AMD64_SYSCFG" },
	{ 0xc0010015, "MSR_K7_HWCR" },
	{ 0xc001001f, "MSR_AMD64_NB_CFG" },
	{ 0xc0010055, "MSR_K8_INT_PENDING_MSG" },
	{ 0xc0010058, "MSR_FAM10H_MMIO_CONF_BASE" },
	{ 0xc0010062, "MSR_AMD_PERF_CTL" },
	{ 0xc0010117, "MSR_VM_HSAVE_PA" },
	{ 0xc001011f, "MSR_AMD64_VIRT_SPEC_CTRL" },
	{ 0xc0010130, "MSR_AMD64_SEV_ES_GHCB" },
	{ 0xc0010131, "MSR_AMD64_SEV" },
	{ 0xc0010299, "MSR_AMD_RAPL_POWER_UNIT" },
	{ 0xc001029b, "MSR_AMD_PKG_ENERGY_STATUS" },
	{ 0xc00102b1, "MSR_AMD_CPPC_ENABLE" },
	{ 0xc00102f0, "MSR_AMD_PPIN_CTL" },
	{ 0xc0011020, "MSR_AMD64_LS_CFG" },
	{ 0xc0011022, "MSR_AMD64_DC_CFG" },
	{ 0xc0011029, "MSR_AMD64_DE_CFG" },
	{ 0xc001102a, "MSR_AMD64_BU_CFG2" },
	{ 0xc00110e3, "MSR_ZEN2_SPECTRAL_CHICKEN" },
};

const char *nd_msr_name(u32 index)
{
	enum nd_reg reg = nd_reg_by_index(index);
	size_t i;

	if (reg != ND_NR_REGS)
		return nd_reg_desc(reg)->name;
	for (i = 0; i < ARRAY_SIZE(names); i++)
		if (names[i].index == index)
			return names[i].name;
	return NULL;
}

bool nd_msr_find(const char *name, u32 *index)
{
	enum nd_reg reg;
	size_t i;

	/* As Linux writes them. */
	if (!strncasecmp(name, "MSR_", 4))
		name += 4;
	if (!strcasecmp(name, "IA32_FEAT_CTL"))
		name = "IA32_FEATURE_CONTROL";
	for (reg = 0; reg < ND_NR_REGS; reg++) {
		if (strcasecmp(nd_reg_desc(reg)->name, name) && strcasecmp(nd_reg_desc(reg)->id, name))
			continue;
		*index = nd_reg_desc(reg)->index;
		return true;
	}
	for (i = 0; i < ARRAY_SIZE(names); i++) {
		if (strcasecmp(names[i].name, name))
			continue;
		*index = names[i].index;
		return true;
	}
	return false;
}
