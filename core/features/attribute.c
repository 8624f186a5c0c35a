// SPDX-License-Identifier: GPL-2.0-only
/*
 * Attribution: from what the registers say of a feature, under whom the machine runs, and what
 * became of KVM's parameters, to who took it away.
 */
#include "core/base/flag.h"
#include "core/caps/evmcsuse.h"
#include "core/caps/level.h"
#include "core/caps/usable.h"
#include "core/facts/emulator.h"
#include "core/facts/hypervisor.h"
#include "core/facts/regs.h"
#include "core/features/attribute.h"
#include "core/features/features.h"
#include "core/features/model.h"

static const char *attr_module(const struct nd_feature *feature)
{
	return feature->flags & ND_FEATURE_SVM ? "kvm_amd" : "kvm_intel";
}

static bool attr_evmcs_in_use(const struct nd_scene *scene)
{
	return nd_evmcs_use(scene->facts, scene->cpu) == ND_EVMCS_USE_IN_USE;
}

/* A hypervisor that offers eVMCS version 1 takes away what it cannot express, used or not. */
static bool attr_evmcs_rules(const struct nd_scene *scene)
{
	return nd_hv_evmcs_offered(scene->cpu) > 0 || attr_evmcs_in_use(scene);
}

/*
 * Signatures of processors whose preemption timer KVM leaves alone because of errata that make it
 * stop early: the list in vmx.c.
 */
static bool attr_timer_erratum(const struct nd_cpu *cpu)
{
	static const u32 broken[] = {
		0x206e6, 0x20652, 0x20655, 0x106e5, 0x106a0, 0x106a1, 0x106a4, 0x106a5, 0x306a8,
	};
	const struct nd_cpuid *l = nd_cpu_leaf(cpu, 1, 0);
	u32 i;

	for (i = 0; l && i < ARRAY_SIZE(broken); i++)
		if ((l->eax & 0x0fff3fff) == broken[i])	/* without type and reserved bits */
			return true;
	return false;
}

/*
 * KVM wants a timer that takes more than ten seconds to run down: 2^32 / 10 ticks a second at most.
 * At half the TSC's rate every processor with VMX is faster than that.
 */
static bool attr_timer_too_fast(const struct nd_cpu *cpu)
{
	const struct nd_value *misc = &cpu->regs[ND_VMX_MISC];

	return misc->state == ND_OK && (misc->value & 0x1f) < 2;
}

/* Has this machine what KVM looks for? What eVMCS cannot express KVM takes for missing. */
static bool attr_lacks(const struct nd_scene *scene, const char *id)
{
	const struct nd_feature *feature = nd_feature_find(id);
	struct nd_bit_place place;

	if (!feature)
		return false;
	nd_feature_place(feature, &place);
	if (!place.evmcs && attr_evmcs_in_use(scene))
		return true;
	return nd_feature_bit(scene->cpu, feature) == ND_BIT_NO;
}

/*
 * Appends what is missing of what a parameter needs; false if nothing is. With @off KVM is known to
 * have switched it off: then a timer that is too fast at the TSC's usual rates must have been the
 * cause.
 */
static bool attr_needs(const struct nd_scene *scene, const struct nd_kvm_param *param, bool off,
		       struct nd_row *why)
{
	struct nd_bit_place place;
	u32 i;

	for (i = 0; i < ARRAY_SIZE(param->bits) && param->bits[i]; i++) {
		if (!attr_lacks(scene, param->bits[i]))
			continue;
		nd_feature_place(nd_feature_find(param->bits[i]), &place);
		nd_row_printf(why, ": KVM requires \"%s\" (%s) for it, which is missing", place.label,
			      param->bits[i]);
		return true;
	}
	if (param->any[0] && attr_lacks(scene, param->any[0]) &&
	    attr_lacks(scene, param->any[1])) {
		nd_row_printf(why, ": KVM requires %s or %s for it, and both are missing", param->any[0],
			      param->any[1]);
		return true;
	}
	if (strcmp(param->name, "preemption_timer"))
		return false;
	if (attr_timer_erratum(scene->cpu))
		nd_row_printf(why, ": this CPU model's timer stops early (an erratum)");
	else if (off && attr_timer_too_fast(scene->cpu))
		nd_row_printf(why, ": it counts so fast that it would expire within ten seconds");
	else
		return false;
	return true;
}

/* The register of the first feature that @param needs and that nobody knows of, NULL for none. */
static const char *attr_unread(const struct nd_scene *scene, const struct nd_kvm_param *param)
{
	struct nd_bit_place place;
	u32 i;

	for (i = 0; i < ARRAY_SIZE(param->bits) && param->bits[i]; i++) {
		const struct nd_feature *feature = nd_feature_find(param->bits[i]);

		if (!feature || nd_feature_bit(scene->cpu, feature) != ND_BIT_UNKNOWN)
			continue;
		nd_feature_place(feature, &place);
		return place.leaf ? "a CPUID leaf" : nd_reg_desc(place.reg)->name;
	}
	return NULL;
}

/* The first of the parameters that @param needs that is off, NULL if none is. */
static const struct nd_kvm_param *attr_needed_off(const struct nd_facts *facts,
						  const struct nd_kvm_param *param)
{
	u32 i;

	for (i = 0; i < ARRAY_SIZE(param->params) && param->params[i]; i++) {
		const char *value = nd_facts_param(facts, param->module, param->params[i]);

		if (nd_flag_is(value, false))
			return nd_kvm_param_find(param->module, param->params[i]);
	}
	return NULL;
}

/* Why a parameter is off: from one to the next that it needs, down to the first cause. */
static enum nd_feature_state attr_off(const struct nd_scene *scene,
				      const struct nd_kvm_param *param, struct nd_row *why)
{
	const struct nd_kvm_param *next;
	const char *unread;

	for (;;) {
		nd_row_printf(why, "%s has %s=%s", param->module, param->name,
			      nd_facts_param(scene->facts, param->module, param->name));
		if (attr_needs(scene, param, true, why))
			return ND_FEATURE_DROPPED;
		next = attr_needed_off(scene->facts, param);
		if (!next)
			break;
		nd_row_printf(why, ", which needs %s; ", next->name);
		param = next;
	}
	unread = attr_unread(scene, param);
	if (param->off)
		nd_row_printf(why, ", its default");
	else if (unread)
		nd_row_printf(why, ": set explicitly, or KVM lacks something, as %s was not read", unread);
	else
		nd_row_printf(why, ": set explicitly, as everything that KVM requires for it is available");
	return ND_FEATURE_OFF;
}

/* Would KVM switch a parameter off, or one that it needs, because of what is missing here? */
static bool attr_would_drop(const struct nd_scene *scene, const struct nd_kvm_param *param,
			    struct nd_row *why)
{
	u32 i;

	if (attr_needs(scene, param, false, why))
		return true;
	for (i = 0; i < ARRAY_SIZE(param->params) && param->params[i]; i++)
		if (attr_would_drop(scene, nd_kvm_param_find(param->module, param->params[i]), why))
			return true;
	return false;
}

/* There by the registers, and KVM is not loaded, or its parameters are not known. */
static enum nd_feature_state attr_without_param(const struct nd_scene *scene,
						const struct nd_kvm_param *param,
						struct nd_row *why)
{
	struct nd_row needs = { .words = "" };

	if (!param || !attr_would_drop(scene, param, &needs))
		return ND_FEATURE_AVAILABLE;
	nd_row_printf(why, "%s switches %s off%s", param->module, param->name, needs.words);
	return ND_FEATURE_DROPPED;
}

/* There by the registers: what does KVM make of it? */
static enum nd_feature_state attr_by_param(const struct nd_scene *scene,
					   const struct nd_feature *feature, struct nd_row *why)
{
	const char *module = attr_module(feature);
	const struct nd_kvm_param *param, *next;
	const char *value;

	if (!feature->param)
		return ND_FEATURE_AVAILABLE;
	value = nd_facts_param(scene->facts, module, feature->param);
	param = nd_kvm_param_find(module, feature->param);
	if (nd_flag_is(value, false) && param)
		return attr_off(scene, param, why);
	next = param ? attr_needed_off(scene->facts, param) : NULL;
	if (next) {
		if (value)
			nd_row_printf(why, "%s has %s=%s, without effect: ", module, param->name,
				      value);
		else
			nd_row_printf(why, "KVM requires %s for it; ", next->name);
		return attr_off(scene, next, why);
	}
	if (!value || !param)
		return attr_without_param(scene, param, why);
	nd_row_printf(why, "%s has %s=%s", module, param->name, value);
	return ND_FEATURE_IN_USE;
}

/* A kernel still enables VMX if nobody locked it; SVM that is off stays off, locked or not. */
static bool attr_is_locked(const struct nd_scene *scene, const struct nd_feature *feature)
{
	enum nd_usable svm = nd_svm_usable(scene->cpu);

	if (feature->flags & ND_FEATURE_SVM)
		return svm == ND_USABLE_LOCKED || svm == ND_USABLE_UNLOCKED;
	return nd_vmx_usable(scene->cpu) == ND_USABLE_LOCKED;
}

static enum nd_feature_state attr_present(const struct nd_scene *scene,
					  const struct nd_feature *feature,
					  const struct nd_bit_place *place, struct nd_row *why)
{
	enum nd_reg reg = feature->flags & ND_FEATURE_SVM ? ND_VM_CR : ND_FEATURE_CONTROL;

	if (attr_is_locked(scene, feature)) {
		nd_row_printf(why, "%s is 0x%llx: %s disabled it", nd_reg_desc(reg)->name,
			      scene->cpu->regs[reg].value,
			      !nd_cpu_leaf(scene->cpu, 1, 0) ? "firmware or hypervisor" :
			      nd_hv_present(scene->cpu) ? "the hypervisor below" : "the firmware");
		return ND_FEATURE_LOCKED;
	}
	if (!place->evmcs && attr_evmcs_in_use(scene)) {
		nd_row_printf(why, "the registers report it, but KVM runs on an enlightened VMCS of version 1, which has no field for it");
		return ND_FEATURE_NO_FIELD;
	}
	return attr_by_param(scene, feature, why);
}

/*
 * Bare metal does not report it: whose doing is that? No firmware brings what the model never had.
 */
static enum nd_feature_state attr_metal_lacks(const struct nd_cpu *cpu,
					      const struct nd_feature *feature, struct nd_row *why)
{
	if (!(feature->flags & ND_FEATURE_BY_FIRMWARE) ||
	    nd_model_bit(cpu, feature) == ND_BIT_NO)
		return ND_FEATURE_ABSENT;
	nd_row_printf(why, "; firmware switches it off on some boards, so look for it in the firmware setup");
	return ND_FEATURE_UNREPORTED;
}

/* Without VMX or SVM itself the bit of a feature says nothing of what can be used. */
static bool attr_is_exposed(const struct nd_cpu *cpu, const struct nd_feature *feature)
{
	const struct nd_feature *root = nd_feature_root(feature);

	return feature == root || nd_feature_bit(cpu, root) != ND_BIT_NO;
}

/* The level below is known: ND_NR_FEATURE_STATES if it does not say either. */
static enum nd_feature_state attr_below(const struct nd_scene *scene,
					const struct nd_feature *feature,
					const struct nd_bit_place *place, struct nd_row *why)
{
	const struct nd_scene below = { .facts = scene->below_facts, .cpu = scene->below_cpu };
	enum nd_bit bit = attr_is_exposed(below.cpu, feature) ?
			  nd_feature_bit(below.cpu, feature) : ND_BIT_NO;

	if (bit == ND_BIT_UNKNOWN)
		return ND_NR_FEATURE_STATES;
	if (bit == ND_BIT_NO) {
		bool metal = nd_cpu_leaf(below.cpu, 1, 0) && !nd_hv_present(below.cpu);

		nd_row_printf(why, "the level below does not have it either%s",
			      metal ? ", and that is bare metal" : "");
		return metal ? attr_metal_lacks(scene->below_cpu, feature, why) :
			       ND_FEATURE_NOT_OFFERED;
	}
	nd_row_printf(why, "the level below has it");
	if (feature->flags & ND_FEATURE_KVM_KEEPS &&
	    nd_facts_param(below.facts, "kvm_intel", "nested")) {
		nd_row_printf(why, ", but KVM there does not offer it to guest hypervisors");
		return ND_FEATURE_HIDDEN;
	}
	if (!place->evmcs && attr_evmcs_rules(scene)) {
		nd_row_printf(why, ", but version 1 of eVMCS, %s here, has no field for it",
			      attr_evmcs_in_use(scene) ? "in use" : "offered");
		return ND_FEATURE_NO_FIELD;
	}
	nd_row_printf(why, " and does not pass it on");
	/* The cause may be a parameter there, so that there is the place to look. */
	if (attr_by_param(&below, feature, NULL) != ND_FEATURE_OFF)
		return ND_FEATURE_HIDDEN;
	nd_row_printf(why, ": ");
	attr_by_param(&below, feature, why);
	return ND_FEATURE_HIDDEN;
}

/*
 * Why there is nothing to be had: the feature's bit is clear; VMX or SVM is not there; SVM is not,
 * although its leaf is and announces the feature.
 */
enum attr_lack {
	ATTR_NOT_REPORTED,
	ATTR_UNEXPOSED,
	ATTR_ANNOUNCED,
};

/* Why there is nothing to be had, in the words that begin the evidence. */
static void attr_lacks_describe(const struct nd_scene *scene, const struct nd_feature *feature,
				const struct nd_bit_place *place, enum attr_lack lack,
				struct nd_row *why)
{
	const char *root = nd_feature_root(feature)->id;
	bool guest = nd_hv_present(scene->cpu);

	switch (lack) {
	case ATTR_NOT_REPORTED:
		nd_row_printf(why, "%s", place->leaf ? "CPUID does not report it" :
			      "the registers do not report it");
		break;
	case ATTR_UNEXPOSED:
		nd_row_printf(why, guest ? "%s is not exposed to this machine" :
			      "CPUID does not report %s", root);
		break;
	case ATTR_ANNOUNCED:
		nd_row_printf(why, guest ?
			      "CPUID 0x%x reports it, but %s is not exposed to this machine" :
			      "CPUID 0x%x reports it, but not %s", place->leaf, root);
		break;
	}
}

/* Of these nobody can take a snapshot; of their hardware one can. */
static bool attr_below_runs_linux(const struct nd_cpu *cpu)
{
	return strcmp(nd_level_word(cpu), "hyperv") && strcmp(nd_level_word(cpu), "vmware");
}

/* Missing, under a hypervisor: what the CPU model that it shows and eVMCS say. */
static enum nd_feature_state attr_guest_missing(const struct nd_scene *scene,
						const struct nd_feature *feature,
						const struct nd_bit_place *place,
						enum attr_lack lack, struct nd_row *why)
{
	enum nd_bit model = nd_model_bit(scene->cpu, feature);
	const char *name = nd_cpu_generation_name(scene->cpu);

	if (model == ND_BIT_NO && lack != ATTR_ANNOUNCED) {
		nd_row_printf(why, "the CPU model shown, %s, is of an older generation than the feature, which came with %s",
			      name, nd_generation_name(feature->since));
		return ND_FEATURE_ABSENT;
	}
	attr_lacks_describe(scene, feature, place, lack, why);
	/* What no known processor had need not be looked for with eVMCS. */
	if (lack == ATTR_NOT_REPORTED && !place->evmcs && feature->since != ND_GEN_UNKNOWN &&
	    attr_evmcs_rules(scene)) {
		nd_row_printf(why, ", and eVMCS version 1, which is %s here, has no field for it",
			      attr_evmcs_in_use(scene) ? "in use" : "offered");
		return ND_FEATURE_NO_FIELD;
	}
	if (model == ND_BIT_YES) {
		nd_row_printf(why, "%s the CPU model shown, %s, has it (a hypervisor may show any model)",
			      lack == ATTR_NOT_REPORTED ? ", but" : ";", name);
		return ND_FEATURE_HIDDEN;
	}
	nd_row_printf(why, "; use --below with a snapshot of %s to see whether the hypervisor could offer it",
		      attr_below_runs_linux(scene->cpu) ? "the level below" :
		      "the hardware, taken by a Linux without the hypervisor,");
	return ND_FEATURE_NOT_OFFERED;
}

/* A hypervisor may show any vendor: what CPUID reports is there, whoever makes such processors. */
static const char *attr_only(const struct nd_cpu *cpu, const struct nd_feature *feature)
{
	return nd_feature_bit(cpu, nd_feature_root(feature)) == ND_BIT_YES ? NULL :
	       nd_model_only(cpu, feature);
}

static enum nd_feature_state attr_missing(const struct nd_scene *scene,
					  const struct nd_feature *feature,
					  const struct nd_bit_place *place,
					  enum attr_lack lack, struct nd_row *why)
{
	const struct nd_emulator *emulator = nd_emulator_foreign(scene->cpu);
	const char *only = attr_only(scene->cpu, feature);
	enum nd_feature_state state;

	if (only) {
		nd_row_printf(why, "%s", only);
		return ND_FEATURE_ABSENT;
	}
	if (emulator) {
		nd_row_printf(why, "the x86 processor that %s emulates does not have it",
			      emulator->name);
		return ND_FEATURE_ABSENT;
	}
	if (scene->below_cpu) {
		state = attr_below(scene, feature, place, why);
		if (state != ND_NR_FEATURE_STATES)
			return state;
	}
	if (!nd_cpu_leaf(scene->cpu, 1, 0) && !attr_evmcs_rules(scene)) {
		attr_lacks_describe(scene, feature, place, lack, why);
		nd_row_printf(why, ", and without CPUID the hypervisor below is unknown");
		return ND_FEATURE_MISSING;
	}
	if (nd_cpu_leaf(scene->cpu, 1, 0) && !nd_hv_present(scene->cpu)) {
		attr_lacks_describe(scene, feature, place, lack, why);
		nd_row_printf(why, ", and CPUID reports no hypervisor");
		/* Without VMX or SVM there is nothing to read that says what the CPU has. */
		if (lack == ATTR_NOT_REPORTED && feature != nd_feature_root(feature))
			return attr_metal_lacks(scene->cpu, feature, why);
		return nd_model_bit(scene->cpu, feature) == ND_BIT_NO ? ND_FEATURE_ABSENT :
									ND_FEATURE_UNREPORTED;
	}
	return attr_guest_missing(scene, feature, place, lack, why);
}

enum nd_feature_state nd_feature_state(const struct nd_scene *scene,
				       const struct nd_feature *feature, struct nd_row *evidence)
{
	enum nd_bit bit = nd_feature_bit(scene->cpu, feature);
	enum attr_lack lack = ATTR_NOT_REPORTED;
	struct nd_bit_place place;

	if (evidence)
		evidence->words[0] = '\0';
	nd_feature_place(feature, &place);
	if (!attr_is_exposed(scene->cpu, feature)) {
		lack = place.leaf && bit == ND_BIT_YES ? ATTR_ANNOUNCED : ATTR_UNEXPOSED;
		bit = ND_BIT_NO;
	}
	if (bit == ND_BIT_YES)
		return attr_present(scene, feature, &place, evidence);
	if (bit == ND_BIT_NO || attr_only(scene->cpu, feature))
		return attr_missing(scene, feature, &place, lack, evidence);
	nd_row_printf(evidence, "%s was not read", place.leaf ? "the CPUID leaf" : "the register");
	return ND_FEATURE_UNKNOWN;
}
