// SPDX-License-Identifier: GPL-2.0-only
/*
 * A pasted line of a log, or the id of an entry of the catalogue.
 */
#include "core/findings/holes.h"

#include "tools/explain/message.h"
#include "tools/digest/advice.h"
#include "tools/digest/digest.h"
#include "tools/log/codes.h"

/* Names of codes that a log has, and that are asked for alone. */
static const struct {
	const char *prefix;
	const char *nesting;
} codes[] = {
	{ "VERR_", "By itself it does not say whether nesting is the reason. VirtualBox in a VM needs VMX or SVM from the hypervisor below, as any hypervisor does." },
	{ "KVM_EXIT_", "It is about the VM as a whole: what KVM could hand on to a guest hypervisor in it, it has handed on." },
	{ "HCS_E_", "By itself it does not say whether nesting is the reason. Windows in a VM needs VMX or SVM from the hypervisor below to run VMs." },
};

static const char *code_nesting(const char *word)
{
	u32 i;

	for (i = 0; i < ARRAY_SIZE(codes); i++)
		if (!strncmp(word, codes[i].prefix, strlen(codes[i].prefix)) &&
		    !strpbrk(word, " \t"))
			return codes[i].nesting;
	return NULL;
}

static void add_message(struct nd_explain *e, const struct nd_digest *digest,
			const struct nd_message *message, const struct nd_clause *clause,
			const char *label, const char *here, const char *basis)
{
	struct nd_said said = nd_advice(&digest->arch, message, clause);
	char meaning[ND_ADVICE], cause[ND_ADVICE];
	struct nd_kernel_id kernel;
	struct nd_row holes;
	char sort[48];
	struct nd_reading reading = {
		.sort = sort,
		.id = message->id,
		.label = label,
		.basis = basis,
		.remedy = said.remedy,
		.here = here,
		.reference = message->reference,
		.severity = nd_msg_severity_word(message->severity),
		.nesting = code_nesting(e->word),
	};

	if (basis && *basis && !clause)
		nd_advice_hedge(&said, meaning, cause);
	reading.meaning = said.meaning;
	reading.cause = said.cause;
	nd_holes_of(e->facts, &kernel);
	nd_row_init(&holes, ND_ROW_NOTE, NULL, NULL, NULL);
	if (!digest->arch.arm && nd_advice_is_of_kvm(said.remedy) &&
	    nd_holes_before(said.remedy, &kernel, &holes))
		reading.nesting = holes.words;
	scnprintf(sort, sizeof(sort), "message, %s", nd_msg_severity_word(message->severity));
	nd_explain_add(e, &reading);
}

static void add_seen(struct nd_explain *e, const struct nd_digest *digest,
		     const struct nd_seen *seen)
{
	struct nd_row values, basis;

	nd_row_init(&values, ND_ROW_NOTE, NULL, NULL, NULL);
	nd_seen_describe(&values, seen, e->cpu);
	nd_row_init(&basis, ND_ROW_NOTE, NULL, NULL, NULL);
	nd_seen_basis(&basis, seen);
	add_message(e, digest, seen->match.message, seen->clause, seen->text, values.words,
		    basis.words);
}

/* A code of Windows that no message of the catalogue holds by itself. */
static void add_code(struct nd_explain *e)
{
	const struct nd_code *code = e->number && e->hex ? nd_hcs_at(e->num) : NULL;
	char label[96];
	struct nd_reading reading = {
		.sort = "code of Windows",
		.label = label,
		.nesting = "By itself it does not say whether nesting is the reason: a line with it tells more.",
		.reference = "winerror.h of Windows",
	};

	if (!code)
		return;
	scnprintf(label, sizeof(label), "0x%08llx %s", e->num, code->name);
	reading.id = code->name;
	reading.meaning = code->words ? code->words : "An error of Windows, of which its name says all.";
	nd_explain_add(e, &reading);
}

void nd_explain_message(struct nd_explain *e)
{
	static struct nd_digest digest;
	const struct nd_message *m;
	u32 i;

	if (!nd_explain_wants(e, ND_EXPLAIN_MESSAGE))
		return;
	memset(&digest, 0, sizeof(digest));
	nd_digest_paste(&digest, e->word, strlen(e->word));
	nd_digest_end(&digest);
	e->vague = !e->found && digest.nr;
	for (i = 0; i < digest.nr; i++) {
		const struct nd_message *message = digest.list[i].match.message;

		/* Of an entry that has no wording here the answer is a guess: a name is none. */
		if (e->found && e->vague == false && message->last)
			continue;
		e->vague = e->vague && message->last;
		add_seen(e, &digest, &digest.list[i]);
	}
	nd_digest_free(&digest);
	if (!e->found)
		add_code(e);
	for (i = 0; !e->found && (m = nd_message_at(i)); i++)
		if (nd_explain_is(e, m->id))
			add_message(e, &digest, m, NULL,
				    m->wordings[0].pattern ? m->wordings[0].pattern : m->id, NULL,
				    NULL);
}

void nd_explain_message_names(struct nd_strings *names)
{
	const struct nd_code *code;
	size_t i;

	for (i = 0; (code = nd_verr_nth(i)); i++)
		nd_strings_add(names, "VERR_%s", code->name);
	for (i = 0; (code = nd_hcs_nth(i)); i++)
		if (!strncmp(code->name, "HCS_E_", 6))
			nd_strings_add(names, "%s", code->name);
}
