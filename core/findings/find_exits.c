// SPDX-License-Identifier: GPL-2.0-only
/*
 * Findings on the figures of exit accounting: judge.c judges, this is how its rules are asked
 * one by one.
 */
#include "core/findings/findings.h"
#include "core/findings/judge.h"

/**
 * struct exits_taken - one finding among those that judge.c emits
 * @id:    the one wanted
 * @row:   takes its words
 * @fired: it was among them
 */
struct exits_taken {
	const char *id;
	struct nd_row *row;
	bool fired;
};

static void exits_take(void *ctx, const struct nd_row *row)
{
	struct exits_taken *taken = ctx;

	if (strcmp(row->id, taken->id))
		return;
	taken->fired = true;
	nd_row_words(taken->row, "%s", row->words);
}

static enum nd_verdict exits_judged(struct nd_check *c)
{
	struct exits_taken taken = { .id = c->finding->id, .row = c->row };
	const struct nd_emit emit = { exits_take, &taken };

	nd_judge_rows(c->facts, NULL, &emit);
	return taken.fired ? ND_FIRES : ND_PASSES;
}

#define EXITS_SDM	"Intel SDM, VMX Basic Exit Reasons; AMD APM volume 2, SVM Intercept Exit Codes"
#define EXITS_NESTED	"Linux, Running nested guests with KVM"

/* Severities and titles are judge.c's; what it has to say of cause and remedy is in its words. */
const struct nd_finding nd_exits_findings[] = {
	{ "guest-starved", ND_ERROR, ND_WANTS_EXITS | ND_WANTS_X86, "guest starved",
	  "Guests make progress between exits", NULL, NULL, EXITS_SDM, exits_judged },
	{ "guest-exit-bound", ND_WARNING, ND_WANTS_EXITS | ND_WANTS_X86, "guest does little but cause exits",
	  "Guests do more than cause exits", NULL, NULL, EXITS_SDM, exits_judged },
	{ "vcpu-unwoken", ND_WARNING, ND_WANTS_EXITS | ND_WANTS_X86,
	  "vCPU may have missed a wake-up", "No vCPU missed a wake-up", NULL,
	  NULL, EXITS_SDM, exits_judged },
	{ "vcpu-stuck", ND_WARNING, ND_WANTS_EXITS | ND_WANTS_X86, "vCPU entered the guest and has not exited",
	  "Every vCPU that entered the guest has exited", NULL, NULL, EXITS_SDM, exits_judged },
	{ "entry-failed", ND_ERROR, ND_WANTS_EXITS | ND_WANTS_X86, "VM entries failed",
	  "No VM entry failed", NULL, NULL, "Intel SDM, VM-Entry Failures", exits_judged },
	{ "entry-without-exit", ND_WARNING, ND_WANTS_EXITS | ND_WANTS_X86, "entries without an exit",
	  "Every entry was followed by an exit", NULL, NULL, "Intel SDM, VM-Entry Failures", exits_judged },
	{ "nested-refused", ND_WARNING, ND_WANTS_EXITS | ND_WANTS_X86, "nested entries refused",
	  "No nested entry was refused", NULL, NULL, EXITS_NESTED, exits_judged },
	{ "exit-storm", ND_WARNING, ND_WANTS_EXITS | ND_WANTS_X86, "exit storm",
	  "No exit storm", NULL, NULL, EXITS_SDM, exits_judged },
	{ "nested-costly", ND_WARNING, ND_WANTS_EXITS | ND_WANTS_X86, "nested exits are costly",
	  "Nested exits cause few host exits", NULL, NULL, EXITS_NESTED,
	  exits_judged },
	{ NULL, }
};
