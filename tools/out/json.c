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

#define ND_JSON_VERSION	1	/* of the schemas in docs/schema */

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

	if (!text || !*text)
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

static struct json_object *milli_value(u64 num)
{
	char text[32];

	scnprintf(text, sizeof(text), "%llu.%03u", num / 1000, (u32)(num % 1000));
	return json_object_new_double_s(num / 1000.0, text);
}

static struct json_object *words_value(const char *text)
{
	struct json_object *words = json_object_new_array();
	size_t len;

	for (; *text; text += len + 2 * !!text[len]) {	/* ", " */
		const char *gap = strstr(text, ", ");

		len = gap ? (size_t)(gap - text) : strlen(text);
		json_object_array_add(words, json_object_new_string_len(text, len));
	}
	return words;
}

static struct json_object *names_value(const char *const *name)
{
	struct json_object *names = json_object_new_array();

	for (; *name; name++)
		json_object_array_add(names, text_value(*name));
	return names;
}

/* What there is nothing to say of is null: a key is there or not by the kind of row alone. */
static struct json_object *col_value(const struct nd_col *col)
{
	switch (col->type) {
	case ND_COL_HEX:
		return hex_value(col->num);
	case ND_COL_DEC:
		return json_object_new_uint64(col->num);
	case ND_COL_MILLI:
		return milli_value(col->num);
	case ND_COL_BOOL:
		return json_object_new_boolean(col->num);
	case ND_COL_LIST:
		return words_value(col->str);
	case ND_COL_NAMES:
		return names_value(col->names);
	default:
		return text_value(col->str);
	}
}

static void add_text(struct json_object *object, const char *key, const char *text)
{
	if (text && *text)
		json_object_object_add(object, key, text_value(text));
}

/* A word, even if it is printed as two: "not known" is "not-known", "message, error" "message". */
static void add_word(struct json_object *object, const char *key, const char *text)
{
	char word[40];
	char *gap;

	scnprintf(word, sizeof(word), "%s", text ? text : "");
	word[strcspn(word, ",")] = '\0';
	while ((gap = strchr(word, ' ')))
		*gap = '-';
	add_text(object, key, word);
}

/* The object that holds a column: the row, or one within it. */
static struct json_object *col_object(struct json_object *row, const struct nd_col *col)
{
	static const char *const groups[] = {
		[ND_GROUP_VALUES]	= "values",
		[ND_GROUP_FIGURES]	= "figures",
	};
	struct json_object *object;

	if (col->group == ND_GROUP_NONE)
		return row;
	if (json_object_object_get_ex(row, groups[col->group], &object))
		return object;
	object = json_object_new_object();
	json_object_object_add(row, groups[col->group], object);
	return object;
}

static struct json_object *row_object(const struct nd_row *row)
{
	struct json_object *object = json_object_new_object();
	u32 i;

	if (row->kind != ND_ROW_FACT) {
		add_text(object, "id", row->id);
		if (!nd_row_hides(row->kind, ND_HIDES_LABEL))
			add_text(object, "label", row->label);
	}
	if (!nd_row_hides(row->kind, ND_HIDES_STATE))
		add_word(object, nd_row_state_key(row->kind), row->state);
	if (!nd_row_hides(row->kind, ND_HIDES_TEXT))
		add_text(object, "text", row->words + strspn(row->words, " "));	/* not indented */
	for (i = 0; i < row->nr_cols; i++)
		json_object_object_add(col_object(object, &row->cols[i]), row->cols[i].key,
				       col_value(&row->cols[i]));
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

	if (!j->top)
		return;
	if (row->kind == ND_ROW_FACT && row->id)
		json_object_object_add(j->top, row->id, row_object(row));
	else if (nd_row_list(row->kind))
		json_object_array_add(get_list(j, nd_row_list(row->kind)), row_object(row));
}

static void json_head(struct nd_out *out, const char *command, const struct nd_facts *facts)
{
	struct json *j = (struct json *)out;
	char schema[32];

	if (!j->top)
		j->top = json_object_new_object();
	scnprintf(schema, sizeof(schema), "nestdiag.%s.%u", command, ND_JSON_VERSION);
	json_object_object_add(j->top, "schema", text_value(schema));
	json_object_object_add(j->top, "tool_version", text_value(NESTDIAG_VERSION));
	json_object_object_add(j->top, "module_version", text_value(facts->module_version));
	json_object_object_add(j->top, "hostname", text_value(facts->taken.hostname));
	json_object_object_add(j->top, "time", text_value(facts->taken.time));
}

static void json_list(struct nd_out *out, enum nd_row_kind kind)
{
	get_list((struct json *)out, nd_row_list(kind));
}

static void json_line(struct nd_out *out, const char *list, const char *text)
{
	json_object_array_add(get_list((struct json *)out, list), text_value(text));
}

static void json_number(struct nd_out *out, const char *key, u64 value)
{
	struct json *j = (struct json *)out;

	if (j->top)
		json_object_object_add(j->top, key, json_object_new_uint64(value));
}

static void json_flush(struct nd_out *out)
{
	struct json *j = (struct json *)out;

	fprintf(j->to, "%s\n", json_object_to_json_string_ext(j->top, JSON_C_TO_STRING_PLAIN |
							       JSON_C_TO_STRING_NOSLASHESCAPE));
	fflush(j->to);
	json_object_put(j->top);
	j->top = NULL;
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
			.head = json_head,
			.list = json_list,
			.line = json_line,
			.number = json_number,
			.flush = json_flush,
			.drop = json_drop,
			.finish = json_finish,
		},
		.to = to,
		.top = json_object_new_object(),
	};
	return &j->out;
}
