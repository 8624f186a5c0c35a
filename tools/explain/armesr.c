// SPDX-License-Identifier: GPL-2.0-only
#include "core/exits/armesr.h"

#include "tools/explain/armesr.h"

/* What KVM does with it of a nested guest: handle_exit.c of Linux 7.3. */
static const char *arm_nesting(u32 class)
{
	switch (class) {
	case 0x01:	/* WFx */
	case 0x07:	/* FP_ASIMD */
	case 0x0a:	/* OTHER */
	case 0x19:	/* SVE */
		return "From a nested guest it goes on to the guest hypervisor if that one traps it; if not, this KVM handles it.";
	case 0x03 ... 0x06: /* AArch32's registers */
	case 0x08:
	case 0x0c:
		return "It comes from code in AArch32. A guest hypervisor runs in AArch64.";
	case 0x09:	/* PAC */
		return "From a nested guest it goes on to the guest hypervisor, which did not let its guest use pointer authentication.";
	case 0x15:	/* SVC64 */
		return "KVM traps system calls only if a guest hypervisor asks for it, and hands them on to that.";
	case 0x12:	/* HVC32 */
	case 0x16:	/* HVC64 */
		return "In a guest with EL2 each HVC goes to that, the guest hypervisor: neither it nor a nested guest calls this KVM so.";
	case 0x13:	/* SMC32 */
	case 0x17:	/* SMC64 */
		return "From a nested guest it goes on to the guest hypervisor if that one traps it (HCR_EL2.TSC); if not, this KVM handles it.";
	case 0x18:	/* SYS64 */
		return "From a nested guest it goes on to the guest hypervisor if that one traps the register. Of a guest hypervisor itself, registers of its EL2 that FEAT_NV2 does not keep in memory are exits.";
	case 0x1a:	/* ERET */
		return "This is nesting itself: the guest hypervisor enters its nested guest by it, and KVM emulates that. From a nested guest it goes on to the guest hypervisor.";
	case 0x20:	/* IABT_LOW */
	case 0x24:	/* DABT_LOW */
		return "From a nested guest KVM first looks into the guest hypervisor's stage-2 tables: if the page is missing there, that one gets the exception; if not, KVM fills in its own tables. New memory costs both levels.";
	case 0x25:	/* DABT_CUR */
		return "With FEAT_NV2 it may also be an access to the page with a guest hypervisor's registers (VNCR), which KVM then maps: that is nesting itself.";
	case 0x27:	/* MOPS */
		return "KVM itself sets the instruction back to its start, whichever level ran.";
	case 0x2f:	/* SERROR */
		return "An error of the hardware comes to this KVM, whichever level ran.";
	case 0x30:	/* BREAKPT_LOW */
	case 0x32:	/* SOFTSTP_LOW */
	case 0x34:	/* WATCHPT_LOW */
	case 0x38:	/* BKPT32 */
	case 0x3c:	/* BRK64 */
		return "From a nested guest it goes on to the guest hypervisor if that one traps debug exceptions (MDCR_EL2.TDE), unless this KVM's VMM debugs the guest.";
	case 0x21:	/* IABT_CUR */
	case 0x31:	/* BREAKPT_CUR */
	case 0x33:	/* SOFTSTP_CUR */
	case 0x35:	/* WATCHPT_CUR */
		return "It is of the hypervisor or kernel itself, and no guest's or nested guest's.";
	default:
		return "KVM has no rule of its own for it: the vCPU gets an undefined-instruction exception, whichever level ran.";
	}
}

static void add_class(struct nd_explain *e, u32 class, const char *details)
{
	struct nd_reading reading = { .sort = "exception class of Arm" };
	char id[16], label[64], meaning[256];

	scnprintf(id, sizeof(id), "0x%02x", class);
	scnprintf(label, sizeof(label), "class %s, %s", id, nd_arm_class_name(class));
	scnprintf(meaning, sizeof(meaning), "What the processor met: %s%s%s.",
		  nd_arm_class_words(class), *details ? ": " : "", details);
	reading.id = id;
	reading.label = label;
	reading.meaning = meaning;
	reading.nesting = arm_nesting(class);
	reading.reference = "Arm Architecture Reference Manual, ESR_EL2";
	nd_explain_add(e, &reading);
}

void nd_explain_arm_esr(struct nd_explain *e)
{
	char details[128];
	u32 class = nd_arm_class(e->num);

	if (!nd_explain_wants(e, ND_EXPLAIN_ARM_ESR) || !e->number || !nd_arm_class_name(class))
		return;
	nd_arm_esr_details(e->num, details, sizeof(details));
	add_class(e, class, details);
}

void nd_explain_arm_class(struct nd_explain *e)
{
	u32 i;

	if (!nd_explain_wants(e, ND_EXPLAIN_ARM_CLASS))
		return;
	for (i = 0; i < ND_NR_ARM_CLASSES; i++) {
		const char *name = nd_arm_class_name(i);

		/* "ERET", "OTHER", "SVE" alone may be anything. */
		if (name && (e->number ? e->num == i :
			     e->sorts == ND_EXPLAIN_ARM_CLASS || strpbrk(name, "_0123456789") ?
			     nd_explain_is(e, name) : false))
			add_class(e, i, "");
	}
}

void nd_explain_arm_names(struct nd_strings *names)
{
	u32 i;

	for (i = 0; i < ND_NR_ARM_CLASSES; i++)
		if (nd_arm_class_name(i) && strpbrk(nd_arm_class_name(i), "_0123456789"))
			nd_strings_add(names, "%s", nd_arm_class_name(i));
}
