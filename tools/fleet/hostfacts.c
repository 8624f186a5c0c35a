// SPDX-License-Identifier: GPL-2.0-only
#include "core/caps/differ.h"
#include "core/caps/evmcsuse.h"
#include "core/caps/level.h"
#include "core/caps/usable.h"
#include "core/features/attribute.h"
#include "core/features/features.h"
#include "core/findings/findings.h"

#include "tools/fleet/hostfacts.h"

const char *nd_fact_kind_word(enum nd_fact_kind kind)
{
	static const char *const words[ND_NR_FACT_KINDS] = {
		[ND_FACT_CPU]		= "cpu",
		[ND_FACT_PLATFORM]	= "platform",
		[ND_FACT_MICROCODE]	= "microcode",
		[ND_FACT_KERNEL]	= "kernel",
		[ND_FACT_MODULE]	= "module",
		[ND_FACT_HOST]		= "host",
		[ND_FACT_VIRT]		= "virtualization",
		[ND_FACT_PARAM]		= "parameter",
		[ND_FACT_EVMCS]		= "evmcs",
		[ND_FACT_CAPABILITY]	= "capability",
		[ND_FACT_GUEST]		= "guest",
		[ND_FACT_FEATURE]	= "feature",
		[ND_FACT_FINDING]	= "finding",
	};

	return words[kind];
}

static void put(const struct nd_fact_sink *sink, enum nd_fact_kind kind, const char *name,
		const char *value)
{
	sink->fact(sink->ctx, kind, name, value);
}

static const char *bit_word(enum nd_bit bit)
{
	static const char *const words[] = {
		[ND_BIT_UNKNOWN]	= "unknown",
		[ND_BIT_NO]		= "no",
		[ND_BIT_YES]		= "yes",
	};

	return words[bit];
}

/* Keys, and beginnings of keys, of what somebody decided: see snapshot.h. */
static bool is_settled(const char *key)
{
	static const char *const keys[] = {
		"kvm_mode", "kvm_owner", "kvm_group", "thp", "clocksource", "tsc_flags", "secure_boot",
		"lockdown", "sig_enforce", "modules_disabled", "dmi_vendor", "dmi_product",
		"kvm_arm_mode", "asked.", "boot.",
	};
	size_t i, len;

	for (i = 0; i < ARRAY_SIZE(keys); i++) {
		len = strlen(keys[i]);
		if (keys[i][len - 1] == '.' ? !strncmp(key, keys[i], len) : !strcmp(key, keys[i]))
			return true;
	}
	return false;
}

static void put_cpu(const struct nd_facts *facts, const struct nd_cpu *cpu,
		    const struct nd_fact_sink *sink)
{
	char text[64];
	struct nd_row row;

	if (!cpu) {
		put(sink, ND_FACT_CPU, "cpu", facts->machine[0] ? facts->machine : "not recorded");
		return;
	}
	nd_row_init(&row, ND_ROW_FACT, NULL, NULL, NULL);
	if (cpu->has_ident)
		nd_cpu_ident_describe(cpu, &row);
	put(sink, ND_FACT_CPU, "cpu", cpu->has_ident ? row.words : "not recorded");
	nd_row_init(&row, ND_ROW_FACT, NULL, NULL, NULL);
	nd_level_describe(cpu, &row);
	put(sink, ND_FACT_PLATFORM, "platform", row.words);
	scnprintf(text, sizeof(text), "not recorded");
	if (cpu->has_ident && cpu->microcode)
		scnprintf(text, sizeof(text), "0x%x", cpu->microcode);
	put(sink, ND_FACT_MICROCODE, "microcode", text);
	put(sink, ND_FACT_CAPABILITY, "registers of its CPUs",
	    nd_differ_rows(facts, NULL) ? "differ" : "alike");
	put(sink, ND_FACT_VIRT, nd_scene_is_svm(cpu) ? "svm" : "vmx",
	    nd_usable_word(nd_scene_is_svm(cpu) ? nd_svm_usable(cpu) : nd_vmx_usable(cpu)));
	if (!nd_scene_is_svm(cpu))
		put(sink, ND_FACT_EVMCS, "evmcs", nd_evmcs_use_word(nd_evmcs_use(facts, cpu)));
}

static void put_features(const struct nd_facts *facts, const struct nd_cpu *cpu,
			 const struct nd_fact_sink *sink)
{
	const struct nd_scene scene = { .facts = facts, .cpu = cpu };
	bool svm = nd_scene_is_svm(cpu);
	unsigned int i;

	for (i = 0; i < nd_nr_features; i++) {
		const struct nd_feature *feature = &nd_features[i];

		if (!(feature->flags & ND_FEATURE_SVM) == svm)
			continue;
		put(sink, ND_FACT_CAPABILITY, feature->id, bit_word(nd_feature_bit(cpu, feature)));
		put(sink, ND_FACT_FEATURE, feature->id,
		    nd_feature_state_word(nd_feature_state(&scene, feature, NULL)));
		if (nd_facts_offered(facts))
			put(sink, ND_FACT_GUEST, feature->id,
			    bit_word(nd_feature_bit(&facts->offer, feature)));
	}
}

static void put_findings(const struct nd_facts *facts, const struct nd_cpu *cpu,
			 const struct nd_fact_sink *sink)
{
	const struct nd_finding *rule;
	enum nd_verdict verdict;
	struct nd_check c;
	struct nd_row row;
	unsigned int i;

	for (i = 0; (rule = nd_finding_at(i)); i++) {
		verdict = nd_finding_check(&c, rule, facts, cpu, &row);
		/* Whether guests ran while exits were counted is no fact of the host. */
		if (verdict == ND_FIRES ||
		    (verdict == ND_CANNOT_TELL && !(rule->wants & ND_WANTS_EXITS)))
			put(sink, ND_FACT_FINDING, rule->id, nd_verdict_word(verdict, c.severity));
	}
}

void nd_host_facts(const struct nd_facts *facts, const struct nd_fact_sink *sink)
{
	const struct nd_cpu *cpu = nd_facts_first(facts);
	char name[80];
	u32 i;

	put_cpu(facts, cpu, sink);
	put(sink, ND_FACT_KERNEL, "kernel", facts->release[0] ? facts->release : "not recorded");
	put(sink, ND_FACT_MODULE, "nestdiag module",
	    nd_facts_ring0(facts) ? facts->module_version : "not loaded");
	for (i = 0; i < facts->nr_host; i++)
		if (is_settled(facts->host[i].key))
			put(sink, ND_FACT_HOST, facts->host[i].key, facts->host[i].value);
	for (i = 0; i < facts->nr_params; i++) {
		scnprintf(name, sizeof(name), "%s %s", facts->params[i].module,
			  facts->params[i].name);
		put(sink, ND_FACT_PARAM, name, facts->params[i].value);
	}
	if (cpu)
		put_features(facts, cpu, sink);
	put_findings(facts, cpu, sink);
}
