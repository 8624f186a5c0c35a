/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Groups of hosts that have a value of one fact in common.
 */
#ifndef NESTDIAG_TOOLS_SLICEROWS_H
#define NESTDIAG_TOOLS_SLICEROWS_H

#include "tools/fleet/grouprow.h"

/** nd_slice_rows() - ND_ROW_GROUP for each value of the facts that @by asks for */
void nd_slice_rows(const struct nd_fleet *fleet, enum nd_fleet_by by, const struct nd_emit *emit);

#endif /* NESTDIAG_TOOLS_SLICEROWS_H */
