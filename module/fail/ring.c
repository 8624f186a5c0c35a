// SPDX-License-Identifier: GPL-2.0-only
/*
 * Recording failed launches. Memory is there from the start.
 */
#include <linux/hash.h>
#include <linux/mm.h>
#include <linux/sched.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/timekeeping.h>

#include <asm/cpufeature.h>

#include "core/entry/kept.h"

#include "module/cpu/machine.h"
#include "module/fail/ring.h"

#define RING_SLOTS	16	/* failures that may be filled at the same time */

/*
 * A captured state costs some hundred VMREADs, which a hypervisor below may have to emulate. So
 * much of a second may go into states that show nothing new.
 */
#define RING_STATE_NS	(NSEC_PER_SEC / 8)

#define RING_THREAD_BITS	8

/**
 * struct ring_thread - what the last failure of a thread says of its next one
 * @tid:     the thread; another one with the same place takes it over
 * @exited:  an entry of a guest failed with an exit, which user space has not been told of
 * @refused: when the vCPU had entered before a launch was refused
 */
struct ring_thread {
	u32 tid;
	bool exited;
	u64 refused;
};

/**
 * struct ring - all of it
 * @kept:    what is kept
 * @slots:   what is being filled
 * @threads: by a hash of the thread's number
 */
struct ring {
	struct nd_kept kept;
	struct nd_ring_slot slots[RING_SLOTS];
	struct ring_thread threads[1 << RING_THREAD_BITS];
};

static struct ring *ring;

static DEFINE_RAW_SPINLOCK(ring_lock);	/* protects all of it but slots that are claimed */
static u64 ring_second;			/* when the second began */
static u64 ring_spent;			/* of it, on states */

static void (*ring_watch)(void);

/* --- filling ---------------------------------------------------------------------------------- */

static bool ring_may_capture(u64 now)
{
	lockdep_assert_held(&ring_lock);
	if (now - ring_second >= NSEC_PER_SEC) {
		ring_second = now;
		ring_spent = 0;
	}
	return ring_spent < RING_STATE_NS;
}

static struct nd_ring_slot *ring_free_slot(void)
{
	u32 i;

	for (i = 0; i < RING_SLOTS; i++)
		if (!ring->slots[i].claimed)
			return &ring->slots[i];
	return NULL;
}

struct nd_ring_slot *nd_ring_claim(enum nd_fail_kind kind, bool with_state)
{
	u64 now = ktime_get_mono_fast_ns();
	struct nd_ring_slot *slot;
	unsigned long flags;
	bool too_much;

	raw_spin_lock_irqsave(&ring_lock, flags);
	slot = ring_free_slot();
	if (slot)
		slot->claimed = true;
	else
		nd_kept_count(&ring->kept, kind);
	too_much = with_state && !ring_may_capture(now);
	raw_spin_unlock_irqrestore(&ring_lock, flags);
	if (!slot)
		return NULL;
	slot->returned = false;
	slot->entered = 0;
	memset(&slot->failure, 0, sizeof(slot->failure));
	slot->failure.time_ns = now;
	slot->failure.kind = kind;
	slot->failure.isa = boot_cpu_has(X86_FEATURE_VMX) ? ND_ISA_VMX : ND_ISA_SVM;
	slot->failure.evidence = too_much ? ND_EVIDENCE_RATE : ND_EVIDENCE_NONE;
	slot->failure.pid = current->tgid;
	slot->failure.tid = current->pid;
	memcpy(slot->failure.comm, current->comm, sizeof(slot->failure.comm) - 1);
	nd_vmstate_init(&slot->failure.state, slot->failure.isa);
	return slot;
}

static struct ring_thread *ring_thread(void)
{
	struct ring_thread *thread = &ring->threads[hash_32(current->pid, RING_THREAD_BITS)];

	lockdep_assert_held(&ring_lock);
	if (thread->tid != current->pid)
		*thread = (struct ring_thread){ .tid = current->pid };
	return thread;
}

static void ring_note_thread(const struct nd_ring_slot *slot)
{
	const struct nd_failure *f = &slot->failure;

	if (f->kind == ND_FAIL_REFUSED)
		ring_thread()->refused = slot->entered;
	else if (f->kind == ND_FAIL_ENTRY && f->level == ND_LEVEL_GUEST)
		ring_thread()->exited = !slot->returned;
}

/* A state that shows a new cause was worth its time, however much has failed just now. */
void nd_ring_publish(struct nd_ring_slot *slot)
{
	struct nd_failure *f = &slot->failure;
	const char *check = nd_failure_check(f, nd_machine_cpu(), NULL);
	unsigned long flags;
	bool new;

	raw_spin_lock_irqsave(&ring_lock, flags);
	ring_note_thread(slot);
	new = nd_kept_add(&ring->kept, f, check);
	if (!new && nd_failure_has_state(f))
		ring_spent += ktime_get_mono_fast_ns() - f->time_ns;
	slot->claimed = false;
	raw_spin_unlock_irqrestore(&ring_lock, flags);
	ring_watch();
}

bool nd_ring_was_refused(u64 entered)
{
	unsigned long flags;
	bool was;

	raw_spin_lock_irqsave(&ring_lock, flags);
	was = entered && ring_thread()->refused == entered;
	raw_spin_unlock_irqrestore(&ring_lock, flags);
	return was;
}

/* Nothing else makes KVM return like this after one. */
bool nd_ring_was_exit(void)
{
	unsigned long flags;
	bool was;

	raw_spin_lock_irqsave(&ring_lock, flags);
	was = ring_thread()->exited;
	ring_thread()->exited = false;
	raw_spin_unlock_irqrestore(&ring_lock, flags);
	return was;
}

/* --- reading ---------------------------------------------------------------------------------- */

bool nd_ring_next(u64 number, struct nd_failure *failure)
{
	const struct nd_kept_cause *cause;
	unsigned long flags;

	raw_spin_lock_irqsave(&ring_lock, flags);
	cause = nd_kept_next(&ring->kept, number);
	if (cause)
		*failure = cause->first;
	raw_spin_unlock_irqrestore(&ring_lock, flags);
	return cause;
}

void nd_ring_counts(u64 counts[ND_NR_FAIL_KINDS])
{
	unsigned long flags;

	raw_spin_lock_irqsave(&ring_lock, flags);
	memcpy(counts, ring->kept.counts, sizeof(ring->kept.counts));
	raw_spin_unlock_irqrestore(&ring_lock, flags);
}

u64 nd_ring_total(void)
{
	unsigned long flags;
	u64 total = 0;
	u32 i;

	raw_spin_lock_irqsave(&ring_lock, flags);
	for (i = 0; i < ND_NR_FAIL_KINDS; i++)
		total += ring->kept.counts[i] - ring->kept.before[i];
	raw_spin_unlock_irqrestore(&ring_lock, flags);
	return total;
}

/* One cause at a time: the lock keeps interrupts off. */
struct nd_failures *nd_ring_read(void)
{
	struct nd_failures *failures = kvzalloc(sizeof(*failures), GFP_KERNEL);
	const struct nd_kept_cause *cause;
	unsigned long flags;
	u64 number = 0;

	if (!failures)
		return NULL;
	do {
		raw_spin_lock_irqsave(&ring_lock, flags);
		cause = nd_kept_next(&ring->kept, number);
		if (cause) {
			number = cause->first.number;
			nd_kept_list(cause, failures);
		} else {
			nd_kept_sum(&ring->kept, failures);
		}
		raw_spin_unlock_irqrestore(&ring_lock, flags);
	} while (cause);
	return failures;
}

void nd_ring_reset(void)
{
	unsigned long flags;

	raw_spin_lock_irqsave(&ring_lock, flags);
	nd_kept_reset(&ring->kept);
	raw_spin_unlock_irqrestore(&ring_lock, flags);
}

/* --- memory ----------------------------------------------------------------------------------- */

int nd_ring_init(void (*watch)(void))
{
	ring_watch = watch;
	ring = kvzalloc(sizeof(*ring), GFP_KERNEL);
	return ring ? 0 : -ENOMEM;
}

void nd_ring_exit(void)
{
	kvfree(ring);
}
