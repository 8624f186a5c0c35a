// SPDX-License-Identifier: GPL-2.0-only
#include "core/exits/exitrows.h"
#include "core/exits/recorderrows.h"
#include "core/exits/statrows.h"
#include "core/exits/vcpurows.h"

#include "tools/cmd/figures.h"
#include "tools/cmd/picked.h"
#include "tools/live/live.h"

/* A vCPU as its row names it: PID/VCPU, or PID for all of its process. */
static bool take_word(struct nd_args *args, const char *word)
{
	char end;

	if (args->pid != ND_ARG_NONE || args->vcpu != ND_ARG_NONE) {
		nd_error("'%s' and --pid or --vcpu exclude each other", word);
		return false;
	}
	if (*word >= '0' && *word <= '9' &&
	    (sscanf(word, "%u/%u%c", &args->pid, &args->vcpu, &end) == 2 ||
	     sscanf(word, "%u%c", &args->pid, &end) == 1))
		return true;
	nd_error("'%s' is no vCPU: give PID/VCPU, as nestdiag vcpus shows them", word);
	return false;
}

static u32 last_exits(struct nd_call *call)
{
	const struct nd_args *args = call->args;

	call->out->list(call->out, ND_ROW_RECORDING);
	call->out->list(call->out, ND_ROW_RECORDED);
	if (!args->from)
		nd_live_recorder(call->machine);
	return nd_recorder_rows(&call->machine->facts,
				args->pid == ND_ARG_NONE ? ND_RECORDER_ALL : args->pid,
				args->vcpu == ND_ARG_NONE ? ND_RECORDER_ALL : args->vcpu,
				&call->out->emit);
}

/* Statistics that were read are an answer, with or without exits that somebody counted. */
static enum nd_exit answer(struct nd_call *call)
{
	const struct nd_facts *facts = &call->machine->facts;
	u32 recordings = 0;
	bool stats = call->args->stats || call->args->source == ND_WAY_STATS;
	struct nd_picked picked;
	enum nd_exit ret;

	if (nd_picked_wrong(call))
		return ND_EXIT_USAGE;
	call->out->list(call->out, ND_ROW_VCPU);
	if (stats)
		call->out->list(call->out, ND_ROW_STAT);
	if (nd_cmd_elsewhere(call))
		return ND_EXIT_UNKNOWN;
	if (call->args->source != ND_WAY_STATS) {
		ret = nd_figures(call, !stats);
		if (call->failed)
			return ret;
	}
	if (call->args->timestamps)
		nd_emit_section(&call->out->emit, facts->taken.time);
	nd_picked_vcpus(call);
	nd_picked_begin(&picked, call);
	if (facts->trace || !facts->nr_stats || !stats)
		nd_vcpu_rows(facts, &picked.emit);
	nd_picked_end(&picked);
	nd_exit_source_rows(facts, &call->out->emit);
	if (stats)
		nd_stat_rows(facts, call->args->all || call->args->json, &call->out->emit);
	if (call->args->last)
		recordings = last_exits(call);
	if (call->args->last && !recordings)
		return ND_EXIT_UNKNOWN;
	return facts->trace || (stats && facts->nr_stats) ? ND_EXIT_OK : ND_EXIT_UNKNOWN;
}

static enum nd_exit run(struct nd_call *call)
{
	struct nd_args args = *call->args;
	struct nd_call narrow = *call;
	enum nd_exit ret;

	if (args.nr_words && !take_word(&args, args.words[0])) {
		call->failed = true;
		return ND_EXIT_USAGE;
	}
	narrow.args = &args;
	ret = answer(&narrow);
	call->failed = narrow.failed;
	return ret;
}

static const struct nd_sort sorts[] = {
	{ "exits", "exit_count" }, { "guest", "guest_ns" }, { "host", "host_ns" },
	{ "waited", "waited_ns" }, { "pid", "pid" }, { "vcpu", "vcpu" }, { NULL, NULL }
};

const struct nd_cmd nd_cmd_vcpus = {
	.name = "vcpus",
	.summary = "show each vCPU: exits, time in guest, last exit",
	.takes = "[PID[/VCPU]]",
	.max = 1,
	.details = "Shows the vCPUs that have exited since the module was loaded: process, number,\n"
		   "exits, share of time in the guest, the most frequent reason, and the last exit.\n"
		   "With --stats, KVM's own statistics, too, which need no module: of all VMs that\n"
		   "exist, of each VM, and of each vCPU where KVM has any; --all shows those that\n"
		   "are 0 as well.\n\n"
		   "Without the module the tool counts by itself, for 5 seconds or --interval; see\n"
		   "nestdiag exits --help.\n\n"
		   "With --last, the last exits of each vCPU, too, one a line, the latest at the\n"
		   "end, and what was kept of vCPUs whose launch failed, that shut down, or hung.\n\n"
		   "--reason is compared with the most frequent one. --sort takes exits, guest,\n"
		   "host, waited, pid or vcpu.\n\n"
		   "Exit status: 0 shown, 3 nothing was counted, or --last and no exit is recorded.",
	.example = "nestdiag vcpus --stats",
	.options = "saiSPpvurmODK",
	.sorts = sorts,
	.run = run,
};
