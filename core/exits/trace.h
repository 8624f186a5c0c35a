/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What the exit accounting of one machine found, beside its other facts.
 */
#ifndef NESTDIAG_TRACE_H
#define NESTDIAG_TRACE_H

#include "core/exits/account.h"

/**
 * enum nd_point_state - what became of attaching to one of KVM's tracepoints
 * @ND_POINT_ABSENT:   no KVM with such a tracepoint is loaded
 * @ND_POINT_ATTACHED: its hits are counted
 * @ND_POINT_OFF:      detached by request
 * @ND_POINT_FAILED:   registering failed
 * @ND_POINT_UNTYPED:  there is no probe for what it passes
 * @ND_POINT_FOREIGN:  it passes no vCPU that is laid out as in the headers that the module was
 *		       built with
 * @ND_POINT_UNSUPPORTED: this kernel has no tracepoints at all
 */
enum nd_point_state {
	ND_POINT_ABSENT,
	ND_POINT_ATTACHED,
	ND_POINT_OFF,
	ND_POINT_FAILED,
	ND_POINT_UNTYPED,
	ND_POINT_FOREIGN,
	ND_POINT_UNSUPPORTED,
};

/**
 * struct nd_point - one tracepoint
 * @name:  KVM's name of it
 * @state: what became of it
 * @error: errno for ND_POINT_FAILED, negative or not
 */
struct nd_point {
	const char *name;
	enum nd_point_state state;
	int error;
};

/* KVM's tracepoints that the accounting knows; arrays of struct nd_point hold all of them. */
enum nd_tracepoint {
	ND_TP_EXIT,
	ND_TP_ENTRY,
	ND_TP_NESTED_VMEXIT,
	ND_TP_NESTED_VMEXIT_INJECT,
	ND_TP_NESTED_VMENTER,
	ND_TP_NESTED_VMRUN,
	ND_TP_NESTED_VMENTER_FAILED,
	ND_TP_USERSPACE_EXIT,
	ND_MAX_POINTS
};

#define ND_MAX_VCPUS	65536	/* the largest table of vCPUs */

/**
 * enum nd_source - where the exit reason comes from
 * @ND_SOURCE_NONE:   nowhere: nothing is attached
 * @ND_SOURCE_VMX:    the current VMCS, or the enlightened one
 * @ND_SOURCE_RECORD: the trace event's record
 * @ND_SOURCE_ARGUMENT: the tracepoint's argument, up to Linux 5.15
 * @ND_SOURCE_BPF:    KVM's own copy of it, read by BPF programs of the tool: there is no module
 * @ND_SOURCE_HIST:   the trace event's records, counted by tracefs for the tool: reasons and levels
 *                    only
 * @ND_SOURCE_UNAVAILABLE: it would be the record, but that cannot be read: exits go unread
 * @ND_SOURCE_VMCB:   the VMCB
 * @ND_SOURCE_CACHED: KVM's own copy of what it read from the VMCS
 */
enum nd_source {
	ND_SOURCE_NONE,
	ND_SOURCE_VMX,
	ND_SOURCE_RECORD,
	ND_SOURCE_ARGUMENT,
	ND_SOURCE_UNAVAILABLE,
	ND_SOURCE_BPF,
	ND_SOURCE_HIST,
	ND_SOURCE_VMCB,
	ND_SOURCE_CACHED,
};

#define ND_EPERM	1	/* errno, also where there are no headers for it */

#define ND_TRACE_NO_MISSED	BIT(ND_NR_LEVELS)

/* Messages of refused nested entries are kept by their text; what comes beyond is only counted. */
#define ND_MAX_REFUSALS		192	/* more than KVM has checks, and those of two versions */
#define ND_REFUSAL_TEXT		256

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
 * struct nd_trace_cpu - what one CPU counted, in short
 * @id:    Linux's number of it
 * @exits: all reasons together, by level; their counts and times, without histogram
 * @guest: ticks in the guest, by level
 */
struct nd_trace_cpu {
	u32 id;
	struct {
		u64 count;
		u64 timed;
		u64 ticks;
		u64 max;
	} exits[ND_NR_LEVELS];
	u64 guest[ND_NR_LEVELS];
};

/**
 * struct nd_trace - exit accounting at one moment
 * @isa:	KVM's number of what the exits are of
 * @source:	where reasons come from
 * @unrecorded:	what a snapshot has no record of, and 0 stands for nothing: bit LEVEL for the time
 *		in guests and @stay, ND_TRACE_NO_MISSED for what was missed
 * @source_error: errno of ND_SOURCE_UNAVAILABLE; EPERM stands for lockdown
 * @compared:	exits whose reason both sources gave
 * @mismatched:	those among them on which the sources disagreed
 * @tsc_khz:	ticks per millisecond
 * @now:	tick at which this was read; in a snapshot, whose clock is gone, always 0, and what
 *		was before is counted back from there, modulo 2^64
 * @stay:	shortest time from an entry to the exit after it, by level; 0 if not measured. If
 *		a hypervisor is below, that is its cost for the two, which is no time of the guest's
 * @nr_points:	used entries of @points
 * @points:	KVM's tracepoints
 * @sum:	all CPUs
 * @nr_vcpus:	used entries of @vcpus
 * @max_vcpus:	entries that @vcpus has room for
 * @vcpus:	the vCPUs that have exited, copied; memory of the caller
 * @nr_cpus:	used entries of @cpus
 * @max_cpus:	entries that @cpus has room for
 * @cpus:	the CPUs that have counted; memory of the caller
 * @nr_refusals: used entries of @refusals
 * @refusals:	nested entries that KVM refused
 * @refusals_lost: refusals beyond the table
 */
struct nd_trace {
	enum nd_isa isa;
	enum nd_source source;
	u32 source_error;
	u32 unrecorded;
	u64 compared;
	u64 mismatched;
	u64 tsc_khz;
	u64 now;
	u64 stay[ND_NR_LEVELS];
	u32 nr_points;
	struct nd_point points[ND_MAX_POINTS];
	struct nd_acct sum;
	u32 nr_vcpus;
	u32 max_vcpus;
	struct nd_acct_vcpu *vcpus;
	u32 nr_cpus;
	u32 max_cpus;
	struct nd_trace_cpu *cpus;
	u32 nr_refusals;
	struct nd_refusal refusals[ND_MAX_REFUSALS];
	u64 refusals_lost;
};

/** nd_trace_ns() - ticks as nanoseconds, the greatest number if there are more */
u64 nd_trace_ns(const struct nd_trace *trace, u64 ticks);

/** nd_trace_ticks() - the other way: what nd_trace_ns() makes @ns of again */
u64 nd_trace_ticks(const struct nd_trace *trace, u64 ns);

/** nd_trace_age() - ticks from @then to the moment of the trace; 0 if clocks of CPUs differ */
u64 nd_trace_age(const struct nd_trace *trace, u64 then);

/** nd_trace_cpu_fill() - put what CPU @id counted in short */
void nd_trace_cpu_fill(struct nd_trace_cpu *cpu, u32 id, const struct nd_acct_cpu *acct);

/**
 * nd_trace_since() - leave in @trace only what came after @before
 * @trace:  a trace of the same machine, read later
 * @before: the earlier one
 *
 * Longest times cannot be taken apart: one that has not grown is put to 0, unknown.
 */
void nd_trace_since(struct nd_trace *trace, const struct nd_trace *before);

/** nd_trace_waits() - the handling of such an exit is waiting: the guest has nothing to do */
bool nd_trace_waits(const struct nd_trace *trace, u32 slot);

/**
 * nd_trace_is_tick() - such exits tick a guest: interrupts,
 * and what it does to its interrupt controller
 */
bool nd_trace_is_tick(const struct nd_trace *trace, u32 slot);

/** nd_trace_reason() - of a reason of VMX and a code of SVM the one that this trace may have */
static inline u32 nd_trace_reason(const struct nd_trace *trace, u32 vmx, u32 svm)
{
	return trace->isa == ND_ISA_SVM ? svm : vmx;
}

/** nd_trace_failed() - such an exit is a failed entry: the guest did not run */
bool nd_trace_failed(const struct nd_trace *trace, u32 slot);

/** nd_point_errno() - why registering failed, as a positive number */
static inline u32 nd_point_errno(const struct nd_point *point)
{
	return point->error < 0 ? 0U - point->error : (u32)point->error;
}

/** nd_trace_attached() - is the tracepoint @name attached? */
bool nd_trace_attached(const struct nd_trace *trace, const char *name);

/** nd_trace_entries() - are entries of nested guests counted? Not on VMX up to Linux 6.0 */
bool nd_trace_entries(const struct nd_trace *trace);

/*
 * Words of the snapshot and of views: "vmx"; "guest"; "record"; "attached". Numbers beyond their
 * last have NULL. nd_point_name() gives those of enum nd_tracepoint.
 */
const char *nd_isa_word(u32 isa);
const char *nd_level_name(u32 level);
const char *nd_source_word(u32 source);
const char *nd_point_word(u32 state);
const char *nd_point_name(u32 index);

#define ND_EXIT_NAME	48	/* every name of nd_exit_name() fits */

/** nd_exit_name() - an exit reason as KVM prints it, its flags in words, or by number; @buf */
const char *nd_exit_name(u32 isa, u32 reason, char *buf, size_t size);

#endif /* NESTDIAG_TRACE_H */
