/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Groups of hosts that are alike in everything.
 */
#ifndef NESTDIAG_TOOLS_ALIKEROWS_H
#define NESTDIAG_TOOLS_ALIKEROWS_H

#include "tools/fleet/grouprow.h"

/** nd_alike_rows() - ND_ROW_GROUP for each, ND_ROW_UNLIKE for each fact that sets it apart */
void nd_alike_rows(const struct nd_fleet *fleet, const struct nd_emit *emit);

#endif /* NESTDIAG_TOOLS_ALIKEROWS_H */
