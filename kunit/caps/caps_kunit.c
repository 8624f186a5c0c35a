// SPDX-License-Identifier: GPL-2.0-only
/*
 * Capabilities: every row of the tables set and clear, and registers of real processors with what
 * the SDM and the APM make of them, written by hand.
 */
#include <kunit/test.h>
#include "core/caps/caps.h"

#define CAPS_SEEN	512

/* The groups' places in nd_ctl_groups[]. */
enum { CAPS_PIN, CAPS_PRIMARY, CAPS_SECONDARY, CAPS_TERTIARY, CAPS_EXIT, CAPS_EXIT2, CAPS_ENTRY };

/* A row, copied: it is only valid while it is emitted. */
struct caps_seen {
	enum nd_row_kind kind;
	bool has_id;
	char id[48];
	char label[64];
	char state[16];
	char words[64];
	u64 msr;	/* or index, or leaf */
	u64 value;
	u64 bit;	/* or the lowest of a range, ~0 where there is none */
	char reg[4];
};

static struct nd_cpu caps_cpu;
static struct caps_seen caps_seen[CAPS_SEEN];
static u32 caps_nr_seen;
static bool caps_too_long;

static void caps_take_col(struct caps_seen *seen, const struct nd_col *col)
{
	if (!strcmp(col->key, "msr") || !strcmp(col->key, "index") || !strcmp(col->key, "leaf"))
		seen->msr = col->type == ND_COL_HEX ? col->num : ~0ULL;
	else if (!strcmp(col->key, "value"))
		seen->value = col->type == ND_COL_HEX ? col->num : ~0ULL;
	else if (!strcmp(col->key, "bit") || !strcmp(col->key, "low"))
		seen->bit = col->type == ND_COL_DEC ? col->num : ~0ULL;
	else if (!strcmp(col->key, "register"))
		scnprintf(seen->reg, sizeof(seen->reg), "%s", col->str);
}

static void caps_take(void *ctx, const struct nd_row *row)
{
	static char line[ND_ROW_LINE];
	struct caps_seen *seen = &caps_seen[caps_nr_seen];
	u32 i;

	if (nd_row_format(row, line, sizeof(line)) >= ND_ROW_LINE - 1)
		caps_too_long = true;
	if (caps_nr_seen == CAPS_SEEN)
		return;
	caps_nr_seen++;
	memset(seen, 0, sizeof(*seen));
	seen->kind = row->kind;
	seen->has_id = row->id;
	seen->bit = ~0ULL;
	scnprintf(seen->id, sizeof(seen->id), "%s", row->id ?: "");
	scnprintf(seen->label, sizeof(seen->label), "%s", row->label ?: "");
	scnprintf(seen->state, sizeof(seen->state), "%s", row->state ?: "");
	scnprintf(seen->words, sizeof(seen->words), "%s", row->words);
	for (i = 0; i < row->nr_cols; i++)
		caps_take_col(seen, &row->cols[i]);
}

static void caps_run(void)
{
	struct nd_emit emit = { .row = caps_take };

	caps_nr_seen = 0;
	nd_caps_rows(&caps_cpu, &emit);
}

/* The row of that kind for a bit of a register, or with that label where @label is given. */
static const struct caps_seen *caps_find(enum nd_row_kind kind, u64 msr, u64 bit,
					 const char *label)
{
	static const struct caps_seen none = { .state = "none", .words = "none" };
	u32 i;

	for (i = 0; i < caps_nr_seen; i++)
		if (caps_seen[i].kind == kind && caps_seen[i].msr == msr &&
		    caps_seen[i].bit == bit && (!label || !strcmp(caps_seen[i].label, label)))
			return &caps_seen[i];
	return &none;
}

static u32 caps_count(enum nd_row_kind kind)
{
	u32 i, n = 0;

	for (i = 0; i < caps_nr_seen; i++)
		n += caps_seen[i].kind == kind;
	return n;
}

static u32 caps_count_unknown(void)
{
	u32 i, n = 0;

	for (i = 0; i < caps_nr_seen; i++)
		n += strstr(caps_seen[i].label, "(unknown)") != NULL;
	return n;
}

static void caps_set(enum nd_reg reg, u64 value)
{
	caps_cpu.regs[reg].state = ND_OK;
	caps_cpu.regs[reg].value = value;
}

static void caps_leaf(u32 leaf, u32 eax, u32 ebx, u32 ecx, u32 edx)
{
	caps_cpu.cpuid[caps_cpu.nr_cpuid++] = (struct nd_cpuid){
		.leaf = leaf, .eax = eax, .ebx = ebx, .ecx = ecx, .edx = edx,
	};
}

/* A Core i7-4600U (Haswell). */
static void caps_haswell(void)
{
	caps_set(ND_FEATURE_CONTROL, 0x5);
	caps_set(ND_VMX_BASIC, 0x00da040000000012);
	caps_set(ND_VMX_PINBASED_CTLS, 0x0000007f00000016);
	caps_set(ND_VMX_PROCBASED_CTLS, 0xfff9fffe0401e172);
	caps_set(ND_VMX_EXIT_CTLS, 0x007fffff00036dff);
	caps_set(ND_VMX_ENTRY_CTLS, 0x0000ffff000011ff);
	caps_set(ND_VMX_MISC, 0x00000000300481e5);
	caps_set(ND_VMX_CR0_FIXED0, 0x0000000080000021);
	caps_set(ND_VMX_CR0_FIXED1, 0x00000000ffffffff);
	caps_set(ND_VMX_CR4_FIXED0, 0x0000000000002000);
	caps_set(ND_VMX_CR4_FIXED1, 0x00000000001767ff);
	caps_set(ND_VMX_VMCS_ENUM, 0x000000000000002a);
	caps_set(ND_VMX_PROCBASED_CTLS2, 0x00007cff00000000);
	caps_set(ND_VMX_EPT_VPID_CAP, 0x00000f0106334141);
	caps_set(ND_VMX_TRUE_PINBASED_CTLS, 0x0000007f00000016);
	caps_set(ND_VMX_TRUE_PROCBASED_CTLS, 0xfff9fffe04006172);
	caps_set(ND_VMX_TRUE_EXIT_CTLS, 0x007fffff00036dfb);
	caps_set(ND_VMX_TRUE_ENTRY_CTLS, 0x0000ffff000011fb);
	caps_set(ND_VMX_VMFUNC, 0x1);
	caps_cpu.regs[ND_VMX_PROCBASED_CTLS3].state = ND_ABSENT;
	caps_cpu.regs[ND_VMX_EXIT_CTLS2].state = ND_ABSENT;
}

static int caps_test_init(struct kunit *test)
{
	memset(&caps_cpu, 0, sizeof(caps_cpu));
	caps_nr_seen = 0;
	caps_too_long = false;
	return 0;
}

static void caps_expect_ctl(struct kunit *test, u32 group, u32 bit, enum nd_ctl_state state)
{
	KUNIT_EXPECT_STREQ_MSG(test,
			       nd_ctl_state_word(nd_ctl_state(&caps_cpu, &nd_ctl_groups[group],
							      bit)),
			       nd_ctl_state_word(state), "(%s bit %u)", nd_ctl_groups[group].title,
			       bit);
}

static void caps_test_ctl_tables(struct kunit *test)
{
	static const u32 indices[] = { 0x481, 0x482, 0x48b, 0x492, 0x483, 0x493, 0x484 };
	const struct nd_ctl_group *found;
	u32 i, j;

	KUNIT_ASSERT_EQ(test, nd_nr_ctl_groups, (u32)ARRAY_SIZE(indices));
	for (i = 0; i < nd_nr_ctl_groups; i++) {
		const struct nd_ctl_group *group = &nd_ctl_groups[i];

		KUNIT_EXPECT_EQ(test, nd_reg_desc(group->reg)->index, indices[i]);
		for (j = 0; j < group->nr_bits; j++) {
			const struct nd_ctl_bit *bit = &group->bits[j];

			KUNIT_ASSERT_TRUE(test, bit->id && bit->label);
			KUNIT_EXPECT_TRUE(test, !strncmp(bit->id, "vmx-", 4) ||
						!strncmp(bit->id, "x-vmx-", 6));
			KUNIT_EXPECT_TRUE(test, group->kind == ND_CTLS_ALLOWED || bit->bit < 32);
			KUNIT_EXPECT_TRUE(test, j == 0 || bit->bit > group->bits[j - 1].bit);
			/* Ids are unique: the search finds this row and no earlier one. */
			KUNIT_EXPECT_TRUE(test, nd_ctl_find(bit->id, &found) == bit);
			KUNIT_EXPECT_TRUE(test, found == group);
		}
	}
	KUNIT_EXPECT_TRUE(test, !nd_ctl_find("vmx-shadow", &found));
	KUNIT_EXPECT_TRUE(test, !found);
	KUNIT_EXPECT_TRUE(test, !nd_ctl_find("", &found));
}

/* Which bits the SDM names: in the fields without gaps ranges, in the others one by one. */
static void caps_test_named_bits(struct kunit *test)
{
	static const u64 named[] = {
		[CAPS_PIN] = 1 << 0 | 1 << 3 | 7 << 5,
		[CAPS_PRIMARY] = 3 << 2 | 1 << 7 | 15 << 9 | 7 << 15 | 127 << 19 | 31ULL << 27,
		[CAPS_SECONDARY] = 0xffffffff,
		[CAPS_TERTIARY] = 0x3ff | 1 << 12,
		[CAPS_EXIT] = 1 << 2 | 1 << 9 | 1 << 12 | 1 << 15 | 0x3fffULL << 18,
		[CAPS_EXIT2] = 15,
		[CAPS_ENTRY] = 1 << 2 | 7 << 9 | 0x1fff << 13,
	};
	static const u32 default1[CAPS_ENTRY + 1] = {
		[CAPS_PIN] = 0x00000016,
		[CAPS_PRIMARY] = 0x0401e172,
		[CAPS_EXIT] = 0x00036dff,
		[CAPS_ENTRY] = 0x000011ff,
	};
	u32 i, j;

	for (i = 0; i < nd_nr_ctl_groups; i++) {
		u64 mask = 0;

		for (j = 0; j < nd_ctl_groups[i].nr_bits; j++)
			mask |= 1ULL << nd_ctl_groups[i].bits[j].bit;
		KUNIT_EXPECT_EQ_MSG(test, mask, named[i], "(%s)", nd_ctl_groups[i].title);
		KUNIT_EXPECT_EQ_MSG(test, nd_ctl_groups[i].default1, default1[i], "(%s)",
				    nd_ctl_groups[i].title);
	}
}

/* The plain register alone: each named bit in all four combinations, its neighbours clear. */
static void caps_test_ctl_bits_plain(struct kunit *test)
{
	u32 i, j;

	for (i = 0; i < nd_nr_ctl_groups; i++) {
		const struct nd_ctl_group *group = &nd_ctl_groups[i];

		for (j = 0; j < group->nr_bits; j++) {
			u32 bit = group->bits[j].bit;

			caps_set(group->reg, 0);
			caps_expect_ctl(test, i, bit, ND_CTL_NO);
			if (group->kind == ND_CTLS_ALLOWED) {
				caps_set(group->reg, 1ULL << bit);
				caps_expect_ctl(test, i, bit, ND_CTL_YES);
				caps_set(group->reg, ~(1ULL << bit));
				caps_expect_ctl(test, i, bit, ND_CTL_NO);
				continue;
			}
			caps_set(group->reg, 1ULL << (bit + 32));
			caps_expect_ctl(test, i, bit, ND_CTL_YES);
			caps_set(group->reg, 1ULL << (bit + 32) | 1ULL << bit);
			caps_expect_ctl(test, i, bit, ND_CTL_FORCED);
			caps_set(group->reg, 1ULL << bit);
			caps_expect_ctl(test, i, bit, ND_CTL_CONTRADICTORY);
			caps_set(group->reg, ~(1ULL << (bit + 32) | 1ULL << bit));
			caps_expect_ctl(test, i, bit, ND_CTL_NO);
		}
	}
}

static void caps_test_ctl_bits_true(struct kunit *test)
{
	u32 i, j;

	for (i = 0; i < nd_nr_ctl_groups; i++) {
		const struct nd_ctl_group *group = &nd_ctl_groups[i];

		if (group->true_reg == ND_NR_REGS)
			continue;
		for (j = 0; j < group->nr_bits; j++) {
			u64 must = 1ULL << group->bits[j].bit;
			u64 may = must << 32;

			caps_set(group->reg, may | must);
			caps_set(group->true_reg, may);
			caps_expect_ctl(test, i, group->bits[j].bit, ND_CTL_DEFAULT);
			caps_set(group->true_reg, may | must);
			caps_expect_ctl(test, i, group->bits[j].bit, ND_CTL_FORCED);
			caps_set(group->reg, may);
			caps_set(group->true_reg, may);
			caps_expect_ctl(test, i, group->bits[j].bit, ND_CTL_YES);
			caps_set(group->reg, 0);
			caps_set(group->true_reg, 0);
			caps_expect_ctl(test, i, group->bits[j].bit, ND_CTL_NO);
		}
	}
}

/* Software that knows the TRUE registers asks only them. */
static void caps_test_true_decides(struct kunit *test)
{
	caps_set(ND_VMX_PINBASED_CTLS, 0x0000007f00000016);
	caps_set(ND_VMX_TRUE_PINBASED_CTLS, 0x000000bf00000016);
	caps_expect_ctl(test, CAPS_PIN, 6, ND_CTL_NO);
	caps_expect_ctl(test, CAPS_PIN, 7, ND_CTL_YES);
	caps_set(ND_VMX_TRUE_PINBASED_CTLS, 0x0000007f00000056);
	caps_expect_ctl(test, CAPS_PIN, 6, ND_CTL_FORCED);
	caps_cpu.regs[ND_VMX_PINBASED_CTLS].state = ND_FAULT;
	caps_expect_ctl(test, CAPS_PIN, 0, ND_CTL_YES);
	caps_expect_ctl(test, CAPS_PIN, 1, ND_CTL_FORCED);
}

static void caps_test_true_not_there(struct kunit *test)
{
	static const enum nd_state states[] = { ND_UNKNOWN, ND_ABSENT, ND_FAULT };
	u32 i;

	caps_set(ND_VMX_PROCBASED_CTLS, 0xfff9fffe0401e172);
	for (i = 0; i < ARRAY_SIZE(states); i++) {
		caps_cpu.regs[ND_VMX_TRUE_PROCBASED_CTLS].state = states[i];
		caps_expect_ctl(test, CAPS_PRIMARY, 15, ND_CTL_FORCED);
		caps_expect_ctl(test, CAPS_PRIMARY, 2, ND_CTL_YES);
		caps_expect_ctl(test, CAPS_PRIMARY, 17, ND_CTL_NO);
	}
	/* A dump with a zero for it, and an IA32_VMX_BASIC that says there is none. */
	caps_set(ND_VMX_TRUE_PROCBASED_CTLS, 0);
	caps_set(ND_VMX_BASIC, 0x005a08000000000d);
	caps_expect_ctl(test, CAPS_PRIMARY, 15, ND_CTL_FORCED);
	caps_expect_ctl(test, CAPS_PRIMARY, 2, ND_CTL_YES);
	caps_run();
	KUNIT_EXPECT_STREQ(test, caps_find(ND_ROW_CONTROL, 0x482, 15, NULL)->state, "forced");
}

static void caps_test_ctl_unread(struct kunit *test)
{
	u32 i;

	for (i = 0; i < nd_nr_ctl_groups; i++) {
		caps_expect_ctl(test, i, 3, ND_CTL_UNKNOWN);
		caps_cpu.regs[nd_ctl_groups[i].reg].state = ND_ABSENT;
		caps_expect_ctl(test, i, 3, ND_CTL_ABSENT);
		caps_cpu.regs[nd_ctl_groups[i].reg].state = ND_FAULT;
		caps_expect_ctl(test, i, 3, ND_CTL_FAULT);
	}
}

static void caps_test_ctl_words(struct kunit *test)
{
	KUNIT_EXPECT_STREQ(test, nd_ctl_state_word(ND_CTL_NO), "no");
	KUNIT_EXPECT_STREQ(test, nd_ctl_state_word(ND_CTL_YES), "yes");
	KUNIT_EXPECT_STREQ(test, nd_ctl_state_word(ND_CTL_FORCED), "forced");
	KUNIT_EXPECT_STREQ(test, nd_ctl_state_word(ND_CTL_DEFAULT), "default");
	KUNIT_EXPECT_STREQ(test, nd_ctl_state_word(ND_CTL_CONTRADICTORY), "?");
	KUNIT_EXPECT_STREQ(test, nd_ctl_state_word(ND_CTL_FAULT), "fault");
	KUNIT_EXPECT_STREQ(test, nd_ctl_state_word(ND_CTL_ABSENT), "absent");
	KUNIT_EXPECT_STREQ(test, nd_ctl_state_word(ND_CTL_UNKNOWN), "unknown");
}

/* What people type for a bit, from QEMU's table of VMX features. */
static void caps_test_ids(struct kunit *test)
{
	static const struct {
		const char *id;
		u8 group;
		u8 bit;
	} known[] = {
		{ "vmx-posted-intr", CAPS_PIN, 7 },
		{ "vmx-cr3-load-noexit", CAPS_PRIMARY, 15 },
		{ "vmx-flexpriority", CAPS_PRIMARY, 21 },
		{ "vmx-secondary-ctls", CAPS_PRIMARY, 31 },
		{ "vmx-apicv-xapic", CAPS_SECONDARY, 0 },
		{ "vmx-ept", CAPS_SECONDARY, 1 },
		{ "vmx-apicv-register", CAPS_SECONDARY, 8 },
		{ "vmx-apicv-vid", CAPS_SECONDARY, 9 },
		{ "vmx-shadow-vmcs", CAPS_SECONDARY, 14 },
		{ "vmx-pml", CAPS_SECONDARY, 17 },
		{ "vmx-tsc-scaling", CAPS_SECONDARY, 25 },
		{ "vmx-enable-user-wait-pause", CAPS_SECONDARY, 26 },
		{ "vmx-exit-nosave-debugctl", CAPS_EXIT, 2 },
		{ "vmx-exit-save-preemption-timer", CAPS_EXIT, 22 },
		{ "vmx-exit-load-pkrs", CAPS_EXIT, 29 },
		{ "vmx-entry-noload-debugctl", CAPS_ENTRY, 2 },
		{ "vmx-entry-load-rtit-ctl", CAPS_ENTRY, 18 },
		{ "vmx-entry-load-pkrs", CAPS_ENTRY, 22 },
	};
	const struct nd_ctl_group *group;
	u32 i;

	for (i = 0; i < ARRAY_SIZE(known); i++) {
		const struct nd_ctl_bit *bit = nd_ctl_find(known[i].id, &group);

		KUNIT_ASSERT_TRUE(test, bit != NULL);
		KUNIT_EXPECT_EQ_MSG(test, bit->bit, known[i].bit, "(%s)", known[i].id);
		KUNIT_EXPECT_TRUE(test, group == &nd_ctl_groups[known[i].group]);
	}
}

/* The masks of KVM's list of controls that enlightened VMCS version 1 supports. */
static void caps_test_evmcs(struct kunit *test)
{
	static const u64 supported[] = {
		[CAPS_PIN] = 0x0000003f,
		[CAPS_PRIMARY] = 0xfff9fffe,
		[CAPS_SECONDARY] = 0xc75998fe,
		[CAPS_TERTIARY] = 0,
		[CAPS_EXIT] = 0x03bfffff,
		[CAPS_EXIT2] = 0,
		[CAPS_ENTRY] = 0x0007f3ff,
	};
	u32 i, j;

	for (i = 0; i < nd_nr_ctl_groups; i++) {
		const struct nd_ctl_group *group = &nd_ctl_groups[i];

		for (j = 0; j < group->nr_bits; j++)
			KUNIT_EXPECT_EQ_MSG(test, (u64)group->bits[j].evmcs,
					    supported[i] >> group->bits[j].bit & 1, "(%s)",
					    group->bits[j].id);
	}
}

static void caps_test_haswell_controls(struct kunit *test)
{
	caps_haswell();
	caps_expect_ctl(test, CAPS_PIN, 0, ND_CTL_YES);
	caps_expect_ctl(test, CAPS_PIN, 1, ND_CTL_FORCED);	/* reserved, default1 */
	caps_expect_ctl(test, CAPS_PIN, 6, ND_CTL_YES);
	caps_expect_ctl(test, CAPS_PIN, 7, ND_CTL_NO);
	caps_expect_ctl(test, CAPS_PRIMARY, 2, ND_CTL_YES);
	caps_expect_ctl(test, CAPS_PRIMARY, 15, ND_CTL_DEFAULT);
	caps_expect_ctl(test, CAPS_PRIMARY, 16, ND_CTL_DEFAULT);
	caps_expect_ctl(test, CAPS_PRIMARY, 17, ND_CTL_NO);
	caps_expect_ctl(test, CAPS_PRIMARY, 26, ND_CTL_FORCED);
	caps_expect_ctl(test, CAPS_PRIMARY, 31, ND_CTL_YES);
	caps_expect_ctl(test, CAPS_SECONDARY, 7, ND_CTL_YES);
	caps_expect_ctl(test, CAPS_SECONDARY, 8, ND_CTL_NO);
	caps_expect_ctl(test, CAPS_SECONDARY, 9, ND_CTL_NO);
	caps_expect_ctl(test, CAPS_SECONDARY, 10, ND_CTL_YES);
	caps_expect_ctl(test, CAPS_SECONDARY, 14, ND_CTL_YES);
	caps_expect_ctl(test, CAPS_SECONDARY, 15, ND_CTL_NO);
	caps_expect_ctl(test, CAPS_SECONDARY, 31, ND_CTL_NO);
	caps_expect_ctl(test, CAPS_TERTIARY, 4, ND_CTL_ABSENT);
	caps_expect_ctl(test, CAPS_EXIT, 2, ND_CTL_DEFAULT);
	caps_expect_ctl(test, CAPS_EXIT, 9, ND_CTL_YES);
	caps_expect_ctl(test, CAPS_EXIT, 22, ND_CTL_YES);
	caps_expect_ctl(test, CAPS_EXIT, 23, ND_CTL_NO);
	caps_expect_ctl(test, CAPS_EXIT2, 3, ND_CTL_ABSENT);
	caps_expect_ctl(test, CAPS_ENTRY, 2, ND_CTL_DEFAULT);
	caps_expect_ctl(test, CAPS_ENTRY, 9, ND_CTL_YES);
	caps_expect_ctl(test, CAPS_ENTRY, 15, ND_CTL_YES);
	caps_expect_ctl(test, CAPS_ENTRY, 16, ND_CTL_NO);
}

/* A Core 2 E7500 (Wolfdale): no TRUE registers, no EPT, no VPID. */
static void caps_test_wolfdale_controls(struct kunit *test)
{
	caps_set(ND_VMX_BASIC, 0x005a08000000000d);
	caps_set(ND_VMX_PINBASED_CTLS, 0x0000003f00000016);
	caps_set(ND_VMX_PROCBASED_CTLS, 0xf7f9fffe0401e172);
	caps_set(ND_VMX_EXIT_CTLS, 0x0003ffff00036dff);
	caps_set(ND_VMX_ENTRY_CTLS, 0x00003fff000011ff);
	caps_set(ND_VMX_PROCBASED_CTLS2, 0x0000004100000000);
	caps_expect_ctl(test, CAPS_PIN, 5, ND_CTL_YES);
	caps_expect_ctl(test, CAPS_PIN, 6, ND_CTL_NO);
	caps_expect_ctl(test, CAPS_PRIMARY, 15, ND_CTL_FORCED);
	caps_expect_ctl(test, CAPS_PRIMARY, 16, ND_CTL_FORCED);
	caps_expect_ctl(test, CAPS_PRIMARY, 27, ND_CTL_NO);
	caps_expect_ctl(test, CAPS_PRIMARY, 31, ND_CTL_YES);
	caps_expect_ctl(test, CAPS_SECONDARY, 0, ND_CTL_YES);
	caps_expect_ctl(test, CAPS_SECONDARY, 1, ND_CTL_NO);
	caps_expect_ctl(test, CAPS_SECONDARY, 5, ND_CTL_NO);
	caps_expect_ctl(test, CAPS_SECONDARY, 6, ND_CTL_YES);
	caps_expect_ctl(test, CAPS_EXIT, 2, ND_CTL_FORCED);
	caps_expect_ctl(test, CAPS_EXIT, 12, ND_CTL_YES);
	caps_expect_ctl(test, CAPS_EXIT, 18, ND_CTL_NO);
	caps_expect_ctl(test, CAPS_ENTRY, 2, ND_CTL_FORCED);
	caps_expect_ctl(test, CAPS_ENTRY, 13, ND_CTL_YES);
	caps_expect_ctl(test, CAPS_ENTRY, 14, ND_CTL_NO);
}

static void caps_test_control_rows(struct kunit *test)
{
	const struct caps_seen *seen;
	u32 i, rows = 0;

	caps_haswell();
	caps_run();
	for (i = 0; i < nd_nr_ctl_groups; i++)
		rows += nd_ctl_groups[i].nr_bits;
	KUNIT_EXPECT_EQ(test, caps_count(ND_ROW_CONTROL), rows);
	KUNIT_EXPECT_EQ(test, caps_count_unknown(), 0U);
	KUNIT_EXPECT_FALSE(test, caps_too_long);

	seen = caps_find(ND_ROW_CONTROL, 0x48b, 14, "VMCS shadowing");
	KUNIT_EXPECT_STREQ(test, seen->id, "vmx-shadow-vmcs");
	KUNIT_EXPECT_STREQ(test, seen->state, "yes");
	/* The plain register's number, also where the TRUE one decided. */
	seen = caps_find(ND_ROW_CONTROL, 0x482, 15, "CR3-load exiting");
	KUNIT_EXPECT_STREQ(test, seen->state, "default");
	seen = caps_find(ND_ROW_CONTROL, 0x492, 4, "Enable IPI virtualization");
	KUNIT_EXPECT_STREQ(test, seen->state, "absent");
}

static void caps_test_unknown_controls(struct kunit *test)
{
	caps_haswell();
	caps_set(ND_VMX_TRUE_PINBASED_CTLS, 0x0000027f00000016);	/* may be 1 */
	caps_set(ND_VMX_ENTRY_CTLS, 0x8000ffff800011ff);		/* must be 1 */
	caps_set(ND_VMX_TRUE_ENTRY_CTLS, 0x8000ffff800011fb);
	caps_set(ND_VMX_EXIT_CTLS2, 1ULL << 63);
	caps_run();
	KUNIT_EXPECT_EQ(test, caps_count_unknown(), 3U);
	KUNIT_EXPECT_STREQ(test, caps_find(ND_ROW_CONTROL, 0x481, 9, "bit 9 (unknown)")->state,
			   "yes");
	KUNIT_EXPECT_STREQ(test, caps_find(ND_ROW_CONTROL, 0x484, 31, "bit 31 (unknown)")->state,
			   "forced");
	KUNIT_EXPECT_STREQ(test, caps_find(ND_ROW_CONTROL, 0x493, 63, "bit 63 (unknown)")->state,
			   "yes");
	KUNIT_EXPECT_FALSE(test, caps_find(ND_ROW_CONTROL, 0x493, 63, NULL)->has_id);
}

/* Reserved controls of the default1 class say nothing new, however they are set. */
static void caps_test_default1_is_no_news(struct kunit *test)
{
	u32 i, j;

	for (i = 0; i < nd_nr_ctl_groups; i++) {
		const struct nd_ctl_group *group = &nd_ctl_groups[i];
		u64 mask = group->default1;

		for (j = 0; j < group->nr_bits; j++)
			mask |= 1ULL << group->bits[j].bit;
		caps_set(group->reg, group->kind == ND_CTLS_PAIR ? mask << 32 | mask : mask);
	}
	caps_run();
	KUNIT_EXPECT_EQ(test, caps_count_unknown(), 0U);
}

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
	KUNIT_EXPECT_EQ(test, fields_mask(field_svm_edx, ARRAY_SIZE(field_svm_edx)), 0x7fbfb5ffULL);
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
	KUNIT_EXPECT_EQ(test, caps_count(ND_ROW_MSR), (u32)ND_NR_REGS);

	/* Only IA32_FEATURE_CONTROL: some guests show no more. */
	caps_set(ND_FEATURE_CONTROL, 0x60001);
	caps_run();
	KUNIT_EXPECT_STREQ(test, caps_find(ND_ROW_FIELD, 0x3a, 0, "Locked")->state, "yes");
	KUNIT_EXPECT_STREQ(test, caps_find(ND_ROW_FIELD, 0x3a, 2, NULL)->state, "no");
	KUNIT_EXPECT_STREQ(test, caps_find(ND_ROW_FIELD, 0x3a, 17, NULL)->state, "yes");
	KUNIT_EXPECT_STREQ(test, caps_find(ND_ROW_FIELD, 0x3a, 18, NULL)->state, "yes");
	KUNIT_EXPECT_EQ(test, caps_count(ND_ROW_CONTROL), 0U);
}

static const struct caps_seen *caps_svm(const char *reg, u64 bit)
{
	static const struct caps_seen none = { .state = "none", .words = "none" };
	u32 i;

	for (i = 0; i < caps_nr_seen; i++)
		if (caps_seen[i].msr == 0x8000000a && !strcmp(caps_seen[i].reg, reg) &&
		    caps_seen[i].bit == bit)
			return &caps_seen[i];
	return &none;
}

static void caps_test_svm(struct kunit *test)
{
	caps_leaf(0x80000001, 0, 0, 1U << 2, 0);
	caps_leaf(0x8000000a, 0x00000001, 0x00008000, 0x00000000, 0x119b9cff);
	caps_set(ND_VM_CR, 0x18);
	caps_run();
	KUNIT_EXPECT_STREQ(test, caps_svm("eax", 0)->words, "1");
	KUNIT_EXPECT_STREQ(test, caps_svm("ebx", 0)->words, "32768");
	KUNIT_EXPECT_STREQ(test, caps_svm("edx", 0)->id, "npt");
	KUNIT_EXPECT_STREQ(test, caps_svm("edx", 0)->state, "yes");
	KUNIT_EXPECT_STREQ(test, caps_svm("edx", 3)->id, "nrip-save");
	KUNIT_EXPECT_STREQ(test, caps_svm("edx", 3)->state, "yes");
	KUNIT_EXPECT_STREQ(test, caps_svm("edx", 13)->id, "avic");
	KUNIT_EXPECT_STREQ(test, caps_svm("edx", 13)->state, "no");
	KUNIT_EXPECT_STREQ(test, caps_svm("edx", 15)->id, "v-vmsave-vmload");
	KUNIT_EXPECT_STREQ(test, caps_svm("edx", 16)->state, "yes");
	KUNIT_EXPECT_STREQ(test, caps_svm("edx", 18)->state, "no");
	KUNIT_EXPECT_STREQ(test, caps_svm("edx", 25)->id, "vnmi");
	KUNIT_EXPECT_STREQ(test, caps_svm("edx", 25)->state, "no");
	KUNIT_EXPECT_STREQ(test, caps_svm("edx", 28)->id, "svme-addr-chk");
	KUNIT_EXPECT_STREQ(test, caps_svm("edx", 28)->state, "yes");
	KUNIT_EXPECT_STREQ(test, caps_svm("edx", 11)->label, "bit 11 (unknown)");
	KUNIT_EXPECT_EQ(test, caps_count_unknown(), 1U);
	KUNIT_EXPECT_STREQ(test, caps_find(ND_ROW_FIELD, 0xc0010114, 3, "Locked")->state, "yes");
	KUNIT_EXPECT_STREQ(test, caps_find(ND_ROW_FIELD, 0xc0010114, 4, NULL)->state, "yes");
	KUNIT_EXPECT_STREQ(test, caps_find(ND_ROW_FIELD, 0xc0010114, 1, NULL)->state, "no");
}

static void caps_test_svm_bits(struct kunit *test)
{
	u32 i;

	for (i = 0; i < ARRAY_SIZE(field_svm_edx); i++) {
		u32 bit = field_svm_edx[i].low;

		caps_test_init(test);
		caps_leaf(0x80000001, 0, 0, 1U << 2, 0);
		caps_leaf(0x8000000a, 1, 0, 0, 1U << bit);
		caps_run();
		KUNIT_EXPECT_STREQ(test, caps_svm("edx", bit)->state, "yes");
		KUNIT_EXPECT_STREQ(test, caps_svm("edx", bit)->label, field_svm_edx[i].label);
		KUNIT_EXPECT_EQ(test, caps_count_unknown(), 0U);
		KUNIT_EXPECT_STREQ(test, caps_svm("edx", bit ? 0 : 1)->state, "no");
	}
}

/* The leaf without the feature means nothing. */
static void caps_test_no_svm(struct kunit *test)
{
	caps_leaf(0x8000000a, 1, 16, 0, 1);
	caps_run();
	KUNIT_EXPECT_EQ(test, caps_count(ND_ROW_FIELD), 0U);
	caps_leaf(0x80000001, 0, 0, 0, 0);
	caps_run();
	KUNIT_EXPECT_EQ(test, caps_count(ND_ROW_FIELD), 0U);
}

static struct kunit_case caps_test_cases[] = {
	KUNIT_CASE(caps_test_ctl_tables),
	KUNIT_CASE(caps_test_named_bits),
	KUNIT_CASE(caps_test_ctl_bits_plain),
	KUNIT_CASE(caps_test_ctl_bits_true),
	KUNIT_CASE(caps_test_true_decides),
	KUNIT_CASE(caps_test_true_not_there),
	KUNIT_CASE(caps_test_ctl_unread),
	KUNIT_CASE(caps_test_ctl_words),
	KUNIT_CASE(caps_test_ids),
	KUNIT_CASE(caps_test_evmcs),
	KUNIT_CASE(caps_test_haswell_controls),
	KUNIT_CASE(caps_test_wolfdale_controls),
	KUNIT_CASE(caps_test_control_rows),
	KUNIT_CASE(caps_test_unknown_controls),
	KUNIT_CASE(caps_test_default1_is_no_news),
	KUNIT_CASE(caps_test_field_masks),
	KUNIT_CASE(caps_test_field_tables),
	KUNIT_CASE(caps_test_field_bits),
	KUNIT_CASE(caps_test_field_ranges),
	KUNIT_CASE(caps_test_unknown_fields),
	KUNIT_CASE(caps_test_haswell_fields),
	KUNIT_CASE(caps_test_memory_types),
	KUNIT_CASE(caps_test_fixed_bits),
	KUNIT_CASE(caps_test_unread_fields),
	KUNIT_CASE(caps_test_msr_rows),
	KUNIT_CASE(caps_test_no_vmx),
	KUNIT_CASE(caps_test_svm),
	KUNIT_CASE(caps_test_svm_bits),
	KUNIT_CASE(caps_test_no_svm),
	{}
};

static struct kunit_suite nestdiag_caps_suite = {
	.name = "nestdiag_caps",
	.init = caps_test_init,
	.test_cases = caps_test_cases,
};
