// SPDX-License-Identifier: GPL-2.0-only
/*
 * Where the time of a vCPU went in an interval. In the guest or out of it is measured for each
 * vCPU, and what is under way at either end is known, too. Handling and waiting are measured by
 * reason, over all vCPUs: a vCPU that waits shares them with the others, unless it is the only one.
 */
#include "core/base/figures.h"

#include "tools/top/vcputime.h"

static const struct nd_acct_vcpu none;

static u64 less(u64 a, u64 b)
{
	return a > b ? a - b : 0;
}

/* Mean time of such an exit within the interval, or since counting began. */
static u64 mean_of(const struct nd_top_interval *m, u32 level, u32 slot)
{
	const struct nd_acct_cell *cell = &m->delta->sum.cells[level][slot];

	if (!cell->timed)
		cell = &m->total->sum.cells[level][slot];
	return cell->timed ? cell->ticks / cell->timed : 0;
}

/**
 * struct exits - what a vCPU's exits tell of its time
 * @count:    how many
 * @waits:    those among them by which it waited
 * @handling: what handling the others takes by their mean
 * @waited:   ticks of waits that have ended, of all vCPUs
 * @alone:    no other vCPU had any such exit
 */
struct exits {
	u64 count;
	u64 waits;
	u64 handling;
	u64 waited;
	bool alone;
};

static struct exits exits_of(const struct nd_top_interval *m, const struct nd_acct_vcpu *vcpu)
{
	struct exits e = { .alone = true };
	u32 level, slot;

	for (level = 0; level < ND_NR_LEVELS; level++)
		for (slot = 0; slot < ND_NR_SLOTS; slot++) {
			const struct nd_acct_cell *cell = &m->delta->sum.cells[level][slot];
			u64 count = vcpu->counts[level][slot];

			e.count += count;
			if (nd_trace_waits(m->delta, slot)) {
				e.waits += count;
				e.waited += cell->ticks;
				e.alone &= cell->count == count;
			} else if (count) {
				e.handling += count * mean_of(m, level, slot);
			}
		}
	return e;
}

/* Does another vCPU wait at either end? Its wait is part of what was measured. */
static bool others_wait(const struct nd_top_interval *m, u32 i)
{
	u32 j;

	for (j = 0; j < m->total->nr_vcpus; j++) {
		const struct nd_acct_vcpu *other = &m->total->vcpus[j];
		const struct nd_acct_vcpu *was = nd_top_vcpu_before(m->before, other);

		if (j != i &&
		    (nd_top_waits(m->total, other) || (was && nd_top_waits(m->before, was))))
			return true;
	}
	return false;
}

static void part_waiting(const struct nd_top_interval *m, u32 i, const struct exits *e, u64 begun,
			 u64 ended, u64 host, struct nd_top_time *t)
{
	if (e->alone && !others_wait(m, i)) {
		t->waiting = less(e->waited + ended, begun);
		if (t->waiting > host)
			t->waiting = host;
		t->handling = host - t->waiting;
		return;
	}
	t->about = true;
	t->handling = e->handling < host ? e->handling : host;
	t->waiting = host - t->handling;
}

struct nd_top_time nd_top_vcpu_time(const struct nd_top_interval *m, u32 i)
{
	const struct nd_acct_vcpu *vcpu = &m->total->vcpus[i];
	const struct nd_acct_vcpu *was = nd_top_vcpu_before(m->before, vcpu);
	struct exits e = exits_of(m, &m->delta->vcpus[i]);
	u64 begun, ended, host;
	struct nd_top_time t = { 0 };

	if (!was)
		was = &none;
	begun = nd_top_waits(m->before, was);
	ended = nd_top_waits(m->total, vcpu);
	t.guest = less(nd_top_in_guest(m->total, vcpu), nd_top_in_guest(m->before, was));
	host = less(nd_top_in_host(m->total, vcpu), nd_top_in_host(m->before, was));
	if (!e.count && !ended && !nd_acct_vcpu_in_guest(vcpu) && !t.guest) {
		t.away = true;
	} else if (!e.count && ended) {
		/* Nothing but the wait that had begun before. */
		t.waiting = host;
	} else if (!e.waits && !begun && !ended) {
		t.handling = host;
	} else {
		part_waiting(m, i, &e, begun, ended, host, &t);
	}
	return t;
}
