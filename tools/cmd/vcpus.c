// SPDX-License-Identifier: GPL-2.0-only
#include "core/exits/exitrows.h"
#include "core/exits/statrows.h"
#include "core/exits/vcpurows.h"

#include "tools/cmd/figures.h"
#include "tools/cmd/picked.h"

/* Statistics that were read are an answer, with or without exits that somebody counted. */
static enum nd_exit run(struct nd_call *call)
{
	const struct nd_facts *facts = &call->machine->facts;
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
	return facts->trace || (stats && facts->nr_stats) ? ND_EXIT_OK : ND_EXIT_UNKNOWN;
}

static const struct nd_sort sorts[] = {
	{ "exits", "exit_count" }, { "guest", "guest_ns" }, { "host", "host_ns" },
	{ "waited", "waited_ns" }, { "pid", "pid" }, { "vcpu", "vcpu" }, { NULL, NULL }
};

const struct nd_cmd nd_cmd_vcpus = {
	.name = "vcpus",
	.summary = "show each vCPU: exits, time in guest, last exit",
	.details = "Shows the vCPUs that have exited since the module was loaded: process, number,\n"
		   "exits, share of time in the guest, the most frequent reason, and the last exit.\n"
		   "With --stats, KVM's own statistics, too, which need no module: of all VMs that\n"
		   "exist, of each VM, and of each vCPU where KVM has any; --all shows those that\n"
		   "are 0 as well.\n\n"
		   "Without the module the tool counts by itself, for 5 seconds or --interval; see\n"
		   "nestdiag exits --help.\n\n"
		   "--reason is compared with the most frequent one. --sort takes exits, guest,\n"
		   "host, waited, pid or vcpu.\n\n"
		   "Exit status: 0 shown, 3 nothing was counted.",
	.example = "nestdiag vcpus --stats",
	.options = "saiSPpvurmOD",
	.sorts = sorts,
	.run = run,
};
