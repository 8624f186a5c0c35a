// SPDX-License-Identifier: GPL-2.0-only
#include "tools/cmd/cmd.h"
#include "core/exits/vcpurows.h"

static enum nd_exit run(struct nd_call *call)
{
	call->out->list(call->out, ND_ROW_VCPU);
	if (nd_cmd_elsewhere(call))
		return ND_EXIT_UNKNOWN;
	nd_vcpu_rows(&call->machine->facts, &call->out->emit);
	return call->machine->facts.trace ? ND_EXIT_OK : ND_EXIT_UNKNOWN;
}

const struct nd_cmd nd_cmd_vcpus = {
	.name = "vcpus",
	.summary = "show each vCPU: exits, time in guest, last exit",
	.details = "Shows the vCPUs that have exited since the module was loaded: process, number,\n"
		   "exits, share of time in the guest, the most frequent reason, and the last exit.\n\n"
		   "Exit status: 0 shown, 3 nothing was counted.",
	.example = "nestdiag vcpus",
	.run = run,
};
