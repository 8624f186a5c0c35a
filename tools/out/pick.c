// SPDX-License-Identifier: GPL-2.0-only
/*
 * Some of the rows, in another order. Rows are valid only while they are emitted, so that those
 * which wait to be sorted are copied with their texts.
 */
#include <stdlib.h>

#include "tools/out/pick.h"
#include "tools/out/text.h"

/**
 * struct kept - a row with its details
 * @row:    copied
 * @nr:     its number, to keep equal rows in their order
 * @texts:  memory of its texts
 * @detail: what stands under it, NULL for nothing
 */
struct kept {
	struct nd_row row;
	size_t nr;
	struct nd_strings texts;
	struct kept *detail;
};

/**
 * struct nd_picking - rows being picked
 * @pick:    which
 * @to:      where they go
 * @kept:    rows of one kind that have not been handed on
 * @nr:      how many
 * @all:     how many have been picked
 * @last:    the row that a detail belongs to; NULL if it was left out
 * @heading: one that has not been handed on, without rows so far
 */
struct nd_picking {
	const struct nd_pick *pick;
	const struct nd_emit *to;
	struct kept **kept;
	size_t nr;
	size_t all;
	struct kept *last;
	struct kept *heading;
};

static const char *keep_text(struct kept *k, const char *text)
{
	char **list;

	if (!text)
		return NULL;
	/* Not nd_strings_add(), which cleans and cuts: the output does that. */
	list = nd_realloc(k->texts.list, (k->texts.nr + 1) * sizeof(*list));
	list[k->texts.nr] = memcpy(nd_realloc(NULL, strlen(text) + 1), text, strlen(text) + 1);
	k->texts.list = list;
	return list[k->texts.nr++];
}

static struct kept *keep(const struct nd_row *row)
{
	struct kept *k = nd_realloc(NULL, sizeof(*k));
	u32 i;

	*k = (struct kept){ .row = *row };
	k->row.id = keep_text(k, row->id);
	k->row.label = keep_text(k, row->label);
	k->row.state = keep_text(k, row->state);
	for (i = 0; i < row->nr_cols; i++)
		if (row->cols[i].type == ND_COL_STR || row->cols[i].type == ND_COL_LIST)
			k->row.cols[i].str = keep_text(k, row->cols[i].str);
	return k;
}

static void drop(struct kept *k)
{
	if (!k)
		return;
	drop(k->detail);
	nd_strings_free(&k->texts);
	free(k);
}

static const struct nd_col *col_of(const struct nd_row *row, const char *key)
{
	u32 i;

	for (i = 0; i < row->nr_cols; i++)
		if (!strcmp(row->cols[i].key, key))
			return &row->cols[i];
	return NULL;
}

/*
 * --- which --------------------------------------------------------------------------------------
 */

static bool is_number(const char *text, u64 number)
{
	char *end;
	unsigned long long value = strtoull(text, &end, 0);

	return *text >= '0' && *text <= '9' && !*end && value == number;
}

static bool has_reason(const struct nd_row *row, const char *reason)
{
	const struct nd_col *number = col_of(row, "reason"), *top = col_of(row, "top_exit");

	if (row->kind == ND_ROW_USERSPACE || (!number && !top))
		return true;
	if (number)
		return is_number(reason, number->num) ||
		       (row->label && strcasestr(row->label, reason));
	return top->str && strcasestr(top->str, reason);
}

static bool is_picked(const struct nd_picking *p, const struct nd_row *row)
{
	const struct nd_col *count = col_of(row, "count");

	if (!count)
		count = col_of(row, "exit_count");
	if (p->pick->reason && !has_reason(row, p->pick->reason))
		return false;
	return row->kind == ND_ROW_FACT || !count || count->num >= p->pick->min;
}

/*
 * --- in which order -----------------------------------------------------------------------------
 */

static int compare_cols(const struct nd_col *a, const struct nd_col *b)
{
	if (!a || !b)
		return !a - !b;
	if (a->type == ND_COL_STR)
		return strcmp(a->str ? a->str : "", b->str ? b->str : "");
	return a->num > b->num ? -1 : a->num < b->num;
}

static int compare(const void *va, const void *vb, void *ctx)
{
	const struct kept *a = *(struct kept *const *)va, *b = *(struct kept *const *)vb;
	const struct nd_pick *pick = ctx;
	int order = 0;

	if (pick->by_name && a->row.label && b->row.label)
		order = strcmp(a->row.label, b->row.label);
	else if (pick->sort)
		order = compare_cols(col_of(&a->row, pick->sort), col_of(&b->row, pick->sort));
	return order ? order : a->nr < b->nr ? -1 : a->nr > b->nr;
}

static void emit(const struct nd_picking *p, const struct kept *k)
{
	for (; k; k = k->detail)
		nd_emit_row(p->to, &k->row);
}

static void flush(struct nd_picking *p)
{
	size_t i;

	/* The buckets of a histogram have their order from their times. */
	if (p->nr && p->kept[0]->row.kind != ND_ROW_TIMES)
		qsort_r(p->kept, p->nr, sizeof(*p->kept), compare, (void *)p->pick);
	for (i = 0; i < p->nr; i++) {
		emit(p, p->kept[i]);
		drop(p->kept[i]);
	}
	p->nr = 0;
	p->last = NULL;
}

static void take_detail(struct nd_picking *p, const struct nd_row *row)
{
	struct kept *k = p->last;

	while (k && k->detail)
		k = k->detail;
	if (k)
		k->detail = keep(row);
}

static void take(void *ctx, const struct nd_row *row)
{
	struct nd_picking *p = ctx;

	if (row->kind == ND_ROW_DETAIL) {
		take_detail(p, row);
		return;
	}
	if (p->nr && p->kept[0]->row.kind != row->kind)
		flush(p);
	if (row->kind == ND_ROW_SECTION) {
		drop(p->heading);
		p->heading = keep(row);
		return;
	}
	p->last = NULL;
	if (!is_picked(p, row))
		return;
	emit(p, p->heading);
	drop(p->heading);
	p->heading = NULL;
	p->kept = nd_realloc(p->kept, (p->nr + 1) * sizeof(*p->kept));
	p->last = keep(row);
	p->last->nr = p->nr;
	p->all++;
	p->kept[p->nr++] = p->last;
}

struct nd_picking *nd_pick_begin(const struct nd_pick *pick, const struct nd_emit *to,
				 struct nd_emit *new)
{
	struct nd_picking *p = nd_realloc(NULL, sizeof(*p));

	*p = (struct nd_picking){ .pick = pick, .to = to };
	*new = (struct nd_emit){ take, p };
	return p;
}

size_t nd_pick_end(struct nd_picking *p)
{
	size_t all = p->all;

	flush(p);
	drop(p->heading);
	free(p->kept);
	free(p);
	return all;
}
