// SPDX-License-Identifier: GPL-2.0-only
/*
 * Rows of one kind for spreadsheets and databases: comma-separated values.
 */
#include <stdlib.h>

#include "tools/out/file.h"
#include "tools/out/out.h"
#include "tools/out/text.h"

/**
 * struct csv - the output
 * @out:     what everyone sees of it
 * @to:      where it goes
 * @kind:    the rows that are printed; none are before they are listed
 * @started: the line of keys has been printed
 */
struct csv {
	struct nd_out out;
	FILE *to;
	enum nd_row_kind kind;
	bool started;
};

/* Quoted if it has to be. Control characters are not for spreadsheets, nor for terminals. */
static void put_text(FILE *to, const char *text)
{
	size_t size = strlen(text) + 1;
	char *copy = memcpy(nd_realloc(NULL, size), text, size);
	const char *c;

	nd_text_clean(copy);
	if (!strpbrk(copy, ",\"")) {
		fputs(copy, to);
	} else {
		fputc('"', to);
		for (c = copy; *c; c++)
			fprintf(to, *c == '"' ? "\"\"" : "%c", *c);
		fputc('"', to);
	}
	free(copy);
}

static void put_col(FILE *to, const struct nd_col *col, const char *name)
{
	switch (col->type) {
	case ND_COL_NAMES:
		put_text(to, name ? name : "");
		break;
	case ND_COL_HEX:
		fprintf(to, "0x%llx", col->num);
		break;
	case ND_COL_DEC:
		fprintf(to, "%llu", col->num);
		break;
	case ND_COL_MILLI:
		fprintf(to, "%llu.%03u", col->num / 1000, (u32)(col->num % 1000));
		break;
	case ND_COL_BOOL:
		fputs(col->num ? "true" : "false", to);
		break;
	default:
		put_text(to, col->str ? col->str : "");
	}
}

static void put_row(FILE *to, const struct nd_row *row, const char *name)
{
	u32 i;

	for (i = 0; i < row->nr_cols; i++) {
		if (i)
			fputc(',', to);
		put_col(to, &row->cols[i], name);
	}
	fputs("\r\n", to);
}

static void put_keys(FILE *to, const struct nd_row *row)
{
	u32 i;

	for (i = 0; i < row->nr_cols; i++)
		fprintf(to, "%s%s", i ? "," : "", row->cols[i].key);
	fputs("\r\n", to);
}

static void csv_row(void *ctx, const struct nd_row *row)
{
	const char *const *names = NULL;
	struct csv *c = ctx;
	u32 i;

	if (row->kind != c->kind)
		return;
	if (!c->started)
		put_keys(c->to, row);
	c->started = true;
	for (i = 0; i < row->nr_cols; i++)
		if (row->cols[i].type == ND_COL_NAMES)
			names = row->cols[i].names;
	if (!names)
		put_row(c->to, row, NULL);
	for (; names && *names; names++)
		put_row(c->to, row, *names);
}

static void csv_head(struct nd_out *out, const char *command, const struct nd_facts *facts)
{
	(void)out;
	(void)command;
	(void)facts;
}

static void csv_list(struct nd_out *out, enum nd_row_kind kind)
{
	struct csv *c = (struct csv *)out;

	if (c->kind == ND_NR_ROW_KINDS)
		c->kind = kind;
}

static void csv_line(struct nd_out *out, const char *list, const char *text)
{
	(void)out;
	(void)list;
	(void)text;
}

static void csv_number(struct nd_out *out, const char *key, u64 value)
{
	(void)out;
	(void)key;
	(void)value;
}

static void csv_flush(struct nd_out *out)
{
	fflush(((struct csv *)out)->to);
}

static void csv_drop(struct nd_out *out)
{
	(void)out;
}

static int csv_finish(struct nd_out *out)
{
	struct csv *c = (struct csv *)out;
	int err = nd_out_file_close(c->to);

	free(c);
	return err;
}

struct nd_out *nd_out_csv(FILE *to)
{
	struct csv *c = nd_realloc(NULL, sizeof(*c));

	*c = (struct csv){
		.out = {
			.emit = { .row = csv_row, .ctx = c },
			.head = csv_head,
			.list = csv_list,
			.line = csv_line,
			.number = csv_number,
			.flush = csv_flush,
			.drop = csv_drop,
			.finish = csv_finish,
		},
		.to = to,
		.kind = ND_NR_ROW_KINDS,
	};
	return &c->out;
}
