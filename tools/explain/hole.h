/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Holes of nested virtualization, by CVE or by name.
 */
#ifndef NESTDIAG_TOOLS_EXPLAIN_HOLE_H
#define NESTDIAG_TOOLS_EXPLAIN_HOLE_H

#include "tools/explain/reading.h"

/** nd_explain_hole() - add the hole that the word names */
void nd_explain_hole(struct nd_explain *e);

void nd_explain_hole_names(struct nd_strings *names);

/** nd_explain_is_cve() - does a text look like a CVE's number? */
bool nd_explain_is_cve(const char *text);

#endif /* NESTDIAG_TOOLS_EXPLAIN_HOLE_H */
