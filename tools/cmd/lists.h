/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Words in a row, as many as fit into each line.
 */
#ifndef NESTDIAG_TOOLS_LISTS_H
#define NESTDIAG_TOOLS_LISTS_H

#include "core/base/row.h"

/**
 * struct nd_list - a list being written
 * @emit: where its lines go, as notes
 * @line: the line so far
 */
struct nd_list {
	const struct nd_emit *emit;
	char line[ND_WIDTH + 1];
};

/** nd_list_add() - append @word, which begins a new line if it does not fit */
void nd_list_add(struct nd_list *list, const char *word);

/** nd_list_end() - write what is left */
void nd_list_end(struct nd_list *list);

/** nd_list_sentence() - write @text as notes of its own, indented */
void nd_list_sentence(const struct nd_emit *emit, const char *text);

#endif /* NESTDIAG_TOOLS_LISTS_H */
