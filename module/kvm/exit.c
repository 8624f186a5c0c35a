// SPDX-License-Identifier: GPL-2.0-only
/*
 * The probes of kvm_exit and kvm_entry, and of the return to user space.
 *
 * The first two are the hot ones: no lock, no atomic, no memory that another CPU writes. They have a
 * fast path (core/exits/hot.h), for the vCPU that this CPU ran last, while nothing is to be
 * decided, and a slow path for all the rest. What tells them apart is one comparison: each CPU has
 * noted for which vCPU the fast path is right, and no vCPU equals nd_probe_nobody. So:
 *
 * - The state of struct nd_probe changes, or KVM goes, or we are detached: every CPU is disarmed,
 *   by itself or while it is offline (nd_probe_invalidate()), and its next exit takes the slow path.
 *   An exit that is on its way then may still be counted as before.
 * - A thread moves to another CPU between an exit and the entry after it: what the entry has to
 *   know is in the vCPU's entry of the table, and its cell is there as an offset, so that each CPU
 *   writes to its own memory only. There is nothing of the vCPU's on the CPU that it left, but
 *   which entry it has, and that is compared with the entry itself.
 * - vCPUs that take turns on a CPU: each turn takes the slow path once.
 * - An address is used again, for another vCPU: KVM clears its count of exits, and an entry before
 *   the first exit takes the slow path, which compares process and number. If that is one of a TDX
 *   guest, other CPUs may still be armed for its predecessor: where there can be any, the fast path
 *   asks each time.
 * - Counters are cleared: each CPU does it for itself, interrupts off, and an exit is not in two
 *   halves with regard to that, but for those on AMD up to Linux 6.4; there it may lose one count.
 * - A CPU goes: it runs no vCPU then, its memory stays, and is disarmed with all others.
 * - A reason in memory is to be checked: once a second another CPU takes the fast path away
 *   (nd_probe_check()). It is no loss if that is undone at the same moment.
 * - A record comes late, twice or never: what the exit's probe has noted is used for records of the
 *   same hit only, and holds all that is needed, so that no vCPU is looked at later.
 * - Probes may be preempted from Linux 7.0 on: not these two, as KVM keeps interrupts off from
 *   before the entry until after the exit, or, on AMD up to 6.4, tracepoints keep preemption off.
 */
#include <linux/kvm_host.h>

#include "core/exits/hot.h"

#include "module/compat/tsc.h"
#include "module/fail/capture.h"
#include "module/kvm/arguments.h"
#include "module/kvm/cached.h"
#include "module/kvm/exit.h"
#include "module/kvm/probe.h"
#include "module/kvm/probes.h"
#include "module/kvm/table.h"
#include "module/kvm/vmcb.h"
#include "module/kvm/vmcs.h"

/* --- the fast path ---------------------------------------------------------------------------- */

static __always_inline struct nd_acct_vcpu *exit_entry_of(const void *const *key)
{
	return container_of(key, struct nd_acct_vcpu, key);
}

/*
 * The next exit and entry of @vcpu may take the fast path. Looking at the state and noting what
 * follows is one step for those who change it: they come by interrupt.
 */
static notrace void exit_arm(struct nd_probe_cpu *cpu, const struct kvm_vcpu *vcpu,
			     struct nd_acct_vcpu *entry)
{
	const void *const *key = entry ? &entry->key : &cpu->own;
	unsigned long flags;

	raw_local_irq_save(flags);
	nd_probe_disarm(cpu);
	cpu->own = vcpu;
	cpu->entry = entry;
	if (entry)
		cpu->entering = key;
	if ((!entry && nd_table) || READ_ONCE(nd_probe.comparing))
		goto out;
	if (READ_ONCE(nd_probe.calibrating) && nd_cached_patient())
		goto out;
	if (READ_ONCE(nd_probe.source) == ND_SOURCE_ARGUMENT)
		cpu->reason = key;
	else if (READ_ONCE(nd_probe.source) == ND_SOURCE_VMX && nd_vmcs_of(vcpu))
		*(nd_vmcs_enlightened() ? &cpu->evmcs : &cpu->vmcs) = key;
	else if (READ_ONCE(nd_probe.source) == ND_SOURCE_CACHED && nd_vmcs_of(vcpu))
		cpu->memory = key;
	else if (READ_ONCE(nd_probe.source) == ND_SOURCE_VMCB && nd_vmcb_find(vcpu))
		cpu->memory = key;
out:
	raw_local_irq_restore(flags);
}

static __always_inline enum nd_acct_level exit_level(const struct kvm_vcpu *vcpu)
{
	return unlikely(vcpu->arch.hflags & HF_GUEST_MASK) ? ND_LEVEL_NESTED : ND_LEVEL_GUEST;
}

static __always_inline bool exit_hot_level(struct nd_probe_cpu *cpu, const void *const *key,
					   const enum nd_acct_level level, unsigned long reason,
					   const bool timed)
{
	return timed ? nd_hot_exit(&cpu->acct, exit_entry_of(key), level, reason, rdtsc()) :
		       nd_hot_count(&cpu->acct, level, reason);
}

/* Once for each level, as constants make it shorter. */
static __always_inline bool exit_hot(struct nd_probe_cpu *cpu, const void *const *key,
				     const struct kvm_vcpu *vcpu, unsigned long reason,
				     const bool timed)
{
	if (exit_level(vcpu) == ND_LEVEL_GUEST)
		return exit_hot_level(cpu, key, ND_LEVEL_GUEST, reason, timed);
	return exit_hot_level(cpu, key, ND_LEVEL_NESTED, reason, timed);
}

/* --- the slow path ---------------------------------------------------------------------------- */

/* All that accounting needs of a vCPU that has just exited: later it may not be there any more. */
static notrace void exit_who(struct nd_probe_cpu *cpu, struct kvm_vcpu *vcpu,
			     struct nd_probe_who *who)
{
	who->vcpu = vcpu;
	who->task = current;
	who->level = exit_level(vcpu);
	who->id = vcpu->vcpu_id;
	who->entry = NULL;
	if (nd_table)
		who->entry = READ_ONCE(*cpu->entering) == vcpu ? exit_entry_of(cpu->entering) :
						      nd_table_find(vcpu);
}

static noinline notrace void exit_count(struct nd_probe_cpu *cpu, const struct nd_probe_who *who,
					u32 reason)
{
	u32 slot = nd_acct_exit(&cpu->acct, who->level, reason);

	if (slot >= ND_SLOT_FAILED)
		nd_capture_exit(who->vcpu, who->id, reason, who->level);
	if (!who->vcpu)
		return;
	if (who->entry)
		nd_acct_vcpu_exit(&cpu->acct, who->entry, who->level, slot, rdtsc());
	else if (nd_table)
		cpu->acct.untabled++;
	exit_arm(cpu, who->vcpu, who->entry);
}

static noinline notrace void exit_count_vcpu(struct nd_probe_cpu *cpu, struct kvm_vcpu *vcpu,
					     u32 reason)
{
	struct nd_probe_who who;

	exit_who(cpu, vcpu, &who);
	exit_count(cpu, &who, reason);
}

/* It has exited, why is not known; without this its next entry would be one without an exit. */
static notrace void exit_lose(struct nd_probe_cpu *cpu, struct kvm_vcpu *vcpu)
{
	struct nd_probe_who who;

	exit_who(cpu, vcpu, &who);
	cpu->acct.unread++;
	if (who.entry)
		nd_acct_vcpu_restart(who.entry);
}

/* --- exits whose reason comes with a record --------------------------------------------------- */

/* The record has not come: that exit is lost. */
static notrace void exit_drop(struct nd_probe_cpu *cpu)
{
	if (!cpu->pending.vcpu)
		return;
	cpu->acct.unread++;
	cpu->pending.vcpu = NULL;
}

/*
 * The record follows at once, within this hit of the tracepoint. Until then the vCPU is one of which
 * nothing is known, so that its next entry is right if no record comes.
 */
static notrace void exit_pend(struct nd_probe_cpu *cpu, struct kvm_vcpu *vcpu)
{
	struct nd_probe_who *who = &cpu->pending;
	u32 code;

	exit_drop(cpu);
	exit_who(cpu, vcpu, who);
	if (READ_ONCE(nd_probe.comparing))
		cpu->compared = ND_PROBE_COMPARING |
				(nd_vmcb_read(vcpu, &code) ? code : ND_PROBE_UNREADABLE);
	if (!who->entry)
		return;
	cpu->pending_state = who->entry->state;
	nd_acct_vcpu_restart(who->entry);
}

/*
 * A record without the exit that it belongs to is of a hit that began before our probe was attached,
 * or after it was detached.
 */
static notrace void exit_settle(struct nd_probe_cpu *cpu, u32 reason)
{
	static const struct nd_probe_who nobody;
	struct nd_probe_who *who = &cpu->pending;
	struct nd_acct_vcpu *entry = who->entry;

	if (READ_ONCE(nd_probe.arguments) == ND_ARGUMENTS_OTHER) {
		exit_count(cpu, &nobody, reason);
		who->vcpu = NULL;
		return;
	}
	if (!who->vcpu || who->task != current)
		return;
	if (entry)
		entry->state = cpu->pending_state;
	if (READ_ONCE(*cpu->entering) != who->vcpu ||
	    !exit_hot_level(cpu, cpu->entering, who->level, reason, true))
		exit_count(cpu, who, reason);
	who->vcpu = NULL;
}

static void exit_compare(struct nd_probe_cpu *cpu, u32 recorded)
{
	if (!READ_ONCE(nd_probe.comparing) || !cpu->compared)
		return;
	if ((ND_PROBE_COMPARING | recorded) != cpu->compared)
		atomic_inc(&nd_probe.mismatched);
	cpu->compared = 0;
	if (atomic_inc_return(&nd_probe.compared) == ND_PROBE_COMPARE)
		nd_probe.changed();
}

void nd_exit_recorded(u32 reason, u32 isa)
{
	struct nd_probe_cpu *cpu = this_cpu_read(nd_probe_cpus);

	/* The source may have changed since the probe: what it has noted still needs its record. */
	if (cpu->pending.vcpu || READ_ONCE(nd_probe.source) == ND_SOURCE_RECORD)
		exit_settle(cpu, reason);
	exit_compare(cpu, reason);
}

/* --- exits whose reason can be read ----------------------------------------------------------- */

static bool exit_read_vmcs(u32 *reason)
{
	const struct hv_vp_assist_page *page = nd_vmcs_enlightened();
	unsigned long value;

	if (page)
		return nd_vmcs_enlightened_reason(page, reason);
	if (!nd_vmcs_read(ND_VMCS_EXIT_REASON, &value))
		return false;
	*reason = value;
	return true;
}

/* It was read before, so something is wrong. */
static bool exit_lose_vmcb(void)
{
	if (!READ_ONCE(nd_probe.lost)) {
		WRITE_ONCE(nd_probe.lost, true);
		nd_probe.changed();
	}
	return false;
}

static bool exit_read_cached(struct nd_probe_cpu *cpu, const struct kvm_vcpu *vcpu, u32 *reason)
{
	if (!READ_ONCE(cpu->check))
		return nd_cached_read(vcpu, reason);
	WRITE_ONCE(cpu->check, false);
	if (!exit_read_vmcs(reason))
		return false;
	nd_cached_check(vcpu, *reason);
	return true;
}

static bool exit_read_reason(struct nd_probe_cpu *cpu, const struct kvm_vcpu *vcpu,
			     unsigned long first, u32 *reason)
{
	switch (READ_ONCE(nd_probe.source)) {
	case ND_SOURCE_ARGUMENT:
		*reason = first;
		return READ_ONCE(nd_probe.arguments) == ND_ARGUMENTS_REASON;
	case ND_SOURCE_VMCB:
		return nd_vmcb_read(vcpu, reason) || exit_lose_vmcb();
	case ND_SOURCE_CACHED:
		return nd_vmcs_of(vcpu) && exit_read_cached(cpu, vcpu, reason);
	case ND_SOURCE_VMX:
		if (!nd_vmcs_of(vcpu) || !exit_read_vmcs(reason))
			return false;
		if (READ_ONCE(nd_probe.calibrating))
			nd_cached_learn(vcpu, *reason);
		return true;
	default:
		return false;
	}
}

static notrace void exit_slow(struct nd_probe_cpu *cpu, unsigned long first, unsigned long second,
			      unsigned long third)
{
	enum nd_arguments arguments;
	struct kvm_vcpu *vcpu;
	u32 reason;

	if (unlikely(READ_ONCE(nd_probe.arguments) == ND_ARGUMENTS_UNKNOWN))
		nd_arguments_look(first, second, third);
	arguments = READ_ONCE(nd_probe.arguments);
	if (arguments == ND_ARGUMENTS_OTHER) {
		/* Records may not be read yet: an exit without one is lost, and that is counted. */
		exit_drop(cpu);
		cpu->pending.vcpu = nd_probe_nobody;
		return;
	}
	vcpu = (struct kvm_vcpu *)(arguments == ND_ARGUMENTS_REASON ? second : first);
	if (unlikely(READ_ONCE(nd_probe.proof) == ND_PROOF_ASKED))
		nd_arguments_witness(vcpu);
	if (READ_ONCE(nd_probe.source) == ND_SOURCE_RECORD) {
		exit_pend(cpu, vcpu);
		return;
	}
	exit_drop(cpu);
	if (!exit_read_reason(cpu, vcpu, first, &reason)) {
		exit_lose(cpu, vcpu);
		return;
	}
	if (READ_ONCE(nd_probe.comparing))
		cpu->compared = ND_PROBE_COMPARING | reason;
	exit_count_vcpu(cpu, vcpu, reason);
}

/* Where the reason is in memory it is by the vendor's: the question costs a jump. */
static __always_inline unsigned long exit_reason_in_memory(const struct kvm_vcpu *vcpu)
{
	if (cpu_feature_enabled(X86_FEATURE_SVM))
		return nd_vmcb_code(vcpu);
	return READ_ONCE(*(const u32 *)((const void *)vcpu + READ_ONCE(nd_probe.cached_at)));
}

/* A fast path with the reason elsewhere than in memory adds to the cost of those for which it is. */
static noinline notrace void exit_else(struct nd_probe_cpu *cpu, unsigned long first,
				       unsigned long second, unsigned long third)
{
	struct kvm_vcpu *vcpu;
	const void *const *key;
	unsigned long value;
	u32 reason;

	if (likely((unsigned long)READ_ONCE(*cpu->vmcs) == first &&
		   nd_vmcs_of((struct kvm_vcpu *)first) &&
		   nd_vmcs_read(ND_VMCS_EXIT_REASON, &value))) {
		key = cpu->vmcs;
		vcpu = (struct kvm_vcpu *)first;
		reason = value;
	} else if (likely((unsigned long)READ_ONCE(*cpu->reason) == second)) {
		key = cpu->reason;
		vcpu = (struct kvm_vcpu *)second;
		reason = first;
	} else if (likely((unsigned long)READ_ONCE(*cpu->evmcs) == first &&
			  nd_vmcs_enlightened() &&
			  nd_vmcs_enlightened_reason(nd_vmcs_enlightened(), &reason))) {
		key = cpu->evmcs;
		vcpu = (struct kvm_vcpu *)first;
	} else {
		exit_slow(cpu, first, second, third);
		return;
	}
	if (unlikely(!(nd_table ? exit_hot(cpu, key, vcpu, reason, true) :
				  exit_hot(cpu, key, vcpu, reason, false))))
		exit_count_vcpu(cpu, vcpu, reason);
}

/* The reason is none of the frequent ones, or could not be read. */
static noinline notrace void exit_odd(struct nd_probe_cpu *cpu, unsigned long first,
				      unsigned long second, unsigned long third)
{
	struct kvm_vcpu *vcpu = (struct kvm_vcpu *)first;
	u32 reason = exit_reason_in_memory(vcpu);

	if (reason == ND_VMCB_NO_CODE)
		exit_slow(cpu, first, second, third);
	else
		exit_count_vcpu(cpu, vcpu, reason);
}

/* --- probes ----------------------------------------------------------------------------------- */

static __always_inline void exit_probe(unsigned long first, unsigned long second,
				       unsigned long third, const bool timed)
{
	struct nd_probe_cpu *cpu = this_cpu_read(nd_probe_cpus);
	struct kvm_vcpu *vcpu = (struct kvm_vcpu *)first;
	const void *const *key = READ_ONCE(cpu->memory);

	if (unlikely(READ_ONCE(*key) != vcpu || !nd_vmcs_of(vcpu)))
		exit_else(cpu, first, second, third);
	else if (unlikely(!exit_hot(cpu, key, vcpu, exit_reason_in_memory(vcpu), timed)))
		exit_odd(cpu, first, second, third);
}

notrace void nd_on_exit_words(void *unused, unsigned long first, unsigned long second,
			      unsigned long third)
{
	exit_probe(first, second, third, true);
}

notrace void nd_on_exit_words_untimed(void *unused, unsigned long first, unsigned long second,
				      unsigned long third)
{
	exit_probe(first, second, third, false);
}

notrace void nd_on_exit(void *unused, struct kvm_vcpu *vcpu, u32 isa)
{
	exit_probe((unsigned long)vcpu, isa, 0, true);
}

notrace void nd_on_exit_untimed(void *unused, struct kvm_vcpu *vcpu, u32 isa)
{
	exit_probe((unsigned long)vcpu, isa, 0, false);
}

static noinline notrace void exit_entry_slow(struct nd_probe_cpu *cpu, struct kvm_vcpu *vcpu)
{
	enum nd_arguments arguments = READ_ONCE(nd_probe.arguments);
	struct nd_acct_vcpu *entry;

	if (arguments != ND_ARGUMENTS_VCPU && arguments != ND_ARGUMENTS_REASON)
		return;
	if (unlikely(READ_ONCE(nd_probe.entry) == ND_ARGUMENTS_UNKNOWN))
		nd_arguments_look_entry((unsigned long)vcpu);
	if (unlikely(READ_ONCE(nd_probe.entry) != ND_ARGUMENTS_VCPU))
		return;
	exit_drop(cpu);
	entry = nd_table_find(vcpu);
	if (!entry)
		return;
	/* A new vCPU, even if all that we know of it is as before. */
	if (!vcpu->stat.exits)
		nd_acct_vcpu_restart(entry);
	nd_acct_vcpu_entry(&cpu->acct, entry, rdtsc());
	exit_arm(cpu, vcpu, entry);
}

static __always_inline void exit_entry(struct kvm_vcpu *vcpu)
{
	struct nd_probe_cpu *cpu = this_cpu_read(nd_probe_cpus);
	const void *const *key = cpu->entering;

	if (unlikely(READ_ONCE(*key) != vcpu || !vcpu->stat.exits ||
		     !nd_hot_entry(&cpu->acct, exit_entry_of(key), rdtsc())))
		exit_entry_slow(cpu, vcpu);
}

notrace void nd_on_entry(void *unused, struct kvm_vcpu *vcpu)
{
	exit_entry(vcpu);
}

notrace void nd_on_entry_immediate(void *unused, struct kvm_vcpu *vcpu, bool force_immediate_exit)
{
	exit_entry(vcpu);
}

/* From Linux 7.0 on this one may be preempted. */
void nd_on_userspace(void *unused, u32 reason, int error)
{
	u32 number = error < 0 ? -error : 0;
	enum nd_run_error run = nd_run_error(reason, number);
	struct nd_acct *acct;

	preempt_disable_notrace();
	acct = &this_cpu_read(nd_probe_cpus)->acct;
	if (run == ND_RUN_EXITED)
		acct->userspace[min_t(u32, reason, ND_NR_USERSPACE - 1)]++;
	else
		acct->run_errors[run]++;
	nd_capture_userspace(reason, run == ND_RUN_EXITED ? 0 : number);
	preempt_enable_notrace();
}
