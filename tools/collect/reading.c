// SPDX-License-Identifier: GPL-2.0-only
#include <errno.h>
#include <stdlib.h>

#include "tools/collect/reading.h"
#include "tools/in/lines.h"

void nd_reading_begin(struct nd_reading *r)
{
	memset(r, 0, sizeof(*r));
	r->to = open_memstream(&r->text, &r->len);
}

bool nd_reading_line(struct nd_reading *r, const char *text, size_t len)
{
	if (!r->to || r->full)
		return false;
	if (ftell(r->to) + len + 1 > ND_READING_MAX) {
		r->full = true;
		fputs("(the rest is left out)\n", r->to);
		return false;
	}
	fwrite(text, 1, len, r->to);
	fputc('\n', r->to);
	return true;
}

int nd_reading_file(struct nd_reading *r, const char *path, bool first)
{
	struct nd_lines lines;
	const char *text;
	size_t len;
	int got = nd_lines_open(&lines, path);

	if (got)
		return got;
	while ((got = nd_lines_next(&lines, &text, &len)) > 0) {
		got = 0;
		if ((first && !len) || !nd_reading_line(r, text, len))
			break;
	}
	nd_lines_close(&lines);
	return got;
}

void nd_reading_end(struct nd_reading *r, struct nd_redact *redact, struct nd_items *items,
		    const char *path, const char *title, int err)
{
	enum nd_item_state state = nd_items_state(err);
	char *text = NULL;
	size_t len = 0;

	if (r->to)
		fclose(r->to);
	/* A part is better than nothing, and the error is said. */
	if (r->len) {
		text = nd_redact(redact, r->text, r->len, &len);
		state = ND_ITEM_TAKEN;
	} else if (!err) {
		state = ND_ITEM_NOT_THERE;
	}
	nd_items_add(items, path, title, state,
		     err && (text || state == ND_ITEM_FAILED) ? nd_lines_why(err) :
		     r->full ? "its beginning" : "", text, len);
	free(r->text);
}
