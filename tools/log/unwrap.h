/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What programs wrap around a line that they pass on: colours, escapes of JSON, typographic quotes.
 */
#ifndef NESTDIAG_TOOLS_UNWRAP_H
#define NESTDIAG_TOOLS_UNWRAP_H

#include <nestdiag/types.h>

#define ND_UNWRAP_MAX	8192	/* bytes of a line that are looked at */

/**
 * struct nd_unwrap - a line without its wrapping
 * @text: the lines that it holds, each ends with a line feed
 * @len:  their bytes
 * @at:   where nd_unwrap_next() goes on
 */
struct nd_unwrap {
	char text[ND_UNWRAP_MAX];
	size_t len;
	size_t at;
};

/** nd_unwrap() - take the wrapping off; what is longer than ND_UNWRAP_MAX is cut */
void nd_unwrap(struct nd_unwrap *unwrap, const char *line, size_t len);

/*
 * With which bytes something begins that nd_unwrap() would
 * change: a bracket, others; and bytes of no text.
 */
#define ND_WRAPS_BRACKET	1
#define ND_WRAPS_OTHER		2
#define ND_WRAPS_NO_TEXT	4

extern const u8 nd_wraps[256];

/**
 * nd_is_wrapped() - has a line anything that nd_unwrap() would change?
 * @begins: nd_wraps[] of all its bytes
 *
 * Where "qemu-system-x86_64: " begins another message is not looked for.
 */
bool nd_is_wrapped(const char *line, size_t len, u8 begins);

/** nd_unwrap_next() - the next of the lines that a line holds; false behind the last */
bool nd_unwrap_next(struct nd_unwrap *unwrap, const char **text, size_t *len);

#endif /* NESTDIAG_TOOLS_UNWRAP_H */
