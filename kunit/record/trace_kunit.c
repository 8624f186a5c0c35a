// SPDX-License-Identifier: GPL-2.0-only
/*
 * The counters' records in a snapshot.
 */
#include <kunit/test.h>
#include "core/record/snapshot.h"

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
	nd_snapshot_write(&acct_test_facts,
			  &(struct nd_writer){ .line = acct_test_take_line, .ctx = NULL });
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
	nd_snapshot_write(&acct_test_facts2,
			  &(struct nd_writer){ .line = acct_test_compare_line, .ctx = test });
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
	nd_snapshot_write(&acct_test_facts2,
			  &(struct nd_writer){ .line = acct_test_take_line, .ctx = NULL });
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

/* Why records could not be read goes through a snapshot, and is said. */
static void acct_test_unavailable(struct kunit *test)
{
	acct_test_start(test);
	KUNIT_ASSERT_EQ(test, acct_test_parse("trace unavailable 0 0 2000000 svm 1"), ND_PARSED_OK);
	KUNIT_ASSERT_EQ(test, acct_test_parse("tracepoint kvm_entry untyped 0"), ND_PARSED_OK);
	KUNIT_ASSERT_EQ(test, acct_test_parse("tracepoint kvm_exit foreign 0"), ND_PARSED_OK);
	KUNIT_EXPECT_EQ(test, (u32)acct_test_trace2.source, (u32)ND_SOURCE_UNAVAILABLE);
	KUNIT_EXPECT_EQ(test, acct_test_trace2.source_error, 1U);
	nd_snapshot_write(&acct_test_facts2,
			  &(struct nd_writer){ .line = acct_test_take_line, .ctx = NULL });
	KUNIT_EXPECT_STREQ(test, acct_test_lines[1], "trace unavailable 0 0 2000000 svm 1");
	KUNIT_EXPECT_STREQ(test, acct_test_lines[2], "tracepoint kvm_entry untyped 0");
	KUNIT_EXPECT_STREQ(test, acct_test_lines[3], "tracepoint kvm_exit foreign 0");
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
		"exits vmx guest 0x0 5 0 0 0 0",
		"exits vmx guest 0xc 100 3000000 45000 100 100",
		"exits vmx guest 0x17 700 1000000 2000 700 0,600,100",
		"exits vmx guest 0x18 100 500000 10000 100 0",
		"exits vmx guest 0x80000021 2 0 0 0 0",
		"exits vmx guest 0x1234 3 0 0 0 0",
		"exits vmx nested 0xa 100 250000 4500 100 0",
		"nested 150 150",
		"reflected 0x0 4 7",
		"reflected 0xa 100 1000",
		"userspace 2 30",
		"userspace 47 1",
		"runs 8 0 1",
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
	acct_test_trace.sum.cells[ND_LEVEL_GUEST][0].count = 5;
	acct_test_trace.sum.reflected[0] = 4;
	acct_test_trace.sum.caused[0] = 7;
	acct_test_trace.nr_points = 2;
	acct_test_trace.points[1].state = ND_POINT_FAILED;
	acct_test_trace.points[1].error = -17;
	acct_test_trace.sum.cells[ND_LEVEL_NESTED][48].count = 0;
	nd_snapshot_write(&acct_test_facts,
			  &(struct nd_writer){ .line = acct_test_take_line, .ctx = NULL });
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
	nd_snapshot_write(&acct_test_facts,
			  &(struct nd_writer){ .line = acct_test_take_line, .ctx = NULL });
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
		{ "trace vmx 1 2 2000000 vmx", "appears twice" },
		{ "trace vmcs 1 2 3 vmx",
		  "not none, vmx, record, argument, unavailable, bpf, hist, vmcb or cached" },
		{ "trace vmx 0x1 2 3 vmx", "not a decimal" },
		{ "trace vmx 1 2 0 vmx", "clock" },
		{ "trace vmx 1 2 4294967296 vmx", "clock" },
		{ "trace vmx 1 2 3 arm", "ISA" },
		{ "tracepoint kvm_exit attached", "needs 3 fields" },
		{ "tracepoint kvm_exit gone 0", "not absent, attached" },
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
		{ "runs 1 2 x", "not a decimal" },
		{ "exits_cpu 8192 guest 1 2 3 4 5", "CPU number" },
		{ "exits_cpu 0 x 1 2 3 4 5", "level" },
		{ "exits_cpu 0 guest 1 2 3 4 five", "not a decimal" },
		{ "vcpu x 0 guest 0xa host 1 2 3 4", "process" },
		{ "vcpu 1 0 guest 10 host 1 2 3 4", "not none, other" },
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
	KUNIT_EXPECT_NOT_NULL(test, strstr(acct_test_parser.why, "must follow the \"trace\""));
}

/* A reader has room for the tracepoints that it knows, whatever it is given. */
static void acct_test_all_points(struct kunit *test)
{
	struct nd_trace *trace = &acct_test_trace2;
	char line[60];
	u32 i;

	acct_test_start(test);
	acct_test_parse("trace vmx 0 0 1000000 vmx");
	for (i = 0; i < 2 * ND_MAX_POINTS; i++) {
		scnprintf(line, sizeof(line), "tracepoint %s off 0",
			  nd_point_name(i % ND_MAX_POINTS));
		KUNIT_EXPECT_EQ_MSG(test, acct_test_parse(line),
				    i < ND_MAX_POINTS ? ND_PARSED_OK : ND_PARSED_BAD, "(%s)", line);
		scnprintf(line, sizeof(line), "tracepoint kvm_of_2030_%u off 0", i);
		KUNIT_EXPECT_EQ(test, acct_test_parse(line), ND_PARSED_IGNORED);
	}
	KUNIT_EXPECT_EQ(test, trace->nr_points, (u32)ND_MAX_POINTS);

	/* Full of others, which no reader of today puts there. */
	for (i = 0; i < ND_MAX_POINTS; i++)
		trace->points[i].name = "kvm_other";
	KUNIT_EXPECT_EQ(test, acct_test_parse("tracepoint kvm_exit off 0"), ND_PARSED_IGNORED);
	KUNIT_EXPECT_EQ(test, trace->nr_points, (u32)ND_MAX_POINTS);
}

static void acct_test_twice(struct kunit *test)
{
	char line[60];
	u32 i;

	acct_test_start(test);
	acct_test_parse("trace record 0 0 1000000 svm");
	KUNIT_EXPECT_EQ(test, acct_test_parse("exits svm guest 0x72 1 2 3 1 1"), ND_PARSED_OK);
	KUNIT_EXPECT_EQ(test, acct_test_parse("exits svm guest 0x72 1 2 3 1 1"), ND_PARSED_BAD);
	KUNIT_EXPECT_NOT_NULL(test, strstr(acct_test_parser.why, "appear twice"));
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

static struct kunit_case trace_test_cases[] = {
	KUNIT_CASE(acct_test_round_trip),
	KUNIT_CASE(acct_test_unrecorded),
	KUNIT_CASE(acct_test_unavailable),
	KUNIT_CASE(acct_test_text),
	KUNIT_CASE(acct_test_longest_lines),
	KUNIT_CASE(acct_test_malformed),
	KUNIT_CASE(acct_test_all_points),
	KUNIT_CASE(acct_test_twice),
	KUNIT_CASE(acct_test_full),
	{}
};

static struct kunit_suite nestdiag_trace_record_suite = {
	.name = "nestdiag_trace_record",
	.init = acct_test_init,
	.test_cases = trace_test_cases,
};
