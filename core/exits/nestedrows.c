// SPDX-License-Identifier: GPL-2.0-only
/*
 * Nested guests: what they cost, seen from the machine that runs their hypervisor, and what an exit
 * costs where this machine is itself a guest.
 */
#include "core/base/figures.h"
#include "core/exits/nestedrows.h"
#include "core/exits/reasons.h"
#include "core/facts/hypervisor.h"

/* The instructions by which a guest hypervisor runs its own guests, and which KVM emulates. */
static const struct {
	u32 isa;
	u32 reason;
	bool enters;
} nested_instructions[] = {
	{ ND_ISA_VMX, ND_VMEXIT_VMREAD },
	{ ND_ISA_VMX, ND_VMEXIT_VMWRITE },
	{ ND_ISA_VMX, ND_VMEXIT_VMRESUME, true },
	{ ND_ISA_VMX, ND_VMEXIT_VMLAUNCH, true },
	{ ND_ISA_VMX, ND_VMEXIT_VMPTRLD },
	{ ND_ISA_VMX, ND_VMEXIT_VMPTRST },
	{ ND_ISA_VMX, ND_VMEXIT_VMCLEAR },
	{ ND_ISA_VMX, ND_VMEXIT_INVEPT },
	{ ND_ISA_VMX, ND_VMEXIT_INVVPID },
	{ ND_ISA_VMX, ND_VMEXIT_VMON },
	{ ND_ISA_VMX, ND_VMEXIT_VMOFF },
	{ ND_ISA_SVM, ND_SVMEXIT_VMRUN, true },
	{ ND_ISA_SVM, ND_SVMEXIT_VMLOAD },
	{ ND_ISA_SVM, ND_SVMEXIT_VMSAVE },
	{ ND_ISA_SVM, ND_SVMEXIT_STGI },
	{ ND_ISA_SVM, ND_SVMEXIT_CLGI },
	{ ND_ISA_SVM, ND_SVMEXIT_INVLPGA },
	{ ND_ISA_SVM, ND_SVMEXIT_SKINIT },
};

u32 nd_nested_instruction(const struct nd_trace *trace, u32 index)
{
	u32 i;

	for (i = 0; i < ARRAY_SIZE(nested_instructions); i++)
		if (nested_instructions[i].isa == trace->isa && !index--)
			return nested_instructions[i].reason;
	return ND_NR_SLOTS;
}

/* More may be handed on than came, of one reason as of all. */
static u64 nested_kept(u64 exits, u64 reflected)
{
	return exits > reflected ? exits - reflected : 0;
}

static void nested_add_instructions(const struct nd_trace *trace, struct nd_nested *nested)
{
	u32 i;

	for (i = 0; i < ARRAY_SIZE(nested_instructions); i++) {
		u32 reason = nested_instructions[i].reason;
		u64 count = trace->sum.cells[ND_LEVEL_GUEST][reason].count;

		if (nested_instructions[i].isa != trace->isa)
			continue;
		nested->instructions = nd_plus(nested->instructions, count);
		if (nested_instructions[i].enters)
			nested->asked = nd_plus(nested->asked, count);
	}
}

struct nd_nested nd_nested_sum(const struct nd_trace *trace)
{
	const struct nd_acct *sum = &trace->sum;
	struct nd_nested nested = { .entries = sum->nested_entries };
	u32 slot;

	nested_add_instructions(trace, &nested);

	for (slot = 0; slot < ND_NR_SLOTS; slot++) {
		u64 exits = sum->cells[ND_LEVEL_NESTED][slot].count;

		nested.exits = nd_plus(nested.exits, exits);
		nested.reflected = nd_plus(nested.reflected, sum->reflected[slot]);
		nested.uncounted = nd_plus(nested.uncounted,
					   nested_kept(sum->reflected[slot], exits));
		nested.kept = nd_plus(nested.kept, nested_kept(exits, sum->reflected[slot]));
		if (nd_trace_failed(trace, slot))
			continue;
		nested.ran = nd_plus(nested.ran, exits);
		nested.delivered = nd_plus(nested.delivered, sum->reflected[slot]);
		/* While a nested guest waits, its hypervisor goes about other business. */
		if (nd_trace_waits(trace, slot))
			continue;
		nested.measured = nd_plus(nested.measured, sum->reflected[slot]);
		nested.caused = nd_plus(nested.caused, sum->caused[slot]);
	}
	/* An event of its own counts them too: it may be attached where the reason is not read. */
	if (sum->nested_exits > nested.exits) {
		nested.unread = sum->nested_exits - nested.exits;
		nested.exits = sum->nested_exits;
	}
	return nested;
}

static void nested_entries_row(const struct nd_trace *trace, struct nd_row *row,
			       const struct nd_emit *emit)
{
	nd_row_init(row, ND_ROW_FACT, "nested_entries", "Nested entries", NULL);
	if (nd_trace_entries(trace)) {
		nd_row_printf(row, "%llu", trace->sum.nested_entries);
		nd_row_dec(row, "count", trace->sum.nested_entries);
	} else {
		nd_row_printf(row, "not counted: %s", trace->source == ND_SOURCE_HIST ?
			      "histograms in tracefs tell reasons only" :
			      "no tracepoint of this KVM tells of them");
	}
	nd_emit_row(emit, row);
}

static noinline_for_stack void nested_total_rows(const struct nd_trace *trace,
						 const struct nd_nested *nested, struct nd_row *row,
						 const struct nd_emit *emit)
{
	u64 ran = nd_plus(nested->ran, nested->unread);
	char a[ND_FIGURE], b[ND_FIGURE];

	nd_row_init(row, ND_ROW_FACT, "nested_exits", "Nested exits", NULL);
	if (trace->source == ND_SOURCE_HIST) {
		nd_row_printf(row, "%llu; whether they were reflected to guest hypervisors was not counted",
			      nested->exits);
		nd_row_dec(row, "count", nested->exits);
		nd_emit_row(emit, row);
		return;
	}
	nd_row_printf(row, "%llu: %llu reflected to guest hypervisors, %llu handled by this host",
		      nested->exits, nested->reflected - nested->uncounted, nested->kept);
	if (nested->uncounted)
		nd_row_printf(row, "; KVM reflected %llu more without such an exit",
			      nested->uncounted);
	if (nested->unread)
		nd_row_printf(row, "; %llu exits without a reason", nested->unread);
	nd_row_dec(row, "count", nested->exits);
	nd_row_dec(row, "reflected", nested->reflected);
	nd_row_dec(row, "handled_here", nested->kept);
	nd_row_dec(row, "uncounted", nested->uncounted);
	nd_row_dec(row, "unread", nested->unread);
	nd_emit_row(emit, row);

	if (!nested->delivered)
		return;
	nd_row_init(row, ND_ROW_FACT, "multiplier", "Multiplier", NULL);
	if (!nested->caused) {
		nd_row_printf(row, "unknown: it takes the vCPU table (times=1)");
	} else {
		nd_ratio_text(nested->caused, nested->measured, a, sizeof(a));
		nd_row_printf(row, "%s exits of the guest hypervisor, whatever for, from one reflected nested exit to its next nested entry",
			      a);
		if (ran)
			nd_row_printf(row, "; %s for one nested exit on average",
				      nd_ratio_text(nested->caused, ran, b, sizeof(b)));
		nd_row_ratio(row, "per_reflected_exit", nested->caused, nested->measured);
		nd_row_ratio(row, "per_nested_exit", nested->caused, ran);
		nd_row_dec(row, "hypervisor_exits", nested->caused);
	}
	nd_emit_row(emit, row);
}

static u64 nested_slot_exits(const struct nd_acct *sum, u32 slot)
{
	u64 exits = sum->cells[ND_LEVEL_NESTED][slot].count;

	return exits > sum->reflected[slot] ? exits : sum->reflected[slot];
}

/* The slot with most exits after @last, ND_NR_SLOTS if there is none; and at first. */
static u32 nested_next(const struct nd_acct *sum, u32 last)
{
	u64 bound = last < ND_NR_SLOTS ? nested_slot_exits(sum, last) : ~0ULL;
	u32 slot, found = ND_NR_SLOTS;

	for (slot = 0; slot < ND_NR_SLOTS; slot++) {
		u64 exits = nested_slot_exits(sum, slot);

		if (!exits || exits > bound ||
		    (last < ND_NR_SLOTS && exits == bound && slot <= last))
			continue;
		if (found == ND_NR_SLOTS || exits > nested_slot_exits(sum, found))
			found = slot;
	}
	return found;
}

static void nested_reason_row(const struct nd_trace *trace, u32 slot, struct nd_row *row,
			      const struct nd_emit *emit)
{
	u64 exits = trace->sum.cells[ND_LEVEL_NESTED][slot].count;
	u64 reflected = trace->sum.reflected[slot], caused = trace->sum.caused[slot];
	bool handled = caused && !nd_trace_failed(trace, slot);
	char label[ND_EXIT_NAME], ratio[ND_FIGURE];

	nd_exit_name(trace->isa, nd_acct_reason(&trace->sum, slot), label, sizeof(label));
	nd_ratio_text(caused, reflected, ratio, sizeof(ratio));
	nd_row_init(row, ND_ROW_NESTED, NULL, label, NULL);
	nd_row_printf(row, "%10llu%12llu%14llu%20s", exits, reflected,
		      nested_kept(exits, reflected), handled ? ratio : "-");
	nd_row_str(row, "isa", nd_isa_word(trace->isa));
	nd_row_dec(row, "reason", nd_acct_reason(&trace->sum, slot));
	nd_row_dec(row, "count", exits);
	nd_row_dec(row, "reflected", reflected);
	nd_row_dec(row, "handled_here", nested_kept(exits, reflected));
	nd_row_dec(row, "hypervisor_exits", caused);
	if (handled)
		nd_row_ratio(row, "per_reflected_exit", caused, reflected);
	nd_emit_row(emit, row);
}

static noinline_for_stack void nested_reason_rows(const struct nd_trace *trace, struct nd_row *row,
						  const struct nd_emit *emit)
{
	u32 slot = nested_next(&trace->sum, ND_NR_SLOTS);
	char title[104];

	if (slot == ND_NR_SLOTS)
		return;
	scnprintf(title, sizeof(title), "%-22s%10s%12s%14s%20s", "Exits of nested guests", "count",
		  "reflected", "handled here", "hypervisor exits");
	nd_emit_section(emit, title);
	for (; slot < ND_NR_SLOTS; slot = nested_next(&trace->sum, slot))
		nested_reason_row(trace, slot, row, emit);
}

static noinline_for_stack void nested_instruction_rows(const struct nd_trace *trace,
						       const struct nd_nested *nested,
						       struct nd_row *row,
						       const struct nd_emit *emit)
{
	char label[ND_EXIT_NAME], ratio[ND_FIGURE], time[ND_FIGURE];
	bool titled = false;
	u32 i;

	for (i = 0; i < ARRAY_SIZE(nested_instructions); i++) {
		u32 reason = nested_instructions[i].reason;
		const struct nd_acct_cell *cell = &trace->sum.cells[ND_LEVEL_GUEST][reason];
		u64 mean = cell->timed ? nd_trace_ns(trace, cell->ticks / cell->timed) : 0;

		if (nested_instructions[i].isa != trace->isa || !cell->count)
			continue;
		if (!titled) {
			char title[104];

			scnprintf(title, sizeof(title), "%-36s%13s%18s%12s",
				  "Instructions of guest hypervisors", "count",
				  "per nested exit", "mean");
			nd_emit_section(emit, title);
			titled = true;
		}
		nd_exit_name(trace->isa, reason, label, sizeof(label));
		nd_ratio_text(cell->count, nested->exits, ratio, sizeof(ratio));
		nd_row_init(row, ND_ROW_VMX, NULL, label, NULL);
		nd_row_printf(row, "%12llu%18s%12s", cell->count, ratio,
			      cell->timed ? nd_time_text(mean, time, sizeof(time)) : "-");
		nd_row_str(row, "isa", nd_isa_word(trace->isa));
		nd_row_dec(row, "reason", reason);
		nd_row_dec(row, "count", cell->count);
		nd_row_ratio(row, "per_nested_exit", cell->count, nested->exits);
		if (cell->timed)
			nd_row_dec(row, "mean_ns", mean);
		nd_emit_row(emit, row);
	}
}

/*
 * Only if a hypervisor is below. Its own part, before the exit is seen here and after the entry,
 * counts as time in the guest: the shortest stay there shows how much it is.
 */
static noinline_for_stack void nested_cost_row(const struct nd_facts *facts, struct nd_row *row,
					       const struct nd_emit *emit)
{
	const struct nd_cpu *cpu = nd_facts_first(facts);
	const struct nd_trace *trace = facts->trace;
	u64 timed = 0, ticks = 0, mean, stay;
	char text[ND_FIGURE];
	u32 slot;

	if (!cpu || !nd_hv_present(cpu))
		return;
	for (slot = 0; slot < ND_NR_SLOTS; slot++) {
		if (nd_trace_waits(trace, slot))
			continue;
		timed += trace->sum.cells[ND_LEVEL_GUEST][slot].timed;
		ticks += trace->sum.cells[ND_LEVEL_GUEST][slot].ticks;
	}
	if (!timed)
		return;
	mean = nd_trace_ns(trace, ticks / timed);
	stay = nd_trace_ns(trace, trace->stay[ND_LEVEL_GUEST]);
	nd_row_init(row, ND_ROW_FACT, "exit_price", "Cost of an exit", NULL);
	nd_row_printf(row, "%s from exit to entry on average, without waiting",
		      nd_time_text(mean, text, sizeof(text)));
	nd_row_dec(row, "mean_ns", mean);
	if (stay) {
		nd_row_printf(row, ", and about %s more in the hypervisor below",
			      nd_time_text(stay, text, sizeof(text)));
		nd_row_dec(row, "below_ns", stay);
	}
	nd_emit_row(emit, row);
}

void nd_nested_rows(const struct nd_facts *facts, const struct nd_emit *emit)
{
	const struct nd_trace *trace = facts->trace;
	struct nd_nested nested;
	struct nd_row row;

	if (!trace) {
		nd_emit_note(emit, "Exits were not recorded. Load the module to count them.");
		return;
	}
	nested = nd_nested_sum(trace);
	if (nested.entries || nested.exits) {
		nested_entries_row(trace, &row, emit);
		nested_total_rows(trace, &nested, &row, emit);
	} else if (trace->nr_points && trace->points[0].state == ND_POINT_UNSUPPORTED) {
		nd_emit_note(emit,
			     "Nested guests are not counted: this kernel was built without tracepoints (CONFIG_TRACEPOINTS).");
	} else {
		nd_emit_note(emit, "No nested guest has run since counting began.");
	}
	nested_cost_row(facts, &row, emit);
	if (trace->source != ND_SOURCE_HIST)
		nested_reason_rows(trace, &row, emit);
	nested_instruction_rows(trace, &nested, &row, emit);
}
