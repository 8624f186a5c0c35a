// SPDX-License-Identifier: GPL-2.0-only
/*
 * The rows that say what nesting costs.
 */
#include <kunit/test.h>
#include "core/exits/exitrows.h"

static void acct_test_nested_rows(struct kunit *test)
{
	acct_test_fill();
	acct_test_look(ND_ROW_FACT, "Multiplier");
	nd_nested_rows(&acct_test_facts, &acct_test_emit);
	KUNIT_ASSERT_EQ(test, acct_test_seen.nr_found, 1U);
	KUNIT_EXPECT_NOT_NULL(test, strstr(acct_test_seen.row.words, "10.0 host exits"));
	KUNIT_EXPECT_NOT_NULL(test, strstr(acct_test_seen.row.words, "6.7 by one nested exit on average"));
	KUNIT_EXPECT_LE(test, acct_test_seen.widest, 101U);
	acct_test_look(ND_ROW_NESTED, "CPUID");
	nd_nested_rows(&acct_test_facts, &acct_test_emit);
	KUNIT_EXPECT_EQ(test, acct_test_seen.nr_kind, 2U);
	KUNIT_EXPECT_EQ(test, acct_test_seen.at, 1U);
	KUNIT_EXPECT_EQ(test, acct_test_col("reflected"), 100ULL);
	KUNIT_EXPECT_EQ(test, acct_test_col("handled_here"), 0ULL);
	KUNIT_EXPECT_EQ(test, acct_test_col("hypervisor_exits"), 1000ULL);
	acct_test_look(ND_ROW_NESTED, "EPT_VIOLATION");
	nd_nested_rows(&acct_test_facts, &acct_test_emit);
	KUNIT_EXPECT_EQ(test, acct_test_col("handled_here"), 50ULL);
	acct_test_look(ND_ROW_VMX, "VMREAD");
	nd_nested_rows(&acct_test_facts, &acct_test_emit);
	KUNIT_EXPECT_EQ(test, acct_test_seen.nr_kind, 2U);
	KUNIT_EXPECT_EQ(test, acct_test_col("mean_ns"), 1428ULL);
	acct_test_look(ND_ROW_REFUSAL, "5");
	nd_nested_rows(&acct_test_facts, &acct_test_emit);
	KUNIT_EXPECT_EQ(test, acct_test_col("error"), 7ULL);

	/* What a hypervisor does while its guest waits is no cost of that guest's exits. */
	acct_test_trace.sum.reflected[12] = 1;
	acct_test_trace.sum.caused[12] = 5000;
	acct_test_look(ND_ROW_FACT, "Multiplier");
	nd_nested_rows(&acct_test_facts, &acct_test_emit);
	KUNIT_EXPECT_NOT_NULL(test, strstr(acct_test_seen.row.words, "10.0 host exits"));

	/* If vCPUs are not watched there is no multiplier, rather than one of 0. */
	acct_test_trace.sum.caused[10] = 0;
	acct_test_look(ND_ROW_FACT, "Multiplier");
	nd_nested_rows(&acct_test_facts, &acct_test_emit);
	KUNIT_EXPECT_NOT_NULL(test, strstr(acct_test_seen.row.words, "unknown"));
}

/* What an exit costs is a question only if somebody is below. */
static void acct_test_cost(struct kunit *test)
{
	acct_test_fill();
	acct_test_facts.cpus = &acct_test_machine;
	acct_test_facts.nr_cpus = 1;
	acct_test_machine.nr_cpuid = 1;
	acct_test_machine.cpuid[0] = (struct nd_cpuid){ 1, 0, 0, 0, 0, 0 };
	acct_test_look(ND_ROW_FACT, "Cost of an exit");
	nd_nested_rows(&acct_test_facts, &acct_test_emit);
	KUNIT_EXPECT_EQ(test, acct_test_seen.nr_found, 0U);
	acct_test_machine.cpuid[0].ecx = 1U << 31;
	nd_nested_rows(&acct_test_facts, &acct_test_emit);
	KUNIT_EXPECT_EQ(test, acct_test_seen.nr_found, 1U);
	/* Without HLT: 3,000,000 ticks in 800 exits. */
	KUNIT_EXPECT_EQ(test, acct_test_col("mean_ns"), 1875ULL);
	KUNIT_EXPECT_EQ(test, acct_test_col("below_ns"), 1000ULL);
}

static struct kunit_case nestedrows_test_cases[] = {
	KUNIT_CASE(acct_test_nested_rows),
	KUNIT_CASE(acct_test_cost),
	{}
};

static struct kunit_suite nestdiag_nestedrows_suite = {
	.name = "nestdiag_nestedrows",
	.init = acct_test_init,
	.test_cases = nestedrows_test_cases,
};
