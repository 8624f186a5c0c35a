// SPDX-License-Identifier: GPL-2.0-only
/*
 * nestdiag report: what the commands answer, in one file.
 */
#include <errno.h>
#include <stdlib.h>
#include <strings.h>
#include <time.h>

#include "core/record/snapshot_write.h"

#include "tools/cmd/archive.h"
#include "tools/cmd/figures.h"
#include "tools/cmd/hotfacts.h"
#include "tools/cmd/reportparts.h"
#include "tools/collect/learn.h"
#include "tools/in/snapshot.h"
#include "tools/out/file.h"
#include "tools/redact/facts.h"
#include "tools/html/html.h"
#include "tools/report/markdown.h"
#include "tools/report/rates.h"

static bool ends_in(const char *text, const char *end)
{
	size_t len = strlen(text), n = strlen(end);

	return len >= n && !strcasecmp(text + len - n, end);
}

static int write_html(FILE *to, const struct nd_doc *doc, const struct nd_items *items)
{
	(void)items;
	nd_html(to, doc);
	return 0;
}

static int write_markdown(FILE *to, const struct nd_doc *doc, const struct nd_items *items)
{
	(void)items;
	nd_markdown(to, doc);
	return 0;
}

/* What a file is told by its name. */
static const struct form {
	const char *end;
	int (*write)(FILE *to, const struct nd_doc *doc, const struct nd_items *items);
} forms[] = {
	{ ".html", write_html },
	{ ".htm", write_html },
	{ ".md", write_markdown },
	{ ".markdown", write_markdown },
	{ ".tar.zst", nd_archive_write },
	{ ".tzst", nd_archive_write },
};

static const struct form *form_of(const char *file)
{
	size_t i;

	if (!strcmp(file, "-"))
		file = ".md";
	for (i = 0; i < ARRAY_SIZE(forms); i++)
		if (ends_in(file, forms[i].end))
			return &forms[i];
	nd_error("%s: the name of a report ends in .html, .md or .tar.zst", file);
	return NULL;
}

static enum nd_exit write_file(const char *file, const struct form *form, const struct nd_doc *doc,
			       const struct nd_items *items)
{
	FILE *to = nd_out_file_open(file);
	int err = to ? 0 : -errno, closed;

	if (to) {
		err = form->write(to, doc, items);
		closed = nd_out_file_close(to);
		err = err ? err : closed;
	}
	if (!err)
		return ND_EXIT_OK;
	nd_error("%s: %s", file, strerror(-err));
	return ND_EXIT_UNKNOWN;
}

static void write_line(void *ctx, const char *text)
{
	fprintf(ctx, "%s\n", text);
}

static void add_snapshot(struct nd_items *items, const char *path, const char *title,
			 const struct nd_facts *facts)
{
	char *text = NULL;
	size_t len = 0;
	FILE *to = open_memstream(&text, &len);

	if (!to)
		return;
	nd_snapshot_write(facts, &(struct nd_writer){ .line = write_line, .ctx = to });
	fclose(to);
	nd_items_add(items, path, title, ND_ITEM_TAKEN, "", text, len);
}

static void redact_notes(struct nd_redact *redact, struct nd_strings *notes)
{
	size_t i, len;

	for (i = 0; i < notes->nr; i++) {
		char *text = nd_redact(redact, notes->list[i], strlen(notes->list[i]), &len);

		if (!text)
			continue;
		free(notes->list[i]);
		notes->list[i] = text;
	}
}

/* Its facts are read by now; damage further on costs what is behind it. */
static void load_archive(const char *file, struct nd_redact *redact, struct nd_items *items)
{
	int err = nd_archive_load(file, redact, items);

	if (err)
		nd_note("%s: only a part could be read: %s", file, nd_lines_why(err));
}

#define RATES_TITLE	"Exits per second while the report was made"

/**
 * struct watching - samples that are being taken
 * @rates: them
 * @began: when the first was, as a time of the monotonic clock
 */
struct watching {
	struct nd_rates rates;
	struct timespec began;
};

static void take_rate(void *ctx, const struct nd_trace *trace)
{
	struct watching *w = ctx;
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	if (!w->rates.nr)
		w->began = now;
	nd_rates_add(&w->rates, (now.tv_sec - w->began.tv_sec) * 1000 +
		     (now.tv_nsec - w->began.tv_nsec) / 1000000, trace);
}

static void add_rates(const struct nd_rates *rates, struct nd_items *items)
{
	size_t len = 0;
	char *text = rates->nr > 1 ? nd_rates_text(rates, &len) : NULL;

	nd_items_add(items, ND_ITEM_RATES, RATES_TITLE, text ? ND_ITEM_TAKEN : ND_ITEM_NOT_THERE,
		     text ? "" : "nothing counts exits here", text, len);
}

/* After this nothing is left that tells whose machine it is, so every part can show all of it. */
static void gather(const struct nd_call *call, struct nd_machine *below, struct nd_redact *redact,
		   struct nd_items *items)
{
	struct nd_machine *m = call->machine;
	bool live = !call->args->from;

	if (live)
		nd_learn(redact);
	nd_redact_facts(redact, &m->facts);
	add_snapshot(items, ND_ITEM_SNAPSHOT, "All facts, for nestdiag --from", &m->facts);
	if (call->args->below) {
		nd_redact_facts(redact, &below->facts);
		add_snapshot(items, ND_ITEM_BELOW, "All facts of the level below", &below->facts);
	}
	if (live)
		nd_collect(redact, items);
	else
		load_archive(call->args->from, redact, items);
	redact_notes(redact, &m->notes);
}

static void write_report(const struct nd_call *call, const struct nd_machine *below,
			 const struct nd_items *items, const struct form *form, enum nd_exit *ret)
{
	struct nd_doc doc;

	nd_docrows_init(&doc, &call->machine->facts);
	doc.below = call->args->below ? &below->facts : NULL;
	doc.note = call->args->no_redact ?
		"Nothing is redacted but secrets: names, addresses and paths are those of the machine." :
		"Names of hosts, users and VMs, UUIDs, addresses, serial numbers and paths of users are replaced by pseudonyms, the same one for the same original.";
	nd_reportparts(call, items, &doc);
	*ret = write_file(call->args->output, form, &doc, items);
	nd_doc_free(&doc);
}

static enum nd_exit run(struct nd_call *call)
{
	const struct form *form = form_of(call->args->output);
	struct nd_redact redact = { .off = call->args->no_redact };
	bool own_file = strcmp(call->args->output, "-");
	struct nd_machine below = { 0 };
	struct nd_items items = { 0 };
	struct watching watching = { 0 };
	enum nd_exit ret = ND_EXIT_OK;

	call->failed = !form;
	if (!form)
		return ND_EXIT_USAGE;
	if (call->args->from && call->args->probe) {
		nd_error("a snapshot has no /dev/kvm to try");
		call->failed = true;
		return ND_EXIT_USAGE;
	}
	if (call->args->below)
		ret = nd_machine_load(&below, call->args->below);
	if (ret) {
		nd_error("%s", below.error);
		call->failed = true;
		return ret;
	}
	nd_figures_watch(call, &(struct nd_figures_watch){ 10000, 10, take_rate, &watching });
	if (call->failed)
		return ND_EXIT_USAGE;
	nd_hotfacts_look(call);

	gather(call, &below, &redact, &items);
	if (!call->args->from)
		add_rates(&watching.rates, &items);
	/* What is in it is said before it is written. */
	call->out->list(call->out, ND_ROW_ITEM);
	call->out->head(call->out, call->args->cmd->name, &call->machine->facts);
	if (own_file || call->args->json) {
		nd_reportparts_list(&items, &call->out->emit);
		fflush(NULL);
	}
	/* Who asks for JSON and names no file does not want Markdown in between. */
	if (own_file || !call->args->json)
		write_report(call, &below, &items, form, &ret);
	nd_items_free(&items);
	nd_redact_free(&redact);
	nd_machine_free(&below);
	return ret;
}

const struct nd_cmd nd_cmd_report = {
	.name = "report",
	.summary = "write all answers into one file: HTML, Markdown or an archive",
	.details = "Writes what the other commands answer, and what is asked for beside it when\n"
		   "somebody looks into a failure (kernel log, command lines of VMMs, descriptions\n"
		   "of VMs, versions), into one file, by its name: FILE.html, which loads nothing\n"
		   "and has no script, FILE.md for an issue, at most 60 kB, or FILE.tar.zst with\n"
		   "both, the snapshot and all texts, which works with --from as a snapshot does.\n"
		   "If exits are counted here, they are watched for 10 seconds, or --interval.\n"
		   "\"-\" or no FILE is Markdown on standard output. A list of what was collected is\n"
		   "printed before.\n\n"
		   "Names of hosts, users and VMs, UUIDs, MAC and IP addresses, serial numbers and\n"
		   "paths below /home and /Users are replaced by pseudonyms, the same one for the\n"
		   "same original; --no-redact keeps them. Passwords are always taken out. Read it\n"
		   "before you send it: a name that nothing gives away as one stays.\n\n"
		   "Exit status: 0 written, whatever the findings are, 3 nothing could be read, or\n"
		   "FILE could not be written, 64 FILE has another name.",
	.example = "nestdiag report -o report.html --from host.snapshot",
	.options = "oBiSRXt",
	.own_output = true,
	.run = run,
};
