/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * KVM's own statistics.
 */
#ifndef NESTDIAG_TOOLS_STATS_H
#define NESTDIAG_TOOLS_STATS_H

#include "tools/in/machine.h"

/** nd_live_stats() - record what KVM's debugfs counts, and whether it could be read */
void nd_live_stats(struct nd_machine *machine);

#endif /* NESTDIAG_TOOLS_STATS_H */
