// SPDX-License-Identifier: GPL-2.0-only
/*
 * Walks the catalogue of messages: every pattern is well-formed, every sample is found and by its
 * own entry alone, no near miss matches its pattern, no id stands twice, and what people read is
 * there. One line a check and entry on standard output.
 */
#include <stdio.h>

#include "core/base/row.h"

#include "tools/log/logline.h"
#include "tools/log/messages.h"

static int failed;

static void check(bool good, const char *id, const char *what, const char *text)
{
	if (good)
		return;
	fprintf(stderr, "%s: %s: \"%s\"\n", id, what, text ? text : "");
	failed++;
}

static bool entry_matches(const struct nd_message *message, const char *text, size_t len)
{
	struct nd_msg_match match;
	u32 w;

	for (w = 0; message->wordings[w].pattern; w++)
		if (nd_msg_match_one(&message->wordings[w], text, len, &match))
			return true;
	return false;
}

/* Entries that are asked last know the lines of others by design, but not of each other. */
static void check_alone(const struct nd_message *own, const struct nd_logline *line)
{
	u32 i;

	for (i = 0; i < nd_nr_messages; i++) {
		const struct nd_message *other = &nd_messages[i];

		if (other != own && (own->last || !other->last))
			check(!entry_matches(other, line->text, line->len), own->id, other->id,
			      line->text);
	}
}

static void check_wording(const struct nd_message *message, const struct nd_wording *wording)
{
	const char *wrong = nd_msg_check(wording->pattern);
	struct nd_msg_match match;
	struct nd_logline line;

	check(!wrong, message->id, wrong ? wrong : "", wording->pattern);
	check(wording->sample && wording->source && wording->near, message->id,
	      "no sample, source or near miss", wording->pattern);
	if (wrong || !wording->sample || !wording->near)
		return;

	nd_logline_parse(&line, wording->sample, strlen(wording->sample));
	check(nd_msg_match_one(wording, line.text, line.len, &match), message->id,
	      "the sample does not match", wording->sample);
	check(nd_msg_match(line.text, line.len, &match) && match.message == message, message->id,
	      "the sample is not found, or by another entry", wording->sample);
	check_alone(message, &line);

	nd_logline_parse(&line, wording->near, strlen(wording->near));
	check(!nd_msg_match_one(wording, line.text, line.len, &match), message->id,
	      "the near miss matches", wording->near);
}

static bool fits(const char *text)
{
	return !text || strlen(text) < ND_ROW_WORDS;
}

static void check_entry(const struct nd_message *message)
{
	u32 i;

	check(message->origin && *message->origin, message->id, "no origin", NULL);
	check(message->meaning && *message->meaning, message->id, "no meaning", NULL);
	check(message->severity < ND_NR_MSG_SEVERITIES, message->id, "no severity", NULL);
	check(message->severity < ND_MSG_ERROR || message->cause || message->remedy, message->id,
	      "an error without cause and remedy", NULL);
	check(fits(message->meaning) && fits(message->cause) && fits(message->remedy) &&
	      fits(message->reference), message->id, "a text that answers would cut", NULL);
	check(message->wordings[0].pattern, message->id, "no wording", NULL);
	check(!message->wordings[ND_MSG_WORDINGS - 1].pattern, message->id, "too many wordings",
	      NULL);
	for (i = 0; i < nd_nr_messages; i++)
		check(&nd_messages[i] == message || strcmp(nd_messages[i].id, message->id),
		      message->id, "the id stands twice", NULL);
	for (i = 0; message->wordings[i].pattern; i++)
		check_wording(message, &message->wordings[i]);
}

static void check_language(void)
{
	static const struct {
		const char *pattern;
		bool good;
	} patterns[] = {
		{ "plain text", true },
		{ "text {n}", true },
		{ "text (a) [b] . * + ? | ^ $ \\ {n}", true },
		{ "{n}", false },
		{ "", false },
		{ "abc", false },
		{ "text {nonsense}", false },
		{ "text {", false },
		{ "text {n", false },
		{ "text {n}{n}{n}{n}{n}{n}{n}{n}", true },
		{ "text {n}{n}{n}{n}{n}{n}{n}{n}{n}", false },
	};
	u32 i;

	for (i = 0; i < ARRAY_SIZE(patterns); i++)
		check(!nd_msg_check(patterns[i].pattern) == patterns[i].good, "language",
		      patterns[i].good ? "refused" : "taken", patterns[i].pattern);
}

int main(void)
{
	u32 i;

	check_language();
	printf("%sok - messages: pattern language\n", failed ? "not " : "");
	for (i = 0; i < nd_nr_messages; i++) {
		int before = failed;

		check_entry(&nd_messages[i]);
		printf("%sok - messages: %s%s\n", failed > before ? "not " : "", nd_messages[i].id,
		       failed > before ? " # see above" : "");
	}
	return failed > 0;
}
