/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Texts of Windows: PowerShell and wsl.exe write UTF-16.
 */
#ifndef NESTDIAG_UTF16_H
#define NESTDIAG_UTF16_H

#include <nestdiag/types.h>

/**
 * struct nd_utf16 - a text in UTF-16 while it is read
 * @is:   it is one
 * @big:  the byte of a unit that counts more comes first
 * @odd:  the first byte of a unit whose other one was not read yet, negative if there is none
 * @high: the first unit of a character that takes two, 0 if there is none
 */
struct nd_utf16 {
	bool is;
	bool big;
	int odd;
	u32 high;
};

/* Bytes of UTF-8 for so many of UTF-16, at most: three for a unit, and what was held back. */
#define ND_UTF16_ROOM(len)	((len) / 2 * 3 + 6)

/**
 * nd_utf16_begin() - see by its first bytes whether a text is UTF-16
 *
 * By the byte order mark; or, as wsl.exe writes none, by every other byte being 0, which it is
 * where the text is English.
 */
void nd_utf16_begin(struct nd_utf16 *utf16, const char *text, size_t len);

/**
 * nd_utf16_take() - the next bytes of it as UTF-8
 * @out: has room for ND_UTF16_ROOM(@len) bytes
 *
 * Halves of characters without the other become U+FFFD; the mark at the start is left out.
 *
 * Return: the bytes in @out.
 */
size_t nd_utf16_take(struct nd_utf16 *utf16, const char *text, size_t len, char *out);

#endif /* NESTDIAG_UTF16_H */
