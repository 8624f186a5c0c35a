// SPDX-License-Identifier: GPL-2.0-only
#include <stdlib.h>

#include "core/exits/trace.h"

#include "tools/cmd/figures.h"
#include "tools/live/live.h"

static struct nd_trace *before;	/* at the beginning of the interval; NULL: nothing was counted */
static unsigned int interval, usual = ND_FIGURES_INTERVAL;
static bool counting;

static void forget(void)
{
	if (before) {
		free(before->vcpus);
		free(before->cpus);
	}
	free(before);
	before = NULL;
}

static void *copy_of(const void *from, size_t nr, size_t size)
{
	void *copy = nd_realloc(NULL, (nr + 1) * size);

	memcpy(copy, from, nr * size);
	return copy;
}

static void keep(const struct nd_trace *trace)
{
	forget();
	before = copy_of(trace, 1, sizeof(*trace));
	before->vcpus = copy_of(trace->vcpus, trace->nr_vcpus, sizeof(*trace->vcpus));
	before->cpus = copy_of(trace->cpus, trace->nr_cpus, sizeof(*trace->cpus));
}

static bool is_modules(const struct nd_call *call)
{
	return call->machine->facts.trace && call->args->source <= ND_WAY_MODULE;
}

/* For people at once, because they wait for it, and for scripts beside the answer. */
static void say(struct nd_call *call, const char *text)
{
	nd_note("%s", text);
	nd_strings_add(&call->machine->notes, "%s", text);
}

static enum nd_exit refuse(struct nd_call *call, bool asked)
{
	struct nd_machine *m = call->machine;

	if (asked)
		nd_error("%s", m->error);
	else
		say(call, m->error);
	m->error[0] = '\0';
	call->failed |= asked;
	return ND_EXIT_UNKNOWN;
}

static enum nd_exit count(struct nd_call *call, bool asked)
{
	const struct nd_args *args = call->args;

	if (args->source == ND_WAY_MODULE)
		snprintf(call->machine->error, sizeof(call->machine->error),
			 "the nestdiag module is not loaded, or its figures cannot be read");
	if (args->source == ND_WAY_MODULE ||
	    nd_session_start(args->source, call->machine))
		return refuse(call, asked);
	counting = true;
	return ND_EXIT_OK;
}

/* People wait for it. */
static void say_how_long(struct nd_call *call)
{
	const char *passed = nd_session_passed_over();
	char text[640];

	if (!interval)
		interval = usual;
	snprintf(text, sizeof(text), "counting for %.10g s by %s, without the module%s%s",
		 interval / 1000.0, nd_session_word(), *passed ? "; not by " : "", passed);
	say(call, text);
}

/* What is counted under a name already: all of it, or what comes within the interval. */
static enum nd_exit join(struct nd_call *call)
{
	struct nd_machine *m = call->machine;
	enum nd_exit ret = nd_session_join(call->args->pin, m);
	char text[160];

	if (!ret) {
		counting = true;
		ret = nd_session_read(m);
	}
	if (ret)
		return refuse(call, true);
	snprintf(text, sizeof(text), "counted by %s, since \"nestdiag watch --pin %s\"",
		 nd_session_word(), call->args->pin);
	say(call, text);
	if (interval)
		keep(m->facts.trace);
	return ND_EXIT_OK;
}

enum nd_exit nd_figures_open(struct nd_call *call)
{
	if (call->args->pin)
		return join(call);
	if (is_modules(call))
		return ND_EXIT_OK;
	return count(call, true);
}

static enum nd_exit misuse(struct nd_call *call, const char *option, const char *why)
{
	nd_error("--%s %s", option, why);
	call->failed = true;
	return ND_EXIT_USAGE;
}

enum nd_exit nd_figures_begin(struct nd_call *call, bool always)
{
	const struct nd_args *args = call->args;
	bool asked = args->interval || args->source || args->pin;
	enum nd_exit ret;

	interval = args->interval;
	if (args->from && asked)
		return misuse(call, args->pin ? "pin" : args->interval ? "interval" : "source",
			      "works on this machine, not on a snapshot");
	if (args->pin && args->source)
		return misuse(call, "pin", "and --source exclude each other");
	if (args->pin)
		return join(call);
	if (args->source == ND_WAY_STATS)
		return ND_EXIT_OK;
	if (args->from || is_modules(call)) {
		if (interval)
			keep(call->machine->facts.trace);
		return ND_EXIT_OK;
	}
	if (!always && !asked)
		return ND_EXIT_OK;
	ret = count(call, asked);
	if (!ret)
		say_how_long(call);
	return ret;
}

bool nd_figures_timed(const struct nd_call *call)
{
	(void)call;
	return interval && (counting || before);
}

static enum nd_exit look_at_session(struct nd_machine *m)
{
	nd_text_time(m->facts.taken.time, sizeof(m->facts.taken.time));
	return nd_session_read(m);
}

/* The facts as they are now: of a counter only the figures, of the module all. */
static enum nd_exit look(struct nd_machine *m)
{
	struct nd_machine now = { 0 };
	enum nd_exit ret;

	if (counting)
		return look_at_session(m);
	ret = nd_live_ask(&now);
	if (!ret && !now.facts.trace) {
		snprintf(now.error, sizeof(now.error), "the nestdiag module is gone");
		ret = ND_EXIT_UNKNOWN;
	}
	nd_machine_free(m);
	*m = now;
	return ret;
}

static enum nd_exit looked(struct nd_machine *m, enum nd_exit ret)
{
	if (ret)
		nd_error("%s", m->error);
	m->error[0] = '\0';
	return ret;
}

enum nd_exit nd_figures_look(struct nd_call *call)
{
	struct nd_machine *m = call->machine;

	return counting ? look_at_session(m) : nd_live_figures(m);
}

enum nd_exit nd_figures_next(struct nd_call *call, bool *more)
{
	struct nd_machine *m = call->machine;
	struct nd_trace *old = before;
	enum nd_exit ret;

	*more = nd_session_wait(interval);
	ret = looked(m, look(m));
	if (ret)
		return ret;
	before = NULL;
	keep(m->facts.trace);
	if (!old)
		return ND_EXIT_OK;
	nd_trace_since(m->facts.trace, old);
	free(old->vcpus);
	free(old->cpus);
	free(old);
	return ND_EXIT_OK;
}

void nd_figures_end(void)
{
	nd_session_stop();
	counting = false;
	forget();
}

static enum nd_exit figures(struct nd_call *call, bool always)
{
	enum nd_exit ret = nd_figures_begin(call, always);
	bool more;

	if (!ret && nd_figures_timed(call))
		ret = nd_figures_next(call, &more);
	nd_figures_end();
	return ret;
}

/* The module counts whether somebody waits or not; a snapshot has what it has. */
static bool can_watch(const struct nd_call *call)
{
	const struct nd_trace *trace = call->machine->facts.trace;

	return counting || (!call->args->from && trace && nd_trace_attached(trace, "kvm_exit"));
}

static enum nd_exit watch(struct nd_call *call, unsigned int ms, const struct nd_figures_watch *w)
{
	struct nd_machine *m = call->machine;
	enum nd_exit ret = looked(m, nd_figures_look(call));
	unsigned int i;
	bool more = true;

	for (i = 1; !ret && more && i <= w->looks; i++) {
		w->take(w->ctx, m->facts.trace);
		more = nd_session_wait(ms / w->looks);
		/* The last time with all that came of it, failed launches, too. */
		ret = looked(m, more && i < w->looks ? nd_figures_look(call) : look(m));
	}
	if (ret)
		return ret;
	w->take(w->ctx, m->facts.trace);
	if (before)
		nd_trace_since(m->facts.trace, before);
	return ND_EXIT_OK;
}

enum nd_exit nd_figures(struct nd_call *call, bool always)
{
	if (call->args->source == ND_WAY_STATS) {
		nd_error("KVM's statistics do not tell that; see nestdiag vcpus --stats");
		call->failed = true;
		return ND_EXIT_USAGE;
	}
	return figures(call, always);
}

enum nd_exit nd_figures_watch(struct nd_call *call, const struct nd_figures_watch *w)
{
	enum nd_exit ret;

	if (call->args->source == ND_WAY_STATS)
		return nd_figures(call, true);
	usual = w->usual;
	ret = nd_figures_begin(call, true);
	if (!ret && can_watch(call)) {
		if (!counting)
			nd_note("watching exits for %.10g s", (interval ? interval : usual) / 1000.0);
		ret = watch(call, interval ? interval : usual, w);
	}
	nd_figures_end();
	return ret;
}
