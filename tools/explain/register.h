/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * MSRs, fields of a VMCS or VMCB, and CPUID leaves.
 */
#ifndef NESTDIAG_TOOLS_EXPLAIN_REGISTER_H
#define NESTDIAG_TOOLS_EXPLAIN_REGISTER_H

#include "tools/explain/reading.h"

void nd_explain_msr(struct nd_explain *e);
void nd_explain_field(struct nd_explain *e);
void nd_explain_vmcb(struct nd_explain *e);
void nd_explain_leaf(struct nd_explain *e);

/** nd_explain_msr_names() - the names it knows, for suggestions and completion */
void nd_explain_msr_names(struct nd_strings *names);
void nd_explain_field_names(struct nd_strings *names);

#endif /* NESTDIAG_TOOLS_EXPLAIN_REGISTER_H */
