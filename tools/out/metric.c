// SPDX-License-Identifier: GPL-2.0-only
#include "tools/out/metric.h"

#define MAX_LINE	480	/* what nd_strings_add() keeps is longer */

void nd_metric_family(struct nd_strings *lines, const char *name, const char *type,
		      const char *help)
{
	nd_strings_add(lines, "# HELP %s %s", name, help);
	nd_strings_add(lines, "# TYPE %s %s", name, type);
}

/* Values are quoted; what is too long is cut between characters, so that the quote still closes. */
static size_t put_value(char *buf, size_t size, const char *text)
{
	size_t at = 0;

	for (; *text && at + 3 < size; text++) {
		if (*text == '"' || *text == '\\')
			buf[at++] = '\\';
		buf[at++] = *text;
	}
	/* Not within a character of several bytes. */
	while (*text && at && (buf[at - 1] & 0xc0) == 0x80)
		at--;
	if (*text && at && (buf[at - 1] & 0x80))
		at--;
	buf[at] = '\0';
	return at;
}

static void put_sample(struct nd_strings *lines, const char *name, const struct nd_label *labels,
		       const char *number)
{
	char line[MAX_LINE], value[160];
	size_t at;

	at = scnprintf(line, sizeof(line), "%s", name);
	for (; labels && labels->name; labels++) {
		at += scnprintf(line + at, sizeof(line) - at, "%c%s=\"",
				at == strlen(name) ? '{' : ',', labels->name);
		scnprintf(value, sizeof(value), "%s", labels->value ? labels->value : "");
		nd_text_clean(value);
		/* Room for the labels to come is the caller's: none has more than this has. */
		at += put_value(line + at, sizeof(line) - at - 48, value);
		at += scnprintf(line + at, sizeof(line) - at, "\"");
	}
	nd_strings_add(lines, "%s%s %s", line, at == strlen(name) ? "" : "}", number);
}

void nd_metric(struct nd_strings *lines, const char *name, const struct nd_label *labels, u64 value)
{
	char number[24];

	scnprintf(number, sizeof(number), "%llu", value);
	put_sample(lines, name, labels, number);
}

void nd_metric_seconds(struct nd_strings *lines, const char *name, const struct nd_label *labels,
		       u64 ns)
{
	char number[32];

	scnprintf(number, sizeof(number), "%llu.%09llu", ns / 1000000000, ns % 1000000000);
	put_sample(lines, name, labels, number);
}

void nd_metric_milli(struct nd_strings *lines, const char *name, const struct nd_label *labels,
		     u64 thousandths)
{
	char number[32];

	scnprintf(number, sizeof(number), "%llu.%03llu", thousandths / 1000, thousandths % 1000);
	put_sample(lines, name, labels, number);
}
