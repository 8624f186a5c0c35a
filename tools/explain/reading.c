// SPDX-License-Identifier: GPL-2.0-only
#include <ctype.h>

#include "tools/explain/reading.h"

static void add_text(struct nd_row *row, const char *key, const char *text)
{
	if (text && *text)
		nd_row_str(row, key, text);
}

void nd_explain_add(struct nd_explain *e, const struct nd_reading *r)
{
	struct nd_row row;

	nd_row_init(&row, ND_ROW_READING, r->id, r->label, r->sort);
	add_text(&row, "severity", r->severity);
	add_text(&row, "basis", r->basis);
	add_text(&row, "meaning", r->meaning);
	add_text(&row, "cause", r->cause);
	add_text(&row, "for_nesting", r->nesting);
	add_text(&row, "here", r->here);
	add_text(&row, "remedy", r->remedy);
	add_text(&row, "see", r->reference);
	nd_emit_row(e->emit, &row);
	nd_emit_detail(e->emit, "basis", r->basis);
	nd_emit_detail(e->emit, "meaning", r->meaning);
	nd_emit_detail(e->emit, "cause", r->cause);
	nd_emit_detail(e->emit, "nesting", r->nesting);
	nd_emit_detail(e->emit, "here", r->here);
	nd_emit_detail(e->emit, "remedy", r->remedy);
	nd_emit_detail(e->emit, "see", r->reference);
	e->found++;
}

static char plain(char c)
{
	return c == '_' || c == ' ' ? '-' : (char)tolower((unsigned char)c);
}

bool nd_explain_same(const char *word, const char *name)
{
	if (!name)
		return false;
	while (*name && *word) {
		if (plain(*name) == plain(*word)) {
			name++;
			word++;
		} else if (*name == '-' || *name == '_') {
			name++;
		} else if (*word == '-' || *word == '_') {
			word++;
		} else {
			return false;
		}
	}
	return !*name && !*word;
}

bool nd_explain_is(const struct nd_explain *e, const char *name)
{
	return nd_explain_same(e->word, name);
}
