// SPDX-License-Identifier: GPL-2.0-only
/*
 * Two CPUs, their counters and the facts made of them, for the tests of accounting, of its rows and
 * of its records.
 */
#include <kunit/test.h>
#include <linux/nestdiag.h>
#include "core/exits/exitrows.h"
#include "core/exits/exits.h"
#include "core/base/figures.h"
#include "core/record/snapshot_read.h"

#define ACCT_LINES	120
#define ACCT_VCPUS	3
#define ACCT_CPUS	2

static struct nd_acct_cpu acct_test_cpu[ACCT_CPUS];
static struct nd_acct acct_test_sum;
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

static void acct_test_row(void *ctx, const struct nd_row *row)
{
	static char line[ND_ROW_LINE];
	const char *end;
	u32 width;

	nd_row_format(row, ND_WIDTH, line, sizeof(line));
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
	sum->run_errors[ND_RUN_INTERRUPTED] = 8;
	sum->run_errors[ND_RUN_FAILED] = 1;
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
