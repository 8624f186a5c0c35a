// SPDX-License-Identifier: GPL-2.0-only
/*
 * The SDM's "Checks on Guest RIP, RFLAGS, and SSP", "... Non-Register State" and "...
 * Page-Directory-Pointer-Table Entries" (exit reason 33 with bit 31), and "Loading MSRs" (34).
 */
#include "core/entry/checks.h"

#define NONREG_LONG	ND_ON_ENTRY(9)
#define NONREG_SMM	ND_ON_ENTRY(10)

enum { NONREG_ACTIVE, NONREG_HLT, NONREG_SHUTDOWN, NONREG_WAIT_FOR_SIPI };
enum { NONREG_BY_STI, NONREG_BY_MOV_SS, NONREG_BY_SMI, NONREG_BY_NMI, NONREG_ENCLAVE };
enum { NONREG_EXT_INTR = 0, NONREG_NMI = 2, NONREG_HW_EXCEPTION = 3, NONREG_OTHER_EVENT = 7 };

static bool nonreg_64bit(struct nd_chk *c)
{
	return nd_chk_on(c, NONREG_LONG) && nd_chk_bit(c, ND_VMF_CS_AR, 13);
}

/* Bits beyond the linear-address width must be the same, which is weaker than canonical. */
static bool nonreg_linear(struct nd_chk *c, u64 address)
{
	const struct nd_cpuid *leaf;
	unsigned int width;

	if (address >> 48 == 0 || address >> 48 == 0xffff)
		return true;
	if (address >> 57 != 0 && address >> 57 != 0x7f)
		return false;
	leaf = c->cpu ? nd_cpu_leaf(c->cpu, 0x80000008, 0) : NULL;
	if (!leaf)
		return nd_chk_lack(c, ND_LACK_LINEAR_WIDTH);
	width = leaf->eax >> 8 & 0xff;
	return width >= 57;
}

static bool nonreg_rip_32(struct nd_chk *c)
{
	u64 rip = nd_chk_get(c, ND_VMF_RIP);

	return !(rip >> 32) || nonreg_64bit(c);
}

static bool nonreg_rip(struct nd_chk *c)
{
	return !nonreg_64bit(c) || nonreg_linear(c, nd_chk_get(c, ND_VMF_RIP));
}

static bool nonreg_rflags_one(struct nd_chk *c)
{
	return nd_chk_bit(c, ND_VMF_RFLAGS, 1);
}

static bool nonreg_rflags_vm(struct nd_chk *c)
{
	return !nd_chk_bit(c, ND_VMF_RFLAGS, 17) ||
	       (!nd_chk_on(c, NONREG_LONG) && nd_chk_bit(c, ND_VMF_CR0, 0));
}

/* The type of the event to inject, 8 if there is none. */
static unsigned int nonreg_event(struct nd_chk *c)
{
	u64 info = nd_chk_get(c, ND_VMF_ENTRY_INTR_INFO);

	return info & BIT_ULL(31) ? info >> 8 & 7 : 8;
}

static unsigned int nonreg_vector(struct nd_chk *c)
{
	return nd_chk_get(c, ND_VMF_ENTRY_INTR_INFO) & 0xff;
}

static bool nonreg_rflags_if(struct nd_chk *c)
{
	return nonreg_event(c) != NONREG_EXT_INTR || nd_chk_bit(c, ND_VMF_RFLAGS, 9);
}

static bool nonreg_ssp(struct nd_chk *c)
{
	u64 ssp = nd_chk_get(c, ND_VMF_SSP);

	if (ssp & 3)
		return false;
	return nonreg_64bit(c) ? nonreg_linear(c, ssp) : !(ssp >> 32);
}

static bool nonreg_activity(struct nd_chk *c)
{
	u64 misc, activity = nd_chk_get(c, ND_VMF_ACTIVITY);

	if (activity == NONREG_ACTIVE || activity > NONREG_WAIT_FOR_SIPI)
		return activity == NONREG_ACTIVE;
	return !nd_chk_reg(c, ND_VMX_MISC, &misc) || misc >> (5 + activity) & 1;
}

static bool nonreg_hlt_dpl(struct nd_chk *c)
{
	return nd_chk_get(c, ND_VMF_ACTIVITY) != NONREG_HLT ||
	       !(nd_chk_get(c, ND_VMF_SS_AR) >> 5 & 3);
}

static bool nonreg_blocking(struct nd_chk *c, unsigned int by)
{
	return nd_chk_bit(c, ND_VMF_INTERRUPTIBILITY, by);
}

static bool nonreg_activity_blocking(struct nd_chk *c)
{
	return nd_chk_get(c, ND_VMF_ACTIVITY) == NONREG_ACTIVE ||
	       !(nonreg_blocking(c, NONREG_BY_STI) || nonreg_blocking(c, NONREG_BY_MOV_SS));
}

/* Which events may come in which state: #DB is 1, #MC 18; MTF is other event 0. */
static bool nonreg_activity_event(struct nd_chk *c)
{
	unsigned int vector, event = nonreg_event(c);

	if (event == 8)
		return true;
	vector = nonreg_vector(c);
	switch (nd_chk_get(c, ND_VMF_ACTIVITY)) {
	case NONREG_HLT:
		return event == NONREG_EXT_INTR || event == NONREG_NMI ||
		       (event == NONREG_HW_EXCEPTION && (vector == 1 || vector == 18)) ||
		       (event == NONREG_OTHER_EVENT && vector == 0);
	case NONREG_SHUTDOWN:
		return event == NONREG_NMI || (event == NONREG_HW_EXCEPTION && vector == 18);
	case NONREG_WAIT_FOR_SIPI:
		return false;
	default:
		return true;
	}
}

static bool nonreg_activity_smm(struct nd_chk *c)
{
	return nd_chk_get(c, ND_VMF_ACTIVITY) != NONREG_WAIT_FOR_SIPI;
}

static bool nonreg_sti_mov_ss(struct nd_chk *c)
{
	return !nonreg_blocking(c, NONREG_BY_STI) || !nonreg_blocking(c, NONREG_BY_MOV_SS);
}

static bool nonreg_sti_if(struct nd_chk *c)
{
	return !nonreg_blocking(c, NONREG_BY_STI) || nd_chk_bit(c, ND_VMF_RFLAGS, 9);
}

static bool nonreg_intr_blocking(struct nd_chk *c)
{
	return nonreg_event(c) != NONREG_EXT_INTR ||
	       !(nonreg_blocking(c, NONREG_BY_STI) || nonreg_blocking(c, NONREG_BY_MOV_SS));
}

static bool nonreg_nmi_mov_ss(struct nd_chk *c)
{
	return nonreg_event(c) != NONREG_NMI || !nonreg_blocking(c, NONREG_BY_MOV_SS);
}

static bool nonreg_smi(struct nd_chk *c)
{
	return nonreg_blocking(c, NONREG_BY_SMI) == nd_chk_on(c, NONREG_SMM);
}

static bool nonreg_nmi_sti(struct nd_chk *c)
{
	return nonreg_event(c) != NONREG_NMI || !nonreg_blocking(c, NONREG_BY_STI);
}

static bool nonreg_nmi_nmi(struct nd_chk *c)
{
	return nonreg_event(c) != NONREG_NMI || !nonreg_blocking(c, NONREG_BY_NMI);
}

static bool nonreg_enclave(struct nd_chk *c)
{
	const struct nd_cpuid *leaf;

	if (!nonreg_blocking(c, NONREG_ENCLAVE))
		return true;
	if (nonreg_blocking(c, NONREG_BY_MOV_SS))
		return false;
	leaf = nd_chk_leaf(c, 7, 0);
	return !leaf || leaf->ebx & BIT(2);
}

/* Bit 11 is there with bus-lock detection, bit 16 with RTM. */
#define NONREG_DBG_RESERVED	(~0x1ffffULL | 0xa7f0)

static bool nonreg_pending_dbg(struct nd_chk *c)
{
	u64 value = nd_chk_get(c, ND_VMF_PENDING_DBG);
	const struct nd_cpuid *leaf;

	if (value & NONREG_DBG_RESERVED)
		return nd_chk_zero(c, value & NONREG_DBG_RESERVED);
	if (!(value & (BIT(11) | BIT(16))))
		return true;
	leaf = nd_chk_leaf(c, 7, 0);
	if (!leaf)
		return true;
	return nd_chk_zero(c, (leaf->ecx & BIT(24) ? 0 : value & BIT(11)) |
			      (leaf->ebx & BIT(11) ? 0 : value & BIT(16)));
}

static bool nonreg_pending_bs(struct nd_chk *c)
{
	bool step;

	if (!nonreg_blocking(c, NONREG_BY_STI) && !nonreg_blocking(c, NONREG_BY_MOV_SS) &&
	    nd_chk_get(c, ND_VMF_ACTIVITY) != NONREG_HLT)
		return true;
	step = nd_chk_bit(c, ND_VMF_RFLAGS, 8) && !nd_chk_bit(c, ND_VMF_DEBUGCTL, 1);
	return nd_chk_bit(c, ND_VMF_PENDING_DBG, 14) == step;
}

static bool nonreg_pending_rtm(struct nd_chk *c)
{
	u64 value = nd_chk_get(c, ND_VMF_PENDING_DBG);

	if (!(value & BIT(16)))
		return true;
	return (value & ~BIT_ULL(16)) == BIT(12) && !nonreg_blocking(c, NONREG_BY_MOV_SS);
}

static bool nonreg_link(struct nd_chk *c)
{
	u64 link = nd_chk_get(c, ND_VMF_LINK_POINTER);

	return link == ~0ULL || nd_chk_address(c, link, 0xfff);
}

/* The revision identifier and the shadow bit are in the memory that it points to. */
static bool nonreg_link_memory(struct nd_chk *c)
{
	return nd_chk_get(c, ND_VMF_LINK_POINTER) == ~0ULL || nd_chk_lack(c, ND_LACK_MEMORY);
}

static bool nonreg_pae(struct nd_chk *c)
{
	return nd_chk_bit(c, ND_VMF_CR0, 31) && nd_chk_bit(c, ND_VMF_CR4, 5) &&
	       !nd_chk_on(c, NONREG_LONG);
}

static bool nonreg_ept(struct nd_chk *c)
{
	return nd_chk_on(c, ND_ON_SECONDARY(1));
}

static bool nonreg_pdpte(struct nd_chk *c)
{
	u64 pdpte;

	if (!nonreg_pae(c) || !nonreg_ept(c))
		return true;
	pdpte = nd_chk_get(c, c->check->field);
	if (!(pdpte & 1))
		return true;
	return nd_chk_zero(c, pdpte & 0x1e6) && nd_chk_address(c, pdpte & ~0xfffULL, 0);
}

static bool nonreg_pdpte_memory(struct nd_chk *c)
{
	return !nonreg_pae(c) || nonreg_ept(c) || nd_chk_lack(c, ND_LACK_MEMORY);
}

#define NONREG(id, holds, field, when, arg, words)				\
	{ "guest-" id, words, holds, arg, ND_VMF_##field, when, ND_CHECK_GUEST }

static const struct nd_entry_check nonreg_checks[] = {
	NONREG("rip-32", nonreg_rip_32, RIP, 0, 0,
	       "guest RIP is beyond 4 GiB outside of 64-bit mode"),
	NONREG("rip", nonreg_rip, RIP, 0, 0,
	       "guest RIP has bits beyond the linear-address width"),
	NONREG("rflags-reserved", nd_rule_zero, RFLAGS, 0, ~0x3fffffULL | 0x8028,
	       "reserved bits of guest RFLAGS are 1"),
	NONREG("rflags-one", nonreg_rflags_one, RFLAGS, 0, 0, "bit 1 of guest RFLAGS is 0"),
	NONREG("rflags-vm", nonreg_rflags_vm, RFLAGS, 0, 0,
	       "guest RFLAGS.VM is 1 in IA-32e mode or with CR0.PE 0"),
	NONREG("rflags-if", nonreg_rflags_if, RFLAGS, 0, 0,
	       "guest RFLAGS.IF is 0 while an external interrupt is injected"),
	NONREG("ssp", nonreg_ssp, SSP, ND_ON_ENTRY(20), 0, "guest SSP is not valid"),

	NONREG("activity", nonreg_activity, ACTIVITY, 0, 0,
	       "the guest activity state is not supported"),
	NONREG("activity-hlt-dpl", nonreg_hlt_dpl, ACTIVITY, 0, 0,
	       "the guest activity state is HLT while SS.DPL is not 0"),
	NONREG("activity-blocking", nonreg_activity_blocking, ACTIVITY, 0, 0,
	       "the guest activity state is not active while STI or MOV SS blocks"),
	NONREG("activity-event", nonreg_activity_event, ACTIVITY, 0, 0,
	       "the event to inject is not allowed in the guest activity state"),
	NONREG("activity-smm", nonreg_activity_smm, ACTIVITY, NONREG_SMM, 0,
	       "the guest activity state is wait-for-SIPI while the entry to SMM control is 1"),
	NONREG("interruptibility-reserved", nd_rule_zero, INTERRUPTIBILITY, 0, 0xffffffe0,
	       "reserved bits of the guest interruptibility state are 1"),
	NONREG("interruptibility-sti-mov-ss", nonreg_sti_mov_ss, INTERRUPTIBILITY, 0, 0,
	       "blocking by STI and blocking by MOV SS are both 1"),
	NONREG("interruptibility-sti-if", nonreg_sti_if, INTERRUPTIBILITY, 0, 0,
	       "blocking by STI is 1 while guest RFLAGS.IF is 0"),
	NONREG("interruptibility-intr", nonreg_intr_blocking, INTERRUPTIBILITY, 0, 0,
	       "blocking by STI or MOV SS is 1 while an external interrupt is injected"),
	NONREG("interruptibility-nmi-mov-ss", nonreg_nmi_mov_ss, INTERRUPTIBILITY, 0, 0,
	       "blocking by MOV SS is 1 while an NMI is injected"),
	NONREG("interruptibility-smi", nonreg_smi, INTERRUPTIBILITY, 0, 0,
	       "blocking by SMI differs from the entry to SMM control"),
	NONREG("interruptibility-nmi-sti", nonreg_nmi_sti, INTERRUPTIBILITY, 0, 0,
	       "blocking by STI is 1 while an NMI is injected, which some processors refuse"),
	NONREG("interruptibility-nmi-nmi", nonreg_nmi_nmi, INTERRUPTIBILITY, ND_ON_PIN(5), 0,
	       "blocking by NMI is 1 while an NMI is injected with virtual NMIs"),
	NONREG("interruptibility-enclave", nonreg_enclave, INTERRUPTIBILITY, 0, 0,
	       "enclave interruption is 1 with blocking by MOV SS or without SGX"),
	NONREG("pending-dbg-reserved", nonreg_pending_dbg, PENDING_DBG, 0, 0,
	       "reserved bits of the guest pending debug exceptions are 1"),
	NONREG("pending-dbg-bs", nonreg_pending_bs, PENDING_DBG, 0, 0,
	       "pending single step (BS) does not match RFLAGS.TF and IA32_DEBUGCTL.BTF"),
	NONREG("pending-dbg-rtm", nonreg_pending_rtm, PENDING_DBG, 0, 0,
	       "pending debug exceptions have bit RTM with others or while MOV SS blocks"),
	NONREG("link-pointer", nonreg_link, LINK_POINTER, 0, 0,
	       "the VMCS link pointer is not valid"),
	NONREG("link-pointer-memory", nonreg_link_memory, LINK_POINTER, 0, 0,
	       "the VMCS link pointer does not point to a VMCS of the right kind"),
	NONREG("pdpte0", nonreg_pdpte, PDPTE0, 0, 0, "guest PDPTE0 is not valid"),
	NONREG("pdpte1", nonreg_pdpte, PDPTE1, 0, 0, "guest PDPTE1 is not valid"),
	NONREG("pdpte2", nonreg_pdpte, PDPTE2, 0, 0, "guest PDPTE2 is not valid"),
	NONREG("pdpte3", nonreg_pdpte, PDPTE3, 0, 0, "guest PDPTE3 is not valid"),
	NONREG("pdpte-memory", nonreg_pdpte_memory, CR3, 0, 0,
	       "a PDPTE in the memory that guest CR3 points to is not valid"),
};

const struct nd_check_table nd_checks_nonreg = {
	ND_ISA_VMX, nonreg_checks, ARRAY_SIZE(nonreg_checks)
};

/* The entries of the VM-entry MSR-load area that are known. */
static unsigned int msrs_known(struct nd_chk *c)
{
	u64 count = nd_chk_get(c, ND_VMF_ENTRY_MSR_LOAD_COUNT);

	return count < c->state->nr_msrs ? count : c->state->nr_msrs;
}

/* Says which entry is wrong. If none of those known is, the others decide. */
static bool msrs_all(struct nd_chk *c, bool (*good)(struct nd_chk *c, u32 index, u64 value))
{
	unsigned int i, known = msrs_known(c);

	for (i = 0; i < known; i++) {
		const struct nd_vmstate_msr *msr = &c->state->msrs[i];

		if (good(c, msr->index, msr->value))
			continue;
		scnprintf(c->note, sizeof(c->note), "entry %u: MSR 0x%x, 0x%llx", i + 1,
			  msr->index, msr->value);
		return false;
	}
	return nd_chk_get(c, ND_VMF_ENTRY_MSR_LOAD_COUNT) <= known ||
	       nd_chk_lack(c, ND_LACK_MSR_AREA);
}

static bool msrs_base(struct nd_chk *c, u32 index, u64 value)
{
	return index != 0xc0000100 && index != 0xc0000101;
}

static bool msrs_no_base(struct nd_chk *c)
{
	return msrs_all(c, msrs_base);
}

static bool msrs_x2apic(struct nd_chk *c, u32 index, u64 value)
{
	return index >> 8 != 8;
}

static bool msrs_no_x2apic(struct nd_chk *c)
{
	return msrs_all(c, msrs_x2apic);
}

/* IA32_SMM_MONITOR_CTL can be written in SMM only; 0x79 and 0x8b are the microcode update's. */
static bool msrs_loadable(struct nd_chk *c, u32 index, u64 value)
{
	return index != 0x9b && index != 0x79 && index != 0x8b;
}

static bool msrs_index(struct nd_chk *c)
{
	return msrs_all(c, msrs_loadable);
}

/* Values that WRMSR refuses, for the registers whose rules are simple. */
static bool msrs_accepted(struct nd_chk *c, u32 index, u64 value)
{
	switch (index) {
	case 0x175:		/* IA32_SYSENTER_ESP, EIP */
	case 0x176:
	case 0xc0000082:	/* IA32_LSTAR, CSTAR, KERNEL_GS_BASE */
	case 0xc0000083:
	case 0xc0000102:
		return nd_chk_canonical(c, value);
	case 0x277:
		return nd_chk_pat(c, value);
	case 0xc0000080:
		return !(value & ~0xd01ULL);
	case 0xc0000084:	/* IA32_FMASK */
		return !(value >> 32);
	default:
		return true;
	}
}

static bool msrs_value(struct nd_chk *c)
{
	return msrs_all(c, msrs_accepted);
}

static bool msrs_count(struct nd_chk *c)
{
	u64 misc, count = nd_chk_get(c, ND_VMF_ENTRY_MSR_LOAD_COUNT);

	return count <= 512 || !nd_chk_reg(c, ND_VMX_MISC, &misc) ||
	       count <= 512 * ((misc >> 25 & 7) + 1);
}

#define MSRS(id, holds, words)							\
	{ "msr-load-" id, words, holds, 0, ND_VMF_ENTRY_MSR_LOAD_COUNT, 0, ND_CHECK_MSRS }

static const struct nd_entry_check msrs_checks[] = {
	MSRS("base", msrs_no_base,
	     "the VM-entry MSR-load area contains FS_BASE or GS_BASE, which is not allowed"),
	MSRS("x2apic", msrs_no_x2apic, "the VM-entry MSR-load area contains an x2APIC register"),
	MSRS("index", msrs_index,
	     "the VM-entry MSR-load area contains a register that VM entries cannot load"),
	MSRS("value", msrs_value, "the VM-entry MSR-load area contains a value that WRMSR rejects"),
	MSRS("count", msrs_count,
	     "the VM-entry MSR-load count is above the maximum that IA32_VMX_MISC recommends"),
};

const struct nd_check_table nd_checks_msrs = {
	ND_ISA_VMX, msrs_checks, ARRAY_SIZE(msrs_checks)
};
