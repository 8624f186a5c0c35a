/* SPDX-License-Identifier: GPL-2.0-only WITH Linux-syscall-note */
/*
 * What the exit accounting of one machine found, beside its other facts.
 */
#ifndef NESTDIAG_TRACE_H
#define NESTDIAG_TRACE_H

#include <nestdiag/account.h>

/**
 * enum nd_point_state - what became of attaching to one of KVM's tracepoints
 * @ND_POINT_ABSENT:   no KVM with such a tracepoint is loaded
 * @ND_POINT_ATTACHED: its hits are counted
 * @ND_POINT_OFF:      detached by request
 * @ND_POINT_FAILED:   registering failed
 */
enum nd_point_state {
	ND_POINT_ABSENT,
	ND_POINT_ATTACHED,
	ND_POINT_OFF,
	ND_POINT_FAILED,
};

/**
 * struct nd_point - one tracepoint
 * @name:  KVM's name of it
 * @state: what became of it
 * @error: errno for ND_POINT_FAILED
 */
struct nd_point {
	const char *name;
	enum nd_point_state state;
	int error;
};

#define ND_MAX_POINTS	8

/**
 * enum nd_source - where the exit reason comes from
 * @ND_SOURCE_NONE:   nowhere: nothing is attached
 * @ND_SOURCE_VMX:    the current VMCS, or the enlightened one
 * @ND_SOURCE_RECORD: the trace event's record
 */
enum nd_source {
	ND_SOURCE_NONE,
	ND_SOURCE_VMX,
	ND_SOURCE_RECORD,
};

/* Messages of refused nested entries are kept by their text; what comes beyond is only counted. */
#define ND_MAX_REFUSALS		32
#define ND_REFUSAL_TEXT		96

/**
 * struct nd_refusal - nested entries refused for one reason
 * @text:  KVM's message
 * @error: the number beside it
 * @count: how often
 */
struct nd_refusal {
	char text[ND_REFUSAL_TEXT];
	u32 error;
	u64 count;
};

/**
 * struct nd_trace - exit accounting at one moment
 * @isa:	KVM's number of what the exits are of
 * @source:	where reasons come from
 * @compared:	exits whose reason both sources gave
 * @mismatched:	those among them on which the sources disagreed
 * @tsc_khz:	ticks per millisecond
 * @now:	tick at which this was read
 * @nr_points:	used entries of @points
 * @points:	KVM's tracepoints
 * @sum:	all CPUs
 * @nr_vcpus:	used entries of @vcpus
 * @max_vcpus:	size of the vCPU table
 * @vcpus:	the vCPUs that have exited, copied
 * @nr_refusals: used entries of @refusals
 * @refusals:	nested entries that KVM refused
 * @refusals_lost: refusals beyond the table
 */
struct nd_trace {
	enum nd_isa isa;
	enum nd_source source;
	u64 compared;
	u64 mismatched;
	u64 tsc_khz;
	u64 now;
	u32 nr_points;
	struct nd_point points[ND_MAX_POINTS];
	struct nd_acct sum;
	u32 nr_vcpus;
	u32 max_vcpus;
	struct nd_acct_vcpu *vcpus;
	u32 nr_refusals;
	struct nd_refusal refusals[ND_MAX_REFUSALS];
	u64 refusals_lost;
};

#endif /* NESTDIAG_TRACE_H */
