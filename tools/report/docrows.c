// SPDX-License-Identifier: GPL-2.0-only
/*
 * The output that makes a document's blocks from rows.
 */
#include <stdlib.h>

#include "core/base/figures.h"

#include "tools/out/text.h"
#include "tools/report/docrows.h"

#define MAX_LINES	400	/* of a table: a host may have thousands of vCPUs */

static struct nd_block *last_block(struct nd_doc *doc, enum nd_block_kind kind)
{
	struct nd_part *part = nd_doc_part(doc);
	struct nd_block *block = part->nr ? &part->blocks[part->nr - 1] : NULL;

	return block && block->kind == kind ? block : NULL;
}

static void add_pair(struct nd_doc *doc, struct nd_block *block, const struct nd_row *row,
		     const char *label, const char *state)
{
	struct nd_pair *pair;

	block->pairs = nd_realloc(block->pairs, (block->nr_pairs + 1) * sizeof(*block->pairs));
	pair = &block->pairs[block->nr_pairs++];
	pair->label = nd_doc_keep(doc, label);
	pair->state = nd_doc_keep(doc, state);
	pair->text = nd_doc_keep(doc, row->words + strspn(row->words, " "));
}

/* A heading of a table of the plain view has the titles of the columns behind it. */
static void add_heading(struct nd_doc *doc, const char *label)
{
	const char *gap = strstr(label, "  ");
	char title[ND_ROW_WORDS];

	snprintf(title, sizeof(title), "%.*s", gap ? (int)(gap - label) : (int)sizeof(title), label);
	nd_doc_add(doc, ND_BLOCK_HEADING)->title = nd_doc_keep(doc, title);
}

/* Lists are broken into lines for the plain view. */
static void add_note(struct nd_doc *doc, const char *words)
{
	struct nd_block *block = last_block(doc, ND_BLOCK_NOTE);
	size_t len = block ? strlen(block->text) : 0;
	const char *text = words + strspn(words, " ");
	char *joined;

	if (!len || block->text[len - 1] != ',' || *words != ' ') {
		nd_doc_add(doc, ND_BLOCK_NOTE)->text = nd_doc_keep(doc, text);
		return;
	}
	if (asprintf(&joined, "%s %s", block->text, text) < 0)
		return;
	block->text = nd_doc_keep(doc, joined);
	free(joined);
}

static const struct nd_col *find_col(const struct nd_row *row, const char *key)
{
	u32 i;

	for (i = 0; i < row->nr_cols; i++)
		if (!strcmp(row->cols[i].key, key))
			return &row->cols[i];
	return NULL;
}

static bool is_number(const struct nd_col *col)
{
	return col && (col->type == ND_COL_DEC || col->type == ND_COL_HEX ||
		       col->type == ND_COL_MILLI || col->type == ND_COL_BOOL);
}

static const char *own_text(const struct nd_row *row, const char *key)
{
	if (!strcmp(key, "=label"))
		return row->label;
	if (!strcmp(key, "=state"))
		return row->state;
	if (!strcmp(key, "=id"))
		return row->id;
	return strcmp(key, "=words") ? NULL : row->words + strspn(row->words, " ");
}

static struct nd_cell make_cell(struct nd_doc *doc, const struct nd_row *row,
				const struct nd_shown *shown)
{
	const struct nd_col *col = find_col(row, shown->key);
	const struct nd_col *with = shown->with ? find_col(row, shown->with) : NULL;
	struct nd_cell cell = { .text = "" };
	char text[32] = "";

	if (*shown->key == '=' || (col && !is_number(col))) {
		cell.text = nd_doc_keep(doc, col ? col->str : own_text(row, shown->key));
		return cell;
	}
	if (!col)
		return cell;
	cell.known = true;
	cell.num = col->num;
	if (shown->how == ND_HOW_TIME)
		nd_time_text(col->num, text, sizeof(text));
	else if (shown->how == ND_HOW_PART && with)
		nd_share_text(col->num, col->num + with->num, text, sizeof(text));
	else if (shown->how == ND_HOW_NUMBER)
		snprintf(text, sizeof(text), "%llu", col->num);
	cell.text = nd_doc_keep(doc, text);
	return cell;
}

/* The table that looks like that under the last heading. */
static struct nd_block *find_table(struct nd_doc *doc, const struct nd_look *look)
{
	struct nd_part *part = nd_doc_part(doc);
	size_t i;

	for (i = part->nr; i-- > 0 && part->blocks[i].kind != ND_BLOCK_HEADING;)
		if (part->blocks[i].kind == ND_BLOCK_TABLE && part->blocks[i].look == look)
			return &part->blocks[i];
	return NULL;
}

static size_t nr_shown(const struct nd_look *look)
{
	size_t n = 0;

	while (n < ND_SHOWN_MAX && look->shown[n].key)
		n++;
	return n;
}

static void add_line(struct nd_doc *doc, const struct nd_row *row, const struct nd_look *look)
{
	struct nd_block *table = find_table(doc, look);
	size_t i, cells;

	if (!table) {
		table = nd_doc_add(doc, ND_BLOCK_TABLE);
		table->rows = row->kind;
		table->look = look;
		table->nr_cols = nr_shown(look);
		table->title = look->title ? look->title : "";
	}
	doc->last = table - nd_doc_part(doc)->blocks;
	if (table->nr_rows == MAX_LINES) {
		table->left_out++;
		return;
	}
	cells = (table->nr_rows + 1) * table->nr_cols;
	table->cells = nd_realloc(table->cells, cells * sizeof(*table->cells));
	for (i = 0; i < table->nr_cols; i++)
		table->cells[table->nr_rows * table->nr_cols + i] =
			make_cell(doc, row, &look->shown[i]);
	table->nr_rows++;
}

static void add_card(struct nd_doc *doc, const struct nd_row *row, const struct nd_look *look)
{
	struct nd_block *card = nd_doc_add(doc, ND_BLOCK_CARD);
	bool check = row->kind == ND_ROW_CHECK;
	bool titled = !check && row->label && *row->label;

	doc->last = card - nd_doc_part(doc)->blocks;
	card->rows = row->kind;
	card->look = look;
	card->id = nd_doc_keep(doc, row->id);
	card->state = nd_doc_keep(doc, row->state);
	card->title = nd_doc_keep(doc, titled ? row->label : row->words + strspn(row->words, " "));
	if (titled)
		card->text = nd_doc_keep(doc, row->words + strspn(row->words, " "));
}

static bool fires(const struct nd_row *row)
{
	return row->state && (!strcmp(row->state, "FAIL") || !strcmp(row->state, "WARN") ||
			      !strcmp(row->state, "NOTE"));
}

/* To the card, or into the last cell of the table, that stands before it. */
static void add_detail(struct nd_doc *doc, const struct nd_row *row)
{
	bool plain = row->kind == ND_ROW_DETAIL;
	struct nd_part *part = nd_doc_part(doc);
	struct nd_block *block = doc->last < part->nr ? &part->blocks[doc->last] : NULL;
	struct nd_cell *cell;
	char text[ND_ROW_WORDS + 64];

	if (block && block->kind == ND_BLOCK_CARD) {
		add_pair(doc, block, row, plain ? row->label : row->state, NULL);
		return;
	}
	if (!plain || !block || block->kind != ND_BLOCK_TABLE || !block->nr_rows ||
	    block->left_out) {
		add_note(doc, row->words);
		return;
	}
	cell = &block->cells[block->nr_rows * block->nr_cols - 1];
	snprintf(text, sizeof(text), "%s%s%s: %s", cell->text, *cell->text ? "; " : "",
		 row->label ? row->label : "", row->words);
	cell->text = nd_doc_keep(doc, text);
}

static void doc_row(void *ctx, const struct nd_row *row)
{
	const struct nd_look *look = nd_look_at(row->kind);
	struct nd_doc *doc = ctx;
	struct nd_block *facts;

	switch (look->kind) {
	case ND_LOOK_HEADING:
		add_heading(doc, row->label);
		break;
	case ND_LOOK_FACT:
		facts = last_block(doc, ND_BLOCK_FACTS);
		if (!facts)
			facts = nd_doc_add(doc, ND_BLOCK_FACTS);
		add_pair(doc, facts, row, row->label, row->state);
		break;
	case ND_LOOK_NOTE:
		add_note(doc, row->words);
		break;
	case ND_LOOK_DETAIL:
		add_detail(doc, row);
		break;
	case ND_LOOK_CARD:
		add_card(doc, row, look);
		break;
	case ND_LOOK_CHECK:
		if (fires(row))
			add_card(doc, row, look);
		else
			add_line(doc, row, row->state && !strcmp(row->state, "PASS") ?
				 nd_look_passed() : look);
		break;
	case ND_LOOK_TABLE:
		add_line(doc, row, look);
		break;
	case ND_LOOK_NONE:
		break;
	}
}

static void doc_head(struct nd_out *out, const char *command, const struct nd_facts *facts)
{
	(void)out;
	(void)command;
	(void)facts;
}

static void doc_list(struct nd_out *out, enum nd_row_kind kind)
{
	(void)out;
	(void)kind;
}

static void doc_line(struct nd_out *out, const char *list, const char *text)
{
	(void)list;
	nd_emit_note(&out->emit, text);
}

static void doc_number(struct nd_out *out, const char *key, u64 value)
{
	(void)out;
	(void)key;
	(void)value;
}

static void doc_nothing(struct nd_out *out)
{
	(void)out;
}

static int doc_finish(struct nd_out *out)
{
	(void)out;
	return 0;
}

void nd_docrows_init(struct nd_doc *doc, const struct nd_facts *facts)
{
	*doc = (struct nd_doc){
		.out = {
			.emit = { .row = doc_row, .ctx = doc },
			.head = doc_head,
			.list = doc_list,
			.line = doc_line,
			.number = doc_number,
			.flush = doc_nothing,
			.drop = doc_nothing,
			.finish = doc_finish,
		},
		.facts = facts,
		.note = "",
	};
}
