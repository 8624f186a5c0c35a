// SPDX-License-Identifier: GPL-2.0-only
/*
 * Groups of hosts that are alike in everything, and what sets them apart.
 */
#include "tools/fleet/alikerows.h"

#define NEIGHBOURS	64	/* biggest groups, to which the smaller ones are compared */
#define MAX_UNLIKE	32	/* facts of a group that scripts get; their number they get, too */

static const char *value_text(const struct nd_fleet *fleet, u32 fact, u32 value)
{
	if (value)
		return fleet->values.texts[value];
	return nd_fleet_kind(fleet, fact) == ND_FACT_FINDING ? "no" : "none";
}

/* "parameter kvm_intel nested", and of kinds with a single fact its name. */
static void name_fact(const struct nd_fleet *fleet, u32 fact, struct nd_row *row)
{
	const char *kind = nd_fact_kind_word(nd_fleet_kind(fleet, fact));

	if (nd_fleet_kind(fleet, fact) >= ND_FACT_HOST && strcmp(kind, nd_fleet_name(fleet, fact)))
		nd_row_printf(row, "%s ", kind);
	nd_row_printf(row, "%s", nd_fleet_name(fleet, fact));
}

/* Appends the value of the first fact of a kind, which every host has. */
static void describe_kind(const struct nd_fleet *fleet, const struct nd_group *group,
			  enum nd_fact_kind kind, const char *before, struct nd_row *row)
{
	u32 i;

	for (i = 0; i + 1 < fleet->facts.nr; i++)
		if (nd_fleet_kind(fleet, fleet->order[i]) == kind &&
		    nd_fleet_value(group, fleet->order[i]))
			break;
	if (i + 1 < fleet->facts.nr)
		nd_row_printf(row, "%s%s", before,
			      fleet->values.texts[nd_fleet_value(group, fleet->order[i])]);
}

/* How many facts differ; those that do not follow from others into @causes. */
static u32 count_differences(const struct nd_fleet *fleet, const struct nd_group *a,
			     const struct nd_group *b, u32 *causes)
{
	u32 i, n = 0, nr = a->nr_values > b->nr_values ? a->nr_values : b->nr_values;

	*causes = 0;
	for (i = 1; i < nr; i++) {
		if (nd_fleet_value(a, i) == nd_fleet_value(b, i))
			continue;
		n++;
		*causes += nd_fleet_kind(fleet, i) < ND_FACT_FEATURE;
	}
	return n;
}

/* Of the bigger groups the one that @group differs from for the fewest causes, then facts. */
static const struct nd_group *find_like(const struct nd_fleet *fleet, const struct nd_group *group,
					u32 *differences)
{
	const struct nd_group *like = NULL, *it;
	u32 n, causes, least = 0;

	*differences = 0;
	for (it = fleet->groups; it < group && it < fleet->groups + NEIGHBOURS; it++) {
		n = count_differences(fleet, group, it, &causes);
		if (!like || causes < least || (causes == least && n < *differences)) {
			like = it;
			least = causes;
			*differences = n;
		}
	}
	return like;
}

/* The facts that differ: the first one in full into @row, the names of the others into @also. */
static void describe_differences(const struct nd_fleet *fleet, const struct nd_group *group,
				 const struct nd_group *like, struct nd_row *row,
				 struct nd_row *also, const struct nd_emit *emit)
{
	u32 number = group - fleet->groups + 1, n = 0, i;
	struct nd_row unlike;

	for (i = 0; i + 1 < fleet->facts.nr; i++) {
		u32 fact = fleet->order[i];
		u32 value = nd_fleet_value(group, fact), usual = nd_fleet_value(like, fact);

		if (value == usual)
			continue;
		name_fact(fleet, fact, n ? also : row);
		nd_row_printf(n ? also : row, ": %s (%s)%s", value_text(fleet, fact, value),
			      value_text(fleet, fact, usual), n ? "; " : "");
		if (n++ >= MAX_UNLIKE)
			continue;
		nd_row_init(&unlike, ND_ROW_UNLIKE, NULL, NULL, NULL);
		nd_row_dec(&unlike, "group", number);
		nd_row_dec(&unlike, "like", like - fleet->groups + 1);
		nd_row_str(&unlike, "fact_kind", nd_fact_kind_word(nd_fleet_kind(fleet, fact)));
		nd_row_str(&unlike, "fact", nd_fleet_name(fleet, fact));
		nd_row_str(&unlike, "fact_value", value ? fleet->values.texts[value] : NULL);
		nd_row_str(&unlike, "usual_value", usual ? fleet->values.texts[usual] : NULL);
		nd_emit_row(emit, &unlike);
	}
}

static void emit_alike(const struct nd_fleet *fleet, const struct nd_group *group,
		       const struct nd_group *like, u32 differing, const struct nd_emit *emit)
{
	const struct nd_slice slice = {
		.hosts = group->hosts, .nr = group->nr_hosts, .most = like ? like->nr_hosts : 0,
	};
	u32 number = group - fleet->groups + 1, like_number = like ? like - fleet->groups + 1 : 0;
	struct nd_row text, also;
	size_t len;

	nd_row_init(&text, ND_ROW_NOTE, NULL, NULL, NULL);
	nd_row_init(&also, ND_ROW_DETAIL, NULL, "also", NULL);
	nd_row_printf(&text, "group %u", number);
	nd_row_printf(&also, "%u more: ", differing ? differing - 1 : 0);
	if (like) {
		nd_row_printf(&text, ", as group %u but for ", like_number);
		describe_differences(fleet, group, like, &text, &also, emit);
	} else {
		describe_kind(fleet, group, ND_FACT_CPU, ": ", &text);
		describe_kind(fleet, group, ND_FACT_MICROCODE, ", microcode ", &text);
		describe_kind(fleet, group, ND_FACT_KERNEL, ", kernel ", &text);
		describe_kind(fleet, group, ND_FACT_PLATFORM, ", ", &text);
	}
	nd_group_row(fleet, text.words, &slice, number, ND_FLEET_BY_HOST, like_number, differing,
		     emit);
	if (differing < 2)
		return;
	len = strlen(also.words);
	if (also.words[len - 2] == ';')
		also.words[len - 2] = '\0';
	nd_emit_row(emit, &also);
}

void nd_alike_rows(const struct nd_fleet *fleet, const struct nd_emit *emit)
{
	const struct nd_group *like;
	u32 i, odd, differences;
	bool titled;

	for (odd = 0; odd < 2; odd++) {
		titled = false;
		for (i = 0; i < fleet->nr_groups; i++) {
			const struct nd_group *group = &fleet->groups[i];

			like = find_like(fleet, group, &differences);
			if ((like && group->nr_hosts * ND_FLEET_ODD <= like->nr_hosts) != odd)
				continue;
			if (!titled)
				nd_emit_section(emit, odd ? "Odd ones out (in brackets: the group they resemble)" :
						"Hosts that are alike in all facts that were compared");
			titled = true;
			emit_alike(fleet, group, like, differences, emit);
		}
	}
}

