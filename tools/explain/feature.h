/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Features and findings: what they are, and how they stand on the machine asked about.
 */
#ifndef NESTDIAG_TOOLS_EXPLAIN_FEATURE_H
#define NESTDIAG_TOOLS_EXPLAIN_FEATURE_H

#include "tools/explain/reading.h"

void nd_explain_feature(struct nd_explain *e);
void nd_explain_finding(struct nd_explain *e);

/** nd_explain_feature_names() - the names it knows, for suggestions and completion */
void nd_explain_feature_names(struct nd_strings *names);
void nd_explain_finding_names(struct nd_strings *names);

#endif /* NESTDIAG_TOOLS_EXPLAIN_FEATURE_H */
