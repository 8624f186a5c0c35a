// SPDX-License-Identifier: GPL-2.0-only
/*
 * Boolean parameters of modules.
 */
#include "core/base/flag.h"

bool nd_flag_is(const char *value, bool on)
{
	static const char *const words[2][4] = {
		{ "N", "n", "0", "off" },
		{ "Y", "y", "1", "on" },
	};
	u32 i;

	for (i = 0; value && i < ARRAY_SIZE(words[on]); i++)
		if (!strcmp(value, words[on][i]))
			return true;
	return false;
}
