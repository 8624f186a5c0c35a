// SPDX-License-Identifier: GPL-2.0-only
/*
 * Lines become answers: repeated ones are counted, and what only continues a line that was found
 * is left to that line's answer.
 */
#include <stdlib.h>

#include "tools/digest/arch.h"
#include "tools/digest/advice.h"
#include "tools/digest/backtrace.h"
#include "tools/digest/bare.h"
#include "tools/digest/chatter.h"
#include "tools/digest/complaint.h"
#include "tools/digest/digest.h"
#include "tools/digest/failure.h"
#include "tools/digest/module.h"
#include "tools/digest/screen.h"
#include "tools/digest/skim.h"
#include "tools/digest/topic.h"
#include "tools/digest/typed.h"
#include "tools/digest/wordset.h"
#include "tools/digest/wrap.h"
#include "tools/log/logline.h"
#include "tools/log/unwrap.h"
#include "tools/out/text.h"

#define MAX_SEEN	2000	/* answers that differ in their values */
#define DUMP_LINES	200	/* of a dump of a VMCS or VMCB, at most */
#define NEAR		20	/* lines between one and what continues it */
#define FULL_LINES	100	/* what somebody cut out of a full log is shorter */
#define MAX_NEARLY	200	/* lines that are compared letter by letter */
#define TITLE_WITHIN	40	/* bytes of a line before such a title */

/* Values that are another thing to say; times, addresses and process numbers are not. */
static bool tells_apart(enum nd_msg_kind kind)
{
	return kind != ND_MSG_ANY && kind != ND_MSG_NEAR && kind != ND_MSG_WORD &&
	       kind != ND_MSG_N && kind != ND_MSG_HEX && kind != ND_MSG_CPU &&
	       kind != ND_MSG_VERR && kind != ND_MSG_EXIT_NAME;
}

static void make_key(const struct nd_msg_match *m, const struct nd_logline *line, char *key,
		     size_t size)
{
	const char *text = line->text + m->start;
	size_t at = 0, i;
	u32 hash = 0;

	*key = '\0';
	for (i = 0; i < m->nr && !m->message->fold; i++)
		if (tells_apart(m->values[i].kind))
			at += scnprintf(key + at, size - at, "%llx,", m->values[i].num);
	if (!m->message->apart)
		return;
	for (i = 0; m->start + i < line->len; i++)
		hash = hash * 31 + (u8)text[i];
	scnprintf(key + at, size - at, "%x", hash);
}

/* Lines with different clauses are different answers; one without is of any. */
static struct nd_seen *find_seen(struct nd_digest *d, const struct nd_msg_match *m,
				 const char *key, const struct nd_clause *clause)
{
	struct nd_seen *any = NULL;
	size_t i;

	for (i = 0; i < d->nr; i++) {
		struct nd_seen *seen = &d->list[i];

		if (seen->match.message != m->message)
			continue;
		if (!strcmp(seen->key, key) &&
		    (!clause || !seen->clause || nd_clause_same(clause, seen->clause)))
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

/* The answer that a line continues, NULL where it stands for itself. */
static struct nd_seen *continued(struct nd_digest *d, const struct nd_message *message)
{
	size_t i;

	for (i = d->nr; message->follows && i-- > 0;)
		if (d->lines - d->list[i].line <=
			    (message->dump || message->quiet ? DUMP_LINES : NEAR) &&
		    nd_is_listed(message->follows, d->list[i].match.message->id, " "))
			return &d->list[i];
	return NULL;
}

/* The answer of the fault whose trace is being read, NULL if it has none yet. */
static struct nd_seen *fault_seen(struct nd_digest *d)
{
	if (!d->fault.line || d->faulty >= d->nr)
		return NULL;
	return &d->list[d->faulty];
}

/* Without a call of the trace nobody knows whose code it was. */
static const char *oops_entry(const struct nd_fault *fault)
{
	if (!*fault->place)
		return fault->unnamed ? "kernel-fault-address" : "kernel-fault-head";
	return fault->oops ? "kernel-fault" : "kernel-warning";
}

/* A fault that is not KVM's is told, if nothing else in its trace tells more. */
static void add_oops(struct nd_digest *d)
{
	struct nd_msg_match match = {
		.message = nd_message_find(oops_entry(&d->fault)),
	};
	struct nd_seen *seen;
	size_t i;

	for (i = 0; i < d->nr; i++)
		if (d->list[i].line >= d->fault.line && !d->list[i].match.message->elsewhere &&
		    d->list[i].match.message->severity >= ND_MSG_WARNING)
			return;
	match.wording = match.message->wordings;
	seen = find_seen(d, &match, "", NULL);
	if (!seen) {
		seen = add_seen(d, &match, "");
		scnprintf(seen->text, sizeof(seen->text), "%s", d->oops);
		scnprintf(seen->first, sizeof(seen->first), "%s", d->oops_time);
		seen->fault = d->fault;
	}
	scnprintf(seen->last, sizeof(seen->last), "%s", d->oops_time);
	seen->line = d->fault.line;
	seen->count++;
}

/* The trace has ended: a fault that came before, in the same place, is counted there. */
static void end_fault(struct nd_digest *d)
{
	struct nd_seen *seen = fault_seen(d);
	size_t i;

	if (!seen && (d->fault.oops || (d->fault.warning && d->fault.vmm)))
		add_oops(d);
	if (!seen || !*seen->fault.function || d->faulty != d->nr - 1)
		return;
	for (i = 0; i < d->faulty; i++) {
		struct nd_seen *old = &d->list[i];

		if (old->match.message != seen->match.message ||
		    strcmp(old->fault.function, seen->fault.function) ||
		    strcmp(old->fault.kernel, seen->fault.kernel))
			continue;
		old->count += seen->count;
		scnprintf(old->last, sizeof(old->last), "%s", seen->last);
		d->nr--;
		break;
	}
	d->faulty = d->nr;
}

/* A line more of a fault's trace: the most telling entry of those that know its lines stays. */
static void take_fault(struct nd_digest *d, const struct nd_msg_match *match)
{
	struct nd_seen *seen = fault_seen(d);
	const struct nd_message *old = seen->match.message;

	if (match && !match->message->last &&
	    (old->last || match->message->severity > old->severity))
		seen->match = *match;
	seen->fault = d->fault;
	seen->line = d->lines;
}

/*
 * What "extra data[N]" of an internal error of KVM's holds,
 * by its suberror; on AMD exit codes of SVM.
 */
static enum nd_msg_kind extra_kind(const char *id, u64 number, u64 value)
{
	enum nd_msg_kind exit = value < 0x80 ? ND_MSG_EXIT : ND_MSG_SVM_EXIT;

	if (!strcmp(id, "suberror-exception"))
		return number < 2 ? ND_MSG_INTR_INFO : ND_MSG_ANY;
	if (!strcmp(id, "suberror-delivery"))
		return !number ? ND_MSG_INTR_INFO : number == 1 ? exit : ND_MSG_ANY;
	return !strcmp(id, "suberror-unexpected-exit") && !number ? exit : ND_MSG_ANY;
}

/* It belongs to the answer that names the error; of an error that is repeated, to its first. */
static bool take_extra(struct nd_digest *d, const struct nd_msg_match *match)
{
	struct nd_seen *seen;
	enum nd_msg_kind kind;
	size_t i;

	if (strcmp(match->message->id, "suberror-data"))
		return false;
	for (i = d->nr; i-- > 0;)
		if (!strncmp(d->list[i].match.message->id, "suberror-", 9) && d->lines - d->list[i].line <= NEAR)
			break;
	if (i >= d->nr)
		return false;
	seen = &d->list[i];
	if (match->nr < 2 || seen->count > 1 || seen->match.nr >= ND_MSG_VALUES)
		return true;
	kind = extra_kind(seen->match.message->id, match->values[0].num, match->values[1].num);
	if (kind == ND_MSG_ANY)
		return true;
	seen->match.values[seen->match.nr] = match->values[1];
	seen->match.values[seen->match.nr++].kind = kind;
	return true;
}

static void take_known(struct nd_digest *d, const struct nd_logline *line,
		       const struct nd_msg_match *match)
{
	struct nd_seen *seen = continued(d, match->message);
	const struct nd_clause *clause = nd_clause_of(match->message, line->text, line->len);
	char key[sizeof(seen->key)];

	d->known++;
	if (take_extra(d, match))
		return;
	if (match->message->fault && fault_seen(d)) {
		take_fault(d, match);
		return;
	}
	if (match->message->dump)
		d->dump = d->lines;
	if (seen) {
		seen->line = d->lines;
		if (!seen->clause)
			seen->clause = nd_clause_of(seen->match.message, line->text, line->len);
		if (match->message->fault)
			d->faulty = seen - d->list;
		return;
	}
	if (match->message->quiet)
		return;
	make_key(match, line, key, sizeof(key));
	/* Which fault it is shows at the end of its trace. */
	seen = match->message->fault ? NULL : find_seen(d, match, key, clause);
	if (!seen) {
		seen = add_seen(d, match, key);
		nd_text_escape(seen->text, sizeof(seen->text), line->text, line->len);
		scnprintf(seen->first, sizeof(seen->first), "%s", line->time);
	} else {
		nd_seen_add(seen, match);
		nd_seen_add_codes(seen, line->text, line->len);
	}
	if (!seen->clause)
		seen->clause = clause;
	scnprintf(seen->last, sizeof(seen->last), "%s", line->time);
	if (!seen->count || seen->line != d->lines)
		seen->count++;
	nd_seen_add_line(seen, line->text, line->len);
	seen->line = d->lines;
	if (match->message->fault) {
		seen->fault = d->fault;
		d->faulty = seen - d->list;
	}
}

/* An entry that is found otherwise than by its wordings. */
static void take_entry(struct nd_digest *d, const struct nd_logline *line, const char *id)
{
	struct nd_msg_match match = { .message = nd_message_find(id) };

	match.wording = &match.message->wordings[0];
	take_known(d, line, &match);
}

/* "name+0x12/0x34": a frame of a call trace, which belongs to what stands above it. */
static bool is_frame(const char *text, size_t len)
{
	const char *at = memmem(text, len, "+0x", 3);

	return at && memmem(at, len - (at - text), "/0x", 3);
}

/* "CR3 = 0x1000", "*** Host State ***", "kvm_amd: exit_code:  ffffffff": below a dump's head. */
static bool is_dumped(const char *text, size_t len)
{
	static const char amd[] = "kvm_amd: ";
	const char *at = memmem(text, len, amd, sizeof(amd) - 1);

	if (memchr(text, '=', len) || memmem(text, len, "***", 3) || memmem(text, len, "(XEN)", 5))
		return true;
	at = at ? at + sizeof(amd) - 1 : NULL;
	return at && memmem(at, text + len - at, ":  ", 3);
}

static void take_unknown(struct nd_digest *d, const struct nd_logline *line)
{
	struct nd_msg_match match;
	enum nd_topic topic;
	const char *id;

	if (d->dump && d->lines - d->dump < DUMP_LINES && is_dumped(line->text, line->len))
		return;
	if (!nd_msg_topical(line->text, line->len) || is_frame(line->text, line->len))
		return;
	if (d->traced && d->traced + 1 == d->lines)
		return;
	if (nd_is_backtrace(line->text, line->len)) {
		d->traced = nd_is_python_call(line->text, line->len) ? d->lines : 0;
		return;
	}
	topic = nd_topic(line->text, line->len);
	if (topic == ND_TOPIC_NONE || nd_is_prompt(line->text, line->len) ||
	    nd_has_passed(line->text, line->len))
		return;
	id = nd_module_refused(line->text, line->len);
	if (!id)
		id = nd_complaint(line->text, line->len);
	if (id) {
		take_entry(d, line, id);
		return;
	}
	if (line->full && (d->lines > FULL_LINES || !nd_has_failed(line->text, line->len)))
		return;
	if (!line->full && topic == ND_TOPIC_NAMED && d->unknown.nr < MAX_NEARLY &&
	    nd_msg_match_nearly(line->text, line->len, &match)) {
		take_known(d, line, &match);
		return;
	}
	if (!line->full && nd_failure(line->text, line->len, &match)) {
		take_known(d, line, &match);
		return;
	}
	/* A command is a question; the line behind it may answer. */
	if (topic == ND_TOPIC_NEAR || d->output.asked || nd_is_chatter(line->text, line->len))
		return;
	nd_unknown_add(&d->unknown, line->text, line->len, d->lines);
}

/* The same as without this line, or no more than that the reason stands elsewhere. */
static bool is_held(const struct nd_digest *d, const struct nd_message *message)
{
	return d->held.seen && d->held.seen == d->nr &&
	       (message->elsewhere || d->list[d->nr - 1].match.message == message);
}

/* Lines are wrapped where they are pasted: known is what two of them make together. */
static bool take_joined(struct nd_digest *d, const char *text, size_t len)
{
	char joined[ND_MSG_LINE];
	struct nd_msg_match match;
	struct nd_logline line;
	bool blank = true, found;
	size_t n;

	while (len && (*text == ' ' || *text == '\t')) {
		text++;
		len--;
	}
	if (!nd_held_is_broken(&d->held, text, len))
		return false;
	do {
		n = nd_held_join(&d->held, text, len, blank, joined, sizeof(joined));
		nd_logline_parse(&line, joined, n);
		found = nd_msg_match(line.text, line.len, &match) && !is_held(d, match.message);
		blank = !blank;
	} while (!found && !blank && nd_held_is_wide(&d->held));
	if (!found)
		return false;
	d->unknown.nr -= d->held.shown;
	/* Half of the line was answered by its words; the whole is known. */
	if (d->held.seen && d->held.seen == d->nr) {
		d->nr--;
		d->known--;
	}
	nd_held_clear(&d->held);
	take_known(d, &line, &match);
	return true;
}

static void take_not_known(struct nd_digest *d, const struct nd_logline *line, const char *text,
			   size_t len)
{
	u64 unknown = d->unknown.nr;
	size_t nr = d->nr;
	bool more;

	take_unknown(d, line);
	more = nd_held_add(&d->held, text, len, d->unknown.nr - unknown, true);
	if (d->nr > nr)
		d->held.seen = d->nr;
	else if (!more)
		d->held.seen = 0;
}

/*
 * What a front end says that a VMM said: the rest of the
 * line is the VMM's own, NULL if there is none.
 */
static const char *within(const char *text, size_t len)
{
	static const char *const heads[] = {
		"process exited while connecting to monitor: ", "unexpectedly closed the monitor: ",
		"early end of file from monitor, possible problem: ",
		"error messages from qemu log: ",
		"qemu stderr: ", "Stderr: ", "stderr: ", "stderr=", "exit status 1: ",
		"with code 1: ",
		"Failed to start domain", "failed to start machine: ",
		"Driver stopped due to error: ",
	};
	const char *found = NULL;
	size_t i;

	for (i = 0; i < ARRAY_SIZE(heads); i++) {
		const char *at = memmem(text, len, heads[i], strlen(heads[i]));

		if (at && at + strlen(heads[i]) > found)
			found = at + strlen(heads[i]);
	}
	return found && found + 4 < text + len ? found : NULL;
}

/* In place of "it ended" the reason, where the same line has one. */
static void take_reason(const struct nd_logline *line, struct nd_msg_match *match)
{
	const char *text = match->message->elsewhere ? within(line->text, line->len) : NULL;
	struct nd_msg_match other;
	struct nd_logline rest;

	if (!text)
		return;
	nd_logline_parse(&rest, text, line->text + line->len - text);
	if (nd_msg_match(rest.text, rest.len, &other) ?
		    !other.message->elsewhere && !other.message->quiet :
		    nd_failure(rest.text, rest.len, &other) && !other.message->elsewhere)
		*match = other;
}

static void take_text(struct nd_digest *d, const char *text, size_t len)
{
	u64 begun = d->fault.line;
	struct nd_msg_match match;
	struct nd_fault fault;
	struct nd_logline line;
	bool faulty, matched;
	size_t nr;

	nd_logline_parse(&line, text, len);
	nd_arch_line(&d->arch, line.text, line.len);
	fault = d->fault;
	faulty = nd_fault_line(&fault, d->lines, line.text, line.len);
	if (fault.line != begun) {
		end_fault(d);
		d->faulty = d->nr;
		nd_text_escape(d->oops, sizeof(d->oops), line.text, line.len);
		scnprintf(d->oops_time, sizeof(d->oops_time), "%s", line.time);
	}
	d->fault = fault;
	matched = nd_msg_match(line.text, line.len, &match);
	if (matched && match.message->idle && nd_has_failed(line.text, line.len))
		matched = false;
	if (faulty && !fault_seen(d) && (!matched || match.message->quiet)) {
		take_entry(d, &line, nd_fault_entry(&d->fault));
	} else if (matched) {
		take_reason(&line, &match);
		nr = d->nr;
		take_known(d, &line, &match);
		*d->held.text = '\0';
		/* The reason may stand where the line was broken. */
		if (match.message->elsewhere && d->nr > nr && len >= ND_HELD_WIDTH) {
			nd_held_add(&d->held, text, len, 0, true);
			d->held.seen = d->nr;
		}
	} else if (!take_joined(d, text, len)) {
		take_not_known(d, &line, text, len);
	}
	/* The kernel's version may stand in a line of its own. */
	if (fault_seen(d) && d->lines - d->fault.line <= ND_FAULT_LINES)
		take_fault(d, NULL);
}

/* Of a trace, calls that have nothing to do with virtualization count as well. */
static void take_frame(struct nd_digest *d, const char *text, size_t len)
{
	struct nd_logline line;

	if (!d->fault.line || d->lines - d->fault.line > ND_FAULT_LINES)
		return;
	nd_logline_parse(&line, text, len);
	nd_fault_line(&d->fault, d->lines, line.text, line.len);
	if (fault_seen(d))
		fault_seen(d)->fault = d->fault;
}

/* Said by a word of the line, or no more than that the reason stands elsewhere. */
static bool is_weak(const struct nd_msg_match *match)
{
	return match->stem || match->message->elsewhere;
}

static bool match_part(const char *text, size_t len, struct nd_msg_match *match)
{
	bool known = nd_msg_match(text, len, match) && !match->message->quiet &&
		     match->message->severity >= ND_MSG_WARNING;
	struct nd_msg_match failure;
	const char *id;

	if ((known && !match->message->elsewhere) || !nd_topic(text, len))
		return known;
	id = nd_complaint(text, len);
	if (id) {
		*match = (struct nd_msg_match){ .message = nd_message_find(id) };
		match->wording = match->message->wordings;
		return true;
	}
	if (!nd_failure(text, len, &failure))
		return known;
	*match = failure;
	return true;
}

/*
 * An error and its causes are one answer: that of the deepest cause which has one, together with
 * those below it. What lines of them said alone, by their words only, goes; the others that came
 * meanwhile are no part of it.
 */
static void end_chain(struct nd_digest *d)
{
	struct nd_chain *chain = &d->chain;
	struct nd_msg_match match, best;
	struct nd_logline line;
	u32 part = chain->parts;
	size_t i, kept = d->chained;
	bool found = false, strong = false;

	chain->parts = 0;
	while (part-- > 0 && !(found && !is_weak(&best))) {
		const char *text = chain->text + chain->at[part];

		if (!match_part(text, strlen(text), &match) || (found && is_weak(&match)))
			continue;
		best = match;
		found = true;
	}
	if (!found)
		return;
	for (i = d->chained; i < d->nr; i++) {
		struct nd_seen *seen = &d->list[i];

		if (seen->chained && is_weak(&seen->match))
			continue;
		if (seen->chained && seen->match.message->severity == ND_MSG_ERROR) {
			strong = true;
			/* The number stands in a cause that says nothing more. */
			if (!seen->clause)
				seen->clause = nd_clause_of(seen->match.message, chain->text,
							    strlen(chain->text));
		}
		seen->chained = false;
		d->list[kept++] = *seen;
	}
	if (kept < d->nr) {
		d->nr = kept;
		d->faulty = kept;
		nd_held_clear(&d->held);
	}
	if (strong)
		return;
	nd_logline_parse(&line, chain->text, strlen(chain->text));
	best.start = 0;
	take_known(d, &line, &best);
	/* Its lines were counted one by one. */
	d->known--;
}

/* "kvm_mmu_load+0x29e/0x480 [kvm]" of no fault that is being read. */
static void take_headless(struct nd_digest *d, const char *text, size_t len)
{
	struct nd_logline line;
	struct nd_fault fault = { .line = d->lines };

	if (*d->headless || (d->fault.line && d->lines - d->fault.line <= ND_FAULT_LINES) ||
	    !memmem(text, len, "+0x", 3))
		return;
	nd_logline_parse(&line, text, len);
	if (nd_fault_line(&fault, d->lines, line.text, line.len) && *fault.module)
		nd_text_escape(d->headless, sizeof(d->headless), line.text, line.len);
}

static void mark_chained(struct nd_digest *d, size_t from)
{
	for (; from < d->nr; from++)
		d->list[from].chained = true;
}

/* A line of which causes may follow; @nr answers were there before it. */
static void come_before(struct nd_digest *d, const char *text, size_t len, size_t nr)
{
	scnprintf(d->before, sizeof(d->before), "%.*s", (int)len, text);
	d->before_line = d->lines;
	d->before_nr = nr;
}

/* The error stands in the line before, or before an empty one, and is of the same program. */
static void begin_chain(struct nd_digest *d, const char *text, size_t len)
{
	char tag[ND_CHAIN_TAG], before[ND_CHAIN_TAG];

	nd_chain_tag(tag, text, len);
	nd_chain_tag(before, d->before, strlen(d->before));
	d->chained = d->nr;
	if (!d->before_line || d->lines - d->before_line > 2 || strcmp(tag, before)) {
		nd_chain_begin(&d->chain, text, len, "");
		return;
	}
	nd_chain_begin(&d->chain, text, len, d->before);
	if (d->before_nr < d->nr)
		d->chained = d->before_nr;
	mark_chained(d, d->chained);
}

/* A line, or a line within it; one that a panic announced goes with the source that it is of. */
static void take_line(struct nd_digest *d, const char *text, size_t len)
{
	enum nd_link link = ND_LINK_END;
	char joined[ND_MSG_LINE];
	size_t nr;

	if (d->chain.parts)
		link = nd_chain_add(&d->chain, text, len);
	if (d->chain.parts && link == ND_LINK_END)
		end_chain(d);
	len = nd_chain_panicked(&d->chain, &text, len, joined, sizeof(joined));
	take_headless(d, text, len);
	nr = d->nr;
	take_text(d, text, len);
	if (link == ND_LINK_CAUSE)
		mark_chained(d, nr);
	nd_chain_panic(&d->chain, text, len);
	if (nd_chain_begins(text, len)) {
		if (d->chain.parts)
			end_chain(d);
		begin_chain(d, text, len);
	} else if (!d->chain.parts) {
		come_before(d, text, len, nr);
	}
}

static void take_listed(struct nd_digest *d, const char *id)
{
	struct nd_logline line = { .text = d->question, .len = strlen(d->question) };

	if (id)
		take_entry(d, &line, id);
}

static void ask(struct nd_digest *d, const char *text, size_t len)
{
	while (len && strchr("\r\n", text[len - 1]))
		len--;
	scnprintf(d->question, sizeof(d->question), "%.*s", (int)len, text);
}

/* Which feature it is may stand in a line before; several are one answer. */
static void take_feature(struct nd_digest *d, const char *text, size_t len)
{
	const char *name = d->output.name;
	struct nd_msg_match match = {
		.message = nd_message_find("output-feature-off"),
		.nr = 1,
	};
	char joined[ND_MSG_LINE];
	struct nd_logline line;

	match.wording = &match.message->wordings[0];
	match.values[0].kind = ND_MSG_WORD;
	scnprintf(match.values[0].text, sizeof(match.values[0].text), "%s", name);
	if (!memmem(text, len, name, strlen(name))) {
		len = scnprintf(joined, sizeof(joined), "%s: %.*s", name, (int)len, text);
		text = joined;
	}
	nd_logline_parse(&line, text, len);
	take_known(d, &line, &match);
}

/* "STATE : 1  STOPPED" says nothing without the service, which a line before named. */
static const char *with_service(const struct nd_digest *d, const char *text, size_t *len,
				char *joined, size_t size)
{
	const char *name = d->output.name;

	if (!*name || memmem(text, *len, name, strlen(name)))
		return text;
	while (*len && (*text == ' ' || *text == '\t')) {
		text++;
		(*len)--;
	}
	*len = scnprintf(joined, size, "%s: %.*s", name, (int)*len, text);
	return joined;
}

/* The answer of a command, which may be a letter only, or a list of features over several lines. */
static bool take_output(struct nd_digest *d, const char *text, size_t len)
{
	bool asked = d->output.asked;
	char joined[ND_MSG_LINE];
	struct nd_logline line;
	size_t said = len;
	const char *id;

	if (nd_output_list(&d->output, text, len, &id)) {
		take_listed(d, id);
		return true;
	}
	take_listed(d, nd_output_end(&d->output));
	id = nd_output_line(&d->output, text, len);
	if (id && !strcmp(id, "output-guest"))
		nd_below_named(&d->below, text, len);
	if (id && asked) {
		/* Where nothing was printed the line is the next command. */
		said = d->output.unanswered ?
		       scnprintf(joined, sizeof(joined), "%s", d->question) :
		       scnprintf(joined, sizeof(joined), "%s: %.*s", d->question, (int)len, text);
	}
	/* An empty line, or the mark of a quotation, stands between question and answer. */
	if ((d->output.asked || d->output.list) && d->output.spoke)
		ask(d, text, len);
	if (id && asked)
		text = joined;
	if (!id)
		return d->output.list;
	*d->held.text = '\0';
	if (!strcmp(id, "output-feature-off")) {
		take_feature(d, text, said);
		return true;
	}
	if (!strcmp(id, "service-stopped"))
		text = with_service(d, text, &said, joined, sizeof(joined));
	nd_logline_parse(&line, text, said);
	take_entry(d, &line, id);
	return true;
}

static const char title[] = "TASK [", recap[] = " unreachable=";

/* "TASK [Fail if virtualization is not supported] ****": Ansible tells what it is going to do. */
static bool is_title(const char *line, size_t len)
{
	size_t i, most = len < TITLE_WITHIN ? len : TITLE_WITHIN;

	for (i = 0; i + sizeof(title) - 1 <= most; i++)
		if (!memcmp(line + i, title, sizeof(title) - 1))
			return true;
	/* "kvmhost01 : ok=12 changed=3 unreachable=0 failed=1": what it did. */
	return memmem(line, len, recap, sizeof(recap) - 1);
}

static void take_whole(struct nd_digest *d, const char *line, size_t len)
{
	struct nd_unwrap unwrap;
	char shown[ND_SCREEN];
	const char *text;

	nd_screen(&line, &len, shown);
	nd_below_line(&d->below, line, len);
	nd_bare(&line, &len);
	if (is_title(line, len) || take_output(d, line, len))
		return;
	if (!nd_chain_goes_on(&d->chain) && !nd_msg_concerns(line, len) &&
	    !nd_chain_begins(line, len)) {
		if (d->held.topical && take_joined(d, line, len))
			return;
		take_frame(d, line, len);
		nd_held_other(&d->held, line, len);
		return;
	}
	nd_unwrap(&unwrap, line, len);
	while (nd_unwrap_next(&unwrap, &text, &len))
		take_line(d, text, len);
}

/* What take_headless() and is_title() look for in any line. */
static const char *const others[] = { "+0x", title };

static void watch(void)
{
	static const struct nd_wordset others_set = ND_WORDSET(others);
	static bool begun;

	if (begun)
		return;
	begun = true;
	nd_skim_watch(&nd_fault_begins);
	nd_skim_watch(&nd_output_words);
	nd_skim_watch(&nd_property_words);
	nd_skim_watch(&nd_arch_arm_words);
	nd_skim_watch(&nd_arch_riscv_words);
	nd_skim_watch(&nd_arch_x86_words);
	nd_skim_watch(&nd_arch_amd_words);
	nd_skim_watch(&nd_arch_intel_words);
	nd_skim_watch(&nd_below_words);
	nd_skim_watch(&nd_chain_words);
	nd_skim_watch(&others_set);
}

/* A line that tells nothing, though a part of one that does may follow. */
static void pass(struct nd_digest *d, const char *line, size_t len)
{
	nd_bare(&line, &len);
	if (!nd_msg_concerns(line, len))
		nd_held_other(&d->held, line, len);
	else if (!nd_held_add(&d->held, line, len, 0, true))
		d->held.seen = 0;
}

/* At most one line stands between @line and the end. */
static bool is_near_end(const char *line, const char *end)
{
	const char *next = line < end ? memchr(line, '\n', end - line) : NULL;

	return !next || next + 1 == end;
}

/* What says nothing alone may be the error that causes follow. */
static void pass_by(struct nd_digest *d, const char *line, size_t len)
{
	struct nd_unwrap unwrap;
	char shown[ND_SCREEN];
	const char *text;

	nd_screen(&line, &len, shown);
	nd_bare(&line, &len);
	if (!nd_msg_concerns(line, len))
		return;
	nd_unwrap(&unwrap, line, len);
	while (nd_unwrap_next(&unwrap, &text, &len))
		come_before(d, text, len, d->nr);
}

size_t nd_digest_skim(struct nd_digest *d, const char *text, size_t len)
{
	bool fault = d->fault.line && d->lines + 1 - d->fault.line <= ND_FAULT_LINES;
	const char *held, *line, *next, *end;

	if (!len || d->output.asked || d->output.list || d->output.optional ||
	    d->output.service || d->output.distros || d->output.events ||
	    d->output.table.left || nd_chain_goes_on(&d->chain) || fault)
		return 0;
	watch();
	end = text + nd_skim(d->held.text, text, len, &held);
	if (held > text)
		*d->held.text = '\0';
	for (line = text; line < end; line = next) {
		next = (const char *)memchr(line, '\n', end - line) + 1;
		d->lines++;
		if (line >= held)
			pass(d, line, next - 1 - line);
		if (is_near_end(next, end))
			pass_by(d, line, next - 1 - line);
	}
	return end - text;
}

/* A progress message and what came after it, or a log whose lines end with carriage returns. */
static void take_parts(struct nd_digest *d, const char *line, size_t len)
{
	const char *end;

	d->lines++;
	while ((end = memchr(line, '\r', len))) {
		if (end > line)
			take_whole(d, line, end - line);
		len -= end + 1 - line;
		line = end + 1;
		if (!len)
			return;
	}
	take_whole(d, line, len);
}

void nd_digest_line(struct nd_digest *d, const char *line, size_t len)
{
	const char *end;

	while ((end = memchr(line, '\n', len))) {
		take_parts(d, line, end - line);
		len -= end + 1 - line;
		line = end + 1;
	}
	take_parts(d, line, len);
}

void nd_digest_paste(struct nd_digest *d, const char *text, size_t len)
{
	char *whole = nd_realloc(NULL, len + 1);
	size_t joined, n;

	n = nd_wrap_undo(text, len, whole, &joined);
	if (n && whole[n - 1] == '\n')
		n--;
	if (n || len)
		nd_digest_line(d, whole, n);
	d->lines += joined;
	free(whole);
}

/*
 * What this answer says to look for was found, or, where it is a guess, anything
 * that is sure. That a VM did not start is told by any guess that says why.
 */
static bool is_told(const struct nd_digest *d, const struct nd_seen *seen)
{
	bool start = !strcmp(seen->match.message->id, "failed-start");
	/* "no-kvm", "no-virtualization": more than what a word of another line says. */
	bool lacks = !strncmp(seen->match.message->id, "no-", 3);
	size_t i;

	for (i = 0; i < d->nr; i++) {
		const struct nd_seen *other = &d->list[i];

		if (other->match.message->severity == ND_MSG_ERROR &&
		    !other->match.message->elsewhere &&
		    nd_seen_is_near(other, seen->line, NEAR) &&
		    (!other->match.stem || (!seen->match.stem && !lacks) || start))
			return true;
	}
	return false;
}

/* Nothing was said but calls: who pasted them left out what happened. */
static void tell_headless(struct nd_digest *d)
{
	struct nd_msg_match match = { .message = nd_message_find("kvm-trace-part") };
	struct nd_seen *seen;

	if (!*d->headless || d->nr)
		return;
	match.wording = match.message->wordings;
	seen = add_seen(d, &match, "");
	scnprintf(seen->text, sizeof(seen->text), "%s", d->headless);
	seen->count = 1;
}

void nd_digest_end(struct nd_digest *d)
{
	size_t i, kept = 0;

	take_listed(d, nd_output_end(&d->output));
	if (d->chain.parts)
		end_chain(d);
	end_fault(d);
	tell_headless(d);
	for (i = 0; i < d->nr; i++) {
		const struct nd_msg_match *match = &d->list[i].match;

		if ((match->message->elsewhere || match->stem) && is_told(d, &d->list[i]))
			d->list[i].count = 0;
	}
	for (i = 0; i < d->nr; i++)
		if (d->list[i].count)
			d->list[kept++] = d->list[i];
	d->nr = kept;
	for (i = 0; i < d->nr; i++)
		nd_arch_exits(&d->arch, &d->list[i].match);
	nd_unknown_pick(&d->unknown, d->list, d->nr);
}

void nd_digest_free(struct nd_digest *d)
{
	free(d->list);
}
