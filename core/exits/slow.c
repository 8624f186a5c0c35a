// SPDX-License-Identifier: GPL-2.0-only
/*
 * Exits that took long, from histograms, means and longest times.
 */
#include "core/base/figures.h"
#include "core/exits/slow.h"

u64 nd_exit_bucket_start(u32 bucket)
{
	return bucket ? 1ULL << (bucket + ND_HIST_SHIFT - 1) : 0;
}

struct nd_exit_slow nd_exit_slow(const struct nd_trace *trace, const struct nd_acct_cell *cell,
				 u64 ns)
{
	struct nd_exit_slow slow = { 0 };
	u32 i;

	for (i = 0; i < ND_HIST_BUCKETS; i++) {
		bool last = i + 1 == ND_HIST_BUCKETS;

		if (nd_trace_ns(trace, nd_exit_bucket_start(i)) >= ns)
			slow.least += cell->hist[i];
		if (last || nd_trace_ns(trace, nd_exit_bucket_start(i + 1)) > ns)
			slow.most += cell->hist[i];
	}
	/* Of several one is the longest, and one is not below their mean. */
	if (!slow.least && (nd_trace_ns(trace, cell->max) >= ns ||
			    (cell->timed && nd_trace_ns(trace, cell->ticks / cell->timed) >= ns)))
		slow.least = 1;
	if (slow.most < slow.least)
		slow.most = slow.least;
	return slow;
}

/* Whose vCPU it is, if all such exits are those of one; else NULL. */
static const struct nd_acct_vcpu *slow_vcpu(const struct nd_trace *trace, u32 level, u32 slot)
{
	const struct nd_acct_vcpu *only = NULL;
	u32 i;

	if (slot >= ND_SLOT_OTHER)
		return NULL;
	for (i = 0; i < trace->nr_vcpus; i++) {
		if (!trace->vcpus[i].counts[level][slot])
			continue;
		if (only)
			return NULL;
		only = &trace->vcpus[i];
	}
	return only && only->counts[level][slot] == trace->sum.cells[level][slot].count ? only :
											  NULL;
}

static void slow_row(const struct nd_trace *trace, u32 level, u32 slot,
		     const struct nd_exit_slow *slow, const struct nd_emit *emit)
{
	const struct nd_acct_cell *cell = &trace->sum.cells[level][slot];
	const struct nd_acct_vcpu *vcpu = slow_vcpu(trace, level, slot);
	char label[ND_EXIT_NAME], text[ND_FIGURE];
	struct nd_row row;

	nd_exit_name(trace->isa, nd_acct_reason(&trace->sum, slot), label, sizeof(label));
	nd_row_init(&row, ND_ROW_SLOW, NULL, label, NULL);
	if (slow->most > slow->least)
		nd_row_printf(&row, "%llu to %llu exits", slow->least, slow->most);
	else
		nd_row_printf(&row, "%llu exit%s", slow->least, slow->least == 1 ? "" : "s");
	nd_row_printf(&row, " of %s", level == ND_LEVEL_NESTED ? "nested guests" : "guests");
	if (cell->max)
		nd_row_printf(&row, ", longest %s",
			      nd_time_text(nd_trace_ns(trace, cell->max), text, sizeof(text)));
	if (vcpu)
		nd_row_printf(&row, ", process %u, vCPU %u", vcpu->pid, vcpu->id);
	nd_row_str(&row, "isa", nd_isa_word(trace->isa));
	nd_row_str(&row, "level", nd_level_name(level));
	nd_row_dec(&row, "reason", nd_acct_reason(&trace->sum, slot));
	nd_row_dec(&row, "at_least", slow->least);
	nd_row_dec(&row, "at_most", slow->most);
	if (cell->max)
		nd_row_dec(&row, "max_ns", nd_trace_ns(trace, cell->max));
	if (vcpu) {
		nd_row_dec(&row, "pid", vcpu->pid);
		nd_row_dec(&row, "vcpu", vcpu->id);
	}
	nd_emit_row(emit, &row);
}

void nd_exit_slow_rows(const struct nd_facts *facts, u64 ns, const struct nd_emit *emit)
{
	const struct nd_trace *trace = facts->trace;
	char title[64], text[ND_FIGURE];
	struct nd_exit_slow slow;
	bool found = false;
	u32 level, slot;

	for (level = 0; trace && level < ND_NR_LEVELS; level++)
		for (slot = 0; slot < ND_NR_SLOTS; slot++) {
			if (nd_trace_waits(trace, slot))
				continue;
			slow = nd_exit_slow(trace, &trace->sum.cells[level][slot], ns);
			if (!slow.least)
				continue;
			if (!found) {
				scnprintf(title, sizeof(title), "Exits that took %s or longer",
					  nd_time_text(ns, text, sizeof(text)));
				nd_emit_section(emit, title);
			}
			found = true;
			slow_row(trace, level, slot, &slow, emit);
		}
}
