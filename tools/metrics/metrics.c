// SPDX-License-Identifier: GPL-2.0-only
#include <time.h>

#include "core/caps/level.h"
#include "core/features/attribute.h"
#include "core/features/offer.h"
#include "core/findings/findings.h"

#include "tools/metrics/exitmetrics.h"
#include "tools/metrics/metrics.h"
#include "tools/out/metric.h"

static void put_versions(const struct nd_facts *facts, const char *version,
			 struct nd_strings *lines)
{
	const struct nd_label labels[] = {
		{ "version", version }, { "module_version", facts->module_version }, { NULL, NULL },
	};
	struct tm tm = { 0 };

	nd_metric_family(lines, "nestdiag_build_info", "gauge",
			 "Versions of the tool and of the module, empty if that is not loaded.");
	nd_metric(lines, "nestdiag_build_info", labels, 1);
	nd_metric_family(lines, "nestdiag_module_loaded", "gauge",
			 "1 if the module read the facts, which ring 0 alone can read in full.");
	nd_metric(lines, "nestdiag_module_loaded", NULL, nd_facts_ring0(facts));
	if (!strptime(facts->taken.time, "%Y-%m-%dT%H:%M:%SZ", &tm))
		return;
	nd_metric_family(lines, "nestdiag_facts_timestamp_seconds", "gauge",
			 "When the facts were read.");
	nd_metric(lines, "nestdiag_facts_timestamp_seconds", NULL, timegm(&tm));
}

static void put_host(const struct nd_facts *facts, const struct nd_cpu *cpu,
		     struct nd_strings *lines)
{
	char vendor[13] = "", family[12] = "", model[12] = "", stepping[12] = "", microcode[12] = "";
	const struct nd_label labels[] = {
		{ "kernel", facts->release }, { "machine", facts->machine },
		{ "platform", cpu ? nd_level_word(cpu) : "unknown" }, { "cpu_vendor", vendor },
		{ "cpu_family", family }, { "cpu_model", model }, { "cpu_stepping", stepping },
		{ "microcode", microcode }, { NULL, NULL },
	};

	if (cpu && cpu->has_ident) {
		scnprintf(vendor, sizeof(vendor), "%s", cpu->vendor);
		scnprintf(family, sizeof(family), "%u", cpu->family);
		scnprintf(model, sizeof(model), "%u", cpu->model);
		scnprintf(stepping, sizeof(stepping), "%u", cpu->stepping);
		if (cpu->microcode)
			scnprintf(microcode, sizeof(microcode), "0x%x", cpu->microcode);
	}
	nd_metric_family(lines, "nestdiag_host_info", "gauge",
			 "Kernel, processor and the hypervisor below; empty if not recorded.");
	nd_metric(lines, "nestdiag_host_info", labels, 1);
}

/**
 * struct verdict - what became of a rule
 * @rule:     the rule
 * @verdict:  what it says
 * @severity: of it here
 */
struct verdict {
	const struct nd_finding *rule;
	enum nd_verdict verdict;
	enum nd_severity severity;
};

#define MAX_RULES	256

static u32 ask_rules(const struct nd_facts *facts, const struct nd_cpu *cpu,
		     struct verdict verdicts[MAX_RULES])
{
	struct nd_check c;
	struct nd_row row;
	u32 i;

	for (i = 0; i < MAX_RULES && nd_finding_at(i); i++) {
		verdicts[i].rule = nd_finding_at(i);
		verdicts[i].verdict = nd_finding_check(&c, verdicts[i].rule, facts, cpu, &row);
		verdicts[i].severity = c.severity;
	}
	return i;
}

static void put_verdicts(const struct verdict *verdicts, u32 nr, struct nd_strings *lines)
{
	static const char *const words[] = { "PASS", "FAIL", "WARN", "NOTE", "UNKNOWN", "N/A" };
	u32 i, j, n;

	nd_metric_family(lines, "nestdiag_verdicts", "gauge",
			 "Rules of nestdiag check by what they say.");
	for (i = 0; i < ARRAY_SIZE(words); i++) {
		const struct nd_label labels[] = { { "verdict", words[i] }, { NULL, NULL } };

		for (n = 0, j = 0; j < nr; j++)
			n += !strcmp(nd_verdict_word(verdicts[j].verdict, verdicts[j].severity),
				     words[i]);
		nd_metric(lines, "nestdiag_verdicts", labels, n);
	}
}

static void put_findings(const struct nd_facts *facts, const struct nd_cpu *cpu,
			 struct nd_strings *lines)
{
	struct verdict verdicts[MAX_RULES];
	u32 i, nr = ask_rules(facts, cpu, verdicts);

	put_verdicts(verdicts, nr, lines);
	nd_metric_family(lines, "nestdiag_finding_active", "gauge",
			 "1 if the rule fires, 0 if it passes; missing if it was not asked or cannot tell.");
	for (i = 0; i < nr; i++) {
		const struct nd_label labels[] = { { "finding", verdicts[i].rule->id }, { NULL, NULL } };

		if (verdicts[i].verdict == ND_FIRES || verdicts[i].verdict == ND_PASSES)
			nd_metric(lines, "nestdiag_finding_active", labels,
				  verdicts[i].verdict == ND_FIRES);
	}
	nd_metric_family(lines, "nestdiag_finding_unknown", "gauge",
			 "1 if facts that decide the rule are missing; missing otherwise.");
	for (i = 0; i < nr; i++) {
		const struct nd_label labels[] = { { "finding", verdicts[i].rule->id }, { NULL, NULL } };

		if (verdicts[i].verdict == ND_CANNOT_TELL)
			nd_metric(lines, "nestdiag_finding_unknown", labels, 1);
	}
	nd_metric_family(lines, "nestdiag_finding_info", "gauge",
			 "Severity and title of a rule that fires.");
	for (i = 0; i < nr; i++) {
		const struct nd_label labels[] = {
			{ "finding", verdicts[i].rule->id },
			{ "severity", nd_severity_word(verdicts[i].severity) },
			{ "title", verdicts[i].rule->title }, { NULL, NULL },
		};

		if (verdicts[i].verdict == ND_FIRES)
			nd_metric(lines, "nestdiag_finding_info", labels, 1);
	}
}

/* Of the technology of this machine. */
static const struct nd_feature *next_feature(const struct nd_cpu *cpu, u32 *i)
{
	while (*i < nd_nr_features) {
		const struct nd_feature *feature = &nd_features[(*i)++];

		if (!(feature->flags & ND_FEATURE_SVM) != nd_scene_is_svm(cpu))
			return feature;
	}
	return NULL;
}

static void put_feature_info(const struct nd_scene *scene, const struct nd_feature *feature,
			     struct nd_strings *lines)
{
	enum nd_feature_state state = nd_feature_state(scene, feature, NULL);
	const struct nd_label labels[] = {
		{ "feature", feature->id }, { "state", nd_feature_state_word(state) },
		{ "culprit", nd_culprit_word(nd_feature_state_culprit(scene, state)) },
		{ NULL, NULL },
	};

	nd_metric(lines, "nestdiag_feature_info", labels, 1);
}

static void put_features(const struct nd_facts *facts, const struct nd_cpu *cpu,
			 struct nd_strings *lines)
{
	const struct nd_scene scene = { .facts = facts, .cpu = cpu };
	const struct nd_feature *feature;
	enum nd_feature_state state;
	u32 i;

	nd_metric_family(lines, "nestdiag_feature_info", "gauge",
			 "State of a virtualization feature, and what removed it.");
	for (i = 0; (feature = next_feature(cpu, &i));)
		put_feature_info(&scene, feature, lines);
	nd_metric_family(lines, "nestdiag_feature_available", "gauge",
			 "1 if KVM can use the feature, 0 if not; missing if that is not known.");
	for (i = 0; (feature = next_feature(cpu, &i));) {
		const struct nd_label labels[] = { { "feature", feature->id }, { NULL, NULL } };

		state = nd_feature_state(&scene, feature, NULL);
		if (state != ND_FEATURE_UNKNOWN)
			nd_metric(lines, "nestdiag_feature_available", labels,
				  nd_feature_state_there(state));
	}
	if (!nd_facts_offered(facts))
		return;
	nd_metric_family(lines, "nestdiag_guest_feature_available", "gauge",
			 "1 if KVM gives the feature to hypervisors in guests, 0 if not; missing if that is not known.");
	for (i = 0; (feature = next_feature(cpu, &i));) {
		const struct nd_label labels[] = { { "feature", feature->id }, { NULL, NULL } };
		enum nd_bit bit = nd_offer_bit(facts, feature);

		if (bit != ND_BIT_UNKNOWN)
			nd_metric(lines, "nestdiag_guest_feature_available", labels,
				  bit == ND_BIT_YES);
	}
}

void nd_metrics(const struct nd_facts *facts, const char *version, struct nd_strings *lines)
{
	const struct nd_cpu *cpu = nd_facts_first(facts);

	put_versions(facts, version, lines);
	put_host(facts, cpu, lines);
	if (cpu)
		put_features(facts, cpu, lines);
	put_findings(facts, cpu, lines);
	nd_exit_metrics(facts, lines);
}
