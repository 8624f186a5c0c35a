// SPDX-License-Identifier: GPL-2.0-only
/*
 * A pattern is matched piece by piece: plain text has to stand there, a kind takes as much as it
 * can and gives back from its end until the rest fits.
 */
#include <errno.h>
#include <stdlib.h>

#include "tools/log/kinds.h"
#include "tools/log/pattern.h"

#define MAX_STEPS	5000	/* tries in one line; hostile lines only need more */

#define MAX_NEAR	72	/* bytes that a {near} takes at most */

#define SENTENCE	20	/* letters of a text that is known by most of them */

static void add_text(struct nd_pattern *p, const char *text, size_t len)
{
	if (len)
		p->parts[p->nr++] = (struct nd_part){ ND_NR_MSG_KINDS, text, len };
}

const char *nd_pattern_parse(struct nd_pattern *p, const char *text)
{
	const char *start = text;
	const char *at;

	*p = (struct nd_pattern){ .nr = 0 };
	for (at = text; *at; at++) {
		enum nd_msg_kind kind;
		size_t len;

		if (*at != '{')
			continue;
		if (p->kinds == ND_MSG_VALUES)
			return "too many kinds";
		len = nd_kind_find(at + 1, &kind);
		if (!len)
			return "a kind that does not exist";
		add_text(p, start, at - start);
		p->parts[p->nr++] = (struct nd_part){ kind, NULL, 0 };
		p->kinds++;
		at += len;
		start = at + 1;
	}
	add_text(p, start, at - start);
	return NULL;
}

/**
 * struct walk - one pattern along one line
 * @p:     the pattern
 * @line:  the line
 * @len:   its length
 * @steps: tries so far
 * @slack: letters that may be wrong, missing or too many
 * @loose: capital letters may be small ones, and the reverse
 * @from:  where each kind's value starts
 * @to:    and ends
 */
struct walk {
	const struct nd_pattern *p;
	const char *line;
	size_t len;
	u32 steps;
	u32 slack;
	bool loose;
	size_t from[ND_MSG_VALUES];
	size_t to[ND_MSG_VALUES];
};

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_hex(char c)
{
	return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

static size_t run_of(const struct walk *w, size_t at, bool (*is)(char c))
{
	size_t n = 0;

	while (at + n < w->len && is(w->line[at + n]))
		n++;
	return n;
}

static bool is_word(char c)
{
	return c && !strchr(" \t\n\v\f\r", c);
}

static bool is_name(char c)
{
	return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool stands_at(const struct walk *w, size_t at, const char *text)
{
	size_t len = strlen(text);

	return w->len - at >= len && !memcmp(w->line + at, text, len);
}

/*
 * To the end of a clause, or to an option of a command; the
 * flags of open and what Rust has in braces go on.
 */
static size_t run_of_clause(const struct walk *w, size_t at)
{
	bool braces = false;
	size_t n;

	for (n = 0; n < MAX_NEAR && at + n < w->len; n++) {
		size_t here = at + n;

		braces |= w->line[here] == '{';
		if (stands_at(w, here, ";") || stands_at(w, here, ". ") || stands_at(w, here, " but ") ||
		    stands_at(w, here, " --") ||
		    (stands_at(w, here, " -") && here + 2 < w->len && w->line[here + 2] >= 'a' && w->line[here + 2] <= 'z') ||
		    (stands_at(w, here, ", ") && !braces && !stands_at(w, here, ", O_")))
			break;
	}
	return n;
}

/* The most that a kind may take at @at; *least is the least. */
static size_t most_of(const struct walk *w, enum nd_charset set, size_t at, size_t *least)
{
	size_t n, front = 0;

	*least = 1;
	switch (set) {
	case ND_SET_ANY:
		*least = 0;
		return w->len - at;
	case ND_SET_NEAR:
		*least = 0;
		return run_of_clause(w, at);
	case ND_SET_WORD:
		return run_of(w, at, is_word);
	case ND_SET_DECIMAL:
		front = at < w->len && w->line[at] == '-';
		n = run_of(w, at + front, is_digit);
		break;
	case ND_SET_DIGITS:
		n = run_of(w, at, is_digit);
		break;
	case ND_SET_NAME:
		return run_of(w, at, is_name);
	case ND_SET_NUMBER:
		if (at + 1 >= w->len || w->line[at] != '0' || w->line[at + 1] != 'x') {
			n = run_of(w, at, is_digit);
			break;
		}
		front = 2;
		n = run_of(w, at + front, is_hex);
		break;
	default:
		if (at + 1 < w->len && w->line[at] == '0' && w->line[at + 1] == 'x')
			front = 2;
		n = run_of(w, at + front, is_hex);
		if (!n && front)
			front = 0, n = 1;	/* the 0 of "0xyz" */
		break;
	}
	*least = front + 1;
	return n ? front + n : 0;
}

/*
 * What may stand behind a message: blanks, a full stop, Rust's number of an error, or the end of a
 * quotation or a bracket that somebody put it in, with whatever follows.
 */
static bool is_tail(const struct walk *w, size_t at)
{
	static const char os_error[] = "(os error ";
	static const char ends[] = "\"'`\\)]*";

	while (at < w->len && w->line[at] && strchr(" \t.,;!\r\n", w->line[at]))
		at++;
	if (w->len - at > sizeof(os_error) && !memcmp(w->line + at, os_error, sizeof(os_error) - 1))
		return true;
	return at == w->len || (w->line[at] && strchr(ends, w->line[at]));
}

static bool is_quote(char c)
{
	return c == '\'' || c == '"' || c == '`';
}

/* Translations, editors and shells put other quotation marks for those that a program has. */
static bool is_byte(char a, char b)
{
	return a == b || (is_quote(a) && is_quote(b));
}

static bool is_same(const struct walk *w, char a, char b)
{
	if (is_byte(a, b))
		return true;
	if (!w->loose)
		return false;
	return (a | 0x20) == (b | 0x20) && (a | 0x20) >= 'a' && (a | 0x20) <= 'z';
}

/* The bytes that the text takes at @at, 0 if it is not there: one blank stands for any number. */
static size_t text_at(const struct walk *w, const struct nd_part *p, size_t at)
{
	size_t i, from = at;

	for (i = 0; i < p->len; i++) {
		if (at >= w->len || !is_same(w, w->line[at], p->text[i]))
			return 0;
		at++;
		if (p->text[i] == ' ' && (i + 1 == p->len || p->text[i + 1] != ' '))
			at += run_of(w, at, is_blank);
	}
	return at - from;
}

/* The text before @from, backwards from @at. */
static bool fits_before(const struct nd_part *p, size_t from, const char *line, size_t at,
			bool open)
{
	while (from) {
		if (!at)
			return open;
		if (p->text[--from] != ' ') {
			if (!is_byte(line[--at], p->text[from]))
				return false;
			continue;
		}
		if (!is_blank(line[at - 1]))
			return false;
		while (from && p->text[from - 1] == ' ')
			from--;
		while (at && is_blank(line[at - 1]))
			at--;
	}
	return true;
}

static bool fits_behind(const struct nd_part *p, size_t from, const char *line, size_t len,
			size_t at, bool open)
{
	struct walk w = { .line = line, .len = len };

	for (; from < p->len; from++) {
		if (at >= len)
			return open;
		if (!is_byte(line[at++], p->text[from]))
			return false;
		if (p->text[from] == ' ' && from + 1 < p->len && p->text[from + 1] != ' ')
			at += run_of(&w, at, is_blank);
	}
	return true;
}

bool nd_part_fits(const struct nd_part *p, size_t from, const char *line, size_t len, size_t at,
		  bool open)
{
	return fits_before(p, from, line, at, open) && fits_behind(p, from, line, len, at, open);
}

static bool match_from(struct walk *w, u32 part, u32 value, size_t at);

static bool is_alike(const struct walk *w, const char *line, const char *text, size_t len)
{
	size_t i;

	for (i = 0; i < len; i++)
		if (!is_same(w, line[i], text[i]))
			return false;
	return true;
}

/* Two letters of the text stand in the line the other way round. */
static bool is_swapped(const struct walk *w, const char *text, size_t at)
{
	return at + 1 < w->len && is_same(w, text[0], w->line[at + 1]) &&
	       is_same(w, text[1], w->line[at]);
}

/*
 * Plain text with one letter wrong, missing or too many, or
 * two of them swapped: what follows has to be right.
 */
static bool match_nearly(struct walk *w, u32 part, u32 value, size_t at)
{
	/* How many bytes the text and the line go on behind the letter. */
	static const u8 ways[][2] = { { 1, 1 }, { 1, 0 }, { 0, 1 }, { 2, 2 } };
	const struct nd_part *p = &w->p->parts[part];
	size_t same = 0, i;
	bool found = false;

	while (same < p->len && at + same < w->len && is_same(w, p->text[same], w->line[at + same]))
		same++;
	if (!same || same + 1 >= p->len)
		return false;
	w->slack--;
	for (i = 0; i < ARRAY_SIZE(ways) && !found; i++) {
		const char *text = p->text + same + ways[i][0];
		size_t rest = p->len - same - ways[i][0];
		size_t from = at + same + ways[i][1];

		if (ways[i][0] == 2 && !is_swapped(w, p->text + same, at + same))
			continue;
		found = from + rest <= w->len && is_alike(w, w->line + from, text, rest) &&
			match_from(w, part + 1, value, from + rest);
	}
	w->slack++;
	return found;
}

static bool match_kind(struct walk *w, u32 part, u32 value, size_t at)
{
	const struct nd_part *next = part + 1 < w->p->nr ? &w->p->parts[part + 1] : NULL;
	size_t least, n = most_of(w, nd_kinds[w->p->parts[part].kind].set, at, &least);

	for (; n >= least; n--) {
		/* Text that has to follow is looked for before anything is tried. */
		if (!next || next->kind != ND_NR_MSG_KINDS ||
		    (at + n < w->len && is_same(w, w->line[at + n], *next->text))) {
			w->from[value] = at;
			w->to[value] = at + n;
			if (match_from(w, part + 1, value + 1, at + n))
				return true;
		}
		if (!n)
			break;
	}
	return false;
}

static bool match_from(struct walk *w, u32 part, u32 value, size_t at)
{
	const struct nd_part *p = &w->p->parts[part];
	size_t n;

	if (++w->steps > MAX_STEPS)
		return false;
	if (part == w->p->nr)
		return is_tail(w, at);
	if (p->kind != ND_NR_MSG_KINDS)
		return match_kind(w, part, value, at);
	n = text_at(w, p, at);
	if (n)
		return match_from(w, part + 1, value, at + n);
	return w->slack && match_nearly(w, part, value, at);
}

static bool take_value(struct nd_msg_value *value, enum nd_msg_kind kind, const char *text,
		       size_t len)
{
	enum nd_charset set = nd_kinds[kind].set;

	value->kind = kind;
	value->num = 0;
	errno = 0;
	scnprintf(value->text, sizeof(value->text), "%.*s", (int)len, text);
	if (set == ND_SET_HEX)
		value->num = strtoull(value->text, NULL, 16);
	else if (set == ND_SET_DECIMAL || set == ND_SET_DIGITS)
		value->num = strtoull(value->text, NULL, 10);
	else if (set == ND_SET_NUMBER)
		value->num = strtoull(value->text, NULL, 0);
	/* Of what only stands there nobody reads the number. */
	if (errno == ERANGE && kind != ND_MSG_N && kind != ND_MSG_HEX)
		return false;
	return !nd_kinds[kind].fits || nd_kinds[kind].fits(value);
}

static bool take_values(const struct walk *w, struct nd_msg_value values[ND_MSG_VALUES])
{
	u32 i, n = 0;

	for (i = 0; i < w->p->nr; i++) {
		enum nd_msg_kind kind = w->p->parts[i].kind;

		if (kind == ND_NR_MSG_KINDS)
			continue;
		if (!take_value(&values[n], kind, w->line + w->from[n], w->to[n] - w->from[n]))
			return false;
		n++;
	}
	return true;
}

/*
 * "vcpu0" and "rIP: 0x1234" of KVM's lines end at @at, or
 * "cpu0" of "kvm: 1234: cpu0" (to Linux 4.2).
 */
static bool is_behind_vcpu(const char *line, size_t at)
{
	size_t i = at;

	while (i && is_hex(line[i - 1]))
		i--;
	if (i == at)
		return false;
	return (i >= 4 && !memcmp(line + i - 4, "vcpu", 4)) ||
	       (i >= 5 && !memcmp(line + i - 5, ": cpu", 5)) ||
	       (i >= 7 && !memcmp(line + i - 7, "rIP: 0x", 7));
}

/*
 * "11:42:35", "11:42:35.123" ends at @at: a program that another one's line repeats wrote the time.
 */
static bool is_behind_clock(const char *line, size_t at)
{
	size_t i = at;

	while (i && is_digit(line[i - 1]))
		i--;
	if (i && line[i - 1] == '.') {
		at = i - 1;
		for (i = at; i && is_digit(line[i - 1]);)
			i--;
	}
	return at - i == 2 && i >= 6 && line[i - 1] == ':' && is_digit(line[i - 2]) &&
	       is_digit(line[i - 3]) && line[i - 4] == ':' && is_digit(line[i - 5]);
}

/*
 * Where a message may start: at the line's start, behind a prefix that ends in one of these with a
 * blank, behind a quotation mark, bracket or "=" that somebody put in front of it.
 */
static bool is_head(const char *line, size_t at)
{
	static const char ends[] = "]:)>|=*-!";
	static const char opens[] = "\"'`([=*";
	size_t behind = at;

	while (behind && is_blank(line[behind - 1]))
		behind--;
	if (!behind)
		return true;
	if (!line[behind - 1])
		return false;
	if (behind == at)
		return strchr(opens, line[at - 1]);
	return strchr(ends, line[behind - 1]) || is_behind_vcpu(line, behind) ||
	       is_behind_clock(line, behind);
}

static bool match_line(struct walk *w, size_t *start, struct nd_msg_value values[ND_MSG_VALUES])
{
	const struct nd_part *first = &w->p->parts[0];
	size_t at;

	for (at = 0; at < w->len; at++) {
		if (first->text && !is_byte(w->line[at], *first->text))
			continue;
		if (!is_head(w->line, at) || is_blank(w->line[at]))
			continue;
		*start = at;
		if (match_from(w, 0, 0, at) && take_values(w, values))
			return true;
		/* What may start with anything needs no second start. */
		if (first->kind == ND_MSG_ANY)
			break;
	}
	return false;
}

bool nd_pattern_match(const struct nd_pattern *p, const char *line, size_t len, size_t *start,
		      struct nd_msg_value values[ND_MSG_VALUES])
{
	struct walk w = { .p = p, .line = line, .len = len };

	return match_line(&w, start, values);
}

bool nd_pattern_match_nearly(const struct nd_pattern *p, const char *line, size_t len,
			     size_t *start, struct nd_msg_value values[ND_MSG_VALUES])
{
	struct walk w = { .p = p, .line = line, .len = len, .slack = 1, .loose = true };
	size_t text = 0;
	u32 i;

	for (i = 0; i < p->nr; i++)
		text += p->parts[i].len;
	return text >= SENTENCE && match_line(&w, start, values);
}
