// SPDX-License-Identifier: GPL-2.0-only
#include <string.h>

#include "tools/digest/bare.h"

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* "2026-11-21T03:21:06.1234567Z ": the time of a line in the raw log of a runner of GitHub's. */
static size_t runner_time(const char *line, size_t len)
{
	static const char form[] = "dddd-dd-ddTdd:dd:dd.dddddddZ ";
	size_t i;

	if (len < sizeof(form) - 1)
		return 0;
	for (i = 0; form[i]; i++)
		if (form[i] == 'd' ? !is_digit(line[i]) : line[i] != form[i])
			return 0;
	return i;
}

/* "windows-1  | ": the container that docker compose says a line is of. */
static size_t compose_name(const char *line, size_t len)
{
	size_t i = 0, blanks;
	bool numbered;

	while (i < len && (is_letter(line[i]) || is_digit(line[i]) || line[i] == '-' ||
			   line[i] == '_' || line[i] == '.'))
		i++;
	numbered = i > 2 && is_digit(line[i - 1]) && (line[i - 2] == '-' || line[i - 2] == '_');
	for (blanks = i; i < len && line[i] == ' '; i++)
		;
	return numbered && i > blanks && i + 1 < len && line[i] == '|' && line[i + 1] == ' ' ?
		       i + 2 :
		       0;
}

/* "/var/log/syslog.1:123:": grep says which line of which log it is. */
static size_t grep_name(const char *line, size_t len)
{
	static const char *const logs[] = { "log", "messages", "dmesg", ".txt", ".out" };
	const char *colon = memchr(line, ':', len);
	size_t i, n = colon ? colon - line : 0;
	bool is_log = false;

	if (!n || memchr(line, ' ', n) || memchr(line, '"', n))
		return 0;
	for (i = 0; i < ARRAY_SIZE(logs); i++)
		is_log = is_log || memmem(line, n, logs[i], strlen(logs[i]));
	for (i = n + 1; i < len && is_digit(line[i]); i++)
		;
	return is_log && i > n + 1 && i < len && line[i] == ':' ? i + 1 : 0;
}

/* "##[error]", "::error file=x,line=1::": how runners mark a line. */
static size_t runner_mark(const char *line, size_t len)
{
	static const char *const marks[] = { "##[error]", "##[warning]", "::error", "::warning" };
	const char *end;
	size_t i, n;

	for (i = 0; i < ARRAY_SIZE(marks); i++) {
		n = strlen(marks[i]);
		if (len < n || memcmp(line, marks[i], n))
			continue;
		if (*line == '#')
			return n;
		end = memmem(line + n, len - n, "::", 2);
		return end ? end + 2 - line : 0;
	}
	return 0;
}

/* "  12<tab>" of cat -n, "3. " of a list. */
static size_t number(const char *line, size_t len)
{
	size_t i = 0, n;

	while (i < len && line[i] == ' ')
		i++;
	for (n = i; n < len && n < i + 4 && is_digit(line[n]); n++)
		;
	if (n == i || n + 1 >= len)
		return 0;
	if (line[n] == '\t')
		return n + 1;
	return (line[n] == '.' || line[n] == ')') && line[n + 1] == ' ' ? n + 2 : 0;
}

/* A frame that a program drew around its message, in UTF-8: "│ ", "┃ ", "║ ". */
static size_t frame(const char *line, size_t len)
{
	static const char *const sides[] = { "\xe2\x94\x82 ", "\xe2\x94\x83 ", "\xe2\x95\x91 " };
	size_t i;

	for (i = 0; i < ARRAY_SIZE(sides); i++)
		if (len > 4 && !memcmp(line, sides[i], 4))
			return 4;
	return 0;
}

/* "<Data Name='x'>", but neither "<6>" nor "<unknown>: ". */
static size_t tag(const char *line, size_t len)
{
	const char *end = memchr(line, '>', len);
	size_t n = end ? end + 1 - line : 0;

	if (n < 3 || n == len || *line != '<' || !is_letter(line[1]))
		return 0;
	return memmem(line + n, len - n, "</", 2) ? n : 0;
}

/* Also a NUL, as files that were not closed have it. */
static bool is_end(char c)
{
	return c == '\r' || c == '\n' || c == ' ' || c == '\t' || !c;
}

static size_t ahead(const char *line, size_t len)
{
	static size_t (*const forms[])(const char *line, size_t len) = {
		runner_time, runner_mark, compose_name, grep_name, number, frame, tag,
	};
	size_t i, n = 0;

	for (i = 0; !n && i < ARRAY_SIZE(forms); i++)
		n = forms[i](line, len);
	if (!n && len > 2 && (line[0] == '>' || line[0] == '+') && line[1] == ' ')
		n = 2;
	return n;
}

/* The other side of a frame, the end of a tag, blanks. */
static size_t behind(const char *line, size_t len)
{
	const char *end;
	size_t n = len;

	while (n && is_end(line[n - 1]))
		n--;
	if (frame(line, len) && n > 6 && !memcmp(line + n - 3, line, 3))
		return len - (n - 3);
	end = tag(line, len) && n && line[n - 1] == '>' ? memrchr(line, '<', n) : NULL;
	return len - (end ? (size_t)(end - line) : n);
}

static void take_marks(const char **line, size_t *len)
{
	static const char *const marks[] = { "`", "**" };
	size_t i, n;

	for (i = 0; i < ARRAY_SIZE(marks); i++) {
		if (!*len || **line != *marks[i])
			continue;
		n = strlen(marks[i]);
		/* "*** Guest State ***" is a title of the kernel's. */
		if (*len <= 2 * n || (*line)[n] == *marks[i] || memcmp(*line, marks[i], n) ||
		    memcmp(*line + *len - n, marks[i], n) ||
		    memmem(*line + n, *len - 2 * n, marks[i], n))
			continue;
		/* "*** Guest State ***" is no emphasis. */
		if ((*line)[n] == '*' || (*line)[n] == ' ')
			continue;
		*line += n;
		*len -= 2 * n;
	}
}

void nd_bare(const char **line, size_t *len)
{
	size_t n, rest;

	do {
		n = ahead(*line, *len);
		rest = *len - behind(*line, *len);
		*line += n;
		*len = rest > n ? rest - n : 0;
	} while (n);
	take_marks(line, len);
}
