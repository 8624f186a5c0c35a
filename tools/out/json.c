// SPDX-License-Identifier: GPL-2.0-only
/*
 * Rows for scripts: one JSON object. Any row of any command goes through row_object().
 */
#include <errno.h>
#include <stdlib.h>

#include <json-c/json.h>

#include "tools/out/file.h"
#include "tools/out/out.h"
#include "tools/out/text.h"

struct json {
	struct nd_out out;
	FILE *to;
	struct json_object *top;
};

static struct json_object *text_value(const char *text)
{
	struct json_object *value;
	size_t size;
	char *copy;

	if (!text)
		return NULL;
	size = strlen(text) + 1;
	copy = memcpy(nd_realloc(NULL, size), text, size);
	nd_text_clean(copy);
	value = json_object_new_string(copy);
	free(copy);
	return value;
}

/* A JSON number loses bits beyond 2^53, so registers and addresses are strings. */
static struct json_object *hex_value(u64 num)
{
	char text[24];

	scnprintf(text, sizeof(text), "0x%llx", num);
	return json_object_new_string(text);
}

static struct json_object *col_value(const struct nd_col *col)
{
	switch (col->type) {
	case ND_COL_HEX:
		return hex_value(col->num);
	case ND_COL_DEC:
		return json_object_new_uint64(col->num);
	default:
		return text_value(col->str);
	}
}

static void add_text(struct json_object *object, const char *key, const char *text)
{
	if (text && *text)
		json_object_object_add(object, key, text_value(text));
}

static void add_answer(struct json_object *object, const struct nd_row *row)
{
	u32 i;

	add_text(object, "state", row->state);
	add_text(object, "text", row->words);
	for (i = 0; i < row->nr_cols; i++)
		json_object_object_add(object, row->cols[i].key, col_value(&row->cols[i]));
}

static struct json_object *row_object(const struct nd_row *row)
{
	struct json_object *object = json_object_new_object();

	add_text(object, "id", row->id);
	add_text(object, "label", row->label);
	add_answer(object, row);
	return object;
}

/* A string if there is one thing to say, else an object: the same on every machine. */
static struct json_object *fact_value(const struct nd_row *row)
{
	struct json_object *object;

	if (!row->nr_cols && !(row->state && *row->words))
		return text_value(*row->words ? row->words : row->state);
	object = json_object_new_object();
	add_answer(object, row);
	return object;
}

static struct json_object *get_list(struct json *j, const char *key)
{
	struct json_object *list;

	if (json_object_object_get_ex(j->top, key, &list) &&
	    json_object_is_type(list, json_type_array))
		return list;
	list = json_object_new_array();
	json_object_object_add(j->top, key, list);
	return list;
}

static void json_row(void *ctx, const struct nd_row *row)
{
	struct json *j = ctx;

	if (row->kind == ND_ROW_FACT && row->id)
		json_object_object_add(j->top, row->id, fact_value(row));
	else if (nd_row_list(row->kind))
		json_object_array_add(get_list(j, nd_row_list(row->kind)), row_object(row));
}

static void json_list(struct nd_out *out, enum nd_row_kind kind)
{
	get_list((struct json *)out, nd_row_list(kind));
}

static void json_line(struct nd_out *out, const char *text)
{
	json_object_array_add(get_list((struct json *)out, "snapshot"), text_value(text));
}

static void json_number(struct nd_out *out, const char *key, u64 value)
{
	struct json *j = (struct json *)out;

	json_object_object_add(j->top, key, json_object_new_uint64(value));
}

static void json_drop(struct nd_out *out)
{
	struct json *j = (struct json *)out;

	json_object_put(j->top);
	j->top = NULL;
}

static int json_finish(struct nd_out *out)
{
	struct json *j = (struct json *)out;
	const char *text = !j->top ? "" : json_object_to_json_string_ext(j->top, JSON_C_TO_STRING_PRETTY |
							  JSON_C_TO_STRING_NOSLASHESCAPE);
	int err = -ENOMEM;

	if (text) {
		fprintf(j->to, "%s%s", text, *text ? "\n" : "");
		err = nd_out_file_close(j->to);
	}
	json_object_put(j->top);
	free(j);
	return err;
}

struct nd_out *nd_out_json(FILE *to)
{
	struct json *j = nd_realloc(NULL, sizeof(*j));

	*j = (struct json){
		.out = {
			.emit = { .row = json_row, .ctx = j },
			.list = json_list,
			.line = json_line,
			.number = json_number,
			.drop = json_drop,
			.finish = json_finish,
		},
		.to = to,
		.top = json_object_new_object(),
	};
	return &j->out;
}
