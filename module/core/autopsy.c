// SPDX-License-Identifier: GPL-2.0-only
/*
 * The autopsy: runs the tables of checks over a captured state.
 */
#include <nestdiag/autopsy.h>

const char *nd_check_class_word(enum nd_check_class class)
{
	static const char *const words[ND_NR_CHECK_CLASSES] = {
		[ND_CHECK_CONTROLS]	= "controls",
		[ND_CHECK_HOST]		= "host",
		[ND_CHECK_GUEST]	= "guest",
		[ND_CHECK_MSRS]		= "msr-load",
		[ND_CHECK_VMRUN]	= "vmrun",
	};

	return words[class];
}

struct nd_autopsy nd_autopsy_rows(const struct nd_vmstate *state, const struct nd_cpu *cpu,
				  const struct nd_emit *emit)
{
	return (struct nd_autopsy){ 0 };
}

bool nd_autopsy_first(const struct nd_vmstate *state, const struct nd_cpu *cpu,
		      struct nd_row *row)
{
	return false;
}
