/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Generations of processors, in the order in which they brought features.
 */
#ifndef NESTDIAG_GENERATION_H
#define NESTDIAG_GENERATION_H

#include "core/facts/facts.h"

/*
 * Intel's, then those of Intel's that have an order of their own, then AMD's: a comparison makes
 * sense only within a vendor, and not for ND_LINE_OTHER.
 */
enum nd_generation {
	ND_GEN_UNKNOWN,
	ND_GEN_FIRST_VMX,
	ND_GEN_CORE2,
	ND_GEN_PENRYN,
	ND_GEN_NEHALEM,
	ND_GEN_WESTMERE,
	ND_GEN_SANDY_BRIDGE,
	ND_GEN_IVY_BRIDGE,
	ND_GEN_HASWELL,
	ND_GEN_BROADWELL,
	ND_GEN_SKYLAKE,
	ND_GEN_KABY_LAKE,
	ND_GEN_CANNON_LAKE,
	ND_GEN_ICE_LAKE,
	ND_GEN_TIGER_LAKE,
	ND_GEN_ALDER_LAKE,
	ND_GEN_SAPPHIRE_RAPIDS,
	ND_GEN_METEOR_LAKE,
	ND_GEN_GRANITE_RAPIDS,
	ND_GEN_ARROW_LAKE,
	ND_GEN_LUNAR_LAKE,
	ND_GEN_PANTHER_LAKE,
	ND_GEN_NOVA_LAKE,
	ND_GEN_DIAMOND_RAPIDS,
	ND_GEN_BONNELL,
	ND_GEN_SALTWELL,
	ND_GEN_SILVERMONT,
	ND_GEN_AIRMONT,
	ND_GEN_GOLDMONT,
	ND_GEN_GOLDMONT_PLUS,
	ND_GEN_TREMONT,
	ND_GEN_GRACEMONT,
	ND_GEN_CRESTMONT,
	ND_GEN_DARKMONT,
	ND_GEN_KNIGHTS_LANDING,
	ND_GEN_KNIGHTS_MILL,
	ND_GEN_LAKEFIELD,
	ND_GEN_AMD_K8,
	ND_GEN_AMD_10H,
	ND_GEN_AMD_11H,
	ND_GEN_AMD_12H,
	ND_GEN_AMD_14H,
	ND_GEN_AMD_15H,
	ND_GEN_AMD_16H,
	ND_GEN_AMD_ZEN,
	ND_GEN_AMD_ZEN2,
	ND_GEN_AMD_ZEN3,
	ND_GEN_AMD_ZEN4,
	ND_GEN_AMD_ZEN5,
	ND_GEN_AMD_ZEN6,
	ND_GEN_HYGON,
	ND_NR_GENERATIONS
};

/**
 * enum nd_line - product line, where features come to different lines at different times
 * @ND_LINE_UNKNOWN: not known, or one that skips features at will
 * @ND_LINE_OTHER:   one whose features came in an order of their own, like Atom's, or of which no
 *		     processor has been seen yet: its name is known, and nothing follows from it
 * @ND_LINE_CORE:    Intel's client processors and the servers made of them
 * @ND_LINE_XEON:    Intel's server processors; AMD's all
 */
enum nd_line {
	ND_LINE_UNKNOWN,
	ND_LINE_OTHER,
	ND_LINE_CORE,
	ND_LINE_XEON,
};

/**
 * enum nd_maker - which technology the processors of a vendor have
 * @ND_MAKER_UNKNOWN: no vendor was recorded, or another one
 * @ND_MAKER_VMX:     Intel, Centaur, Zhaoxin
 * @ND_MAKER_SVM:     AMD, Hygon
 */
enum nd_maker {
	ND_MAKER_UNKNOWN,
	ND_MAKER_VMX,
	ND_MAKER_SVM,
	ND_NR_MAKERS
};

/** nd_cpu_vendor() - CPUID's vendor string into @text; empty if it was not recorded */
void nd_cpu_vendor(const struct nd_cpu *cpu, char text[13]);

/** nd_cpu_maker() - by CPUID's vendor string */
enum nd_maker nd_cpu_maker(const struct nd_cpu *cpu);

/** nd_generation_name() - "Haswell", ...; "unknown" */
const char *nd_generation_name(enum nd_generation generation);

/**
 * nd_cpu_generation() - the generation of the CPU model that CPUID shows
 * @cpu:  the CPU
 * @line: set to its product line
 *
 * Hypervisors can show a model of their choice: what follows from it holds of the model, not
 * of the silicon.
 */
enum nd_generation nd_cpu_generation(const struct nd_cpu *cpu, enum nd_line *line);

/**
 * nd_cpu_generation_name() - what people call the CPU model that CPUID shows: "Raptor Lake", ...
 */
const char *nd_cpu_generation_name(const struct nd_cpu *cpu);

#endif /* NESTDIAG_GENERATION_H */
