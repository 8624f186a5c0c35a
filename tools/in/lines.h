/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Text files, line by line.
 */
#ifndef NESTDIAG_TOOLS_LINES_H
#define NESTDIAG_TOOLS_LINES_H

#include <stdio.h>

#include "tools/in/tar.h"
#include "tools/in/utf16.h"

/**
 * struct nd_lines - a text file, line by line
 *
 * Lines may have any bytes, NUL too. The file may be compressed, or in UTF-16. Of an archive that
 * nestdiag report wrote they are those of its snapshot, or of its kernel log.
 */
struct nd_lines {
	FILE *file;
	struct nd_tar tar;
	struct nd_utf16 utf16;
	char *raw;
	const char *member;
	char *buf;
	size_t size;
	size_t start;
	size_t end;
	size_t whole;
	size_t total;
	size_t limit;
	bool started;
	bool eof;
};

/**
 * nd_lines_user() - open a file that the user named, "-" for standard input
 * nd_lines_log() - the same for a log: it may have any length, as long as its lines are bounded; of
 *		    other files both are, also if a few bytes unpack to gigabytes
 * nd_lines_open() - open one of the machine's files
 * nd_lines_text() - lines of a text that is at hand and outlives them
 * nd_lines_next() - the next line without its line end
 * @text: valid until the next call
 *
 * Return: for all but the last 0 or -errno; for the last 1, 0 at the end, or -errno.
 */
int nd_lines_user(struct nd_lines *lines, const char *file);
int nd_lines_log(struct nd_lines *lines, const char *file);
int nd_lines_open(struct nd_lines *lines, const char *path);
int nd_lines_text(struct nd_lines *lines, const char *text, size_t len);
int nd_lines_next(struct nd_lines *lines, const char **text, size_t *len);

/**
 * nd_lines_whole() - all that is left of a file, if it is short
 * @most: its bytes, at most
 * @text: it, valid until the next call
 * @len:  its bytes
 *
 * Return: 1, 0 if it is longer, or -errno.
 */
int nd_lines_whole(struct nd_lines *lines, size_t most, const char **text, size_t *len);

/**
 * nd_lines_ahead() - whole lines that the next calls of
 * nd_lines_next() give, as many as are at hand
 * @len: their bytes, with the line feed of each; may be 0
 */
const char *nd_lines_ahead(const struct nd_lines *lines, size_t *len);

/** nd_lines_skip() - do not give the first @len bytes of what is at hand */
void nd_lines_skip(struct nd_lines *lines, size_t len);

/** nd_lines_why() - what a negative return means, in words */
const char *nd_lines_why(int err);

void nd_lines_close(struct nd_lines *lines);

#endif /* NESTDIAG_TOOLS_LINES_H */
