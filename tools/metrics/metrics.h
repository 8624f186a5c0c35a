/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * A machine as metrics.
 */
#ifndef NESTDIAG_TOOLS_METRICS_H
#define NESTDIAG_TOOLS_METRICS_H

#include "core/facts/facts.h"

#include "tools/out/text.h"

/**
 * nd_metrics() - everything as lines of Prometheus' text format
 * @facts:   the machine
 * @version: of the tool
 * @lines:   where they go
 *
 * docs/metrics.md is the reference. Labels take their values from tables, so their number is
 * bounded; processes, VMs and vCPUs are none.
 */
void nd_metrics(const struct nd_facts *facts, const char *version, struct nd_strings *lines);

#endif /* NESTDIAG_TOOLS_METRICS_H */
