// SPDX-License-Identifier: GPL-2.0-only
/*
 * Estimates: exits that were counted, times what such an exit costs here, times what a change removes.
 */
#include "core/base/figures.h"
#include "core/exits/reasons.h"
#include "core/facts/hypervisor.h"

#include "tools/advise/advise.h"

/*
 * A CPUID of a guest, of its nested guest with VMCS shadowing and without, in instructions of an
 * emulated CPU with VMX (Bochs, 20,000 exits): 984, 15,950 and 23,277. On AMD none was measured.
 */
#define LAB_GUEST	984
#define LAB_SHADOW	15950
#define LAB_NEITHER	23277

/*
 * Of the VMREADs and VMWRITEs of a guest hypervisor, how many exit with VMCS shadowing, in thousandths:
 * 3,584 of 22,389 with Linux 6.1 on either level (make advise). KVM shadows the fields that it lists in
 * arch/x86/kvm/vmx/vmcs_shadow_fields.h, and no others.
 */
#define LAB_UNSHADOWED	160

/*
 * A tick takes the interrupt, its end and the next deadline. In the lab Linux boots at level 2
 * where they take 21 and 58 % of the CPU by this formula, and not where they take 193 %: docs/advise.md.
 */
#define TICK_EXITS	3
#define TICK_HZ		250
#define NS_PER_S	1000000000ull
#define CRAWLS_FROM	2500
#define HANGS_FROM	10000

/* With what the hypervisor below needs for one stay in the guest. */
static struct nd_price with_stay(const struct nd_facts *facts, u32 level, struct nd_price price)
{
	const struct nd_cpu *cpu = nd_facts_first(facts);

	if (price.exits && cpu && nd_hv_present(cpu))
		price.ns += nd_trace_ns(facts->trace, facts->trace->stay[level]);
	return price;
}

static u64 stay_of(const struct nd_trace *trace, u32 level)
{
	return nd_trace_ns(trace, trace->stay[level]);
}

/* With what the processor and KVM need for each entry and exit. */
static u64 all_exits_ns(const struct nd_trace *trace)
{
	u64 ns = 0;
	u32 level, slot;

	for (level = 0; level < ND_NR_LEVELS; level++) {
		for (slot = 0; slot < ND_NR_SLOTS; slot++) {
			const struct nd_acct_cell *cell = &trace->sum.cells[level][slot];

			if (!nd_trace_waits(trace, slot))
				ns += nd_trace_ns(trace, cell->ticks) + cell->count * stay_of(trace, level);
		}
	}
	return ns;
}

/* Sets what does not depend on the change; false if nothing exits for VMREAD and VMWRITE. */
static bool gain_count(const struct nd_trace *trace, struct nd_gain *gain)
{
	static const u32 removed[] = { ND_VMEXIT_VMREAD, ND_VMEXIT_VMWRITE };
	struct nd_nested nested = nd_nested_sum(trace);
	u64 handled = 0;
	u32 i;

	for (i = 0; i < ARRAY_SIZE(removed); i++) {
		const struct nd_acct_cell *cell = &trace->sum.cells[ND_LEVEL_GUEST][removed[i]];

		gain->exits += cell->count;
		handled += nd_trace_ns(trace, cell->ticks);
	}
	gain->asked = nested.asked;
	if (!gain->asked || gain->exits < gain->asked || !handled)
		return false;
	gain->each_ns = handled / gain->exits;
	gain->stay_ns = stay_of(trace, ND_LEVEL_GUEST);
	gain->all_ns = all_exits_ns(trace);
	gain->now = nested.caused ? nd_ratio(nested.caused, nested.measured, 1000) :
				    nd_ratio(nested.instructions, nested.asked, 1000);
	return true;
}

bool nd_advise_gain(const struct nd_facts *facts, enum nd_change change, struct nd_gain *gain)
{
	static const u64 left[ND_NR_CHANGES] = {
		[ND_CHANGE_SHADOWING]	= LAB_UNSHADOWED,
		[ND_CHANGE_EVMCS]	= 0,
	};
	u64 removed, each;

	*gain = (struct nd_gain){ .left = left[change] };
	if (!facts->trace || facts->trace->isa != ND_ISA_VMX)
		return false;
	if (change == ND_CHANGE_SHADOWING &&
	    nd_param_is(facts, "kvm_intel", "enable_shadow_vmcs", true))
		return false;
	if (!gain_count(facts->trace, gain))
		return false;
	removed = nd_ratio(gain->exits, 1000, 1000 - gain->left);
	each = nd_ratio(removed, gain->asked, 1000);
	gain->saved_ns = removed * (gain->each_ns + gain->stay_ns);
	gain->then = gain->now > each ? gain->now - each : 0;
	return gain->then;
}

static u64 lab_ratio(const struct nd_facts *facts)
{
	if (facts->trace->isa != ND_ISA_VMX)
		return 0;
	return nd_ratio(nd_param_is(facts, "kvm_intel", "enable_shadow_vmcs", true) ? LAB_SHADOW :
			LAB_NEITHER, LAB_GUEST, 1000);
}

bool nd_advise_deeper(const struct nd_facts *facts, struct nd_deeper *d)
{
	const struct nd_trace *trace = facts->trace;
	struct nd_nested nested;
	u64 last;

	*d = (struct nd_deeper){ 0 };
	if (!trace)
		return false;
	nested = nd_nested_sum(trace);
	d->guest = with_stay(facts, ND_LEVEL_GUEST, nd_price_of(trace, ND_LEVEL_GUEST, ND_LEVEL_GUEST));
	if (!d->guest.ns)
		return false;
	d->nested = with_stay(facts, ND_LEVEL_NESTED,
			      nd_price_of(trace, ND_LEVEL_NESTED, ND_LEVEL_NESTED));
	if (d->nested.ns && nested.caused && nested.measured)
		d->nested.ns += nd_ratio(nested.caused, nested.measured, 1000) * d->guest.ns / 1000;
	else
		d->nested = (struct nd_price){ 0 };
	d->from_lab = !d->nested.ns;
	/* What the guest does besides is not what the one deeper does: that is ticked in any case. */
	if (d->from_lab)
		d->guest = with_stay(facts, ND_LEVEL_GUEST, nd_price_of_tick(trace, ND_LEVEL_GUEST));
	d->ratio = d->from_lab ? lab_ratio(facts) : nd_ratio(d->nested.ns, d->guest.ns, 1000);
	if (!d->ratio)
		return false;
	last = d->from_lab ? d->guest.ns : d->nested.ns;
	d->ns = nd_ratio(last, 1000, d->ratio < ~0U ? (u32)d->ratio : ~0U);
	d->share = nd_ratio(d->ns * TICK_EXITS, NS_PER_S, TICK_HZ * 10000);
	d->runs = d->share >= HANGS_FROM ? ND_HANGS : d->share >= CRAWLS_FROM ? ND_CRAWLS : ND_RUNS;
	return true;
}
