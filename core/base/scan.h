/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Taking a line of text apart. Nothing here needs terminated strings, and nothing is guessed: what
 * is not exactly what was asked for is refused.
 */
#ifndef NESTDIAG_SCAN_H
#define NESTDIAG_SCAN_H

#include <nestdiag/types.h>

/**
 * struct nd_token - a part of a line
 * @s:   its start, not terminated
 * @len: its length
 */
struct nd_token {
	const char *s;
	size_t len;
};

/**
 * nd_scan_split() - split a line at single spaces
 * @text:   the line
 * @len:    its length
 * @tokens: where they go
 * @max:    how many fit
 * @total:  set to their number, those that did not fit included
 *
 * Return: how many are in @tokens. Two spaces in a row have an empty token between them.
 */
unsigned int nd_scan_split(const char *text, size_t len, struct nd_token *tokens,
			   unsigned int max, unsigned int *total);

/** nd_scan_digits() - all of the text is a number to @base without prefix, and fits 64 bits */
bool nd_scan_digits(const char *s, size_t len, unsigned int base, u64 *value);

/* Hexadecimal with 0x, and decimal; false if the number is greater than @max. */
bool nd_scan_hex(const struct nd_token *t, u64 max, u64 *value);
bool nd_scan_dec(const struct nd_token *t, u64 max, u64 *value);
bool nd_scan_hex_u32(const struct nd_token *t, u32 *value);
bool nd_scan_dec_u32(const struct nd_token *t, u32 *value);

/** nd_scan_is() - the token is this word */
bool nd_scan_is(const struct nd_token *t, const char *word);

/** nd_scan_text() - undo the \ooo of a text; false if it does not fit or is not well formed */
bool nd_scan_text(const struct nd_token *t, char *buf, size_t size);

/** nd_scan_bytes() - exactly @len bytes, two hexadecimal digits each */
bool nd_scan_bytes(const struct nd_token *t, u8 *bytes, size_t len);

#endif /* NESTDIAG_SCAN_H */
