// SPDX-License-Identifier: GPL-2.0-only
/*
 * Which fields a processor's VMCS has: many exist only where a control may be 1 that they go with.
 * The pairs are the SDM's, from the footnotes to its lists of field encodings.
 */
#include "core/caps/controls.h"
#include "core/entry/vmexist.h"

/* Indices of nd_ctl_groups. */
enum {
	VMEXIST_PIN,
	VMEXIST_PRIMARY,
	VMEXIST_SECONDARY,
	VMEXIST_TERTIARY,
	VMEXIST_EXIT,
	VMEXIST_EXIT2,
	VMEXIST_ENTRY,
};

/**
 * struct vmexist_rule - a field that not every processor has
 * @field:  which
 * @group:  the controls
 * @bit:    and the one among them whose 1-setting it goes with
 * @group2: if either of two will do, the second, else the first again
 * @bit2:   the same
 */
struct vmexist_rule {
	u8 field;
	u8 group;
	u8 bit;
	u8 group2;
	u8 bit2;
};

#define VMEXIST_IF(field, group, bit)	\
	{ ND_VMF_##field, VMEXIST_##group, bit, VMEXIST_##group, bit }
#define VMEXIST_OR(field, group, bit, group2, bit2)	\
	{ ND_VMF_##field, VMEXIST_##group, bit, VMEXIST_##group2, bit2 }

static const struct vmexist_rule vmexist_rules[] = {
	VMEXIST_IF(SECONDARY_CTLS, PRIMARY, 31),
	VMEXIST_IF(TERTIARY_CTLS, PRIMARY, 17),
	VMEXIST_IF(EXIT2_CTLS, EXIT, 31),
	VMEXIST_IF(MSR_BITMAP, PRIMARY, 28),
	VMEXIST_IF(PML_ADDR, SECONDARY, 17),
	VMEXIST_IF(PML_INDEX, SECONDARY, 17),
	VMEXIST_IF(TSC_MULTIPLIER, SECONDARY, 25),
	VMEXIST_IF(VAPIC_ADDR, PRIMARY, 21),
	VMEXIST_IF(TPR_THRESHOLD, PRIMARY, 21),
	VMEXIST_IF(APIC_ACCESS_ADDR, SECONDARY, 0),
	VMEXIST_IF(POSTED_INTR_VECTOR, PIN, 7),
	VMEXIST_IF(POSTED_INTR_DESC, PIN, 7),
	VMEXIST_IF(VPID, SECONDARY, 5),
	VMEXIST_IF(EPTP, SECONDARY, 1),
	VMEXIST_IF(PDPTE0, SECONDARY, 1),
	VMEXIST_IF(PDPTE1, SECONDARY, 1),
	VMEXIST_IF(PDPTE2, SECONDARY, 1),
	VMEXIST_IF(PDPTE3, SECONDARY, 1),
	VMEXIST_IF(VMFUNC_CTLS, SECONDARY, 13),
	VMEXIST_IF(VMREAD_BITMAP, SECONDARY, 14),
	VMEXIST_IF(VMWRITE_BITMAP, SECONDARY, 14),
	VMEXIST_IF(VE_INFO_ADDR, SECONDARY, 18),
	VMEXIST_IF(SPPTP, SECONDARY, 23),
	VMEXIST_IF(HLATP, TERTIARY, 1),
	VMEXIST_IF(PID_TABLE, TERTIARY, 4),
	VMEXIST_IF(PID_LAST, TERTIARY, 4),
	VMEXIST_IF(INTR_STATUS, SECONDARY, 9),
	VMEXIST_IF(PREEMPTION_TIMER, PIN, 6),
	VMEXIST_OR(PAT, ENTRY, 14, EXIT, 18),
	VMEXIST_OR(EFER, ENTRY, 15, EXIT, 20),
	VMEXIST_IF(PERF_GLOBAL_CTRL, ENTRY, 13),
	VMEXIST_OR(BNDCFGS, ENTRY, 16, EXIT, 23),
	VMEXIST_OR(RTIT_CTL, ENTRY, 18, EXIT, 25),
	VMEXIST_IF(LBR_CTL, ENTRY, 21),
	VMEXIST_IF(PKRS, ENTRY, 22),
	VMEXIST_IF(UINV, ENTRY, 19),
	VMEXIST_IF(S_CET, ENTRY, 20),
	VMEXIST_IF(SSP, ENTRY, 20),
	VMEXIST_IF(SSP_TABLE, ENTRY, 20),
	VMEXIST_IF(HOST_PAT, EXIT, 19),
	VMEXIST_IF(HOST_EFER, EXIT, 21),
	VMEXIST_IF(HOST_PERF_GLOBAL_CTRL, EXIT, 12),
	VMEXIST_IF(HOST_PKRS, EXIT, 29),
	VMEXIST_IF(HOST_S_CET, EXIT, 28),
	VMEXIST_IF(HOST_SSP, EXIT, 28),
	VMEXIST_IF(HOST_SSP_TABLE, EXIT, 28),
};

static bool vmexist_may_be_1(const struct nd_cpu *cpu, u32 group, u32 bit)
{
	switch (nd_ctl_state(cpu, &nd_ctl_groups[group], bit)) {
	case ND_CTL_YES:
	case ND_CTL_FORCED:
	case ND_CTL_DEFAULT:
		return true;
	default:
		return false;
	}
}

bool nd_vmf_exists(const struct nd_cpu *cpu, enum nd_vmf field)
{
	u32 i;

	if (nd_vmf_descs[field].where == ND_VMF_IN_MEMORY)
		return false;
	/* One function in the list needs the list, and that function is enabled by a register. */
	if (field == ND_VMF_EPTP_LIST)
		return cpu->regs[ND_VMX_VMFUNC].state == ND_OK &&
		       (cpu->regs[ND_VMX_VMFUNC].value & 1);
	for (i = 0; i < ARRAY_SIZE(vmexist_rules); i++) {
		const struct vmexist_rule *rule = &vmexist_rules[i];

		if (rule->field == field)
			return vmexist_may_be_1(cpu, rule->group, rule->bit) ||
			       vmexist_may_be_1(cpu, rule->group2, rule->bit2);
	}
	return cpu->regs[ND_VMX_BASIC].state == ND_OK;
}
