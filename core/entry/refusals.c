// SPDX-License-Identifier: GPL-2.0-only
/*
 * Refused nested entries: messages and launches.
 */
#include "core/base/figures.h"
#include "core/entry/failure.h"
#include "core/entry/nestedchecks.h"
#include "core/entry/refusals.h"

struct nd_refused nd_refused_sum(const struct nd_facts *facts)
{
	const struct nd_trace *trace = facts->trace;
	struct nd_refused sum = { .lost = trace->refusals_lost };
	u32 i;

	for (i = 0; i < trace->nr_refusals; i++) {
		const struct nd_refusal *refusal = &trace->refusals[i];

		if (nd_nested_by_cpu(refusal->text))
			sum.cpu += refusal->count;
		else
			sum.messages += refusal->count;
		if (refusal->count && (!sum.top || refusal->count > sum.top->count))
			sum.top = refusal;
	}
	sum.messages += sum.lost;
	sum.launches = sum.messages;
	/* The count of failures takes the messages of one launch for one. */
	if (facts->failures && facts->failures->counts[ND_FAIL_REFUSED] >= sum.cpu) {
		sum.launches = facts->failures->counts[ND_FAIL_REFUSED] - sum.cpu;
		sum.counted = true;
	}
	return sum;
}

static void refusal_message_row(const struct nd_refusal *refusal, bool by_cpu, struct nd_row *row,
				const struct nd_emit *emit)
{
	char count[ND_FIGURE], words[ND_NESTED_WORDS];

	scnprintf(count, sizeof(count), "%llu", refusal->count);
	nd_row_init(row, ND_ROW_REFUSAL, NULL, count, NULL);
	nd_row_printf(row, "%s", nd_nested_words(refusal->text, refusal->error, words,
						  sizeof(words)));
	nd_row_str(row, "message", refusal->text);
	nd_row_dec(row, "error", refusal->error);
	nd_row_dec(row, "count", refusal->count);
	nd_row_str(row, "refused_by", by_cpu ? "processor" : "kvm");
	nd_emit_row(emit, row);
}

static void refusal_message_rows(const struct nd_trace *trace, bool by_cpu, struct nd_row *row,
				 const struct nd_emit *emit)
{
	u32 i;

	for (i = 0; i < trace->nr_refusals; i++)
		if (trace->refusals[i].count && nd_nested_by_cpu(trace->refusals[i].text) == by_cpu)
			refusal_message_row(&trace->refusals[i], by_cpu, row, emit);
}

static void refusal_sum_row(const struct nd_refused *sum, struct nd_row *row,
			    const struct nd_emit *emit)
{
	nd_row_init(row, ND_ROW_FACT, "refused_launches", "Launches", NULL);
	if (sum->counted)
		nd_row_printf(row, "%llu, with %llu messages", sum->launches, sum->messages);
	else
		nd_row_printf(row, "unknown: only their %llu messages were counted",
			      sum->messages);
	if (sum->counted && sum->messages > sum->launches)
		nd_row_printf(row, ": a check inside another has one of its own");
	if (sum->counted)
		nd_row_dec(row, "launch_count", sum->launches);
	nd_row_dec(row, "message_count", sum->messages);
	nd_emit_row(emit, row);
}

void nd_refusal_rows(const struct nd_facts *facts, const struct nd_emit *emit)
{
	struct nd_refused sum;
	struct nd_row row;

	if (!facts->trace)
		return;
	sum = nd_refused_sum(facts);
	if (sum.messages) {
		nd_emit_section(emit, "Nested entries that KVM refused");
		refusal_sum_row(&sum, &row, emit);
		refusal_message_rows(facts->trace, false, &row, emit);
	}
	if (sum.lost) {
		nd_row_init(&row, ND_ROW_FACT, "refusals_lost", "Not listed", NULL);
		nd_row_printf(&row, "%llu other messages", sum.lost);
		nd_row_dec(&row, "count", sum.lost);
		nd_emit_row(emit, &row);
	}
	if (sum.cpu) {
		nd_emit_section(emit, "Nested entries that the processor refused");
		refusal_message_rows(facts->trace, true, &row, emit);
	}
}
