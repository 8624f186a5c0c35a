// SPDX-License-Identifier: GPL-2.0-only
#include <stdlib.h>

#include "tools/html/htmltext.h"
#include "tools/out/text.h"

static void put(FILE *to, char c)
{
	switch (c) {
	case '&':
		fputs("&amp;", to);
		break;
	case '<':
		fputs("&lt;", to);
		break;
	case '>':
		fputs("&gt;", to);
		break;
	case '"':
		fputs("&quot;", to);
		break;
	case '\'':
		fputs("&#39;", to);
		break;
	default:
		fputc(c, to);
	}
}

void nd_htmltext(FILE *to, const char *text)
{
	size_t i, size = strlen(text) + 1;
	char *clean = memcpy(nd_realloc(NULL, size), text, size);

	nd_text_clean_lines(clean);
	for (i = 0; clean[i]; i++)
		put(to, clean[i]);
	free(clean);
}
