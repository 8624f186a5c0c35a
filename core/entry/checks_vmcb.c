// SPDX-License-Identifier: GPL-2.0-only
/*
 * The APM's "Canonicalization and Consistency Checks" of VMRUN and what other sections of it add:
 * event injection, nested paging, virtual NMIs. If one fails VMRUN ends with VMEXIT_INVALID,
 * exit code -1.
 *
 * SEV-ES guests have their state elsewhere; what their VMCB holds is not looked at by VMRUN.
 */
#include "core/entry/checks.h"

#define VMCB_LME	8
#define VMCB_LMA	10
#define VMCB_SVME	12

/* Bits of EFER, CR4 and DR7's upper half that no processor of AMD's defines. */
#define VMCB_EFER_MBZ	(GENMASK_ULL(63, 22) | BIT(19) | BIT(16) | BIT(9))
#define VMCB_CR4_MBZ	(GENMASK_ULL(63, 33) | GENMASK_ULL(31, 29) | GENMASK_ULL(27, 24) | \
			 BIT(19) | GENMASK_ULL(15, 13))
#define VMCB_HIGH	(~0xffffffffULL)

static bool vmcb_sev_es(struct nd_chk *c)
{
	return nd_chk_mode(c, ND_VMCB_NESTED_CTL, 2);
}

static bool vmcb_zero(struct nd_chk *c)
{
	return vmcb_sev_es(c) || nd_rule_zero(c);
}

static bool vmcb_svme(struct nd_chk *c)
{
	return vmcb_sev_es(c) || nd_chk_bit(c, ND_VMCB_EFER, VMCB_SVME);
}

static bool vmcb_cd_nw(struct nd_chk *c)
{
	return vmcb_sev_es(c) || nd_chk_bit(c, ND_VMCB_CR0, 30) ||
	       !nd_chk_bit(c, ND_VMCB_CR0, 29);
}

static bool vmcb_long(struct nd_chk *c)
{
	return !vmcb_sev_es(c) && nd_chk_bit(c, ND_VMCB_EFER, VMCB_LME) &&
	       nd_chk_bit(c, ND_VMCB_CR0, 31);
}

/* Bits 11:0 are flags, a PCID or ignored; outside of long mode the upper half is not used. */
static bool vmcb_cr3(struct nd_chk *c)
{
	return !vmcb_long(c) || nd_chk_address(c, nd_chk_get(c, ND_VMCB_CR3), 0);
}

static bool vmcb_pae(struct nd_chk *c)
{
	return !vmcb_long(c) || nd_chk_bit(c, ND_VMCB_CR4, 5);
}

static bool vmcb_pe(struct nd_chk *c)
{
	return !vmcb_long(c) || nd_chk_bit(c, ND_VMCB_CR0, 0);
}

/* The VMCB's attributes leave out the descriptor's bits 19:16: L is bit 9, D bit 10. */
static bool vmcb_cs_l_d(struct nd_chk *c)
{
	return !vmcb_long(c) || !nd_chk_bit(c, ND_VMCB_CR4, 5) ||
	       !(nd_chk_bit(c, ND_VMCB_CS_ATTR, 9) && nd_chk_bit(c, ND_VMCB_CS_ATTR, 10));
}

static bool vmcb_long_mode(struct nd_chk *c)
{
	const struct nd_cpuid *leaf;

	if (vmcb_sev_es(c) || !(nd_chk_get(c, ND_VMCB_EFER) & (BIT(VMCB_LME) | BIT(VMCB_LMA))))
		return true;
	leaf = nd_chk_leaf(c, 0x80000001, 0);
	return !leaf || leaf->edx & BIT(29);
}

static bool vmcb_cet_wp(struct nd_chk *c)
{
	return vmcb_sev_es(c) || !nd_chk_bit(c, ND_VMCB_CR4, 23) ||
	       nd_chk_bit(c, ND_VMCB_CR0, 16);
}

static bool vmcb_vmrun_intercept(struct nd_chk *c)
{
	return nd_chk_bit(c, ND_VMCB_INTERCEPTS4, 0);
}

/* @arg: bytes of the map; its low bits are ignored. */
static bool vmcb_map(struct nd_chk *c)
{
	u64 start = nd_chk_get(c, c->check->field) & ~0xfffULL;

	return nd_chk_address(c, start, 0) && nd_chk_address(c, start + c->check->arg - 1, 0);
}

static bool vmcb_injects(struct nd_chk *c, u64 *event)
{
	*event = nd_chk_get(c, ND_VMCB_EVENT_INJ);
	return *event & BIT_ULL(31);
}

/* INTR, NMI, exception, software interrupt. */
static bool vmcb_event_type(struct nd_chk *c)
{
	u64 event;

	if (!vmcb_injects(c, &event))
		return true;
	switch (event >> 8 & 7) {
	case 0:
	case 2:
	case 3:
	case 4:
		return true;
	default:
		return false;
	}
}

static bool vmcb_event_vector(struct nd_chk *c)
{
	u64 event;

	if (!vmcb_injects(c, &event) || (event >> 8 & 7) != 3)
		return true;
	return (event & 0xff) < 32 && (event & 0xff) != 2;
}

static bool vmcb_npt(struct nd_chk *c)
{
	return nd_chk_bit(c, ND_VMCB_NESTED_CTL, 0);
}

static bool vmcb_ncr3(struct nd_chk *c)
{
	return !vmcb_npt(c) || nd_chk_address(c, nd_chk_get(c, ND_VMCB_NCR3), 0);
}

static bool vmcb_pat(struct nd_chk *c)
{
	return !vmcb_npt(c) || vmcb_sev_es(c) || nd_rule_pat(c);
}

static bool vmcb_vnmi(struct nd_chk *c)
{
	return !nd_chk_bit(c, ND_VMCB_INT_CTL, 26) || nd_chk_bit(c, ND_VMCB_INTERCEPTS3, 1);
}

#define VMCB(id, holds, field, arg, words)					\
	{ "vmcb-" id, words, holds, arg, ND_VMCB_##field, 0, ND_CHECK_VMRUN }

static const struct nd_entry_check vmcb_checks[] = {
	VMCB("efer-svme", vmcb_svme, EFER, 0, "EFER.SVME is 0"),
	VMCB("cr0-cd-nw", vmcb_cd_nw, CR0, 0, "CR0.NW is 1 while CR0.CD is 0"),
	VMCB("cr0-high", vmcb_zero, CR0, VMCB_HIGH, "bits 63:32 of CR0 are not 0"),
	VMCB("cr3", vmcb_cr3, CR3, 0, "CR3 is not valid"),
	VMCB("cr4", vmcb_zero, CR4, VMCB_CR4_MBZ, "reserved bits of CR4 are 1"),
	VMCB("dr6-high", vmcb_zero, DR6, VMCB_HIGH, "bits 63:32 of DR6 are not 0"),
	VMCB("dr7-high", vmcb_zero, DR7, VMCB_HIGH, "bits 63:32 of DR7 are not 0"),
	VMCB("efer", vmcb_zero, EFER, VMCB_EFER_MBZ, "reserved bits of EFER are 1"),
	VMCB("efer-long-mode", vmcb_long_mode, EFER, 0,
	     "EFER.LME or EFER.LMA is 1 on a processor without long mode"),
	VMCB("cr4-pae", vmcb_pae, CR4, 0, "CR4.PAE is 0 while EFER.LME and CR0.PG are 1"),
	VMCB("cr0-pe", vmcb_pe, CR0, 0, "CR0.PE is 0 while EFER.LME and CR0.PG are 1"),
	VMCB("cs-l-d", vmcb_cs_l_d, CS_ATTR, 0, "CS.L and CS.D are both 1 in long mode"),
	VMCB("cet-wp", vmcb_cet_wp, CR4, 0, "CR4.CET is 1 while CR0.WP is 0"),
	VMCB("vmrun-intercept", vmcb_vmrun_intercept, INTERCEPTS4, 0,
	     "the VMRUN intercept is 0"),
	VMCB("iopm", vmcb_map, IOPM, 3 * 4096, "the I/O permission map is not valid"),
	VMCB("msrpm", vmcb_map, MSRPM, 2 * 4096, "the MSR permission map is not valid"),
	VMCB("event-type", vmcb_event_type, EVENT_INJ, 0,
	     "the type (bits 10:8) of the event to inject is reserved"),
	VMCB("event-vector", vmcb_event_vector, EVENT_INJ, 0,
	     "the vector of the exception to inject is not an exception vector"),
	VMCB("asid", nd_rule_nonzero, ASID, 0, "the guest ASID is 0"),
	VMCB("ncr3", vmcb_ncr3, NCR3, 0, "nested CR3 is not valid"),
	VMCB("pat", vmcb_pat, PAT, 0, "G_PAT has a reserved memory type"),
	VMCB("vnmi-intercept", vmcb_vnmi, INT_CTL, 0,
	     "V_NMI_ENABLE is 1 while NMIs are not intercepted"),
};

const struct nd_check_table nd_checks_vmcb = {
	ND_ISA_SVM, vmcb_checks, ARRAY_SIZE(vmcb_checks)
};
