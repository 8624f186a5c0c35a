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
	KUNIT_EXPECT_NOT_NULL(test, strstr(acct_test_seen.row.words, "10.0 exits of the guest hypervisor"));
	KUNIT_EXPECT_NOT_NULL(test, strstr(acct_test_seen.row.words, "6.7 for one nested exit on average"));
	KUNIT_EXPECT_LE(test, acct_test_seen.widest, 81U);
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

	/* What a hypervisor does while its guest waits is no cost of that guest's exits. */
	acct_test_trace.sum.reflected[12] = 1;
	acct_test_trace.sum.caused[12] = 5000;
	acct_test_look(ND_ROW_FACT, "Multiplier");
	nd_nested_rows(&acct_test_facts, &acct_test_emit);
	KUNIT_EXPECT_NOT_NULL(test, strstr(acct_test_seen.row.words, "10.0 exits of the guest hypervisor"));

	/* Nor is what it does after an entry that failed: no exit was handled. */
	acct_test_trace.sum.reflected[ND_SLOT_FAILED + 33] = 100;
	acct_test_trace.sum.caused[ND_SLOT_FAILED + 33] = 50000;
	acct_test_look(ND_ROW_FACT, "Multiplier");
	nd_nested_rows(&acct_test_facts, &acct_test_emit);
	KUNIT_EXPECT_NOT_NULL(test, strstr(acct_test_seen.row.words, "10.0 exits of the guest hypervisor"));

	KUNIT_EXPECT_NOT_NULL(test, strstr(acct_test_seen.row.words, "on average"));
	acct_test_look(ND_ROW_NESTED, "INVALID_STATE (failed entry)");
	nd_nested_rows(&acct_test_facts, &acct_test_emit);
	KUNIT_EXPECT_NOT_NULL(test, strstr(acct_test_seen.row.words, " -"));

	acct_test_look(ND_ROW_FACT, "Nested entries");
	nd_nested_rows(&acct_test_facts, &acct_test_emit);
	KUNIT_EXPECT_EQ(test, acct_test_col("count"), acct_test_trace.sum.nested_entries);
	/* kvm_intel up to Linux 6.0 does not tell of entries, which is not that there are none. */
	acct_test_trace.points[ND_TP_NESTED_VMENTER].state = ND_POINT_ABSENT;
	acct_test_trace.points[ND_TP_NESTED_VMRUN].state = ND_POINT_ATTACHED;
	acct_test_trace.sum.nested_entries = 0;
	acct_test_look(ND_ROW_FACT, "Nested entries");
	nd_nested_rows(&acct_test_facts, &acct_test_emit);
	KUNIT_EXPECT_NOT_NULL(test, strstr(acct_test_seen.row.words, "not counted"));
	KUNIT_EXPECT_EQ(test, acct_test_seen.row.nr_cols, 0U);
	acct_test_look(ND_ROW_POINT, "kvm_nested_vmenter");
	nd_exit_rows(&acct_test_facts, ND_EXITS_BY_REASON, &acct_test_emit);
	KUNIT_EXPECT_EQ(test, acct_test_seen.nr_found, 1U);
	/* kvm_amd does, by the older name. */
	acct_test_trace.isa = ND_ISA_SVM;
	acct_test_look(ND_ROW_FACT, "Nested entries");
	nd_nested_rows(&acct_test_facts, &acct_test_emit);
	KUNIT_EXPECT_STREQ(test, acct_test_seen.row.words, "0");
	acct_test_look(ND_ROW_POINT, NULL);
	nd_exit_rows(&acct_test_facts, ND_EXITS_BY_REASON, &acct_test_emit);
	KUNIT_EXPECT_EQ(test, acct_test_seen.nr_kind, 0U);
	acct_test_trace.isa = ND_ISA_VMX;

	/* If vCPUs are not watched there is no multiplier, rather than one of 0. */
	acct_test_trace.sum.cells[ND_LEVEL_NESTED][10].count = 0;
	acct_test_trace.sum.cells[ND_LEVEL_NESTED][48].count = 0;
	acct_test_trace.sum.nested_exits = 0;
	acct_test_trace.sum.nested_entries = 1;
	acct_test_look(ND_ROW_FACT, "Multiplier");
	nd_nested_rows(&acct_test_facts, &acct_test_emit);
	KUNIT_EXPECT_NULL(test, strstr(acct_test_seen.row.words, "on average"));
	acct_test_trace.sum.caused[10] = 0;
	acct_test_look(ND_ROW_FACT, "Multiplier");
	nd_nested_rows(&acct_test_facts, &acct_test_emit);
	KUNIT_EXPECT_NOT_NULL(test, strstr(acct_test_seen.row.words, "unknown"));
}

/* What the total says, and what the rows below it add up to. */
struct nested_test_sum {
	u64 total[5];
	u64 rows[3];
	char words[ND_ROW_WORDS];
};

static u64 nested_test_col(const struct nd_row *row, const char *key)
{
	u32 i;

	for (i = 0; i < row->nr_cols; i++)
		if (!strcmp(row->cols[i].key, key))
			return row->cols[i].num;
	return ~0ULL;
}

static void nested_test_add(void *ctx, const struct nd_row *row)
{
	static const char *const keys[] = {
		"count", "reflected", "handled_here", "uncounted", "unread"
	};
	struct nested_test_sum *sum = ctx;
	u32 i;

	if (row->kind == ND_ROW_NESTED)
		for (i = 0; i < ARRAY_SIZE(sum->rows); i++)
			sum->rows[i] += nested_test_col(row, keys[i]);
	if (row->kind != ND_ROW_FACT || strcmp(row->id, "nested_exits"))
		return;
	memcpy(sum->words, row->words, sizeof(sum->words));
	for (i = 0; i < ARRAY_SIZE(keys); i++)
		sum->total[i] = nested_test_col(row, keys[i]);
}

static void nested_test_agrees(struct kunit *test, struct nested_test_sum *sum)
{
	const struct nd_emit emit = { .row = nested_test_add, .ctx = sum };

	memset(sum, 0, sizeof(*sum));
	nd_nested_rows(&acct_test_facts, &emit);
	KUNIT_EXPECT_EQ(test, sum->total[0], sum->rows[0] + sum->total[4]);
	KUNIT_EXPECT_EQ(test, sum->total[1], sum->rows[1]);
	KUNIT_EXPECT_EQ(test, sum->total[2], sum->rows[2]);
	KUNIT_EXPECT_EQ(test, sum->total[0] + sum->total[3],
			sum->total[1] + sum->total[2] + sum->total[4]);
}

/* The total is that of its rows, whatever was handed on, came, or went unread. */
static void nested_test_total(struct kunit *test)
{
	struct nd_acct *acct = &acct_test_trace.sum;
	struct nested_test_sum sum;
	u32 round, i, random = 1;

	acct_test_fill();
	memset(acct->cells[ND_LEVEL_NESTED], 0, sizeof(acct->cells[ND_LEVEL_NESTED]));
	memset(acct->reflected, 0, sizeof(acct->reflected));
	acct->nested_exits = 102;
	acct->cells[ND_LEVEL_NESTED][48].count = 23;
	acct->cells[ND_LEVEL_NESTED][10].count = 79;
	acct->reflected[10] = 127;
	nested_test_agrees(test, &sum);
	KUNIT_EXPECT_STREQ(test, sum.words,
			   "102: 79 reflected to guest hypervisors, 23 handled by this host; KVM reflected 48 more without such an exit");
	acct->nested_exits = 105;
	nested_test_agrees(test, &sum);
	KUNIT_EXPECT_TRUE(test, strstr(sum.words, "; 3 exits without a reason") != NULL);
	for (round = 0; round < 200; round++) {
		for (i = 0; i < ND_NR_SLOTS; i++) {
			random = random * 1103515245 + 12345;
			acct->cells[ND_LEVEL_NESTED][i].count = random >> 28 ? 0 :
									       random >> 8 & 0xff;
			random = random * 1103515245 + 12345;
			acct->reflected[i] = random >> 28 ? 0 : random >> 8 & 0xff;
		}
		acct->nested_exits = random >> 4 & 0x1fff;
		nested_test_agrees(test, &sum);
	}
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
	KUNIT_CASE(nested_test_total),
	KUNIT_CASE(acct_test_cost),
	{}
};

static struct kunit_suite nestdiag_nestedrows_suite = {
	.name = "nestdiag_nestedrows",
	.init = acct_test_init,
	.test_cases = nestedrows_test_cases,
};
