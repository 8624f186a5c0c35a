/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The failed launches that are kept. A guest hypervisor may try the same entry thousands of times,
 * so they are kept by cause, not by time: of each cause the first, with the state that shows it,
 * the latest, and their number.
 */
#ifndef NESTDIAG_KEPT_H
#define NESTDIAG_KEPT_H

#include "core/entry/failure.h"

/* Causes of guests' own failures have places that no nested guest's failure can take. */
#define ND_KEPT_OWN	32

/**
 * struct nd_kept_cause - failed launches with one cause
 * @count:  how many; 0 for a free place
 * @check:  id of the check that failed, NULL if none is known
 * @first:  the first of them
 * @latest: the latest, if there is more than one
 */
struct nd_kept_cause {
	u64 count;
	const char *check;
	struct nd_failure first;
	struct nd_failure latest;
};

/**
 * struct nd_kept - all that are kept
 * @last:   number of the latest failure
 * @counts: all failures ever, by kind
 * @before: those of @counts that came before the last reset
 * @causes: their causes, those of guests first
 *
 * Some 500 KiB.
 */
struct nd_kept {
	u64 last;
	u64 counts[ND_NR_FAIL_KINDS];
	u64 before[ND_NR_FAIL_KINDS];
	struct nd_kept_cause causes[ND_MAX_FAIL_CAUSES];
};

/**
 * nd_kept_add() - count a failure and keep it
 * @kept:    where
 * @failure: numbered here
 * @check:   id of the check that failed, NULL if none is known
 *
 * If all places are taken, the cause goes that has not been seen for longest.
 *
 * Return: is it the first with its cause?
 */
bool nd_kept_add(struct nd_kept *kept, struct nd_failure *failure, const char *check);

/** nd_kept_count() - count a failure that cannot be kept */
void nd_kept_count(struct nd_kept *kept, enum nd_fail_kind kind);

/** nd_kept_next() - the oldest cause whose first failure has a number above @number, or NULL */
const struct nd_kept_cause *nd_kept_next(const struct nd_kept *kept, u64 number);

/** nd_kept_reset() - forget all causes; numbers go on */
void nd_kept_reset(struct nd_kept *kept);

/** nd_kept_list() - add the failures of @cause to a list, if it has room */
void nd_kept_list(const struct nd_kept_cause *cause, struct nd_failures *failures);

/** nd_kept_sum() - complete a list by the counts since the last reset */
void nd_kept_sum(const struct nd_kept *kept, struct nd_failures *failures);

#endif /* NESTDIAG_KEPT_H */
