// SPDX-License-Identifier: GPL-2.0-only
/*
 * CPUs that have the same to say, as one list.
 */
#include "core/facts/cpulist.h"

static bool alike(const struct nd_alike *alike, u32 a, u32 b)
{
	return alike->same(&alike->facts->cpus[a], &alike->facts->cpus[b], alike->with);
}

bool nd_alike_repeats(const struct nd_alike *a, u32 at)
{
	u32 i;

	for (i = 0; i < at; i++)
		if (alike(a, i, at))
			return true;
	return false;
}

void nd_alike_describe(const struct nd_alike *a, u32 at, struct nd_row *row)
{
	const struct nd_cpu *cpus = a->facts->cpus;
	const char *gap = "";
	u32 i, last;

	for (i = at; i < a->facts->nr_cpus; i = last + 1) {
		last = i;
		if (!alike(a, at, i))
			continue;
		while (last + 1 < a->facts->nr_cpus && cpus[last + 1].id == cpus[last].id + 1 &&
		       alike(a, at, last + 1))
			last++;
		nd_row_printf(row, "%s%u", gap, cpus[i].id);
		if (last > i)
			nd_row_printf(row, "-%u", cpus[last].id);
		gap = ",";
	}
}

u32 nd_alike_count(const struct nd_alike *a, u32 at)
{
	u32 i, n = 0;

	for (i = at; i < a->facts->nr_cpus; i++)
		n += alike(a, at, i);
	return n;
}
