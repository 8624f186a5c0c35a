// SPDX-License-Identifier: GPL-2.0-only
/*
 * Virtualization features that guests notice, and why one is not there.
 */
#include <nestdiag/features.h>
#include <nestdiag/hyperv.h>

const struct nd_feature nd_features[] = {
	{ "vmx-ept", "guests run on shadow page tables: every page-table change is an exit" },
	{ "vmx-vpid", "each VM entry and exit flushes the TLB" },
	{ "vmx-unrestricted-guest", "real-mode code is emulated instead of run" },
	{ "vmx-shadow-vmcs", "each VMREAD and VMWRITE of a nested hypervisor is an exit" },
	{ "vmx-preemption-timer", "the guest's timer needs a host timer and its interrupt" },
	{ "vmx-apicv-xapic", "each access to the local APIC's page is emulated" },
	{ "vmx-apicv-register", "reads of the local APIC's registers are exits" },
	{ "vmx-apicv-vid", "each interrupt delivered to a guest costs exits" },
	{ "vmx-posted-intr", "interrupts for a running guest need an exit" },
	{ "vmx-pml", "dirty pages are tracked by write protection (slow migration)" },
	{ "vmx-tsc-scaling", "no migration between hosts of different TSC frequency" },
	{ "vmx-vmfunc", "no switching of EPT roots without an exit" },
};

const unsigned int nd_nr_features = ARRAY_SIZE(nd_features);

const char *nd_culprit_word(enum nd_culprit culprit)
{
	static const char *const words[ND_NR_CULPRITS] = {
		[ND_CULPRIT_NONE]	= "",
		[ND_CULPRIT_UNKNOWN]	= "unknown",
		[ND_CULPRIT_UNDECIDED]	= "undecided",
		[ND_CULPRIT_EVMCS]	= "evmcs",
		[ND_CULPRIT_HYPERVISOR]	= "hypervisor",
		[ND_CULPRIT_CPU]	= "cpu",
	};

	return words[culprit];
}

/* A hypervisor that offers eVMCS version 1 takes away what it cannot express, used or not. */
static bool features_evmcs_rules(const struct nd_facts *facts, const struct nd_cpu *cpu)
{
	return nd_hv_evmcs_offered(cpu) > 0 || nd_evmcs_in_use(facts) > 0;
}

enum nd_culprit nd_feature_culprit(const struct nd_facts *facts, const struct nd_cpu *cpu,
				   const struct nd_feature *feature, const char **label)
{
	const struct nd_ctl_group *group;
	const struct nd_ctl_bit *bit = nd_ctl_find(feature->id, &group);
	enum nd_ctl_state state;

	*label = bit ? bit->label : feature->id;
	state = bit ? nd_ctl_state(cpu, group, bit->bit) : ND_CTL_UNKNOWN;
	switch (state) {
	case ND_CTL_UNKNOWN:
	case ND_CTL_FAULT:
	case ND_CTL_CONTRADICTORY:
		return ND_CULPRIT_UNKNOWN;
	case ND_CTL_NO:
	case ND_CTL_ABSENT:
		if (!bit->evmcs && features_evmcs_rules(facts, cpu))
			return ND_CULPRIT_EVMCS;
		if (!nd_cpu_leaf(cpu, 1, 0))
			return ND_CULPRIT_UNDECIDED;
		return nd_hv_present(cpu) ? ND_CULPRIT_HYPERVISOR : ND_CULPRIT_CPU;
	default:
		/* The registers have it, but who runs on an enlightened VMCS cannot ask for it. */
		if (!bit->evmcs && nd_evmcs_in_use(facts) > 0)
			return ND_CULPRIT_EVMCS;
		return ND_CULPRIT_NONE;
	}
}

void nd_available_words(const struct nd_facts *facts, const struct nd_cpu *cpu,
			struct nd_row *row)
{
	const char *label, *gap = "";
	unsigned int i;

	for (i = 0; i < nd_nr_features; i++) {
		if (nd_feature_culprit(facts, cpu, &nd_features[i], &label) != ND_CULPRIT_NONE)
			continue;
		nd_row_words(row, "%s%s", gap, label);
		gap = ", ";
	}
	if (!*gap)
		nd_row_words(row, "nothing beyond plain VMX");
}

unsigned int nd_missing_rows(const struct nd_facts *facts, const struct nd_cpu *cpu,
			     const struct nd_emit *emit)
{
	static const char *const because[ND_NR_CULPRITS] = {
		[ND_CULPRIT_UNKNOWN]	= "could not be found out: the register was not read",
		[ND_CULPRIT_UNDECIDED]	= "not there; under whom this machine runs is not known",
		[ND_CULPRIT_EVMCS]	= "because of eVMCS: version 1 has no field for it",
		[ND_CULPRIT_HYPERVISOR]	= "not offered by the hypervisor below",
		[ND_CULPRIT_CPU]	= "not in this CPU's registers",
	};
	unsigned int i, missing = 0;
	struct nd_row row;

	for (i = 0; i < nd_nr_features; i++) {
		const struct nd_feature *feature = &nd_features[i];
		const char *label;
		enum nd_culprit culprit = nd_feature_culprit(facts, cpu, feature, &label);

		if (culprit == ND_CULPRIT_NONE)
			continue;
		nd_row_init(&row, ND_ROW_MISSING, feature->id, label, NULL);
		nd_row_words(&row, "%s", because[culprit]);
		nd_row_str(&row, "culprit", nd_culprit_word(culprit));
		nd_row_str(&row, "loss", feature->loss);
		nd_emit_row(emit, &row);
		missing++;
	}
	return missing;
}
