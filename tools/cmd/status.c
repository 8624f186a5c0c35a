// SPDX-License-Identifier: GPL-2.0-only
#include "tools/cmd/cmd.h"

#define MAX_WARNINGS	3	/* more of them would not fit on the screen */

/**
 * struct screen - rows on their way to people
 * @out:      where they go
 * @warnings: warnings among them
 */
struct screen {
	struct nd_out *out;
	unsigned int warnings;
};

/* Scripts get every finding, people those that stop them and the first of the others. */
static void show(void *ctx, const struct nd_row *row)
{
	struct screen *screen = ctx;

	if (row->kind == ND_ROW_FINDING && strcmp(row->state, "error") &&
	    ++screen->warnings > MAX_WARNINGS)
		return;
	nd_emit_row(&screen->out->emit, row);
}

static enum nd_exit run(struct nd_call *call)
{
	struct screen screen = { .out = call->out };
	const struct nd_emit emit = { show, &screen };
	char more[64];
	enum nd_exit ret;

	call->out->list(call->out, ND_ROW_AVAILABLE);
	call->out->list(call->out, ND_ROW_MISSING);
	call->out->list(call->out, ND_ROW_FINDING);
	if (call->args->json)
		return nd_status_rows(&call->machine->facts, &call->out->emit);
	ret = nd_status_rows(&call->machine->facts, &emit);
	if (screen.warnings > MAX_WARNINGS) {
		scnprintf(more, sizeof(more), "  and %u more warnings: nestdiag check -q",
			  screen.warnings - MAX_WARNINGS);
		nd_emit_note(&call->out->emit, more);
	}
	/* Or nothing on the screen would say what the exit status means. */
	if (ret == ND_EXIT_UNKNOWN)
		nd_emit_note(&call->out->emit,
			     "Something important could not be found out: nestdiag check");
	return ret;
}

const struct nd_cmd nd_cmd_status = {
	.name = "status",
	.summary = "show the platform, and what KVM can and cannot use",
	.details = "Shows on one screen the hypervisor that this machine runs under, whether\n"
		   "hardware virtualization can be used and if not, what removed it, whether an\n"
		   "enlightened VMCS is in use, what KVM here runs without and why, and what\n"
		   "needs attention; \"nestdiag check\" has the details.\n\n"
		   "Exit status: 0 nothing wrong, 1 a warning, 2 a failure, 3 nothing wrong, but\n"
		   "something important could not be found out; check has the same.",
	.example = "nestdiag status --from customer.snapshot",
	.run = run,
};
