// SPDX-License-Identifier: GPL-2.0-only
/*
 * Failures' records in a snapshot.
 */
#include <kunit/test.h>
#include "core/record/snapshot.h"

#define FAIL_TEST_LINES	40

static char fail_test_lines[FAIL_TEST_LINES][ND_SNAPSHOT_LINE];
static u32 fail_test_nr_lines;

static void fail_test_take_line(void *ctx, const char *text)
{
	if (fail_test_nr_lines < FAIL_TEST_LINES)
		scnprintf(fail_test_lines[fail_test_nr_lines++], ND_SNAPSHOT_LINE, "%s", text);
}

static enum nd_parsed fail_test_parse(const char *line)
{
	return nd_snapshot_parse(&fail_test_parser, line, strlen(line));
}

static void fail_test_start(struct kunit *test)
{
	memset(&fail_test_parser, 0, sizeof(fail_test_parser));
	fail_test_parser.facts = &fail_test_facts2;
	fail_test_facts2.failures = &fail_test_failures2;
	KUNIT_ASSERT_EQ(test, (int)fail_test_parse("nestdiag-snapshot 1"), (int)ND_PARSED_OK);
}

static void fail_test_round_trip(struct kunit *test)
{
	struct nd_failure *f = fail_test_add_state();
	u32 i;

	f->count = 12;
	f->qual = 0x123456789abcdef0;
	f->state.msrs[0].index = 0xc0000080;
	f->state.msrs[0].value = 0xd01;
	f->state.nr_msrs = 1;
	f = fail_test_add(ND_FAIL_REFUSED);
	f->level = ND_LEVEL_NESTED;
	memset(f->comm, 0, sizeof(f->comm));
	scnprintf(f->comm, sizeof(f->comm), "a b\\c");
	scnprintf(f->message, sizeof(f->message), "!page_address_valid(vcpu, vmcs12->x)");
	f->has = ND_FAIL_HAS_ERROR;
	f->error = 4294967295U;
	f = fail_test_add(ND_FAIL_SHUTDOWN);
	f->isa = ND_ISA_SVM;
	f->level = ND_FAIL_LEVEL_UNKNOWN;
	memset(f->comm, 0, sizeof(f->comm));
	f->evidence = ND_EVIDENCE_RATE;
	nd_vmstate_init(&f->state, ND_ISA_SVM);
	fail_test_failures.dropped = 77;

	fail_test_nr_lines = 0;
	nd_snapshot_write(&fail_test_facts,
			  &(struct nd_writer){ .line = fail_test_take_line, .ctx = NULL });
	KUNIT_ASSERT_LT(test, fail_test_nr_lines, (u32)FAIL_TEST_LINES);
	fail_test_start(test);
	for (i = 1; i < fail_test_nr_lines; i++)
		KUNIT_EXPECT_EQ_MSG(test, (int)fail_test_parse(fail_test_lines[i]),
				    (int)ND_PARSED_OK, "%s: %s", fail_test_lines[i],
				    fail_test_parser.why);
	/* What is not known is 0 on both sides. */
	fail_test_failures.list[1].vcpu = 0;
	KUNIT_EXPECT_EQ(test, memcmp(&fail_test_failures, &fail_test_failures2,
				     sizeof(fail_test_failures)), 0);
}

static void fail_test_malformed(struct kunit *test)
{
	static const char *const bad[] = {
		"failures 1 2 3 4 5",
		"failures x 2 3 4 5 6",
		"failures 1 2 3 4 5 0x6",
		"failures 1 2 3 4 5 6 x",
		"failure 1 2 entry vmx guest 3 4 5 0x6 0x7 8 none comm",
		"failure 0x1 2 entry vmx guest 3 4 5 0x6 0x7 8 none comm -",
		"failure 1 2 exit vmx guest 3 4 5 0x6 0x7 8 none comm -",
		"failure 1 2 entry tdx guest 3 4 5 0x6 0x7 8 none comm -",
		"failure 1 2 entry vmx host 3 4 5 0x6 0x7 8 none comm -",
		"failure 1 2 entry vmx guest 3 4 5 6 0x7 8 none comm -",
		"failure 1 2 entry vmx guest 3 4 5 0x600000000 0x7 8 none comm -",
		"failure 1 2 entry vmx guest 3 4 5 0x6 7 8 none comm -",
		"failure 1 2 entry vmx guest 3 4 5 0x6 0x7 8 some comm -",
		"failure 1 2 entry vmx guest 3 4 5 0x6 0x7 8 none comm-of-17-bytes- -",
		"failure 1 2 entry vmx guest 3 4 5 0x6 0x7 8 none co\\9 -",
		"failure 1 2 entry vmx guest 3 4 5 0x6 0x7 8 none comm - x 1",
		"failure 1 2 entry vmx guest 3 4 5 0x6 0x7 8 none comm - 1 -1",
		"failure_field 9 guest_cr4 0x1",
		"failure_msr 9 0x1 0x1",
	};
	static const char good[] =
		"failure 9 2 entry vmx guest 3 4 5 0x6 0x7 8 none comm msg";
	u32 i;

	fail_test_start(test);
	for (i = 0; i < ARRAY_SIZE(bad); i++) {
		KUNIT_EXPECT_EQ_MSG(test, (int)fail_test_parse(bad[i]), (int)ND_PARSED_BAD, "%s",
				    bad[i]);
		KUNIT_EXPECT_TRUE(test, fail_test_parser.why[0] != '\0');
		KUNIT_EXPECT_EQ(test, fail_test_failures2.nr, 0U);
	}
	KUNIT_EXPECT_EQ(test, (int)fail_test_parse(good), (int)ND_PARSED_OK);
	/* Of a version that kept each by itself. */
	KUNIT_EXPECT_EQ(test, fail_test_failures2.list[0].cause, 9ULL);
	KUNIT_EXPECT_EQ(test, fail_test_failures2.list[0].count, 1ULL);
	KUNIT_EXPECT_EQ(test, (int)fail_test_parse("failure_field 9 guest_cr4 1"),
			(int)ND_PARSED_BAD);
	KUNIT_EXPECT_EQ(test, (int)fail_test_parse("failure_field 8 guest_cr4 0x1"),
			(int)ND_PARSED_BAD);
	KUNIT_EXPECT_EQ(test, (int)fail_test_parse("failure_field 9 no_such_field 0x1"),
			(int)ND_PARSED_IGNORED);
	KUNIT_EXPECT_EQ(test, (int)fail_test_parse("failure_field 9 guest_cr4 0x1"),
			(int)ND_PARSED_OK);
}

static void fail_test_full(struct kunit *test)
{
	char line[96];
	u32 i;

	fail_test_start(test);
	fail_test_facts2.failures = NULL;
	KUNIT_EXPECT_EQ(test, (int)fail_test_parse("failures 0 0 0 0 0 0"), (int)ND_PARSED_FULL);
	KUNIT_EXPECT_TRUE(test, fail_test_parser.wants_failures);
	fail_test_facts2.failures = &fail_test_failures2;
	for (i = 1; i <= ND_MAX_FAILURES + 1; i++) {
		scnprintf(line, sizeof(line),
			  "failure %u 2 entry vmx guest 3 4 5 0x6 0x7 8 none comm -", i);
		KUNIT_EXPECT_EQ(test, (int)fail_test_parse(line),
				(int)(i <= ND_MAX_FAILURES ? ND_PARSED_OK : ND_PARSED_IGNORED));
	}
	/* And what goes on with it. */
	scnprintf(line, sizeof(line), "failure_field %u guest_cr4 0x1", ND_MAX_FAILURES + 1);
	KUNIT_EXPECT_EQ(test, (int)fail_test_parse(line), (int)ND_PARSED_IGNORED);
	KUNIT_EXPECT_EQ(test, fail_test_failures2.nr, (u32)ND_MAX_FAILURES);
}

static struct kunit_case fail_record_test_cases[] = {
	KUNIT_CASE(fail_test_round_trip),
	KUNIT_CASE(fail_test_malformed),
	KUNIT_CASE(fail_test_full),
	{}
};

static struct kunit_suite nestdiag_fail_record_suite = {
	.name = "nestdiag_fail_record",
	.init = fail_test_init,
	.test_cases = fail_record_test_cases,
};
