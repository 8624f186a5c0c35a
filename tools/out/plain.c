// SPDX-License-Identifier: GPL-2.0-only
/*
 * Rows for people. On a terminal the words that decide are coloured; the text is the same.
 */
#include <stdlib.h>

#include "tools/out/file.h"
#include "tools/out/out.h"
#include "tools/out/text.h"

#define BOLD	"\033[1m"
#define RED	"\033[31m"
#define GREEN	"\033[32m"
#define YELLOW	"\033[33m"
#define RESET	"\033[0m"

struct plain {
	struct nd_out out;
	FILE *to;
	unsigned int width;
	bool color;
	bool started;
};

static const char *word_color(const char *word)
{
	static const struct {
		const char *word;
		const char *color;
	} words[] = {
		{ "yes", GREEN }, { "ok", GREEN }, { "usable", GREEN }, { "current", GREEN },
		{ "no", RED }, { "fault", RED }, { "locked", RED }, { "problem", RED },
		{ "error", RED }, { "broken", RED }, { "not-ram", RED }, { "?", RED },
		{ "unknown", YELLOW }, { "unlocked", YELLOW }, { "stale", YELLOW },
		{ "moving", YELLOW }, { "warning", YELLOW },
		{ "PASS", GREEN }, { "FAIL", RED }, { "WARN", YELLOW }, { "UNKNOWN", YELLOW },
	};
	size_t i;

	for (i = 0; word && i < ARRAY_SIZE(words); i++)
		if (!strcmp(word, words[i].word))
			return words[i].color;
	return NULL;
}

/* Where the row's state stands in its line: behind the label, in a judgement before it. */
static char *find_state(char *line, const struct nd_row *row)
{
	char *from = line;

	if (!nd_row_is_judged(row->kind) && row->label && *row->label) {
		from = strstr(line, row->label);
		if (!from)
			return NULL;
		from += strlen(row->label);
	}
	return strstr(from, row->state);
}

static void print_colored(struct plain *p, const struct nd_row *row, char *line)
{
	const char *color = word_color(row->state);
	char *state = color ? find_state(line, row) : NULL;

	if (row->kind == ND_ROW_SECTION)
		fprintf(p->to, BOLD "%s" RESET "\n", line);
	else if (state)
		fprintf(p->to, "%.*s%s%s" RESET "%s\n", (int)(state - line), line, color,
			row->state, state + strlen(row->state));
	else
		fprintf(p->to, "%s\n", line);
}

static void plain_row(void *ctx, const struct nd_row *row)
{
	struct plain *p = ctx;
	struct nd_row clean = *row;
	char label[ND_ROW_WORDS];
	char buf[ND_ROW_LINE];
	char *line = buf;

	if (nd_row_hides(row->kind, ND_HIDES_ROW))
		return;
	nd_text_clean(clean.words);
	if (row->label) {
		scnprintf(label, sizeof(label), "%s", row->label);
		nd_text_clean(label);
		clean.label = label;
	}
	nd_row_format(&clean, p->width, buf, sizeof(buf));
	/* A section's empty line parts it from what stands above, if anything does. */
	if (!p->started && *line == '\n')
		line++;
	p->started = true;
	if (p->color)
		print_colored(p, &clean, line);
	else
		fprintf(p->to, "%s\n", line);
}

static void plain_head(struct nd_out *out, const char *command, const struct nd_facts *facts)
{
	(void)out;
	(void)command;
	(void)facts;
}

static void plain_list(struct nd_out *out, enum nd_row_kind kind)
{
	(void)out;
	(void)kind;
}

static void plain_line(struct nd_out *out, const char *list, const char *text)
{
	(void)list;
	fprintf(((struct plain *)out)->to, "%s\n", text);
}

static void plain_number(struct nd_out *out, const char *key, u64 value)
{
	(void)out;
	(void)key;
	(void)value;
}

static void plain_flush(struct nd_out *out)
{
	fflush(((struct plain *)out)->to);
}

static void plain_drop(struct nd_out *out)
{
	(void)out;
}

static int plain_finish(struct nd_out *out)
{
	struct plain *p = (struct plain *)out;
	int err = nd_out_file_close(p->to);

	free(p);
	return err;
}

struct nd_out *nd_out_plain(FILE *to, bool color, unsigned int width)
{
	struct plain *p = nd_realloc(NULL, sizeof(*p));

	*p = (struct plain){
		.out = {
			.emit = { .row = plain_row, .ctx = p },
			.head = plain_head,
			.list = plain_list,
			.line = plain_line,
			.number = plain_number,
			.flush = plain_flush,
			.drop = plain_drop,
			.finish = plain_finish,
		},
		.to = to,
		.width = width,
		.color = color,
	};
	return &p->out;
}
