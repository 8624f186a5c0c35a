/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Accounting of VM exits: what a probe adds up, and nothing that a probe could not do. Writers
 * touch only what belongs to their CPU or to the vCPU that runs on it, without locks or atomics;
 * readers add up the CPUs and may see an exit counted whose time is not there yet.
 *
 * Time is in ticks of the TSC; who shows it converts.
 */
#ifndef NESTDIAG_ACCOUNT_H
#define NESTDIAG_ACCOUNT_H

#include "core/exits/runerror.h"

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
#define ND_HIST_BOUND		(1ULL << (ND_HIST_SHIFT + ND_HIST_BUCKETS - 1))

#define ND_NR_USERSPACE		48

/**
 * struct nd_acct_others - the reasons that share the slots from ND_SLOT_OTHER, as they came
 * @reason: of each slot; the last one stands for all further ones
 * @nr:	    used entries of @reason
 */
struct nd_acct_others {
	u32 reason[ND_NR_OTHER];
	u32 nr;
};

/**
 * struct nd_acct_row - the times of exits of one reason at one level, on one CPU
 * @ticks: time from exit to the next entry, of exits whose entry was seen
 * @max:   the longest of them
 * @bound: times below it do not change @max, and their highest bit tells the bucket; 0 without any
 * @hist:  how many took how long
 */
struct nd_acct_row {
	u64 ticks;
	u64 max;
	u64 bound;
	u64 hist[ND_HIST_BUCKETS];
};

/*
 * Places for times, of which the first is nobody's: what fits 32 KiB. Exits for more reasons are
 * counted, and not timed.
 */
#define ND_NR_ROWS		104

/**
 * struct nd_acct_cpu - what one CPU has counted, zeroed to start with
 * @row:	times; in front, as what leads there is an offset. The first one is nobody's and
 *		stays zero: where @rows leads to before an exit has been timed, and if all rows are
 *		taken
 * @counts:	exits, by level and slot
 * @rows:	where the times of each are, in bytes from the start
 * @guest:	ticks in the guest, by level
 * @stayed:	the shortest time in the guest, by level, negated: so 0 is what to start from
 * @others:	the reasons of the slots from ND_SLOT_OTHER
 * @nr_rows:	used entries of @row, without the first
 * @nested_entries: entries of nested guests that KVM accepted
 * @nested_exits: exits of nested guests, as KVM's own event counts them
 * @reflected:	of these, by slot, those handed to the guest hypervisor
 * @caused:	exits of a guest hypervisor, whatever for, from the one handed to it to its next
 *		nested entry, by slot of the one handed to it
 * @userspace:	returns to user space by KVM_EXIT_ number, the last for all greater ones
 * @run_errors:	other returns of KVM_RUN, by enum nd_run_error
 * @no_exit:	entries after which no exit was seen: VM entries that failed at once
 * @untabled:	exits of vCPUs that found no place in the table
 * @unread:	exits whose reason could not be read
 */
struct nd_acct_cpu {
	struct nd_acct_row row[ND_NR_ROWS];
	u64 counts[ND_NR_LEVELS][ND_NR_SLOTS];
	u16 rows[ND_NR_LEVELS][ND_NR_SLOTS];
	u64 guest[ND_NR_LEVELS];
	u64 stayed[ND_NR_LEVELS];
	struct nd_acct_others others;
	u32 nr_rows;
	u64 nested_entries;
	u64 nested_exits;
	u64 reflected[ND_NR_SLOTS];
	u64 caused[ND_NR_SLOTS];
	u64 userspace[ND_NR_USERSPACE];
	u64 run_errors[ND_NR_RUN_ERRORS];
	u64 no_exit;
	u64 untabled;
	u64 unread;
};

_Static_assert(sizeof(struct nd_acct_cpu) <= 32768, "a CPU's memory is no more than 32 KiB");

/**
 * struct nd_acct_cell - all exits of one reason at one level, on all CPUs
 * @count: exits
 * @timed: those among them with a time: all of @hist
 * @ticks: as in struct nd_acct_row
 * @max:   the same
 * @hist:  the same
 */
struct nd_acct_cell {
	u64 count;
	u64 timed;
	u64 ticks;
	u64 max;
	u64 hist[ND_HIST_BUCKETS];
};

/**
 * struct nd_acct - the sum of what CPUs have counted
 * @cells: by level and slot
 *
 * The rest is as in struct nd_acct_cpu.
 */
struct nd_acct {
	struct nd_acct_cell cells[ND_NR_LEVELS][ND_NR_SLOTS];
	u64 guest[ND_NR_LEVELS];
	u64 stayed[ND_NR_LEVELS];
	struct nd_acct_others others;
	u64 nested_entries;
	u64 nested_exits;
	u64 reflected[ND_NR_SLOTS];
	u64 caused[ND_NR_SLOTS];
	u64 userspace[ND_NR_USERSPACE];
	u64 run_errors[ND_NR_RUN_ERRORS];
	u64 no_exit;
	u64 untabled;
	u64 unread;
};

#define ND_NO_SLOT	0xffff

struct nd_recorded;

/* Where a vCPU is; 0 where nothing is known. */
#define ND_VCPU_EXITED		0x1u	/* an exit was seen: the cell is that of the last one */
#define ND_VCPU_IN_GUEST	0x2u	/* entered, and not exited since */
#define ND_VCPU_REFLECTED	0x4u	/* its hypervisor handles a nested exit */
#define ND_VCPU_RARE		0x8u	/* the last exit's slot is one of ND_SLOT_OTHER */

/**
 * struct nd_acct_vcpu - one vCPU
 * @key:	what tells it from others while it lives, NULL for a free entry
 * @task:	the thread that runs it
 * @pid:	its process
 * @id:		its number in its VM
 * @state:	ND_VCPU_ bits
 * @cell:	level and slot of its last exit, as an index: with it the entry is accounted
 *		wherever it happens, in memory of the CPU where it happens. Ask nd_acct_vcpu_slot()
 *		and nd_acct_vcpu_level() what it stands for
 * @exited:	tick of its last exit
 * @entered:	tick of its last entry
 * @guest:	ticks in the guest
 * @host:	ticks out of the guest, from exits to entries
 * @reason:	of its last exit, with ND_VCPU_RARE: those slots are not the same on each CPU
 * @reflected:	reason of the nested exit that its hypervisor handles, with ND_VCPU_REFLECTED
 * @record:	where its next exit is recorded, see recorder.h; NULL where none are
 * @began:	tick at which it took its entry: what was recorded before is another vCPU's
 * @counts:	exits by level and slot
 */
struct nd_acct_vcpu {
	const void *key;
	const void *task;
	u32 pid;
	u32 id;
	u32 state;
	u32 cell;
	u64 exited;
	u64 entered;
	u64 guest;
	u64 host;
	u32 reason;
	u32 reflected;
	struct nd_recorded *record;
	u64 began;
	u64 counts[ND_NR_LEVELS][ND_NR_SLOTS];
};

/** nd_acct_vcpu_slot() - slot of its last exit, ND_NO_SLOT before the first */
static inline u32 nd_acct_vcpu_slot(const struct nd_acct_vcpu *vcpu)
{
	return vcpu->state & ND_VCPU_EXITED ?
	       vcpu->cell % ND_NR_SLOTS : ND_NO_SLOT;
}

/** nd_acct_vcpu_level() - level of its last exit */
static inline u32 nd_acct_vcpu_level(const struct nd_acct_vcpu *vcpu)
{
	return vcpu->cell / ND_NR_SLOTS;
}

/** nd_acct_vcpu_in_guest() - has it entered, and not exited since? */
static inline bool nd_acct_vcpu_in_guest(const struct nd_acct_vcpu *vcpu)
{
	return vcpu->state & ND_VCPU_IN_GUEST;
}

/** nd_acct_vcpu_place() - note the last exit, which may be ND_NO_SLOT; nothing is counted */
static inline void nd_acct_vcpu_place(struct nd_acct_vcpu *vcpu, u32 level, u32 slot)
{
	vcpu->state &= ~(ND_VCPU_EXITED | ND_VCPU_RARE);
	if (slot != ND_NO_SLOT)
		vcpu->state |= ND_VCPU_EXITED;
	else
		slot = 0;
	vcpu->cell = level * ND_NR_SLOTS + slot;
}

/** nd_acct_vcpu_reflect() - a nested exit for @reason goes to its hypervisor */
static inline void nd_acct_vcpu_reflect(struct nd_acct_vcpu *vcpu, u32 reason)
{
	vcpu->state |= ND_VCPU_REFLECTED;
	vcpu->reflected = reason;
}

/** nd_acct_vcpu_resume() - its hypervisor has handled that: the nested guest runs again */
static inline void nd_acct_vcpu_resume(struct nd_acct_vcpu *vcpu)
{
	vcpu->state &= ~ND_VCPU_REFLECTED;
}

/** nd_acct_slot_own() - the slot that a reason has on every CPU; ND_NO_SLOT if it has none */
u32 nd_acct_slot_own(u32 reason);

/** nd_acct_slot_rare() - slot of a reason that is not below ND_SLOT_SVM_HIGH */
u32 nd_acct_slot_rare(struct nd_acct_others *others, u32 reason);

static inline u32 nd_acct_others_slot(struct nd_acct_others *others, u32 reason)
{
	return ND_BOUND(reason < ND_SLOT_SVM_HIGH ? reason : nd_acct_slot_rare(others, reason),
			ND_NR_SLOTS);
}

u32 nd_acct_others_reason(const struct nd_acct_others *others, u32 slot);

/* @acct: a struct nd_acct_cpu or a struct nd_acct. */

/** nd_acct_slot() - the slot of a reason, which takes one if it has none yet */
#define nd_acct_slot(acct, reason)	nd_acct_others_slot(&(acct)->others, reason)

/** nd_acct_reason() - the reason that a slot stands for */
#define nd_acct_reason(acct, slot)	nd_acct_others_reason(&(acct)->others, slot)

/** nd_acct_bucket() - histogram bucket of a time in ticks */
static inline u32 nd_acct_bucket(u64 ticks)
{
	u32 bits = ticks ? 64 - __builtin_clzll(ticks) : 0;

	if (bits <= ND_HIST_SHIFT)
		return 0;
	bits -= ND_HIST_SHIFT;
	return bits < ND_HIST_BUCKETS ? bits : ND_HIST_BUCKETS - 1;
}

/**
 * nd_acct_stepped_back() - are these ticks none because the clock has stepped back between its two
 *			    readings?
 *
 * After suspend, or between sockets whose clocks differ. What is counted is still right.
 */
static inline bool nd_acct_stepped_back(u64 ticks)
{
	return ticks >> 63;
}

/** nd_acct_exit() - count an exit; its slot */
static inline u32 nd_acct_exit(struct nd_acct_cpu *acct, enum nd_acct_level level, u32 reason)
{
	u32 slot = nd_acct_slot(acct, reason);

	acct->counts[level][slot]++;
	return slot;
}

/** nd_acct_vcpu_exit() - note the exit, counted in @slot, of a vCPU at tick @now */
void nd_acct_vcpu_exit(struct nd_acct_cpu *acct, struct nd_acct_vcpu *vcpu,
		       enum nd_acct_level level, u32 slot, u64 now);

/** nd_acct_vcpu_entry() - note that a vCPU enters the guest at tick @now */
void nd_acct_vcpu_entry(struct nd_acct_cpu *acct, struct nd_acct_vcpu *vcpu, u64 now);

/** nd_acct_row_time() - a handling time of @ticks: into the histogram, and is it the longest? */
void nd_acct_row_time(struct nd_acct_row *row, u64 ticks);

/** nd_acct_row_timed() - how many times are in it */
u64 nd_acct_row_timed(const struct nd_acct_row *row);

/** nd_acct_row() - the times of an exit on this CPU; the first row before any */
static inline const struct nd_acct_row *nd_acct_row(const struct nd_acct_cpu *acct, u32 level,
						    u32 slot)
{
	return (const void *)((const u8 *)acct + acct->rows[level][slot]);
}

/** nd_acct_vcpu_restart() - forget where the vCPU was: exits and entries went unseen meanwhile */
static inline void nd_acct_vcpu_restart(struct nd_acct_vcpu *vcpu)
{
	vcpu->state = 0;
}

/** nd_acct_vcpu_start() - make a free entry of the table a vCPU's */
void nd_acct_vcpu_start(struct nd_acct_vcpu *vcpu, const void *task, u32 pid, u32 id);

/** nd_acct_add() - add what one CPU counted to a sum */
void nd_acct_add(struct nd_acct *sum, const struct nd_acct_cpu *acct);

#endif /* NESTDIAG_ACCOUNT_H */
