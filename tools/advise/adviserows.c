// SPDX-License-Identifier: GPL-2.0-only
/*
 * Rows of estimates, each with what it is made of.
 */
#include "core/base/figures.h"
#include "core/findings/causes.h"

#include "tools/advise/advise.h"
#include "tools/advise/adviserows.h"

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

u32 nd_advise_rows(const struct nd_facts *facts, const struct nd_emit *emit)
{
	u32 found = 0, change;

	for (change = 0; change < ND_NR_CHANGES; change++)
		found += gain_row(facts, change, emit);
	if (!found)
		nd_emit_note(emit, "VMCS shadowing, eVMCS: no estimate. No guest hypervisor here was seen to exit for VMREAD and VMWRITE, or what that took was not measured.");
	if (deeper_row(facts, emit))
		found++;
	else
		nd_emit_note(emit, "One level deeper: no estimate. What an exit takes here was not measured, or nothing is known of what it takes one level deeper.");
	nd_emit_note(emit, "APICv or AVIC, preemption timer, halt polling, tick rate: no estimate. What they remove was not measured.");
	return found;
}
