/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What the programs and the tool share: the maps, by their names and the shape of their values.
 */
#ifndef NESTDIAG_MAPS_H
#define NESTDIAG_MAPS_H

#include "core/entry/failure.h"
#include "core/exits/trace.h"

/* Names of maps; as pins they are file names, too. */
#define ND_MAP_CPUS		"nd_cpus"	/* CPU: struct nd_acct_cpu */
#define ND_MAP_VCPUS		"nd_vcpus"	/* address of the struct kvm_vcpu: struct nd_acct_vcpu */
#define ND_MAP_THREADS		"nd_threads"	/* address of the thread: struct nd_count_thread */
#define ND_MAP_REFUSALS		"nd_refusals"	/* struct nd_refused_key: u64 count */
#define ND_MAP_LOST		"nd_lost"	/* 0: struct nd_count_lost */
#define ND_MAP_FAILED		"nd_failed"	/* struct nd_failed_key: struct nd_failed */
#define ND_MAP_ABOUT		"nd_about"	/* 0: struct nd_count_about */

#define ND_COUNT_FORMAT		2	/* of all maps: another version of them is another number */

#define ND_COUNT_VCPUS		256	/* as many as the module keeps by default */
#define ND_COUNT_THREADS	1024
#define ND_COUNT_REFUSALS	192
#define ND_COUNT_TEXT		256
#define ND_COUNT_CAUSES		ND_MAX_FAIL_CAUSES

/**
 * struct nd_refused_key - nested entries refused for one reason
 * @text:  KVM's message, the rest of it zeroed
 * @error: the number beside it
 */
struct nd_refused_key {
	char text[ND_COUNT_TEXT];
	u32 error;
};

/**
 * struct nd_count_lost - what may have found no place
 * @refusals: refused nested entries beyond the table
 * @failures: all failed launches by kind, those that are listed too
 */
struct nd_count_lost {
	u64 refusals;
	u64 failures[ND_NR_FAIL_KINDS];
};

/**
 * struct nd_count_about - what the tool notes for one that reads the maps later
 * @format:  ND_COUNT_FORMAT
 * @isa:     enum nd_isa
 * @points:  tracepoints that KVM has, a bit for each enum nd_tracepoint
 * @pinned:  it goes on for a long time, so vCPUs that are gone give up their places
 * @started: nanoseconds of CLOCK_MONOTONIC
 * @errors:  errno for each tracepoint, 0 for one that is attached
 */
struct nd_count_about {
	u32 format;
	u32 isa;
	u32 points;
	u32 pinned;
	u64 started;
	s32 errors[ND_MAX_POINTS];
};

/**
 * struct nd_count_thread - a thread that runs a vCPU
 * @vcpu:    its address
 * @refused: when the vCPU had entered before a launch of its nested guest was refused
 * @exited:  an entry of the guest failed with an exit, which user space has not been told of
 * @pad:     zero
 */
struct nd_count_thread {
	u64 vcpu;
	u64 refused;
	u32 exited;
	u32 pad;
};

/**
 * struct nd_failed_key - a cause of failed launches, as far as it is known without their state
 * @text:   address of KVM's message, 0 for none
 * @kind:   enum nd_fail_kind
 * @level:  enum nd_acct_level or ND_FAIL_LEVEL_UNKNOWN
 * @pid:    the process
 * @reason: exit reason, 0 where it is none of the cause
 * @error:  see &nd_failure.error
 * @td:     1 for a Trust Domain
 */
struct nd_failed_key {
	u64 text;
	u32 kind;
	u32 level;
	u32 pid;
	u32 reason;
	u32 error;
	u32 td;
};

/**
 * struct nd_failed_once - what one failed launch has of its own
 * @time:   nanoseconds of CLOCK_MONOTONIC
 * @tid:    thread
 * @vcpu:   number of the vCPU
 * @reason: exit reason; of the last exit where the guest was ended
 * @has:    ND_FAIL_HAS_*
 */
struct nd_failed_once {
	u64 time;
	u32 tid;
	u32 vcpu;
	u32 reason;
	u32 has;
};

/**
 * struct nd_failed - failed launches of one cause
 * @count:  how many
 * @first:  the first of them
 * @latest: the latest; two CPUs that write it at once may mix two of them
 * @comm:   name of the process
 * @text:   KVM's message
 */
struct nd_failed {
	u64 count;
	struct nd_failed_once first;
	struct nd_failed_once latest;
	char comm[ND_FAIL_COMM];
	char text[ND_COUNT_TEXT];
};

#endif /* NESTDIAG_MAPS_H */
