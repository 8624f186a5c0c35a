// SPDX-License-Identifier: GPL-2.0-only
/*
 * What the exit accounting found: its clock, its words, and the difference of two moments.
 */
#include "core/exits/exits.h"
#include "core/exits/reasons.h"
#include "core/exits/trace.h"

#define NS_PER_MS	1000000u

/* a * mul / div, rounded by @extra; the greatest number if the result is greater. */
static u64 trace_scale(u64 a, u32 mul, u32 div, u32 extra)
{
	u64 whole = a / div, part = (a % div * mul + extra) / div;

	if (whole > ~0ULL / mul || whole * mul > ~0ULL - part)
		return ~0ULL;
	return whole * mul + part;
}

u64 nd_trace_ns(const struct nd_trace *trace, u64 ticks)
{
	return trace->tsc_khz ? trace_scale(ticks, NS_PER_MS, trace->tsc_khz, 0) : ticks;
}

/* Rounded up where the other way is rounded down, so that going there and back changes nothing. */
u64 nd_trace_ticks(const struct nd_trace *trace, u64 ns)
{
	return trace->tsc_khz ? trace_scale(ns, trace->tsc_khz, NS_PER_MS, NS_PER_MS - 1) : ns;
}

u64 nd_trace_age(const struct nd_trace *trace, u64 then)
{
	u64 age = trace->now - then;

	return age >> 63 ? 0 : age;
}

void nd_trace_cpu_fill(struct nd_trace_cpu *cpu, u32 id, const struct nd_acct_cpu *acct)
{
	u32 level, slot;

	memset(cpu, 0, sizeof(*cpu));
	cpu->id = id;
	for (level = 0; level < ND_NR_LEVELS; level++) {
		cpu->guest[level] = acct->guest[level];
		for (slot = 0; slot < ND_NR_SLOTS; slot++) {
			const struct nd_acct_row *row = nd_acct_row(acct, level, slot);

			cpu->exits[level].count += acct->counts[level][slot];
			cpu->exits[level].timed += nd_acct_row_timed(row);
			cpu->exits[level].ticks += row->ticks;
			if (row->max > cpu->exits[level].max)
				cpu->exits[level].max = row->max;
		}
	}
}

/* Counters only grow, unless they were reset in between: then all that is there is new. */
static void trace_minus(u64 *value, u64 before)
{
	if (*value >= before)
		*value -= before;
}

static void trace_cell_since(struct nd_acct_cell *cell, const struct nd_acct_cell *before)
{
	u32 i;

	if (cell->count < before->count)
		return;
	cell->count -= before->count;
	trace_minus(&cell->timed, before->timed);
	trace_minus(&cell->ticks, before->ticks);
	if (cell->max == before->max)
		cell->max = 0;
	for (i = 0; i < ND_HIST_BUCKETS; i++)
		trace_minus(&cell->hist[i], before->hist[i]);
}

static void trace_acct_since(struct nd_acct *acct, const struct nd_acct *before)
{
	u32 level, slot, at, i;

	for (slot = 0; slot < ND_SLOT_OTHER + before->others.nr; slot++) {
		/* The rare reasons need not stand in the same order. */
		at = nd_acct_slot(acct, nd_acct_reason(before, slot));
		for (level = 0; level < ND_NR_LEVELS; level++)
			trace_cell_since(&acct->cells[level][at], &before->cells[level][slot]);
		trace_minus(&acct->reflected[at], before->reflected[slot]);
		trace_minus(&acct->caused[at], before->caused[slot]);
	}
	for (level = 0; level < ND_NR_LEVELS; level++)
		trace_minus(&acct->guest[level], before->guest[level]);
	for (i = 0; i < ND_NR_USERSPACE; i++)
		trace_minus(&acct->userspace[i], before->userspace[i]);
	for (i = 0; i < ND_NR_RUN_ERRORS; i++)
		trace_minus(&acct->run_errors[i], before->run_errors[i]);
	trace_minus(&acct->nested_entries, before->nested_entries);
	trace_minus(&acct->nested_exits, before->nested_exits);
	trace_minus(&acct->no_exit, before->no_exit);
	trace_minus(&acct->untabled, before->untabled);
	trace_minus(&acct->unread, before->unread);
}

static void trace_vcpu_since(struct nd_acct_vcpu *vcpu, const struct nd_acct_vcpu *before)
{
	u32 level, slot;

	trace_minus(&vcpu->guest, before->guest);
	trace_minus(&vcpu->host, before->host);
	for (level = 0; level < ND_NR_LEVELS; level++)
		for (slot = 0; slot < ND_NR_SLOTS; slot++)
			trace_minus(&vcpu->counts[level][slot], before->counts[level][slot]);
}

static void trace_cpu_since(struct nd_trace_cpu *cpu, const struct nd_trace_cpu *before)
{
	u32 level;

	for (level = 0; level < ND_NR_LEVELS; level++) {
		trace_minus(&cpu->exits[level].count, before->exits[level].count);
		trace_minus(&cpu->exits[level].timed, before->exits[level].timed);
		trace_minus(&cpu->exits[level].ticks, before->exits[level].ticks);
		if (cpu->exits[level].max == before->exits[level].max)
			cpu->exits[level].max = 0;
		trace_minus(&cpu->guest[level], before->guest[level]);
	}
}

void nd_trace_since(struct nd_trace *trace, const struct nd_trace *before)
{
	u32 i, j;

	trace_acct_since(&trace->sum, &before->sum);
	for (i = 0; i < trace->nr_vcpus; i++)
		for (j = 0; j < before->nr_vcpus; j++)
			if (trace->vcpus[i].key == before->vcpus[j].key &&
			    trace->vcpus[i].pid == before->vcpus[j].pid &&
			    trace->vcpus[i].id == before->vcpus[j].id) {
				trace_vcpu_since(&trace->vcpus[i], &before->vcpus[j]);
				break;
			}
	for (i = 0; i < trace->nr_cpus; i++)
		for (j = 0; j < before->nr_cpus; j++)
			if (trace->cpus[i].id == before->cpus[j].id)
				trace_cpu_since(&trace->cpus[i], &before->cpus[j]);
	for (i = 0; i < trace->nr_refusals; i++)
		for (j = 0; j < before->nr_refusals; j++)
			if (trace->refusals[i].error == before->refusals[j].error &&
			    !strcmp(trace->refusals[i].text, before->refusals[j].text))
				trace_minus(&trace->refusals[i].count, before->refusals[j].count);
	trace_minus(&trace->refusals_lost, before->refusals_lost);
}

bool nd_trace_failed(const struct nd_trace *trace, u32 slot)
{
	u32 reason = nd_acct_reason(&trace->sum, slot);

	return trace->isa == ND_ISA_VMX ? nd_vmx_entry_failed(reason) :
	       trace->isa == ND_ISA_SVM && reason == ND_SVM_EXIT_ERR;
}

bool nd_trace_waits(const struct nd_trace *trace, u32 slot)
{
	static const struct {
		u32 isa;
		u32 slot;
	} waits[] = {
		{ ND_ISA_VMX, ND_VMEXIT_HLT },
		{ ND_ISA_VMX, ND_VMEXIT_MWAIT_INSTRUCTION },
		{ ND_ISA_SVM, ND_SVMEXIT_HLT },
		{ ND_ISA_SVM, ND_SVMEXIT_MWAIT },
		{ ND_ISA_SVM, ND_SVMEXIT_MWAIT_COND },
		{ ND_ISA_SVM, ND_SVMEXIT_IDLE_HLT },
	};
	u32 i;

	for (i = 0; i < ARRAY_SIZE(waits); i++)
		if (waits[i].isa == trace->isa && waits[i].slot == slot)
			return true;
	return false;
}

bool nd_trace_is_tick(const struct nd_trace *trace, u32 slot)
{
	static const struct {
		u32 isa;
		u32 reason;
	} ticks[] = {
		{ ND_ISA_VMX, ND_VMEXIT_EXTERNAL_INTERRUPT },
		{ ND_ISA_VMX, ND_VMEXIT_INTERRUPT_WINDOW },
		{ ND_ISA_VMX, ND_VMEXIT_MSR_WRITE },
		{ ND_ISA_VMX, ND_VMEXIT_TPR_BELOW_THRESHOLD },
		{ ND_ISA_VMX, ND_VMEXIT_APIC_ACCESS },
		{ ND_ISA_VMX, ND_VMEXIT_EOI_INDUCED },
		{ ND_ISA_VMX, ND_VMEXIT_PREEMPTION_TIMER },
		{ ND_ISA_VMX, ND_VMEXIT_APIC_WRITE },
		{ ND_ISA_VMX, ND_VMEXIT_MSR_WRITE_IMM },
		{ ND_ISA_SVM, ND_SVMEXIT_INTR },
		{ ND_ISA_SVM, ND_SVMEXIT_VINTR },
		{ ND_ISA_SVM, ND_SVMEXIT_MSR },
		{ ND_ISA_SVM, ND_SVMEXIT_AVIC_INCOMPLETE_IPI },
		{ ND_ISA_SVM, ND_SVMEXIT_AVIC_UNACCELERATED_ACCESS },
	};
	u32 i, reason;

	if (slot >= ND_SLOT_OTHER)
		return false;
	reason = nd_acct_reason(&trace->sum, slot);
	for (i = 0; i < ARRAY_SIZE(ticks); i++)
		if (ticks[i].isa == trace->isa && ticks[i].reason == reason)
			return true;
	return false;
}

static enum nd_point_state trace_state_of(const struct nd_trace *trace, const char *name)
{
	u32 i;

	for (i = 0; i < trace->nr_points; i++)
		if (!strcmp(trace->points[i].name, name))
			return trace->points[i].state;
	return ND_POINT_ABSENT;
}

bool nd_trace_attached(const struct nd_trace *trace, const char *name)
{
	return trace_state_of(trace, name) == ND_POINT_ATTACHED;
}

/* kvm_nested_vmrun has to do for kvm_nested_vmenter, and only kvm_amd has hits of it. */
bool nd_trace_entries(const struct nd_trace *trace)
{
	enum nd_point_state enter = trace_state_of(trace, "kvm_nested_vmenter");
	enum nd_point_state run = trace_state_of(trace, "kvm_nested_vmrun");

	if (trace->source == ND_SOURCE_HIST)
		return false;
	if (enter == ND_POINT_ABSENT && run != ND_POINT_ABSENT) {
		if (trace->isa == ND_ISA_VMX)
			return false;
		enter = run;
	}
	/* Detached, they were counted up to then; and without a KVM there are none. */
	return enter == ND_POINT_ATTACHED || enter == ND_POINT_OFF || enter == ND_POINT_ABSENT;
}

const char *nd_isa_word(u32 isa)
{
	static const char *const words[] = { "unknown", "vmx", "svm" };

	return isa < ARRAY_SIZE(words) ? words[isa] : NULL;
}

const char *nd_level_name(u32 level)
{
	static const char *const words[] = { "guest", "nested" };

	return level < ARRAY_SIZE(words) ? words[level] : NULL;
}

const char *nd_source_word(u32 source)
{
	static const char *const words[] = {
		"none", "vmx", "record", "argument", "unavailable", "bpf", "hist", "vmcb", "cached",
	};

	return source < ARRAY_SIZE(words) ? words[source] : NULL;
}

const char *nd_point_word(u32 state)
{
	static const char *const words[] = {
		"absent", "attached", "off", "failed", "untyped", "foreign", "unsupported",
	};

	return state < ARRAY_SIZE(words) ? words[state] : NULL;
}

const char *nd_point_name(u32 index)
{
	static const char *const names[] = {
		[ND_TP_EXIT] = "kvm_exit",
		[ND_TP_ENTRY] = "kvm_entry",
		[ND_TP_NESTED_VMEXIT] = "kvm_nested_vmexit",
		[ND_TP_NESTED_VMEXIT_INJECT] = "kvm_nested_vmexit_inject",
		[ND_TP_NESTED_VMENTER] = "kvm_nested_vmenter",
		[ND_TP_NESTED_VMRUN] = "kvm_nested_vmrun",
		[ND_TP_NESTED_VMENTER_FAILED] = "kvm_nested_vmenter_failed",
		[ND_TP_USERSPACE_EXIT] = "kvm_userspace_exit",
	};

	_Static_assert(ARRAY_SIZE(names) == ND_MAX_POINTS, "every tracepoint has a name");
	return index < ARRAY_SIZE(names) ? names[index] : NULL;
}

const char *nd_exit_name(u32 isa, u32 reason, char *buf, size_t size)
{
	const char *name = NULL, *mark = "";
	u32 rest = 0;

	if (isa == ND_ISA_VMX && reason == ND_VMX_EXIT_TRAP_AFTER_FLUSH) {
		name = "TRAP_AFTER_FLUSH (synthetic)";
	} else if (isa == ND_ISA_VMX && reason == ND_VMX_EXIT_TD_NOT_ENTERED) {
		name = "Trust Domain not entered";
	} else if (isa == ND_ISA_VMX) {
		name = nd_vmx_exit_name(reason);
		rest = reason & ~(ND_VMX_EXIT_BASIC | ND_VMX_EXIT_FAILED | ND_VMX_EXIT_ENCLAVE);
		if ((reason & ~ND_VMX_EXIT_BASIC) == ND_VMX_EXIT_BUS_LOCK) {
			mark = " (bus lock)";
			rest = 0;
		}
		if (reason & ND_VMX_EXIT_FAILED)
			mark = " (failed entry)";
		else if (reason & ND_VMX_EXIT_ENCLAVE)
			mark = " (enclave)";
	} else if (isa == ND_ISA_SVM) {
		name = nd_svm_exit_name(reason);
	}
	if (!name || rest)
		scnprintf(buf, size, "0x%x%s", reason, mark);
	else
		scnprintf(buf, size, "%s%s", name, mark);
	return buf;
}
