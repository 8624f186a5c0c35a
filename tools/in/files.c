// SPDX-License-Identifier: GPL-2.0-only
#include <fts.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "tools/in/files.h"
#include "tools/in/lines.h"
#include "tools/out/text.h"

static void add(struct nd_files *files, const char *name, size_t len)
{
	char *copy = nd_realloc(NULL, len + 1);

	memcpy(copy, name, len);
	copy[len] = '\0';
	if (files->nr == files->max) {
		files->max = files->max ? files->max * 2 : 64;
		files->names = nd_realloc(files->names, files->max * sizeof(*files->names));
	}
	files->names[files->nr++] = copy;
}

static int compare(const FTSENT **a, const FTSENT **b)
{
	return strcmp((*a)->fts_name, (*b)->fts_name);
}

/*
 * Links to files are followed, and a folder that contains itself is left alone. What cannot be read
 * is added: opening it shows why, and the caller reports that.
 */
static void add_folder(struct nd_files *files, const char *name)
{
	char *const paths[] = { (char *)name, NULL };
	FTS *fts = fts_open(paths, FTS_LOGICAL | FTS_NOCHDIR, compare);
	FTSENT *entry;

	while (fts && (entry = fts_read(fts))) {
		if (entry->fts_level > 0 && entry->fts_name[0] == '.') {
			fts_set(fts, entry, FTS_SKIP);
			continue;
		}
		switch (entry->fts_info) {
		case FTS_F:
		case FTS_DNR:
		case FTS_NS:
		case FTS_SLNONE:
			add(files, entry->fts_path, entry->fts_pathlen);
			break;
		default:
			break;
		}
	}
	if (fts)
		fts_close(fts);
}

static void add_named(struct nd_files *files, const char *name)
{
	struct stat st;

	if (!strcmp(name, "-"))
		name = "./-";	/* of a list, a file of that name */
	if (!stat(name, &st) && S_ISDIR(st.st_mode))
		add_folder(files, name);
	else
		add(files, name, strlen(name));
}

static int add_list(struct nd_files *files)
{
	char name[PATH_MAX];
	struct nd_lines lines;
	const char *text;
	size_t len;
	int got = nd_lines_log(&lines, "-");

	while (!got && (got = nd_lines_next(&lines, &text, &len)) > 0) {
		got = 0;
		if (len && text[len - 1] == '\r')
			len--;
		if (!len)
			continue;
		snprintf(name, sizeof(name), "%.*s", (int)(len < PATH_MAX ? len : PATH_MAX), text);
		add_named(files, name);
	}
	nd_lines_close(&lines);
	return got;
}

int nd_files_add(struct nd_files *files, const char *name)
{
	if (!strcmp(name, "-"))
		return add_list(files);
	add_named(files, name);
	return 0;
}

void nd_files_free(struct nd_files *files)
{
	while (files->nr)
		free(files->names[--files->nr]);
	free(files->names);
	memset(files, 0, sizeof(*files));
}
