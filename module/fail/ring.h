/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The failed launches that are kept. A probe claims a slot, fills it without a lock and publishes
 * it, which keeps it by its cause. Each step takes the same time whatever has failed before.
 */
#ifndef NESTDIAG_RING_H
#define NESTDIAG_RING_H

#include <linux/build_bug.h>

#include "core/entry/failure.h"
#include "core/facts/facts.h"

static_assert(ND_VMCB_BYTES >= ND_EVMCS_BYTES);

/**
 * struct nd_ring_slot - a failure that is being recorded
 * @failure:  what is known of it
 * @claimed:  a probe is filling it
 * @returned: user space has been told of it
 * @entered:  when its vCPU entered last before, by the table; 0 if that is not known
 * @room:     for a copy of an enlightened VMCS, or of a VMCB
 */
struct nd_ring_slot {
	struct nd_failure failure;
	bool claimed;
	bool returned;
	u64 entered;
	u8 room[ND_VMCB_BYTES];
};

/**
 * nd_ring_claim() - a slot for a failure of the current thread, with what is known of each
 * @kind:	how the launch failed
 * @with_state:	its state is to be captured, too, unless that has taken too much time just now
 *
 * Context: any but NMI.
 * Return: the slot, for nd_ring_publish(); NULL if all are being filled: it is only counted then.
 */
struct nd_ring_slot *nd_ring_claim(enum nd_fail_kind kind, bool with_state);
void nd_ring_publish(struct nd_ring_slot *slot);

/**
 * nd_ring_was_refused() - was a launch of the current thread refused since this entry?
 * @entered: when its vCPU entered last
 *
 * KVM's checks are nested, and each one that fails has its message, the innermost first: that one
 * is kept. What comes before the vCPU enters again belongs to the same launch.
 */
bool nd_ring_was_refused(u64 entered);

/**
 * nd_ring_was_exit() - has the failure that user space is told of shown as an exit before?
 *
 * True once for each such exit of the current thread.
 */
bool nd_ring_was_exit(void);

/**
 * nd_ring_next() - the first failure of a cause that came up after failure @number
 *
 * Return: false if there is no such cause.
 */
bool nd_ring_next(u64 number, struct nd_failure *failure);

/** nd_ring_counts() - all failures since the module was loaded, by kind */
void nd_ring_counts(u64 counts[ND_NR_FAIL_KINDS]);

/** nd_ring_total() - failures since the last reset */
u64 nd_ring_total(void);

/** nd_ring_read() - those since the last reset, to be freed with kvfree(); NULL without memory */
struct nd_failures *nd_ring_read(void);
void nd_ring_reset(void);

/**
 * nd_ring_init() - memory for the ring
 * @watch: called when a failure has been published. Context: any but NMI
 *
 * Context: process context, no probe is attached.
 */
int nd_ring_init(void (*watch)(void));
void nd_ring_exit(void);

#endif /* NESTDIAG_RING_H */
