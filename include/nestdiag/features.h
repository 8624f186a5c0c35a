/* SPDX-License-Identifier: GPL-2.0-only WITH Linux-syscall-note */
/*
 * Virtualization features by what a guest loses without them.
 */
#ifndef NESTDIAG_FEATURES_H
#define NESTDIAG_FEATURES_H

#include <nestdiag/caps.h>
#include <nestdiag/facts.h>
#include <nestdiag/row.h>

/**
 * enum nd_culprit - why a feature is not there
 * @ND_CULPRIT_NONE:       it is there
 * @ND_CULPRIT_UNKNOWN:    the facts do not say whether it is there
 * @ND_CULPRIT_UNDECIDED:  it is not there, and the facts do not say whether a hypervisor is below
 * @ND_CULPRIT_EVMCS:      enlightened VMCS version 1 has no field for it
 * @ND_CULPRIT_HYPERVISOR: not offered by the hypervisor below
 * @ND_CULPRIT_CPU:        no hypervisor below announces itself and the registers do not have it
 */
enum nd_culprit {
	ND_CULPRIT_NONE,
	ND_CULPRIT_UNKNOWN,
	ND_CULPRIT_UNDECIDED,
	ND_CULPRIT_EVMCS,
	ND_CULPRIT_HYPERVISOR,
	ND_CULPRIT_CPU,
	ND_NR_CULPRITS
};

/**
 * struct nd_feature - one feature whose lack a guest notices
 * @id:   the control that stands for it, see nd_ctl_find()
 * @loss: what is lost without it, to complete "without it, ..."
 */
struct nd_feature {
	const char *id;
	const char *loss;
};

extern const struct nd_feature nd_features[];
extern const unsigned int nd_nr_features;

/** nd_culprit_word() - "", "unknown", "undecided", "evmcs", "hypervisor", "cpu" */
const char *nd_culprit_word(enum nd_culprit culprit);

/**
 * nd_feature_culprit() - is the feature there, and if not, why?
 * @facts:   the machine
 * @cpu:     the CPU to ask
 * @feature: the feature
 * @label:   set to the feature's title
 */
enum nd_culprit nd_feature_culprit(const struct nd_facts *facts, const struct nd_cpu *cpu,
				   const struct nd_feature *feature, const char **label);

/** nd_available_words() - the features that are there, as a list into @row's words */
void nd_available_words(const struct nd_facts *facts, const struct nd_cpu *cpu,
			struct nd_row *row);

/** nd_missing_rows() - ND_ROW_MISSING for each feature that is not there; their number */
unsigned int nd_missing_rows(const struct nd_facts *facts, const struct nd_cpu *cpu,
			     const struct nd_emit *emit);

#endif /* NESTDIAG_FEATURES_H */
