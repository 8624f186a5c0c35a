/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What to say of a message, in the log that it stands in.
 */
#ifndef NESTDIAG_TOOLS_ADVICE_H
#define NESTDIAG_TOOLS_ADVICE_H

#include "tools/digest/arch.h"

/**
 * struct nd_said - what an answer says
 * @meaning: what the message means
 * @cause:   why that comes about, or NULL
 * @remedy:  what to do, or NULL
 */
struct nd_said {
	const char *meaning;
	const char *cause;
	const char *remedy;
};

/** nd_clause_of() - the clause of an entry that fits a line, NULL if none does */
const struct nd_clause *nd_clause_of(const struct nd_message *message, const char *line,
				     size_t len);

/** nd_clause_same() - do two clauses, of which each may be NULL, say the same? */
bool nd_clause_same(const struct nd_clause *a, const struct nd_clause *b);

/**
 * nd_advice() - the entry's answer, fit for the log's processor and the line
 * @arch:    the processor that the log is of
 * @message: the entry
 * @clause:  the one that fits the line, or NULL
 */
struct nd_said nd_advice(const struct nd_arch *arch, const struct nd_message *message,
			 const struct nd_clause *clause);

#define ND_ADVICE	320	/* bytes of a sentence that is hedged */

/**
 * nd_advice_hedge() - say of an answer that it goes by a word alone
 * @said:    in: what is known of such lines; out: the same as no more than that
 * @meaning: room for it
 * @cause:   the same
 */
void nd_advice_hedge(struct nd_said *said, char meaning[ND_ADVICE], char cause[ND_ADVICE]);

/** nd_advice_is_of_kvm() - does a remedy speak of nested=1, and not of each hypervisor? */
bool nd_advice_is_of_kvm(const char *remedy);

#endif /* NESTDIAG_TOOLS_ADVICE_H */
