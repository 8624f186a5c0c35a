// SPDX-License-Identifier: GPL-2.0-only
/*
 * Estimates on timers: which exits are for them is known
 * from the MSRs that the guests' exits are about.
 */
#include "core/base/figures.h"
#include "core/exits/reasons.h"
#include "core/exits/trace.h"

#include "tools/advise/timers.h"

#define PER_MILLE	1000
#define IDLE_LIMIT	100	/* thousandths of the time: vCPUs that wait less count as busy */

/*
 * Registers by which guests set a timer: Intel SDM, IA32_TSC_DEADLINE and the x2APIC's initial
 * count; TLFS, HV_X64_MSR_STIMER0_COUNT. Of the initial count's writes those are ticks of a timer
 * that is set for each, as Linux does unless it has TSC deadlines.
 */
static const u64 timer_msrs[] = { 0x6e0, 0x838, 0x400000b1 };

/* By which they end an interrupt: the x2APIC's EOI; TLFS, HV_X64_MSR_EOI. */
static const u64 eoi_msrs[] = { 0x80b, 0x40000070 };

/*
 * Writes that APICv takes from KVM: Intel SDM, virtualization of MSR-based APIC accesses: TPR, EOI
 * and SELF IPI. Hyper-V's EOI is none of them.
 */
static const u64 apicv_msrs[] = { 0x808, 0x80b, 0x83f };

static const struct nd_acct_cell *cell_of(const struct nd_trace *trace, u32 reason)
{
	return &trace->sum.cells[ND_LEVEL_GUEST][nd_acct_slot_own(reason)];
}

/* What @count exits like those of @cell take, of which some may have had no time. */
static u64 time_of(const struct nd_trace *trace, const struct nd_acct_cell *cell, u64 count)
{
	u64 each = cell->timed ? cell->ticks / cell->timed : 0;

	return nd_times(count, nd_trace_ns(trace, nd_plus(each, trace->stay[ND_LEVEL_GUEST])));
}

static void spare(const struct nd_trace *trace, u32 reason, u64 count, struct nd_spared *s)
{
	s->spared = nd_plus(s->spared, count);
	s->spared_ns = nd_plus(s->spared_ns, time_of(trace, cell_of(trace, reason), count));
}

/* NULL if the MSRs that exits are for were looked at, or why nothing is known of them. */
static const char *msrs_known(const struct nd_facts *facts)
{
	const char *hot = nd_facts_host(facts, "hot_msr");
	u64 all;

	if (nd_host_number(facts, "hot_msr_all", &all) && all)
		return NULL;
	if (hot && !strcmp(hot, "none"))
		return "Guests accessed no MSR in the moment after counting.";
	if (hot && !strcmp(hot, "unreadable"))
		return "Which MSRs exits are for could not be read: see nestdiag hot msr.";
	return "Which MSRs exits are for is known only if advise, or snapshot, has --interval.";
}

/**
 * struct writes - accesses to MSRs that were seen in a moment after counting
 * @all: to all of them
 * @sum: writes to those that were asked about so far: no more, or somebody made these figures up
 */
struct writes {
	u64 all;
	u64 sum;
};

/* Exits for writing to one of @msrs; on AMD reads have the same reason. */
static u64 writes_to(const struct nd_facts *facts, const u64 *msrs, u32 nr, struct writes *w)
{
	const struct nd_trace *trace = facts->trace;
	bool vmx = trace->isa == ND_ISA_VMX;
	u64 hits = 0, exits, one;
	char key[40];
	u32 i;

	for (i = 0; i < nr; i++) {
		scnprintf(key, sizeof(key), "hot_msr.0x%llx.write", msrs[i]);
		if (nd_host_number(facts, key, &one))
			hits = nd_plus(hits, one);
	}
	w->sum = nd_plus(w->sum, hits);
	if (w->sum > w->all)
		return 0;
	exits = cell_of(trace, nd_trace_reason(trace, ND_VMEXIT_MSR_WRITE, ND_SVMEXIT_MSR))->count;
	if (vmx)
		exits = nd_plus(exits, cell_of(trace, ND_VMEXIT_MSR_READ)->count);
	return nd_ratio(exits, PER_MILLE, (u32)nd_ratio(hits, w->all, PER_MILLE));
}

#define CONTRADICTS	"What was counted contradicts itself: accesses to some MSRs are more than those to all."

/* Counts what all of them are; no @busy_ns if the time in guests is not known, or cannot be. */
static u64 count_all(const struct nd_trace *trace, struct nd_spared *s)
{
	u64 handled = 0, waited = 0, busy;
	u32 slot;

	*s = (struct nd_spared){ 0 };
	for (slot = 0; slot < ND_NR_SLOTS; slot++) {
		const struct nd_acct_cell *cell = &trace->sum.cells[ND_LEVEL_GUEST][slot];

		if (nd_trace_waits(trace, slot)) {
			waited = nd_plus(waited, cell->ticks);
		} else if (!nd_trace_failed(trace, slot)) {
			s->exits = nd_plus(s->exits, cell->count);
			s->all_ns = nd_plus(s->all_ns, time_of(trace, cell, cell->count));
			handled = nd_plus(handled, cell->ticks);
		}
	}
	if (!(trace->unrecorded & BIT(ND_LEVEL_GUEST)) && trace->sum.guest[ND_LEVEL_GUEST]) {
		busy = nd_trace_ns(trace, nd_plus(trace->sum.guest[ND_LEVEL_GUEST], handled));
		s->busy_ns = busy >= s->all_ns ? busy : 0;
	}
	return nd_trace_ns(trace, waited);
}

const char *nd_advise_apicv(const struct nd_facts *facts, struct nd_spared *s)
{
	const struct nd_trace *trace = facts->trace;
	struct writes w = { 0 };
	const char *why;
	u64 writes;

	if (trace->isa == ND_ISA_SVM)
		return "";
	if (nd_param_is(facts, "kvm_intel", "enable_apicv", true))
		return "kvm_intel has enable_apicv=Y; nestdiag hot apicv tells what inhibits it for a VM.";
	if (!nd_param_is(facts, "kvm_intel", "enable_apicv", false))
		return "Whether kvm_intel uses it is not known.";
	why = msrs_known(facts);
	if (why)
		return why;
	nd_host_number(facts, "hot_msr_all", &w.all);
	count_all(trace, s);
	writes = writes_to(facts, apicv_msrs, ARRAY_SIZE(apicv_msrs), &w);
	if (w.sum > w.all)
		return CONTRADICTS;
	spare(trace, ND_VMEXIT_MSR_WRITE, writes, s);
	spare(trace, ND_VMEXIT_INTERRUPT_WINDOW, cell_of(trace, ND_VMEXIT_INTERRUPT_WINDOW)->count,
	      s);
	spare(trace, ND_VMEXIT_TPR_BELOW_THRESHOLD,
	      cell_of(trace, ND_VMEXIT_TPR_BELOW_THRESHOLD)->count, s);
	return s->spared ? NULL : "Guests had no exit that it takes away.";
}

/* Exits by which timers of guests fire: what is left of @ticks after these. */
static u64 spare_some(const struct nd_trace *trace, u32 reason, u64 ticks, u32 permille,
		      struct nd_spared *s)
{
	u64 count = cell_of(trace, reason)->count;

	if (count > ticks)
		count = ticks;
	spare(trace, reason, nd_ratio(count, PER_MILLE, permille), s);
	return ticks - count;
}

static void spare_ticks(const struct nd_trace *trace, u64 timers, u64 eois, u32 permille,
			struct nd_spared *s)
{
	u64 left, writes = nd_plus(timers, eois < timers ? eois : timers);

	spare(trace, nd_trace_reason(trace, ND_VMEXIT_MSR_WRITE, ND_SVMEXIT_MSR),
	      nd_ratio(writes, PER_MILLE, permille), s);
	if (trace->isa == ND_ISA_VMX) {
		left = spare_some(trace, ND_VMEXIT_PREEMPTION_TIMER, timers, permille, s);
		spare_some(trace, ND_VMEXIT_EXTERNAL_INTERRUPT, left, permille, s);
		spare_some(trace, ND_VMEXIT_INTERRUPT_WINDOW, timers, permille, s);
	} else {
		spare_some(trace, ND_SVMEXIT_INTR, timers, permille, s);
		spare_some(trace, ND_SVMEXIT_VINTR, timers, permille, s);
	}
}

/* Linux ends its ticks where a CPU is idle, so that only those of busy vCPUs tell its rate. */
const char *nd_advise_hz(const struct nd_facts *facts, struct nd_spared *s)
{
	const struct nd_trace *trace = facts->trace;
	u64 timers, eois, waited = count_all(trace, s);
	const char *why = msrs_known(facts);
	struct writes w = { 0 };

	if (why)
		return why;
	if (!s->busy_ns)
		return "For how long vCPUs were busy is not known.";
	if (nd_ratio(waited, nd_plus(s->busy_ns, waited), PER_MILLE) > IDLE_LIMIT)
		return "vCPUs wait for more than a tenth of their time, and Linux ends its ticks on idle CPUs.";
	nd_host_number(facts, "hot_msr_all", &w.all);
	timers = writes_to(facts, timer_msrs, ARRAY_SIZE(timer_msrs), &w);
	eois = writes_to(facts, eoi_msrs, ARRAY_SIZE(eoi_msrs), &w);
	if (w.sum > w.all)
		return CONTRADICTS;
	s->rate = nd_ratio(timers, s->busy_ns, 1000000000);
	if (s->rate < 2 * ND_FEWER_HZ)
		return "Busy vCPUs set fewer than 200 timers a second.";
	spare_ticks(trace, timers, eois, PER_MILLE - (u32)nd_ratio(ND_FEWER_HZ, s->rate, PER_MILLE),
		    s);
	return s->spared ? NULL : "Guests had no exit that it takes away.";
}

const char *nd_advise_poll(const struct nd_facts *facts, struct nd_polled *p)
{
	const char *most = nd_facts_param(facts, "kvm", "halt_poll_ns");
	u64 polled;

	*p = (struct nd_polled){ 0 };
	if (most && !strcmp(most, "0"))
		return "kvm has halt_poll_ns=0 already.";
	if (!nd_facts_stat(facts, "halt_poll_fail_ns", &p->vain_ns) ||
	    !nd_facts_stat(facts, "halt_poll_success_ns", &p->success_ns) ||
	    !nd_facts_stat(facts, "halt_successful_poll", &p->successes) ||
	    !nd_facts_stat(facts, "halt_wait_ns", &p->slept_ns))
		return "KVM's statistics were not recorded, or could not be read: see nestdiag vcpus --stats.";
	polled = nd_plus(p->vain_ns, p->success_ns);
	if (!polled)
		return "KVM polled for no vCPU.";
	p->halted_ns = nd_plus(polled, p->slept_ns);
	p->sleeps_ns = nd_trace_ns(facts->trace, nd_times(p->successes, ND_LAB_SLEEP));
	if (polled <= p->sleeps_ns)
		return "To sleep and wake up would take as long as KVM polled.";
	p->saved_ns = polled - p->sleeps_ns;
	return NULL;
}
