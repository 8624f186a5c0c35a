// SPDX-License-Identifier: GPL-2.0-only
/*
 * Rows of estimates, each with what it is made of.
 */
#include "core/base/figures.h"
#include "core/features/offer.h"
#include "core/findings/causes.h"
#include "core/findings/depth.h"

#include "tools/advise/advise.h"
#include "tools/advise/adviserows.h"
#include "tools/advise/timers.h"

#define ESTIMATE	"estimate"

/* As nd_ratio_text() has it, of thousandths. */
static const char *times_text(u64 milli, char *buf)
{
	return nd_ratio_text(milli, 1000, buf, ND_FIGURE);
}

/* What a change is called, and what brings it about. */
static const struct {
	const char *id;
	const char *label;
} changes[ND_NR_CHANGES] = {
	[ND_CHANGE_SHADOWING]	= { "vmcs-shadowing", "VMCS shadowing" },
	[ND_CHANGE_EVMCS]	= { "evmcs", "eVMCS" },
};

static void gain_from(const struct nd_gain *gain, const struct nd_emit *emit)
{
	char each[ND_FIGURE], price[ND_FIGURE], stay[ND_FIGURE];
	struct nd_row row;

	nd_row_init(&row, ND_ROW_DETAIL, NULL, "from", NULL);
	nd_row_printf(&row, "counted here: %s VMREADs and VMWRITEs for each nested entry, %s each",
		      nd_ratio_text(gain->exits, gain->asked, each, sizeof(each)),
		      nd_time_text(gain->each_ns, price, sizeof(price)));
	if (gain->stay_ns)
		nd_row_printf(&row, " and %s for exit and entry, the shortest stay in a guest",
			      nd_time_text(gain->stay_ns, stay, sizeof(stay)));
	else
		nd_row_printf(&row, "; what exit and entry take is not known, and comes on top");
	if (gain->left)
		nd_row_printf(&row, "; in the lab %llu %% of them still exited, for fields that the processor does not shadow",
			      gain->left / 10);
	nd_emit_row(emit, &row);
}

/* What a guest gets is up to its VMM, and what it uses up to its hypervisor. */
static void evmcs_how(const struct nd_facts *facts, struct nd_row *row)
{
	if (nd_offer_evmcs(facts))
		nd_row_printf(row, "KVM here has it: for a guest that is shown Hyper-V's interface with it (QEMU: hv-evmcs), ");
	else
		nd_row_printf(row, "whether KVM here has it was not recorded; for a guest that is shown Hyper-V's interface with it (QEMU: hv-evmcs), ");
	nd_row_printf(row, "if its hypervisor uses that, as Hyper-V does, or KVM if Linux detects Hyper-V there; it takes features away, too");
}

/* False if it cannot be had here, as far as registers tell. */
static bool gain_how(const struct nd_facts *facts, enum nd_change change, struct nd_row *row)
{
	nd_row_init(row, ND_ROW_DETAIL, NULL, "how", NULL);
	if (change == ND_CHANGE_SHADOWING)
		return nd_cause_advise(facts, "vmx-shadow-vmcs", row);
	evmcs_how(facts, row);
	return true;
}

#define NOT_HERE	"This CPU, or the hypervisor below, does not have it: see nestdiag features."

static const char *gain_row(const struct nd_facts *facts, enum nd_change change,
			    const struct nd_emit *emit)
{
	char now[ND_FIGURE], then[ND_FIGURE], share[ND_FIGURE];
	struct nd_gain gain;
	struct nd_row row, how;
	const char *why = nd_advise_gain(facts, change, &gain);

	if (why)
		return why;
	if (!gain_how(facts, change, &how))
		return NOT_HERE;
	nd_row_init(&row, ND_ROW_ADVICE, changes[change].id, changes[change].label, ESTIMATE);
	nd_row_printf(&row, "%s -> %s host exits for one nested exit, -%s of the time spent on exits",
		      times_text(gain.now, now), times_text(gain.then, then),
		      nd_share_text(gain.saved_ns, gain.all_ns, share, sizeof(share)));
	nd_row_dec(&row, "exits_now_milli", gain.now);
	nd_row_dec(&row, "exits_then_milli", gain.then);
	nd_row_dec(&row, "saved_ns", gain.saved_ns);
	nd_row_dec(&row, "exits_ns", gain.all_ns);
	nd_emit_row(emit, &row);
	gain_from(&gain, emit);
	nd_emit_row(emit, &how);
	return NULL;
}

static const char *shadowing_row(const struct nd_facts *facts, const struct nd_emit *emit)
{
	return gain_row(facts, ND_CHANGE_SHADOWING, emit);
}

static const char *evmcs_row(const struct nd_facts *facts, const struct nd_emit *emit)
{
	return gain_row(facts, ND_CHANGE_EVMCS, emit);
}

static void deeper_from(const struct nd_facts *facts, const struct nd_deeper *d,
			const struct nd_emit *emit)
{
	const struct nd_cpu *cpu = nd_facts_first(facts);
	char a[ND_FIGURE], b[ND_FIGURE], c[ND_FIGURE];
	struct nd_row row;

	nd_row_init(&row, ND_ROW_DETAIL, NULL, "from", NULL);
	nd_row_printf(&row, "an exit of a guest%s takes %s here, %s",
		      d->of_ticks ? " for its ticks" : "", nd_time_text(d->guest.ns, a, sizeof(a)),
		      d->with_below ? "with what the hypervisor below adds" : "without exit and entry themselves");
	if (d->few)
		nd_row_printf(&row, " (%llu nested exits are too few to tell)", d->few);
	if (d->from_lab)
		nd_row_printf(&row, "; one level deeper %s times as much, as measured in the lab on an emulated CPU with%s VMCS shadowing, not here",
			      times_text(d->ratio, c), d->shadowed ? "" : "out");
	else
		nd_row_printf(&row, "; one of a nested guest, if its hypervisor gets it, takes %s with the exits that it causes: %s times as much, and as many times again",
			      nd_time_text(d->nested.ns, b, sizeof(b)), times_text(d->ratio, c));
	nd_emit_row(emit, &row);
	nd_row_init(&row, ND_ROW_DETAIL, NULL, "limits", NULL);
	nd_row_printf(&row, "a tick is 3 exits and more; in the lab Linux booted at 58 %%, and did not at 193 %%");
	if (d->from_lab && cpu && nd_above(facts, cpu) == ND_ABOVE_UNSUPPORTED)
		nd_row_printf(&row, ". Hyper-V documents no level above L2");
	nd_emit_row(emit, &row);
}

static const char *deeper_row(const struct nd_facts *facts, const struct nd_emit *emit)
{
	static const char *const words[] = { "runs", "crawls", "hangs" };
	char a[ND_FIGURE], b[ND_FIGURE];
	struct nd_deeper d;
	struct nd_row row;
	const char *why = nd_advise_deeper(facts, &d);

	if (why)
		return why;
	nd_row_init(&row, ND_ROW_ADVICE, "one-level-deeper", d.from_lab ? "A nested guest" :
		    "A guest of nested guests", ESTIMATE);
	nd_row_printf(&row, "%s: its exits will take about %s each, and 250 ticks a second at least %s of a CPU",
		      words[d.runs], nd_time_text(d.ns, a, sizeof(a)),
		      nd_share_text(d.share, 10000, b, sizeof(b)));
	nd_row_str(&row, "outcome", words[d.runs]);
	nd_row_dec(&row, "exit_ns", d.ns);
	nd_row_dec(&row, "ratio_milli", d.ratio);
	nd_row_ratio(&row, "tick_share", d.share, 10000);
	nd_emit_row(emit, &row);
	deeper_from(facts, &d, emit);
	return NULL;
}

static void spared_row(const char *id, const char *label, const struct nd_spared *s,
		       const struct nd_emit *emit)
{
	char exits[ND_FIGURE], share[ND_FIGURE], busy[ND_FIGURE];
	struct nd_row row;

	nd_row_init(&row, ND_ROW_ADVICE, id, label, ESTIMATE);
	nd_row_printf(&row, "-%s of the guests' exits",
		      nd_share_text(s->spared, s->exits, exits, sizeof(exits)));
	if (s->spared_ns)
		nd_row_printf(&row, ", -%s of the time spent on them",
			      nd_share_text(s->spared_ns, s->all_ns, share, sizeof(share)));
	else
		nd_row_printf(&row, "; what they take was not measured");
	if (s->spared_ns && s->busy_ns)
		nd_row_printf(&row, ": %s of their vCPUs' busy time",
			      nd_share_text(s->spared_ns, s->busy_ns, busy, sizeof(busy)));
	nd_row_dec(&row, "count", s->exits);
	nd_row_dec(&row, "spared", s->spared);
	if (s->spared_ns) {
		nd_row_dec(&row, "saved_ns", s->spared_ns);
		nd_row_dec(&row, "exits_ns", s->all_ns);
	}
	if (s->busy_ns)
		nd_row_dec(&row, "busy_ns", s->busy_ns);
	if (s->rate)
		nd_row_dec(&row, "timers_per_s", s->rate);
	nd_emit_row(emit, &row);
}

static const char *apicv_row(const struct nd_facts *facts, const struct nd_emit *emit)
{
	bool off = nd_param_is(facts, "kvm_intel", "enable_apicv", false);
	struct nd_spared s;
	struct nd_row how;
	const char *why;

	nd_row_init(&how, ND_ROW_DETAIL, NULL, "how", NULL);
	if (facts->trace->isa != ND_ISA_SVM && off && !nd_cause_advise(facts, "vmx-posted-intr", &how))
		return NOT_HERE;
	why = nd_advise_apicv(facts, &s);
	if (why)
		return why;
	spared_row("apicv", "APICv", &s, emit);
	nd_emit_detail(emit, "from", "exits for the APIC's EOI, TPR and SELF IPI, by the MSRs that were written in a moment after counting, for interrupt windows and TPR thresholds, with what such exits take here; those for APIC_ACCESS, and for interrupts from other CPUs, come on top");
	nd_emit_detail(emit, "checked", "not: unlike the other estimates, this one was compared with no machine (docs/advise.md)");
	nd_emit_row(emit, &how);
	return NULL;
}

static const char *hz_row(const struct nd_facts *facts, const struct nd_emit *emit)
{
	struct nd_spared s;
	struct nd_row from;
	const char *why = nd_advise_hz(facts, &s);

	if (why)
		return why;
	spared_row("fewer-ticks", "100 ticks a second", &s, emit);
	nd_row_init(&from, ND_ROW_DETAIL, NULL, "from", NULL);
	nd_row_printf(&from, "%llu timers a second that a busy vCPU sets, by the MSRs that were written in a moment after counting: each is the write, the exit when it fires, and its EOI, with what these take here",
		      s.rate);
	nd_emit_row(emit, &from);
	nd_emit_detail(emit, "how", "if these are the ticks of the guests' kernels: CONFIG_HZ_100 there; nohz_full= ends most ticks of CPUs with one task");
	return NULL;
}

static const char *poll_row(const struct nd_facts *facts, const struct nd_emit *emit)
{
	char a[ND_FIGURE], b[ND_FIGURE];
	struct nd_polled p;
	struct nd_row row;
	const char *why = nd_advise_poll(facts, &p);

	if (why)
		return why;
	nd_row_init(&row, ND_ROW_ADVICE, "no-halt-polling", "No halt polling", ESTIMATE);
	nd_row_printf(&row, "%s less CPU time, %s of the time for which vCPUs waited",
		      nd_time_text(p.saved_ns, a, sizeof(a)),
		      nd_share_text(p.saved_ns, p.halted_ns, b, sizeof(b)));
	nd_row_dec(&row, "saved_ns", p.saved_ns);
	nd_row_dec(&row, "halted_ns", p.halted_ns);
	nd_emit_row(emit, &row);
	nd_row_init(&row, ND_ROW_DETAIL, NULL, "from", NULL);
	nd_row_printf(&row, "KVM's statistics of all VMs that exist, since they began: %s polled until there was work and %s in vain, ",
		      nd_time_text(p.success_ns, a, sizeof(a)),
		      nd_time_text(p.vain_ns, b, sizeof(b)));
	nd_row_printf(&row, "less %s for %llu waits that would be a sleep and a wake-up each: in the lab %u instructions, here taken as one %s; guests then wake up later",
		      nd_time_text(p.sleeps_ns, a, sizeof(a)), p.successes, ND_LAB_SLEEP,
		      facts->trace->source == ND_SOURCE_BPF ||
		      facts->trace->source == ND_SOURCE_HIST ? "a nanosecond" : "a tick of the TSC");
	nd_emit_row(emit, &row);
	nd_emit_detail(emit, "how", "halt_poll_ns=0 of kvm, at the latest for VMs that start after it");
	return NULL;
}

/* Estimates, in their order, by the names that a reason for none has. */
static const struct {
	const char *name;
	const char *(*row)(const struct nd_facts *facts, const struct nd_emit *emit);
} estimates[] = {
	{ "VMCS shadowing", shadowing_row },
	{ "eVMCS", evmcs_row },
	{ "APICv", apicv_row },
	{ "100 ticks a second", hz_row },
	{ "No halt polling", poll_row },
	{ "One level deeper", deeper_row },
};

/* Changes of one kind of machine that have no estimate anywhere. */
static void never_notes(const struct nd_trace *trace, const struct nd_emit *emit)
{
	if (trace->isa != ND_ISA_VMX)
		nd_emit_note(emit, "AVIC: no estimate. What it takes away was not measured.");
	if (trace->isa != ND_ISA_SVM)
		nd_emit_note(emit, "Preemption timer: no estimate. Ticks have as many exits with it, only shorter ones: what these would take here is not known.");
}

/* One note for neighbors that have none for the same reason. */
static void none_notes(const char *const *why, const struct nd_emit *emit)
{
	char text[ND_ROW_WORDS];
	u32 i, len = 0;

	for (i = 0; i < ARRAY_SIZE(estimates); i++) {
		if (!why[i] || !why[i][0])
			continue;
		len += scnprintf(text + len, sizeof(text) - len, "%s%s", len ? ", " : "",
				 estimates[i].name);
		if (i + 1 < ARRAY_SIZE(estimates) && why[i + 1] && !strcmp(why[i], why[i + 1]))
			continue;
		scnprintf(text + len, sizeof(text) - len, ": no estimate. %s", why[i]);
		nd_emit_note(emit, text);
		len = 0;
	}
}

u32 nd_advise_rows(const struct nd_facts *facts, const struct nd_emit *emit)
{
	const char *why[ARRAY_SIZE(estimates)];
	u32 found = 0, i;

	for (i = 0; i < ARRAY_SIZE(estimates); i++) {
		why[i] = estimates[i].row(facts, emit);
		found += !why[i];
	}
	none_notes(why, emit);
	never_notes(facts->trace, emit);
	return found;
}
