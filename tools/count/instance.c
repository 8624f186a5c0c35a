// SPDX-License-Identifier: GPL-2.0-only
/*
 * An instance of tracefs of our own, with hist triggers.
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

#include "tools/count/counter.h"
#include "tools/count/instance.h"
#include "tools/in/source.h"

#define INSTANCES	"/sys/kernel/tracing/instances"

static const struct nd_instance_hist *hists;
static size_t nr_hists;
static char instance[64];
static int guard_pipe = -1;
static pid_t guard;

static void event_path(char *path, size_t size, size_t i, const char *file)
{
	snprintf(path, size, "%s/events/kvm/%s/%s", instance, hists[i].event, file);
}

static int set_trigger(size_t i, const char *sign)
{
	char path[160], text[160];

	event_path(path, sizeof(path), i, "trigger");
	snprintf(text, sizeof(text), "%s%s", sign, hists[i].trigger);
	return nd_source_write(path, text);
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
	for (i = 0; i < nr_hists; i++)
		set_trigger(i, "!");
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

bool nd_instance_start(const struct nd_instance_hist *list, size_t nr, char *why)
{
	size_t i;
	int err;

	hists = list;
	nr_hists = nr;
	snprintf(instance, sizeof(instance), INSTANCES "/nestdiag-%d", (int)getpid());
	if (!start_guard(why))
		return false;
	if (mkdir(instance, 0700) && errno != EEXIST)
		return nd_counter_refuse(why, "%s: %s", instance, strerror(errno));
	for (i = 0; i < nr; i++) {
		err = set_trigger(i, "");
		if (err)
			return nd_counter_refuse(why, "no histogram of %s: %s", hists[i].event,
						 strerror(-err));
	}
	return true;
}

void nd_instance_stop(void)
{
	if (guard_pipe < 0)
		return;
	close(guard_pipe);
	guard_pipe = -1;
	while (waitpid(guard, NULL, 0) < 0 && errno == EINTR)
		;
}

bool nd_instance_read(size_t i, struct nd_lines *lines, char *why)
{
	char path[160];
	int err;

	event_path(path, sizeof(path), i, "hist");
	err = nd_lines_open(lines, path);
	return !err || nd_counter_refuse(why, "%s: %s", path, strerror(-err));
}

bool nd_instance_dropped(const char *text, size_t len, u64 *dropped)
{
	static const char mark[] = "    Dropped: ";

	if (len < sizeof(mark) || memcmp(text, mark, sizeof(mark) - 1))
		return false;
	*dropped = strtoull(text + sizeof(mark) - 1, NULL, 10);
	return true;
}
