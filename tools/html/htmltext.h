/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Text in HTML. Whatever comes from outside goes through this one function.
 */
#ifndef NESTDIAG_TOOLS_HTMLTEXT_H
#define NESTDIAG_TOOLS_HTMLTEXT_H

#include <stdio.h>

/** nd_htmltext() - @text as text or as the value of a quoted attribute, well-formed XML as well */
void nd_htmltext(FILE *to, const char *text);

#endif /* NESTDIAG_TOOLS_HTMLTEXT_H */
