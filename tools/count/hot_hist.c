// SPDX-License-Identifier: GPL-2.0-only
/*
 * Hot spots by histograms of trace events: without levels, and without KVM's names of its reasons
 * against APICv.
 */
#include "tools/count/allowed.h"
#include "tools/count/counter.h"
#include "tools/count/hotcount.h"
#include "tools/count/instance.h"
#include "tools/in/source.h"

#define EVENTS	"/sys/kernel/tracing/events/kvm/"

static struct nd_instance_hist hists[ND_NR_HOT_POINTS];
static char triggers[ND_NR_HOT_POINTS][80];
static u32 points[ND_NR_HOT_POINTS];
static u32 nr;

static bool hot_usable(enum nd_hot_what what, char *why)
{
	if (what == ND_HOT_APICV)
		return nd_counter_refuse(why, "it does not tell what inhibits APICv now");
	return nd_allowed_tracefs(why) && nd_allowed_kvm(why);
}

static bool hot_start(enum nd_hot_what what, char *why)
{
	char path[96], keys[ND_HOT_KEYS];
	u32 i;

	for (i = 0, nr = 0; i < ND_NR_HOT_POINTS; i++) {
		const struct nd_hot_event *event = &nd_hot_events[i];

		snprintf(path, sizeof(path), EVENTS "%s/trigger", event->name);
		if (event->what != what || !nd_source_exists(path))
			continue;
		snprintf(triggers[nr], sizeof(triggers[nr]), "hist:keys=%s:size=%d",
			 nd_hot_keys(event, keys), ND_HOT_MAX);
		hists[nr] = (struct nd_instance_hist){ event->name, triggers[nr] };
		points[nr++] = i;
	}
	if (!nr)
		return nd_counter_refuse(why, "this KVM has no trace event for it");
	return nd_instance_start(hists, nr, why);
}

static bool hot_read(struct nd_hot *hot, char *why)
{
	struct nd_lines lines;
	const char *text;
	u64 dropped;
	size_t len;
	u32 i;

	for (i = 0; i < nr; i++) {
		if (!nd_instance_read(i, &lines, why))
			return false;
		while (nd_lines_next(&lines, &text, &len) > 0)
			if (!nd_hot_line(hot, points[i], text, len) &&
			    nd_instance_dropped(text, len, &dropped))
				hot->lost += dropped;
		nd_lines_close(&lines);
	}
	return true;
}

const struct nd_hot_counter nd_hot_counter_hist = {
	.way = ND_WAY_TRACEFS,
	.usable = hot_usable,
	.start = hot_start,
	.read = hot_read,
	.stop = nd_instance_stop,
};
