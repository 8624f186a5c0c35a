// SPDX-License-Identifier: GPL-2.0-only
/*
 * Machines whose features are judged, and shorthands for what is said of one.
 */
#include "core/features/features.h"
#include "core/caps/generation.h"

#define FEAT_HASWELL_EPT	0x00000f0106334141ULL
#define FEAT_HASWELL_MISC	0x00000000300481e5ULL
#define FEAT_EPT_AD		BIT_ULL(21)

static struct nd_scene feat_test_scene;
static struct nd_row feat_test_why;

static int feat_test_init(struct kunit *test)
{
	status_test_init(test);
	feat_test_scene = (struct nd_scene){
		.facts = &status_test_facts, .cpu = &status_test_cpus[0],
	};
	return 0;
}

static struct nd_cpu *feat_test_haswell(u32 ecx)
{
	struct nd_cpu *cpu = status_test_intel(ecx);

	status_test_reg(cpu, ND_VMX_MISC, FEAT_HASWELL_MISC);
	status_test_reg(cpu, ND_VMX_EPT_VPID_CAP, FEAT_HASWELL_EPT);
	status_test_reg(cpu, ND_VMX_EXIT_CTLS, 0x007fffff00036dffULL);
	status_test_reg(cpu, ND_VMX_ENTRY_CTLS, 0x0000ffff000011ffULL);
	return cpu;
}

static struct nd_cpu *feat_test_zen2(u32 edx)
{
	struct nd_cpu *cpu = &status_test_cpus[0];

	status_test_leaf(cpu, 0, 0x10, 0x68747541, 0x444d4163, 0x69746e65);
	status_test_leaf(cpu, 1, 0x830f10, 0, 0, 0);
	status_test_leaf(cpu, 0x80000000, 0x8000001f, 0, 0, 0);
	status_test_leaf(cpu, 0x80000001, 0, 0, BIT(2), 0);
	status_test_leaf(cpu, 0x8000000a, 1, 0x8000, 0, edx);
	status_test_reg(cpu, ND_VM_CR, 0);
	return cpu;
}

static enum nd_feature_state feat_test_state(const char *id)
{
	return nd_feature_state(&feat_test_scene, nd_feature_find(id), &feat_test_why);
}

static enum nd_culprit feat_test_culprit(const char *id)
{
	return nd_feature_state_culprit(&feat_test_scene, feat_test_state(id));
}

static void feat_test_drop_params(void)
{
	status_test_facts.nr_params = 0;
}

static bool feat_test_same_place(const struct nd_bit_place *a, const struct nd_bit_place *b)
{
	return a->leaf == b->leaf && a->reg == b->reg && a->bit == b->bit &&
	       (!a->leaf || !strcmp(a->cpuid_reg, b->cpuid_reg));
}
