// SPDX-License-Identifier: GPL-2.0-only
#include "tools/html/chart.h"
#include "tools/html/htmlblock.h"
#include "tools/html/htmltext.h"

/* What words mean; any other is neither good nor bad. */
static const char *tone(const char *state)
{
	static const struct {
		const char *word;
		const char *tone;
	} tones[] = {
		{ "FAIL", "bad" }, { "error", "bad" }, { "first", "bad" }, { "fails", "bad" },
		{ "no", "bad" }, { "locked", "bad" }, { "fault", "bad" }, { "failed", "bad" },
		{ "wrong", "bad" }, { "WARN", "warn" }, { "warning", "warn" }, { "UNKNOWN", "warn" },
		{ "unknown", "warn" }, { "not known", "warn" }, { "no permission", "warn" },
		{ "PASS", "good" }, { "ok", "good" }, { "yes", "good" }, { "usable", "good" },
		{ "taken", "good" }, { "works", "good" },
	};
	size_t i;

	for (i = 0; i < ARRAY_SIZE(tones); i++)
		if (!strcmp(state, tones[i].word))
			return tones[i].tone;
	return "plain";
}

void nd_htmlblock_state(FILE *to, const char *state)
{
	if (!*state)
		return;
	fprintf(to, "<span class=\"state %s\">", tone(state));
	nd_htmltext(to, state);
	fputs("</span>", to);
}

static void put_facts(FILE *to, const struct nd_block *block)
{
	size_t i;

	fputs("<dl>\n", to);
	for (i = 0; i < block->nr_pairs; i++) {
		const struct nd_pair *pair = &block->pairs[i];

		fputs("<div><dt>", to);
		nd_htmltext(to, pair->label);
		fputs("</dt><dd>", to);
		nd_htmlblock_state(to, pair->state);
		if (*pair->state && *pair->text)
			fputc(' ', to);
		nd_htmltext(to, pair->text);
		fputs("</dd></div>\n", to);
	}
	fputs("</dl>\n", to);
}

/* Links of the verdict lead to findings. */
static void put_card(FILE *to, const struct nd_block *block)
{
	bool linked = block->rows == ND_ROW_CHECK && *block->id;

	fprintf(to, "<article class=\"card %s\"", tone(block->state));
	if (linked) {
		fputs(" id=\"finding-", to);
		nd_htmltext(to, block->id);
		fputc('"', to);
	}
	fputs("><h4>", to);
	nd_htmlblock_state(to, block->state);
	fprintf(to, "%s<span class=\"%s\">", *block->state ? " " : "",
		block->rows == ND_ROW_MESSAGE ? "log" : "what");
	nd_htmltext(to, block->title);
	fputs("</span></h4>\n", to);
	if (*block->text) {
		fputs("<p>", to);
		nd_htmltext(to, block->text);
		fputs("</p>\n", to);
	}
	if (block->nr_pairs)
		put_facts(to, block);
	fputs("</article>\n", to);
}

static bool has_no_numbers(const struct nd_block *table)
{
	size_t col;

	for (col = 0; col < table->nr_cols; col++)
		if (table->look->shown[col].how != ND_HOW_TEXT)
			return false;
	return true;
}

static void put_cell(FILE *to, const struct nd_block *table, size_t row, size_t col)
{
	const struct nd_shown *shown = &table->look->shown[col];
	const struct nd_cell *cell = &table->cells[row * table->nr_cols + col];

	if (!col) {
		fputs("<th scope=\"row\" role=\"rowheader\">", to);
		nd_htmltext(to, cell->text);
		fputs("</th>", to);
	} else if (!strcmp(shown->key, "=state")) {
		fputs("<td role=\"cell\">", to);
		nd_htmlblock_state(to, cell->text);
		fputs("</td>", to);
	} else {
		fputs(shown->how == ND_HOW_TEXT ? "<td role=\"cell\">" :
		      "<td role=\"cell\" class=\"num\">", to);
		nd_htmltext(to, *cell->text ? cell->text : "\u2013");
		fputs("</td>", to);
	}
}

/*
 * Tables of words alone are stacked on a phone, where they
 * would no longer be tables to a screen reader.
 */
static void put_lines(FILE *to, const struct nd_block *table, const char *caption)
{
	bool words = has_no_numbers(table);
	size_t row, col;

	fputs("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"", to);
	nd_htmltext(to, caption);
	fprintf(to, "\"><table role=\"table\"%s>\n<caption%s>", words ? " class=\"words\"" : "",
		*table->title && !table->look->folded ? "" : " class=\"hidden\"");
	nd_htmltext(to, caption);
	fputs("</caption><thead role=\"rowgroup\"><tr role=\"row\">", to);
	for (col = 0; col < table->nr_cols; col++) {
		bool number = table->look->shown[col].how != ND_HOW_TEXT;

		if (!table->shown[col])
			continue;
		fprintf(to, "<th scope=\"col\" role=\"columnheader\"%s>", number ? " class=\"num\"" : "");
		nd_htmltext(to, table->look->shown[col].title);
		fputs("</th>", to);
	}
	fputs("</tr></thead>\n<tbody role=\"rowgroup\">\n", to);
	for (row = 0; row < table->nr_rows; row++) {
		fputs("<tr role=\"row\">", to);
		for (col = 0; col < table->nr_cols; col++)
			if (table->shown[col])
				put_cell(to, table, row, col);
		fputs("</tr>\n", to);
	}
	fputs("</tbody></table></div>\n", to);
	if (table->left_out)
		fprintf(to, "<p class=\"note\">%zu more are left out here.</p>\n", table->left_out);
}

/* Open: browsers do not all find, and none prints, what is folded away. */
static void open_fold(FILE *to, const char *title, size_t nr, const char *unit)
{
	fputs("<details open=\"open\"><summary>", to);
	nd_htmltext(to, title);
	if (nr)
		fprintf(to, " <span class=\"many\">%zu %s</span>", nr, unit);
	fputs("</summary>\n", to);
}

static void put_table(FILE *to, const struct nd_block *table, const char *heading,
		      unsigned int *number)
{
	const char *caption = *table->title ? table->title : heading;
	bool folded = table->look->folded;

	nd_chart(to, table, heading, ++*number);
	if (folded)
		open_fold(to, caption, table->nr_rows, "lines");
	put_lines(to, table, caption);
	if (folded)
		fputs("</details>\n", to);
}

static void put_text(FILE *to, const struct nd_block *block)
{
	if (!block->open)
		open_fold(to, block->title, strlen(block->text), "bytes");
	fputs("<pre tabindex=\"0\">", to);
	nd_htmltext(to, block->text);
	fputs(block->open ? "</pre>\n" : "</pre></details>\n", to);
}

static const char *heading_of(const struct nd_part *part, size_t i)
{
	while (i-- > 0)
		if (part->blocks[i].kind == ND_BLOCK_HEADING)
			return part->blocks[i].title;
	return part->title;
}

void nd_htmlblock(FILE *to, const struct nd_part *part, size_t i, unsigned int *number)
{
	const struct nd_block *block = &part->blocks[i];

	switch (block->kind) {
	case ND_BLOCK_HEADING:
		fputs("<h3>", to);
		nd_htmltext(to, block->title);
		fputs("</h3>\n", to);
		break;
	case ND_BLOCK_FACTS:
		put_facts(to, block);
		break;
	case ND_BLOCK_TABLE:
		put_table(to, block, heading_of(part, i), number);
		break;
	case ND_BLOCK_CARD:
		put_card(to, block);
		break;
	case ND_BLOCK_NOTE:
		fputs("<p class=\"note\">", to);
		nd_htmltext(to, block->text);
		fputs("</p>\n", to);
		break;
	case ND_BLOCK_TEXT:
		put_text(to, block);
		break;
	}
}
