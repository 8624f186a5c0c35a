/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The columns of the table: what they are called, how wide they are and how a figure is written.
 */
#ifndef NESTDIAG_TOP_COLUMN_H
#define NESTDIAG_TOP_COLUMN_H

#include "tools/top/model.h"

/**
 * enum nd_top_unit - how a figure is written
 * @ND_TOP_RATE:    a number of events, as events per second
 * @ND_TOP_PERCENT: 1/10000, as percent
 * @ND_TOP_RATIO:   1/1000
 * @ND_TOP_NS:      nanoseconds, as a time
 */
enum nd_top_unit {
	ND_TOP_RATE,
	ND_TOP_PERCENT,
	ND_TOP_RATIO,
	ND_TOP_NS,
};

/**
 * struct nd_top_column - a column
 * @figure: what it shows
 * @word:   what --sort and the screen call it
 * @title:  above it
 * @key:    of JSON and CSV; rates have a second one, @rate
 * @rate:   the same per second, NULL if it is no rate
 * @unit:   how it is written
 * @width:  columns, with the space before it
 * @views:  bit VIEW: it is shown there
 * @about:  it may be an estimate
 */
struct nd_top_column {
	enum nd_top_figure figure;
	const char *word;
	const char *title;
	const char *key;
	const char *rate;
	enum nd_top_unit unit;
	u8 width;
	u8 views;
	bool about;
};

/* All columns, in order; the one without a title is the last. */
extern const struct nd_top_column nd_top_columns[];

/** nd_top_has() - is the column part of that view? Those that were not asked for are not */
bool nd_top_has(const struct nd_top_column *column, const struct nd_top_pick *pick);

/** nd_top_view_word() - "vm", "vcpu", "reason" of the views that may be asked for; NULL beyond */
const char *nd_top_view_word(u32 view);

/** nd_top_view_title() - above the labels */
const char *nd_top_view_title(enum nd_top_view view);

#define ND_TOP_TEXT	24

/** nd_top_rate_text() - @count per second, in at most 8 columns */
const char *nd_top_rate_text(const struct nd_top_model *model, u64 count, char *buf, size_t size);

/** nd_top_percent_text() - 1/10000 as percent, in at most 5 columns */
const char *nd_top_percent_text(u64 share, char *buf, size_t size);

/** nd_top_ratio_text() - 1/1000 as a ratio, in at most 5 columns */
const char *nd_top_ratio_text(u64 ratio, char *buf, size_t size);

/** nd_top_figure_text() - what stands in the column of a line; "-" if it is not known */
const char *nd_top_figure_text(const struct nd_top_table *t, const struct nd_top_line *line,
			       const struct nd_top_column *column, char *buf, size_t size);

#endif /* NESTDIAG_TOP_COLUMN_H */
