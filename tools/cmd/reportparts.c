// SPDX-License-Identifier: GPL-2.0-only
/*
 * The parts of a report: what the commands answer, and the texts beside it.
 */
#include "core/caps/evmcsuse.h"
#include "core/caps/level.h"
#include "core/exits/exitrows.h"
#include "core/facts/hypervisor.h"

#include "tools/cmd/autopsy.h"
#include "tools/cmd/dmesg.h"
#include "tools/cmd/nestedjoin.h"
#include "tools/cmd/reportparts.h"
#include "tools/explain/findingwords.h"
#include "tools/report/rates.h"
#include "tools/report/verdict.h"

extern const struct nd_cmd nd_cmd_check;
extern const struct nd_cmd nd_cmd_evmcs;
extern const struct nd_cmd nd_cmd_exits;
extern const struct nd_cmd nd_cmd_failures;
extern const struct nd_cmd nd_cmd_features;
extern const struct nd_cmd nd_cmd_hyperv;
extern const struct nd_cmd nd_cmd_nested;
extern const struct nd_cmd nd_cmd_probe;
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

#define WEIGHT_LOG	4	/* of parts that are not in the table */
#define WEIGHT_VMMS	4
#define WEIGHT_PROBE	3
#define WEIGHT_RATES	5
#define WEIGHT_JOIN	5
#define WEIGHT_LIST	12
#define WEIGHT_TEXTS	13

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
 * @blocks:  only so many of its blocks, where another part has the others; 0 for all
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
	size_t blocks;
	bool (*applies)(const struct nd_facts *facts);
};

/* In the order in which somebody reads who has to find out what is wrong. */
static const struct part first[] = {
	{ .cmd = &nd_cmd_status, .id = "machine", .title = "This machine",
	  .command = "nestdiag status", .weight = 1, .json = true },
	{ .cmd = &nd_cmd_check, .id = ND_CHECKS, .title = "Checks",
	  .command = "nestdiag check", .weight = 2, .json = true },
	{ .cmd = &nd_cmd_failures, .id = ND_FAILURES, .title = "Failed launches",
	  .command = "nestdiag failures --all", .weight = 3, .json = true, .all = true },
};

static const struct part then[] = {
	{ .cmd = &nd_cmd_exits, .id = "exits-by-level", .title = "VM exits by level",
	  .command = "nestdiag exits --by level", .weight = 5, .by = ND_EXITS_BY_LEVEL,
	  .blocks = 2, .applies = has_trace },
	{ .cmd = &nd_cmd_exits, .id = "exits", .title = "VM exits",
	  .command = "nestdiag exits", .weight = 6 },
	{ .cmd = &nd_cmd_nested, .id = "nested", .title = "Nested guests",
	  .command = "nestdiag nested", .weight = 5 },
	{ .cmd = &nd_cmd_vcpus, .id = "vcpus", .title = "vCPUs and KVM's statistics",
	  .command = "nestdiag vcpus --stats", .weight = 7, .stats = true },
	{ .cmd = &nd_cmd_features, .id = "features", .title = "Features",
	  .command = "nestdiag features", .weight = 8 },
	{ .cmd = &nd_cmd_features, .id = "offer", .title = "What KVM gives to guests",
	  .command = "nestdiag features --guest", .weight = 9, .guest = true,
	  .applies = nd_facts_offered },
	{ .cmd = &nd_cmd_hyperv, .id = "hypervisor", .title = "The hypervisor below",
	  .command = "nestdiag hyperv", .weight = 10, .applies = has_hypervisor },
	{ .cmd = &nd_cmd_evmcs, .id = "evmcs", .title = "Enlightened VMCS",
	  .command = "nestdiag evmcs", .weight = 11, .applies = has_evmcs },
};

/* Of a command that nobody typed. */
static struct nd_args no_args(const struct nd_cmd *cmd)
{
	return (struct nd_args){
		.cmd = cmd, .output = "-", .cpu = -1, .pid = ND_ARG_NONE, .vcpu = ND_ARG_NONE,
		.from = "the snapshot",
	};
}

/* Or the table seems to contradict the verdict that a guest starves. */
static void explain_guest_time(const struct nd_facts *facts, struct nd_doc *doc)
{
	if (has_trace(facts) && has_hypervisor(facts))
		nd_emit_note(&doc->out.emit, "In guest: from entry to exit. On this machine that holds what the hypervisor below does for each of them, too; the verdict does not count that as time in which the guest ran.");
}

/* The facts are there by now: no part counts or reads anything by itself. */
static void add_part(const struct nd_call *call, const struct part *part, struct nd_doc *doc)
{
	const struct nd_facts *facts = &call->machine->facts;
	struct nd_args args = no_args(part->cmd);
	struct nd_call sub = { .args = &args, .machine = call->machine, .out = &doc->out };

	if (part->applies && !part->applies(facts))
		return;
	args.below = part->guest ? NULL : call->args->below;
	args.by = part->by;
	args.json = part->json;
	args.all = part->all;
	args.stats = part->stats;
	args.guest = part->guest;
	nd_doc_begin(doc, part->id, part->title, part->command, part->weight);
	part->cmd->run(&sub);
	if (part->stats)
		explain_guest_time(facts, doc);
	if (part->blocks && nd_doc_part(doc)->nr > part->blocks)
		nd_doc_cut(doc, part->blocks);
}

static void add_dumps(const struct nd_args *args, const struct nd_call *call,
		      const struct nd_item *log, struct nd_doc *doc)
{
	struct nd_call sub = { .args = args, .machine = call->machine, .out = &doc->out };
	struct nd_lines lines;

	if (nd_lines_text(&lines, log->text, log->len))
		return;
	nd_doc_begin(doc, "dumps", "Dumps of failed entries", "dmesg | nestdiag autopsy", 3);
	if (!nd_autopsy_lines(&sub, &lines))
		nd_emit_note(&doc->out.emit, "The kernel log has no dump of a VMCS or VMCB.");
}

static void add_log(const struct nd_call *call, const struct nd_item *log, struct nd_doc *doc)
{
	const struct nd_args args = no_args(NULL);
	struct nd_call sub = { .args = &args, .machine = call->machine, .out = &doc->out };
	struct nd_lines lines;

	if (!log || !log->text)
		return;
	add_dumps(&args, call, log, doc);
	if (nd_lines_text(&lines, log->text, log->len))
		return;
	nd_doc_begin(doc, "log", "Kernel log, explained", "nestdiag dmesg", WEIGHT_LOG);
	nd_dmesg_lines(&sub, &lines);
}

static void add_rates(const struct nd_items *items, struct nd_doc *doc)
{
	const struct nd_item *item = nd_items_find(items, ND_ITEM_RATES);
	struct nd_rates rates;

	if (!item || !item->text)
		return;
	nd_doc_begin(doc, "rates", "Exits per second", "", WEIGHT_RATES);
	if (nd_rates_read(&rates, item->text, item->len))
		nd_emit_note(&doc->out.emit, "The samples of exits could not be read.");
	else
		nd_rates_show(&rates, doc);
}

/* Both have counted: the same nested exits, as the level below and this one saw them. */
static void add_join(struct nd_doc *doc)
{
	const struct nd_facts *below = doc->below;
	const struct nd_cpu *cpu = below ? nd_facts_first(below) : NULL;

	if (!below || !below->trace || !doc->facts->trace)
		return;
	nd_doc_begin(doc, "join", "Nested exits, level by level",
		     "nestdiag nested --join BELOW.snapshot THIS.snapshot", WEIGHT_JOIN);
	if (!cpu || nd_hv_present(cpu))
		nd_emit_note(&doc->out.emit, "L0 stands for the machine below, L1 for this one; there may be levels below them.");
	nd_nested_pair(below, doc->facts, 0, &doc->out.emit);
}

static void add_vmms(const struct nd_items *items, struct nd_doc *doc)
{
	const struct nd_item *vmms = nd_items_find(items, ND_ITEM_VMMS);

	if (!vmms)
		return;
	nd_doc_begin(doc, "vmms", "Running VMMs", "", WEIGHT_VMMS);
	if (vmms->text)
		nd_doc_text(doc, vmms->title, vmms->text, vmms->len)->open = true;
	else
		nd_emit_note(&doc->out.emit, vmms->state == ND_ITEM_NOT_THERE ?
			     "No VMM runs." : nd_items_word(vmms->state));
}

/* It starts guests, so it comes only if it is asked for; it reads the machine by itself. */
static void add_probe(const struct nd_call *call, struct nd_doc *doc)
{
	struct nd_args args = no_args(&nd_cmd_probe);
	struct nd_machine none = { 0 };
	struct nd_call sub = { .args = &args, .machine = &none, .out = &doc->out };

	args.from = NULL;
	args.timeout = call->args->timeout;
	nd_doc_begin(doc, "probe", "Launch test", "nestdiag probe", WEIGHT_PROBE);
	nd_cmd_probe.run(&sub);
}

void nd_reportparts_list(const struct nd_items *items, const struct nd_emit *emit)
{
	struct nd_row row;
	size_t i;

	for (i = 0; i < items->nr; i++) {
		const struct nd_item *item = &items->list[i];

		nd_row_init(&row, ND_ROW_ITEM, NULL, item->path, nd_items_word(item->state));
		nd_row_printf(&row, "%s", item->title);
		if (*item->why)
			nd_row_printf(&row, ": %s", item->why);
		nd_row_str(&row, "path", item->path);
		nd_row_str(&row, "what", item->title);
		nd_row_str(&row, "why_less", *item->why ? item->why : NULL);
		nd_row_dec(&row, "size_bytes", item->len);
		nd_emit_row(emit, &row);
	}
}

/* The facts are what all the parts are made of, the others are parts of their own. */
static bool has_part(const char *path)
{
	static const char *const paths[] = {
		ND_ITEM_VMMS, ND_ITEM_RATES, ND_ITEM_SNAPSHOT, ND_ITEM_BELOW,
	};
	size_t i;

	for (i = 0; i < ARRAY_SIZE(paths); i++)
		if (!strcmp(path, paths[i]))
			return true;
	return false;
}

static void add_texts(const struct nd_items *items, struct nd_doc *doc)
{
	size_t i;

	nd_doc_begin(doc, "collected", "What was collected", "", WEIGHT_LIST);
	nd_reportparts_list(items, &doc->out.emit);
	nd_doc_begin(doc, "texts", "Collected texts", "", WEIGHT_TEXTS);
	for (i = 0; i < items->nr; i++) {
		const struct nd_item *item = &items->list[i];
		char title[256];

		if (!item->text || has_part(item->path))
			continue;
		snprintf(title, sizeof(title), "%.100s (%.100s)", item->title, item->path);
		nd_doc_text(doc, title, item->text, item->len);
	}
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

/* Who reads a report may not have the tool at hand that explains a finding. */
static void explain_findings(const struct nd_doc *doc)
{
	const struct nd_part *part = nd_doc_find(doc, ND_CHECKS);
	size_t i;

	for (i = 0; part && i < part->nr; i++) {
		struct nd_block *block = &part->blocks[i];
		const char *meaning = block->kind == ND_BLOCK_CARD ?
				      nd_finding_meaning(block->id) : NULL;

		if (meaning)
			block->text = meaning;
	}
}

void nd_reportparts(const struct nd_call *call, const struct nd_items *items, struct nd_doc *doc)
{
	size_t i;

	for (i = 0; i < ARRAY_SIZE(first); i++)
		add_part(call, &first[i], doc);
	explain_findings(doc);
	add_log(call, nd_items_find(items, ND_ITEM_KERNEL_LOG), doc);
	if (call->args->probe)
		add_probe(call, doc);
	add_vmms(items, doc);
	add_rates(items, doc);
	for (i = 0; i < ARRAY_SIZE(then); i++)
		add_part(call, &then[i], doc);
	add_join(doc);
	add_texts(items, doc);
	add_notes(call->machine, doc);
	nd_doc_end(doc);
}
