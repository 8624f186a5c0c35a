// SPDX-License-Identifier: GPL-2.0-only
/*
 * What the ways of counting have in common.
 */
#include "tools/count/counter.h"

bool nd_counter_refuse(char *why, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	vscnprintf(why, ND_COUNTER_WHY, fmt, args);
	va_end(args);
	return false;
}
