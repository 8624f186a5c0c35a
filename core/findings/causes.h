/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What is behind exits: the reason that most of them have, and what it usually means.
 */
#ifndef NESTDIAG_CAUSES_H
#define NESTDIAG_CAUSES_H

#include "core/base/row.h"
#include "core/exits/trace.h"
#include "core/facts/facts.h"

/**
 * nd_cause_top() - slot with most exits, of @vcpu or of all, after @last; ND_NR_SLOTS: of all slots
 */
u32 nd_cause_top(const struct nd_trace *trace, u32 level, const struct nd_acct_vcpu *vcpu,
		 u32 last);

/** nd_cause_top_describe() - name of that slot and its share of @exits, into @row's words */
void nd_cause_top_describe(const struct nd_trace *trace, u32 level, const struct nd_acct_vcpu *vcpu,
			   u32 slot, u64 exits, struct nd_row *row);

/** nd_cause_describe() - what exits of that slot usually mean, into @row's words */
void nd_cause_describe(const struct nd_facts *facts, u32 slot, struct nd_row *row);

/**
 * nd_cause_advise() - the parameter of KVM that would switch a feature on, into @row's words
 * @facts: the machine
 * @id:    the feature's id
 * @row:   gets "enable_shadow_vmcs=1 of kvm_intel (is N)"
 *
 * Return: false, and no words, if it is on, or cannot be here.
 */
bool nd_cause_advise(const struct nd_facts *facts, const char *id, struct nd_row *row);

/**
 * nd_cause_own() - does the guest execute an instruction to have it, for itself, not to be ticked?
 */
bool nd_cause_own(const struct nd_trace *trace, u32 slot);

#endif /* NESTDIAG_CAUSES_H */
