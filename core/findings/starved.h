/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Guests that do not get to run: a guest is starved by what it is not asked about, and bound by
 * exits that it asks for.
 */
#ifndef NESTDIAG_STARVED_H
#define NESTDIAG_STARVED_H

#include "core/base/row.h"
#include "core/findings/thresholds.h"

/* Rules of judge.c: each appends evidence, cause and remedy to @row if it fires. */
bool nd_judge_starved(const struct nd_judge *j, struct nd_row *row);
bool nd_judge_exit_bound(const struct nd_judge *j, struct nd_row *row);

/**
 * nd_starved_enough() - is there a guest with enough exits and time to be judged?
 * @j:     what is judged
 * @exits: if not, the most exits of one
 * @ns:    and the longest time
 */
bool nd_starved_enough(const struct nd_judge *j, u64 *exits, u64 *ns);

/* Of what nd_judge_starved() looks at: all nested guests, or one vCPU, which runs none. */
bool nd_starved_nested(const struct nd_judge *j);
bool nd_starved_vcpu(const struct nd_judge *j, const struct nd_acct_vcpu *vcpu);

#endif /* NESTDIAG_STARVED_H */
