// SPDX-License-Identifier: GPL-2.0-only
/*
 * Failed launches: what is taken down of them at the moment at which they show.
 *
 * Nothing here runs unless something failed. A probe claims the oldest entry of a ring, fills it
 * without a lock and lets readers have it; memory is there from the start.
 */
#include <linux/kvm_host.h>
#include <linux/slab.h>
#include <linux/timekeeping.h>
#include <linux/uaccess.h>

#include "core/exits/exits.h"

#include "module/kvm/probe.h"
#include "module/kvm/trace.h"
#include "module/nestdiag.h"

/* Each captured state costs some hundred VMREADs, which a hypervisor below may have to emulate. */
#define KVMFAIL_STATES_PER_SECOND	16

/**
 * struct kvmfail_slot - a place in the ring
 * @failure:  what is kept
 * @filling:  a probe writes it just now; @failure is nobody else's
 * @returned: user space has been told of it
 * @entered:  when its vCPU entered last before, by the table; 0 where that is not known
 * @evmcs:    room for an enlightened VMCS
 */
struct kvmfail_slot {
	struct nd_failure failure;
	bool filling;
	bool returned;
	u64 entered;
	u8 evmcs[ND_EVMCS_BYTES];
};

static struct kvmfail_slot *kvmfail_ring;

static DEFINE_RAW_SPINLOCK(kvmfail_lock);	/* protects who fills a slot, and what follows */
static u64 kvmfail_last;			/* number of the latest */
static u64 kvmfail_forgotten;			/* those up to here were before the last reset */
static u64 kvmfail_counts[ND_NR_FAIL_KINDS];
static u64 kvmfail_counts_forgotten[ND_NR_FAIL_KINDS];
static u64 kvmfail_second;
static u32 kvmfail_states;

/* --- the ring --------------------------------------------------------------------------------- */

static struct kvmfail_slot *kvmfail_slot(u64 number)
{
	return &kvmfail_ring[(number - 1) % ND_MAX_FAILURES];
}

/* A place for a failure, with what is known of each; NULL where the oldest is still being filled. */
static struct kvmfail_slot *kvmfail_claim(enum nd_fail_kind kind, bool with_state)
{
	u64 now = ktime_get_mono_fast_ns();
	struct kvmfail_slot *slot;
	bool too_many = false;
	unsigned long flags;
	u64 number;

	raw_spin_lock_irqsave(&kvmfail_lock, flags);
	number = ++kvmfail_last;
	kvmfail_counts[kind]++;
	slot = kvmfail_slot(number);
	if (slot->filling)
		slot = NULL;
	else
		slot->filling = true;
	if (with_state) {
		if (now - kvmfail_second >= NSEC_PER_SEC) {
			kvmfail_second = now;
			kvmfail_states = 0;
		}
		too_many = kvmfail_states++ >= KVMFAIL_STATES_PER_SECOND;
	}
	raw_spin_unlock_irqrestore(&kvmfail_lock, flags);
	if (!slot)
		return NULL;
	slot->returned = false;
	slot->entered = 0;
	memset(&slot->failure, 0, sizeof(slot->failure));
	slot->failure.number = number;
	slot->failure.time_ns = now;
	slot->failure.kind = kind;
	slot->failure.isa = boot_cpu_has(X86_FEATURE_VMX) ? ND_ISA_VMX : ND_ISA_SVM;
	slot->failure.evidence = too_many ? ND_EVIDENCE_RATE : ND_EVIDENCE_NONE;
	slot->failure.pid = current->tgid;
	slot->failure.tid = current->pid;
	memcpy(slot->failure.comm, current->comm, sizeof(slot->failure.comm) - 1);
	nd_vmstate_init(&slot->failure.state, slot->failure.isa);
	return slot;
}

static void kvmfail_publish(struct kvmfail_slot *slot)
{
	/* Pairs with nd_kvmfail_copy(): who sees it filled sees all of it. */
	smp_store_release(&slot->filling, false);
	nd_faillog_kick();
}

/* The vCPU that the current thread ran last, on whatever CPU; NULL where there is no table. */
static const struct nd_acct_vcpu *kvmfail_vcpu(void)
{
	const struct nd_acct_vcpu *ran = NULL;
	unsigned int i;

	for (i = 0; nd_kvmprobe_table && i <= nd_kvmprobe_mask; i++) {
		const struct nd_acct_vcpu *entry = &nd_kvmprobe_table[i];

		if (READ_ONCE(entry->task) == current && (!ran || entry->entered > ran->entered))
			ran = entry;
	}
	return ran;
}

/* What is known of the vCPU of which only the table's entry is at hand. */
static void kvmfail_put_vcpu(struct nd_failure *failure, const struct nd_acct_vcpu *entry)
{
	if (!entry)
		return;
	failure->vcpu = entry->id;
	failure->has |= ND_FAIL_HAS_VCPU;
}

/* The fields of the VMCS that is current here, if it is this thread's. */
static void kvmfail_take_state(struct kvmfail_slot *slot)
{
	struct nd_failure *failure = &slot->failure;

	if (failure->isa == ND_ISA_VMX && failure->evidence != ND_EVIDENCE_RATE)
		failure->evidence = nd_kvmstate_take(&failure->state, slot->evmcs);
}

/* --- the probes' calls ------------------------------------------------------------------------ */

/* Not with Trust Domains: their reasons have the bit, too, and another VMCS is current then. */
static void kvmfail_take_exit(struct kvmfail_slot *slot)
{
	struct nd_failure *failure = &slot->failure;

	kvmfail_take_state(slot);
	if (failure->state.known[ND_VMF_EXIT_REASON] &&
	    nd_vmstate_get(&failure->state, ND_VMF_EXIT_REASON) != failure->reason) {
		nd_vmstate_init(&failure->state, failure->isa);
		failure->evidence = ND_EVIDENCE_OTHER;
	}
	if (failure->state.known[ND_VMF_QUALIFICATION]) {
		failure->qual = nd_vmstate_get(&failure->state, ND_VMF_QUALIFICATION);
		failure->has |= ND_FAIL_HAS_QUAL;
	}
	nd_kvmstate_take_msrs(&failure->state);
}

void nd_kvmfail_exit(struct kvm_vcpu *vcpu, u32 reason, enum nd_acct_level level)
{
	bool vmx = boot_cpu_has(X86_FEATURE_VMX);
	struct kvmfail_slot *slot;

	if (!(vmx ? reason & ND_VMX_EXIT_FAILED : reason == ND_SVM_EXIT_ERR))
		return;
	slot = kvmfail_claim(ND_FAIL_ENTRY, vmx);
	if (!slot)
		return;
	slot->failure.level = level;
	slot->failure.reason = reason;
	slot->failure.has |= ND_FAIL_HAS_REASON;
	if (vcpu) {
		slot->failure.vcpu = vcpu->vcpu_id;
		slot->failure.has |= ND_FAIL_HAS_VCPU;
	}
	if (vmx)
		kvmfail_take_exit(slot);
	kvmfail_publish(slot);
}

/*
 * KVM's checks are nested, and each one that fails has its message, the innermost first: that one
 * is kept. What comes before the vCPU enters again belongs to the same launch.
 */
static bool kvmfail_was_refused(const struct nd_acct_vcpu *entry)
{
	const struct kvmfail_slot *slot;
	unsigned long flags;
	bool found = false;
	u64 i;

	raw_spin_lock_irqsave(&kvmfail_lock, flags);
	for (i = 0; entry && i < ND_MAX_FAILURES && i < kvmfail_last; i++) {
		slot = kvmfail_slot(kvmfail_last - i);
		if (slot->filling || slot->failure.tid != current->pid)
			continue;
		found = slot->failure.kind == ND_FAIL_REFUSED && slot->entered &&
			slot->entered == entry->entered;
		break;
	}
	raw_spin_unlock_irqrestore(&kvmfail_lock, flags);
	return found;
}

void nd_kvmfail_refused(const char *text, u32 error)
{
	/* Only then the VMCS of the nested guest was entered, and is current. */
	bool entered = strstr(text, "VM-instruction error");
	const struct nd_acct_vcpu *entry = kvmfail_vcpu();
	struct kvmfail_slot *slot;

	if (kvmfail_was_refused(entry))
		return;
	slot = kvmfail_claim(ND_FAIL_REFUSED, entered);
	if (!slot)
		return;
	slot->entered = entry ? entry->entered : 0;
	slot->failure.level = ND_LEVEL_NESTED;
	slot->failure.error = error;
	slot->failure.has |= ND_FAIL_HAS_ERROR;
	strscpy(slot->failure.message, text, sizeof(slot->failure.message));
	kvmfail_put_vcpu(&slot->failure, entry);
	if (entered)
		kvmfail_take_state(slot);
	kvmfail_publish(slot);
}

/* The same failure showed as an exit before; nothing else makes KVM return like this after one. */
static bool kvmfail_was_exit(void)
{
	unsigned long flags;
	bool found = false;
	u64 i;

	raw_spin_lock_irqsave(&kvmfail_lock, flags);
	for (i = 0; i < ND_MAX_FAILURES && i < kvmfail_last && !found; i++) {
		struct kvmfail_slot *slot = kvmfail_slot(kvmfail_last - i);

		found = !slot->filling && !slot->returned &&
			slot->failure.kind == ND_FAIL_ENTRY &&
			slot->failure.level == ND_LEVEL_GUEST &&
			slot->failure.tid == current->pid;
		if (found)
			slot->returned = true;
	}
	raw_spin_unlock_irqrestore(&kvmfail_lock, flags);
	return found;
}

/**
 * struct kvmfail_run - what KVM told user space
 * @known:    the rest is filled
 * @hardware: fail_entry.hardware_entry_failure_reason
 * @suberror: internal.suberror
 */
struct kvmfail_run {
	bool known;
	u64 hardware;
	u32 suberror;
};

/*
 * From the page that KVM shares with user space. The vCPU of a table's entry may be gone, and its
 * memory another's: so everything is copied with care, and believed only if it repeats @reason.
 */
static void kvmfail_read_run(struct kvmfail_run *out, const struct nd_acct_vcpu *entry, u32 reason)
{
	const struct kvm_vcpu *vcpu = entry ? entry->key : NULL;
	struct kvm_run *run;
	u32 told;

	out->known = vcpu && !copy_from_kernel_nofault(&run, &vcpu->run, sizeof(run)) &&
		     !copy_from_kernel_nofault(&told, &run->exit_reason, sizeof(told)) &&
		     told == reason &&
		     !copy_from_kernel_nofault(&out->hardware,
					       &run->fail_entry.hardware_entry_failure_reason,
					       sizeof(out->hardware)) &&
		     !copy_from_kernel_nofault(&out->suberror, &run->internal.suberror,
					       sizeof(out->suberror));
}

static void kvmfail_fail_entry(const struct nd_acct_vcpu *entry)
{
	bool vmx = boot_cpu_has(X86_FEATURE_VMX);
	struct kvmfail_slot *slot;
	struct kvmfail_run run;
	bool exited;

	if (kvmfail_was_exit())
		return;
	kvmfail_read_run(&run, entry, KVM_EXIT_FAIL_ENTRY);
	/* An exit that went unseen, or no exit at all. */
	exited = !vmx || (run.known && run.hardware & ND_VMX_EXIT_FAILED);
	slot = kvmfail_claim(exited ? ND_FAIL_ENTRY : ND_FAIL_VMFAIL, vmx);
	if (!slot)
		return;
	slot->returned = true;
	kvmfail_put_vcpu(&slot->failure, entry);
	kvmfail_take_state(slot);
	if (exited) {
		slot->failure.reason = run.hardware;
		slot->failure.has |= run.known ? ND_FAIL_HAS_REASON : 0;
	} else {
		slot->failure.error = run.known ? run.hardware :
			nd_vmstate_get(&slot->failure.state, ND_VMF_INSTRUCTION_ERROR);
		if (slot->failure.error)
			slot->failure.has |= ND_FAIL_HAS_ERROR;
	}
	kvmfail_publish(slot);
}

static void kvmfail_ended(enum nd_fail_kind kind, u32 reason, const struct nd_acct_vcpu *entry)
{
	struct kvmfail_slot *slot = kvmfail_claim(kind, false);
	struct kvmfail_run run;

	if (!slot)
		return;
	kvmfail_put_vcpu(&slot->failure, entry);
	slot->failure.level = ND_FAIL_LEVEL_UNKNOWN;
	if (entry) {
		slot->failure.level = nd_acct_vcpu_level(entry);
		if (nd_acct_vcpu_slot(entry) < ND_SLOT_SVM_HIGH) {
			slot->failure.reason = nd_acct_vcpu_slot(entry);
			slot->failure.has |= ND_FAIL_HAS_REASON;
		}
	}
	kvmfail_read_run(&run, entry, reason);
	if (kind == ND_FAIL_INTERNAL && run.known) {
		slot->failure.error = run.suberror;
		slot->failure.has |= ND_FAIL_HAS_ERROR;
	}
	kvmfail_publish(slot);
}

void nd_kvmfail_userspace(u32 reason, int error)
{
	/* With an error the reason is that of an earlier return. */
	if (error)
		return;
	switch (reason) {
	case KVM_EXIT_FAIL_ENTRY:
		kvmfail_fail_entry(kvmfail_vcpu());
		break;
	case KVM_EXIT_SHUTDOWN:
		kvmfail_ended(ND_FAIL_SHUTDOWN, reason, kvmfail_vcpu());
		break;
	case KVM_EXIT_INTERNAL_ERROR:
		kvmfail_ended(ND_FAIL_INTERNAL, reason, kvmfail_vcpu());
		break;
	default:
		break;
	}
}

/* --- reading ---------------------------------------------------------------------------------- */

u64 nd_kvmfail_copy(u64 number, struct nd_failure *failure, bool *filling)
{
	struct kvmfail_slot *slot;
	unsigned long flags;
	u64 last;

	raw_spin_lock_irqsave(&kvmfail_lock, flags);
	last = kvmfail_last;
	failure->number = 0;
	*filling = false;
	if (number && number <= last && last - number < ND_MAX_FAILURES) {
		slot = kvmfail_slot(number);
		/* Pairs with kvmfail_publish(). */
		*filling = smp_load_acquire(&slot->filling);
		if (!*filling && slot->failure.number == number)
			memcpy(failure, &slot->failure, sizeof(*failure));
	}
	raw_spin_unlock_irqrestore(&kvmfail_lock, flags);
	return last;
}

void nd_kvmfail_counts(u64 counts[ND_NR_FAIL_KINDS])
{
	unsigned long flags;

	raw_spin_lock_irqsave(&kvmfail_lock, flags);
	memcpy(counts, kvmfail_counts, sizeof(kvmfail_counts));
	raw_spin_unlock_irqrestore(&kvmfail_lock, flags);
}

u64 nd_kvmfail_total(void)
{
	unsigned long flags;
	u64 total;

	raw_spin_lock_irqsave(&kvmfail_lock, flags);
	total = kvmfail_last - kvmfail_forgotten;
	raw_spin_unlock_irqrestore(&kvmfail_lock, flags);
	return total;
}

struct nd_failures *nd_kvmfail_read(void)
{
	struct nd_failures *failures = kvzalloc(sizeof(*failures), GFP_KERNEL);
	u64 number, last, first;
	unsigned long flags;
	bool filling;
	u32 i;

	if (!failures)
		return NULL;
	raw_spin_lock_irqsave(&kvmfail_lock, flags);
	last = kvmfail_last;
	first = kvmfail_forgotten + 1;
	for (i = 0; i < ND_NR_FAIL_KINDS; i++)
		failures->counts[i] = kvmfail_counts[i] - kvmfail_counts_forgotten[i];
	raw_spin_unlock_irqrestore(&kvmfail_lock, flags);
	number = first;
	if (last >= ND_MAX_FAILURES && number < last - ND_MAX_FAILURES + 1)
		number = last - ND_MAX_FAILURES + 1;
	for (; number <= last; number++) {
		nd_kvmfail_copy(number, &failures->list[failures->nr], &filling);
		if (failures->list[failures->nr].number)
			failures->nr++;
	}
	failures->dropped = last + 1 - first - failures->nr;
	return failures;
}

void nd_kvmfail_reset(void)
{
	unsigned long flags;

	raw_spin_lock_irqsave(&kvmfail_lock, flags);
	kvmfail_forgotten = kvmfail_last;
	memcpy(kvmfail_counts_forgotten, kvmfail_counts, sizeof(kvmfail_counts));
	raw_spin_unlock_irqrestore(&kvmfail_lock, flags);
}

/* --- memory ----------------------------------------------------------------------------------- */

int nd_kvmfail_alloc(void)
{
	struct nd_facts *facts = nd_gather(false);
	const struct nd_cpu *cpu = facts ? nd_facts_first(facts) : NULL;

	if (cpu)
		nd_kvmstate_init(cpu);
	if (facts)
		nd_gather_free(facts);
	kvmfail_ring = kvcalloc(ND_MAX_FAILURES, sizeof(*kvmfail_ring), GFP_KERNEL);
	return kvmfail_ring ? 0 : -ENOMEM;
}

void nd_kvmfail_free(void)
{
	kvfree(kvmfail_ring);
}
