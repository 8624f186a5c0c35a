// SPDX-License-Identifier: GPL-2.0-only
/*
 * What KVM here gives to hypervisors in its guests.
 */
#include "core/facts/hypervisor.h"
#include "core/features/featurerows.h"
#include "core/features/offer.h"

#define OFFER_HV1	0x31237648	/* "Hv#1": the interface of Hyper-V */

/* KVM gives what its host has; the leaves of the guest say it only if all of them were recorded. */
const struct nd_feature *nd_offer_root(const struct nd_facts *facts)
{
	const struct nd_cpu *cpu = nd_facts_first(facts);

	return nd_feature_find(nd_scene_is_svm(cpu ? cpu : &facts->offer) ? "svm" : "vmx");
}

enum nd_bit nd_offer_bit(const struct nd_facts *facts, const struct nd_feature *feature)
{
	if (nd_feature_bit(&facts->offer, nd_feature_root(feature)) == ND_BIT_NO)
		return ND_BIT_NO;
	return nd_feature_bit(&facts->offer, feature);
}

bool nd_offer_emulated(const struct nd_facts *facts, const struct nd_feature *feature)
{
	const struct nd_cpu *cpu = nd_facts_first(facts);

	return cpu && nd_offer_bit(facts, feature) == ND_BIT_YES &&
	       nd_feature_bit(cpu, feature) == ND_BIT_NO;
}

static void offer_describe(const struct nd_facts *facts, const struct nd_feature *feature,
			   enum nd_bit bit, struct nd_row *row)
{
	const struct nd_cpu *cpu = nd_facts_first(facts);

	if (nd_offer_emulated(facts, feature))
		nd_row_printf(row, "KVM emulates it for its guests: this machine's own registers do not have it");
	if (bit != ND_BIT_NO)
		return;
	nd_row_printf(row, "KVM here does not give it to its guests");
	if (cpu && nd_feature_bit(cpu, feature) == ND_BIT_YES)
		nd_row_printf(row, ", though this machine has it");
}

unsigned int nd_offer_rows(const struct nd_facts *facts, enum nd_bit bit,
			   const struct nd_emit *emit)
{
	static const enum nd_feature_state states[] = {
		[ND_BIT_UNKNOWN] = ND_FEATURE_UNKNOWN,
		[ND_BIT_NO]	 = ND_FEATURE_NOT_OFFERED,
		[ND_BIT_YES]	 = ND_FEATURE_AVAILABLE,
	};
	const struct nd_scene scene = { .facts = facts, .cpu = &facts->offer };
	const struct nd_feature *root = nd_offer_root(facts);
	unsigned int i, found = 0;
	struct nd_row row;

	for (i = 0; i < nd_nr_features; i++) {
		const struct nd_feature *feature = &nd_features[i];
		struct nd_bit_place place;

		if (nd_feature_root(feature) != root || nd_offer_bit(facts, feature) != bit)
			continue;
		found++;
		if (!emit)
			continue;
		nd_feature_place(feature, &place);
		nd_row_init(&row, ND_ROW_SUPPORT, feature->id, place.label,
			    nd_feature_state_word(states[bit]));
		offer_describe(facts, feature, bit, &row);
		nd_feature_cols(&row, &scene, feature, &place, states[bit]);
		if (bit == ND_BIT_NO)
			row.cols[0].str = nd_culprit_word(ND_CULPRIT_KVM);
		nd_emit_row(emit, &row);
	}
	return found;
}

enum nd_bit nd_offer_hyperv(const struct nd_facts *facts)
{
	const struct nd_cpuid *interface = nd_cpu_leaf(&facts->offer, ND_HV_BASE + 1, 0);

	return interface && interface->eax == OFFER_HV1 ? ND_BIT_YES : ND_BIT_UNKNOWN;
}

unsigned int nd_offer_evmcs(const struct nd_facts *facts)
{
	const struct nd_cpuid *nested = nd_cpu_leaf(&facts->offer, ND_HV_NESTED_LEAF, 0);
	u8 low = nested ? nested->eax : 0, high = nested ? nested->eax >> 8 : 0;

	if (nd_offer_hyperv(facts) != ND_BIT_YES || !low)
		return 0;
	return high > low ? high : low;
}

static const char *offer_bit_word(enum nd_bit bit)
{
	static const char *const words[] = {
		[ND_BIT_UNKNOWN] = "unknown",
		[ND_BIT_NO]	 = "no",
		[ND_BIT_YES]	 = "yes",
	};

	return words[bit];
}

/* The interface is KVM's to give, and the VMM's to ask for. */
static void offer_hyperv_describe(const struct nd_facts *facts, bool vmx, struct nd_row *row)
{
	unsigned int evmcs = nd_offer_evmcs(facts);

	if (nd_offer_hyperv(facts) != ND_BIT_YES)
		return;
	nd_row_printf(row, "; Hyper-V's interface if their VMM asks for it");
	if (evmcs)
		nd_row_printf(row, ", with eVMCS version %u", evmcs);
	else if (vmx)
		nd_row_printf(row, ", without eVMCS");
}

/* In the module's own views: it calls no ioctl, and user space can. */
static bool offer_is_view(const struct nd_facts *facts)
{
	return nd_facts_ring0(facts) && !facts->max_params;
}

bool nd_offer_row(const struct nd_facts *facts, struct nd_row *row)
{
	const struct nd_feature *root = nd_offer_root(facts);
	const char *why = nd_facts_host(facts, "kvm_offer");
	bool vmx = !(root->flags & ND_FEATURE_SVM);
	enum nd_bit bit = nd_feature_bit(&facts->offer, root);

	nd_row_init(row, ND_ROW_FACT, "guests_get", "Guests get", offer_bit_word(bit));
	if (nd_facts_offered(facts)) {
		nd_row_printf(row, bit == ND_BIT_YES ? "%s, if their CPU model has it" :
				   bit == ND_BIT_NO ? "KVM gives them no %s" :
						      "%s: its CPUID leaf was not recorded", root->id);
		offer_hyperv_describe(facts, vmx && bit != ND_BIT_NO, row);
	} else if (why) {
		nd_row_printf(row, "/dev/kvm could not be asked: %s", why);
	} else if (offer_is_view(facts)) {
		nd_row_printf(row, "only user space can ask /dev/kvm: nestdiag features --guest");
	} else {
		return false;
	}
	nd_row_str(row, "feature", root->id);
	nd_row_str(row, "hyperv", offer_bit_word(nd_offer_hyperv(facts)));
	if (vmx && nd_offer_hyperv(facts) == ND_BIT_YES)
		nd_row_dec(row, "evmcs_version", nd_offer_evmcs(facts));
	return true;
}
