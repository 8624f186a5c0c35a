/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * This machine: what its module read in ring 0, or what can be had without it.
 */
#ifndef NESTDIAG_TOOLS_LIVE_H
#define NESTDIAG_TOOLS_LIVE_H

#include "tools/in/machine.h"

/** nd_live_ask() - gather this machine's facts, by its module if that is loaded */
enum nd_exit nd_live_ask(struct nd_machine *machine);

/**
 * nd_live_figures() - what the module has counted until now, in place of what the machine had
 *
 * All other facts stay as they were: to read them takes
 * longer, and they do not change by the second.
 */
enum nd_exit nd_live_figures(struct nd_machine *machine);

/**
 * nd_live_recorder() - the last exits of vCPUs, which the module has in a file of its own
 *
 * If they cannot be had, a note says why.
 */
void nd_live_recorder(struct nd_machine *machine);

#endif /* NESTDIAG_TOOLS_LIVE_H */
