// SPDX-License-Identifier: GPL-2.0-only
/*
 * The result of reading a register.
 */
#include "core/facts/value.h"

const char *nd_state_word(enum nd_state state)
{
	static const char *const words[] = {
		[ND_UNKNOWN]	= "unknown",
		[ND_ABSENT]	= "absent",
		[ND_FAULT]	= "fault",
		[ND_OK]		= "ok",
	};

	return words[state];
}

bool nd_value_same(const struct nd_value *a, const struct nd_value *b)
{
	return a->state == b->state && (a->state != ND_OK || a->value == b->value);
}
