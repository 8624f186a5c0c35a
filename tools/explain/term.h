/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Words of the field.
 */
#ifndef NESTDIAG_TOOLS_EXPLAIN_TERM_H
#define NESTDIAG_TOOLS_EXPLAIN_TERM_H

#include "tools/explain/reading.h"

void nd_explain_term(struct nd_explain *e);

/** nd_explain_term_names() - the names it knows, for suggestions and completion */
void nd_explain_term_names(struct nd_strings *names);

#endif /* NESTDIAG_TOOLS_EXPLAIN_TERM_H */
