// SPDX-License-Identifier: GPL-2.0-only
/*
 * A pattern is matched piece by piece: plain text has to stand there, a kind takes as much as it
 * can and gives back from its end until the rest fits.
 */
#include <stdlib.h>

#include "tools/log/codes.h"
#include "tools/log/pattern.h"

#define MAX_STEPS	5000	/* tries in one line; hostile lines only need more */

#define SENTENCE	20	/* letters of a text that is known by most of them */

/**
 * enum charset - what a kind is made of
 * @SET_ANY:     any bytes, also none
 * @SET_WORD:    no blanks
 * @SET_DECIMAL: digits, a minus in front
 * @SET_DIGITS:  digits
 * @SET_HEX:     hexadecimal digits, 0x in front or not
 * @SET_NUMBER:  hexadecimal with 0x, else decimal
 * @SET_NAME:    letters, digits and underscores
 */
enum charset {
	SET_ANY,
	SET_WORD,
	SET_DECIMAL,
	SET_DIGITS,
	SET_HEX,
	SET_NUMBER,
	SET_NAME,
};

/**
 * struct kind - one {kind}
 * @name: its name in patterns
 * @set:  what it takes
 * @fits: NULL, or whether that is such a value
 */
struct kind {
	const char *name;
	enum charset set;
	bool (*fits)(const struct nd_msg_value *value);
};

static bool is_not_zero(const struct nd_msg_value *value)
{
	return value->num;
}

static bool is_verr(const struct nd_msg_value *value)
{
	return nd_verr_find(value->text);
}

static bool is_verr_number(const struct nd_msg_value *value)
{
	return nd_verr_at((long long)value->num);
}

static bool is_hcs(const struct nd_msg_value *value)
{
	return nd_hcs_at(value->num);
}

/* A refused entry is told with its number, which has entries of its own. */
static bool is_user_exit(const struct nd_msg_value *value)
{
	return strcmp(value->text, "FAIL_ENTRY");
}

static bool is_within(u64 num, u64 first, u64 last)
{
	return num >= first && num <= last;
}

static bool is_vmx_msr(const struct nd_msg_value *value)
{
	return is_within(value->num, 0x480, 0x493);
}

/* Counters, their controls and what reports on them, of both vendors. */
static bool is_pmu_msr(const struct nd_msg_value *value)
{
	static const u32 ranges[][2] = {
		{ 0xc1, 0xc8 }, { 0x186, 0x18d }, { 0x1a6, 0x1a7 }, { 0x309, 0x30c },
		{ 0x345, 0x345 }, { 0x38d, 0x391 }, { 0x3f1, 0x3f2 }, { 0x3f6, 0x3f7 },
		{ 0x4c1, 0x4c8 }, { 0x600, 0x600 }, { 0xc0000300, 0xc0000303 },
		{ 0xc0010000, 0xc0010007 }, { 0xc0010200, 0xc001020b },
	};
	u32 i;

	for (i = 0; i < ARRAY_SIZE(ranges); i++)
		if (is_within(value->num, ranges[i][0], ranges[i][1]))
			return true;
	return false;
}

static bool is_hv_msr(const struct nd_msg_value *value)
{
	return is_within(value->num, 0x40000000, 0x400001ff);
}

static bool is_kvm_msr(const struct nd_msg_value *value)
{
	return is_within(value->num, 0x4b564d00, 0x4b564d08) || is_within(value->num, 0x11, 0x12);
}

static bool is_pvm_msr(const struct nd_msg_value *value)
{
	return is_within(value->num, 0x4b564df0, 0x4b564dff);
}

/* Processor Trace and last branch records. */
static bool is_trace_msr(const struct nd_msg_value *value)
{
	static const u32 ranges[][2] = {
		{ 0x1c8, 0x1c9 }, { 0x1d9, 0x1d9 }, { 0x560, 0x561 }, { 0x570, 0x572 },
		{ 0x580, 0x587 }, { 0x680, 0x69f }, { 0x6c0, 0x6df }, { 0x14ce, 0x14cf },
		{ 0x1200, 0x121f }, { 0x1500, 0x151f }, { 0x1600, 0x161f },
	};
	u32 i;

	for (i = 0; i < ARRAY_SIZE(ranges); i++)
		if (is_within(value->num, ranges[i][0], ranges[i][1]))
			return true;
	return false;
}

static const struct kind kinds[ND_NR_MSG_KINDS] = {
	[ND_MSG_ANY]		= { "any", SET_ANY, NULL },
	[ND_MSG_WORD]		= { "word", SET_WORD, NULL },
	[ND_MSG_N]		= { "n", SET_DECIMAL, NULL },
	[ND_MSG_HEX]		= { "hex", SET_HEX, NULL },
	[ND_MSG_CPU]		= { "cpu", SET_DIGITS, NULL },
	[ND_MSG_MSR]		= { "msr", SET_HEX, NULL },
	[ND_MSG_VALUE]		= { "value", SET_HEX, NULL },
	[ND_MSG_EXIT]		= { "exit", SET_HEX, NULL },
	[ND_MSG_SVM_EXIT]	= { "svmexit", SET_HEX, NULL },
	[ND_MSG_HW_ERROR]	= { "hwerror", SET_HEX, NULL },
	[ND_MSG_INSN]		= { "insn", SET_DECIMAL, NULL },
	[ND_MSG_FIELD]		= { "field", SET_HEX, NULL },
	[ND_MSG_SUBERROR]	= { "suberror", SET_DIGITS, NULL },
	[ND_MSG_VECTOR]		= { "vector", SET_DIGITS, NULL },
	[ND_MSG_INTR_INFO]	= { "intrinfo", SET_HEX, NULL },
	[ND_MSG_NESTED]		= { "nested", SET_HEX, NULL },
	[ND_MSG_CONTROLS]	= { "controls", SET_HEX, NULL },
	[ND_MSG_FAIL_ENTRY]	= { "failentry", SET_NUMBER, is_not_zero },
	[ND_MSG_OS_ERROR]	= { "oserror", SET_DIGITS, NULL },
	[ND_MSG_VERR]		= { "verr", SET_NAME, is_verr },
	[ND_MSG_VERR_NUMBER]	= { "verrnumber", SET_DECIMAL, is_verr_number },
	[ND_MSG_HCS]		= { "hcs", SET_HEX, is_hcs },
	[ND_MSG_VMX_MSR]	= { "vmxmsr", SET_HEX, is_vmx_msr },
	[ND_MSG_PMU_MSR]	= { "pmumsr", SET_HEX, is_pmu_msr },
	[ND_MSG_HV_MSR]		= { "hvmsr", SET_HEX, is_hv_msr },
	[ND_MSG_KVM_MSR]	= { "kvmmsr", SET_HEX, is_kvm_msr },
	[ND_MSG_PVM_MSR]	= { "pvmmsr", SET_HEX, is_pvm_msr },
	[ND_MSG_TRACE_MSR]	= { "tracemsr", SET_HEX, is_trace_msr },
	[ND_MSG_EXIT_NAME]	= { "exitname", SET_NAME, NULL },
	[ND_MSG_USER_EXIT]	= { "userexit", SET_NAME, is_user_exit },
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
		len = find_kind(at + 1, &kind);
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
 * @from:  where each kind's value starts
 * @to:    and ends
 */
struct walk {
	const struct nd_pattern *p;
	const char *line;
	size_t len;
	u32 steps;
	u32 slack;
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

/* The most that a kind may take at @at; *least is the least. */
static size_t most_of(const struct walk *w, enum charset set, size_t at, size_t *least)
{
	size_t n, front = 0;

	*least = 1;
	switch (set) {
	case SET_ANY:
		*least = 0;
		return w->len - at;
	case SET_WORD:
		return run_of(w, at, is_word);
	case SET_DECIMAL:
		front = at < w->len && w->line[at] == '-';
		n = run_of(w, at + front, is_digit);
		break;
	case SET_DIGITS:
		n = run_of(w, at, is_digit);
		break;
	case SET_NAME:
		return run_of(w, at, is_name);
	case SET_NUMBER:
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
	static const char ends[] = "\"'\\)]";

	while (at < w->len && w->line[at] && strchr(" \t.,;!\r\n", w->line[at]))
		at++;
	if (w->len - at > sizeof(os_error) && !memcmp(w->line + at, os_error, sizeof(os_error) - 1))
		return true;
	return at == w->len || (w->line[at] && strchr(ends, w->line[at]));
}

static bool match_from(struct walk *w, u32 part, u32 value, size_t at);

/* Plain text with one letter wrong, missing or too many: what follows has to be right. */
static bool match_nearly(struct walk *w, u32 part, u32 value, size_t at)
{
	/* How many bytes the text and the line go on behind the letter. */
	static const u8 ways[][2] = { { 1, 1 }, { 1, 0 }, { 0, 1 } };
	const struct nd_part *p = &w->p->parts[part];
	size_t same = 0, i;
	bool found = false;

	while (same < p->len && at + same < w->len && p->text[same] == w->line[at + same])
		same++;
	if (!same || same + 1 >= p->len)
		return false;
	w->slack--;
	for (i = 0; i < ARRAY_SIZE(ways) && !found; i++) {
		const char *text = p->text + same + ways[i][0];
		size_t rest = p->len - same - ways[i][0];
		size_t from = at + same + ways[i][1];

		found = from + rest <= w->len && !memcmp(w->line + from, text, rest) &&
			match_from(w, part + 1, value, from + rest);
	}
	w->slack++;
	return found;
}

static bool match_kind(struct walk *w, u32 part, u32 value, size_t at)
{
	const struct nd_part *next = part + 1 < w->p->nr ? &w->p->parts[part + 1] : NULL;
	size_t least, n = most_of(w, kinds[w->p->parts[part].kind].set, at, &least);

	for (; n >= least; n--) {
		/* Text that has to follow is looked for before anything is tried. */
		if (!next || next->kind != ND_NR_MSG_KINDS ||
		    (at + n < w->len && w->line[at + n] == *next->text)) {
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

	if (++w->steps > MAX_STEPS)
		return false;
	if (part == w->p->nr)
		return is_tail(w, at);
	if (p->kind != ND_NR_MSG_KINDS)
		return match_kind(w, part, value, at);
	if (w->len - at >= p->len && !memcmp(w->line + at, p->text, p->len))
		return match_from(w, part + 1, value, at + p->len);
	return w->slack && match_nearly(w, part, value, at);
}

static bool take_value(struct nd_msg_value *value, enum nd_msg_kind kind, const char *text,
		       size_t len)
{
	enum charset set = kinds[kind].set;

	value->kind = kind;
	value->num = 0;
	scnprintf(value->text, sizeof(value->text), "%.*s", (int)len, text);
	if (set == SET_HEX)
		value->num = strtoull(value->text, NULL, 16);
	else if (set == SET_DECIMAL || set == SET_DIGITS)
		value->num = strtoull(value->text, NULL, 10);
	else if (set == SET_NUMBER)
		value->num = strtoull(value->text, NULL, 0);
	return !kinds[kind].fits || kinds[kind].fits(value);
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

/* "vcpu0" and "rIP: 0x1234" of KVM's lines end at @at. */
static bool is_behind_vcpu(const char *line, size_t at)
{
	size_t i = at;

	while (i && is_hex(line[i - 1]))
		i--;
	if (i == at)
		return false;
	return (i >= 4 && !memcmp(line + i - 4, "vcpu", 4)) ||
	       (i >= 7 && !memcmp(line + i - 7, "rIP: 0x", 7));
}

/*
 * Where a message may start: at the line's start, behind a prefix that ends in one of these with a
 * blank, behind a quotation mark, bracket or "=" that somebody put in front of it.
 */
static bool is_head(const char *line, size_t at)
{
	static const char ends[] = "]:)>|=*-!";
	static const char opens[] = "\"'`([=";
	size_t behind = at;

	while (behind && is_blank(line[behind - 1]))
		behind--;
	if (!behind)
		return true;
	if (!line[behind - 1])
		return false;
	if (behind == at)
		return strchr(opens, line[at - 1]);
	return strchr(ends, line[behind - 1]) || is_behind_vcpu(line, behind);
}

static bool match_line(struct walk *w, size_t *start, struct nd_msg_value values[ND_MSG_VALUES])
{
	size_t at;

	for (at = 0; at < w->len; at++) {
		if (!is_head(w->line, at) || is_blank(w->line[at]))
			continue;
		*start = at;
		if (match_from(w, 0, 0, at) && take_values(w, values))
			return true;
		/* What may start with anything needs no second start. */
		if (w->p->parts[0].kind == ND_MSG_ANY)
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
	struct walk w = { .p = p, .line = line, .len = len, .slack = 1 };
	size_t text = 0;
	u32 i;

	for (i = 0; i < p->nr; i++)
		text += p->parts[i].len;
	return text >= SENTENCE && match_line(&w, start, values);
}
