// SPDX-License-Identifier: GPL-2.0-only
/*
 * Guests that get nothing done between two exits, and vCPUs that nobody wakes.
 */
#include <kunit/test.h>
#include "core/findings/judge.h"

/* An idle nested guest, seen from below: its halts are handed on, and its hypervisor halts. */
static void judge_test_idle_nested(struct kunit *test)
{
	judge_test_guest(ND_LEVEL_NESTED, 15000 * 10 * JUDGE_US);
	judge_test_guest(ND_LEVEL_GUEST, 15000 * 40 * JUDGE_US);
	judge_test_exits(ND_LEVEL_NESTED, 1, 15000, 5 * JUDGE_US);
	judge_test_exits(ND_LEVEL_NESTED, 32, 30000, 5 * JUDGE_US);
	judge_test_exits(ND_LEVEL_NESTED, 12, 15000, 5 * JUDGE_US);
	judge_test_exits(ND_LEVEL_GUEST, 24, 60000, 5 * JUDGE_US);
	judge_test_exits(ND_LEVEL_GUEST, 12, 15000, 3500 * JUDGE_US);
	judge_test_trace.sum.nested_entries = 60000;
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "guest-starved"));

	/* Its hypervisor has much to do itself. */
	judge_test_guest(ND_LEVEL_GUEST, 60000 * JUDGE_MS);
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "guest-starved"));
}

/*
 * A clock 20 times too fast for it: a tick, 4 ms, costs 60 us of its own and four exits of 900 us.
 * It never halts.
 */
static void judge_test_starved_nested(struct kunit *test)
{
	judge_test_guest(ND_LEVEL_NESTED, 5000 * 60 * JUDGE_US);
	judge_test_guest(ND_LEVEL_GUEST, 20000 * 400 * JUDGE_US);
	judge_test_exits(ND_LEVEL_NESTED, 1, 5000, 150 * JUDGE_US);
	judge_test_exits(ND_LEVEL_NESTED, 32, 10000, 150 * JUDGE_US);
	judge_test_exits(ND_LEVEL_NESTED, 7, 5000, 150 * JUDGE_US);
	judge_test_exits(ND_LEVEL_GUEST, 24, 20000, 350 * JUDGE_US);
	judge_test_trace.sum.nested_entries = 20000;
	KUNIT_EXPECT_TRUE(test, judge_test_fires(test, "guest-starved"));
	KUNIT_EXPECT_STREQ(test, judge_test_seen.severity, "error");
	KUNIT_EXPECT_TRUE(test, judge_test_says("nested guests ran 1.63 % of 18.30 s"));
	KUNIT_EXPECT_TRUE(test, judge_test_says("MSR_WRITE 50 %, EXTERNAL_INTERRUPT 25 %"));
	KUNIT_EXPECT_TRUE(test, judge_test_says("1092 a second of 900.00 us each. A timer tick takes at least 3 of them: 67 % of a CPU at 250 Hz"));
	/* It is that of the vCPUs that run nested guests. */
	judge_test_trace.nr_vcpus = 2;
	judge_test_vcpus[1].counts[ND_LEVEL_NESTED][1] = 1;
	judge_test_vcpus[0].counts[ND_LEVEL_GUEST][12] = 1;
	KUNIT_EXPECT_EQ(test, (int)judge_test_verdict(1), (int)ND_RECORDING_STARVED);
	/* Without a record of the time in guests nobody can say that there was little. */
	judge_test_trace.unrecorded = BIT(ND_LEVEL_NESTED);
	KUNIT_EXPECT_EQ(test, (int)judge_test_verdict(1), (int)ND_RECORDING_LIVE);
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "guest-starved"));
	judge_test_trace.unrecorded = 0;

	/* A little is not yet evidence. */
	judge_test_trace.tsc_khz = 2000000000;
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "guest-starved"));
}

/*
 * A test suite with one nested exit after another, between which it writes to a port: 40 s of four
 * vCPUs, of which handling what the nested guests did took 41 ms.
 */
static void judge_test_nested_business(struct kunit *test)
{
	struct nd_acct *sum = &judge_test_trace.sum;
	u32 npf = nd_acct_slot(sum, 0x400);

	judge_test_trace.isa = ND_ISA_SVM;
	judge_test_guest(ND_LEVEL_NESTED, JUDGE_MS);
	judge_test_guest(ND_LEVEL_GUEST, 7000 * JUDGE_MS);
	judge_test_exits(ND_LEVEL_NESTED, npf, 84, 300 * JUDGE_US);
	judge_test_exits(ND_LEVEL_NESTED, 0x81, 72, 200 * JUDGE_US);
	judge_test_exits(ND_LEVEL_GUEST, 0x7b, 65517, 445 * JUDGE_US);
	judge_test_exits(ND_LEVEL_GUEST, 0x80, 480, 1790 * JUDGE_US);
	sum->nested_entries = 132;
	sum->reflected[npf] = 52;
	sum->caused[npf] = 33348;
	sum->reflected[0x81] = 72;
	sum->caused[0x81] = 25942;
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "guest-starved"));
	/* As many exits of its hypervisor as it may take to handle one of the guest. */
	sum->caused[npf] = 6240;
	sum->caused[0x81] = 6240;
	KUNIT_EXPECT_TRUE(test, judge_test_fires(test, "guest-starved"));
}

/* The same seen from its hypervisor, for which the one below hides in the guest's time. */
static void judge_test_starved_below(struct kunit *test)
{
	judge_test_guest(ND_LEVEL_GUEST, 20000 * 665 * JUDGE_US);
	judge_test_exits(ND_LEVEL_GUEST, 1, 5000, 250 * JUDGE_US);
	judge_test_exits(ND_LEVEL_GUEST, 32, 10000, 250 * JUDGE_US);
	judge_test_exits(ND_LEVEL_GUEST, 7, 5000, 250 * JUDGE_US);
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "guest-starved"));
	judge_test_below(650 * JUDGE_US);
	KUNIT_EXPECT_TRUE(test, judge_test_fires(test, "guest-starved"));
	KUNIT_EXPECT_TRUE(test, judge_test_says("vCPU 0 ran 1.63 %"));
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "guest-exit-bound"));

	/* Nothing is left of its time, rather than less than nothing. */
	judge_test_below(700 * JUDGE_US);
	KUNIT_EXPECT_TRUE(test, judge_test_fires(test, "guest-starved"));
	KUNIT_EXPECT_TRUE(test, judge_test_says("ran 0.00 %"));

	/* With nobody below, what is lost there is KVM's own, and less than what it shows. */
	judge_test_cpu.cpuid[0].ecx = 0;
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "guest-starved"));
}

/* As starved as one can be on one level: ticks at 4,000 Hz that take 350 us, as measured. */
static void judge_test_starved_ticks(struct kunit *test)
{
	judge_test_guest(ND_LEVEL_GUEST, 17373 * 27 * JUDGE_US);
	judge_test_exits(ND_LEVEL_GUEST, 32, 11561, 91 * JUDGE_US);
	judge_test_exits(ND_LEVEL_GUEST, 7, 5779, 80 * JUDGE_US);
	judge_test_exits(ND_LEVEL_GUEST, 1, 32, 171 * JUDGE_US);
	judge_test_trace.stay[ND_LEVEL_GUEST] = 25 * JUDGE_US;
	KUNIT_EXPECT_TRUE(test, judge_test_fires(test, "guest-starved"));
	KUNIT_EXPECT_TRUE(test, judge_test_says("MSR_WRITE 66 %, INTERRUPT_WINDOW 33 %"));

	/* At 2,000 Hz it works between them. */
	judge_test_guest(ND_LEVEL_GUEST, 8000 * 80 * JUDGE_US);
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "guest-starved"));
}

/* It works, and exits at the host's ticks only: no stay is short, whoever is below. */
static void judge_test_regular(struct kunit *test)
{
	judge_test_guest(ND_LEVEL_GUEST, 15000 * 3990 * JUDGE_US);
	judge_test_exits(ND_LEVEL_GUEST, 1, 15000, 10 * JUDGE_US);
	judge_test_trace.stay[ND_LEVEL_GUEST] = 3980 * JUDGE_US;
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "guest-starved"));
	judge_test_below(3980 * JUDGE_US);
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "guest-starved"));
	KUNIT_EXPECT_EQ(test, judge_test_seen.nr, 0U);
}

/* Not by ticks: a loop of CPUID gets as little, and has what it asks for. */
static void judge_test_exit_bound(struct kunit *test)
{
	judge_test_guest(ND_LEVEL_GUEST, 20 * JUDGE_MS);
	judge_test_exits(ND_LEVEL_GUEST, 10, 1000000, 2 * JUDGE_US);
	judge_test_exits(ND_LEVEL_GUEST, 12, 10, JUDGE_US);
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "guest-starved"));
	KUNIT_EXPECT_TRUE(test, judge_test_fires(test, "guest-exit-bound"));
	KUNIT_EXPECT_STREQ(test, judge_test_seen.severity, "warning");
	KUNIT_EXPECT_TRUE(test, judge_test_says("guests ran 0.99 %"));
	KUNIT_EXPECT_TRUE(test, judge_test_says("they cause themselves: CPUID 99 %, 1.99 us each"));
	KUNIT_EXPECT_TRUE(test, judge_test_says("CPUID in a loop"));
	/* Three times as long in it is little, and no finding. */
	judge_test_guest(ND_LEVEL_GUEST, 40 * JUDGE_MS);
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "guest-exit-bound"));
	KUNIT_EXPECT_EQ(test, judge_test_seen.nr, 0U);
}

/* One exit in twenty may be a halt: more show that it has nothing to do. */
static void judge_test_starved_halts(struct kunit *test)
{
	judge_test_guest(ND_LEVEL_GUEST, 20 * JUDGE_MS);
	judge_test_exits(ND_LEVEL_GUEST, 48, 19000, 100 * JUDGE_US);
	judge_test_exits(ND_LEVEL_GUEST, 12, 1000, JUDGE_US);
	KUNIT_EXPECT_TRUE(test, judge_test_fires(test, "guest-starved"));
	judge_test_exits(ND_LEVEL_GUEST, 12, 20, JUDGE_US);
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "guest-starved"));
}

/* Memory that is not there is nothing that a guest asks for. */
static void judge_test_starved_memory(struct kunit *test)
{
	judge_test_guest(ND_LEVEL_GUEST, 20 * JUDGE_MS);
	judge_test_exits(ND_LEVEL_GUEST, 48, 1000, 2 * JUDGE_MS);
	judge_test_exits(ND_LEVEL_GUEST, 10, 400, JUDGE_US);
	KUNIT_EXPECT_TRUE(test, judge_test_fires(test, "guest-starved"));
	KUNIT_EXPECT_TRUE(test, judge_test_says("Cause: memory that is not mapped yet"));
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "guest-exit-bound"));
}

/* Launches that all failed, and two exits: a guest that was not entered is not starved. */
static void judge_test_starved_failed(struct kunit *test)
{
	u32 failed = nd_acct_slot(&judge_test_trace.sum, 0x80000021);

	judge_test_exits(ND_LEVEL_GUEST, failed, 1000, 2 * JUDGE_MS);
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "guest-starved"));
	judge_test_exits(ND_LEVEL_GUEST, 48, 2, 2000 * JUDGE_MS);
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "guest-starved"));
	/* As many exits as it takes, but most entries fail. */
	judge_test_exits(ND_LEVEL_GUEST, 48, 100, 20 * JUDGE_MS);
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "guest-starved"));
	judge_test_trace.sum.cells[ND_LEVEL_GUEST][failed].count = 5;
	KUNIT_EXPECT_TRUE(test, judge_test_fires(test, "guest-starved"));
	judge_test_trace.sum.cells[ND_LEVEL_GUEST][48].count = 99;
	judge_test_trace.sum.cells[ND_LEVEL_GUEST][failed].count = 0;
	judge_test_trace.nr_vcpus = 0;
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "guest-starved"));
}

/* Two vCPUs, one of which has what it asks for: that does not hide the other one. */
static void judge_test_starved_beside(struct kunit *test)
{
	struct nd_acct_vcpu *other = &judge_test_vcpus[1];

	judge_test_guest(ND_LEVEL_GUEST, 20 * JUDGE_MS);
	judge_test_exits(ND_LEVEL_GUEST, 10, 1000000, 2 * JUDGE_US);
	judge_test_trace.nr_vcpus = 2;
	other->guest = 20 * JUDGE_MS;
	other->host = 2000 * JUDGE_MS;
	other->counts[ND_LEVEL_GUEST][1] = 500;
	other->counts[ND_LEVEL_GUEST][32] = 1000;
	KUNIT_EXPECT_TRUE(test, judge_test_fires(test, "guest-starved"));
	KUNIT_EXPECT_TRUE(test, judge_test_says("vCPU 1 ran 0.99 %"));
	KUNIT_EXPECT_EQ(test, (int)judge_test_verdict(1), (int)ND_RECORDING_STARVED);
	/* It is busy with what it does itself. */
	KUNIT_EXPECT_EQ(test, (int)judge_test_verdict(0), (int)ND_RECORDING_LIVE);
	KUNIT_EXPECT_TRUE(test, judge_test_fires(test, "guest-exit-bound"));
	KUNIT_EXPECT_TRUE(test, judge_test_says("vCPU 0 ran 0.99 %"));
}

/* vCPU 0 halted 15,000 times for 4 ms at most, and now for ever, while vCPU 1 works on. */
static void judge_test_unwoken(struct kunit *test)
{
	struct nd_acct_vcpu *vcpu = &judge_test_vcpus[0], *other = &judge_test_vcpus[1];
	struct nd_acct_cell *halts = &judge_test_trace.sum.cells[ND_LEVEL_GUEST][12];

	judge_test_guest(ND_LEVEL_GUEST, 60000 * JUDGE_MS);
	judge_test_exits(ND_LEVEL_GUEST, 12, 15000, 4 * JUDGE_MS);
	judge_test_trace.nr_vcpus = 2;
	nd_acct_vcpu_place(vcpu, ND_LEVEL_GUEST, 12);
	vcpu->exited = judge_test_trace.now - 30000 * JUDGE_MS;
	nd_acct_vcpu_place(other, ND_LEVEL_GUEST, 1);
	KUNIT_EXPECT_TRUE(test, judge_test_fires(test, "vcpu-unwoken"));
	KUNIT_EXPECT_STREQ(test, judge_test_seen.severity, "warning");
	KUNIT_EXPECT_TRUE(test, judge_test_says("vCPU 0 in HLT for 30.00 s, after 14999 waits of at most 4.00 ms"));
	KUNIT_EXPECT_TRUE(test, judge_test_says("may have missed a wake-up"));
	KUNIT_EXPECT_EQ(test, (int)judge_test_verdict(0), (int)ND_RECORDING_UNWOKEN);
	KUNIT_EXPECT_EQ(test, (int)judge_test_verdict(1), (int)ND_RECORDING_LIVE);

	/* It waits as usual. */
	halts->max = 1000 * JUDGE_MS;
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "vcpu-unwoken"));
	/* How long its waits were is not known. */
	halts->max = 0;
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "vcpu-unwoken"));
	halts->max = 4 * JUDGE_MS;
	/* All of its guest rests, or is gone. */
	other->exited = judge_test_trace.now - 2000 * JUDGE_MS;
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "vcpu-unwoken"));
	/* Another guest works. */
	other->exited = judge_test_trace.now;
	other->pid--;
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "vcpu-unwoken"));
	other->pid++;
	/* It hardly ever waits. */
	vcpu->counts[ND_LEVEL_GUEST][12] = 99;
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "vcpu-unwoken"));
	vcpu->counts[ND_LEVEL_GUEST][12] = 100;
	KUNIT_EXPECT_TRUE(test, judge_test_fires(test, "vcpu-unwoken"));
	/* It is out for something else. */
	nd_acct_vcpu_place(vcpu, ND_LEVEL_GUEST, 30);
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "vcpu-unwoken"));
	nd_acct_vcpu_place(vcpu, ND_LEVEL_GUEST, 12);
	/* Nobody would have seen it go on. */
	judge_test_trace.points[1].state = ND_POINT_OFF;
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "vcpu-unwoken"));
}

/* A guest that was stopped for an hour did not starve. */
static void judge_test_paused(struct kunit *test)
{
	struct nd_acct_cell *cell = &judge_test_trace.sum.cells[ND_LEVEL_GUEST][1];

	judge_test_guest(ND_LEVEL_GUEST, 60000 * JUDGE_MS);
	judge_test_exits(ND_LEVEL_GUEST, 12, 100, JUDGE_MS);
	judge_test_exits(ND_LEVEL_GUEST, 1, 15000, 3 * JUDGE_US);
	cell->ticks += 3600000 * JUDGE_MS;
	cell->max = 3600000 * JUDGE_MS;
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "guest-starved"));

	/* The same of one that never waits. */
	judge_test_vcpus[0].counts[ND_LEVEL_GUEST][12] = 0;
	judge_test_vcpus[0].host += 3600000 * JUDGE_MS;
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "guest-starved"));
	judge_test_vcpus[0].host += 3600000 * JUDGE_MS;
	KUNIT_EXPECT_TRUE(test, judge_test_fires(test, "guest-starved"));
}

static struct kunit_case starved_test_cases[] = {
	KUNIT_CASE(judge_test_idle_nested),
	KUNIT_CASE(judge_test_starved_nested),
	KUNIT_CASE(judge_test_nested_business),
	KUNIT_CASE(judge_test_starved_below),
	KUNIT_CASE(judge_test_starved_ticks),
	KUNIT_CASE(judge_test_regular),
	KUNIT_CASE(judge_test_exit_bound),
	KUNIT_CASE(judge_test_starved_halts),
	KUNIT_CASE(judge_test_starved_memory),
	KUNIT_CASE(judge_test_starved_failed),
	KUNIT_CASE(judge_test_starved_beside),
	KUNIT_CASE(judge_test_unwoken),
	KUNIT_CASE(judge_test_paused),
	{}
};

static struct kunit_suite nestdiag_starved_suite = {
	.name = "nestdiag_starved",
	.init = judge_test_init,
	.test_cases = starved_test_cases,
};
