// SPDX-License-Identifier: GPL-2.0-only
/*
 * Virtualization features: whether each is there, and if not, who took it away.
 */
#include "core/caps/controls.h"
#include "core/caps/usable.h"
#include "core/facts/hypervisor.h"
#include "core/features/features.h"

const struct nd_feature *nd_feature_find(const char *id)
{
	unsigned int i;

	for (i = 0; i < nd_nr_features; i++)
		if (!strcmp(nd_features[i].id, id))
			return &nd_features[i];
	return NULL;
}

const struct nd_kvm_param *nd_kvm_param_find(const char *module, const char *name)
{
	unsigned int i;

	for (i = 0; i < nd_nr_kvm_params; i++)
		if (!strcmp(nd_kvm_params[i].module, module) &&
		    !strcmp(nd_kvm_params[i].name, name))
			return &nd_kvm_params[i];
	return NULL;
}

bool nd_scene_is_svm(const struct nd_cpu *cpu)
{
	/* The one that the CPU has; if it has neither, the one that its vendor would offer. */
	if (nd_vmx_usable(cpu) != ND_USABLE_NO_CPUID)
		return nd_svm_usable(cpu) > ND_USABLE_NO_CPUID;
	switch (nd_cpu_maker(cpu)) {
	case ND_MAKER_SVM:
		return true;
	case ND_MAKER_VMX:
		/* SVM only where a hypervisor shows it, whatever vendor it shows. */
		return nd_svm_usable(cpu) > ND_USABLE_NO_CPUID;
	default:
		return nd_svm_usable(cpu) != ND_USABLE_NO_CPUID;
	}
}

/* The two technologies themselves: their bits are in no capability register. */
static const struct {
	const char *id;
	struct nd_bit_place place;
} feature_roots[] = {
	{ "vmx", { "VMX", 1, ND_NR_REGS, "ecx", 5, true } },
	{ "svm", { "SVM", 0x80000001, ND_NR_REGS, "ecx", 2, true } },
};

const struct nd_feature *nd_feature_root(const struct nd_feature *feature)
{
	return nd_feature_find(feature_roots[feature->flags & ND_FEATURE_SVM ? 1 : 0].id);
}

void nd_feature_place(const struct nd_feature *feature, struct nd_bit_place *place)
{
	const struct nd_ctl_group *group;
	const struct nd_ctl_bit *bit;

	if (feature == nd_feature_root(feature)) {
		*place = feature_roots[feature->flags & ND_FEATURE_SVM ? 1 : 0].place;
		return;
	}
	bit = nd_ctl_find(feature->id, &group);
	if (bit)
		*place = (struct nd_bit_place){
			.label = bit->label, .reg = group->reg, .bit = bit->bit,
			.evmcs = bit->evmcs,
		};
	else if (!nd_field_find(feature->id, place))
		*place = (struct nd_bit_place){ .label = feature->id, .reg = ND_NR_REGS };
	if (feature->flags & ND_FEATURE_BEYOND_EVMCS)
		place->evmcs = false;
}

static enum nd_bit feature_ctl_bit(const struct nd_cpu *cpu, const struct nd_ctl_group *group,
				   const struct nd_ctl_bit *bit)
{
	const struct nd_value *plain = &cpu->regs[group->reg];

	/* KVM asks the plain register whether a control may be 1, whatever the TRUE one says. */
	if (group->kind == ND_CTLS_PAIR && plain->state == ND_OK &&
	    !(plain->value >> 32 & BIT(bit->bit)))
		return ND_BIT_NO;
	switch (nd_ctl_state(cpu, group, bit->bit)) {
	case ND_CTL_NO:
	case ND_CTL_ABSENT:
		return ND_BIT_NO;
	case ND_CTL_FORCED:
		/* Of the default1 class the feature is the permission to leave the control 0. */
		return strstr(bit->id, "-noexit") || strstr(bit->id, "-nosave-") ||
		       strstr(bit->id, "-noload-") ? ND_BIT_NO : ND_BIT_YES;
	case ND_CTL_YES:
	case ND_CTL_DEFAULT:
		return ND_BIT_YES;
	default:
		return ND_BIT_UNKNOWN;
	}
}

static enum nd_bit feature_leaf_bit(const struct nd_cpu *cpu, const struct nd_bit_place *place)
{
	const struct nd_cpuid *l = nd_cpu_leaf(cpu, place->leaf, 0);
	u32 value;

	/* A processor without extended leaves that far says so in their first one. */
	if (!l && place->leaf > 0x80000000) {
		l = nd_cpu_leaf(cpu, 0x80000000, 0);
		return l && l->eax < place->leaf ? ND_BIT_NO : ND_BIT_UNKNOWN;
	}
	if (!l)
		return ND_BIT_UNKNOWN;
	value = !strcmp(place->cpuid_reg, "ecx") ? l->ecx : l->edx;
	return value & BIT(place->bit) ? ND_BIT_YES : ND_BIT_NO;
}

enum nd_bit nd_feature_bit(const struct nd_cpu *cpu, const struct nd_feature *feature)
{
	const struct nd_ctl_group *group;
	const struct nd_ctl_bit *bit = nd_ctl_find(feature->id, &group);
	const struct nd_value *value;
	struct nd_bit_place place;

	if (bit)
		return feature_ctl_bit(cpu, group, bit);
	nd_feature_place(feature, &place);
	if (place.leaf)
		return feature_leaf_bit(cpu, &place);
	if (place.reg == ND_NR_REGS)
		return ND_BIT_UNKNOWN;
	value = &cpu->regs[place.reg];
	if (value->state == ND_OK)
		return value->value & BIT_ULL(place.bit) ? ND_BIT_YES : ND_BIT_NO;
	return value->state == ND_ABSENT ? ND_BIT_NO : ND_BIT_UNKNOWN;
}

const char *nd_feature_state_word(enum nd_feature_state state)
{
	static const char *const words[ND_NR_FEATURE_STATES] = {
		[ND_FEATURE_UNKNOWN]		= "unknown",
		[ND_FEATURE_IN_USE]		= "in-use",
		[ND_FEATURE_AVAILABLE]		= "available",
		[ND_FEATURE_OFF]		= "off",
		[ND_FEATURE_DROPPED]		= "dropped",
		[ND_FEATURE_LOCKED]		= "locked",
		[ND_FEATURE_NO_FIELD]		= "no-field",
		[ND_FEATURE_HIDDEN]		= "hidden",
		[ND_FEATURE_NOT_OFFERED]	= "not-offered",
		[ND_FEATURE_UNREPORTED]		= "unreported",
		[ND_FEATURE_ABSENT]		= "absent",
		[ND_FEATURE_MISSING]		= "missing",
	};

	return words[state];
}

const char *nd_feature_state_title(enum nd_feature_state state)
{
	static const char *const titles[ND_NR_FEATURE_STATES] = {
		[ND_FEATURE_UNKNOWN]		= "Unknown: the register or CPUID leaf was not read",
		[ND_FEATURE_IN_USE]		= "In use by KVM",
		[ND_FEATURE_AVAILABLE]		= "Available",
		[ND_FEATURE_OFF]		= "Disabled by a KVM parameter",
		[ND_FEATURE_DROPPED]		= "Disabled by KVM because a requirement is missing",
		[ND_FEATURE_LOCKED]		= "Locked off",
		[ND_FEATURE_NO_FIELD]		= "Removed by eVMCS: version 1 has no field for it",
		[ND_FEATURE_HIDDEN]		= "Hidden by the hypervisor below",
		[ND_FEATURE_NOT_OFFERED]	= "Not offered by the hypervisor below",
		[ND_FEATURE_UNREPORTED]		= "Not reported: off in firmware, or not in this CPU",
		[ND_FEATURE_ABSENT]		= "Not in this CPU",
		[ND_FEATURE_MISSING]		= "Missing: the hypervisor below, if any, is unknown",
	};

	return titles[state];
}

enum nd_culprit nd_feature_state_culprit(const struct nd_scene *scene,
					 enum nd_feature_state state)
{
	static const enum nd_culprit culprits[ND_NR_FEATURE_STATES] = {
		[ND_FEATURE_UNKNOWN]		= ND_CULPRIT_UNKNOWN,
		[ND_FEATURE_IN_USE]		= ND_CULPRIT_NONE,
		[ND_FEATURE_AVAILABLE]		= ND_CULPRIT_NONE,
		[ND_FEATURE_OFF]		= ND_CULPRIT_PARAMETER,
		[ND_FEATURE_DROPPED]		= ND_CULPRIT_KVM,
		[ND_FEATURE_LOCKED]		= ND_CULPRIT_FIRMWARE,
		[ND_FEATURE_NO_FIELD]		= ND_CULPRIT_EVMCS,
		[ND_FEATURE_HIDDEN]		= ND_CULPRIT_HYPERVISOR,
		[ND_FEATURE_NOT_OFFERED]	= ND_CULPRIT_HYPERVISOR,
		[ND_FEATURE_UNREPORTED]		= ND_CULPRIT_FIRMWARE_OR_CPU,
		[ND_FEATURE_ABSENT]		= ND_CULPRIT_CPU,
		[ND_FEATURE_MISSING]		= ND_CULPRIT_UNDECIDED,
	};

	/* The lock of a guest is set by who plays its firmware. */
	if (state == ND_FEATURE_LOCKED && nd_hv_present(scene->cpu))
		return ND_CULPRIT_HYPERVISOR;
	if (state == ND_FEATURE_LOCKED && !nd_cpu_leaf(scene->cpu, 1, 0))
		return ND_CULPRIT_UNDECIDED;
	return culprits[state];
}

const char *nd_culprit_word(enum nd_culprit culprit)
{
	static const char *const words[ND_NR_CULPRITS] = {
		[ND_CULPRIT_NONE]	= "",
		[ND_CULPRIT_UNKNOWN]	= "unknown",
		[ND_CULPRIT_UNDECIDED]	= "undecided",
		[ND_CULPRIT_EVMCS]	= "evmcs",
		[ND_CULPRIT_HYPERVISOR]	= "hypervisor",
		[ND_CULPRIT_CPU]	= "cpu",
		[ND_CULPRIT_FIRMWARE]	= "firmware",
		[ND_CULPRIT_FIRMWARE_OR_CPU] = "firmware-or-cpu",
		[ND_CULPRIT_PARAMETER]	= "parameter",
		[ND_CULPRIT_KVM]	= "kvm",
	};

	return words[culprit];
}
