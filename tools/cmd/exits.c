// SPDX-License-Identifier: GPL-2.0-only
#include "core/exits/exitrows.h"
#include "core/exits/slow.h"
#include "core/exits/statrows.h"
#include "core/exits/trace.h"

#include "tools/cmd/figures.h"
#include "tools/cmd/picked.h"
#include "tools/live/live.h"

/* Without somebody who counted there is nothing to show, and that is no zero. */
static enum nd_exit show_nothing(const struct nd_call *call)
{
	call->out->list(call->out, ND_ROW_EXIT);
	if (!nd_cmd_elsewhere(call))
		nd_emit_note(&call->out->emit,
			     "No exits were counted: load the nestdiag module while guests run");
	return ND_EXIT_UNKNOWN;
}

static enum nd_exit show(struct nd_call *call)
{
	const struct nd_facts *facts = &call->machine->facts;
	struct nd_picked picked;
	size_t slow = 0;

	call->out->list(call->out, ND_ROW_EXIT);
	if (call->args->timestamps)
		nd_emit_section(&call->out->emit, facts->taken.time);
	nd_picked_figures(call);
	nd_picked_begin(&picked, call);
	if (call->args->longer_than) {
		nd_exit_slow_rows(facts, call->args->longer_than, &picked.emit);
		slow = nd_picked_end(&picked);
		nd_picked_begin(&picked, call);
	}
	nd_exit_rows(facts, call->args->by, &picked.emit);
	if (call->args->by == ND_EXITS_BY_REASON)
		nd_exit_times_rows(facts, &picked.emit);
	nd_picked_end(&picked);
	return slow ? ND_EXIT_FINDINGS : ND_EXIT_OK;
}

/* People have had them on standard error. */
static void show_notes(const struct nd_call *call)
{
	const struct nd_strings *notes = &call->machine->notes;
	size_t i;

	for (i = 0; call->args->json && i < notes->nr; i++)
		nd_emit_note(&call->out->emit, notes->list[i]);
}

/* Each interval is an answer of its own. */
static enum nd_exit show_intervals(struct nd_call *call)
{
	unsigned int i, nr = call->args->count ? call->args->count : 1;
	enum nd_exit ret = ND_EXIT_OK, err;
	bool more = true;

	for (i = 0; i < nr && more; i++) {
		err = nd_figures_next(call, &more);
		if (err)
			return err;
		call->out->head(call->out, call->args->cmd->name, &call->machine->facts);
		if (show(call))
			ret = ND_EXIT_FINDINGS;
		show_notes(call);
		call->out->flush(call->out);
	}
	return ret;
}

/* KVM's own statistics: no reasons and no times, but for nothing. */
static enum nd_exit show_stats(struct nd_call *call)
{
	struct nd_machine *m = call->machine, now = { 0 };
	enum nd_exit ret;

	call->out->list(call->out, ND_ROW_STAT);
	if (call->args->interval) {
		nd_session_wait(call->args->interval);
		ret = nd_live_ask(&now);
		if (ret) {
			nd_error("%s", now.error);
			return ret;
		}
		nd_stats_since(&now.facts, &m->facts);
		nd_machine_free(m);
		*m = now;
	}
	nd_stat_rows(&m->facts, call->args->json, &call->out->emit);
	return m->facts.nr_stats ? ND_EXIT_OK : ND_EXIT_UNKNOWN;
}

static enum nd_exit run(struct nd_call *call)
{
	bool always = nd_facts_x86(&call->machine->facts);
	enum nd_exit ret;

	if (nd_picked_wrong(call))
		return ND_EXIT_USAGE;
	ret = nd_figures_begin(call, always);
	if (call->failed)
		return ret;
	if (call->args->source == ND_WAY_STATS)
		return show_stats(call);
	if (!call->machine->facts.trace && !nd_figures_timed(call))
		ret = show_nothing(call);
	else if (nd_figures_timed(call))
		ret = show_intervals(call);
	else
		ret = show(call);
	nd_figures_end();
	return ret;
}

static const struct nd_sort sorts[] = {
	{ "count", "count" }, { "time", "total_ns" }, { "mean", "mean_ns" }, { "longest", "max_ns" },
	{ "name", NULL }, { NULL, NULL }
};

const struct nd_cmd nd_cmd_exits = {
	.name = "exits",
	.summary = "show VM exits by reason: count and time",
	.details = "Shows what the module has counted since it was loaded or reset, or with\n"
		   "--interval within that time: VM exits of guests and nested guests, with the time\n"
		   "from each exit to the next entry, the most expensive first; one row per reason,\n"
		   "or with --by per vcpu, cpu or level. Names are those of KVM. KVM tracepoints\n"
		   "that could not be attached to are listed with the reason.\n\n"
		   "Without the module the tool counts by itself, for 5 seconds or --interval: by\n"
		   "BPF programs (as root, or with CAP_BPF and CAP_PERFMON), or by histograms in\n"
		   "tracefs (as root; reasons and levels only). ^C ends the time; what was counted\n"
		   "until then is shown, and everything is detached. --source chooses.\n\n"
		   "--pid, --vm and --vcpu leave the exits of some vCPUs, --reason those of some\n"
		   "reasons. --sort takes count, time, mean, longest or name.\n\n"
		   "Exit status: 0 shown, 1 exits took --longer-than or longer, 3 nothing was\n"
		   "counted.",
	.example = "nestdiag exits --interval 5 --by vcpu",
	.options = "binSPpvurmODL",
	.by = nd_exits_by_word,
	.sorts = sorts,
	.run = run,
};
