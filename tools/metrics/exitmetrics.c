// SPDX-License-Identifier: GPL-2.0-only
#include "core/entry/failure.h"
#include "core/exits/nestedrows.h"
#include "core/exits/trace.h"

#include "tools/metrics/exitmetrics.h"
#include "tools/out/metric.h"

/* Both slots of a name that stands for several go by their own: the last stands for all others. */
static void slot_name(const struct nd_trace *trace, u32 slot, char name[ND_EXIT_NAME])
{
	if (slot == ND_NR_SLOTS - 1)
		scnprintf(name, ND_EXIT_NAME, "other");
	else
		nd_exit_name(trace->isa, nd_acct_reason(&trace->sum, slot), name, ND_EXIT_NAME);
}

static void put_exits(const struct nd_trace *trace, struct nd_strings *lines, bool times)
{
	const char *name = times ? "nestdiag_exit_handling_seconds_total" : "nestdiag_exits_total";
	char reason[ND_EXIT_NAME];
	u32 level, slot;

	nd_metric_family(lines, name, "counter", times ?
			 "Time from VM exits to the next VM entry, by level and reason." :
			 "VM exits by level and reason.");
	for (level = 0; level < ND_NR_LEVELS; level++) {
		for (slot = 0; slot < ND_NR_SLOTS; slot++) {
			const struct nd_acct_cell *cell = &trace->sum.cells[level][slot];
			const struct nd_label labels[] = {
				{ "level", nd_level_name(level) }, { "reason", reason }, { NULL, NULL },
			};

			if (!cell->count)
				continue;
			slot_name(trace, slot, reason);
			if (times)
				nd_metric_seconds(lines, name, labels,
						  nd_trace_ns(trace, cell->ticks));
			else
				nd_metric(lines, name, labels, cell->count);
		}
	}
}

/*
 * Of all reasons together: buckets are powers of two in ticks, so their bounds are this machine's.
 */
static void put_histogram(const struct nd_trace *trace, u32 level, struct nd_strings *lines)
{
	u64 hist[ND_HIST_BUCKETS] = { 0 }, ticks = 0, sum = 0, ns;
	char le[32];
	const struct nd_label labels[] = {
		{ "level", nd_level_name(level) }, { "le", le }, { NULL, NULL },
	};
	const struct nd_label plain[] = { labels[0], { NULL, NULL } };
	u32 slot, i;

	for (slot = 0; slot < ND_NR_SLOTS; slot++) {
		ticks += trace->sum.cells[level][slot].ticks;
		for (i = 0; i < ND_HIST_BUCKETS; i++)
			hist[i] += trace->sum.cells[level][slot].hist[i];
	}
	for (i = 0; i < ND_HIST_BUCKETS; i++) {
		sum += hist[i];
		ns = nd_trace_ns(trace, 1ULL << (i + ND_HIST_SHIFT));
		if (i < ND_HIST_BUCKETS - 1)
			scnprintf(le, sizeof(le), "%llu.%09llu", ns / 1000000000, ns % 1000000000);
		else
			scnprintf(le, sizeof(le), "+Inf");
		nd_metric(lines, "nestdiag_exit_duration_seconds_bucket", labels, sum);
	}
	nd_metric_seconds(lines, "nestdiag_exit_duration_seconds_sum", plain,
			  nd_trace_ns(trace, ticks));
	nd_metric(lines, "nestdiag_exit_duration_seconds_count", plain, sum);
}

/* The module can count without measuring: then there are no times, and that is no zero. */
static bool is_timed(const struct nd_trace *trace)
{
	u32 level, slot;

	for (level = 0; level < ND_NR_LEVELS; level++)
		for (slot = 0; slot < ND_NR_SLOTS; slot++)
			if (trace->sum.cells[level][slot].timed)
				return true;
	return false;
}

static void put_times(const struct nd_trace *trace, struct nd_strings *lines)
{
	u32 level;

	if (!is_timed(trace))
		return;
	put_exits(trace, lines, true);
	nd_metric_family(lines, "nestdiag_exit_duration_seconds", "histogram",
			 "Time from a VM exit to the next VM entry, of exits whose entry was seen.");
	for (level = 0; level < ND_NR_LEVELS; level++)
		put_histogram(trace, level, lines);
	nd_metric_family(lines, "nestdiag_guest_seconds_total", "counter",
			 "Time of vCPUs in guests, by level.");
	for (level = 0; level < ND_NR_LEVELS; level++) {
		const struct nd_label labels[] = { { "level", nd_level_name(level) }, { NULL, NULL } };

		if (!(trace->unrecorded & BIT(level)))
			nd_metric_seconds(lines, "nestdiag_guest_seconds_total", labels,
					  nd_trace_ns(trace, trace->sum.guest[level]));
	}
}

static void put_nested(const struct nd_trace *trace, struct nd_strings *lines)
{
	const struct nd_nested nested = nd_nested_sum(trace);
	char reason[ND_EXIT_NAME];
	u32 slot;

	if (nd_trace_entries(trace)) {
		nd_metric_family(lines, "nestdiag_nested_entries_total", "counter",
				 "Entries of nested guests that KVM accepted.");
		nd_metric(lines, "nestdiag_nested_entries_total", NULL, nested.entries);
	}
	nd_metric_family(lines, "nestdiag_nested_exits_total", "counter",
			 "VM exits of nested guests.");
	nd_metric(lines, "nestdiag_nested_exits_total", NULL, nested.exits);
	nd_metric_family(lines, "nestdiag_nested_reflected_total", "counter",
			 "VM exits of nested guests handed to the guest hypervisor, by reason.");
	for (slot = 0; slot < ND_NR_SLOTS; slot++) {
		const struct nd_label labels[] = { { "reason", reason }, { NULL, NULL } };

		if (!trace->sum.reflected[slot])
			continue;
		slot_name(trace, slot, reason);
		nd_metric(lines, "nestdiag_nested_reflected_total", labels,
			  trace->sum.reflected[slot]);
	}
	nd_metric_family(lines, "nestdiag_nested_measured_total", "counter",
			 "Exits handed to guest hypervisors whose exits until the next nested entry were counted.");
	nd_metric(lines, "nestdiag_nested_measured_total", NULL, nested.measured);
	nd_metric_family(lines, "nestdiag_nested_caused_exits_total", "counter",
			 "VM exits of guest hypervisors, whatever for, from these to their next nested entries.");
	nd_metric(lines, "nestdiag_nested_caused_exits_total", NULL, nested.caused);
	if (!nested.measured)
		return;
	nd_metric_family(lines, "nestdiag_nested_multiplier_ratio", "gauge",
			 "VM exits of guest hypervisors for one exit handed to them, since counting began.");
	nd_metric_milli(lines, "nestdiag_nested_multiplier_ratio", NULL,
			nested.caused * 1000 / nested.measured);
}

static void put_refusals(const struct nd_trace *trace, struct nd_strings *lines)
{
	u64 refusals = trace->refusals_lost;
	u32 i;

	for (i = 0; i < trace->nr_refusals; i++)
		refusals += trace->refusals[i].count;
	nd_metric_family(lines, "nestdiag_nested_refusals_total", "counter",
			 "Nested entries that KVM refused.");
	nd_metric(lines, "nestdiag_nested_refusals_total", NULL, refusals);
}

static void put_points(const struct nd_trace *trace, struct nd_strings *lines)
{
	u32 i;

	nd_metric_family(lines, "nestdiag_tracepoint_attached", "gauge",
			 "1 if hits of KVM's tracepoint are counted.");
	for (i = 0; i < trace->nr_points; i++) {
		const struct nd_label labels[] = {
			{ "tracepoint", trace->points[i].name }, { NULL, NULL },
		};

		nd_metric(lines, "nestdiag_tracepoint_attached", labels,
			  trace->points[i].state == ND_POINT_ATTACHED);
	}
}

static void put_failures(const struct nd_failures *failures, struct nd_strings *lines)
{
	u32 kind;

	nd_metric_family(lines, "nestdiag_failed_launches_total", "counter",
			 "Guests that could not be entered or were ended, by kind of failure.");
	for (kind = 0; kind < ND_NR_FAIL_KINDS; kind++) {
		const struct nd_label labels[] = { { "kind", nd_fail_kind_word(kind) }, { NULL, NULL } };

		nd_metric(lines, "nestdiag_failed_launches_total", labels, failures->counts[kind]);
	}
}

void nd_exit_metrics(const struct nd_facts *facts, struct nd_strings *lines)
{
	if (facts->trace) {
		put_exits(facts->trace, lines, false);
		put_times(facts->trace, lines);
		put_nested(facts->trace, lines);
		put_refusals(facts->trace, lines);
		put_points(facts->trace, lines);
	}
	if (facts->failures)
		put_failures(facts->failures, lines);
}
