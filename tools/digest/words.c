// SPDX-License-Identifier: GPL-2.0-only
#include "tools/digest/words.h"

static bool is_letter(char c)
{
	return c >= 'a' && c <= 'z';
}

bool nd_words_start(const char *text, const char *with)
{
	return *text == *with && !strncmp(text, with, strlen(with));
}

static size_t add(char *dst, size_t at, const char *text)
{
	while (*text && at < ND_WORDS - 1)
		dst[at++] = *text++;
	return at;
}

void nd_words(char dst[ND_WORDS], const char *line, size_t len)
{
	size_t i, at = 0;

	for (i = 0; i < len && at < ND_WORDS - 1; i++) {
		char c = line[i] >= 'A' && line[i] <= 'Z' ? line[i] | 0x20 : line[i];

		if (c == '\'' && at > 1 && dst[at - 1] == 'n' && is_letter(dst[at - 2]) &&
		    i + 1 < len && (line[i + 1] | 0x20) == 't') {
			/* "can't" has no n too many. */
			at = add(dst, at - 1, at > 2 && dst[at - 2] == 'a' && dst[at - 3] == 'c' ?
				 "nnot" : " not");
			i++;
		} else {
			dst[at++] = c ? c : ' ';
		}
	}
	dst[at] = '\0';
}

static bool is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

void nd_words_split(char dst[ND_WORDS], const char *line, size_t len)
{
	char split[ND_WORDS];
	size_t i, at = 0;

	for (i = 0; i < len && at < sizeof(split) - 1; i++) {
		/* Before the first capital, and before the last of several: "KVMRun". */
		if (i && is_capital(line[i]) &&
		    (is_letter(line[i - 1]) ||
		     (is_capital(line[i - 1]) && i + 1 < len && is_letter(line[i + 1]))))
			split[at++] = ' ';
		if (at < sizeof(split) - 1)
			split[at++] = line[i];
	}
	nd_words(dst, split, at);
}

const char *nd_words_find(const char *text, const char *stem)
{
	const char *at = text;

	while ((at = strstr(at, stem))) {
		if (at == text || !is_letter(*at) || !is_letter(at[-1]))
			return at;
		at++;
	}
	return NULL;
}

bool nd_words_any(const char *text, const char *const *list, size_t nr)
{
	size_t i;

	for (i = 0; i < nr; i++)
		if (strstr(text, list[i]))
			return true;
	return false;
}
