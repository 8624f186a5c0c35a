// SPDX-License-Identifier: GPL-2.0-only
/*
 * Estimates on timers: which exits are for them is known from the MSRs that the guests' exits are about.
 */
#include "core/base/figures.h"
#include "core/exits/reasons.h"
#include "core/exits/trace.h"

#include "tools/advise/timers.h"

#define PER_MILLE	1000
#define IDLE_LIMIT	100	/* thousandths of the time in which vCPUs may wait and count as busy */

/*
 * Registers by which guests set a timer: Intel SDM, IA32_TSC_DEADLINE and the x2APIC's initial count;
 * TLFS, HV_X64_MSR_STIMER0_COUNT. Of the initial count's writes those are ticks of a timer that is set
 * for each, as Linux does unless it has TSC deadlines.
 */
static const u64 timer_msrs[] = { 0x6e0, 0x838, 0x400000b1 };

/* By which they end an interrupt: the x2APIC's EOI; TLFS, HV_X64_MSR_EOI. */
static const u64 eoi_msrs[] = { 0x80b, 0x40000070 };

/*
 * Writes that APICv takes from KVM: Intel SDM, virtualization of MSR-based APIC accesses: TPR, EOI and
 * SELF IPI. Hyper-V's EOI is none of them.
 */
static const u64 apicv_msrs[] = { 0x808, 0x80b, 0x83f };

/*
 * Instructions that a vCPU's thread takes to sleep and to wake up, by which not polling is dearer. On an
 * emulated CPU (Bochs) with a guest that waits 700 times a second, they were 8,100 (Linux 6.12, 20 million
 * instructions a second) and 5,300 (Linux 6.1, 50 million): this is the mean.
 */
#define LAB_SLEEP	6700

static const struct nd_acct_cell *cell_of(const struct nd_trace *trace, u32 reason)
{
	return &trace->sum.cells[ND_LEVEL_GUEST][nd_acct_slot_own(reason)];
}

/* What @count exits like those of @cell take, of which some may have had no time. */
static u64 time_of(const struct nd_trace *trace, const struct nd_acct_cell *cell, u64 count)
{
	u64 each = cell->timed ? cell->ticks / cell->timed : 0;

	return count * nd_trace_ns(trace, each + trace->stay[ND_LEVEL_GUEST]);
}

static void spare(const struct nd_trace *trace, u32 reason, u64 count, struct nd_spared *s)
{
	s->spared += count;
	s->spared_ns += time_of(trace, cell_of(trace, reason), count);
}

/* Exits for writing to one of @msrs; on AMD reads have the same reason. False if nobody looked. */
static bool writes_to(const struct nd_facts *facts, const u64 *msrs, u32 nr, u64 *count)
{
	const struct nd_trace *trace = facts->trace;
	bool vmx = trace->isa == ND_ISA_VMX;
	u64 all, hits = 0, exits, one;
	char key[40];
	u32 i;

	*count = 0;
	if (!nd_host_number(facts, "hot_msr_all", &all) || !all)
		return false;
	for (i = 0; i < nr; i++) {
		scnprintf(key, sizeof(key), "hot_msr.0x%llx.write", msrs[i]);
		if (nd_host_number(facts, key, &one) && one <= all)
			hits += one;
	}
	exits = cell_of(trace, vmx ? ND_VMEXIT_MSR_WRITE : ND_SVMEXIT_MSR)->count;
	if (vmx)
		exits += cell_of(trace, ND_VMEXIT_MSR_READ)->count;
	*count = nd_ratio(hits, all, PER_MILLE) * exits / PER_MILLE;
	return true;
}

static u32 write_reason(const struct nd_trace *trace)
{
	return trace->isa == ND_ISA_VMX ? ND_VMEXIT_MSR_WRITE : ND_SVMEXIT_MSR;
}

/* False if the time in guests is not known. */
static bool count_all(const struct nd_trace *trace, struct nd_spared *s, u64 *waited_ns)
{
	u64 handled = 0, waited = 0;
	u32 slot;

	*s = (struct nd_spared){ 0 };
	for (slot = 0; slot < ND_NR_SLOTS; slot++) {
		const struct nd_acct_cell *cell = &trace->sum.cells[ND_LEVEL_GUEST][slot];

		if (nd_trace_waits(trace, slot)) {
			waited += cell->ticks;
		} else if (!nd_trace_failed(trace, slot)) {
			s->exits += cell->count;
			s->all_ns += time_of(trace, cell, cell->count);
			handled += cell->ticks;
		}
	}
	*waited_ns = nd_trace_ns(trace, waited);
	if (trace->unrecorded & BIT(ND_LEVEL_GUEST))
		return false;
	s->busy_ns = nd_trace_ns(trace, trace->sum.guest[ND_LEVEL_GUEST] + handled);
	return s->busy_ns;
}

bool nd_advise_apicv(const struct nd_facts *facts, struct nd_spared *s)
{
	const struct nd_trace *trace = facts->trace;
	u64 writes, waited;

	if (!trace || trace->isa != ND_ISA_VMX ||
	    !nd_param_is(facts, "kvm_intel", "enable_apicv", false) ||
	    !writes_to(facts, apicv_msrs, ARRAY_SIZE(apicv_msrs), &writes))
		return false;
	count_all(trace, s, &waited);
	spare(trace, ND_VMEXIT_MSR_WRITE, writes, s);
	spare(trace, ND_VMEXIT_INTERRUPT_WINDOW, cell_of(trace, ND_VMEXIT_INTERRUPT_WINDOW)->count, s);
	spare(trace, ND_VMEXIT_TPR_BELOW_THRESHOLD,
	      cell_of(trace, ND_VMEXIT_TPR_BELOW_THRESHOLD)->count, s);
	return s->spared;
}

/* Exits by which timers of guests fire: what is left of @ticks after these. */
static u64 spare_some(const struct nd_trace *trace, u32 reason, u64 ticks, u64 permille,
		      struct nd_spared *s)
{
	u64 count = cell_of(trace, reason)->count;

	if (count > ticks)
		count = ticks;
	spare(trace, reason, count * permille / PER_MILLE, s);
	return ticks - count;
}

/* Linux ends its ticks where a CPU is idle, so that only those of busy vCPUs tell its rate. */
bool nd_advise_hz(const struct nd_facts *facts, struct nd_spared *s)
{
	const struct nd_trace *trace = facts->trace;
	u64 timers, eois, waited, left, permille;

	if (!trace || trace->isa == ND_ISA_UNKNOWN || !count_all(trace, s, &waited) ||
	    nd_ratio(waited, s->busy_ns + waited, PER_MILLE) > IDLE_LIMIT ||
	    !writes_to(facts, timer_msrs, ARRAY_SIZE(timer_msrs), &timers) ||
	    !writes_to(facts, eoi_msrs, ARRAY_SIZE(eoi_msrs), &eois))
		return false;
	s->rate = nd_ratio(timers, s->busy_ns, 1000000000);
	if (s->rate < 2 * ND_FEWER_HZ)
		return false;
	permille = PER_MILLE - nd_ratio(ND_FEWER_HZ, s->rate, PER_MILLE);
	spare(trace, write_reason(trace), (timers + (eois < timers ? eois : timers)) * permille / PER_MILLE, s);
	if (trace->isa == ND_ISA_VMX) {
		left = spare_some(trace, ND_VMEXIT_PREEMPTION_TIMER, timers, permille, s);
		spare_some(trace, ND_VMEXIT_EXTERNAL_INTERRUPT, left, permille, s);
		spare_some(trace, ND_VMEXIT_INTERRUPT_WINDOW, timers, permille, s);
	} else {
		spare_some(trace, ND_SVMEXIT_INTR, timers, permille, s);
		spare_some(trace, ND_SVMEXIT_VINTR, timers, permille, s);
	}
	return s->spared;
}

bool nd_advise_poll(const struct nd_facts *facts, struct nd_polled *p)
{
	u64 polled;

	*p = (struct nd_polled){ 0 };
	if (!nd_facts_stat(facts, "halt_poll_fail_ns", &p->vain_ns) ||
	    !nd_facts_stat(facts, "halt_poll_success_ns", &p->success_ns) ||
	    !nd_facts_stat(facts, "halt_successful_poll", &p->successes) ||
	    !nd_facts_stat(facts, "halt_wait_ns", &p->slept_ns))
		return false;
	polled = p->vain_ns + p->success_ns;
	p->sleeps_ns = nd_trace_ns(facts->trace, p->successes * LAB_SLEEP);
	if (polled > p->sleeps_ns)
		p->saved_ns = polled - p->sleeps_ns;
	return p->saved_ns;
}
