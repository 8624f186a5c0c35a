/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Capabilities of KVM that nesting uses, by their names in Linux's <linux/kvm.h>.
 */
#ifndef NESTDIAG_TOOLS_EXPLAIN_CAPABILITY_H
#define NESTDIAG_TOOLS_EXPLAIN_CAPABILITY_H

#include "tools/explain/reading.h"

void nd_explain_capability(struct nd_explain *e);

/** nd_explain_capability_names() - the names it knows, for suggestions and completion */
void nd_explain_capability_names(struct nd_strings *names);

#endif /* NESTDIAG_TOOLS_EXPLAIN_CAPABILITY_H */
