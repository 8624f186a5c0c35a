// SPDX-License-Identifier: GPL-2.0-only
#include "tools/cmd/lists.h"

void nd_list_add(struct nd_list *list, const char *word)
{
	size_t used = strlen(list->line);

	if (used && used + strlen(word) + 4 > sizeof(list->line)) {	/* ", ", ",", the end */
		strcat(list->line, ",");
		nd_emit_note(list->emit, list->line);
		used = 0;
	}
	scnprintf(list->line + used, sizeof(list->line) - used, "%s%s", used ? ", " : "  ", word);
}

void nd_list_sentence(const struct nd_emit *emit, const char *text)
{
	char note[ND_ROW_WORDS];

	scnprintf(note, sizeof(note), "  %s", text);
	nd_emit_note(emit, note);
}

void nd_list_end(struct nd_list *list)
{
	if (*list->line)
		nd_emit_note(list->emit, list->line);
	list->line[0] = '\0';
}
