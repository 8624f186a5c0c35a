// SPDX-License-Identifier: GPL-2.0-only
/*
 * The SDM's "Checks on Host Control Registers, MSRs, and SSP", "... Segment and Descriptor-Table
 * Registers" and "Checks Related to Address-Space Size": a VM entry that fails one of them ends
 * with VM-instruction error 8.
 */
#include "core/entry/checks.h"

#define HOST_LONG	ND_ON_EXIT(9)
#define HOST_CET	ND_ON_EXIT(28)
#define HOST_EFER	ND_ON_EXIT(21)

/* SCE, LME, LMA and NXE are the only bits of Intel's IA32_EFER. */
#define HOST_EFER_BITS	0xd01ULL

static bool host_cr0(struct nd_chk *c)
{
	return nd_chk_cr_fixed(c, nd_chk_get(c, ND_VMF_HOST_CR0), ND_VMX_CR0_FIXED0, 0);
}

static bool host_cr4(struct nd_chk *c)
{
	return nd_chk_cr_fixed(c, nd_chk_get(c, ND_VMF_HOST_CR4), ND_VMX_CR4_FIXED0, 0);
}

static bool host_cet_wp(struct nd_chk *c)
{
	return !nd_chk_bit(c, ND_VMF_HOST_CR4, 23) || nd_chk_bit(c, ND_VMF_HOST_CR0, 16);
}

static bool host_cr3(struct nd_chk *c)
{
	return nd_chk_cr3(c, nd_chk_get(c, ND_VMF_HOST_CR3));
}

static bool host_s_cet(struct nd_chk *c)
{
	return nd_chk_s_cet(c, nd_chk_get(c, ND_VMF_HOST_S_CET));
}

static bool host_ssp(struct nd_chk *c)
{
	u64 ssp = nd_chk_get(c, ND_VMF_HOST_SSP);

	if (ssp & 3)
		return false;
	return nd_chk_on(c, HOST_LONG) ? nd_chk_canonical(c, ssp) : !(ssp >> 32);
}

static bool host_efer_lma(struct nd_chk *c)
{
	return nd_chk_bit(c, ND_VMF_HOST_EFER, 10) == nd_chk_on(c, HOST_LONG);
}

static bool host_efer_lme(struct nd_chk *c)
{
	return nd_chk_bit(c, ND_VMF_HOST_EFER, 8) == nd_chk_on(c, HOST_LONG);
}

static bool host_perf_global_ctrl(struct nd_chk *c)
{
	return nd_chk_perf_global_ctrl(c, nd_chk_get(c, ND_VMF_HOST_PERF_GLOBAL_CTRL));
}

static bool host_ss_null(struct nd_chk *c)
{
	return nd_chk_get(c, ND_VMF_HOST_SS_SEL) != 0 || nd_chk_on(c, HOST_LONG);
}

/*
 * The control has to say what mode the processor is in, and no field of the VMCS does. If the
 * host's RIP is beyond 4 GiB it can only be 1.
 */
static bool host_address_space(struct nd_chk *c)
{
	return (nd_chk_on(c, HOST_LONG) && nd_chk_get(c, ND_VMF_HOST_RIP) >> 32) ||
	       nd_chk_lack(c, ND_LACK_MODE);
}

static bool host_long_guest(struct nd_chk *c)
{
	return nd_chk_on(c, HOST_LONG) || !nd_chk_on(c, ND_ON_ENTRY(9));
}

static bool host_pcide(struct nd_chk *c)
{
	return nd_chk_on(c, HOST_LONG) || !nd_chk_bit(c, ND_VMF_HOST_CR4, 17);
}

static bool host_rip_32(struct nd_chk *c)
{
	return nd_chk_on(c, HOST_LONG) || !(nd_chk_get(c, ND_VMF_HOST_RIP) >> 32);
}

static bool host_pae(struct nd_chk *c)
{
	return nd_chk_bit(c, ND_VMF_HOST_CR4, 5);
}

#define HOST(id, holds, field, when, arg, words)				\
	{ id, words, holds, arg, ND_VMF_HOST_##field, when, ND_CHECK_HOST }
#define HOST_SELECTOR(id, reg)							\
	HOST("host-" id "-selector", nd_rule_zero, reg##_SEL, 0, 7,		\
	     "the RPL or TI bits of the host " #reg " selector are not 0")
#define HOST_BASE(id, reg)							\
	HOST("host-" id "-base", nd_rule_canonical, reg##_BASE, 0, 0,		\
	     "the host " #reg " base is not canonical")

static const struct nd_entry_check host_checks[] = {
	HOST("host-cr0", host_cr0, CR0, 0, 0,
	     "host CR0 has bits that VMX operation does not support"),
	HOST("host-cr4", host_cr4, CR4, 0, 0,
	     "host CR4 has bits that VMX operation does not support"),
	HOST("host-cet-wp", host_cet_wp, CR4, 0, 0, "host CR4.CET is 1 while host CR0.WP is 0"),
	HOST("host-cr3", host_cr3, CR3, 0, 0, "host CR3 is not valid"),
	HOST("host-sysenter-esp", nd_rule_canonical, SYSENTER_ESP, 0, 0,
	     "host IA32_SYSENTER_ESP is not canonical"),
	HOST("host-sysenter-eip", nd_rule_canonical, SYSENTER_EIP, 0, 0,
	     "host IA32_SYSENTER_EIP is not canonical"),
	HOST("host-s-cet", host_s_cet, S_CET, HOST_CET, 0, "host IA32_S_CET is not valid"),
	HOST("host-ssp-table", nd_rule_canonical, SSP_TABLE, HOST_CET, 0,
	     "host IA32_INTERRUPT_SSP_TABLE_ADDR is not canonical"),
	HOST("host-ssp", host_ssp, SSP, HOST_CET, 0, "host SSP is not valid"),
	HOST("host-perf-global-ctrl", host_perf_global_ctrl, PERF_GLOBAL_CTRL, ND_ON_EXIT(12), 0,
	     "reserved bits of host IA32_PERF_GLOBAL_CTRL are 1"),
	HOST("host-pat", nd_rule_pat, PAT, ND_ON_EXIT(19), 0,
	     "host IA32_PAT has a reserved memory type"),
	HOST("host-efer-reserved", nd_rule_zero, EFER, HOST_EFER, ~HOST_EFER_BITS,
	     "reserved bits of host IA32_EFER are 1"),
	HOST("host-efer-lma", host_efer_lma, EFER, HOST_EFER, 0,
	     "host IA32_EFER.LMA differs from the host address-space size control"),
	HOST("host-efer-lme", host_efer_lme, EFER, HOST_EFER, 0,
	     "host IA32_EFER.LME differs from the host address-space size control"),
	HOST("host-pkrs", nd_rule_zero, PKRS, ND_ON_EXIT(29), ~0xffffffffULL,
	     "bits 63:32 of host IA32_PKRS are not 0"),

	HOST_SELECTOR("cs", CS),
	HOST_SELECTOR("ss", SS),
	HOST_SELECTOR("ds", DS),
	HOST_SELECTOR("es", ES),
	HOST_SELECTOR("fs", FS),
	HOST_SELECTOR("gs", GS),
	HOST_SELECTOR("tr", TR),
	HOST("host-cs-null", nd_rule_nonzero, CS_SEL, 0, 0, "the host CS selector is 0"),
	HOST("host-tr-null", nd_rule_nonzero, TR_SEL, 0, 0, "the host TR selector is 0"),
	HOST("host-ss-null", host_ss_null, SS_SEL, 0, 0,
	     "the host SS selector is 0 while the host address-space size control is 0"),
	HOST_BASE("fs", FS),
	HOST_BASE("gs", GS),
	HOST_BASE("gdtr", GDTR),
	HOST_BASE("idtr", IDTR),
	HOST_BASE("tr", TR),

	HOST("host-address-space-size", host_address_space, RIP, 0, 0,
	     "the host address-space size control does not match the processor's mode"),
	HOST("host-ia32e-guest", host_long_guest, RIP, 0, 0,
	     "the IA-32e mode guest entry control is 1 while the host address-space size control is 0"),
	HOST("host-cr4-pcide", host_pcide, CR4, 0, 0,
	     "host CR4.PCIDE is 1 while the host address-space size control is 0"),
	HOST("host-rip-32", host_rip_32, RIP, 0, 0,
	     "host RIP is beyond 4 GiB while the host address-space size control is 0"),
	HOST("host-cr4-pae", host_pae, CR4, HOST_LONG, 0,
	     "host CR4.PAE is 0 while the host address-space size control is 1"),
	HOST("host-rip", nd_rule_canonical, RIP, HOST_LONG, 0, "host RIP is not canonical"),
};

const struct nd_check_table nd_checks_host = {
	ND_ISA_VMX, host_checks, ARRAY_SIZE(host_checks)
};
