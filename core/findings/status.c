// SPDX-License-Identifier: GPL-2.0-only
/*
 * The status screen, and the lines of the kernel log.
 */
#include "core/base/flag.h"
#include "core/caps/differ.h"
#include "core/caps/evmcsuse.h"
#include "core/caps/level.h"
#include "core/caps/usable.h"
#include "core/facts/regs.h"
#include "core/features/featurerows.h"
#include "core/features/features.h"
#include "core/features/offer.h"
#include "core/findings/depth.h"
#include "core/findings/findings.h"
#include "core/findings/judge.h"
#include "core/findings/status.h"

static void status_vmx_describe(const struct nd_cpu *cpu, struct nd_row *row)
{
	const struct nd_value *control = &cpu->regs[ND_FEATURE_CONTROL];

	switch (nd_vmx_usable(cpu)) {
	case ND_USABLE_NO_CPUID:
		nd_row_printf(row, "CPUID does not report it");
		break;
	case ND_USABLE_LOCKED:
		nd_row_printf(row, "IA32_FEATURE_CONTROL 0x%llx: locked with VMX off",
			      control->value);
		break;
	case ND_USABLE_UNLOCKED:
		nd_row_printf(row, "IA32_FEATURE_CONTROL 0x%llx: not locked, the kernel may still enable it", control->value);
		break;
	case ND_USABLE_YES:
		nd_row_printf(row, "IA32_FEATURE_CONTROL 0x%llx: locked with VMX on",
			      control->value);
		break;
	case ND_USABLE_UNKNOWN:
		nd_row_printf(row, "IA32_FEATURE_CONTROL: %s", nd_state_word(control->state));
		break;
	}
}

static void status_svm_describe(const struct nd_cpu *cpu, struct nd_row *row)
{
	const struct nd_cpuid *l = nd_cpu_leaf(cpu, 0x8000000a, 0);
	const struct nd_value *vm_cr = &cpu->regs[ND_VM_CR];

	if (nd_svm_usable(cpu) == ND_USABLE_NO_CPUID) {
		nd_row_printf(row, "CPUID does not report it");
		return;
	}
	if (l)
		nd_row_printf(row, "revision %u, %u address space ids, ", l->eax & 0xff, l->ebx);
	if (vm_cr->state == ND_OK)
		nd_row_printf(row, "VM_CR 0x%llx%s", vm_cr->value,
			      nd_svm_usable(cpu) == ND_USABLE_LOCKED ? ": SVM is disabled, and locked" :
			      nd_svm_usable(cpu) == ND_USABLE_UNLOCKED ? ": SVM is disabled" : "");
	else
		nd_row_printf(row, "VM_CR: %s", nd_state_word(vm_cr->state));
}

static void status_virt_row(const struct nd_cpu *cpu, struct nd_row *row)
{
	bool svm = nd_scene_is_svm(cpu);
	const struct nd_value *lock = &cpu->regs[svm ? ND_VM_CR : ND_FEATURE_CONTROL];

	nd_row_init(row, ND_ROW_FACT, svm ? "svm" : "vmx", svm ? "SVM" : "VMX",
		    nd_usable_word(svm ? nd_svm_usable(cpu) : nd_vmx_usable(cpu)));
	if (svm)
		status_svm_describe(cpu, row);
	else
		status_vmx_describe(cpu, row);
	if (lock->state == ND_OK)
		nd_row_hex(row, svm ? "vm_cr" : "feature_control", lock->value);
}

/* What the KVM of this machine does with nesting; only user space knows its parameters. */
static void status_nested_row(const struct nd_facts *facts, const struct nd_cpu *cpu,
			      struct nd_row *row)
{
	const char *module = nd_scene_is_svm(cpu) ? "kvm_amd" : "kvm_intel";
	const char *nested = nd_facts_param(facts, module, "nested");
	bool on = nd_flag_is(nested, true);
	enum nd_usable usable = nd_usable_best(cpu);

	nd_row_init(row, ND_ROW_FACT, "nesting", "Nesting", NULL);
	if (usable == ND_USABLE_NO_CPUID || usable == ND_USABLE_LOCKED) {
		row->state = "no";
		nd_row_printf(row, "guests cannot use hardware virtualization here");
	} else if (nested) {
		row->state = on ? "yes" : "no";
		nd_row_printf(row, "%s has nested=%s", module, nested);
	} else if (nd_facts_ring0(facts) && !facts->max_params) {
		/* The module's own views: parameters are user space's to read. */
		row->state = "unknown";
		nd_row_printf(row, "see /sys/module/%s/parameters/nested", module);
	} else {
		row->state = "unknown";
		nd_row_printf(row, "%s is not loaded, or its parameters were not recorded", module);
	}
}

static void status_kernel_row(const struct nd_facts *facts, struct nd_row *row)
{
	nd_row_init(row, ND_ROW_FACT, "kernel", "Kernel", NULL);
	if (facts->release[0])
		nd_row_printf(row, "Linux %s %s", facts->release, facts->machine);
	else
		nd_row_printf(row, "not recorded");
	if (!nd_facts_ring0(facts))
		nd_row_printf(row, "; without the module: ring-0 facts may be missing");
	nd_row_str(row, "release", facts->release);
	nd_row_str(row, "machine", facts->machine);
	nd_row_bool(row, "ring0", nd_facts_ring0(facts));
}

/* Where KVM runs no guests by hardware nobody asks what of that it gives them. */
static bool status_is_asked(const struct nd_cpu *cpu)
{
	enum nd_usable usable = nd_usable_best(cpu);

	return usable != ND_USABLE_NO_CPUID && usable != ND_USABLE_LOCKED;
}

/* Another question than what KVM uses itself: it emulates some and keeps others. */
static noinline_for_stack void status_offer(const struct nd_facts *facts,
					    const struct nd_emit *emit)
{
	const struct nd_feature *root;
	struct nd_bit_place place;
	unsigned int i, n = 0;
	struct nd_row row;

	if (!nd_facts_offered(facts))
		return;
	root = nd_offer_root(facts);
	if (nd_feature_bit(&facts->offer, root) == ND_BIT_NO)
		return;
	nd_row_init(&row, ND_ROW_NOTE, NULL, NULL, NULL);
	nd_row_printf(&row, "A hypervisor inside a guest will not see: ");
	for (i = 0; i < nd_nr_features; i++) {
		const struct nd_feature *feature = &nd_features[i];

		if (!(feature->flags & ND_FEATURE_NOTICED) || nd_feature_root(feature) != root ||
		    nd_feature_bit(&facts->offer, feature) != ND_BIT_NO)
			continue;
		nd_feature_place(feature, &place);
		nd_row_printf(&row, "%s%s", n++ ? ", " : "", place.label);
	}
	if (n)
		nd_emit_row(emit, &row);
}

/* What a guest has and lacks is a question only where its registers or its leaf were read. */
static void status_features(const struct nd_facts *facts, const struct nd_cpu *cpu,
			    const struct nd_emit *emit, struct nd_row *row)
{
	enum nd_usable usable = nd_usable_best(cpu);
	bool svm = nd_scene_is_svm(cpu);

	if (usable == ND_USABLE_NO_CPUID ||
	    (svm ? !nd_cpu_leaf(cpu, 0x8000000a, 0) :
		   cpu->regs[ND_VMX_BASIC].state == ND_UNKNOWN))
		return;
	/*
	 * Where it is off KVM can use none of it; only VMX
	 * that nobody locked it switches on itself.
	 */
	if (usable != ND_USABLE_LOCKED && !(svm && usable == ND_USABLE_UNLOCKED)) {
		nd_row_init(row, ND_ROW_FACT, NULL, "KVM can use", NULL);
		nd_available_describe(facts, cpu, row);
		if (usable == ND_USABLE_UNKNOWN)
			nd_row_printf(row, ", unless %s switches %s off, which was not read",
				      nd_reg_desc(svm ? ND_VM_CR : ND_FEATURE_CONTROL)->name,
				      svm ? "SVM" : "VMX");
		nd_emit_row(emit, row);
		nd_available_rows(facts, cpu, emit);
	}
	nd_emit_section(emit, "KVM here runs without");
	if (nd_missing_rows(facts, cpu, emit) == 0)
		nd_emit_note(emit, "  nothing: every feature that matters to guests is available");
	status_offer(facts, emit);
}

/* Of the machine's state, and of the figures if exits were counted. */
static unsigned int status_findings(const struct nd_facts *facts, const struct nd_cpu *cpu,
				    const struct nd_emit *emit)
{
	return nd_finding_rows(facts, cpu, emit) +
	       nd_judge_rows(facts, &nd_default_thresholds, emit);
}

void nd_outcome_add(struct nd_outcome *outcome, enum nd_verdict verdict,
		    enum nd_severity severity)
{
	static const enum nd_exit exits[] = {
		[ND_NOTE]	= ND_EXIT_OK,
		[ND_WARNING]	= ND_EXIT_FINDINGS,
		[ND_ERROR]	= ND_EXIT_BROKEN,
	};

	if (verdict == ND_FIRES && exits[severity] > outcome->worst)
		outcome->worst = exits[severity];
	outcome->unknown |= verdict == ND_CANNOT_TELL && severity != ND_NOTE;
}

enum nd_exit nd_outcome_exit(const struct nd_outcome *outcome)
{
	if (outcome->worst != ND_EXIT_OK)
		return outcome->worst;
	return outcome->unknown ? ND_EXIT_UNKNOWN : ND_EXIT_OK;
}

noinline_for_stack enum nd_exit nd_status_exit(const struct nd_facts *facts)
{
	const struct nd_cpu *cpu = nd_facts_first(facts);
	struct nd_outcome outcome = { ND_EXIT_OK };
	const struct nd_finding *rule;
	enum nd_verdict verdict;
	struct nd_check c;
	struct nd_row row;
	unsigned int i;

	for (i = 0; (rule = nd_finding_at(i)); i++) {
		verdict = nd_finding_check(&c, rule, facts, cpu, &row);
		nd_outcome_add(&outcome, verdict, c.severity);
	}
	return nd_outcome_exit(&outcome);
}

enum nd_exit nd_status_rows(const struct nd_facts *facts, const struct nd_emit *emit)
{
	const struct nd_cpu *cpu = nd_facts_first(facts);
	struct nd_row row;

	if (!cpu) {
		nd_emit_note(emit, nd_facts_x86(facts) ? "No CPU was recorded." :
			     "This machine is no x86, whose registers nestdiag reads: \"nestdiag check\" covers what applies here.");
		return nd_status_exit(facts);
	}

	nd_row_init(&row, ND_ROW_FACT, "platform", "Platform", NULL);
	nd_place_describe(facts, cpu, &row);
	nd_row_str(&row, "hypervisor", nd_level_word(cpu));
	nd_emit_row(emit, &row);
	nd_depth_row(facts, cpu, &row);
	nd_emit_row(emit, &row);
	nd_cpu_row(facts, cpu, &row);
	nd_emit_row(emit, &row);
	status_kernel_row(facts, &row);
	nd_emit_row(emit, &row);
	status_virt_row(cpu, &row);
	nd_emit_row(emit, &row);
	if (!nd_scene_is_svm(cpu)) {
		nd_evmcs_row(facts, cpu, &row);
		nd_emit_row(emit, &row);
	}
	status_nested_row(facts, cpu, &row);
	nd_emit_row(emit, &row);
	if (status_is_asked(cpu) && nd_offer_row(facts, &row))
		nd_emit_row(emit, &row);
	nd_above_row(facts, cpu, &row);
	nd_emit_row(emit, &row);

	status_features(facts, cpu, emit, &row);
	if (status_findings(facts, cpu, NULL) > 0) {
		nd_emit_section(emit, "Findings");
		status_findings(facts, cpu, emit);
	}
	return nd_status_exit(facts);
}

/**
 * struct status_log - the log line that lists what is missing
 * @row:     collects the words
 * @evmcs:   only features lost to eVMCS are taken, or only others
 * @n:       how many there are
 */
struct status_log {
	struct nd_row row;
	bool evmcs;
	unsigned int n;
};

static void status_log_missing(void *ctx, const struct nd_row *missing)
{
	const char *culprit = missing->cols[0].str;
	struct status_log *log = ctx;

	if (!strcmp(culprit, nd_culprit_word(ND_CULPRIT_UNKNOWN)) ||
	    !strcmp(culprit, nd_culprit_word(ND_CULPRIT_EVMCS)) != log->evmcs)
		return;
	nd_row_printf(&log->row, "%s%s", log->n++ ? ", " : "", missing->label);
}

static void status_log_lacking(const struct nd_facts *facts, const struct nd_cpu *cpu,
			       bool evmcs, const char *why,
			       void (*line)(void *ctx, const char *text), void *ctx)
{
	struct status_log log = { .evmcs = evmcs };
	const struct nd_emit emit = { status_log_missing, &log };

	nd_row_printf(&log.row, "%s: ", why);
	nd_missing_rows(facts, cpu, &emit);
	if (log.n)
		line(ctx, log.row.words);
}

void nd_status_log(const struct nd_facts *facts, void (*line)(void *ctx, const char *text),
		   void *ctx)
{
	const struct nd_cpu *cpu = nd_facts_first(facts);
	struct nd_row row;
	bool svm;

	if (!cpu) {
		line(ctx, "no CPU could be read");
		return;
	}
	svm = nd_scene_is_svm(cpu);
	nd_row_init(&row, ND_ROW_FACT, NULL, NULL, NULL);
	nd_place_describe(facts, cpu, &row);
	line(ctx, row.words);

	nd_row_init(&row, ND_ROW_FACT, NULL, NULL, NULL);
	nd_row_printf(&row, "%s %s: ", svm ? "SVM" : "VMX",
		      nd_usable_word(svm ? nd_svm_usable(cpu) : nd_vmx_usable(cpu)));
	if (svm)
		status_svm_describe(cpu, &row);
	else
		status_vmx_describe(cpu, &row);
	line(ctx, row.words);

	if (!svm && nd_vmx_usable(cpu) != ND_USABLE_NO_CPUID) {
		nd_row_init(&row, ND_ROW_FACT, NULL, NULL, NULL);
		nd_row_printf(&row, "eVMCS ");
		nd_evmcs_describe(facts, cpu, &row);
		line(ctx, row.words);
	}
	if (nd_usable_best(cpu) != ND_USABLE_NO_CPUID) {
		status_log_lacking(facts, cpu, true, "KVM here runs without, because of eVMCS", line,
				   ctx);
		status_log_lacking(facts, cpu, false, "KVM here runs without", line, ctx);
	}
	if (nd_differ_rows(facts, NULL) > 0)
		line(ctx, "capability registers differ between CPUs, see \"capabilities\"");
}
