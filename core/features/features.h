/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Virtualization features: whether one is there for a hypervisor on this machine, and if not, who
 * took it away.
 *
 * The question is what KVM, or any other hypervisor, can use here for its own guests. What nested
 * guests get is less: KVM passes on what it uses itself, and the texts of what is lost say so
 * if it matters.
 */
#ifndef NESTDIAG_FEATURES_H
#define NESTDIAG_FEATURES_H

#include "core/base/row.h"
#include "core/caps/fields.h"
#include "core/caps/generation.h"
#include "core/facts/facts.h"

/**
 * enum nd_culprit - why a feature is not there
 * @ND_CULPRIT_NONE:       it is there
 * @ND_CULPRIT_UNKNOWN:    the facts do not say whether it is there
 * @ND_CULPRIT_UNDECIDED:  it is not there, and the facts do not say whether a hypervisor is below
 * @ND_CULPRIT_EVMCS:      enlightened VMCS version 1 has no field for it
 * @ND_CULPRIT_HYPERVISOR: the hypervisor below does not offer it, or hides it
 * @ND_CULPRIT_CPU:        this CPU does not have it
 * @ND_CULPRIT_FIRMWARE:   the firmware locked virtualization off
 * @ND_CULPRIT_FIRMWARE_OR_CPU: the firmware switched it off, or this CPU does not have it
 * @ND_CULPRIT_PARAMETER:  switched off by a parameter of KVM
 * @ND_CULPRIT_KVM:        KVM dropped it, because something else is missing
 */
enum nd_culprit {
	ND_CULPRIT_NONE,
	ND_CULPRIT_UNKNOWN,
	ND_CULPRIT_UNDECIDED,
	ND_CULPRIT_EVMCS,
	ND_CULPRIT_HYPERVISOR,
	ND_CULPRIT_CPU,
	ND_CULPRIT_FIRMWARE,
	ND_CULPRIT_FIRMWARE_OR_CPU,
	ND_CULPRIT_PARAMETER,
	ND_CULPRIT_KVM,
	ND_NR_CULPRITS
};

/**
 * enum nd_feature_state - what became of a feature
 * @ND_FEATURE_UNKNOWN:     the facts do not say
 * @ND_FEATURE_IN_USE:      there, and KVM's parameter says that KVM uses it
 * @ND_FEATURE_AVAILABLE:   there
 * @ND_FEATURE_OFF:         there, but a parameter of KVM switches it off
 * @ND_FEATURE_DROPPED:     there, but KVM drops it because something that it needs is missing
 * @ND_FEATURE_LOCKED:      there, but virtualization is locked off, or off in VM_CR
 * @ND_FEATURE_NO_FIELD:    eVMCS version 1 has no field for it
 * @ND_FEATURE_HIDDEN:      missing, and there is a reason to know that the hypervisor below takes
 *			    it away: the level below or the CPU model has it
 * @ND_FEATURE_NOT_OFFERED: missing, and a hypervisor is below; whether it could offer it is unknown
 * @ND_FEATURE_UNREPORTED:  CPUID of bare metal does not report it, and firmware can do that to CPUs
 *			    that have it
 * @ND_FEATURE_ABSENT:      this CPU does not have it
 * @ND_FEATURE_MISSING:     missing, and under whom this machine runs is not known
 */
enum nd_feature_state {
	ND_FEATURE_UNKNOWN,
	ND_FEATURE_IN_USE,
	ND_FEATURE_AVAILABLE,
	ND_FEATURE_OFF,
	ND_FEATURE_DROPPED,
	ND_FEATURE_LOCKED,
	ND_FEATURE_NO_FIELD,
	ND_FEATURE_HIDDEN,
	ND_FEATURE_NOT_OFFERED,
	ND_FEATURE_UNREPORTED,
	ND_FEATURE_ABSENT,
	ND_FEATURE_MISSING,
	ND_NR_FEATURE_STATES
};

#define ND_FEATURE_SVM		BIT(0)	/* AMD's; without it Intel's */
#define ND_FEATURE_NOTICED	BIT(1)	/* a guest notices its lack: on the short list of status */
#define ND_FEATURE_BEYOND_EVMCS	BIT(2)	/* no control, and eVMCS version 1 cannot express it */
#define ND_FEATURE_KVM_KEEPS	BIT(3)	/* KVM (6.12, 7.3) offers it to no nested hypervisor */
#define ND_FEATURE_BY_FIRMWARE	BIT(4)	/* firmware decides whether CPUID reports it */

/**
 * struct nd_feature - a feature that has a capability bit
 * @id:    QEMU's and libvirt's name; the bit's title and place are those of the row with this id
 *	   among the controls, the fields and the two CPUID bits, see nd_feature_place()
 * @param: parameter of kvm_intel or kvm_amd that governs whether KVM uses it, NULL for none
 * @flags: ND_FEATURE_
 * @since: generation that brought it: the first one known to have it, on whatever product line
 * @core:  generation from which on every client processor is known to have it
 * @xeon:  the same of server processors; on AMD of all
 * @loss:  what is lost without it, to complete "without it, ..."
 */
struct nd_feature {
	const char *id;
	const char *param;
	u32 flags;
	enum nd_generation since;
	enum nd_generation core;
	enum nd_generation xeon;
	const char *loss;
};

extern const struct nd_feature nd_features[];
extern const unsigned int nd_nr_features;

/** nd_feature_find() - the feature named @id, NULL if there is none */
const struct nd_feature *nd_feature_find(const char *id);

/** nd_feature_root() - the technology of a feature: "vmx" or "svm" */
const struct nd_feature *nd_feature_root(const struct nd_feature *feature);

/** nd_feature_place() - where the feature's bit stands, and its title */
void nd_feature_place(const struct nd_feature *feature, struct nd_bit_place *place);

/**
 * enum nd_bit - what the registers alone say of a feature
 * @ND_BIT_UNKNOWN: they were not read
 * @ND_BIT_NO:      it is not there
 * @ND_BIT_YES:     it is there
 */
enum nd_bit {
	ND_BIT_UNKNOWN,
	ND_BIT_NO,
	ND_BIT_YES,
};

enum nd_bit nd_feature_bit(const struct nd_cpu *cpu, const struct nd_feature *feature);

/**
 * struct nd_kvm_param - what KVM checks before it leaves a parameter switched on
 * @module: kvm_intel or kvm_amd
 * @name:   the parameter
 * @bits:   ids of features whose bits all have to be there
 * @any:    ids of features of which one has to be there
 * @params: parameters of the same module that have to be on
 * @off:    KVM takes off if nobody says otherwise
 *
 * From hardware_setup(), setup_vmcs_config() and nested_vmx_hardware_setup() of kvm_intel and
 * svm_hardware_setup() and avic_hardware_setup() of kvm_amd, Linux 6.1 and 6.12. KVM writes what
 * came out of it back into the parameter and does not say why.
 */
struct nd_kvm_param {
	const char *module;
	const char *name;
	const char *bits[5];
	const char *any[2];
	const char *params[2];
	bool off;
};

extern const struct nd_kvm_param nd_kvm_params[];
extern const unsigned int nd_nr_kvm_params;

/** nd_kvm_param_find() - the row of a parameter, NULL if it depends on nothing known */
const struct nd_kvm_param *nd_kvm_param_find(const char *module, const char *name);

/**
 * struct nd_scene - whom a question about features is about
 * @facts:       the machine
 * @cpu:         its CPU that is asked
 * @below_facts: the level below, if a snapshot of it is at hand, else NULL
 * @below_cpu:   a CPU of it
 */
struct nd_scene {
	const struct nd_facts *facts;
	const struct nd_cpu *cpu;
	const struct nd_facts *below_facts;
	const struct nd_cpu *below_cpu;
};

/** nd_scene_is_svm() - is SVM rather than VMX what this machine has, or would have? */
bool nd_scene_is_svm(const struct nd_cpu *cpu);

/** nd_feature_state_word() - "in-use", "available", "off", "dropped", "locked", ... */
const char *nd_feature_state_word(enum nd_feature_state state);

/** nd_feature_state_culprit() - who is to blame for a state */
enum nd_culprit nd_feature_state_culprit(const struct nd_scene *scene,
					 enum nd_feature_state state);

/** nd_feature_state_there() - is a feature in this state there to be used? */
static inline bool nd_feature_state_there(enum nd_feature_state state)
{
	return state == ND_FEATURE_IN_USE || state == ND_FEATURE_AVAILABLE;
}

/** nd_culprit_word() - "", "unknown", "undecided", "evmcs", "hypervisor", "cpu", "firmware", ... */
const char *nd_culprit_word(enum nd_culprit culprit);

/** nd_feature_state_title() - a state as a heading: "No field in eVMCS version 1" */
const char *nd_feature_state_title(enum nd_feature_state state);

#endif /* NESTDIAG_FEATURES_H */
