// SPDX-License-Identifier: GPL-2.0-only
#include "tools/cmd/cmd.h"
#include "tools/in/source.h"
#include "tools/live/live.h"

#ifdef __x86_64__
#include <errno.h>
#include <stdlib.h>

#include "core/exits/exitrows.h"
#include "core/exits/trace.h"
#include "core/findings/depth.h"

#include "tools/probe/probe.h"
#include "tools/probe/probe_words.h"

static void step_row(const struct nd_probe *p, enum nd_probe_step step, const struct nd_emit *emit)
{
	const struct nd_probe_end *end = &p->end[step];
	struct nd_row row;

	nd_row_init(&row, ND_ROW_STEP, nd_probe_id(step), nd_probe_label(step),
		    nd_probe_state_word(end->state));
	nd_row_printf(&row, "%s", end->words);
	if (end->error)
		nd_row_dec(&row, "errno", end->error);
	nd_emit_row(emit, &row);
}

static u64 cost_ns(const struct nd_cost *cost, u64 ticks)
{
	return cost->tsc_khz ? ticks * 1000000 / cost->tsc_khz : 0;
}

/* Of the guest, that is: one or two levels above this machine. */
static void cost_level_describe(const struct nd_probe *p, const struct nd_cost *cost,
				struct nd_row *row)
{
	const struct nd_cpu *cpu = nd_facts_first(&p->machine->facts);
	struct nd_row words = { 0 };

	if (cpu && nd_cost_describe(cpu, cost->median, &words))
		nd_row_printf(row, "; %s", words.words);
}

static void cost_row(const struct nd_probe *p, enum nd_probe_step step,
		     const struct nd_cost *cost, const struct nd_emit *emit)
{
	struct nd_row row;

	if (p->end[step].state != ND_PROBE_OK || !cost->samples) {
		step_row(p, step, emit);
		return;
	}
	nd_row_init(&row, ND_ROW_STEP, nd_probe_id(step), nd_probe_label(step),
		    nd_probe_state_word(ND_PROBE_OK));
	nd_row_printf(&row, "median %llu ticks", cost->median);
	if (cost->tsc_khz)
		nd_row_printf(&row, " (%llu ns)", cost_ns(cost, cost->median));
	nd_row_printf(&row, ", least %llu, of %u", cost->min, cost->samples);
	if (cost != &p->cost && p->cost.median)
		nd_row_printf(&row, "; %llu times that of a guest",
			      (cost->median + p->cost.median / 2) / p->cost.median);
	cost_level_describe(p, cost, &row);
	nd_row_dec(&row, "samples", cost->samples);
	nd_row_dec(&row, "median_ticks", cost->median);
	nd_row_dec(&row, "min_ticks", cost->min);
	if (cost->tsc_khz) {
		nd_row_dec(&row, "median_ns", cost_ns(cost, cost->median));
		nd_row_dec(&row, "min_ns", cost_ns(cost, cost->min));
	}
	nd_emit_row(emit, &row);
}

static void steps_rows(const struct nd_probe *p, const struct nd_emit *emit)
{
	u32 step;

	nd_emit_section(emit, "Steps");
	for (step = 0; step < ND_NR_PROBE_STEPS; step++) {
		if (step == ND_PROBE_COST)
			cost_row(p, step, &p->cost, emit);
		else if (step == ND_PROBE_NESTED_COST)
			cost_row(p, step, &p->nested_cost, emit);
		else
			step_row(p, step, emit);
	}
}

static void caps_rows(const struct nd_probe *p, const struct nd_emit *emit)
{
	struct nd_row row;
	u32 i;

	if (p->end[ND_PROBE_CAPS].state != ND_PROBE_OK)
		return;
	nd_emit_section(emit, "Capabilities of KVM that matter here");
	for (i = 0; i < ND_PROBE_CAPS_NR; i++) {
		int value = p->caps[i];

		nd_row_init(&row, ND_ROW_KVM_CAP, nd_probe_caps[i].id, nd_probe_caps[i].label,
			    value < 0 ? "unknown" : value ? "yes" : "no");
		if (value > 1)
			nd_row_printf(&row, "%d", value);
		nd_row_dec(&row, "number", nd_probe_caps[i].number);
		if (value >= 0)
			nd_row_dec(&row, "answer", value);
		nd_emit_row(emit, &row);
	}
}

/* What the module counted from before the first step to after the last. */
static void counted_rows(const struct nd_machine *before, const struct nd_emit *emit)
{
	struct nd_machine after = { 0 };

	nd_emit_section(emit, "Counted by nestdiag meanwhile, including other guests");
	if (!before->facts.trace)
		nd_emit_note(emit, "Nothing: the nestdiag module is not loaded");
	else if (nd_live_ask(&after) || !after.facts.trace)
		nd_emit_note(emit, "Unknown: the module was unloaded");
	else
		nd_trace_since(after.facts.trace, before->facts.trace);
	if (before->facts.trace && after.facts.trace)
		nd_exit_rows(&after.facts, ND_EXITS_BY_REASON, emit);
	nd_machine_free(&after);
}

/* The first step that did not work, ND_NR_PROBE_STEPS if all before @last did. */
static enum nd_probe_step first_failure(const struct nd_probe *p, enum nd_probe_step last)
{
	u32 step;

	for (step = 0; step <= last; step++)
		if (p->end[step].state != ND_PROBE_OK)
			return step;
	return ND_NR_PROBE_STEPS;
}

static bool guests_run(const struct nd_probe *p)
{
	return first_failure(p, ND_PROBE_LONG) == ND_NR_PROBE_STEPS;
}

static bool no_permission(const struct nd_probe *p)
{
	int error = p->end[ND_PROBE_OPEN].error;

	return error == EACCES || error == EPERM;
}

static enum nd_exit verdict(const struct nd_probe *p)
{
	if (no_permission(p))
		return ND_EXIT_UNKNOWN;
	if (!guests_run(p))
		return ND_EXIT_BROKEN;
	if (p->nested && p->end[ND_PROBE_NESTED].state != ND_PROBE_OK)
		return ND_EXIT_FINDINGS;
	return ND_EXIT_OK;
}

static void failure_describe(const struct nd_probe *p, enum nd_probe_step step, struct nd_row *row)
{
	bool timed_out = p->end[step].state == ND_PROBE_TIMED_OUT;

	nd_row_printf(row, "\"%s\" %s: %s", nd_probe_label(step),
		      timed_out ? "timed out" : "failed", p->end[step].words);
}

static void verdict_row(const struct nd_probe *p, const struct nd_emit *emit)
{
	static const char *const words[] = {
		[ND_EXIT_OK]		= "works",
		[ND_EXIT_FINDINGS]	= "no-nesting",
		[ND_EXIT_BROKEN]	= "no-guests",
		[ND_EXIT_UNKNOWN]	= "unknown",
	};
	enum nd_exit exit = verdict(p);
	struct nd_row row;

	nd_emit_section(emit, "Verdict");
	nd_row_init(&row, ND_ROW_FACT, "result", "Verdict", words[exit]);
	switch (exit) {
	case ND_EXIT_OK:
		nd_row_printf(&row, p->nested ? "guests and nested guests run here" :
			      "guests run here; nested guests were not tried");
		break;
	case ND_EXIT_FINDINGS:
		nd_row_printf(&row, "guests run here, nested guests do not: ");
		nd_row_printf(&row, "%s", p->end[ND_PROBE_NESTED].words);
		break;
	case ND_EXIT_UNKNOWN:
		nd_row_printf(&row, "could not find out: ");
		failure_describe(p, ND_PROBE_OPEN, &row);
		break;
	default:
		if (p->end[ND_PROBE_LONG].state == ND_PROBE_OK)
			nd_row_printf(&row, "not all guests run here: ");
		else
			nd_row_printf(&row, "guests do not run here: ");
		failure_describe(p, first_failure(p, ND_PROBE_LONG), &row);
	}
	nd_emit_row(emit, &row);
}

static enum nd_exit run(struct nd_call *call)
{
	const struct nd_emit *emit = &call->out->emit;
	struct nd_machine before = { 0 };
	struct nd_probe *probe;
	enum nd_exit ret;

	if (call->args->from) {
		nd_error("a snapshot has no /dev/kvm to try");
		return ND_EXIT_USAGE;
	}
	probe = nd_realloc(NULL, sizeof(*probe));
	memset(probe, 0, sizeof(*probe));
	/* If that fails there are no parameters and no counters, and the rest is as good. */
	nd_live_ask(&before);
	call->out->head(call->out, call->args->cmd->name, &before.facts);
	probe->machine = &before;
	probe->seconds = call->args->timeout;
	probe->nested = !call->args->no_nested;
	call->out->list(call->out, ND_ROW_STEP);
	call->out->list(call->out, ND_ROW_KVM_CAP);

	nd_probe_run(probe);
	steps_rows(probe, emit);
	caps_rows(probe, emit);
	counted_rows(&before, emit);
	verdict_row(probe, emit);
	ret = verdict(probe);
	if (probe->kvm_fd >= 0)
		nd_source_device_close(probe->kvm_fd);
	nd_machine_free(&before);
	free(probe);
	return ret;
}
#else
static enum nd_exit run(struct nd_call *call)
{
	nd_emit_note(&call->out->emit,
		     "The launch test uses x86-64 guests. This machine is not x86-64: its KVM is not tested");
	return ND_EXIT_UNKNOWN;
}
#endif /* __x86_64__ */

const struct nd_cmd nd_cmd_probe = {
	.name = "probe",
	.summary = "run the launch test: small guests, and a nested guest",
	.details = "Starts virtual machines of a few instructions through /dev/kvm, step by step,\n"
		   "each step in a process that is killed if it takes too long: in real mode,\n"
		   "protected mode and 64-bit mode, then a guest that executes VMXON and VMLAUNCH\n"
		   "(on AMD VMRUN) to run a nested guest. Shows what works, what does not and why,\n"
		   "the cost of a VM exit at both levels, and what the module, if loaded, counted\n"
		   "meanwhile.\n\n"
		   "Exit status: 0 everything works, 1 guests run, but nested guests do not,\n"
		   "2 guests do not run, 3 could not find out: no permission to use /dev/kvm.",
	.example = "nestdiag probe --timeout 5",
	.options = "tN",
	.needs = ND_NEEDS_NOTHING,
	.run = run,
};
