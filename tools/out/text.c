// SPDX-License-Identifier: GPL-2.0-only
#include <stdarg.h>
#include <stdlib.h>
#include <time.h>

#include "core/findings/status.h"

#include "tools/out/text.h"

/* Characters without a shape of their own that hide or reorder what stands beside them. */
static bool is_invisible(u32 point)
{
	return (point >= 0x200b && point <= 0x200f) || (point >= 0x2028 && point <= 0x202e) ||
	       (point >= 0x2060 && point <= 0x206f) || point == 0x061c || point == 0xfeff ||
	       point == 0xfffe || point == 0xffff;
}

/* Length of the well-formed, visible UTF-8 sequence at @s, 0 if there is none; @s ends in a 0. */
static size_t utf8_length(const unsigned char *s)
{
	size_t len = s[0] >= 0xf0 ? 4 : s[0] >= 0xe0 ? 3 : 2;
	u32 point = s[0] & (0x7f >> len);
	size_t i;

	if (s[0] < 0xc2 || s[0] > 0xf4)
		return 0;
	for (i = 1; i < len; i++) {
		if ((s[i] & 0xc0) != 0x80)
			return 0;
		point = point << 6 | (s[i] & 0x3f);
	}
	if ((len == 3 && point < 0x800) || (len == 4 && (point < 0x10000 || point > 0x10ffff)))
		return 0;
	/* Surrogates, and U+0080 to U+009F: control characters to a terminal. */
	if ((point >= 0xd800 && point < 0xe000) || point < 0xa0 || is_invisible(point))
		return 0;
	return len;
}

/* The same for text that ends by its length. */
static size_t utf8_at(const char *text, size_t len)
{
	unsigned char s[5] = { 0 };

	memcpy(s, text, len < 4 ? len : 4);
	return utf8_length(s);
}

void nd_text_escape(char *dst, size_t size, const char *src, size_t len)
{
	size_t out = 0;
	size_t i;

	for (i = 0; i < len; i++) {
		unsigned char c = src[i];
		size_t wide = c < 0x80 ? 0 : utf8_at(src + i, len - i);

		/* Room for the longest escape, the mark of a cut and the end. */
		if (out + 4 + 3 + 1 > size) {
			memcpy(dst + out, "...", 3);
			out += 3;
			break;
		}
		if (wide) {
			memcpy(dst + out, src + i, wide);
			out += wide;
			i += wide - 1;
		} else if ((c >= 0x20 && c < 0x7f) || c == '\t') {
			dst[out++] = c == '\t' ? ' ' : c;
		} else {
			out += scnprintf(dst + out, 5, "\\x%02x", c);
		}
	}
	dst[out] = '\0';
}

void nd_text_clean(char *text)
{
	unsigned char *s = (unsigned char *)text;

	while (*s) {
		size_t len = *s < 0x80 ? 1 : utf8_length(s);

		if (!len || *s < 0x20 || *s == 0x7f) {
			*s++ = '?';
			continue;
		}
		s += len;
	}
}

void nd_text_clean_lines(char *text)
{
	char *end, *tab;

	for (; text; text = end ? end + 1 : NULL) {
		end = strchr(text, '\n');
		if (end)
			*end = '\0';
		while ((tab = strchr(text, '\t')))
			*tab = ' ';
		nd_text_clean(text);
		if (end)
			*end = '\n';
	}
}

void nd_text_time(char *buf, size_t size)
{
	time_t now = time(NULL);

	strftime(buf, size, "%Y-%m-%dT%H:%M:%SZ", gmtime(&now));
}

#define NEAR_WORD	24	/* longer words than ours have nothing near */

/* Edit distance with neighbours swapped as one step: "stauts" is a single slip. */
static unsigned int distance(const char *a, const char *b)
{
	unsigned int d[NEAR_WORD + 1][NEAR_WORD + 1];
	size_t la = strlen(a), lb = strlen(b);
	size_t i, j;

	if (la > NEAR_WORD || lb > NEAR_WORD)
		return NEAR_WORD;
	for (i = 0; i <= la; i++)
		d[i][0] = i;
	for (j = 0; j <= lb; j++)
		d[0][j] = j;
	for (i = 1; i <= la; i++) {
		for (j = 1; j <= lb; j++) {
			unsigned int best = d[i - 1][j - 1] + (a[i - 1] != b[j - 1]);

			if (d[i - 1][j] + 1 < best)
				best = d[i - 1][j] + 1;
			if (d[i][j - 1] + 1 < best)
				best = d[i][j - 1] + 1;
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
			    d[i - 2][j - 2] + 1 < best)
				best = d[i - 2][j - 2] + 1;
			d[i][j] = best;
		}
	}
	return d[la][lb];
}

const char *nd_text_near(const char *word, const char *const *words)
{
	unsigned int best = NEAR_WORD;
	const char *near = NULL;

	for (; *words; words++) {
		size_t len = strlen(*words);
		unsigned int d = distance(word, *words);

		/* A beginning of a word means that word, however much is still to type. */
		if (*word && strlen(word) < len && !strncmp(word, *words, strlen(word)))
			d = 1;
		if (d < best && d <= (len + 2) / 3) {
			best = d;
			near = *words;
		}
	}
	return near;
}

void nd_strings_add(struct nd_strings *strings, const char *fmt, ...)
{
	char text[512];
	va_list args;
	char *copy;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	nd_text_clean(text);

	copy = nd_realloc(NULL, strlen(text) + 1);
	memcpy(copy, text, strlen(text) + 1);
	strings->list = nd_realloc(strings->list, (strings->nr + 1) * sizeof(*strings->list));
	strings->list[strings->nr++] = copy;
}

void nd_strings_free(struct nd_strings *strings)
{
	while (strings->nr)
		free(strings->list[--strings->nr]);
	free(strings->list);
	strings->list = NULL;
}

static void say(const char *fmt, va_list args)
{
	char text[1024];

	vsnprintf(text, sizeof(text), fmt, args);
	nd_text_clean(text);
	/* What was answered before comes first, also if both streams end in one file. */
	fflush(stdout);
	fprintf(stderr, "nestdiag: %s\n", text);
}

void nd_error(const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	say(fmt, args);
	va_end(args);
}

static bool quiet;

void nd_note_quiet(void)
{
	quiet = true;
}

void nd_note(const char *fmt, ...)
{
	va_list args;

	if (quiet)
		return;
	va_start(args, fmt);
	say(fmt, args);
	va_end(args);
}

void *nd_realloc(void *mem, size_t size)
{
	void *new = realloc(mem, size);

	if (!new) {
		nd_error("out of memory");
		exit(ND_EXIT_UNKNOWN);
	}
	return new;
}
