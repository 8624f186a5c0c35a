// SPDX-License-Identifier: GPL-2.0-only
/*
 * Counting hot spots for a while, by the first way that works.
 */
#include "tools/count/counter.h"
#include "tools/count/hotcount.h"
#include "tools/in/source.h"

static const struct nd_hot_counter *const ways[] = { &nd_hot_counter_bpf, &nd_hot_counter_hist };

static const struct nd_hot_counter *counting;

/* A tree of files that plays a machine tells which way would be taken, and nothing runs there. */
static bool start(const struct nd_hot_counter *counter, enum nd_hot_what what, char *why)
{
	if (!counter->usable(what, why))
		return false;
	if (!nd_source_is_live())
		return nd_counter_refuse(why, "it would work, but this is a tree of files");
	if (counter->start(what, why))
		return true;
	counter->stop();
	return false;
}

enum nd_exit nd_hot_start(enum nd_way way, enum nd_hot_what what, struct nd_machine *m)
{
	char why[ND_COUNTER_WHY];
	size_t i, at;

	nd_session_catch();
	at = scnprintf(m->error, sizeof(m->error), "hot spots cannot be counted");
	for (i = 0; i < ARRAY_SIZE(ways); i++) {
		if (way != ND_WAY_AUTO && way != ways[i]->way)
			continue;
		if (start(ways[i], what, why)) {
			m->error[0] = '\0';
			counting = ways[i];
			return ND_EXIT_OK;
		}
		at += scnprintf(m->error + at, sizeof(m->error) - at, "; %s: %s",
				nd_way_word(ways[i]->way), why);
	}
	return ND_EXIT_UNKNOWN;
}

enum nd_way nd_hot_way(void)
{
	return counting ? counting->way : ND_WAY_AUTO;
}

enum nd_exit nd_hot_read(struct nd_hot *hot, struct nd_machine *m)
{
	char why[ND_COUNTER_WHY];

	if (counting->read(hot, why))
		return ND_EXIT_OK;
	snprintf(m->error, sizeof(m->error), "%s", why);
	return ND_EXIT_UNKNOWN;
}

void nd_hot_stop(void)
{
	if (counting)
		counting->stop();
	counting = NULL;
}
