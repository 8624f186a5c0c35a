// SPDX-License-Identifier: GPL-2.0-only
#include "core/caps/evmcsuse.h"
#include "core/entry/evmcsrows.h"

#include "tools/cmd/cmd.h"

static enum nd_exit run(struct nd_call *call)
{
	const struct nd_facts *facts = &call->machine->facts;
	const struct nd_cpu *cpu = nd_cmd_cpu(call);
	struct nd_facts shown = *facts;

	call->out->list(call->out, ND_ROW_EVMCS);
	if (nd_cmd_elsewhere(call) || !cpu)
		return ND_EXIT_UNKNOWN;
	if (call->args->cpu >= 0) {
		shown.cpus = nd_machine_find_cpu(call->machine, cpu->id);
		shown.nr_cpus = 1;
	}
	nd_evmcs_rows(&shown, &call->out->emit);
	return nd_evmcs_use(facts, cpu) == ND_EVMCS_USE_UNKNOWN ? ND_EXIT_UNKNOWN : ND_EXIT_OK;
}

const struct nd_cmd nd_cmd_evmcs = {
	.name = "evmcs",
	.summary = "show the enlightened VMCS of each CPU",
	.details = "Shows whether the hypervisor below offers an enlightened VMCS, whether it is in\n"
		   "use, and the fields of those that were current when the facts were read; with\n"
		   "--cpu for that CPU only. Only the nestdiag module can read it.\n\n"
		   "Exit status: 0 shown, even if none is offered, 3 could not find out.",
	.example = "nestdiag evmcs --cpu 0 --from l1.snapshot",
	.options = "c",
	.run = run,
};
