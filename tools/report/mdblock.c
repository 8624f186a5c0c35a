// SPDX-License-Identifier: GPL-2.0-only
#include <stdlib.h>

#include "tools/out/text.h"
#include "tools/report/mdblock.h"

static bool is_word(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* An underscore within a word is none, and who reads the source likes to find names as they are. */
static bool is_markup(const char *text, const char *at)
{
	if (*at == '_')
		return at == text || !is_word(at[-1]) || !is_word(at[1]);
	if (*at == '@')		/* or somebody of that name gets a mail */
		return is_word(at[1]);
	return strchr("\\`*[]|~", *at) || (at == text && strchr("-+#=", *at));
}

void nd_mdblock_text(FILE *to, const char *text)
{
	size_t size = strlen(text) + 1;
	char *clean = memcpy(nd_realloc(NULL, size), text, size);
	const char *at;

	nd_text_clean_lines(clean);
	for (at = clean; *at; at++) {
		if (*at == '<')
			fputs("&lt;", to);
		else if (*at == '>')
			fputs("&gt;", to);
		else if (*at == '&')
			fputs("&amp;", to);
		else if (*at == '@' && is_markup(clean, at))
			fputs("&#64;", to);
		else if (is_markup(clean, at))
			fprintf(to, "\\%c", *at);
		else
			fputc(*at == '\n' ? ' ' : *at, to);
	}
	free(clean);
}

static void put_facts(FILE *to, const struct nd_block *block, const char *indent)
{
	size_t i;

	for (i = 0; i < block->nr_pairs; i++) {
		const struct nd_pair *pair = &block->pairs[i];

		fprintf(to, "%s- ", indent);
		if (*pair->label) {
			fputs("**", to);
			nd_mdblock_text(to, pair->label);
			fputs(":** ", to);
		}
		nd_mdblock_text(to, pair->state);
		if (*pair->state && *pair->text)
			fputs(", ", to);
		nd_mdblock_text(to, pair->text);
		fputc('\n', to);
	}
}

static void put_card(FILE *to, const struct nd_block *block)
{
	fputs("- ", to);
	if (*block->state) {
		fputs("**", to);
		nd_mdblock_text(to, block->state);
		fputs("** ", to);
	}
	nd_mdblock_text(to, block->title);
	fputc('\n', to);
	if (*block->text) {
		fputs("  - ", to);
		nd_mdblock_text(to, block->text);
		fputc('\n', to);
	}
	put_facts(to, block, "  ");
}

static void put_table(FILE *to, const struct nd_block *table)
{
	size_t row, col;

	if (*table->title)
		fprintf(to, "%s:\n\n", table->title);
	for (col = 0; col < table->nr_cols; col++)
		if (table->shown[col])
			fprintf(to, "| %s ", table->look->shown[col].title);
	fputs("|\n", to);
	for (col = 0; col < table->nr_cols; col++)
		if (table->shown[col])
			fputs(table->look->shown[col].how == ND_HOW_TEXT ? "|---" : "|---:", to);
	fputs("|\n", to);
	for (row = 0; row < table->nr_rows; row++) {
		for (col = 0; col < table->nr_cols; col++) {
			if (!table->shown[col])
				continue;
			fputs("| ", to);
			nd_mdblock_text(to, table->cells[row * table->nr_cols + col].text);
			fputc(' ', to);
		}
		fputs("|\n", to);
	}
	if (table->left_out)
		fprintf(to, "\n%zu more are left out here.\n", table->left_out);
}

/* A fence is longer than any run of backticks within. */
static void put_text(FILE *to, const struct nd_block *block)
{
	size_t run = 0, most = 2;
	const char *c;

	for (c = block->text; *c; c++) {
		run = *c == '`' ? run + 1 : 0;
		most = run > most ? run : most;
	}
	fputs("<details><summary>", to);
	nd_mdblock_text(to, block->title);
	fputs("</summary>\n\n", to);
	for (run = 0; run <= most; run++)
		fputc('`', to);
	fprintf(to, "\n%s%s", block->text, c > block->text && c[-1] == '\n' ? "" : "\n");
	for (run = 0; run <= most; run++)
		fputc('`', to);
	fputs("\n\n</details>\n", to);
}

void nd_mdblock(FILE *to, const struct nd_block *block)
{
	switch (block->kind) {
	case ND_BLOCK_HEADING:
		fputs("### ", to);
		nd_mdblock_text(to, block->title);
		fputc('\n', to);
		break;
	case ND_BLOCK_FACTS:
		put_facts(to, block, "");
		break;
	case ND_BLOCK_TABLE:
		put_table(to, block);
		break;
	case ND_BLOCK_CARD:
		put_card(to, block);
		break;
	case ND_BLOCK_NOTE:
		nd_mdblock_text(to, block->text);
		fputc('\n', to);
		break;
	case ND_BLOCK_TEXT:
		put_text(to, block);
		break;
	}
	fputc('\n', to);
}
