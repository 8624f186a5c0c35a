// SPDX-License-Identifier: GPL-2.0-only
/*
 * What probes add up, and how the sums of CPUs are put together.
 */
#include <kunit/test.h>
#include "core/exits/exits.h"

static void acct_test_bounds(struct kunit *test)
{
	u32 i;

	KUNIT_EXPECT_EQ(test, nd_acct_bucket(0), 0U);
	KUNIT_EXPECT_EQ(test, nd_acct_bucket(1), 0U);
	KUNIT_EXPECT_EQ(test, nd_acct_bucket(255), 0U);
	for (i = 1; i < ND_HIST_BUCKETS; i++) {
		KUNIT_EXPECT_EQ(test, nd_acct_bucket(1ULL << (i + 7)), i);
		KUNIT_EXPECT_EQ(test, nd_acct_bucket((1ULL << (i + 7)) - 1), i - 1);
	}
	KUNIT_EXPECT_EQ(test, nd_acct_bucket(1ULL << 40), ND_HIST_BUCKETS - 1U);
	KUNIT_EXPECT_EQ(test, nd_acct_bucket(~0ULL), ND_HIST_BUCKETS - 1U);
}

/* Every reason that has a slot of its own comes back as what it was, bit 31 and all. */
static void acct_test_slots(struct kunit *test)
{
	struct nd_acct_cpu *acct = &acct_test_cpu[0];
	static const u32 reasons[] = {
		0, 12, 48, 85, 0x78, 0xaf, 0x400, 0x403, 0x407, 0x80000000, 0x80000021, 0x8000002f,
	};
	u32 i, slot;

	for (i = 0; i < ARRAY_SIZE(reasons); i++) {
		slot = nd_acct_slot(acct, reasons[i]);
		KUNIT_EXPECT_LT(test, slot, (u32)ND_SLOT_OTHER);
		KUNIT_EXPECT_EQ(test, nd_acct_reason(acct, slot), reasons[i]);
	}
	KUNIT_EXPECT_EQ(test, acct->others.nr, 0U);
	KUNIT_EXPECT_NE(test, nd_acct_slot(acct, 33),
			nd_acct_slot(acct, 0x80000021));
	for (slot = 0; slot < ND_SLOT_OTHER; slot++)
		KUNIT_EXPECT_EQ(test, slot,
				nd_acct_slot(acct, nd_acct_reason(acct, slot)));
}

/* Beyond the last slot reasons are counted together, and none is lost. */
static void acct_test_rare(struct kunit *test)
{
	static const u32 edges[] = {
		0xb0, 0x3ff, 0x408, 0x80000030, 0x08000000, 0x10000031, 0xffffffff,
	};
	struct nd_acct_cpu *acct = &acct_test_cpu[0];
	u64 counted = 0;
	u32 i, slot;

	for (i = 0; i < ARRAY_SIZE(edges); i++) {
		slot = nd_acct_exit(acct, ND_LEVEL_GUEST, edges[i]);
		KUNIT_EXPECT_EQ(test, slot, ND_SLOT_OTHER + i);
		KUNIT_EXPECT_EQ(test, nd_acct_reason(acct, slot), edges[i]);
		KUNIT_EXPECT_EQ(test, nd_acct_slot(acct, edges[i]), slot);
	}
	for (i = 0; i < 100; i++)
		nd_acct_exit(acct, ND_LEVEL_GUEST, 0x1000 + i);
	KUNIT_EXPECT_EQ(test, acct->others.nr, (u32)ND_NR_OTHER);
	KUNIT_EXPECT_EQ(test, nd_acct_slot(acct, 0x1063), ND_NR_SLOTS - 1U);
	for (slot = 0; slot < ND_NR_SLOTS; slot++)
		counted += acct->counts[ND_LEVEL_GUEST][slot];
	KUNIT_EXPECT_EQ(test, counted, (u64)ARRAY_SIZE(edges) + 100);
}

static void acct_test_times(struct kunit *test)
{
	struct nd_acct_cpu *acct = &acct_test_cpu[0];
	struct nd_acct_vcpu *vcpu = &acct_test_vcpus[0];
	const struct nd_acct_row *row;

	/* An entry before any exit handles none. */
	nd_acct_vcpu_entry(acct, vcpu, 1000);
	KUNIT_EXPECT_EQ(test, vcpu->host, 0ULL);
	KUNIT_EXPECT_TRUE(test, nd_acct_vcpu_in_guest(vcpu));
	acct_test_exit(vcpu, ND_LEVEL_GUEST, 10, 1500);
	KUNIT_EXPECT_EQ(test, vcpu->guest, 500ULL);
	KUNIT_EXPECT_EQ(test, acct->counts[ND_LEVEL_GUEST][10], 1ULL);
	KUNIT_EXPECT_EQ(test, nd_acct_row_timed(nd_acct_row(acct, ND_LEVEL_GUEST, 10)), 0ULL);
	nd_acct_vcpu_entry(acct, vcpu, 1800);
	acct_test_exit(vcpu, ND_LEVEL_GUEST, 10, 2000);
	nd_acct_vcpu_entry(acct, vcpu, 2100);
	row = nd_acct_row(acct, ND_LEVEL_GUEST, 10);
	KUNIT_EXPECT_EQ(test, acct->counts[ND_LEVEL_GUEST][10], 2ULL);
	KUNIT_EXPECT_EQ(test, nd_acct_row_timed(row), 2ULL);
	KUNIT_EXPECT_EQ(test, row->ticks, 400ULL);
	KUNIT_EXPECT_EQ(test, row->max, 300ULL);
	KUNIT_EXPECT_EQ(test, row->hist[0], 1ULL);
	KUNIT_EXPECT_EQ(test, row->hist[1], 1ULL);
	KUNIT_EXPECT_EQ(test, vcpu->guest, 700ULL);
	KUNIT_EXPECT_EQ(test, vcpu->host, 400ULL);
	KUNIT_EXPECT_EQ(test, acct->guest[ND_LEVEL_GUEST], 700ULL);

	/* An entry without an exit is counted, and takes no time that is not its own. */
	nd_acct_vcpu_entry(acct, vcpu, 5000);
	KUNIT_EXPECT_EQ(test, acct->no_exit, 1ULL);
	KUNIT_EXPECT_EQ(test, nd_acct_row_timed(row), 2ULL);
	acct_test_exit(vcpu, ND_LEVEL_GUEST, 10, 5010);
	KUNIT_EXPECT_EQ(test, vcpu->guest, 710ULL);
}

/* The counter of ticks passes its end between exit and entry, and between entry and exit. */
static void acct_test_wrap(struct kunit *test)
{
	struct nd_acct_cpu *acct = &acct_test_cpu[0];
	struct nd_acct_vcpu *vcpu = &acct_test_vcpus[0];

	acct_test_exit(vcpu, ND_LEVEL_NESTED, 48, ~0ULL - 99);
	nd_acct_vcpu_entry(acct, vcpu, 900);
	KUNIT_EXPECT_EQ(test, nd_acct_row(acct, ND_LEVEL_NESTED, 48)->ticks, 1000ULL);
	vcpu->entered = ~0ULL - 9;
	acct_test_exit(vcpu, ND_LEVEL_NESTED, 48, 10);
	KUNIT_EXPECT_EQ(test, vcpu->guest, 20ULL);
	KUNIT_EXPECT_EQ(test, acct->guest[ND_LEVEL_NESTED], 20ULL);
}

/* A clock that steps back measures nothing: what is counted stays right, and no time is added. */
static void acct_test_steps_back(struct kunit *test)
{
	struct nd_acct_cpu *acct = &acct_test_cpu[0];
	struct nd_acct_vcpu *vcpu = &acct_test_vcpus[0];

	acct_test_exit(vcpu, ND_LEVEL_GUEST, 10, 5000);
	nd_acct_vcpu_entry(acct, vcpu, 4999);
	KUNIT_EXPECT_EQ(test, acct->nr_rows, 0U);
	KUNIT_EXPECT_EQ(test, vcpu->host, 0ULL);
	KUNIT_EXPECT_TRUE(test, nd_acct_vcpu_in_guest(vcpu));
	acct_test_exit(vcpu, ND_LEVEL_GUEST, 10, 100);
	KUNIT_EXPECT_EQ(test, acct->counts[ND_LEVEL_GUEST][10], 2ULL);
	KUNIT_EXPECT_EQ(test, vcpu->guest, 0ULL);
	KUNIT_EXPECT_EQ(test, acct->guest[ND_LEVEL_GUEST], 0ULL);
	KUNIT_EXPECT_EQ(test, acct->stayed[ND_LEVEL_GUEST], 0ULL);
	nd_acct_vcpu_entry(acct, vcpu, 150);
	KUNIT_EXPECT_EQ(test, nd_acct_row_timed(nd_acct_row(acct, ND_LEVEL_GUEST, 10)), 1ULL);
	KUNIT_EXPECT_EQ(test, nd_acct_row(acct, ND_LEVEL_GUEST, 10)->ticks, 50ULL);
	KUNIT_EXPECT_EQ(test, acct->no_exit, 0ULL);
}

/* What a hypervisor does until its guest runs again is that nested exit's. */
static void acct_test_caused(struct kunit *test)
{
	struct nd_acct_cpu *acct = &acct_test_cpu[0];
	struct nd_acct_vcpu *vcpu = &acct_test_vcpus[0];

	acct_test_exit(vcpu, ND_LEVEL_GUEST, 23, 10);
	KUNIT_EXPECT_EQ(test, acct->caused[10], 0ULL);
	acct_test_exit(vcpu, ND_LEVEL_NESTED, 10, 20);
	nd_acct_vcpu_reflect(vcpu, 10);
	acct_test_exit(vcpu, ND_LEVEL_GUEST, 23, 30);
	acct_test_exit(vcpu, ND_LEVEL_GUEST, 24, 40);
	KUNIT_EXPECT_EQ(test, acct->caused[10], 2ULL);
	nd_acct_vcpu_resume(vcpu);
	acct_test_exit(vcpu, ND_LEVEL_NESTED, 10, 50);
	acct_test_exit(vcpu, ND_LEVEL_GUEST, 10, 60);
	KUNIT_EXPECT_EQ(test, acct->caused[10], 2ULL);
}

/* CPUs that met rare reasons in different order, one of which has since gone offline. */
static void acct_test_sums(struct kunit *test)
{
	struct nd_acct_cpu *a = &acct_test_cpu[0], *b = &acct_test_cpu[1];
	struct nd_acct *sum = &acct_test_sum;
	u32 slot;

	nd_acct_exit(a, ND_LEVEL_GUEST, 0x1001);
	nd_acct_exit(a, ND_LEVEL_GUEST, 0x1002);
	nd_acct_exit(b, ND_LEVEL_GUEST, 0x1002);
	nd_acct_exit(b, ND_LEVEL_GUEST, 0x1003);
	nd_acct_exit(b, ND_LEVEL_NESTED, 0x1001);
	/* The same reason has another row on each. */
	a->counts[ND_LEVEL_GUEST][10] = 5;
	a->rows[ND_LEVEL_GUEST][10] = sizeof(a->row[0]);
	a->row[1] = (struct nd_acct_row){ 400, 200, 201, { 1, 3 } };
	b->counts[ND_LEVEL_GUEST][10] = 2;
	b->rows[ND_LEVEL_GUEST][10] = 2 * sizeof(b->row[0]);
	b->row[2] = (struct nd_acct_row){ 900, 800, 801, { 0, 0, 2 } };
	a->guest[ND_LEVEL_GUEST] = 7;
	b->guest[ND_LEVEL_GUEST] = 8;
	a->no_exit = 1;
	b->unread = 2;
	b->userspace[2] = 3;
	/* Stays of 500 and 40 ticks on one CPU, of 60 and 300 on the other. */
	a->stayed[ND_LEVEL_GUEST] = -500ULL;
	a->stayed[ND_LEVEL_NESTED] = -40ULL;
	b->stayed[ND_LEVEL_GUEST] = -60ULL;
	b->stayed[ND_LEVEL_NESTED] = -300ULL;
	nd_acct_add(sum, a);
	nd_acct_add(sum, b);
	KUNIT_EXPECT_EQ(test, sum->others.nr, 3U);
	slot = nd_acct_slot(sum, 0x1002);
	KUNIT_EXPECT_EQ(test, sum->cells[ND_LEVEL_GUEST][slot].count, 2ULL);
	slot = nd_acct_slot(sum, 0x1001);
	KUNIT_EXPECT_EQ(test, sum->cells[ND_LEVEL_GUEST][slot].count, 1ULL);
	KUNIT_EXPECT_EQ(test, sum->cells[ND_LEVEL_NESTED][slot].count, 1ULL);
	KUNIT_EXPECT_EQ(test, sum->cells[ND_LEVEL_GUEST][10].count, 7ULL);
	KUNIT_EXPECT_EQ(test, sum->cells[ND_LEVEL_GUEST][10].timed, 6ULL);
	KUNIT_EXPECT_EQ(test, sum->cells[ND_LEVEL_GUEST][10].ticks, 1300ULL);
	KUNIT_EXPECT_EQ(test, sum->cells[ND_LEVEL_GUEST][10].max, 800ULL);
	KUNIT_EXPECT_EQ(test, sum->cells[ND_LEVEL_GUEST][10].hist[1], 3ULL);
	KUNIT_EXPECT_EQ(test, sum->cells[ND_LEVEL_GUEST][10].hist[2], 2ULL);
	KUNIT_EXPECT_EQ(test, sum->guest[ND_LEVEL_GUEST], 15ULL);
	KUNIT_EXPECT_EQ(test, -sum->stayed[ND_LEVEL_GUEST], 60ULL);
	KUNIT_EXPECT_EQ(test, -sum->stayed[ND_LEVEL_NESTED], 40ULL);
	KUNIT_EXPECT_EQ(test, sum->no_exit + sum->unread + sum->userspace[2], 6ULL);

	nd_trace_cpu_fill(&acct_test_cpus[0], 9, a);
	KUNIT_EXPECT_EQ(test, acct_test_cpus[0].id, 9U);
	KUNIT_EXPECT_EQ(test, acct_test_cpus[0].exits[ND_LEVEL_GUEST].count, 7ULL);
	KUNIT_EXPECT_EQ(test, acct_test_cpus[0].exits[ND_LEVEL_GUEST].timed, 4ULL);
	KUNIT_EXPECT_EQ(test, acct_test_cpus[0].exits[ND_LEVEL_GUEST].ticks, 400ULL);
	KUNIT_EXPECT_EQ(test, acct_test_cpus[0].exits[ND_LEVEL_GUEST].max, 200ULL);
	KUNIT_EXPECT_EQ(test, acct_test_cpus[0].guest[ND_LEVEL_GUEST], 7ULL);
}

/* More reasons than rows: all exits are counted, some not timed, and nobody's row stays 0. */
static void acct_test_rows(struct kunit *test)
{
	static const struct nd_acct_row nobody;
	struct nd_acct_cpu *acct = &acct_test_cpu[0];
	struct nd_acct_vcpu *vcpu = &acct_test_vcpus[0];
	u64 counted = 0, timed = 0;
	u32 i, now = 0;

	for (i = 0; i < 2 * ND_NR_ROWS; i++) {
		acct_test_exit(vcpu, i % 2 ? ND_LEVEL_NESTED : ND_LEVEL_GUEST, i % ND_SLOT_SVM_HIGH,
			       now += 100);
		nd_acct_vcpu_entry(acct, vcpu, now += 50);
	}
	KUNIT_EXPECT_EQ(test, acct->nr_rows, ND_NR_ROWS - 1U);
	KUNIT_EXPECT_TRUE(test, !memcmp(&acct->row[0], &nobody, sizeof(nobody)));
	KUNIT_EXPECT_EQ(test, vcpu->host, 50ULL * 2 * ND_NR_ROWS);
	nd_acct_add(&acct_test_sum, acct);
	for (i = 0; i < ND_NR_LEVELS * ND_NR_SLOTS; i++) {
		const struct nd_acct_cell *cell =
			&acct_test_sum.cells[i / ND_NR_SLOTS][i % ND_NR_SLOTS];

		counted += cell->count;
		timed += cell->timed;
	}
	KUNIT_EXPECT_EQ(test, counted, 2ULL * ND_NR_ROWS);
	KUNIT_EXPECT_GE(test, timed, ND_NR_ROWS - 1ULL);
	KUNIT_EXPECT_LT(test, timed, counted);
	nd_trace_cpu_fill(&acct_test_cpus[0], 0, acct);
	KUNIT_EXPECT_EQ(test, acct_test_cpus[0].exits[0].timed + acct_test_cpus[0].exits[1].timed,
			timed);
}

static struct kunit_case acct_test_cases[] = {
	KUNIT_CASE(acct_test_bounds),
	KUNIT_CASE(acct_test_slots),
	KUNIT_CASE(acct_test_rare),
	KUNIT_CASE(acct_test_times),
	KUNIT_CASE(acct_test_wrap),
	KUNIT_CASE(acct_test_steps_back),
	KUNIT_CASE(acct_test_caused),
	KUNIT_CASE(acct_test_sums),
	KUNIT_CASE(acct_test_rows),
	{}
};

static struct kunit_suite nestdiag_account_suite = {
	.name = "nestdiag_account",
	.init = acct_test_init,
	.test_cases = acct_test_cases,
};
