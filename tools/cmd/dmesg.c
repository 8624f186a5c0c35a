// SPDX-License-Identifier: GPL-2.0-only
/*
 * nestdiag dmesg: the lines of a log that the catalogue knows, explained.
 */
#include <errno.h>
#include <stdlib.h>

#include "tools/cmd/cmd.h"
#include "tools/in/kmsg.h"
#include "tools/log/logline.h"
#include "tools/log/msgmatch.h"
#include "tools/log/msgwords.h"

#define SHOWN		280	/* bytes of a line that an answer repeats */
#define MAX_SEEN	2000	/* answers that differ in their values */

/**
 * struct seen - lines that are one answer
 * @match: the first of them
 * @key:   the values that tell it from others of its entry
 * @text:  the first line, without what stands before the message
 * @first: its time
 * @last:  the time of the last one
 * @count: how many there were
 */
struct seen {
	struct nd_msg_match match;
	char key[96];
	char text[SHOWN];
	char first[40];
	char last[40];
	u64 count;
};

/**
 * struct log - a log while it is read
 * @lines: lines read
 * @known: lines that the catalogue knows
 * @list:  what was found, in the order of first lines
 * @nr:    used entries of @list
 * @max:   entries that it has room for
 */
struct log {
	u64 lines;
	u64 known;
	struct seen *list;
	size_t nr;
	size_t max;
};

/* Values that are another thing to say; times, addresses and process numbers are not. */
static bool tells_apart(enum nd_msg_kind kind)
{
	return kind != ND_MSG_ANY && kind != ND_MSG_WORD && kind != ND_MSG_N &&
	       kind != ND_MSG_HEX && kind != ND_MSG_CPU;
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

static struct seen *find_seen(struct log *log, const struct nd_msg_match *m, const char *key)
{
	struct seen *any = NULL;
	size_t i;

	for (i = 0; i < log->nr; i++) {
		struct seen *seen = &log->list[i];

		if (seen->match.message != m->message)
			continue;
		if (!strcmp(seen->key, key))
			return seen;
		any = seen;
	}
	return log->nr < MAX_SEEN ? NULL : any;
}

static struct seen *add_seen(struct log *log, const struct nd_msg_match *m, const char *key)
{
	struct seen *seen;

	if (log->nr == log->max) {
		log->max = log->max * 2 + 16;
		log->list = nd_realloc(log->list, log->max * sizeof(*log->list));
	}
	seen = &log->list[log->nr++];
	memset(seen, 0, sizeof(*seen));
	seen->match = *m;
	scnprintf(seen->key, sizeof(seen->key), "%s", key);
	return seen;
}

static void take_line(struct log *log, const char *text, size_t len)
{
	struct nd_logline line;
	struct nd_msg_match match;
	struct seen *seen;
	char key[sizeof(seen->key)];

	log->lines++;
	nd_logline_parse(&line, text, len);
	if (!nd_msg_match(line.text, line.len, &match))
		return;
	log->known++;
	make_key(&match, key, sizeof(key));
	seen = find_seen(log, &match, key);
	if (!seen) {
		seen = add_seen(log, &match, key);
		nd_text_escape(seen->text, sizeof(seen->text), line.text, line.len);
		scnprintf(seen->first, sizeof(seen->first), "%s", line.time);
	}
	scnprintf(seen->last, sizeof(seen->last), "%s", line.time);
	seen->count++;
}

static void time_words(struct nd_row *row, const struct seen *seen)
{
	if (*seen->first)
		nd_row_words(row, "[%s] ", seen->first);
	if (seen->count > 1)
		nd_row_words(row, "%llu times", seen->count);
	if (seen->count > 1 && *seen->last)
		nd_row_words(row, ", last [%s]", seen->last);
	if (seen->count > 1)
		nd_row_words(row, " ");
}

static void message_row(const struct seen *seen, const struct nd_cpu *cpu,
			const struct nd_emit *emit)
{
	const struct nd_message *message = seen->match.message;
	struct nd_row values, row;
	size_t len;

	nd_row_init(&values, ND_ROW_NOTE, NULL, NULL, NULL);
	nd_msg_words(&values, &seen->match, cpu);

	nd_row_init(&row, ND_ROW_MESSAGE, message->id, seen->text,
		    nd_msg_severity_word(message->severity));
	time_words(&row, seen);
	nd_row_words(&row, "%s", values.words);
	len = strlen(row.words);
	if (len && row.words[len - 1] == ' ')
		row.words[len - 1] = '\0';
	nd_row_str(&row, "origin", message->origin);
	nd_row_dec(&row, "count", seen->count);
	nd_row_str(&row, "first", *seen->first ? seen->first : NULL);
	nd_row_str(&row, "last", *seen->last ? seen->last : NULL);
	nd_row_str(&row, "decoded", *values.words ? values.words : NULL);
	nd_row_str(&row, "meaning", message->meaning);
	nd_row_str(&row, "cause", message->cause);
	nd_row_str(&row, "remedy", message->remedy);
	nd_row_str(&row, "reference", message->reference);
	nd_row_str(&row, "versions", seen->match.wording->versions);
	nd_emit_row(emit, &row);
	nd_emit_detail(emit, "meaning", message->meaning);
	nd_emit_detail(emit, "cause", message->cause);
	nd_emit_detail(emit, "remedy", message->remedy);
	nd_emit_detail(emit, "see", message->reference);
}

static enum nd_exit answer(struct nd_call *call, struct log *log)
{
	const struct nd_cpu *cpu = nd_facts_first(&call->machine->facts);
	const struct nd_emit *emit = &call->out->emit;
	enum nd_exit ret = ND_EXIT_OK;
	struct nd_row row;
	size_t i;

	for (i = 0; i < log->nr; i++) {
		message_row(&log->list[i], cpu, emit);
		if (log->list[i].match.message->severity >= ND_MSG_WARNING)
			ret = ND_EXIT_FINDINGS;
	}
	nd_row_init(&row, ND_ROW_FACT, "log", "Log", NULL);
	nd_row_words(&row, "%llu line%s read, %llu known", log->lines,
		     log->lines == 1 ? "" : "s", log->known);
	nd_row_dec(&row, "lines", log->lines);
	nd_row_dec(&row, "known", log->known);
	nd_emit_row(emit, &row);
	return ret;
}

static enum nd_exit read_file(struct log *log, const char *file)
{
	const char *name = strcmp(file, "-") ? file : "(standard input)";
	struct nd_lines lines;
	const char *text;
	size_t len;
	int got = nd_lines_user(&lines, file);

	if (!got) {
		while ((got = nd_lines_next(&lines, &text, &len)) > 0)
			take_line(log, text, len);
		nd_lines_close(&lines);
	}
	if (!got)
		return ND_EXIT_OK;
	nd_error("%s: %s", name, strerror(-got));
	return ND_EXIT_USAGE;
}

static enum nd_exit read_kernel(struct log *log)
{
	static struct nd_kmsg kmsg;
	const char *text;
	size_t len;
	int got = nd_kmsg_open(&kmsg);

	if (!got) {
		while ((got = nd_kmsg_next(&kmsg, &text, &len)) > 0)
			take_line(log, text, len);
		nd_kmsg_close(&kmsg);
	}
	if (!got)
		return ND_EXIT_OK;
	if (got == -EPERM || got == -EACCES)
		nd_error("/dev/kmsg: %s; run as root, or have kernel.dmesg_restrict set to 0, or name a log: nestdiag dmesg FILE",
			 strerror(-got));
	else
		nd_error("/dev/kmsg: %s; name a log: nestdiag dmesg FILE", strerror(-got));
	return ND_EXIT_UNKNOWN;
}

static enum nd_exit run(struct nd_call *call)
{
	const struct nd_args *args = call->args;
	const char *file = args->nr_words ? args->words[0] : args->file;
	struct log log = { 0 };
	enum nd_exit ret;

	if (args->nr_words && args->file) {
		nd_error("'dmesg' takes one log, not '%s' and '%s'", args->words[0], args->file);
		return ND_EXIT_USAGE;
	}
	call->out->list(call->out, ND_ROW_MESSAGE);
	ret = file ? read_file(&log, file) : read_kernel(&log);
	if (!ret)
		ret = answer(call, &log);
	free(log.list);
	return ret;
}

const struct nd_cmd nd_cmd_dmesg = {
	.name = "dmesg",
	.summary = "explain the lines of a log that concern virtualization",
	.details = "Reads the kernel log, or FILE: output of dmesg or journalctl, a syslog file, or\n"
		   "a log of QEMU or libvirt. Shows time, meaning, cause and remedy of lines that\n"
		   "nestdiag knows, in order; repeated lines once, with their count. Harmless lines\n"
		   "are marked as harmless. All other lines are skipped. With --from, values of\n"
		   "capability registers are compared with those of that machine.\n\n"
		   "Exit status: 0 nothing, or only harmless lines and notes, 1 lines that report a\n"
		   "problem, 3 the kernel log cannot be read, 64 no such FILE.",
	.example = "journalctl -k -b -1 | nestdiag dmesg -",
	.options = "F",
	.takes = "[FILE]",
	.max = 1,
	.needs = ND_NEEDS_NOTHING,
	.run = run,
};
