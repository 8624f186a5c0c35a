// SPDX-License-Identifier: GPL-2.0-only
/*
 * Groups of hosts that have a value of one fact in common.
 */
#include <stdlib.h>

#include "core/features/features.h"
#include "core/findings/findings.h"

#include "tools/fleet/slicerows.h"
#include "tools/out/text.h"

struct slices {
	struct nd_slice *list;
	u32 nr;
};

static int compare_hosts(const void *a, const void *b)
{
	const u32 *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static void add_slice_hosts(struct nd_slice *slice, const struct nd_group *group)
{
	slice->hosts = nd_realloc(slice->hosts,
				  (slice->nr + group->nr_hosts) * sizeof(*slice->hosts));
	memcpy(slice->hosts + slice->nr, group->hosts, group->nr_hosts * sizeof(*slice->hosts));
	slice->nr += group->nr_hosts;
}

/* A slice for each value that hosts have of @fact; their number. */
static u32 slice_fact(const struct nd_fleet *fleet, u32 fact, struct slices *slices)
{
	u32 first = slices->nr, i, j, value;

	for (i = 0; i < fleet->nr_groups; i++) {
		value = nd_fleet_value(&fleet->groups[i], fact);
		if (!value)
			continue;
		for (j = first; j < slices->nr && slices->list[j].value != value; j++)
			;
		if (j == slices->nr) {
			slices->list = nd_realloc(slices->list, (j + 1) * sizeof(*slices->list));
			slices->list[slices->nr++] = (struct nd_slice){
				.fact = fact, .value = value,
			};
		}
		add_slice_hosts(&slices->list[j], &fleet->groups[i]);
	}
	for (i = first; i < slices->nr; i++)
		qsort(slices->list[i].hosts, slices->list[i].nr, sizeof(u32), compare_hosts);
	return slices->nr - first;
}

static void drop_slices(struct slices *slices, u32 nr)
{
	while (slices->nr > nr)
		free(slices->list[--slices->nr].hosts);
}

/* The biggest first; of facts that could not be found out all others. */
static int compare_slices(const void *a, const void *b, void *ctx)
{
	const struct nd_slice *x = a, *y = b;
	const struct nd_fleet *fleet = ctx;
	bool dark_x = !strcmp(fleet->values.texts[x->value], "UNKNOWN");
	bool dark_y = !strcmp(fleet->values.texts[y->value], "UNKNOWN");

	if (dark_x != dark_y)
		return dark_x - dark_y;
	if (x->nr != y->nr)
		return x->nr < y->nr ? 1 : -1;
	if (x->fact != y->fact)
		return strcmp(nd_fleet_name(fleet, x->fact), nd_fleet_name(fleet, y->fact));
	return compare_hosts(&x->hosts[0], &y->hosts[0]);
}

static void sort_slices(const struct nd_fleet *fleet, struct slices *slices, u32 first)
{
	qsort_r(slices->list + first, slices->nr - first, sizeof(*slices->list), compare_slices,
		(void *)fleet);
}

static void emit_slice(const struct nd_fleet *fleet, const struct nd_slice *slice, u32 number,
		       enum nd_fleet_by by, const struct nd_emit *emit)
{
	const char *value = fleet->values.texts[slice->value];
	const struct nd_finding *rule = NULL;
	struct nd_row text;

	nd_row_init(&text, ND_ROW_NOTE, NULL, NULL, NULL);
	if (by == ND_FLEET_BY_FINDING)
		rule = nd_finding_find(nd_fleet_name(fleet, slice->fact));
	nd_row_printf(&text, "%s", value);
	if (rule)
		nd_row_printf(&text, "  %s: %s", rule->id,
			      strcmp(value, "UNKNOWN") ? rule->title : rule->asks);
	nd_group_row(fleet, text.words, slice, number, by, 0, 0, emit);
}

static void emit_slices(const struct nd_fleet *fleet, struct slices *slices, enum nd_fleet_by by,
			const struct nd_emit *emit)
{
	const struct nd_feature *feature;
	struct nd_bit_place place;
	char title[160];
	u32 i;

	for (i = 0; i < slices->nr; i++) {
		struct nd_slice *s = &slices->list[i];

		if (by == ND_FLEET_BY_FEATURE && (!i || s[-1].fact != s->fact)) {
			feature = nd_feature_find(nd_fleet_name(fleet, s->fact));
			if (feature)
				nd_feature_place(feature, &place);
			scnprintf(title, sizeof(title), "%s (%s)", nd_fleet_name(fleet, s->fact),
				  feature ? place.label : "");
			nd_emit_section(emit, title);
		}
		emit_slice(fleet, s, i + 1, by, emit);
	}
}

/*
 * What a slice is odd beside: of a fact with several values the biggest, of a finding all others.
 */
static void set_most(const struct nd_fleet *fleet, struct slices *slices, u32 first,
		     enum nd_fleet_by by)
{
	u32 i, most = 0;

	for (i = first; i < slices->nr; i++)
		if (slices->list[i].nr > most)
			most = slices->list[i].nr;
	for (i = first; i < slices->nr; i++)
		slices->list[i].most =
			by == ND_FLEET_BY_FINDING ? fleet->read - slices->list[i].nr : most;
}

void nd_slice_rows(const struct nd_fleet *fleet, enum nd_fleet_by by, const struct nd_emit *emit)
{
	static const enum nd_fact_kind kinds[ND_NR_FLEET_BY] = {
		[ND_FLEET_BY_FINDING]	= ND_FACT_FINDING,
		[ND_FLEET_BY_FEATURE]	= ND_FACT_FEATURE,
		[ND_FLEET_BY_KERNEL]	= ND_FACT_KERNEL,
		[ND_FLEET_BY_CPU]	= ND_FACT_CPU,
	};
	struct slices slices = { 0 };
	u32 i, first, alike = 0;
	char note[96];

	for (i = 0; i + 1 < fleet->facts.nr; i++) {
		if (nd_fleet_kind(fleet, fleet->order[i]) != kinds[by])
			continue;
		first = slices.nr;
		if (slice_fact(fleet, fleet->order[i], &slices) < 2 && by == ND_FLEET_BY_FEATURE) {
			drop_slices(&slices, first);
			alike++;
			continue;
		}
		set_most(fleet, &slices, first, by);
		if (by == ND_FLEET_BY_FEATURE)
			sort_slices(fleet, &slices, first);
	}
	if (by != ND_FLEET_BY_FEATURE && slices.nr)
		sort_slices(fleet, &slices, 0);
	emit_slices(fleet, &slices, by, emit);
	if (by == ND_FLEET_BY_FEATURE) {
		scnprintf(note, sizeof(note), "%u features are the same on all hosts that may have them.",
			  alike);
		nd_emit_note(emit, note);
	} else if (by == ND_FLEET_BY_FINDING && !slices.nr) {
		nd_emit_note(emit, "No host has a finding.");
	}
	drop_slices(&slices, 0);
	free(slices.list);
}

