// SPDX-License-Identifier: GPL-2.0-only
#include <errno.h>
#include <stdlib.h>

#include "core/base/figures.h"
#include "core/base/scan.h"

#include "tools/out/text.h"
#include "tools/report/rates.h"

#define COLUMNS		(2 + ND_NR_LEVELS)
#define HEAD		"ms\tguest_exits\tnested_exits\tguest_ns\n"
#define UNKNOWN		"-"

void nd_rates_add(struct nd_rates *rates, u64 ms, const struct nd_trace *trace)
{
	struct nd_rate *rate = &rates->list[rates->nr];
	u64 ticks = 0;
	u32 level, slot;

	if (rates->nr == ND_RATES_MAX)
		return;
	rates->nr++;
	*rate = (struct nd_rate){ .ms = ms, .timed = true };
	for (level = 0; level < ND_NR_LEVELS; level++) {
		for (slot = 0; slot < ND_NR_SLOTS; slot++)
			rate->exits[level] += trace->sum.cells[level][slot].count;
		ticks += trace->sum.guest[level];
		rate->timed &= !(trace->unrecorded & BIT(level));
	}
	rate->ns = nd_trace_ns(trace, ticks);
	rate->timed &= trace->tsc_khz;
}

char *nd_rates_text(const struct nd_rates *rates, size_t *len)
{
	char *text = NULL;
	unsigned int i;
	FILE *to = open_memstream(&text, len);

	if (!to)
		return NULL;
	fputs(HEAD, to);
	for (i = 0; i < rates->nr; i++) {
		const struct nd_rate *rate = &rates->list[i];

		fprintf(to, "%llu\t%llu\t%llu\t", rate->ms, rate->exits[ND_LEVEL_GUEST],
			rate->exits[ND_LEVEL_NESTED]);
		if (rate->timed)
			fprintf(to, "%llu\n", rate->ns);
		else
			fputs(UNKNOWN "\n", to);
	}
	fclose(to);
	return text;
}

/* Numbers may only grow: a counter that was reset meanwhile is no rate. */
static bool grows(const struct nd_rate *last, const struct nd_rate *rate)
{
	u32 level;

	for (level = 0; level < ND_NR_LEVELS; level++)
		if (rate->exits[level] < last->exits[level])
			return false;
	return rate->ms > last->ms && rate->ns >= last->ns && rate->timed == last->timed;
}

static bool read_line(struct nd_rate *rate, const char *text, size_t len)
{
	u64 *const to[COLUMNS] = { &rate->ms, &rate->exits[ND_LEVEL_GUEST],
				   &rate->exits[ND_LEVEL_NESTED], &rate->ns };
	size_t i, n;

	*rate = (struct nd_rate){ .timed = true };
	for (i = 0; i < COLUMNS; i++) {
		const char *tab = memchr(text, '\t', len);

		n = i + 1 == COLUMNS ? len : tab ? (size_t)(tab - text) : 0;
		if (i + 1 == COLUMNS && n == strlen(UNKNOWN) && !memcmp(text, UNKNOWN, n)) {
			rate->timed = false;
			return true;
		}
		if (!nd_scan_digits(text, n, 10, to[i]))
			return false;
		text += n + 1;
		len -= i + 1 == COLUMNS ? n : n + 1;
	}
	return true;
}

int nd_rates_read(struct nd_rates *rates, const char *text, size_t len)
{
	const char *end = text + len, *line = text + strlen(HEAD);

	rates->nr = 0;
	if (len < strlen(HEAD) || memcmp(text, HEAD, strlen(HEAD)))
		return -EINVAL;
	for (; line < end; rates->nr++) {
		const char *stop = memchr(line, '\n', end - line);
		struct nd_rate *rate = &rates->list[rates->nr];

		if (!stop || rates->nr == ND_RATES_MAX || !read_line(rate, line, stop - line) ||
		    (rates->nr && !grows(rate - 1, rate)))
			return -EINVAL;
		line = stop + 1;
	}
	return 0;
}

static struct nd_cell text_cell(struct nd_doc *doc, const char *text)
{
	return (struct nd_cell){ .text = nd_doc_keep(doc, text) };
}

static struct nd_cell number_cell(struct nd_doc *doc, u64 number)
{
	char text[ND_FIGURE];
	struct nd_cell cell;

	snprintf(text, sizeof(text), "%llu", number);
	cell = text_cell(doc, text);
	cell.num = number;
	cell.known = true;
	return cell;
}

/* Nobody wants a column of zeros: only levels at which anything happened. */
static void fill_line(struct nd_doc *doc, struct nd_cell *cells, const struct nd_rate *rate,
		      const bool there[ND_NR_LEVELS])
{
	const struct nd_rate *last = rate - 1;
	u64 ms = rate->ms - last->ms;
	char text[ND_FIGURE];
	u32 level;

	snprintf(text, sizeof(text), "%llu.%llu s", rate->ms / 1000, rate->ms % 1000 / 100);
	cells[0] = text_cell(doc, text);
	for (level = 0; level < ND_NR_LEVELS; level++) {
		u64 exits = rate->exits[level] - last->exits[level];

		cells[1 + level] = there[level] ? number_cell(doc, nd_ratio(exits, ms, 1000)) :
						  text_cell(doc, "");
	}
	cells[1 + ND_NR_LEVELS] = text_cell(doc, rate->timed ?
		nd_share_text(rate->ns - last->ns, ms * 1000000, text, sizeof(text)) : "");
}

void nd_rates_show(const struct nd_rates *rates, struct nd_doc *doc)
{
	const struct nd_rate *end = &rates->list[rates->nr ? rates->nr - 1 : 0];
	bool there[ND_NR_LEVELS] = { false };
	struct nd_block *table;
	unsigned int i;
	u32 level;

	if (rates->nr < 2)
		return;
	for (level = 0; level < ND_NR_LEVELS; level++)
		there[level] = end->exits[level] > rates->list[0].exits[level];
	if (!there[ND_LEVEL_GUEST] && !there[ND_LEVEL_NESTED]) {
		nd_doc_add(doc, ND_BLOCK_NOTE)->text =
			"No guest caused an exit while this was watched.";
		return;
	}
	table = nd_doc_add(doc, ND_BLOCK_TABLE);
	table->rows = ND_NR_ROW_KINDS;
	table->look = nd_look_rates();
	table->nr_cols = COLUMNS;
	table->nr_rows = rates->nr - 1;
	table->cells = nd_realloc(NULL, table->nr_rows * COLUMNS * sizeof(*table->cells));
	for (i = 1; i < rates->nr; i++)
		fill_line(doc, &table->cells[(i - 1) * COLUMNS], &rates->list[i], there);
}
