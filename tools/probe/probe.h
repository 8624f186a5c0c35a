/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Running the launch test, see steps.h.
 */
#ifndef NESTDIAG_TOOLS_PROBE_H
#define NESTDIAG_TOOLS_PROBE_H

#include "tools/probe/steps.h"

/** struct nd_probe_cap - a capability that matters for nesting: its number, and what it is for */
struct nd_probe_cap {
	u32 number;
	const char *id;
	const char *label;
};

extern const struct nd_probe_cap nd_probe_caps[ND_PROBE_CAPS_NR];

/** nd_probe_run() - all steps; what they said is in @probe */
void nd_probe_run(struct nd_probe *probe);

/** nd_cost_of() - least and middle of the samples, which are sorted by that */
void nd_cost_of(struct nd_launched *launched, struct nd_cost *cost);

#endif /* NESTDIAG_TOOLS_PROBE_H */
