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

	for (i = 2; i < len; i++) {
		if (text[i] == '\a')
			return i + 1;
		if (text[i] == '\033' && i + 1 < len && text[i + 1] == '\\')
			return i + 2;
	}
	return 0;
}

/* "ESC [ 01;31 m", "ESC [ K": what grep and others color with. */
static size_t color_length(const char *text, size_t len)
{
	size_t i;

	for (i = 2; i < len; i++)
		if (text[i] >= '@' && text[i] <= '~')
			return i + 1;
	return 0;
}

static size_t sequence_length(const char *text, size_t len)
{
	if (len < 3 || *text != '\033')
		return 0;
	if (text[1] == ']')
		return title_length(text, len);
	return text[1] == '[' ? color_length(text, len) : 0;
}

static void cut_sequences(const char **line, size_t *len, char room[ND_SCREEN])
{
	const char *text = *line;
	size_t at = 0, used = 0, n;

	if (!memchr(text, '\033', *len))
		return;
	while (at < *len && used < ND_SCREEN) {
		n = sequence_length(text + at, *len - at);
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
	cut_sequences(line, len, room);
	/* Runs of zeros, as a crash leaves them, and line ends of other systems. */
	while (*len && is_control((*line)[*len - 1]))
		(*len)--;
	while (*len && is_control(**line)) {
		(*line)++;
		(*len)--;
	}
}
