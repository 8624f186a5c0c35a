/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Levels: how deep this machine is nested, what is known and what is likely, and how many more
 * levels can be put on top of it. Level 0 is the bare metal.
 */
#ifndef NESTDIAG_DEPTH_H
#define NESTDIAG_DEPTH_H

#include "core/facts/facts.h"
#include "core/base/row.h"

/**
 * struct nd_depth - the level of this machine
 * @known:  CPUID says whether a hypervisor is below
 * @least:  hypervisors below that show themselves
 * @likely: an estimate by the cost of CPUID has been made ...
 * @from:   ... by which the level is this,
 * @to:     to this; ND_DEPTH_MANY for no upper bound
 */
struct nd_depth {
	bool known;
	u32 least;
	bool likely;
	u32 from;
	u32 to;
};

#define ND_DEPTH_MANY	~0U

/**
 * nd_cost_describe() - on what levels an instruction that exits has this cost, as an estimate
 *
 * Return: false, appending nothing, if the cost means nothing: CPUID is emulated here.
 */
bool nd_cost_describe(const struct nd_cpu *cpu, u64 ticks, struct nd_row *row);

/** nd_depth_of() - from CPUID and, where it was measured, the cost */
void nd_depth_of(const struct nd_facts *facts, const struct nd_cpu *cpu, struct nd_depth *depth);

/**
 * enum nd_above - can a nested guest run on this machine?
 * @ND_ABOVE_UNKNOWN:     the facts do not say
 * @ND_ABOVE_NO:          no
 * @ND_ABOVE_SUPPORTED:   yes, as documented
 * @ND_ABOVE_POSSIBLE:    KVM would let it; what the hypervisor below makes of it is not known
 * @ND_ABOVE_UNSUPPORTED: KVM would let it; the hypervisor below is documented for less
 * @ND_ABOVE_WORKS:       it has been seen to run here: it exited, and not by a failed entry
 * @ND_ABOVE_STARVES:     likewise, but it hardly gets to run
 */
enum nd_above {
	ND_ABOVE_UNKNOWN,
	ND_ABOVE_NO,
	ND_ABOVE_SUPPORTED,
	ND_ABOVE_POSSIBLE,
	ND_ABOVE_UNSUPPORTED,
	ND_ABOVE_WORKS,
	ND_ABOVE_STARVES,
};

/** nd_above() - by the facts, the exit accounting's figures included */
enum nd_above nd_above(const struct nd_facts *facts, const struct nd_cpu *cpu);

/**
 * nd_above_word() - the same by one word
 *
 * Return: "unknown", "no", "supported", "possible",
 * "unsupported", "works", "starves".
 */
const char *nd_above_word(enum nd_above above);

/** nd_place_describe() - nd_level_describe(), and what of Microsoft's is known beyond CPUID */
void nd_place_describe(const struct nd_facts *facts, const struct nd_cpu *cpu, struct nd_row *row);

/* Rows of `status`: how deep, and what can be put on top. */
void nd_depth_row(const struct nd_facts *facts, const struct nd_cpu *cpu, struct nd_row *row);
void nd_above_row(const struct nd_facts *facts, const struct nd_cpu *cpu, struct nd_row *row);

#endif /* NESTDIAG_DEPTH_H */
