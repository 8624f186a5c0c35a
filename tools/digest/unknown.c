// SPDX-License-Identifier: GPL-2.0-only
#include <string.h>

#include "tools/digest/failure.h"
#include "tools/digest/unknown.h"
#include "tools/out/text.h"

void nd_unknown_add(struct nd_unknown *u, const char *text, size_t len, u64 at)
{
	if (u->nr < ND_UNKNOWN_KEPT) {
		nd_text_escape(u->text[u->nr], ND_SEEN_TEXT, text, len);
		u->at[u->nr] = at;
	}
	u->nr++;
}

static bool has_failed(const struct nd_unknown *u, u64 i)
{
	return nd_has_failed(u->text[i], strlen(u->text[i]));
}

/* Is an answer near that is sure? A line that says no more than "it failed" is of that. */
static bool is_of_another(const struct nd_unknown *u, u64 i, const struct nd_seen *list, size_t nr)
{
	size_t j;

	for (j = 0; j < nr; j++)
		if (list[j].match.message->severity == ND_MSG_ERROR && !list[j].match.stem &&
		    nd_seen_is_near(&list[j], u->at[i], ND_UNKNOWN_NEAR))
			break;
	return j < nr && nd_failure_by_subject(u->text[i], strlen(u->text[i]));
}

static bool is_repeated(const struct nd_unknown *u, u64 i, u64 before)
{
	while (before--)
		if (!strcmp(u->text[i], u->text[before]))
			return true;
	return false;
}

static void move(struct nd_unknown *u, u64 to, u64 from)
{
	if (to == from)
		return;
	memcpy(u->text[to], u->text[from], ND_SEEN_TEXT);
	u->at[to] = u->at[from];
}

/* Beside an error that is known, lines that tell of no failure are what was going on. */
static u64 sort_out(struct nd_unknown *u, const struct nd_seen *list, size_t nr)
{
	u64 i, kept = 0, stored = u->nr < ND_UNKNOWN_KEPT ? u->nr : ND_UNKNOWN_KEPT;
	bool error = false;
	size_t j;

	for (j = 0; j < nr; j++)
		error = error || list[j].match.message->severity == ND_MSG_ERROR;
	for (i = 0; i < stored; i++) {
		if ((error && !has_failed(u, i)) || is_of_another(u, i, list, nr))
			u->beside++;
		else if (is_repeated(u, i, kept))
			u->same++;
		else
			move(u, kept++, i);
	}
	return kept;
}

/* Those that tell of a failure come before others, where not all can be shown. */
void nd_unknown_pick(struct nd_unknown *u, const struct nd_seen *list, size_t nr)
{
	u64 i, failed = 0, rest, kept = sort_out(u, list, nr);

	/* All that were kept only tell what was going on: so do the others. */
	if (!kept && u->nr > ND_UNKNOWN_KEPT)
		u->beside = u->nr - u->same;

	for (i = 0; i < kept; i++)
		failed += has_failed(u, i);
	rest = failed < ND_UNKNOWN_SHOWN ? ND_UNKNOWN_SHOWN - failed : 0;
	u->shown = 0;
	for (i = 0; i < kept && u->shown < ND_UNKNOWN_SHOWN; i++) {
		if (!has_failed(u, i)) {
			if (!rest)
				continue;
			rest--;
		}
		move(u, u->shown++, i);
	}
}
