// SPDX-License-Identifier: GPL-2.0-only
/*
 * What readers of records are made of.
 */
#include "core/record/reader.h"

enum nd_parsed nd_record_bad(struct nd_parser *p, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	vscnprintf(p->why, sizeof(p->why), fmt, args);
	va_end(args);
	return ND_PARSED_BAD;
}

bool nd_record_word(const struct nd_token *f, const char *(*word)(u32 index), u64 *index)
{
	u32 i;

	for (i = 0; word(i); i++) {
		if (!nd_scan_is(f, word(i)))
			continue;
		*index = i;
		return true;
	}
	return false;
}

bool nd_record_dec(const struct nd_token *f, u64 *value)
{
	return nd_scan_dec(f, ~0ULL, value);
}

bool nd_record_dec_u32(const struct nd_token *f, u64 *value)
{
	return nd_scan_dec(f, ~0U, value);
}

bool nd_record_hex(const struct nd_token *f, u64 *value)
{
	return nd_scan_hex(f, ~0ULL, value);
}

bool nd_record_hex_u32(const struct nd_token *f, u64 *value)
{
	return nd_scan_hex(f, ~0U, value);
}

static bool reader_is_name(const struct nd_token *f)
{
	size_t i;

	for (i = 0; i < f->len; i++)
		if (!(f->s[i] >= 'a' && f->s[i] <= 'z') && f->s[i] != '_' && f->s[i] != '-' &&
		    !(i > 0 && f->s[i] >= '0' && f->s[i] <= '9'))
			return false;
	return f->len > 0;
}

static const struct nd_record *reader_find(const struct nd_record_family *const *families, u32 nr,
					   const struct nd_token *name)
{
	u32 i, j;

	for (i = 0; i < nr; i++)
		for (j = 0; j < families[i]->nr; j++)
			if (nd_scan_is(name, families[i]->records[j].name))
				return &families[i]->records[j];
	return NULL;
}

static enum nd_parsed reader_take(struct nd_parser *p, const struct nd_record *record,
				  const struct nd_token *text, unsigned int n)
{
	struct nd_fields fields = { .n = n, .text = text };
	enum nd_parsed parsed = record->ready ? record->ready(p) : ND_PARSED_OK;
	unsigned int i;

	if (parsed != ND_PARSED_OK)
		return parsed;
	for (i = 0; i < n; i++) {
		const struct nd_field *field = record->fields[i];

		if (field && !field->scan(&text[i], &fields.num[i]))
			return nd_record_bad(p, "%s", field->wrong);
	}
	return record->take(p, &fields);
}

enum nd_parsed nd_record_read(struct nd_parser *p, const struct nd_record_family *const *families,
			      u32 nr, const char *text, size_t len)
{
	struct nd_token tokens[ND_RECORD_FIELDS + 1];
	const struct nd_record *record;
	unsigned int n, total, i;
	enum nd_parsed parsed;

	for (i = 0; i < len; i++)
		if (text[i] < 0x20 || text[i] > 0x7e)
			return nd_record_bad(p, "byte 0x%02x in column %u is not allowed in a record",
					     (u8)text[i], i + 1);
	n = nd_scan_split(text, len, tokens, ARRAY_SIZE(tokens), &total);
	if (!reader_is_name(&tokens[0]))
		return nd_record_bad(p, "does not start with the name of a record");
	record = reader_find(families, nr, &tokens[0]);
	if (!record)
		return ND_PARSED_IGNORED;
	if (total < record->min + 1U)
		return nd_record_bad(p, "\"%s\" needs %u fields, found %u", record->name,
				     record->min, total - 1);
	parsed = reader_take(p, record, tokens + 1, n - 1);
	if (parsed == ND_PARSED_OK && total > record->max + 1U)
		p->extra++;
	return parsed;
}
