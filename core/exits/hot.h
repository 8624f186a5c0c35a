/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The fast path of accounting an exit and an entry. What it writes is byte for byte what
 * nd_acct_exit(), nd_acct_vcpu_exit() and nd_acct_vcpu_entry() write; if anything is out of the
 * ordinary it writes nothing and says so, and these have to be called.
 *
 * Memory of the CPU that counts and of the vCPU that it runs, and nothing else: an exit and its
 * entry may be on different CPUs, because what goes from the one to the other is in the vCPU's
 * entry and holds on each CPU.
 */
#ifndef NESTDIAG_HOT_H
#define NESTDIAG_HOT_H

#include "core/exits/account.h"

/* The highest bit of a time, less this, is its bucket. With bit ND_HOT_SHIFT set, in any case. */
#define ND_HOT_SHIFT	(ND_HIST_SHIFT - 1)

/** nd_hot_count() - count an exit, without times. @slot: any but those of ND_SLOT_OTHER */
static __always_inline void nd_hot_count(struct nd_acct_cpu *acct, const enum nd_acct_level level,
					 unsigned long slot)
{
	acct->counts[level][slot]++;
}

/**
 * nd_hot_stay() - was the vCPU in the guest until tick @now, and since when?
 * @ago: how many ticks it was there, negated, as &nd_acct_cpu.stayed has them
 *
 * Return: false if the slow path has to be taken
 */
static __always_inline bool nd_hot_stay(const struct nd_acct_vcpu *vcpu, u64 now, u64 *ago)
{
	if (unlikely(vcpu->state != (ND_VCPU_EXITED | ND_VCPU_IN_GUEST)))
		return false;
	/* Right behind each other, they are one instruction and a jump. */
	*ago = vcpu->entered - now;
	if (unlikely(!(*ago >> 63)))
		return false;
	/* Or the compiler computes it the other way round, too, to add instead of subtract. */
	OPTIMIZER_HIDE_VAR(*ago);
	return true;
}

/** nd_hot_leave() - count and note an exit of which nd_hot_stay() has told. @slot: the same */
static __always_inline void nd_hot_leave(struct nd_acct_cpu *acct, struct nd_acct_vcpu *vcpu,
					 const enum nd_acct_level level, unsigned long slot,
					 u64 now, u64 ago)
{
	acct->counts[level][slot]++;
	vcpu->counts[level][slot]++;
	vcpu->cell = level * ND_NR_SLOTS + slot;
	vcpu->state = ND_VCPU_EXITED;
	vcpu->exited = now;
	vcpu->guest -= ago;
	acct->guest[level] -= ago;
	if (unlikely(ago > acct->stayed[level]))
		acct->stayed[level] = ago;
}

/**
 * nd_hot_exit() - count and note an exit of a vCPU at tick @now. @slot: the same
 *
 * Return: false if the slow path has to be taken
 */
static __always_inline bool nd_hot_exit(struct nd_acct_cpu *acct, struct nd_acct_vcpu *vcpu,
					enum nd_acct_level level, unsigned long slot, u64 now)
{
	u64 ago;

	if (!nd_hot_stay(vcpu, now, &ago))
		return false;
	nd_hot_leave(acct, vcpu, level, slot, now, ago);
	return true;
}

/* All of an entry but its histogram. */
static __always_inline void nd_hot_enter(struct nd_acct_vcpu *vcpu, struct nd_acct_row *row,
					 u64 now, u64 ticks)
{
	vcpu->state = ND_VCPU_EXITED | ND_VCPU_IN_GUEST;
	vcpu->entered = now;
	vcpu->host += ticks;
	row->ticks += ticks;
}

/**
 * nd_hot_entry() - note that a vCPU enters the guest at tick @now
 *
 * Return: false if the slow path has to be taken
 */
static __always_inline bool nd_hot_entry(struct nd_acct_cpu *acct, struct nd_acct_vcpu *vcpu,
					 u64 now)
{
	struct nd_acct_row *row;
	u64 ticks;

	if (unlikely(vcpu->state != ND_VCPU_EXITED))
		return false;
	row = (void *)acct + (&acct->rows[0][0])[vcpu->cell];
	ticks = now - vcpu->exited;
	/* Nobody's row has 0 as bound. */
	if (unlikely(ticks >= row->bound)) {
		if (row == acct->row || nd_acct_stepped_back(ticks))
			return false;
		nd_hot_enter(vcpu, row, now, ticks);
		nd_acct_row_time(row, ticks);
		return true;
	}
	nd_hot_enter(vcpu, row, now, ticks);
	ticks |= BIT_ULL(ND_HOT_SHIFT);
	row->hist[__fls(ticks) - ND_HOT_SHIFT]++;
	return true;
}

#endif /* NESTDIAG_HOT_H */
