// SPDX-License-Identifier: GPL-2.0-only
/*
 * The probes of kvm_exit and kvm_entry, and of the return to user space.
 *
 * The first two are the hot ones: no lock, no atomic, no memory that another CPU writes. They have
 * a fast path (fast.h, core/exits/hot.h), for the vCPU that this CPU ran last, while nothing is to
 * be decided, and a slow path for all the rest. What tells them apart is one comparison: each CPU
 * has noted for which vCPU the fast path is right, and no vCPU equals nd_probe_nobody. So:
 *
 * - The state of struct nd_probe changes, or KVM goes, or we are detached: every CPU is disarmed,
 *   by itself or while it is offline (nd_probe_invalidate()), and its next exit takes the slow
 *   path. An exit that is on its way then may still be counted as before.
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
 * - Exits are recorded: each by the thread that runs the vCPU, in places of the entry's own.
 *   Entries are not, as each exit tells how long ago the one before it was.
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

/*
 * What a probe does beside counting: nothing; times; times, and each exit is recorded; and with it
 * what the VMCB says beside the reason, or that there is nothing on a processor that has that. Each
 * has probes of its own, so that what is off costs nothing.
 */
enum exit_mode {
	EXIT_UNTIMED,
	EXIT_TIMED,
	EXIT_RECORDED,
	EXIT_RECORDED_VMCB,
	EXIT_RECORDED_BARE,
};

static __always_inline void exit_record(struct nd_acct_vcpu *entry, u32 cell,
					const enum exit_mode mode, u64 now, u64 ago)
{
	const u32 bare = mode == EXIT_RECORDED_BARE ? ND_RECORDED_BARE : 0;
	struct nd_recorded *record = nd_recorder_begin(entry, cell | bare, ago);

	if (mode == EXIT_RECORDED_VMCB && unlikely(!nd_fast_info(record)))
		record->cell |= ND_RECORDED_BARE;
	nd_recorder_end(entry, record, now);
}

/* The CPU has memory: it is armed. */
static __always_inline void exit_count(const void *const *key, const enum nd_acct_level level,
				       unsigned long slot, const enum exit_mode mode, u64 now,
				       u64 ago)
{
	struct nd_acct_cpu *acct = this_cpu_read(nd_probe_cpus.acct);

	if (mode == EXIT_UNTIMED) {
		nd_hot_count(acct, level, slot);
		return;
	}
	nd_hot_leave(acct, nd_fast_entry_of(key), level, slot, now, ago);
	if (mode != EXIT_TIMED)
		exit_record(nd_fast_entry_of(key), level * ND_NR_SLOTS + slot, mode, now, ago);
}

/* Counting is there once for each level, as constants make it shorter. */
static __always_inline bool exit_fast(const void *const *key, const struct kvm_vcpu *vcpu,
				      unsigned long slot, const enum exit_mode mode)
{
	u64 now = 0, ago = 0;

	if (mode != EXIT_UNTIMED) {
		now = rdtsc();
		if (unlikely(!nd_hot_stay(nd_fast_entry_of(key), now, &ago)))
			return false;
	}
	if (nd_fast_level(vcpu) == ND_LEVEL_GUEST)
		exit_count(key, ND_LEVEL_GUEST, slot, mode, now, ago);
	else
		exit_count(key, ND_LEVEL_NESTED, slot, mode, now, ago);
	return true;
}

static __always_inline bool exit_hot(const void *const *key, const struct kvm_vcpu *vcpu,
				     unsigned long reason, const enum exit_mode mode)
{
	return likely(reason < ND_SLOT_SVM_HIGH) && exit_fast(key, vcpu, reason, mode);
}

static __always_inline void exit_odd(struct kvm_vcpu *vcpu, const enum exit_mode mode)
{
	const void *const *key = this_cpu_read(nd_probe_cpus.memory);
	unsigned long reason = nd_fast_reason();
	u32 slot = nd_acct_slot_own(reason);

	if (reason > U32_MAX || READ_ONCE(*key) != vcpu)
		nd_slow_exit_of(vcpu);
	else if (slot < ND_SLOT_SVM_HIGH || slot >= ND_SLOT_FAILED ||
		 !exit_fast(key, vcpu, slot, mode))
		nd_slow_count(vcpu, reason);
}

static __always_inline void exit_else(unsigned long first, unsigned long second,
				      unsigned long third, const enum exit_mode mode)
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
	if (unlikely(!exit_hot(key, vcpu, reason, mode)))
		nd_slow_count(vcpu, reason);
}

/*
 * Out of the way of the fast path. odd: the reason is none of the most frequent ones, or could not
 * be read, or the fast path cannot be taken; nested page faults of AMD are among the first. else:
 * the reason is elsewhere than in memory, which would add to the cost of those for which it is
 * there. Arguments stay where the probe has them, and "used" keeps it so: moving them costs the
 * fast path an instruction.
 */
#define EXIT_ASIDE(_name, _mode, _else_mode)						\
static noinline __used notrace void exit_odd_##_name(void *unused, struct kvm_vcpu *vcpu)	\
{											\
	exit_odd(vcpu, _mode);								\
}											\
											\
static noinline __used notrace void exit_else_##_name(void *unused, unsigned long first,	\
						      unsigned long second,		\
						      unsigned long third)		\
{											\
	exit_else(first, second, third, _else_mode);					\
}

EXIT_ASIDE(untimed, EXIT_UNTIMED, EXIT_UNTIMED)
EXIT_ASIDE(timed, EXIT_TIMED, EXIT_TIMED)
EXIT_ASIDE(recorded, EXIT_RECORDED, EXIT_RECORDED)
EXIT_ASIDE(vmcb, EXIT_RECORDED_VMCB, EXIT_RECORDED_BARE)

/* --- probes ----------------------------------------------------------------------------------- */

/* The key and the reason are in the probe, all else aside. */
#define EXIT_PROBE(_name, _mode, _first, _second, _third)				\
do {											\
	const void *const *__key = this_cpu_read(nd_probe_cpus.memory);			\
	struct kvm_vcpu *__vcpu = (struct kvm_vcpu *)(_first);				\
											\
	if (unlikely(READ_ONCE(*__key) != __vcpu || !nd_vmcs_of(__vcpu)))		\
		exit_else_##_name(NULL, (unsigned long)(_first), _second, _third);	\
	else if (unlikely(!exit_hot(__key, __vcpu, nd_fast_reason(), _mode)))		\
		exit_odd_##_name(NULL, __vcpu);						\
} while (0)

#define EXIT_PROBES(_suffix, _name, _mode)						\
notrace void nd_on_exit_words##_suffix(void *unused, unsigned long first,		\
				       unsigned long second, unsigned long third)	\
{											\
	EXIT_PROBE(_name, _mode, first, second, third);					\
}											\
											\
notrace void nd_on_exit##_suffix(void *unused, struct kvm_vcpu *vcpu, u32 isa)		\
{											\
	EXIT_PROBE(_name, _mode, vcpu, isa, 0);						\
}

EXIT_PROBES(, timed, EXIT_TIMED)
EXIT_PROBES(_untimed, untimed, EXIT_UNTIMED)
EXIT_PROBES(_recorded, recorded, EXIT_RECORDED)
EXIT_PROBES(_vmcb, vmcb, EXIT_RECORDED_VMCB)

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
