// SPDX-License-Identifier: GPL-2.0-only
/*
 * Counting by histograms of trace events: reasons, and levels by KVM's event for exits of nested
 * guests.
 */
#include <stdlib.h>

#include "tools/count/allowed.h"
#include "tools/count/counter.h"
#include "tools/count/instance.h"

#define HIST		"hist:keys=exit_reason:size=1024"

/* In this order histograms begin: nobody has more nested exits than exits. */
static const struct nd_instance_hist hists[] = {
	{ "kvm_exit", HIST },
	{ "kvm_nested_vmexit", HIST },
};

static const struct {
	enum nd_tracepoint point;
	enum nd_acct_level level;
} events[ARRAY_SIZE(hists)] = {
	{ ND_TP_EXIT, ND_LEVEL_GUEST },
	{ ND_TP_NESTED_VMEXIT, ND_LEVEL_NESTED },
};

static bool hist_usable(char *why)
{
	return nd_allowed_tracefs(why) && nd_allowed_kvm(why);
}

static bool hist_start(char *why)
{
	return nd_instance_start(hists, ARRAY_SIZE(hists), why);
}

/* "{ exit_reason:        114 } hitcount:       2000" */
static bool take_line(const char *text, size_t len, u32 *reason, u64 *count)
{
	char line[160], *at;

	snprintf(line, sizeof(line), "%.*s", (int)len, text);
	at = strstr(line, "exit_reason:");
	if (!at)
		return false;
	*reason = strtoull(at + strlen("exit_reason:"), NULL, 0);
	at = strstr(at, "hitcount:");
	if (!at)
		return false;
	*count = strtoull(at + strlen("hitcount:"), NULL, 10);
	return true;
}

static bool read_event(struct nd_trace *trace, size_t i, char *why)
{
	struct nd_acct_cell *cells = trace->sum.cells[events[i].level];
	struct nd_lines lines;
	const char *text;
	u64 count;
	size_t len;
	u32 reason;

	if (!nd_instance_read(i, &lines, why))
		return false;
	while (nd_lines_next(&lines, &text, &len) > 0) {
		if (take_line(text, len, &reason, &count))
			cells[nd_acct_slot(&trace->sum, reason)].count += count;
		else if (nd_instance_dropped(text, len, &count))
			trace->sum.unread += count;
	}
	nd_lines_close(&lines);
	return true;
}

/* kvm_exit has the exits of both levels. The other event was read first, and may be behind. */
static void take_apart(struct nd_trace *trace)
{
	u32 slot;

	for (slot = 0; slot < ND_NR_SLOTS; slot++) {
		u64 *all = &trace->sum.cells[ND_LEVEL_GUEST][slot].count;
		u64 nested = trace->sum.cells[ND_LEVEL_NESTED][slot].count;

		trace->sum.nested_exits += nested;
		*all -= nested < *all ? nested : *all;
	}
}

static bool hist_read(struct nd_trace *trace, char *why)
{
	size_t i;

	trace->isa = nd_allowed_isa();
	trace->source = ND_SOURCE_HIST;
	trace->tsc_khz = 1000000;
	trace->unrecorded = ND_TRACE_NO_MISSED | BIT(ND_LEVEL_GUEST) | BIT(ND_LEVEL_NESTED);
	for (i = ARRAY_SIZE(events); i-- > 0;) {
		trace->points[trace->nr_points++] = (struct nd_point){
			.name = nd_point_name(events[i].point),
			.state = ND_POINT_ATTACHED,
		};
		if (!read_event(trace, i, why))
			return false;
	}
	take_apart(trace);
	return true;
}

const struct nd_counter nd_counter_hist = {
	.word = "tracefs",
	.usable = hist_usable,
	.start = hist_start,
	.read = hist_read,
	.stop = nd_instance_stop,
};
