// SPDX-License-Identifier: GPL-2.0-only
#include <string.h>

#include "tools/digest/screen.h"

static bool is_control(char c)
{
	return (u8)c < ' ' && c != '\t' && c != '\033';
}

/* "ESC ] 0 ; title BEL", or ended by "ESC \"; its length, 0 if there is none. */
static size_t title_length(const char *text, size_t len)
{
	size_t i;

	if (len < 3 || text[0] != '\033' || text[1] != ']')
		return 0;
	for (i = 2; i < len; i++) {
		if (text[i] == '\a')
			return i + 1;
		if (text[i] == '\033' && i + 1 < len && text[i + 1] == '\\')
			return i + 2;
	}
	return 0;
}

static void cut_titles(const char **line, size_t *len, char room[ND_SCREEN])
{
	const char *text = *line;
	size_t at = 0, used = 0, n;

	if (!memmem(text, *len, "\033]", 2))
		return;
	while (at < *len && used < ND_SCREEN) {
		n = title_length(text + at, *len - at);
		if (n)
			at += n;
		else
			room[used++] = text[at++];
	}
	*line = room;
	*len = used;
}

void nd_screen(const char **line, size_t *len, char room[ND_SCREEN])
{
	const char *at;

	cut_titles(line, len, room);
	/* Runs of zeros, as a crash leaves them, and line ends of other systems. */
	while (*len && is_control((*line)[*len - 1]))
		(*len)--;
	while (*len && is_control(**line)) {
		(*line)++;
		(*len)--;
	}
	at = memrchr(*line, '\r', *len);
	if (!at)
		return;
	*len -= at + 1 - *line;
	*line = at + 1;
}
