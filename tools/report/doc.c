// SPDX-License-Identifier: GPL-2.0-only
#include <stdlib.h>

#include "core/base/figures.h"

#include "tools/out/text.h"
#include "tools/report/doc.h"

static char *keep_bytes(struct nd_doc *doc, const char *text, size_t len)
{
	char *copy = nd_realloc(NULL, len + 1);

	memcpy(copy, text, len);
	copy[len] = '\0';
	doc->pool = nd_realloc(doc->pool, (doc->nr_pool + 1) * sizeof(*doc->pool));
	doc->pool[doc->nr_pool++] = copy;
	return copy;
}

const char *nd_doc_keep(struct nd_doc *doc, const char *text)
{
	char *copy;

	if (!text || !*text)
		return "";
	copy = keep_bytes(doc, text, strlen(text));
	nd_text_clean(copy);
	return copy;
}

struct nd_part *nd_doc_part(struct nd_doc *doc)
{
	if (!doc->nr)
		nd_doc_begin(doc, "report", "Report", "", 0);
	return &doc->parts[doc->nr - 1];
}

struct nd_block *nd_doc_add(struct nd_doc *doc, enum nd_block_kind kind)
{
	struct nd_part *part = nd_doc_part(doc);
	struct nd_block *block;

	part->blocks = nd_realloc(part->blocks, (part->nr + 1) * sizeof(*part->blocks));
	block = &part->blocks[part->nr++];
	*block = (struct nd_block){ .kind = kind, .id = "", .title = "", .state = "", .text = "" };
	return block;
}

void nd_doc_begin(struct nd_doc *doc, const char *id, const char *title, const char *command,
		  unsigned int weight)
{
	doc->parts = nd_realloc(doc->parts, (doc->nr + 1) * sizeof(*doc->parts));
	doc->last = 0;
	doc->parts[doc->nr++] = (struct nd_part){
		.id = id, .title = title, .command = nd_doc_keep(doc, command), .weight = weight,
	};
}

struct nd_block *nd_doc_text(struct nd_doc *doc, const char *title, const char *text, size_t len)
{
	char *copy = keep_bytes(doc, text, len);
	struct nd_block *block;
	size_t i;

	for (i = 0; i < len; i++)
		if (!copy[i])
			copy[i] = '?';
	nd_text_clean_lines(copy);
	block = nd_doc_add(doc, ND_BLOCK_TEXT);
	block->title = nd_doc_keep(doc, title);
	block->text = copy;
	return block;
}

void nd_doc_cut(struct nd_doc *doc, size_t nr)
{
	struct nd_part *part = nd_doc_part(doc);

	while (part->nr > nr) {
		free(part->blocks[--part->nr].pairs);
		free(part->blocks[part->nr].cells);
	}
	doc->last = 0;
}

#define RANKS	5

static int rank(const struct nd_block *block)
{
	static const char *const order[] = { "FAIL", "WARN", "NOTE" };
	int i;

	for (i = 0; i < (int)ARRAY_SIZE(order); i++)
		if (block->kind == ND_BLOCK_CARD && !strcmp(block->state, order[i]))
			return i;
	return block->look == nd_look_passed() ? RANKS - 1 : RANKS - 2;
}

/* Findings first, the worst at the top, and what passes last; all else stays as it was. */
static void sort_cards(struct nd_part *part)
{
	struct nd_block *sorted = nd_realloc(NULL, (part->nr + 1) * sizeof(*sorted));
	size_t i, n = 0;
	int wanted;

	for (wanted = 0; wanted < RANKS; wanted++)
		for (i = 0; i < part->nr; i++)
			if (rank(&part->blocks[i]) == wanted)
				sorted[n++] = part->blocks[i];
	free(part->blocks);
	part->blocks = sorted;
}

/* A heading under which nothing came. */
static void drop_empty(struct nd_part *part)
{
	size_t i, n = 0;

	for (i = 0; i < part->nr; i++)
		if (part->blocks[i].kind != ND_BLOCK_HEADING ||
		    (i + 1 < part->nr && part->blocks[i + 1].kind != ND_BLOCK_HEADING))
			part->blocks[n++] = part->blocks[i];
	part->nr = n;
}

static void fill_shares(struct nd_doc *doc, struct nd_block *table, size_t col)
{
	char text[ND_FIGURE];
	u64 sum = 0;
	size_t i;

	for (i = 0; i < table->nr_rows; i++)
		sum += table->cells[i * table->nr_cols + col].num;
	for (i = 0; i < table->nr_rows; i++) {
		struct nd_cell *cell = &table->cells[i * table->nr_cols + col];

		if (cell->known)
			cell->text = nd_doc_keep(doc, nd_share_text(cell->num, sum, text,
								    sizeof(text)));
	}
}

static void hide_empty(struct nd_block *table)
{
	size_t row, col;

	for (col = 0; col < table->nr_cols; col++) {
		table->shown[col] = !col;
		for (row = 0; row < table->nr_rows && !table->shown[col]; row++)
			table->shown[col] = *table->cells[row * table->nr_cols + col].text;
	}
}

void nd_doc_end(struct nd_doc *doc)
{
	size_t i, j, col;

	for (i = 0; i < doc->nr; i++) {
		struct nd_part *part = &doc->parts[i];

		drop_empty(part);
		sort_cards(part);
		for (j = 0; j < part->nr; j++) {
			struct nd_block *block = &part->blocks[j];

			for (col = 0; col < block->nr_cols; col++)
				if (block->look->shown[col].how == ND_HOW_SHARE)
					fill_shares(doc, block, col);
			hide_empty(block);
		}
	}
}

const struct nd_part *nd_doc_find(const struct nd_doc *doc, const char *id)
{
	size_t i;

	for (i = 0; i < doc->nr; i++)
		if (!strcmp(doc->parts[i].id, id))
			return &doc->parts[i];
	return NULL;
}

void nd_doc_free(struct nd_doc *doc)
{
	size_t i, j;

	for (i = 0; i < doc->nr; i++) {
		for (j = 0; j < doc->parts[i].nr; j++) {
			free(doc->parts[i].blocks[j].pairs);
			free(doc->parts[i].blocks[j].cells);
		}
		free(doc->parts[i].blocks);
	}
	free(doc->parts);
	while (doc->nr_pool)
		free(doc->pool[--doc->nr_pool]);
	free(doc->pool);
	memset(doc, 0, sizeof(*doc));
}
