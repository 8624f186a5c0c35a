// SPDX-License-Identifier: GPL-2.0-only
#include "tools/cmd/cmd.h"
#include "core/exits/nestedrows.h"

static enum nd_exit run(struct nd_call *call)
{
	nd_nested_rows(&call->machine->facts, &call->out->emit);
	return call->machine->facts.trace ? ND_EXIT_OK : ND_EXIT_UNKNOWN;
}

const struct nd_cmd nd_cmd_nested = {
	.name = "nested",
	.summary = "what guests of guests cost: exits of ours for one of theirs",
	.details = "Shows, from the seat of the lowest hypervisor, how often nested guests were\n"
		   "entered and left, which of their exits went to the guest's hypervisor, and how\n"
		   "many exits of that hypervisor each of them caused: the multiplier. From a guest\n"
		   "hypervisor's seat: the price of one exit.\n\n"
		   "Exit status: 0 shown, 3 nothing was counted.",
	.example = "nestdiag nested --json",
	.run = run,
};
