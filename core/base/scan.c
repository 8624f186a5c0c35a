// SPDX-License-Identifier: GPL-2.0-only
/*
 * Taking a line of text apart: tokens, and what they stand for.
 */
#include "core/base/scan.h"

static int scan_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return 16;
}

bool nd_scan_digits(const char *s, size_t len, unsigned int base, u64 *value)
{
	u64 v = 0;
	size_t i;

	for (i = 0; i < len; i++) {
		unsigned int digit = scan_digit(s[i]);

		if (digit >= base || v > (~0ULL - digit) / base)
			return false;
		v = v * base + digit;
	}
	*value = v;
	return len > 0;
}

bool nd_scan_hex(const struct nd_token *t, u64 max, u64 *value)
{
	return t->len > 2 && t->s[0] == '0' && t->s[1] == 'x' &&
	       nd_scan_digits(t->s + 2, t->len - 2, 16, value) && *value <= max;
}

bool nd_scan_dec(const struct nd_token *t, u64 max, u64 *value)
{
	return nd_scan_digits(t->s, t->len, 10, value) && *value <= max;
}

bool nd_scan_is(const struct nd_token *t, const char *word)
{
	return t->len == strlen(word) && !memcmp(t->s, word, t->len);
}

bool nd_scan_hex_u32(const struct nd_token *t, u32 *value)
{
	u64 v;

	if (!nd_scan_hex(t, ~0U, &v))
		return false;
	*value = v;
	return true;
}

bool nd_scan_dec_u32(const struct nd_token *t, u32 *value)
{
	u64 v;

	if (!nd_scan_dec(t, ~0U, &v))
		return false;
	*value = v;
	return true;
}

/* Undoes the \ooo of a field. False if it does not fit or is not well formed. */
bool nd_scan_text(const struct nd_token *t, char *buf, size_t size)
{
	size_t i, at = 0;
	u64 byte;

	for (i = 0; i < t->len; i++) {
		byte = t->s[i];
		if (t->s[i] == '\\') {
			if (t->len - i < 4 || !nd_scan_digits(t->s + i + 1, 3, 8, &byte) ||
			    byte == 0 || byte > 255)
				return false;
			i += 3;
		}
		if (at + 1 >= size)
			return false;
		buf[at++] = byte;
	}
	buf[at] = '\0';
	return true;
}

/* Exactly @len bytes, two digits each. */
bool nd_scan_bytes(const struct nd_token *t, u8 *bytes, size_t len)
{
	u64 byte;
	size_t i;

	if (t->len != 2 * len)
		return false;
	for (i = 0; i < len; i++) {
		if (!nd_scan_digits(t->s + 2 * i, 2, 16, &byte))
			return false;
		bytes[i] = byte;
	}
	return true;
}

/* Splits at single spaces; @total also counts the fields that did not fit into @tokens. */
unsigned int nd_scan_split(const char *text, size_t len, struct nd_token *tokens,
			   unsigned int max, unsigned int *total)
{
	unsigned int n = 0;
	size_t i, start = 0;

	*total = 0;
	for (i = 0; i <= len; i++) {
		if (i < len && text[i] != ' ')
			continue;
		if (n < max)
			tokens[n++] = (struct nd_token){ text + start, i - start };
		++*total;
		start = i + 1;
	}
	return n;
}
