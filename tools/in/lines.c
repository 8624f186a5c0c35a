// SPDX-License-Identifier: GPL-2.0-only
#include <errno.h>
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>

#include "tools/in/lines.h"
#include "tools/in/source.h"
#include "tools/out/text.h"

#define CHUNK		(64 * 1024)
#define MAX_BYTES	(256u << 20)	/* ND_MAX_CPUS full of records need a third of it */
#define MAX_LINE	(64u << 20)

int nd_lines_user(struct nd_lines *lines, const char *file)
{
	memset(lines, 0, sizeof(*lines));
	lines->limit = MAX_BYTES;
	lines->member = "snapshot";
	lines->file = strcmp(file, "-") ? fopen(file, "re") : stdin;
	return lines->file ? 0 : -errno;
}

int nd_lines_log(struct nd_lines *lines, const char *file)
{
	int err = nd_lines_user(lines, file);

	lines->limit = SIZE_MAX;
	lines->member = "kernel.log";
	return err;
}

int nd_lines_open(struct nd_lines *lines, const char *path)
{
	char full[PATH_MAX];
	int err = nd_source_path(full, sizeof(full), path);

	memset(lines, 0, sizeof(*lines));
	lines->limit = MAX_BYTES;
	if (err)
		return err;
	lines->file = fopen(full, "re");
	return lines->file ? 0 : -errno;
}

int nd_lines_text(struct nd_lines *lines, const char *text, size_t len)
{
	memset(lines, 0, sizeof(*lines));
	lines->limit = SIZE_MAX;
	lines->file = len ? fmemopen((void *)text, len, "r") : fopen("/dev/null", "re");
	return lines->file ? 0 : -errno;
}

/* To the member, if it is an archive where one may be. */
static int find_member(struct nd_lines *l)
{
	char name[ND_TAR_NAME];
	int got;

	if (l->tar.begun)
		return 0;
	got = nd_tar_begin(&l->tar, l->file);
	if (got || !l->tar.is_tar)
		return got;
	if (!l->member)
		return -EBADMSG;
	while ((got = nd_tar_next(&l->tar, l->file, name)) > 0)
		if (nd_tar_is_named(name, l->member))
			return 0;
	return got ? got : -ENOMSG;
}

/* What was read behind the end of the text, from UTF-16 to UTF-8. Return: its bytes then. */
static long convert(struct nd_lines *l, long got)
{
	/* The machine's own files are none of Windows. */
	if (!l->total && l->member)
		nd_utf16_begin(&l->utf16, l->buf + l->end, got);
	if (!l->utf16.is)
		return got;
	if (!l->raw)
		l->raw = nd_realloc(NULL, CHUNK);
	memcpy(l->raw, l->buf + l->end, got);
	return nd_utf16_take(&l->utf16, l->raw, got, l->buf + l->end);
}

static int fill(struct nd_lines *l)
{
	long got = find_member(l), bytes;
	const char *last;

	if (got)
		return got;

	if (l->total >= l->limit || l->end - l->start >= MAX_LINE)
		return -EFBIG;
	if (l->start) {
		memmove(l->buf, l->buf + l->start, l->end - l->start);
		l->end -= l->start;
		l->whole -= l->whole < l->start ? l->whole : l->start;
		l->start = 0;
	}
	if (l->size - l->end < ND_UTF16_ROOM(CHUNK)) {
		l->size = l->size * 2 + ND_UTF16_ROOM(CHUNK);
		l->buf = nd_realloc(l->buf, l->size);
	}

	got = nd_tar_read(&l->tar, l->file, l->buf + l->end,
			  l->utf16.is || !l->total ? CHUNK : l->size - l->end);
	if (got < 0)
		return got;
	l->eof = !got;
	bytes = convert(l, got);
	last = memrchr(l->buf + l->end, '\n', bytes);
	if (last)
		l->whole = last + 1 - l->buf;
	l->end += bytes;
	l->total += got;
	return 0;
}

/* Editors of other systems begin a file with a byte order mark. */
static void skip_mark(struct nd_lines *l)
{
	if (l->started)
		return;
	l->started = true;
	if (l->end - l->start >= 3 && !memcmp(l->buf + l->start, "\xef\xbb\xbf", 3))
		l->start += 3;
}

int nd_lines_next(struct nd_lines *l, const char **text, size_t *len)
{
	size_t seen = 0;	/* bytes of this line already searched */

	for (;;) {
		size_t have = l->end - l->start;
		char *end = NULL;
		int err;

		if (have > seen)
			end = memchr(l->buf + l->start + seen, '\n', have - seen);
		if (end || (l->eof && have)) {
			*len = end ? (size_t)(end - (l->buf + l->start)) : have;
			break;
		}
		if (l->eof)
			return 0;
		seen = have;
		err = fill(l);
		if (err)
			return err;
		skip_mark(l);
	}

	*text = l->buf + l->start;
	l->start += *len;
	if (l->start < l->end)
		l->start++;
	return 1;
}

int nd_lines_whole(struct nd_lines *l, size_t most, const char **text, size_t *len)
{
	while (!l->eof && l->end - l->start <= most) {
		int err = fill(l);

		if (err)
			return err;
		skip_mark(l);
	}
	*text = l->buf + l->start;
	*len = l->end - l->start;
	return l->eof && *len <= most;
}

const char *nd_lines_ahead(const struct nd_lines *l, size_t *len)
{
	*len = l->whole > l->start ? l->whole - l->start : 0;
	return l->buf + l->start;
}

void nd_lines_skip(struct nd_lines *l, size_t len)
{
	l->start += len;
}

const char *nd_lines_why(int err)
{
	switch (err) {
	case -EBADMSG:
		return "compressed, but damaged or cut short";
	case -ENOBUFS:
		return "compressed so that unpacking it takes too much memory";
	case -ENOMSG:
		return "an archive, but not one of nestdiag report with what is needed here";
	case -EFBIG:
		return "too large, or a line of it is";
	default:
		return strerror(-err);
	}
}

void nd_lines_close(struct nd_lines *l)
{
	nd_tar_free(&l->tar);
	if (l->file && l->file != stdin)
		fclose(l->file);
	free(l->buf);
	free(l->raw);
	memset(l, 0, sizeof(*l));
}
