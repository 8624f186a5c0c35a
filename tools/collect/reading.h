/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Texts of bounded length, from files and line by line.
 */
#ifndef NESTDIAG_TOOLS_COLLECT_READING_H
#define NESTDIAG_TOOLS_COLLECT_READING_H

#include <stdio.h>

#include "tools/collect/items.h"
#include "tools/redact/redact.h"

#define ND_READING_MAX	(256 * 1024)

/**
 * struct nd_reading - a text being put together
 * @to:   takes it; no more than ND_READING_MAX
 * @text: it, after nd_reading_end()
 * @len:  its length
 * @full: there was more
 */
struct nd_reading {
	FILE *to;
	char *text;
	size_t len;
	bool full;
};

void nd_reading_begin(struct nd_reading *reading);

/** nd_reading_line() - add @len bytes and a line end; false: no more is taken */
bool nd_reading_line(struct nd_reading *reading, const char *text, size_t len);

/** nd_reading_file() - add the lines of a file, up to an empty one if @first; 0 or -errno */
int nd_reading_file(struct nd_reading *reading, const char *path, bool first);

/**
 * nd_reading_end() - redact it and add it to the items
 * @err: 0, or why there is less than there should be
 */
void nd_reading_end(struct nd_reading *reading, struct nd_redact *redact, struct nd_items *items,
		    const char *path, const char *title, int err);

#endif /* NESTDIAG_TOOLS_COLLECT_READING_H */
