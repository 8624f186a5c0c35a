/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * A text being redacted.
 */
#ifndef NESTDIAG_TOOLS_SCAN_H
#define NESTDIAG_TOOLS_SCAN_H

#include <stdio.h>

#include "tools/redact/names.h"

#define ND_REMOVED	"(removed)"

struct nd_redact;

/**
 * struct nd_scan - a text being redacted
 * @r:     for whom
 * @names: the pseudonyms
 * @domain: of this host, with the dot in front
 * @text:  the text, with a 0 behind it
 * @at:    what is looked at
 * @quote: the quote within which that is, 0 if there is none
 * @to:    takes the result
 */
struct nd_scan {
	struct nd_redact *r;
	struct nd_names *names;
	const char *domain;
	const char *text;
	const char *at;
	char quote;
	FILE *to;
};

/** nd_scan_word() - is @c part of a word? */
bool nd_scan_word(char c);

/** nd_scan_before() - what stands in front of @at */
char nd_scan_before(const struct nd_scan *scan);

/** nd_scan_name() - put a pseudonym in the place of @len bytes */
void nd_scan_name(struct nd_scan *scan, enum nd_name_kind kind, size_t len);

/** nd_scan_copy() - copy @len bytes */
void nd_scan_copy(struct nd_scan *scan, size_t len);

#endif /* NESTDIAG_TOOLS_SCAN_H */
