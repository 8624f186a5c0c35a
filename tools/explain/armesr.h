/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Syndromes of exceptions on Arm, and their classes.
 */
#ifndef NESTDIAG_TOOLS_EXPLAIN_ARMESR_H
#define NESTDIAG_TOOLS_EXPLAIN_ARMESR_H

#include "tools/explain/reading.h"

void nd_explain_arm_esr(struct nd_explain *e);

/** nd_explain_arm_class() - also by the names that KVM's traces print: DABT_LOW */
void nd_explain_arm_class(struct nd_explain *e);

/** nd_explain_arm_names() - these names, for suggestions and completion */
void nd_explain_arm_names(struct nd_strings *names);

#endif /* NESTDIAG_TOOLS_EXPLAIN_ARMESR_H */
