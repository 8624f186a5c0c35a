// SPDX-License-Identifier: GPL-2.0-only
/*
 * Rows of estimates, each with what it is made of.
 */
#include "core/base/figures.h"
#include "core/findings/causes.h"

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
	nd_row_printf(&row, "%s VMREADs and VMWRITEs for each nested entry, %s each",
		      nd_ratio_text(gain->exits, gain->asked, each, sizeof(each)),
		      nd_time_text(gain->each_ns, price, sizeof(price)));
	if (gain->stay_ns)
		nd_row_printf(&row, " and %s for exit and entry, counted here",
			      nd_time_text(gain->stay_ns, stay, sizeof(stay)));
	else
		nd_row_printf(&row, ", counted here; what exit and entry take is not known, and comes on top");
	if (gain->left)
		nd_row_printf(&row, "; in the lab %llu %% of them still exited, for fields that the processor does not shadow",
			      gain->left / 10);
	nd_emit_row(emit, &row);
}

/* False if it cannot be had here, as far as registers tell. */
static bool gain_how(const struct nd_facts *facts, enum nd_change change, struct nd_row *row)
{
	nd_row_init(row, ND_ROW_DETAIL, NULL, "how", NULL);
	if (change == ND_CHANGE_SHADOWING)
		return nd_cause_advise(facts, "vmx-shadow-vmcs", row);
	nd_row_printf(row, "for a guest whose hypervisor uses Hyper-V's interface (QEMU: hv-evmcs)");
	return true;
}

static bool gain_row(const struct nd_facts *facts, enum nd_change change, const struct nd_emit *emit)
{
	char now[ND_FIGURE], then[ND_FIGURE], share[ND_FIGURE];
	struct nd_gain gain;
	struct nd_row row, how;

	if (!gain_how(facts, change, &how) || !nd_advise_gain(facts, change, &gain))
		return false;
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
	return true;
}

static bool changes_row(const struct nd_facts *facts, const struct nd_emit *emit)
{
	bool found = false;
	u32 change;

	for (change = 0; change < ND_NR_CHANGES; change++)
		found |= gain_row(facts, change, emit);
	return found;
}

static bool deeper_row(const struct nd_facts *facts, const struct nd_emit *emit)
{
	static const char *const words[] = { "runs", "crawls", "hangs" };
	char a[ND_FIGURE], b[ND_FIGURE], c[ND_FIGURE];
	struct nd_deeper d;
	struct nd_row row, how;

	if (!nd_advise_deeper(facts, &d))
		return false;
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

	nd_row_init(&how, ND_ROW_DETAIL, NULL, "from", NULL);
	nd_row_printf(&how, "an exit of a guest takes %s here", nd_time_text(d.guest.ns, a, sizeof(a)));
	if (d.from_lab)
		nd_row_printf(&how, "; one level deeper %s times as much, as measured in the lab on an emulated CPU, not here",
			      times_text(d.ratio, c));
	else
		nd_row_printf(&how, ", one of a nested guest %s with the exits that it causes: %s times as much, and as many times again",
			      nd_time_text(d.nested.ns, b, sizeof(b)), times_text(d.ratio, c));
	nd_row_printf(&how, "; a tick is 3 exits and more. In the lab, Linux booted at 58 %%, and did not at 193 %%");
	nd_emit_row(emit, &how);
	return true;
}

static void spared_row(const char *id, const char *label, const struct nd_spared *s,
		       const struct nd_emit *emit)
{
	char exits[ND_FIGURE], share[ND_FIGURE], busy[ND_FIGURE];
	struct nd_row row;

	nd_row_init(&row, ND_ROW_ADVICE, id, label, ESTIMATE);
	nd_row_printf(&row, "-%s of the guests' exits, -%s of the time spent on them",
		      nd_share_text(s->spared, s->exits, exits, sizeof(exits)),
		      nd_share_text(s->spared_ns, s->all_ns, share, sizeof(share)));
	if (s->busy_ns)
		nd_row_printf(&row, ": %s of their vCPUs' busy time",
			      nd_share_text(s->spared_ns, s->busy_ns, busy, sizeof(busy)));
	nd_row_dec(&row, "count", s->exits);
	nd_row_dec(&row, "spared", s->spared);
	nd_row_dec(&row, "saved_ns", s->spared_ns);
	nd_row_dec(&row, "exits_ns", s->all_ns);
	if (s->busy_ns)
		nd_row_dec(&row, "busy_ns", s->busy_ns);
	if (s->rate)
		nd_row_dec(&row, "timers_per_s", s->rate);
	nd_emit_row(emit, &row);
}

static bool apicv_row(const struct nd_facts *facts, const struct nd_emit *emit)
{
	struct nd_row from, how;
	struct nd_spared s;

	nd_row_init(&how, ND_ROW_DETAIL, NULL, "how", NULL);
	if (!nd_cause_advise(facts, "vmx-posted-intr", &how) || !nd_advise_apicv(facts, &s))
		return false;
	spared_row("apicv", "APICv", &s, emit);
	nd_row_init(&from, ND_ROW_DETAIL, NULL, "from", NULL);
	nd_row_printf(&from, "exits for the APIC's EOI, TPR and SELF IPI, by what was written in a moment after counting, for interrupt windows and thresholds of TPR, with what such exits take here; those for APIC_ACCESS, and for interrupts from other CPUs, come on top");
	nd_emit_row(emit, &from);
	nd_emit_row(emit, &how);
	return true;
}

static bool hz_row(const struct nd_facts *facts, const struct nd_emit *emit)
{
	struct nd_row from, how;
	struct nd_spared s;

	if (!nd_advise_hz(facts, &s))
		return false;
	spared_row("fewer-ticks", "100 ticks a second", &s, emit);
	nd_row_init(&from, ND_ROW_DETAIL, NULL, "from", NULL);
	nd_row_printf(&from, "%llu timers a second that a busy vCPU sets, by the MSRs that were written in a moment after counting: each is the write, the exit when it fires, and its EOI, with what these take here",
		      s.rate);
	nd_emit_row(emit, &from);
	nd_row_init(&how, ND_ROW_DETAIL, NULL, "how", NULL);
	nd_row_printf(&how, "if these are the ticks of the guests' kernels: CONFIG_HZ_100 there; nohz_full= ends most ticks of CPUs with one task");
	nd_emit_row(emit, &how);
	return true;
}

static bool timers_row(const struct nd_facts *facts, const struct nd_emit *emit)
{
	bool apicv = apicv_row(facts, emit);

	return hz_row(facts, emit) || apicv;
}

static bool poll_row(const struct nd_facts *facts, const struct nd_emit *emit)
{
	char a[ND_FIGURE], b[ND_FIGURE];
	struct nd_polled p;
	struct nd_row row;
	u64 halted;

	if (!nd_advise_poll(facts, &p))
		return false;
	halted = p.vain_ns + p.success_ns + p.slept_ns;
	nd_row_init(&row, ND_ROW_ADVICE, "no-halt-polling", "No halt polling", ESTIMATE);
	nd_row_printf(&row, "%s less CPU time, %s of the time for which vCPUs waited",
		      nd_time_text(p.saved_ns, a, sizeof(a)),
		      nd_share_text(p.saved_ns, halted, b, sizeof(b)));
	nd_row_dec(&row, "saved_ns", p.saved_ns);
	nd_row_dec(&row, "halted_ns", halted);
	nd_emit_row(emit, &row);
	nd_row_init(&row, ND_ROW_DETAIL, NULL, "from", NULL);
	nd_row_printf(&row, "KVM's statistics of all VMs that exist, since they began: %s polled until there was work and %s in vain, ",
		      nd_time_text(p.success_ns, a, sizeof(a)), nd_time_text(p.vain_ns, b, sizeof(b)));
	nd_row_printf(&row, "less %s for %llu waits that would be a sleep and a wake-up each, at what these take in the lab; guests then wake up later",
		      nd_time_text(p.sleeps_ns, a, sizeof(a)), p.successes);
	nd_emit_row(emit, &row);
	nd_row_init(&row, ND_ROW_DETAIL, NULL, "how", NULL);
	nd_row_printf(&row, "halt_poll_ns=0 of kvm, at the latest for VMs that start after it");
	nd_emit_row(emit, &row);
	return true;
}

/* Estimates, and what is said if there is none. */
static const struct {
	bool (*row)(const struct nd_facts *facts, const struct nd_emit *emit);
	const char *none;
} estimates[] = {
	{ changes_row, "VMCS shadowing, eVMCS: no estimate. No guest hypervisor here was seen to exit for VMREAD and VMWRITE, or what that took was not measured." },
	{ timers_row, "APICv, fewer timer ticks: no estimate. Guests have nothing to gain from them, or it was not counted: which MSRs exits are for is looked at with --interval only, and idle vCPUs tell no rate of ticks." },
	{ poll_row, "No halt polling: no estimate. KVM polled for no vCPU, sleeping would take as long, or its statistics could not be read." },
	{ deeper_row, "One level deeper: no estimate. What an exit takes here was not measured, or nothing is known of what it takes one level deeper." },
};

u32 nd_advise_rows(const struct nd_facts *facts, const struct nd_emit *emit)
{
	bool is[ARRAY_SIZE(estimates)];
	u32 found = 0, i;

	for (i = 0; i < ARRAY_SIZE(estimates); i++) {
		is[i] = estimates[i].row(facts, emit);
		found += is[i];
	}
	for (i = 0; i < ARRAY_SIZE(estimates); i++)
		if (!is[i])
			nd_emit_note(emit, estimates[i].none);
	nd_emit_note(emit, "AVIC, preemption timer: no estimate. What they remove was not measured.");
	return found;
}
