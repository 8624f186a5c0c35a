// SPDX-License-Identifier: GPL-2.0-only
#include "core/caps/hvleaves.h"

#include "tools/cmd/cmd.h"

static enum nd_exit run(struct nd_call *call)
{
	const struct nd_facts *facts = &call->machine->facts;
	const struct nd_cpu *cpu = nd_facts_first(facts);

	call->out->list(call->out, ND_ROW_LEAF);
	call->out->list(call->out, ND_ROW_FEATURE);
	call->out->list(call->out, ND_ROW_ASSIST);
	if (nd_cmd_elsewhere(call) || !cpu)
		return ND_EXIT_UNKNOWN;
	nd_hyperv_rows(facts, &call->out->emit);
	return nd_cpu_leaf(cpu, 1, 0) ? ND_EXIT_OK : ND_EXIT_UNKNOWN;
}

const struct nd_cmd nd_cmd_hyperv = {
	.name = "hyperv",
	.summary = "show the hypervisor below: signatures, leaves, VP assist pages",
	.details = "Shows every hypervisor interface that CPUID reports, and decodes Hyper-V's\n"
		   "leaves and the VP assist page of each CPU.\n\n"
		   "Exit status: 0 shown, even if CPUID reports no hypervisor, 3 CPUID leaf 1 is not\n"
		   "known.",
	.example = "nestdiag hyperv --json | jq -r '.features[] | select(.state == \"yes\").id'",
	.run = run,
};
