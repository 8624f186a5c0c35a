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
	.summary = "show the cost of nesting: host exits caused by one nested exit",
	.details = "Shows how often nested guests (L2) were entered and exited, which of their exits\n"
		   "were reflected to the guest hypervisor (L1), and the multiplier: the host exits\n"
		   "caused by one nested exit, seen from L0. On a machine that is itself a guest, it\n"
		   "shows the cost of one exit instead. Entries of nested guests that KVM or the\n"
		   "processor refused are listed by reason.\n\n"
		   "Without the module the tool counts by itself, for 5 seconds or --interval; see\n"
		   "nestdiag exits --help.\n\n"
		   "Exit status: 0 shown, 3 nothing was counted.",
	.example = "nestdiag nested --json",
	.options = "iS",
	.run = run,
};
