/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Features as rows.
 */
#ifndef NESTDIAG_FEATUREROWS_H
#define NESTDIAG_FEATUREROWS_H

#include "core/base/row.h"
#include "core/features/features.h"

/**
 * nd_feature_culprit() - is the feature there, and if not, why?
 * @facts:   the machine
 * @cpu:     the CPU to ask
 * @feature: the feature
 * @label:   set to the feature's title
 */
enum nd_culprit nd_feature_culprit(const struct nd_facts *facts, const struct nd_cpu *cpu,
				   const struct nd_feature *feature, const char **label);

/** nd_available_rows() - ND_ROW_AVAILABLE for each feature that nd_available_describe() lists */
void nd_available_rows(const struct nd_facts *facts, const struct nd_cpu *cpu,
		       const struct nd_emit *emit);

/** nd_available_describe() - the features that are there, as a list into @row's words */
void nd_available_describe(const struct nd_facts *facts, const struct nd_cpu *cpu,
			   struct nd_row *row);

/**
 * nd_unexposed_describe() - "vmx is not exposed to this machine, so none of its N features is"
 * @cpu: the CPU
 * @row: gets the sentence in its words, none where VMX or SVM is there or CPUID was not recorded
 *
 * Return: whether there was one to say.
 */
bool nd_unexposed_describe(const struct nd_cpu *cpu, struct nd_row *row);

/** nd_missing_rows() - ND_ROW_MISSING for each feature that is not there; their number */
unsigned int nd_missing_rows(const struct nd_facts *facts, const struct nd_cpu *cpu,
			     const struct nd_emit *emit);

/**
 * nd_feature_rows() - ND_ROW_SUPPORT for each feature of the scene's technology in @state
 * @scene: whom it is about
 * @state: only features in this state; ND_NR_FEATURE_STATES for all
 * @emit:  where they go; NULL only counts
 *
 * A row's words are the evidence, empty if there is nothing to prove. Columns: culprit, evidence
 * (the same again), loss, parameter, since, msr or leaf and register, bit.
 *
 * Return: how many there are.
 */
unsigned int nd_feature_rows(const struct nd_scene *scene, enum nd_feature_state state,
			     const struct nd_emit *emit);

/**
 * nd_feature_cols() - the columns of a row of nd_feature_rows()
 * @row:     its words are the evidence already
 * @scene:   whom it is about
 * @feature: the feature
 * @place:   of its bit
 * @state:   what became of it
 */
void nd_feature_cols(struct nd_row *row, const struct nd_scene *scene,
		     const struct nd_feature *feature, const struct nd_bit_place *place,
		     enum nd_feature_state state);

#endif /* NESTDIAG_FEATUREROWS_H */
