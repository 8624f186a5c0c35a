// SPDX-License-Identifier: GPL-2.0-only
/*
 * The flight recorder: what comes out of a ring is what was put in, in order, and nothing that was
 * written while it was read.
 */
#include <kunit/test.h>
#include "core/exits/hot.h"
#include "core/exits/recorderrows.h"

#define REC_PLACES	9	/* for eight exits, and one that is being written */
#define REC_KEPT	(REC_PLACES - 1)

static struct nd_acct_cpu rec_test_cpu;
static struct nd_acct_vcpu rec_test_vcpu;
static struct nd_recorded rec_test_places[REC_PLACES], rec_test_copy[REC_KEPT];
static struct nd_recording rec_test_recordings[4];
static struct nd_last_exit rec_test_exits[32];
static struct nd_recorder rec_test_recorder;
static struct nd_trace rec_test_trace;
static struct nd_facts rec_test_facts;
static u32 rec_test_torn;

static int rec_test_init(struct kunit *test)
{
	memset(&rec_test_cpu, 0, sizeof(rec_test_cpu));
	memset(&rec_test_vcpu, 0, sizeof(rec_test_vcpu));
	memset(rec_test_places, 0, sizeof(rec_test_places));
	memset(rec_test_copy, 0xff, sizeof(rec_test_copy));
	memset(&rec_test_trace, 0, sizeof(rec_test_trace));
	memset(&rec_test_facts, 0, sizeof(rec_test_facts));
	rec_test_recorder = (struct nd_recorder){
		.known = true, .size = REC_KEPT,
		.recordings = rec_test_recordings, .max = ARRAY_SIZE(rec_test_recordings),
		.exits = rec_test_exits, .max_exits = ARRAY_SIZE(rec_test_exits),
	};
	rec_test_facts.recorder = &rec_test_recorder;
	rec_test_facts.trace = &rec_test_trace;
	rec_test_trace.isa = ND_ISA_SVM;
	nd_recorder_link(&rec_test_vcpu, rec_test_places, REC_PLACES);
	nd_acct_vcpu_start(&rec_test_vcpu, NULL, 100, 1);
	rec_test_vcpu.began = 1000;
	return 0;
}

/* As the slow path does. */
static void rec_test_exit(enum nd_acct_level level, u32 reason, const u64 *info, u64 now)
{
	u32 slot = nd_acct_exit(&rec_test_cpu, level, reason);

	nd_recorder_exit(&rec_test_vcpu, level, slot, reason, info, now);
	nd_acct_vcpu_exit(&rec_test_cpu, &rec_test_vcpu, level, slot, now);
}

static void rec_test_entry(u64 now)
{
	nd_acct_vcpu_entry(&rec_test_cpu, &rec_test_vcpu, now);
}

static u32 rec_test_read(void)
{
	return nd_recorder_copy(&rec_test_vcpu, rec_test_places, REC_PLACES, rec_test_copy,
				&rec_test_torn);
}

/* From none to more than there is room for: the last ones, the oldest first. */
static void rec_test_order(struct kunit *test)
{
	u32 i, j, nr;

	for (i = 0; i <= 3 * REC_PLACES; i++) {
		nr = rec_test_read();
		KUNIT_ASSERT_EQ(test, nr, i < REC_KEPT ? i : (u32)REC_KEPT);
		KUNIT_ASSERT_EQ(test, rec_test_torn, 0U);
		for (j = 0; j < nr; j++) {
			KUNIT_EXPECT_EQ(test, rec_test_copy[j].exited, 2000ULL + 10 * (i - nr + j));
			KUNIT_EXPECT_EQ(test, rec_test_copy[j].cell & 0xffff, (i - nr + j) % 40);
		}
		rec_test_exit(ND_LEVEL_GUEST, i % 40, NULL, 2000 + 10 * i);
	}
}

/* What is recorded of exits of each kind, and how it comes back. */
static void rec_test_facts_of(struct kunit *test)
{
	static const u64 info[2] = { 0x3f80010, 0x123456789abcdef0 };
	const struct nd_last_exit *exit = rec_test_exits;
	struct nd_recording of = { .pid = 100, .id = 1, .why = ND_RECORDING_SHUTDOWN };

	/* Since when it was in the guest is not known. */
	rec_test_exit(ND_LEVEL_GUEST, 0x7b, info, 2000);
	rec_test_entry(2500);
	rec_test_exit(ND_LEVEL_NESTED, 0x400, info, 3500);
	rec_test_entry(3700);
	rec_test_exit(ND_LEVEL_GUEST, 0x12345, NULL, 3900);	/* a rare one */
	rec_test_entry(4000);
	rec_test_exit(ND_LEVEL_NESTED, 0xffffffff, NULL, 3000);	/* a clock that steps back */
	of.nr = rec_test_read();
	of.taken = 4000;
	of.entered = 4000;
	KUNIT_ASSERT_EQ(test, of.nr, 4U);
	nd_recorder_add(&rec_test_recorder, &of, rec_test_copy, 5000, 2000000, true);
	KUNIT_ASSERT_EQ(test, rec_test_recorder.nr, 1U);
	KUNIT_ASSERT_EQ(test, rec_test_recorder.nr_exits, 4U);
	KUNIT_EXPECT_EQ(test, rec_test_recordings[0].taken, 500ULL);
	KUNIT_EXPECT_EQ(test, exit[0].ago, 1500ULL);
	KUNIT_EXPECT_FALSE(test, exit[0].stayed);
	KUNIT_EXPECT_EQ(test, exit[0].reason, 0x7bU);
	KUNIT_EXPECT_TRUE(test, exit[0].has_info && exit[0].info[0] == info[0] &&
				exit[0].info[1] == info[1]);
	KUNIT_EXPECT_EQ(test, exit[1].ago, 750ULL);
	KUNIT_EXPECT_TRUE(test, exit[1].stayed);
	KUNIT_EXPECT_EQ(test, exit[1].guest, 500ULL);
	KUNIT_EXPECT_EQ(test, (u32)exit[1].level, (u32)ND_LEVEL_NESTED);
	KUNIT_EXPECT_EQ(test, exit[1].reason, 0x400U);
	KUNIT_EXPECT_EQ(test, exit[2].reason, 0x12345U);
	KUNIT_EXPECT_FALSE(test, exit[2].has_info);
	KUNIT_EXPECT_EQ(test, exit[2].guest, 100ULL);
	KUNIT_EXPECT_EQ(test, exit[3].reason, 0xffffffffU);
	KUNIT_EXPECT_EQ(test, (u32)exit[3].level, (u32)ND_LEVEL_NESTED);
	KUNIT_EXPECT_FALSE(test, exit[3].stayed);

	/* There is no room for another one of eight. */
	of.nr = ARRAY_SIZE(rec_test_exits) - 3;
	nd_recorder_add(&rec_test_recorder, &of, rec_test_copy, 5000, 2000000, true);
	KUNIT_EXPECT_EQ(test, rec_test_recorder.nr, 1U);
	/* Intel has no such information, whatever stands there. */
	of.nr = 1;
	nd_recorder_add(&rec_test_recorder, &of, rec_test_copy, 5000, 2000000, false);
	KUNIT_EXPECT_FALSE(test, exit[4].has_info);
}

/* The fast path writes what the slow path does. */
static void rec_test_fast(struct kunit *test)
{
	struct nd_recorded slow[REC_KEPT];
	struct nd_recorded *record;
	u64 ago, now = 2000;
	u32 i;

	for (i = 0; i < 2; i++) {
		rec_test_init(test);
		rec_test_exit(ND_LEVEL_GUEST, 12, NULL, now);
		rec_test_entry(now + 300);
		if (i == 0) {
			rec_test_exit(ND_LEVEL_NESTED, 48, NULL, now + 900);
			rec_test_read();
			memcpy(slow, rec_test_copy, sizeof(slow));
			continue;
		}
		KUNIT_ASSERT_TRUE(test, nd_hot_stay(&rec_test_vcpu, now + 900, &ago));
		record = nd_recorder_begin(&rec_test_vcpu,
					   (ND_LEVEL_NESTED * ND_NR_SLOTS + 48) | ND_RECORDED_BARE,
					   ago);
		nd_recorder_end(&rec_test_vcpu, record, now + 900);
		KUNIT_ASSERT_EQ(test, rec_test_read(), 2U);
	}
	KUNIT_EXPECT_EQ(test, slow[1].exited, rec_test_copy[1].exited);
	KUNIT_EXPECT_EQ(test, slow[1].ago, rec_test_copy[1].ago);
	KUNIT_EXPECT_EQ(test, slow[1].cell, rec_test_copy[1].cell);
	KUNIT_EXPECT_EQ(test, -slow[1].ago, 600ULL);
}

/* So many exits come between copying and looking again. */
static u32 rec_test_meanwhile(u32 exits, u64 *first, u64 *last)
{
	struct nd_recorded *record;
	u32 i, at, kept;

	rec_test_init(NULL);
	for (i = 0; i < 2 * REC_PLACES + 3; i++)
		rec_test_exit(ND_LEVEL_GUEST, 12, NULL, 2000 + i);
	at = rec_test_vcpu.record - rec_test_places;
	recorder_copy_all(rec_test_places, REC_PLACES, at, rec_test_copy);
	for (; exits--; i++)
		rec_test_exit(ND_LEVEL_GUEST, 12, NULL, 2000 + i);
	/* And one is half written. */
	record = nd_recorder_begin(&rec_test_vcpu, 7, 7);
	record->info[0] = 7;
	kept = recorder_keep_whole(&rec_test_vcpu, rec_test_places, REC_PLACES, at, rec_test_copy,
				   &rec_test_torn);
	*first = kept ? rec_test_copy[0].exited - 2000 : 0;
	*last = kept ? rec_test_copy[kept - 1].exited - 2000 : 0;
	return kept;
}

static void rec_test_overwritten(struct kunit *test)
{
	u32 i, written = 2 * REC_PLACES + 3;
	u64 first, last;

	/* With none, only the one that is not counted is being written. */
	KUNIT_EXPECT_EQ(test, rec_test_meanwhile(0, &first, &last), (u32)REC_KEPT);
	KUNIT_EXPECT_EQ(test, rec_test_torn, 0U);
	for (i = 1; i < REC_KEPT; i++) {
		/* i - 1 of them were overwritten whole, and one may be just now. */
		KUNIT_EXPECT_EQ(test, rec_test_meanwhile(i, &first, &last), REC_KEPT - i);
		KUNIT_EXPECT_EQ(test, rec_test_torn, i);
		KUNIT_EXPECT_EQ(test, first, (u64)written - REC_KEPT + i);
		KUNIT_EXPECT_EQ(test, last, (u64)written - 1);
	}
	for (; i < 3 * REC_PLACES; i++) {
		KUNIT_EXPECT_EQ(test, rec_test_meanwhile(i, &first, &last), 0U);
		KUNIT_EXPECT_EQ(test, rec_test_torn, (u32)REC_KEPT);
	}
}

/* An entry that is another vCPU's by now: its predecessor's exits are not its own. */
static void rec_test_taken_over(struct kunit *test)
{
	struct nd_recorded *record;

	rec_test_exit(ND_LEVEL_GUEST, 12, NULL, 2000);
	rec_test_exit(ND_LEVEL_GUEST, 13, NULL, 2010);
	record = rec_test_vcpu.record;
	nd_acct_vcpu_start(&rec_test_vcpu, NULL, 200, 0);
	rec_test_vcpu.began = 2011;
	KUNIT_EXPECT_TRUE(test, rec_test_vcpu.record == record);
	KUNIT_EXPECT_EQ(test, rec_test_read(), 0U);
	rec_test_exit(ND_LEVEL_GUEST, 14, NULL, 2020);
	KUNIT_ASSERT_EQ(test, rec_test_read(), 1U);
	KUNIT_EXPECT_EQ(test, rec_test_copy[0].exited, 2020ULL);
	KUNIT_EXPECT_EQ(test, rec_test_torn, 0U);
	/* Without places nothing is recorded, and nothing is there. */
	rec_test_vcpu.record = NULL;
	rec_test_exit(ND_LEVEL_GUEST, 15, NULL, 2030);
	KUNIT_EXPECT_EQ(test, rec_test_read(), 0U);
}

/* --- rows ------------------------------------------------------------------------------------- */

static struct {
	u32 nr_recordings;
	u32 nr_exits;
	u32 nr_notes;
	struct nd_row row;
	u32 wanted;	/* which of the exits to keep */
	char meaning[ND_EXIT_DETAIL];
	char kept[20];
} rec_test_seen;

static void rec_test_row(void *ctx, const struct nd_row *row)
{
	u32 i;

	rec_test_seen.nr_recordings += row->kind == ND_ROW_RECORDING;
	rec_test_seen.nr_notes += row->kind == ND_ROW_NOTE;
	if (row->kind != ND_ROW_RECORDED || rec_test_seen.nr_exits++ != rec_test_seen.wanted)
		return;
	rec_test_seen.row = *row;
	for (i = 0; i < row->nr_cols; i++) {
		if (!strcmp(row->cols[i].key, "meaning") && row->cols[i].str)
			scnprintf(rec_test_seen.meaning, ND_EXIT_DETAIL, "%s", row->cols[i].str);
		if (!strcmp(row->cols[i].key, "kept"))
			scnprintf(rec_test_seen.kept, sizeof(rec_test_seen.kept), "%s",
				  row->cols[i].str);
	}
}

static const struct nd_emit rec_test_emit = { .row = rec_test_row };

static u64 rec_test_col(const char *key)
{
	u32 i;

	for (i = 0; i < rec_test_seen.row.nr_cols; i++)
		if (!strcmp(rec_test_seen.row.cols[i].key, key))
			return rec_test_seen.row.cols[i].num;
	return ~0ULL;
}

static u32 rec_test_show(u32 pid, u32 id, u32 wanted)
{
	memset(&rec_test_seen, 0, sizeof(rec_test_seen));
	rec_test_seen.wanted = wanted;
	return nd_recorder_rows(&rec_test_facts, pid, id, &rec_test_emit);
}

/* Times of an exit come from the one after it; those of the last one from where the vCPU was. */
static void rec_test_times(struct kunit *test)
{
	struct nd_recording *of = &rec_test_recordings[0];

	*of = (struct nd_recording){ .pid = 100, .id = 1, .why = ND_RECORDING_SHUTDOWN, .nr = 3 };
	rec_test_recorder.nr = 1;
	rec_test_recorder.nr_exits = 3;
	rec_test_exits[0] = (struct nd_last_exit){ .ago = 9000, .reason = 0x72 };
	rec_test_exits[1] = (struct nd_last_exit){ .ago = 5000, .guest = 1500, .stayed = true,
						   .reason = 0x78 };
	rec_test_exits[2] = (struct nd_last_exit){ .ago = 1000, .reason = 0x7f };
	KUNIT_EXPECT_EQ(test, rec_test_show(100, 1, 0), 1U);
	KUNIT_EXPECT_EQ(test, rec_test_col("guest_ns"), ~0ULL);
	KUNIT_EXPECT_EQ(test, rec_test_col("until_entry_ns"), 2500ULL);
	KUNIT_EXPECT_STREQ(test, rec_test_seen.kept, "shutdown");
	rec_test_show(100, ND_RECORDER_ALL, 1);
	KUNIT_EXPECT_EQ(test, rec_test_col("guest_ns"), 1500ULL);
	KUNIT_EXPECT_EQ(test, rec_test_col("until_entry_ns"), ~0ULL);
	rec_test_show(ND_RECORDER_ALL, 1, 2);
	KUNIT_EXPECT_EQ(test, rec_test_col("until_entry_ns"), ~0ULL);
	KUNIT_EXPECT_STREQ(test, rec_test_seen.meaning, "a triple fault: the guest shuts down");
	of->in_guest = true;
	of->entered = 400;
	rec_test_show(100, 1, 2);
	KUNIT_EXPECT_EQ(test, rec_test_col("until_entry_ns"), 600ULL);
	/* By a clock that is behind it entered before it had exited: that is no time. */
	of->entered = 1001;
	rec_test_show(100, 1, 2);
	KUNIT_EXPECT_EQ(test, rec_test_col("until_entry_ns"), ~0ULL);
}

/* Off, empty, not asked about, not read: each says something else. */
static void rec_test_nothing(struct kunit *test)
{
	KUNIT_EXPECT_EQ(test, rec_test_show(100, 1, 0), 0U);
	KUNIT_EXPECT_EQ(test, rec_test_seen.nr_notes, 1U);
	rec_test_recordings[0] = (struct nd_recording){ .pid = 100, .id = 1 };
	rec_test_recorder.nr = 1;
	KUNIT_EXPECT_EQ(test, rec_test_show(100, 1, 0), 1U);
	KUNIT_EXPECT_EQ(test, rec_test_seen.nr_recordings, 1U);
	KUNIT_EXPECT_EQ(test, rec_test_show(100, 0, 0), 0U);
	KUNIT_EXPECT_EQ(test, rec_test_seen.nr_recordings, 0U);
	KUNIT_EXPECT_EQ(test, rec_test_show(101, 1, 0), 0U);
	rec_test_recorder.size = 0;
	KUNIT_EXPECT_EQ(test, rec_test_show(100, 1, 0), 0U);
	KUNIT_EXPECT_EQ(test, rec_test_seen.nr_notes, 1U);
	rec_test_facts.recorder = NULL;
	KUNIT_EXPECT_EQ(test, rec_test_show(100, 1, 0), 0U);
	KUNIT_EXPECT_EQ(test, rec_test_seen.nr_notes, 1U);
}

static const struct {
	u32 isa;
	u32 reason;
	bool has_info;
	u64 info[2];
	const char *words;
} rec_test_words_of[] = {
	/* OUT of one byte to 0x3f8; IN of four from 0xcfc; REP INSW from 0x1f0. */
	{ ND_ISA_SVM, 0x7b, true, { 0x03f80010, 0x1000 }, "the guest writes 1 byte to port 0x3f8" },
	{ ND_ISA_SVM, 0x7b, true, { 0x0cfc0041, 0 }, "the guest reads 4 bytes from port 0xcfc" },
	{ ND_ISA_SVM, 0x7b, true, { 0x01f0002d, 0 },
	  "the guest reads 2 bytes from port 0x1f0, a string, repeated" },
	{ ND_ISA_SVM, 0x7b, false, { 0x03f80010, 0 }, "the guest executed an I/O instruction" },
	{ ND_ISA_SVM, 0x7c, true, { 1, 0 }, "the guest executed WRMSR" },
	{ ND_ISA_SVM, 0x7c, true, { 0, 0 }, "the guest executed RDMSR" },
	{ ND_ISA_SVM, 0x7c, false, { 1, 0 }, "the guest executed RDMSR or WRMSR" },
	{ ND_ISA_SVM, 0x400, true, { 0x100000006, 0xfee00300 },
	  "the guest writes to guest-physical 0xfee00300, which is not mapped" },
	{ ND_ISA_SVM, 0x400, true, { 0x10000000d, 0xfec00000 },
	  "the guest reads guest-physical 0xfec00000, whose mapping has a reserved bit" },
	{ ND_ISA_SVM, 0x400, true, { 0x100000015, 0x1000 },
	  "the guest executes guest-physical 0x1000, which does not allow that" },
	{ ND_ISA_SVM, 0x400, true, { 0x200000006, 0x2000 },
	  "the guest writes to guest-physical 0x2000, which is not mapped; for its page tables" },
	{ ND_ISA_SVM, 0x400, false, { 0, 0 },
	  "the guest accessed memory that nested paging does not map, or not for that kind of access" },
	{ ND_ISA_SVM, 0x4e, true, { 2, 0xdead000 }, "#PF, page fault: the guest writes to 0xdead000" },
	{ ND_ISA_SVM, 0x4d, true, { 0, 0 }, "#GP, general protection" },
	{ ND_ISA_SVM, 0x00, false, { 0, 0 }, "the guest reads CR0" },
	{ ND_ISA_SVM, 0x18, false, { 0, 0 }, "the guest writes CR8" },
	{ ND_ISA_SVM, 0x27, false, { 0, 0 }, "the guest reads DR7" },
	{ ND_ISA_SVM, 0x37, false, { 0, 0 }, "the guest writes DR7" },
	{ ND_ISA_SVM, 0x12345, false, { 0, 0 }, "" },
	{ ND_ISA_VMX, 0x1f, false, { 0, 0 }, "the guest executed RDMSR" },
	{ ND_ISA_VMX, 0x7b, false, { 0, 0 }, "" },
	{ ND_ISA_UNKNOWN, 0x1f, false, { 0, 0 }, "" },
};

static void rec_test_words(struct kunit *test)
{
	char text[ND_EXIT_DETAIL];
	struct nd_last_exit exit;
	u32 i;

	for (i = 0; i < ARRAY_SIZE(rec_test_words_of); i++) {
		exit = (struct nd_last_exit){
			.reason = rec_test_words_of[i].reason,
			.has_info = rec_test_words_of[i].has_info,
			.info = { rec_test_words_of[i].info[0], rec_test_words_of[i].info[1] },
		};
		KUNIT_EXPECT_STREQ(test, nd_exit_detail(rec_test_words_of[i].isa, &exit, text),
				   rec_test_words_of[i].words);
	}
}

static struct kunit_case rec_test_cases[] = {
	KUNIT_CASE(rec_test_order),
	KUNIT_CASE(rec_test_facts_of),
	KUNIT_CASE(rec_test_fast),
	KUNIT_CASE(rec_test_overwritten),
	KUNIT_CASE(rec_test_taken_over),
	KUNIT_CASE(rec_test_times),
	KUNIT_CASE(rec_test_nothing),
	KUNIT_CASE(rec_test_words),
	{}
};

static struct kunit_suite nestdiag_recorder_suite = {
	.name = "nestdiag_recorder",
	.init = rec_test_init,
	.test_cases = rec_test_cases,
};
