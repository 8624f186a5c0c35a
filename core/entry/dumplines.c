// SPDX-License-Identifier: GPL-2.0-only
/*
 * Lines that every dump of KVM has, Linux 5.10 to 7.3: dump_vmcs() and dump_vmcb() print them
 * whatever the state is, so that a dump without one of them was cut.
 */
#include "core/entry/dumplines.h"

/**
 * struct dumplines - a line that is always there
 * @part:  where it stands
 * @field: a field that is in no other line
 * @line:  how it begins
 */
struct dumplines {
	u8 part;
	u8 field;
	const char *line;
};

static const struct dumplines dumplines[] = {
	{ ND_DUMP_GUEST, ND_VMF_CR0, "CR0: actual=" },
	{ ND_DUMP_GUEST, ND_VMF_CR4, "CR4: actual=" },
	{ ND_DUMP_GUEST, ND_VMF_CR3, "CR3 =" },
	{ ND_DUMP_GUEST, ND_VMF_RSP, "RSP =" },
	{ ND_DUMP_GUEST, ND_VMF_RFLAGS, "RFLAGS=" },
	{ ND_DUMP_GUEST, ND_VMF_SYSENTER_ESP, "Sysenter RSP=" },
	{ ND_DUMP_GUEST, ND_VMF_CS_AR, "CS:" },
	{ ND_DUMP_GUEST, ND_VMF_DS_AR, "DS:" },
	{ ND_DUMP_GUEST, ND_VMF_SS_AR, "SS:" },
	{ ND_DUMP_GUEST, ND_VMF_ES_AR, "ES:" },
	{ ND_DUMP_GUEST, ND_VMF_FS_AR, "FS:" },
	{ ND_DUMP_GUEST, ND_VMF_GS_AR, "GS:" },
	{ ND_DUMP_GUEST, ND_VMF_GDTR_BASE, "GDTR:" },
	{ ND_DUMP_GUEST, ND_VMF_LDTR_AR, "LDTR:" },
	{ ND_DUMP_GUEST, ND_VMF_IDTR_BASE, "IDTR:" },
	{ ND_DUMP_GUEST, ND_VMF_TR_AR, "TR:" },
	{ ND_DUMP_GUEST, ND_VMF_DEBUGCTL, "DebugCtl =" },
	{ ND_DUMP_GUEST, ND_VMF_INTERRUPTIBILITY, "Interruptibility =" },
	{ ND_DUMP_HOST, ND_VMF_HOST_RIP, "RIP =" },
	{ ND_DUMP_HOST, ND_VMF_HOST_CS_SEL, "CS=" },
	{ ND_DUMP_HOST, ND_VMF_HOST_FS_BASE, "FSBase=" },
	{ ND_DUMP_HOST, ND_VMF_HOST_GDTR_BASE, "GDTBase=" },
	{ ND_DUMP_HOST, ND_VMF_HOST_CR0, "CR0=" },
	{ ND_DUMP_HOST, ND_VMF_HOST_SYSENTER_ESP, "Sysenter RSP=" },
	{ ND_DUMP_CONTROL, ND_VMF_PRIMARY_CTLS, "CPUBased=" },
	{ ND_DUMP_CONTROL, ND_VMF_PIN_CTLS, "PinBased=" },
	{ ND_DUMP_CONTROL, ND_VMF_EXCEPTION_BITMAP, "ExceptionBitmap=" },
	{ ND_DUMP_CONTROL, ND_VMF_ENTRY_INTR_INFO, "VMEntry:" },
	{ ND_DUMP_CONTROL, ND_VMF_EXIT_INTR_INFO, "VMExit:" },
	{ ND_DUMP_CONTROL, ND_VMF_EXIT_REASON, "reason=" },
	{ ND_DUMP_CONTROL, ND_VMF_IDT_INFO, "IDTVectoring:" },
	{ ND_DUMP_CONTROL, ND_VMF_TSC_OFFSET, "TSC Offset =" },
	{ ND_DUMP_AREA, ND_VMCB_CR_INTERCEPTS, "cr_read:, cr_write:" },
	{ ND_DUMP_AREA, ND_VMCB_DR_INTERCEPTS, "dr_read:, dr_write:" },
	{ ND_DUMP_AREA, ND_VMCB_EXCEPTIONS, "exceptions:" },
	{ ND_DUMP_AREA, ND_VMCB_INTERCEPTS4, "intercepts:" },
	{ ND_DUMP_AREA, ND_VMCB_IOPM, "iopm_base_pa:" },
	{ ND_DUMP_AREA, ND_VMCB_MSRPM, "msrpm_base_pa:" },
	{ ND_DUMP_AREA, ND_VMCB_ASID, "asid:" },
	{ ND_DUMP_AREA, ND_VMCB_INT_CTL, "int_ctl:" },
	{ ND_DUMP_AREA, ND_VMCB_EXIT_CODE, "exit_code:" },
	{ ND_DUMP_AREA, ND_VMCB_NESTED_CTL, "nested_ctl:" },
	{ ND_DUMP_AREA, ND_VMCB_NCR3, "nested_cr3:" },
	{ ND_DUMP_AREA, ND_VMCB_EVENT_INJ, "event_inj:" },
	{ ND_DUMP_SAVE, ND_VMCB_ES_ATTR, "es:" },
	{ ND_DUMP_SAVE, ND_VMCB_CS_ATTR, "cs:" },
	{ ND_DUMP_SAVE, ND_VMCB_SS_ATTR, "ss:" },
	{ ND_DUMP_SAVE, ND_VMCB_DS_ATTR, "ds:" },
	{ ND_DUMP_SAVE, ND_VMCB_EFER, "efer:" },
	{ ND_DUMP_SAVE, ND_VMCB_CR0, "cr0:" },
	{ ND_DUMP_SAVE, ND_VMCB_CR4, "cr4:" },
	{ ND_DUMP_SAVE, ND_VMCB_DR6, "dr6:, dr7:" },
	{ ND_DUMP_SAVE, ND_VMCB_RIP, "rip:" },
	{ ND_DUMP_SAVE, ND_VMCB_RSP, "rsp:" },
	{ ND_DUMP_SAVE, ND_VMCB_DBGCTL, "dbgctl:" },
};

unsigned int nd_dump_wanting(const struct nd_dump *dump, struct nd_row *row)
{
	bool svm = dump->state.isa == ND_ISA_SVM;
	unsigned int i, n = 0;
	u32 named = 0;

	/* HAXM prints a list of fields, and all of one dump or none. */
	if (dump->haxm)
		return nd_dump_missing(dump) ? 1 : 0;
	for (i = 0; i < ARRAY_SIZE(dumplines); i++) {
		const struct dumplines *line = &dumplines[i];
		bool cut = dump->parts & BIT(line->part);

		if ((line->part >= ND_DUMP_AREA) != svm ||
		    nd_vmstate_has(&dump->state, line->field))
			continue;
		/* Of a part that is not there at all, its heading is enough. */
		if (row && (cut || !(named & BIT(line->part))))
			nd_row_printf(row, cut ? "%s\"%s\"" : "%sall of \"%s\"", n ? ", " : "",
				      cut ? line->line : nd_dump_heading(line->part));
		named |= BIT(line->part);
		n++;
	}
	return n;
}
