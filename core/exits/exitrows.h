/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * VM exits as rows. Without a trace in the facts each view says so in one note.
 */
#ifndef NESTDIAG_EXITROWS_H
#define NESTDIAG_EXITROWS_H

#include "core/base/row.h"
#include "core/exits/trace.h"
#include "core/facts/facts.h"

/* What a row of exits stands for. */
enum nd_exits_by {
	ND_EXITS_BY_REASON,
	ND_EXITS_BY_VCPU,
	ND_EXITS_BY_CPU,
	ND_EXITS_BY_LEVEL,
	ND_NR_EXITS_BY
};

/** nd_exits_by_word() - "reason", "vcpu", "cpu", "level"; NULL beyond */
const char *nd_exits_by_word(u32 by);

/**
 * nd_exit_rows() - exits with their times, the longest total first, and how they were counted
 *
 * ND_ROW_EXIT, then ND_ROW_USERSPACE, then facts and ND_ROW_POINT about what is attached.
 */
void nd_exit_rows(const struct nd_facts *facts, enum nd_exits_by by, const struct nd_emit *emit);

/** nd_exit_source_rows() - how exits were counted, if it was not the module that did */
void nd_exit_source_rows(const struct nd_facts *facts, const struct nd_emit *emit);

/**
 * nd_exit_point_row() - ND_ROW_POINT of a tracepoint of
 * @trace; false if it is attached, or needs not be
 */
bool nd_exit_point_row(const struct nd_trace *trace, const struct nd_point *point,
		       struct nd_row *row);

/** nd_exit_times_rows() - ND_ROW_TIMES: for each reason how many exits took how long */
void nd_exit_times_rows(const struct nd_facts *facts, const struct nd_emit *emit);

#endif /* NESTDIAG_EXITROWS_H */
