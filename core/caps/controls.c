// SPDX-License-Identifier: GPL-2.0-only
/*
 * VMX controls: the bits of the seven control fields of a VMCS, and which settings of each of them
 * the capability registers allow.
 *
 * An id is what people type into -cpu and into libvirt's XML: QEMU's name, and if QEMU has none
 * a name of ours, which starts with "x-". QEMU 8.2 does not have vmx-mbec yet, nor the names with
 * cet, fred and secondary among the exit and entry controls; later versions do.
 *
 * Names with -noexit, -nosave and -noload belong to controls of the default1 class: QEMU's
 * feature is the permission to leave such a control 0, so with the feature on the control's state
 * is "default", with it off "forced".
 *
 * A label is the SDM's title in the wording of QEMU's vmxcap script, if that has one.
 *
 * evmcs follows the list of supported controls of KVM in Linux 7.3. Older kernels leave out more:
 * mode-based execute control (still missing in 6.12), TSC scaling (up to 6.1), the loading of
 * IA32_PERF_GLOBAL_CTRL (up to 5.15).
 */
#include "core/caps/controls.h"
#include "core/facts/regs.h"

static const struct nd_ctl_bit ctl_pin[] = {
	{ 0, "vmx-intr-exit", "External interrupt exiting", true },
	{ 3, "vmx-nmi-exit", "NMI exiting", true },
	{ 5, "vmx-vnmi", "Virtual NMIs", true },
	{ 6, "vmx-preemption-timer", "Activate VMX-preemption timer", false },
	{ 7, "vmx-posted-intr", "Process posted interrupts", false },
};

static const struct nd_ctl_bit ctl_primary[] = {
	{ 2, "vmx-vintr-pending", "Interrupt window exiting", true },
	{ 3, "vmx-tsc-offset", "Use TSC offsetting", true },
	{ 7, "vmx-hlt-exit", "HLT exiting", true },
	{ 9, "vmx-invlpg-exit", "INVLPG exiting", true },
	{ 10, "vmx-mwait-exit", "MWAIT exiting", true },
	{ 11, "vmx-rdpmc-exit", "RDPMC exiting", true },
	{ 12, "vmx-rdtsc-exit", "RDTSC exiting", true },
	{ 15, "vmx-cr3-load-noexit", "CR3-load exiting", true },
	{ 16, "vmx-cr3-store-noexit", "CR3-store exiting", true },
	{ 17, "x-vmx-tertiary-ctls", "Activate tertiary controls", false },
	{ 19, "vmx-cr8-load-exit", "CR8-load exiting", true },
	{ 20, "vmx-cr8-store-exit", "CR8-store exiting", true },
	{ 21, "vmx-flexpriority", "Use TPR shadow", true },
	{ 22, "vmx-vnmi-pending", "NMI-window exiting", true },
	{ 23, "vmx-movdr-exit", "MOV-DR exiting", true },
	{ 24, "vmx-io-exit", "Unconditional I/O exiting", true },
	{ 25, "vmx-io-bitmap", "Use I/O bitmaps", true },
	{ 27, "vmx-mtf", "Monitor trap flag", true },
	{ 28, "vmx-msr-bitmap", "Use MSR bitmaps", true },
	{ 29, "vmx-monitor-exit", "MONITOR exiting", true },
	{ 30, "vmx-pause-exit", "PAUSE exiting", true },
	{ 31, "vmx-secondary-ctls", "Activate secondary controls", true },
};

static const struct nd_ctl_bit ctl_secondary[] = {
	{ 0, "vmx-apicv-xapic", "Virtualize APIC accesses", false },
	{ 1, "vmx-ept", "Enable EPT", true },
	{ 2, "vmx-desc-exit", "Descriptor-table exiting", true },
	{ 3, "vmx-rdtscp-exit", "Enable RDTSCP", true },
	{ 4, "vmx-apicv-x2apic", "Virtualize x2APIC mode", true },
	{ 5, "vmx-vpid", "Enable VPID", true },
	{ 6, "vmx-wbinvd-exit", "WBINVD exiting", true },
	{ 7, "vmx-unrestricted-guest", "Unrestricted guest", true },
	{ 8, "vmx-apicv-register", "APIC register emulation", false },
	{ 9, "vmx-apicv-vid", "Virtual interrupt delivery", false },
	{ 10, "vmx-ple", "PAUSE-loop exiting", false },
	{ 11, "vmx-rdrand-exit", "RDRAND exiting", true },
	{ 12, "vmx-invpcid-exit", "Enable INVPCID", true },
	{ 13, "vmx-vmfunc", "Enable VM functions", false },
	{ 14, "vmx-shadow-vmcs", "VMCS shadowing", false },
	{ 15, "vmx-encls-exit", "Enable ENCLS exiting", true },
	{ 16, "vmx-rdseed-exit", "RDSEED exiting", true },
	{ 17, "vmx-pml", "Enable PML", false },
	{ 18, "x-vmx-ept-violation-ve", "EPT-violation #VE", false },
	{ 19, "x-vmx-pt-conceal", "Conceal non-root operation from PT", true },
	{ 20, "vmx-xsaves", "Enable XSAVES/XRSTORS", true },
	{ 21, "x-vmx-pasid-translation", "PASID translation", false },
	{ 22, "vmx-mbec", "Mode-based execute control (XS/XU)", true },
	{ 23, "x-vmx-spp", "Sub-page write permissions", false },
	{ 24, "x-vmx-pt-use-gpa", "GPA translation for PT", true },
	{ 25, "vmx-tsc-scaling", "TSC scaling", true },
	{ 26, "vmx-enable-user-wait-pause", "User wait and pause", true },
	{ 27, "x-vmx-pconfig", "Enable PCONFIG", false },
	/* The SDM has dropped its row; Linux and vmxcap have it. */
	{ 28, "x-vmx-enclv-exit", "ENCLV exiting", false },
	/* Only Intel's TDX module names it ("EPC virtualization"); reserved in the SDM. */
	{ 29, "x-vmx-epc-virt", "Enable EPC virtualization extensions", false },
	{ 30, "x-vmx-bus-lock-detection", "VMM bus-lock detection", true },
	{ 31, "x-vmx-notify-exit", "Instruction timeout", true },	/* Linux: notify VM exit */
};

static const struct nd_ctl_bit ctl_tertiary[] = {
	{ 0, "x-vmx-loadiwkey-exit", "LOADIWKEY exiting", false },
	{ 1, "x-vmx-hlat", "Enable HLAT", false },
	{ 2, "x-vmx-ept-paging-write", "EPT paging-write control", false },
	{ 3, "x-vmx-guest-paging-verification", "Guest-paging verification", false },
	{ 4, "x-vmx-ipi-virt", "Enable IPI virtualization", false },
	{ 5, "x-vmx-seam-gpaw", "SEAM guest-physical address width", false },
	{ 6, "x-vmx-msrlist", "Enable MSR-list instructions", false },
	{ 7, "x-vmx-virt-spec-ctrl", "Virtualize IA32_SPEC_CTRL", false },
	{ 8, "x-vmx-apic-timer-virt", "APIC-timer virtualization", false },
	{ 9, "x-vmx-pbndkb", "Enable PBNDKB", false },
	{ 12, "x-vmx-pebs-use-gpa", "PEBS uses guest physical addresses", false },
};

static const struct nd_ctl_bit ctl_exit[] = {
	{ 2, "vmx-exit-nosave-debugctl", "Save debug controls", true },
	/* No feature name in QEMU: it goes with long mode. */
	{ 9, "x-vmx-exit-host-addr-space-size", "Host address-space size", true },
	{ 12, "vmx-exit-load-perf-global-ctrl", "Load IA32_PERF_GLOBAL_CTRL", true },
	{ 15, "vmx-exit-ack-intr", "Acknowledge interrupt on exit", true },
	{ 18, "vmx-exit-save-pat", "Save IA32_PAT", true },
	{ 19, "vmx-exit-load-pat", "Load IA32_PAT", true },
	{ 20, "vmx-exit-save-efer", "Save IA32_EFER", true },
	{ 21, "vmx-exit-load-efer", "Load IA32_EFER", true },
	{ 22, "vmx-exit-save-preemption-timer", "Save VMX-preemption timer value", false },
	{ 23, "vmx-exit-clear-bndcfgs", "Clear IA32_BNDCFGS", true },
	{ 24, "x-vmx-exit-pt-conceal", "Conceal VM exits from PT", true },
	{ 25, "vmx-exit-clear-rtit-ctl", "Clear IA32_RTIT_CTL", true },
	{ 26, "x-vmx-exit-clear-lbr-ctl", "Clear IA32_LBR_CTL", false },
	{ 27, "x-vmx-exit-clear-uinv", "Clear UINV", false },
	{ 28, "vmx-exit-save-cet", "Load CET state", false },	/* QEMU's "save" is a misnomer */
	{ 29, "vmx-exit-load-pkrs", "Load PKRS", false },
	{ 30, "x-vmx-exit-save-perf-global-ctrl", "Save IA32_PERF_GLOBAL_CTRL", false },
	{ 31, "vmx-exit-secondary-ctls", "Activate secondary VM-exit controls", false },
};

static const struct nd_ctl_bit ctl_exit2[] = {
	{ 0, "x-vmx-exit-save-fred", "Save IA32 FRED MSRs", false },
	{ 1, "x-vmx-exit-load-fred", "Load IA32 FRED MSRs", false },
	{ 2, "x-vmx-exit-load-spec-ctrl", "Load IA32_SPEC_CTRL", false },
	{ 3, "x-vmx-exit-busy-shadow-stack", "Prematurely busy shadow stack", false },
};

static const struct nd_ctl_bit ctl_entry[] = {
	{ 2, "vmx-entry-noload-debugctl", "Load debug controls", true },
	{ 9, "vmx-entry-ia32e-mode", "IA-32e mode guest", true },
	{ 10, "x-vmx-entry-smm", "Entry to SMM", false },
	{ 11, "x-vmx-entry-deactivate-dual-monitor", "Deactivate dual-monitor treatment", false },
	{ 13, "vmx-entry-load-perf-global-ctrl", "Load IA32_PERF_GLOBAL_CTRL", true },
	{ 14, "vmx-entry-load-pat", "Load IA32_PAT", true },
	{ 15, "vmx-entry-load-efer", "Load IA32_EFER", true },
	{ 16, "vmx-entry-load-bndcfgs", "Load IA32_BNDCFGS", true },
	{ 17, "x-vmx-entry-pt-conceal", "Conceal VM entries from PT", true },
	{ 18, "vmx-entry-load-rtit-ctl", "Load IA32_RTIT_CTL", true },
	{ 19, "x-vmx-entry-load-uinv", "Load UINV", false },
	{ 20, "vmx-entry-load-cet", "Load CET state", false },
	{ 21, "x-vmx-entry-load-lbr-ctl", "Load guest IA32_LBR_CTL", false },
	{ 22, "vmx-entry-load-pkrs", "Load PKRS", false },
	{ 23, "vmx-entry-load-fred", "Load FRED", false },
	{ 24, "x-vmx-entry-load-spec-ctrl", "Load IA32_SPEC_CTRL", false },
	{ 25, "x-vmx-entry-seam-telemetry", "Allow SEAM-guest telemetry", false },
};

const struct nd_ctl_group nd_ctl_groups[] = {
	{ "Pin-based controls",
	  ND_VMX_PINBASED_CTLS, ND_VMX_TRUE_PINBASED_CTLS, ND_CTLS_PAIR, 0x00000016,
	  ctl_pin, ARRAY_SIZE(ctl_pin) },
	{ "Primary processor-based controls",
	  ND_VMX_PROCBASED_CTLS, ND_VMX_TRUE_PROCBASED_CTLS, ND_CTLS_PAIR, 0x0401e172,
	  ctl_primary, ARRAY_SIZE(ctl_primary) },
	{ "Secondary processor-based controls",
	  ND_VMX_PROCBASED_CTLS2, ND_NR_REGS, ND_CTLS_PAIR, 0,
	  ctl_secondary, ARRAY_SIZE(ctl_secondary) },
	{ "Tertiary processor-based controls",
	  ND_VMX_PROCBASED_CTLS3, ND_NR_REGS, ND_CTLS_ALLOWED, 0,
	  ctl_tertiary, ARRAY_SIZE(ctl_tertiary) },
	{ "VM-exit controls",
	  ND_VMX_EXIT_CTLS, ND_VMX_TRUE_EXIT_CTLS, ND_CTLS_PAIR, 0x00036dff,
	  ctl_exit, ARRAY_SIZE(ctl_exit) },
	{ "Secondary VM-exit controls",
	  ND_VMX_EXIT_CTLS2, ND_NR_REGS, ND_CTLS_ALLOWED, 0,
	  ctl_exit2, ARRAY_SIZE(ctl_exit2) },
	{ "VM-entry controls",
	  ND_VMX_ENTRY_CTLS, ND_VMX_TRUE_ENTRY_CTLS, ND_CTLS_PAIR, 0x000011ff,
	  ctl_entry, ARRAY_SIZE(ctl_entry) },
};

const unsigned int nd_nr_ctl_groups = ARRAY_SIZE(nd_ctl_groups);

const char *nd_ctl_state_word(enum nd_ctl_state state)
{
	static const char *const words[ND_NR_CTL_STATES] = {
		[ND_CTL_UNKNOWN]	= "unknown",
		[ND_CTL_ABSENT]		= "absent",
		[ND_CTL_FAULT]		= "fault",
		[ND_CTL_NO]		= "no",
		[ND_CTL_YES]		= "yes",
		[ND_CTL_FORCED]		= "forced",
		[ND_CTL_DEFAULT]	= "default",
		[ND_CTL_CONTRADICTORY]	= "?",
	};

	return words[state];
}

/* What one register alone says about one control. */
static enum nd_ctl_state ctl_judge(enum nd_ctl_kind kind, u64 value, unsigned int bit)
{
	bool zero, one;

	if (kind == ND_CTLS_ALLOWED) {
		zero = true;
		one = value & BIT_ULL(bit);
	} else {
		zero = !((value & 0xffffffff) & BIT_ULL(bit));
		one = (value >> 32) & BIT_ULL(bit);
	}
	if (zero)
		return one ? ND_CTL_YES : ND_CTL_NO;
	return one ? ND_CTL_FORCED : ND_CTL_CONTRADICTORY;
}

/*
 * The group's TRUE register where it was read and exists. Dumps made by software that did not ask
 * IA32_VMX_BASIC first hold zeros for TRUE registers that are not there; they say nothing.
 */
static const struct nd_value *ctl_true_value(const struct nd_cpu *cpu,
					     const struct nd_ctl_group *group)
{
	const struct nd_value *basic = &cpu->regs[ND_VMX_BASIC];

	if (group->true_reg == ND_NR_REGS || cpu->regs[group->true_reg].state != ND_OK)
		return NULL;
	if (basic->state == ND_OK && !(basic->value & BIT_ULL(55)))
		return NULL;
	return &cpu->regs[group->true_reg];
}

enum nd_ctl_state nd_ctl_state(const struct nd_cpu *cpu, const struct nd_ctl_group *group,
			       unsigned int bit)
{
	static const enum nd_ctl_state unread[] = {
		[ND_UNKNOWN]	= ND_CTL_UNKNOWN,
		[ND_ABSENT]	= ND_CTL_ABSENT,
		[ND_FAULT]	= ND_CTL_FAULT,
	};
	const struct nd_value *truth = ctl_true_value(cpu, group);
	const struct nd_value *plain = &cpu->regs[group->reg];
	enum nd_ctl_state state;

	if (truth) {
		/* If both are there the TRUE register decides; the plain one tells default1. */
		state = ctl_judge(group->kind, truth->value, bit);
		if (state == ND_CTL_YES && plain->state == ND_OK &&
		    ctl_judge(group->kind, plain->value, bit) == ND_CTL_FORCED)
			state = ND_CTL_DEFAULT;
		return state;
	}
	if (plain->state == ND_OK)
		return ctl_judge(group->kind, plain->value, bit);
	return unread[plain->state];
}

const struct nd_ctl_bit *nd_ctl_find(const char *id, const struct nd_ctl_group **group)
{
	unsigned int i, j;

	for (i = 0; i < nd_nr_ctl_groups; i++) {
		*group = &nd_ctl_groups[i];
		for (j = 0; j < nd_ctl_groups[i].nr_bits; j++)
			if (!strcmp(nd_ctl_groups[i].bits[j].id, id))
				return &nd_ctl_groups[i].bits[j];
	}
	*group = NULL;
	return NULL;
}

u64 nd_ctl_unnamed(const struct nd_cpu *cpu, const struct nd_ctl_group *group)
{
	const struct nd_value *truth = ctl_true_value(cpu, group);
	const struct nd_value *plain = &cpu->regs[group->reg];
	u64 known = group->default1;
	u64 set = truth ? truth->value : 0;
	unsigned int i;

	if (plain->state == ND_OK)
		set |= plain->value;
	if (group->kind == ND_CTLS_PAIR)
		set = (set | set >> 32) & 0xffffffff;
	for (i = 0; i < group->nr_bits; i++)
		known |= BIT_ULL(group->bits[i].bit);
	return set & ~known;
}

static void ctl_emit(const struct nd_cpu *cpu, const struct nd_emit *emit,
		     const struct nd_ctl_group *group, unsigned int bit, const char *id,
		     const char *label)
{
	struct nd_row row;

	nd_row_init(&row, ND_ROW_CONTROL, id, label,
		    nd_ctl_state_word(nd_ctl_state(cpu, group, bit)));
	nd_row_hex(&row, "msr", nd_reg_desc(group->reg)->index);
	nd_row_dec(&row, "bit", bit);
	nd_emit_row(emit, &row);
}

void nd_ctl_rows(const struct nd_cpu *cpu, const struct nd_emit *emit)
{
	unsigned int i, j;

	for (i = 0; i < nd_nr_ctl_groups; i++) {
		const struct nd_ctl_group *group = &nd_ctl_groups[i];
		u64 unknown = nd_ctl_unnamed(cpu, group);

		nd_emit_section(emit, group->title);
		for (j = 0; j < group->nr_bits; j++)
			ctl_emit(cpu, emit, group, group->bits[j].bit, group->bits[j].id,
				 group->bits[j].label);
		for (j = 0; j < 64; j++) {
			char label[24];

			if (!(unknown & BIT_ULL(j)))
				continue;
			scnprintf(label, sizeof(label), "bit %u (unknown)", j);
			ctl_emit(cpu, emit, group, j, NULL, label);
		}
	}
}
