// SPDX-License-Identifier: GPL-2.0-only
/*
 * The probes: what is done at each of KVM's tracepoints that nestdiag attaches to.
 *
 * kvm_exit and kvm_entry are the hot ones: no lock, no atomic, no memory that another CPU writes.
 * They have a fast way (core/exits/hot.h), for the vCPU that this CPU ran last, while nothing
 * is to be decided, and a long way for all the rest. What tells them apart is one comparison: each
 * CPU has noted for which vCPU the fast way is right, and nothing equals KVMPROBE_COLD. So:
 *
 * - The state of struct nd_probe changes, or KVM goes, or we are detached: every CPU is made cold,
 *   by itself or while it is offline (nd_kvmprobe_cool()), and its next exit takes the long way.
 *   An exit that is on its way then may still be counted as before.
 * - A thread moves to another CPU between an exit and the entry after it: what the entry has to
 *   know is in the vCPU's entry of the table, and its cell is there as an offset, so that each CPU
 *   writes to its own memory only. There is nothing of the vCPU's on the CPU that it left, but
 *   which entry is whose, and that never changes: a key stays in its place.
 * - vCPUs that take turns on a CPU: each turn takes the long way once.
 * - An address is used again, for another vCPU: KVM clears its count of exits, and an entry before
 *   the first exit takes the long way, which compares process and number.
 * - Counters are cleared: each CPU does it for itself, interrupts off, and an exit is not in two
 *   halves with regard to that, but for those on AMD up to Linux 6.1; there it may lose one count.
 * - A CPU goes: it runs no vCPU then, its memory stays, and cold is whoever was to become cold.
 * - Probes may be preempted from Linux 7.0 on: not these two, as KVM keeps interrupts off from
 *   before the entry until after the exit, or where it does not (AMD up to 6.1), tracepoints keep
 *   preemption off.
 */
#include <linux/hash.h>
#include <linux/kvm_host.h>
#include <linux/uaccess.h>

#include "core/exits/hot.h"

#include "module/compat/tsc.h"
#include "module/kvm/probe.h"
#include "module/kvm/reason.h"
#include "module/kvm/trace.h"
#include "module/nestdiag.h"

#define KVMPROBE_COMPARE	BIT_ULL(32)

struct nd_probe nd_probe __read_mostly;

/* --- the table of vCPUs ----------------------------------------------------------------------- */

static unsigned int kvmprobe_hash(const struct kvm_vcpu *vcpu)
{
	return hash_ptr(vcpu, 32) & nd_kvmprobe_mask;
}

/*
 * The entry of a vCPU. An address may be used again for another vCPU: then process or number
 * differ, and the entry starts anew.
 */
static notrace struct nd_acct_vcpu *kvmprobe_find_vcpu(struct kvm_vcpu *vcpu)
{
	unsigned int i, at = kvmprobe_hash(vcpu);

	for (i = 0; i < KVMPROBE_PLACES; i++, at = (at + 1) & nd_kvmprobe_mask) {
		struct nd_acct_vcpu *entry = &nd_kvmprobe_table[at];
		const void *key = READ_ONCE(entry->key);

		if (!key)
			key = cmpxchg(&entry->key, NULL, vcpu) ?: vcpu;
		if (key != vcpu)
			continue;
		if (entry->pid != current->tgid || entry->id != vcpu->vcpu_id)
			nd_acct_vcpu_start(entry, current, current->tgid, vcpu->vcpu_id);
		entry->task = current;
		return entry;
	}
	return NULL;
}

/* The entry of the vCPU that the current thread ran last on this CPU, where it is still known. */
static struct nd_acct_vcpu *kvmprobe_current_vcpu(const struct kvmprobe_cpu *cpu)
{
	return cpu->entry && cpu->entry->task == current ? cpu->entry : NULL;
}

/* --- the fast way ----------------------------------------------------------------------------- */

/*
 * The next exit and entry of @vcpu may take the fast way. Looking at the state and noting what
 * follows is one step for those who change it: they come by interrupt.
 */
static notrace void kvmprobe_warm(struct kvmprobe_cpu *cpu, struct kvm_vcpu *vcpu,
				  struct nd_acct_vcpu *entry)
{
	unsigned long flags;

	raw_local_irq_save(flags);
	kvmprobe_chill(cpu);
	cpu->entry = entry;
	if (entry)
		cpu->entering = (unsigned long)vcpu;
	if ((!entry && nd_kvmprobe_table) || READ_ONCE(nd_probe.comparing) ||
	    !kvmreason_has_vmcs(vcpu))
		goto out;
	if (READ_ONCE(nd_probe.source) == ND_SOURCE_ARGUMENT)
		cpu->reason = (unsigned long)vcpu;
	else if (READ_ONCE(nd_probe.source) == ND_SOURCE_VMX && kvmreason_page())
		cpu->evmcs = (unsigned long)vcpu;
	else if (READ_ONCE(nd_probe.source) == ND_SOURCE_VMX)
		cpu->vmcs = (unsigned long)vcpu;
out:
	raw_local_irq_restore(flags);
}

static __always_inline enum nd_acct_level kvmprobe_level(const struct kvm_vcpu *vcpu)
{
	return unlikely(vcpu->arch.hflags & HF_GUEST_MASK) ? ND_LEVEL_NESTED : ND_LEVEL_GUEST;
}

static __always_inline bool kvmprobe_hot_level(struct kvmprobe_cpu *cpu,
					       const enum nd_acct_level level,
					       unsigned long reason, const bool timed)
{
	return timed ? nd_hot_exit(&cpu->acct, cpu->entry, level, reason, rdtsc()) :
		       nd_hot_count(&cpu->acct, level, reason);
}

/* Once for each level, as constants make it shorter. */
static __always_inline bool kvmprobe_hot(struct kvmprobe_cpu *cpu, const struct kvm_vcpu *vcpu,
					 unsigned long reason, const bool timed)
{
	if (kvmprobe_level(vcpu) == ND_LEVEL_GUEST)
		return kvmprobe_hot_level(cpu, ND_LEVEL_GUEST, reason, timed);
	return kvmprobe_hot_level(cpu, ND_LEVEL_NESTED, reason, timed);
}

/* --- the long way ----------------------------------------------------------------------------- */

/* @vcpu may be NULL: an exit of whom is not known. */
static noinline notrace void kvmprobe_count(struct kvmprobe_cpu *cpu, struct kvm_vcpu *vcpu,
					    u32 reason)
{
	enum nd_acct_level level = vcpu ? kvmprobe_level(vcpu) : ND_LEVEL_GUEST;
	u32 slot = nd_acct_exit(&cpu->acct, level, reason);
	struct nd_acct_vcpu *entry = NULL;

	if (slot >= ND_SLOT_FAILED)
		nd_kvmfail_exit(vcpu, reason, level);
	if (!vcpu)
		return;
	if (nd_kvmprobe_table) {
		entry = kvmprobe_find_vcpu(vcpu);
		if (entry)
			nd_acct_vcpu_exit(&cpu->acct, entry, level, slot, rdtsc());
		else
			cpu->acct.untabled++;
	}
	kvmprobe_warm(cpu, vcpu, entry);
}

static bool kvmprobe_is_vcpu(unsigned long word)
{
	const struct kvm_vcpu *vcpu = (const struct kvm_vcpu *)word;
	struct mm_struct *mm;
	struct kvm *kvm;

	return !copy_from_kernel_nofault(&kvm, &vcpu->kvm, sizeof(kvm)) &&
	       !copy_from_kernel_nofault(&mm, &kvm->mm, sizeof(mm)) && mm && mm == current->mm;
}

static bool kvmprobe_is_isa(u32 isa)
{
	return isa == ND_ISA_VMX || isa == ND_ISA_SVM;
}

/* What are these? Distributions carry changes back, so that no version number tells. */
static noinline void kvmprobe_look(unsigned long first, unsigned long second, unsigned long third)
{
	enum nd_arguments arguments = ND_ARGUMENTS_OTHER;

	if (kvmprobe_is_isa(second) && kvmprobe_is_vcpu(first))
		arguments = ND_ARGUMENTS_VCPU;
	else if (kvmprobe_is_isa(third) && kvmprobe_is_vcpu(second))
		arguments = ND_ARGUMENTS_REASON;
	WRITE_ONCE(nd_probe.arguments, arguments);
	/* Pairs with kvmtrace_set_source(), which will say the same; this exit has to count, too. */
	smp_mb();
	if (arguments == ND_ARGUMENTS_REASON && !nd_probe.forced)
		WRITE_ONCE(nd_probe.source, ND_SOURCE_ARGUMENT);
	nd_kvmtrace_schedule();
}

static bool kvmprobe_read_reason(const struct kvm_vcpu *vcpu, unsigned long first, u32 *reason)
{
	const struct hv_vp_assist_page *page;
	unsigned long value;

	if (READ_ONCE(nd_probe.source) == ND_SOURCE_ARGUMENT) {
		*reason = first;
		return nd_probe.arguments == ND_ARGUMENTS_REASON;
	}
	if (!kvmreason_has_vmcs(vcpu))
		return false;
	/* VMREAD is not allowed while an enlightened VMCS is in use. */
	page = kvmreason_page();
	if (page)
		return kvmreason_evmcs(page, reason);
	if (!kvmreason_vmread(&value))
		return false;
	*reason = value;
	return true;
}

/* It has exited, why is not known; without this its next entry would be one without an exit. */
static notrace void kvmprobe_lose(struct kvmprobe_cpu *cpu, struct kvm_vcpu *vcpu)
{
	struct nd_acct_vcpu *entry = nd_kvmprobe_table ? kvmprobe_find_vcpu(vcpu) : NULL;

	cpu->acct.unread++;
	if (entry)
		nd_acct_vcpu_restart(entry);
}

static notrace void kvmprobe_long(struct kvmprobe_cpu *cpu, unsigned long first,
				  unsigned long second, unsigned long third)
{
	struct kvm_vcpu *vcpu;
	u32 reason;

	if (unlikely(nd_probe.arguments == ND_ARGUMENTS_UNKNOWN))
		kvmprobe_look(first, second, third);
	if (nd_probe.arguments == ND_ARGUMENTS_OTHER)
		return;
	vcpu = (struct kvm_vcpu *)(nd_probe.arguments == ND_ARGUMENTS_REASON ? second : first);
	if (READ_ONCE(nd_probe.source) == ND_SOURCE_RECORD ||
	    READ_ONCE(nd_probe.source) == ND_SOURCE_NONE) {
		/* The record follows at once; where it did not last time, that exit was lost. */
		if (cpu->pending)
			cpu->acct.unread++;
		cpu->pending = vcpu;
		return;
	}
	if (!kvmprobe_read_reason(vcpu, first, &reason)) {
		kvmprobe_lose(cpu, vcpu);
		return;
	}
	if (READ_ONCE(nd_probe.comparing))
		cpu->compared = KVMPROBE_COMPARE | reason;
	kvmprobe_count(cpu, vcpu, reason);
}

/* The fast way where the reason is not in a VMCS costs those where it is nothing. */
static noinline notrace void kvmprobe_exit_else(struct kvmprobe_cpu *cpu, unsigned long first,
						unsigned long second, unsigned long third)
{
	struct kvm_vcpu *vcpu;
	u32 reason;

	if (likely(cpu->reason == second)) {
		vcpu = (struct kvm_vcpu *)second;
		reason = first;
	} else if (likely(cpu->evmcs == first && kvmreason_page() &&
			  kvmreason_evmcs(kvmreason_page(), &reason))) {
		vcpu = (struct kvm_vcpu *)first;
	} else {
		kvmprobe_long(cpu, first, second, third);
		return;
	}
	if (unlikely(!(nd_kvmprobe_table ? kvmprobe_hot(cpu, vcpu, reason, true) :
					kvmprobe_hot(cpu, vcpu, reason, false))))
		kvmprobe_count(cpu, vcpu, reason);
}

/* --- probes ----------------------------------------------------------------------------------- */

static __always_inline void kvmprobe_exit(unsigned long first, unsigned long second,
					  unsigned long third, const bool timed)
{
	struct kvmprobe_cpu *cpu = this_cpu_read(nd_kvmprobe_cpu);
	struct kvm_vcpu *vcpu = (struct kvm_vcpu *)first;
	unsigned long reason;

	if (unlikely(cpu->vmcs != first || !kvmreason_vmread(&reason)))
		kvmprobe_exit_else(cpu, first, second, third);
	else if (unlikely(!kvmprobe_hot(cpu, vcpu, reason, timed)))
		kvmprobe_count(cpu, vcpu, reason);
}

notrace void nd_kvmprobe_exit(void *unused, unsigned long first, unsigned long second,
			      unsigned long third)
{
	kvmprobe_exit(first, second, third, true);
}

notrace void nd_kvmprobe_exit_untimed(void *unused, unsigned long first, unsigned long second,
				      unsigned long third)
{
	kvmprobe_exit(first, second, third, false);
}

void nd_kvmprobe_recorded(u32 reason, u32 isa)
{
	struct kvmprobe_cpu *cpu = this_cpu_read(nd_kvmprobe_cpu);

	if (nd_probe.source == ND_SOURCE_RECORD) {
		if (cpu->entering != (unsigned long)cpu->pending ||
		    !kvmprobe_hot(cpu, cpu->pending, reason, true))
			kvmprobe_count(cpu, cpu->pending, reason);
		cpu->pending = NULL;
		return;
	}
	if (!nd_probe.comparing || !cpu->compared)
		return;
	if ((KVMPROBE_COMPARE | reason) != cpu->compared)
		atomic_inc(&nd_probe.mismatched);
	cpu->compared = 0;
	if (atomic_inc_return(&nd_probe.compared) == ND_PROBE_COMPARE)
		nd_kvmtrace_schedule();
}

static noinline notrace void kvmprobe_entry_long(struct kvmprobe_cpu *cpu, struct kvm_vcpu *vcpu)
{
	struct nd_acct_vcpu *entry;

	if (nd_probe.arguments != ND_ARGUMENTS_VCPU && nd_probe.arguments != ND_ARGUMENTS_REASON)
		return;
	entry = kvmprobe_find_vcpu(vcpu);
	if (!entry)
		return;
	/* A new vCPU, even if all that we know of it is as before. */
	if (!vcpu->stat.exits)
		nd_acct_vcpu_restart(entry);
	nd_acct_vcpu_entry(&cpu->acct, entry, rdtsc());
	kvmprobe_warm(cpu, vcpu, entry);
}

notrace void nd_kvmprobe_entry(void *unused, struct kvm_vcpu *vcpu, bool immediate)
{
	struct kvmprobe_cpu *cpu = this_cpu_read(nd_kvmprobe_cpu);

	if (unlikely(cpu->entering != (unsigned long)vcpu || !vcpu->stat.exits ||
		     !nd_hot_entry(&cpu->acct, cpu->entry, rdtsc())))
		kvmprobe_entry_long(cpu, vcpu);
}

/* The events below are rare, and from Linux 7.0 on their probes may be preempted. */
static struct kvmprobe_cpu *kvmprobe_get(void)
{
	preempt_disable_notrace();
	return this_cpu_read(nd_kvmprobe_cpu);
}

static void kvmprobe_put(void)
{
	preempt_enable_notrace();
}

void nd_kvmprobe_nested_exit(void *unused, unsigned long first, unsigned long second,
			     unsigned long third)
{
	kvmprobe_get()->acct.nested_exits++;
	kvmprobe_put();
}

/* The reason is 64 bits wide from Linux 7.0 on, and never greater than 32. */
void nd_kvmprobe_inject(void *unused, u64 reason, u64 info1, u64 info2, u32 intr_info,
			u32 error_code, u32 isa)
{
	struct kvmprobe_cpu *cpu = kvmprobe_get();
	struct nd_acct_vcpu *entry = kvmprobe_current_vcpu(cpu);

	cpu->acct.reflected[nd_acct_slot(&cpu->acct, (u32)reason)]++;
	if (entry)
		nd_acct_vcpu_reflect(entry, (u32)reason);
	kvmprobe_put();
}

/* kvm_nested_vmenter, and kvm_nested_vmrun before it: only that they were hit counts. */
void nd_kvmprobe_nested_entry(void *unused, u64 rip, u64 vmcb, u64 nested_rip)
{
	struct kvmprobe_cpu *cpu = kvmprobe_get();
	struct nd_acct_vcpu *entry = kvmprobe_current_vcpu(cpu);

	cpu->acct.nested_entries++;
	if (entry)
		nd_acct_vcpu_resume(entry);
	kvmprobe_put();
}

void nd_kvmprobe_userspace(void *unused, u32 reason, int error)
{
	kvmprobe_get()->acct.userspace[min_t(u32, reason, ND_NR_USERSPACE - 1)]++;
	nd_kvmfail_userspace(reason, error);
	kvmprobe_put();
}
