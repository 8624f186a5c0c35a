// SPDX-License-Identifier: GPL-2.0-only
/*
 * The flight recorder: what is not on the path of each exit.
 */
#include "core/base/figures.h"
#include "core/exits/recorder.h"

#define RECORDER_NS_PER_MS	1000000u

/* Each word that is read is whole. */
#define RECORDER_READ(word)	__atomic_load_n(&(word), __ATOMIC_RELAXED)

void nd_recorder_exit(struct nd_acct_vcpu *vcpu, enum nd_acct_level level, u32 slot, u32 reason,
		      const u64 *info, u64 now)
{
	u64 ago = nd_acct_vcpu_in_guest(vcpu) ? vcpu->entered - now : 0;
	struct nd_recorded *record;

	if (!vcpu->record)
		return;
	/* A clock that has stepped back measures nothing. */
	record = nd_recorder_begin(vcpu, level * ND_NR_SLOTS + slot, ago >> 63 ? ago : 0);
	record->reason = reason;
	if (slot >= ND_SLOT_OTHER)
		record->cell |= ND_RECORDED_RARE;
	if (info)
		memcpy(record->info, info, sizeof(record->info));
	else
		record->cell |= ND_RECORDED_BARE;
	nd_recorder_end(vcpu, record, now);
}

void nd_recorder_link(struct nd_acct_vcpu *vcpu, struct nd_recorded *places, u32 nr)
{
	u32 i;

	for (i = 0; i < nr; i++)
		places[i].next = &places[i + 1 < nr ? i + 1 : 0];
	vcpu->record = places;
}

/* The tick first, which is written last: what follows is of that exit, or of a later one. */
static void recorder_copy_one(const struct nd_recorded *from, struct nd_recorded *to)
{
	to->exited = RECORDER_READ(from->exited);
	nd_recorder_order();
	to->ago = RECORDER_READ(from->ago);
	to->info[0] = RECORDER_READ(from->info[0]);
	to->info[1] = RECORDER_READ(from->info[1]);
	to->cell = RECORDER_READ(from->cell);
	to->reason = RECORDER_READ(from->reason);
	to->next = NULL;
}

/* All but the place that is written next, which is @first; the oldest is behind it. */
static void recorder_copy_all(const struct nd_recorded *places, u32 nr, u32 first,
			      struct nd_recorded *copy)
{
	u32 i;

	for (i = 0; i + 1 < nr; i++)
		recorder_copy_one(&places[(first + 1 + i) % nr], &copy[i]);
}

/*
 * What lies between the place that was written first and the one that is written now is newer than
 * what was to be copied, or half written. Of the rest, an exit whose tick is another one now was
 * overwritten after it was copied; with it go those before it, so that none is missing in between.
 */
static u32 recorder_keep_whole(const struct nd_acct_vcpu *vcpu, const struct nd_recorded *places,
			       u32 nr, u32 first, struct nd_recorded *copy, u32 *torn)
{
	const struct nd_recorded *at = RECORDER_READ(vcpu->record);
	u32 written = (u32)(at - places) + nr - first, i, kept = 0;

	*torn = 0;
	nd_recorder_order();
	for (i = 0; i + 1 < nr; i++) {
		const struct nd_recorded *from = &places[(first + 1 + i) % nr];

		if (!copy[i].exited || (copy[i].exited - vcpu->began) >> 63)
			continue;
		if (i < written % nr || RECORDER_READ(from->exited) != copy[i].exited) {
			*torn += kept + 1;
			kept = 0;
			continue;
		}
		copy[kept++] = copy[i];
	}
	return kept;
}

u32 nd_recorder_copy(const struct nd_acct_vcpu *vcpu, const struct nd_recorded *places, u32 nr,
		     struct nd_recorded *copy, u32 *torn)
{
	const struct nd_recorded *next = RECORDER_READ(vcpu->record);
	u32 first = next - places;

	*torn = 0;
	if (!next || first >= nr)
		return 0;
	recorder_copy_all(places, nr, first, copy);
	nd_recorder_order();
	return recorder_keep_whole(vcpu, places, nr, first, copy, torn);
}

const char *nd_recording_word(u32 why)
{
	static const char *const words[ND_NR_RECORDINGS] = {
		[ND_RECORDING_LIVE]	= "live",
		[ND_RECORDING_ASKED]	= "asked",
		[ND_RECORDING_STUCK]	= "stuck",
		[ND_RECORDING_UNWOKEN]	= "unwoken",
		[ND_RECORDING_STARVED]	= "starved",
		[ND_RECORDING_ENTRY]	= "entry",
		[ND_RECORDING_VMFAIL]	= "vmfail",
		[ND_RECORDING_REFUSED]	= "refused",
		[ND_RECORDING_SHUTDOWN]	= "shutdown",
		[ND_RECORDING_INTERNAL]	= "internal-error",
		[ND_RECORDING_RUN]	= "run-error",
	};

	return why < ND_NR_RECORDINGS ? words[why] : NULL;
}

static u64 recorder_ns(u64 ticks, u64 khz)
{
	return khz ? nd_ratio(ticks, khz, RECORDER_NS_PER_MS) : ticks;
}

/* None before now: clocks of CPUs may differ. */
static u64 recorder_age(u64 then, u64 now, u64 khz)
{
	return (now - then) >> 63 ? 0 : recorder_ns(now - then, khz);
}

void nd_recorder_add(struct nd_recorder *recorder, const struct nd_recording *of,
		     const struct nd_recorded *copy, u64 now, u64 khz, bool has_info)
{
	struct nd_recording *to = &recorder->recordings[recorder->nr];
	u32 i;

	if (recorder->nr == recorder->max || recorder->max_exits - recorder->nr_exits < of->nr)
		return;
	*to = *of;
	to->taken = recorder_age(of->taken, now, khz);
	to->entered = recorder_age(of->entered, now, khz);
	to->first = recorder->nr_exits;
	for (i = 0; i < of->nr; i++) {
		const struct nd_recorded *from = &copy[i];
		u32 cell = from->cell & ~(ND_RECORDED_RARE | ND_RECORDED_BARE);
		struct nd_last_exit *exit = &recorder->exits[recorder->nr_exits++];

		memset(exit, 0, sizeof(*exit));
		exit->ago = recorder_age(from->exited, now, khz);
		exit->stayed = from->ago;
		exit->guest = recorder_ns(-from->ago, khz);
		exit->level = cell / ND_NR_SLOTS;
		exit->reason = from->cell & ND_RECORDED_RARE ? from->reason :
			       nd_acct_others_reason(NULL, cell % ND_NR_SLOTS);
		exit->has_info = has_info && !(from->cell & ND_RECORDED_BARE);
		if (exit->has_info)
			memcpy(exit->info, from->info, sizeof(exit->info));
	}
	recorder->nr++;
}
