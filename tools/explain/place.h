/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Where guests run, by name: hypervisors, VMMs and clouds.
 */
#ifndef NESTDIAG_TOOLS_EXPLAIN_PLACE_H
#define NESTDIAG_TOOLS_EXPLAIN_PLACE_H

#include "tools/explain/reading.h"

void nd_explain_place(struct nd_explain *e);

/** nd_explain_is_place() - is it a name of one? Within a sentence it is meant as such. */
bool nd_explain_is_place(const char *word);

/** nd_explain_place_names() - the names it knows, for suggestions and completion */
void nd_explain_place_names(struct nd_strings *names);

#endif /* NESTDIAG_TOOLS_EXPLAIN_PLACE_H */
