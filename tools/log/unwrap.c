// SPDX-License-Identifier: GPL-2.0-only
/*
 * One pass over the bytes. What stands for something else is replaced; all else is copied.
 */
#include "tools/log/unwrap.h"

/* What a sequence of bytes stands for: UTF-8 of what editors make of quotes and blanks. */
static const struct {
	const char *bytes;
	char as;
} typographic[] = {
	{ "\xe2\x80\x98", '\'' }, { "\xe2\x80\x99", '\'' }, { "\xe2\x80\x9a", '\'' },
	{ "\xe2\x80\x9c", '"' }, { "\xe2\x80\x9d", '"' }, { "\xe2\x80\x9e", '"' },
	{ "\xc2\xab", '"' }, { "\xc2\xbb", '"' }, { "\xc2\xb4", '\'' }, { "\xc2\xa0", ' ' },
	{ "\xe2\x80\x93", '-' }, { "\xe2\x80\x94", '-' }, { "\xe2\x80\x91", '-' },
	{ "\xef\xbb\xbf", 0 }, { "\xe2\x80\x8b", 0 },
};

/* ESC [ ... letter: colours and what else terminals know; its length, 0 if there is none. */
static size_t control_sequence(const char *text, size_t len)
{
	size_t n = 2;

	if (len < 3 || text[0] != '\033' || text[1] != '[')
		return 0;
	while (n < len && ((text[n] >= '0' && text[n] <= '9') || text[n] == ';' || text[n] == '?'))
		n++;
	return n < len ? n + 1 : n;
}

/* The same as journals and people write it: "#033[31m", "^[[31m", "[31m". */
static size_t written_sequence(const char *text, size_t len)
{
	static const char *const escapes[] = { "#033[", "^[[", "\\x1b[", "\\u001b[", "\\033[", "[" };
	size_t i;

	for (i = 0; i < ARRAY_SIZE(escapes); i++) {
		size_t n = strlen(escapes[i]), start = n;

		if (*text != *escapes[i] || len <= n || memcmp(text, escapes[i], n))
			continue;
		while (n < len && ((text[n] >= '0' && text[n] <= '9') || text[n] == ';'))
			n++;
		if (n > start && n < len && text[n] == 'm')
			return n + 1;
	}
	return 0;
}

static size_t typographic_at(const char *text, size_t len, char *as)
{
	size_t i;

	for (i = 0; i < ARRAY_SIZE(typographic); i++) {
		size_t n = strlen(typographic[i].bytes);

		if (len < n || memcmp(text, typographic[i].bytes, n))
			continue;
		*as = typographic[i].as;
		return n;
	}
	return 0;
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* "\\u0027": ASCII that writers of JSON take for dangerous. */
static size_t unicode_at(const char *text, size_t len, char *as)
{
	int high, low;

	if (len < 6 || memcmp(text, "\\u00", 4))
		return 0;
	high = hex_digit(text[4]);
	low = hex_digit(text[5]);
	*as = high << 4 | low;
	if (low < 0 || high < 0 || high > 7 || (high < 2 && *as != '\n' && *as != '\t'))
		return 0;
	return 6;
}

/* "\n" and its like of JSON and of Rust's and Go's quoted strings. */
static size_t escape_at(const char *text, size_t len, bool path, char *as)
{
	static const char from[] = "nrt\"'";
	static const char to[] = "\n\n\t\"'";
	const char *at;

	if (len < 2 || *text != '\\' || !text[1])
		return 0;
	at = strchr(from, text[1]);
	if (!at || (path && *at != '"' && *at != '\''))
		return 0;
	*as = to[at - from];
	return 2;
}

/* "#012" and its like, as rsyslog writes control characters. */
static size_t syslog_escape(const char *text, size_t len, char *as)
{
	static const char to[] = "\n\t\n";
	static const char *const escapes[] = { "#012", "#011", "#015" };
	size_t i;

	for (i = 0; i < ARRAY_SIZE(escapes); i++) {
		if (len < 4 || memcmp(text, escapes[i], 4) ||
		    (len > 4 && text[4] >= '0' && text[4] <= '9'))
			continue;
		*as = to[i];
		return 4;
	}
	return 0;
}

/* "&quot;" and its like, from the source of a web page. */
static size_t entity_at(const char *text, size_t len, char *as)
{
	static const struct {
		const char *name;
		char as;
	} entities[] = {
		{ "&quot;", '"' }, { "&#34;", '"' }, { "&apos;", '\'' }, { "&#39;", '\'' }, { "&#x27;", '\'' },
		{ "&lt;", '<' }, { "&gt;", '>' }, { "&amp;", '&' }, { "&nbsp;", ' ' }, { "&#96;", '`' },
	};
	size_t i;

	for (i = 0; i < ARRAY_SIZE(entities); i++) {
		size_t n = strlen(entities[i].name);

		if (len < n || memcmp(text, entities[i].name, n))
			continue;
		*as = entities[i].as;
		return n;
	}
	return 0;
}

/* "doesn''t": a quotation of YAML. */
static bool is_doubled(const char *line, size_t len, size_t i)
{
	return i && i + 2 < len && line[i] == '\'' && line[i + 1] == '\'' &&
	       is_letter(line[i - 1]) && is_letter(line[i + 2]);
}

const u8 nd_wraps[256] = {
	['\0' ... '\b'] = ND_WRAPS_NO_TEXT, ['\v' ... '\032'] = ND_WRAPS_NO_TEXT,
	['\034' ... '\037'] = ND_WRAPS_NO_TEXT, ['['] = ND_WRAPS_BRACKET,
	['&'] = ND_WRAPS_OTHER,
	['\033'] = ND_WRAPS_OTHER, ['#'] = ND_WRAPS_OTHER, ['^'] = ND_WRAPS_OTHER,
	['\\'] = ND_WRAPS_OTHER, ['\''] = ND_WRAPS_OTHER, [0x80 ... 0xff] = ND_WRAPS_OTHER,
};

/* They, and those where a path of Windows begins or ends. */
static const bool special[256] = {
	['\0'] = true, [' '] = true, ['\t'] = true, ['"'] = true, ['\''] = true, [':'] = true,
	['\033'] = true, ['#'] = true, ['^'] = true, ['\\'] = true, ['['] = true, ['&'] = true,
	[0x80 ... 0xff] = true,
};

/*
 * "C:\", and no longer word, begins a path of Windows,
 * which goes on to the next blank or quotation mark.
 */
static bool is_in_path(bool path, const char *line, size_t len, size_t i)
{
	switch (line[i]) {
	case '\0':
	case ' ':
	case '\t':
	case '"':
	case '\'':
		return false;
	case ':':
		return path || (i && i + 1 < len && line[i + 1] == '\\' && is_letter(line[i - 1]) &&
				(i == 1 || !is_letter(line[i - 2])));
	default:
		return path;
	}
}

/* The bytes at @i that stand for @as, or for nothing if that is 0; none if they are as they are. */
static size_t wrapping_at(const char *line, size_t len, size_t i, bool path, char *as)
{
	size_t n = 0;

	*as = 0;
	switch (line[i]) {
	case '\033':
		return control_sequence(line + i, len - i);
	case '#':
		n = written_sequence(line + i, len - i);
		return n ? n : syslog_escape(line + i, len - i, as);
	case '&':
		return entity_at(line + i, len - i, as);
	case '^':
	case '[':
		return written_sequence(line + i, len - i);
	case '\\':
		n = written_sequence(line + i, len - i);
		if (n || !i)
			return n;
		n = path ? 0 : unicode_at(line + i, len - i, as);
		return n ? n : escape_at(line + i, len - i, path, as);
	case '\'':
		if (!is_doubled(line, len, i))
			return 0;
		*as = '\'';
		return 2;
	default:
		return line[i] & 0x80 ? typographic_at(line + i, len - i, as) : 0;
	}
}

/*
 * "qemu-system-x86_64: ", "C:\\qemu\\qemu-system-x86_64w.exe:
 * ": a message of QEMU's begins with it.
 */
static bool is_qemu(const char *text, size_t len)
{
	static const char name[] = "qemu-system-";
	size_t n = 0;

	while (n < len && !strchr(" \t\n\"'`", text[n]))
		n++;
	return n > sizeof(name) && n + 1 < len && text[n] == ' ' && text[n - 1] == ':' &&
	       memmem(text, n, name, sizeof(name) - 1);
}

/* "[   12.345678] ": so begins a message of the kernel's. */
static bool is_kernel_time(const char *text, size_t len)
{
	size_t n = 1, point;

	if (len < 12 || *text != '[')
		return false;
	while (n < len && text[n] == ' ')
		n++;
	for (point = n; point < len && text[point] >= '0' && text[point] <= '9'; point++)
		;
	if (point == n || point + 8 >= len || text[point] != '.')
		return false;
	for (n = point + 1; n < point + 7; n++)
		if (text[n] < '0' || text[n] > '9')
			return false;
	return text[n] == ']' && text[n + 1] == ' ';
}

/*
 * "[31m", but not "sshd[31]", and messages of the kernel's
 * behind the first: most lines have no other wrapping.
 */
static bool has_brackets(const char *line, size_t len)
{
	const char *end = line + len;
	unsigned int kernel = 0;

	for (; (line = memchr(line, '[', end - line)); line++) {
		if (end - line > 1 && (line[1] == ';' || (line[1] >= '0' && line[1] <= '9')) &&
		    written_sequence(line, end - line))
			return true;
		if (is_kernel_time(line, end - line) && kernel++)
			return true;
	}
	return false;
}

bool nd_is_wrapped(const char *line, size_t len, u8 begins)
{
	bool path = false;
	char as;
	size_t i;

	if (begins & ND_WRAPS_BRACKET && has_brackets(line, len))
		return true;
	if (!(begins & ND_WRAPS_OTHER))
		return false;
	for (i = 0; i < len; i++) {
		if (!special[(u8)line[i]])
			continue;
		path = is_in_path(path, line, len, i);
		if (wrapping_at(line, len, i, path, &as))
			return true;
	}
	return false;
}

static bool may_break_up(const char *text, size_t len)
{
	const char *at = text, *end = text + len;
	unsigned int kernel = 0;

	for (; (at = memchr(at, '[', end - at)); at++)
		kernel += is_kernel_time(at, end - at);
	return kernel > 1 || memmem(text, len, "qemu-system-", 12);
}

/*
 * Line feeds became blanks on the way here: what begins as the messages before begins another one.
 */
static void break_up(struct nd_unwrap *u)
{
	unsigned int qemu = 0, kernel = 0;
	size_t i;

	if (!may_break_up(u->text, u->len))
		return;
	for (i = 0; i < u->len; i++) {
		bool begins = !i || strchr("\n\"' ", u->text[i - 1]);

		if (!begins)
			continue;
		if ((u->text[i] == '[' && is_kernel_time(u->text + i, u->len - i) && kernel++) ||
		    (is_qemu(u->text + i, u->len - i) && qemu++))
			if (u->text[i - 1] == ' ')
				u->text[i - 1] = '\n';
	}
}

void nd_unwrap(struct nd_unwrap *u, const char *line, size_t len)
{
	bool path = false;
	size_t i = 0, n;
	char as;

	u->len = u->at = 0;
	while (i < len && u->len < sizeof(u->text) - 1) {
		if (!special[(u8)line[i]]) {
			u->text[u->len++] = line[i++];
			continue;
		}
		path = is_in_path(path, line, len, i);
		n = wrapping_at(line, len, i, path, &as);
		i += n ? n : 1;
		if (!n)
			u->text[u->len++] = line[i - 1];
		else if (as)
			u->text[u->len++] = as;
	}
	u->text[u->len++] = '\n';
	break_up(u);
}

/* What is left of a quotation whose last line was taken: '" error="exit status 1" pid=1', '"}'. */
static bool is_remainder(const char *text, size_t len)
{
	return *text == '"' && (len == 1 || strchr(" ,})]", text[1]));
}

bool nd_unwrap_next(struct nd_unwrap *u, const char **text, size_t *len)
{
	const char *end;

	while (u->at < u->len) {
		*text = u->text + u->at;
		end = memchr(*text, '\n', u->len - u->at);
		*len = end - *text;
		u->at += *len + 1;
		if (*len && (*text == u->text || !is_remainder(*text, *len)))
			return true;
	}
	return false;
}
