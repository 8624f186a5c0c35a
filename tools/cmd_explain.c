// SPDX-License-Identifier: GPL-2.0-only
#include "cmd.h"

static enum nd_exit run(struct nd_call *call)
{
	(void)call;
	return ND_EXIT_UNKNOWN;
}

const struct nd_cmd nd_cmd_explain = {
	.name = "explain",
	.summary = "what a feature, finding, number, register, parameter or message is",
	.details = "Exit status: 0",
	.example = "nestdiag explain 0x80000021",
	.options = "",
	.takes = "WORD...",
	.min = 1,
	.max = ND_MAX_WORDS,
	.needs = ND_NEEDS_NOTHING,
	.run = run,
};
