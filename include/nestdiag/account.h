/* SPDX-License-Identifier: GPL-2.0-only WITH Linux-syscall-note */
/*
 * Accounting of VM exits: what a probe adds up, and nothing that a probe could not do. Writers
 * touch only what belongs to their CPU or to the vCPU that runs on it, without locks or atomics;
 * readers add up the CPUs and may see an exit counted whose time is not there yet.
 *
 * Time is in ticks of the TSC; who shows it converts.
 */
#ifndef NESTDIAG_ACCOUNT_H
#define NESTDIAG_ACCOUNT_H

#include <nestdiag/types.h>

/* Whose exit: the guest's own, or one of its nested guest. */
enum nd_acct_level {
	ND_LEVEL_GUEST,
	ND_LEVEL_NESTED,
	ND_NR_LEVELS
};

/* KVM's numbers (KVM_ISA_VMX, KVM_ISA_SVM), as its trace events have them. */
enum nd_isa {
	ND_ISA_UNKNOWN,
	ND_ISA_VMX,
	ND_ISA_SVM,
};

/*
 * A reason's slot. VMX reasons and most SVM exit codes are small numbers and their own slot; SVM's
 * 0x400 to 0x407 and VMX reasons of failed entries (bit 31) have a range each; whatever else comes
 * gets a slot when it is first seen, which keeps its number.
 */
#define ND_SLOT_SVM_HIGH	0xb0
#define ND_SLOT_FAILED		0xb8
#define ND_SLOT_OTHER		0xe8
#define ND_NR_SLOTS		0xf8

#define ND_NR_OTHER		(ND_NR_SLOTS - ND_SLOT_OTHER)

#define ND_SVM_HIGH		0x400u
#define ND_VMX_FAILED		0x80000000u

/* Bucket i holds times of 2^(i+7) to 2^(i+8)-1 ticks; the first and the last are open. */
#define ND_HIST_BUCKETS		24
#define ND_HIST_SHIFT		8

#define ND_NR_USERSPACE		48

/**
 * struct nd_acct_cell - all exits of one reason at one level
 * @count: exits
 * @timed: those among them whose entry was seen
 * @ticks: time of these from exit to the next entry
 * @max:   the longest of them
 * @hist:  how many took how long
 */
struct nd_acct_cell {
	u64 count;
	u64 timed;
	u64 ticks;
	u64 max;
	u64 hist[ND_HIST_BUCKETS];
};

/**
 * struct nd_acct - what one CPU, or the sum of all, has counted
 * @cells:	by level and slot
 * @guest:	ticks in the guest, by level
 * @stayed:	complement of the shortest time in the guest, by level; 0 where there was none
 * @other:	the reasons of the slots from ND_SLOT_OTHER; the last one stands for all further ones
 * @nr_other:	used entries of @other
 * @nested_entries: entries of nested guests that KVM accepted
 * @nested_exits: exits of nested guests, as KVM's own event counts them
 * @reflected:	of these, by slot, those handed to the guest's hypervisor
 * @caused:	exits of a guest's hypervisor between the one handed to it and its next, by slot of
 *		the one handed to it
 * @userspace:	returns to user space by KVM_EXIT_ number, the last for all greater ones
 * @no_exit:	entries after which no exit was seen: VM entries that failed at once
 * @untabled:	exits of vCPUs that found no place in the table
 * @unread:	exits whose reason could not be read
 */
struct nd_acct {
	struct nd_acct_cell cells[ND_NR_LEVELS][ND_NR_SLOTS];
	u64 guest[ND_NR_LEVELS];
	u64 stayed[ND_NR_LEVELS];
	u32 other[ND_NR_OTHER];
	u32 nr_other;
	u64 nested_entries;
	u64 nested_exits;
	u64 reflected[ND_NR_SLOTS];
	u64 caused[ND_NR_SLOTS];
	u64 userspace[ND_NR_USERSPACE];
	u64 no_exit;
	u64 untabled;
	u64 unread;
};

#define ND_NO_SLOT	0xffff

/**
 * struct nd_acct_vcpu - one vCPU
 * @key:	what tells it from others while it lives, NULL for a free entry
 * @task:	the thread that runs it
 * @pid:	its process
 * @id:		its number in its VM
 * @exited:	tick of its last exit
 * @entered:	tick of its last entry
 * @slot:	slot of its last exit, ND_NO_SLOT before the first
 * @level:	level of its last exit
 * @in_guest:	entered and not exited since
 * @reflected:	slot of the nested exit that its hypervisor handles, ND_NO_SLOT where none
 * @guest:	ticks in the guest
 * @host:	ticks out of the guest, from exits to entries
 * @counts:	exits by level and slot
 */
struct nd_acct_vcpu {
	const void *key;
	const void *task;
	u32 pid;
	u32 id;
	u64 exited;
	u64 entered;
	u16 slot;
	u8 level;
	bool in_guest;
	u16 reflected;
	u64 guest;
	u64 host;
	u64 counts[ND_NR_LEVELS][ND_NR_SLOTS];
};

/** nd_acct_slot_rare() - slot of a reason that is not below ND_SLOT_SVM_HIGH */
u32 nd_acct_slot_rare(struct nd_acct *acct, u32 reason);

static inline u32 nd_acct_slot(struct nd_acct *acct, u32 reason)
{
	return reason < ND_SLOT_SVM_HIGH ? reason : nd_acct_slot_rare(acct, reason);
}

/** nd_acct_reason() - the reason that a slot stands for */
u32 nd_acct_reason(const struct nd_acct *acct, u32 slot);

/** nd_acct_bucket() - histogram bucket of a time in ticks */
static inline u32 nd_acct_bucket(u64 ticks)
{
	u32 bits = ticks ? 64 - __builtin_clzll(ticks) : 0;

	if (bits <= ND_HIST_SHIFT)
		return 0;
	bits -= ND_HIST_SHIFT;
	return bits < ND_HIST_BUCKETS ? bits : ND_HIST_BUCKETS - 1;
}

/** nd_acct_exit() - count an exit; its slot */
static inline u32 nd_acct_exit(struct nd_acct *acct, enum nd_acct_level level, u32 reason)
{
	u32 slot = nd_acct_slot(acct, reason);

	acct->cells[level][slot].count++;
	return slot;
}

/** nd_acct_vcpu_exit() - note the exit, already counted, of a vCPU at tick @now */
static inline void nd_acct_vcpu_exit(struct nd_acct *acct, struct nd_acct_vcpu *vcpu,
				     enum nd_acct_level level, u32 slot, u64 now)
{
	if (vcpu->in_guest) {
		u64 ticks = now - vcpu->entered;

		vcpu->guest += ticks;
		acct->guest[level] += ticks;
		/* As a complement, so that zeroed memory is right to start from. */
		if (~ticks > acct->stayed[level])
			acct->stayed[level] = ~ticks;
		vcpu->in_guest = false;
	}
	if (level == ND_LEVEL_GUEST && vcpu->reflected != ND_NO_SLOT)
		acct->caused[vcpu->reflected]++;
	vcpu->exited = now;
	vcpu->slot = slot;
	vcpu->level = level;
	vcpu->counts[level][slot]++;
}

/** nd_acct_vcpu_entry() - note that a vCPU enters the guest at tick @now */
static inline void nd_acct_vcpu_entry(struct nd_acct *acct, struct nd_acct_vcpu *vcpu, u64 now)
{
	vcpu->entered = now;
	if (vcpu->in_guest) {
		acct->no_exit++;
		return;
	}
	vcpu->in_guest = true;
	if (vcpu->slot != ND_NO_SLOT) {
		struct nd_acct_cell *cell = &acct->cells[vcpu->level][vcpu->slot];
		u64 ticks = now - vcpu->exited;

		vcpu->host += ticks;
		cell->timed++;
		cell->ticks += ticks;
		if (ticks > cell->max)
			cell->max = ticks;
		cell->hist[nd_acct_bucket(ticks)]++;
	}
}

/** nd_acct_vcpu_restart() - forget where the vCPU was: exits and entries went unseen meanwhile */
static inline void nd_acct_vcpu_restart(struct nd_acct_vcpu *vcpu)
{
	vcpu->in_guest = false;
	vcpu->slot = ND_NO_SLOT;
	vcpu->reflected = ND_NO_SLOT;
}

/** nd_acct_vcpu_start() - make a free entry of the table a vCPU's */
void nd_acct_vcpu_start(struct nd_acct_vcpu *vcpu, const void *task, u32 pid, u32 id);

/** nd_acct_add() - add what one CPU counted to a sum */
void nd_acct_add(struct nd_acct *sum, const struct nd_acct *acct);

#endif /* NESTDIAG_ACCOUNT_H */
