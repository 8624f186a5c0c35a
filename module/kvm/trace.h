/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Between the files that attach to KVM: kvmtrace.c finds its tracepoints and decides, kvmprobe.c
 * holds the probes, kvmrecord.c reads the records of trace events, kvmfail.c keeps failed launches
 * and kvmstate.c what they are judged by, faillog.c tells the kernel log.
 */
#ifndef NESTDIAG_KVMTRACE_H
#define NESTDIAG_KVMTRACE_H

#include <linux/atomic.h>

#include "core/entry/failure.h"
#include "core/exits/trace.h"

struct kvm_vcpu;

#define ND_PROBE_COMPARE	64	/* exits whose reason is taken from both sources */

/**
 * enum nd_arguments - what kvm_exit passes its probes
 * @ND_ARGUMENTS_UNKNOWN: no exit has told yet
 * @ND_ARGUMENTS_VCPU:	  the vCPU, the ISA: from Linux 5.16 on, and where distributions carried
 *			  that change back
 * @ND_ARGUMENTS_REASON:  the exit reason, the vCPU, the ISA: up to Linux 5.15
 * @ND_ARGUMENTS_OTHER:	  something else
 */
enum nd_arguments {
	ND_ARGUMENTS_UNKNOWN,
	ND_ARGUMENTS_VCPU,
	ND_ARGUMENTS_REASON,
	ND_ARGUMENTS_OTHER,
};

/**
 * struct nd_probe - what the probes go by, and what they find out
 * @source:	where they take the reason from; kvmtrace.c sets it
 * @comparing:	records are read as well, to be compared; kvmtrace.c sets it
 * @forced:	the administrator has chosen another source than the arguments; kvmtrace.c sets it
 * @arguments:	what kvm_exit passes
 * @compared:	exits compared
 * @mismatched:	those on which VMCS and record disagreed
 *
 * Who changes what the probes go by calls nd_kvmprobe_cool() afterwards.
 */
struct nd_probe {
	enum nd_source source;
	bool comparing;
	bool forced;
	enum nd_arguments arguments;
	atomic_t compared;
	atomic_t mismatched;
};

extern struct nd_probe nd_probe;

/** nd_kvmtrace_schedule() - have the decisions looked at anew, soon. Context: any */
void nd_kvmtrace_schedule(void);

/* Memory of the probes; without @vcpus there is no table and no times. */
int nd_kvmprobe_alloc(unsigned int vcpus);
void nd_kvmprobe_free(void);
void nd_kvmprobe_read(struct nd_trace *trace);
/** nd_kvmprobe_restart() - forget where each vCPU was. Context: no vCPU runs into a probe */
void nd_kvmprobe_restart(void);

/**
 * nd_kvmprobe_cool() - have every CPU look at struct nd_probe again before it takes the fast way
 *
 * Context: process context; may take the lock of CPU hotplug.
 */
void nd_kvmprobe_cool(void);

/*
 * The probes. Those of kvm_exit, with times and without, take the arguments as words, as it is for
 * them to find out what they are.
 */
void nd_kvmprobe_exit(void *unused, unsigned long first, unsigned long second,
		      unsigned long third);
void nd_kvmprobe_exit_untimed(void *unused, unsigned long first, unsigned long second,
			      unsigned long third);
void nd_kvmprobe_entry(void *unused, struct kvm_vcpu *vcpu, bool immediate);
void nd_kvmprobe_nested_exit(void *unused, unsigned long first, unsigned long second,
			     unsigned long third);
void nd_kvmprobe_inject(void *unused, u64 reason, u64 info1, u64 info2, u32 intr_info,
			u32 error_code, u32 isa);
void nd_kvmprobe_nested_entry(void *unused, u64 rip, u64 vmcb, u64 nested_rip);
void nd_kvmprobe_userspace(void *unused, u32 reason, int error);
void nd_kvmprobe_refused(void *unused, const char *text, u32 error);

/* Failed launches, kvmfail.c. Where the reason says that nothing failed, nothing is done. */
void nd_kvmfail_exit(struct kvm_vcpu *vcpu, u32 reason, enum nd_acct_level level);
void nd_kvmfail_refused(const char *text, u32 error);
void nd_kvmfail_userspace(u32 reason, int error);

/**
 * nd_kvmstate_take() - the fields that VM-entry checks look at, of the VMCS that is current here
 * @state: takes them; left as it was where they are not of an entry of this thread
 * @room:  ND_EVMCS_BYTES, for a copy of an enlightened VMCS
 *
 * Context: any, on a CPU with VMX.
 * Return: where they come from, or why there are none.
 */
enum nd_fail_evidence nd_kvmstate_take(struct nd_vmstate *state, u8 *room);

/**
 * nd_kvmstate_take_msrs() - the first registers that the entry was to load
 *
 * KVM's own area, not one of a guest: where entries fail on it, it decides.
 */
void nd_kvmstate_take_msrs(struct nd_vmstate *state);

/** nd_kvmstate_init() - find out which fields VMREAD knows on this CPU */
void nd_kvmstate_init(const struct nd_cpu *cpu);

/* Their memory, and that of the log. Context: process context, no probe is attached. */
int nd_kvmfail_alloc(void);
void nd_kvmfail_free(void);
int nd_faillog_alloc(void);
void nd_faillog_free(void);

/** nd_faillog_kick() - have new failures logged, soon. Context: any but NMI */
void nd_faillog_kick(void);

/**
 * nd_kvmfail_copy() - one of the kept failures
 * @number:  which
 * @failure: the copy; its number is 0 where it is not there (any more)
 * @filling: it is just being written
 *
 * Return: number of the latest.
 */
u64 nd_kvmfail_copy(u64 number, struct nd_failure *failure, bool *filling);

/** nd_kvmfail_counts() - all failures since the module was loaded, by kind */
void nd_kvmfail_counts(u64 counts[ND_NR_FAIL_KINDS]);

/**
 * nd_kvmprobe_recorded() - an exit's reason, from the record of the trace event
 *
 * Context: the tracepoint's, after nd_kvmprobe_exit() for the same hit.
 */
void nd_kvmprobe_recorded(u32 reason, u32 isa);

/**
 * nd_kvmrecord_start() - have the records of kvm_exit read
 *
 * Holds kvm.ko until nd_kvmrecord_stop().
 * Context: process context.
 * Return: 0, or why it cannot be.
 */
int nd_kvmrecord_start(void);
void nd_kvmrecord_stop(void);

#endif /* NESTDIAG_KVMTRACE_H */
