/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * A line in the form in which words are looked for.
 */
#ifndef NESTDIAG_TOOLS_WORDS_H
#define NESTDIAG_TOOLS_WORDS_H

#include <nestdiag/types.h>

#define ND_WORDS	1024	/* bytes of a line that are looked at */

/**
 * nd_words() - a line in small letters, "isn't" as "is not" and "can't" as "cannot"
 * @dst:  room for it
 * @line: any bytes
 * @len:  their number
 */
void nd_words(char dst[ND_WORDS], const char *line, size_t len);

/** nd_words_split() - the same with "CreateVcpu" as "create vcpu" */
void nd_words_split(char dst[ND_WORDS], const char *line, size_t len);

/** nd_words_start() - does @text start with @with? */
bool nd_words_start(const char *text, const char *with);

/** nd_words_find() - @stem in @text, at the start of a word; NULL if it is not there */
const char *nd_words_find(const char *text, const char *stem);

/** nd_words_any() - is one of the first @nr of @list in @text, also within a word? */
bool nd_words_any(const char *text, const char *const *list, size_t nr);

#endif /* NESTDIAG_TOOLS_WORDS_H */
