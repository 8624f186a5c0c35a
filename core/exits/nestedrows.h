/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Nested guests: what they cost, as rows.
 */
#ifndef NESTDIAG_NESTEDROWS_H
#define NESTDIAG_NESTEDROWS_H

#include "core/base/row.h"
#include "core/exits/trace.h"
#include "core/facts/facts.h"

/**
 * struct nd_nested - nested guests in sum
 * @entries:   entries that KVM accepted
 * @exits:     exits
 * @ran:       of these, those before which the nested guest ran: no failed entries
 * @unread:    of these, those without a reason, which no row of a reason has
 * @reflected: handed to the guest hypervisors
 * @uncounted: of these, those that were not counted as an exit for that reason: KVM hands on events
 *	       that were no exits of the guest
 * @kept:      exits that this host handled, reason by reason
 * @delivered: of these, those before which the nested guest ran
 * @measured:  of these, those by which it did not wait for something
 * @caused:    exits of the hypervisors, whatever for, from those that are measured to the next
 *	       nested entry
 * @asked:     nested entries that they asked for: VMLAUNCH, VMRESUME, VMRUN
 * @instructions: exits by these and by other instructions that serve nothing but nested guests
 */
struct nd_nested {
	u64 entries;
	u64 exits;
	u64 ran;
	u64 unread;
	u64 reflected;
	u64 uncounted;
	u64 kept;
	u64 delivered;
	u64 measured;
	u64 caused;
	u64 asked;
	u64 instructions;
};

struct nd_nested nd_nested_sum(const struct nd_trace *trace);

/**
 * nd_nested_instruction() - an instruction by which guest hypervisors run nested guests
 * @trace: what was counted
 * @index: from 0
 *
 * Return: its exit reason, ND_NR_SLOTS after the last one of the trace's ISA
 */
u32 nd_nested_instruction(const struct nd_trace *trace, u32 index);

/**
 * nd_nested_rows() - nested guests from below and from within
 *
 * From below: entries, exits, who handled them, how many exits their hypervisor had meanwhile. From
 * within a guest: what an exit costs.
 */
void nd_nested_rows(const struct nd_facts *facts, const struct nd_emit *emit);

#endif /* NESTDIAG_NESTEDROWS_H */
