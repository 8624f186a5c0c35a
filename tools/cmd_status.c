// SPDX-License-Identifier: GPL-2.0-only
#include "cmd.h"

static enum nd_exit run(struct nd_call *call)
{
	call->out->list(call->out, ND_ROW_MISSING);
	call->out->list(call->out, ND_ROW_FINDING);
	return nd_status_rows(&call->machine->facts, &call->out->emit);
}

const struct nd_cmd nd_cmd_status = {
	.name = "status",
	.summary = "where am I, can I run guests, what will they lack",
	.details = "Shows on one screen which hypervisor this machine runs under, whether\n"
		   "hardware virtualization can be used and if not, who took it away, whether an\n"
		   "enlightened VMCS is in use, what guests that run guests will lack and why, and\n"
		   "what needs attention.\n\n"
		   "Exit status: 0 usable and nothing wrong, 1 usable with findings, 2 hardware\n"
		   "virtualization cannot be used here, 3 could not find out.",
	.example = "nestdiag status --from customer.snapshot",
	.options = "",
	.run = run,
};
