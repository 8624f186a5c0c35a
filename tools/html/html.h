/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * A document as one file of HTML that needs no script and loads nothing.
 */
#ifndef NESTDIAG_TOOLS_HTML_H
#define NESTDIAG_TOOLS_HTML_H

#include <stdio.h>

#include "tools/report/doc.h"

/** nd_html() - write the document, as well-formed XML too */
void nd_html(FILE *to, const struct nd_doc *doc);

#endif /* NESTDIAG_TOOLS_HTML_H */
