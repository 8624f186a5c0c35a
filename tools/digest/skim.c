// SPDX-License-Identifier: GPL-2.0-only
/*
 * Of each text that is looked for, four bytes that are rare in logs; where a line has them, the
 * text around them decides. Most places of a line end at the first three.
 */
#include "tools/digest/backtrace.h"
#include "tools/digest/bare.h"
#include "tools/digest/held.h"
#include "tools/digest/skim.h"
#include "tools/digest/topic.h"
#include "tools/log/logline.h"
#include "tools/log/msgmatch.h"
#include "tools/log/piece.h"
#include "tools/log/unwrap.h"
#include "tools/out/text.h"

#define SHORT		ND_PIECE_SHORT
#define LONG		16	/* bytes of a text that tells enough */
#define NOWHERE		0xffffu

/**
 * struct needle - a text that is looked for
 * @text:  it; with NULL any text on a topic
 * @piece: the bytes
 * @mask:  which of four they are
 * @at:    where in it they are
 * @next:  the next one whose first bytes have the same hash, NOWHERE for none
 */
struct needle {
	struct nd_part text;
	u32 piece;
	u32 mask;
	u16 at;
	u16 next;
};

/**
 * struct look - a line that is looked at more closely
 * @text:   it, without the blanks around it; NULL before the first piece is found
 * @len:    its bytes
 * @listed: it was asked for a topic
 */
struct look {
	const char *text;
	size_t len;
	bool listed;
};

/**
 * struct needles - all of them
 * @list:   they
 * @nr:     their number
 * @bits:   the hashes of the first bytes of their pieces
 * @heads:  the first of each hash
 * @counts: how often three bytes with that hash are in the catalogue, 0 for those of topics
 */
static struct {
	struct needle *list;
	u32 nr;
	u32 bits[ND_PIECE_HASHES / 32];
	u16 heads[ND_PIECE_HASHES];
	u16 counts[ND_PIECE_HASHES];
} all;

static u32 first_hash(const char *piece)
{
	return nd_piece_hash(nd_piece_short(piece));
}

static void add_needle(const struct nd_part *text, const char *piece, size_t len)
{
	u32 mask = len == SHORT ? 0xffffff : ~0u;
	u32 n = first_hash(piece);
	struct needle *needle;

	if (!all.nr)
		memset(all.heads, 0xff, sizeof(all.heads));
	all.list = nd_realloc(all.list, (all.nr + 1) * sizeof(*all.list));
	needle = &all.list[all.nr];
	*needle = (struct needle){
		.text = *text,
		.piece = nd_piece(piece) & mask,
		.mask = mask,
		.at = text->text ? piece - text->text : 0,
		.next = all.heads[n],
	};
	all.heads[n] = all.nr++;
	nd_piece_mark(all.bits, nd_piece_short(piece));
}

/*
 * The best piece of a text, NULL if none is better than *least: of bytes that are rare in logs, and
 * not in many other texts of the catalogue. A long text is best: it is nowhere by chance.
 */
static const char *rarest(const struct nd_part *text, size_t len, u32 *least)
{
	u32 sum, shortness = text->len < LONG ? (LONG - text->len) * 32 : 0;
	const char *best = NULL;
	size_t at;

	for (at = 0; text->text && at + len <= text->len; at++) {
		const char *piece = text->text + at;

		sum = shortness + nd_piece_commonness(piece, len) +
		      16 * all.counts[first_hash(piece)];
		if (sum < *least && nd_piece_holds(piece, len)) {
			*least = sum;
			best = piece;
		}
	}
	return best;
}

static bool add_pieces(const struct nd_pattern *pattern, size_t len)
{
	const struct nd_part *part = NULL;
	const char *best = NULL;
	u32 i, least = ~0u;

	for (i = 0; i < pattern->nr; i++) {
		const char *piece = rarest(&pattern->parts[i], len, &least);

		if (!piece)
			continue;
		best = piece;
		part = &pattern->parts[i];
	}
	if (best)
		add_needle(part, best, len);
	return best;
}

/* nd_msg_check() sees to it that each has a piece. */
static void add_pattern(const char *text)
{
	struct nd_pattern pattern;

	nd_pattern_parse(&pattern, text);
	if (!add_pieces(&pattern, ND_PIECE_LEN))
		add_pieces(&pattern, SHORT);
}

static void count_pieces(void)
{
	const struct nd_wording *wording;
	const struct nd_message *m;
	const char *topic, *at;
	u32 i;

	for (i = 0; (m = nd_message_at(i)); i++)
		for (wording = m->wordings; wording->pattern; wording++)
			for (at = wording->pattern; at[0] && at[1] && at[2]; at++)
				all.counts[first_hash(at)]++;
	for (i = 0; (topic = nd_msg_topic(i)); i++)
		all.counts[first_hash(topic)] = 0;
}

static void build(void)
{
	static bool built;
	const struct nd_part any = { .text = NULL };
	const struct nd_wording *wording;
	const struct nd_message *m;
	const char *topic;
	u32 i;

	if (built)
		return;
	built = true;
	count_pieces();
	for (i = 0; (m = nd_message_at(i)); i++)
		for (wording = m->wordings; wording->pattern; wording++)
			add_pattern(wording->pattern);
	/* The last that are added are the first that are asked. */
	for (i = 0; (topic = nd_msg_topic(i)); i++)
		add_needle(&any, topic, SHORT);
}

void nd_skim_watch(const struct nd_wordset *set)
{
	u32 i;

	build();
	for (i = 0; i < set->nr; i++)
		add_pattern(set->words[i]);
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

static void begin_look(struct look *l, const char *line, size_t len)
{
	nd_bare(&line, &len);
	while (len && is_blank(line[len - 1]))
		len--;
	while (len && is_blank(*line)) {
		line++;
		len--;
	}
	l->text = line;
	l->len = len;
}

/*
 * The sources of a stack of Python's are no lines on a
 * topic, and what comes behind such a line neither.
 */
static bool is_on_topic(struct look *l, const char *text, size_t len)
{
	struct nd_logline line;

	if (l->listed)
		return false;
	l->listed = true;
	nd_bare(&text, &len);
	nd_logline_parse(&line, text, len);
	/* nd_unwrap() may take several messages of QEMU's apart. */
	return nd_topic(line.text, line.len) || nd_is_python_call(text, len) ||
	       memmem(text, len, "qemu-system-", 12);
}

/* The first needle from the @i-th on whose piece stands at @at, NOWHERE for none. */
static u16 needle_at(const char *at, u16 i)
{
	u32 piece = nd_piece(at);

	while (i != NOWHERE && (piece & all.list[i].mask) != all.list[i].piece)
		i = all.list[i].next;
	return i;
}

/* At @at may be a piece: does the line tell anything? */
static bool tells_at(struct look *l, const char *line, size_t len, const char *at)
{
	u16 i = needle_at(at, all.heads[first_hash(at)]);

	for (; i != NOWHERE; i = needle_at(at, all.list[i].next)) {
		const struct needle *needle = &all.list[i];

		if (!l->text)
			begin_look(l, line, len);
		if (needle->text.text ? nd_part_fits(&needle->text, needle->at, l->text, l->len,
						     at - l->text, true) :
					  is_on_topic(l, line, len))
			return true;
	}
	return false;
}

/* Behind the line stands a line feed. */
static bool tells(const char *line, size_t len)
{
	struct look look = { .text = NULL };
	u8 wraps = 0;
	size_t at;

	while (len && line[len - 1] == '\r')
		len--;
	for (at = 0; at + SHORT <= len; at++) {
		u32 bytes = nd_piece(line + at);

		wraps |= nd_wraps[bytes & 0xff];
		if (nd_piece_marked(all.bits, bytes & 0xffffff) &&
		    tells_at(&look, line, len, line + at))
			return true;
	}
	for (; at < len; at++)
		wraps |= nd_wraps[(u8)line[at]];
	/* What a terminal shows of it may be a line of a log: nd_screen(). */
	if (wraps & ND_WRAPS_NO_TEXT || (wraps & ND_WRAPS_OTHER && memmem(line, len, "\033]", 2)))
		return true;
	/* Wrapping may stand within a piece, and around it for what is in the text. */
	return wraps && nd_is_wrapped(line, len, wraps) &&
	       (look.text || nd_msg_concerns(line, len));
}

static bool is_small(char c)
{
	return c >= 'a' && c <= 'z';
}

/* The line from @line on, without its line feed and what stands around it. */
static size_t bare_line(const char *line, const char *end, const char **text)
{
	size_t len = (const char *)memchr(line, '\n', end - line) - line;

	*text = line;
	nd_bare(text, &len);
	return len;
}

/*
 * The last bytes of the one and the first of the other with @blank between; 0 where there is none.
 */
static bool has_piece(const char *first, size_t n, const char *blank, const char *second, size_t m)
{
	char joint[3 * ND_PIECE_LEN] = "";
	size_t i, at = ND_PIECE_LEN - 1;

	for (i = 1; i <= at && i <= n; i++)
		joint[at - i] = first[n - i];
	if (*blank)
		joint[at++] = *blank;
	for (i = 0; i + 1 < ND_PIECE_LEN && i < m; i++)
		joint[at + i] = second[i];
	for (i = 0; i < at; i++)
		if (nd_piece_marked(all.bits, nd_piece_short(joint + i)) &&
		    needle_at(joint + i, all.heads[first_hash(joint + i)]) != NOWHERE)
			return true;
	return false;
}

/*
 * nd_digest_line() joins a line with what is held: a piece may be there that neither of them has.
 */
static bool may_join(const char *held, size_t n, bool bare, const char *line, const char *end)
{
	const char *text;
	size_t m;

	if (line == end || *line == '[' || *line == '{')
		return false;
	if (!bare)
		nd_bare(&held, &n);
	m = bare_line(line, end, &text);
	while (m && is_blank(*text)) {
		text++;
		m--;
	}
	return m && (has_piece(held, n, " ", text, m) || has_piece(held, n, "", text, m)) &&
	       nd_goes_on(text, m);
}

/* May any line go on with it, which may have wrapping before its text? */
static bool may_go_on(const char *line, const char *end)
{
	const char *text;
	size_t i, len = bare_line(line, end, &text);
	u8 wraps = 0;

	for (i = 0; i < len; i++)
		wraps |= nd_wraps[(u8)text[i]];
	while (len && is_blank(*text)) {
		text++;
		len--;
	}
	return nd_goes_on(text, len) || nd_is_wrapped(text, len, wraps);
}

static bool has_text(const char *text, size_t len)
{
	size_t at;
	u16 i;

	for (at = 0; at + SHORT <= len; at++) {
		if (!nd_piece_marked(all.bits, nd_piece_short(text + at)))
			continue;
		for (i = needle_at(text + at, all.heads[first_hash(text + at)]); i != NOWHERE;
		     i = needle_at(text + at, all.list[i].next))
			if (all.list[i].text.text &&
			    nd_part_fits(&all.list[i].text, all.list[i].at, text, len, at, true))
				return true;
	}
	return false;
}

/* Is a part of a wording in the pieces of a line that are held, or where two of them are joined? */
static bool has_part(const char *held)
{
	const char *before = NULL;
	size_t n = 0, len;

	for (; *held; held += len + (held[len] == ND_PIECE)) {
		len = strcspn(held, (const char[]){ ND_PIECE, '\0' });
		if (has_text(held, len))
			return true;
		if (before && (has_piece(before, n, " ", held, len) || has_piece(before, n, "", held, len)))
			return true;
		before = held;
		n = len;
	}
	return false;
}

/* Is a line held whatever it is? */
static bool is_held(const char *line, const char *end, const char **text, size_t *len)
{
	*len = bare_line(line, end, text);
	return *len >= ND_HELD_WIDTH && nd_goes_on(*text, *len);
}

static const char *line_before(const char *line, const char *text)
{
	const char *feed = line - 1 > text ? memrchr(text, '\n', line - 1 - text) : NULL;

	return feed ? feed + 1 : text;
}

/*
 * The first of the lines that nd_digest_line() holds when it comes to @stop: @stop if none matters,
 * @text if all are, with what was held before them.
 */
static const char *first_held(const char *before, const char *text, const char *stop,
			      const char *end)
{
	const char *line = stop, *start = text, *bare;
	size_t held = strlen(before), last, len;

	if (stop == text || (stop < end && !may_go_on(stop, end)))
		return stop;
	do {
		line = line_before(line, text);
	} while (line > text && is_held(line, end, &bare, &len));
	bare = strrchr(before, ND_PIECE);
	last = strlen(bare ? bare + 1 : before);
	for (; line < stop; line = (const char *)memchr(line, '\n', end - line) + 1) {
		if (is_held(line, end, &bare, &len) && held &&
		    (is_small(*bare) || last >= ND_HELD_WIDTH) && held + len + 2 < ND_HELD) {
			held += len + 1;
		} else {
			start = line;
			held = len < ND_HELD ? len : 0;
			if (held && !is_held(line, end, &bare, &len) && !nd_msg_concerns(bare, len))
				held = 0;
		}
		last = held ? len : 0;
	}
	return start;
}

size_t nd_skim(const char *before, const char *text, size_t len, const char **held)
{
	const char *end = text + len, *last = before, *line, *next;
	size_t n = strlen(before);

	build();
	if (n && has_part(before) && may_go_on(text, end))
		end = text;
	for (line = text; line < end; line = next) {
		next = (const char *)memchr(line, '\n', end - line) + 1;
		if ((n && may_join(last, n, last == before, line, end)) ||
		    tells(line, next - 1 - line))
			break;
		last = line;
		n = next - 1 - line;
	}
	*held = first_held(before, text, line, text + len);
	return line - text;
}
