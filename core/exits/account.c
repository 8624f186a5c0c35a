// SPDX-License-Identifier: GPL-2.0-only
/*
 * Accounting of VM exits: what is too rare to stand in the header, and adding up.
 */
#include "core/exits/account.h"

#define SVM_HIGH_SLOTS	(ND_SLOT_FAILED - ND_SLOT_SVM_HIGH)
#define FAILED_SLOTS	(ND_SLOT_OTHER - ND_SLOT_FAILED)

static u32 acct_other_slot(struct nd_acct *acct, u32 reason)
{
	u32 i;

	for (i = 0; i < ND_NR_OTHER && i < acct->nr_other; i++)
		if (acct->other[i] == reason)
			return ND_SLOT_OTHER + i;
	/* The last slot takes all that come when the others are taken, under the first's number. */
	if (i >= ND_NR_OTHER)
		return ND_NR_SLOTS - 1;
	acct->other[i] = reason;
	acct->nr_other = i + 1;
	return ND_SLOT_OTHER + i;
}

u32 nd_acct_slot_rare(struct nd_acct *acct, u32 reason)
{
	if (reason - ND_SVM_HIGH < SVM_HIGH_SLOTS)
		return ND_SLOT_SVM_HIGH + (reason - ND_SVM_HIGH);
	if (reason - ND_VMX_FAILED < FAILED_SLOTS)
		return ND_SLOT_FAILED + (reason - ND_VMX_FAILED);
	return acct_other_slot(acct, reason);
}

u32 nd_acct_reason(const struct nd_acct *acct, u32 slot)
{
	if (slot < ND_SLOT_SVM_HIGH)
		return slot;
	if (slot < ND_SLOT_FAILED)
		return ND_SVM_HIGH + (slot - ND_SLOT_SVM_HIGH);
	if (slot < ND_SLOT_OTHER)
		return ND_VMX_FAILED + (slot - ND_SLOT_FAILED);
	return acct->other[ND_BOUND(slot - ND_SLOT_OTHER, ND_NR_OTHER)];
}

void nd_acct_vcpu_start(struct nd_acct_vcpu *vcpu, const void *task, u32 pid, u32 id)
{
	const void *key = vcpu->key;

	memset(vcpu, 0, sizeof(*vcpu));
	vcpu->key = key;
	vcpu->task = task;
	vcpu->pid = pid;
	vcpu->id = id;
	nd_acct_vcpu_restart(vcpu);
}

void nd_acct_vcpu_exit(struct nd_acct *acct, struct nd_acct_vcpu *vcpu, enum nd_acct_level level,
		       u32 slot, u64 now)
{
	u64 ticks = now - vcpu->entered;

	if (nd_acct_vcpu_in_guest(vcpu) && !nd_acct_stepped_back(ticks)) {
		vcpu->guest += ticks;
		acct->guest[level] += ticks;
		/* As a complement, so that zeroed memory is right to start from. */
		if (~ticks > acct->stayed[level])
			acct->stayed[level] = ~ticks;
	}
	vcpu->state &= ~ND_VCPU_IN_GUEST;
	if (level == ND_LEVEL_GUEST && vcpu->state & ND_VCPU_REFLECTED)
		acct->caused[nd_acct_slot(acct, vcpu->reflected)]++;
	vcpu->exited = now;
	vcpu->counts[level][ND_BOUND(slot, ND_NR_SLOTS)]++;
	nd_acct_vcpu_place(vcpu, level, slot);
	if (slot >= ND_SLOT_OTHER) {
		vcpu->state |= ND_VCPU_RARE;
		vcpu->reason = nd_acct_reason(acct, slot);
	}
}

void nd_acct_cell_time(struct nd_acct_cell *cell, u64 ticks)
{
	if (ticks > cell->max) {
		cell->max = ticks;
		cell->bound = ticks < ND_HIST_BOUND ? ticks : ND_HIST_BOUND;
	}
	cell->hist[ND_BOUND(nd_acct_bucket(ticks), ND_HIST_BUCKETS)]++;
}

void nd_acct_vcpu_entry(struct nd_acct *acct, struct nd_acct_vcpu *vcpu, u64 now)
{
	struct nd_acct_cell *cell;
	u64 ticks;
	u32 slot;

	vcpu->entered = now;
	if (nd_acct_vcpu_in_guest(vcpu)) {
		acct->no_exit++;
		return;
	}
	vcpu->state |= ND_VCPU_IN_GUEST;
	if (!(vcpu->state & ND_VCPU_EXITED))
		return;
	/* The exit may have been on another CPU, which met the rare reasons in another order. */
	slot = vcpu->state & ND_VCPU_RARE ? nd_acct_slot(acct, vcpu->reason) :
					    nd_acct_vcpu_slot(vcpu);
	cell = &acct->cells[ND_BOUND(nd_acct_vcpu_level(vcpu), ND_NR_LEVELS)]
			   [ND_BOUND(slot, ND_NR_SLOTS)];
	ticks = now - vcpu->exited;
	if (nd_acct_stepped_back(ticks))
		return;
	vcpu->host += ticks;
	cell->timed++;
	cell->ticks += ticks;
	nd_acct_cell_time(cell, ticks);
}

static void acct_add_cell(struct nd_acct_cell *sum, const struct nd_acct_cell *cell)
{
	u32 i;

	sum->count += cell->count;
	sum->timed += cell->timed;
	sum->ticks += cell->ticks;
	if (cell->max > sum->max)
		sum->max = cell->max;
	for (i = 0; i < ND_HIST_BUCKETS; i++)
		sum->hist[i] += cell->hist[i];
}

void nd_acct_add(struct nd_acct *sum, const struct nd_acct *acct)
{
	u32 level, slot, to;

	for (slot = 0; slot < ND_NR_SLOTS; slot++) {
		if (slot >= ND_SLOT_OTHER + acct->nr_other)
			break;
		/* Each CPU met the rare reasons in its own order. */
		to = nd_acct_slot(sum, nd_acct_reason(acct, slot));
		for (level = 0; level < ND_NR_LEVELS; level++)
			acct_add_cell(&sum->cells[level][to], &acct->cells[level][slot]);
		sum->reflected[to] += acct->reflected[slot];
		sum->caused[to] += acct->caused[slot];
	}
	for (level = 0; level < ND_NR_LEVELS; level++) {
		sum->guest[level] += acct->guest[level];
		if (acct->stayed[level] > sum->stayed[level])
			sum->stayed[level] = acct->stayed[level];
	}
	for (slot = 0; slot < ND_NR_USERSPACE; slot++)
		sum->userspace[slot] += acct->userspace[slot];
	for (slot = 0; slot < ND_NR_RUN_ERRORS; slot++)
		sum->run_errors[slot] += acct->run_errors[slot];
	sum->nested_entries += acct->nested_entries;
	sum->nested_exits += acct->nested_exits;
	sum->no_exit += acct->no_exit;
	sum->untabled += acct->untabled;
	sum->unread += acct->unread;
}
