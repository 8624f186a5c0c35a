/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What is behind exits: the reason that most of them have, and what it usually means.
 */
#ifndef NESTDIAG_CAUSES_H
#define NESTDIAG_CAUSES_H

#include "core/base/row.h"
#include "core/exits/trace.h"

/** nd_cause_top() - slot with most exits, of @vcpu or of all, after @last; ND_NR_SLOTS: of all slots */
u32 nd_cause_top(const struct nd_trace *trace, u32 level, const struct nd_acct_vcpu *vcpu,
		 u32 last);

/** nd_cause_top_describe() - name of that slot and its share of @exits, into @row's words */
void nd_cause_top_describe(const struct nd_trace *trace, u32 level, const struct nd_acct_vcpu *vcpu,
			   u32 slot, u64 exits, struct nd_row *row);

/** nd_cause_describe() - what exits of that slot usually mean, into @row's words */
void nd_cause_describe(const struct nd_trace *trace, u32 slot, struct nd_row *row);

/** nd_cause_own() - does the guest execute an instruction to have it, for itself, not to be ticked? */
bool nd_cause_own(const struct nd_trace *trace, u32 slot);

#endif /* NESTDIAG_CAUSES_H */
