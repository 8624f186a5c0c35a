// SPDX-License-Identifier: GPL-2.0-only
/*
 * VMX controls: which settings the processor allows.
 */
#include <kunit/test.h>
#include "core/base/row.h"
#include "core/caps/controls.h"
#include "core/facts/regs.h"

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

static void caps_test_ctl_describe(struct kunit *test)
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
	/* The plain register's number, also if the TRUE one decided. */
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

static struct kunit_case controls_test_cases[] = {
	KUNIT_CASE(caps_test_ctl_tables),
	KUNIT_CASE(caps_test_named_bits),
	KUNIT_CASE(caps_test_ctl_bits_plain),
	KUNIT_CASE(caps_test_ctl_bits_true),
	KUNIT_CASE(caps_test_true_decides),
	KUNIT_CASE(caps_test_true_not_there),
	KUNIT_CASE(caps_test_ctl_unread),
	KUNIT_CASE(caps_test_ctl_describe),
	KUNIT_CASE(caps_test_ids),
	KUNIT_CASE(caps_test_evmcs),
	KUNIT_CASE(caps_test_haswell_controls),
	KUNIT_CASE(caps_test_wolfdale_controls),
	KUNIT_CASE(caps_test_control_rows),
	KUNIT_CASE(caps_test_unknown_controls),
	KUNIT_CASE(caps_test_default1_is_no_news),
	{}
};

static struct kunit_suite nestdiag_controls_suite = {
	.name = "nestdiag_controls",
	.init = caps_test_init,
	.test_cases = controls_test_cases,
};
