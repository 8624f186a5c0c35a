// SPDX-License-Identifier: GPL-2.0-only
#include <string.h>

#include "tools/digest/held.h"
#include "tools/log/logline.h"

/*
 * What goes on with what the line before began has no time, and begins none of the forms of a log.
 */
bool nd_goes_on(const char *text, size_t len)
{
	struct nd_logline line;

	if (!len || strchr("[{<#$>*|~^\033", *text) || !*text)
		return false;
	nd_logline_parse(&line, text, len);
	return !*line.time && line.text == text;
}

void nd_held_clear(struct nd_held *held)
{
	held->shown = 0;
	*held->text = '\0';
}

static const char *last_piece(const struct nd_held *held)
{
	const char *at = strrchr(held->text, ND_PIECE);

	return at ? at + 1 : held->text;
}

bool nd_held_is_wide(const struct nd_held *held)
{
	return strlen(last_piece(held)) >= ND_HELD_WIDTH;
}

/*
 * Terminals break lines at their width; a line of fewer
 * bytes goes on only if the next begins small.
 */
bool nd_held_is_broken(const struct nd_held *held, const char *text, size_t len)
{
	if (!*held->text || !nd_goes_on(text, len))
		return false;
	return (text[0] >= 'a' && text[0] <= 'z') || nd_held_is_wide(held);
}

size_t nd_held_join(const struct nd_held *held, const char *text, size_t len, bool blank,
		    char *joined, size_t size)
{
	size_t i, n = 0;

	for (i = 0; held->text[i] && n + 1 < size; i++) {
		if (held->text[i] != ND_PIECE)
			joined[n++] = held->text[i];
		else if (blank)
			joined[n++] = ' ';
	}
	return n + scnprintf(joined + n, size - n, "%s%.*s", blank ? " " : "", (int)len, text);
}

bool nd_held_add(struct nd_held *held, const char *text, size_t len, u64 unknown, bool topical)
{
	size_t n = 0;

	while (len && strchr("\r\n \t", text[len - 1]))
		len--;
	if (nd_held_is_broken(held, text, len) && len >= ND_HELD_WIDTH &&
	    strlen(held->text) + len + 2 < sizeof(held->text)) {
		n = strlen(held->text);
		held->text[n++] = ND_PIECE;
	} else {
		held->shown = 0;
		held->topical = false;
	}
	held->topical = held->topical || topical;
	scnprintf(held->text + n, sizeof(held->text) - n, "%.*s", len < sizeof(held->text) ? (int)len : 0,
		  text);
	held->shown += unknown;
	return n;
}

void nd_held_other(struct nd_held *held, const char *text, size_t len)
{
	if (len >= ND_HELD_WIDTH && nd_goes_on(text, len))
		nd_held_add(held, text, len, 0, false);
	else
		*held->text = '\0';
	held->seen = 0;
}
