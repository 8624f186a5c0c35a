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

/* Also a NUL, as files that were not closed have it. */
static bool is_end(char c)
{
	return c == '\r' || c == '\n' || c == ' ' || c == '\t' || !c;
}

/* A runner's time, "> ", "`", blanks at the end. */
void nd_bare(const char **line, size_t *len)
{
	static const char *const marks[] = { "`", "**" };
	size_t i, n = runner_time(*line, *len);

	if (!n)
		n = compose_name(*line, *len);
	while (*len > n && is_end((*line)[*len - 1]))
		(*len)--;
	while (*len > n + 1 && (*line)[n] == '>' && (*line)[n + 1] == ' ')
		n += 2;
	*line += n;
	*len -= n;
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
