/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The blocks of a document in Markdown.
 */
#ifndef NESTDIAG_TOOLS_MDBLOCK_H
#define NESTDIAG_TOOLS_MDBLOCK_H

#include <stdio.h>

#include "tools/report/doc.h"

/** nd_mdblock() - write a block */
void nd_mdblock(FILE *to, const struct nd_block *block);

/** nd_mdblock_text() - write @text so that nothing in it is markup */
void nd_mdblock_text(FILE *to, const char *text);

#endif /* NESTDIAG_TOOLS_MDBLOCK_H */
