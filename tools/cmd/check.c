// SPDX-License-Identifier: GPL-2.0-only
#include "core/exits/exitrows.h"
#include "core/findings/findings.h"
#include "core/findings/status.h"

#include "tools/cmd/figures.h"
#include "tools/cmd/hotfacts.h"

/**
 * struct asking - all rules being asked
 * @call:     the call
 * @outcome:  for the exit status
 * @passed:   rules that pass
 * @problems: errors and warnings
 * @notes:    advice
 * @unknown:  rules that could not decide
 * @left_out: rules that lack one kind of facts, by ND_WANTS_... bit
 */
struct asking {
	struct nd_call *call;
	struct nd_outcome outcome;
	unsigned int passed;
	unsigned int problems;
	unsigned int notes;
	unsigned int unknown;
	unsigned int left_out[8];
};

static void emit_check(const struct nd_emit *emit, const struct nd_check *c,
		       enum nd_verdict verdict)
{
	const struct nd_finding *rule = c->finding;
	const char *evidence = c->row->words;
	bool fires = verdict == ND_FIRES;
	bool unknown = verdict == ND_CANNOT_TELL;
	struct nd_row row;
	u32 i;

	nd_row_init(&row, ND_ROW_CHECK, rule->id, rule->asks,
		    nd_verdict_word(verdict, c->severity));
	if (fires)
		nd_row_printf(&row, "%s (%s)", rule->title, rule->id);
	else if (unknown)
		nd_row_printf(&row, "%s", evidence);
	nd_finding_cols(&row, rule, c->cpu, verdict, c->severity, evidence,
			fires ? c->cause : NULL, fires || unknown ? c->remedy : NULL);
	for (i = 0; fires && i < c->row->nr_cols; i++)
		row.cols[row.nr_cols++] = c->row->cols[i];
	nd_emit_row(emit, &row);
	if (fires) {
		nd_emit_detail(emit, "evidence", evidence);
		nd_emit_detail(emit, "cause", c->cause);
		nd_emit_detail(emit, "remedy", c->remedy);
		nd_emit_detail(emit, "see", nd_finding_reference(rule, c->cpu));
	} else if (unknown) {
		nd_emit_detail(emit, "find out", c->remedy);
	}
}

#define NO_KVM	5	/* beside the bits' numbers: what would be asked of KVM if it were loaded */

/* The kind of facts for want of which nobody could ask, as its bit's number; -1 for none. */
static int missing_kind(const struct nd_facts *facts, const struct nd_finding *rule)
{
	if ((rule->wants & ND_WANTS_HOST) && !facts->nr_host)
		return 2;
	if ((rule->wants & ND_WANTS_EXITS) && !facts->trace)
		return 3;
	if ((rule->wants & ND_WANTS_PARAMS) && !facts->nr_params)
		return 1;
	return -1;
}

static void count(struct asking *a, enum nd_verdict verdict, enum nd_severity severity)
{
	nd_outcome_add(&a->outcome, verdict, severity);
	a->passed += verdict == ND_PASSES;
	a->unknown += verdict == ND_CANNOT_TELL;
	a->problems += verdict == ND_FIRES && severity != ND_NOTE;
	a->notes += verdict == ND_FIRES && severity == ND_NOTE;
}

static void ask(struct asking *a, const struct nd_finding *rule)
{
	const struct nd_args *args = a->call->args;
	const struct nd_facts *facts = &a->call->machine->facts;
	enum nd_verdict verdict;
	struct nd_check c;
	struct nd_row row;
	int kind;

	verdict = nd_finding_check(&c, rule, facts, nd_facts_first(facts), &row);
	count(a, verdict, c.severity);
	if (args->check) {
		emit_check(&a->call->out->emit, &c, verdict);
		return;
	}
	if (args->quiet && verdict != ND_FIRES)
		return;
	if (args->quiet && c.severity == ND_NOTE)
		return;
	/* Where nothing can run, nobody asks how it does. */
	kind = verdict == ND_CANNOT_TELL || (verdict == ND_NOT_ASKED && nd_facts_x86(facts) &&
					     nd_check_usable(&c)) ? missing_kind(facts, rule) : -1;
	if (kind == 1 && verdict == ND_NOT_ASKED)	/* parameters of a KVM that is not there */
		kind = NO_KVM;
	if (kind >= 0 && !args->all && !args->json)
		a->left_out[kind]++;
	else if (verdict != ND_NOT_ASKED || args->all)
		emit_check(&a->call->out->emit, &c, verdict);
}

/* Twelve lines that say the same are one line. */
static void emit_left_out(const struct asking *a)
{
	static const struct {
		const char *what;
		const char *state;
		const char *why;
		const char *how;
	} kinds[8] = {
		[1] = { "KVM's parameters", "UNKNOWN", "they were not recorded",
			"modprobe kvm_intel, or kvm_amd; for a snapshot: take a new one" },
		[NO_KVM] = { "KVM's parameters", "N/A", "KVM is not loaded",
			     "modprobe kvm_intel, or kvm_amd" },
		[2] = { "the host around KVM", "N/A", "no fact about it was recorded",
			ND_SETTLE_SNAPSHOT },
		[3] = { "exits of guests", "N/A", "they were not counted",
			"nestdiag check --interval 10 while KVM runs guests, or " ND_SETTLE_MODULE },
	};
	const struct nd_emit *emit = &a->call->out->emit;
	struct nd_row row;
	char label[64];
	u32 i;

	for (i = 0; i < ARRAY_SIZE(kinds); i++) {
		if (!a->left_out[i])
			continue;
		scnprintf(label, sizeof(label), "%u checks of %s", a->left_out[i], kinds[i].what);
		nd_row_init(&row, ND_ROW_CHECK, NULL, label, kinds[i].state);
		nd_row_printf(&row, "%s", kinds[i].why);
		nd_emit_row(emit, &row);
		nd_emit_detail(emit, "find out", kinds[i].how);
	}
}

/* "2 problems, 3 unknown, 51 passed": so that silence is an answer, too. */
static void emit_sum(const struct asking *a)
{
	char text[96];
	int at;

	at = scnprintf(text, sizeof(text), "%u problem%s, %u unknown, %u passed", a->problems,
		       a->problems == 1 ? "" : "s", a->unknown, a->passed);
	if (a->notes)
		scnprintf(text + at, sizeof(text) - at, ", %u note%s", a->notes,
			  a->notes == 1 ? "" : "s");
	nd_emit_note(&a->call->out->emit, text);
}

static enum nd_exit list_rules(struct nd_call *call)
{
	const struct nd_finding *rule;
	struct nd_row row;
	unsigned int i;

	for (i = 0; (rule = nd_finding_at(i)); i++) {
		nd_row_init(&row, ND_ROW_RULE, rule->id, rule->id,
			    nd_severity_word(rule->severity));
		nd_row_printf(&row, "%s", rule->asks);
		nd_row_str(&row, "title", rule->title);
		nd_row_str(&row, "asks", rule->asks);
		nd_row_str(&row, "see", rule->reference);
		nd_emit_row(&call->out->emit, &row);
	}
	return ND_EXIT_OK;
}

static enum nd_exit run(struct nd_call *call)
{
	const struct nd_args *args = call->args;
	struct asking a = { .call = call };
	const struct nd_finding *rule;
	unsigned int i;
	enum nd_exit ret;

	if (args->list)
		return list_rules(call);
	ret = nd_figures(call, false);
	if (call->failed)
		return ret;
	nd_hotfacts_look(call);
	call->out->list(call->out, ND_ROW_CHECK);
	if (args->check) {
		ask(&a, nd_finding_find(args->check));
	} else {
		for (i = 0; (rule = nd_finding_at(i)); i++)
			ask(&a, rule);
		emit_left_out(&a);
		nd_exit_source_rows(&call->machine->facts, &call->out->emit);
		if (!args->json)
			emit_sum(&a);
	}
	return nd_outcome_exit(&a.outcome);
}

const struct nd_cmd nd_cmd_check = {
	.name = "check",
	.summary = "check everything that may be wrong, with cause and remedy",
	.details = "Checks every rule. PASS: in order. FAIL: does not work. WARN: works, but not as\n"
		   "well as it could, or not reliably. NOTE: advice. UNKNOWN: facts that decide are\n"
		   "missing. A rule that fires shows the evidence, the cause, the remedy (for the\n"
		   "hypervisor below, if any) and a reference; UNKNOWN shows how to find out. Rules\n"
		   "that do not apply are omitted. -q shows FAIL and WARN only; a last line counts.\n"
		   "With --interval, exits are counted for that time, without the module, too; then\n"
		   "it takes a moment more to see what inhibits APICv or AVIC, and which MSR is\n"
		   "accessed most.\n\n"
		   "Exit status: 0 nothing wrong, 1 a warning, 2 a failure, 3 nothing wrong, but an\n"
		   "important rule is UNKNOWN, 64 there is no such check.",
	.example = "nestdiag check --check nested-off; nestdiag check -q --from customer.snapshot",
	.options = "klaiSP",
	.run = run,
};
