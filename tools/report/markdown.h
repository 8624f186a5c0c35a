/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * A document as Markdown, to be pasted into an issue.
 */
#ifndef NESTDIAG_TOOLS_MARKDOWN_H
#define NESTDIAG_TOOLS_MARKDOWN_H

#include <stdio.h>

#include "tools/report/doc.h"

#define ND_MARKDOWN_MAX	60000	/* bytes: trackers refuse a text of more than 65536 characters */

/**
 * nd_markdown() - write the document
 *
 * What is more than ND_MARKDOWN_MAX is left out, the least important first, and that is said.
 */
void nd_markdown(FILE *to, const struct nd_doc *doc);

#endif /* NESTDIAG_TOOLS_MARKDOWN_H */
