// SPDX-License-Identifier: GPL-2.0-only
/*
 * vCPUs: what each of them is at.
 */
#include "core/base/figures.h"
#include "core/exits/vcpurows.h"

u64 nd_vcpu_exits(const struct nd_acct_vcpu *vcpu, u32 level)
{
	u32 i, slot;
	u64 exits = 0;

	for (i = 0; i < ND_NR_LEVELS; i++)
		for (slot = 0; slot < ND_NR_SLOTS; slot++)
			if (level == i || level == ND_NR_LEVELS)
				exits += vcpu->counts[i][slot];
	return exits;
}

/* A rare reason has its slot on the CPU that saw it; which one that was, is not kept. */
const char *nd_vcpu_exit_name(const struct nd_trace *trace, u32 slot, char *buf, size_t size)
{
	if (slot < ND_SLOT_OTHER)
		return nd_exit_name(trace->isa, nd_acct_reason(&trace->sum, slot), buf, size);
	scnprintf(buf, size, "%s", slot == ND_NO_SLOT ? "none" : "other");
	return buf;
}

static void vcpu_top(const struct nd_acct_vcpu *vcpu, u32 *level, u32 *slot)
{
	u32 i, j;

	*level = 0;
	*slot = 0;
	for (i = 0; i < ND_NR_LEVELS; i++)
		for (j = 0; j < ND_NR_SLOTS; j++)
			if (vcpu->counts[i][j] > vcpu->counts[*level][*slot]) {
				*level = i;
				*slot = j;
			}
}

/**
 * struct vcpu_wait - how long a vCPU had nothing to do
 * @ticks:    in waits that have ended
 * @measured: they are all waits that were measured; else they are its part of them, by number
 */
struct vcpu_wait {
	u64 ticks;
	bool measured;
};

/* Waits are measured by reason, over all vCPUs; each vCPU's are only counted. */
static struct vcpu_wait vcpu_waited(const struct nd_trace *trace, const struct nd_acct_vcpu *vcpu)
{
	struct vcpu_wait wait = { .measured = true };
	u32 level, slot;

	for (level = 0; level < ND_NR_LEVELS; level++)
		for (slot = 0; slot < ND_NR_SLOTS; slot++) {
			const struct nd_acct_cell *cell = &trace->sum.cells[level][slot];
			u64 count = vcpu->counts[level][slot];

			if (!count || !nd_trace_waits(trace, slot))
				continue;
			wait.measured &= count == cell->count;
			wait.ticks += count == cell->count ? cell->ticks :
				      nd_ratio(cell->ticks, cell->count,
					       count < ~0U ? count : ~0U);
		}
	if (wait.ticks > vcpu->host)
		wait.ticks = vcpu->host;
	return wait;
}

static noinline_for_stack void vcpu_last_cols(const struct nd_trace *trace,
					      const struct nd_acct_vcpu *vcpu, const char *last,
					      const struct vcpu_wait *wait, struct nd_row *row)
{
	u64 ago = nd_trace_ns(trace, nd_trace_age(trace, vcpu->exited));
	u64 since = nd_trace_ns(trace, nd_trace_age(trace, vcpu->entered));
	u64 waited = nd_trace_ns(trace, wait->ticks);

	nd_row_str(row, "last_exit", last);
	if (nd_acct_vcpu_slot(vcpu) != ND_NO_SLOT)
		nd_row_dec(row, "last_exit_ago_ns", ago);
	if (nd_acct_vcpu_in_guest(vcpu))
		nd_row_dec(row, "in_guest_ns", since);
	if (!waited)
		return;
	nd_row_dec(row, "waited_ns", waited);
	nd_row_bool(row, "waited_measured", wait->measured);
}

/* In words, which may be none. */
static noinline_for_stack void vcpu_last_row(const struct nd_trace *trace,
					     const struct nd_acct_vcpu *vcpu, const char *last,
					     const struct vcpu_wait *wait, struct nd_row *row)
{
	u64 ago = nd_trace_ns(trace, nd_trace_age(trace, vcpu->exited));
	u64 since = nd_trace_ns(trace, nd_trace_age(trace, vcpu->entered));
	u64 waited = nd_trace_ns(trace, wait->ticks);
	char text[ND_FIGURE];

	nd_row_init(row, ND_ROW_DETAIL, NULL,
		    nd_acct_vcpu_in_guest(vcpu) ? "now" : "last exit", NULL);
	if (nd_acct_vcpu_in_guest(vcpu))
		nd_row_printf(row, "in guest for %s", nd_time_text(since, text, sizeof(text)));
	else if (nd_trace_waits(trace, nd_acct_vcpu_slot(vcpu)))
		nd_row_printf(row, "%s for %s: waiting or gone", last,
			      nd_time_text(ago, text, sizeof(text)));
	else if (nd_acct_vcpu_slot(vcpu) != ND_NO_SLOT)
		nd_row_printf(row, "%s, %s ago", last, nd_time_text(ago, text, sizeof(text)));
	if (waited)
		nd_row_printf(row, "; waited %s%s", wait->measured ? "" : "about ",
			      nd_time_text(waited, text, sizeof(text)));
}

static void vcpu_row(const struct nd_trace *trace, const struct nd_acct_vcpu *vcpu, u64 exits,
		     const struct nd_emit *emit)
{
	char label[ND_FIGURE], share[ND_FIGURE], top[ND_EXIT_NAME], last[ND_EXIT_NAME];
	struct vcpu_wait wait = vcpu_waited(trace, vcpu);
	struct nd_row row;
	u32 level, slot;

	vcpu_top(vcpu, &level, &slot);
	nd_vcpu_exit_name(trace, exits ? slot : ND_NO_SLOT, top, sizeof(top));
	nd_vcpu_exit_name(trace, nd_acct_vcpu_slot(vcpu), last, sizeof(last));
	scnprintf(label, sizeof(label), "%u/%u", vcpu->pid, vcpu->id);
	nd_row_init(&row, ND_ROW_VCPU, NULL, label, NULL);
	nd_row_printf(&row, "%10llu%9s", exits,
		      nd_share_text(vcpu->guest, vcpu->guest + vcpu->host, share, sizeof(share)));
	nd_row_printf(&row, "  %-19s%9s", top,
		      nd_share_text(vcpu->counts[level][slot], exits, share, sizeof(share)));
	nd_row_dec(&row, "pid", vcpu->pid);
	nd_row_dec(&row, "vcpu", vcpu->id);
	nd_row_dec(&row, "exit_count", exits);
	nd_row_dec(&row, "guest_ns", nd_trace_ns(trace, vcpu->guest));
	nd_row_dec(&row, "host_ns", nd_trace_ns(trace, vcpu->host));
	nd_row_str(&row, "top_exit", top);
	nd_row_str(&row, "top_level", nd_level_name(level));
	vcpu_last_cols(trace, vcpu, last, &wait, &row);
	nd_emit_row(emit, &row);
	vcpu_last_row(trace, vcpu, last, &wait, &row);
	if (row.words[0])
		nd_emit_row(emit, &row);
}

/* The largest below what was listed last; equal ones in the order of the table. */
static u32 vcpu_next(const struct nd_trace *trace, u32 last)
{
	u32 i, found = trace->nr_vcpus;
	u64 bound = last < trace->nr_vcpus ? trace->vcpus[last].host : ~0ULL;

	for (i = 0; i < trace->nr_vcpus; i++) {
		u64 host = trace->vcpus[i].host;

		if (last < trace->nr_vcpus && (host > bound || (host == bound && i <= last)))
			continue;
		if (found == trace->nr_vcpus || host > trace->vcpus[found].host)
			found = i;
	}
	return found;
}

void nd_vcpu_rows(const struct nd_facts *facts, const struct nd_emit *emit)
{
	const struct nd_trace *trace = facts->trace;
	char title[104];
	u32 i;

	if (!trace || !trace->nr_vcpus) {
		nd_emit_note(emit, trace ? "No vCPU has been seen." :
			     "vCPUs were not recorded. Load the module to track them.");
		return;
	}
	scnprintf(title, sizeof(title), "%-19s%10s%9s  %s", "Process/vCPU", "exits", "in guest",
		  "most frequent");
	nd_emit_section(emit, title);
	for (i = vcpu_next(trace, trace->nr_vcpus); i < trace->nr_vcpus; i = vcpu_next(trace, i))
		vcpu_row(trace, &trace->vcpus[i], nd_vcpu_exits(&trace->vcpus[i], ND_NR_LEVELS),
			 emit);
}
