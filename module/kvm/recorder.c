// SPDX-License-Identifier: GPL-2.0-only
/*
 * The flight recorder's memory, and what of it is kept. Everything is allocated when the module is
 * loaded: a probe only writes.
 */
#include <linux/kcsan-checks.h>
#include <linux/mm.h>
#include <linux/sched.h>
#include <linux/slab.h>
#include <linux/spinlock.h>

#include <asm/cpufeature.h>

#include "module/compat/tsc.h"
#include "module/kvm/recorder.h"
#include "module/kvm/table.h"
#include "module/lockdown.h"
#include "module/param.h"

ND_PARAM_RANGE(recorder_ops, 0, ND_RECORDER_MOST);
static unsigned int recorder = 64;
module_param_cb(recorder, &recorder_ops, &recorder, 0444);
MODULE_PARM_DESC(recorder,
		 "exits of each vCPU that are recorded, 0 to 1024, 48 bytes each (default: 64; 0: none)");

#define RECORDER_KEPT	16	/* recordings that are kept */
#define RECORDER_SHARE	8	/* of them, those of one process */

/* The same again of the same vCPU is not kept within so many milliseconds. */
#define RECORDER_AGAIN_FAILED	100
#define RECORDER_AGAIN_JUDGED	10000

/**
 * struct recorder_kept - a recording that is kept
 * @of:	   what is known of it, its times as ticks; &nd_recording.pid is 0 for a free place
 * @exits: its exits
 */
struct recorder_kept {
	struct nd_recording of;
	struct nd_recorded *exits;
};

static struct nd_recorded *recorder_places;	/* of the whole table; NULL: nothing is recorded */
static struct nd_recorded *recorder_room;	/* for those that are kept */

static DEFINE_RAW_SPINLOCK(recorder_lock);	/* protects what is kept */
static struct recorder_kept recorder_kept[RECORDER_KEPT];

/* One place more than exits: it is being written. Only known once there are any. */
static unsigned int recorder_nr_places(void)
{
	return recorder + 1;
}

unsigned int nd_recorder_size(void)
{
	return recorder_places ? recorder : 0;
}

static const struct nd_recorded *recorder_places_of(const struct nd_acct_vcpu *entry)
{
	return recorder_places + (size_t)(entry - nd_table) * recorder_nr_places();
}

static void recorder_take(const struct nd_acct_vcpu *entry, enum nd_recording_why why,
			  struct nd_recording *of, struct nd_recorded *exits)
{
	*of = (struct nd_recording){
		.pid = READ_ONCE(entry->pid), .id = READ_ONCE(entry->id), .why = why,
		.in_guest = READ_ONCE(entry->state) & ND_VCPU_IN_GUEST,
		.entered = READ_ONCE(entry->entered),
	};
	of->nr = nd_recorder_copy(entry, recorder_places_of(entry), recorder_nr_places(), exits,
				  &of->torn);
	of->taken = rdtsc();
}

/* --- keeping ---------------------------------------------------------------------------------- */

/* What came of the same cause a moment ago is as good: a guest can fail as often as it likes. */
static bool recorder_is_kept(const struct recorder_kept *kept, const struct nd_acct_vcpu *entry,
			     u64 now)
{
	u32 ms = kept->of.why >= ND_RECORDING_ENTRY ? RECORDER_AGAIN_FAILED : RECORDER_AGAIN_JUDGED;

	if (kept->of.why == ND_RECORDING_ASKED)
		return false;
	if (kept->of.why == ND_RECORDING_STUCK)
		return kept->of.entered == READ_ONCE(entry->entered);
	return now - kept->of.taken < (u64)ms * tsc_khz;
}

/*
 * The place of the same cause, a free one, or the oldest: of this process, if it has its share of
 * them already, so that no guest can take all.
 */
static struct recorder_kept *recorder_choose(const struct nd_acct_vcpu *entry,
					     enum nd_recording_why why)
{
	struct recorder_kept *oldest = NULL, *own = NULL, *kept;
	u32 nr_own = 0;

	lockdep_assert_held(&recorder_lock);
	for (kept = recorder_kept; kept < recorder_kept + RECORDER_KEPT; kept++) {
		if (kept->of.pid == entry->pid && kept->of.id == entry->id && kept->of.why == why)
			return kept;
		if (kept->of.pid == entry->pid) {
			nr_own++;
			if (!own || (s64)(kept->of.taken - own->of.taken) < 0)
				own = kept;
		}
		if (!oldest || (oldest->of.pid && (!kept->of.pid ||
						  (s64)(kept->of.taken - oldest->of.taken) < 0)))
			oldest = kept;
	}
	return nr_own >= RECORDER_SHARE ? own : oldest;
}

void nd_recorder_keep(const struct nd_acct_vcpu *entry, enum nd_recording_why why)
{
	struct recorder_kept *kept;
	unsigned long flags;

	if (!recorder_places || !entry || !READ_ONCE(entry->pid))
		return;
	raw_spin_lock_irqsave(&recorder_lock, flags);
	kept = recorder_choose(entry, why);
	if (kept->of.pid != entry->pid || kept->of.id != entry->id || kept->of.why != why ||
	    !recorder_is_kept(kept, entry, rdtsc()))
		recorder_take(entry, why, &kept->of, kept->exits);
	raw_spin_unlock_irqrestore(&recorder_lock, flags);
}

bool nd_recorder_keep_vcpu(u32 pid, u32 id, enum nd_recording_why why)
{
	bool found = false;
	unsigned int i;

	kcsan_nestable_atomic_begin();
	for (i = 0; recorder_places && i <= nd_table_mask; i++) {
		const struct nd_acct_vcpu *entry = &nd_table[i];

		if (!READ_ONCE(entry->key) || READ_ONCE(entry->pid) != pid ||
		    READ_ONCE(entry->id) != id)
			continue;
		nd_recorder_keep(entry, why);
		found = true;
	}
	kcsan_nestable_atomic_end();
	return found;
}

void nd_recorder_reset(void)
{
	unsigned long flags;
	u32 i;

	raw_spin_lock_irqsave(&recorder_lock, flags);
	for (i = 0; i < RECORDER_KEPT; i++)
		recorder_kept[i].of.pid = 0;
	raw_spin_unlock_irqrestore(&recorder_lock, flags);
}

/* --- reading ---------------------------------------------------------------------------------- */

static void recorder_read_kept(struct nd_recorder *to, struct nd_recorded *copy)
{
	struct nd_recording of;
	unsigned long flags;
	u32 i;

	for (i = 0; i < RECORDER_KEPT; i++) {
		raw_spin_lock_irqsave(&recorder_lock, flags);
		of = recorder_kept[i].of;
		if (of.pid)
			memcpy(copy, recorder_kept[i].exits, of.nr * sizeof(*copy));
		raw_spin_unlock_irqrestore(&recorder_lock, flags);
		if (of.pid)
			nd_recorder_add(to, &of, copy, rdtsc(), tsc_khz,
					boot_cpu_has(X86_FEATURE_SVM));
	}
}

static void recorder_read_live(struct nd_recorder *to, struct nd_recorded *copy)
{
	struct nd_recording of;
	unsigned int i;

	for (i = 0; i <= nd_table_mask; i++) {
		cond_resched();
		if (!READ_ONCE(nd_table[i].key))
			continue;
		recorder_take(&nd_table[i], ND_RECORDING_LIVE, &of, copy);
		nd_recorder_add(to, &of, copy, of.taken, tsc_khz, boot_cpu_has(X86_FEATURE_SVM));
	}
}

/* They hold addresses, and page faults those of guests. */
static void recorder_withhold(struct nd_recorder *to)
{
	u32 i;

	for (i = 0; i < to->nr_exits; i++) {
		to->exits[i].has_info = false;
		memset(to->exits[i].info, 0, sizeof(to->exits[i].info));
	}
}

struct nd_recorder *nd_recorder_read(void)
{
	struct nd_recorder *to = kvzalloc(sizeof(*to), GFP_KERNEL);
	struct nd_recorded *copy;

	if (!to)
		return NULL;
	to->known = true;
	to->size = nd_recorder_size();
	if (!to->size)
		return to;
	to->max = nd_table_used() + RECORDER_KEPT;
	to->max_exits = to->max * to->size;
	to->recordings = nd_table_alloc(to->max, sizeof(*to->recordings));
	to->exits = nd_table_alloc(to->max_exits, sizeof(*to->exits));
	copy = kvcalloc(to->size, sizeof(*copy), GFP_KERNEL);
	if (!to->recordings || !to->exits || !copy) {
		kvfree(copy);
		nd_recorder_free(to);
		return NULL;
	}
	kcsan_nestable_atomic_begin();
	recorder_read_kept(to, copy);
	recorder_read_live(to, copy);
	kcsan_nestable_atomic_end();
	kvfree(copy);
	if (boot_cpu_has(X86_FEATURE_SVM) && to->nr_exits && nd_locked_down())
		recorder_withhold(to);
	return to;
}

void nd_recorder_free(struct nd_recorder *recorder)
{
	if (!recorder)
		return;
	kvfree(recorder->recordings);
	kvfree(recorder->exits);
	kvfree(recorder);
}

/* --- memory ----------------------------------------------------------------------------------- */

int nd_recorder_init(void)
{
	size_t nr = (size_t)nd_table_mask + 1;
	unsigned int i;

	if (!nd_table || !recorder)
		return 0;
	recorder_places = nd_table_alloc(nr * recorder_nr_places(), sizeof(*recorder_places));
	recorder_room = kvcalloc(RECORDER_KEPT * recorder, sizeof(*recorder_room), GFP_KERNEL);
	if (!recorder_places || !recorder_room) {
		nd_recorder_release();
		return -ENOMEM;
	}
	for (i = 0; i < nr; i++)
		nd_recorder_link(&nd_table[i], recorder_places + (size_t)i * recorder_nr_places(),
				 recorder_nr_places());
	for (i = 0; i < RECORDER_KEPT; i++)
		recorder_kept[i].exits = recorder_room + (size_t)i * recorder;
	return 0;
}

void nd_recorder_release(void)
{
	kvfree(recorder_room);
	kvfree(recorder_places);
	recorder_places = NULL;
}
