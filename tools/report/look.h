/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * How rows of each kind look in a document: a table of which columns, a card, a line.
 */
#ifndef NESTDIAG_TOOLS_LOOK_H
#define NESTDIAG_TOOLS_LOOK_H

#include "core/base/row.h"

/**
 * enum nd_look_kind - what a row becomes
 * @ND_LOOK_TABLE:   a line of the table of its kind
 * @ND_LOOK_FACT:    a label with its value
 * @ND_LOOK_CARD:    a box with a title, a word that decides, and details
 * @ND_LOOK_CHECK:   a card if the rule fires, else a line of a table
 * @ND_LOOK_DETAIL:  a detail of the row in front of it
 * @ND_LOOK_NOTE:    a sentence
 * @ND_LOOK_HEADING: a heading
 * @ND_LOOK_NONE:    nothing: another row says the same
 */
enum nd_look_kind {
	ND_LOOK_TABLE,
	ND_LOOK_FACT,
	ND_LOOK_CARD,
	ND_LOOK_CHECK,
	ND_LOOK_DETAIL,
	ND_LOOK_NOTE,
	ND_LOOK_HEADING,
	ND_LOOK_NONE,
};

/**
 * enum nd_how - how a column of a table is written
 * @ND_HOW_TEXT:   as it is
 * @ND_HOW_NUMBER: a decimal number
 * @ND_HOW_TIME:   nanoseconds as a time
 * @ND_HOW_SHARE:  its share of the sum of the column, in per cent
 * @ND_HOW_PART:   its share of itself and the column @with, in per cent
 */
enum nd_how {
	ND_HOW_TEXT,
	ND_HOW_NUMBER,
	ND_HOW_TIME,
	ND_HOW_SHARE,
	ND_HOW_PART,
};

/**
 * struct nd_shown - a column of a table
 * @key:   the row's column; "=label", "=state", "=words" and "=id" are the row's own
 * @title: its heading
 * @how:   how it is written
 * @with:  for ND_HOW_PART
 */
struct nd_shown {
	const char *key;
	const char *title;
	enum nd_how how;
	const char *with;
};

/* What is drawn above a table. */
enum nd_chart {
	ND_CHART_NONE,
	ND_CHART_BARS,
	ND_CHART_HISTOGRAM,
	ND_CHART_RATES,
};

#define ND_SHOWN_MAX	8

/**
 * struct nd_look - how rows of a kind look
 * @kind:   what they become
 * @shown:  columns of the table, up to an empty key
 * @chart:  what is drawn above it
 * @folded: it is long, and few want it
 * @title:  caption of the table, NULL for the heading above it
 */
struct nd_look {
	enum nd_look_kind kind;
	struct nd_shown shown[ND_SHOWN_MAX];
	enum nd_chart chart;
	bool folded;
	const char *title;
};

/** nd_look_at() - how rows of that kind look */
const struct nd_look *nd_look_at(enum nd_row_kind kind);

/** nd_look_rates() - of exits a second, which no row has */
const struct nd_look *nd_look_rates(void);

/** nd_look_passed() - the same of rules that pass, which are many */
const struct nd_look *nd_look_passed(void);

#endif /* NESTDIAG_TOOLS_LOOK_H */
