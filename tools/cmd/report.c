// SPDX-License-Identifier: GPL-2.0-only
/*
 * nestdiag report: what the commands answer, in one file.
 */
#include <errno.h>

#include "core/caps/evmcsuse.h"
#include "core/caps/level.h"
#include "core/exits/exitrows.h"

#include "tools/cmd/figures.h"
#include "tools/in/snapshot.h"
#include "tools/out/file.h"
#include "tools/report/docrows.h"
#include "tools/html/html.h"
#include "tools/report/markdown.h"
#include "tools/report/verdict.h"

extern const struct nd_cmd nd_cmd_check;
extern const struct nd_cmd nd_cmd_evmcs;
extern const struct nd_cmd nd_cmd_exits;
extern const struct nd_cmd nd_cmd_failures;
extern const struct nd_cmd nd_cmd_features;
extern const struct nd_cmd nd_cmd_hyperv;
extern const struct nd_cmd nd_cmd_nested;
extern const struct nd_cmd nd_cmd_status;
extern const struct nd_cmd nd_cmd_vcpus;

static bool has_hypervisor(const struct nd_facts *facts)
{
	const struct nd_cpu *cpu = nd_facts_first(facts);

	return cpu && strcmp(nd_level_word(cpu), "bare-metal") &&
	       strcmp(nd_level_word(cpu), "unknown");
}

static bool has_evmcs(const struct nd_facts *facts)
{
	const struct nd_cpu *cpu = nd_facts_first(facts);

	return cpu && nd_evmcs_use(facts, cpu) == ND_EVMCS_USE_IN_USE;
}

static bool has_trace(const struct nd_facts *facts)
{
	return facts->trace;
}

/**
 * struct part - a command's answer in the report
 * @cmd:     the command
 * @id:      of the part
 * @title:   its heading
 * @command: how it is typed
 * @weight:  the greater, the sooner it is left out where there is not room for all
 * @json:    all that scripts get, and not what people are spared
 * @all:     as by --all
 * @stats:   as by --stats
 * @guest:   as by --guest
 * @by:      as by --by
 * @applies: it is worth a part; NULL: always
 */
struct part {
	const struct nd_cmd *cmd;
	const char *id;
	const char *title;
	const char *command;
	unsigned int weight;
	bool json;
	bool all;
	bool stats;
	bool guest;
	u32 by;
	bool (*applies)(const struct nd_facts *facts);
};

/* In the order in which somebody reads who has to find out what is wrong. */
static const struct part parts[] = {
	{ .cmd = &nd_cmd_status, .id = "machine", .title = "This machine",
	  .command = "nestdiag status", .weight = 1, .json = true },
	{ .cmd = &nd_cmd_check, .id = ND_CHECKS, .title = "Checks",
	  .command = "nestdiag check", .weight = 2, .json = true },
	{ .cmd = &nd_cmd_failures, .id = ND_FAILURES, .title = "Failed launches",
	  .command = "nestdiag failures --all", .weight = 3,
	  .json = true, .all = true },
	{ .cmd = &nd_cmd_exits, .id = "exits", .title = "VM exits",
	  .command = "nestdiag exits", .weight = 6 },
	{ .cmd = &nd_cmd_exits, .id = "exits-by-level", .title = "VM exits by level",
	  .command = "nestdiag exits --by level", .weight = 5,
	  .by = ND_EXITS_BY_LEVEL, .applies = has_trace },
	{ .cmd = &nd_cmd_nested, .id = "nested", .title = "Nested guests",
	  .command = "nestdiag nested", .weight = 5 },
	{ .cmd = &nd_cmd_vcpus, .id = "vcpus", .title = "vCPUs and KVM's statistics",
	  .command = "nestdiag vcpus --stats", .weight = 7,
	  .stats = true },
	{ .cmd = &nd_cmd_features, .id = "features", .title = "Features",
	  .command = "nestdiag features", .weight = 8 },
	{ .cmd = &nd_cmd_features, .id = "offer", .title = "What KVM gives to guests",
	  .command = "nestdiag features --guest", .weight = 9,
	  .guest = true, .applies = nd_facts_offered },
	{ .cmd = &nd_cmd_hyperv, .id = "hypervisor", .title = "The hypervisor below",
	  .command = "nestdiag hyperv", .weight = 10,
	  .applies = has_hypervisor },
	{ .cmd = &nd_cmd_evmcs, .id = "evmcs", .title = "Enlightened VMCS",
	  .command = "nestdiag evmcs", .weight = 11, .applies = has_evmcs },
};

/* The facts are there by now: no part counts or reads anything by itself. */
static void add_part(const struct nd_call *call, const struct part *part, struct nd_doc *doc)
{
	const struct nd_facts *facts = &call->machine->facts;
	const struct nd_args args = {
		.cmd = part->cmd,
		.from = call->machine->name,
		.below = part->guest ? NULL : call->args->below,
		.output = "-",
		.cpu = -1,
		.by = part->by,
		.json = part->json,
		.all = part->all,
		.stats = part->stats,
		.guest = part->guest,
	};
	struct nd_call sub = { .args = &args, .machine = call->machine, .out = &doc->out };

	if (part->applies && !part->applies(facts))
		return;
	nd_doc_begin(doc, part->id, part->title, part->command, part->weight);
	part->cmd->run(&sub);
}

/* Missing facts, and how to get them: as the commands have them on standard error. */
static void add_notes(const struct nd_machine *m, struct nd_doc *doc)
{
	size_t i;

	if (!m->notes.nr)
		return;
	nd_doc_begin(doc, "notes", "Notes", "", 2);
	for (i = 0; i < m->notes.nr; i++)
		nd_emit_note(&doc->out.emit, m->notes.list[i]);
}

static bool ends_in(const char *text, const char *end)
{
	size_t len = strlen(text), n = strlen(end);

	return len >= n && !strcasecmp(text + len - n, end);
}

/* What a file is told by its name. */
static const struct form {
	const char *end;
	void (*write)(FILE *to, const struct nd_doc *doc);
} forms[] = {
	{ ".html", nd_html },
	{ ".htm", nd_html },
	{ ".md", nd_markdown },
	{ ".markdown", nd_markdown },
};

static const struct form *form_of(const char *file)
{
	size_t i;

	if (!strcmp(file, "-"))
		file = ".md";
	for (i = 0; i < ARRAY_SIZE(forms); i++)
		if (ends_in(file, forms[i].end))
			return &forms[i];
	nd_error("%s: the name of a report ends in .html or .md", file);
	return NULL;
}

static enum nd_exit write_file(const char *file, const struct form *form, const struct nd_doc *doc)
{
	FILE *to = nd_out_file_open(file);
	int err = to ? 0 : -errno;

	if (to) {
		form->write(to, doc);
		err = nd_out_file_close(to);
	}
	if (!err)
		return ND_EXIT_OK;
	nd_error("%s: %s", file, strerror(-err));
	return ND_EXIT_UNKNOWN;
}

static enum nd_exit run(struct nd_call *call)
{
	const struct form *form = form_of(call->args->output);
	struct nd_machine below = { 0 };
	enum nd_exit ret = ND_EXIT_OK;
	struct nd_doc doc;
	size_t i;

	call->failed = !form;
	if (!form)
		return ND_EXIT_USAGE;
	if (call->args->below)
		ret = nd_machine_load(&below, call->args->below);
	if (ret) {
		nd_error("%s", below.error);
		call->failed = true;
		return ret;
	}
	nd_figures(call, true);
	if (call->failed)
		return ND_EXIT_USAGE;

	nd_docrows_init(&doc, &call->machine->facts);
	doc.below = call->args->below ? &below.facts : NULL;
	for (i = 0; i < ARRAY_SIZE(parts); i++)
		add_part(call, &parts[i], &doc);
	add_notes(call->machine, &doc);
	nd_doc_end(&doc);
	/* Who asks for JSON and names no file does not want Markdown in between. */
	if (!call->args->json || strcmp(call->args->output, "-"))
		ret = write_file(call->args->output, form, &doc);
	nd_doc_free(&doc);
	nd_machine_free(&below);
	return ret;
}

const struct nd_cmd nd_cmd_report = {
	.name = "report",
	.summary = "write all answers into one file: HTML, or Markdown",
	.details = "Writes what the other commands answer to the facts of this machine into one\n"
		   "file, by its name: FILE.html, which loads nothing and has no script, or\n"
		   "FILE.md for an issue, at most 60 kB. \"-\" or no FILE is Markdown on standard\n"
		   "output. The verdict comes first.\n\n"
		   "Exit status: 0 written, whatever the findings are, 3 nothing could be read, or\n"
		   "FILE could not be written, 64 FILE has another name.",
	.example = "nestdiag report -o report.html --from host.snapshot",
	.options = "oBiS",
	.own_output = true,
	.run = run,
};
