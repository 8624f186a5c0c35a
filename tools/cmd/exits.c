// SPDX-License-Identifier: GPL-2.0-only
#include <stdlib.h>
#include <unistd.h>

#include "core/exits/exitrows.h"
#include "core/exits/trace.h"

#include "tools/cmd/cmd.h"
#include "tools/live/live.h"

/* Only the module counts; without it there is nothing to show, and that is no zero. */
static bool has_trace(const struct nd_call *call, const struct nd_machine *m)
{
	if (m->facts.trace)
		return true;
	call->out->list(call->out, ND_ROW_EXIT);
	if (!nd_cmd_elsewhere(call))
		nd_emit_note(&call->out->emit,
			     "No exits were counted: load the nestdiag module while guests run");
	return false;
}

static void show(const struct nd_call *call, const struct nd_facts *facts)
{
	call->out->list(call->out, ND_ROW_EXIT);
	nd_exit_rows(facts, call->args->by, &call->out->emit);
	if (call->args->by == ND_EXITS_BY_REASON)
		nd_exit_times_rows(facts, &call->out->emit);
}

/* What came between two looks at this machine. */
static enum nd_exit show_interval(struct nd_call *call, struct nd_machine *before)
{
	struct nd_machine now = { 0 };
	struct nd_trace *kept;
	enum nd_exit ret;

	sleep(call->args->interval);
	ret = nd_live_ask(&now);
	if (ret) {
		nd_error("%s", now.error);
		return ret;
	}
	if (!has_trace(call, &now)) {
		nd_machine_free(&now);
		return ND_EXIT_UNKNOWN;
	}
	kept = nd_realloc(NULL, sizeof(*kept));
	*kept = *now.facts.trace;
	kept->vcpus = nd_realloc(NULL, (kept->nr_vcpus + 1) * sizeof(*kept->vcpus));
	memcpy(kept->vcpus, now.facts.trace->vcpus, kept->nr_vcpus * sizeof(*kept->vcpus));
	kept->cpus = nd_realloc(NULL, (kept->nr_cpus + 1) * sizeof(*kept->cpus));
	memcpy(kept->cpus, now.facts.trace->cpus, kept->nr_cpus * sizeof(*kept->cpus));
	nd_trace_since(now.facts.trace, before->facts.trace);
	call->out->head(call->out, call->args->cmd->name, &now.facts);
	show(call, &now.facts);
	call->out->flush(call->out);
	nd_machine_free(&now);
	free(before->facts.trace->vcpus);
	free(before->facts.trace->cpus);
	free(before->facts.trace);
	before->facts.trace = kept;
	return ND_EXIT_OK;
}

static enum nd_exit run(struct nd_call *call)
{
	const struct nd_args *args = call->args;
	enum nd_exit ret = ND_EXIT_OK;
	unsigned int i;

	if (!has_trace(call, call->machine))
		return ND_EXIT_UNKNOWN;
	if (!args->interval) {
		show(call, &call->machine->facts);
		return ND_EXIT_OK;
	}
	if (args->from) {
		nd_error("--interval works on this machine, not on a snapshot");
		return ND_EXIT_USAGE;
	}
	for (i = 0; i < args->count && !ret; i++)
		ret = show_interval(call, call->machine);
	return ret;
}

const struct nd_cmd nd_cmd_exits = {
	.name = "exits",
	.summary = "show VM exits by reason: count and time",
	.details = "Shows what the module has counted since it was loaded or reset, or with\n"
		   "--interval within that time: VM exits of guests and nested guests, with the time\n"
		   "from each exit to the next entry, the most expensive first; one row per reason,\n"
		   "or with --by per vcpu, cpu or level. Names are those of KVM. KVM tracepoints\n"
		   "that could not be attached to are listed with the reason.\n\n"
		   "Exit status: 0 shown, 3 nothing was counted.",
	.example = "nestdiag exits --interval 5 --by vcpu",
	.options = "bin",
	.by = nd_exits_by_word,
	.run = run,
};
