// SPDX-License-Identifier: GPL-2.0-only
/*
 * A pasted line of a log, or the id of an entry of the catalogue.
 */
#include "core/findings/holes.h"

#include "tools/explain/message.h"
#include "tools/digest/advice.h"
#include "tools/digest/digest.h"
#include "tools/log/codes.h"

static void add_message(struct nd_explain *e, const struct nd_digest *digest,
			const struct nd_message *message, u32 error, const char *label,
			const char *here, const char *basis)
{
	const struct nd_said said = nd_advice(&digest->arch, message, error);
	struct nd_kernel_id kernel;
	struct nd_row holes;
	char sort[48];
	struct nd_reading reading = {
		.sort = sort,
		.id = message->id,
		.label = label,
		.basis = basis,
		.meaning = said.meaning,
		.cause = said.cause,
		.remedy = said.remedy,
		.here = here,
		.reference = message->reference,
		.severity = nd_msg_severity_word(message->severity),
	};

	nd_holes_of(e->facts, &kernel);
	nd_row_init(&holes, ND_ROW_NOTE, NULL, NULL, NULL);
	if (!digest->arch.arm && nd_holes_before(said.remedy, &kernel, &holes))
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
	add_message(e, digest, seen->match.message, seen->error, seen->text, values.words,
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
			add_message(e, &digest, m, 0,
				    m->wordings[0].pattern ? m->wordings[0].pattern : m->id, NULL,
				    NULL);
}
