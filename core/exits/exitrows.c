// SPDX-License-Identifier: GPL-2.0-only
/*
 * The table of VM exits, in the columns of "perf kvm stat", and how they were counted.
 */
#include "core/base/figures.h"
#include "core/exits/exitrows.h"
#include "core/exits/exits.h"
#include "core/exits/vcpurows.h"

/* Titles stand where exit_describe() puts what is below them; 22 columns are the layout's. */
#define EXIT_TITLES	"%-22s%10s%9s%10s%9s%10s%10s"

/**
 * struct exit_sum - exits with their times in ticks
 * @count: exits
 * @timed: those among them whose time is known
 * @ticks: their time
 * @max:   the longest, 0 if unknown
 */
struct exit_sum {
	u64 count;
	u64 timed;
	u64 ticks;
	u64 max;
};

static void exit_add(struct exit_sum *sum, u64 count, u64 timed, u64 ticks, u64 max)
{
	sum->count += count;
	sum->timed += timed;
	sum->ticks += ticks;
	if (max > sum->max)
		sum->max = max;
}

static struct exit_sum exit_cell(const struct nd_trace *trace, u32 level, u32 slot)
{
	const struct nd_acct_cell *cell = &trace->sum.cells[level][slot];

	return (struct exit_sum){ cell->count, cell->timed, cell->ticks, cell->max };
}

static struct exit_sum exit_level(const struct nd_trace *trace, u32 level)
{
	struct exit_sum sum = { 0 };
	u32 slot;

	for (slot = 0; slot < ND_NR_SLOTS; slot++) {
		struct exit_sum cell = exit_cell(trace, level, slot);

		exit_add(&sum, cell.count, cell.timed, cell.ticks, cell.max);
	}
	return sum;
}

/* Should @a stand above @b? By time, and by number if there are no times. */
static bool exit_above(const struct exit_sum *a, const struct exit_sum *b)
{
	return a->ticks != b->ticks ? a->ticks > b->ticks : a->count > b->count;
}

/**
 * struct exit_order - things to be listed, the largest first
 * @get:  figures of thing number @i
 * @nr:   how many there are
 * @with: for @get
 * @last: the one listed last, @nr before the first
 */
struct exit_order {
	struct exit_sum (*get)(const struct nd_trace *trace, u32 with, u32 i);
	u32 nr;
	u32 with;
	u32 last;
};

/* The next thing in order, searched for each time, since there is no room to sort them. */
static bool exit_next(const struct nd_trace *trace, struct exit_order *order,
		      struct exit_sum *next)
{
	struct exit_sum last = { 0 };
	u32 i, found = order->nr;

	*next = (struct exit_sum){ 0 };
	if (order->last < order->nr)
		last = order->get(trace, order->with, order->last);
	for (i = 0; i < order->nr; i++) {
		struct exit_sum sum = order->get(trace, order->with, i);

		if (order->last < order->nr &&
		    (exit_above(&sum, &last) || (!exit_above(&last, &sum) && i <= order->last)))
			continue;
		if (exit_above(&sum, next)) {
			found = i;
			*next = sum;
		}
	}
	order->last = found;
	return found < order->nr;
}

static void exit_titles(const struct nd_emit *emit, const char *what)
{
	char label[104];

	scnprintf(label, sizeof(label), EXIT_TITLES, what, "count", "", "time", "", "mean",
		  "longest");
	nd_emit_section(emit, label);
}

static void exit_describe(const struct nd_trace *trace, const struct exit_sum *sum,
			  const struct exit_sum *total, struct nd_row *row)
{
	u64 mean = sum->timed ? nd_trace_ns(trace, sum->ticks / sum->timed) : 0;
	char a[ND_FIGURE], b[ND_FIGURE];

	nd_row_printf(row, "%10llu%9s", sum->count,
		      nd_share_text(sum->count, total->count, a, sizeof(a)));
	nd_row_dec(row, "count", sum->count);
	if (!sum->timed)
		return;
	nd_row_printf(row, "%10s%9s",
		      nd_time_text(nd_trace_ns(trace, sum->ticks), a, sizeof(a)),
		      nd_share_text(sum->ticks, total->ticks, b, sizeof(b)));
	nd_row_printf(row, "%10s%10s", nd_time_text(mean, a, sizeof(a)),
		      sum->max ? nd_time_text(nd_trace_ns(trace, sum->max), b, sizeof(b)) : "-");
	nd_row_dec(row, "total_ns", nd_trace_ns(trace, sum->ticks));
	nd_row_dec(row, "mean_ns", mean);
	if (sum->max)
		nd_row_dec(row, "max_ns", nd_trace_ns(trace, sum->max));
}

/* The last slot of rare reasons stands for all that found no slot. */
static void exit_label(const struct nd_trace *trace, u32 slot, char *buf, size_t size)
{
	nd_exit_name(trace->isa, nd_acct_reason(&trace->sum, slot), buf, size);
	if (slot == ND_NR_SLOTS - 1)
		scnprintf(buf + strlen(buf), size - strlen(buf), " and others");
}

static void exit_reason_cols(const struct nd_trace *trace, u32 level, u32 slot,
			     struct nd_row *row)
{
	nd_row_str(row, "isa", nd_isa_word(trace->isa));
	nd_row_str(row, "level", nd_level_name(level));
	nd_row_dec(row, "reason", nd_acct_reason(&trace->sum, slot));
}

static noinline_for_stack void exit_reason_rows(const struct nd_trace *trace, struct nd_row *row,
						const struct nd_emit *emit)
{
	static const char *const titles[ND_NR_LEVELS] = {
		"Exits of guests", "Exits of nested guests",
	};
	char label[ND_EXIT_NAME];
	u32 level;

	for (level = 0; level < ND_NR_LEVELS; level++) {
		struct exit_order order = { exit_cell, ND_NR_SLOTS, level, ND_NR_SLOTS };
		struct exit_sum total = exit_level(trace, level), sum;

		if (total.count)
			exit_titles(emit, titles[level]);
		while (exit_next(trace, &order, &sum)) {
			exit_label(trace, order.last, label, sizeof(label));
			nd_row_init(row, ND_ROW_EXIT, NULL, label, NULL);
			exit_reason_cols(trace, level, order.last, row);
			exit_describe(trace, &sum, &total, row);
			nd_emit_row(emit, row);
		}
	}
}

/* Adding up each vCPU's counts for each comparison would take long; its time stands for them. */
static struct exit_sum exit_vcpu_key(const struct nd_trace *trace, u32 with, u32 i)
{
	return (struct exit_sum){ .count = 1, .ticks = trace->vcpus[i].host };
}

static struct exit_sum exit_vcpu(const struct nd_trace *trace, u32 with, u32 i)
{
	const struct nd_acct_vcpu *vcpu = &trace->vcpus[i];
	u64 count = nd_vcpu_exits(vcpu, ND_NR_LEVELS);

	/* Its exits are not timed one by one, but nearly all are followed by an entry. */
	return (struct exit_sum){ count, vcpu->host ? count : 0, vcpu->host, 0 };
}

static struct exit_sum exit_cpu(const struct nd_trace *trace, u32 with, u32 i)
{
	struct exit_sum sum = { 0 };
	u32 level;

	for (level = 0; level < ND_NR_LEVELS; level++)
		exit_add(&sum, trace->cpus[i].exits[level].count,
			 trace->cpus[i].exits[level].timed, trace->cpus[i].exits[level].ticks,
			 trace->cpus[i].exits[level].max);
	return sum;
}

static struct exit_sum exit_of_level(const struct nd_trace *trace, u32 with, u32 i)
{
	return exit_level(trace, i);
}

static void exit_vcpu_row(const struct nd_trace *trace, u32 i, char *label, size_t size,
			  struct nd_row *row)
{
	const struct nd_acct_vcpu *vcpu = &trace->vcpus[i];

	scnprintf(label, size, "process %u, vCPU %u", vcpu->pid, vcpu->id);
	nd_row_dec(row, "pid", vcpu->pid);
	nd_row_dec(row, "vcpu", vcpu->id);
}

static void exit_cpu_row(const struct nd_trace *trace, u32 i, char *label, size_t size,
			 struct nd_row *row)
{
	scnprintf(label, size, "CPU %u", trace->cpus[i].id);
	nd_row_dec(row, "cpu", trace->cpus[i].id);
}

static void exit_level_row(const struct nd_trace *trace, u32 i, char *label, size_t size,
			   struct nd_row *row)
{
	scnprintf(label, size, "%s", i == ND_LEVEL_NESTED ? "nested guests" : "guests");
	nd_row_str(row, "level", nd_level_name(i));
}

/**
 * struct exit_view - one way to divide exits, other than by reason
 * @title: heading
 * @get:   figures of one part
 * @key:   what parts are ordered by
 * @name:  writes its label and columns
 */
struct exit_view {
	const char *title;
	struct exit_sum (*get)(const struct nd_trace *trace, u32 with, u32 i);
	struct exit_sum (*key)(const struct nd_trace *trace, u32 with, u32 i);
	void (*name)(const struct nd_trace *trace, u32 i, char *label, size_t size,
		     struct nd_row *row);
};

static const struct exit_view exit_views[ND_NR_EXITS_BY] = {
	[ND_EXITS_BY_VCPU]	= { "Exits by vCPU", exit_vcpu, exit_vcpu_key, exit_vcpu_row },
	[ND_EXITS_BY_CPU]	= { "Exits by CPU", exit_cpu, exit_cpu, exit_cpu_row },
	[ND_EXITS_BY_LEVEL]	= { "Exits by level", exit_of_level, exit_of_level, exit_level_row },
};

static u32 exit_parts(const struct nd_trace *trace, enum nd_exits_by by)
{
	return by == ND_EXITS_BY_VCPU ? trace->nr_vcpus :
	       by == ND_EXITS_BY_CPU ? trace->nr_cpus : ND_NR_LEVELS;
}

static noinline_for_stack void exit_view_rows(const struct nd_trace *trace, enum nd_exits_by by,
					      struct nd_row *row, const struct nd_emit *emit)
{
	const struct exit_view *view = &exit_views[by];
	u32 i, nr = exit_parts(trace, by);
	struct exit_order order = { view->key, nr, 0, nr };
	struct exit_sum total = { 0 }, sum;
	char label[ND_EXIT_NAME] = "";

	for (i = 0; i < nr; i++) {
		sum = view->get(trace, 0, i);
		exit_add(&total, sum.count, sum.timed, sum.ticks, sum.max);
	}
	if (total.count)
		exit_titles(emit, view->title);
	while (exit_next(trace, &order, &sum)) {
		sum = view->get(trace, 0, order.last);
		if (!sum.count)
			continue;
		nd_row_init(row, ND_ROW_EXIT, NULL, label, NULL);
		view->name(trace, order.last, label, sizeof(label), row);
		exit_describe(trace, &sum, &total, row);
		nd_emit_row(emit, row);
	}
}

const char *nd_exits_by_word(u32 by)
{
	static const char *const words[ND_NR_EXITS_BY] = { "reason", "vcpu", "cpu", "level" };

	return by < ND_NR_EXITS_BY ? words[by] : NULL;
}

static noinline_for_stack void exit_userspace_rows(const struct nd_trace *trace, struct nd_row *row,
						   const struct nd_emit *emit)
{
	char label[ND_EXIT_NAME], share[ND_FIGURE];
	u64 total = 0, errors = 0;
	u32 i;

	for (i = 0; i < ND_NR_USERSPACE; i++)
		total += trace->sum.userspace[i];
	for (i = 0; i < ND_NR_RUN_ERRORS; i++)
		errors += trace->sum.run_errors[i];
	if (!total && !errors)
		return;
	nd_emit_section(emit, "Returns to user space");
	for (i = 0; i < ND_NR_USERSPACE; i++) {
		if (!trace->sum.userspace[i])
			continue;
		if (nd_userspace_exit_name(i))
			scnprintf(label, sizeof(label), "%s", nd_userspace_exit_name(i));
		else
			scnprintf(label, sizeof(label), "KVM_EXIT_ number %u%s", i,
				  i == ND_NR_USERSPACE - 1 ? " or greater" : "");
		nd_row_init(row, ND_ROW_USERSPACE, NULL, label, NULL);
		nd_row_printf(row, "%12llu%9s", trace->sum.userspace[i],
			      nd_share_text(trace->sum.userspace[i], total, share, sizeof(share)));
		nd_row_dec(row, "reason", i);
		nd_row_dec(row, "count", trace->sum.userspace[i]);
		nd_emit_row(emit, row);
	}
}

static void exit_run_rows(const struct nd_trace *trace, struct nd_row *row,
			  const struct nd_emit *emit)
{
	static const struct {
		const char *id;
		const char *label;
		const char *words;
	} runs[ND_NR_RUN_ERRORS] = {
		[ND_RUN_INTERRUPTED] = { "runs_interrupted", "Interrupted",
			"of KVM_RUN because of a signal (EINTR)" },
		[ND_RUN_WAITING] = { "runs_waiting", "Waiting",
			"of KVM_RUN of vCPUs that were not started yet (EAGAIN)" },
		[ND_RUN_FAILED] = { "runs_failed", "Failed",
			"of KVM_RUN with another error; see \"nestdiag failures\"" },
	};
	u32 i;

	for (i = 0; i < ND_NR_RUN_ERRORS; i++) {
		if (!runs[i].id || !trace->sum.run_errors[i])
			continue;
		nd_row_init(row, ND_ROW_FACT, runs[i].id, runs[i].label, NULL);
		nd_row_printf(row, "%llu return%s %s", trace->sum.run_errors[i],
			      trace->sum.run_errors[i] == 1 ? "" : "s", runs[i].words);
		nd_row_dec(row, "count", trace->sum.run_errors[i]);
		nd_emit_row(emit, row);
	}
}

static void exit_source_row(const struct nd_trace *trace, struct nd_row *row,
			    const struct nd_emit *emit)
{
	static const char *const words[] = {
		[ND_SOURCE_NONE]	= "no probe is attached: exits are not counted",
		[ND_SOURCE_VMX]		= "read from the VMCS at each exit",
		[ND_SOURCE_RECORD]	= "taken from the records of the trace event kvm_exit",
		[ND_SOURCE_ARGUMENT]	= "taken from the arguments of tracepoint kvm_exit",
		[ND_SOURCE_UNAVAILABLE]	= "records of the trace event kvm_exit cannot be read",
		[ND_SOURCE_BPF]		= "read from KVM's memory by BPF programs, without the module: nothing is known of the VMCS, of an enlightened VMCS, or of the state of failed entries; an exit costs about 0.5 us more",
		[ND_SOURCE_HIST]	= "counted by histograms in tracefs, without the module: reasons and levels only, no times, no vCPUs, nothing of what nested exits cause",
		[ND_SOURCE_VMCB]	= "read from the VMCB at each exit",
		[ND_SOURCE_CACHED]	= "read from KVM's own copy at each exit",
	};

	nd_row_init(row, ND_ROW_FACT, "exit_source", "Exit reasons", nd_source_word(trace->source));
	nd_row_printf(row, "%s", words[trace->source]);
	if (trace->source == ND_SOURCE_UNAVAILABLE && trace->source_error == ND_EPERM)
		nd_row_printf(row, ": kernel lockdown");
	else if (trace->source == ND_SOURCE_UNAVAILABLE)
		nd_row_printf(row, ": error %u", trace->source_error);
	else if (trace->compared)
		nd_row_printf(row, "; %llu exits compared with the other source, %llu differ",
			      trace->compared, trace->mismatched);
	else if (trace->source == ND_SOURCE_VMX || trace->source == ND_SOURCE_RECORD ||
		 trace->source == ND_SOURCE_ARGUMENT)
		nd_row_printf(row, "; not compared with the other source");
	nd_row_dec(row, "compared", trace->compared);
	nd_row_dec(row, "mismatched", trace->mismatched);
	nd_emit_row(emit, row);
}

void nd_exit_source_rows(const struct nd_facts *facts, const struct nd_emit *emit)
{
	const struct nd_trace *trace = facts->trace;
	struct nd_row row;

	if (trace && (trace->source == ND_SOURCE_BPF || trace->source == ND_SOURCE_HIST))
		exit_source_row(trace, &row, emit);
}

/* What was missed is only worth a line if something was. */
static void exit_missed_rows(const struct nd_trace *trace, struct nd_row *row,
			     const struct nd_emit *emit)
{
	static const struct {
		const char *id;
		const char *label;
		size_t at;
		const char *words;
	} missed[] = {
		{ "exits_unread", "Not read", offsetof(struct nd_acct, unread),
		  "exits whose reason could not be read are not in the tables" },
		{ "exits_untabled", "Not in vCPU table", offsetof(struct nd_acct, untabled),
		  "exits of vCPUs that did not fit have no times; the module parameter vcpus sets the size" },
		{ "entries_without_exit", "Without an exit", offsetof(struct nd_acct, no_exit),
		  "entries not followed by an exit: they failed immediately" },
	};
	u64 count;
	u32 i;

	if (trace->unrecorded & ND_TRACE_NO_MISSED) {
		nd_row_init(row, ND_ROW_FACT, "exits_missed", "Missed", "unknown");
		nd_row_printf(row, "not recorded");
		nd_emit_row(emit, row);
	}
	for (i = 0; i < ARRAY_SIZE(missed); i++) {
		memcpy(&count, (const u8 *)&trace->sum + missed[i].at, sizeof(count));
		if (!count)
			continue;
		nd_row_init(row, ND_ROW_FACT, missed[i].id, missed[i].label, NULL);
		nd_row_printf(row, "%llu %s", count, missed[i].words);
		nd_row_dec(row, "count", count);
		nd_emit_row(emit, row);
	}
}

/* Are all of them in that state? */
static bool exit_all_points(const struct nd_trace *trace, enum nd_point_state state)
{
	u32 i;

	for (i = 0; i < trace->nr_points; i++)
		if (trace->points[i].state != state)
			return false;
	return trace->nr_points;
}

/* Where one reason holds for all of them, it is said once. */
static const char *exit_points_note(const struct nd_trace *trace)
{
	if (exit_all_points(trace, ND_POINT_ABSENT))
		return "KVM is not loaded: none of its tracepoints exists.";
	if (exit_all_points(trace, ND_POINT_UNSUPPORTED))
		return "This kernel was built without tracepoints (CONFIG_TRACEPOINTS): exits and failed launches cannot be counted here.";
	return NULL;
}

/*
 * Linux 6.1 renamed it, and gave it to VMX, too: one of the two is always absent, and no loss,
 * unless it is kvm_nested_vmenter on VMX.
 */
static bool exit_renamed(const struct nd_trace *trace, const char *name)
{
	return (!strcmp(name, "kvm_nested_vmrun") &&
		nd_trace_attached(trace, "kvm_nested_vmenter")) ||
	       (!strcmp(name, "kvm_nested_vmenter") && trace->isa != ND_ISA_VMX &&
		nd_trace_attached(trace, "kvm_nested_vmrun"));
}

bool nd_exit_point_row(const struct nd_trace *trace, const struct nd_point *point,
		       struct nd_row *row)
{
	static const char *const words[] = {
		[ND_POINT_ABSENT]	= "this KVM has no such tracepoint",
		[ND_POINT_ATTACHED]	= "",
		[ND_POINT_OFF]		= "detached on request, or disabled by a parameter",
		[ND_POINT_FAILED]	= "registering failed with error",
		[ND_POINT_UNTYPED]	= "not attached: nestdiag has no probe for the arguments that this KVM passes",
		[ND_POINT_FOREIGN]	= "not attached: this KVM's vCPUs are not laid out as in the kernel headers that nestdiag was built with; build it against this kernel",
		[ND_POINT_UNSUPPORTED]	= "this kernel was built without tracepoints (CONFIG_TRACEPOINTS)",
	};

	if (point->state == ND_POINT_ATTACHED || exit_renamed(trace, point->name) ||
	    exit_points_note(trace))
		return false;
	nd_row_init(row, ND_ROW_POINT, NULL, point->name, nd_point_word(point->state));
	nd_row_printf(row, "%s", words[point->state]);
	if (point->state == ND_POINT_FAILED) {
		nd_row_printf(row, " %u", nd_point_errno(point));
		nd_row_dec(row, "errno", nd_point_errno(point));
	}
	return true;
}

static void exit_point_rows(const struct nd_trace *trace, struct nd_row *row,
			    const struct nd_emit *emit)
{
	const char *note = exit_points_note(trace);
	u32 i;

	if (note)
		nd_emit_note(emit, note);
	for (i = 0; i < trace->nr_points; i++)
		if (nd_exit_point_row(trace, &trace->points[i], row))
			nd_emit_row(emit, row);
}

void nd_exit_rows(const struct nd_facts *facts, enum nd_exits_by by, const struct nd_emit *emit)
{
	const struct nd_trace *trace = facts->trace;
	struct nd_row row;
	u64 exits = 0;
	u32 level;

	if (!trace) {
		nd_emit_note(emit, "Exits were not recorded. Load the module to count them.");
		return;
	}
	for (level = 0; level < ND_NR_LEVELS; level++)
		exits += exit_level(trace, level).count;
	if (!exits)
		nd_emit_note(emit, "No exit has been counted.");
	if (by == ND_EXITS_BY_REASON)
		exit_reason_rows(trace, &row, emit);
	else if (by < ND_NR_EXITS_BY)
		exit_view_rows(trace, by, &row, emit);
	exit_userspace_rows(trace, &row, emit);
	exit_run_rows(trace, &row, emit);
	nd_emit_section(emit, "How exits are counted");
	exit_source_row(trace, &row, emit);
	exit_missed_rows(trace, &row, emit);
	exit_point_rows(trace, &row, emit);
}

/* Bucket i starts at 2^(i+7) ticks, the first at 0. */
static u64 exit_bucket_start(u32 bucket)
{
	return bucket ? 1ULL << (bucket + ND_HIST_SHIFT - 1) : 0;
}

static noinline_for_stack void exit_times(const struct nd_trace *trace, u32 level, u32 slot,
					  struct nd_row *row, const struct nd_emit *emit)
{
	const struct nd_acct_cell *cell = &trace->sum.cells[level][slot];
	char label[ND_EXIT_NAME], from[ND_FIGURE], share[ND_FIGURE];
	u32 i;

	exit_label(trace, slot, label, sizeof(label));
	for (i = 0; i < ND_HIST_BUCKETS; i++) {
		u64 start = nd_trace_ns(trace, exit_bucket_start(i));

		if (!cell->hist[i])
			continue;
		nd_row_init(row, ND_ROW_TIMES, NULL, label, NULL);
		nd_row_printf(row, "from %10s%12llu%9s", nd_time_text(start, from, sizeof(from)),
			      cell->hist[i],
			      nd_share_text(cell->hist[i], cell->timed, share, sizeof(share)));
		exit_reason_cols(trace, level, slot, row);
		nd_row_dec(row, "from_ns", start);
		if (i < ND_HIST_BUCKETS - 1)
			nd_row_dec(row, "below_ns", nd_trace_ns(trace, exit_bucket_start(i + 1)));
		nd_row_dec(row, "count", cell->hist[i]);
		nd_emit_row(emit, row);
	}
}

void nd_exit_times_rows(const struct nd_facts *facts, const struct nd_emit *emit)
{
	static const char *const titles[ND_NR_LEVELS] = {
		"Handling times of exits of guests", "Handling times of exits of nested guests",
	};
	const struct nd_trace *trace = facts->trace;
	struct exit_sum sum;
	struct nd_row row;
	u32 level;

	for (level = 0; trace && level < ND_NR_LEVELS; level++) {
		struct exit_order order = { exit_cell, ND_NR_SLOTS, level, ND_NR_SLOTS };

		if (exit_level(trace, level).timed)
			nd_emit_section(emit, titles[level]);
		while (exit_next(trace, &order, &sum))
			exit_times(trace, level, order.last, &row, emit);
	}
}
