// SPDX-License-Identifier: GPL-2.0-only
/*
 * Finding a line in the catalogue. A pattern becomes a POSIX regular expression the first time
 * that a line has the longest piece of text of it; nearly all lines have none.
 */
#include <regex.h>
#include <stdlib.h>

#include "tools/log/msgmatch.h"
#include "tools/out/text.h"

#define REGEX_MAX	2048
#define LITERAL_MAX	128

/* What stands before the pattern: the line's start or the end of a prefix. One group. */
#define REGEX_HEAD	"(^|[]:)>] |vcpu[0-9]+ |rIP: 0x[0-9a-fA-F]+ )[[:blank:]]*"
#define REGEX_TAIL	"[[:space:]]*$"

/**
 * struct kind - one {kind}
 * @name: its name in patterns
 * @expr: what it matches; without a group of its own
 * @base: of the number, 0 where it is none
 */
struct kind {
	const char *name;
	const char *expr;
	int base;
};

#define DECIMAL	"-?[0-9]+"
#define HEX	"0?x?[0-9a-fA-F]+"

static const struct kind kinds[ND_NR_MSG_KINDS] = {
	[ND_MSG_ANY]		= { "any", ".*", 0 },
	[ND_MSG_WORD]		= { "word", "[^[:space:]]+", 0 },
	[ND_MSG_N]		= { "n", DECIMAL, 10 },
	[ND_MSG_HEX]		= { "hex", HEX, 16 },
	[ND_MSG_CPU]		= { "cpu", "[0-9]+", 10 },
	[ND_MSG_MSR]		= { "msr", HEX, 16 },
	[ND_MSG_VALUE]		= { "value", HEX, 16 },
	[ND_MSG_EXIT]		= { "exit", HEX, 16 },
	[ND_MSG_SVM_EXIT]	= { "svmexit", HEX, 16 },
	[ND_MSG_HW_ERROR]	= { "hwerror", HEX, 16 },
	[ND_MSG_INSN]		= { "insn", "-?[0-9]+", 10 },
	[ND_MSG_FIELD]		= { "field", HEX, 16 },
	[ND_MSG_SUBERROR]	= { "suberror", "[0-9]+", 10 },
	[ND_MSG_VECTOR]		= { "vector", "[0-9]+", 10 },
	[ND_MSG_INTR_INFO]	= { "intrinfo", HEX, 16 },
	[ND_MSG_NESTED]		= { "nested", HEX, 16 },
	[ND_MSG_CONTROLS]	= { "controls", HEX, 16 },
};

/**
 * struct compiled - a wording made ready
 * @message: its entry
 * @wording: it
 * @literal: the longest piece of it that is plain text
 * @len:     its length
 * @nr:      number of kinds
 * @kinds:   they
 * @state:   0: @literal and @kinds are not filled, 1: they are, 2: @regex is compiled, 3: it cannot
 * @regex:   for regexec()
 */
struct compiled {
	const struct nd_message *message;
	const struct nd_wording *wording;
	char literal[LITERAL_MAX];
	size_t len;
	u32 nr;
	enum nd_msg_kind kinds[ND_MSG_VALUES];
	int state;
	regex_t regex;
};

/* The kind whose name stands at @text, behind its brace; its length with the closing brace. */
static size_t find_kind(const char *text, enum nd_msg_kind *kind)
{
	u32 i;

	for (i = 0; i < ND_NR_MSG_KINDS; i++) {
		size_t len = strlen(kinds[i].name);

		if (!strncmp(text, kinds[i].name, len) && text[len] == '}') {
			*kind = i;
			return len + 1;
		}
	}
	return 0;
}

static void keep_literal(struct compiled *c, const char *start, size_t len)
{
	if (len <= c->len)
		return;
	c->len = len < LITERAL_MAX ? len : LITERAL_MAX;
	memcpy(c->literal, start, c->len);
}

/* Splits a pattern into text and kinds; what is wrong with it, or NULL. */
static const char *split(struct compiled *c, const char *pattern)
{
	const char *start = pattern;
	const char *p;

	for (p = pattern; *p; p++) {
		size_t len;

		if (*p != '{')
			continue;
		if (c->nr == ND_MSG_VALUES)
			return "too many kinds";
		len = find_kind(p + 1, &c->kinds[c->nr]);
		if (!len)
			return "a kind that does not exist";
		c->nr++;
		keep_literal(c, start, p - start);
		p += len;
		start = p + 1;
	}
	keep_literal(c, start, p - start);
	c->state = 1;
	return c->len < 4 ? "no text of four characters to look for" : NULL;
}

static size_t put_literal(char *dst, size_t size, char c)
{
	const char *format = strchr(".[]\\()*+?{}|^$", c) ? "\\%c" : "%c";

	/* A bracket that closes nothing is plain, and escaping it is undefined. */
	return scnprintf(dst, size, c == ']' || c == '}' ? "%c" : format, c);
}

static void build_regex(char *dst, size_t size, const char *pattern)
{
	size_t at = scnprintf(dst, size, REGEX_HEAD);
	enum nd_msg_kind kind = ND_MSG_ANY;

	for (; *pattern; pattern++) {
		size_t len = *pattern == '{' ? find_kind(pattern + 1, &kind) : 0;

		if (len)
			at += scnprintf(dst + at, size - at, "(%s)", kinds[kind].expr);
		else
			at += put_literal(dst + at, size - at, *pattern);
		pattern += len;
	}
	scnprintf(dst + at, size - at, REGEX_TAIL);
}

static bool compile(struct compiled *c, const char *pattern)
{
	char text[REGEX_MAX];

	if (c->state < 2) {
		build_regex(text, sizeof(text), pattern);
		c->state = regcomp(&c->regex, text, REG_EXTENDED) ? 3 : 2;
	}
	return c->state == 2;
}

const char *nd_msg_check(const char *pattern)
{
	struct compiled c = { .state = 0 };
	const char *wrong = split(&c, pattern);

	if (!wrong && !compile(&c, pattern))
		wrong = "no regular expression";
	if (c.state == 2)
		regfree(&c.regex);
	return wrong;
}

static void take_value(struct nd_msg_value *value, enum nd_msg_kind kind, const char *text,
		       size_t len)
{
	value->kind = kind;
	value->num = 0;
	scnprintf(value->text, sizeof(value->text), "%.*s", (int)len, text);
	if (kinds[kind].base)
		value->num = strtoull(value->text, NULL, kinds[kind].base);
}

/* @line is text with an end: no NUL within. */
static bool match_line(struct compiled *c, const char *line, size_t len,
		       struct nd_msg_match *match)
{
	regmatch_t found[ND_MSG_VALUES + 2];
	u32 i;

	if (c->state == 0)
		split(c, c->wording->pattern);
	if (!memmem(line, len, c->literal, c->len) || !compile(c, c->wording->pattern) ||
	    regexec(&c->regex, line, ARRAY_SIZE(found), found, 0))
		return false;
	match->message = c->message;
	match->wording = c->wording;
	match->start = found[1].rm_eo;
	match->nr = c->nr;
	for (i = 0; i < c->nr; i++)
		take_value(&match->values[i], c->kinds[i], line + found[i + 2].rm_so,
			   found[i + 2].rm_eo - found[i + 2].rm_so);
	return true;
}

/* A copy with an end, without NULs, at most ND_MSG_LINE bytes. */
static size_t copy_line(char *dst, const char *line, size_t len)
{
	size_t i;

	if (len >= ND_MSG_LINE)
		len = ND_MSG_LINE - 1;
	for (i = 0; i < len; i++)
		dst[i] = line[i] ? line[i] : '?';
	dst[len] = '\0';
	return len;
}

bool nd_msg_match_one(const struct nd_wording *wording, const char *line, size_t len,
		      struct nd_msg_match *match)
{
	struct compiled c = { .wording = wording };
	char copy[ND_MSG_LINE];
	bool matches;

	memset(match, 0, sizeof(*match));
	len = copy_line(copy, line, len);
	matches = match_line(&c, copy, len, match);
	if (c.state == 2)
		regfree(&c.regex);
	return matches;
}

/**
 * struct index - all wordings, compiled on demand; they stay
 * @list: they, in the catalogue's order
 * @nr:   their number
 */
struct index {
	struct compiled *list;
	size_t nr;
};

static size_t count_wordings(void)
{
	const struct nd_wording *wording;
	const struct nd_message *m;
	size_t nr = 0;
	u32 i;

	for (i = 0; (m = nd_message_at(i)); i++)
		for (wording = m->wordings; wording->pattern; wording++)
			nr++;
	return nr;
}

static const struct index *all_wordings(void)
{
	static struct index all;
	const struct nd_wording *wording;
	const struct nd_message *m;
	size_t size;
	u32 i;

	if (all.list)
		return &all;
	size = count_wordings() * sizeof(*all.list);
	all.list = memset(nd_realloc(NULL, size), 0, size);
	for (i = 0; (m = nd_message_at(i)); i++) {
		for (wording = m->wordings; wording->pattern; wording++) {
			all.list[all.nr].message = m;
			all.list[all.nr++].wording = wording;
		}
	}
	return &all;
}

static bool match_entries(const char *line, size_t len, bool last, struct nd_msg_match *match)
{
	const struct index *all = all_wordings();
	size_t i;

	for (i = 0; i < all->nr; i++)
		if (all->list[i].message->last == last &&
		    match_line(&all->list[i], line, len, match))
			return true;
	return false;
}

bool nd_msg_match(const char *line, size_t len, struct nd_msg_match *match)
{
	char copy[ND_MSG_LINE];

	memset(match, 0, sizeof(*match));
	len = copy_line(copy, line, len);
	return match_entries(copy, len, false, match) || match_entries(copy, len, true, match);
}
