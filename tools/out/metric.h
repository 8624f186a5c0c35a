/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Lines of Prometheus' text format, version 0.0.4.
 */
#ifndef NESTDIAG_TOOLS_METRIC_H
#define NESTDIAG_TOOLS_METRIC_H

#include <nestdiag/types.h>

#include "tools/out/text.h"

/**
 * struct nd_label - a label of a sample
 * @name:  its name, NULL behind the last
 * @value: its value, of any content; NULL is empty
 */
struct nd_label {
	const char *name;
	const char *value;
};

/** nd_metric_family() - "# HELP" and "# TYPE", in front of the samples of @name */
void nd_metric_family(struct nd_strings *lines, const char *name, const char *type,
		      const char *help);

/** nd_metric() - a sample with a whole number, @labels may be NULL */
void nd_metric(struct nd_strings *lines, const char *name, const struct nd_label *labels,
	       u64 value);

/** nd_metric_seconds() - a sample of @ns nanoseconds, in seconds */
void nd_metric_seconds(struct nd_strings *lines, const char *name, const struct nd_label *labels,
		       u64 ns);

/** nd_metric_milli() - a sample of @thousandths */
void nd_metric_milli(struct nd_strings *lines, const char *name, const struct nd_label *labels,
		     u64 thousandths);

#endif /* NESTDIAG_TOOLS_METRIC_H */
