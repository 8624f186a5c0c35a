// SPDX-License-Identifier: GPL-2.0-only
#include <stdlib.h>

#include "core/caps/controls.h"
#include "core/features/attribute.h"

#include "tools/baseline/baseline.h"
#include "tools/out/text.h"

/*
 * QEMU sets a control as a feature only if it may be 1 and may be 0; one that has to be 1 it takes
 * for missing, and refuses where it was asked for.
 */
static enum nd_bit settable(const struct nd_cpu *cpu, const struct nd_feature *feature)
{
	const struct nd_ctl_group *group;
	const struct nd_ctl_bit *bit = nd_ctl_find(feature->id, &group);

	if (bit && nd_ctl_state(cpu, group, bit->bit) == ND_CTL_FORCED)
		return ND_BIT_NO;
	return nd_feature_bit(cpu, feature);
}

/* Features that nested_vmx_setup_ctls_msrs() of Linux adds on any processor. */
static bool is_emulated(const struct nd_feature *feature)
{
	static const char *const ids[] = {
		"vmx-preemption-timer", "vmx-exit-save-preemption-timer", "vmx-shadow-vmcs",
		"vmx-vmwrite-vmexit-fields", "vmx-activity-hlt", "vmx-activity-wait-sipi",
		"vmx-exit-load-efer", "vmx-exit-save-efer", "vmx-entry-load-efer", "vmx-msr-bitmap",
		"vmx-pml",
	};
	size_t i;

	for (i = 0; i < ARRAY_SIZE(ids); i++)
		if (!strcmp(ids[i], feature->id))
			return true;
	return false;
}

/*
 * Of SVM's features KVM keeps some, and gave others only from some version on; those that it always
 * gave are svm, npt and nrip-save.
 */
static enum nd_bit guessed_svm(const struct nd_feature *feature, enum nd_bit bit)
{
	if (!strcmp(feature->id, "avic") || !strcmp(feature->id, "svm-lock"))
		return ND_BIT_NO;
	if (!strcmp(feature->id, "svm") || !strcmp(feature->id, "npt") ||
	    !strcmp(feature->id, "nrip-save"))
		return bit;
	if (!strcmp(feature->id, "vmcb-clean") || !strcmp(feature->id, "svme-addr-chk"))
		return ND_BIT_UNKNOWN;	/* KVM gives it whether the processor has it or not */
	return bit == ND_BIT_YES ? ND_BIT_UNKNOWN : bit;
}

/*
 * From the host's own registers: what it does not have itself its KVM gives to no guest, but for
 * what KVM emulates, of which only KVM could tell.
 */
static enum nd_bit guessed(const struct nd_scene *scene, const struct nd_feature *feature)
{
	enum nd_feature_state state = nd_feature_state(scene, feature, NULL);

	if (state == ND_FEATURE_UNKNOWN)
		return ND_BIT_UNKNOWN;
	if (feature->flags & ND_FEATURE_SVM)
		return guessed_svm(feature, nd_feature_state_there(state) ? ND_BIT_YES : ND_BIT_NO);
	if (feature->flags & ND_FEATURE_KVM_KEEPS)
		return ND_BIT_NO;
	if (!nd_feature_state_there(state))
		return is_emulated(feature) ? ND_BIT_UNKNOWN : ND_BIT_NO;
	return settable(scene->cpu, feature);
}

bool nd_baseline_add(struct nd_baseline *baseline, const char *file, const struct nd_facts *facts)
{
	const struct nd_scene scene = { .facts = facts, .cpu = nd_facts_first(facts) };
	const struct nd_cpu *shown;
	struct nd_pool_host *host;
	enum nd_line line;
	unsigned int i;

	if (!scene.cpu)
		return false;
	baseline->hosts = nd_realloc(baseline->hosts,
				     (baseline->nr + 1) * sizeof(*baseline->hosts));
	host = &baseline->hosts[baseline->nr++];
	memset(host, 0, sizeof(*host));
	host->file = strdup(file);
	nd_cpu_vendor(scene.cpu, host->vendor);
	host->svm = nd_scene_is_svm(scene.cpu);
	host->offered = nd_facts_offered(facts);
	host->generation = nd_cpu_generation(scene.cpu, &line);
	host->ordered = line == ND_LINE_CORE || line == ND_LINE_XEON;
	shown = host->offered && facts->offer.nr_cpuid ? &facts->offer : scene.cpu;
	for (i = 0; i < ND_NR_CPUID_WORDS; i++)
		if (nd_cpuid_word(shown, i, &host->cpuid[i]))
			host->known |= BIT(i);
	host->bits = nd_realloc(NULL, nd_nr_features);
	for (i = 0; i < nd_nr_features; i++)
		host->bits[i] = host->offered ? settable(&facts->offer, &nd_features[i]) :
						guessed(&scene, &nd_features[i]);
	return true;
}

const struct nd_pool_host *nd_baseline_mixed(const struct nd_baseline *baseline)
{
	const char *vendor = "";
	u32 i;

	for (i = 0; i < baseline->nr; i++) {
		const struct nd_pool_host *host = &baseline->hosts[i];

		if (host->svm != baseline->hosts[0].svm ||
		    (*vendor && *host->vendor && strcmp(vendor, host->vendor)))
			return host;
		if (!*vendor)
			vendor = host->vendor;
	}
	return NULL;
}

u32 nd_baseline_count(const struct nd_baseline *baseline, const struct nd_feature *feature,
		      enum nd_bit bit)
{
	u32 i, n = 0;

	for (i = 0; i < baseline->nr; i++)
		n += baseline->hosts[i].bits[feature - nd_features] == bit;
	return n;
}

enum nd_bit nd_baseline_bit(const struct nd_baseline *baseline, const struct nd_feature *feature)
{
	if (nd_baseline_count(baseline, feature, ND_BIT_NO))
		return ND_BIT_NO;
	return nd_baseline_count(baseline, feature, ND_BIT_UNKNOWN) ? ND_BIT_UNKNOWN : ND_BIT_YES;
}

enum nd_bit nd_baseline_named(const struct nd_baseline *baseline, const struct nd_feature *feature)
{
	const char *other, *name = nd_qemu_name(feature);
	enum nd_bit bit, all = ND_BIT_YES;
	unsigned int i;

	for (i = 0; name && i < nd_nr_features; i++) {
		other = nd_qemu_name(&nd_features[i]);
		if (!other || strcmp(other, name))
			continue;
		bit = nd_baseline_bit(baseline, &nd_features[i]);
		if (bit == ND_BIT_NO || all == ND_BIT_NO)
			all = ND_BIT_NO;
		else if (bit == ND_BIT_UNKNOWN)
			all = ND_BIT_UNKNOWN;
	}
	return all;
}

/*
 * Leaf 0xd was not recorded by earlier versions; processors have its features from a generation on,
 * and hypervisors that show such a processor with XSAVE hardly leave them out.
 */
static bool host_has_word(const struct nd_pool_host *host, const struct nd_qemu_model *model,
			  u32 word)
{
	u32 wanted = model->cpuid[word];

	if (host->known & BIT(word))
		return (host->cpuid[word] & wanted) == wanted;
	return !wanted || (word == ND_CPUID_XSAVE_EAX && host->ordered &&
			   host->generation >= model->generation);
}

static bool host_has(const struct nd_pool_host *host, const struct nd_qemu_model *model)
{
	u32 word;

	if (strcmp(host->vendor, model->vendor))
		return false;
	for (word = 0; word < ND_NR_CPUID_WORDS; word++)
		if (!host_has_word(host, model, word))
			return false;
	return true;
}

const struct nd_qemu_model *nd_baseline_model(const struct nd_baseline *baseline)
{
	unsigned int i;
	u32 j;

	for (i = 0; i < nd_nr_qemu_models; i++) {
		for (j = 0; j < baseline->nr; j++)
			if (!host_has(&baseline->hosts[j], &nd_qemu_models[i]))
				break;
		if (j == baseline->nr)
			return &nd_qemu_models[i];
	}
	return NULL;
}

void nd_baseline_free(struct nd_baseline *baseline)
{
	while (baseline->nr) {
		free(baseline->hosts[--baseline->nr].file);
		free(baseline->hosts[baseline->nr].bits);
	}
	free(baseline->hosts);
	memset(baseline, 0, sizeof(*baseline));
}
