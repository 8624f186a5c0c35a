/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Parameters of KVM's modules.
 */
#ifndef NESTDIAG_TOOLS_EXPLAIN_PARAM_H
#define NESTDIAG_TOOLS_EXPLAIN_PARAM_H

#include "tools/explain/reading.h"

void nd_explain_param(struct nd_explain *e);

/** nd_explain_param_names() - the names it knows, for suggestions and completion */
void nd_explain_param_names(struct nd_strings *names);

#endif /* NESTDIAG_TOOLS_EXPLAIN_PARAM_H */
