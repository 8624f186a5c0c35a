/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * One nested exit, followed through the machines that run on each other.
 */
#ifndef NESTDIAG_TOOLS_NESTEDJOIN_H
#define NESTDIAG_TOOLS_NESTEDJOIN_H

#include "tools/cmd/cmd.h"

/**
 * nd_nested_join() - rows of the snapshots that the words of @call name, the lowest machine first
 */
enum nd_exit nd_nested_join(struct nd_call *call);

/**
 * nd_nested_pair() - rows of two machines, one of which runs on the other
 * @low:   the lower one
 * @up:    the upper one
 * @lower: level of the lower one
 *
 * Return: they could be joined; if not, a row says why.
 */
bool nd_nested_pair(const struct nd_facts *low, const struct nd_facts *up, u32 lower,
		    const struct nd_emit *emit);

#endif /* NESTDIAG_TOOLS_NESTEDJOIN_H */
