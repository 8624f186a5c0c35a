// SPDX-License-Identifier: GPL-2.0-only
/*
 * nestdiag watch: failed launches as they happen; or counting that goes on after the tool.
 */
#include "core/entry/failrows.h"
#include "core/entry/failure.h"

#include "tools/cmd/cmd.h"
#include "tools/live/live.h"

#define WATCH_INTERVAL	1000	/* milliseconds between two looks */

/* The failures as they are now, by the module or by what was started for it. */
static enum nd_exit look(struct nd_machine *m, bool module)
{
	struct nd_machine now = { 0 };
	enum nd_exit ret;

	if (!module)
		return nd_session_read(m);
	ret = nd_live_ask(&now);
	if (!ret && !now.facts.failures) {
		snprintf(now.error, sizeof(now.error), "the nestdiag module is gone");
		ret = ND_EXIT_UNKNOWN;
	}
	nd_machine_free(m);
	*m = now;
	return ret;
}

static u64 latest(const struct nd_failures *failures)
{
	u64 time = 0;
	u32 i;

	for (i = 0; failures && i < failures->nr; i++)
		if (failures->list[i].time_ns > time)
			time = failures->list[i].time_ns;
	return time;
}

/* Causes that were not there at @since, each as an answer of its own; how many. */
static u32 show_new(struct nd_call *call, u64 since)
{
	const struct nd_facts *facts = &call->machine->facts;
	const struct nd_failures *failures = facts->failures;
	u32 shown = 0, i;

	for (i = 0; i < failures->nr; i++) {
		if (failures->list[i].number != failures->list[i].cause ||
		    failures->list[i].time_ns <= since)
			continue;
		nd_text_time(call->machine->facts.taken.time, sizeof(facts->taken.time));
		call->out->head(call->out, call->args->cmd->name, facts);
		call->out->list(call->out, ND_ROW_FAILURE);
		nd_failure_cause_rows(facts, i, call->args->json, &call->out->emit);
		call->out->flush(call->out);
		shown++;
	}
	return shown;
}

/* Causes beyond those that are kept were not shown, which is not that there were none. */
static bool say_dropped(const struct nd_failures *failures)
{
	if (failures->dropped)
		nd_note("%llu failed launches are not listed: there are more causes than are kept",
			failures->dropped);
	return failures->dropped;
}

static enum nd_exit refuse(const struct nd_call *call)
{
	nd_error("%s", call->machine->error);
	return ND_EXIT_UNKNOWN;
}

static void say_unseen(void *ctx, const struct nd_row *row)
{
	(void)ctx;
	nd_note("%s: %s", row->label, row->words);
}

static enum nd_exit watch(struct nd_call *call, bool module)
{
	const struct nd_emit unseen = { say_unseen, NULL };
	u64 since = latest(call->machine->facts.failures);
	u32 shown = 0;
	bool more;

	/* The module's are there already. */
	if (!module && look(call->machine, module))
		return refuse(call);
	nd_failure_unseen_rows(&call->machine->facts, &unseen);
	do {
		more = nd_session_wait(call->args->interval ? call->args->interval :
							      WATCH_INTERVAL);
		if (look(call->machine, module))
			return refuse(call);
		shown += show_new(call, since);
		if (latest(call->machine->facts.failures) > since)
			since = latest(call->machine->facts.failures);
	} while (more);
	if (say_dropped(call->machine->facts.failures))
		shown++;
	return shown ? ND_EXIT_FINDINGS : ND_EXIT_OK;
}

static enum nd_exit begin(struct nd_call *call)
{
	const char *name = call->args->pin;
	enum nd_exit ret = nd_session_start(ND_WAY_BPF, call->machine);

	/* A signal meant that, and there is no wait that it could end. */
	if (!ret && !nd_session_wait(0)) {
		snprintf(call->machine->error, sizeof(call->machine->error),
			 "interrupted, so nothing counts as '%s'", name);
		ret = ND_EXIT_UNKNOWN;
	}
	if (!ret)
		ret = nd_session_pin(name, call->machine);
	nd_session_stop();
	if (ret)
		return refuse(call);
	nd_note("counting as '%s' from now on: nestdiag exits --pin %s, and so on; nestdiag watch --pin %s --end ends it",
		name, name, name);
	return ND_EXIT_OK;
}

static enum nd_exit run(struct nd_call *call)
{
	const struct nd_args *args = call->args;
	bool module = call->machine->facts.failures;
	enum nd_exit ret;

	if (args->from || (args->stop && !args->pin)) {
		nd_error(args->from ? "'watch' works on this machine, not on a snapshot" :
				      "--end needs --pin NAME");
		return ND_EXIT_USAGE;
	}
	if (args->stop)
		return nd_session_unpin(args->pin, call->machine) ? refuse(call) : ND_EXIT_OK;
	call->out->list(call->out, ND_ROW_FAILURE);
	if (args->pin)
		return begin(call);
	if (module)
		nd_session_catch();
	else if (nd_session_start(ND_WAY_BPF, call->machine))
		return refuse(call);
	nd_note("watching for failed launches, by %s; ^C ends it",
		module ? "the module" : nd_session_word());
	ret = watch(call, module);
	nd_session_stop();
	return ret;
}

const struct nd_cmd nd_cmd_watch = {
	.name = "watch",
	.summary = "show guests that fail to launch as it happens, or keep counting",
	.details = "Shows each new cause of a failed launch when it appears, until ^C: from the\n"
		   "module, or without it by BPF programs, which see how a launch failed but not its\n"
		   "state. --interval sets how often it looks (every second).\n\n"
		   "With --pin NAME it starts BPF programs that count exits and failed launches\n"
		   "after the tool has ended, and returns; exits, nested, vcpus, top, failures,\n"
		   "check, metrics and snapshot show with --pin NAME what they have counted so far.\n"
		   "With --end, it ends them. Until then kvm.ko cannot be unloaded; a restart of the\n"
		   "host ends all.\n\n"
		   "Exit status: 0 no failures, or started, or ended; 1 failures were shown; 3 it\n"
		   "could not be done.",
	.example = "nestdiag watch --pin monday; nestdiag exits --pin monday --interval 10",
	.options = "iPE",
	.run = run,
};
