/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What the rules on figures say of one VM or vCPU, in one word.
 */
#ifndef NESTDIAG_TOP_VERDICT_H
#define NESTDIAG_TOP_VERDICT_H

#include "core/base/row.h"
#include "core/exits/trace.h"
#include "core/facts/facts.h"

/* The colour of a verdict. */
enum nd_top_mood {
	ND_TOP_CALM,
	ND_TOP_FINE,
	ND_TOP_WARNS,
	ND_TOP_BAD,
};

/**
 * struct nd_top_verdict - a verdict
 * @word: at most ND_TOP_WORD columns
 * @mood: how bad it is
 * @text: the evidence of the rule, empty if no rule fired
 */
struct nd_top_verdict {
	const char *word;
	enum nd_top_mood mood;
	char text[ND_ROW_WORDS];
};

#define ND_TOP_WORD	10

/**
 * nd_top_judge() - the worst that the rules say
 * @facts:   the machine
 * @total:   what the vCPUs in question have counted so far: where each of them is
 * @window:  what they counted of late, long enough for rules on rates
 * @verdict: stays as it is if no rule fires
 *
 * Both are narrowed to these vCPUs.
 */
void nd_top_judge(const struct nd_facts *facts, struct nd_trace *total, struct nd_trace *window,
		  struct nd_top_verdict *verdict);

/** nd_top_judge_host() - words of all rules that fire on all vCPUs together, commas between */
void nd_top_judge_host(const struct nd_facts *facts, struct nd_trace *window, char *buf,
		       size_t size);

#endif /* NESTDIAG_TOP_VERDICT_H */
