// SPDX-License-Identifier: GPL-2.0-only
/*
 * A pasted line of a log, or the id of an entry of the catalogue.
 */
#include "tools/explain/message.h"
#include "tools/log/logline.h"
#include "tools/log/msgmatch.h"
#include "tools/log/msgwords.h"

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
	};

	scnprintf(sort, sizeof(sort), "message, %s", nd_msg_severity_word(message->severity));
	nd_explain_add(e, &reading);
}

void nd_explain_message(struct nd_explain *e)
{
	const struct nd_message *m;
	struct nd_msg_match match;
	struct nd_logline line;
	struct nd_row values;
	char label[256];
	u32 i;

	if (!nd_explain_wants(e, ND_EXPLAIN_MESSAGE))
		return;
	nd_logline_parse(&line, e->word, strlen(e->word));
	if (nd_msg_match(line.text, line.len, &match)) {
		nd_row_init(&values, ND_ROW_NOTE, NULL, NULL, NULL);
		nd_msg_words(&values, &match, e->cpu);
		nd_text_escape(label, sizeof(label), line.text, line.len);
		add_message(e, match.message, label, values.words);
		return;
	}
	for (i = 0; (m = nd_message_at(i)); i++)
		if (nd_explain_is(e, m->id))
			add_message(e, m, m->wordings[0].pattern, NULL);
}
