// SPDX-License-Identifier: GPL-2.0-only
/*
 * One nested exit, followed through the machines that run on each other.
 *
 * A host hands an exit of a nested guest to the guest hypervisor, which counts it as an exit of its
 * guest, or of its own nested guest if that is deeper. So what one machine handed on, the next one
 * counted, if both counted at the same time and the one has no other guest that nests.
 */
#include <stdlib.h>

#include "core/base/figures.h"
#include "core/exits/nestedrows.h"
#include "core/facts/hypervisor.h"

#include "tools/advise/price.h"
#include "tools/cmd/nestedjoin.h"
#include "tools/in/snapshot.h"

#define APART	100	/* a hundredth: figures are read one after the other */
#define MAX_CHAIN	8

static bool counts(const struct nd_facts *facts)
{
	return facts->trace && facts->trace->source != ND_SOURCE_UNAVAILABLE;
}

/* Why the two cannot be one above the other; NULL if nothing speaks against it. */
static const char *why_not(const struct nd_facts *low, const struct nd_facts *up)
{
	const struct nd_cpu *cpu = nd_facts_first(up);

	if (!counts(low) || !counts(up))
		return "one of them has no counted exits";
	if (low->trace->isa != up->trace->isa)
		return "one has VMX and the other SVM";
	if (cpu && !nd_hv_present(cpu))
		return "the upper one runs under no hypervisor; the lowest comes first";
	if (!nd_nested_sum(low->trace).exits)
		return "the lower one counted no nested exits";
	if (low->trace->source == ND_SOURCE_HIST)
		return "what the lower one handed on was not counted: histograms in tracefs do not tell";
	if (!nd_nested_sum(low->trace).reflected)
		return "the lower one handed on none of its nested exits, or did not count that";
	return NULL;
}

/**
 * struct joined - one reason, as two machines counted it
 * @exits:   nested exits of the lower one
 * @handed:  of these, those that it handed on
 * @counted: by the upper one
 * @apart:   how many more one of the two counted; in a sum that of each reason, since others do not
 *	     make up for it
 */
struct joined {
	u64 exits;
	u64 handed;
	u64 counted;
	u64 apart;
};

static struct joined join(const struct nd_trace *low, const struct nd_trace *up, u32 slot)
{
	struct joined j = {
		.exits = low->sum.cells[ND_LEVEL_NESTED][slot].count,
		.handed = low->sum.reflected[slot],
		.counted = nd_plus(up->sum.cells[ND_LEVEL_GUEST][slot].count,
				   up->sum.cells[ND_LEVEL_NESTED][slot].count),
	};

	j.apart = j.handed > j.counted ? j.handed - j.counted : j.counted - j.handed;
	return j;
}

static void joined_row(const struct nd_trace *low, u32 lower, u32 slot, const struct joined *j,
		       const struct nd_emit *emit)
{
	char label[ND_EXIT_NAME];
	struct nd_row row;

	nd_exit_name(low->isa, nd_acct_reason(&low->sum, slot), label, sizeof(label));
	nd_row_init(&row, ND_ROW_JOINED, NULL, label, NULL);
	nd_row_printf(&row, " %12llu %12llu %12llu %12llu", j->exits, j->handed, j->counted, j->apart);
	nd_row_dec(&row, "lower", lower);
	nd_row_str(&row, "isa", nd_isa_word(low->isa));
	nd_row_dec(&row, "reason", nd_acct_reason(&low->sum, slot));
	nd_row_dec(&row, "count", j->exits);
	nd_row_dec(&row, "reflected", j->handed);
	nd_row_dec(&row, "counted_above", j->counted);
	nd_emit_row(emit, &row);
}

/* Rare reasons have slots of their own in each machine, and are left out. */
static struct joined joined_rows(const struct nd_trace *low, const struct nd_trace *up, u32 lower,
				 const struct nd_emit *emit)
{
	struct joined sum = { 0 };
	char title[104];
	u32 slot;

	scnprintf(title, sizeof(title), "Nested exits of L%-8u%13s%13s%12s%u%13s", lower, "count",
		  "handed on", "on L", lower + 1, "apart");
	nd_emit_section(emit, title);
	for (slot = 0; slot < ND_SLOT_OTHER; slot++) {
		struct joined j = join(low, up, slot);

		if (!j.exits && !j.handed && !j.counted)
			continue;
		joined_row(low, lower, slot, &j, emit);
		sum.exits = nd_plus(sum.exits, j.exits);
		sum.handed = nd_plus(sum.handed, j.handed);
		sum.counted = nd_plus(sum.counted, j.counted);
		sum.apart = nd_plus(sum.apart, j.apart);
	}
	return sum;
}

/* Do they speak of the same exits? */
static bool verdict(const struct joined *sum, u32 lower, const struct nd_emit *emit)
{
	u64 most = sum->handed > sum->counted ? sum->handed : sum->counted;
	bool same = sum->apart <= most / APART;
	char text[ND_ROW_WORDS];

	if (same)
		scnprintf(text, sizeof(text), "L%u handed on %llu exits and L%u counted %llu: the same exits, within 1 %%.",
			  lower, sum->handed, lower + 1, sum->counted);
	else
		scnprintf(text, sizeof(text), "L%u handed on %llu exits and L%u counted %llu, %llu apart by their reasons: not the same exits. The two were not counted over the same time, L%u has other guests that nest, or L%u does not run on it.",
			  lower, sum->handed, lower + 1, sum->counted, sum->apart, lower,
			  lower + 1);
	nd_emit_note(emit, text);
	return same;
}

/*
 * For one nested exit that is handed on: what the lower machine does, and what the upper one takes.
 */
static void chain_rows(const struct nd_trace *low, const struct nd_trace *up, u32 lower,
		       const struct nd_emit *emit)
{
	struct nd_price first = nd_price_of(low, ND_LEVEL_NESTED, ND_LEVEL_NESTED);
	struct nd_price each = nd_price_of(low, ND_LEVEL_GUEST, ND_LEVEL_GUEST);
	struct nd_price above = nd_price_of(up, ND_LEVEL_GUEST, ND_LEVEL_NESTED);
	struct nd_nested nested = nd_nested_sum(low);
	u64 milli = nested.caused ? nd_ratio(nested.caused, nested.measured, 1000) : 0;
	char a[ND_FIGURE], b[ND_FIGURE], c[ND_FIGURE], label[32];
	u64 spent = nd_plus(first.ns, nd_times(milli, each.ns) / 1000);
	struct nd_row row;

	nd_emit_section(emit, "One nested exit that is handed on");
	scnprintf(label, sizeof(label), "L%u", lower);
	nd_row_init(&row, ND_ROW_CHAIN, NULL, label, NULL);
	nd_row_printf(&row, "%s for the exit itself", first.ns ? nd_time_text(first.ns, a, sizeof(a)) :
		      "an unknown time");
	nd_row_dec(&row, "lower", lower);
	if (first.ns)
		nd_row_dec(&row, "exit_ns", first.ns);
	if (milli && !(first.ns && each.ns)) {
		nd_row_printf(&row, ", then %s exits of L%u",
			      nd_ratio_text(nested.caused, nested.measured, a, sizeof(a)),
			      lower + 1);
		nd_row_ratio(&row, "per_reflected_exit", nested.caused, nested.measured);
	} else if (milli) {
		nd_row_printf(&row, ", then %s exits of L%u with %s each: %s in all",
			      nd_ratio_text(nested.caused, nested.measured, a, sizeof(a)),
			      lower + 1, nd_time_text(each.ns, b, sizeof(b)),
			      nd_time_text(spent, c, sizeof(c)));
		nd_row_ratio(&row, "per_reflected_exit", nested.caused, nested.measured);
		nd_row_dec(&row, "total_ns", spent);
	}
	nd_emit_row(emit, &row);

	scnprintf(label, sizeof(label), "L%u", lower + 1);
	nd_row_init(&row, ND_ROW_CHAIN, NULL, label, NULL);
	nd_row_printf(&row, "%s from its exit to its entry by its own clock: its exits to L%u in between are in it, that exit itself and the entry are not",
		      above.ns ? nd_time_text(above.ns, a, sizeof(a)) : "an unknown time", lower);
	nd_row_dec(&row, "lower", lower + 1);
	if (above.ns)
		nd_row_dec(&row, "exit_ns", above.ns);
	nd_emit_row(emit, &row);
}

bool nd_nested_pair(const struct nd_facts *low, const struct nd_facts *up, u32 lower,
		    const struct nd_emit *emit)
{
	const char *why = why_not(low, up);
	struct joined sum;
	char text[200];

	if (why) {
		scnprintf(text, sizeof(text), "L%u and L%u cannot be joined: %s.", lower, lower + 1, why);
		nd_emit_note(emit, text);
		return false;
	}
	sum = joined_rows(low->trace, up->trace, lower, emit);
	if (!verdict(&sum, lower, emit))
		return false;
	chain_rows(low->trace, up->trace, lower, emit);
	return true;
}

/* It reads snapshots, and all that they have counted. */
static const char *misused(const struct nd_args *args)
{
	const struct {
		bool is;
		const char *name;
	} given[] = {
		{ args->from, "from" },
		{ args->interval, "interval" },
		{ args->source, "source" },
		{ args->pin, "pin" },
		{ args->pid != ND_ARG_NONE, "pid" },
		{ args->vcpu != ND_ARG_NONE, "vcpu" },
		{ args->vm, "vm" },
		{ args->reason, "reason" },
		{ args->min, "min" },
		{ args->sort, "sort" },
		{ args->timestamps, "timestamps" },
	};
	u32 i;

	for (i = 0; i < ARRAY_SIZE(given); i++)
		if (given[i].is)
			return given[i].name;
	return NULL;
}

/* Each pair is joined by what is known of the two. */
static enum nd_exit join_all(const struct nd_call *call, const struct nd_machine *machines)
{
	const struct nd_args *args = call->args;
	const struct nd_cpu *cpu = nd_facts_first(&machines[0].facts);
	enum nd_exit ret = ND_EXIT_OK;
	char text[80];
	u32 i;

	if (!cpu || nd_hv_present(cpu))
		nd_emit_note(&call->out->emit, "L0 stands for the lowest of these machines; there may be levels below it.");
	for (i = 0; i + 1 < args->nr_words; i++) {
		if (!strcmp(args->words[i], args->words[i + 1])) {
			scnprintf(text, sizeof(text), "L%u and L%u cannot be joined: they are the same file.",
				  i, i + 1);
			nd_emit_note(&call->out->emit, text);
			ret = ND_EXIT_UNKNOWN;
		} else if (!nd_nested_pair(&machines[i].facts, &machines[i + 1].facts, i,
					   &call->out->emit)) {
			ret = ND_EXIT_UNKNOWN;
		}
	}
	return ret;
}

enum nd_exit nd_nested_join(struct nd_call *call)
{
	const char *other = misused(call->args);
	const struct nd_args *args = call->args;
	struct nd_machine machines[MAX_CHAIN] = { 0 };
	enum nd_exit ret = ND_EXIT_OK;
	u32 i;

	if (args->nr_words < 2 || args->nr_words > MAX_CHAIN) {
		nd_error("--join needs 2 to %u snapshots, that of the lowest machine first", MAX_CHAIN);
		call->failed = true;
		return ND_EXIT_USAGE;
	}
	if (other) {
		nd_error("--join takes snapshots as they are, and no --%s", other);
		call->failed = true;
		return ND_EXIT_USAGE;
	}
	call->out->list(call->out, ND_ROW_JOINED);
	call->out->list(call->out, ND_ROW_CHAIN);
	for (i = 0; !ret && i < args->nr_words; i++)
		ret = nd_machine_load(&machines[i], args->words[i]);
	if (ret) {
		nd_error("%s", machines[i - 1].error);
		call->failed = true;
	}
	if (!call->failed)
		ret = join_all(call, machines);
	for (i = 0; i < args->nr_words; i++)
		nd_machine_free(&machines[i]);
	return ret;
}
