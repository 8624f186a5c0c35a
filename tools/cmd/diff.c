// SPDX-License-Identifier: GPL-2.0-only
#include "core/caps/generation.h"
#include "core/caps/level.h"
#include "core/facts/hypervisor.h"

#include "tools/cmd/diff_facts.h"
#include "tools/cmd/diff_features.h"
#include "tools/cmd/lists.h"
#include "tools/in/snapshot.h"
#include "tools/live/live.h"

static bool same_vendor(const struct nd_cpu *a, const struct nd_cpu *b)
{
	char x[13], y[13];

	nd_cpu_vendor(a, x);
	nd_cpu_vendor(b, y);
	return *x && !strcmp(x, y);
}

static const char *vendors_note(const struct nd_cpu *a, const struct nd_cpu *b)
{
	char x[13], y[13];

	nd_cpu_vendor(a, x);
	nd_cpu_vendor(b, y);
	return *x && *y ?
	       "The two have processors of different vendors, so expect many differences." :
	       "The two may have processors of different vendors, so expect many differences.";
}

/* Nothing in the facts ties a guest to its host; that the two can be those is all there is. */
static bool may_be_below(const struct nd_cpu *low, const struct nd_cpu *high)
{
	return same_vendor(low, high) && nd_cpu_leaf(low, 1, 0) && !nd_hv_present(low) &&
	       nd_hv_present(high);
}

static void name_row(struct nd_diff *diff, const char *id, const char *label,
		     const struct nd_machine *machine, const struct nd_scene *scene)
{
	struct nd_row row;

	nd_row_init(&row, ND_ROW_FACT, id, label, NULL);
	nd_row_printf(&row, "%.120s: ", machine->name);
	nd_level_describe(scene->cpu, &row);
	nd_row_str(&row, "name", machine->name);
	nd_row_str(&row, "hypervisor", nd_level_word(scene->cpu));
	nd_row_str(&row, "module_version", machine->facts.module_version);
	nd_row_str(&row, "hostname", machine->facts.taken.hostname);
	nd_row_str(&row, "time", machine->facts.taken.time);
	nd_emit_row(&diff->out->emit, &row);
}

/* Which one is the level above; then the question is what was lost in between. */
static void relate(struct nd_diff *diff)
{
	if (may_be_below(diff->a.cpu, diff->b.cpu)) {
		diff->up = true;
		diff->b.below_facts = diff->a.facts;
		diff->b.below_cpu = diff->a.cpu;
		nd_list_sentence(&diff->out->emit,
				 "Assuming that the first, which is bare metal, is the level below the second.");
	} else if (may_be_below(diff->b.cpu, diff->a.cpu)) {
		diff->a.below_facts = diff->b.facts;
		diff->a.below_cpu = diff->b.cpu;
		nd_list_sentence(&diff->out->emit,
				 "Assuming that the second, which is bare metal, is the level below the first.");
	} else if (!same_vendor(diff->a.cpu, diff->b.cpu)) {
		nd_list_sentence(&diff->out->emit, vendors_note(diff->a.cpu, diff->b.cpu));
	}
}

static enum nd_exit compare(struct nd_diff *diff)
{
	relate(diff);
	nd_diff_features(diff);
	nd_diff_params(diff);
	nd_diff_machines(diff);
	nd_diff_cpuid(diff);
	nd_diff_registers(diff);
	nd_diff_offers(diff);
	if (diff->found)
		return ND_EXIT_FINDINGS;
	nd_emit_note(&diff->out->emit, "No differences in what nestdiag compares.");
	return ND_EXIT_OK;
}

static enum nd_exit load(struct nd_machine *machine, const char *file, struct nd_scene *scene)
{
	enum nd_exit ret = file ? nd_machine_load(machine, file) : nd_live_ask(machine);

	scene->facts = &machine->facts;
	scene->cpu = nd_facts_first(&machine->facts);
	if (!ret && !scene->cpu) {
		snprintf(machine->error, sizeof(machine->error),
			 nd_facts_x86(scene->facts) ? "%.200s: no CPU was recorded" :
			 "%.200s: this machine is %s, and diff compares what only x86 has",
			 machine->name, scene->facts->machine);
		ret = ND_EXIT_UNKNOWN;
	}
	if (ret)
		nd_error("%s", machine->error);
	return ret;
}

static enum nd_exit run(struct nd_call *call)
{
	const struct nd_args *args = call->args;
	struct nd_diff diff = { .args = args, .out = call->out };
	struct nd_machine a = { 0 }, b = { 0 };
	enum nd_exit ret;

	call->out->list(call->out, ND_ROW_LOST);
	call->out->list(call->out, ND_ROW_GAINED);
	call->out->list(call->out, ND_ROW_CHANGE);
	ret = load(&a, args->words[0], &diff.a);
	if (!ret)
		ret = load(&b, args->nr_words > 1 ? args->words[1] : args->from, &diff.b);
	call->failed = ret;
	if (!ret) {
		name_row(&diff, "first", "First", &a, &diff.a);
		name_row(&diff, "second", "Second", &b, &diff.b);
		ret = compare(&diff);
	}
	nd_machine_free(&a);
	nd_machine_free(&b);
	return ret;
}

const struct nd_cmd nd_cmd_diff = {
	.name = "diff",
	.summary = "compare two machines: what one lacks, and what removed it",
	.details = "Compares two snapshots, or a snapshot with this machine: features that the\n"
		   "second lacks and features that only it has, by what removed them; then KVM's\n"
		   "parameters, the machine, CPUID and the registers. If the first is bare metal and\n"
		   "the second runs under a hypervisor, the first is assumed to be the level below,\n"
		   "and what the second lacks was lost in between. --all adds evidence and values.\n\n"
		   "Exit status: 0 nothing differs, 1 something differs, 3 one of the two has no\n"
		   "facts or cannot be read, 64 not a snapshot.",
	.example = "nestdiag diff host.snapshot guest.snapshot",
	.options = "a",
	.takes = "A [B]",
	.min = 1,
	.max = 2,
	.needs = ND_NEEDS_NOTHING,
	.run = run,
};
