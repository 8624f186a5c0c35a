/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What nested guests may use on every host of a pool.
 */
#ifndef NESTDIAG_TOOLS_BASELINE_H
#define NESTDIAG_TOOLS_BASELINE_H

#include "tools/baseline/qemumodel.h"

/**
 * struct nd_pool_host - a host of the pool
 * @file:       where its facts come from
 * @vendor:     CPUID's vendor string, empty if it was not recorded
 * @svm:        its technology is SVM
 * @offered:    what its KVM gives to guests was recorded; else @bits and @cpuid are of the host
 *              itself
 * @generation: of the CPU model that CPUID shows
 * @ordered:    generations of that product line have an order
 * @known:      a bit for each word of @cpuid that was recorded
 * @cpuid:      features of CPUID
 * @bits:       enum nd_bit of each of nd_features: whether a nested guest may use it
 */
struct nd_pool_host {
	char *file;
	char vendor[13];
	bool svm;
	bool offered;
	enum nd_generation generation;
	bool ordered;
	u32 known;
	u32 cpuid[ND_NR_CPUID_WORDS];
	u8 *bits;
};

/**
 * struct nd_baseline - the pool
 * @hosts: its hosts
 * @nr:    their number
 */
struct nd_baseline {
	struct nd_pool_host *hosts;
	u32 nr;
};

/** nd_baseline_add() - one more host; false if there are no facts of a CPU */
bool nd_baseline_add(struct nd_baseline *baseline, const char *file, const struct nd_facts *facts);

/** nd_baseline_mixed() - a host whose vendor is not that of the first, NULL if there is none */
const struct nd_pool_host *nd_baseline_mixed(const struct nd_baseline *baseline);

/**
 * nd_baseline_bit() - may nested guests use the feature on every host?
 *
 * ND_BIT_NO: not on one of them at least; ND_BIT_UNKNOWN: it is not known of one, and of no other
 * that they may not.
 */
enum nd_bit nd_baseline_bit(const struct nd_baseline *baseline, const struct nd_feature *feature);

/** nd_baseline_named() - the same of all features that QEMU calls by the name of @feature */
enum nd_bit nd_baseline_named(const struct nd_baseline *baseline, const struct nd_feature *feature);

/** nd_baseline_count() - on how many hosts the answer for a feature is @bit */
u32 nd_baseline_count(const struct nd_baseline *baseline, const struct nd_feature *feature,
		      enum nd_bit bit);

/**
 * nd_baseline_model() - the newest CPU model of QEMU that is known to run on every host, or NULL
 */
const struct nd_qemu_model *nd_baseline_model(const struct nd_baseline *baseline);

void nd_baseline_free(struct nd_baseline *baseline);

#endif /* NESTDIAG_TOOLS_BASELINE_H */
