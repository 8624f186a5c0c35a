// SPDX-License-Identifier: GPL-2.0-only
/*
 * Exit accounting: what probes add up, what is shown of it, and its records in a snapshot.
 */
#include <kunit/test.h>
#include <linux/nestdiag.h>
#include "core/exits/exitrows.h"
#include "core/exits/exits.h"
#include "core/base/figures.h"
#include "core/record/snapshot.h"

#define ACCT_LINES	120
#define ACCT_VCPUS	3
#define ACCT_CPUS	2

static struct nd_acct acct_test_cpu[ACCT_CPUS], acct_test_sum;
static struct nd_acct_vcpu acct_test_vcpus[ACCT_VCPUS], acct_test_vcpus2[ACCT_VCPUS];
static struct nd_trace_cpu acct_test_cpus[ACCT_CPUS], acct_test_cpus2[ACCT_CPUS];
static struct nd_trace acct_test_trace, acct_test_trace2;
static struct nd_cpu acct_test_machine;
static struct nd_facts acct_test_facts, acct_test_facts2;
static struct nd_parser acct_test_parser;

static char acct_test_lines[ACCT_LINES][ND_SNAPSHOT_LINE];
static u32 acct_test_nr_lines;

/* What a walk over the rows has to find, and what it found. */
static struct {
	enum nd_row_kind kind;
	const char *label;
	u32 nr_kind;
	u32 nr_found;
	u32 at;
	struct nd_row row;
	char label_copy[64];
	u32 widest;
	bool cut;
} acct_test_seen;

static void acct_test_join(struct nd_facts *facts, struct nd_trace *trace,
			   struct nd_acct_vcpu *vcpus, struct nd_trace_cpu *cpus)
{
	memset(facts, 0, sizeof(*facts));
	memset(trace, 0, sizeof(*trace));
	memset(vcpus, 0, ACCT_VCPUS * sizeof(*vcpus));
	memset(cpus, 0, ACCT_CPUS * sizeof(*cpus));
	facts->trace = trace;
	trace->vcpus = vcpus;
	trace->max_vcpus = ACCT_VCPUS;
	trace->cpus = cpus;
	trace->max_cpus = ACCT_CPUS;
}

static int acct_test_init(struct kunit *test)
{
	memset(acct_test_cpu, 0, sizeof(acct_test_cpu));
	memset(&acct_test_sum, 0, sizeof(acct_test_sum));
	memset(&acct_test_machine, 0, sizeof(acct_test_machine));
	acct_test_join(&acct_test_facts, &acct_test_trace, acct_test_vcpus, acct_test_cpus);
	acct_test_join(&acct_test_facts2, &acct_test_trace2, acct_test_vcpus2, acct_test_cpus2);
	memset(&acct_test_parser, 0, sizeof(acct_test_parser));
	acct_test_parser.facts = &acct_test_facts2;
	acct_test_nr_lines = 0;
	nd_acct_vcpu_start(&acct_test_vcpus[0], NULL, 100, 0);
	nd_acct_vcpu_start(&acct_test_vcpus[1], NULL, 100, 1);
	return 0;
}

static u32 acct_test_exit(struct nd_acct_vcpu *vcpu, enum nd_acct_level level, u32 reason, u64 now)
{
	u32 slot = nd_acct_exit(&acct_test_cpu[0], level, reason);

	nd_acct_vcpu_exit(&acct_test_cpu[0], vcpu, level, slot, now);
	return slot;
}

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
	struct nd_acct *acct = &acct_test_cpu[0];
	static const u32 reasons[] = {
		0, 12, 48, 85, 0x78, 0xaf, 0x400, 0x403, 0x407, 0x80000000, 0x80000021, 0x8000002f,
	};
	u32 i, slot;

	for (i = 0; i < ARRAY_SIZE(reasons); i++) {
		slot = nd_acct_slot(acct, reasons[i]);
		KUNIT_EXPECT_LT(test, slot, (u32)ND_SLOT_OTHER);
		KUNIT_EXPECT_EQ(test, nd_acct_reason(acct, slot), reasons[i]);
	}
	KUNIT_EXPECT_EQ(test, acct->nr_other, 0U);
	KUNIT_EXPECT_NE(test, nd_acct_slot(acct, 33), nd_acct_slot(acct, 0x80000021));
	for (slot = 0; slot < ND_SLOT_OTHER; slot++)
		KUNIT_EXPECT_EQ(test, nd_acct_slot(acct, nd_acct_reason(acct, slot)), slot);
}

/* Beyond the last slot reasons are counted together, and none is lost. */
static void acct_test_rare(struct kunit *test)
{
	static const u32 edges[] = {
		0xb0, 0x3ff, 0x408, 0x80000030, 0x08000000, 0x10000031, 0xffffffff,
	};
	struct nd_acct *acct = &acct_test_cpu[0];
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
	KUNIT_EXPECT_EQ(test, acct->nr_other, (u32)ND_NR_OTHER);
	KUNIT_EXPECT_EQ(test, nd_acct_slot(acct, 0x1063), ND_NR_SLOTS - 1U);
	for (slot = 0; slot < ND_NR_SLOTS; slot++)
		counted += acct->cells[ND_LEVEL_GUEST][slot].count;
	KUNIT_EXPECT_EQ(test, counted, (u64)ARRAY_SIZE(edges) + 100);
}

static void acct_test_times(struct kunit *test)
{
	struct nd_acct *acct = &acct_test_cpu[0];
	struct nd_acct_vcpu *vcpu = &acct_test_vcpus[0];
	struct nd_acct_cell *cell = &acct->cells[ND_LEVEL_GUEST][10];

	/* An entry before any exit handles none. */
	nd_acct_vcpu_entry(acct, vcpu, 1000);
	KUNIT_EXPECT_EQ(test, vcpu->host, 0ULL);
	KUNIT_EXPECT_TRUE(test, nd_acct_vcpu_in_guest(vcpu));
	acct_test_exit(vcpu, ND_LEVEL_GUEST, 10, 1500);
	KUNIT_EXPECT_EQ(test, vcpu->guest, 500ULL);
	KUNIT_EXPECT_EQ(test, cell->count, 1ULL);
	KUNIT_EXPECT_EQ(test, cell->timed, 0ULL);
	nd_acct_vcpu_entry(acct, vcpu, 1800);
	acct_test_exit(vcpu, ND_LEVEL_GUEST, 10, 2000);
	nd_acct_vcpu_entry(acct, vcpu, 2100);
	KUNIT_EXPECT_EQ(test, cell->count, 2ULL);
	KUNIT_EXPECT_EQ(test, cell->timed, 2ULL);
	KUNIT_EXPECT_EQ(test, cell->ticks, 400ULL);
	KUNIT_EXPECT_EQ(test, cell->max, 300ULL);
	KUNIT_EXPECT_EQ(test, cell->hist[0], 1ULL);
	KUNIT_EXPECT_EQ(test, cell->hist[1], 1ULL);
	KUNIT_EXPECT_EQ(test, vcpu->guest, 700ULL);
	KUNIT_EXPECT_EQ(test, vcpu->host, 400ULL);
	KUNIT_EXPECT_EQ(test, acct->guest[ND_LEVEL_GUEST], 700ULL);

	/* An entry without an exit is counted, and takes no time that is not its own. */
	nd_acct_vcpu_entry(acct, vcpu, 5000);
	KUNIT_EXPECT_EQ(test, acct->no_exit, 1ULL);
	KUNIT_EXPECT_EQ(test, cell->timed, 2ULL);
	acct_test_exit(vcpu, ND_LEVEL_GUEST, 10, 5010);
	KUNIT_EXPECT_EQ(test, vcpu->guest, 710ULL);
}

/* The counter of ticks passes its end between exit and entry, and between entry and exit. */
static void acct_test_wrap(struct kunit *test)
{
	struct nd_acct *acct = &acct_test_cpu[0];
	struct nd_acct_vcpu *vcpu = &acct_test_vcpus[0];

	acct_test_exit(vcpu, ND_LEVEL_NESTED, 48, ~0ULL - 99);
	nd_acct_vcpu_entry(acct, vcpu, 900);
	KUNIT_EXPECT_EQ(test, acct->cells[ND_LEVEL_NESTED][48].ticks, 1000ULL);
	vcpu->entered = ~0ULL - 9;
	acct_test_exit(vcpu, ND_LEVEL_NESTED, 48, 10);
	KUNIT_EXPECT_EQ(test, vcpu->guest, 20ULL);
	KUNIT_EXPECT_EQ(test, acct->guest[ND_LEVEL_NESTED], 20ULL);
}

/* What a hypervisor does until its guest runs again is that nested exit's. */
static void acct_test_caused(struct kunit *test)
{
	struct nd_acct *acct = &acct_test_cpu[0];
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
	struct nd_acct *a = &acct_test_cpu[0], *b = &acct_test_cpu[1], *sum = &acct_test_sum;
	u32 slot;

	nd_acct_exit(a, ND_LEVEL_GUEST, 0x1001);
	nd_acct_exit(a, ND_LEVEL_GUEST, 0x1002);
	nd_acct_exit(b, ND_LEVEL_GUEST, 0x1002);
	nd_acct_exit(b, ND_LEVEL_GUEST, 0x1003);
	nd_acct_exit(b, ND_LEVEL_NESTED, 0x1001);
	a->cells[ND_LEVEL_GUEST][10] = (struct nd_acct_cell){ 5, 4, 400, 200, { 1, 3 } };
	b->cells[ND_LEVEL_GUEST][10] = (struct nd_acct_cell){ 2, 2, 900, 800, { 0, 0, 2 } };
	a->guest[ND_LEVEL_GUEST] = 7;
	b->guest[ND_LEVEL_GUEST] = 8;
	a->no_exit = 1;
	b->unread = 2;
	b->userspace[2] = 3;
	nd_acct_add(sum, a);
	nd_acct_add(sum, b);
	KUNIT_EXPECT_EQ(test, sum->nr_other, 3U);
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
	KUNIT_EXPECT_EQ(test, sum->no_exit + sum->unread + sum->userspace[2], 6ULL);

	nd_trace_cpu_fill(&acct_test_cpus[0], 9, a);
	KUNIT_EXPECT_EQ(test, acct_test_cpus[0].id, 9U);
	KUNIT_EXPECT_EQ(test, acct_test_cpus[0].exits[ND_LEVEL_GUEST].count, 7ULL);
	KUNIT_EXPECT_EQ(test, acct_test_cpus[0].exits[ND_LEVEL_GUEST].max, 200ULL);
	KUNIT_EXPECT_EQ(test, acct_test_cpus[0].guest[ND_LEVEL_GUEST], 7ULL);
}

static void acct_test_names(struct kunit *test)
{
	static const struct {
		u32 isa;
		u32 reason;
		const char *name;
	} names[] = {
		{ ND_ISA_VMX, 10, "CPUID" },
		{ ND_ISA_VMX, 0x80000021, "INVALID_STATE (failed entry)" },
		{ ND_ISA_VMX, 0x08000001, "EXTERNAL_INTERRUPT (enclave)" },
		{ ND_ISA_VMX, 0x80000000 | 80, "0x80000050 (failed entry)" },
		{ ND_ISA_VMX, 0x10000031, "TRAP_AFTER_FLUSH (synthetic)" },
		{ ND_ISA_VMX, 0x20000031, "0x20000031" },
		{ ND_ISA_VMX, 5, "0x5" },
		{ ND_ISA_SVM, 0x72, "cpuid" },
		{ ND_ISA_SVM, 0x400, "npf" },
		{ ND_ISA_SVM, 0xa6, "idle-halt" },
		{ ND_ISA_SVM, 0xffffffff, "invalid_guest_state" },
		{ ND_ISA_SVM, 0x80000021, "0x80000021" },
		{ ND_ISA_SVM, 0xa7, "0xa7" },
		{ ND_ISA_UNKNOWN, 10, "0xa" },
	};
	char name[ND_EXIT_NAME];
	u32 i;

	for (i = 0; i < ARRAY_SIZE(names); i++)
		KUNIT_EXPECT_STREQ(test, nd_exit_name(names[i].isa, names[i].reason, name,
						      sizeof(name)), names[i].name);
	KUNIT_EXPECT_STREQ(test, nd_userspace_exit_name(2), "KVM_EXIT_IO");
	KUNIT_EXPECT_STREQ(test, nd_userspace_exit_name(17), "KVM_EXIT_INTERNAL_ERROR");
	KUNIT_EXPECT_NULL(test, nd_userspace_exit_name(13));
	KUNIT_EXPECT_NULL(test, nd_userspace_exit_name(41));
	KUNIT_EXPECT_NULL(test, nd_svm_exit_name(0x01));
	/* What waits on one kind of processor is something else on the other. */
	acct_test_trace.isa = ND_ISA_VMX;
	KUNIT_EXPECT_TRUE(test, nd_trace_waits(&acct_test_trace, 12));
	KUNIT_EXPECT_FALSE(test, nd_trace_waits(&acct_test_trace, 0x78));
	acct_test_trace.isa = ND_ISA_SVM;
	KUNIT_EXPECT_FALSE(test, nd_trace_waits(&acct_test_trace, 12));
	KUNIT_EXPECT_TRUE(test, nd_trace_waits(&acct_test_trace, 0x78));
}

static void acct_test_figures(struct kunit *test)
{
	char text[ND_FIGURE];

	KUNIT_EXPECT_STREQ(test, nd_share_text(1, 3, text, sizeof(text)), "33.33 %");
	KUNIT_EXPECT_STREQ(test, nd_share_text(0, 0, text, sizeof(text)), "-");
	KUNIT_EXPECT_STREQ(test, nd_share_text(~0ULL, ~0ULL, text, sizeof(text)), "100.00 %");
	KUNIT_EXPECT_STREQ(test, nd_ratio_text(80000 * 3, 80000, text, sizeof(text)), "3.0");
	KUNIT_EXPECT_STREQ(test, nd_ratio_text(199999, 100000, text, sizeof(text)), "2.0");
	KUNIT_EXPECT_STREQ(test, nd_ratio_text(1, 0, text, sizeof(text)), "-");
	KUNIT_EXPECT_STREQ(test, nd_time_text(999, text, sizeof(text)), "999 ns");
	KUNIT_EXPECT_STREQ(test, nd_time_text(1000, text, sizeof(text)), "1.00 us");
	KUNIT_EXPECT_STREQ(test, nd_time_text(999999, text, sizeof(text)), "999.99 us");
	KUNIT_EXPECT_STREQ(test, nd_time_text(12345678, text, sizeof(text)), "12.34 ms");
	KUNIT_EXPECT_STREQ(test, nd_time_text(~0ULL, text, sizeof(text)), "18446744073.70 s");
}

/* To nanoseconds and back: with a clock faster than a nanosecond, slower, and none. */
static void acct_test_clock(struct kunit *test)
{
	static const u64 khz[] = { 20000, 999999, 1000000, 2399998, 4294967295 };
	static const u64 ns[] = { 0, 1, 41, 999999, 1000001, 123456789012345ULL };
	struct nd_trace *trace = &acct_test_trace;
	u32 i, j;

	for (i = 0; i < ARRAY_SIZE(khz); i++) {
		trace->tsc_khz = khz[i];
		for (j = 0; j < ARRAY_SIZE(ns); j++) {
			u64 once = nd_trace_ns(trace, ns[j]);

			KUNIT_EXPECT_EQ(test, nd_trace_ns(trace, nd_trace_ticks(trace, once)),
					once);
		}
	}
	trace->tsc_khz = 2000000;
	KUNIT_EXPECT_EQ(test, nd_trace_ns(trace, 1ULL << 63), 1ULL << 62);
	KUNIT_EXPECT_EQ(test, nd_trace_ns(trace, 3), 1ULL);
	trace->tsc_khz = 20000;
	KUNIT_EXPECT_EQ(test, nd_trace_ns(trace, 7), 350ULL);
	KUNIT_EXPECT_EQ(test, nd_trace_ticks(trace, 350), 7ULL);
	KUNIT_EXPECT_EQ(test, nd_trace_ns(trace, 1ULL << 63), ~0ULL);
	trace->tsc_khz = 0;
	KUNIT_EXPECT_EQ(test, nd_trace_ns(trace, 7), 7ULL);
	/* A CPU whose clock is ahead was never in the future. */
	trace->now = 100;
	KUNIT_EXPECT_EQ(test, nd_trace_age(trace, 40), 60ULL);
	KUNIT_EXPECT_EQ(test, nd_trace_age(trace, 101), 0ULL);
}

/* --- rows ------------------------------------------------------------------------------------- */

static void acct_test_row(void *ctx, const struct nd_row *row)
{
	static char line[ND_ROW_LINE];
	const char *end;
	u32 width;

	nd_row_format(row, line, sizeof(line));
	end = strchr(line + (line[0] == '\n'), '\n');
	width = end ? end - line : strlen(line);
	if (width > acct_test_seen.widest)
		acct_test_seen.widest = width;
	acct_test_seen.cut |= strstr(row->words, "...") != NULL;
	if (row->kind != acct_test_seen.kind)
		return;
	acct_test_seen.nr_kind++;
	if (acct_test_seen.label && (!row->label || strcmp(row->label, acct_test_seen.label)))
		return;
	if (acct_test_seen.nr_found++ > 0)
		return;
	acct_test_seen.at = acct_test_seen.nr_kind;
	acct_test_seen.row = *row;
	scnprintf(acct_test_seen.label_copy, sizeof(acct_test_seen.label_copy), "%s",
		  row->label ? row->label : "");
}

static const struct nd_emit acct_test_emit = { .row = acct_test_row };

static void acct_test_look(enum nd_row_kind kind, const char *label)
{
	memset(&acct_test_seen, 0, sizeof(acct_test_seen));
	acct_test_seen.kind = kind;
	acct_test_seen.label = label;
}

static u64 acct_test_col(const char *key)
{
	u32 i;

	for (i = 0; i < acct_test_seen.row.nr_cols; i++)
		if (!strcmp(acct_test_seen.row.cols[i].key, key))
			return acct_test_seen.row.cols[i].num;
	return ~0ULL;
}

/* A machine with all there is to show: two levels, two vCPUs, two CPUs, refusals. */
static void acct_test_fill(void)
{
	struct nd_trace *trace = &acct_test_trace;
	struct nd_acct *sum = &trace->sum;
	u32 i;

	trace->isa = ND_ISA_VMX;
	trace->source = ND_SOURCE_VMX;
	trace->compared = 64;
	trace->tsc_khz = 2000000;
	trace->now = 50000000000ULL;
	trace->stay[ND_LEVEL_GUEST] = 2000;
	for (i = 0; nd_point_name(i); i++)
		trace->points[i] = (struct nd_point){ nd_point_name(i), ND_POINT_ATTACHED, 0 };
	trace->nr_points = i;
	trace->points[5].state = ND_POINT_ABSENT;
	sum->cells[ND_LEVEL_GUEST][12] = (struct nd_acct_cell){ 100, 100, 6000000, 90000, { 100 } };
	sum->cells[ND_LEVEL_GUEST][23] =
		(struct nd_acct_cell){ 700, 700, 2000000, 4000, { 0, 600, 100 } };
	sum->cells[ND_LEVEL_GUEST][24] = (struct nd_acct_cell){ 100, 100, 1000000, 20000, { 0 } };
	sum->cells[ND_LEVEL_GUEST][nd_acct_slot(sum, 0x80000021)].count = 2;
	sum->cells[ND_LEVEL_GUEST][nd_acct_slot(sum, 0x1234)].count = 3;
	sum->cells[ND_LEVEL_NESTED][10] = (struct nd_acct_cell){ 100, 100, 500000, 9000, { 0 } };
	sum->cells[ND_LEVEL_NESTED][48].count = 50;
	sum->cells[ND_LEVEL_NESTED][48].hist[ND_HIST_BUCKETS - 1] = ~0ULL;
	sum->guest[ND_LEVEL_GUEST] = 20000000;
	sum->guest[ND_LEVEL_NESTED] = 10000000;
	sum->reflected[10] = 100;
	sum->caused[10] = 1000;
	sum->nested_entries = 150;
	sum->nested_exits = 150;
	sum->userspace[2] = 30;
	sum->userspace[ND_NR_USERSPACE - 1] = 1;
	sum->no_exit = 1;
	sum->untabled = 2;
	sum->unread = 3;
	trace->nr_vcpus = 2;
	acct_test_vcpus[0].host = 1000;
	acct_test_vcpus[0].guest = 3000;
	nd_acct_vcpu_place(&acct_test_vcpus[0], ND_LEVEL_GUEST, 12);
	acct_test_vcpus[0].exited = trace->now - 4000;
	acct_test_vcpus[0].counts[ND_LEVEL_GUEST][12] = 90;
	acct_test_vcpus[0].counts[ND_LEVEL_GUEST][ND_SLOT_OTHER + 3] = 10;
	acct_test_vcpus[1].host = 2000;
	acct_test_vcpus[1].guest = 2000;
	nd_acct_vcpu_place(&acct_test_vcpus[1], ND_LEVEL_NESTED, 10);
	acct_test_vcpus[1].state |= ND_VCPU_IN_GUEST;
	acct_test_vcpus[1].entered = trace->now - 24000000000ULL;
	acct_test_vcpus[1].counts[ND_LEVEL_NESTED][10] = 100;
	trace->nr_cpus = 2;
	acct_test_cpus[0] = (struct nd_trace_cpu){ 0, { { 500, 400, 900, 90 }, { 0 } }, { 70 } };
	acct_test_cpus[1] = (struct nd_trace_cpu){ 7, { { 100, 90, 800, 80 }, { 150, 1, 2000, 4 } },
						   { 2, 4 } };
	trace->nr_refusals = 1;
	scnprintf(trace->refusals[0].text, sizeof(trace->refusals[0].text), "nested_vmx_check \\ x");
	trace->refusals[0].error = 7;
	trace->refusals[0].count = 5;
	trace->refusals_lost = 9;
}

static void acct_test_exit_rows(struct kunit *test)
{
	acct_test_fill();
	acct_test_look(ND_ROW_EXIT, "VMREAD");
	nd_exit_rows(&acct_test_facts, ND_EXITS_BY_REASON, &acct_test_emit);
	KUNIT_EXPECT_EQ(test, acct_test_seen.nr_kind, 7U);
	KUNIT_ASSERT_EQ(test, acct_test_seen.nr_found, 1U);
	/* By time: HLT stands above it, and it is not the most frequent for nothing. */
	KUNIT_EXPECT_EQ(test, acct_test_seen.at, 2U);
	KUNIT_EXPECT_EQ(test, acct_test_col("count"), 700ULL);
	KUNIT_EXPECT_EQ(test, acct_test_col("total_ns"), 1000000ULL);
	KUNIT_EXPECT_EQ(test, acct_test_col("mean_ns"), 1428ULL);
	KUNIT_EXPECT_EQ(test, acct_test_col("max_ns"), 2000ULL);
	KUNIT_EXPECT_EQ(test, acct_test_col("reason"), 23ULL);
	KUNIT_EXPECT_NOT_NULL(test, strstr(acct_test_seen.row.words, "77.34 %"));
	KUNIT_EXPECT_NOT_NULL(test, strstr(acct_test_seen.row.words, "22.22 %"));
	KUNIT_EXPECT_LE(test, acct_test_seen.widest, 101U);

	acct_test_look(ND_ROW_EXIT, "INVALID_STATE (failed entry)");
	nd_exit_rows(&acct_test_facts, ND_EXITS_BY_REASON, &acct_test_emit);
	KUNIT_EXPECT_EQ(test, acct_test_seen.nr_found, 1U);
	KUNIT_EXPECT_EQ(test, acct_test_col("total_ns"), ~0ULL);
	acct_test_look(ND_ROW_EXIT, "0x1234");
	nd_exit_rows(&acct_test_facts, ND_EXITS_BY_REASON, &acct_test_emit);
	KUNIT_EXPECT_EQ(test, acct_test_seen.nr_found, 1U);
	acct_test_look(ND_ROW_USERSPACE, "KVM_EXIT_ number 47 or greater");
	nd_exit_rows(&acct_test_facts, ND_EXITS_BY_REASON, &acct_test_emit);
	KUNIT_EXPECT_EQ(test, acct_test_seen.nr_found, 1U);
	acct_test_look(ND_ROW_TIMES, "VMREAD");
	nd_exit_times_rows(&acct_test_facts, &acct_test_emit);
	KUNIT_EXPECT_EQ(test, acct_test_seen.nr_found, 2U);
	KUNIT_EXPECT_EQ(test, acct_test_col("from_ns"), 128ULL);
	KUNIT_EXPECT_EQ(test, acct_test_col("below_ns"), 256ULL);
}

/* Untimed reasons follow by their number, and equal ones are not lost. */
static void acct_test_order(struct kunit *test)
{
	struct nd_acct_cell *cells = acct_test_trace.sum.cells[ND_LEVEL_GUEST];
	u32 i;

	acct_test_trace.isa = ND_ISA_SVM;
	for (i = 0; i < 5; i++)
		cells[0x70 + i].count = 5;
	cells[0x72].count = 6;
	acct_test_look(ND_ROW_EXIT, "cpuid");
	nd_exit_rows(&acct_test_facts, ND_EXITS_BY_REASON, &acct_test_emit);
	KUNIT_EXPECT_EQ(test, acct_test_seen.nr_kind, 5U);
	KUNIT_EXPECT_EQ(test, acct_test_seen.at, 1U);
	acct_test_look(ND_ROW_EXIT, "iret");
	nd_exit_rows(&acct_test_facts, ND_EXITS_BY_REASON, &acct_test_emit);
	KUNIT_EXPECT_EQ(test, acct_test_seen.at, 5U);
}

static void acct_test_views(struct kunit *test)
{
	acct_test_fill();
	acct_test_look(ND_ROW_EXIT, "process 100, vCPU 1");
	nd_exit_rows(&acct_test_facts, ND_EXITS_BY_VCPU, &acct_test_emit);
	KUNIT_EXPECT_EQ(test, acct_test_seen.nr_kind, 2U);
	KUNIT_EXPECT_EQ(test, acct_test_seen.at, 1U);
	KUNIT_EXPECT_EQ(test, acct_test_col("count"), 100ULL);
	acct_test_look(ND_ROW_EXIT, "CPU 7");
	nd_exit_rows(&acct_test_facts, ND_EXITS_BY_CPU, &acct_test_emit);
	KUNIT_EXPECT_EQ(test, acct_test_seen.nr_kind, 2U);
	KUNIT_EXPECT_EQ(test, acct_test_seen.at, 1U);
	KUNIT_EXPECT_EQ(test, acct_test_col("count"), 250ULL);
	acct_test_look(ND_ROW_EXIT, "nested guests");
	nd_exit_rows(&acct_test_facts, ND_EXITS_BY_LEVEL, &acct_test_emit);
	KUNIT_EXPECT_EQ(test, acct_test_seen.nr_kind, 2U);
	KUNIT_EXPECT_EQ(test, acct_test_seen.at, 2U);
	KUNIT_EXPECT_EQ(test, acct_test_col("count"), 150ULL);

	acct_test_look(ND_ROW_VCPU, "100/1");
	nd_vcpu_rows(&acct_test_facts, &acct_test_emit);
	KUNIT_EXPECT_EQ(test, acct_test_seen.nr_kind, 2U);
	KUNIT_EXPECT_EQ(test, acct_test_seen.at, 1U);
	KUNIT_EXPECT_NOT_NULL(test, strstr(acct_test_seen.row.words, "in guest for 12.00 s"));
	KUNIT_EXPECT_EQ(test, acct_test_col("in_guest_ns"), 12000000000ULL);
	KUNIT_EXPECT_LE(test, acct_test_seen.widest, 101U);
	acct_test_look(ND_ROW_VCPU, "100/0");
	nd_vcpu_rows(&acct_test_facts, &acct_test_emit);
	KUNIT_EXPECT_NOT_NULL(test, strstr(acct_test_seen.row.words, "HLT for 2.00 us: waits or is gone"));
	KUNIT_EXPECT_NOT_NULL(test, strstr(acct_test_seen.row.words, "75.00 %"));
	KUNIT_EXPECT_EQ(test, acct_test_col("exits"), 100ULL);
}

/* How long a vCPU waited: measured where nobody else waited, else its part of all waits. */
static void acct_test_waits(struct kunit *test)
{
	struct nd_acct_vcpu *vcpu = &acct_test_vcpus[0];

	acct_test_fill();
	vcpu->host = 10000000;
	acct_test_look(ND_ROW_VCPU, "100/0");
	nd_vcpu_rows(&acct_test_facts, &acct_test_emit);
	KUNIT_EXPECT_NOT_NULL(test, strstr(acct_test_seen.row.words, "; waited about 2.70 ms"));
	KUNIT_EXPECT_EQ(test, acct_test_col("waited_ns_about"), 2700000ULL);
	vcpu->counts[ND_LEVEL_GUEST][12] = 100;
	acct_test_look(ND_ROW_VCPU, "100/0");
	nd_vcpu_rows(&acct_test_facts, &acct_test_emit);
	KUNIT_EXPECT_NOT_NULL(test, strstr(acct_test_seen.row.words, "; waited 3.00 ms"));
	KUNIT_EXPECT_EQ(test, acct_test_col("waited_ns"), 3000000ULL);
	/* Not longer than it was out of the guest at all. */
	vcpu->host = 1000;
	acct_test_look(ND_ROW_VCPU, "100/0");
	nd_vcpu_rows(&acct_test_facts, &acct_test_emit);
	KUNIT_EXPECT_EQ(test, acct_test_col("waited_ns"), 500ULL);
	/* It is out for something else, and never waited. */
	nd_acct_vcpu_place(vcpu, ND_LEVEL_GUEST, 30);
	vcpu->counts[ND_LEVEL_GUEST][12] = 0;
	acct_test_look(ND_ROW_VCPU, "100/0");
	nd_vcpu_rows(&acct_test_facts, &acct_test_emit);
	KUNIT_EXPECT_NOT_NULL(test, strstr(acct_test_seen.row.words, "IO_INSTRUCTION, 2.00 us ago"));
	KUNIT_EXPECT_NULL(test, strstr(acct_test_seen.row.words, "waited"));
}

/* Only what is not attached gets a line, and a tracepoint by another name is no loss. */
static void acct_test_points(struct kunit *test)
{
	u32 i;

	acct_test_fill();
	acct_test_look(ND_ROW_POINT, NULL);
	nd_exit_rows(&acct_test_facts, ND_EXITS_BY_REASON, &acct_test_emit);
	KUNIT_EXPECT_EQ(test, acct_test_seen.nr_kind, 0U);
	acct_test_trace.points[1] = (struct nd_point){ "kvm_entry", ND_POINT_FAILED, -17 };
	acct_test_trace.points[4].state = ND_POINT_ABSENT;
	acct_test_look(ND_ROW_POINT, "kvm_entry");
	nd_exit_rows(&acct_test_facts, ND_EXITS_BY_REASON, &acct_test_emit);
	KUNIT_EXPECT_EQ(test, acct_test_seen.nr_kind, 3U);
	KUNIT_EXPECT_STREQ(test, acct_test_seen.row.state, "failed");
	KUNIT_EXPECT_EQ(test, acct_test_col("errno"), 17ULL);

	for (i = 0; i < acct_test_trace.nr_points; i++)
		acct_test_trace.points[i].state = ND_POINT_ABSENT;
	acct_test_look(ND_ROW_NOTE, NULL);
	nd_exit_rows(&acct_test_facts, ND_EXITS_BY_REASON, &acct_test_emit);
	KUNIT_EXPECT_EQ(test, acct_test_seen.nr_kind, 1U);
	KUNIT_EXPECT_NOT_NULL(test, strstr(acct_test_seen.row.words, "No KVM"));

	/* A machine of which nothing was recorded says so in one line. */
	acct_test_facts.trace = NULL;
	acct_test_look(ND_ROW_NOTE, NULL);
	nd_exit_rows(&acct_test_facts, ND_EXITS_BY_REASON, &acct_test_emit);
	nd_nested_rows(&acct_test_facts, &acct_test_emit);
	nd_vcpu_rows(&acct_test_facts, &acct_test_emit);
	nd_exit_times_rows(&acct_test_facts, &acct_test_emit);
	KUNIT_EXPECT_EQ(test, acct_test_seen.nr_kind, 3U);
}

static void acct_test_nested_rows(struct kunit *test)
{
	acct_test_fill();
	acct_test_look(ND_ROW_FACT, "Multiplier");
	nd_nested_rows(&acct_test_facts, &acct_test_emit);
	KUNIT_ASSERT_EQ(test, acct_test_seen.nr_found, 1U);
	KUNIT_EXPECT_NOT_NULL(test, strstr(acct_test_seen.row.words, "10.0 exits"));
	KUNIT_EXPECT_NOT_NULL(test, strstr(acct_test_seen.row.words, "6.7 for each nested exit"));
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

	/* What a hypervisor does while its guest waits is no price of that guest's exits. */
	acct_test_trace.sum.reflected[12] = 1;
	acct_test_trace.sum.caused[12] = 5000;
	acct_test_look(ND_ROW_FACT, "Multiplier");
	nd_nested_rows(&acct_test_facts, &acct_test_emit);
	KUNIT_EXPECT_NOT_NULL(test, strstr(acct_test_seen.row.words, "10.0 exits"));

	/* Where vCPUs are not watched there is no multiplier, rather than one of 0. */
	acct_test_trace.sum.caused[10] = 0;
	acct_test_look(ND_ROW_FACT, "Multiplier");
	nd_nested_rows(&acct_test_facts, &acct_test_emit);
	KUNIT_EXPECT_NOT_NULL(test, strstr(acct_test_seen.row.words, "not known"));
}

/* What an exit costs is a question only where somebody is below. */
static void acct_test_price(struct kunit *test)
{
	acct_test_fill();
	acct_test_facts.cpus = &acct_test_machine;
	acct_test_facts.nr_cpus = 1;
	acct_test_machine.nr_cpuid = 1;
	acct_test_machine.cpuid[0] = (struct nd_cpuid){ 1, 0, 0, 0, 0, 0 };
	acct_test_look(ND_ROW_FACT, "Price of an exit");
	nd_nested_rows(&acct_test_facts, &acct_test_emit);
	KUNIT_EXPECT_EQ(test, acct_test_seen.nr_found, 0U);
	acct_test_machine.cpuid[0].ecx = 1U << 31;
	nd_nested_rows(&acct_test_facts, &acct_test_emit);
	KUNIT_EXPECT_EQ(test, acct_test_seen.nr_found, 1U);
	/* Without HLT: 3,000,000 ticks in 800 exits. */
	KUNIT_EXPECT_EQ(test, acct_test_col("mean_ns"), 1875ULL);
	KUNIT_EXPECT_EQ(test, acct_test_col("below_ns"), 1000ULL);
}

/* The later of two moments less the earlier one; a reset in between leaves what is new. */
static void acct_test_since(struct kunit *test)
{
	struct nd_trace *a = &acct_test_trace2, *b = &acct_test_trace;
	u32 slot;

	acct_test_fill();
	a->sum.other[0] = 0x7777;
	a->sum.other[1] = 0x1234;
	a->sum.nr_other = 2;
	a->sum.cells[ND_LEVEL_GUEST][ND_SLOT_OTHER + 1].count = 1;
	a->sum.cells[ND_LEVEL_GUEST][12] = (struct nd_acct_cell){ 40, 40, 1000000, 90000, { 40 } };
	a->sum.cells[ND_LEVEL_GUEST][23].count = 701;
	a->sum.caused[10] = 400;
	a->nr_vcpus = 1;
	acct_test_vcpus2[0].pid = 100;
	acct_test_vcpus2[0].id = 1;
	acct_test_vcpus2[0].counts[ND_LEVEL_NESTED][10] = 60;
	a->nr_cpus = 1;
	acct_test_cpus2[0].id = 7;
	acct_test_cpus2[0].exits[ND_LEVEL_NESTED].count = 100;
	nd_trace_since(b, a);
	slot = nd_acct_slot(&b->sum, 0x1234);
	KUNIT_EXPECT_EQ(test, b->sum.cells[ND_LEVEL_GUEST][slot].count, 2ULL);
	KUNIT_EXPECT_EQ(test, b->sum.cells[ND_LEVEL_GUEST][12].count, 60ULL);
	KUNIT_EXPECT_EQ(test, b->sum.cells[ND_LEVEL_GUEST][12].ticks, 5000000ULL);
	KUNIT_EXPECT_EQ(test, b->sum.cells[ND_LEVEL_GUEST][12].max, 0ULL);
	KUNIT_EXPECT_EQ(test, b->sum.cells[ND_LEVEL_GUEST][23].count, 700ULL);
	KUNIT_EXPECT_EQ(test, b->sum.cells[ND_LEVEL_GUEST][23].max, 4000ULL);
	KUNIT_EXPECT_EQ(test, b->sum.caused[10], 600ULL);
	KUNIT_EXPECT_EQ(test, b->vcpus[0].counts[ND_LEVEL_GUEST][12], 90ULL);
	KUNIT_EXPECT_EQ(test, b->vcpus[1].counts[ND_LEVEL_NESTED][10], 40ULL);
	KUNIT_EXPECT_EQ(test, b->cpus[1].exits[ND_LEVEL_NESTED].count, 50ULL);
}

/* --- snapshot --------------------------------------------------------------------------------- */

static void acct_test_take_line(void *ctx, const char *text)
{
	if (acct_test_nr_lines < ACCT_LINES)
		scnprintf(acct_test_lines[acct_test_nr_lines], ND_SNAPSHOT_LINE, "%s", text);
	acct_test_nr_lines++;
}

static void acct_test_compare_line(void *ctx, const char *text)
{
	struct kunit *test = ctx;

	KUNIT_ASSERT_LT(test, acct_test_nr_lines, (u32)ACCT_LINES);
	KUNIT_EXPECT_STREQ(test, text, acct_test_lines[acct_test_nr_lines]);
	acct_test_nr_lines++;
}

static enum nd_parsed acct_test_parse(const char *line)
{
	return nd_snapshot_parse(&acct_test_parser, line, strlen(line));
}

static void acct_test_start(struct kunit *test)
{
	acct_test_init(test);
	KUNIT_ASSERT_EQ(test, acct_test_parse("nestdiag-snapshot 1"), ND_PARSED_OK);
}

static void acct_test_round_trip(struct kunit *test)
{
	const struct nd_trace *a = &acct_test_trace, *b = &acct_test_trace2;
	u32 i, nr;

	acct_test_fill();
	acct_test_trace.nr_vcpus = 3;
	nd_acct_vcpu_start(&acct_test_vcpus[2], NULL, 101, 0);
	nd_snapshot_write(&acct_test_facts, acct_test_take_line, NULL);
	nr = acct_test_nr_lines;
	KUNIT_ASSERT_LT(test, nr, (u32)ACCT_LINES);
	for (i = 0; i < nr; i++)
		KUNIT_EXPECT_EQ_MSG(test, acct_test_parse(acct_test_lines[i]), ND_PARSED_OK,
				    "(%s: %s)", acct_test_lines[i], acct_test_parser.why);
	KUNIT_EXPECT_EQ(test, acct_test_parser.extra, 0U);
	KUNIT_EXPECT_TRUE(test, !memcmp(&a->sum, &b->sum, sizeof(a->sum)));
	KUNIT_EXPECT_TRUE(test, !memcmp(a->cpus, b->cpus, 2 * sizeof(*a->cpus)));
	KUNIT_EXPECT_TRUE(test, !memcmp(a->stay, b->stay, sizeof(a->stay)));
	KUNIT_EXPECT_EQ(test, (u32)b->isa, (u32)ND_ISA_VMX);
	KUNIT_EXPECT_EQ(test, (u32)b->source, (u32)ND_SOURCE_VMX);
	KUNIT_EXPECT_EQ(test, b->compared, 64ULL);
	KUNIT_EXPECT_EQ(test, b->nr_points, a->nr_points);
	KUNIT_EXPECT_EQ(test, (u32)b->points[5].state, (u32)ND_POINT_ABSENT);
	KUNIT_EXPECT_STREQ(test, b->refusals[0].text, a->refusals[0].text);
	KUNIT_EXPECT_EQ(test, b->refusals_lost, 9ULL);
	KUNIT_ASSERT_EQ(test, b->nr_vcpus, 3U);
	KUNIT_EXPECT_EQ(test, b->vcpus[0].counts[ND_LEVEL_GUEST][ND_SLOT_OTHER], 10ULL);
	KUNIT_EXPECT_EQ(test, nd_trace_age(b, b->vcpus[0].exited), 4000ULL);
	KUNIT_EXPECT_EQ(test, nd_trace_age(b, b->vcpus[1].entered), 24000000000ULL);
	KUNIT_EXPECT_TRUE(test, nd_acct_vcpu_in_guest(&b->vcpus[1]));
	KUNIT_EXPECT_EQ(test, nd_acct_vcpu_level(&b->vcpus[1]), (u32)ND_LEVEL_NESTED);
	KUNIT_EXPECT_EQ(test, nd_acct_vcpu_slot(&b->vcpus[1]), 10U);
	KUNIT_EXPECT_EQ(test, nd_acct_vcpu_slot(&b->vcpus[2]), (u32)ND_NO_SLOT);

	/* What was read and is written again is the same text. */
	acct_test_nr_lines = 0;
	nd_snapshot_write(&acct_test_facts2, acct_test_compare_line, test);
	KUNIT_EXPECT_EQ(test, acct_test_nr_lines, nr);
}

/* What a snapshot has no record of is not known to be 0, and does not come back as 0. */
static void acct_test_unrecorded(struct kunit *test)
{
	static const char *const lines[] = {
		"trace argument 0 0 2000000 svm",
		"in_guest nested 5000000 0",
		"exits svm guest 0x72 100 3000000 45000 100 100",
		"nested 1 2",
	};
	u32 i;

	acct_test_start(test);
	for (i = 0; i < ARRAY_SIZE(lines); i++)
		KUNIT_ASSERT_EQ(test, acct_test_parse(lines[i]), ND_PARSED_OK);
	KUNIT_EXPECT_EQ(test, (u32)acct_test_trace2.source, (u32)ND_SOURCE_ARGUMENT);
	nd_snapshot_write(&acct_test_facts2, acct_test_take_line, NULL);
	KUNIT_ASSERT_EQ(test, acct_test_nr_lines, (u32)ARRAY_SIZE(lines) + 1);
	for (i = 0; i < ARRAY_SIZE(lines); i++)
		KUNIT_EXPECT_STREQ(test, acct_test_lines[i + 1], lines[i]);

	acct_test_look(ND_ROW_FACT, "Missed");
	nd_exit_rows(&acct_test_facts2, ND_EXITS_BY_REASON, &acct_test_emit);
	KUNIT_EXPECT_EQ(test, acct_test_seen.nr_found, 1U);
	KUNIT_ASSERT_EQ(test, acct_test_parse("missed 0 0 0 0"), ND_PARSED_OK);
	acct_test_look(ND_ROW_FACT, "Missed");
	nd_exit_rows(&acct_test_facts2, ND_EXITS_BY_REASON, &acct_test_emit);
	KUNIT_EXPECT_EQ(test, acct_test_seen.nr_found, 0U);
}

/* The text is the contract: these lines may gain fields at their ends, and nothing else. */
static void acct_test_text(struct kunit *test)
{
	static const char *const expected[] = {
		"nestdiag-snapshot 1",
		"trace vmx 64 0 2000000 vmx",
		"tracepoint kvm_exit attached 0",
		"tracepoint kvm_entry failed 17",
		"in_guest guest 10000000 1000",
		"in_guest nested 5000000 0",
		"missed 1 2 3 9",
		"exits vmx guest 0xc 100 3000000 45000 100 100",
		"exits vmx guest 0x17 700 1000000 2000 700 0,600,100",
		"exits vmx guest 0x18 100 500000 10000 100 0",
		"exits vmx guest 0x80000021 2 0 0 0 0",
		"exits vmx guest 0x1234 3 0 0 0 0",
		"exits vmx nested 0xa 100 250000 4500 100 0",
		"nested 150 150",
		"reflected 0xa 100 1000",
		"userspace 2 30",
		"userspace 47 1",
		"exits_cpu 0 guest 500 400 450 45 35",
		"exits_cpu 7 guest 100 90 400 40 1",
		"exits_cpu 7 nested 150 1 1000 2 2",
		"vcpu 100 0 guest 0xc host 2000 25000000000 1500 500",
		"vcpu_exits 100 0 guest 0xc 90",
		"vcpu_exits 100 0 guest other 10",
		"vcpu 100 1 nested 0xa guest 25000000000 12000000000 1000 1000",
		"vcpu_exits 100 1 nested 0xa 100",
		"refusal 7 5 nested_vmx_check\\040\\134\\040x",
	};
	u32 i;

	acct_test_fill();
	acct_test_trace.nr_points = 2;
	acct_test_trace.points[1].state = ND_POINT_FAILED;
	acct_test_trace.points[1].error = -17;
	acct_test_trace.sum.cells[ND_LEVEL_NESTED][48].count = 0;
	nd_snapshot_write(&acct_test_facts, acct_test_take_line, NULL);
	KUNIT_EXPECT_EQ(test, acct_test_nr_lines, (u32)ARRAY_SIZE(expected));
	for (i = 0; i < ARRAY_SIZE(expected); i++)
		KUNIT_EXPECT_STREQ(test, acct_test_lines[i], expected[i]);
}

static void acct_test_longest_lines(struct kunit *test)
{
	struct nd_trace *trace = &acct_test_trace;
	struct nd_acct_cell *cell = &trace->sum.cells[ND_LEVEL_NESTED][ND_SLOT_FAILED + 1];
	u32 i;

	trace->isa = ND_ISA_VMX;
	memset(cell, 0xff, sizeof(*cell));
	trace->nr_refusals = 1;
	memset(trace->refusals[0].text, 0x80, sizeof(trace->refusals[0].text) - 1);
	trace->refusals[0].error = ~0U;
	trace->refusals[0].count = ~0ULL;
	trace->nr_vcpus = 1;
	memset(&acct_test_vcpus[0], 0xff, sizeof(acct_test_vcpus[0]));
	acct_test_vcpus[0].state = ND_VCPU_IN_GUEST;
	nd_acct_vcpu_place(&acct_test_vcpus[0], ND_LEVEL_NESTED, ND_SLOT_SVM_HIGH - 1);
	nd_snapshot_write(&acct_test_facts, acct_test_take_line, NULL);
	for (i = 0; i < acct_test_nr_lines && i < ACCT_LINES; i++) {
		KUNIT_EXPECT_LT(test, strlen(acct_test_lines[i]), (size_t)ND_SNAPSHOT_LINE - 1);
		KUNIT_EXPECT_EQ_MSG(test, acct_test_parse(acct_test_lines[i]), ND_PARSED_OK,
				    "(%s: %s)", acct_test_lines[i], acct_test_parser.why);
	}
}

static void acct_test_malformed(struct kunit *test)
{
	static const struct {
		const char *line;
		const char *why;
	} bad[] = {
		{ "trace vmx 1 2 3", "needs 5 fields" },
		{ "trace vmx 1 2 2000000 vmx", "given twice" },
		{ "trace vmcs 1 2 3 vmx", "none of none, vmx, record, argument" },
		{ "trace vmx 0x1 2 3 vmx", "not a decimal" },
		{ "trace vmx 1 2 0 vmx", "clock" },
		{ "trace vmx 1 2 4294967296 vmx", "clock" },
		{ "trace vmx 1 2 3 arm", "ISA" },
		{ "tracepoint kvm_exit attached", "needs 3 fields" },
		{ "tracepoint kvm_exit gone 0", "none of absent" },
		{ "tracepoint kvm_exit failed -17", "not a decimal" },
		{ "tracepoint kvm_exit failed 4096", "not a decimal" },
		{ "in_guest l1 1 2", "level" },
		{ "in_guest guest 1 -", "not a decimal" },
		{ "missed 1 2 3", "needs 4 fields" },
		{ "exits vmx guest 0xa 1 2 3 4", "needs 8 fields" },
		{ "exits svm guest 0xa 1 2 3 4 0", "ISA" },
		{ "exits vmx host 0xa 1 2 3 4 0", "level" },
		{ "exits vmx guest 10 1 2 3 4 0", "reason" },
		{ "exits vmx guest 0x100000000 1 2 3 4 0", "reason" },
		{ "exits vmx guest 0xa 1 2 3 x 0", "not a decimal" },
		{ "exits vmx guest 0xa 1 18446744073709551616 3 4 0", "not a decimal" },
		{ "exits vmx guest 0xa 1 2 3 4 ", "histogram" },
		{ "exits vmx guest 0xa 1 2 3 4 1,", "histogram" },
		{ "exits vmx guest 0xa 1 2 3 4 ,1", "histogram" },
		{ "exits vmx guest 0xa 1 2 3 4 1,0x2", "histogram" },
		{ "exits vmx guest 0xa 1 2 3 4 1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1",
		  "histogram" },
		{ "nested 1", "needs 2 fields" },
		{ "reflected 10 1 2", "reason" },
		{ "reflected 0xa one 2", "not a decimal" },
		{ "userspace 0x2 1", "not a decimal" },
		{ "exits_cpu 8192 guest 1 2 3 4 5", "CPU number" },
		{ "exits_cpu 0 x 1 2 3 4 5", "level" },
		{ "exits_cpu 0 guest 1 2 3 4 five", "not a decimal" },
		{ "vcpu x 0 guest 0xa host 1 2 3 4", "process" },
		{ "vcpu 1 0 guest 10 host 1 2 3 4", "none nor other" },
		{ "vcpu 1 0 guest 0xa out 1 2 3 4", "guest nor host" },
		{ "vcpu 1 0 guest 0xa host 1 2 3 -4", "not a decimal" },
		{ "vcpu_exits 1 0 guest 0xa 5", "does not follow" },
		{ "vcpu_exits 1 0 guest none 5", "other nor a number" },
		{ "refusal x 1 text", "error" },
		{ "refusal 1 x text", "not a decimal" },
		{ "refusal 1 1 te\\xt", "escaped" },
	};
	u32 i;

	for (i = 0; i < ARRAY_SIZE(bad); i++) {
		acct_test_start(test);
		KUNIT_ASSERT_EQ(test, acct_test_parse("trace vmx 1 2 2000000 vmx"), ND_PARSED_OK);
		KUNIT_EXPECT_EQ_MSG(test, acct_test_parse(bad[i].line), ND_PARSED_BAD, "(%s)",
				    bad[i].line);
		KUNIT_EXPECT_TRUE_MSG(test, strstr(acct_test_parser.why, bad[i].why), "(%s: %s)",
				      bad[i].line, acct_test_parser.why);
	}
	acct_test_start(test);
	KUNIT_EXPECT_EQ(test, acct_test_parse("nested 1 2"), ND_PARSED_BAD);
	KUNIT_EXPECT_NOT_NULL(test, strstr(acct_test_parser.why, "before the \"trace\""));
}

static void acct_test_twice(struct kunit *test)
{
	char line[60];
	u32 i;

	acct_test_start(test);
	acct_test_parse("trace record 0 0 1000000 svm");
	KUNIT_EXPECT_EQ(test, acct_test_parse("exits svm guest 0x72 1 2 3 1 1"), ND_PARSED_OK);
	KUNIT_EXPECT_EQ(test, acct_test_parse("exits svm guest 0x72 1 2 3 1 1"), ND_PARSED_BAD);
	KUNIT_EXPECT_NOT_NULL(test, strstr(acct_test_parser.why, "given twice"));
	KUNIT_EXPECT_EQ(test, acct_test_parse("exits svm nested 0x72 1 2 3 1 1 more"),
			ND_PARSED_OK);
	KUNIT_EXPECT_EQ(test, acct_test_parser.extra, 1U);
	KUNIT_EXPECT_EQ(test, acct_test_parse("tracepoint kvm_exit off 0"), ND_PARSED_OK);
	KUNIT_EXPECT_EQ(test, acct_test_parse("tracepoint kvm_exit off 0"), ND_PARSED_BAD);
	KUNIT_EXPECT_EQ(test, acct_test_parse("tracepoint kvm_of_2030 off 0"), ND_PARSED_IGNORED);
	KUNIT_EXPECT_EQ(test, acct_test_parse("userspace 48 1"), ND_PARSED_IGNORED);
	/* More rare reasons than any writer has. */
	for (i = 0; i < ND_NR_OTHER + 1; i++) {
		scnprintf(line, sizeof(line), "exits svm guest 0x%x 1 0 0 0 0", 0x5000 + i);
		KUNIT_EXPECT_EQ(test, acct_test_parse(line),
				i < ND_NR_OTHER ? ND_PARSED_OK : ND_PARSED_IGNORED);
	}
	KUNIT_EXPECT_EQ(test, acct_test_trace2.sum.cells[0][ND_NR_SLOTS - 1].count, 1ULL);
}

/* The caller makes room and gives the line again. */
static void acct_test_full(struct kunit *test)
{
	static const char vcpu[] = "vcpu 1 0 guest none host 0 0 0 0";

	acct_test_start(test);
	acct_test_facts2.trace = NULL;
	KUNIT_EXPECT_EQ(test, acct_test_parse("trace vmx 0 0 1000 vmx"), ND_PARSED_FULL);
	KUNIT_EXPECT_EQ(test, acct_test_parse(vcpu), ND_PARSED_FULL);
	KUNIT_EXPECT_EQ(test, acct_test_parser.line, 1U);
	acct_test_facts2.trace = &acct_test_trace2;
	acct_test_trace2.max_vcpus = 0;
	acct_test_trace2.max_cpus = 1;
	KUNIT_EXPECT_EQ(test, acct_test_parse("trace vmx 0 0 1000 vmx"), ND_PARSED_OK);
	KUNIT_EXPECT_EQ(test, acct_test_parse(vcpu), ND_PARSED_FULL);
	acct_test_trace2.max_vcpus = 1;
	KUNIT_EXPECT_EQ(test, acct_test_parse(vcpu), ND_PARSED_OK);
	KUNIT_EXPECT_EQ(test, acct_test_parse(vcpu), ND_PARSED_FULL);
	KUNIT_EXPECT_EQ(test, acct_test_parse("vcpu_exits 1 0 guest 0xa 5"), ND_PARSED_OK);
	KUNIT_EXPECT_EQ(test, acct_test_parse("exits_cpu 3 guest 1 2 3 4 5"), ND_PARSED_OK);
	KUNIT_EXPECT_EQ(test, acct_test_parse("exits_cpu 3 nested 1 2 3 4 5"), ND_PARSED_OK);
	KUNIT_EXPECT_EQ(test, acct_test_parse("exits_cpu 4 guest 1 2 3 4 5"), ND_PARSED_FULL);
	KUNIT_EXPECT_EQ(test, acct_test_vcpus2[0].counts[ND_LEVEL_GUEST][10], 5ULL);
}

static struct kunit_case acct_test_cases[] = {
	KUNIT_CASE(acct_test_bounds),
	KUNIT_CASE(acct_test_slots),
	KUNIT_CASE(acct_test_rare),
	KUNIT_CASE(acct_test_times),
	KUNIT_CASE(acct_test_wrap),
	KUNIT_CASE(acct_test_caused),
	KUNIT_CASE(acct_test_sums),
	KUNIT_CASE(acct_test_names),
	KUNIT_CASE(acct_test_figures),
	KUNIT_CASE(acct_test_clock),
	KUNIT_CASE(acct_test_exit_rows),
	KUNIT_CASE(acct_test_order),
	KUNIT_CASE(acct_test_views),
	KUNIT_CASE(acct_test_waits),
	KUNIT_CASE(acct_test_points),
	KUNIT_CASE(acct_test_nested_rows),
	KUNIT_CASE(acct_test_price),
	KUNIT_CASE(acct_test_since),
	KUNIT_CASE(acct_test_round_trip),
	KUNIT_CASE(acct_test_unrecorded),
	KUNIT_CASE(acct_test_text),
	KUNIT_CASE(acct_test_longest_lines),
	KUNIT_CASE(acct_test_malformed),
	KUNIT_CASE(acct_test_twice),
	KUNIT_CASE(acct_test_full),
	{}
};

static struct kunit_suite nestdiag_account_suite = {
	.name = "nestdiag_account",
	.init = acct_test_init,
	.test_cases = acct_test_cases,
};
