// SPDX-License-Identifier: GPL-2.0-only
/*
 * The probes of kvm_exit and kvm_entry, and of the return to user space.
 *
 * The first two are the hot ones: no lock, no atomic, no memory that another CPU writes. They have a
 * fast path (fast.h, core/exits/hot.h), for the vCPU that this CPU ran last, while nothing is to be
 * decided, and a slow path for all the rest. What tells them apart is one comparison: each CPU has
 * noted for which vCPU the fast path is right, and no vCPU equals nd_probe_nobody. So:
 *
 * - The state of struct nd_probe changes, or KVM goes, or we are detached: every CPU is disarmed,
 *   by itself or while it is offline (nd_probe_invalidate()), and its next exit takes the slow path.
 *   An exit that is on its way then may still be counted as before.
 * - A thread moves to another CPU between an exit and the entry after it: what the entry has to
 *   know is in the vCPU's entry of the table, and its level and slot are there as an index, so that
 *   each CPU writes to its own memory only. There is nothing of the vCPU's on the CPU that it left,
 *   but which entry it has, and that is compared with the entry itself.
 * - vCPUs that take turns on a CPU: each turn takes the slow path once.
 * - An address is used again, for another vCPU: KVM clears its count of exits, and an entry before
 *   the first exit takes the slow path, which compares process and number. If that is one of a TDX
 *   guest, other CPUs may still be armed for its predecessor: where there can be any, the fast path
 *   asks each time.
 * - Counters are cleared: each CPU does it for itself, interrupts off, and an exit is not in two
 *   halves with regard to that, but for those on AMD up to Linux 6.4; there it may lose one count.
 * - A CPU goes: it runs no vCPU then, its memory stays, and it is disarmed with all others.
 * - KVM exits for the first time on a CPU: it has no memory and is not armed, and counts in memory
 *   that such CPUs share, under a lock, until a work item has allocated some.
 * - A reason in memory is to be checked: once a second another CPU takes the fast path away
 *   (nd_probe_check()). It is no loss if that is undone at the same moment.
 * - A record comes late, twice or never: what the exit's probe has noted is used for records of the
 *   same hit only, and holds all that is needed, so that no vCPU is looked at later.
 * - Probes may be preempted from Linux 7.0 on: not these two, as KVM keeps interrupts off from
 *   before the entry until after the exit, or, on AMD up to 6.4, tracepoints keep preemption off.
 */
#include <linux/kvm_host.h>

#include "module/fail/capture.h"
#include "module/kvm/fast.h"
#include "module/kvm/probes.h"
#include "module/kvm/slow.h"
#include "module/kvm/table.h"
#include "module/kvm/vmcs.h"

/* The CPU has memory: it is armed. */
static __always_inline void exit_count(const void *const *key, const enum nd_acct_level level,
				       unsigned long slot, const bool timed, u64 now, u64 ago)
{
	struct nd_acct_cpu *acct = this_cpu_read(nd_probe_cpus.acct);

	if (timed)
		nd_hot_leave(acct, nd_fast_entry_of(key), level, slot, now, ago);
	else
		nd_hot_count(acct, level, slot);
}

/* Counting is there once for each level, as constants make it shorter. */
static __always_inline bool exit_fast(const void *const *key, const struct kvm_vcpu *vcpu,
				      unsigned long slot, const bool timed)
{
	u64 now = 0, ago = 0;

	if (timed) {
		now = rdtsc();
		if (unlikely(!nd_hot_stay(nd_fast_entry_of(key), now, &ago)))
			return false;
	}
	if (nd_fast_level(vcpu) == ND_LEVEL_GUEST)
		exit_count(key, ND_LEVEL_GUEST, slot, timed, now, ago);
	else
		exit_count(key, ND_LEVEL_NESTED, slot, timed, now, ago);
	return true;
}

static __always_inline bool exit_hot(const void *const *key, const struct kvm_vcpu *vcpu,
				     unsigned long reason, const bool timed)
{
	return likely(reason < ND_SLOT_SVM_HIGH) && exit_fast(key, vcpu, reason, timed);
}

/*
 * The reason is none of the most frequent ones, or could not be read, or the fast path cannot be
 * taken. Nested page faults of AMD are among the first. Arguments stay where the probe has them, and
 * "used" keeps it so: moving them costs the fast path an instruction.
 */
static noinline __used notrace void exit_odd(void *unused, struct kvm_vcpu *vcpu)
{
	const void *const *key = this_cpu_read(nd_probe_cpus.memory);
	unsigned long reason = nd_fast_reason();
	u32 slot = nd_acct_slot_own(reason);

	if (reason > U32_MAX || READ_ONCE(*key) != vcpu)
		nd_slow_exit_of(vcpu);
	else if (slot < ND_SLOT_SVM_HIGH || slot >= ND_SLOT_FAILED ||
		 !(nd_table ? exit_fast(key, vcpu, slot, true) : exit_fast(key, vcpu, slot, false)))
		nd_slow_count(vcpu, reason);
}

/* A fast path with the reason elsewhere than in memory adds to the cost of those for which it is. */
static noinline __used notrace void exit_else(void *unused, unsigned long first, unsigned long second,
				       unsigned long third)
{
	const struct nd_probe_cpu *cpu = this_cpu_ptr(&nd_probe_cpus);
	struct kvm_vcpu *vcpu = (struct kvm_vcpu *)first;
	const void *const *key;
	unsigned long value;
	u32 reason;

	if (likely(READ_ONCE(*cpu->vmcs) == vcpu && nd_vmcs_of(vcpu) &&
		   nd_vmcs_read(ND_VMCS_EXIT_REASON, &value))) {
		key = cpu->vmcs;
		reason = value;
	} else if (likely((unsigned long)READ_ONCE(*cpu->reason) == second)) {
		key = cpu->reason;
		vcpu = (struct kvm_vcpu *)second;
		reason = first;
	} else if (likely(READ_ONCE(*cpu->evmcs) == vcpu && nd_vmcs_enlightened() &&
			  nd_vmcs_enlightened_reason(nd_vmcs_enlightened(), &reason))) {
		key = cpu->evmcs;
	} else {
		nd_slow_exit(first, second, third);
		return;
	}
	if (unlikely(!(nd_table ? exit_hot(key, vcpu, reason, true) :
				  exit_hot(key, vcpu, reason, false))))
		nd_slow_count(vcpu, reason);
}

/* --- probes ----------------------------------------------------------------------------------- */

static __always_inline void exit_probe(unsigned long first, unsigned long second,
				       unsigned long third, const bool timed)
{
	const void *const *key = this_cpu_read(nd_probe_cpus.memory);
	struct kvm_vcpu *vcpu = (struct kvm_vcpu *)first;

	if (unlikely(READ_ONCE(*key) != vcpu || !nd_vmcs_of(vcpu)))
		exit_else(NULL, first, second, third);
	else if (unlikely(!exit_hot(key, vcpu, nd_fast_reason(), timed)))
		exit_odd(NULL, vcpu);
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

static __always_inline void exit_entry(struct kvm_vcpu *vcpu)
{
	const void *const *key = this_cpu_read(nd_probe_cpus.entering);

	if (unlikely(READ_ONCE(*key) != vcpu || !vcpu->stat.exits ||
		     !nd_hot_entry(this_cpu_read(nd_probe_cpus.acct), nd_fast_entry_of(key),
				   rdtsc())))
		nd_slow_entry(NULL, vcpu);
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
	struct nd_acct_cpu *acct;
	unsigned long flags = 0;

	preempt_disable_notrace();
	acct = nd_probe_acct_get(this_cpu_ptr(&nd_probe_cpus), &flags);
	if (run == ND_RUN_EXITED)
		acct->userspace[min_t(u32, reason, ND_NR_USERSPACE - 1)]++;
	else
		acct->run_errors[run]++;
	nd_probe_acct_put(acct, flags);
	nd_capture_userspace(reason, run == ND_RUN_EXITED ? 0 : number);
	preempt_enable_notrace();
}
