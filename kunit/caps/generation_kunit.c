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
		{ 0x50657, ND_GEN_SKYLAKE, ND_LINE_UNKNOWN },	/* no name: may be a Core */
		{ 0x506c9, ND_GEN_GOLDMONT, ND_LINE_OTHER },	/* an Atom: an order of its own */
		{ 0xa06d1, ND_GEN_GRANITE_RAPIDS, ND_LINE_UNKNOWN },	/* as above */
		{ 0xa06a4, ND_GEN_METEOR_LAKE, ND_LINE_CORE },
		{ 0x300f10, ND_GEN_NOVA_LAKE, ND_LINE_OTHER },	/* family 18, model 1 */
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

/*
 * Linux's list of family 6, arch/x86/include/asm/intel-family.h;
 * a model that is not here is unknown.
 */
static void feat_test_intel_models(struct kunit *test)
{
	static const struct {
		enum nd_generation generation;
		const char *models;
	} known[] = {
		{ ND_GEN_CORE2, "\x0f\x16" },
		{ ND_GEN_PENRYN, "\x17\x1d" },
		{ ND_GEN_NEHALEM, "\x1e\x1f\x1a\x2e" },
		{ ND_GEN_WESTMERE, "\x25\x2c\x2f" },
		{ ND_GEN_SANDY_BRIDGE, "\x2a\x2d" },
		{ ND_GEN_IVY_BRIDGE, "\x3a\x3e" },
		{ ND_GEN_HASWELL, "\x3c\x3f\x45\x46" },
		{ ND_GEN_BROADWELL, "\x3d\x47\x4f\x56" },
		{ ND_GEN_SKYLAKE, "\x4e\x5e\x55" },
		{ ND_GEN_KABY_LAKE, "\x8e\x9e\xa5\xa6" },
		{ ND_GEN_CANNON_LAKE, "\x66" },
		{ ND_GEN_ICE_LAKE, "\x6a\x6c\x7d\x7e\xa7" },
		{ ND_GEN_TIGER_LAKE, "\x8c\x8d" },
		{ ND_GEN_ALDER_LAKE, "\x97\x9a\xb7\xba\xbf\xd7" },
		{ ND_GEN_SAPPHIRE_RAPIDS, "\x8f\xcf" },
		{ ND_GEN_METEOR_LAKE, "\xaa\xac" },
		{ ND_GEN_GRANITE_RAPIDS, "\xad\xae" },
		{ ND_GEN_ARROW_LAKE, "\xb5\xc5\xc6" },
		{ ND_GEN_LUNAR_LAKE, "\xbd" },
		{ ND_GEN_PANTHER_LAKE, "\xcc\xd5" },
		{ ND_GEN_BONNELL, "\x1c\x26" },
		{ ND_GEN_SALTWELL, "\x27\x35\x36" },
		{ ND_GEN_SILVERMONT, "\x37\x4a\x4d\x5a" },
		{ ND_GEN_AIRMONT, "\x4c\x75" },
		{ ND_GEN_GOLDMONT, "\x5c\x5f" },
		{ ND_GEN_GOLDMONT_PLUS, "\x7a" },
		{ ND_GEN_TREMONT, "\x86\x96\x9c" },
		{ ND_GEN_GRACEMONT, "\xbe" },
		{ ND_GEN_CRESTMONT, "\xaf\xb6" },
		{ ND_GEN_DARKMONT, "\xdd" },
		{ ND_GEN_KNIGHTS_LANDING, "\x57" },
		{ ND_GEN_KNIGHTS_MILL, "\x85" },
		{ ND_GEN_LAKEFIELD, "\x8a" },
	};
	struct nd_cpu *cpu = status_test_intel(0);
	enum nd_line line;
	u32 model, i;

	for (model = 1; model < 256; model++) {
		enum nd_generation wanted = ND_GEN_UNKNOWN;

		for (i = 0; i < ARRAY_SIZE(known); i++)
			if (strchr(known[i].models, model))
				wanted = known[i].generation;
		cpu->cpuid[1].eax = (model & 0xf0) << 12 | 0x600 | (model & 15) << 4;
		KUNIT_EXPECT_EQ_MSG(test, nd_cpu_generation(cpu, &line), wanted, "model 0x%x",
				    model);
	}
}

/* The first and the last model of each range, and what lies between ranges. */
/* What people call a model, where that is not the generation of its cores. */
static void feat_test_names(struct kunit *test)
{
	static const struct {
		u32 eax;
		const char *name;
	} cases[] = {
		{ 0x306c3, "Haswell" }, { 0xb0671, "Raptor Lake" }, { 0x90672, "Alder Lake" },
		{ 0xa0671, "Rocket Lake" }, { 0xa0655, "Comet Lake" }, { 0xc06f2, "Emerald Rapids" },
		{ 0xd0651, "Wildcat Lake" }, { 0xd0670, "Bartlett Lake" },
		{ 0x50657, "Skylake, Cascade Lake or Cooper Lake" }, { 0x00f65, "unknown" },
	};
	struct nd_cpu *cpu = status_test_intel(0);
	u32 i;

	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		cpu->cpuid[1].eax = cases[i].eax;
		KUNIT_EXPECT_STREQ(test, nd_cpu_generation_name(cpu), cases[i].name);
	}
	cpu->nr_cpuid = 0;
	KUNIT_EXPECT_STREQ(test, nd_cpu_generation_name(cpu), "unknown");
}

static void feat_test_amd_models(struct kunit *test)
{
	static const struct {
		u32 family;
		u32 model;
		enum nd_generation generation;
	} cases[] = {
		{ 0x0f, 0x00, ND_GEN_AMD_K8 }, { 0x0f, 0xff, ND_GEN_AMD_K8 },
		{ 0x10, 0x00, ND_GEN_AMD_10H }, { 0x15, 0x00, ND_GEN_AMD_15H },
		{ 0x0f, 0x41, ND_GEN_AMD_K8 }, { 0x10, 0x02, ND_GEN_AMD_10H },
		{ 0x11, 0x03, ND_GEN_AMD_11H }, { 0x14, 0x02, ND_GEN_AMD_14H },
		{ 0x12, 0x01, ND_GEN_AMD_12H }, { 0x13, 0x01, ND_GEN_UNKNOWN },
		{ 0x15, 0x01, ND_GEN_AMD_15H }, { 0x16, 0x30, ND_GEN_AMD_16H },
		{ 0x17, 0x01, ND_GEN_AMD_ZEN }, { 0x17, 0x2f, ND_GEN_AMD_ZEN },
		{ 0x17, 0x30, ND_GEN_AMD_ZEN2 }, { 0x17, 0x4f, ND_GEN_AMD_ZEN2 },
		{ 0x17, 0x50, ND_GEN_AMD_ZEN }, { 0x17, 0x5f, ND_GEN_AMD_ZEN },
		{ 0x17, 0x60, ND_GEN_AMD_ZEN2 }, { 0x17, 0x7f, ND_GEN_AMD_ZEN2 },
		{ 0x17, 0x80, ND_GEN_UNKNOWN }, { 0x17, 0x90, ND_GEN_AMD_ZEN2 },
		{ 0x17, 0x91, ND_GEN_AMD_ZEN2 }, { 0x17, 0x92, ND_GEN_UNKNOWN },
		{ 0x17, 0xa0, ND_GEN_AMD_ZEN2 }, { 0x17, 0xaf, ND_GEN_AMD_ZEN2 },
		{ 0x17, 0xb0, ND_GEN_UNKNOWN },
		{ 0x19, 0x00, ND_GEN_AMD_ZEN3 }, { 0x19, 0x0f, ND_GEN_AMD_ZEN3 },
		{ 0x19, 0x10, ND_GEN_AMD_ZEN4 }, { 0x19, 0x1f, ND_GEN_AMD_ZEN4 },
		{ 0x19, 0x20, ND_GEN_AMD_ZEN3 }, { 0x19, 0x5f, ND_GEN_AMD_ZEN3 },
		{ 0x19, 0x60, ND_GEN_AMD_ZEN4 }, { 0x19, 0xaf, ND_GEN_AMD_ZEN4 },
		{ 0x19, 0xb0, ND_GEN_UNKNOWN },
		{ 0x1a, 0x00, ND_GEN_AMD_ZEN5 }, { 0x1a, 0x2f, ND_GEN_AMD_ZEN5 },
		{ 0x1a, 0x30, ND_GEN_UNKNOWN }, { 0x1a, 0x40, ND_GEN_AMD_ZEN5 },
		{ 0x1a, 0x4f, ND_GEN_AMD_ZEN5 }, { 0x1a, 0x50, ND_GEN_AMD_ZEN6 },
		{ 0x1a, 0x60, ND_GEN_AMD_ZEN5 }, { 0x1a, 0x7f, ND_GEN_AMD_ZEN5 },
		{ 0x1a, 0x5f, ND_GEN_AMD_ZEN6 }, { 0x1a, 0x80, ND_GEN_AMD_ZEN6 },
		{ 0x1a, 0xaf, ND_GEN_AMD_ZEN6 }, { 0x1a, 0xb0, ND_GEN_UNKNOWN },
		{ 0x1a, 0xc0, ND_GEN_AMD_ZEN6 }, { 0x1a, 0xcf, ND_GEN_AMD_ZEN6 },
		{ 0x1a, 0xd0, ND_GEN_UNKNOWN }, { 0x18, 0x00, ND_GEN_UNKNOWN },
	};
	struct nd_cpu *cpu = feat_test_zen2(0);
	enum nd_line line;
	u32 i;

	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		u32 model = cases[i].model;

		cpu->cpuid[1].eax = (cases[i].family - 0xf) << 20 | (model & 0xf0) << 12 | 0xf00 |
				    (model & 15) << 4;
		KUNIT_EXPECT_EQ_MSG(test, nd_cpu_generation(cpu, &line), cases[i].generation,
				    "family 0x%x model 0x%x", cases[i].family, model);
	}
}

/* Hygon's family is nobody else's, and nobody else's are Hygon's. */
static void feat_test_hygon(struct kunit *test)
{
	struct nd_cpu *cpu = feat_test_zen2(0);
	enum nd_line line;

	cpu->cpuid[0].ebx = 0x6f677948;
	cpu->cpuid[1].eax = 0x900f02;
	KUNIT_EXPECT_EQ(test, nd_cpu_generation(cpu, &line), ND_GEN_HYGON);
	KUNIT_EXPECT_EQ(test, line, ND_LINE_OTHER);
	cpu->cpuid[1].eax = 0x830f10;
	KUNIT_EXPECT_EQ(test, nd_cpu_generation(cpu, &line), ND_GEN_UNKNOWN);
}

static struct kunit_case generation_test_cases[] = {
	KUNIT_CASE(feat_test_generation),
	KUNIT_CASE(feat_test_names),
	KUNIT_CASE(feat_test_intel_models),
	KUNIT_CASE(feat_test_amd_models),
	KUNIT_CASE(feat_test_hygon),
	{}
};

static struct kunit_suite nestdiag_generation_suite = {
	.name = "nestdiag_generation",
	.init = feat_test_init,
	.test_cases = generation_test_cases,
};
