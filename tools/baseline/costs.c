// SPDX-License-Identifier: GPL-2.0-only
#include <stdlib.h>

#include "tools/baseline/costs.h"
#include "tools/baseline/cpuline.h"
#include "tools/out/text.h"

#define SHOWN_HOSTS	3

static bool is_asked(const struct nd_baseline *baseline, const struct nd_feature *feature)
{
	return nd_qemu_name(feature) &&
	       !(feature->flags & ND_FEATURE_SVM) != baseline->hosts[0].svm;
}

static enum nd_bit bit_of(const struct nd_baseline *baseline, u32 host,
			  const struct nd_feature *feature)
{
	return baseline->hosts[host].bits[feature - nd_features];
}

/* A list for nd_row_names(), to be freed. */
static const char **host_names(const struct nd_baseline *baseline,
			       const struct nd_feature *feature, enum nd_bit bit)
{
	const char **names = nd_realloc(NULL, (baseline->nr + 1) * sizeof(*names));
	u32 i, n = 0;

	for (i = 0; i < baseline->nr; i++)
		if (bit_of(baseline, i, feature) == bit)
			names[n++] = baseline->hosts[i].file;
	names[n] = NULL;
	return names;
}

void nd_name_hosts(const struct nd_baseline *baseline, const struct nd_feature *feature,
		   enum nd_bit bit, struct nd_row *row)
{
	u32 i, n = 0;

	for (i = 0; i < baseline->nr; i++) {
		if (bit_of(baseline, i, feature) != bit)
			continue;
		if (n < SHOWN_HOSTS)
			nd_row_printf(row, "%s%.60s", n ? ", " : "", baseline->hosts[i].file);
		n++;
	}
	if (n > SHOWN_HOSTS)
		nd_row_printf(row, " and %u more", n - SHOWN_HOSTS);
}

void nd_pool_rows(const struct nd_baseline *baseline, const struct nd_qemu_model *model,
		  const struct nd_emit *emit)
{
	static const char *const signs[] = {
		[ND_SIGN_NONE] = NULL, [ND_SIGN_ON] = "+", [ND_SIGN_OFF] = "-",
	};
	static const char *const states[] = {
		[ND_BIT_UNKNOWN] = "unknown", [ND_BIT_NO] = "no", [ND_BIT_YES] = "yes",
	};
	struct nd_bit_place place;
	struct nd_row row;
	unsigned int i;

	for (i = 0; i < nd_nr_features; i++) {
		const struct nd_feature *feature = &nd_features[i];
		const char **lacking, **unknown;

		if (!is_asked(baseline, feature))
			continue;
		lacking = host_names(baseline, feature, ND_BIT_NO);
		unknown = host_names(baseline, feature, ND_BIT_UNKNOWN);
		nd_feature_place(feature, &place);
		nd_row_init(&row, ND_ROW_POOLED, feature->id, place.label,
			    states[nd_baseline_bit(baseline, feature)]);
		nd_row_str(&row, "qemu_name", nd_qemu_name(feature));
		nd_row_str(&row, "qemu_since", nd_qemu_newer(feature));
		nd_row_str(&row, "sign", signs[nd_cpu_sign(baseline, model, feature)]);
		nd_row_str(&row, "model_lacks", nd_qemu_needs(model, feature));
		nd_row_names(&row, "lacked_by", lacking);
		nd_row_names(&row, "unknown_of", unknown);
		nd_emit_row(emit, &row);
		free(lacking);
		free(unknown);
	}
}

/* Does a feature come back once those that lack it are gone, and nobody else? */
static bool is_costed(const struct nd_baseline *baseline, const struct nd_feature *feature)
{
	return is_asked(baseline, feature) && nd_baseline_count(baseline, feature, ND_BIT_NO) &&
	       nd_baseline_count(baseline, feature, ND_BIT_YES) &&
	       !nd_baseline_count(baseline, feature, ND_BIT_UNKNOWN);
}

static bool same_hosts(const struct nd_baseline *baseline, const struct nd_feature *a,
		       const struct nd_feature *b)
{
	u32 i;

	for (i = 0; i < baseline->nr; i++)
		if ((bit_of(baseline, i, a) == ND_BIT_NO) != (bit_of(baseline, i, b) == ND_BIT_NO))
			return false;
	return true;
}

/* The features that the hosts without @first lack, all together. */
static void emit_cost(const struct nd_baseline *baseline, const struct nd_feature *first,
		      const struct nd_emit *emit)
{
	const char **hosts = host_names(baseline, first, ND_BIT_NO);
	const char **ids = nd_realloc(NULL, (nd_nr_features + 1) * sizeof(*ids));
	struct nd_row row, label;
	unsigned int i, n = 0;

	for (i = 0; i < nd_nr_features; i++)
		if (is_costed(baseline, &nd_features[i]) &&
		    same_hosts(baseline, first, &nd_features[i]))
			ids[n++] = nd_features[i].id;
	ids[n] = NULL;
	nd_row_init(&label, ND_ROW_NOTE, NULL, NULL, NULL);
	nd_name_hosts(baseline, first, ND_BIT_NO, &label);
	nd_row_init(&row, ND_ROW_COST, NULL, label.words, NULL);
	for (i = 0; i < n; i++)
		nd_row_printf(&row, "%s%s", i ? ", " : "", ids[i]);
	nd_row_names(&row, "files", hosts);
	nd_row_names(&row, "come_back", ids);
	nd_emit_row(emit, &row);
	free(hosts);
	free(ids);
}

u32 nd_cost_rows(const struct nd_baseline *baseline, const struct nd_emit *emit)
{
	u32 lacking, rows = 0;
	unsigned int i, j;

	for (lacking = 1; lacking < baseline->nr; lacking++) {
		for (i = 0; i < nd_nr_features; i++) {
			const struct nd_feature *feature = &nd_features[i];

			if (!is_costed(baseline, feature) ||
			    nd_baseline_count(baseline, feature, ND_BIT_NO) != lacking)
				continue;
			for (j = 0; j < i; j++)
				if (is_costed(baseline, &nd_features[j]) &&
				    same_hosts(baseline, feature, &nd_features[j]))
					break;
			if (j < i)
				continue;
			if (!rows++)
				nd_emit_section(emit, "Hosts without which features come back");
			emit_cost(baseline, feature, emit);
		}
	}
	return rows;
}
