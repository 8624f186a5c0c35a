// SPDX-License-Identifier: GPL-2.0-only
/*
 * Judgement on guests that do not get to run: where their time goes, and whether timers and
 * interrupts take it or what they execute themselves.
 */
#include "core/base/figures.h"
#include "core/exits/nestedrows.h"
#include "core/exits/reasons.h"
#include "core/exits/vcpurows.h"
#include "core/facts/hypervisor.h"
#include "core/findings/causes.h"
#include "core/findings/starved.h"

#define STARVED_SECOND	1000000000u	/* in ns */
#define TICK_EXITS	3	/* the interrupt, its end, and the next deadline */
#define TICK_HZ		250	/* of most distributions' kernels */

/* A hypervisor without Shadow VMCS or eVMCS has 10 to 50 exits to handle one of its guest. */
#define HANDLED_BY	100

/*
 * How many times what handling an exit takes here the hypervisor below may need; 12 were measured.
 */
#define STAY_BELOW	16

/**
 * struct starved_time - where the time of a guest went, in ticks
 * @guest:  in it
 * @stolen: handling its exits, and other work in its place
 * @waited: it had nothing to do
 * @exits:  how many
 * @ticked: those among them that nd_trace_is_tick()
 * @halts:  those among them that wait
 * @failed: entries that failed, which are none of the others
 */
struct starved_time {
	u64 guest;
	u64 stolen;
	u64 waited;
	u64 exits;
	u64 ticked;
	u64 halts;
	u64 failed;
};

static void starved_count(const struct nd_trace *trace, u32 slot, u64 count, struct starved_time *t)
{
	if (nd_trace_failed(trace, slot)) {
		t->failed += count;
		return;
	}
	t->exits += count;
	if (nd_trace_waits(trace, slot))
		t->halts += count;
	else if (nd_trace_is_tick(trace, slot))
		t->ticked += count;
}

/*
 * What the hypervisor below needs for each entry and exit looks like time in the guest, and so does
 * KVM's own work between its trace events and the processor's entry and exit. The shortest stay
 * shows how much that is; but a guest that exits at regular intervals has no short one, so that it
 * is believed only up to a multiple of what handling an exit takes here.
 */
static void starved_less_stay(const struct nd_judge *j, u32 level, struct starved_time *t)
{
	const struct nd_cpu *cpu = nd_facts_first(j->facts);
	u64 handled = t->exits > t->halts ? t->stolen / (t->exits - t->halts) : 0;
	u64 stay = j->trace->stay[level], below;

	if (cpu && nd_hv_present(cpu))
		handled *= STAY_BELOW;
	below = t->exits * (stay < handled ? stay : handled);
	if (below > t->guest)
		below = t->guest;
	t->guest -= below;
	t->stolen += below;
}

/* A guest that was paused for once has one exit that took as long; all others are as they are. */
static u64 starved_stolen(const struct nd_acct_cell *cell)
{
	return cell->ticks > cell->max ? cell->ticks - cell->max : 0;
}

static void starved_level(const struct nd_judge *j, u32 level, struct starved_time *t)
{
	const struct nd_trace *trace = j->trace;
	u32 slot;

	memset(t, 0, sizeof(*t));
	t->guest = trace->sum.guest[level];
	for (slot = 0; slot < ND_NR_SLOTS; slot++) {
		const struct nd_acct_cell *cell = &trace->sum.cells[level][slot];

		starved_count(trace, slot, cell->count, t);
		if (nd_trace_waits(trace, slot))
			t->waited += cell->ticks;
		else if (!nd_trace_failed(trace, slot))
			t->stolen += starved_stolen(cell);
	}
	starved_less_stay(j, level, t);
}

/*
 * A nested guest loses time also while its hypervisor handles its exits. Which vCPUs that are,
 * their counts tell; a nested guest that halts leaves its time to them, so that only its number of
 * halts shows that it is idle. A hypervisor that has far more exits before the nested guest goes on
 * than it takes to handle one is about something else, and that is not for want of time.
 */
static void starved_nested(const struct nd_judge *j, struct starved_time *t)
{
	const struct nd_trace *trace = j->trace;
	struct nd_nested nested = nd_nested_sum(trace);
	u64 all = 0, waited;
	u32 i, slot;

	starved_level(j, ND_LEVEL_NESTED, t);
	if (nested.caused / HANDLED_BY > nested.measured)
		return;
	for (i = 0; i < trace->nr_vcpus; i++)
		if (nd_vcpu_exits(&trace->vcpus[i], ND_LEVEL_NESTED))
			all += trace->vcpus[i].guest + trace->vcpus[i].host;
	waited = t->waited;
	for (slot = 0; slot < ND_NR_SLOTS; slot++)
		if (nd_trace_waits(trace, slot))
			waited += trace->sum.cells[ND_LEVEL_GUEST][slot].ticks;
	/* Without a table of vCPUs only what handling its own exits took is known. */
	if (all > t->guest + t->stolen + waited) {
		t->waited = waited;
		t->stolen = all - waited - t->guest;
	}
}

/* How long the longest exit took, which vCPU's ever it was. */
static u64 starved_longest(const struct nd_trace *trace, u32 level)
{
	u64 longest = 0;
	u32 slot;

	for (slot = 0; slot < ND_NR_SLOTS; slot++)
		if (trace->sum.cells[level][slot].max > longest)
			longest = trace->sum.cells[level][slot].max;
	return longest;
}

/*
 * One vCPU. How long it waited is not known of one alone: only that it never did. It may have been
 * paused once, too.
 */
static bool starved_vcpu(const struct nd_judge *j, const struct nd_acct_vcpu *vcpu,
			 struct starved_time *t)
{
	const struct nd_trace *trace = j->trace;
	u64 paused = starved_longest(trace, ND_LEVEL_GUEST);
	u32 slot;

	memset(t, 0, sizeof(*t));
	for (slot = 0; slot < ND_NR_SLOTS; slot++) {
		if (vcpu->counts[ND_LEVEL_NESTED][slot])
			return false;
		starved_count(trace, slot, vcpu->counts[ND_LEVEL_GUEST][slot], t);
	}
	t->guest = vcpu->guest;
	t->stolen = vcpu->host > paused ? vcpu->host - paused : 0;
	starved_less_stay(j, ND_LEVEL_GUEST, t);
	return t->halts == 0;
}

static bool starved_is_ticked(const struct starved_time *t)
{
	return t->ticked > t->exits / 2;
}

/* Failed entries have a finding of their own: a guest that was not entered is not starved. */
static bool starved_is_so(const struct nd_judge *j, const struct starved_time *t)
{
	u64 busy = t->guest + t->stolen;
	u32 limit = starved_is_ticked(t) ? j->limits->ticked_share : j->limits->starved_share;

	return t->exits && t->exits >= j->limits->starved_exits && t->failed <= t->exits / 20 &&
	       nd_trace_ns(j->trace, busy) >= j->limits->starved_ns &&
	       nd_ratio(t->waited, busy + t->waited, 10000) < j->limits->idle_share &&
	       t->halts <= t->exits / 20 && nd_ratio(t->guest, busy, 10000) < limit;
}

/* The same floor; of a guest that waits, waiting is time that it was watched. */
static bool starved_is_enough(const struct nd_judge *j, const struct starved_time *t, u64 *exits,
			      u64 *ns)
{
	u64 time = nd_trace_ns(j->trace, t->guest + t->stolen + t->waited);

	if (t->exits > *exits)
		*exits = t->exits;
	if (time > *ns)
		*ns = time;
	return t->exits >= j->limits->starved_exits && time >= j->limits->starved_ns;
}

bool nd_starved_enough(const struct nd_judge *j, u64 *exits, u64 *ns)
{
	struct starved_time t;
	u32 i;

	*exits = 0;
	*ns = 0;
	starved_nested(j, &t);
	if (starved_is_enough(j, &t, exits, ns))
		return true;
	starved_level(j, ND_LEVEL_GUEST, &t);
	if (starved_is_enough(j, &t, exits, ns))
		return true;
	for (i = 0; i < j->trace->nr_vcpus; i++)
		if (starved_vcpu(j, &j->trace->vcpus[i], &t) && starved_is_enough(j, &t, exits, ns))
			return true;
	return false;
}

/**
 * struct starved - who it is
 * @level: whose exits
 * @vcpu:  of which vCPU, NULL for all of that level
 * @time:  where the time went
 */
struct starved {
	u32 level;
	const struct nd_acct_vcpu *vcpu;
	struct starved_time time;
};

/*
 * Does a guest have its exits because it executes what exits, and is not kept from anything else?
 */
static bool starved_by_itself(const struct nd_trace *trace, const struct starved *who)
{
	u32 top = nd_cause_top(trace, who->level, who->vcpu, ND_NR_SLOTS);
	u64 count;

	if (top == ND_NR_SLOTS || starved_is_ticked(&who->time) || !nd_cause_own(trace, top))
		return false;
	count = who->vcpu ? who->vcpu->counts[who->level][top] :
			    trace->sum.cells[who->level][top].count;
	return count > who->time.exits / 2;
}

/* A snapshot without a record of the time in guests does not say that there was none. */
static bool starved_is_known(const struct nd_trace *trace, u32 level)
{
	return !(trace->unrecorded & BIT(level));
}

/* From the most telling to the sum: one nested guest, one vCPU, all guests. */
static bool starved_find(const struct nd_judge *j, bool by_itself, struct starved *who)
{
	const struct nd_trace *trace = j->trace;
	u32 i;

	*who = (struct starved){ .level = ND_LEVEL_NESTED };
	starved_nested(j, &who->time);
	if (starved_is_known(trace, who->level) && starved_is_so(j, &who->time) &&
	    starved_by_itself(trace, who) == by_itself)
		return true;
	who->level = ND_LEVEL_GUEST;
	for (i = 0; i < trace->nr_vcpus; i++) {
		who->vcpu = &trace->vcpus[i];
		if (starved_vcpu(j, who->vcpu, &who->time) && starved_is_so(j, &who->time) &&
		    starved_by_itself(trace, who) == by_itself)
			return true;
	}
	who->vcpu = NULL;
	starved_level(j, ND_LEVEL_GUEST, &who->time);
	return starved_is_known(trace, who->level) && starved_is_so(j, &who->time) &&
	       starved_by_itself(trace, who) == by_itself;
}

bool nd_starved_vcpu(const struct nd_judge *j, const struct nd_acct_vcpu *vcpu)
{
	struct starved who = { .level = ND_LEVEL_GUEST, .vcpu = vcpu };

	return starved_vcpu(j, vcpu, &who.time) && starved_is_so(j, &who.time) &&
	       !starved_by_itself(j->trace, &who);
}

bool nd_starved_nested(const struct nd_judge *j)
{
	struct starved who = { .level = ND_LEVEL_NESTED };

	starved_nested(j, &who.time);
	return starved_is_known(j->trace, who.level) && starved_is_so(j, &who.time) &&
	       !starved_by_itself(j->trace, &who);
}

static void starved_describe(const struct nd_judge *j, const struct starved *who,
			     struct nd_row *row)
{
	const struct starved_time *t = &who->time;
	u64 busy = t->guest + t->stolen;
	char a[ND_FIGURE], b[ND_FIGURE];

	if (who->vcpu)
		nd_row_printf(row, "process %u, vCPU %u", who->vcpu->pid, who->vcpu->id);
	else
		nd_row_printf(row, "%s", who->level == ND_LEVEL_NESTED ? "nested guests" : "guests");
	nd_row_printf(row, " ran %s of %s not spent waiting",
		      nd_share_text(t->guest, busy, a, sizeof(a)),
		      nd_time_text(nd_trace_ns(j->trace, busy), b, sizeof(b)));
	nd_row_dec(row, "guest_ns", nd_trace_ns(j->trace, t->guest));
	nd_row_dec(row, "stolen_ns", nd_trace_ns(j->trace, t->stolen));
	nd_row_dec(row, "exit_count", t->exits);
	nd_row_dec(row, "ticked", t->ticked);
	nd_row_dec(row, "exit_ns", nd_trace_ns(j->trace, t->stolen / t->exits));
}

bool nd_judge_starved(const struct nd_judge *j, struct nd_row *row)
{
	const struct nd_trace *trace = j->trace;
	struct starved who;
	char text[ND_FIGURE];
	u32 first, second;
	u64 cost, rate;

	if (!starved_find(j, false, &who))
		return false;
	starved_describe(j, &who, row);
	first = nd_cause_top(trace, who.level, who.vcpu, ND_NR_SLOTS);
	second = nd_cause_top(trace, who.level, who.vcpu, first);
	cost = nd_trace_ns(trace, who.time.stolen / who.time.exits);
	rate = nd_ratio(who.time.exits, nd_trace_ns(trace, who.time.guest + who.time.stolen),
			STARVED_SECOND);
	nd_row_printf(row, "; exits: ");
	nd_cause_top_describe(trace, who.level, who.vcpu, first, who.time.exits, row);
	if (starved_is_ticked(&who.time) && second < ND_NR_SLOTS) {
		nd_row_printf(row, ", ");
		nd_cause_top_describe(trace, who.level, who.vcpu, second, who.time.exits, row);
	}
	nd_row_printf(row, ", %llu a second of %s each", rate,
		      nd_time_text(cost, text, sizeof(text)));
	if (starved_is_ticked(&who.time))
		nd_row_printf(row, ". A timer tick takes at least %u of them: %llu %% of a CPU at %u Hz. Remedy: fewer timer ticks (HZ=100) or vCPUs in the guest; or run it one level less deep",
			      TICK_EXITS,
			      nd_ratio(cost * TICK_EXITS, STARVED_SECOND, TICK_HZ * 100), TICK_HZ);
	else
		nd_cause_describe(j->facts, first, row);
	return true;
}

bool nd_judge_exit_bound(const struct nd_judge *j, struct nd_row *row)
{
	const struct nd_trace *trace = j->trace;
	struct starved who;
	char text[ND_FIGURE];
	u32 top;

	if (!starved_find(j, true, &who))
		return false;
	starved_describe(j, &who, row);
	top = nd_cause_top(trace, who.level, who.vcpu, ND_NR_SLOTS);
	nd_row_printf(row, ", because of exits that %s: ",
		      who.vcpu ? "it causes itself" : "they cause themselves");
	nd_cause_top_describe(trace, who.level, who.vcpu, top, who.time.exits, row);
	nd_row_printf(row, ", %s each",
		      nd_time_text(nd_trace_ns(trace, who.time.stolen / who.time.exits), text,
				   sizeof(text)));
	nd_cause_describe(j->facts, top, row);
	return true;
}
