/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What a word, a number or a pasted line is, and what it means here.
 */
#ifndef NESTDIAG_TOOLS_EXPLAIN_H
#define NESTDIAG_TOOLS_EXPLAIN_H

#include "tools/explain/reading.h"

/**
 * nd_explain_ask() - hand out all readings of a text
 * @e:    @e->facts, @e->cpu and @e->emit are set
 * @text: as typed
 *
 * Return: their number.
 */
unsigned int nd_explain_ask(struct nd_explain *e, const char *text);

/**
 * nd_explain_ask_within() - the same for names and numbers that stand among other words
 * @e:    as above
 * @text: a sentence, an option or a file's path
 *
 * Return: the number of readings.
 */
unsigned int nd_explain_ask_within(struct nd_explain *e, const char *text);

/** nd_explain_names() - all names there are; numbers have none */
void nd_explain_names(struct nd_strings *names);

#endif /* NESTDIAG_TOOLS_EXPLAIN_H */
