// SPDX-License-Identifier: GPL-2.0-only
#include "core/entry/refusals.h"
#include "core/exits/exitrows.h"
#include "core/exits/nestedrows.h"

#include "tools/cmd/figures.h"
#include "tools/cmd/nestedjoin.h"
#include "tools/cmd/picked.h"

/* Reflection is counted for all together: of one VM among several that nest it is not known. */
static enum nd_exit show_shared(const struct nd_call *call)
{
	const struct nd_trace *trace = call->machine->facts.trace;
	char text[200];

	if (!trace->sum.nested_exits) {
		nd_emit_note(&call->out->emit, "No nested exits of these vCPUs.");
		return ND_EXIT_OK;
	}
	scnprintf(text, sizeof(text), "%llu nested exits. How many were reflected, and what they caused, is counted for all vCPUs together, and others have nested exits, too.",
		  trace->sum.nested_exits);
	nd_emit_note(&call->out->emit, text);
	return ND_EXIT_UNKNOWN;
}

static enum nd_exit run(struct nd_call *call)
{
	struct nd_picked picked;
	enum nd_exit ret;

	if (call->args->join)
		return nd_nested_join(call);
	if (nd_cmd_elsewhere(call))
		return ND_EXIT_UNKNOWN;
	if (nd_picked_wrong(call))
		return ND_EXIT_USAGE;
	ret = nd_figures(call, true);
	if (call->failed)
		return ret;
	if (call->args->timestamps)
		nd_emit_section(&call->out->emit, call->machine->facts.taken.time);
	if (!nd_picked_figures(call).nested)
		return show_shared(call);
	nd_picked_begin(&picked, call);
	nd_nested_rows(&call->machine->facts, &picked.emit);
	nd_picked_end(&picked);
	nd_refusal_rows(&call->machine->facts, &call->out->emit);
	nd_exit_source_rows(&call->machine->facts, &call->out->emit);
	return call->machine->facts.trace ? ND_EXIT_OK : ND_EXIT_UNKNOWN;
}

static const struct nd_sort sorts[] = {
	{ "count", "count" }, { "reflected", "reflected" }, { "handled", "handled_here" },
	{ "caused", "hypervisor_exits" }, { "name", NULL }, { NULL, NULL }
};

const struct nd_cmd nd_cmd_nested = {
	.name = "nested",
	.summary = "show what nesting costs: a hypervisor's exits for each nested exit",
	.details = "Shows how often nested guests (L2) were entered and exited, which of their exits\n"
		   "were reflected to the guest hypervisor (L1), and the multiplier: how many exits\n"
		   "that hypervisor has from such an exit to its next nested entry, seen from L0.\n"
		   "The instructions listed serve nested guests only; its other exits may be about\n"
		   "something else. On a machine that is itself a guest, it shows the cost of one\n"
		   "exit, too. Entries of nested guests that KVM or the processor refused are\n"
		   "listed by reason.\n\n"
		   "Without the module the tool counts by itself, for 5 seconds or --interval; see\n"
		   "nestdiag exits --help. --sort takes count, reflected, handled, caused or name.\n\n"
		   "--join takes snapshots of machines that run on each other, the lowest first, and\n"
		   "follows the nested exits that each hands on to the next: who counted how many\n"
		   "of them, what one takes on each level, and why two of them cannot be joined. It\n"
		   "goes with no option that picks or counts.\n\n"
		   "Exit status: 0 shown, 3 nothing was counted, or they cannot be joined.",
	.example = "nestdiag nested --join l0.snapshot l1.snapshot",
	.options = "iSPpvurmODJ",
	.takes = "[FILE...]",
	.max = UINT_MAX,
	.joins = true,
	.sorts = sorts,
	.run = run,
};
