// SPDX-License-Identifier: GPL-2.0-only
#include <nestdiag/features.h>
#include <nestdiag/hyperv.h>

#include "cmd.h"
#include "lists.h"

/**
 * struct diff - two machines, and what was found to differ
 * @args:  the command line
 * @out:   where it goes
 * @a:     the first, to compare with
 * @b:     the second
 * @up:    the first one is taken for the level below the second
 * @found: differences
 */
struct diff {
	const struct nd_args *args;
	struct nd_out *out;
	struct nd_scene a;
	struct nd_scene b;
	bool up;
	unsigned int found;
};

static bool same_vendor(const struct nd_cpu *a, const struct nd_cpu *b)
{
	const struct nd_cpuid *x = nd_cpu_leaf(a, 0, 0);
	const struct nd_cpuid *y = nd_cpu_leaf(b, 0, 0);

	return x && y && x->ebx == y->ebx && x->ecx == y->ecx && x->edx == y->edx;
}

/* Nothing in the facts ties a guest to its host; that the two can be those is all there is. */
static bool may_be_below(const struct nd_cpu *low, const struct nd_cpu *high)
{
	return same_vendor(low, high) && nd_cpu_leaf(low, 1, 0) && !nd_hv_present(low) &&
	       nd_hv_present(high);
}

/**
 * struct side - features that one machine has and the other lacks
 * @diff:  the comparison
 * @has:   who has them
 * @lacks: who lacks them
 * @kind:  of the rows
 * @state: what became of them where they are lacking
 */
struct side {
	struct diff *diff;
	const struct nd_scene *has;
	const struct nd_scene *lacks;
	enum nd_row_kind kind;
	enum nd_feature_state state;
};

static bool is_lacking(const struct side *side, const struct nd_feature *feature,
		       struct nd_row *evidence)
{
	bool svm = feature->flags & ND_FEATURE_SVM;
	const struct nd_feature *root = nd_feature_find(svm ? "svm" : "vmx");

	if (svm != nd_scene_is_svm(side->has->cpu))
		return false;
	/* Where the technology itself is missing, that says it all. */
	if (feature != root && nd_feature_bit(side->lacks->cpu, root) == ND_BIT_NO)
		return false;
	return nd_feature_state_there(nd_feature_state(side->has, feature, NULL)) &&
	       nd_feature_state(side->lacks, feature, evidence) == side->state;
}

static void lacking_row(const struct side *side, const struct nd_feature *feature,
			const struct nd_row *evidence)
{
	bool why = side->state == ND_FEATURE_OFF || side->state == ND_FEATURE_DROPPED;
	struct nd_bit_place place;
	struct nd_row row;

	nd_feature_place(feature, &place);
	nd_row_init(&row, side->kind, feature->id, place.label, NULL);
	/* The heading says it to people. */
	if (side->diff->args->json)
		row.state = nd_feature_state_word(side->state);
	if (side->diff->args->all)
		nd_row_words(&row, "%s: %s. Without it, %s", feature->id, evidence->words,
			     feature->loss);
	else
		nd_row_words(&row, "%s", why ? evidence->words : feature->loss);
	nd_row_str(&row, "culprit",
		   nd_culprit_word(nd_feature_state_culprit(side->lacks, side->state)));
	nd_row_str(&row, "evidence", evidence->words);
	nd_row_str(&row, "loss", feature->loss);
	nd_row_str(&row, "parameter", feature->param);
	nd_emit_row(&side->diff->out->emit, &row);
}

static void title(const struct side *side, unsigned int n)
{
	bool second = side->kind == ND_ROW_LOST;
	const char *head = nd_feature_state_title(side->state);
	char text[160];

	scnprintf(text, sizeof(text), "%s: %s (%u)",
		  !side->diff->up ? (second ? "Only the first one has" : "Only the second one has") :
		  second ? "Lost on the way up" : "Only the upper one has", head, n);
	nd_emit_section(&side->diff->out->emit, text);
}

static void compare_state(const struct side *side)
{
	struct nd_row evidence = { 0 };
	unsigned int i, n = 0;

	for (i = 0; i < nd_nr_features; i++)
		n += is_lacking(side, &nd_features[i], NULL);
	side->diff->found += n;
	if (n)
		title(side, n);
	for (i = 0; n && i < nd_nr_features; i++)
		if (is_lacking(side, &nd_features[i], &evidence))
			lacking_row(side, &nd_features[i], &evidence);
}

static void compare_features(struct diff *diff)
{
	struct side lost = { diff, &diff->a, &diff->b, ND_ROW_LOST, 0 };
	struct side gained = { diff, &diff->b, &diff->a, ND_ROW_GAINED, 0 };
	static const enum nd_feature_state order[] = {
		ND_FEATURE_LOCKED, ND_FEATURE_OFF, ND_FEATURE_DROPPED, ND_FEATURE_NO_FIELD,
		ND_FEATURE_HIDDEN, ND_FEATURE_NOT_OFFERED, ND_FEATURE_MISSING, ND_FEATURE_ABSENT,
	};
	size_t i;

	for (i = 0; i < ARRAY_SIZE(order); i++) {
		lost.state = order[i];
		compare_state(&lost);
	}
	for (i = 0; i < ARRAY_SIZE(order); i++) {
		gained.state = order[i];
		compare_state(&gained);
	}
}

/* "what: a -> b", under its heading where it is the first. */
static void change(struct diff *diff, const char **heading, const char *id, const char *what,
		   const char *a, const char *b)
{
	struct nd_row row;

	if (!strcmp(a, b))
		return;
	if (*heading)
		nd_emit_section(&diff->out->emit, *heading);
	*heading = NULL;
	nd_row_init(&row, ND_ROW_CHANGE, id, what, NULL);
	nd_row_words(&row, "%s -> %s", a, b);
	nd_row_str(&row, "first", a);
	nd_row_str(&row, "second", b);
	nd_emit_row(&diff->out->emit, &row);
	diff->found++;
}

static const char *or_unknown(const char *text)
{
	return *text ? text : "unknown";
}

static void words_of(char buf[ND_ROW_WORDS], const struct nd_scene *scene,
		     void (*words)(const struct nd_facts *facts, const struct nd_cpu *cpu,
				   struct nd_row *row))
{
	struct nd_row row;

	nd_row_init(&row, ND_ROW_FACT, NULL, NULL, NULL);
	words(scene->facts, scene->cpu, &row);
	memcpy(buf, row.words, ND_ROW_WORDS);
}

static void level_words(const struct nd_facts *facts, const struct nd_cpu *cpu,
			struct nd_row *row)
{
	(void)facts;
	nd_level_words(cpu, row);
}

static void model_words(const struct nd_facts *facts, const struct nd_cpu *cpu,
			struct nd_row *row)
{
	(void)facts;
	if (cpu->has_ident)
		nd_row_words(row, "%s family %u model %u stepping %u", cpu->vendor, cpu->family,
			     cpu->model, cpu->stepping);
}

static void microcode_words(const struct nd_facts *facts, const struct nd_cpu *cpu,
			    struct nd_row *row)
{
	(void)facts;
	if (cpu->has_ident && cpu->microcode)
		nd_row_words(row, "0x%x", cpu->microcode);
}

static void evmcs_words(const struct nd_facts *facts, const struct nd_cpu *cpu,
			struct nd_row *row)
{
	nd_row_words(row, "%s", nd_evmcs_use_word(nd_evmcs_use(facts, cpu)));
}

static void vmx_words(const struct nd_facts *facts, const struct nd_cpu *cpu, struct nd_row *row)
{
	(void)facts;
	nd_row_words(row, "%s", nd_usable_word(nd_vmx_usable(cpu)));
}

static void svm_words(const struct nd_facts *facts, const struct nd_cpu *cpu, struct nd_row *row)
{
	(void)facts;
	nd_row_words(row, "%s", nd_usable_word(nd_svm_usable(cpu)));
}

static void kernel_words(const struct nd_facts *facts, const struct nd_cpu *cpu,
			 struct nd_row *row)
{
	(void)cpu;
	nd_row_words(row, "%s", facts->release);
}

static void compare_machines(struct diff *diff)
{
	static const struct {
		const char *id;
		const char *label;
		void (*words)(const struct nd_facts *facts, const struct nd_cpu *cpu,
			      struct nd_row *row);
	} what[] = {
		{ "level", "Where", level_words },
		{ "model", "CPU model", model_words },
		{ "microcode", "Microcode", microcode_words },
		{ "kernel", "Kernel", kernel_words },
		{ "vmx", "VMX (CPUID, lock)", vmx_words },
		{ "svm", "SVM (CPUID, lock)", svm_words },
		{ "evmcs", "eVMCS", evmcs_words },
	};
	const char *heading = "Machine";
	char a[ND_ROW_WORDS], b[ND_ROW_WORDS];
	size_t i;

	for (i = 0; i < ARRAY_SIZE(what); i++) {
		words_of(a, &diff->a, what[i].words);
		words_of(b, &diff->b, what[i].words);
		change(diff, &heading, what[i].id, what[i].label, or_unknown(a), or_unknown(b));
	}
}

static void compare_param(struct diff *diff, const char **heading, const struct nd_param *param)
{
	const char *a = nd_facts_param(diff->a.facts, param->module, param->name);
	const char *b = nd_facts_param(diff->b.facts, param->module, param->name);
	char name[sizeof(param->module) + sizeof(param->name)];

	snprintf(name, sizeof(name), "%s %s", param->module, param->name);
	change(diff, heading, "parameter", name, a ? a : "(none)", b ? b : "(none)");
}

/* All parameters of a module that only one of the two has loaded say but one thing. */
static bool has_module(const struct nd_facts *facts, const char *module)
{
	u32 i;

	for (i = 0; i < facts->nr_params; i++)
		if (!strcmp(facts->params[i].module, module))
			return true;
	return false;
}

static void compare_params(struct diff *diff)
{
	static const char *const modules[] = { "kvm", "kvm_intel", "kvm_amd" };
	const struct nd_facts *a = diff->a.facts, *b = diff->b.facts;
	const char *heading = "Parameters of KVM";
	size_t i;
	u32 j;

	for (i = 0; i < ARRAY_SIZE(modules); i++) {
		bool in_a = has_module(a, modules[i]), in_b = has_module(b, modules[i]);

		if (in_a != in_b) {
			change(diff, &heading, "module", modules[i],
			       in_a ? "loaded" : "not loaded, or not recorded",
			       in_b ? "loaded" : "not loaded, or not recorded");
			continue;
		}
		for (j = 0; j < a->nr_params; j++)
			if (!strcmp(a->params[j].module, modules[i]))
				compare_param(diff, &heading, &a->params[j]);
		for (j = 0; j < b->nr_params; j++)
			if (!strcmp(b->params[j].module, modules[i]) &&
			    !nd_facts_param(a, modules[i], b->params[j].name))
				compare_param(diff, &heading, &b->params[j]);
	}
}

static void reg_words(char buf[32], const struct nd_value *value)
{
	if (value->state == ND_OK)
		snprintf(buf, 32, "0x%016llx", value->value);
	else
		snprintf(buf, 32, "%s", nd_state_word(value->state));
}

static void compare_registers(struct diff *diff)
{
	const char *heading = "Registers";
	struct nd_list list = { .emit = &diff->out->emit };
	bool brief = !diff->args->json && !diff->args->all;
	char a[32], b[32];
	enum nd_reg reg;

	for (reg = 0; reg < ND_NR_REGS; reg++) {
		const struct nd_value *x = &diff->a.cpu->regs[reg];
		const struct nd_value *y = &diff->b.cpu->regs[reg];

		/* An address, and what was not recorded, tell machines apart but say nothing. */
		if (reg == ND_HV_VP_ASSIST_PAGE || nd_value_same(x, y) ||
		    x->state == ND_UNKNOWN || y->state == ND_UNKNOWN)
			continue;
		reg_words(a, x);
		reg_words(b, y);
		if (!brief) {
			change(diff, &heading, "register", nd_reg_desc(reg)->name, a, b);
			continue;
		}
		if (heading)
			nd_emit_section(&diff->out->emit,
					"Registers that differ (--all shows values)");
		heading = NULL;
		nd_list_add(&list, nd_reg_desc(reg)->name);
		diff->found++;
	}
	nd_list_end(&list);
}

static const struct nd_cpuid *svm_leaf(const struct nd_cpu *cpu)
{
	const struct nd_cpuid *ext = nd_cpu_leaf(cpu, 0x80000001, 0);

	return ext && (ext->ecx & BIT(2)) ? nd_cpu_leaf(cpu, 0x8000000a, 0) : NULL;
}

static void leaf_words(char buf[64], const struct nd_cpuid *l)
{
	if (l)
		snprintf(buf, 64, "%08x %08x %08x %08x", l->eax, l->ebx, l->ecx, l->edx);
	else
		snprintf(buf, 64, "none");
}

/* Virtualization's part of CPUID; its single bits are among the features. */
static void compare_cpuid(struct diff *diff)
{
	const char *heading = "CPUID";
	char a[64], b[64];

	leaf_words(a, svm_leaf(diff->a.cpu));
	leaf_words(b, svm_leaf(diff->b.cpu));
	change(diff, &heading, "cpuid", "SVM features (0x8000000a)", a, b);
	leaf_words(a, nd_cpu_leaf(diff->a.cpu, ND_HV_NESTED_LEAF, 0));
	leaf_words(b, nd_cpu_leaf(diff->b.cpu, ND_HV_NESTED_LEAF, 0));
	if (nd_hv_is_hyperv(diff->a.cpu) && nd_hv_is_hyperv(diff->b.cpu))
		change(diff, &heading, "cpuid", "Hyper-V nesting (0x4000000a)", a, b);
}

static void name_row(struct diff *diff, const char *id, const char *label,
		     const struct nd_machine *machine, const struct nd_scene *scene)
{
	struct nd_row row;

	nd_row_init(&row, ND_ROW_FACT, id, label, NULL);
	nd_row_words(&row, "%.120s: ", machine->name);
	nd_level_words(scene->cpu, &row);
	nd_row_str(&row, "name", machine->name);
	nd_emit_row(&diff->out->emit, &row);
}

/* Who is above whom; then the question is what got lost on the way. */
static void relate(struct diff *diff)
{
	if (may_be_below(diff->a.cpu, diff->b.cpu)) {
		diff->up = true;
		diff->b.below_facts = diff->a.facts;
		diff->b.below_cpu = diff->a.cpu;
		nd_list_sentence(&diff->out->emit,
				 "The first runs under no hypervisor and the second does: the first is taken for the level below the second.");
	} else if (may_be_below(diff->b.cpu, diff->a.cpu)) {
		diff->a.below_facts = diff->b.facts;
		diff->a.below_cpu = diff->b.cpu;
		nd_list_sentence(&diff->out->emit,
				 "The second runs under no hypervisor and the first does: the second is taken for the level below the first.");
	} else if (!same_vendor(diff->a.cpu, diff->b.cpu)) {
		nd_list_sentence(&diff->out->emit,
				 "That both have a processor of the same vendor is not known, so that much will differ.");
	}
}

static enum nd_exit compare(struct diff *diff)
{
	relate(diff);
	compare_features(diff);
	compare_params(diff);
	compare_machines(diff);
	compare_cpuid(diff);
	compare_registers(diff);
	if (diff->found)
		return ND_EXIT_FINDINGS;
	nd_emit_note(&diff->out->emit, "Nothing differs of what nestdiag compares.");
	return ND_EXIT_OK;
}

static enum nd_exit load(struct nd_machine *machine, const char *file, struct nd_scene *scene)
{
	enum nd_exit ret = file ? nd_machine_load(machine, file) : nd_machine_ask(machine);

	scene->facts = &machine->facts;
	scene->cpu = nd_facts_first(&machine->facts);
	if (!ret && !scene->cpu) {
		snprintf(machine->error, sizeof(machine->error),
			 "%.200s: there are no facts of any CPU", machine->name);
		ret = ND_EXIT_UNKNOWN;
	}
	if (ret)
		nd_error("%s", machine->error);
	return ret;
}

static enum nd_exit run(struct nd_call *call)
{
	const struct nd_args *args = call->args;
	struct diff diff = { .args = args, .out = call->out };
	struct nd_machine a = { 0 }, b = { 0 };
	enum nd_exit ret;

	call->out->list(call->out, ND_ROW_LOST);
	call->out->list(call->out, ND_ROW_GAINED);
	call->out->list(call->out, ND_ROW_CHANGE);
	ret = load(&a, args->words[0], &diff.a);
	if (!ret)
		ret = load(&b, args->nr_words > 1 ? args->words[1] : args->from, &diff.b);
	if (!ret) {
		name_row(&diff, "first", "First", &a, &diff.a);
		name_row(&diff, "second", "Second", &b, &diff.b);
		ret = compare(&diff);
	}
	nd_machine_free(&a);
	nd_machine_free(&b);
	return ret;
}

const struct nd_cmd nd_cmd_diff = {
	.name = "diff",
	.summary = "what one machine has and another lacks, and who took it",
	.details = "Compares two snapshots, or one and this machine: the features that the second\n"
		   "lacks and those that only it has, by who took them away; then KVM's parameters,\n"
		   "the machine, CPUID and the registers. Where the first runs under no hypervisor\n"
		   "and the second does, the first is taken for the level below: what is missing\n"
		   "in the second got lost on the way up. --all adds what proves it, and values.\n\n"
		   "Exit status: 0 nothing differs, 1 something does, 3 one of the two has no facts\n"
		   "or cannot be read, 64 it is no snapshot.",
	.example = "nestdiag diff host.snapshot guest.snapshot",
	.options = "a",
	.takes = "A [B]",
	.min = 1,
	.max = 2,
	.needs = ND_NEEDS_NOTHING,
	.run = run,
};
