/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * KVM's own statistics as rows.
 */
#ifndef NESTDIAG_STATROWS_H
#define NESTDIAG_STATROWS_H

#include "core/base/row.h"
#include "core/facts/facts.h"

/** nd_stat_meaning() - what one of KVM's statistics counts; NULL for one that is not known */
const char *nd_stat_meaning(const char *name);

/** nd_stat_is_now() - does it tell how many there are now, rather than what has happened so far? */
bool nd_stat_is_now(const char *name);

/** nd_stats_since() - leave in @facts what came after @before, which was read earlier there */
void nd_stats_since(struct nd_facts *facts, const struct nd_facts *before);

/**
 * nd_stat_rows() - ND_ROW_STAT: all VMs together, then each VM, then those vCPUs that have any
 * @facts: the facts; without statistics it is said why
 * @all:   also those that are 0
 * @emit:  takes the rows
 */
void nd_stat_rows(const struct nd_facts *facts, bool all, const struct nd_emit *emit);

#endif /* NESTDIAG_STATROWS_H */
