// SPDX-License-Identifier: GPL-2.0-only
/*
 * A machine's facts from a file: a snapshot, perhaps within a mail, or a log of VirtualBox.
 */
#include <errno.h>

#include <linux/nestdiag.h>

#include "core/record/snapshot_read.h"

#include "tools/in/snapshot.h"
#include "tools/in/vboxlog.h"
#include "tools/in/vmwarelog.h"

#define MAX_MAIL	(1u << 20)	/* bytes of a mail in front of the snapshot */
#define EXCERPT		48	/* bytes of a bad line that its message shows */

static enum nd_exit bad_line(struct nd_machine *m, const struct nd_parser *p, u32 line,
			     const char *text, size_t len)
{
	char excerpt[EXCERPT * 2];
	char why[sizeof(p->why)];

	nd_text_escape(why, sizeof(why), p->why, strlen(p->why));
	nd_text_escape(excerpt, sizeof(excerpt), text, len < EXCERPT ? len : EXCERPT);
	snprintf(m->error, sizeof(m->error), "%.200s:%u: %s: \"%s%s\"", m->name, line, why,
		 excerpt, len > EXCERPT ? "..." : "");
	return ND_EXIT_USAGE;
}

static enum nd_exit take_line(struct nd_machine *m, struct nd_parser *p, u32 line,
			      const char *text, size_t len)
{
	for (;;) {
		switch (nd_snapshot_parse(p, text, len)) {
		case ND_PARSED_BAD:
			return bad_line(m, p, line, text, len);
		case ND_PARSED_FULL:
			if (p->wants_failures) {
				nd_machine_add_failures(m);
				continue;
			}
			if (nd_machine_make_room(m))
				continue;
			snprintf(m->error, sizeof(m->error), "%.200s:%u: too many records", m->name,
				 line);
			return ND_EXIT_USAGE;
		default:
			return ND_EXIT_OK;
		}
	}
}

static void note_unknown(struct nd_machine *m)
{
	if (m->ignored)
		nd_strings_add(&m->notes, "%s: %u record%s ignored that this version does not know",
			       m->name, m->ignored, m->ignored == 1 ? " was" : "s were");
	if (m->extra)
		nd_strings_add(&m->notes,
			       "%s: %u record%s fields that this version does not know", m->name,
			       m->extra, m->extra == 1 ? " has" : "s have");
}

static void settle(struct nd_machine *m)
{
	u32 i;

	for (i = 0; i < m->facts.nr_cpus; i++)
		nd_cpu_settle_msrs(&m->facts.cpus[i]);
}

/* A log of VirtualBox, of which the first line is at hand, in place of a snapshot. */
static enum nd_exit parse_vboxlog(struct nd_machine *m, struct nd_lines *lines, const char *text,
				  size_t len)
{
	struct nd_cpu *cpu = nd_machine_add_cpu(m, 0);
	enum nd_reg reg;
	u32 found = 0;
	u64 value;

	do {
		if (!cpu || !nd_vboxlog_register(text, len, &reg, &value))
			continue;
		cpu->regs[reg] = (struct nd_value){ value, ND_OK };
		found++;
	} while (nd_lines_next(lines, &text, &len) > 0);
	if (!found) {
		snprintf(m->error, sizeof(m->error),
			 "%.200s: a log of VirtualBox without the host's VMX registers", m->name);
		return ND_EXIT_USAGE;
	}
	settle(m);
	nd_strings_add(&m->notes,
		       "%s: %u VMX registers of VirtualBox's host; a VBox.log tells nothing else of it",
		       m->name, found);
	return ND_EXIT_OK;
}

/* The same of VMware. Where a leaf stands twice, the first is kept. */
static enum nd_exit parse_vmwarelog(struct nd_machine *m, struct nd_lines *lines, const char *text,
				    size_t len)
{
	struct nd_cpu *cpu = nd_machine_add_cpu(m, 0);
	struct nd_cpuid leaf;
	enum nd_reg reg;
	u32 found = 0;
	u64 value;

	do {
		if (cpu && nd_vmwarelog_leaf(text, len, &leaf) && cpu->nr_cpuid < ND_MAX_LEAVES &&
		    !nd_cpu_leaf(cpu, leaf.leaf, leaf.subleaf))
			cpu->cpuid[cpu->nr_cpuid++] = leaf;
		if (!cpu || !nd_vmwarelog_register(text, len, &reg, &value))
			continue;
		cpu->regs[reg] = (struct nd_value){ value, ND_OK };
		found++;
	} while (nd_lines_next(lines, &text, &len) > 0);
	if (!cpu || !cpu->nr_cpuid) {
		snprintf(m->error, sizeof(m->error),
			 "%.200s: a log of VMware without the host's CPUID leaves", m->name);
		return ND_EXIT_USAGE;
	}
	nd_vmwarelog_ident(cpu);
	settle(m);
	nd_strings_add(&m->notes,
		       "%s: %u CPUID leaves and %u registers of VMware's host; this vmware.log tells nothing else of it",
		       m->name, cpu->nr_cpuid, found);
	return ND_EXIT_OK;
}

/**
 * struct mail - a snapshot within a mail
 * @line:   number of the line last read
 * @read:   bytes up to its end
 * @quoted: every line of it begins with "> "
 * @first:  beginning of the first line, for the message if no snapshot comes
 * @len:    length of that line
 */
struct mail {
	u32 line;
	size_t read;
	bool quoted;
	char first[EXCERPT];
	size_t len;
};

/* The marks of quoting, also of a quotation within a quotation. */
static size_t quote_length(const char *text, size_t len)
{
	size_t n;

	for (n = 0; n < len && (text[n] == '>' || (n && text[n] == ' ')); n++)
		;
	return n;
}

/* Does the snapshot begin here? Before that there may be text of any kind. */
static bool begins(struct mail *mail, const char *text, size_t len)
{
	static const char magic[] = NESTDIAG_SNAPSHOT_MAGIC;
	size_t quote = quote_length(text, len);

	mail->quoted = quote;
	return len - quote >= sizeof(magic) - 1 && !memcmp(text + quote, magic, sizeof(magic) - 1);
}

/* A line that is not quoted ends what was: the answer to it stands below. */
static enum nd_exit take_mail(struct nd_machine *m, struct nd_parser *p, struct mail *mail,
			      const char *text, size_t len)
{
	size_t quote = mail->quoted ? quote_length(text, len) : 0;

	if (mail->quoted && !quote)
		return ND_EXIT_OK;
	return take_line(m, p, mail->line, text + quote, len - quote);
}

/* Why there is no snapshot: what the parser says to the first line. */
static enum nd_exit no_snapshot(struct nd_machine *m, struct nd_parser *p, const struct mail *mail)
{
	if (!mail->line) {
		snprintf(m->error, sizeof(m->error), "%.200s: empty, not a snapshot", m->name);
		return ND_EXIT_USAGE;
	}
	nd_snapshot_parse(p, mail->first, mail->len < EXCERPT ? mail->len : EXCERPT);
	return bad_line(m, p, 1, mail->first, mail->len);
}

enum nd_exit nd_machine_parse(struct nd_machine *m, struct nd_lines *lines, const char *name)
{
	struct nd_parser parser = { .facts = &m->facts };
	enum nd_exit ret = ND_EXIT_OK;
	struct mail mail = { 0 };
	const char *text;
	size_t len;
	int got;

	m->name = name;
	while ((got = nd_lines_next(lines, &text, &len)) > 0) {
		if (!mail.line++) {
			if (nd_vboxlog_begins(text, len))
				return parse_vboxlog(m, lines, text, len);
			if (nd_vmwarelog_begins(text, len))
				return parse_vmwarelog(m, lines, text, len);
			memcpy(mail.first, text, len < EXCERPT ? len : EXCERPT);
			mail.len = len;
		}
		mail.read += len + 1;
		if (!parser.line && !begins(&mail, text, len)) {
			if (mail.read > MAX_MAIL)
				break;
			continue;
		}
		ret = take_mail(m, &parser, &mail, text, len);
		if (ret)
			return ret;
	}
	m->ignored = parser.ignored;
	m->extra = parser.extra;

	if (got < 0) {
		snprintf(m->error, sizeof(m->error), "%.200s: %s", name,
			 got == -EFBIG ? "larger than any snapshot" : nd_lines_why(got));
		return got == -EFBIG || got == -EBADMSG || got == -ENOMSG || got == -ENOBUFS ?
			       ND_EXIT_USAGE :
			       ND_EXIT_UNKNOWN;
	}
	if (!parser.line)
		return no_snapshot(m, &parser, &mail);
	note_unknown(m);
	settle(m);
	return ND_EXIT_OK;
}

enum nd_exit nd_machine_load(struct nd_machine *m, const char *file)
{
	const char *name = strcmp(file, "-") ? file : "(standard input)";
	struct nd_lines lines;
	int err = nd_lines_user(&lines, file);
	enum nd_exit ret;

	if (err) {
		snprintf(m->error, sizeof(m->error), "%.200s: %s", name, strerror(-err));
		return ND_EXIT_UNKNOWN;
	}
	ret = nd_machine_parse(m, &lines, name);
	nd_lines_close(&lines);
	return ret;
}
