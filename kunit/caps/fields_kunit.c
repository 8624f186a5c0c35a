// SPDX-License-Identifier: GPL-2.0-only
/*
 * The other bits and ranges of capability registers.
 */
#include <kunit/test.h>
#include "core/base/row.h"
#include "core/facts/regs.h"

static const struct field_table *const caps_tables[] = {
	&field_feature_control_table, &field_vmx_tables[0], &field_vmx_tables[1],
	&field_vmx_tables[2], &field_vmx_tables[3], &field_vmx_tables[4], &field_vm_cr_table,
};

/* The bits of each register that the SDM and the APM give a meaning. */
static void caps_test_field_masks(struct kunit *test)
{
	static const u64 masks[ARRAY_SIZE(caps_tables)] = {
		0x000000000016ff07,	/* IA32_FEATURE_CONTROL: 0-2, 8-15, 17, 18, 20 */
		0x15ff1fff7fffffff,	/* IA32_VMX_BASIC: 0-30, 32-44, 48-56, 58, 60 */
		0xffffffff7fffc1ff,	/* IA32_VMX_MISC: 0-8, 14-30, 32-63 */
		0x003f0f0106f341c1,	/* IA32_VMX_EPT_VPID_CAP: see the table */
		0x0000000000000001,	/* IA32_VMX_VMFUNC: 0 */
		0x00000000000003fe,	/* IA32_VMX_VMCS_ENUM: 1-9 */
		0x000000000000001f,	/* VM_CR: 0-4 */
	};
	u32 i;

	for (i = 0; i < ARRAY_SIZE(caps_tables); i++)
		KUNIT_EXPECT_EQ_MSG(test,
				    fields_mask(caps_tables[i]->fields, caps_tables[i]->nr_fields),
				    masks[i], "(%s)", caps_tables[i]->title);
	/* 0-5, 16, 18, 29-31; 0-14, 16-25, 27, 28, 32; 0-8, 10, 12, 13, 15-21, 23-30 */
	KUNIT_EXPECT_EQ(test, fields_mask(field_cr0, ARRAY_SIZE(field_cr0)), 0xe005003fULL);
	KUNIT_EXPECT_EQ(test, fields_mask(field_cr4, ARRAY_SIZE(field_cr4)), 0x11bff7fffULL);
	KUNIT_EXPECT_EQ(test, fields_mask(field_svm_edx, ARRAY_SIZE(field_svm_edx)), 0xffbfb5ffULL);
	KUNIT_EXPECT_EQ(test, fields_mask(field_svm_ecx, ARRAY_SIZE(field_svm_ecx)), 0x70ULL);
}

static void caps_test_field_tables(struct kunit *test)
{
	u32 i, j;

	KUNIT_ASSERT_EQ(test, ARRAY_SIZE(field_vmx_tables), (size_t)5);
	for (i = 0; i < ARRAY_SIZE(caps_tables); i++) {
		const struct field *fields = caps_tables[i]->fields;

		for (j = 0; j < caps_tables[i]->nr_fields; j++) {
			KUNIT_EXPECT_TRUE(test, fields[j].label && fields[j].low <= fields[j].high);
			KUNIT_EXPECT_TRUE(test, fields[j].high < 64);
			KUNIT_EXPECT_TRUE(test, j == 0 || fields[j].low > fields[j - 1].high);
		}
	}
}

/* The flags of CR0 and CR4, as <asm/processor-flags.h> numbers them. */
static void caps_test_cr_flags(struct kunit *test)
{
	static const struct {
		const char *label;
		u32 bit;
	} flags[] = {
		{ "PE", 0 }, { "MP", 1 }, { "EM", 2 }, { "TS", 3 }, { "ET", 4 }, { "NE", 5 },
		{ "WP", 16 }, { "AM", 18 }, { "NW", 29 }, { "CD", 30 }, { "PG", 31 },
		{ "VME", 0 }, { "PVI", 1 }, { "TSD", 2 }, { "DE", 3 }, { "PSE", 4 }, { "PAE", 5 },
		{ "MCE", 6 }, { "PGE", 7 }, { "PCE", 8 }, { "OSFXSR", 9 }, { "OSXMMEXCPT", 10 },
		{ "UMIP", 11 }, { "LA57", 12 }, { "VMXE", 13 }, { "SMXE", 14 }, { "FSGSBASE", 16 },
		{ "PCIDE", 17 }, { "OSXSAVE", 18 }, { "KL", 19 }, { "SMEP", 20 }, { "SMAP", 21 },
		{ "PKE", 22 }, { "CET", 23 }, { "PKS", 24 }, { "UINTR", 25 }, { "LASS", 27 },
		{ "LAM_SUP", 28 }, { "FRED", 32 },
	};
	const struct field *field = field_cr0;
	u32 i;

	KUNIT_ASSERT_EQ(test, ARRAY_SIZE(field_cr0) + ARRAY_SIZE(field_cr4), ARRAY_SIZE(flags));
	for (i = 0; i < ARRAY_SIZE(flags); i++, field++) {
		if (i == ARRAY_SIZE(field_cr0))
			field = field_cr4;
		KUNIT_EXPECT_STREQ(test, field->label, flags[i].label);
		KUNIT_EXPECT_EQ(test, field->low, flags[i].bit);
		KUNIT_EXPECT_EQ(test, field->high, flags[i].bit);
	}
}

/* Each one-bit field alone: it says yes, all others of the register say no. */
static void caps_test_field_bits(struct kunit *test)
{
	u32 i, j, k;

	for (i = 0; i < ARRAY_SIZE(caps_tables); i++) {
		const struct field_table *table = caps_tables[i];
		u32 msr = nd_reg_desc(table->reg)->index;

		for (j = 0; j < table->nr_fields; j++) {
			if (table->fields[j].low != table->fields[j].high)
				continue;
			caps_test_init(test);
			caps_set(table->reg, 1ULL << table->fields[j].low);
			caps_run();
			for (k = 0; k < table->nr_fields; k++) {
				const struct field *field = &table->fields[k];

				if (field->low != field->high)
					continue;
				KUNIT_EXPECT_STREQ_MSG(test,
						       caps_find(ND_ROW_FIELD, msr, field->low,
								 field->label)->state,
						       k == j ? "yes" : "no", "(0x%x %s)", msr,
						       field->label);
			}
			KUNIT_EXPECT_EQ(test, caps_count_unknown(), 0U);
		}
	}
}

/* Each range alone, all its bits set: a number, and no unknown bit. */
static void caps_test_field_ranges(struct kunit *test)
{
	u32 i, j;

	for (i = 0; i < ARRAY_SIZE(caps_tables); i++) {
		const struct field_table *table = caps_tables[i];

		for (j = 0; j < table->nr_fields; j++) {
			const struct field *field = &table->fields[j];
			const struct caps_seen *seen;
			u64 ones = fields_mask(field, 1) >> field->low;
			char number[24];

			if (field->low == field->high)
				continue;
			caps_test_init(test);
			caps_set(table->reg, fields_mask(field, 1));
			caps_run();
			seen = caps_find(ND_ROW_FIELD, nd_reg_desc(table->reg)->index, field->low,
					 field->label);
			scnprintf(number, sizeof(number),
				  field->words == words_hex ? "0x%llx" : "%llu", ones);
			KUNIT_EXPECT_TRUE_MSG(test, !strncmp(seen->words, number, strlen(number)),
					      "(%s: %s)", field->label, seen->words);
			KUNIT_EXPECT_STREQ(test, seen->state, "");
			KUNIT_EXPECT_EQ(test, caps_count_unknown(), 0U);
		}
	}
}

static void caps_test_unknown_fields(struct kunit *test)
{
	u32 i;

	for (i = 0; i < ARRAY_SIZE(caps_tables); i++) {
		const struct field_table *table = caps_tables[i];
		u64 known = fields_mask(table->fields, table->nr_fields);
		u32 bit, unknown = 0;

		caps_test_init(test);
		caps_set(table->reg, ~0ULL);
		caps_run();
		for (bit = 0; bit < 64; bit++)
			unknown += !(known & 1ULL << bit);
		KUNIT_EXPECT_EQ_MSG(test, caps_count_unknown(), unknown, "(%s)", table->title);
		KUNIT_EXPECT_FALSE(test, caps_too_long);
	}
	caps_test_init(test);
	caps_set(ND_VMX_BASIC, 1ULL << 57);
	caps_run();
	KUNIT_EXPECT_STREQ(test, caps_find(ND_ROW_FIELD, 0x480, 57, "bit 57 (unknown)")->state,
			   "yes");
}

struct caps_expected {
	u16 msr;
	u8 bit;
	const char *state;
	const char *words;
	const char *id;
};

static void caps_expect(struct kunit *test, const struct caps_expected *e, u32 nr)
{
	for (; nr--; e++) {
		const struct caps_seen *seen = caps_find(ND_ROW_FIELD, e->msr, e->bit, NULL);

		KUNIT_EXPECT_STREQ_MSG(test, seen->state, e->state, "(0x%x bit %u)", e->msr, e->bit);
		KUNIT_EXPECT_STREQ_MSG(test, seen->words, e->words, "(0x%x bit %u)", e->msr, e->bit);
		KUNIT_EXPECT_STREQ_MSG(test, seen->id, e->id, "(0x%x bit %u)", e->msr, e->bit);
	}
}

static void caps_test_haswell_fields(struct kunit *test)
{
	static const struct caps_expected expected[] = {
		{ 0x03a, 0, "yes", "", "" },
		{ 0x03a, 1, "no", "", "" },
		{ 0x03a, 2, "yes", "", "" },
		{ 0x03a, 8, "", "0x0", "" },
		{ 0x480, 0, "", "18", "" },
		{ 0x480, 32, "", "1024 bytes", "" },
		{ 0x480, 48, "no", "", "" },
		{ 0x480, 49, "yes", "", "" },
		{ 0x480, 50, "", "6 (write-back)", "" },
		{ 0x480, 54, "yes", "", "vmx-ins-outs" },
		{ 0x480, 55, "yes", "", "vmx-true-ctls" },
		{ 0x480, 56, "no", "", "vmx-any-errcode" },
		{ 0x485, 0, "", "5 (TSC / 32)", "" },
		{ 0x485, 5, "yes", "", "vmx-store-lma" },
		{ 0x485, 6, "yes", "", "vmx-activity-hlt" },
		{ 0x485, 8, "yes", "", "vmx-activity-wait-sipi" },
		{ 0x485, 14, "no", "", "" },
		{ 0x485, 15, "yes", "", "" },
		{ 0x485, 16, "", "4", "" },
		{ 0x485, 25, "", "0 (at most 512 registers in a list)", "" },
		{ 0x485, 28, "yes", "", "" },
		{ 0x485, 29, "yes", "", "vmx-vmwrite-vmexit-fields" },
		{ 0x485, 30, "no", "", "vmx-zero-len-inject" },
		{ 0x485, 32, "", "0", "" },
		{ 0x48a, 1, "", "21", "" },
		{ 0x48c, 0, "yes", "", "vmx-ept-execonly" },
		{ 0x48c, 6, "yes", "", "vmx-page-walk-4" },
		{ 0x48c, 7, "no", "", "vmx-page-walk-5" },
		{ 0x48c, 8, "yes", "", "vmx-ept-uc" },
		{ 0x48c, 14, "yes", "", "vmx-ept-wb" },
		{ 0x48c, 16, "yes", "", "vmx-ept-2mb" },
		{ 0x48c, 17, "yes", "", "vmx-ept-1gb" },
		{ 0x48c, 20, "yes", "", "vmx-invept" },
		{ 0x48c, 21, "yes", "", "vmx-eptad" },
		{ 0x48c, 22, "no", "", "vmx-ept-advanced-exitinfo" },
		{ 0x48c, 23, "no", "", "" },
		{ 0x48c, 25, "yes", "", "vmx-invept-single-context" },
		{ 0x48c, 32, "yes", "", "vmx-invvpid" },
		{ 0x48c, 41, "yes", "", "vmx-invvpid-single-context" },
		{ 0x48c, 43, "yes", "", "vmx-invvpid-single-context-noglobals" },
		{ 0x48c, 48, "", "0", "" },
		{ 0x491, 0, "yes", "", "vmx-eptp-switching" },
		{ 0x486, 0, "forced", "", "" },		/* PE */
		{ 0x486, 1, "yes", "", "" },		/* MP */
		{ 0x486, 5, "forced", "", "" },		/* NE */
		{ 0x486, 30, "yes", "", "" },		/* CD */
		{ 0x486, 31, "forced", "", "" },	/* PG */
		{ 0x488, 0, "yes", "", "" },		/* VME */
		{ 0x488, 11, "no", "", "" },		/* UMIP */
		{ 0x488, 13, "forced", "", "" },	/* VMXE */
		{ 0x488, 20, "yes", "", "" },		/* SMEP */
		{ 0x488, 21, "no", "", "" },		/* SMAP */
		{ 0x488, 32, "no", "", "" },		/* FRED */
	};

	caps_haswell();
	caps_run();
	caps_expect(test, expected, ARRAY_SIZE(expected));
	KUNIT_EXPECT_EQ(test, caps_count_unknown(), 0U);
	KUNIT_EXPECT_EQ(test, caps_count(ND_ROW_NOTE), 0U);
}

static void caps_test_memory_types(struct kunit *test)
{
	static const char *const words[] = { "0 (uncacheable)", "1 (reserved)", "6 (write-back)" };
	static const u8 types[] = { 0, 1, 6 };
	u32 i;

	for (i = 0; i < ARRAY_SIZE(types); i++) {
		caps_set(ND_VMX_BASIC, (u64)types[i] << 50);
		caps_run();
		KUNIT_EXPECT_STREQ(test, caps_find(ND_ROW_FIELD, 0x480, 50, NULL)->words, words[i]);
	}
}

static void caps_test_fixed_bits(struct kunit *test)
{
	caps_set(ND_VMX_CR0_FIXED0, 0x80000021 | 1 << 7);	/* bit 7 has no meaning */
	caps_set(ND_VMX_CR0_FIXED1, 0xffffffdf);		/* NE fixed to both */
	caps_set(ND_VMX_CR4_FIXED0, 0x2000);
	caps_set(ND_VMX_CR4_FIXED1, 0x2000 | 1ULL << 40);
	caps_run();
	KUNIT_EXPECT_STREQ(test, caps_find(ND_ROW_FIELD, 0x486, 5, "NE")->state, "?");
	KUNIT_EXPECT_STREQ(test, caps_find(ND_ROW_FIELD, 0x486, 7, "bit 7 (unknown)")->state,
			   "forced");
	KUNIT_EXPECT_STREQ(test, caps_find(ND_ROW_FIELD, 0x488, 40, "bit 40 (unknown)")->state,
			   "yes");
	KUNIT_EXPECT_STREQ(test, caps_find(ND_ROW_FIELD, 0x488, 13, "VMXE")->state, "forced");
	KUNIT_EXPECT_STREQ(test, caps_find(ND_ROW_FIELD, 0x488, 0, "VME")->state, "no");
	KUNIT_EXPECT_EQ(test, caps_count_unknown(), 2U);
}

/* A register that was not read gives one row that says so, and no values. */
static void caps_test_unread_fields(struct kunit *test)
{
	static const enum nd_state states[] = { ND_UNKNOWN, ND_ABSENT, ND_FAULT };
	u32 i, j;

	for (i = 0; i < ARRAY_SIZE(states); i++) {
		caps_test_init(test);
		caps_set(ND_VMX_PINBASED_CTLS, 0x0000007f00000016);
		for (j = 0; j < ARRAY_SIZE(field_vmx_tables); j++)
			caps_cpu.regs[field_vmx_tables[j].reg].state = states[i];
		caps_set(ND_VMX_CR0_FIXED0, 0x80000021);
		caps_cpu.regs[ND_VMX_CR0_FIXED1].state = states[i];
		caps_cpu.regs[ND_VMX_CR4_FIXED0].state = states[i];
		caps_run();
		KUNIT_EXPECT_EQ(test, caps_count(ND_ROW_FIELD),
				(u32)ARRAY_SIZE(field_vmx_tables) + 2);
		KUNIT_EXPECT_STREQ(test, caps_find(ND_ROW_FIELD, 0x48c, ~0ULL,
						   "IA32_VMX_EPT_VPID_CAP")->state,
				   nd_state_word(states[i]));
		KUNIT_EXPECT_STREQ(test, caps_find(ND_ROW_FIELD, 0x487, ~0ULL,
						   "IA32_VMX_CR0_FIXED1")->state,
				   nd_state_word(states[i]));
	}
}

static void caps_test_msr_rows(struct kunit *test)
{
	const struct caps_seen *seen;

	caps_set(ND_VMX_BASIC, 0x00da040000000012);
	caps_cpu.regs[ND_VMX_MISC].state = ND_FAULT;
	caps_cpu.regs[ND_VMX_VMFUNC].state = ND_ABSENT;
	caps_run();
	KUNIT_EXPECT_EQ(test, caps_count(ND_ROW_MSR), 3U);
	seen = caps_find(ND_ROW_MSR, 0x480, ~0ULL, "IA32_VMX_BASIC");
	KUNIT_EXPECT_STREQ(test, seen->state, "ok");
	KUNIT_EXPECT_STREQ(test, seen->words, "0x00da040000000012");
	KUNIT_EXPECT_EQ(test, seen->value, 0x00da040000000012ULL);
	KUNIT_EXPECT_FALSE(test, seen->has_id);
	seen = caps_find(ND_ROW_MSR, 0x485, ~0ULL, "IA32_VMX_MISC");
	KUNIT_EXPECT_STREQ(test, seen->state, "fault");
	KUNIT_EXPECT_STREQ(test, seen->words, "");
	seen = caps_find(ND_ROW_MSR, 0x491, ~0ULL, "IA32_VMX_VMFUNC");
	KUNIT_EXPECT_STREQ(test, seen->state, "absent");
}

static void caps_test_no_vmx(struct kunit *test)
{
	u32 reg;

	caps_run();
	KUNIT_EXPECT_EQ(test, caps_count(ND_ROW_NOTE), 1U);
	KUNIT_EXPECT_EQ(test, caps_count(ND_ROW_CONTROL), 0U);
	KUNIT_EXPECT_EQ(test, caps_count(ND_ROW_FIELD), 0U);
	KUNIT_EXPECT_EQ(test, caps_count(ND_ROW_MSR), 0U);

	for (reg = 0; reg < ND_NR_REGS; reg++)
		caps_cpu.regs[reg].state = ND_ABSENT;
	caps_run();
	KUNIT_EXPECT_EQ(test, caps_count(ND_ROW_NOTE), 1U);
	KUNIT_EXPECT_EQ(test, caps_count(ND_ROW_CONTROL), 0U);
	KUNIT_EXPECT_EQ(test, caps_count(ND_ROW_FIELD), 0U);
	KUNIT_EXPECT_EQ(test, caps_count(ND_ROW_MSR), 0U);
	KUNIT_EXPECT_EQ(test, caps_count(ND_ROW_MSR_NONE), (u32)ND_NR_REGS);

	/* Only IA32_FEATURE_CONTROL: some guests show no more. */
	caps_set(ND_FEATURE_CONTROL, 0x60001);
	caps_run();
	KUNIT_EXPECT_STREQ(test, caps_find(ND_ROW_FIELD, 0x3a, 0, "Locked")->state, "yes");
	KUNIT_EXPECT_STREQ(test, caps_find(ND_ROW_FIELD, 0x3a, 2, NULL)->state, "no");
	KUNIT_EXPECT_STREQ(test, caps_find(ND_ROW_FIELD, 0x3a, 17, NULL)->state, "yes");
	KUNIT_EXPECT_STREQ(test, caps_find(ND_ROW_FIELD, 0x3a, 18, NULL)->state, "yes");
	KUNIT_EXPECT_EQ(test, caps_count(ND_ROW_CONTROL), 0U);
}

static struct kunit_case fields_test_cases[] = {
	KUNIT_CASE(caps_test_field_masks),
	KUNIT_CASE(caps_test_field_tables),
	KUNIT_CASE(caps_test_cr_flags),
	KUNIT_CASE(caps_test_field_bits),
	KUNIT_CASE(caps_test_field_ranges),
	KUNIT_CASE(caps_test_unknown_fields),
	KUNIT_CASE(caps_test_haswell_fields),
	KUNIT_CASE(caps_test_memory_types),
	KUNIT_CASE(caps_test_fixed_bits),
	KUNIT_CASE(caps_test_unread_fields),
	KUNIT_CASE(caps_test_msr_rows),
	KUNIT_CASE(caps_test_no_vmx),
	{}
};

static struct kunit_suite nestdiag_fields_suite = {
	.name = "nestdiag_fields",
	.init = caps_test_init,
	.test_cases = fields_test_cases,
};
