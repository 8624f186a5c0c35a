// SPDX-License-Identifier: GPL-2.0-only
#include "tools/fleet/alikerows.h"
#include "tools/fleet/fleetrows.h"
#include "tools/fleet/slicerows.h"

void nd_fleet_rows(const struct nd_fleet *fleet, enum nd_fleet_by by, const struct nd_emit *emit)
{
	if (by == ND_FLEET_BY_HOST)
		nd_alike_rows(fleet, emit);
	else
		nd_slice_rows(fleet, by, emit);
}

void nd_fleet_unread_rows(const struct nd_fleet *fleet, const struct nd_emit *emit)
{
	struct nd_row row;
	u32 i;

	if (fleet->nr_unread)
		nd_emit_section(emit, "Could not be read");
	for (i = 0; i < fleet->nr_unread; i++) {
		nd_row_init(&row, ND_ROW_UNREAD, NULL, NULL, NULL);
		nd_row_printf(&row, "%s: %s", fleet->files.names[fleet->unread[i].file],
			      fleet->unread[i].why);
		nd_row_str(&row, "file", fleet->files.names[fleet->unread[i].file]);
		nd_row_str(&row, "why_unread", fleet->unread[i].why);
		nd_emit_row(emit, &row);
	}
}
