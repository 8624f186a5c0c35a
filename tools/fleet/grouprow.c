// SPDX-License-Identifier: GPL-2.0-only
#include <stdlib.h>

#include "tools/fleet/grouprow.h"
#include "tools/out/text.h"

#define SHOWN_HOSTS	3	/* names of a group that people see */

const char *nd_fleet_by_word(u32 by)
{
	static const char *const words[ND_NR_FLEET_BY] = {
		[ND_FLEET_BY_HOST]	= "host",
		[ND_FLEET_BY_FINDING]	= "finding",
		[ND_FLEET_BY_FEATURE]	= "feature",
		[ND_FLEET_BY_KERNEL]	= "kernel",
		[ND_FLEET_BY_CPU]	= "cpu",
	};

	return by < ND_NR_FLEET_BY ? words[by] : NULL;
}

static void emit_hosts(const struct nd_fleet *fleet, const struct nd_slice *slice,
		       const struct nd_emit *emit)
{
	struct nd_row row;
	u32 i;

	nd_row_init(&row, ND_ROW_DETAIL, NULL, "hosts", NULL);
	for (i = 0; i < slice->nr && i < SHOWN_HOSTS; i++)
		nd_row_printf(&row, "%s%.80s", i ? ", " : "", fleet->files.names[slice->hosts[i]]);
	if (slice->nr > SHOWN_HOSTS)
		nd_row_printf(&row, " and %u more", slice->nr - SHOWN_HOSTS);
	nd_emit_row(emit, &row);
}

void nd_group_row(const struct nd_fleet *fleet, const char *text, const struct nd_slice *slice,
		  u32 number, enum nd_fleet_by by, u32 like, u32 differing,
		  const struct nd_emit *emit)
{
	const char **names = nd_realloc(NULL, (slice->nr + 1) * sizeof(*names));
	struct nd_row row;
	char label[24];
	u32 i;

	for (i = 0; i < slice->nr; i++)
		names[i] = fleet->files.names[slice->hosts[i]];
	names[i] = NULL;
	scnprintf(label, sizeof(label), "%u host%s", slice->nr, slice->nr == 1 ? "" : "s");
	nd_row_init(&row, ND_ROW_GROUP, NULL, label, NULL);
	nd_row_printf(&row, "%s", text);
	nd_row_dec(&row, "group", number);
	nd_row_str(&row, "by", nd_fleet_by_word(by));
	nd_row_str(&row, "fact", slice->fact ? nd_fleet_name(fleet, slice->fact) : NULL);
	nd_row_str(&row, "fact_value", slice->value ? fleet->values.texts[slice->value] : NULL);
	nd_row_dec(&row, "hosts", slice->nr);
	nd_row_bool(&row, "odd", nd_slice_is_odd(slice));
	if (like)
		nd_row_dec(&row, "like", like);
	else
		nd_row_str(&row, "like", NULL);
	nd_row_dec(&row, "differing", differing);
	nd_row_names(&row, "files", names);
	nd_emit_row(emit, &row);
	free(names);
	emit_hosts(fleet, slice, emit);
}
