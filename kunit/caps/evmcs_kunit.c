// SPDX-License-Identifier: GPL-2.0-only
/*
 * The enlightened VMCS: layout, judging, and what is shown of it.
 */
#include <kunit/test.h>
#include "core/exits/exits.h"
#include "core/caps/hyperv.h"

#define EVMCS_TEST_GPA	0x5000

static struct nd_cpu evmcs_test_cpus[2];
static struct nd_facts evmcs_test_facts;

/* What a walk over the rows has to find, and what it found. */
static struct {
	const char *id;
	const char *label;
	u32 cpu;
	u32 nr_found;
	u32 nr_fields;
	u32 nr_set;
	u32 nr_assist;
	char state[16];
	char words[ND_ROW_WORDS];
	u64 encoding;
	u64 offset;
	u64 size;
	char clean[24];
} evmcs_test_seen;

static void evmcs_test_put(struct nd_cpu *cpu, u32 offset, u64 value, u32 size)
{
	u32 i;

	for (i = 0; i < size; i++)
		cpu->evmcs.bytes[offset + i] = value >> (i * 8);
}

static void evmcs_test_point(struct nd_assist *assist, u8 enlightened, u64 gpa)
{
	u32 i;

	memset(assist, 0, sizeof(*assist));
	assist->state = ND_OK;
	assist->gpa = 0x1000;
	assist->bytes[0x28] = enlightened;
	for (i = 0; i < 8; i++)
		assist->bytes[0x30 + i] = gpa >> (i * 8);
}

static int evmcs_test_init(struct kunit *test)
{
	memset(evmcs_test_cpus, 0, sizeof(evmcs_test_cpus));
	memset(&evmcs_test_facts, 0, sizeof(evmcs_test_facts));
	evmcs_test_cpus[0].id = 0;
	evmcs_test_cpus[1].id = 7;
	evmcs_test_facts.cpus = evmcs_test_cpus;
	evmcs_test_facts.nr_cpus = 2;
	evmcs_test_facts.max_cpus = 2;
	return 0;
}

/* CPU 7 runs a guest on an enlightened VMCS, CPU 0 has none current. */
static struct nd_cpu *evmcs_test_live(void)
{
	struct nd_cpu *cpu = &evmcs_test_cpus[1];

	evmcs_test_point(&evmcs_test_cpus[0].assist, 1, 0);
	evmcs_test_cpus[0].evmcs.state = ND_EVMCS_IDLE;
	evmcs_test_point(&cpu->assist, 1, EVMCS_TEST_GPA);
	cpu->evmcs.state = ND_EVMCS_CURRENT;
	cpu->evmcs.parts = ND_EVMCS_ALL;
	cpu->evmcs.gpa = EVMCS_TEST_GPA;
	evmcs_test_put(cpu, 0x000, 1, 4);
	return cpu;
}

static const struct nd_col *evmcs_test_col(const struct nd_row *row, const char *key)
{
	u32 i;

	for (i = 0; i < row->nr_cols; i++)
		if (!strcmp(row->cols[i].key, key))
			return &row->cols[i];
	return NULL;
}

static void evmcs_test_row(void *ctx, const struct nd_row *row)
{
	const struct nd_col *cpu = evmcs_test_col(row, "cpu");
	const struct nd_col *col;

	if (row->kind == ND_ROW_EVMCS && evmcs_test_col(row, "value"))
		evmcs_test_seen.nr_fields++;
	if (row->kind == ND_ROW_EVMCS && evmcs_test_col(row, "field"))
		evmcs_test_seen.nr_set++;
	if (row->kind == ND_ROW_ASSIST)
		evmcs_test_seen.nr_assist++;
	if (evmcs_test_seen.id && (!row->id || strcmp(row->id, evmcs_test_seen.id)))
		return;
	if (evmcs_test_seen.label && (!row->label || strcmp(row->label, evmcs_test_seen.label)))
		return;
	if (cpu && cpu->num != evmcs_test_seen.cpu)
		return;
	evmcs_test_seen.nr_found++;
	scnprintf(evmcs_test_seen.state, sizeof(evmcs_test_seen.state), "%s",
		  row->state ? row->state : "");
	scnprintf(evmcs_test_seen.words, sizeof(evmcs_test_seen.words), "%s", row->words);
	col = evmcs_test_col(row, "encoding");
	evmcs_test_seen.encoding = col ? col->num : ~0ULL;
	col = evmcs_test_col(row, "offset");
	evmcs_test_seen.offset = col ? col->num : ~0ULL;
	col = evmcs_test_col(row, "size");
	evmcs_test_seen.size = col ? col->num : ~0ULL;
	col = evmcs_test_col(row, "clean");
	scnprintf(evmcs_test_seen.clean, sizeof(evmcs_test_seen.clean), "%s", col ? col->str : "");
}

static const struct nd_emit evmcs_test_emit = { .row = evmcs_test_row };

/* Emits all rows and keeps the one of CPU @cpu with that id; its state or words are the result. */
static void evmcs_test_find(u32 cpu, const char *id)
{
	memset(&evmcs_test_seen, 0, sizeof(evmcs_test_seen));
	evmcs_test_seen.id = id;
	evmcs_test_seen.cpu = cpu;
	nd_evmcs_rows(&evmcs_test_facts, &evmcs_test_emit);
}

static void evmcs_test_find_label(u32 cpu, const char *label)
{
	memset(&evmcs_test_seen, 0, sizeof(evmcs_test_seen));
	evmcs_test_seen.label = label;
	evmcs_test_seen.cpu = cpu;
	nd_evmcs_rows(&evmcs_test_facts, &evmcs_test_emit);
}

/* Bits 14:13 of a VMCS encoding are the field's width: 16 bit, 64 bit, 32 bit, natural. */
static void evmcs_test_table(struct kunit *test)
{
	static const u8 widths[] = { 2, 8, 4, 8 };
	u32 end = 0;
	u32 i, j;

	for (i = 0; i < nd_nr_evmcs_fields; i++) {
		const struct nd_evmcs_field *f = &nd_evmcs_fields[i];

		KUNIT_EXPECT_TRUE(test, f->offset >= end);
		KUNIT_EXPECT_EQ(test, (u32)(f->offset % f->size), 0U);
		end = f->offset + f->size;
		if (f->clean != ND_EVMCS_NO_CLEAN && f->clean != ND_EVMCS_ALL_CLEAN)
			KUNIT_EXPECT_NOT_NULL(test, nd_evmcs_clean_name(f->clean));
		for (j = 0; j < i; j++)
			KUNIT_EXPECT_TRUE(test, strcmp(f->name, nd_evmcs_fields[j].name) != 0);
		if (f->encoding == ND_EVMCS_NO_ENCODING)
			continue;
		KUNIT_EXPECT_EQ(test, (u32)f->size, (u32)widths[f->encoding >> 13 & 3]);
		/* The access type is full, and bits 12 and 15 are reserved. */
		KUNIT_EXPECT_EQ(test, (u32)(f->encoding & 0x9001), 0U);
		for (j = 0; j < i; j++)
			KUNIT_EXPECT_TRUE(test, f->encoding != nd_evmcs_fields[j].encoding);
	}
	KUNIT_EXPECT_EQ(test, end, 1024U);
}

static void evmcs_test_known_places(struct kunit *test)
{
	static const struct nd_evmcs_field places[] = {
		{ 0x000, 4, ND_EVMCS_NO_CLEAN, ND_EVMCS_NO_ENCODING, "revision_id" },
		{ 0x050, 8, 14, 0x6c16, "host_rip" },
		{ 0x058, 4, 14, 0x4c00, "host_ia32_sysenter_cs" },
		{ 0x05c, 4, 3, 0x4000, "pin_based_vm_exec_control" },
		{ 0x078, 8, 1, 0x2004, "msr_bitmap" },
		{ 0x140, 8, ND_EVMCS_ALL_CLEAN, 0x2006, "vm_exit_msr_store_addr" },
		{ 0x278, 2, 9, 0x0000, "virtual_processor_id" },
		{ 0x2b4, 4, ND_EVMCS_NO_CLEAN, 0x4402, "vm_exit_reason" },
		{ 0x2d0, 8, ND_EVMCS_NO_CLEAN, 0x6400, "exit_qualification" },
		{ 0x314, 4, 4, 0x4002, "cpu_based_vm_exec_control" },
		{ 0x330, 8, ND_EVMCS_NO_CLEAN, 0x681e, "guest_rip" },
		{ 0x338, 4, ND_EVMCS_NO_CLEAN, ND_EVMCS_NO_ENCODING, "hv_clean_fields" },
		{ 0x344, 4, 15, ND_EVMCS_NO_ENCODING, "hv_enlightenments_control" },
		{ 0x3d8, 8, 2, 0x2032, "tsc_multiplier" },
		{ 0x3f8, 8, 3, 0x2034, "tertiary_vm_exec_control" },
	};
	u32 i, j;

	for (i = 0; i < ARRAY_SIZE(places); i++) {
		for (j = 0; j < nd_nr_evmcs_fields; j++)
			if (!strcmp(places[i].name, nd_evmcs_fields[j].name))
				break;
		KUNIT_ASSERT_TRUE(test, j < nd_nr_evmcs_fields);
		KUNIT_EXPECT_EQ(test, (u32)nd_evmcs_fields[j].offset, (u32)places[i].offset);
		KUNIT_EXPECT_EQ(test, (u32)nd_evmcs_fields[j].size, (u32)places[i].size);
		KUNIT_EXPECT_EQ(test, (u32)nd_evmcs_fields[j].clean, (u32)places[i].clean);
		KUNIT_EXPECT_EQ(test, (u32)nd_evmcs_fields[j].encoding, (u32)places[i].encoding);
	}
}

static void evmcs_test_clean_names(struct kunit *test)
{
	KUNIT_EXPECT_STREQ(test, nd_evmcs_clean_name(0), "IO_BITMAP");
	KUNIT_EXPECT_STREQ(test, nd_evmcs_clean_name(8), "CRDR");
	KUNIT_EXPECT_STREQ(test, nd_evmcs_clean_name(15), "ENLIGHTENMENTSCONTROL");
	KUNIT_EXPECT_NULL(test, nd_evmcs_clean_name(16));
	KUNIT_EXPECT_NULL(test, nd_evmcs_clean_name(ND_EVMCS_NO_CLEAN));
}

/* The page's bytes are little-endian whatever the machine that looks at them. */
static void evmcs_test_get(struct kunit *test)
{
	static const u8 rip[8] = { 0xef, 0xcd, 0xab, 0x89, 0x67, 0x45, 0x23, 0x81 };
	struct nd_cpu *cpu = evmcs_test_live();

	memcpy(cpu->evmcs.bytes + 0x330, rip, sizeof(rip));
	cpu->evmcs.bytes[0x278] = 0x34;
	cpu->evmcs.bytes[0x279] = 0x12;
	cpu->evmcs.bytes[0x27a] = 0xff;
	KUNIT_EXPECT_EQ(test, nd_evmcs_get(&cpu->evmcs, "guest_rip"), 0x8123456789abcdefULL);
	KUNIT_EXPECT_EQ(test, nd_evmcs_get(&cpu->evmcs, "virtual_processor_id"), 0x1234ULL);
	KUNIT_EXPECT_EQ(test, nd_evmcs_get(&cpu->evmcs, "revision_id"), 1ULL);
	KUNIT_EXPECT_EQ(test, nd_evmcs_get(&cpu->evmcs, "no_such_field"), 0ULL);
}

static void evmcs_test_judge(struct kunit *test)
{
	static const struct {
		u8 enlightened;
		u64 gpa;
		bool is_ram, is_free, copied;
		u32 revision;
		enum nd_evmcs_state want;
	} cases[] = {
		{ 0, 0, false, false, false, 0, ND_EVMCS_OFF },
		/* A pointer without the switch is left over, but nothing is enlightened. */
		{ 0, 0x5000, true, false, true, 1, ND_EVMCS_OFF },
		{ 1, 0, false, false, false, 0, ND_EVMCS_IDLE },
		{ 1, ~0ULL, false, false, false, 0, ND_EVMCS_IDLE },
		{ 1, 0x5000, false, false, false, 0, ND_EVMCS_NOT_RAM },
		/* Revision 1 at a place that is no memory proves nothing. */
		{ 1, 0x5000, false, false, true, 1, ND_EVMCS_NOT_RAM },
		/* A freed page keeps its revision until it is used again. */
		{ 1, 0x5000, true, true, true, 1, ND_EVMCS_STALE },
		{ 1, 0x5000, true, false, false, 0, ND_EVMCS_FAULT },
		{ 1, 0x5000, true, false, false, 1, ND_EVMCS_FAULT },
		{ 1, 0x5000, true, false, true, 0, ND_EVMCS_STALE },
		{ 1, 0x5000, true, false, true, 2, ND_EVMCS_STALE },
		{ 1, 0x5000, true, false, true, 0x80000001, ND_EVMCS_STALE },
		{ 1, 0x5000, true, false, true, 1, ND_EVMCS_CURRENT },
		{ 0xff, 0x5000, true, false, true, 1, ND_EVMCS_CURRENT },
	};
	struct nd_assist assist;
	u32 i;

	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		evmcs_test_point(&assist, cases[i].enlightened, cases[i].gpa);
		KUNIT_EXPECT_EQ(test, (u32)nd_evmcs_judge(&assist, cases[i].is_ram,
							  cases[i].is_free, cases[i].copied,
							  cases[i].revision),
				(u32)cases[i].want);
	}
}

/* Bytes of a page that could not be read say nothing, whatever they are. */
static void evmcs_test_judge_no_page(struct kunit *test)
{
	struct nd_assist assist;

	evmcs_test_point(&assist, 1, 0x5000);
	assist.state = ND_ABSENT;
	KUNIT_EXPECT_EQ(test, (u32)nd_evmcs_judge(&assist, true, false, true, 1),
			(u32)ND_EVMCS_NONE);
	KUNIT_EXPECT_FALSE(test, nd_assist_enlightened(&assist));
	KUNIT_EXPECT_EQ(test, nd_assist_current_vmcs(&assist), 0ULL);
	assist.state = ND_FAULT;
	KUNIT_EXPECT_EQ(test, (u32)nd_evmcs_judge(&assist, true, false, true, 1),
			(u32)ND_EVMCS_UNKNOWN);
	KUNIT_EXPECT_FALSE(test, nd_assist_enlightened(&assist));
}

static void evmcs_test_in_use(struct kunit *test)
{
	KUNIT_EXPECT_EQ(test, nd_evmcs_in_use(&evmcs_test_facts), 0U);
	evmcs_test_find(0, "evmcs_in_use");
	KUNIT_EXPECT_STREQ(test, evmcs_test_seen.state, "unknown");

	evmcs_test_cpus[0].assist.state = ND_ABSENT;
	evmcs_test_find(0, "evmcs_in_use");
	KUNIT_EXPECT_STREQ(test, evmcs_test_seen.state, "no");

	evmcs_test_point(&evmcs_test_cpus[0].assist, 1, 0);
	evmcs_test_point(&evmcs_test_cpus[1].assist, 0, 0x5000);
	KUNIT_EXPECT_EQ(test, nd_evmcs_in_use(&evmcs_test_facts), 1U);
	evmcs_test_find(0, "evmcs_in_use");
	KUNIT_EXPECT_STREQ(test, evmcs_test_seen.state, "yes");
	KUNIT_EXPECT_STREQ(test, evmcs_test_seen.words, "on 1 of 2 CPUs");
}

static void evmcs_test_fields_shown(struct kunit *test)
{
	struct nd_cpu *cpu = evmcs_test_live();

	evmcs_test_put(cpu, 0x2b4, 30, 4);
	evmcs_test_find(7, "vm_exit_reason");
	KUNIT_EXPECT_EQ(test, evmcs_test_seen.nr_found, 1U);
	KUNIT_EXPECT_EQ(test, evmcs_test_seen.nr_fields, nd_nr_evmcs_fields);
	KUNIT_EXPECT_STREQ(test, evmcs_test_seen.words, "0x0000001e IO_INSTRUCTION");
	KUNIT_EXPECT_EQ(test, evmcs_test_seen.encoding, 0x4402ULL);
	KUNIT_EXPECT_EQ(test, evmcs_test_seen.offset, 0x2b4ULL);
	KUNIT_EXPECT_EQ(test, evmcs_test_seen.size, 4ULL);
	KUNIT_EXPECT_STREQ(test, evmcs_test_seen.clean, "");

	/* 0 is an encoding; a field of Hyper-V's own has none. */
	evmcs_test_find(7, "virtual_processor_id");
	KUNIT_EXPECT_STREQ(test, evmcs_test_seen.words, "0x0000");
	KUNIT_EXPECT_EQ(test, evmcs_test_seen.encoding, 0ULL);
	KUNIT_EXPECT_STREQ(test, evmcs_test_seen.clean, "CONTROL_XLAT");
	evmcs_test_find(7, "hv_vp_id");
	KUNIT_EXPECT_EQ(test, evmcs_test_seen.encoding, ~0ULL);
	evmcs_test_find(7, "cr3_target_count");
	KUNIT_EXPECT_STREQ(test, evmcs_test_seen.clean, "ALL");
}

static void evmcs_test_words(struct kunit *test)
{
	static const struct {
		const char *id;
		u32 offset;
		u32 value;
		const char *want;
	} cases[] = {
		{ "vm_exit_reason", 0x2b4, 0x80000021,
		  "0x80000021 INVALID_STATE, VM entry failed" },
		{ "vm_exit_reason", 0x2b4, 0x10000031,
		  "0x10000031 TRAP_AFTER_FLUSH (synthetic)" },
		{ "vm_exit_reason", 0x2b4, 0x31, "0x00000031 EPT_MISCONFIG" },
		{ "vm_exit_reason", 0x2b4, 0x5, "0x00000005 (unknown)" },
		{ "vm_exit_reason", 0x2b4, 0xffff, "0x0000ffff (unknown)" },
		{ "vm_exit_reason", 0x2b4, 0x08000030,
		  "0x08000030 EPT_VIOLATION, in an SGX enclave" },
		{ "hv_clean_fields", 0x338, 0, "0x00000000 no group clean" },
		{ "hv_clean_fields", 0x338, 0xffff, "0x0000ffff all groups clean" },
		{ "hv_clean_fields", 0x338, 0x8101,
		  "0x00008101 IO_BITMAP CRDR ENLIGHTENMENTSCONTROL" },
		{ "hv_clean_fields", 0x338, 0x80010000,
		  "0x80010000 bit-16-(unknown) bit-31-(unknown)" },
		{ "hv_enlightenments_control", 0x344, 0, "0x00000000" },
		{ "hv_enlightenments_control", 0x344, 7,
		  "0x00000007 nested-flush-hypercall msr-bitmap bit-2-(unknown)" },
	};
	struct nd_cpu *cpu = evmcs_test_live();
	u32 i;

	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		evmcs_test_put(cpu, cases[i].offset, cases[i].value, 4);
		evmcs_test_find(7, cases[i].id);
		KUNIT_EXPECT_STREQ(test, evmcs_test_seen.words, cases[i].want);
	}
}

static void evmcs_test_controls(struct kunit *test)
{
	struct nd_cpu *cpu = evmcs_test_live();

	/* External interrupts, NMIs, the three bits that default to 1, and a bit nobody knows. */
	evmcs_test_put(cpu, 0x05c, 0x8000001f, 4);
	evmcs_test_find(7, "vmx-intr-exit");
	KUNIT_EXPECT_EQ(test, evmcs_test_seen.nr_found, 1U);
	KUNIT_EXPECT_STREQ(test, evmcs_test_seen.state, "set");
	KUNIT_EXPECT_EQ(test, evmcs_test_seen.nr_set, 3U);
	evmcs_test_find(7, "vmx-vnmi");
	KUNIT_EXPECT_EQ(test, evmcs_test_seen.nr_found, 0U);
	evmcs_test_find_label(7, "bit 31 (unknown)");
	KUNIT_EXPECT_EQ(test, evmcs_test_seen.nr_found, 1U);

	evmcs_test_put(cpu, 0x05c, 0, 4);
	evmcs_test_put(cpu, 0x314, 0x80, 4);
	evmcs_test_find(7, "vmx-hlt-exit");
	KUNIT_EXPECT_EQ(test, evmcs_test_seen.nr_found, 1U);
	KUNIT_EXPECT_EQ(test, evmcs_test_seen.nr_set, 1U);
}

/* The bytes of whatever is there are never passed off as a VMCS. */
static void evmcs_test_only_live_is_shown(struct kunit *test)
{
	struct nd_cpu *cpu = evmcs_test_live();
	u32 state;

	evmcs_test_put(cpu, 0x314, ~0ULL, 4);
	for (state = 0; state <= ND_NR_EVMCS_STATES; state++) {
		if (state == ND_EVMCS_CURRENT)
			continue;
		cpu->evmcs.state = state;
		evmcs_test_find(7, "state");
		KUNIT_EXPECT_EQ(test, evmcs_test_seen.nr_found, 1U);
		KUNIT_EXPECT_STREQ(test, evmcs_test_seen.state, nd_evmcs_state_word(state));
		KUNIT_EXPECT_EQ(test, evmcs_test_seen.nr_fields, 0U);
		KUNIT_EXPECT_EQ(test, evmcs_test_seen.nr_set, 0U);
	}
}

static void evmcs_test_current_of_other_revision(struct kunit *test)
{
	struct nd_cpu *cpu = evmcs_test_live();

	evmcs_test_put(cpu, 0x000, 2, 4);
	evmcs_test_find(7, "state");
	KUNIT_EXPECT_STREQ(test, evmcs_test_seen.state, "stale");
	KUNIT_EXPECT_STREQ(test, evmcs_test_seen.words,
			   "recorded as live, but the record is of something else, at 0x5000");
	KUNIT_EXPECT_EQ(test, evmcs_test_seen.nr_fields, 0U);
}

/* A snapshot that lost lines: what is missing is unknown, not 0. */
static void evmcs_test_parts_missing(struct kunit *test)
{
	struct nd_cpu *cpu = evmcs_test_live();

	evmcs_test_put(cpu, 0x05c, 0x3f, 4);
	cpu->evmcs.parts = ND_EVMCS_ALL & ~(BIT(0x2b4 / 32) | BIT(0x05c / 32));
	evmcs_test_find(7, "vm_exit_reason");
	KUNIT_EXPECT_STREQ(test, evmcs_test_seen.state, "unknown");
	KUNIT_EXPECT_STREQ(test, evmcs_test_seen.words, "");
	evmcs_test_find(7, "guest_rip");
	KUNIT_EXPECT_STREQ(test, evmcs_test_seen.words, "0x0000000000000000");
	evmcs_test_find(7, "vmx-intr-exit");
	KUNIT_EXPECT_EQ(test, evmcs_test_seen.nr_found, 0U);
	/* Without the revision nothing speaks against the record's own word. */
	cpu->evmcs.parts = ND_EVMCS_ALL & ~1U;
	evmcs_test_find(7, "state");
	KUNIT_EXPECT_STREQ(test, evmcs_test_seen.state, "current");
}

static void evmcs_test_state_rows(struct kunit *test)
{
	evmcs_test_live();
	evmcs_test_find(0, "state");
	KUNIT_EXPECT_EQ(test, evmcs_test_seen.nr_found, 1U);
	KUNIT_EXPECT_STREQ(test, evmcs_test_seen.state, "idle");
	evmcs_test_find(7, "state");
	KUNIT_EXPECT_STREQ(test, evmcs_test_seen.state, "current");
	KUNIT_EXPECT_STREQ(test, evmcs_test_seen.words, "live, at 0x5000");
	KUNIT_EXPECT_STREQ(test, nd_evmcs_state_word(ND_EVMCS_NOT_RAM), "not-ram");
	KUNIT_EXPECT_STREQ(test, nd_evmcs_state_word(ND_EVMCS_MOVING), "moving");
}

static void evmcs_test_assist_find(u32 cpu, const char *id)
{
	memset(&evmcs_test_seen, 0, sizeof(evmcs_test_seen));
	evmcs_test_seen.id = id;
	evmcs_test_seen.cpu = cpu;
	nd_assist_rows(&evmcs_test_facts, &evmcs_test_emit);
}

static void evmcs_test_assist(struct kunit *test)
{
	evmcs_test_assist_find(0, "assist_pages");
	KUNIT_EXPECT_STREQ(test, evmcs_test_seen.state, "unknown");
	evmcs_test_cpus[0].assist.state = ND_ABSENT;
	evmcs_test_assist_find(0, "assist_pages");
	KUNIT_EXPECT_STREQ(test, evmcs_test_seen.state, "no");

	evmcs_test_live();
	evmcs_test_cpus[1].assist.bytes[0x20] = 0x05;
	evmcs_test_assist_find(7, "current_nested_vmcs");
	KUNIT_EXPECT_STREQ(test, evmcs_test_seen.words, "0x0000000000005000");
	evmcs_test_assist_find(7, "enlighten_vmentry");
	KUNIT_EXPECT_STREQ(test, evmcs_test_seen.words, "0x01");
	evmcs_test_assist_find(7, "nested_control.features");
	KUNIT_EXPECT_STREQ(test, evmcs_test_seen.words,
			   "0x00000005 direct-hypercall bit-2-(unknown)");
	/* A page that is there and could not be copied has a state and no fields. */
	evmcs_test_cpus[0].assist.state = ND_ABSENT;
	evmcs_test_cpus[1].assist.state = ND_FAULT;
	evmcs_test_assist_find(7, "state");
	KUNIT_EXPECT_STREQ(test, evmcs_test_seen.state, "fault");
	KUNIT_EXPECT_EQ(test, evmcs_test_seen.nr_assist, 2U);
}

static void evmcs_test_exit_names(struct kunit *test)
{
	u32 i, j;

	KUNIT_EXPECT_STREQ(test, nd_vmx_exit_name(0), "EXCEPTION_NMI");
	KUNIT_EXPECT_STREQ(test, nd_vmx_exit_name(10), "CPUID");
	KUNIT_EXPECT_STREQ(test, nd_vmx_exit_name(30), "IO_INSTRUCTION");
	KUNIT_EXPECT_STREQ(test, nd_vmx_exit_name(48), "EPT_VIOLATION");
	KUNIT_EXPECT_STREQ(test, nd_vmx_exit_name(75), "NOTIFY");
	KUNIT_EXPECT_STREQ(test, nd_vmx_exit_name(85), "MSR_WRITE_IMM");
	KUNIT_EXPECT_STREQ(test, nd_vmx_exit_name(0x80000021), "INVALID_STATE");
	KUNIT_EXPECT_NULL(test, nd_vmx_exit_name(5));
	KUNIT_EXPECT_NULL(test, nd_vmx_exit_name(86));
	KUNIT_EXPECT_NULL(test, nd_vmx_exit_name(0xffff));
	for (i = 0; i < ND_NR_VMX_EXITS; i++)
		for (j = 0; j < i; j++)
			if (nd_vmx_exit_name(i) && nd_vmx_exit_name(j))
				KUNIT_EXPECT_TRUE(test, strcmp(nd_vmx_exit_name(i),
							       nd_vmx_exit_name(j)) != 0);
}

static struct kunit_case evmcs_test_cases[] = {
	KUNIT_CASE(evmcs_test_table),
	KUNIT_CASE(evmcs_test_known_places),
	KUNIT_CASE(evmcs_test_clean_names),
	KUNIT_CASE(evmcs_test_get),
	KUNIT_CASE(evmcs_test_judge),
	KUNIT_CASE(evmcs_test_judge_no_page),
	KUNIT_CASE(evmcs_test_in_use),
	KUNIT_CASE(evmcs_test_fields_shown),
	KUNIT_CASE(evmcs_test_words),
	KUNIT_CASE(evmcs_test_controls),
	KUNIT_CASE(evmcs_test_only_live_is_shown),
	KUNIT_CASE(evmcs_test_current_of_other_revision),
	KUNIT_CASE(evmcs_test_parts_missing),
	KUNIT_CASE(evmcs_test_state_rows),
	KUNIT_CASE(evmcs_test_assist),
	KUNIT_CASE(evmcs_test_exit_names),
	{}
};

static struct kunit_suite nestdiag_evmcs_suite = {
	.name = "nestdiag_evmcs",
	.init = evmcs_test_init,
	.test_cases = evmcs_test_cases,
};
