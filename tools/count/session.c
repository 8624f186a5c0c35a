// SPDX-License-Identifier: GPL-2.0-only
/*
 * Counting exits for a while, by the best way that there is.
 */
#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <time.h>

#include "tools/count/counter.h"
#include "tools/count/session.h"
#include "tools/in/source.h"

static const struct {
	enum nd_way way;
	const struct nd_counter *counter;
} ways[] = {
	{ ND_WAY_BPF, &nd_counter_bpf },
	{ ND_WAY_TRACEFS, &nd_counter_hist },
};

static const struct nd_counter *counting;
static char passed_over[2 * ND_COUNTER_WHY];
static atomic_int interrupted;

const char *nd_way_word(u32 way)
{
	static const char *const words[ND_NR_WAYS] = {
		"auto", "module", "bpf", "tracefs", "stats",
	};

	return way < ND_NR_WAYS ? words[way] : NULL;
}

static void on_signal(int number)
{
	interrupted = number;
}

/* Whatever ends the wait, what was counted is shown, and then all is detached. */
void nd_session_catch(void)
{
	static const int numbers[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE };
	struct sigaction action = { .sa_handler = on_signal };
	size_t i;

	sigemptyset(&action.sa_mask);
	for (i = 0; i < ARRAY_SIZE(numbers); i++)
		sigaction(numbers[i], &action, NULL);
}

/* A tree of files that plays a machine tells which way would be taken, and nothing runs there. */
static bool start(const struct nd_counter *counter, char *why)
{
	if (!counter->usable(why))
		return false;
	if (!nd_source_is_live())
		return nd_counter_refuse(why, "it would work, but this is a tree of files");
	if (counter->start(why))
		return true;
	counter->stop();
	return false;
}

enum nd_exit nd_session_start(enum nd_way way, struct nd_machine *m)
{
	char why[ND_COUNTER_WHY];
	size_t i, at = 0;

	nd_session_catch();
	passed_over[0] = '\0';
	for (i = 0; i < ARRAY_SIZE(ways); i++) {
		if (way != ND_WAY_AUTO && way != ways[i].way)
			continue;
		if (start(ways[i].counter, why)) {
			counting = ways[i].counter;
			return ND_EXIT_OK;
		}
		at += scnprintf(passed_over + at, sizeof(passed_over) - at, "%s%s: %s",
				at ? "; " : "", ways[i].counter->word, why);
	}
	scnprintf(m->error, sizeof(m->error), "exits cannot be counted without the module; %s",
		  passed_over);
	return ND_EXIT_UNKNOWN;
}

const char *nd_session_passed_over(void)
{
	return passed_over;
}

/* Only programs outlive the process that loaded them. */
static enum nd_exit done(bool ok, struct nd_machine *m, const char *why)
{
	if (ok)
		return ND_EXIT_OK;
	snprintf(m->error, sizeof(m->error), "%s", why);
	return ND_EXIT_UNKNOWN;
}

enum nd_exit nd_session_join(const char *name, struct nd_machine *m)
{
	const struct nd_counter *counter = &nd_counter_bpf;
	char why[ND_COUNTER_WHY];

	nd_session_catch();
	if (!counter->join(name, why)) {
		counter->stop();
		return done(false, m, why);
	}
	counting = counter;
	return ND_EXIT_OK;
}

enum nd_exit nd_session_pin(const char *name, struct nd_machine *m)
{
	char why[ND_COUNTER_WHY];

	return done(counting->pin(name, why), m, why);
}

enum nd_exit nd_session_unpin(const char *name, struct nd_machine *m)
{
	char why[ND_COUNTER_WHY];

	return done(nd_counter_bpf.unpin(name, why), m, why);
}

const char *nd_session_word(void)
{
	return counting ? counting->word : "nothing";
}

bool nd_session_wait(unsigned int ms)
{
	struct timespec left = { .tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000L };

	while (!interrupted && nanosleep(&left, &left) && errno == EINTR)
		;
	return !interrupted;
}

enum nd_exit nd_session_read(struct nd_machine *m)
{
	struct nd_trace *trace = nd_realloc(NULL, sizeof(*trace));
	char why[ND_COUNTER_WHY];

	memset(trace, 0, sizeof(*trace));
	nd_machine_drop_trace(m);
	m->facts.trace = trace;
	if (counting && counting->read(trace, why)) {
		if (counting->failures)
			counting->failures(nd_machine_add_failures(m));
		return ND_EXIT_OK;
	}
	nd_machine_drop_trace(m);
	snprintf(m->error, sizeof(m->error), "%s", counting ? why : "nothing is being counted");
	return ND_EXIT_UNKNOWN;
}

void nd_session_stop(void)
{
	if (counting)
		counting->stop();
	counting = NULL;
}
