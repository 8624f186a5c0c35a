// SPDX-License-Identifier: GPL-2.0-only
/*
 * What else two machines do not have in common.
 */
#include "core/caps/evmcsuse.h"
#include "core/caps/level.h"
#include "core/caps/usable.h"
#include "core/facts/hypervisor.h"
#include "core/facts/regs.h"
#include "core/features/features.h"

#include "tools/cmd/diff_facts.h"
#include "tools/cmd/lists.h"

/* "what: a -> b", under its heading where it is the first. */
static void change(struct nd_diff *diff, const char **heading, const char *id, const char *what,
		   const char *a, const char *b)
{
	struct nd_row row;

	if (!strcmp(a, b))
		return;
	if (*heading)
		nd_emit_section(&diff->out->emit, *heading);
	*heading = NULL;
	nd_row_init(&row, ND_ROW_CHANGE, id, what, NULL);
	nd_row_printf(&row, "%s -> %s", a, b);
	nd_row_str(&row, "in_first", a);
	nd_row_str(&row, "in_second", b);
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

static void level_describe(const struct nd_facts *facts, const struct nd_cpu *cpu,
			   struct nd_row *row)
{
	(void)facts;
	nd_level_describe(cpu, row);
}

static void model_describe(const struct nd_facts *facts, const struct nd_cpu *cpu,
			   struct nd_row *row)
{
	(void)facts;
	if (cpu->has_ident)
		nd_cpu_ident_describe(cpu, row);
}

static void microcode_describe(const struct nd_facts *facts, const struct nd_cpu *cpu,
			       struct nd_row *row)
{
	(void)facts;
	if (cpu->has_ident && cpu->microcode)
		nd_row_printf(row, "0x%x", cpu->microcode);
}

static void evmcs_describe(const struct nd_facts *facts, const struct nd_cpu *cpu,
			   struct nd_row *row)
{
	nd_row_printf(row, "%s", nd_evmcs_use_word(nd_evmcs_use(facts, cpu)));
}

static void vmx_describe(const struct nd_facts *facts, const struct nd_cpu *cpu, struct nd_row *row)
{
	(void)facts;
	nd_row_printf(row, "%s", nd_usable_word(nd_vmx_usable(cpu)));
}

static void svm_describe(const struct nd_facts *facts, const struct nd_cpu *cpu, struct nd_row *row)
{
	(void)facts;
	nd_row_printf(row, "%s", nd_usable_word(nd_svm_usable(cpu)));
}

static void kernel_describe(const struct nd_facts *facts, const struct nd_cpu *cpu,
			    struct nd_row *row)
{
	(void)cpu;
	nd_row_printf(row, "%s", facts->release);
}

void nd_diff_machines(struct nd_diff *diff)
{
	static const struct {
		const char *id;
		const char *label;
		void (*words)(const struct nd_facts *facts, const struct nd_cpu *cpu,
			      struct nd_row *row);
	} what[] = {
		{ "level", "Where", level_describe },
		{ "model", "CPU model", model_describe },
		{ "microcode", "Microcode", microcode_describe },
		{ "kernel", "Kernel", kernel_describe },
		{ "vmx", "VMX (CPUID, lock)", vmx_describe },
		{ "svm", "SVM (CPUID, lock)", svm_describe },
		{ "evmcs", "eVMCS", evmcs_describe },
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

static void compare_param(struct nd_diff *diff, const char **heading, const struct nd_param *param)
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

void nd_diff_params(struct nd_diff *diff)
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

static void reg_describe(char buf[32], const struct nd_value *value)
{
	if (value->state == ND_OK)
		snprintf(buf, 32, "0x%016llx", value->value);
	else
		snprintf(buf, 32, "%s", nd_state_word(value->state));
}

void nd_diff_registers(struct nd_diff *diff)
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
		reg_describe(a, x);
		reg_describe(b, y);
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

static void leaf_describe(char buf[64], const struct nd_cpuid *l)
{
	if (l)
		snprintf(buf, 64, "%08x %08x %08x %08x", l->eax, l->ebx, l->ecx, l->edx);
	else
		snprintf(buf, 64, "none");
}

/* Virtualization's part of CPUID; its single bits are among the features. */
void nd_diff_cpuid(struct nd_diff *diff)
{
	const char *heading = "CPUID";
	char a[64], b[64];

	leaf_describe(a, svm_leaf(diff->a.cpu));
	leaf_describe(b, svm_leaf(diff->b.cpu));
	change(diff, &heading, "cpuid", "SVM features (0x8000000a)", a, b);
	leaf_describe(a, nd_cpu_leaf(diff->a.cpu, ND_HV_NESTED_LEAF, 0));
	leaf_describe(b, nd_cpu_leaf(diff->b.cpu, ND_HV_NESTED_LEAF, 0));
	if (nd_hv_is_hyperv(diff->a.cpu) && nd_hv_is_hyperv(diff->b.cpu))
		change(diff, &heading, "cpuid", "Hyper-V nesting (0x4000000a)", a, b);
}

/*
 * By features rather than registers: what a hypervisor in a guest has on one and not on the other.
 */
void nd_diff_offers(struct nd_diff *diff)
{
	const char *heading = "What KVM gives to a hypervisor in its guests";
	const struct nd_cpu *x = &diff->a.facts->offer, *y = &diff->b.facts->offer;
	unsigned int i;

	if (nd_facts_offered(diff->a.facts) != nd_facts_offered(diff->b.facts)) {
		nd_emit_note(&diff->out->emit,
			     "What KVM gives to hypervisors in its guests was recorded of only one of the two.");
		return;
	}
	for (i = 0; i < nd_nr_features; i++) {
		enum nd_bit a = nd_feature_bit(x, &nd_features[i]);
		enum nd_bit b = nd_feature_bit(y, &nd_features[i]);

		if (a != ND_BIT_UNKNOWN && b != ND_BIT_UNKNOWN)
			change(diff, &heading, "guest", nd_features[i].id,
			       a == ND_BIT_YES ? "given" : "not given",
			       b == ND_BIT_YES ? "given" : "not given");
	}
}
