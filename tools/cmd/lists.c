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
	char copy[ND_ROW_WORDS], line[101] = "";
	char *word, *rest;

	scnprintf(copy, sizeof(copy), "%s", text);
	for (word = strtok_r(copy, " ", &rest); word; word = strtok_r(NULL, " ", &rest)) {
		size_t used = strlen(line);

		if (used && used + strlen(word) + 2 > sizeof(line)) {
			nd_emit_note(emit, line);
			used = 0;
		}
		scnprintf(line + used, sizeof(line) - used, "%s%s", used ? " " : "  ", word);
	}
	if (*line)
		nd_emit_note(emit, line);
}

void nd_list_end(struct nd_list *list)
{
	if (*list->line)
		nd_emit_note(list->emit, list->line);
	list->line[0] = '\0';
}
