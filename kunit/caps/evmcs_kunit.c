// SPDX-License-Identifier: GPL-2.0-only
/*
 * The enlightened VMCS: its fields, and whether a page holds one.
 */
#include <kunit/test.h>
#include "core/caps/evmcs.h"
#include "core/facts/assist.h"
#include "core/facts/facts.h"
#include "core/facts/regs.h"

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

static struct kunit_case evmcs_test_cases[] = {
	KUNIT_CASE(evmcs_test_table),
	KUNIT_CASE(evmcs_test_known_places),
	KUNIT_CASE(evmcs_test_clean_names),
	KUNIT_CASE(evmcs_test_get),
	KUNIT_CASE(evmcs_test_judge),
	KUNIT_CASE(evmcs_test_judge_no_page),
	KUNIT_CASE(evmcs_test_in_use),
	{}
};

static struct kunit_suite nestdiag_evmcs_suite = {
	.name = "nestdiag_evmcs",
	.init = evmcs_test_init,
	.test_cases = evmcs_test_cases,
};
