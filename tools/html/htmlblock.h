/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The blocks of a document in HTML.
 */
#ifndef NESTDIAG_TOOLS_HTMLBLOCK_H
#define NESTDIAG_TOOLS_HTMLBLOCK_H

#include <stdio.h>

#include "tools/report/doc.h"

/**
 * nd_htmlblock() - write block @i of a part
 * @number: counts charts, for their ids
 */
void nd_htmlblock(FILE *to, const struct nd_part *part, size_t i, unsigned int *number);

/** nd_htmlblock_state() - the word that decides, marked by what it means */
void nd_htmlblock_state(FILE *to, const char *state);

#endif /* NESTDIAG_TOOLS_HTMLBLOCK_H */
