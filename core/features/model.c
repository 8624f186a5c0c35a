// SPDX-License-Identifier: GPL-2.0-only
/*
 * What vendor and model of a CPU say of a feature, whatever is exposed of it.
 */
#include "core/caps/generation.h"
#include "core/features/features.h"
#include "core/features/model.h"

const char *nd_model_only(const struct nd_cpu *cpu, const struct nd_feature *feature)
{
	bool svm = feature->flags & ND_FEATURE_SVM;

	switch (nd_cpu_maker(cpu)) {
	case ND_MAKER_VMX:
		return svm ? "AMD only" : NULL;
	case ND_MAKER_SVM:
		return svm ? NULL : "Intel only";
	default:
		return NULL;
	}
}

static enum nd_bit model_own_bit(const struct nd_cpu *cpu, const struct nd_feature *feature)
{
	enum nd_line line;
	enum nd_generation gen = nd_cpu_generation(cpu, &line);
	enum nd_generation from = line == ND_LINE_CORE ? feature->core :
				  line == ND_LINE_XEON ? feature->xeon : ND_GEN_UNKNOWN;

	/* Generations of two vendors have no order, nor have those of lines of their own. */
	if (gen == ND_GEN_UNKNOWN || line == ND_LINE_OTHER || nd_model_only(cpu, feature))
		return ND_BIT_UNKNOWN;
	if (from != ND_GEN_UNKNOWN && gen >= from)
		return ND_BIT_YES;
	return feature->since != ND_GEN_UNKNOWN && gen < feature->since ? ND_BIT_NO :
									  ND_BIT_UNKNOWN;
}

enum nd_bit nd_model_bit(const struct nd_cpu *cpu, const struct nd_feature *feature)
{
	const struct nd_feature *root = nd_feature_root(feature);
	enum nd_bit bit = model_own_bit(cpu, feature);

	/* A processor without the technology has no part of it, so both have to be known. */
	if (bit == ND_BIT_YES && nd_feature_bit(cpu, root) != ND_BIT_YES &&
	    model_own_bit(cpu, root) != ND_BIT_YES)
		return ND_BIT_UNKNOWN;
	return bit;
}
