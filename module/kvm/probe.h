/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What all probes stand on: the state that they go by, and each CPU's memory.
 */
#ifndef NESTDIAG_PROBE_H
#define NESTDIAG_PROBE_H

#include <linux/atomic.h>
#include <linux/percpu.h>

#include "core/exits/account.h"
#include "core/exits/trace.h"

struct kvm_vcpu;

#define ND_PROBE_COMPARE	64	/* exits whose reason is taken from both sources */

/**
 * enum nd_arguments - what kvm_exit passes its probes
 * @ND_ARGUMENTS_UNKNOWN: no exit has told yet
 * @ND_ARGUMENTS_VCPU:	  the vCPU, the ISA: from Linux 5.16 on, and where distributions carried
 *			  that change back
 * @ND_ARGUMENTS_REASON:  the exit reason, the vCPU, the ISA: up to Linux 5.15
 * @ND_ARGUMENTS_OTHER:	  something else, or a vCPU that is not laid out as our headers have it
 */
enum nd_arguments {
	ND_ARGUMENTS_UNKNOWN,
	ND_ARGUMENTS_VCPU,
	ND_ARGUMENTS_REASON,
	ND_ARGUMENTS_OTHER,
};

/**
 * enum nd_proof - is struct kvm_vcpu laid out as in the headers that we were built with?
 * @ND_PROOF_ASKED:   nobody has said yet
 * @ND_PROOF_HEARD:   a vCPU is being looked at, or was until just now
 * @ND_PROOF_GIVEN:   yes
 * @ND_PROOF_REFUTED: no
 */
enum nd_proof {
	ND_PROOF_ASKED,
	ND_PROOF_HEARD,
	ND_PROOF_GIVEN,
	ND_PROOF_REFUTED,
};

/**
 * struct nd_probe - what the probes go by, and what they find out
 * @source:	where they take the reason from; source.c sets it
 * @comparing:	records are read as well, to be compared; source.c sets it
 * @forced:	the administrator has chosen another source than the arguments; source.c sets it
 * @calibrating: KVM's own copy of the reason is being looked for; source.c sets it
 * @cached_at:	where that is, in bytes behind the vCPU's address; 0 if it has not been found
 * @arguments:	what kvm_exit passes
 * @entry:	what kvm_entry passes: a vCPU, or something else
 * @proof:	is a vCPU among it what it is taken for?
 * @compared:	exits compared
 * @mismatched:	those on which VMCS or VMCB and record disagreed
 * @lost:	the VMCB could be read once, and cannot be any more
 * @changed:	called by a probe that has found out something to decide on. Context: any
 *
 * Whoever changes what the probes go by calls nd_probe_invalidate() afterwards.
 */
struct nd_probe {
	enum nd_source source;
	bool comparing;
	bool forced;
	bool calibrating;
	u32 cached_at;
	enum nd_arguments arguments;
	enum nd_arguments entry;
	enum nd_proof proof;
	atomic_t compared;
	atomic_t mismatched;
	bool lost;
	void (*changed)(void);
};

extern struct nd_probe nd_probe;

extern const void *const nd_probe_nobody;	/* no vCPU's address, and no exit reason */

/**
 * struct nd_probe_who - the vCPU that has exited
 * @vcpu:  its address, only ever compared, or read with care; NULL for nobody, nd_probe_nobody for
 *	  one of which nothing is believed
 * @task:  the thread that runs it, the same
 * @entry: its entry in the table, NULL if it has none
 * @level: whose exit it was
 * @id:	   its number in its VM
 */
struct nd_probe_who {
	const struct kvm_vcpu *vcpu;
	const void *task;
	struct nd_acct_vcpu *entry;
	enum nd_acct_level level;
	u32 id;
};

/**
 * struct nd_probe_cpu - what one CPU goes by
 *
 * A fast path is right for one vCPU: the one whose address the word holds to which the pointer
 * points. With times that word is &nd_acct_vcpu.key of its entry in the table, so that an entry
 * that passes to another vCPU ends the fast path of the first.
 *
 * @acct:	what it has counted; NULL until KVM has exited here, and then there is no fast path
 * @memory:	the reason of this vCPU's exits is in memory, the VMCB or KVM's own copy, and
 *		nothing else is to be done
 * @base:	with @memory: leads to the address ND_FAST_REASON_AT bytes behind which the reason
 *		is. On SVM KVM's pointer to the VMCB, as nested guests have one of their own; on VMX
 *		@copy
 * @copy:	the address of KVM's own copy of the reason, less those bytes
 * @vmcs:	of this one's, in the VMCS
 * @evmcs:	of this one's, in the enlightened VMCS
 * @reason:	of this one's, in the first argument of kvm_exit
 * @entering:	nothing is to be decided when this one enters
 * @own:	the address of a vCPU, without times
 * @entry:	table entry of the vCPU that ran here last, NULL if it has none
 * @pending:	whose exit's reason comes with a record
 * @pending_state: &nd_acct_vcpu.state of its entry before that exit
 * @compared:	the reason that the next record is compared with, and ND_PROBE_COMPARING
 * @check:	check the next reason from memory; any CPU may set it
 * @asked:	memory has been asked for
 * @early:	exits before it came, by level; they are counted elsewhere
 */
struct nd_probe_cpu {
	struct nd_acct_cpu *acct;
	const void *const *memory;
	const unsigned long *base;
	unsigned long copy;
	const void *const *vmcs;
	const void *const *evmcs;
	const void *const *reason;
	const void *const *entering;
	const void *own;
	struct nd_acct_vcpu *entry;
	struct nd_probe_who pending;
	u32 pending_state;
	bool check;
	bool asked;
	u64 compared;
	u64 early[ND_NR_LEVELS];
};

#define ND_PROBE_COMPARING	BIT_ULL(32)
#define ND_PROBE_UNREADABLE	BIT_ULL(33)	/* no record agrees with that */

DECLARE_PER_CPU(struct nd_probe_cpu, nd_probe_cpus);

/**
 * nd_probe_acct_get() - where @cpu counts
 *
 * Before it has memory of its own, which is allocated when this is asked first, that is memory
 * which all such CPUs share, locked.
 *
 * Context: a probe, on @cpu, preemption disabled. Nothing
 * else is called before nd_probe_acct_put().
 */
struct nd_acct_cpu *nd_probe_acct_get(struct nd_probe_cpu *cpu, unsigned long *flags)
	__acquires(ACCT);
void nd_probe_acct_put(const struct nd_acct_cpu *acct, unsigned long flags)
	__releases(ACCT);

/** nd_probe_read() - add all that CPUs have counted to @trace. Context: process context */
void nd_probe_read(struct nd_trace *trace);

/** nd_probe_clear() - count from 0. Context: process context */
void nd_probe_clear(void);

/**
 * nd_probe_disarm() - have @cpu take the slow path next time. Context: on @cpu, or it is offline
 */
static inline void nd_probe_disarm(struct nd_probe_cpu *cpu)
{
	WRITE_ONCE(cpu->memory, &nd_probe_nobody);
	cpu->vmcs = &nd_probe_nobody;
	cpu->evmcs = &nd_probe_nobody;
	cpu->reason = &nd_probe_nobody;
	cpu->entering = &nd_probe_nobody;
}

/**
 * nd_probe_invalidate() - have every CPU look at struct nd_probe again before it takes a fast path
 *
 * Context: process context; may take the lock of CPU hotplug.
 */
void nd_probe_invalidate(void);

/**
 * nd_probe_check() - have the next reason from memory checked, on every CPU
 *
 * No CPU is interrupted. One that arms itself at this very moment checks the next time.
 *
 * Context: any.
 */
void nd_probe_check(void);

/**
 * nd_probe_restart() - forget what is on its way from one probe to the next
 *
 * Context: process context, no vCPU runs into a probe.
 */
void nd_probe_restart(void);

/** nd_probe_init() - memory to start with. Context: process context, no probe is attached */
int nd_probe_init(void);
void nd_probe_exit(void);

#endif /* NESTDIAG_PROBE_H */
