// SPDX-License-Identifier: GPL-2.0-only
/*
 * Judgements on the figures of exit accounting: each fires where it should, and not where it must
 * not.
 */
#include <kunit/test.h>
#include "core/findings/judge.h"

#define JUDGE_MS	2000000ULL	/* ticks: a clock of 2 GHz */
#define JUDGE_US	2000ULL

static struct nd_acct_vcpu judge_test_vcpus[3];
static struct nd_param judge_test_params[1];
static struct nd_trace judge_test_trace;
static struct nd_facts judge_test_facts;
static struct nd_cpu judge_test_cpu;

static struct {
	const char *id;
	u32 nr;
	u32 nr_found;
	char words[ND_ROW_WORDS];
	char severity[12];
	bool cut;
} judge_test_seen;

static int judge_test_init(struct kunit *test)
{
	u32 i;

	memset(&judge_test_trace, 0, sizeof(judge_test_trace));
	memset(&judge_test_facts, 0, sizeof(judge_test_facts));
	judge_test_facts.trace = &judge_test_trace;
	judge_test_facts.params = judge_test_params;
	judge_test_facts.cpus = &judge_test_cpu;
	judge_test_facts.nr_cpus = 1;
	judge_test_cpu.nr_cpuid = 1;
	judge_test_cpu.cpuid[0] = (struct nd_cpuid){ 1, 0, 0, 0, 0, 0 };
	judge_test_trace.isa = ND_ISA_VMX;
	judge_test_trace.source = ND_SOURCE_VMX;
	judge_test_trace.tsc_khz = 2000000;
	judge_test_trace.now = 1000000 * JUDGE_MS;
	judge_test_trace.points[0] = (struct nd_point){ "kvm_exit", ND_POINT_ATTACHED, 0 };
	judge_test_trace.points[1] = (struct nd_point){ "kvm_entry", ND_POINT_ATTACHED, 0 };
	judge_test_trace.nr_points = 2;
	judge_test_trace.vcpus = judge_test_vcpus;
	judge_test_trace.max_vcpus = ARRAY_SIZE(judge_test_vcpus);
	for (i = 0; i < ARRAY_SIZE(judge_test_vcpus); i++) {
		nd_acct_vcpu_start(&judge_test_vcpus[i], NULL, 4194304, i);
		judge_test_vcpus[i].exited = judge_test_trace.now;
	}
	return 0;
}

static void judge_test_row(void *ctx, const struct nd_row *row)
{
	judge_test_seen.nr++;
	judge_test_seen.cut |= strstr(row->words, "...") != NULL;
	if (strcmp(row->id, judge_test_seen.id))
		return;
	judge_test_seen.nr_found++;
	scnprintf(judge_test_seen.words, sizeof(judge_test_seen.words), "%s", row->words);
	scnprintf(judge_test_seen.severity, sizeof(judge_test_seen.severity), "%s", row->state);
}

/* Does this rule fire? And it must do so with its whole text, and count as one finding. */
static bool judge_test_fires(struct kunit *test, const char *id)
{
	static const struct nd_emit emit = { .row = judge_test_row };
	unsigned int n;

	memset(&judge_test_seen, 0, sizeof(judge_test_seen));
	judge_test_seen.id = id;
	n = nd_judge_rows(&judge_test_facts, NULL, &emit);
	KUNIT_EXPECT_EQ(test, n, judge_test_seen.nr);
	KUNIT_EXPECT_EQ(test, n, nd_judge_rows(&judge_test_facts, NULL, NULL));
	KUNIT_EXPECT_FALSE(test, judge_test_seen.cut);
	return judge_test_seen.nr_found == 1;
}

static bool judge_test_says(const char *words)
{
	return strstr(judge_test_seen.words, words) != NULL;
}

/* @count exits of @each ticks, at a level and of a vCPU of it. */
static void judge_test_exits(u32 level, u32 slot, u64 count, u64 each)
{
	struct nd_acct_vcpu *vcpu = &judge_test_vcpus[0];
	struct nd_acct_cell *cell = &judge_test_trace.sum.cells[level][slot];

	cell->count += count;
	cell->timed += count;
	cell->ticks += count * each;
	cell->max = each;
	vcpu->counts[level][slot] += count;
	vcpu->host += count * each;
	judge_test_trace.nr_vcpus = 1;
}

/* A hypervisor is below, and each exit and entry costs @ticks there. */
static void judge_test_below(u64 ticks)
{
	judge_test_cpu.cpuid[0].ecx = 1U << 31;
	judge_test_trace.stay[ND_LEVEL_GUEST] = ticks;
}

static void judge_test_guest(u32 level, u64 ticks)
{
	judge_test_trace.sum.guest[level] += ticks;
	judge_test_vcpus[0].guest += ticks;
}

static void judge_test_nothing(struct kunit *test)
{
	KUNIT_EXPECT_EQ(test, nd_judge_rows(&judge_test_facts, NULL, NULL), 0U);
	judge_test_facts.trace = NULL;
	KUNIT_EXPECT_EQ(test, nd_judge_rows(&judge_test_facts, NULL, NULL), 0U);
}

/* A guest at work: 95 % of its time in it, ticks and disk as usual. */
static void judge_test_healthy(struct kunit *test)
{
	judge_test_guest(ND_LEVEL_GUEST, 60000 * JUDGE_MS);
	judge_test_exits(ND_LEVEL_GUEST, 1, 15000, 3 * JUDGE_US);
	judge_test_exits(ND_LEVEL_GUEST, 32, 30000, 2 * JUDGE_US);
	judge_test_exits(ND_LEVEL_GUEST, 48, 200000, 15 * JUDGE_US);
	judge_test_exits(ND_LEVEL_GUEST, 30, 1000, 50 * JUDGE_US);
	judge_test_trace.vcpus[0].state |= ND_VCPU_IN_GUEST;
	judge_test_trace.vcpus[0].entered = judge_test_trace.now - 4 * JUDGE_MS;
	KUNIT_EXPECT_EQ(test, nd_judge_rows(&judge_test_facts, NULL, NULL), 0U);
}

/* It runs for 10 us at each wake-up, which costs 30 us, and halts for the rest of each 4 ms. */
static void judge_test_idle(struct kunit *test)
{
	judge_test_guest(ND_LEVEL_GUEST, 15000 * 10 * JUDGE_US);
	judge_test_exits(ND_LEVEL_GUEST, 1, 15000, 10 * JUDGE_US);
	judge_test_exits(ND_LEVEL_GUEST, 32, 30000, 10 * JUDGE_US);
	judge_test_exits(ND_LEVEL_GUEST, 12, 15000, 3960 * JUDGE_US);
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "guest-starved"));
	KUNIT_EXPECT_EQ(test, judge_test_seen.nr, 0U);

	/* The same on AMD. */
	judge_test_init(test);
	judge_test_trace.isa = ND_ISA_SVM;
	judge_test_guest(ND_LEVEL_GUEST, 15000 * 10 * JUDGE_US);
	judge_test_exits(ND_LEVEL_GUEST, 0x60, 15000, 10 * JUDGE_US);
	judge_test_exits(ND_LEVEL_GUEST, 0x7c, 30000, 10 * JUDGE_US);
	judge_test_exits(ND_LEVEL_GUEST, 0x78, 15000, 3960 * JUDGE_US);
	KUNIT_EXPECT_EQ(test, nd_judge_rows(&judge_test_facts, NULL, NULL), 0U);
}

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
	KUNIT_EXPECT_TRUE(test, judge_test_says("1092 a second of 900.00 us each. A tick is at least 3 of them: 67 % of a CPU at 250 Hz"));
	/* Without a record of the time in guests nobody can say that there was little. */
	judge_test_trace.unrecorded = BIT(ND_LEVEL_NESTED);
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "guest-starved"));
	judge_test_trace.unrecorded = 0;

	/* A little is not yet evidence. */
	judge_test_trace.tsc_khz = 2000000000;
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "guest-starved"));
}

/* The same from the seat of its hypervisor, for whom the one below hides in the guest's time. */
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
	KUNIT_EXPECT_TRUE(test, judge_test_says("asks for itself: CPUID 99 %, 1.99 us each"));
	KUNIT_EXPECT_TRUE(test, judge_test_says("CPUID in a loop"));
	/* Three times as long in it is little, and no finding. */
	judge_test_guest(ND_LEVEL_GUEST, 40 * JUDGE_MS);
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "guest-exit-bound"));
	KUNIT_EXPECT_EQ(test, judge_test_seen.nr, 0U);
}

/* Memory that is not there is nothing that a guest asks for. */
static void judge_test_starved_memory(struct kunit *test)
{
	judge_test_guest(ND_LEVEL_GUEST, 20 * JUDGE_MS);
	judge_test_exits(ND_LEVEL_GUEST, 48, 1000, 2 * JUDGE_MS);
	judge_test_exits(ND_LEVEL_GUEST, 10, 400, JUDGE_US);
	KUNIT_EXPECT_TRUE(test, judge_test_fires(test, "guest-starved"));
	KUNIT_EXPECT_TRUE(test, judge_test_says("Cause: memory that is not there yet"));
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "guest-exit-bound"));
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

static void judge_test_storm(struct kunit *test)
{
	struct nd_thresholds limits = nd_default_thresholds;

	judge_test_guest(ND_LEVEL_GUEST, 1000 * JUDGE_MS);
	judge_test_exits(ND_LEVEL_GUEST, 49, 1200000, JUDGE_MS / 1200);
	judge_test_exits(ND_LEVEL_GUEST, 1, 100, JUDGE_US);
	KUNIT_EXPECT_TRUE(test, judge_test_fires(test, "exit-storm"));
	KUNIT_EXPECT_TRUE(test, judge_test_says("vCPU 0: 600"));
	KUNIT_EXPECT_TRUE(test, judge_test_says("EPT_MISCONFIG 99 %"));
	KUNIT_EXPECT_TRUE(test, judge_test_says("Remedy: virtio"));
	limits.storm_per_second = 700000;
	KUNIT_EXPECT_EQ(test, nd_judge_rows(&judge_test_facts, &limits, NULL), 0U);
	/* With nested guests a hypervisor has as many. */
	judge_test_trace.sum.nested_entries = 1;
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "exit-storm"));
	judge_test_trace.sum.nested_entries = 0;
	/* As many in longer time. */
	judge_test_guest(ND_LEVEL_GUEST, 1000 * JUDGE_MS);
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "exit-storm"));
	/* The first moments of a guest. */
	judge_test_vcpus[0].guest = JUDGE_MS;
	judge_test_vcpus[0].host = JUDGE_MS;
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "exit-storm"));
}

static void judge_test_stuck(struct kunit *test)
{
	judge_test_trace.nr_vcpus = 3;
	judge_test_vcpus[1].state |= ND_VCPU_IN_GUEST;
	judge_test_vcpus[1].entered = judge_test_trace.now - 9999 * JUDGE_MS;
	judge_test_vcpus[2].entered = 0;
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "vcpu-stuck"));
	judge_test_vcpus[1].entered = judge_test_trace.now - 10001 * JUDGE_MS;
	KUNIT_EXPECT_TRUE(test, judge_test_fires(test, "vcpu-stuck"));
	KUNIT_EXPECT_TRUE(test, judge_test_says("1 vCPU; process 4194304, vCPU 1 for 10.00 s"));
	judge_test_vcpus[2].state |= ND_VCPU_IN_GUEST;
	KUNIT_EXPECT_TRUE(test, judge_test_fires(test, "vcpu-stuck"));
	KUNIT_EXPECT_TRUE(test, judge_test_says("2 vCPUs; process 4194304, vCPU 2"));
	/* Another CPU's clock is ahead. */
	judge_test_vcpus[2].entered = judge_test_trace.now + JUDGE_MS;
	KUNIT_EXPECT_TRUE(test, judge_test_fires(test, "vcpu-stuck"));
	KUNIT_EXPECT_TRUE(test, judge_test_says("1 vCPU;"));
	/* Nobody looks any more. */
	judge_test_trace.points[0].state = ND_POINT_OFF;
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "vcpu-stuck"));
}

static void judge_test_failed(struct kunit *test)
{
	struct nd_acct *sum = &judge_test_trace.sum;

	/* Without its flag it is a reason that no entry failed for. */
	judge_test_exits(ND_LEVEL_GUEST, 33, 2, JUDGE_US);
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "entry-failed"));
	sum->cells[ND_LEVEL_NESTED][nd_acct_slot(sum, 0x80000021)].count = 2;
	sum->cells[ND_LEVEL_GUEST][nd_acct_slot(sum, 0x80000022)].count = 1;
	KUNIT_EXPECT_TRUE(test, judge_test_fires(test, "entry-failed"));
	KUNIT_EXPECT_TRUE(test, judge_test_says("1 of guests, 2 of nested guests, most INVALID"));
	KUNIT_EXPECT_TRUE(test, judge_test_says("dump_invalid_vmcs"));

	/* On AMD the same number is nothing of the kind. */
	judge_test_trace.isa = ND_ISA_SVM;
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "entry-failed"));
	sum->cells[ND_LEVEL_GUEST][nd_acct_slot(sum, ~0U)].count = 1;
	KUNIT_EXPECT_TRUE(test, judge_test_fires(test, "entry-failed"));
	KUNIT_EXPECT_TRUE(test, judge_test_says("invalid_guest_state"));

	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "entry-without-exit"));
	sum->no_exit = 1;
	KUNIT_EXPECT_TRUE(test, judge_test_fires(test, "entry-without-exit"));
	KUNIT_EXPECT_TRUE(test, judge_test_says("1 VM entry was"));
	sum->no_exit = ~0ULL;
	KUNIT_EXPECT_TRUE(test, judge_test_fires(test, "entry-without-exit"));
}

static void judge_test_refused(struct kunit *test)
{
	struct nd_trace *trace = &judge_test_trace;

	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "nested-refused"));
	trace->nr_refusals = 2;
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "nested-refused"));
	scnprintf(trace->refusals[0].text, ND_REFUSAL_TEXT, "one");
	trace->refusals[0].count = 1;
	memset(trace->refusals[1].text, 'm', ND_REFUSAL_TEXT - 1);
	trace->refusals[1].error = ~0U;
	trace->refusals[1].count = 2;
	trace->refusals_lost = 4;
	KUNIT_EXPECT_TRUE(test, judge_test_fires(test, "nested-refused"));
	KUNIT_EXPECT_TRUE(test, judge_test_says("7, most for \"mmm"));
}

/* Figures of a hypervisor with neither Shadow VMCS nor eVMCS, and of one with eVMCS. */
static void judge_test_multiplier(struct kunit *test)
{
	struct nd_acct *sum = &judge_test_trace.sum;

	sum->nested_exits = 80000;
	sum->reflected[10] = 80000;
	sum->caused[10] = 160000;
	sum->cells[ND_LEVEL_GUEST][24].count = 80000;
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "nested-costly"));
	sum->caused[10] = 800000;
	sum->cells[ND_LEVEL_GUEST][23].count = 560000;
	sum->cells[ND_LEVEL_GUEST][25].count = 80000;
	KUNIT_EXPECT_TRUE(test, judge_test_fires(test, "nested-costly"));
	KUNIT_EXPECT_TRUE(test, judge_test_says("10.0 exits"));
	KUNIT_EXPECT_TRUE(test, judge_test_says("kvm_intel, or eVMCS"));
	judge_test_facts.nr_params = 1;
	judge_test_params[0] = (struct nd_param){ "kvm_intel", "enable_shadow_vmcs", "N" };
	KUNIT_EXPECT_TRUE(test, judge_test_fires(test, "nested-costly"));
	KUNIT_EXPECT_TRUE(test, judge_test_says("kvm_intel (is N)"));
	/* So few are the start of a guest. */
	sum->reflected[10] = 80;
	sum->caused[10] = 800;
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "nested-costly"));
}

static struct kunit_case judge_test_cases[] = {
	KUNIT_CASE(judge_test_nothing),
	KUNIT_CASE(judge_test_healthy),
	KUNIT_CASE(judge_test_idle),
	KUNIT_CASE(judge_test_idle_nested),
	KUNIT_CASE(judge_test_starved_nested),
	KUNIT_CASE(judge_test_starved_below),
	KUNIT_CASE(judge_test_starved_ticks),
	KUNIT_CASE(judge_test_regular),
	KUNIT_CASE(judge_test_exit_bound),
	KUNIT_CASE(judge_test_starved_memory),
	KUNIT_CASE(judge_test_starved_beside),
	KUNIT_CASE(judge_test_unwoken),
	KUNIT_CASE(judge_test_paused),
	KUNIT_CASE(judge_test_storm),
	KUNIT_CASE(judge_test_stuck),
	KUNIT_CASE(judge_test_failed),
	KUNIT_CASE(judge_test_refused),
	KUNIT_CASE(judge_test_multiplier),
	{}
};

static struct kunit_suite nestdiag_judge_suite = {
	.name = "nestdiag_judge",
	.init = judge_test_init,
	.test_cases = judge_test_cases,
};
