/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Text that came from outside, made safe to print; and what the tool says beside its answers.
 */
#ifndef NESTDIAG_TOOLS_TEXT_H
#define NESTDIAG_TOOLS_TEXT_H

#include <nestdiag/types.h>

/**
 * nd_text_escape() - copy @len bytes, non-printing ones as \xNN; what does not fit is cut to "..."
 *
 * For excerpts of input: visible characters in UTF-8 are copied, and of all else the reader must
 * see which bytes are there.
 */
void nd_text_escape(char *dst, size_t size, const char *src, size_t len);

/**
 * nd_text_clean() - replace control characters and bytes that are not UTF-8 by '?', in place
 *
 * A snapshot may come from anybody: its text must not reach a terminal's escape sequences, and
 * JSON must be UTF-8.
 */
void nd_text_clean(char *text);

/** nd_text_clean_lines() - the same, but line ends stay, and a tab becomes a blank */
void nd_text_clean_lines(char *text);

/** nd_text_time() - the time in UTC as 2026-11-28T19:20:00Z; @size is at least 21 */
void nd_text_time(char *buf, size_t size);

/** nd_text_near() - the one of @words (NULL ends them) that @word was meant to be, or NULL */
const char *nd_text_near(const char *word, const char *const *words);

/** struct nd_strings - sentences collected while reading, in order */
struct nd_strings {
	char **list;
	size_t nr;
};

__printf(2, 3) void nd_strings_add(struct nd_strings *strings, const char *fmt, ...);
void nd_strings_free(struct nd_strings *strings);

/** nd_error() - one line "nestdiag: ..." on standard error */
__printf(1, 2) void nd_error(const char *fmt, ...);

/** nd_note() - the same for what is not an error; silent after nd_note_quiet() */
__printf(1, 2) void nd_note(const char *fmt, ...);
void nd_note_quiet(void);

/** nd_realloc() - realloc() that ends the program if there is no memory */
void *nd_realloc(void *mem, size_t size);

#endif /* NESTDIAG_TOOLS_TEXT_H */
