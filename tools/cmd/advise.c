// SPDX-License-Identifier: GPL-2.0-only
#include "tools/advise/adviserows.h"
#include "tools/cmd/figures.h"
#include "tools/cmd/hotfacts.h"

static enum nd_exit run(struct nd_call *call)
{
	const struct nd_facts *facts = &call->machine->facts;
	enum nd_exit ret;

	call->out->list(call->out, ND_ROW_ADVICE);
	if (nd_cmd_elsewhere(call))
		return ND_EXIT_UNKNOWN;
	ret = nd_figures(call, true);
	if (call->failed)
		return ret;
	if (!facts->trace) {
		nd_emit_note(&call->out->emit, "Exits were not recorded: there is nothing to make an estimate of. Load the nestdiag module, or take the snapshot with --interval, while guests are running.");
		return ND_EXIT_UNKNOWN;
	}
	nd_hotfacts_look(call);
	return nd_advise_rows(facts, &call->out->emit) ? ND_EXIT_OK : ND_EXIT_UNKNOWN;
}

const struct nd_cmd nd_cmd_advise = {
	.name = "advise",
	.summary = "estimate what changes would gain, and whether one more level runs",
	.details = "Estimates from the exits that were counted here, what each takes here, and what\n"
		   "a change removes: VMCS shadowing and eVMCS, as host exits for one nested exit;\n"
		   "APICv, and 100 timer ticks a second, as exits of guests; no halt polling, as CPU\n"
		   "time; and, from the cost of an exit and how much that grows with a level,\n"
		   "whether a guest one level deeper runs, crawls or hangs at 250 ticks a second.\n"
		   "Each estimate names what it is made of; how far they were right in the lab:\n"
		   "docs/advise.md; that of APICv was compared with no machine. For a change without\n"
		   "an estimate it says why.\n\n"
		   "APICv and ticks want --interval: which MSRs exits are about is looked at then.\n"
		   "Without the module the tool counts by itself, for 5 seconds or --interval; see\n"
		   "nestdiag exits --help.\n\n"
		   "Exit status: 0 an estimate is shown, 3 there is none.",
	.example = "nestdiag advise --from l0.snapshot",
	.options = "iSP",
	.run = run,
};
