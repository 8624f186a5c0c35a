// SPDX-License-Identifier: GPL-2.0-only
/*
 * Counting by histograms of trace events, in an instance of tracefs of our own: reasons, and levels by
 * KVM's event for exits of nested guests.
 *
 * An instance outlives the process that made it. So a child waits until that ends, in any way, and
 * removes it then.
 */
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tools/count/allowed.h"
#include "tools/count/counter.h"
#include "tools/in/lines.h"
#include "tools/in/source.h"

#define INSTANCES	"/sys/kernel/tracing/instances"
#define HIST		"hist:keys=exit_reason:size=1024"

/* In this order histograms begin: nobody has more nested exits than exits. */
static const struct {
	enum nd_tracepoint point;
	enum nd_acct_level level;
} events[] = {
	{ ND_TP_EXIT, ND_LEVEL_GUEST },
	{ ND_TP_NESTED_VMEXIT, ND_LEVEL_NESTED },
};

static char instance[64];
static int guard_pipe = -1;
static pid_t guard;

static void event_path(char *path, size_t size, size_t i, const char *file)
{
	snprintf(path, size, "%s/events/kvm/%s/%s", instance, nd_point_name(events[i].point), file);
}

static int set_trigger(size_t i, const char *text)
{
	char path[160];

	event_path(path, sizeof(path), i, "trigger");
	return nd_source_write(path, text);
}

static bool hist_usable(char *why)
{
	return nd_allowed_tracefs(why) && nd_allowed_kvm(why);
}

/* The child: nothing but the end of its parent ends it. */
static void keep_guard(int parent)
{
	static const int numbers[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE };
	size_t i;
	char byte;

	setsid();
	for (i = 0; i < ARRAY_SIZE(numbers); i++)
		signal(numbers[i], SIG_IGN);
	/* A reader of our output must not wait for the child. */
	for (i = 0; i < 3; i++)
		close(i);
	while (read(parent, &byte, 1) < 0 && errno == EINTR)
		;
	for (i = 0; i < ARRAY_SIZE(events); i++)
		set_trigger(i, "!" HIST);
	rmdir(instance);
	_exit(0);
}

static bool start_guard(char *why)
{
	int ends[2];

	if (pipe(ends))
		return nd_counter_refuse(why, "pipe: %s", strerror(errno));
	guard = fork();
	if (guard < 0) {
		close(ends[0]);
		close(ends[1]);
		return nd_counter_refuse(why, "fork: %s", strerror(errno));
	}
	if (!guard) {
		close(ends[1]);
		keep_guard(ends[0]);
	}
	close(ends[0]);
	guard_pipe = ends[1];
	return true;
}

static bool hist_start(char *why)
{
	size_t i;
	int err;

	snprintf(instance, sizeof(instance), INSTANCES "/nestdiag-%d", (int)getpid());
	if (!start_guard(why))
		return false;
	if (mkdir(instance, 0700) && errno != EEXIST)
		return nd_counter_refuse(why, "%s: %s", instance, strerror(errno));
	for (i = 0; i < ARRAY_SIZE(events); i++) {
		err = set_trigger(i, HIST);
		if (err)
			return nd_counter_refuse(why, "no histogram of %s: %s",
						 nd_point_name(events[i].point), strerror(-err));
	}
	return true;
}

static void hist_stop(void)
{
	if (guard_pipe < 0)
		return;
	close(guard_pipe);
	guard_pipe = -1;
	while (waitpid(guard, NULL, 0) < 0 && errno == EINTR)
		;
}

/* "{ exit_reason:        114 } hitcount:       2000" */
static bool take_line(const char *text, size_t len, u32 *reason, u64 *count)
{
	char line[160], *at;

	snprintf(line, sizeof(line), "%.*s", (int)len, text);
	at = strstr(line, "exit_reason:");
	if (!at)
		return false;
	*reason = strtoull(at + strlen("exit_reason:"), NULL, 0);
	at = strstr(at, "hitcount:");
	if (!at)
		return false;
	*count = strtoull(at + strlen("hitcount:"), NULL, 10);
	return true;
}

static bool read_event(struct nd_trace *trace, size_t i, char *why)
{
	struct nd_lines lines;
	const char *text;
	char path[160];
	size_t len;
	u64 count;
	u32 reason;
	int err;

	event_path(path, sizeof(path), i, "hist");
	err = nd_lines_open(&lines, path);
	if (err)
		return nd_counter_refuse(why, "%s: %s", path, strerror(-err));
	while (nd_lines_next(&lines, &text, &len) > 0) {
		if (take_line(text, len, &reason, &count))
			trace->sum.cells[events[i].level][nd_acct_slot(&trace->sum, reason)].count += count;
		else if (len > 13 && !memcmp(text, "    Dropped: ", 13))
			trace->sum.unread += strtoull(text + 13, NULL, 10);
	}
	nd_lines_close(&lines);
	return true;
}

/* kvm_exit has the exits of both levels. The other event was read first, and may be behind. */
static void take_apart(struct nd_trace *trace)
{
	u32 slot;

	for (slot = 0; slot < ND_NR_SLOTS; slot++) {
		u64 *all = &trace->sum.cells[ND_LEVEL_GUEST][slot].count;
		u64 nested = trace->sum.cells[ND_LEVEL_NESTED][slot].count;

		trace->sum.nested_exits += nested;
		*all -= nested < *all ? nested : *all;
	}
}

static bool hist_read(struct nd_trace *trace, char *why)
{
	size_t i;

	trace->isa = nd_allowed_isa();
	trace->source = ND_SOURCE_HIST;
	trace->tsc_khz = 1000000;
	trace->unrecorded = ND_TRACE_NO_MISSED | BIT(ND_LEVEL_GUEST) | BIT(ND_LEVEL_NESTED);
	for (i = ARRAY_SIZE(events); i-- > 0;) {
		trace->points[trace->nr_points++] = (struct nd_point){
			.name = nd_point_name(events[i].point),
			.state = ND_POINT_ATTACHED,
		};
		if (!read_event(trace, i, why))
			return false;
	}
	take_apart(trace);
	return true;
}

const struct nd_counter nd_counter_hist = {
	.word = "tracefs",
	.usable = hist_usable,
	.start = hist_start,
	.read = hist_read,
	.stop = hist_stop,
};
