// SPDX-License-Identifier: GPL-2.0-only
/*
 * Walks the catalogue of messages against the lines in tests/messages/, which are named as
 * arguments: every pattern is well-formed, every wording has a line that it knows and a near miss
 * that it must not, every line is found by its own entry alone, no id stands twice, and what people
 * read is there. One line a check and entry on standard output.
 *
 * A file has the name of its part of the catalogue. Each of its lines is empty, a comment ("#") or
 *
 *	id: ID		the entry that the lines below it belong to
 *	yes: LINE	a line that the entry knows
 *	no: LINE	a line that the wording which knows the last "yes" must not know
 *	source: WHERE	where these two were found
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/base/row.h"

#include "tools/log/logline.h"
#include "tools/log/msgmatch.h"
#include "tools/out/text.h"

#define MAX_WORDINGS	8192	/* of the whole catalogue */

/**
 * struct tried - what the lines said of one wording
 * @wording: it
 * @yes:     a line is known by it
 * @no:      a near miss is not
 */
struct tried {
	const struct nd_wording *wording;
	bool yes;
	bool no;
};

/**
 * struct block - the lines of one entry while they are read
 * @part:    the file's name without folder and suffix
 * @message: the entry, NULL where there is none
 * @known:   the wordings that know the last "yes"
 * @nr:      their number
 * @sourced: a source stood behind the last "yes"
 * @line:    the last "yes", for messages
 */
struct block {
	char part[64];
	const struct nd_message *message;
	struct tried *known[16];
	u32 nr;
	bool sourced;
	char line[ND_MSG_LINE];
};

static struct tried all_tried[MAX_WORDINGS];
static u32 nr_tried;
static int failed;

static void check(bool good, const char *id, const char *what, const char *text)
{
	if (good)
		return;
	fprintf(stderr, "%s: %s: \"%s\"\n", id, what, text ? text : "");
	failed++;
}

static struct tried *tried_of(const struct nd_wording *wording)
{
	u32 i;

	for (i = 0; i < nr_tried; i++)
		if (all_tried[i].wording == wording)
			return &all_tried[i];
	if (nr_tried == MAX_WORDINGS) {
		fprintf(stderr, "MAX_WORDINGS is too small\n");
		exit(1);
	}
	all_tried[nr_tried].wording = wording;
	return &all_tried[nr_tried++];
}

static const struct nd_message *find_message(const char *part, const char *id)
{
	const struct nd_catalogue *const *c;
	u32 i;

	for (c = nd_catalogues; *c; c++)
		for (i = 0; i < (*c)->nr && !strcmp((*c)->name, part); i++)
			if (!strcmp((*c)->messages[i].id, id))
				return &(*c)->messages[i];
	return NULL;
}

/* Entries that are asked last know the lines of others by design, but not of each other. */
static void check_alone(const struct nd_message *own, const struct nd_logline *line)
{
	const struct nd_wording *wording;
	const struct nd_message *other;
	struct nd_msg_match match;
	u32 i;

	for (i = 0; (other = nd_message_at(i)); i++) {
		if (other == own || (!own->last && other->last))
			continue;
		for (wording = other->wordings; wording->pattern; wording++)
			check(!nd_msg_match_one(wording, line->text, line->len, &match), own->id,
			      other->id, line->text);
	}
}

static void end_yes(struct block *b)
{
	check(!b->nr || b->sourced, b->message ? b->message->id : b->part, "no source", b->line);
	b->nr = 0;
}

static void take_yes(struct block *b, const char *text)
{
	const struct nd_wording *wording;
	struct nd_msg_match match;
	struct nd_logline line;

	end_yes(b);
	b->sourced = false;
	scnprintf(b->line, sizeof(b->line), "%s", text);
	nd_logline_parse(&line, text, strlen(text));
	for (wording = b->message->wordings; wording->pattern; wording++) {
		if (!nd_msg_match_one(wording, line.text, line.len, &match))
			continue;
		if (b->nr < ARRAY_SIZE(b->known))
			b->known[b->nr++] = tried_of(wording);
		tried_of(wording)->yes = true;
	}
	check(b->nr, b->message->id, "no wording knows the line", text);
	check(nd_msg_match(line.text, line.len, &match) && match.message == b->message,
	      b->message->id, "the line is not found, or by another entry", text);
	check_alone(b->message, &line);
}

static void take_no(struct block *b, const char *text)
{
	struct nd_msg_match match;
	struct nd_logline line;
	u32 i;

	check(b->nr, b->message->id, "a near miss without a line that is known", text);
	nd_logline_parse(&line, text, strlen(text));
	for (i = 0; i < b->nr; i++) {
		check(!nd_msg_match_one(b->known[i]->wording, line.text, line.len, &match),
		      b->message->id, "the near miss matches", text);
		b->known[i]->no = true;
	}
}

static void take_id(struct block *b, const char *id)
{
	end_yes(b);
	b->message = find_message(b->part, id);
	check(b->message, id, "no such entry in this part of the catalogue", b->part);
}

static const char *behind(const char *line, const char *key)
{
	size_t len = strlen(key);

	return strncmp(line, key, len) ? NULL : line + len;
}

static void take_line(struct block *b, const char *line)
{
	const char *text;

	if (!*line || *line == '#')
		return;
	text = behind(line, "id: ");
	if (text) {
		take_id(b, text);
		return;
	}
	if (!b->message)
		return;	/* said already, or the file begins without an id */
	text = behind(line, "yes: ");
	if (text) {
		take_yes(b, text);
		return;
	}
	text = behind(line, "no: ");
	if (text) {
		take_no(b, text);
		return;
	}
	text = behind(line, "source: ");
	check(text && *text, b->message->id, "neither id, yes, no nor source", line);
	b->sourced = true;
}

static void take_file(const char *name)
{
	FILE *file = fopen(name, "r");
	struct block block = { .nr = 0 };
	const char *base = strrchr(name, '/');
	char *line = NULL;
	size_t size = 0;
	ssize_t len;

	base = base ? base + 1 : name;
	scnprintf(block.part, sizeof(block.part), "%.*s", (int)strcspn(base, "."), base);
	if (!file) {
		check(false, name, strerror(errno), NULL);
		return;
	}
	while ((len = getline(&line, &size, file)) > 0) {
		line[strcspn(line, "\n")] = '\0';
		take_line(&block, line);
	}
	end_yes(&block);
	free(line);
	fclose(file);
}

static bool fits(const char *text)
{
	return !text || strlen(text) < ND_ROW_WORDS;
}

/* Where the firmware may have virtualization off, the remedy says to enable it there. */
static bool covers_firmware(const struct nd_message *message)
{
	return !message->cause || !strstr(message->cause, "ff in the firmware") ||
	       (message->remedy && strstr(message->remedy, "irmware"));
}

/* What a clause leaves out is the entry's. */
static void check_clause(const struct nd_message *message, const struct nd_clause *clause)
{
	const struct nd_message whole = {
		.cause = clause->cause ? clause->cause : message->cause,
		.remedy = clause->remedy ? clause->remedy : message->remedy,
	};

	check(!clause->error || !clause->word, message->id, "an error and a word", clause->word);
	check(!clause->word || *clause->word, message->id, "an empty word", NULL);
	check(clause->meaning || clause->cause || clause->remedy, message->id,
	      "a clause that says nothing", clause->word);
	check(fits(clause->meaning) && fits(clause->cause) && fits(clause->remedy), message->id,
	      "a clause that answers would cut", clause->word);
	check(covers_firmware(&whole), message->id,
	      "off in the firmware, and a clause does not say to enable it", clause->word);
}

static void check_entry(const struct nd_message *message)
{
	const struct nd_wording *wording;
	const struct nd_clause *clause;
	const struct nd_message *m;
	u32 i;

	check(nd_message_find(message->id) == message, message->id, "not found by its id", NULL);
	check(message->origin && *message->origin, message->id, "no origin", NULL);
	check(message->meaning && *message->meaning, message->id, "no meaning", NULL);
	check(message->severity < ND_NR_MSG_SEVERITIES, message->id, "no severity", NULL);
	check(message->severity < ND_MSG_ERROR || message->cause || message->remedy, message->id,
	      "an error without cause and remedy", NULL);
	check(covers_firmware(message), message->id,
	      "off in the firmware, and the remedy does not say to enable it", NULL);
	check(fits(message->meaning) && fits(message->cause) && fits(message->remedy) &&
	      fits(message->reference), message->id, "a text that answers would cut", NULL);
	if (message->arm)
		check(fits(message->arm->cause) && fits(message->arm->remedy), message->id,
		      "a text for Arm that answers would cut", NULL);
	for (clause = message->clauses; clause && (clause->error || clause->word); clause++)
		check_clause(message, clause);
	/* The steps that tools/digest/failure.c finds need none. */
	check(message->wordings[0].pattern || message->last, message->id, "no wording", NULL);
	for (i = 0; (m = nd_message_at(i)); i++)
		check(m == message || strcmp(m->id, message->id), message->id, "the id stands twice",
		      NULL);
	for (wording = message->wordings; wording->pattern; wording++) {
		const char *wrong = nd_msg_check(wording->pattern);
		const struct tried *tried = tried_of(wording);

		check(!wrong, message->id, wrong ? wrong : "", wording->pattern);
		check(tried->yes, message->id, "no line that is known", wording->pattern);
		check(tried->no, message->id, "no near miss", wording->pattern);
	}
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

static void say(int before, const char *what)
{
	printf("%sok - messages: %s%s\n", failed > before ? "not " : "", what,
	       failed > before ? " # see above" : "");
}

int main(int argc, char **argv)
{
	const struct nd_message *m;
	int i, before = failed;

	check_language();
	say(before, "pattern language");
	for (i = 1; i < argc; i++) {
		before = failed;
		take_file(argv[i]);
		say(before, argv[i]);
	}
	for (i = 0; (m = nd_message_at(i)); i++) {
		before = failed;
		check_entry(m);
		say(before, m->id);
	}
	return failed > 0;
}
