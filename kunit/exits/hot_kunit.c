// SPDX-License-Identifier: GPL-2.0-only
/*
 * The fast path of exit accounting against the slow path: the same exits and entries, of several
 * vCPUs that move between several CPUs, leave the same bytes.
 */
#include <kunit/test.h>
#include "core/exits/hot.h"

#define HOT_CPUS	3
#define HOT_VCPUS	5
#define HOT_STEPS	60000
#define HOT_SEED	0x6e657374u

/* Once as the slow path leaves it, once as the fast path does if it can be taken. */
static struct hot_test_side {
	struct nd_acct_cpu cpus[HOT_CPUS];
	struct nd_acct_vcpu vcpus[HOT_VCPUS];
} hot_test_long, hot_test_fast;

static struct {
	u32 seed;
	u64 now;
	u32 cpu[HOT_VCPUS];	/* where each vCPU is */
	u32 fast_exits;
	u32 long_exits;
	u32 fast_entries;
	u32 long_entries;
} hot_test;

static int hot_test_init(struct kunit *test)
{
	u32 i;

	memset(&hot_test_long, 0, sizeof(hot_test_long));
	memset(&hot_test_fast, 0, sizeof(hot_test_fast));
	memset(&hot_test, 0, sizeof(hot_test));
	hot_test.seed = HOT_SEED;
	for (i = 0; i < HOT_VCPUS; i++) {
		nd_acct_vcpu_start(&hot_test_long.vcpus[i], NULL, 100, i);
		nd_acct_vcpu_start(&hot_test_fast.vcpus[i], NULL, 100, i);
	}
	return 0;
}

static u32 hot_test_random(u32 below)
{
	hot_test.seed = hot_test.seed * 1664525u + 1013904223u;
	return (hot_test.seed >> 8) % below;
}

/*
 * Mostly some hundred ticks; at times none, or more than
 * the last bucket's, or the clock steps back.
 */
static void hot_test_wait(void)
{
	u32 kind = hot_test_random(32);

	if (kind == 0)
		hot_test.now += 1ULL << hot_test_random(45);
	else if (kind == 1)
		hot_test.now -= hot_test_random(20000);
	else if (kind > 2)
		hot_test.now += hot_test_random(3000);
}

static u32 hot_test_reason(void)
{
	static const u32 odd[] = {
		0xaf, 0xb0, 0x400, 0x403, 0x80000021, 0x10000031, 0x7777, 0x7778, 0xffffffff,
	};

	return hot_test_random(8) ? hot_test_random(45) : odd[hot_test_random(ARRAY_SIZE(odd))];
}

static void hot_test_long_exit(struct hot_test_side *side, u32 cpu, u32 vcpu,
			       enum nd_acct_level level, u32 reason)
{
	u32 slot = nd_acct_exit(&side->cpus[cpu], level, reason);

	nd_acct_vcpu_exit(&side->cpus[cpu], &side->vcpus[vcpu], level, slot, hot_test.now);
}

/* Up to which slots the fast path counts: raw reasons, or what the less frequent ones map to. */
static bool hot_test_fits(u32 *reason)
{
	u32 slot = nd_acct_slot_own(*reason);

	if (slot >= ND_SLOT_FAILED)
		return false;
	*reason = slot;
	return true;
}

static bool hot_test_fast_exit(u32 cpu, u32 vcpu, enum nd_acct_level level, u32 reason)
{
	struct nd_acct_cpu *acct = &hot_test_fast.cpus[cpu];
	struct nd_acct_vcpu *entry = &hot_test_fast.vcpus[vcpu];

	if (!hot_test_fits(&reason))
		return false;
	return level == ND_LEVEL_NESTED ?
	       nd_hot_exit(acct, entry, ND_LEVEL_NESTED, reason, hot_test.now) :
	       nd_hot_exit(acct, entry, ND_LEVEL_GUEST, reason, hot_test.now);
}

static void hot_test_exit(u32 cpu, u32 vcpu)
{
	enum nd_acct_level level = hot_test_random(4) ? ND_LEVEL_GUEST : ND_LEVEL_NESTED;
	u32 reason = hot_test_reason();

	hot_test_long_exit(&hot_test_long, cpu, vcpu, level, reason);
	if (hot_test_fast_exit(cpu, vcpu, level, reason)) {
		hot_test.fast_exits++;
		return;
	}
	hot_test.long_exits++;
	hot_test_long_exit(&hot_test_fast, cpu, vcpu, level, reason);
}

static void hot_test_entry(u32 cpu, u32 vcpu)
{
	nd_acct_vcpu_entry(&hot_test_long.cpus[cpu], &hot_test_long.vcpus[vcpu], hot_test.now);
	if (nd_hot_entry(&hot_test_fast.cpus[cpu], &hot_test_fast.vcpus[vcpu], hot_test.now)) {
		hot_test.fast_entries++;
		return;
	}
	hot_test.long_entries++;
	nd_acct_vcpu_entry(&hot_test_fast.cpus[cpu], &hot_test_fast.vcpus[vcpu], hot_test.now);
}

/* What comes between exits and entries, the same for both sides. */
static void hot_test_disturb(struct hot_test_side *side, u32 kind, u32 cpu, u32 vcpu, u32 reason)
{
	switch (kind) {
	case 0:
		memset(&side->cpus[cpu], 0, sizeof(side->cpus[cpu]));
		break;
	case 1:
		nd_acct_vcpu_restart(&side->vcpus[vcpu]);
		break;
	case 2:
		nd_acct_vcpu_start(&side->vcpus[vcpu], NULL, 200 + reason, vcpu);
		break;
	case 3:
	case 4:
	case 5:
		nd_acct_vcpu_reflect(&side->vcpus[vcpu], reason);
		break;
	default:
		nd_acct_vcpu_resume(&side->vcpus[vcpu]);
	}
}

static void hot_test_step(void)
{
	u32 vcpu = hot_test_random(HOT_VCPUS), kind, reason;

	hot_test_wait();
	if (!hot_test_random(4))
		hot_test.cpu[vcpu] = hot_test_random(HOT_CPUS);
	if (!hot_test_random(50)) {
		kind = hot_test_random(20);
		reason = hot_test_reason();
		hot_test_disturb(&hot_test_long, kind, hot_test.cpu[vcpu], vcpu, reason);
		hot_test_disturb(&hot_test_fast, kind, hot_test.cpu[vcpu], vcpu, reason);
	}
	/* Now and then one that does not fit. */
	if (nd_acct_vcpu_in_guest(&hot_test_long.vcpus[vcpu]) == !hot_test_random(100))
		hot_test_entry(hot_test.cpu[vcpu], vcpu);
	else
		hot_test_exit(hot_test.cpu[vcpu], vcpu);
}

static void hot_test_same(struct kunit *test)
{
	u32 i;

	for (i = 0; i < HOT_STEPS; i++) {
		hot_test_step();
		if (i % 500)
			continue;
		KUNIT_ASSERT_TRUE(test, !memcmp(&hot_test_long, &hot_test_fast,
						sizeof(hot_test_long)));
	}
	KUNIT_EXPECT_TRUE(test, !memcmp(&hot_test_long, &hot_test_fast, sizeof(hot_test_long)));
	/* Neither way was there for nothing. */
	KUNIT_EXPECT_GT(test, hot_test.fast_exits, HOT_STEPS / 4U);
	KUNIT_EXPECT_GT(test, hot_test.fast_entries, HOT_STEPS / 4U);
	KUNIT_EXPECT_GT(test, hot_test.long_exits, HOT_STEPS / 50U);
	KUNIT_EXPECT_GT(test, hot_test.long_entries, HOT_STEPS / 50U);
}

/* Without times: every reason, at both levels. */
static void hot_test_counts(struct kunit *test)
{
	struct nd_acct_cpu *fast = &hot_test_fast.cpus[0], *slow = &hot_test_long.cpus[0];
	u32 i, reason;

	for (i = 0; i < HOT_STEPS / 10; i++) {
		reason = hot_test_reason();
		nd_acct_exit(slow, i % 2 ? ND_LEVEL_NESTED : ND_LEVEL_GUEST, reason);
		if (!hot_test_fits(&reason))
			nd_acct_exit(fast, i % 2 ? ND_LEVEL_NESTED : ND_LEVEL_GUEST, reason);
		else if (i % 2)
			nd_hot_count(fast, ND_LEVEL_NESTED, reason);
		else
			nd_hot_count(fast, ND_LEVEL_GUEST, reason);
	}
	KUNIT_EXPECT_TRUE(test, !memcmp(slow, fast, sizeof(*slow)));
	KUNIT_EXPECT_EQ(test, fast->nr_rows, 0U);
}

/* An exit on one CPU, its entry on another that met the rare reasons in another order. */
static void hot_test_moved(struct kunit *test)
{
	struct nd_acct_cpu *a = &hot_test_long.cpus[0], *b = &hot_test_long.cpus[1];
	struct nd_acct_vcpu *vcpu = &hot_test_long.vcpus[0];
	u32 slot, other;

	nd_acct_exit(b, ND_LEVEL_GUEST, 0x1111);
	nd_acct_exit(b, ND_LEVEL_GUEST, 0x2222);
	hot_test.now = 1000;
	hot_test_long_exit(&hot_test_long, 0, 0, ND_LEVEL_GUEST, 0x2222);
	KUNIT_EXPECT_FALSE(test, nd_hot_entry(b, vcpu, 1600));
	nd_acct_vcpu_entry(b, vcpu, 1600);
	slot = nd_acct_slot(b, 0x2222);
	KUNIT_EXPECT_EQ(test, nd_acct_row_timed(nd_acct_row(b, ND_LEVEL_GUEST, slot)), 1ULL);
	KUNIT_EXPECT_EQ(test, nd_acct_row(b, ND_LEVEL_GUEST, slot)->ticks, 600ULL);
	other = nd_acct_slot(b, 0x1111);
	KUNIT_EXPECT_EQ(test, nd_acct_row_timed(nd_acct_row(b, ND_LEVEL_GUEST, other)), 0ULL);

	/* What a hypervisor does about a rare reason, on a CPU with another order. */
	nd_acct_vcpu_reflect(vcpu, 0x2222);
	hot_test.now = 1700;
	hot_test_long_exit(&hot_test_long, 1, 0, ND_LEVEL_GUEST, 24);
	KUNIT_EXPECT_EQ(test, b->caused[slot], 1ULL);
	nd_acct_vcpu_resume(vcpu);
	nd_acct_vcpu_entry(b, vcpu, 1800);

	/* A frequent reason: the fast path, with nothing written on the CPU that was left. */
	KUNIT_EXPECT_TRUE(test, nd_hot_exit(b, vcpu, ND_LEVEL_NESTED, 48, 2000));
	hot_test_fast.cpus[0] = *b;
	/* Only that this CPU has no row for it yet takes the slow path, once. */
	KUNIT_EXPECT_FALSE(test, nd_hot_entry(a, vcpu, 2300));
	nd_acct_vcpu_entry(a, vcpu, 2300);
	KUNIT_EXPECT_TRUE(test, !memcmp(&hot_test_fast.cpus[0], b, sizeof(*b)));
	KUNIT_EXPECT_EQ(test, nd_acct_row_timed(nd_acct_row(a, ND_LEVEL_NESTED, 48)), 1ULL);
	KUNIT_EXPECT_EQ(test, nd_acct_row(a, ND_LEVEL_NESTED, 48)->max, 300ULL);
	KUNIT_EXPECT_EQ(test, nd_acct_row(a, ND_LEVEL_NESTED, 48)->hist[1], 1ULL);
	KUNIT_EXPECT_TRUE(test, nd_hot_exit(b, vcpu, ND_LEVEL_NESTED, 48, 2400));
	hot_test_fast.cpus[0] = *b;
	KUNIT_EXPECT_TRUE(test, nd_hot_entry(a, vcpu, 2500));
	KUNIT_EXPECT_TRUE(test, !memcmp(&hot_test_fast.cpus[0], b, sizeof(*b)));
}

/* The bound of a row ends where the last bucket does. */
static void hot_test_bound(struct kunit *test)
{
	struct nd_acct_cpu *acct = &hot_test_fast.cpus[0];
	struct nd_acct_vcpu *vcpu = &hot_test_fast.vcpus[0];
	static const u64 times[] = {
		0, 1, 0, 1ULL << 40, 0, 127, 128, 255, 256, (1ULL << 30) - 1, 1ULL << 30,
		(1ULL << 31) - 1, 1ULL << 31, 1ULL << 39,
	};
	struct nd_acct_row wanted = { 0 };
	const struct nd_acct_row *row;
	u64 now = 1000;
	u32 i;

	KUNIT_EXPECT_EQ(test, nd_acct_bucket(ND_HIST_BOUND), ND_HIST_BUCKETS - 1U);
	KUNIT_EXPECT_EQ(test, nd_acct_bucket(ND_HIST_BOUND - 1), ND_HIST_BUCKETS - 1U);
	for (i = 0; i < ARRAY_SIZE(times); i++) {
		vcpu->state = ND_VCPU_IN_GUEST | ND_VCPU_EXITED;
		vcpu->entered = now;
		KUNIT_ASSERT_FALSE(test, nd_hot_exit(acct, vcpu, ND_LEVEL_GUEST, 12, now));
		KUNIT_ASSERT_TRUE(test, nd_hot_exit(acct, vcpu, ND_LEVEL_GUEST, 12, ++now));
		now += times[i];
		if (!i)
			nd_acct_vcpu_entry(acct, vcpu, now);
		else
			KUNIT_ASSERT_TRUE(test, nd_hot_entry(acct, vcpu, now));
		wanted.hist[nd_acct_bucket(times[i])]++;
	}
	row = nd_acct_row(acct, ND_LEVEL_GUEST, 12);
	KUNIT_EXPECT_EQ(test, nd_acct_row_timed(row), (u64)ARRAY_SIZE(times));
	KUNIT_EXPECT_TRUE(test, !memcmp(row->hist, wanted.hist, sizeof(wanted.hist)));
	KUNIT_EXPECT_EQ(test, row->max, 1ULL << 40);
	KUNIT_EXPECT_EQ(test, row->bound, ND_HIST_BOUND);
}

static struct kunit_case hot_test_cases[] = {
	KUNIT_CASE(hot_test_same),
	KUNIT_CASE(hot_test_counts),
	KUNIT_CASE(hot_test_moved),
	KUNIT_CASE(hot_test_bound),
	{}
};

static struct kunit_suite nestdiag_hot_suite = {
	.name = "nestdiag_hot",
	.init = hot_test_init,
	.test_cases = hot_test_cases,
};
