// SPDX-License-Identifier: GPL-2.0-only
/*
 * A pasted line of a log, or the id of an entry of the catalogue.
 */
#include "tools/explain/message.h"
#include "tools/log/digest.h"

static void add_message(struct nd_explain *e, const struct nd_message *message,
			const char *label, const char *here)
{
	char sort[48];
	const struct nd_reading reading = {
		.sort = sort,
		.id = message->id,
		.label = label,
		.meaning = message->meaning,
		.cause = message->cause,
		.here = here,
		.remedy = message->remedy,
		.reference = message->reference,
		.severity = nd_msg_severity_word(message->severity),
	};

	scnprintf(sort, sizeof(sort), "message, %s", nd_msg_severity_word(message->severity));
	nd_explain_add(e, &reading);
}

static void add_seen(struct nd_explain *e, const struct nd_seen *seen)
{
	struct nd_row values;

	nd_row_init(&values, ND_ROW_NOTE, NULL, NULL, NULL);
	nd_digest_values(&values, seen, e->cpu);
	add_message(e, seen->match.message, seen->text, values.words);
}

void nd_explain_message(struct nd_explain *e)
{
	static struct nd_digest digest;
	const struct nd_message *m;
	u32 i;

	if (!nd_explain_wants(e, ND_EXPLAIN_MESSAGE))
		return;
	memset(&digest, 0, sizeof(digest));
	nd_digest_line(&digest, e->word, strlen(e->word));
	for (i = 0; i < digest.nr; i++)
		add_seen(e, &digest.list[i]);
	nd_digest_free(&digest);
	for (i = 0; !e->found && (m = nd_message_at(i)); i++)
		if (nd_explain_is(e, m->id))
			add_message(e, m, m->wordings[0].pattern, NULL);
}
