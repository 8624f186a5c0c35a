/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * A fleet as rows.
 */
#ifndef NESTDIAG_TOOLS_FLEETROWS_H
#define NESTDIAG_TOOLS_FLEETROWS_H

#include "tools/fleet/grouprow.h"

/**
 * nd_fleet_rows() - ND_ROW_GROUP for each group,
 * ND_ROW_UNLIKE for what sets groups of alike hosts apart
 *
 * Columns of groups: group, by, fact, fact_value, hosts, odd, like, differing,
 * files.
 */
void nd_fleet_rows(const struct nd_fleet *fleet, enum nd_fleet_by by, const struct nd_emit *emit);

/** nd_fleet_unread_rows() - ND_ROW_UNREAD for each file that could not be read */
void nd_fleet_unread_rows(const struct nd_fleet *fleet, const struct nd_emit *emit);

#endif /* NESTDIAG_TOOLS_FLEETROWS_H */
