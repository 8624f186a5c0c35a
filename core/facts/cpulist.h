/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * CPUs that have the same to say, as one list.
 */
#ifndef NESTDIAG_CPULIST_H
#define NESTDIAG_CPULIST_H

#include "core/base/row.h"
#include "core/facts/facts.h"

/**
 * struct nd_alike - in what CPUs are alike
 * @facts: the machine
 * @same:  have these two the same to say?
 * @with:  for @same
 */
struct nd_alike {
	const struct nd_facts *facts;
	bool (*same)(const struct nd_cpu *a, const struct nd_cpu *b, u32 with);
	u32 with;
};

/** nd_alike_repeats() - is a CPU before the one at index @at like it? */
bool nd_alike_repeats(const struct nd_alike *alike, u32 at);

/** nd_alike_describe() - append "0-3,8": the CPUs from index @at on that are like the one there */
void nd_alike_describe(const struct nd_alike *alike, u32 at, struct nd_row *row);

/** nd_alike_count() - how many these are */
u32 nd_alike_count(const struct nd_alike *alike, u32 at);

#endif /* NESTDIAG_CPULIST_H */
