// SPDX-License-Identifier: GPL-2.0-only
#include <stdlib.h>

#include "core/base/figures.h"

#include "tools/html/chart.h"
#include "tools/html/htmltext.h"

#define MAX_BARS	12	/* the others are in the table */
#define MAX_BUCKETS	40

static int column(const struct nd_block *table, const char *key)
{
	size_t i;

	for (i = 0; i < table->nr_cols; i++)
		if (!strcmp(table->look->shown[i].key, key))
			return i;
	return -1;
}

static const struct nd_cell *cell(const struct nd_block *table, size_t row, int col)
{
	return &table->cells[row * table->nr_cols + col];
}

static u64 sum(const struct nd_block *table, int col)
{
	u64 total = 0;
	size_t i;

	for (i = 0; i < table->nr_rows; i++)
		total += cell(table, i, col)->num;
	return total;
}

/*
 * A bar a line, with its label and figure as text of the page: that wraps and scales as all text
 * does. The numbers are in the table below, so that a screen reader need not hear them twice.
 */
static void put_bars(FILE *to, const struct nd_block *table, const char *title)
{
	int count = column(table, "count"), time = column(table, "total_ns");
	int col = sum(table, time) ? time : count;
	u64 total = sum(table, col), share;
	char text[ND_FIGURE];
	size_t i;

	if (!total)
		return;
	fputs("<figure aria-hidden=\"true\"><figcaption>", to);
	nd_htmltext(to, title);
	fprintf(to, ": share of %s</figcaption>\n<div class=\"bars\">\n",
		col == time ? "time" : "exits");
	for (i = 0; i < table->nr_rows && i < MAX_BARS; i++) {
		share = nd_ratio(cell(table, i, col)->num, total, 1000);
		fputs("<span>", to);
		nd_htmltext(to, cell(table, i, 0)->text);
		fprintf(to, "</span><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100%%\" height=\"14\"><rect class=\"track\" width=\"100%%\" height=\"14\"/><rect class=\"bar\" width=\"%llu.%llu%%\" height=\"14\"/></svg><span class=\"num\">%s</span>\n",
			share / 10, share % 10,
			nd_share_text(cell(table, i, col)->num, total, text, sizeof(text)));
	}
	fputs("</div></figure>\n", to);
}

/**
 * struct bucket - exits that took about as long
 * @from:  at least so long, in ns
 * @count: how many
 */
struct bucket {
	u64 from;
	u64 count;
};

static int compare(const void *a, const void *b)
{
	const struct bucket *x = a, *y = b;

	return x->from < y->from ? -1 : x->from > y->from;
}

/* Of all reasons together. */
static size_t collect(const struct nd_block *table, struct bucket *buckets)
{
	int from = column(table, "from_ns"), count = column(table, "count");
	size_t i, j, n = 0;

	for (i = 0; i < table->nr_rows; i++) {
		for (j = 0; j < n && buckets[j].from != cell(table, i, from)->num; j++)
			;
		if (j == MAX_BUCKETS)
			continue;
		if (j == n)
			buckets[n++] = (struct bucket){ cell(table, i, from)->num, 0 };
		buckets[j].count += cell(table, i, count)->num;
	}
	qsort(buckets, n, sizeof(*buckets), compare);
	return n;
}

#define H_WIDTH		400
#define H_BASE		132	/* from the top to the axis */
#define H_MAX		98	/* of a bar, but for the last step */
#define H_COUNTS	28	/* room that the figure above a bar needs */

/* Heights by the power of ten: one exit of a second among millions is what is looked for. */
static unsigned int height(u64 count)
{
	unsigned int h = 6;

	while (count >= 10 && h < H_MAX) {
		h += 17;
		count /= 10;
	}
	return h + (unsigned int)(count * 17 / 10);
}

static void put_histogram(FILE *to, const struct nd_block *table, const char *title,
		      unsigned int number)
{
	struct bucket buckets[MAX_BUCKETS] = { { 0, 0 } };
	size_t i, n = collect(table, buckets);
	unsigned int step = n ? H_WIDTH / n : 0;
	char text[ND_FIGURE];

	if (!n)
		return;
	if (step > 56)
		step = 56;
	fputs("<figure><figcaption>", to);
	nd_htmltext(to, title);
	fprintf(to, " (a bar begins at the time below it; logarithmic scale)</figcaption>\n"
		"<svg class=\"histogram\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"chart-%u\">\n<title id=\"chart-%u\">",
		H_WIDTH, H_BASE + 62, number, number);
	nd_htmltext(to, title);
	fputs(": ", to);
	for (i = 0; i < n; i++)
		fprintf(to, "%s%llu from %s", i ? ", " : "", buckets[i].count,
			nd_time_text(buckets[i].from, text, sizeof(text)));
	fputs("</title>\n", to);
	for (i = 0; i < n; i++) {
		unsigned int h = height(buckets[i].count), x = i * step;

		fprintf(to, "<rect class=\"bar\" x=\"%u\" y=\"%u\" width=\"%u\" height=\"%u\"/><text class=\"tick\" transform=\"translate(%u %d) rotate(-50)\">%s</text>\n",
			x + 1, H_BASE - h, step - 2, h, x + step / 2 + 5, H_BASE + 12,
			nd_time_text(buckets[i].from, text, sizeof(text)));
		if (step >= H_COUNTS)
			fprintf(to, "<text class=\"count\" x=\"%u\" y=\"%u\">%llu</text>\n",
				x + step / 2, H_BASE - h - 4, buckets[i].count);
	}
	fprintf(to, "<path class=\"axis\" d=\"M0 %d.5H%d\"/>\n</svg></figure>\n", H_BASE, H_WIDTH);
}

#define R_LEFT		58	/* of the first column: the scale */
#define R_TOP		22
#define R_TICK		26	/* room that the time below a column needs */

/* The least of 1, 2 and 5 by a power of ten that is not below @value. */
static u64 round_up(u64 value)
{
	static const u64 steps[] = { 1, 2, 5 };
	u64 power = 1;
	size_t i;

	for (;; power *= 10)
		for (i = 0; i < ARRAY_SIZE(steps); i++)
			if (steps[i] * power >= value || power >= 1000000000000000000ull)
				return steps[i] * power;
}

static void put_scale(FILE *to, u64 top)
{
	unsigned int i, y;

	for (i = 0; i <= 2; i++) {
		y = H_BASE - i * (H_BASE - R_TOP) / 2;
		fprintf(to, "<path class=\"%s\" d=\"M%d %u.5H%d\"/><text class=\"tick\" x=\"%d\" y=\"%u\">%llu%s</text>\n",
			i ? "grid" : "axis", R_LEFT, y, H_WIDTH, R_LEFT - 6, y + 4, top * i / 2,
			i == 1 && top % 2 ? ".5" : "");
	}
}

/* Which color is what; one alone needs no words. */
static void put_legend(FILE *to)
{
	fprintf(to, "<rect class=\"bar\" x=\"%d\" y=\"2\" width=\"10\" height=\"10\"/><text class=\"key\" x=\"%d\" y=\"11\">guests</text><rect class=\"bar nested\" x=\"%d\" y=\"2\" width=\"10\" height=\"10\"/><text class=\"key\" x=\"%d\" y=\"11\">nested guests</text>\n",
		R_LEFT, R_LEFT + 15, R_LEFT + 70, R_LEFT + 85);
}

static void put_column(FILE *to, const struct nd_block *table, size_t row, unsigned int step,
		       u64 top)
{
	int guest = column(table, "guest"), nested = column(table, "nested");
	unsigned int x = R_LEFT + row * step + 2, width = step - 3;
	unsigned int every = R_TICK / step + 1, h, below;

	below = nd_ratio(cell(table, row, guest)->num, top, H_BASE - R_TOP);
	h = nd_ratio(cell(table, row, nested)->num, top, H_BASE - R_TOP);
	fprintf(to, "<rect class=\"bar\" x=\"%u\" y=\"%u\" width=\"%u\" height=\"%u\"/>",
		x, H_BASE - below, width, below);
	fprintf(to, "<rect class=\"bar nested\" x=\"%u\" y=\"%u\" width=\"%u\" height=\"%u\"/>",
		x, H_BASE - below - h, width, h);
	if ((row + 1) % every == 0) {
		fprintf(to, "<text class=\"count\" x=\"%u\" y=\"%d\">", x + width / 2, H_BASE + 14);
		nd_htmltext(to, cell(table, row, 0)->text);
		fputs("</text>", to);
	}
	fputc('\n', to);
}

/* Columns of exits a second, those of nested guests on top of the others. */
static void put_rates(FILE *to, const struct nd_block *table, const char *title,
		      unsigned int number)
{
	int guest = column(table, "guest"), nested = column(table, "nested");
	unsigned int step = table->nr_rows ? (H_WIDTH - R_LEFT) / table->nr_rows : 0;
	bool both = sum(table, guest) && sum(table, nested);
	u64 most = 0, all;
	size_t i;

	for (i = 0; i < table->nr_rows; i++) {
		all = cell(table, i, guest)->num + cell(table, i, nested)->num;
		most = all > most ? all : most;
	}
	if (!most || step < 5)
		return;
	most = round_up(most);
	fprintf(to, "<figure><figcaption>Second by second, while the report was made</figcaption>\n<svg class=\"histogram\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"chart-%u\">\n<title id=\"chart-%u\">",
		H_WIDTH, H_BASE + 22, number, number);
	nd_htmltext(to, title);
	fputs(": the numbers are in the table below</title>\n", to);
	put_scale(to, most);
	if (both)
		put_legend(to);
	for (i = 0; i < table->nr_rows; i++)
		put_column(to, table, i, step > 56 ? 56 : step, most);
	fputs("</svg></figure>\n", to);
}

void nd_chart(FILE *to, const struct nd_block *table, const char *title, unsigned int number)
{
	switch (table->look->chart) {
	case ND_CHART_BARS:
		put_bars(to, table, title);
		break;
	case ND_CHART_HISTOGRAM:
		put_histogram(to, table, title, number);
		break;
	case ND_CHART_RATES:
		put_rates(to, table, title, number);
		break;
	case ND_CHART_NONE:
		break;
	}
}
