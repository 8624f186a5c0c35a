// SPDX-License-Identifier: GPL-2.0-only
/*
 * Levels: how deep this machine is nested, and what can run on it.
 */
#include "core/base/flag.h"
#include "core/caps/level.h"
#include "core/caps/usable.h"
#include "core/exits/nestedrows.h"
#include "core/facts/emulator.h"
#include "core/facts/hypervisor.h"
#include "core/features/offer.h"
#include "core/findings/depth.h"
#include "core/findings/judge.h"

#define DEPTH_HV_HINT_NESTED	BIT(12)	/* 0x40000004 EAX: Hyper-V runs nested itself */
#define DEPTH_HV_LEVEL(eax)	((eax) >> 10 & 0xf)	/* 0x40000006: level of the hypervisor */

/**
 * struct depth_range - what CPUID costs on one level
 * @ticks: at least so many
 * @from:  is then the least level,
 * @to:    and this the highest
 */
struct depth_range {
	u64 ticks;
	u32 from;
	u32 to;
};

/*
 * An estimate, no more. Without an exit CPUID takes up to a few hundred ticks. An exit to the
 * hypervisor directly below takes from about 1,000 up to several thousand if mitigations are on;
 * each level more multiplies that. For guests on levels 1, 2 and 3 were measured: 984 to 1,241;
 * 14,770 to 23,277, and 111,507 in one case; 276,083 to 819,964. Between the ranges there is no
 * telling.
 */
static const struct depth_range depth_ranges[] = {
	{ 250000, 3, ND_DEPTH_MANY },
	{ 100000, 2, 3 },
	{ 12000, 2, 2 },
	{ 7000, 1, 2 },
	{ 800, 1, 1 },
	{ 0, 0, 0 },
};

/* CPUID is no exit, or not one that hardware makes: its cost says nothing. */
static bool depth_is_emulated(const struct nd_cpu *cpu)
{
	const char *word = nd_level_word(cpu);

	return !strcmp(word, "tcg") || !strcmp(word, "qemu") || nd_emulator_foreign(cpu);
}

static const struct depth_range *depth_range(u64 ticks)
{
	const struct depth_range *range = depth_ranges;

	while (ticks < range->ticks)
		range++;
	return range;
}

bool nd_cost_describe(const struct nd_cpu *cpu, u64 ticks, struct nd_row *row)
{
	const struct depth_range *range = depth_range(ticks);

	if (depth_is_emulated(cpu))
		return false;
	if (range->to == 0)
		nd_row_printf(row, "as without a VM exit (estimate)");
	else if (range->to == ND_DEPTH_MANY)
		nd_row_printf(row, "as in L%u or deeper (estimate)", range->from);
	else if (range->to != range->from)
		nd_row_printf(row, "as in L%u or L%u (estimate)", range->from, range->to);
	else
		nd_row_printf(row, "as in L%u (estimate)", range->from);
	return true;
}

static u32 depth_least(const struct nd_cpu *cpu)
{
	const struct nd_cpuid *hints = nd_cpu_leaf(cpu, ND_HV_BASE + 4, 0);
	const struct nd_cpuid *hardware = nd_cpu_leaf(cpu, ND_HV_BASE + 6, 0);

	if (!nd_hv_present(cpu))
		return 0;
	if (!nd_hv_is_hyperv(cpu))
		return 1;
	if ((hints && (hints->eax & DEPTH_HV_HINT_NESTED)) ||
	    (hardware && DEPTH_HV_LEVEL(hardware->eax)))
		return 2;
	return 1;
}

void nd_depth_of(const struct nd_facts *facts, const struct nd_cpu *cpu, struct nd_depth *depth)
{
	const struct depth_range *range;

	memset(depth, 0, sizeof(*depth));
	/* Levels are those of virtualization: an emulation of programs is on none. */
	depth->known = nd_cpu_leaf(cpu, 1, 0) && !nd_emulator_foreign(cpu);
	depth->least = depth->known ? depth_least(cpu) : 0;
	if (!facts->cost.samples || depth_is_emulated(cpu))
		return;
	range = depth_range(facts->cost.median);
	depth->likely = true;
	depth->from = range->from;
	depth->to = range->to;
}

void nd_place_describe(const struct nd_facts *facts, const struct nd_cpu *cpu, struct nd_row *row)
{
	const char *asset = nd_facts_host(facts, "dmi_asset");

	nd_level_describe(cpu, row);
	if (strcmp(nd_level_word(cpu), "hyperv"))
		return;
	/*
	 * The kernel that Microsoft builds for it has this
	 * in its name; any other may run there, too.
	 */
	if (strstr(facts->release, "microsoft-standard-WSL"))
		nd_row_printf(row, ": the virtual machine of WSL 2");
	else if (asset && !strcmp(asset, ND_AZURE_ASSET))
		nd_row_printf(row, ": a virtual machine of Azure");
	else if (nd_host_has(facts, "modules", "mshv_root"))
		nd_row_printf(row, ": Linux with mshv, which runs guests through /dev/mshv");
}

void nd_depth_row(const struct nd_facts *facts, const struct nd_cpu *cpu, struct nd_row *row)
{
	struct nd_depth depth;

	nd_depth_of(facts, cpu, &depth);
	nd_row_init(row, ND_ROW_FACT, "depth", "Level", depth.known ? NULL : "unknown");
	if (!depth.known)
		nd_row_printf(row, nd_cpu_leaf(cpu, 1, 0) ? "that of the machine below does not show" :
							   "CPUID was not recorded");
	else if (depth.least == 0)
		nd_row_printf(row, "L0, according to CPUID");
	else if (depth.least == 1)
		nd_row_printf(row, "L1 or deeper: lower layers are not visible");
	else
		nd_row_printf(row, "L%u or deeper", depth.least);
	if (depth.likely) {
		nd_row_printf(row, "; CPUID takes %llu ticks, ", facts->cost.median);
		nd_cost_describe(cpu, facts->cost.median, row);
		if (depth.known && depth.least == 0 && depth.from > 0)
			nd_row_printf(row, ": possibly a hidden hypervisor");
	}
	if (depth.known)
		nd_row_dec(row, "least", depth.least);
	if (!depth.likely)
		return;
	nd_row_dec(row, "likely_from", depth.from);
	if (depth.to != ND_DEPTH_MANY)
		nd_row_dec(row, "likely_to", depth.to);
	nd_row_dec(row, "cpuid_median_ticks", facts->cost.median);
	nd_row_dec(row, "cpuid_min_ticks", facts->cost.min);
}

static bool depth_is_svm(const struct nd_cpu *cpu)
{
	return nd_vmx_usable(cpu) == ND_USABLE_NO_CPUID;
}

/* Can nobody run guests? What only VMX has: unlocked, it is still switched on by the kernel. */
static bool depth_is_off(const struct nd_cpu *cpu)
{
	enum nd_usable usable = nd_usable_best(cpu);

	return usable == ND_USABLE_NO_CPUID || usable == ND_USABLE_LOCKED ||
	       (usable == ND_USABLE_UNLOCKED && depth_is_svm(cpu));
}

/* KVM's parameter: 1 on, 0 off, -1 not known. */
static int depth_nested(const struct nd_facts *facts, const struct nd_cpu *cpu)
{
	const char *value = nd_facts_param(facts, depth_is_svm(cpu) ? "kvm_amd" : "kvm_intel",
					   "nested");

	if (!value)
		return -1;
	return nd_flag_is(value, true);
}

/* Were nested guests seen to starve? Only findings about them count. */
static bool depth_starves(const struct nd_trace *trace)
{
	u64 out = 0, exits = 0, in = trace->sum.guest[ND_LEVEL_NESTED];
	u32 slot;

	for (slot = 0; slot < ND_NR_SLOTS; slot++)
		if (!nd_trace_waits(trace, slot) && !nd_trace_failed(trace, slot)) {
			exits += trace->sum.cells[ND_LEVEL_NESTED][slot].count;
			out += trace->sum.cells[ND_LEVEL_NESTED][slot].ticks;
		}
	return exits >= nd_default_thresholds.starved_exits &&
	       nd_trace_ns(trace, in + out) >= nd_default_thresholds.starved_ns &&
	       in < (in + out) / 10000 * nd_default_thresholds.starved_share;
}

/* KVM itself was asked, and gives guests neither VMX nor SVM, whatever its parameter says. */
static bool depth_gives_none(const struct nd_facts *facts)
{
	return nd_facts_offered(facts) &&
	       nd_feature_bit(&facts->offer, nd_offer_root(facts)) == ND_BIT_NO;
}

enum nd_above nd_above(const struct nd_facts *facts, const struct nd_cpu *cpu)
{
	enum nd_usable usable = nd_usable_best(cpu);
	int nested = depth_nested(facts, cpu);

	if (depth_is_off(cpu) || nested == 0)
		return ND_ABOVE_NO;
	if (depth_gives_none(facts))
		return ND_ABOVE_NO;
	if (usable == ND_USABLE_UNKNOWN || !nd_cpu_leaf(cpu, 1, 0))
		return ND_ABOVE_UNKNOWN;
	if (facts->trace && nd_nested_sum(facts->trace).ran)
		return depth_starves(facts->trace) ? ND_ABOVE_STARVES : ND_ABOVE_WORKS;
	if (nested < 0)
		return ND_ABOVE_UNKNOWN;
	if (!nd_hv_present(cpu))
		return ND_ABOVE_SUPPORTED;
	/* TLFS defines levels up to L2; KVM may offer Hyper-V's leaves, too. */
	return strcmp(nd_level_word(cpu), "hyperv") ? ND_ABOVE_POSSIBLE : ND_ABOVE_UNSUPPORTED;
}

const char *nd_above_word(enum nd_above above)
{
	static const char *const words[] = {
		[ND_ABOVE_UNKNOWN]	= "unknown",
		[ND_ABOVE_NO]		= "no",
		[ND_ABOVE_SUPPORTED]	= "supported",
		[ND_ABOVE_POSSIBLE]	= "possible",
		[ND_ABOVE_UNSUPPORTED]	= "unsupported",
		[ND_ABOVE_WORKS]	= "works",
		[ND_ABOVE_STARVES]	= "starves",
	};

	return words[above];
}

static void above_describe(const struct nd_facts *facts, const struct nd_cpu *cpu,
			   enum nd_above above, struct nd_row *row)
{
	const char *module = depth_is_svm(cpu) ? "kvm_amd" : "kvm_intel";

	nd_row_printf(row, "%s", nd_above_word(above));
	switch (above) {
	case ND_ABOVE_NO:
		if (depth_nested(facts, cpu) == 0)
			nd_row_printf(row, " (%s has nesting off)", module);
		else
			nd_row_printf(row, " (KVM gives guests no %s)", nd_offer_root(facts)->id);
		break;
	case ND_ABOVE_SUPPORTED:
		nd_row_printf(row, " (%s on bare metal)", module);
		break;
	case ND_ABOVE_WORKS:
		nd_row_printf(row, " (%llu exits of nested guests counted)",
			      nd_nested_sum(facts->trace).ran);
		break;
	case ND_ABOVE_STARVES:
		nd_row_printf(row, ": nested guests hardly ever run, see the findings");
		break;
	case ND_ABOVE_POSSIBLE:
		nd_row_printf(row, ", but slow: each level multiplies the cost of an exit");
		break;
	case ND_ABOVE_UNSUPPORTED:
		nd_row_printf(row, " (Hyper-V documents no level above L2; KVM would try, slowly)");
		break;
	default:
		break;
	}
}

static const char *above_guests_word(const struct nd_cpu *cpu, enum nd_otherwise otherwise)
{
	if (otherwise != ND_OTHERWISE_NONE)
		return "yes";
	if (depth_is_off(cpu))
		return "no";
	switch (nd_usable_best(cpu)) {
	case ND_USABLE_YES:
		return "yes";
	case ND_USABLE_UNLOCKED:
		return "not-enabled";
	default:
		return "unknown";
	}
}

/* "L1 yes; L2 supported: ...": the guests of this machine, and the guests of those. */
void nd_above_row(const struct nd_facts *facts, const struct nd_cpu *cpu, struct nd_row *row)
{
	enum nd_above above = nd_above(facts, cpu);
	enum nd_usable usable = nd_usable_best(cpu);
	enum nd_otherwise otherwise = nd_usable_otherwise(facts, cpu);
	const char *guests = above_guests_word(cpu, otherwise);
	const char *words = usable == ND_USABLE_UNLOCKED ? "not enabled yet" : guests;
	struct nd_depth depth;

	nd_depth_of(facts, cpu, &depth);
	nd_row_init(row, ND_ROW_FACT, "above", "Can run", NULL);
	if (!strcmp(guests, "no")) {
		nd_row_printf(row, "no guests: virtualization is %s here",
			      usable == ND_USABLE_UNLOCKED ? "disabled" : nd_usable_word(usable));
	} else if (otherwise == ND_OTHERWISE_MSHV) {
		nd_row_printf(row, "guests: yes, through /dev/mshv, beside this machine; KVM: no guests");
	} else if (otherwise == ND_OTHERWISE_KVM) {
		nd_row_printf(row, "guests: yes, by software virtualization; nested guests: no (guests have neither VMX nor SVM)");
	} else if (depth.known) {
		nd_row_printf(row, "guests (L%u): %s; nested guests (L%u): ", depth.least + 1, words,
			      depth.least + 2);
		above_describe(facts, cpu, above, row);
	} else {
		nd_row_printf(row, "guests: %s; nested guests: ", words);
		above_describe(facts, cpu, above, row);
	}
	if (depth.known)
		nd_row_dec(row, "guests_level", depth.least + 1);
	nd_row_str(row, "guests", guests);
	nd_row_str(row, "nested", nd_above_word(above));
}
