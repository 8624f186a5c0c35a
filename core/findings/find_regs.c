// SPDX-License-Identifier: GPL-2.0-only
/*
 * Findings on the VMX capability registers: values that no processor reports, and missing controls
 * that KVM requires.
 *
 * Registers that a hypervisor emulates may hold anything. In some cases kvm_intel fails to load
 * with nothing but an I/O error.
 */
#include "core/caps/controls.h"
#include "core/caps/fields.h"
#include "core/caps/usable.h"
#include "core/facts/regs.h"
#include "core/findings/findings.h"

#define REGS_SDM	"Intel SDM, appendix VMX Capability Reporting Facility"
#define REGS_KVM	"Linux, arch/x86/kvm/vmx/vmx.c, setup_vmcs_config()"

#define REGS_BASIC_SIZE(value)	(((value) >> 32) & 0x1fff)
#define REGS_BASIC_TYPE(value)	(((value) >> 50) & 0xf)
#define REGS_BASIC_32BIT	BIT_ULL(48)
#define REGS_BASIC_TRUE		BIT_ULL(55)
#define REGS_WRITE_BACK		6
#define REGS_LONG_MODE		BIT(29)		/* CPUID 0x80000001 EDX */

/* Without VMX there are no such registers. */
static bool regs_not_there(const struct nd_check *c)
{
	return nd_vmx_usable(c->cpu) == ND_USABLE_NO_CPUID ||
	       c->cpu->regs[ND_VMX_BASIC].state == ND_ABSENT;
}

/* VMX, and a register that was read: else there is nothing to look at. */
static enum nd_verdict regs_read(struct nd_check *c, enum nd_reg reg)
{
	const struct nd_value *value = &c->cpu->regs[reg];

	if (nd_vmx_usable(c->cpu) == ND_USABLE_NO_CPUID || value->state == ND_ABSENT)
		return ND_NOT_ASKED;
	if (value->state != ND_OK)
		return nd_cannot_tell(c, ND_SETTLE_MODULE ", or as root: modprobe msr",
				      "%s: %s", nd_reg_desc(reg)->name,
				      value->state == ND_FAULT ? "reading it faulted" :
							 "not read");
	return ND_PASSES;
}

/* Every one of these registers that exists was read; else the first that was not is named. */
static enum nd_verdict regs_read_all(struct nd_check *c, const enum nd_reg *regs, u32 n)
{
	enum nd_verdict verdict;
	u32 i;

	for (i = 0; i < n; i++) {
		verdict = regs_read(c, regs[i]);
		if (verdict == ND_CANNOT_TELL)
			return verdict;
	}
	return ND_PASSES;
}

/* The same of the registers of all controls that have an allowed-0 and an allowed-1 half. */
static enum nd_verdict regs_read_controls(struct nd_check *c, bool with_true)
{
	enum nd_reg regs[2 * ND_NR_REGS];
	u32 i, n = 0;

	for (i = 0; i < nd_nr_ctl_groups; i++) {
		const struct nd_ctl_group *group = &nd_ctl_groups[i];

		if (group->kind != ND_CTLS_PAIR)
			continue;
		regs[n++] = group->reg;
		if (with_true && group->true_reg != ND_NR_REGS)
			regs[n++] = group->true_reg;
	}
	return regs_read_all(c, regs, n);
}

static void regs_gap(struct nd_row *row)
{
	if (row->words[0])
		nd_row_printf(row, "; ");
}

/* A 64-bit kernel runs here, or could for all that is known. */
static bool regs_is_wide(const struct nd_check *c)
{
	const struct nd_cpuid *l = nd_cpu_leaf(c->cpu, 0x80000001, 0);
	const char *machine = c->facts->machine;

	return (!*machine || !strcmp(machine, "x86_64")) && (!l || (l->edx & REGS_LONG_MODE));
}

static enum nd_verdict regs_basic(struct nd_check *c)
{
	enum nd_verdict verdict = regs_read(c, ND_VMX_BASIC);
	u64 value = c->cpu->regs[ND_VMX_BASIC].value;
	bool wide = regs_is_wide(c);

	if (verdict != ND_PASSES)
		return verdict;
	if (REGS_BASIC_SIZE(value) == 0 || REGS_BASIC_SIZE(value) > 4096)
		nd_row_printf(c->row, "VMCS size %u, expected 1 to 4096",
			      (u32)REGS_BASIC_SIZE(value));
	if (REGS_BASIC_TYPE(value) != REGS_WRITE_BACK) {
		regs_gap(c->row);
		nd_row_printf(c->row, "memory type %u, expected 6 (write-back)",
			      (u32)REGS_BASIC_TYPE(value));
	}
	if (wide && (value & REGS_BASIC_32BIT)) {
		regs_gap(c->row);
		nd_row_printf(c->row, "bit 48 limits addresses to 32 bits");
	}
	if (!c->row->words[0])
		return ND_PASSES;
	nd_row_printf(c->row, " (IA32_VMX_BASIC 0x%llx)", value);
	return ND_FIRES;
}

/**
 * struct regs_required - a control that kvm_intel asks for, or does not load
 * @id:   its name, see nd_ctl_find()
 * @wide: only if the kernel is a 64-bit one
 */
struct regs_required {
	const char *id;
	bool wide;
};

static const struct regs_required regs_required[] = {
	{ "vmx-intr-exit" }, { "vmx-nmi-exit" },
	{ "vmx-vintr-pending" }, { "vmx-tsc-offset" }, { "vmx-hlt-exit" }, { "vmx-invlpg-exit" },
	{ "vmx-mwait-exit" }, { "vmx-rdpmc-exit" }, { "vmx-cr3-load-noexit" },
	{ "vmx-cr3-store-noexit" }, { "vmx-movdr-exit" }, { "vmx-io-exit" },
	{ "vmx-monitor-exit" }, { "vmx-cr8-load-exit", true }, { "vmx-cr8-store-exit", true },
	{ "vmx-exit-nosave-debugctl" }, { "vmx-exit-ack-intr" },
	{ "x-vmx-exit-host-addr-space-size", true },
	{ "vmx-entry-noload-debugctl" }, { "vmx-entry-ia32e-mode", true },
};

/* The plain register is asked, as KVM does; the TRUE one allows no other settings to 1. */
static enum nd_verdict regs_kvm_needs(struct nd_check *c)
{
	bool wide = regs_is_wide(c);
	const struct nd_ctl_group *group;
	enum nd_reg unread = ND_NR_REGS;
	const char *gap = "no ";
	u32 i;

	for (i = 0; i < ARRAY_SIZE(regs_required); i++) {
		const struct nd_ctl_bit *bit = nd_ctl_find(regs_required[i].id, &group);
		const struct nd_value *value;

		if (!bit || (regs_required[i].wide && !wide))
			continue;
		value = &c->cpu->regs[group->reg];
		if (value->state != ND_OK) {
			unread = group->reg;
			continue;
		}
		if (value->value >> 32 & BIT(bit->bit))
			continue;
		nd_row_printf(c->row, "%s%s (%s bit %u)", gap, bit->label,
			      nd_reg_desc(group->reg)->name, bit->bit + 32);
		gap = ", ";
	}
	if (c->row->words[0])
		return ND_FIRES;
	return unread == ND_NR_REGS ? ND_PASSES : regs_read(c, unread);
}

/* Dumps may hold TRUE registers that do not exist; they say nothing. */
static bool regs_says(const struct nd_cpu *cpu, const struct nd_ctl_group *group, enum nd_reg reg)
{
	const struct nd_value *basic = &cpu->regs[ND_VMX_BASIC];

	if (reg == ND_NR_REGS || cpu->regs[reg].state != ND_OK)
		return false;
	return reg != group->true_reg || basic->state != ND_OK || (basic->value & REGS_BASIC_TRUE);
}

static enum nd_verdict regs_contradict(struct nd_check *c)
{
	u32 i, n;

	if (regs_not_there(c))
		return ND_NOT_ASKED;
	for (i = 0; i < nd_nr_ctl_groups; i++) {
		const struct nd_ctl_group *group = &nd_ctl_groups[i];
		const enum nd_reg regs[] = { group->reg, group->true_reg };

		for (n = 0; n < ARRAY_SIZE(regs) && group->kind == ND_CTLS_PAIR; n++) {
			u64 value, wrong;

			if (!regs_says(c->cpu, group, regs[n]))
				continue;
			value = c->cpu->regs[regs[n]].value;
			wrong = value & ~(value >> 32) & 0xffffffff;
			if (!wrong)
				continue;
			regs_gap(c->row);
			nd_row_printf(c->row, "%s: bits 0x%llx must be 1 but may not be 1",
				      nd_reg_desc(regs[n])->name, wrong);
		}
	}
	return c->row->words[0] ? ND_FIRES : regs_read_controls(c, true);
}

/* Names of the controls that only one of the two registers allows to be 1. */
static void regs_true_describe(struct nd_check *c, const struct nd_ctl_group *group, u32 bits)
{
	u64 plain = c->cpu->regs[group->reg].value >> 32;
	u32 bit, i;

	for (bit = 0; bit < 32; bit++) {
		const char *name = "no known control";

		if (!(bits & BIT(bit)))
			continue;
		for (i = 0; i < group->nr_bits; i++)
			if (group->bits[i].bit == bit)
				name = group->bits[i].id;
		regs_gap(c->row);
		nd_row_printf(c->row, "bit %u (%s) may be 1 by %s, not by %s", bit, name,
			      nd_reg_desc(plain & BIT(bit) ? group->reg : group->true_reg)->name,
			      nd_reg_desc(plain & BIT(bit) ? group->true_reg : group->reg)->name);
	}
}

/* They differ in what may be 0, and in nothing else. */
static enum nd_verdict regs_true(struct nd_check *c)
{
	enum nd_verdict verdict = regs_read(c, ND_VMX_BASIC);
	u32 i;

	if (verdict != ND_PASSES)
		return verdict;
	if (!(c->cpu->regs[ND_VMX_BASIC].value & REGS_BASIC_TRUE))
		return ND_NOT_ASKED;
	for (i = 0; i < nd_nr_ctl_groups; i++) {
		const struct nd_ctl_group *group = &nd_ctl_groups[i];
		u64 differ;

		if (group->true_reg == ND_NR_REGS || c->cpu->regs[group->reg].state != ND_OK ||
		    c->cpu->regs[group->true_reg].state != ND_OK)
			continue;
		differ = c->cpu->regs[group->reg].value ^ c->cpu->regs[group->true_reg].value;
		regs_true_describe(c, group, differ >> 32);
	}
	return c->row->words[0] ? ND_FIRES : regs_read_controls(c, true);
}

static enum nd_verdict regs_default1(struct nd_check *c)
{
	u32 i;

	if (regs_not_there(c))
		return ND_NOT_ASKED;
	for (i = 0; i < nd_nr_ctl_groups; i++) {
		const struct nd_ctl_group *group = &nd_ctl_groups[i];
		u64 missing = group->default1 & ~c->cpu->regs[group->reg].value;

		if (!group->default1 || !regs_says(c->cpu, group, group->reg) || !missing)
			continue;
		regs_gap(c->row);
		nd_row_printf(c->row, "%s lacks 0x%llx", nd_reg_desc(group->reg)->name, missing);
	}
	return c->row->words[0] ? ND_FIRES : regs_read_controls(c, false);
}

/* Bits that read as 0 on every processor. */
static const struct {
	enum nd_reg reg;
	u64 zero;
} regs_zeros[] = {
	{ ND_VMX_BASIC, BIT_ULL(31) },
	{ ND_VMX_VMCS_ENUM, ~0x3feULL },
	{ ND_VMX_PROCBASED_CTLS2, 0xffffffff },
};

/* A bit that is set and has no name is none of those that read as 0, for all that is known. */
static enum nd_verdict regs_unnamed(struct nd_check *c)
{
	enum nd_reg reg;
	u64 unnamed;

	for (reg = 0; reg < ND_NR_REGS; reg++) {
		unnamed = nd_reg_unnamed(c->cpu, reg);
		if (unnamed)
			return nd_cannot_tell(c, "see \"nestdiag caps\", and a newer edition of the SDM",
					      "%s has 0x%llx set, which has no name in any specification known to nestdiag",
					      nd_reg_desc(reg)->name, unnamed);
	}
	return ND_PASSES;
}

static enum nd_verdict regs_reserved(struct nd_check *c)
{
	enum nd_reg regs[ARRAY_SIZE(regs_zeros)];
	enum nd_verdict verdict;
	u32 i;

	if (regs_not_there(c))
		return ND_NOT_ASKED;
	for (i = 0; i < ARRAY_SIZE(regs_zeros); i++) {
		const struct nd_value *value = &c->cpu->regs[regs_zeros[i].reg];

		regs[i] = regs_zeros[i].reg;
		if (value->state != ND_OK || !(value->value & regs_zeros[i].zero))
			continue;
		regs_gap(c->row);
		nd_row_printf(c->row, "%s has 0x%llx", nd_reg_desc(regs_zeros[i].reg)->name,
			      value->value & regs_zeros[i].zero);
	}
	if (c->row->words[0])
		return ND_FIRES;
	verdict = regs_read_all(c, regs, ARRAY_SIZE(regs));
	return verdict == ND_PASSES ? regs_unnamed(c) : verdict;
}

/* Bits that CR0 or CR4 must have in VMX operation are among those that they may have. */
static enum nd_verdict regs_fixed(struct nd_check *c)
{
	static const enum nd_reg pairs[][2] = {
		{ ND_VMX_CR0_FIXED0, ND_VMX_CR0_FIXED1 },
		{ ND_VMX_CR4_FIXED0, ND_VMX_CR4_FIXED1 },
	};
	enum nd_verdict verdict = ND_NOT_ASKED;
	u32 i;

	for (i = 0; i < ARRAY_SIZE(pairs); i++) {
		const struct nd_value *must = &c->cpu->regs[pairs[i][0]];
		const struct nd_value *may = &c->cpu->regs[pairs[i][1]];

		verdict = regs_read(c, pairs[i][must->state == ND_OK]);
		if (verdict != ND_PASSES)
			return verdict;
		if (!(must->value & ~may->value))
			continue;
		nd_row_printf(c->row, "%s has bits 0x%llx, which %s lacks",
			      nd_reg_desc(pairs[i][0])->name, must->value & ~may->value,
			      nd_reg_desc(pairs[i][1])->name);
		return ND_FIRES;
	}
	return verdict;
}

/* May the control with that name be 1? ND_CANNOT_TELL if nobody read its register. */
static enum nd_verdict regs_has(const struct nd_cpu *cpu, const char *id)
{
	const struct nd_ctl_group *group;
	const struct nd_ctl_bit *bit = nd_ctl_find(id, &group);

	switch (bit ? nd_ctl_state(cpu, group, bit->bit) : ND_CTL_UNKNOWN) {
	case ND_CTL_NO:
	case ND_CTL_ABSENT:
		return ND_NOT_ASKED;
	case ND_CTL_YES:
	case ND_CTL_FORCED:
	case ND_CTL_DEFAULT:
		return ND_PASSES;
	default:
		return ND_CANNOT_TELL;
	}
}

/* The parameter that makes kvm_intel load all the same. */
static enum nd_verdict regs_inconsistent(struct nd_check *c)
{
	if (!c->row->words[0])
		return ND_PASSES;
	if (nd_param_is(c->facts, "kvm_intel", "error_on_inconsistent_vmcs_config", false))
		c->cause = "kvm_intel calls this inconsistent and, with error_on_inconsistent_vmcs_config=N here, continues without them";
	return ND_FIRES;
}

static enum nd_verdict regs_ept_vpid(struct nd_check *c)
{
	enum nd_verdict verdict = regs_read(c, ND_VMX_EPT_VPID_CAP);
	u64 value = c->cpu->regs[ND_VMX_EPT_VPID_CAP].value;

	if (verdict == ND_PASSES && regs_has(c->cpu, "vmx-ept") == ND_CANNOT_TELL)
		verdict = regs_read(c, ND_VMX_PROCBASED_CTLS2);
	if (verdict != ND_PASSES)
		return verdict;
	if ((u32)value && regs_has(c->cpu, "vmx-ept") == ND_NOT_ASKED)
		nd_row_printf(c->row, "EPT capabilities 0x%x without \"enable EPT\"", (u32)value);
	if (value >> 32 && regs_has(c->cpu, "vmx-vpid") == ND_NOT_ASKED) {
		regs_gap(c->row);
		nd_row_printf(c->row, "VPID capabilities 0x%x without \"enable VPID\"",
			      (u32)(value >> 32));
	}
	return regs_inconsistent(c);
}

/* Two controls that belong together: one without the other. */
static const struct regs_pair {
	const char *entry;
	const char *exit;
} regs_halves[] = {
	{ "vmx-entry-load-perf-global-ctrl", "vmx-exit-load-perf-global-ctrl" },
	{ "vmx-entry-load-pat", "vmx-exit-load-pat" },
	{ "vmx-entry-load-efer", "vmx-exit-load-efer" },
	{ "vmx-entry-load-bndcfgs", "vmx-exit-clear-bndcfgs" },
	{ "vmx-entry-load-rtit-ctl", "vmx-exit-clear-rtit-ctl" },
};

static enum nd_verdict regs_pairs(struct nd_check *c)
{
	enum nd_verdict verdict = regs_read(c, ND_VMX_ENTRY_CTLS);
	u32 i;

	if (verdict == ND_PASSES)
		verdict = regs_read(c, ND_VMX_EXIT_CTLS);
	if (verdict != ND_PASSES)
		return verdict;
	for (i = 0; i < ARRAY_SIZE(regs_halves); i++) {
		const struct regs_pair *pair = &regs_halves[i];
		enum nd_verdict entry = regs_has(c->cpu, pair->entry);
		enum nd_verdict exit = regs_has(c->cpu, pair->exit);

		if (entry == exit || entry == ND_CANNOT_TELL || exit == ND_CANNOT_TELL)
			continue;
		regs_gap(c->row);
		nd_row_printf(c->row, "%s without %s", entry == ND_PASSES ? pair->entry : pair->exit,
			      entry == ND_PASSES ? pair->exit : pair->entry);
	}
	return regs_inconsistent(c);
}

/* VM entry refuses the first without the second, so that nobody can ever set it. */
static const struct {
	const char *id;
	const char *needs;
} regs_needs[] = {
	{ "vmx-vnmi", "vmx-nmi-exit" },
	{ "vmx-vnmi-pending", "vmx-vnmi" },
	{ "vmx-apicv-x2apic", "vmx-flexpriority" },
	{ "vmx-apicv-register", "vmx-flexpriority" },
	{ "vmx-apicv-vid", "vmx-flexpriority" },
	{ "vmx-apicv-vid", "vmx-intr-exit" },
	{ "vmx-posted-intr", "vmx-apicv-vid" },
	{ "vmx-posted-intr", "vmx-exit-ack-intr" },
	{ "vmx-unrestricted-guest", "vmx-ept" },
	{ "vmx-pml", "vmx-ept" },
	{ "vmx-mbec", "vmx-ept" },
	{ "vmx-exit-save-preemption-timer", "vmx-preemption-timer" },
};

static enum nd_verdict regs_depends(struct nd_check *c)
{
	static const enum nd_reg regs[] = {
		ND_VMX_PINBASED_CTLS, ND_VMX_PROCBASED_CTLS, ND_VMX_PROCBASED_CTLS2,
		ND_VMX_EXIT_CTLS,
	};
	u32 i;

	if (regs_not_there(c))
		return ND_NOT_ASKED;
	for (i = 0; i < ARRAY_SIZE(regs_needs); i++) {
		if (regs_has(c->cpu, regs_needs[i].id) != ND_PASSES ||
		    regs_has(c->cpu, regs_needs[i].needs) != ND_NOT_ASKED)
			continue;
		regs_gap(c->row);
		nd_row_printf(c->row, "%s without %s", regs_needs[i].id, regs_needs[i].needs);
	}
	return c->row->words[0] ? ND_FIRES : regs_read_all(c, regs, ARRAY_SIZE(regs));
}

#define REGS_PROFILE \
	"the hypervisor below emulates these registers: update it, or give this VM another CPU model"

const struct nd_finding nd_regs_findings[] = {
	{ "regs-basic", ND_ERROR, ND_WANTS_CPU,
	  "KVM cannot use the VMCS that IA32_VMX_BASIC describes", "IA32_VMX_BASIC describes a usable VMCS",
	  "kvm_intel does not load: it needs a VMCS of at most one page, write-back, anywhere in memory",
	  REGS_PROFILE, REGS_SDM "; " REGS_KVM, regs_basic },
	{ "regs-required", ND_ERROR, ND_WANTS_CPU,
	  "controls that kvm_intel requires are missing", "Every control that kvm_intel requires is available",
	  "kvm_intel does not load without them: Input/output error",
	  REGS_PROFILE, REGS_KVM, regs_kvm_needs },
	{ "regs-contradict", ND_ERROR, ND_WANTS_CPU,
	  "controls that can be neither 0 nor 1", "No control is both required and forbidden",
	  "no setting passes VM entry", REGS_PROFILE, REGS_SDM, regs_contradict },
	{ "regs-ept-vpid", ND_ERROR, ND_WANTS_CPU,
	  "capabilities of EPT or VPID without their control", "IA32_VMX_EPT_VPID_CAP matches the controls",
	  "kvm_intel calls this inconsistent and, with error_on_inconsistent_vmcs_config=Y (the default of Linux 6.1 and later), does not load",
	  REGS_PROFILE, REGS_SDM "; " REGS_KVM, regs_ept_vpid },
	{ "regs-pairs", ND_ERROR, ND_WANTS_CPU,
	  "an entry or exit control without its counterpart", "Entry and exit controls come in pairs",
	  "kvm_intel calls this inconsistent and, with error_on_inconsistent_vmcs_config=Y (the default of Linux 6.1 and later), does not load",
	  REGS_PROFILE, REGS_KVM, regs_pairs },
	{ "regs-depends", ND_WARNING, ND_WANTS_CPU,
	  "controls without the controls that they need", "Every control has the controls that it needs",
	  "VM entry rejects them alone: software that trusts the register fails",
	  REGS_PROFILE, "Intel SDM, Checks on VMX Controls", regs_depends },
	{ "regs-true", ND_WARNING, ND_WANTS_CPU,
	  "plain and TRUE control registers disagree", "Plain and TRUE control registers agree",
	  "kvm_intel reads the plain registers (0x481 to 0x484), so that it does not use what only a TRUE one allows; other hypervisors may read the TRUE ones",
	  REGS_PROFILE, REGS_SDM "; " REGS_KVM, regs_true },
	{ "regs-default1", ND_WARNING, ND_WANTS_CPU,
	  "default1 bits are missing", "Every default1 bit is set",
	  "every processor sets them in the registers other than TRUE",
	  REGS_PROFILE, REGS_SDM ", Reserved Controls and Default Settings", regs_default1 },
	/* A note: newer processors set bits that no manual names, and nobody has to worry. */
	{ "regs-reserved", ND_NOTE, ND_WANTS_CPU,
	  "reserved bits are set", "Reserved bits are 0",
	  "no processor sets them", REGS_PROFILE, REGS_SDM, regs_reserved },
	{ "regs-fixed", ND_WARNING, ND_WANTS_CPU,
	  "fixed bits of CR0 or CR4 contradict each other", "Fixed bits of CR0 and CR4 are consistent",
	  "VMXON faults, whatever software writes to these registers", REGS_PROFILE,
	  REGS_SDM ", VMX-Fixed Bits", regs_fixed },
	{ NULL, }
};
