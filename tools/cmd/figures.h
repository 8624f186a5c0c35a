/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Figures of exits: those of the module, or counted now without it.
 */
#ifndef NESTDIAG_TOOLS_FIGURES_H
#define NESTDIAG_TOOLS_FIGURES_H

#include "tools/cmd/cmd.h"

#define ND_FIGURES_INTERVAL	5000	/* milliseconds, without module and another wish */

/**
 * nd_figures_begin() - see to it that there is something to show
 * @call:   the call; what the machine has is shown if nothing else was asked for
 * @always: without the module, count even if nobody asked for an interval or a source
 *
 * Return: ND_EXIT_OK, or what the call amounts to after a message: then nothing has begun.
 */
enum nd_exit nd_figures_begin(struct nd_call *call, bool always);

/** nd_figures_timed() - is there an interval to wait for? */
bool nd_figures_timed(const struct nd_call *call);

/**
 * nd_figures_next() - wait for the interval, and leave in the facts what came within it
 *
 * A signal ends the wait; what came until then counts, and @more is set to false.
 */
enum nd_exit nd_figures_next(struct nd_call *call, bool *more);

/**
 * nd_figures_open() - in place of nd_figures_begin(), for a command that looks when it likes
 *
 * Nothing may be shown without figures: there being none is an error.
 */
enum nd_exit nd_figures_open(struct nd_call *call);

/**
 * nd_figures_look() - leave in the facts what has been
 * counted so far; the machine's @error says why not
 */
enum nd_exit nd_figures_look(struct nd_call *call);

/** nd_figures_end() - stop what nd_figures_begin() began */
void nd_figures_end(void);

/** nd_figures() - all of these, for a command that answers once */
enum nd_exit nd_figures(struct nd_call *call, bool always);

/**
 * struct nd_figures_watch - how figures are watched while they grow
 * @usual: milliseconds, if nobody asked for an interval
 * @looks: how often within that
 * @take:  gets what was counted up to each look, and before the first
 * @ctx:   for @take
 */
struct nd_figures_watch {
	unsigned int usual;
	unsigned int looks;
	void (*take)(void *ctx, const struct nd_trace *trace);
	void *ctx;
};

/** nd_figures_watch() - nd_figures(), always, and watch them for a while if anything counts them */
enum nd_exit nd_figures_watch(struct nd_call *call, const struct nd_figures_watch *w);

#endif /* NESTDIAG_TOOLS_FIGURES_H */
