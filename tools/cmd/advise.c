// SPDX-License-Identifier: GPL-2.0-only
#include "tools/advise/adviserows.h"
#include "tools/cmd/figures.h"

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
		nd_emit_note(&call->out->emit, "Exits were not recorded: there is nothing to make an estimate of. Load the nestdiag module, then start guests.");
		return ND_EXIT_UNKNOWN;
	}
	return nd_advise_rows(facts, &call->out->emit) ? ND_EXIT_OK : ND_EXIT_UNKNOWN;
}

const struct nd_cmd nd_cmd_advise = {
	.name = "advise",
	.summary = "estimate what changes would gain, and whether one more level runs",
	.details = "Estimates from the exits that were counted here, what each takes here, and what\n"
		   "a change removes, as measured in the lab: host exits for one nested exit and\n"
		   "time, with VMCS shadowing and with eVMCS; and, from the cost of an exit and how\n"
		   "much that grows with a level, whether a guest one level deeper runs, crawls or\n"
		   "hangs at 250 timer ticks a second. Each estimate names what it is made of.\n"
		   "Changes whose effect was not measured have none, which is said.\n\n"
		   "Without the module the tool counts by itself, for 5 seconds or --interval; see\n"
		   "nestdiag exits --help.\n\n"
		   "Exit status: 0 an estimate is shown, 3 there is none.",
	.example = "nestdiag advise --from l0.snapshot",
	.options = "iSP",
	.run = run,
};
