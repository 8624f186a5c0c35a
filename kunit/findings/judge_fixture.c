// SPDX-License-Identifier: GPL-2.0-only
/*
 * Exits of guests, laid out so that a rule fires or must not.
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
	judge_test_cpu.cpuid[0] = (struct nd_cpuid){ 1, 0, 0, 0, 1U << 5, 0 };
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

/* Of each vCPU, what nd_judge_vcpus() says of it. */
static enum nd_recording_why judge_test_verdicts[ARRAY_SIZE(judge_test_vcpus)];

static void judge_test_judged(const struct nd_acct_vcpu *vcpu, enum nd_recording_why why)
{
	judge_test_verdicts[vcpu - judge_test_vcpus] = why;
}

static enum nd_recording_why judge_test_verdict(u32 vcpu)
{
	memset(judge_test_verdicts, 0, sizeof(judge_test_verdicts));
	nd_judge_vcpus(&judge_test_facts, judge_test_judged);
	return judge_test_verdicts[vcpu];
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
	judge_test_cpu.cpuid[0].ecx |= 1U << 31;
	judge_test_trace.stay[ND_LEVEL_GUEST] = ticks;
}

static void judge_test_guest(u32 level, u64 ticks)
{
	judge_test_trace.sum.guest[level] += ticks;
	judge_test_vcpus[0].guest += ticks;
}
