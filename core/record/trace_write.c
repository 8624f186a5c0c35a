// SPDX-License-Identifier: GPL-2.0-only
/*
 * Writing the records of exit accounting. Here, and nowhere else, ticks become nanoseconds of a
 * snapshot.
 */
#include "core/exits/trace.h"
#include "core/record/families.h"
#include "core/record/writer.h"

/*
 * Without a clock ticks are written as if they were nanoseconds, and read back as what they were.
 */
#define TRACE_NO_CLOCK	1000000u

static u64 trace_ago(const struct nd_trace *trace, u64 then)
{
	return nd_trace_ns(trace, nd_trace_age(trace, then));
}

static void trace_write_head(struct nd_writer *w, const struct nd_trace *trace)
{
	u32 i;

	nd_writer_put(w, "trace %s %llu %llu %llu %s", nd_source_word(trace->source),
		      trace->compared, trace->mismatched,
		      trace->tsc_khz ? trace->tsc_khz : TRACE_NO_CLOCK, nd_isa_word(trace->isa));
	if (trace->source_error)
		nd_writer_put(w, " %u", trace->source_error);
	nd_writer_end(w);
	for (i = 0; i < trace->nr_points; i++) {
		nd_writer_put(w, "tracepoint %s %s %u", trace->points[i].name,
			      nd_point_word(trace->points[i].state),
			      nd_point_errno(&trace->points[i]));
		nd_writer_end(w);
	}
	for (i = 0; i < ND_NR_LEVELS; i++) {
		if (trace->unrecorded & BIT(i))
			continue;
		nd_writer_put(w, "in_guest %s %llu %llu", nd_level_name(i),
			      nd_trace_ns(trace, trace->sum.guest[i]),
			      nd_trace_ns(trace, trace->stay[i]));
		nd_writer_end(w);
	}
	if (trace->unrecorded & ND_TRACE_NO_MISSED)
		return;
	nd_writer_put(w, "missed %llu %llu %llu %llu", trace->sum.no_exit, trace->sum.untabled,
		      trace->sum.unread, trace->refusals_lost);
	nd_writer_end(w);
}

static void trace_write_cell(struct nd_writer *w, const struct nd_trace *trace, u32 level,
			     u32 slot)
{
	const struct nd_acct_cell *cell = &trace->sum.cells[level][slot];
	u32 i, nr;

	if (!cell->count && !cell->timed)
		return;
	nd_writer_put(w, "exits %s %s 0x%x %llu %llu %llu %llu ", nd_isa_word(trace->isa),
		      nd_level_name(level), nd_acct_reason(&trace->sum, slot), cell->count,
		      nd_trace_ns(trace, cell->ticks), nd_trace_ns(trace, cell->max), cell->timed);
	for (nr = ND_HIST_BUCKETS; nr > 1 && !cell->hist[nr - 1]; nr--)
		;
	for (i = 0; i < nr; i++)
		nd_writer_put(w, "%s%llu", i ? "," : "", cell->hist[i]);
	nd_writer_end(w);
}

static void trace_write_counts(struct nd_writer *w, const struct nd_trace *trace)
{
	const struct nd_acct *sum = &trace->sum;
	u32 level, slot, i;

	for (level = 0; level < ND_NR_LEVELS; level++)
		for (slot = 0; slot < ND_SLOT_OTHER + sum->others.nr; slot++)
			trace_write_cell(w, trace, level, slot);
	nd_writer_put(w, "nested %llu %llu", sum->nested_entries, sum->nested_exits);
	nd_writer_end(w);
	for (slot = 0; slot < ND_SLOT_OTHER + sum->others.nr; slot++) {
		if (!sum->reflected[slot] && !sum->caused[slot])
			continue;
		nd_writer_put(w, "reflected 0x%x %llu %llu", nd_acct_reason(sum, slot),
			      sum->reflected[slot], sum->caused[slot]);
		nd_writer_end(w);
	}
	for (i = 0; i < ND_NR_USERSPACE; i++) {
		if (!sum->userspace[i])
			continue;
		nd_writer_put(w, "userspace %u %llu", i, sum->userspace[i]);
		nd_writer_end(w);
	}
	if (!sum->run_errors[ND_RUN_INTERRUPTED] && !sum->run_errors[ND_RUN_WAITING] &&
	    !sum->run_errors[ND_RUN_FAILED])
		return;
	nd_writer_put(w, "runs %llu %llu %llu", sum->run_errors[ND_RUN_INTERRUPTED],
		      sum->run_errors[ND_RUN_WAITING], sum->run_errors[ND_RUN_FAILED]);
	nd_writer_end(w);
}

static void trace_write_cpu(struct nd_writer *w, const struct nd_trace *trace,
			    const struct nd_trace_cpu *cpu)
{
	u32 level;

	for (level = 0; level < ND_NR_LEVELS; level++) {
		if (!cpu->exits[level].count && !cpu->guest[level])
			continue;
		nd_writer_put(w, "exits_cpu %u %s %llu %llu %llu %llu %llu", cpu->id,
			      nd_level_name(level), cpu->exits[level].count,
			      cpu->exits[level].timed,
			      nd_trace_ns(trace, cpu->exits[level].ticks),
			      nd_trace_ns(trace, cpu->exits[level].max),
			      nd_trace_ns(trace, cpu->guest[level]));
		nd_writer_end(w);
	}
}

/* The rare reasons of a vCPU have no number, see nd_vcpu_exit_name(). */
static void trace_put_vcpu_reason(struct nd_writer *w, const struct nd_trace *trace, u32 slot)
{
	if (slot < ND_SLOT_OTHER)
		nd_writer_put(w, " 0x%x", nd_acct_reason(&trace->sum, slot));
	else
		nd_writer_put(w, slot == ND_NO_SLOT ? " none" : " other");
}

static void trace_write_vcpu_exits(struct nd_writer *w, const struct nd_trace *trace,
				   const struct nd_acct_vcpu *vcpu, u32 level, u32 slot, u64 count)
{
	if (!count)
		return;
	nd_writer_put(w, "vcpu_exits %u %u %s", vcpu->pid, vcpu->id, nd_level_name(level));
	trace_put_vcpu_reason(w, trace, slot);
	nd_writer_put(w, " %llu", count);
	nd_writer_end(w);
}

static void trace_write_vcpu(struct nd_writer *w, const struct nd_trace *trace,
			     const struct nd_acct_vcpu *vcpu)
{
	u32 level, slot;
	u64 other;

	nd_writer_put(w, "vcpu %u %u %s", vcpu->pid, vcpu->id,
		      nd_level_name(nd_acct_vcpu_level(vcpu)));
	trace_put_vcpu_reason(w, trace, nd_acct_vcpu_slot(vcpu));
	nd_writer_put(w, " %s %llu %llu %llu %llu", nd_acct_vcpu_in_guest(vcpu) ? "guest" : "host",
		      trace_ago(trace, vcpu->exited), trace_ago(trace, vcpu->entered),
		      nd_trace_ns(trace, vcpu->guest), nd_trace_ns(trace, vcpu->host));
	nd_writer_end(w);
	for (level = 0; level < ND_NR_LEVELS; level++) {
		other = 0;
		for (slot = 0; slot < ND_NR_SLOTS; slot++) {
			if (slot >= ND_SLOT_OTHER)
				other += vcpu->counts[level][slot];
			else
				trace_write_vcpu_exits(w, trace, vcpu, level, slot,
						       vcpu->counts[level][slot]);
		}
		trace_write_vcpu_exits(w, trace, vcpu, level, ND_SLOT_OTHER, other);
	}
}

void nd_trace_write(struct nd_writer *w, const struct nd_trace *trace)
{
	u32 i;

	trace_write_head(w, trace);
	trace_write_counts(w, trace);
	for (i = 0; i < trace->nr_cpus; i++)
		trace_write_cpu(w, trace, &trace->cpus[i]);
	for (i = 0; i < trace->nr_vcpus; i++)
		trace_write_vcpu(w, trace, &trace->vcpus[i]);
	for (i = 0; i < trace->nr_refusals; i++) {
		nd_writer_put(w, "refusal %u %llu", trace->refusals[i].error,
			      trace->refusals[i].count);
		nd_writer_text(w, trace->refusals[i].text);
		nd_writer_end(w);
	}
}
