// SPDX-License-Identifier: GPL-2.0-only
#include "core/base/scan.h"
#include "core/entry/failrows.h"
#include "core/entry/failure.h"
#include "core/exits/exitrows.h"

#include "tools/cmd/figures.h"

static bool parse_number(const struct nd_args *args, u64 *number)
{
	const char *word = args->nr_words ? args->words[0] : NULL;

	*number = 0;
	if (!word || (nd_scan_digits(word, strlen(word), 10, number) && *number))
		return true;
	nd_error("%s: expected a failure number from nestdiag failures", word);
	return false;
}

/* The module has kept them since it was loaded; without it, those of a while are seen. */
static enum nd_exit look(struct nd_call *call)
{
	const struct nd_args *args = call->args;

	if (!args->from && call->machine->facts.failures && args->source <= ND_WAY_MODULE &&
	    !args->pin) {
		if (!args->interval)
			return ND_EXIT_OK;
		nd_error("--interval is for counting without the module, which has kept all failures since it was loaded");
		call->failed = true;
		return ND_EXIT_USAGE;
	}
	return nd_figures(call, nd_facts_x86(&call->machine->facts));
}

static enum nd_exit run(struct nd_call *call)
{
	const struct nd_facts *facts = &call->machine->facts;
	const struct nd_args *args = call->args;
	enum nd_exit ret;
	u64 number;
	u32 listed;

	if (!parse_number(args, &number))
		return ND_EXIT_USAGE;
	ret = look(call);
	if (call->failed)
		return ret;
	call->out->list(call->out, ND_ROW_FAILURE);
	if (nd_cmd_elsewhere(call))
		return ND_EXIT_UNKNOWN;
	listed = nd_failure_rows(facts, number, args->all, number || args->json,
				 &call->out->emit);
	if (!facts->failures)
		return ND_EXIT_UNKNOWN;
	nd_exit_source_rows(facts, &call->out->emit);
	if (number && !listed) {
		nd_error("failure %s is not listed", args->words[0]);
		return ND_EXIT_USAGE;
	}
	return nd_fail_total(facts->failures) || nd_failure_silent(facts) ? ND_EXIT_FINDINGS :
									    ND_EXIT_OK;
}

const struct nd_cmd nd_cmd_failures = {
	.name = "failures",
	.summary = "show guests that failed to launch or were stopped, and why",
	.details = "Shows failed launches since the module was loaded or reset, one paragraph for\n"
		   "each cause: entries of guests and nested guests that the processor or KVM\n"
		   "rejected, triple faults and internal errors. If the state used by the entry was\n"
		   "captured, the checks that it fails are listed in order. Of each cause the first\n"
		   "and the latest failure are kept: --all shows both. With NUMBER, shows only that\n"
		   "failure, with all captured fields.\n\n"
		   "Without the module the tool looks for 5 seconds or --interval, by BPF programs,\n"
		   "which see how a launch failed but not its state; \"nestdiag watch\" goes on\n"
		   "looking.\n\n"
		   "Exit status: 0 no failures, 1 failures, 3 nothing was recorded, 64 no failure\n"
		   "has that NUMBER.",
	.example = "nestdiag failures 3",
	.options = "aiSP",
	.takes = "[NUMBER]",
	.max = 1,
	.run = run,
};
