// SPDX-License-Identifier: GPL-2.0-only
/*
 * Estimates: exits that were counted, times what such an
 * exit costs here, times what a change removes.
 */
#include "core/base/figures.h"
#include "core/exits/reasons.h"
#include "core/facts/hypervisor.h"
#include "core/features/offer.h"
#include "core/findings/depth.h"

#include "tools/advise/advise.h"

/*
 * A CPUID of a guest, of its nested guest with VMCS shadowing and without, in instructions of an
 * emulated CPU with VMX (Bochs, 20,000 exits): 984, 15,950 and 23,277. On AMD none was measured.
 */
#define LAB_GUEST	984
#define LAB_SHADOW	15950
#define LAB_NEITHER	23277

/*
 * Of the VMREADs and VMWRITEs of a guest hypervisor, how many exit with VMCS shadowing, in
 * thousandths: 3,584 of 22,389 with Linux 6.1 on either level (make advise). KVM shadows the fields
 * that it lists in arch/x86/kvm/vmx/vmcs_shadow_fields.h, and no others.
 */
#define LAB_UNSHADOWED	160

/*
 * A tick takes the interrupt, its end and the next deadline. In the lab Linux boots at level 2
 * where they take 21 and 58 % of the CPU by this formula,
 * and not where they take 193 %: docs/advise.md.
 */
#define TICK_EXITS	3
#define TICK_HZ		250
#define NS_PER_S	1000000000ull
#define CRAWLS_FROM	2500
#define HANGS_FROM	10000

static bool has_below(const struct nd_facts *facts)
{
	const struct nd_cpu *cpu = nd_facts_first(facts);

	return cpu && nd_hv_present(cpu);
}

static u64 stay_of(const struct nd_trace *trace, u32 level)
{
	return nd_trace_ns(trace, trace->stay[level]);
}

/* With what the hypervisor below needs for one stay in the guest. */
static struct nd_price with_stay(const struct nd_facts *facts, u32 level, struct nd_price price)
{
	if (price.exits && has_below(facts))
		price.ns = nd_plus(price.ns, stay_of(facts->trace, level));
	return price;
}

/* With what the processor and KVM need for each entry and exit. */
static u64 all_exits_ns(const struct nd_trace *trace)
{
	u64 ns = 0;
	u32 level, slot;

	for (level = 0; level < ND_NR_LEVELS; level++) {
		for (slot = 0; slot < ND_NR_SLOTS; slot++) {
			const struct nd_acct_cell *cell = &trace->sum.cells[level][slot];

			if (nd_trace_waits(trace, slot))
				continue;
			ns = nd_plus(ns, nd_trace_ns(trace, cell->ticks));
			ns = nd_plus(ns, nd_times(cell->count, stay_of(trace, level)));
		}
	}
	return ns;
}

/* Sets what does not depend on the change. */
static const char *gain_count(const struct nd_trace *trace, struct nd_gain *gain)
{
	static const u32 removed[] = { ND_VMEXIT_VMREAD, ND_VMEXIT_VMWRITE };
	struct nd_nested nested = nd_nested_sum(trace);
	u64 handled = 0;
	u32 i;

	for (i = 0; i < ARRAY_SIZE(removed); i++) {
		const struct nd_acct_cell *cell = &trace->sum.cells[ND_LEVEL_GUEST][removed[i]];

		gain->exits = nd_plus(gain->exits, cell->count);
		handled = nd_plus(handled, nd_trace_ns(trace, cell->ticks));
	}
	gain->asked = nested.asked;
	if (!gain->exits)
		return "No guest hypervisor exited for VMREAD or VMWRITE.";
	if (gain->asked < ND_PRICE_LEAST)
		return "Guest hypervisors entered their guests too rarely to tell.";
	if (gain->exits < gain->asked)
		return "Guest hypervisors exit for less than one VMREAD or VMWRITE for each entry of their guests.";
	if (!handled)
		return "How long exits for VMREAD and VMWRITE take was not measured.";
	gain->each_ns = handled / gain->exits;
	gain->stay_ns = stay_of(trace, ND_LEVEL_GUEST);
	gain->all_ns = all_exits_ns(trace);
	gain->now = nested.caused ? nd_ratio(nested.caused, nested.measured, 1000) :
				    nd_ratio(nested.instructions, nested.asked, 1000);
	return NULL;
}

/* KVM has each of its own; that KVM has it on says enough, or that its own answer leaves it out. */
static const char *gain_have(const struct nd_facts *facts, enum nd_change change)
{
	if (facts->trace->isa == ND_ISA_SVM)
		return "";
	if (nd_param_is(facts, "kvm_intel", "nested", false))
		return "kvm_intel has nested=N: its guests run no hypervisor.";
	if (change == ND_CHANGE_SHADOWING)
		return nd_param_is(facts, "kvm_intel", "enable_shadow_vmcs", true) ?
		       "KVM uses it already." : NULL;
	if (nd_offer_hyperv(facts) == ND_BIT_YES && !nd_offer_evmcs(facts))
		return "KVM here cannot give it to guests: see nestdiag features --guest.";
	return NULL;
}

const char *nd_advise_gain(const struct nd_facts *facts, enum nd_change change,
			   struct nd_gain *gain)
{
	static const u64 left[ND_NR_CHANGES] = {
		[ND_CHANGE_SHADOWING]	= LAB_UNSHADOWED,
		[ND_CHANGE_EVMCS]	= 0,
	};
	const char *why = gain_have(facts, change);
	u64 removed, each;

	*gain = (struct nd_gain){ .left = left[change] };
	if (!why)
		why = gain_count(facts->trace, gain);
	if (why)
		return why;
	removed = nd_ratio(gain->exits, 1000, 1000 - gain->left);
	each = nd_ratio(removed, gain->asked, 1000);
	gain->saved_ns = nd_times(removed, nd_plus(gain->each_ns, gain->stay_ns));
	if (gain->now <= each || gain->saved_ns > gain->all_ns)
		return "What was counted contradicts itself: more exits for VMREAD and VMWRITE than one nested exit causes.";
	gain->then = gain->now - each;
	return NULL;
}

static u64 per_mille(u64 value, u64 thousandths)
{
	u64 product = nd_times(value, thousandths);

	return product < ~0ULL ? product / 1000 : product;
}

static u64 lab_ratio(const struct nd_facts *facts, bool shadowed)
{
	if (facts->trace->isa != ND_ISA_VMX)
		return 0;
	return nd_ratio(shadowed ? LAB_SHADOW : LAB_NEITHER, LAB_GUEST, 1000);
}

/* Others may go to the VMM and take many times as long; a few ticks may be any. */
static void price_ticks(const struct nd_facts *facts, struct nd_deeper *d)
{
	struct nd_price ticks = nd_price_of_tick(facts->trace, ND_LEVEL_GUEST);

	d->of_ticks = ticks.exits >= ND_PRICE_LEAST;
	if (d->of_ticks)
		d->guest = with_stay(facts, ND_LEVEL_GUEST, ticks);
}

/* What the guest does besides is not what the one deeper does: that is ticked in any case. */
static const char *ratio_of_lab(const struct nd_facts *facts, const struct nd_nested *nested,
				struct nd_deeper *d)
{
	const struct nd_cpu *cpu = nd_facts_first(facts);

	if (nd_param_is(facts, "kvm_intel", "nested", false) ||
	    nd_param_is(facts, "kvm_amd", "nested", false) ||
	    (cpu && nd_above(facts, cpu) == ND_ABOVE_NO))
		return "Guests here cannot run guests: see nestdiag check.";
	d->few = nested->ran;
	d->from_lab = true;
	d->shadowed = nd_param_is(facts, "kvm_intel", "enable_shadow_vmcs", true);
	d->ratio = lab_ratio(facts, d->shadowed);
	if (!d->ratio)
		return "How much a level costs was measured on Intel only, and no nested guest runs here.";
	price_ticks(facts, d);
	return NULL;
}

static const char *ratio_of_here(const struct nd_facts *facts, const struct nd_nested *nested,
				 struct nd_deeper *d)
{
	u64 each = nd_ratio(nested->caused, nested->measured, 1000);

	d->nested = with_stay(facts, ND_LEVEL_NESTED,
			      nd_price_of(facts->trace, ND_LEVEL_NESTED, ND_LEVEL_NESTED));
	if (nested->measured < ND_PRICE_LEAST)
		return "Nested guests run here, but how many of their exits were handed to their hypervisors was not counted, or those are too few.";
	if (!nested->caused || !d->nested.ns)
		return "Nested guests run here, but what their exits take, with those of their hypervisors, was not measured.";
	d->nested.ns = nd_plus(d->nested.ns, per_mille(d->guest.ns, each));
	d->ratio = nd_ratio(d->nested.ns, d->guest.ns, 1000);
	return d->ratio > 1000 ? NULL :
	       "What was counted contradicts itself: an exit of a nested guest takes no longer than one of a guest.";
}

const char *nd_advise_deeper(const struct nd_facts *facts, struct nd_deeper *d)
{
	const struct nd_trace *trace = facts->trace;
	struct nd_nested nested = nd_nested_sum(trace);
	const char *why;
	u64 last;

	*d = (struct nd_deeper){ .with_below = has_below(facts) };
	d->guest = with_stay(facts, ND_LEVEL_GUEST,
			     nd_price_of(trace, ND_LEVEL_GUEST, ND_LEVEL_GUEST));
	if (!d->guest.ns)
		return "How long exits of guests take was not measured.";
	why = nested.ran < ND_PRICE_LEAST ? ratio_of_lab(facts, &nested, d) :
					      ratio_of_here(facts, &nested, d);
	if (why)
		return why;
	last = d->from_lab ? d->guest.ns : d->nested.ns;
	d->ns = per_mille(last, d->ratio);
	d->share = nd_ratio(nd_times(d->ns, TICK_EXITS), NS_PER_S, TICK_HZ * 10000);
	d->runs = d->share >= HANGS_FROM ? ND_HANGS : d->share >= CRAWLS_FROM ? ND_CRAWLS : ND_RUNS;
	return NULL;
}
