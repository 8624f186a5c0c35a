// SPDX-License-Identifier: GPL-2.0-only
/*
 * Lines become answers: repeated ones are counted, and what only continues a line that was found
 * is left to that line's answer.
 */
#include <stdlib.h>

#include "tools/log/digest.h"
#include "tools/log/logline.h"
#include "tools/log/topic.h"
#include "tools/log/unwrap.h"
#include "tools/out/text.h"

#define MAX_SEEN	2000	/* answers that differ in their values */
#define DUMP_LINES	200	/* of a dump of a VMCS or VMCB, at most */
#define NEAR		20	/* lines between one and what continues it */
#define MAX_NEARLY	200	/* lines that are compared letter by letter */

/* Values that are another thing to say; times, addresses and process numbers are not. */
static bool tells_apart(enum nd_msg_kind kind)
{
	return kind != ND_MSG_ANY && kind != ND_MSG_WORD && kind != ND_MSG_N &&
	       kind != ND_MSG_HEX && kind != ND_MSG_CPU && kind != ND_MSG_VERR &&
	       kind != ND_MSG_EXIT_NAME;
}

static void make_key(const struct nd_msg_match *m, char *key, size_t size)
{
	size_t at = 0;
	u32 i;

	*key = '\0';
	for (i = 0; i < m->nr && !m->message->fold; i++)
		if (tells_apart(m->values[i].kind))
			at += scnprintf(key + at, size - at, "%llx,", m->values[i].num);
}

static struct nd_seen *find_seen(struct nd_digest *d, const struct nd_msg_match *m,
				 const char *key)
{
	struct nd_seen *any = NULL;
	size_t i;

	for (i = 0; i < d->nr; i++) {
		struct nd_seen *seen = &d->list[i];

		if (seen->match.message != m->message)
			continue;
		if (!strcmp(seen->key, key))
			return seen;
		any = seen;
	}
	return d->nr < MAX_SEEN ? NULL : any;
}

static struct nd_seen *add_seen(struct nd_digest *d, const struct nd_msg_match *m,
				const char *key)
{
	struct nd_seen *seen;

	if (d->nr == d->max) {
		d->max = d->max * 2 + 16;
		d->list = nd_realloc(d->list, d->max * sizeof(*d->list));
	}
	seen = &d->list[d->nr++];
	memset(seen, 0, sizeof(*seen));
	seen->match = *m;
	scnprintf(seen->key, sizeof(seen->key), "%s", key);
	return seen;
}

/* Is @word one of those in @list, which are separated by @by? */
static bool is_listed(const char *list, const char *word, const char *by)
{
	size_t len = strlen(word);

	while (*list) {
		size_t n = strcspn(list, by);

		if (n == len && !memcmp(list, word, n))
			return true;
		list += n;
		list += strspn(list, by);
	}
	return false;
}

static bool is_msr(enum nd_msg_kind kind)
{
	return kind == ND_MSG_MSR || (kind >= ND_MSG_VMX_MSR && kind <= ND_MSG_TRACE_MSR);
}

/* Names and registers of a repeated line that the lines before did not have. */
static void add_other(struct nd_seen *seen, const struct nd_msg_match *m)
{
	size_t at = strlen(seen->other);
	u32 i;

	for (i = 0; i < m->nr; i++) {
		const struct nd_msg_value *v = &m->values[i];

		if (v->kind != ND_MSG_WORD && !is_msr(v->kind))
			continue;
		if (i < seen->match.nr && !strcmp(seen->match.values[i].text, v->text))
			continue;
		if (is_listed(seen->other, v->text, ", "))
			continue;
		if (at + strlen(v->text) + 3 > sizeof(seen->other)) {
			seen->more++;
			continue;
		}
		at += scnprintf(seen->other + at, sizeof(seen->other) - at, "%s%s", at ? ", " : "",
				v->text);
	}
}

/* The answer that a line continues, NULL where it stands for itself. */
static struct nd_seen *continued(struct nd_digest *d, const struct nd_message *message)
{
	size_t i;

	for (i = d->nr; message->follows && i-- > 0;)
		if (d->lines - d->list[i].line <= NEAR &&
		    is_listed(message->follows, d->list[i].match.message->id, " "))
			return &d->list[i];
	return NULL;
}

static void take_known(struct nd_digest *d, const struct nd_logline *line,
		       const struct nd_msg_match *match)
{
	struct nd_seen *seen = continued(d, match->message);
	char key[sizeof(seen->key)];

	d->known++;
	if (match->message->dump)
		d->dump = d->lines;
	if (seen) {
		seen->line = d->lines;
		return;
	}
	if (match->message->quiet)
		return;
	make_key(match, key, sizeof(key));
	seen = find_seen(d, match, key);
	if (!seen) {
		seen = add_seen(d, match, key);
		nd_text_escape(seen->text, sizeof(seen->text), line->text, line->len);
		scnprintf(seen->first, sizeof(seen->first), "%s", line->time);
	} else {
		add_other(seen, match);
	}
	scnprintf(seen->last, sizeof(seen->last), "%s", line->time);
	seen->line = d->lines;
	seen->count++;
}

/* "name+0x12/0x34": a frame of a call trace, which belongs to what stands above it. */
static bool is_frame(const char *text, size_t len)
{
	const char *at = memmem(text, len, "+0x", 3);

	return at && memmem(at, len - (at - text), "/0x", 3);
}

static void take_unknown(struct nd_digest *d, const struct nd_logline *line)
{
	struct nd_msg_match match;

	if (d->dump && d->lines - d->dump < DUMP_LINES &&
	    (memchr(line->text, '=', line->len) || memmem(line->text, line->len, "***", 3)))
		return;
	if (!nd_msg_topical(line->text, line->len) || is_frame(line->text, line->len) ||
	    !nd_topic(line->text, line->len))
		return;
	if (d->nr_unknown < MAX_NEARLY && nd_msg_match_nearly(line->text, line->len, &match)) {
		take_known(d, line, &match);
		return;
	}
	if (d->nr_unknown < ND_DIGEST_UNKNOWN)
		nd_text_escape(d->unknown[d->nr_unknown], ND_DIGEST_TEXT, line->text, line->len);
	d->nr_unknown++;
}

static void take_text(struct nd_digest *d, const char *text, size_t len)
{
	struct nd_msg_match match;
	struct nd_logline line;

	nd_logline_parse(&line, text, len);
	if (nd_msg_match(line.text, line.len, &match))
		take_known(d, &line, &match);
	else
		take_unknown(d, &line);
}

void nd_digest_line(struct nd_digest *d, const char *line, size_t len)
{
	struct nd_unwrap unwrap;
	const char *text;

	d->lines++;
	if (!nd_msg_concerns(line, len))
		return;
	nd_unwrap(&unwrap, line, len);
	while (nd_unwrap_next(&unwrap, &text, &len))
		take_text(d, text, len);
}

void nd_digest_free(struct nd_digest *d)
{
	free(d->list);
}

void nd_digest_values(struct nd_row *row, const struct nd_seen *seen, const struct nd_cpu *cpu)
{
	nd_msg_describe(row, &seen->match, cpu);
	if (!*seen->other)
		return;
	nd_row_printf(row, "%salso %s", *row->words ? "; " : "", seen->other);
	if (seen->more)
		nd_row_printf(row, " and %u more", seen->more);
}
