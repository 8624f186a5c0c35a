/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What stands in front of a value that is to be taken out, whatever it looks like.
 */
#ifndef NESTDIAG_TOOLS_CONTEXT_H
#define NESTDIAG_TOOLS_CONTEXT_H

#include "tools/redact/names.h"

/* What is done with the value. */
enum nd_context_what {
	ND_CONTEXT_NAME,	/* it gets a pseudonym */
	ND_CONTEXT_TEXT,	/* it is taken out up to the end of its element */
	ND_CONTEXT_SECRET,	/* it is taken out, also if nothing else is */
};

/**
 * struct nd_context - a context
 * @before: what stands in front, of any case
 * @what:   what is done
 * @kind:   what the value is
 * @end:    what ends the value; NULL: a blank, quote, comma, bracket or semicolon
 */
struct nd_context {
	const char *before;
	enum nd_context_what what;
	enum nd_name_kind kind;
	const char *end;
};

/** nd_context_at() - the context whose value begins behind what is at @at, or NULL */
const struct nd_context *nd_context_at(const char *text, const char *at);

/** nd_context_length() - the length of that value; 0 if there is none to take out */
size_t nd_context_length(const struct nd_context *context, const char *value);

#endif /* NESTDIAG_TOOLS_CONTEXT_H */
