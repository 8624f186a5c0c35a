// SPDX-License-Identifier: GPL-2.0-only
/*
 * The slow path of the probes of kvm_exit and kvm_entry: whatever is out of the ordinary, and each
 * turn of a vCPU on a CPU, after which the fast path of exit.c is right for it.
 */
#include <linux/kvm_host.h>

#include "module/fail/capture.h"
#include "module/kvm/arguments.h"
#include "module/kvm/cached.h"
#include "module/kvm/fast.h"
#include "module/kvm/slow.h"
#include "module/kvm/table.h"
#include "module/kvm/vmcb.h"
#include "module/kvm/vmcs.h"

static notrace void slow_arm_memory(struct nd_probe_cpu *cpu, const void *const *key,
				    const unsigned long *base)
{
	cpu->base = base;
	WRITE_ONCE(cpu->memory, key);
}

/*
 * The next exit and entry of @vcpu may take the fast path. Looking at the state and noting what
 * follows is one step for those who change it: they come by interrupt.
 */
static notrace void slow_arm(struct nd_probe_cpu *cpu, const struct kvm_vcpu *vcpu,
			     struct nd_acct_vcpu *entry)
{
	const void *const *key = entry ? &entry->key : &cpu->own;
	unsigned long flags;

	raw_local_irq_save(flags);
	nd_probe_disarm(cpu);
	cpu->own = vcpu;
	cpu->copy = (unsigned long)vcpu + READ_ONCE(nd_probe.cached_at) - ND_FAST_REASON_AT;
	cpu->entry = entry;
	/* Pairs with probe_allocate(), and with the barrier of nd_probe_invalidate(). */
	if (!smp_load_acquire(&cpu->acct))
		goto out;
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
		slow_arm_memory(cpu, key, &cpu->copy);
	else if (READ_ONCE(nd_probe.source) == ND_SOURCE_VMCB && nd_vmcb_find(vcpu))
		slow_arm_memory(cpu, key, (const unsigned long *)(vcpu + 1));
out:
	raw_local_irq_restore(flags);
}

/* All that accounting needs of a vCPU that has just exited: later it may not be there any more. */
static notrace void slow_who(struct nd_probe_cpu *cpu, struct kvm_vcpu *vcpu,
			     struct nd_probe_who *who)
{
	who->vcpu = vcpu;
	who->task = current;
	who->level = nd_fast_level(vcpu);
	who->id = vcpu->vcpu_id;
	who->entry = NULL;
	if (nd_table)
		who->entry = READ_ONCE(*cpu->entering) == vcpu ? nd_fast_entry_of(cpu->entering) :
						      nd_table_find(vcpu);
}

/* The record of a hit that was not ours has nobody as @who. @info: the VMCB's, NULL without. */
static noinline notrace void slow_count(struct nd_probe_cpu *cpu, const struct nd_probe_who *who,
					u32 reason, const u64 *info)
{
	unsigned long flags = 0;
	struct nd_acct_cpu *acct = nd_probe_acct_get(cpu, &flags);
	u32 slot = nd_acct_exit(acct, who->level, reason);
	u64 now = rdtsc();

	if (acct != READ_ONCE(cpu->acct))
		cpu->early[who->level]++;
	if (who->entry) {
		nd_recorder_exit(who->entry, who->level, slot, reason, info, now);
		nd_acct_vcpu_exit(acct, who->entry, who->level, slot, now);
	} else if (who->vcpu && nd_table) {
		acct->untabled++;
	}
	nd_probe_acct_put(acct, flags);
	if (slot >= ND_SLOT_FAILED)
		nd_capture_exit(who->vcpu, who->id, reason, who->level);
	if (who->vcpu)
		slow_arm(cpu, who->vcpu, who->entry);
}

notrace void nd_slow_count(struct kvm_vcpu *vcpu, u32 reason)
{
	struct nd_probe_cpu *cpu = this_cpu_ptr(&nd_probe_cpus);
	bool vmcb = READ_ONCE(nd_probe.source) == ND_SOURCE_VMCB;
	struct nd_probe_who who;
	u64 info[2];

	slow_who(cpu, vcpu, &who);
	vmcb &= who.entry && who.entry->record;
	slow_count(cpu, &who, reason, vmcb && nd_vmcb_info(vcpu, info) ? info : NULL);
}

static notrace void slow_count_unread(struct nd_probe_cpu *cpu)
{
	unsigned long flags = 0;
	struct nd_acct_cpu *acct = nd_probe_acct_get(cpu, &flags);

	acct->unread++;
	nd_probe_acct_put(acct, flags);
}

/* It has exited, why is not known; without this its next entry would be one without an exit. */
static notrace void slow_lose(struct nd_probe_cpu *cpu, struct kvm_vcpu *vcpu)
{
	struct nd_probe_who who;

	slow_who(cpu, vcpu, &who);
	slow_count_unread(cpu);
	if (who.entry)
		nd_acct_vcpu_restart(who.entry);
}

/* --- exits whose reason comes with a record --------------------------------------------------- */

/* The record has not come: that exit is lost. */
static notrace void slow_drop(struct nd_probe_cpu *cpu)
{
	if (!cpu->pending.vcpu)
		return;
	slow_count_unread(cpu);
	cpu->pending.vcpu = NULL;
}

/*
 * The record follows at once, within this hit of the tracepoint. Until then the vCPU is one of
 * which nothing is known, so that its next entry is right if no record comes.
 */
static notrace void slow_pend(struct nd_probe_cpu *cpu, struct kvm_vcpu *vcpu)
{
	struct nd_probe_who *who = &cpu->pending;
	u32 code;

	slow_drop(cpu);
	slow_who(cpu, vcpu, who);
	if (READ_ONCE(nd_probe.comparing))
		cpu->compared = ND_PROBE_COMPARING |
				(nd_vmcb_read(vcpu, &code) ? code : ND_PROBE_UNREADABLE);
	if (!who->entry)
		return;
	cpu->pending_state = who->entry->state;
	nd_acct_vcpu_restart(who->entry);
}

static notrace bool slow_settle_fast(const struct nd_probe_cpu *cpu, enum nd_acct_level level,
				     u32 reason)
{
	struct nd_acct_vcpu *entry = nd_fast_entry_of(cpu->entering);
	u64 ago, now = rdtsc();

	if (!nd_hot_stay(entry, now, &ago))
		return false;
	nd_recorder_exit(entry, level, reason, reason, NULL, now);
	nd_hot_leave(cpu->acct, entry, level, reason, now, ago);
	return true;
}

/*
 * A record without the exit that it belongs to is of a hit that began before our probe was
 * attached, or after it was detached.
 */
static notrace void slow_settle(struct nd_probe_cpu *cpu, u32 reason)
{
	static const struct nd_probe_who nobody;
	struct nd_probe_who *who = &cpu->pending;
	struct nd_acct_vcpu *entry = who->entry;

	if (READ_ONCE(nd_probe.arguments) == ND_ARGUMENTS_OTHER) {
		slow_count(cpu, &nobody, reason, NULL);
		who->vcpu = NULL;
		return;
	}
	if (!who->vcpu || who->task != current)
		return;
	if (entry)
		entry->state = cpu->pending_state;
	if (READ_ONCE(*cpu->entering) != who->vcpu || reason >= ND_SLOT_SVM_HIGH ||
	    !slow_settle_fast(cpu, who->level, reason))
		slow_count(cpu, who, reason, NULL);
	who->vcpu = NULL;
}

static void slow_compare(struct nd_probe_cpu *cpu, u32 recorded)
{
	if (!READ_ONCE(nd_probe.comparing) || !cpu->compared)
		return;
	if ((ND_PROBE_COMPARING | recorded) != cpu->compared)
		atomic_inc(&nd_probe.mismatched);
	cpu->compared = 0;
	if (atomic_inc_return(&nd_probe.compared) == ND_PROBE_COMPARE)
		nd_probe.changed();
}

void nd_slow_recorded(u32 reason, u32 isa)
{
	struct nd_probe_cpu *cpu = this_cpu_ptr(&nd_probe_cpus);

	/* The source may have changed since the probe: what it has noted still needs its record. */
	if (cpu->pending.vcpu || READ_ONCE(nd_probe.source) == ND_SOURCE_RECORD)
		slow_settle(cpu, reason);
	slow_compare(cpu, reason);
}

/* --- exits whose reason can be read ----------------------------------------------------------- */

static bool slow_read_vmcs(u32 *reason)
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
static bool slow_lose_vmcb(void)
{
	if (!READ_ONCE(nd_probe.lost)) {
		WRITE_ONCE(nd_probe.lost, true);
		nd_probe.changed();
	}
	return false;
}

static bool slow_read_cached(struct nd_probe_cpu *cpu, const struct kvm_vcpu *vcpu, u32 *reason)
{
	if (!READ_ONCE(cpu->check))
		return nd_cached_read(vcpu, reason);
	WRITE_ONCE(cpu->check, false);
	if (!slow_read_vmcs(reason))
		return false;
	nd_cached_check(vcpu, *reason);
	return true;
}

static bool slow_read_reason(struct nd_probe_cpu *cpu, const struct kvm_vcpu *vcpu,
			     unsigned long first, u32 *reason)
{
	switch (READ_ONCE(nd_probe.source)) {
	case ND_SOURCE_ARGUMENT:
		*reason = first;
		return READ_ONCE(nd_probe.arguments) == ND_ARGUMENTS_REASON;
	case ND_SOURCE_VMCB:
		return nd_vmcb_read(vcpu, reason) || slow_lose_vmcb();
	case ND_SOURCE_CACHED:
		return nd_vmcs_of(vcpu) && slow_read_cached(cpu, vcpu, reason);
	case ND_SOURCE_VMX:
		if (!nd_vmcs_of(vcpu) || !slow_read_vmcs(reason))
			return false;
		if (READ_ONCE(nd_probe.calibrating))
			nd_cached_learn(vcpu, *reason);
		return true;
	default:
		return false;
	}
}

static notrace void slow_exit_of(struct nd_probe_cpu *cpu, struct kvm_vcpu *vcpu,
				 unsigned long first)
{
	u32 reason;

	if (unlikely(READ_ONCE(nd_probe.proof) == ND_PROOF_ASKED))
		nd_arguments_witness(vcpu);
	if (READ_ONCE(nd_probe.source) == ND_SOURCE_RECORD) {
		slow_pend(cpu, vcpu);
		return;
	}
	slow_drop(cpu);
	if (!slow_read_reason(cpu, vcpu, first, &reason)) {
		slow_lose(cpu, vcpu);
		return;
	}
	if (READ_ONCE(nd_probe.comparing))
		cpu->compared = ND_PROBE_COMPARING | reason;
	nd_slow_count(vcpu, reason);
}

notrace void nd_slow_exit_of(struct kvm_vcpu *vcpu)
{
	slow_exit_of(this_cpu_ptr(&nd_probe_cpus), vcpu, (unsigned long)vcpu);
}

notrace void nd_slow_exit(unsigned long first, unsigned long second, unsigned long third)
{
	struct nd_probe_cpu *cpu = this_cpu_ptr(&nd_probe_cpus);
	enum nd_arguments arguments;
	unsigned long vcpu;

	if (unlikely(READ_ONCE(nd_probe.arguments) == ND_ARGUMENTS_UNKNOWN))
		nd_arguments_look(first, second, third);
	arguments = READ_ONCE(nd_probe.arguments);
	if (arguments == ND_ARGUMENTS_OTHER) {
		/* Records may not be read yet: an exit without one is lost, and that is counted. */
		slow_drop(cpu);
		cpu->pending.vcpu = nd_probe_nobody;
		return;
	}
	vcpu = arguments == ND_ARGUMENTS_REASON ? second : first;
	slow_exit_of(cpu, (struct kvm_vcpu *)vcpu, first);
}

/* --- entries ---------------------------------------------------------------------------------- */

notrace void nd_slow_entry(void *unused, struct kvm_vcpu *vcpu)
{
	struct nd_probe_cpu *cpu = this_cpu_ptr(&nd_probe_cpus);
	enum nd_arguments arguments = READ_ONCE(nd_probe.arguments);
	struct nd_acct_vcpu *entry;
	struct nd_acct_cpu *acct;
	unsigned long flags = 0;

	if (arguments != ND_ARGUMENTS_VCPU && arguments != ND_ARGUMENTS_REASON)
		return;
	if (unlikely(READ_ONCE(nd_probe.entry) == ND_ARGUMENTS_UNKNOWN))
		nd_arguments_look_entry((unsigned long)vcpu);
	if (unlikely(READ_ONCE(nd_probe.entry) != ND_ARGUMENTS_VCPU))
		return;
	slow_drop(cpu);
	entry = nd_table_find(vcpu);
	if (!entry)
		return;
	/* A new vCPU, even if all that we know of it is as before. */
	if (!vcpu->stat.exits)
		nd_acct_vcpu_restart(entry);
	acct = nd_probe_acct_get(cpu, &flags);
	nd_acct_vcpu_entry(acct, entry, rdtsc());
	nd_probe_acct_put(acct, flags);
	slow_arm(cpu, vcpu, entry);
}
