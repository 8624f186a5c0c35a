// SPDX-License-Identifier: GPL-2.0-only
#include <errno.h>
#include <stdlib.h>

#include "tools/in/members.h"
#include "tools/in/tar.h"
#include "tools/out/text.h"

#define MAX_TEXT	(512 * 1024)
#define MAX_TEXTS	1000

static int take_member(struct nd_tar *tar, FILE *stream, char *buf, size_t *len)
{
	long got = 0;

	*len = 0;
	while (*len < MAX_TEXT && (got = nd_tar_read(tar, stream, buf + *len, MAX_TEXT - *len)) > 0)
		*len += got;
	return got < 0 ? got : 0;
}

int nd_members(const char *file,
	       void (*take)(void *ctx, const char *name, const char *text, size_t len), void *ctx)
{
	FILE *stream = fopen(file, "re");
	char *buf = nd_realloc(NULL, MAX_TEXT);
	struct nd_tar tar = { 0 };
	char name[ND_TAR_NAME];
	int got = stream ? 0 : -errno, texts = 0;
	size_t len;

	while (!got && texts++ < MAX_TEXTS && (got = nd_tar_next(&tar, stream, name)) > 0) {
		got = take_member(&tar, stream, buf, &len);
		if (!got)
			take(ctx, name, buf, len);
	}
	nd_tar_free(&tar);
	if (stream)
		fclose(stream);
	free(buf);
	return got < 0 ? got : 0;
}

bool nd_members_any(const char *file)
{
	FILE *stream = strcmp(file, "-") ? fopen(file, "re") : NULL;
	struct nd_tar tar = { 0 };
	bool any = stream && !nd_tar_begin(&tar, stream) && tar.is_tar;

	nd_tar_free(&tar);
	if (stream)
		fclose(stream);
	return any;
}
