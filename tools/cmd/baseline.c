// SPDX-License-Identifier: GPL-2.0-only
#include <errno.h>

#include "tools/baseline/costs.h"
#include "tools/baseline/cpuline.h"
#include "tools/cmd/cmd.h"
#include "tools/cmd/lists.h"
#include "tools/in/files.h"
#include "tools/in/lines.h"
#include "tools/in/snapshot.h"

static enum nd_exit read_hosts(struct nd_baseline *baseline, const struct nd_files *files)
{
	enum nd_exit ret = ND_EXIT_OK;
	size_t i;

	for (i = 0; i < files->nr && !ret; i++) {
		struct nd_machine machine = { 0 };

		ret = nd_machine_load(&machine, files->names[i]);
		if (ret) {
			nd_error("%s", machine.error);
		} else if (!nd_baseline_add(baseline, files->names[i], &machine.facts)) {
			nd_error("%s: no CPU was recorded", files->names[i]);
			ret = ND_EXIT_UNKNOWN;
		}
		nd_machine_free(&machine);
	}
	return ret;
}

static void name_sources(const struct nd_baseline *baseline, struct nd_row *row)
{
	u32 i, shown = 0, guessed = 0;

	for (i = 0; i < baseline->nr; i++)
		guessed += !baseline->hosts[i].offered;
	nd_row_init(row, ND_ROW_FACT, "source", "Taken from", NULL);
	if (guessed < baseline->nr)
		nd_row_printf(row, "what KVM gives to guests, on %s%u host%s",
			      guessed ? "" : "all ", baseline->nr - guessed,
			      baseline->nr - guessed == 1 ? "" : "s");
	if (guessed)
		nd_row_printf(row, "%sthe host's own registers, from which KVM may give more or less, on %u: ",
			      guessed < baseline->nr ? "; " : "", guessed);
	for (i = 0; i < baseline->nr && shown < 3; i++)
		if (!baseline->hosts[i].offered)
			nd_row_printf(row, "%s%.60s", shown++ ? ", " : "", baseline->hosts[i].file);
	if (guessed > shown)
		nd_row_printf(row, " and %u more", guessed - shown);
	nd_row_dec(row, "offered", baseline->nr - guessed);
	nd_row_dec(row, "guessed", guessed);
}

static void emit_facts(const struct nd_baseline *baseline, const struct nd_qemu_model *model,
		       const struct nd_emit *emit)
{
	struct nd_row row;

	nd_row_init(&row, ND_ROW_FACT, "pool", "Pool", NULL);
	nd_row_printf(&row, "%u host%s, %s", baseline->nr, baseline->nr == 1 ? "" : "s",
		      *baseline->hosts[0].vendor ? baseline->hosts[0].vendor :
		      "vendor of the first not recorded");
	nd_row_dec(&row, "hosts", baseline->nr);
	nd_emit_row(emit, &row);
	name_sources(baseline, &row);
	nd_emit_row(emit, &row);
	nd_row_init(&row, ND_ROW_FACT, "cpu_model", "CPU model", NULL);
	if (model)
		nd_row_printf(&row, "%s, the newest known here whose features all hosts have, as far as they were recorded; enforce lets QEMU check the rest",
			      model->name);
	else
		nd_row_printf(&row, "not known from these facts. Put one in place of MODEL: virsh hypervisor-cpu-baseline finds it from the hosts' virsh domcapabilities, virsh cpu-models x86_64 lists the names");
	nd_row_str(&row, "qemu_name", model ? model->name : NULL);
	nd_emit_row(emit, &row);
}

/* Names of the features with that answer, as a list. */
static void list_features(const struct nd_baseline *baseline, enum nd_bit bit,
			  const char *title, const struct nd_emit *emit)
{
	struct nd_list list = { .emit = emit };
	char text[128];
	unsigned int i, n = 0;
	u32 pass;

	for (pass = 0; pass < 2; pass++) {
		for (i = 0; i < nd_nr_features; i++) {
			const struct nd_feature *feature = &nd_features[i];

			if (!nd_qemu_name(feature) ||
			    !(feature->flags & ND_FEATURE_SVM) == baseline->hosts[0].svm ||
			    nd_baseline_bit(baseline, feature) != bit)
				continue;
			if (!pass)
				n++;
			else
				nd_list_add(&list, feature->id);
		}
		if (!n)
			return;
		if (!pass) {
			scnprintf(text, sizeof(text), "%s (%u)", title, n);
			nd_emit_section(emit, text);
		}
	}
	nd_list_end(&list);
}

/* Given everywhere, and not in the lines: why. */
static void emit_left_out(const struct nd_baseline *baseline, const struct nd_qemu_model *model,
			  const struct nd_emit *emit)
{
	unsigned int i;

	for (i = 0; i < nd_nr_features; i++) {
		const struct nd_feature *feature = &nd_features[i];
		const char *newer = nd_qemu_newer(feature), *needs = nd_qemu_needs(model, feature);
		struct nd_row row;

		if (!nd_qemu_name(feature) ||
		    !(feature->flags & ND_FEATURE_SVM) == baseline->hosts[0].svm ||
		    nd_baseline_bit(baseline, feature) != ND_BIT_YES || (!newer && !needs))
			continue;
		nd_row_init(&row, ND_ROW_NOTE, NULL, NULL, NULL);
		nd_row_printf(&row, "%s is given everywhere, and left out: ", feature->id);
		if (needs)
			nd_row_printf(&row, "it needs %s, which %s does not have", needs, model->name);
		else
			nd_row_printf(&row, "QEMU before %s does not know it; add +%s for later ones",
				      newer, feature->id);
		nd_emit_row(emit, &row);
	}
}

static enum nd_exit no_baseline(const struct nd_call *call, const char *fmt, const char *a,
				const char *b)
{
	struct nd_row row;

	nd_row_init(&row, ND_ROW_NOTE, NULL, NULL, NULL);
	nd_row_printf(&row, fmt, a, b);
	nd_emit_row(&call->out->emit, &row);
	return ND_EXIT_BROKEN;
}

static enum nd_exit show(const struct nd_call *call, const struct nd_baseline *baseline)
{
	const struct nd_emit *emit = &call->out->emit;
	const struct nd_feature *root = nd_feature_find(baseline->hosts[0].svm ? "svm" : "vmx");
	const struct nd_pool_host *mixed = nd_baseline_mixed(baseline);
	const struct nd_qemu_model *model;
	struct nd_row row;
	u32 costs;

	if (mixed)
		return no_baseline(call, "No baseline: %s has a processor of another vendor than %s, and no guest migrates between the two.",
				   mixed->file, baseline->hosts[0].file);
	model = nd_baseline_model(baseline);
	emit_facts(baseline, model, emit);
	nd_pool_rows(baseline, model, emit);
	nd_row_init(&row, ND_ROW_NOTE, NULL, NULL, NULL);
	switch (nd_baseline_bit(baseline, root)) {
	case ND_BIT_NO:
		nd_name_hosts(baseline, root, ND_BIT_NO, &row);
		nd_cost_rows(baseline, emit);
		return no_baseline(call, "No nested guests: KVM gives no %s to guests on %s.", root->id,
				   row.words);
	case ND_BIT_UNKNOWN:
		nd_name_hosts(baseline, root, ND_BIT_UNKNOWN, &row);
		no_baseline(call, "No baseline: whether guests get %s is not known of %s. Take new snapshots there with KVM loaded.",
			    root->id, row.words);
		return ND_EXIT_UNKNOWN;
	default:
		break;
	}
	nd_cpu_lines(baseline, model, call->out);
	list_features(baseline, ND_BIT_YES, "Nested guests may use on all hosts", emit);
	costs = nd_cost_rows(baseline, emit);
	list_features(baseline, ND_BIT_UNKNOWN, "Not known of some hosts, so left out", emit);
	emit_left_out(baseline, model, emit);
	return costs ? ND_EXIT_FINDINGS : ND_EXIT_OK;
}

static enum nd_exit run(struct nd_call *call)
{
	const struct nd_args *args = call->args;
	struct nd_baseline baseline = { 0 };
	struct nd_files files = { 0 };
	enum nd_exit ret = ND_EXIT_OK;
	unsigned int i;
	int err = 0;

	call->out->list(call->out, ND_ROW_POOLED);
	call->out->list(call->out, ND_ROW_COST);
	for (i = 0; i < args->nr_words && !err; i++)
		err = nd_files_add(&files, args->words[i]);
	if (err) {
		nd_error("the list of files: %s", nd_lines_why(err));
		ret = ND_EXIT_UNKNOWN;
	} else if (!files.nr) {
		nd_error("no files to read");
		ret = ND_EXIT_USAGE;
	}
	/* A pool of which a host is missing has no baseline. */
	if (!ret)
		ret = read_hosts(&baseline, &files);
	call->failed = ret;
	if (!ret)
		ret = show(call, &baseline);
	nd_baseline_free(&baseline);
	nd_files_free(&files);
	return ret;
}

const struct nd_cmd nd_cmd_baseline = {
	.name = "baseline",
	.summary = "find what nested guests may use on all hosts of a pool",
	.details = "Reads the snapshots of the hosts between which guests with nested guests\n"
		   "migrate (FILE, every file in a folder, \"-\": names from standard input) and\n"
		   "shows the virtualization features that their KVMs all give to guests: as -cpu\n"
		   "for QEMU, as <cpu> for libvirt, and as a list; then the hosts that cost the\n"
		   "others features.\n\n"
		   "Taken from what KVM gives to guests, if the snapshot has it (KVM was loaded when\n"
		   "it was taken), else from the host's own registers, which is a guess: KVM keeps\n"
		   "some features and emulates others. Unknown features are left out, like missing\n"
		   "ones. The CPU model is the newest of QEMU's that the recorded CPUID leaves of\n"
		   "all hosts support; if there is none, MODEL stands in its place. With enforce,\n"
		   "QEMU does not start a guest on a host that lacks a feature.\n\n"
		   "Exit status: 0 no host costs a feature, 1 one does, 2 there is no baseline\n"
		   "(vendors differ, or a host gives no VMX or SVM to guests), 3 not known, or a\n"
		   "file cannot be read, 64 not a snapshot.",
	.example = "nestdiag baseline a.snapshot b.snapshot c.snapshot",
	.takes = "FILE...",
	.min = 1,
	.max = UINT_MAX,
	.needs = ND_NEEDS_NOTHING,
	.run = run,
};
