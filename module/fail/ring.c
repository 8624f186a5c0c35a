// SPDX-License-Identifier: GPL-2.0-only
/*
 * The ring of failed launches. Memory is there from the start.
 */
#include <linux/mm.h>
#include <linux/sched.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/timekeeping.h>

#include <asm/cpufeature.h>

#include "module/fail/ring.h"

/* Each captured state costs some hundred VMREADs, which a hypervisor below may have to emulate. */
#define RING_STATES_PER_SECOND	16

static struct nd_ring_slot *ring_slots;

static DEFINE_RAW_SPINLOCK(ring_lock);	/* protects who fills a slot, and what follows */
static u64 ring_last;			/* number of the latest */
static u64 ring_forgotten;		/* those up to here were before the last reset */
static u64 ring_counts[ND_NR_FAIL_KINDS];
static u64 ring_counts_forgotten[ND_NR_FAIL_KINDS];
static u64 ring_second;
static u32 ring_states;

static void (*ring_watch)(void);		/* called when there is a new one */

/* --- filling ---------------------------------------------------------------------------------- */

static struct nd_ring_slot *ring_slot(u64 number)
{
	return &ring_slots[(number - 1) % ND_MAX_FAILURES];
}

struct nd_ring_slot *nd_ring_claim(enum nd_fail_kind kind, bool with_state)
{
	u64 now = ktime_get_mono_fast_ns();
	struct nd_ring_slot *slot;
	bool too_many = false;
	unsigned long flags;
	u64 number;

	raw_spin_lock_irqsave(&ring_lock, flags);
	number = ++ring_last;
	ring_counts[kind]++;
	slot = ring_slot(number);
	if (slot->filling)
		slot = NULL;
	else
		slot->filling = true;
	if (with_state) {
		if (now - ring_second >= NSEC_PER_SEC) {
			ring_second = now;
			ring_states = 0;
		}
		too_many = ring_states++ >= RING_STATES_PER_SECOND;
	}
	raw_spin_unlock_irqrestore(&ring_lock, flags);
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

void nd_ring_publish(struct nd_ring_slot *slot)
{
	/* Pairs with nd_ring_copy(): who sees it filled sees all of it. */
	smp_store_release(&slot->filling, false);
	ring_watch();
}

bool nd_ring_was_refused(u64 entered)
{
	const struct nd_ring_slot *slot;
	unsigned long flags;
	bool found = false;
	u64 i;

	raw_spin_lock_irqsave(&ring_lock, flags);
	for (i = 0; i < ND_MAX_FAILURES && i < ring_last; i++) {
		slot = ring_slot(ring_last - i);
		if (slot->filling || slot->failure.tid != current->pid)
			continue;
		found = slot->failure.kind == ND_FAIL_REFUSED && entered &&
			slot->entered == entered;
		break;
	}
	raw_spin_unlock_irqrestore(&ring_lock, flags);
	return found;
}

/* Nothing else makes KVM return like this after one. */
bool nd_ring_was_exit(void)
{
	unsigned long flags;
	bool found = false;
	u64 i;

	raw_spin_lock_irqsave(&ring_lock, flags);
	for (i = 0; i < ND_MAX_FAILURES && i < ring_last && !found; i++) {
		struct nd_ring_slot *slot = ring_slot(ring_last - i);

		found = !slot->filling && !slot->returned &&
			slot->failure.kind == ND_FAIL_ENTRY &&
			slot->failure.level == ND_LEVEL_GUEST &&
			slot->failure.tid == current->pid;
		if (found)
			slot->returned = true;
	}
	raw_spin_unlock_irqrestore(&ring_lock, flags);
	return found;
}

/* --- reading ---------------------------------------------------------------------------------- */

u64 nd_ring_copy(u64 number, struct nd_failure *failure, bool *filling)
{
	struct nd_ring_slot *slot;
	unsigned long flags;
	u64 last;

	raw_spin_lock_irqsave(&ring_lock, flags);
	last = ring_last;
	failure->number = 0;
	*filling = false;
	if (number && number <= last && last - number < ND_MAX_FAILURES) {
		slot = ring_slot(number);
		/* Pairs with nd_ring_publish(). */
		*filling = smp_load_acquire(&slot->filling);
		if (!*filling && slot->failure.number == number)
			memcpy(failure, &slot->failure, sizeof(*failure));
	}
	raw_spin_unlock_irqrestore(&ring_lock, flags);
	return last;
}

void nd_ring_counts(u64 counts[ND_NR_FAIL_KINDS])
{
	unsigned long flags;

	raw_spin_lock_irqsave(&ring_lock, flags);
	memcpy(counts, ring_counts, sizeof(ring_counts));
	raw_spin_unlock_irqrestore(&ring_lock, flags);
}

u64 nd_ring_total(void)
{
	unsigned long flags;
	u64 total;

	raw_spin_lock_irqsave(&ring_lock, flags);
	total = ring_last - ring_forgotten;
	raw_spin_unlock_irqrestore(&ring_lock, flags);
	return total;
}

struct nd_failures *nd_ring_read(void)
{
	struct nd_failures *failures = kvzalloc(sizeof(*failures), GFP_KERNEL);
	u64 number, last, first;
	unsigned long flags;
	bool filling;
	u32 i;

	if (!failures)
		return NULL;
	raw_spin_lock_irqsave(&ring_lock, flags);
	last = ring_last;
	first = ring_forgotten + 1;
	for (i = 0; i < ND_NR_FAIL_KINDS; i++)
		failures->counts[i] = ring_counts[i] - ring_counts_forgotten[i];
	raw_spin_unlock_irqrestore(&ring_lock, flags);
	number = first;
	if (last >= ND_MAX_FAILURES && number < last - ND_MAX_FAILURES + 1)
		number = last - ND_MAX_FAILURES + 1;
	for (; number <= last; number++) {
		nd_ring_copy(number, &failures->list[failures->nr], &filling);
		if (failures->list[failures->nr].number)
			failures->nr++;
	}
	failures->dropped = last + 1 - first - failures->nr;
	return failures;
}

void nd_ring_reset(void)
{
	unsigned long flags;

	raw_spin_lock_irqsave(&ring_lock, flags);
	ring_forgotten = ring_last;
	memcpy(ring_counts_forgotten, ring_counts, sizeof(ring_counts));
	raw_spin_unlock_irqrestore(&ring_lock, flags);
}

/* --- memory ----------------------------------------------------------------------------------- */

int nd_ring_init(void (*watch)(void))
{
	ring_watch = watch;
	ring_slots = kvcalloc(ND_MAX_FAILURES, sizeof(*ring_slots), GFP_KERNEL);
	return ring_slots ? 0 : -ENOMEM;
}

void nd_ring_exit(void)
{
	kvfree(ring_slots);
}
