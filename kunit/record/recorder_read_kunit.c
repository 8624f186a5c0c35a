// SPDX-License-Identifier: GPL-2.0-only
/*
 * The records of the last exits in a snapshot.
 */
#include <kunit/test.h>
#include "core/record/snapshot_read.h"
#include "core/record/snapshot_write.h"

static const char *const rec_record_lines[] = {
	"nestdiag-snapshot 1",
	"recorder 3",
	"recording 100 0 live 0 guest 250 1",
	"recorded 9000 - guest 0x7b 0x3f80010 0x1000",
	"recorded 5000 1500 nested 0x400",
	"recorded 400 0 guest 0xffffffff",
	"recording 4194304 255 shutdown 12000000000 host 0 0",
	"recording 7 1 internal-error 1 guest 2 3",
	"recorded 18446744073709551615 18446744073709551614 nested 0x0 0x0 0xffffffffffffffff",
};

static struct nd_recorder rec_record_recorder;
static struct nd_recording rec_record_recordings[3];
static struct nd_last_exit rec_record_exits[4];
static struct nd_facts rec_record_facts;
static struct nd_parser rec_record_parser;
static u32 rec_record_at;

static enum nd_parsed rec_record_parse(const char *line)
{
	return nd_snapshot_parse(&rec_record_parser, line, strlen(line));
}

static int rec_record_init(struct kunit *test)
{
	memset(&rec_record_facts, 0, sizeof(rec_record_facts));
	memset(&rec_record_parser, 0, sizeof(rec_record_parser));
	rec_record_recorder = (struct nd_recorder){
		.recordings = rec_record_recordings, .max = ARRAY_SIZE(rec_record_recordings),
		.exits = rec_record_exits, .max_exits = ARRAY_SIZE(rec_record_exits),
	};
	rec_record_facts.recorder = &rec_record_recorder;
	rec_record_parser.facts = &rec_record_facts;
	rec_record_at = 0;
	return 0;
}

static void rec_record_compare(void *ctx, const char *text)
{
	struct kunit *test = ctx;

	KUNIT_ASSERT_LT(test, rec_record_at, (u32)ARRAY_SIZE(rec_record_lines));
	KUNIT_EXPECT_STREQ(test, text, rec_record_lines[rec_record_at]);
	rec_record_at++;
}

/* The text is the contract. */
static void rec_record_round_trip(struct kunit *test)
{
	u32 i;

	for (i = 0; i < ARRAY_SIZE(rec_record_lines); i++)
		KUNIT_EXPECT_EQ_MSG(test, (int)rec_record_parse(rec_record_lines[i]),
				    (int)ND_PARSED_OK, "(%s: %s)", rec_record_lines[i],
				    rec_record_parser.why);
	KUNIT_EXPECT_EQ(test, rec_record_recorder.nr, 3U);
	KUNIT_EXPECT_EQ(test, rec_record_recorder.nr_exits, 4U);
	KUNIT_EXPECT_EQ(test, rec_record_recordings[0].nr, 3U);
	KUNIT_EXPECT_EQ(test, rec_record_recordings[1].nr, 0U);
	KUNIT_EXPECT_EQ(test, rec_record_recordings[2].first, 3U);
	KUNIT_EXPECT_FALSE(test, rec_record_exits[0].stayed);
	KUNIT_EXPECT_TRUE(test, rec_record_exits[2].stayed);
	KUNIT_EXPECT_FALSE(test, rec_record_exits[1].has_info);
	nd_snapshot_write_recorder(&rec_record_facts,
				   &(struct nd_writer){ .line = rec_record_compare, .ctx = test });
	KUNIT_EXPECT_EQ(test, rec_record_at, (u32)ARRAY_SIZE(rec_record_lines));
}

/* Off is said; that nobody asked is not off. */
static void rec_record_off(struct kunit *test)
{
	rec_record_parse("nestdiag-snapshot 1");
	rec_record_facts.recorder = NULL;
	KUNIT_EXPECT_EQ(test, (int)rec_record_parse("recorder 0"), (int)ND_PARSED_FULL);
	rec_record_facts.recorder = &rec_record_recorder;
	KUNIT_EXPECT_FALSE(test, rec_record_recorder.known);
	KUNIT_EXPECT_EQ(test, (int)rec_record_parse("recorder 0"), (int)ND_PARSED_OK);
	KUNIT_EXPECT_TRUE(test, rec_record_recorder.known);
	KUNIT_EXPECT_EQ(test, (int)rec_record_parse("recorder 0"), (int)ND_PARSED_BAD);
}

static void rec_record_bad(struct kunit *test)
{
	static const char *const bad[] = {
		"recording 1 1 live 0 guest 0",
		"recording 1 1 lived 0 guest 0 0",
		"recording 1 1 live 0 home 0 0",
		"recording -1 1 live 0 guest 0 0",
		"recording 1 1 live - guest 0 0",
		"recorded 1 1 guest 12",
		"recorded 1 1 guest 0x112345678",
		"recorded 1 1 host 0x1",
		"recorded - 1 guest 0x1",
		"recorded 1 18446744073709551615 guest 0x1",
		"recorded 1 1 guest 0x1 0x1",
		"recorded 1 1 guest 0x1 1 2",
	};
	u32 i;

	rec_record_parse("nestdiag-snapshot 1");
	/* Nothing before the first, and no exit before whose it is. */
	KUNIT_EXPECT_EQ(test, (int)rec_record_parse("recording 1 1 live 0 guest 0 0"),
			(int)ND_PARSED_BAD);
	KUNIT_EXPECT_EQ(test, (int)rec_record_parse("recorder 1025"), (int)ND_PARSED_BAD);
	KUNIT_EXPECT_EQ(test, (int)rec_record_parse("recorder 1"), (int)ND_PARSED_OK);
	KUNIT_EXPECT_EQ(test, (int)rec_record_parse("recorded 1 1 guest 0x1"), (int)ND_PARSED_BAD);
	KUNIT_EXPECT_EQ(test, (int)rec_record_parse("recording 1 1 live 0 guest 0 0"),
			(int)ND_PARSED_OK);
	for (i = 0; i < ARRAY_SIZE(bad); i++) {
		KUNIT_EXPECT_EQ_MSG(test, (int)rec_record_parse(bad[i]), (int)ND_PARSED_BAD, "(%s)",
				    bad[i]);
		KUNIT_EXPECT_TRUE(test, rec_record_parser.why[0]);
	}
	KUNIT_EXPECT_EQ(test, rec_record_recorder.nr_exits, 0U);
	/* One exit of each vCPU is recorded, and no more can be there. */
	KUNIT_EXPECT_EQ(test, (int)rec_record_parse("recorded 1 1 guest 0x1"), (int)ND_PARSED_OK);
	KUNIT_EXPECT_EQ(test, (int)rec_record_parse("recorded 0 1 guest 0x1"), (int)ND_PARSED_BAD);
	/* Without room the caller is asked for more. */
	rec_record_recorder.max = 1;
	KUNIT_EXPECT_EQ(test, (int)rec_record_parse("recording 2 1 live 0 guest 0 0"),
			(int)ND_PARSED_FULL);
	rec_record_recorder.max = 2;
	rec_record_recorder.max_exits = 1;
	KUNIT_EXPECT_EQ(test, (int)rec_record_parse("recording 2 1 live 0 guest 0 0"),
			(int)ND_PARSED_OK);
	KUNIT_EXPECT_EQ(test, (int)rec_record_parse("recorded 0 1 guest 0x1"),
			(int)ND_PARSED_FULL);
}

static struct kunit_case rec_record_cases[] = {
	KUNIT_CASE(rec_record_round_trip),
	KUNIT_CASE(rec_record_off),
	KUNIT_CASE(rec_record_bad),
	{}
};

static struct kunit_suite nestdiag_recorder_record_suite = {
	.name = "nestdiag_recorder_record",
	.init = rec_record_init,
	.test_cases = rec_record_cases,
};
