// SPDX-License-Identifier: GPL-2.0-only
/*
 * Which generation a CPU model is of.
 */
#include <kunit/test.h>
#include "core/caps/generation.h"

static void feat_test_generation(struct kunit *test)
{
	static const struct {
		u32 eax;
		enum nd_generation generation;
		enum nd_line line;
	} cases[] = {
		{ 0x306c3, ND_GEN_HASWELL, ND_LINE_CORE },
		{ 0x906ea, ND_GEN_KABY_LAKE, ND_LINE_CORE },
		{ 0x50657, ND_GEN_SKYLAKE, ND_LINE_UNKNOWN },	/* without a name it may be a Core */
		{ 0x506c9, ND_GEN_UNKNOWN, ND_LINE_UNKNOWN },	/* Goldmont: an Atom */
		{ 0x00f65, ND_GEN_UNKNOWN, ND_LINE_UNKNOWN },	/* Pentium 4 */
	};
	struct nd_cpu *cpu = status_test_intel(0);
	enum nd_line line;
	u32 i;

	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		cpu->cpuid[1].eax = cases[i].eax;
		KUNIT_EXPECT_EQ(test, nd_cpu_generation(cpu, &line), cases[i].generation);
		KUNIT_EXPECT_EQ(test, line, cases[i].line);
	}
	cpu->cpuid[0].ebx = 0x68747541;
	cpu->cpuid[1].eax = 0xa00f11;
	KUNIT_EXPECT_EQ(test, nd_cpu_generation(cpu, &line), ND_GEN_AMD_ZEN3);
	cpu->cpuid[1].eax = 0xa10f11;
	KUNIT_EXPECT_EQ(test, nd_cpu_generation(cpu, &line), ND_GEN_AMD_ZEN4);
	cpu->nr_cpuid = 0;
	KUNIT_EXPECT_EQ(test, nd_cpu_generation(cpu, &line), ND_GEN_UNKNOWN);
}

static struct kunit_case generation_test_cases[] = {
	KUNIT_CASE(feat_test_generation),
	{}
};

static struct kunit_suite nestdiag_generation_suite = {
	.name = "nestdiag_generation",
	.init = feat_test_init,
	.test_cases = generation_test_cases,
};
