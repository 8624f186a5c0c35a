// SPDX-License-Identifier: GPL-2.0-only
#include <string.h>

#include "tools/digest/held.h"
#include "tools/digest/typed.h"
#include "tools/digest/wrap.h"
#include "tools/log/logline.h"
#include "tools/log/msgmatch.h"

#define NARROW	60	/* columns; nobody has a narrower terminal */
#define WIDE	240	/* nor a wider one */
#define PIECES	16	/* of a line; lines of one width that go on for longer are a table */

/**
 * struct wrap - how a text was broken
 * @width: columns of its longest line
 * @words: between words, so a line that goes on in the next is shorter by a word of that at most
 * @sure:  so many lines have just this width that none of it is by chance
 */
struct wrap {
	size_t width;
	bool words;
	bool sure;
};

/* A line as it came. */
struct piece {
	const char *at;
	size_t len;
};

/* Return: where the piece after it begins, NULL behind the last. */
static const char *take_piece(const char *at, const char *end, struct piece *piece)
{
	const char *stop;

	if (at == end)
		return NULL;
	stop = memchr(at, '\n', end - at);
	piece->at = at;
	piece->len = (stop ? stop : end) - at;
	while (piece->len && at[piece->len - 1] == '\r')
		piece->len--;
	return stop ? stop + 1 : end;
}

/* Characters of UTF-8. Some of Chinese take two columns: texts with them are not put together. */
static size_t columns(const char *text, size_t len)
{
	size_t i, n = 0;

	for (i = 0; i < len; i++)
		n += (text[i] & 0xc0) != 0x80;
	return n;
}

static size_t first_word(const struct piece *piece)
{
	const char *blank = memchr(piece->at, ' ', piece->len);

	return blank ? (size_t)(blank - piece->at) : piece->len;
}

/* Both lines begin with the name of the same program, or are the same. */
static bool is_alike(const struct piece *piece, const struct piece *next)
{
	size_t n = first_word(piece);

	return n && n == first_word(next) && !memcmp(piece->at, next->at, n);
}

/* After the end of a sentence nothing is missing. */
static bool is_whole(const struct piece *piece)
{
	return piece->len && strchr(".!?;", piece->at[piece->len - 1]);
}

enum known {
	UNKNOWN,
	VAGUELY,	/* by an entry that gives way to others */
	KNOWN,
};

static enum known known_as(const char *text, size_t len)
{
	struct nd_msg_match match;
	struct nd_logline line;

	nd_logline_parse(&line, text, len);
	if (!nd_msg_match(line.text, line.len, &match) || match.message->elsewhere)
		return UNKNOWN;
	return match.message->last ? VAGUELY : KNOWN;
}

static bool is_known(const char *text, size_t len)
{
	return known_as(text, len) != UNKNOWN;
}

/* It begins neither with a capital nor with a title, and is no setting, "x = 1". */
static bool is_rest(const struct piece *piece)
{
	size_t n = first_word(piece);
	const char *end = piece->at + n;
	bool small = (*piece->at >= 'a' && *piece->at <= 'z') ||
		     (*piece->at >= '0' && *piece->at <= '9') || *piece->at == '(';

	return small && end[-1] != ':' && !memchr(piece->at, '=', n) &&
	       !(piece->len > n + 2 && !memcmp(end, " = ", 3));
}

/* A command that somebody typed, and below it what it printed: no option, path or setting. */
static bool is_answered(const struct piece *piece, const struct piece *next)
{
	return (nd_is_typed(piece->at, piece->len) || nd_is_prompt(piece->at, piece->len)) &&
	       *next->at != '-' && !memmem(next->at, next->len, " -", 2) &&
	       !memchr(next->at, '/', next->len) && !memchr(next->at, '=', next->len) &&
	       memchr(next->at, ' ', next->len);
}

/* May the next line be the rest of this one? */
static bool goes_on(const struct wrap *wrap, const struct piece *piece, const struct piece *next)
{
	size_t n = columns(piece->at, piece->len);
	size_t word = columns(next->at, first_word(next));

	if (!next->len || is_alike(piece, next) || !nd_goes_on(next->at, next->len))
		return false;
	if (wrap->words ? n + 1 + word <= wrap->width : n != wrap->width)
		return false;
	return wrap->sure || (is_rest(next) && !is_whole(piece) && !is_answered(piece, next) &&
			      !is_known(next->at, next->len));
}

/* How many lines go on in the next? */
static unsigned int count(const struct wrap *wrap, const char *at, const char *end)
{
	struct piece piece, next;
	unsigned int nr = 0;

	for (at = take_piece(at, end, &piece); (at = take_piece(at, end, &next)); piece = next)
		nr += goes_on(wrap, &piece, &next);
	return nr;
}

/* How many lines have the greatest width? Of those that end with a blank, as in tables, none. */
static unsigned int count_full(const struct wrap *wrap, const char *at, const char *end)
{
	unsigned int nr = 0, blanks = 0;
	struct piece piece;

	while ((at = take_piece(at, end, &piece))) {
		if (columns(piece.at, piece.len) != wrap->width)
			continue;
		nr++;
		blanks += piece.at[piece.len - 1] == ' ';
	}
	return 2 * blanks > nr ? 0 : nr;
}

/* Below a terminal's width each full line goes on; one that does may be so by chance. */
static void find_way(struct wrap *wrap, const char *at, const char *end)
{
	unsigned int full = count_full(wrap, at, end);
	struct wrap words = { .width = wrap->width, .words = true };
	struct wrap sure = { .width = wrap->width, .sure = true };

	if (!full) {
		wrap->width = 0;
		return;
	}
	wrap->sure = full > 1 && count(&sure, at, end) == full;
	if (!wrap->sure && count(&words, at, end) + !!(wrap->width % 10) > count(wrap, at, end))
		*wrap = words;
}

static bool find(struct wrap *wrap, const char *text, const char *end)
{
	struct piece piece;
	const char *at = text;

	memset(wrap, 0, sizeof(*wrap));
	while ((at = take_piece(at, end, &piece))) {
		size_t n = columns(piece.at, piece.len);

		wrap->width = n > wrap->width ? n : wrap->width;
	}
	if (wrap->width < NARROW || wrap->width > WIDE)
		return false;
	find_way(wrap, text, end);
	return wrap->width;
}

/**
 * struct line - a line that is being put together
 * @at:     its begin
 * @len:    its bytes
 * @pieces: those that it was broken into
 */
struct line {
	char *at;
	size_t len;
	size_t pieces;
};

static void add_piece(const struct wrap *wrap, struct line *line, const struct piece *piece)
{
	if (line->pieces && wrap->words)
		line->at[line->len++] = ' ';
	memcpy(line->at + line->len, piece->at, piece->len);
	line->len += piece->len;
	line->pieces++;
}

/* What the next piece says by itself would be lost in the line. */
static bool hides(const struct line *line, const struct piece *next)
{
	return is_known(next->at, next->len) && !is_known(line->at, line->len);
}

/*
 * As many pieces from this one on as may be one line, and rather fewer if the catalogue knows these
 * better than all together. Return: where the next line begins.
 */
static const char *take_line(const struct wrap *wrap, const char *at, const char *end,
			     struct line *line)
{
	const char *after, *second, *stop;
	struct line first, best, before;
	struct piece piece, next;
	enum known known, most;

	at = second = stop = take_piece(at, end, &piece);
	add_piece(wrap, line, &piece);
	first = best = *line;
	after = take_piece(at, end, &next);
	if (!after || !goes_on(wrap, &piece, &next))
		return at;
	most = known_as(line->at, line->len);
	do {
		before = *line;
		add_piece(wrap, line, &next);
		if (line->pieces > PIECES) {
			*line = first;
			return second;
		}
		if (hides(line, &next)) {
			*line = before;
			break;
		}
		at = after;
		known = known_as(line->at, line->len);
		if (known >= most) {
			most = known;
			best = *line;
			stop = at;
		}
		piece = next;
		after = take_piece(at, end, &next);
	} while (after && goes_on(wrap, &piece, &next));
	if (most == UNKNOWN)
		return at;
	*line = best;
	return stop;
}

size_t nd_wrap_undo(const char *text, size_t len, char *out, size_t *joined)
{
	const char *at = text, *end = text + len;
	struct wrap wrap;
	size_t n = 0;

	*joined = 0;
	if (!find(&wrap, text, end)) {
		memcpy(out, text, len);
		return len;
	}
	while (at < end) {
		struct line line = { .at = out + n };

		at = take_line(&wrap, at, end, &line);
		*joined += line.pieces - 1;
		n += line.len;
		out[n++] = '\n';
	}
	return n;
}
