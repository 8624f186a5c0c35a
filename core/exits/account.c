// SPDX-License-Identifier: GPL-2.0-only
/*
 * Accounting of VM exits: what is too rare to stand in the header, and adding up.
 */
#include "core/exits/account.h"

#define SVM_HIGH_SLOTS	(ND_SLOT_FAILED - ND_SLOT_SVM_HIGH)
#define FAILED_SLOTS	(ND_SLOT_OTHER - ND_SLOT_FAILED)

static u32 acct_other_slot(struct nd_acct_others *others, u32 reason)
{
	u32 i;

	for (i = 0; i < ND_NR_OTHER && i < others->nr; i++)
		if (others->reason[i] == reason)
			return ND_SLOT_OTHER + i;
	/* The last slot takes all that come when the others are taken, under the first's number. */
	if (i >= ND_NR_OTHER)
		return ND_NR_SLOTS - 1;
	others->reason[i] = reason;
	others->nr = i + 1;
	return ND_SLOT_OTHER + i;
}

u32 nd_acct_slot_own(u32 reason)
{
	if (reason < ND_SLOT_SVM_HIGH)
		return reason;
	if (reason - ND_SVM_HIGH < SVM_HIGH_SLOTS)
		return ND_SLOT_SVM_HIGH + (reason - ND_SVM_HIGH);
	if (reason - ND_VMX_FAILED < FAILED_SLOTS)
		return ND_SLOT_FAILED + (reason - ND_VMX_FAILED);
	return ND_NO_SLOT;
}

u32 nd_acct_slot_rare(struct nd_acct_others *others, u32 reason)
{
	u32 slot = nd_acct_slot_own(reason);

	return slot == ND_NO_SLOT ? acct_other_slot(others, reason) : slot;
}

u32 nd_acct_others_reason(const struct nd_acct_others *others, u32 slot)
{
	if (slot < ND_SLOT_SVM_HIGH)
		return slot;
	if (slot < ND_SLOT_FAILED)
		return ND_SVM_HIGH + (slot - ND_SLOT_SVM_HIGH);
	if (slot < ND_SLOT_OTHER)
		return ND_VMX_FAILED + (slot - ND_SLOT_FAILED);
	return others->reason[ND_BOUND(slot - ND_SLOT_OTHER, ND_NR_OTHER)];
}

void nd_acct_vcpu_start(struct nd_acct_vcpu *vcpu, const void *task, u32 pid, u32 id)
{
	/*
	 * The key stays, and where exits are recorded: a
	 * vCPU that loses its entry may still look there.
	 */
	memset((u8 *)vcpu + offsetof(struct nd_acct_vcpu, task), 0,
	       offsetof(struct nd_acct_vcpu, record) - offsetof(struct nd_acct_vcpu, task));
	memset((u8 *)vcpu + offsetof(struct nd_acct_vcpu, began), 0,
	       sizeof(*vcpu) - offsetof(struct nd_acct_vcpu, began));
	vcpu->task = task;
	vcpu->pid = pid;
	vcpu->id = id;
	nd_acct_vcpu_restart(vcpu);
}

void nd_acct_vcpu_exit(struct nd_acct_cpu *acct, struct nd_acct_vcpu *vcpu,
		       enum nd_acct_level level, u32 slot, u64 now)
{
	u64 ticks = now - vcpu->entered;

	if (nd_acct_vcpu_in_guest(vcpu) && !nd_acct_stepped_back(ticks)) {
		vcpu->guest += ticks;
		acct->guest[level] += ticks;
		if (-ticks > acct->stayed[level])
			acct->stayed[level] = -ticks;
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

void nd_acct_row_time(struct nd_acct_row *row, u64 ticks)
{
	if (!row->bound || ticks > row->max) {
		row->max = ticks;
		row->bound = ticks < ND_HIST_BOUND ? ticks + 1 : ND_HIST_BOUND;
	}
	row->hist[ND_BOUND(nd_acct_bucket(ticks), ND_HIST_BUCKETS)]++;
}

u64 nd_acct_row_timed(const struct nd_acct_row *row)
{
	u64 sum = 0;
	u32 i;

	for (i = 0; i < ND_HIST_BUCKETS; i++)
		sum += row->hist[i];
	return sum;
}

/* The row of an exit, a new one if it has none and there is one left; or else NULL. */
static struct nd_acct_row *acct_take_row(struct nd_acct_cpu *acct, u32 level, u32 slot)
{
	u16 *at = &acct->rows[ND_BOUND(level, ND_NR_LEVELS)][ND_BOUND(slot, ND_NR_SLOTS)];

	if (!*at && acct->nr_rows + 1 < ND_NR_ROWS)
		*at = ++acct->nr_rows * sizeof(acct->row[0]);
	return *at ? &acct->row[ND_BOUND(*at / sizeof(acct->row[0]), ND_NR_ROWS)] : NULL;
}

void nd_acct_vcpu_entry(struct nd_acct_cpu *acct, struct nd_acct_vcpu *vcpu, u64 now)
{
	struct nd_acct_row *row;
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
	ticks = now - vcpu->exited;
	if (nd_acct_stepped_back(ticks))
		return;
	vcpu->host += ticks;
	/* The exit may have been on another CPU, which met the rare reasons in another order. */
	slot = vcpu->state & ND_VCPU_RARE ? nd_acct_slot(acct, vcpu->reason) :
					    nd_acct_vcpu_slot(vcpu);
	row = acct_take_row(acct, nd_acct_vcpu_level(vcpu), slot);
	if (!row)
		return;
	row->ticks += ticks;
	nd_acct_row_time(row, ticks);
}

static void acct_add_row(struct nd_acct_cell *sum, const struct nd_acct_row *row)
{
	u32 i;

	sum->timed += nd_acct_row_timed(row);
	sum->ticks += row->ticks;
	if (row->max > sum->max)
		sum->max = row->max;
	for (i = 0; i < ND_HIST_BUCKETS; i++)
		sum->hist[i] += row->hist[i];
}

void nd_acct_add(struct nd_acct *sum, const struct nd_acct_cpu *acct)
{
	u32 level, slot, to;

	for (slot = 0; slot < ND_SLOT_OTHER + acct->others.nr; slot++) {
		/* Each CPU met the rare reasons in its own order. */
		to = nd_acct_slot(sum, nd_acct_reason(acct, slot));
		for (level = 0; level < ND_NR_LEVELS; level++) {
			sum->cells[level][to].count += acct->counts[level][slot];
			if (acct->rows[level][slot])
				acct_add_row(&sum->cells[level][to],
					     nd_acct_row(acct, level, slot));
		}
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
