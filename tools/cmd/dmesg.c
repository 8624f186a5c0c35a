// SPDX-License-Identifier: GPL-2.0-only
/*
 * nestdiag dmesg: the lines of a log that the catalogue knows, explained.
 */
#include <errno.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <unistd.h>

#include "core/findings/holes.h"

#include "tools/cmd/dmesg.h"
#include "tools/in/kmsg.h"
#include "tools/in/members.h"
#include "tools/digest/advice.h"
#include "tools/digest/digest.h"
#include "tools/digest/wrap.h"

static void time_describe(struct nd_row *row, const struct nd_seen *seen)
{
	if (*seen->first)
		nd_row_printf(row, "[%s] ", seen->first);
	if (seen->count > 1)
		nd_row_printf(row, "%llu %s", seen->count, seen->varied ? "lines" : "times");
	if (seen->count > 1 && *seen->last)
		nd_row_printf(row, ", last [%s]", seen->last);
	if (seen->count > 1)
		nd_row_printf(row, " ");
}

/**
 * struct answering - a log that is being answered
 * @log:    the log
 * @kernel: of the machine that it is of, if that is known
 * @cpu:    the same
 * @emit:   where the answer goes
 * @placed: it was told, in an answer before, whose VM the machine is
 * @warned: of the holes that nested=1 opens, in an answer before
 */
struct answering {
	const struct nd_digest *log;
	const struct nd_kernel_id *kernel;
	const struct nd_cpu *cpu;
	const struct nd_emit *emit;
	bool placed;
	bool warned;
};

/* Does an answer say "expose it in the hypervisor below"? */
static bool speaks_of_below(const struct nd_message *message, const char *remedy)
{
	static const char *const words[] = {
		"xpose", "nested virtualization", "nested=1", "In a VM",
	};
	size_t i;

	if (message->severity < ND_MSG_WARNING || !remedy)
		return false;
	for (i = 0; i < ARRAY_SIZE(words); i++)
		if (strstr(remedy, words[i]))
			return true;
	return false;
}

static void below_describe(struct answering *a, const struct nd_message *message,
			   const char *remedy, struct nd_row *row)
{
	if (a->placed || nd_arch_is_other(&a->log->arch) || !speaks_of_below(message, remedy))
		return;
	nd_below_describe(&a->log->below, row);
	a->placed = *row->words;
}

/* Of the kernel that has the fault, else of one that shall have nested=1: that once. */
static bool holes_describe(struct answering *a, const struct nd_seen *seen,
			   const char *remedy, struct nd_row *row)
{
	bool other = nd_arch_is_other(&a->log->arch);

	if (nd_seen_holes(seen, other, row))
		return true;
	/* "below" has a word on them. */
	if (other || a->warned || a->placed || nd_below_is_other(&a->log->below) ||
	    !nd_advice_is_of_kvm(remedy))
		return false;
	a->warned = nd_holes_before(remedy, a->kernel, row);
	return a->warned;
}

static void message_row(struct answering *a, const struct nd_seen *seen)
{
	const struct nd_emit *emit = a->emit;
	const struct nd_message *message = seen->match.message;
	struct nd_said said = nd_advice(&a->log->arch, message, seen->clause);
	char meaning[ND_ADVICE], cause[ND_ADVICE];
	struct nd_row values, basis, below, holes, row;
	bool has_holes;
	size_t len;

	nd_row_init(&values, ND_ROW_NOTE, NULL, NULL, NULL);
	nd_seen_describe(&values, seen, a->cpu);
	nd_row_init(&basis, ND_ROW_NOTE, NULL, NULL, NULL);
	nd_seen_basis(&basis, seen);
	nd_row_init(&below, ND_ROW_NOTE, NULL, NULL, NULL);
	below_describe(a, message, said.remedy, &below);
	nd_row_init(&holes, ND_ROW_NOTE, NULL, NULL, NULL);
	has_holes = holes_describe(a, seen, said.remedy, &holes);

	nd_row_init(&row, ND_ROW_MESSAGE, message->id, seen->text,
		    nd_msg_severity_word(message->severity));
	time_describe(&row, seen);
	nd_row_printf(&row, "%s", values.words);
	len = strlen(row.words);
	if (len && row.words[len - 1] == ' ')
		row.words[len - 1] = '\0';
	nd_row_str(&row, "origin", message->origin);
	nd_row_dec(&row, "count", seen->count);
	nd_row_str(&row, "first_time", *seen->first ? seen->first : NULL);
	nd_row_str(&row, "last_time", *seen->last ? seen->last : NULL);
	nd_row_str(&row, "decoded", *values.words ? values.words : NULL);
	nd_row_str(&row, "basis", *basis.words ? basis.words : NULL);
	nd_row_str(&row, "meaning", said.meaning);
	nd_row_str(&row, "cause", said.cause);
	nd_row_str(&row, "remedy", said.remedy);
	nd_row_str(&row, "below", *below.words ? below.words : NULL);
	nd_row_str(&row, "holes", has_holes ? holes.words : NULL);
	nd_row_str(&row, "see", message->reference);
	nd_row_str(&row, "versions", seen->match.wording->versions);
	nd_emit_row(emit, &row);
	nd_emit_detail(emit, "basis", basis.words);
	if (seen->match.stem && !seen->clause)
		nd_advice_hedge(&said, meaning, cause);
	nd_emit_detail(emit, "meaning", said.meaning);
	nd_emit_detail(emit, "cause", said.cause);
	nd_emit_detail(emit, "remedy", said.remedy);
	nd_emit_detail(emit, "below", below.words);
	nd_emit_detail(emit, "holes", has_holes ? holes.words : NULL);
	nd_emit_detail(emit, "see", message->reference);
}

/* Lines that somebody should tell us of: the first few, then their number. */
static void unknown_rows(const struct nd_unknown *unknown, const struct nd_emit *emit)
{
	struct nd_row row;
	u64 i;

	for (i = 0; i < unknown->shown; i++) {
		nd_row_init(&row, ND_ROW_MESSAGE, "not-known", unknown->text[i], "not known");
		nd_emit_row(emit, &row);
	}
	if (unknown->shown && unknown->nr > unknown->shown + unknown->beside + unknown->same)
		nd_emit_note(emit, "and more lines about virtualization that are not known: see the count below");
	if (unknown->shown)
		nd_emit_note(emit, "Please report lines that are not known, with the program and its version, to the maintainers: see CONTRIBUTING.md");
}

static enum nd_exit answer(struct nd_call *call, struct nd_digest *log,
			   const struct nd_kernel_id *kernel)
{
	const struct nd_emit *emit = &call->out->emit;
	struct answering a = {
		log, kernel, nd_facts_first(&call->machine->facts), emit, false, false,
	};
	enum nd_exit ret = ND_EXIT_OK;
	struct nd_row row;
	size_t i;

	for (i = 0; i < log->nr; i++) {
		message_row(&a, &log->list[i]);
		if (log->list[i].match.message->severity >= ND_MSG_WARNING)
			ret = ND_EXIT_FINDINGS;
	}
	unknown_rows(&log->unknown, emit);
	if (log->unknown.nr && ret == ND_EXIT_OK)
		ret = ND_EXIT_UNKNOWN;
	nd_row_init(&row, ND_ROW_FACT, "log", "Log", NULL);
	nd_row_printf(&row, "%llu line%s read, %llu known", log->lines,
		      log->lines == 1 ? "" : "s", log->known);
	if (log->unknown.nr > log->unknown.beside)
		nd_row_printf(&row, ", %llu about virtualization not known", log->unknown.nr - log->unknown.beside);
	nd_row_dec(&row, "lines", log->lines);
	nd_row_dec(&row, "known", log->known);
	nd_row_dec(&row, "unknown", log->unknown.nr);
	nd_emit_row(emit, &row);
	return ret;
}

/* What nestdiag itself wrote is no log: its words are about virtualization, and nothing failed. */
static const char *own(const char *text, size_t len)
{
	static const struct {
		const char *begin, *what;
	} files[] = {
		{ "nestdiag-snapshot ", "a snapshot of nestdiag, not a log: name it with --from" },
		{ "# nestdiag report", "a report of nestdiag, not a log: the answers are in it" },
		{ "{\n  \"schema\":\"nestdiag.", "JSON of nestdiag, not a log" },
	};
	size_t i;

	for (i = 0; i < ARRAY_SIZE(files); i++)
		if (len >= strlen(files[i].begin) &&
		    !memcmp(text, files[i].begin, strlen(files[i].begin)))
			return files[i].what;
	return NULL;
}

static int read_lines(struct nd_digest *log, struct nd_lines *lines)
{
	const char *text;
	size_t len;
	int got = nd_lines_whole(lines, ND_WRAP_MOST, &text, &len);

	if (got > 0) {
		nd_digest_paste(log, text, len);
		got = 0;
	} else if (!got) {
		do {
			text = nd_lines_ahead(lines, &len);
			nd_lines_skip(lines, nd_digest_skim(log, text, len));
			got = nd_lines_next(lines, &text, &len);
			if (got > 0)
				nd_digest_line(log, text, len);
		} while (got > 0);
	}
	nd_lines_close(lines);
	return got;
}

static enum nd_exit read_file(struct nd_digest *log, const char *file)
{
	const char *name = strcmp(file, "-") ? file : "(standard input)";
	const char *text, *is_own = NULL;
	struct nd_lines lines;
	size_t len;
	int got = nd_lines_log(&lines, file);

	if (!got)
		got = nd_lines_whole(&lines, ND_WRAP_MOST, &text, &len);
	if (got >= 0)
		is_own = own(text, len);
	if (is_own)
		nd_lines_close(&lines);
	else if (got >= 0)
		got = read_lines(log, &lines);
	if (!got && !is_own)
		return ND_EXIT_OK;
	if (is_own)
		nd_error("%s: line 1: %s", name, is_own);
	else
		nd_error("%s: %s", name, nd_lines_why(got));
	return ND_EXIT_USAGE;
}

/* "dmesg | nestdiag dmesg" without the "-": the answer is about another log than was meant. */
static void note_input(void)
{
	struct stat st;
	int waits = 0;

	if (fstat(STDIN_FILENO, &st) ||
	    (!S_ISFIFO(st.st_mode) &&
	     (!S_ISREG(st.st_mode) || lseek(STDIN_FILENO, 0, SEEK_CUR))))
		return;
	if (!ioctl(STDIN_FILENO, FIONREAD, &waits) && waits > 0)
		nd_note("this is about the kernel's log; for standard input: nestdiag dmesg -");
}

static enum nd_exit read_kernel(struct nd_digest *log)
{
	static struct nd_kmsg kmsg;
	const char *text;
	size_t len;
	int got = nd_kmsg_open(&kmsg);

	if (!got) {
		while ((got = nd_kmsg_next(&kmsg, &text, &len)) > 0)
			nd_digest_line(log, text, len);
		nd_kmsg_close(&kmsg);
		note_input();
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

/* Whose log it is, where that is known without a look at its lines. */
static const char *machine_of(const struct nd_call *call, const char *file,
			      struct nd_kernel_id *kernel)
{
	static struct utsname own;

	nd_holes_of(&call->machine->facts, kernel);
	if (call->args->from)
		return call->machine->facts.machine;
	if (file || uname(&own))
		return "";
	nd_kernel_identify(own.release, own.version, kernel);
	return own.machine;
}

static enum nd_exit run(struct nd_call *call)
{
	const struct nd_args *args = call->args;
	const char *file = args->nr_words ? args->words[0] : args->file ? args->file :
			   args->from && nd_members_any(args->from) ? args->from : NULL;
	static struct nd_digest log;
	struct nd_kernel_id kernel;
	enum nd_exit ret;

	if (args->nr_words && args->file) {
		nd_error("'dmesg' takes one log, not '%s' and '%s'", args->words[0], args->file);
		return ND_EXIT_USAGE;
	}
	log.arch.arm = !strcmp(machine_of(call, file, &kernel), "aarch64");
	call->out->list(call->out, ND_ROW_MESSAGE);
	ret = file ? read_file(&log, file) : read_kernel(&log);
	nd_digest_end(&log);
	if (!ret)
		ret = answer(call, &log, &kernel);
	nd_digest_free(&log);
	return ret;
}

enum nd_exit nd_dmesg_lines(struct nd_call *call, struct nd_lines *lines)
{
	struct nd_digest log = { 0 };
	struct nd_kernel_id kernel;
	enum nd_exit ret = ND_EXIT_UNKNOWN;

	nd_holes_of(&call->machine->facts, &kernel);
	log.arch.arm = !strcmp(call->machine->facts.machine, "aarch64");
	call->out->list(call->out, ND_ROW_MESSAGE);
	if (!read_lines(&log, lines)) {
		nd_digest_end(&log);
		ret = answer(call, &log, &kernel);
	}
	nd_digest_free(&log);
	return ret;
}

const struct nd_cmd nd_cmd_dmesg = {
	.name = "dmesg",
	.summary = "explain the lines of a log that concern virtualization",
	.details = "Reads the kernel log, or FILE: output of dmesg or journalctl, a syslog file, or\n"
		   "a log of QEMU, libvirt, VirtualBox, VMware, Xen or Windows. Shows time, meaning,\n"
		   "cause and remedy of lines that nestdiag knows, in order; repeated lines once,\n"
		   "with their count. Harmless lines are marked as harmless. Lines that concern\n"
		   "virtualization and are not known are shown as such. All other lines are\n"
		   "skipped. With --from, values of capability registers are compared with those of\n"
		   "that machine.\n\n"
		   "Exit status: 0 nothing, or only harmless lines and notes, 1 lines that report a\n"
		   "problem, 3 none of these, but lines about virtualization that are not known, or\n"
		   "the kernel log cannot be read, 64 no such FILE, or none that is a log.",
	.example = "journalctl -k -b -1 | nestdiag dmesg -",
	.options = "F",
	.takes = "[FILE]",
	.max = 1,
	.needs = ND_NEEDS_NOTHING,
	.run = run,
};
