/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Failed launches as rows.
 */
#ifndef NESTDIAG_FAILROWS_H
#define NESTDIAG_FAILROWS_H

#include "core/base/row.h"
#include "core/facts/facts.h"

/**
 * nd_failure_rows() - failed launches as rows
 * @facts:    the machine
 * @number:   only that one; 0 for more than one
 * @all:      each that is kept, not only the first of each cause
 * @evidence: list the captured fields, too
 * @emit:     where rows go
 *
 * Return: how many there are in the rows.
 */
u32 nd_failure_rows(const struct nd_facts *facts, u64 number, bool all, bool evidence,
		    const struct nd_emit *emit);

/** nd_failure_cause_rows() - the failure at place @i of the list alone */
void nd_failure_cause_rows(const struct nd_facts *facts, u32 i, bool evidence,
			   const struct nd_emit *emit);

/**
 * nd_failure_unseen_rows() - ND_ROW_POINT for each tracepoint that is needed and not attached to
 */
void nd_failure_unseen_rows(const struct nd_facts *facts, const struct nd_emit *emit);

/** nd_failure_silent() - entries of nested guests that failed although KVM had no message for it */
u64 nd_failure_silent(const struct nd_facts *facts);

#endif /* NESTDIAG_FAILROWS_H */
