// SPDX-License-Identifier: GPL-2.0-only
#include <stdarg.h>

#include "core/base/flag.h"
#include "core/caps/evmcsuse.h"
#include "core/caps/level.h"
#include "core/caps/usable.h"
#include "core/exits/nestedrows.h"
#include "core/features/featurerows.h"
#include "core/features/features.h"
#include "core/findings/depth.h"

#include "tools/out/text.h"
#include "tools/report/levels.h"

static __printf(2, 3) void add_line(struct nd_tier *tier, const char *fmt, ...)
{
	va_list args;

	if (tier->nr == ND_TIER_LINES)
		return;
	va_start(args, fmt);
	vsnprintf(tier->lines[tier->nr], ND_TIER_TEXT, fmt, args);
	va_end(args);
	nd_text_clean(tier->lines[tier->nr++]);
}

/**
 * struct standing - where this machine stands
 * @facts:  its facts
 * @cpu:    the CPU that speaks for all
 * @below:  the level below, NULL if nothing is known of it
 * @known:  the level is known
 * @level:  at least
 * @deeper: it may be higher
 */
struct standing {
	const struct nd_facts *facts;
	const struct nd_cpu *cpu;
	const struct nd_facts *below;
	bool known;
	u32 level;
	bool deeper;
};

static void set_title(const struct standing *s, int up, const char *what, struct nd_tier *tier)
{
	if (s->known)
		snprintf(tier->title, ND_TIER_TEXT, "L%u%s: %.120s", s->level + up,
			 s->deeper ? " or deeper" : "", what);
	else
		snprintf(tier->title, ND_TIER_TEXT, "%.120s", what);
}

static const char *isa_of(const struct nd_cpu *cpu)
{
	return nd_scene_is_svm(cpu) ? "SVM" : "VMX";
}

static void count_missing(void *ctx, const struct nd_row *row)
{
	unsigned int *nr = ctx;

	if (!strcmp(row->cols[0].str, "hypervisor") || !strcmp(row->cols[0].str, "evmcs"))
		++*nr;
}

/* From the hardware or the hypervisor below to this machine. */
static void passed_here(const struct nd_facts *facts, const struct nd_cpu *cpu, bool bare,
			struct nd_tier *tier)
{
	enum nd_usable usable = nd_scene_is_svm(cpu) ? nd_svm_usable(cpu) : nd_vmx_usable(cpu);
	unsigned int kept = 0;
	const struct nd_emit counting = { count_missing, &kept };
	int at;

	if (usable == ND_USABLE_NO_CPUID)
		at = scnprintf(tier->passes, ND_TIER_TEXT, "neither VMX nor SVM");
	else
		at = scnprintf(tier->passes, ND_TIER_TEXT, "%s: %s", isa_of(cpu),
			       nd_usable_word(usable));
	if (bare || usable == ND_USABLE_NO_CPUID)
		return;
	if (nd_evmcs_use(facts, cpu) == ND_EVMCS_USE_IN_USE)
		at += scnprintf(tier->passes + at, ND_TIER_TEXT - at, ", by eVMCS");
	nd_missing_rows(facts, cpu, &counting);
	if (kept)
		scnprintf(tier->passes + at, ND_TIER_TEXT - at, ", without %u feature%s",
			  kept, kept == 1 ? "" : "s");
}

static void hardware(const struct nd_facts *facts, const struct nd_cpu *cpu, struct nd_tier *tier)
{
	struct nd_row row;

	snprintf(tier->title, ND_TIER_TEXT, "Hardware");
	nd_row_init(&row, ND_ROW_FACT, NULL, NULL, NULL);
	nd_cpu_describe(facts, cpu, &row);
	add_line(tier, "%.150s", row.words);
	passed_here(facts, cpu, true, tier);
}

static void level_below(const struct standing *s, struct nd_tier *tier)
{
	const struct nd_cpu *other = s->below ? nd_facts_first(s->below) : NULL;
	struct nd_row row;

	set_title(s, -1, "the hypervisor below", tier);
	nd_row_init(&row, ND_ROW_FACT, NULL, NULL, NULL);
	nd_place_describe(s->facts, s->cpu, &row);
	add_line(tier, "this machine is a %.120s", row.words);
	if (!other) {
		if (s->deeper)
			add_line(tier, "what is further down does not show");
	} else {
		nd_row_init(&row, ND_ROW_FACT, NULL, NULL, NULL);
		nd_level_describe(other, &row);
		add_line(tier, "by its snapshot: %.130s", row.words);
		if (s->below->taken.hostname[0])
			add_line(tier, "name: %s", s->below->taken.hostname);
		if (s->below->release[0])
			add_line(tier, "Linux %s", s->below->release);
	}
	passed_here(s->facts, s->cpu, false, tier);
}

static void unknown_below(const struct nd_facts *facts, const struct nd_cpu *cpu,
			  struct nd_tier *tier)
{
	tier->state = ND_TIER_MAYBE;
	snprintf(tier->title, ND_TIER_TEXT, "Below: not known");
	add_line(tier, "CPUID was not read");
	passed_here(facts, cpu, true, tier);
}

static void this_machine(const struct standing *s, struct nd_tier *tier)
{
	const char *module = nd_scene_is_svm(s->cpu) ? "kvm_amd" : "kvm_intel";
	const char *nested = nd_facts_param(s->facts, module, "nested");

	tier->own = true;
	set_title(s, 0, "this machine", tier);
	if (s->facts->taken.hostname[0])
		add_line(tier, "name: %s", s->facts->taken.hostname);
	if (s->facts->release[0])
		add_line(tier, "Linux %s %s", s->facts->release, s->facts->machine);
	if (nested) {
		add_line(tier, "KVM: %s has nested=%s", module, nested);
		snprintf(tier->passes, ND_TIER_TEXT, nd_flag_is(nested, true) ?
			 "%s to guests that are given it" : "no %s for guests", isa_of(s->cpu));
	} else {
		add_line(tier, "KVM is not loaded, or its parameters were not recorded");
	}
}

static void guests(const struct standing *s, struct nd_tier *tier)
{
	const struct nd_trace *trace = s->facts->trace;
	enum nd_usable usable = nd_usable_best(s->cpu);
	u64 exits = 0;
	u32 slot;

	set_title(s, 1, "guests", tier);
	if (usable == ND_USABLE_NO_CPUID || usable == ND_USABLE_LOCKED) {
		tier->state = ND_TIER_NOT;
		add_line(tier, "none by hardware virtualization, which is %s here",
			 nd_usable_word(usable));
		return;
	}
	tier->state = ND_TIER_MAYBE;
	if (!trace) {
		add_line(tier, "exits were not counted");
		return;
	}
	for (slot = 0; slot < ND_NR_SLOTS; slot++)
		exits += trace->sum.cells[ND_LEVEL_GUEST][slot].count;
	if (exits || trace->nr_vcpus)
		tier->state = ND_TIER_THERE;
	add_line(tier, "seen: %u vCPU%s, %llu exit%s", trace->nr_vcpus,
		 trace->nr_vcpus == 1 ? "" : "s", exits, exits == 1 ? "" : "s");
}

static void nested_guests(const struct standing *s, struct nd_tier *tier)
{
	enum nd_above above = nd_above(s->facts, s->cpu);
	struct nd_nested nested = { 0 };

	set_title(s, 2, "nested guests", tier);
	tier->state = above == ND_ABOVE_NO ? ND_TIER_NOT : ND_TIER_MAYBE;
	add_line(tier, "%s", above == ND_ABOVE_NO ? "not possible here" : nd_above_word(above));
	if (!s->facts->trace)
		return;
	nested = nd_nested_sum(s->facts->trace);
	if (!nested.entries && !nested.exits)
		return;
	tier->state = ND_TIER_THERE;
	add_line(tier, "seen: %llu entries, %llu exits", nested.entries, nested.exits);
}

/* If the level below is bare metal by its own facts, this one is L1 and no deeper. */
static void stand(struct standing *s)
{
	const struct nd_cpu *other = s->below ? nd_facts_first(s->below) : NULL;
	struct nd_depth depth = { 0 }, down = { 0 };

	nd_depth_of(s->facts, s->cpu, &depth);
	s->known = depth.known;
	s->level = depth.least;
	s->deeper = depth.least;
	if (!other || !depth.least)
		return;
	nd_depth_of(s->below, other, &down);
	if (!down.known)
		return;
	s->level = down.least + 1;
	s->deeper = down.least;
}

unsigned int nd_levels(const struct nd_facts *facts, const struct nd_facts *below,
		       struct nd_tier tiers[ND_TIERS])
{
	struct standing s = { facts, nd_facts_first(facts), below, false, 0, false };

	memset(tiers, 0, ND_TIERS * sizeof(*tiers));
	if (!s.cpu) {
		tiers[0].own = true;
		snprintf(tiers[0].title, ND_TIER_TEXT, "This machine");
		add_line(&tiers[0], "%s", facts->release[0] ? facts->release : "nothing was read");
		return 1;
	}
	stand(&s);
	if (!s.known)
		unknown_below(facts, s.cpu, &tiers[0]);
	else if (!s.level)
		hardware(facts, s.cpu, &tiers[0]);
	else
		level_below(&s, &tiers[0]);
	this_machine(&s, &tiers[1]);
	guests(&s, &tiers[2]);
	nested_guests(&s, &tiers[3]);
	return ND_TIERS;
}
