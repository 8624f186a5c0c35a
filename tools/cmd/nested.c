// SPDX-License-Identifier: GPL-2.0-only
#include "core/entry/refusals.h"
#include "core/exits/exitrows.h"
#include "core/exits/nestedrows.h"

#include "tools/cmd/figures.h"

static enum nd_exit run(struct nd_call *call)
{
	enum nd_exit ret;

	if (nd_cmd_elsewhere(call))
		return ND_EXIT_UNKNOWN;
	ret = nd_figures(call, true);
	if (call->failed)
		return ret;
	nd_nested_rows(&call->machine->facts, &call->out->emit);
	nd_refusal_rows(&call->machine->facts, &call->out->emit);
	nd_exit_source_rows(&call->machine->facts, &call->out->emit);
	return call->machine->facts.trace ? ND_EXIT_OK : ND_EXIT_UNKNOWN;
}

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
		   "nestdiag exits --help.\n\n"
		   "Exit status: 0 shown, 3 nothing was counted.",
	.example = "nestdiag nested --json",
	.options = "iS",
	.run = run,
};
