/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What the screen shows, and what keys change in it.
 */
#ifndef NESTDIAG_TOP_VIEW_H
#define NESTDIAG_TOP_VIEW_H

#include "tools/top/model.h"

/* Keys that are no character. */
enum nd_top_key {
	ND_KEY_NONE,
	ND_KEY_ENTER = '\n',
	ND_KEY_ESCAPE = 0x1b,
	ND_KEY_BACKSPACE = 0x7f,
	ND_KEY_UP = 0x100,
	ND_KEY_DOWN,
	ND_KEY_LEFT,
	ND_KEY_RIGHT,
	ND_KEY_PAGE_UP,
	ND_KEY_PAGE_DOWN,
	ND_KEY_HOME,
	ND_KEY_END,
	ND_KEY_RESIZE,
};

/* What is being typed. */
enum nd_top_prompt {
	ND_TOP_ASK_NOTHING,
	ND_TOP_ASK_FILTER,
	ND_TOP_ASK_NAME,
	ND_TOP_ASK_PID,
	ND_TOP_ASK_DELAY,
};

#define ND_TOP_TYPED	64
#define ND_TOP_DEPTH	4

/**
 * struct nd_top_state - the state of the screen
 * @pick:     which lines are shown
 * @above:    the picks that led here, each with the line that was opened
 * @depth:    used entries of @above
 * @marked:   the line that the cursor is on, by what it stands for
 * @first:    number of the line at the top
 * @page:     lines that fit, as last drawn
 * @prompt:   what is being typed
 * @typed:    so far
 * @filter:   text of the filter, empty if there is none
 * @regex:    the same compiled, if there is one
 * @vm:       memory of pick.vm
 * @message:  to be shown until the next key
 * @delay:    milliseconds between looks
 * @frozen:   new figures are not shown
 * @help:     keys are explained instead
 * @reset:    begin anew, to be cleared by who does it
 * @next:     go on to the next recorded sample, likewise
 * @quit:     the user has seen enough
 */
struct nd_top_state {
	struct nd_top_pick pick;
	struct {
		struct nd_top_pick pick;
		struct nd_top_line marked;
	} above[ND_TOP_DEPTH];
	u32 depth;
	struct nd_top_line marked;
	u32 first;
	u32 page;
	enum nd_top_prompt prompt;
	char typed[ND_TOP_TYPED];
	char filter[ND_TOP_TYPED];
	regex_t regex;
	char vm[ND_TOP_TYPED];
	char message[ND_TOP_LABEL];
	u32 delay;
	bool frozen;
	bool help;
	bool reset;
	bool next;
	bool quit;
};

/** struct nd_top_help - a key and what it does; NULL ends them */
struct nd_top_help {
	const char *keys;
	const char *does;
};

extern const struct nd_top_help nd_top_keys[];

void nd_top_state_init(struct nd_top_state *state, const struct nd_top_pick *pick, u32 delay);
void nd_top_state_free(struct nd_top_state *state);

/** nd_top_cursor() - number of the line that the cursor is on; 0 if that line is gone */
u32 nd_top_cursor(const struct nd_top_state *state, const struct nd_top_table *table);

/**
 * nd_top_press() - a key was pressed
 * @table: what is on the screen
 *
 * The lines may be other ones afterwards: they have to be made anew.
 */
void nd_top_press(struct nd_top_state *state, const struct nd_top_table *table, int key);

/** nd_top_prompt_text() - what is asked for: "filter" */
const char *nd_top_prompt_text(enum nd_top_prompt prompt);

#endif /* NESTDIAG_TOP_VIEW_H */
