// SPDX-License-Identifier: GPL-2.0-only
/*
 * Trace events of exits and entries that somebody has on in tracefs: each exit pays for them.
 *
 * The file "enable" of an event has 0, 1, or one of these with an asterisk, if a trigger such as a
 * histogram has it on (Linux, kernel/trace/trace_events.c, event_enable_read()). It says nothing of
 * perf and BPF, which have events on by themselves.
 */
#include <errno.h>

#include "tools/in/source.h"
#include "tools/live/tracing.h"

#define OWN	"nestdiag-"	/* instances by which the tool counts; see tools/count/instance.c */

/**
 * struct tracing - the events being looked at
 * @list:    those that are on: EVENT, or INSTANCE:EVENT
 * @at:      length of that
 * @read:    files that were read
 * @refused: one that could not be, for want of permission
 */
struct tracing {
	char list[96];
	size_t at;
	unsigned int read;
	bool refused;
};

static void take_events(struct tracing *t, const char *dir, const char *instance)
{
	static const char *const events[] = { "kvm_exit", "kvm_entry" };
	char path[256], text[16];
	size_t i;
	int err;

	for (i = 0; i < ARRAY_SIZE(events); i++) {
		snprintf(path, sizeof(path), "%s/events/kvm/%s/enable", dir, events[i]);
		err = nd_source_read(path, text, sizeof(text));
		t->refused |= err == -EACCES || err == -EPERM;
		t->read += !err;
		if (!err && strcmp(text, "0"))
			t->at += scnprintf(t->list + t->at, sizeof(t->list) - t->at, "%s%.24s%s%s",
					   t->at ? " " : "", instance, *instance ? ":" : "", events[i]);
	}
}

static int list(const char *dir, struct nd_strings *names)
{
	nd_strings_free(names);
	return nd_source_list(dir, names);
}

/* Where tracefs is; NULL with 0 if it is not mounted, or with the error of who may not look. */
static const char *find_place(int *err)
{
	static const char *const places[] = { "/sys/kernel/tracing", "/sys/kernel/debug/tracing" };
	struct nd_strings names = { 0 };
	const char *found = NULL;
	size_t i;

	for (i = 0; !found && i < ARRAY_SIZE(places); i++) {
		*err = list(places[i], &names);
		if (*err == -EACCES || *err == -EPERM)
			break;
		if (!*err && names.nr)	/* the mount point is there without it, too */
			found = places[i];
		*err = 0;
	}
	nd_strings_free(&names);
	return found;
}

void nd_live_tracing(struct nd_machine *m)
{
	struct nd_strings instances = { 0 };
	struct tracing t = { .at = 0 };
	char path[160];
	const char *place;
	size_t i;
	int err;

	place = find_place(&err);
	if (err)
		nd_machine_add_host(m, "kvm_traced", "unreadable");
	if (!place)
		return;
	take_events(&t, place, "");
	snprintf(path, sizeof(path), "%s/instances", place);
	list(path, &instances);
	for (i = 0; i < instances.nr; i++) {
		if (!strncmp(instances.list[i], OWN, strlen(OWN)))
			continue;
		snprintf(path, sizeof(path), "%s/instances/%.64s", place, instances.list[i]);
		take_events(&t, path, instances.list[i]);
	}
	nd_strings_free(&instances);
	nd_machine_add_host(m, "kvm_traced", "%s",
			    t.at ? t.list : t.refused ? "unreadable" : t.read ? "none" : "absent");
}
