/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * VM exits as rows. Without a trace in the facts each view says so in one note.
 */
#ifndef NESTDIAG_EXITROWS_H
#define NESTDIAG_EXITROWS_H

#include "core/facts/facts.h"
#include "core/base/row.h"

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

/** nd_exit_times_rows() - ND_ROW_TIMES: for each reason how many exits took how long */
void nd_exit_times_rows(const struct nd_facts *facts, const struct nd_emit *emit);

/**
 * struct nd_nested - nested guests in sum
 * @entries:   entries that KVM accepted
 * @exits:     exits
 * @reflected: of these, handed to the guests' hypervisors
 * @priced:    of these, those by which the guest did not wait for something
 * @caused:    exits of these hypervisors while they handled those that are priced
 */
struct nd_nested {
	u64 entries;
	u64 exits;
	u64 reflected;
	u64 priced;
	u64 caused;
};

struct nd_nested nd_nested_sum(const struct nd_trace *trace);

/**
 * nd_nested_rows() - nested guests from below and from within
 *
 * From below: entries, exits, who handled them, what they cost in exits of their hypervisor, and
 * entries that KVM refused. From within a guest: what an exit costs.
 */
void nd_nested_rows(const struct nd_facts *facts, const struct nd_emit *emit);

/** nd_vcpu_rows() - ND_ROW_VCPU for each vCPU, the one whose exits took longest first */
void nd_vcpu_rows(const struct nd_facts *facts, const struct nd_emit *emit);

/** nd_vcpu_exits() - exits of a vCPU at one level, ND_NR_LEVELS: at all */
u64 nd_vcpu_exits(const struct nd_acct_vcpu *vcpu, u32 level);

/** nd_vcpu_exit_name() - a slot of a vCPU's counts in words; rare reasons are "other" there */
const char *nd_vcpu_exit_name(const struct nd_trace *trace, u32 slot, char *buf, size_t size);

#endif /* NESTDIAG_EXITROWS_H */
