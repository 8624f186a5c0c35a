/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The table as text: for a screen of any size, and line by line.
 */
#ifndef NESTDIAG_TOP_FRAME_H
#define NESTDIAG_TOP_FRAME_H

#include "tools/top/view.h"

/* How a piece of text looks. */
enum nd_top_style {
	ND_TOP_PLAIN,
	ND_TOP_BOLD,
	ND_TOP_DIM,
	ND_TOP_MARKED,
	ND_TOP_GOOD,
	ND_TOP_YELLOW,
	ND_TOP_RED,
};

#define ND_TOP_WIDTH_MAX	512	/* columns that are used of a wider screen */
#define ND_TOP_TEXT_MAX		(4 * ND_TOP_WIDTH_MAX + 1)

/**
 * struct nd_top_canvas - what is drawn on
 * @width:  columns
 * @height: lines
 * @ascii:  it has no other characters
 * @put:    write @text, which fits, at a place
 */
struct nd_top_canvas {
	u32 width;
	u32 height;
	bool ascii;
	void (*put)(struct nd_top_canvas *canvas, u32 y, u32 x, enum nd_top_style style,
		    const char *text);
};

/**
 * struct nd_top_about - what stands above the table: host,
 * source of the figures, time of the sample
 */
struct nd_top_about {
	const char *host;
	const char *source;
	const char *time;
	bool recorded;
};

/** nd_top_draw() - draw the screen; notes in @state how many lines fit */
void nd_top_draw(struct nd_top_canvas *canvas, struct nd_top_state *state,
		 const struct nd_top_table *table, const struct nd_top_about *about);

/** nd_top_title_text() - the titles of the columns, in a line of @width columns */
void nd_top_title_text(const struct nd_top_table *table, u32 width, char *buf);

/** nd_top_line_text() - a line of the table; @buf: ND_TOP_TEXT_MAX bytes; the verdict is its end */
void nd_top_line_text(const struct nd_top_table *table, const struct nd_top_line *line, u32 width,
		      char *buf);

/** nd_top_cut() - copy what fits into @width columns; the columns that it takes */
u32 nd_top_cut(char *dst, const char *text, u32 width, bool ascii);

#endif /* NESTDIAG_TOP_FRAME_H */
