/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What was counted, as metrics: exits, nested guests, failed launches.
 */
#ifndef NESTDIAG_TOOLS_EXITMETRICS_H
#define NESTDIAG_TOOLS_EXITMETRICS_H

#include "core/facts/facts.h"

#include "tools/out/text.h"

/** nd_exit_metrics() - as lines of Prometheus' text format; nothing of what was not counted */
void nd_exit_metrics(const struct nd_facts *facts, struct nd_strings *lines);

#endif /* NESTDIAG_TOOLS_EXITMETRICS_H */
