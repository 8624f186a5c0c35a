/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Exits that took long.
 */
#ifndef NESTDIAG_SLOW_H
#define NESTDIAG_SLOW_H

#include "core/base/row.h"
#include "core/exits/trace.h"
#include "core/facts/facts.h"

/**
 * struct nd_exit_slow - how many exits took at least so long
 * @least: the least number that it can be
 * @most:  the greatest: those of a bucket within which the limit lies may be longer or not
 */
struct nd_exit_slow {
	u64 least;
	u64 most;
};

/** nd_exit_bucket_start() - least time of a histogram's bucket, in ticks */
u64 nd_exit_bucket_start(u32 bucket);

/** nd_exit_slow() - how many exits of a cell took at least @ns */
struct nd_exit_slow nd_exit_slow(const struct nd_trace *trace, const struct nd_acct_cell *cell,
				 u64 ns);

/**
 * nd_exit_slow_rows() - ND_ROW_SLOW for each reason some of whose exits took at least @ns
 *
 * Waiting is not slow.
 */
void nd_exit_slow_rows(const struct nd_facts *facts, u64 ns, const struct nd_emit *emit);

#endif /* NESTDIAG_SLOW_H */
