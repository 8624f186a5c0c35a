// SPDX-License-Identifier: GPL-2.0-only
/*
 * The SDM's "Checks on Guest Control Registers, Debug Registers, and MSRs": a VM entry that fails
 * one of them ends with exit reason 33 and bit 31.
 *
 * The checks on CET, PKRS, UINV and LBR state came with those features; FRED's are left out.
 */
#include "core/entry/checks.h"

#define GUEST_LONG		ND_ON_ENTRY(9)
#define GUEST_DEBUG		ND_ON_ENTRY(2)
#define GUEST_EFER		ND_ON_ENTRY(15)
#define GUEST_CET		ND_ON_ENTRY(20)
#define GUEST_UNRESTRICTED	ND_ON_SECONDARY(7)

static bool guest_cr0(struct nd_chk *c)
{
	u64 free = nd_chk_on(c, GUEST_UNRESTRICTED) ? 0x80000001 : 0;

	return nd_chk_cr_fixed(c, nd_chk_get(c, ND_VMF_CR0), ND_VMX_CR0_FIXED0, free);
}

static bool guest_cr0_pg(struct nd_chk *c)
{
	return !nd_chk_bit(c, ND_VMF_CR0, 31) || nd_chk_bit(c, ND_VMF_CR0, 0);
}

static bool guest_cr4(struct nd_chk *c)
{
	return nd_chk_cr_fixed(c, nd_chk_get(c, ND_VMF_CR4), ND_VMX_CR4_FIXED0, 0);
}

static bool guest_cet_wp(struct nd_chk *c)
{
	return !nd_chk_bit(c, ND_VMF_CR4, 23) || nd_chk_bit(c, ND_VMF_CR0, 16);
}

/* Bus-lock detection (2) and RTM (15) are there if CPUID says so. */
#define GUEST_DEBUGCTL_RESERVED	(~0xffffULL | 0x38)

static bool guest_debugctl(struct nd_chk *c)
{
	u64 value = nd_chk_get(c, ND_VMF_DEBUGCTL);
	const struct nd_cpuid *leaf;

	if (value & GUEST_DEBUGCTL_RESERVED)
		return nd_chk_zero(c, value & GUEST_DEBUGCTL_RESERVED);
	if (!(value & (BIT(2) | BIT(15))))
		return true;
	leaf = nd_chk_leaf(c, 7, 0);
	if (!leaf)
		return true;
	return nd_chk_zero(c, (leaf->ecx & BIT(24) ? 0 : value & BIT(2)) |
			      (leaf->ebx & BIT(11) ? 0 : value & BIT(15)));
}

static bool guest_long_pg(struct nd_chk *c)
{
	return nd_chk_bit(c, ND_VMF_CR0, 31);
}

static bool guest_long_pae(struct nd_chk *c)
{
	return nd_chk_bit(c, ND_VMF_CR4, 5);
}

static bool guest_pcide(struct nd_chk *c)
{
	return !nd_chk_bit(c, ND_VMF_CR4, 17) || nd_chk_on(c, GUEST_LONG);
}

static bool guest_cr3(struct nd_chk *c)
{
	return nd_chk_cr3(c, nd_chk_get(c, ND_VMF_CR3));
}

static bool guest_s_cet(struct nd_chk *c)
{
	return nd_chk_s_cet(c, nd_chk_get(c, ND_VMF_S_CET));
}

static bool guest_perf_global_ctrl(struct nd_chk *c)
{
	return nd_chk_perf_global_ctrl(c, nd_chk_get(c, ND_VMF_PERF_GLOBAL_CTRL));
}

static bool guest_efer_lma(struct nd_chk *c)
{
	return nd_chk_bit(c, ND_VMF_EFER, 10) == nd_chk_on(c, GUEST_LONG);
}

static bool guest_efer_lme(struct nd_chk *c)
{
	return !nd_chk_bit(c, ND_VMF_CR0, 31) ||
	       nd_chk_bit(c, ND_VMF_EFER, 8) == nd_chk_bit(c, ND_VMF_EFER, 10);
}

static bool guest_bndcfgs(struct nd_chk *c)
{
	return nd_chk_canonical(c, nd_chk_get(c, ND_VMF_BNDCFGS) & ~0xfffULL);
}

/* Which bits are reserved depends on CPUID leaf 0x14; bits 17:16 and 55:45 always are. */
static bool guest_rtit_ctl(struct nd_chk *c)
{
	u64 value = nd_chk_get(c, ND_VMF_RTIT_CTL);

	return !value || nd_chk_lack(c, ND_LACK_CPUID);
}

/* Bits 3:0 are enables and the call stack, 22:16 the filter; some need CPUID leaf 0x1c. */
static bool guest_lbr_ctl(struct nd_chk *c)
{
	u64 value = nd_chk_get(c, ND_VMF_LBR_CTL);

	return nd_chk_zero(c, value & ~0x7f000fULL) && (!value || nd_chk_lack(c, ND_LACK_CPUID));
}

#define GUEST(id, holds, field, when, arg, words)				\
	{ "guest-" id, words, holds, arg, ND_VMF_##field, when, ND_CHECK_GUEST }

static const struct nd_entry_check guest_checks[] = {
	GUEST("cr0", guest_cr0, CR0, 0, 0, "guest CR0 has bits that VMX operation does not support"),
	GUEST("cr0-pg-pe", guest_cr0_pg, CR0, 0, 0, "guest CR0.PG is 1 while CR0.PE is 0"),
	GUEST("cr4", guest_cr4, CR4, 0, 0, "guest CR4 has bits that VMX operation does not support"),
	GUEST("cet-wp", guest_cet_wp, CR4, 0, 0, "guest CR4.CET is 1 while CR0.WP is 0"),
	GUEST("debugctl", guest_debugctl, DEBUGCTL, GUEST_DEBUG, 0,
	      "reserved bits of guest IA32_DEBUGCTL are 1"),
	GUEST("cr0-pg", guest_long_pg, CR0, GUEST_LONG, 0,
	      "guest CR0.PG is 0 while the IA-32e mode guest entry control is 1"),
	GUEST("cr4-pae", guest_long_pae, CR4, GUEST_LONG, 0,
	      "guest CR4.PAE is 0 while the IA-32e mode guest entry control is 1"),
	GUEST("cr4-pcide", guest_pcide, CR4, 0, 0,
	      "guest CR4.PCIDE is 1 while the IA-32e mode guest entry control is 0"),
	GUEST("cr3", guest_cr3, CR3, 0, 0, "guest CR3 is not valid"),
	GUEST("dr7", nd_rule_zero, DR7, GUEST_DEBUG, ~0xffffffffULL,
	      "bits 63:32 of guest DR7 are not 0"),
	GUEST("sysenter-esp", nd_rule_canonical, SYSENTER_ESP, 0, 0,
	      "guest IA32_SYSENTER_ESP is not canonical"),
	GUEST("sysenter-eip", nd_rule_canonical, SYSENTER_EIP, 0, 0,
	      "guest IA32_SYSENTER_EIP is not canonical"),
	GUEST("s-cet", guest_s_cet, S_CET, GUEST_CET, 0, "guest IA32_S_CET is not valid"),
	GUEST("ssp-table", nd_rule_canonical, SSP_TABLE, GUEST_CET, 0,
	      "guest IA32_INTERRUPT_SSP_TABLE_ADDR is not canonical"),
	GUEST("perf-global-ctrl", guest_perf_global_ctrl, PERF_GLOBAL_CTRL, ND_ON_ENTRY(13), 0,
	      "reserved bits of guest IA32_PERF_GLOBAL_CTRL are 1"),
	GUEST("pat", nd_rule_pat, PAT, ND_ON_ENTRY(14), 0,
	      "guest IA32_PAT has a reserved memory type"),
	GUEST("efer-reserved", nd_rule_zero, EFER, GUEST_EFER, ~0xd01ULL,
	      "reserved bits of guest IA32_EFER are 1"),
	GUEST("efer-lma", guest_efer_lma, EFER, GUEST_EFER, 0,
	      "guest IA32_EFER.LMA differs from the IA-32e mode guest entry control"),
	GUEST("efer-lme", guest_efer_lme, EFER, GUEST_EFER, 0,
	      "guest IA32_EFER.LME differs from LMA while CR0.PG is 1"),
	GUEST("bndcfgs-reserved", nd_rule_zero, BNDCFGS, ND_ON_ENTRY(16), 0xffc,
	      "reserved bits of guest IA32_BNDCFGS are 1"),
	GUEST("bndcfgs", guest_bndcfgs, BNDCFGS, ND_ON_ENTRY(16), 0,
	      "the address in guest IA32_BNDCFGS is not canonical"),
	GUEST("rtit-ctl-reserved", nd_rule_zero, RTIT_CTL, ND_ON_ENTRY(18), 0x00ffe00000030000ULL,
	      "reserved bits of guest IA32_RTIT_CTL are 1"),
	GUEST("rtit-ctl", guest_rtit_ctl, RTIT_CTL, ND_ON_ENTRY(18), 0,
	      "guest IA32_RTIT_CTL has bits that the processor does not support"),
	GUEST("lbr-ctl", guest_lbr_ctl, LBR_CTL, ND_ON_ENTRY(21), 0,
	      "reserved bits of guest IA32_LBR_CTL are 1"),
	GUEST("pkrs", nd_rule_zero, PKRS, ND_ON_ENTRY(22), ~0xffffffffULL,
	      "bits 63:32 of guest IA32_PKRS are not 0"),
	GUEST("uinv", nd_rule_zero, UINV, ND_ON_ENTRY(19), 0xff00,
	      "bits 15:8 of guest UINV are not 0"),
};

const struct nd_check_table nd_checks_guest = {
	ND_ISA_VMX, guest_checks, ARRAY_SIZE(guest_checks)
};
