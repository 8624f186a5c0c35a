// SPDX-License-Identifier: GPL-2.0-only
/*
 * The rules that the module links, and why it can do without the others.
 */
#include "core/findings/findings.h"

/* The module's tables under names of their own: this program has all of them. */
#define nd_rule_tables		rules_test_ring0
#define nd_nr_rule_tables	rules_test_nr_ring0
#include "module/rules.c"
#undef nd_rule_tables
#undef nd_nr_rule_tables

static bool rules_test_in_ring0(const struct nd_finding *table)
{
	u32 i;

	for (i = 0; i < rules_test_nr_ring0; i++)
		if (rules_test_ring0[i] == table)
			return true;
	return false;
}

static void rules_test_order(struct kunit *test)
{
	u32 i, ring0 = 0;

	for (i = 0; i < nd_nr_rule_tables; i++)
		if (ring0 < rules_test_nr_ring0 && nd_rule_tables[i] == rules_test_ring0[ring0])
			ring0++;
	KUNIT_EXPECT_EQ(test, ring0, rules_test_nr_ring0);
}

/* What the module leaves out cannot fire there, is a note, or is asked by nd_judge_rows(). */
static void rules_test_left_out(struct kunit *test)
{
	const struct nd_finding *rule;
	u32 i;

	for (i = 0; i < nd_nr_rule_tables; i++) {
		if (rules_test_in_ring0(nd_rule_tables[i]))
			continue;
		for (rule = nd_rule_tables[i]; rule->id; rule++)
			KUNIT_EXPECT_TRUE_MSG(test,
					      rule->wants & (ND_WANTS_PARAMS | ND_WANTS_HOST) ||
					      rule->severity == ND_NOTE || rule->judge,
					      "(%s)", rule->id);
	}
}

static struct kunit_case rules_test_cases[] = {
	KUNIT_CASE(rules_test_order),
	KUNIT_CASE(rules_test_left_out),
	{}
};

static struct kunit_suite nestdiag_rules_suite = {
	.name = "nestdiag_rules",
	.test_cases = rules_test_cases,
};
