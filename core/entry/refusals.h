/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Nested entries that KVM or the processor refused, as KVM's messages tell of them.
 */
#ifndef NESTDIAG_REFUSALS_H
#define NESTDIAG_REFUSALS_H

#include "core/base/row.h"
#include "core/exits/trace.h"
#include "core/facts/facts.h"

/**
 * struct nd_refused - refused entries in sum
 * @counted:  launches were counted; otherwise @launches is the number of messages
 * @launches: that KVM refused
 * @messages: about them. Checks inside of others have messages of their own
 * @cpu:      launches that the processor refused, with a message each
 * @lost:     messages that found no place
 * @top:      the most frequent message of all, NULL if there is none
 */
struct nd_refused {
	bool counted;
	u64 launches;
	u64 messages;
	u64 cpu;
	u64 lost;
	const struct nd_refusal *top;
};

/** nd_refused_sum() - all since counting began; @facts has a trace */
struct nd_refused nd_refused_sum(const struct nd_facts *facts);

/** nd_refusal_rows() - who refused, why, how often: ND_ROW_REFUSAL for each message */
void nd_refusal_rows(const struct nd_facts *facts, const struct nd_emit *emit);

#endif /* NESTDIAG_REFUSALS_H */
