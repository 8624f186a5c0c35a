/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Who is L0, L1 and L2, and what passes on what: only as far as the facts say it.
 */
#ifndef NESTDIAG_TOOLS_LEVELS_H
#define NESTDIAG_TOOLS_LEVELS_H

#include "core/facts/facts.h"

#define ND_TIERS	4
#define ND_TIER_LINES	4
#define ND_TIER_TEXT	160

/* Is a level there? */
enum nd_tier_state {
	ND_TIER_THERE,
	ND_TIER_MAYBE,	/* nobody has seen it; it is possible, or not known to be impossible */
	ND_TIER_NOT,	/* it is impossible here */
};

/**
 * struct nd_tier - a level
 * @state:  is it there
 * @own:    it is the machine that the report is about
 * @title:  what it is
 * @lines:  what else is known of it
 * @nr:     their number
 * @passes: what it passes on to the one above, "" for nothing to say
 */
struct nd_tier {
	enum nd_tier_state state;
	bool own;
	char title[ND_TIER_TEXT];
	char lines[ND_TIER_LINES][ND_TIER_TEXT];
	unsigned int nr;
	char passes[ND_TIER_TEXT];
};

/** nd_levels() - the levels from the bottom up; @below may be NULL. Their number */
unsigned int nd_levels(const struct nd_facts *facts, const struct nd_facts *below,
		       struct nd_tier tiers[ND_TIERS]);

#endif /* NESTDIAG_TOOLS_LEVELS_H */
