/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The flight recorder: the last exits of each vCPU. The thread that runs the vCPU writes them, and
 * nobody waits for it: who reads copies them, and drops what was written meanwhile.
 *
 * The places for them are linked, each to the one that is written after it, so that writing needs
 * neither an index nor its bound.
 */
#ifndef NESTDIAG_RECORDER_H
#define NESTDIAG_RECORDER_H

#include "core/exits/account.h"

#define ND_RECORDER_MOST	1024	/* exits of one vCPU that can be recorded */

/* Bits of &nd_recorded.cell beside level and slot. */
#define ND_RECORDED_RARE	BIT(30)	/* the slot is one of ND_SLOT_OTHER: see the reason */
#define ND_RECORDED_BARE	BIT(31)	/* no information was at hand */

/**
 * struct nd_recorded - one exit
 * @exited: tick at which it came; written last, 0: nothing has been written yet
 * @ago:    ticks that the vCPU was in the guest before, negated; 0 if not known
 * @info:   AMD's EXITINFO1 and EXITINFO2, unless ND_RECORDED_BARE; on Intel nothing
 * @cell:   level and slot as &nd_acct_vcpu.cell has them, and ND_RECORDED_ bits
 * @reason: with ND_RECORDED_RARE
 * @next:   the place that is written next
 */
struct nd_recorded {
	u64 exited;
	u64 ago;
	u64 info[2];
	u32 cell;
	u32 reason;
	struct nd_recorded *next;
};

/**
 * nd_recorder_begin() - the place of the exit that is being recorded
 * @cell: level and slot, with ND_RECORDED_ bits
 * @ago:  see struct nd_recorded
 */
static __always_inline struct nd_recorded *nd_recorder_begin(const struct nd_acct_vcpu *vcpu,
							     u32 cell, u64 ago)
{
	struct nd_recorded *record = vcpu->record;

	record->ago = ago;
	record->cell = cell;
	return record;
}

/**
 * nd_recorder_order() - the compiler keeps what stands
 * before and behind in order; an x86 does itself
 */
static __always_inline void nd_recorder_order(void)
{
	asm volatile("" : : : "memory");
}

/** nd_recorder_end() - it has been written: the tick says so, and then the vCPU goes on */
static __always_inline void nd_recorder_end(struct nd_acct_vcpu *vcpu, struct nd_recorded *record,
					    u64 now)
{
	nd_recorder_order();
	record->exited = now;
	nd_recorder_order();
	vcpu->record = record->next;
}

/**
 * nd_recorder_exit() - record an exit of @vcpu before it is noted by nd_acct_vcpu_exit()
 * @slot:   where it is counted
 * @reason: why it came
 * @info:   both words, or NULL
 * @now:    its tick
 *
 * Does nothing for a vCPU that has no places.
 */
void nd_recorder_exit(struct nd_acct_vcpu *vcpu, enum nd_acct_level level, u32 slot, u32 reason,
		      const u64 *info, u64 now);

/** nd_recorder_link() - make @nr places, zeroed, a ring of which @vcpu writes the first */
void nd_recorder_link(struct nd_acct_vcpu *vcpu, struct nd_recorded *places, u32 nr);

/**
 * nd_recorder_copy() - the exits in a ring, the oldest first, while its vCPU goes on
 * @vcpu:   whose they are
 * @places: the ring
 * @nr:     how many places it has; one of them is always being written
 * @copy:   room for @nr - 1
 * @torn:   how many were written while they were read; they are left out
 *
 * What was recorded before &nd_acct_vcpu.began is another vCPU's, and left out, too.
 *
 * Return: how many are in @copy
 */
u32 nd_recorder_copy(const struct nd_acct_vcpu *vcpu, const struct nd_recorded *places, u32 nr,
		     struct nd_recorded *copy, u32 *torn);

/* --- as facts --------------------------------------------------------------------------------- */

/**
 * enum nd_recording_why - why exits are kept
 * @ND_RECORDING_LIVE:	  they are not: these are the last ones until now
 * @ND_RECORDING_ASKED:	  somebody asked for it
 * @ND_RECORDING_STUCK:	  the vCPU was found to be in the guest for long without an exit
 * @ND_RECORDING_UNWOKEN: it was found to wait for longer than it ever did
 * @ND_RECORDING_STARVED: it was found not to get to run
 * @ND_RECORDING_ENTRY:	  a launch failed; this one and those that follow are enum nd_fail_kind
 */
enum nd_recording_why {
	ND_RECORDING_LIVE,
	ND_RECORDING_ASKED,
	ND_RECORDING_STUCK,
	ND_RECORDING_UNWOKEN,
	ND_RECORDING_STARVED,
	ND_RECORDING_ENTRY,
	ND_RECORDING_VMFAIL,
	ND_RECORDING_REFUSED,
	ND_RECORDING_SHUTDOWN,
	ND_RECORDING_INTERNAL,
	ND_RECORDING_RUN,
	ND_NR_RECORDINGS
};

/**
 * struct nd_last_exit - one exit; times in nanoseconds
 * @ago:    how long ago it came
 * @guest:  how long the vCPU was in the guest before, if @stayed
 * @info:   as in struct nd_recorded, if @has_info
 * @reason: as the processor gives it
 * @level:  whose it was
 * @stayed: @guest is known
 * @has_info: @info is known
 */
struct nd_last_exit {
	u64 ago;
	u64 guest;
	u64 info[2];
	u32 reason;
	u8 level;
	bool stayed;
	bool has_info;
};

/**
 * struct nd_recording - the last exits of one vCPU, as they were at one moment
 * @pid:      its process
 * @id:	      its number
 * @why:      enum nd_recording_why
 * @in_guest: it was in the guest then
 * @taken:    how long ago that was, in nanoseconds
 * @entered:  how long ago it had entered last; of no meaning if it was not in the guest
 * @torn:     exits that were left out, see nd_recorder_copy()
 * @first:    the first of its exits, as an index into &nd_recorder.exits
 * @nr:	      their number
 */
struct nd_recording {
	u32 pid;
	u32 id;
	u32 why;
	bool in_guest;
	u64 taken;
	u64 entered;
	u32 torn;
	u32 first;
	u32 nr;
};

/**
 * struct nd_recorder - all that is recorded
 * @known:	somebody has said how many exits are recorded
 * @size:	how many of each vCPU; 0: none are
 * @nr:		used entries of @recordings
 * @max:	entries that @recordings has room for
 * @recordings:	memory of the caller
 * @nr_exits:	used entries of @exits
 * @max_exits:	entries that @exits has room for
 * @exits:	of all recordings, each one's together, the oldest first; memory of the caller
 */
struct nd_recorder {
	bool known;
	u32 size;
	u32 nr;
	u32 max;
	struct nd_recording *recordings;
	u32 nr_exits;
	u32 max_exits;
	struct nd_last_exit *exits;
};

/** nd_recording_word() - "live", "asked", "shutdown", ...; NULL beyond */
const char *nd_recording_word(u32 why);

/**
 * nd_recorder_add() - add what nd_recorder_copy() has copied
 * @recorder: has room for it
 * @of:	      what is known of it, its times as ticks
 * @copy:     &nd_recording.nr exits
 * @now:      tick at which this is read
 * @khz:      ticks per millisecond
 * @has_info: is there any in exits that are not ND_RECORDED_BARE?
 */
void nd_recorder_add(struct nd_recorder *recorder, const struct nd_recording *of,
		     const struct nd_recorded *copy, u64 now, u64 khz, bool has_info);

#endif /* NESTDIAG_RECORDER_H */
