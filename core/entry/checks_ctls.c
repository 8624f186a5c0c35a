// SPDX-License-Identifier: GPL-2.0-only
/*
 * The SDM's "Checks on VMX Controls": a VM entry that fails one of them ends with VM-instruction
 * error 7.
 *
 * What the first editions do not have and its processors do not do: EPTP bit 7, IPI
 * virtualization, HLAT, sub-page permissions, secondary VM-exit controls and the injection of
 * hardware exceptions with or without an error code came one by one from 2018 on. FRED's checks
 * are left out.
 *
 * Linux never enters a VM from SMM, so the checks for a processor outside of SMM apply.
 */
#include "core/entry/checks.h"

#define CTLS_IO_BITMAPS		ND_ON_PRIMARY(25)
#define CTLS_TPR_SHADOW		ND_ON_PRIMARY(21)
#define CTLS_NMI_WINDOW		ND_ON_PRIMARY(22)
#define CTLS_MSR_BITMAPS	ND_ON_PRIMARY(28)
#define CTLS_SECONDARY		ND_ON_PRIMARY(31)
#define CTLS_TERTIARY		ND_ON_PRIMARY(17)
#define CTLS_APIC_ACCESSES	ND_ON_SECONDARY(0)
#define CTLS_EPT		ND_ON_SECONDARY(1)
#define CTLS_X2APIC		ND_ON_SECONDARY(4)
#define CTLS_APIC_REGISTERS	ND_ON_SECONDARY(8)
#define CTLS_VINTR		ND_ON_SECONDARY(9)
#define CTLS_VMFUNC		ND_ON_SECONDARY(13)
#define CTLS_SHADOW_VMCS	ND_ON_SECONDARY(14)
#define CTLS_PML		ND_ON_SECONDARY(17)
#define CTLS_SPP		ND_ON_SECONDARY(23)
#define CTLS_PT_GPA		ND_ON_SECONDARY(24)
#define CTLS_IPI		ND_ON_TERTIARY(4)
#define CTLS_HLAT		ND_ON_TERTIARY(1)
#define CTLS_VIRTUAL_NMIS	ND_ON_PIN(5)

/* VM-entry event injection. */
enum {
	CTLS_EXT_INTR, CTLS_RESERVED, CTLS_NMI, CTLS_HW_EXCEPTION, CTLS_SW_INTR,
	CTLS_PRIV_SW_EXCEPTION, CTLS_SW_EXCEPTION, CTLS_OTHER_EVENT,
};

static bool ctls_cr3_targets(struct nd_chk *c)
{
	u64 misc, count = nd_chk_get(c, ND_VMF_CR3_TARGET_COUNT);

	/* None has more than 4 so far, but the register could say so. */
	return count == 0 || !nd_chk_reg(c, ND_VMX_MISC, &misc) || count <= (misc >> 16 & 0x1ff);
}

static bool ctls_tpr_threshold(struct nd_chk *c)
{
	return nd_chk_on(c, CTLS_VINTR) ||
	       nd_chk_zero(c, nd_chk_get(c, ND_VMF_TPR_THRESHOLD) & ~0xfULL);
}

/* By bits 7:4 of VTPR, which is in the virtual-APIC page. 0 cannot be above them. */
static bool ctls_tpr_vtpr(struct nd_chk *c)
{
	u64 threshold;

	if (nd_chk_on(c, CTLS_VINTR) || nd_chk_on(c, CTLS_APIC_ACCESSES))
		return true;
	threshold = nd_chk_get(c, ND_VMF_TPR_THRESHOLD) & 0xf;
	return !threshold || threshold <= (nd_chk_get(c, ND_VMF_VTPR) >> 4 & 0xf);
}

static bool ctls_virtual_nmis(struct nd_chk *c)
{
	return !nd_chk_on(c, CTLS_VIRTUAL_NMIS) || nd_chk_on(c, ND_ON_PIN(3));
}

/* For controls that need "use TPR shadow": @arg. */
static bool ctls_needs_tpr_shadow(struct nd_chk *c)
{
	return nd_chk_on(c, CTLS_TPR_SHADOW) || !nd_chk_on(c, c->check->arg);
}

static bool ctls_ept_type(struct nd_chk *c)
{
	u64 type = nd_chk_get(c, ND_VMF_EPTP) & 7;
	u64 caps;

	if (type != 0 && type != 6)
		return false;
	return !nd_chk_reg(c, ND_VMX_EPT_VPID_CAP, &caps) || caps & BIT_ULL(type == 6 ? 14 : 8);
}

static bool ctls_ept_levels(struct nd_chk *c)
{
	u64 levels = (nd_chk_get(c, ND_VMF_EPTP) >> 3 & 7) + 1;
	u64 caps;

	if (levels != 4 && levels != 5)
		return false;
	return !nd_chk_reg(c, ND_VMX_EPT_VPID_CAP, &caps) || caps & BIT_ULL(levels == 5 ? 7 : 6);
}

/* An EPTP bit that a capability bit allows: bit number in @arg, and the other eight bits up. */
static bool ctls_ept_bit(struct nd_chk *c)
{
	u64 caps;

	return !nd_chk_bit(c, ND_VMF_EPTP, c->check->arg & 0xff) ||
	       !nd_chk_reg(c, ND_VMX_EPT_VPID_CAP, &caps) ||
	       caps & BIT_ULL(c->check->arg >> 8);
}

static bool ctls_ept_reserved(struct nd_chk *c)
{
	u64 eptp = nd_chk_get(c, ND_VMF_EPTP);

	return nd_chk_zero(c, eptp & 0xf00) && nd_chk_address(c, eptp & ~0xfffULL, 0);
}

static bool ctls_vmfunc(struct nd_chk *c)
{
	u64 allowed, wanted = nd_chk_get(c, ND_VMF_VMFUNC_CTLS);

	return !wanted || !nd_chk_reg(c, ND_VMX_VMFUNC, &allowed) ||
	       nd_chk_zero(c, wanted & ~allowed);
}

static bool ctls_eptp_switching(struct nd_chk *c)
{
	return nd_chk_bit(c, ND_VMF_VMFUNC_CTLS, 0);
}

static bool ctls_eptp_switching_ept(struct nd_chk *c)
{
	return !ctls_eptp_switching(c) || nd_chk_on(c, CTLS_EPT);
}

static bool ctls_eptp_list(struct nd_chk *c)
{
	return !ctls_eptp_switching(c) || nd_rule_address(c);
}

static bool ctls_hlatp(struct nd_chk *c)
{
	u64 hlatp = nd_chk_get(c, ND_VMF_HLATP);

	return nd_chk_zero(c, hlatp & 0xfe7) && nd_chk_address(c, hlatp & ~0xfffULL, 0);
}

static bool ctls_pid_table(struct nd_chk *c)
{
	u64 table = nd_chk_get(c, ND_VMF_PID_TABLE);

	return nd_chk_address(c, table, 7) &&
	       nd_chk_address(c, table + nd_chk_get(c, ND_VMF_PID_LAST) * 8, 0);
}

static bool ctls_save_preemption_timer(struct nd_chk *c)
{
	return !nd_chk_on(c, ND_ON_EXIT(22)) || nd_chk_on(c, ND_ON_PIN(6));
}

/* The area whose address is @field and whose count is @arg. */
static bool ctls_msr_area(struct nd_chk *c)
{
	u64 count = nd_chk_get(c, c->check->arg);
	u64 address;

	if (!count)
		return true;
	address = nd_chk_get(c, c->check->field);
	return nd_chk_address(c, address, 0xf) && nd_chk_address(c, address + count * 16 - 1, 0);
}

static bool ctls_injects(struct nd_chk *c, u64 *info)
{
	*info = nd_chk_get(c, ND_VMF_ENTRY_INTR_INFO);
	return *info & BIT_ULL(31);
}

static bool ctls_event_type(struct nd_chk *c)
{
	u64 info;

	if (!ctls_injects(c, &info))
		return true;
	if ((info >> 8 & 7) == CTLS_OTHER_EVENT) {
		const struct nd_ctl_group *group;
		const struct nd_ctl_bit *mtf = nd_ctl_find("vmx-mtf", &group);
		enum nd_ctl_state state;

		if (!c->cpu)
			return nd_chk_lack(c, ND_LACK_REG + ND_VMX_PROCBASED_CTLS);
		state = nd_ctl_state(c->cpu, group, mtf->bit);
		if (state < ND_CTL_NO)
			return nd_chk_lack(c, ND_LACK_REG + ND_VMX_PROCBASED_CTLS);
		return state != ND_CTL_NO;
	}
	return (info >> 8 & 7) != CTLS_RESERVED;
}

static bool ctls_event_vector(struct nd_chk *c)
{
	u64 info;

	if (!ctls_injects(c, &info))
		return true;
	switch (info >> 8 & 7) {
	case CTLS_NMI:
		return (info & 0xff) == 2;
	case CTLS_HW_EXCEPTION:
		return (info & 0xff) < 32;
	case CTLS_OTHER_EVENT:
		/* 1 and 2 are FRED's SYSCALL and SYSENTER. */
		return (info & 0xff) == 0 ||
		       ((info & 0xff) <= 2 && nd_chk_bit(c, ND_VMF_CR4, 32));
	default:
		return true;
	}
}

/* #DF, #TS, #NP, #SS, #GP, #PF, #AC; with shadow stacks #CP. */
#define CTLS_ERROR_CODES	(BIT(8) | GENMASK_ULL(14, 10) | BIT(17))
#define CTLS_CP			21

static bool ctls_event_error(struct nd_chk *c)
{
	u64 info, basic;
	bool given, has;

	if (!ctls_injects(c, &info))
		return true;
	given = info & BIT_ULL(11);
	if ((info >> 8 & 7) != CTLS_HW_EXCEPTION ||
	    (nd_chk_on(c, ND_ON_SECONDARY(7)) && !nd_chk_bit(c, ND_VMF_CR0, 0)))
		return !given;
	has = (info & 0xff) < 32 && CTLS_ERROR_CODES & BIT_ULL(info & 0xff);
	if ((info & 0xff) != CTLS_CP && given == has)
		return true;
	/* Anything goes if IA32_VMX_BASIC[56] is 1, and so it does for #CP with CET. */
	if (!nd_chk_reg(c, ND_VMX_BASIC, &basic) || basic & BIT_ULL(56))
		return true;
	return (info & 0xff) == CTLS_CP;
}

static bool ctls_event_reserved(struct nd_chk *c)
{
	u64 info;

	/* Bit 13 is FRED's. */
	return !ctls_injects(c, &info) ||
	       nd_chk_zero(c, info & (info & BIT_ULL(13) && nd_chk_bit(c, ND_VMF_CR4, 32) ?
				      0x7fffd000 : 0x7ffff000));
}

static bool ctls_event_error_code(struct nd_chk *c)
{
	u64 info;

	return !ctls_injects(c, &info) || !(info & BIT_ULL(11)) ||
	       nd_chk_zero(c, nd_chk_get(c, ND_VMF_ENTRY_ERROR_CODE) & 0xffff0000);
}

static bool ctls_event_length(struct nd_chk *c)
{
	u64 info, length, misc;

	if (!ctls_injects(c, &info))
		return true;
	switch (info >> 8 & 7) {
	case CTLS_SW_INTR:
	case CTLS_PRIV_SW_EXCEPTION:
	case CTLS_SW_EXCEPTION:
		length = nd_chk_get(c, ND_VMF_ENTRY_INSTR_LEN);
		if (length)
			return length <= 15;
		return !nd_chk_reg(c, ND_VMX_MISC, &misc) || misc & BIT_ULL(30);
	default:
		return true;
	}
}

#define CTLS(id, holds, field, when, arg, words)				\
	{ id, words, holds, arg, ND_VMF_##field, when, ND_CHECK_CONTROLS }
#define CTLS_ALLOWED(id, field, when, group, words)				\
	CTLS(id, nd_rule_allowed, field, when, group, words)
#define CTLS_PAGE(id, field, when, words)					\
	CTLS(id, nd_rule_address, field, when, 0xfff, words)
#define CTLS_IMPLIES(id, when, arg, words)					\
	CTLS(id, nd_rule_implies, PIN_CTLS, when, arg, words)

static const struct nd_entry_check ctls_checks[] = {
	/* VM-execution control fields. */
	CTLS_ALLOWED("ctl-pin-allowed", PIN_CTLS, 0, 0,
		     "the processor does not allow these pin-based VM-execution controls"),
	CTLS_ALLOWED("ctl-primary-allowed", PRIMARY_CTLS, 0, 1,
		     "the processor does not allow these primary processor-based controls"),
	CTLS_ALLOWED("ctl-secondary-allowed", SECONDARY_CTLS, CTLS_SECONDARY, 2,
		     "the processor does not allow these secondary processor-based controls"),
	CTLS_ALLOWED("ctl-tertiary-allowed", TERTIARY_CTLS, CTLS_TERTIARY, 3,
		     "the processor does not allow these tertiary processor-based controls"),
	CTLS("ctl-cr3-target-count", ctls_cr3_targets, CR3_TARGET_COUNT, 0, 0,
	     "the CR3-target count is greater than the processor supports"),
	CTLS_PAGE("ctl-io-bitmap-a", IO_BITMAP_A, CTLS_IO_BITMAPS,
		  "the address of I/O bitmap A is not valid"),
	CTLS_PAGE("ctl-io-bitmap-b", IO_BITMAP_B, CTLS_IO_BITMAPS,
		  "the address of I/O bitmap B is not valid"),
	CTLS_PAGE("ctl-msr-bitmap", MSR_BITMAP, CTLS_MSR_BITMAPS,
		  "the address of the MSR bitmaps is not valid"),
	CTLS_PAGE("ctl-virtual-apic-addr", VAPIC_ADDR, CTLS_TPR_SHADOW,
		  "the virtual-APIC address is not valid"),
	CTLS("ctl-tpr-threshold", ctls_tpr_threshold, TPR_THRESHOLD, CTLS_TPR_SHADOW, 0,
	     "bits 31:4 of the TPR threshold are not 0"),
	CTLS("ctl-tpr-threshold-vtpr", ctls_tpr_vtpr, TPR_THRESHOLD, CTLS_TPR_SHADOW, 0,
	     "the TPR threshold is greater than VTPR in the virtual-APIC page"),
	CTLS("ctl-virtual-nmis", ctls_virtual_nmis, PIN_CTLS, 0, 0,
	     "the virtual NMIs control is 1 while the NMI exiting control is 0"),
	CTLS_IMPLIES("ctl-nmi-window", CTLS_NMI_WINDOW, CTLS_VIRTUAL_NMIS,
		     "the NMI-window exiting control is 1 while the virtual NMIs control is 0"),
	CTLS_PAGE("ctl-apic-access-addr", APIC_ACCESS_ADDR, CTLS_APIC_ACCESSES,
		  "the APIC-access address is not valid"),
	CTLS("ctl-x2apic-tpr-shadow", ctls_needs_tpr_shadow, PRIMARY_CTLS, 0, CTLS_X2APIC,
	     "the virtualize x2APIC mode control is 1 while the use TPR shadow control is 0"),
	CTLS("ctl-apic-registers-tpr-shadow", ctls_needs_tpr_shadow, PRIMARY_CTLS, 0,
	     CTLS_APIC_REGISTERS,
	     "the APIC-register virtualization control is 1 while the use TPR shadow control is 0"),
	CTLS("ctl-vintr-tpr-shadow", ctls_needs_tpr_shadow, PRIMARY_CTLS, 0, CTLS_VINTR,
	     "the virtual-interrupt delivery control is 1 while the use TPR shadow control is 0"),
	CTLS("ctl-x2apic-apic-accesses", nd_rule_excludes, SECONDARY_CTLS, CTLS_X2APIC,
	     CTLS_APIC_ACCESSES,
	     "the virtualize x2APIC mode and virtualize APIC accesses controls are both 1"),
	CTLS_IMPLIES("ctl-vintr-ext-intr", CTLS_VINTR, ND_ON_PIN(0),
		     "the virtual-interrupt delivery control is 1 while the external-interrupt exiting control is 0"),
	CTLS_IMPLIES("ctl-posted-vintr", ND_ON_PIN(7), CTLS_VINTR,
		     "the process posted interrupts control is 1 while the virtual-interrupt delivery control is 0"),
	CTLS_IMPLIES("ctl-posted-ack", ND_ON_PIN(7), ND_ON_EXIT(15),
		     "the process posted interrupts control is 1 while the acknowledge interrupt on exit control is 0"),
	CTLS("ctl-posted-vector", nd_rule_zero, POSTED_INTR_VECTOR, ND_ON_PIN(7), 0xff00,
	     "the posted-interrupt notification vector is greater than 255"),
	CTLS("ctl-posted-descriptor", nd_rule_address, POSTED_INTR_DESC, ND_ON_PIN(7), 0x3f,
	     "the posted-interrupt descriptor address is not valid"),
	CTLS("ctl-vpid", nd_rule_nonzero, VPID, ND_ON_SECONDARY(5), 0,
	     "the VPID is 0 while the enable VPID control is 1"),
	CTLS("ctl-eptp-type", ctls_ept_type, EPTP, CTLS_EPT, 0,
	     "the EPT pointer's memory type (bits 2:0) is not supported"),
	CTLS("ctl-eptp-levels", ctls_ept_levels, EPTP, CTLS_EPT, 0,
	     "the EPT pointer's page-walk length (bits 5:3) is not supported"),
	CTLS("ctl-eptp-ad", ctls_ept_bit, EPTP, CTLS_EPT, 21 << 8 | 6,
	     "the EPT pointer asks for accessed and dirty flags, which are not supported"),
	CTLS("ctl-eptp-shadow-stack", ctls_ept_bit, EPTP, CTLS_EPT, 23 << 8 | 7,
	     "the EPT pointer asks for supervisor shadow-stack control, which is not supported"),
	CTLS("ctl-eptp-reserved", ctls_ept_reserved, EPTP, CTLS_EPT, 0,
	     "reserved bits of the EPT pointer are 1"),
	CTLS_IMPLIES("ctl-pml-ept", CTLS_PML, CTLS_EPT,
		     "the enable PML control is 1 while the enable EPT control is 0"),
	CTLS_PAGE("ctl-pml-addr", PML_ADDR, CTLS_PML, "the PML address is not valid"),
	CTLS_IMPLIES("ctl-unrestricted-ept", ND_ON_SECONDARY(7), CTLS_EPT,
		     "the unrestricted guest control is 1 while the enable EPT control is 0"),
	CTLS_IMPLIES("ctl-mbec-ept", ND_ON_SECONDARY(22), CTLS_EPT,
		     "the mode-based execute control for EPT is 1 while the enable EPT control is 0"),
	CTLS_IMPLIES("ctl-spp-ept", CTLS_SPP, CTLS_EPT,
		     "the sub-page write permissions for EPT control is 1 while the enable EPT control is 0"),
	CTLS_PAGE("ctl-spp-addr", SPPTP, CTLS_SPP,
		  "the sub-page-permission-table pointer is not valid"),
	CTLS("ctl-vmfunc", ctls_vmfunc, VMFUNC_CTLS, CTLS_VMFUNC, 0,
	     "the processor does not allow these VM-function controls"),
	CTLS("ctl-eptp-switching-ept", ctls_eptp_switching_ept, VMFUNC_CTLS, CTLS_VMFUNC, 0,
	     "the EPTP switching VM function is enabled while the enable EPT control is 0"),
	CTLS("ctl-eptp-list", ctls_eptp_list, EPTP_LIST, CTLS_VMFUNC, 0xfff,
	     "the EPTP-list address is not valid"),
	CTLS_PAGE("ctl-shadow-read-bitmap", VMREAD_BITMAP, CTLS_SHADOW_VMCS,
		  "the VMREAD-bitmap address is not valid"),
	CTLS_PAGE("ctl-shadow-write-bitmap", VMWRITE_BITMAP, CTLS_SHADOW_VMCS,
		  "the VMWRITE-bitmap address is not valid"),
	CTLS_PAGE("ctl-ve-info", VE_INFO_ADDR, ND_ON_SECONDARY(18),
		  "the virtualization-exception information address is not valid"),
	CTLS_IMPLIES("ctl-pt-gpa-ept", CTLS_PT_GPA, CTLS_EPT,
		     "the Intel PT uses guest physical addresses control is 1 while the enable EPT control is 0"),
	CTLS_IMPLIES("ctl-pt-gpa-entry", CTLS_PT_GPA, ND_ON_ENTRY(18),
		     "the Intel PT uses guest physical addresses control is 1 while the load IA32_RTIT_CTL entry control is 0"),
	CTLS_IMPLIES("ctl-pt-gpa-exit", CTLS_PT_GPA, ND_ON_EXIT(25),
		     "the Intel PT uses guest physical addresses control is 1 while the clear IA32_RTIT_CTL exit control is 0"),
	CTLS("ctl-tsc-multiplier", nd_rule_nonzero, TSC_MULTIPLIER, ND_ON_SECONDARY(25), 0,
	     "the TSC multiplier is 0 while the use TSC scaling control is 1"),
	CTLS("ctl-hlatp", ctls_hlatp, HLATP, CTLS_HLAT, 0,
	     "the hypervisor-managed linear-address translation pointer is not valid"),
	CTLS("ctl-pid-table", ctls_pid_table, PID_TABLE, CTLS_IPI, 0,
	     "the PID-pointer table is not valid"),

	/* VM-exit control fields. */
	CTLS_ALLOWED("ctl-exit-allowed", EXIT_CTLS, 0, 4,
		     "the processor does not allow these VM-exit controls"),
	CTLS_ALLOWED("ctl-exit2-allowed", EXIT2_CTLS, ND_ON_EXIT(31), 5,
		     "the processor does not allow these secondary VM-exit controls"),
	CTLS("ctl-save-preemption-timer", ctls_save_preemption_timer, EXIT_CTLS, 0, 0,
	     "the save VMX-preemption timer value control is 1 while the activate VMX-preemption timer control is 0"),
	CTLS("ctl-exit-msr-store", ctls_msr_area, EXIT_MSR_STORE_ADDR, 0,
	     ND_VMF_EXIT_MSR_STORE_COUNT, "the VM-exit MSR-store area is not valid"),
	CTLS("ctl-exit-msr-load", ctls_msr_area, EXIT_MSR_LOAD_ADDR, 0,
	     ND_VMF_EXIT_MSR_LOAD_COUNT, "the VM-exit MSR-load area is not valid"),

	/* VM-entry control fields. */
	CTLS_ALLOWED("ctl-entry-allowed", ENTRY_CTLS, 0, 6,
		     "the processor does not allow these VM-entry controls"),
	CTLS("ctl-event-type", ctls_event_type, ENTRY_INTR_INFO, 0, 0,
	     "the type (bits 10:8) of the event to inject is reserved"),
	CTLS("ctl-event-vector", ctls_event_vector, ENTRY_INTR_INFO, 0, 0,
	     "the vector of the event to inject does not match its type"),
	CTLS("ctl-event-deliver-error", ctls_event_error, ENTRY_INTR_INFO, 0, 0,
	     "the error-code flag (bit 11) does not match the event to inject"),
	CTLS("ctl-event-reserved", ctls_event_reserved, ENTRY_INTR_INFO, 0, 0,
	     "reserved bits of the VM-entry interruption-information field are 1"),
	CTLS("ctl-event-error-code", ctls_event_error_code, ENTRY_ERROR_CODE, 0, 0,
	     "bits 31:16 of the VM-entry exception error code are not 0"),
	CTLS("ctl-event-length", ctls_event_length, ENTRY_INSTR_LEN, 0, 0,
	     "the VM-entry instruction length is not valid for the event to inject"),
	CTLS("ctl-entry-msr-load", ctls_msr_area, ENTRY_MSR_LOAD_ADDR, 0,
	     ND_VMF_ENTRY_MSR_LOAD_COUNT, "the VM-entry MSR-load area is not valid"),
	CTLS("ctl-entry-smm", nd_rule_zero, ENTRY_CTLS, 0, BIT(10),
	     "the entry to SMM control is 1 outside of SMM"),
	CTLS("ctl-entry-dual-monitor", nd_rule_zero, ENTRY_CTLS, 0, BIT(11),
	     "the deactivate dual-monitor treatment control is 1 outside of SMM"),
};

const struct nd_check_table nd_checks_ctls = {
	ND_ISA_VMX, ctls_checks, ARRAY_SIZE(ctls_checks)
};
