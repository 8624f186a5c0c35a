// SPDX-License-Identifier: GPL-2.0-only
/*
 * Failed launches as rows: what failed, what the autopsy says, and the evidence.
 */
#include "core/entry/autopsy.h"
#include "core/entry/failrows.h"
#include "core/entry/failure.h"
#include "core/entry/refusals.h"
#include "core/exits/exitrows.h"
#include "core/exits/nestedrows.h"
#include "core/exits/trace.h"
#include "core/facts/facts.h"

#define FAIL_NS_PER_SECOND	1000000000u

/* --- one failure ------------------------------------------------------------------------------ */

#define FAIL_TIME	32

static const char *fail_time(const struct nd_failure *f, char *buf, size_t size)
{
	scnprintf(buf, size, "%llu.%06llu s", f->time_ns / FAIL_NS_PER_SECOND,
		  f->time_ns % FAIL_NS_PER_SECOND / 1000);
	return buf;
}

static bool fail_no_state(const struct nd_failure *f, struct nd_row *row)
{
	static const char *const why[ND_NR_EVIDENCES] = {
		[ND_EVIDENCE_OTHER] = "the VMCS or VMCB at hand could not be confirmed as the one that failed",
		[ND_EVIDENCE_FAULT] = "the VMCS or VMCB could not be read",
		[ND_EVIDENCE_LOCKDOWN] = "kernel lockdown (confidentiality) keeps the state back",
		[ND_EVIDENCE_RATE]  = "too many failures within one second to capture each state",
		[ND_EVIDENCE_NO_MODULE] = "only the nestdiag module captures the state",
		[ND_EVIDENCE_TD]    = "the guest is a Trust Domain, whose state the TDX module keeps from the host",
	};

	if (!why[f->evidence])
		return false;
	nd_row_init(row, ND_ROW_UNCHECKED, NULL, NULL, NULL);
	nd_row_printf(row, "Nothing was checked: %s", why[f->evidence]);
	if (f->evidence == ND_EVIDENCE_NO_MODULE && f->level == ND_LEVEL_GUEST)
		nd_row_printf(row, ". Load it, or let KVM print it to the kernel log: echo Y > /sys/module/%s",
			      f->isa == ND_ISA_SVM ? "kvm_amd/parameters/dump_invalid_vmcb" :
						     "kvm_intel/parameters/dump_invalid_vmcs");
	nd_row_str(row, "why", why[f->evidence]);
	return true;
}

static void fail_cols(const struct nd_failure *f, struct nd_row *row)
{
	nd_row_dec(row, "number", f->number);
	nd_row_dec(row, "time_ns", f->time_ns);
	nd_row_str(row, "kind", nd_fail_kind_word(f->kind));
	nd_row_str(row, "isa", nd_isa_word(f->isa));
	nd_row_str(row, "level", nd_fail_level_word(f->level));
	nd_row_str(row, "process", f->comm);
	nd_row_dec(row, "pid", f->pid);
	if (f->has & ND_FAIL_HAS_VCPU)
		nd_row_dec(row, "vcpu", f->vcpu);
	if (f->has & ND_FAIL_HAS_REASON)
		nd_row_hex(row, "exit_reason", f->reason);
	if (f->has & ND_FAIL_HAS_QUAL)
		nd_row_hex(row, "qualification", f->qual);
	if (f->has & ND_FAIL_HAS_ERROR)
		nd_row_dec(row, "error", f->error);
	if (f->message[0])
		nd_row_str(row, "message", f->message);
	nd_row_str(row, "capture", nd_fail_evidence_word(f->evidence));
	nd_row_dec(row, "first_failure", f->cause);
	nd_row_dec(row, "count", f->count);
}

/**
 * struct fail_tag - gives the rows of an autopsy the number of their failure
 * @emit:   where they go then
 * @number: of the failure
 */
struct fail_tag {
	const struct nd_emit *emit;
	u64 number;
};

static noinline_for_stack void fail_tag_row(void *ctx, const struct nd_row *row)
{
	const struct fail_tag *tag = ctx;
	struct nd_row own = *row;

	nd_row_dec(&own, "failure", tag->number);
	nd_emit_row(tag->emit, &own);
}

static noinline_for_stack void fail_field_rows(const struct nd_failure *f, struct nd_row *row,
			    const struct nd_emit *emit)
{
	u32 i;

	for (i = 0; i < nd_vmstate_nr(f->state.isa); i++) {
		const struct nd_vmf_desc *desc = nd_vmstate_desc(f->state.isa, i);

		if (!f->state.known[i])
			continue;
		nd_row_init(row, ND_ROW_EVIDENCE, desc->id, desc->name, NULL);
		nd_row_printf(row, "0x%0*llx", desc->width * 2, f->state.value[i]);
		nd_row_hex(row, "value", f->state.value[i]);
		nd_row_dec(row, "failure", f->number);
		if (nd_failure_stale(f, i)) {
			nd_row_printf(row, ", not written by this failure");
			nd_row_bool(row, "stale", true);
		}
		nd_emit_row(emit, row);
	}
	for (i = 0; i < f->state.nr_msrs; i++) {
		nd_row_init(row, ND_ROW_EVIDENCE, "entry_msr", "VM-entry MSR-load area", NULL);
		nd_row_printf(row, "entry %u: MSR 0x%x = 0x%016llx", i, f->state.msrs[i].index,
			      f->state.msrs[i].value);
		nd_row_dec(row, "entry", i);
		nd_row_hex(row, "index", f->state.msrs[i].index);
		nd_row_hex(row, "value", f->state.msrs[i].value);
		nd_row_dec(row, "failure", f->number);
		nd_emit_row(emit, row);
	}
}

/* How many more with the same cause; @latest is the last of them, NULL if it is not listed. */
static void fail_more(const struct nd_failure *f, const struct nd_failure *latest,
		      struct nd_row *row)
{
	char time[FAIL_TIME];

	if (f->count < 2 || f->number != f->cause)
		return;
	nd_row_printf(row, "; %llu with this cause", f->count);
	if (!latest)
		return;
	nd_row_printf(row, ", the latest is failure %llu at %s", latest->number,
		      fail_time(latest, time, sizeof(time)));
	nd_row_dec(row, "latest_failure", latest->number);
	nd_row_dec(row, "latest_time_ns", latest->time_ns);
}

static void fail_main_row(const struct nd_failure *f, const struct nd_failure *latest,
			  const struct nd_cpu *cpu, struct nd_row *row, const struct nd_emit *emit)
{
	const char *check = nd_failure_check(f, cpu, row);

	nd_row_init(row, ND_ROW_FAILURE, NULL, NULL, NULL);
	nd_failure_what(f, row);
	fail_cols(f, row);
	fail_more(f, latest, row);
	if (check)
		nd_row_str(row, "check", check);
	nd_emit_row(emit, row);
}

static noinline_for_stack void fail_rows(const struct nd_failure *f,
					 const struct nd_failure *latest, const struct nd_cpu *cpu,
					 bool evidence, struct nd_row *row,
					 const struct nd_emit *emit)
{
	struct fail_tag tag = { emit, f->number };
	const struct nd_emit tagged = { fail_tag_row, &tag };
	char label[ND_FAIL_WHO + 48], who[ND_FAIL_WHO], time[FAIL_TIME];

	scnprintf(label, sizeof(label), "Failure %llu, at %s: %s", f->number,
		  fail_time(f, time, sizeof(time)), nd_failure_who(f, who, sizeof(who)));
	nd_emit_section(emit, label);
	fail_main_row(f, latest, cpu, row, emit);
	if (nd_failure_has_state(f)) {
		nd_autopsy_rows(&f->state, nd_failure_suspects(f), cpu, &tagged);
		if (evidence)
			fail_field_rows(f, row, emit);
	} else if (fail_no_state(f, row)) {
		nd_emit_row(&tagged, row);
	}
}

/* --- all of them ------------------------------------------------------------------------------ */

/* By the instructions that enter them; what KVM accepted or refused with a message is taken off. */
u64 nd_failure_silent(const struct nd_facts *facts)
{
	const struct nd_trace *trace = facts->trace;
	struct nd_refused refused;
	u64 tried, told;

	if (!trace || !nd_trace_attached(trace, "kvm_exit") || !nd_trace_entries(trace))
		return 0;
	tried = nd_nested_sum(trace).asked;
	/* Each vCPU may be between the exit and what KVM makes of it. */
	refused = nd_refused_sum(facts);
	told = trace->sum.nested_entries + refused.launches + refused.cpu + trace->nr_vcpus;
	return tried > told ? tried - told : 0;
}

static noinline_for_stack void fail_total_row(const struct nd_failures *failures,
					      struct nd_row *row, const struct nd_emit *emit)
{
	const char *gap = "";
	u32 i;

	nd_row_init(row, ND_ROW_FACT, "failed_launches", "Failed launches", NULL);
	if (!nd_fail_total(failures))
		nd_row_printf(row, "none since counting began");
	for (i = 0; i < ND_NR_FAIL_KINDS; i++) {
		nd_row_dec(row, nd_fail_kind_word(i), failures->counts[i]);
		if (!failures->counts[i])
			continue;
		nd_row_printf(row, "%s%llu %s", gap, failures->counts[i], nd_fail_kind_word(i));
		gap = ", ";
	}
	nd_row_dec(row, "dropped", failures->dropped);
	if (failures->dropped)
		nd_row_printf(row, "; %llu of them are not listed: there are more causes than are kept",
			      failures->dropped);
	nd_emit_row(emit, row);
}

static noinline_for_stack void fail_silent_row(const struct nd_facts *facts, struct nd_row *row,
			    const struct nd_emit *emit)
{
	u64 silent = nd_failure_silent(facts);

	if (!silent)
		return;
	nd_row_init(row, ND_ROW_FACT, "failed_silently", "Without a message", NULL);
	nd_row_printf(row, "KVM failed at least %llu more nested entries without a message",
		      silent);
	nd_row_dec(row, "count", silent);
	nd_emit_row(emit, row);
}

/* What is not seen: that nothing was counted is no news then. */
static noinline_for_stack void fail_unseen_rows(const struct nd_facts *facts, struct nd_row *row,
			     const struct nd_emit *emit)
{
	static const struct {
		enum nd_tracepoint point;
		const char *lost;
	} needed[] = {
		{ ND_TP_EXIT, "entries that the processor rejected are not seen" },
		{ ND_TP_NESTED_VMENTER_FAILED, "nested entries that KVM refused are not seen" },
		{ ND_TP_USERSPACE_EXIT, "triple faults, internal errors and errors of KVM_RUN are not seen" },
	};
	const struct nd_trace *trace = facts->trace;
	u32 i, j;

	for (i = 0; trace && i < ARRAY_SIZE(needed); i++)
		for (j = 0; j < trace->nr_points; j++)
			if (!strcmp(trace->points[j].name, nd_point_name(needed[i].point)) &&
			    nd_exit_point_row(trace, &trace->points[j], row)) {
				nd_row_printf(row, ": %s", needed[i].lost);
				nd_emit_row(emit, row);
			}
}

void nd_failure_unseen_rows(const struct nd_facts *facts, const struct nd_emit *emit)
{
	struct nd_row row;

	fail_unseen_rows(facts, &row, emit);
}

/* Is it one to show? Of each cause the first stands for all. */
static bool fail_wanted(const struct nd_failure *f, u64 number, bool all)
{
	return number ? f->number == number : all || f->number == f->cause;
}

void nd_failure_cause_rows(const struct nd_facts *facts, u32 i, bool evidence,
			   const struct nd_emit *emit)
{
	struct nd_row row;

	fail_rows(&facts->failures->list[i], NULL, nd_facts_first(facts), evidence, &row, emit);
}

u32 nd_failure_rows(const struct nd_facts *facts, u64 number, bool all, bool evidence,
		    const struct nd_emit *emit)
{
	const struct nd_failures *failures = facts->failures;
	const struct nd_cpu *cpu = nd_facts_first(facts);
	u32 i, listed = 0;
	struct nd_row row;

	if (!failures) {
		nd_emit_note(emit, "Failed launches were not recorded. Load the module to record them, or keep \"nestdiag watch\" running.");
		return 0;
	}
	fail_total_row(failures, &row, emit);
	fail_silent_row(facts, &row, emit);
	fail_unseen_rows(facts, &row, emit);
	for (i = 0; i < failures->nr; i++) {
		const struct nd_failure *f = &failures->list[i], *next = NULL;

		if (!fail_wanted(f, number, all))
			continue;
		if (i + 1 < failures->nr && f[1].number != f[1].cause && f[1].cause == f->cause)
			next = &f[1];
		fail_rows(f, next, cpu, evidence, &row, emit);
		listed++;
	}
	return listed;
}
