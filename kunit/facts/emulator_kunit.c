// SPDX-License-Identifier: GPL-2.0-only
/*
 * Machines that no hypervisor announces: by the name of the processor, and FEX by its signature.
 */
#include "core/facts/brand.h"
#include "core/facts/emulator.h"
#include "core/features/features.h"
#include "core/features/attribute.h"

static void emulator_test_name(const char *name)
{
	char text[48] = "";
	u32 i, regs[4];

	memcpy(text, name, strlen(name));
	for (i = 0; i < 3; i++) {
		memcpy(regs, text + 16 * i, sizeof(regs));
		depth_test_leaf(0x80000002 + i, regs[0], regs[1], regs[2], regs[3]);
	}
}

/* Names as box64, Rosetta, Windows on Arm (instlatx64) and QEMU write them, blanks included. */
static const struct {
	const char *name;
	const char *word;	/* NULL: a real processor */
	bool foreign;
} emulator_tests[] = {
	{ "VirtualApple @ 2.50GHz", "rosetta", true },
	{ "Box64 on Cortex-A76 @2.40 GHz", "box64", true },
	{ "Box86 on Cortex-A72 @1800 MHz", "box64", true },
	{ "                          Virtual CPU @ 2.20GHz", "windows-arm", true },
	{ "QEMU Virtual CPU version 2.5+", "qemu", false },
	{ "QEMU TCG CPU version 2.5+", "qemu", false },
	{ "Common KVM processor", "qemu", false },
	{ "Intel(R) Core(TM) i7-4770 CPU @ 3.40GHz", NULL, false },
	{ "AMD Ryzen 9 9950X 16-Core Processor", NULL, false },
	{ "Box64", NULL, false },
	{ "The VirtualApple @ 2.50GHz", NULL, false },
	{ "", NULL, false },
};

static void emulator_test_names(struct kunit *test)
{
	struct nd_depth depth;
	struct nd_row row;
	u32 i;

	for (i = 0; i < ARRAY_SIZE(emulator_tests); i++) {
		const char *word = emulator_tests[i].word;

		depth_test_init(test);
		depth_test_leaf(1, 0x306c3, 0, 0x7ed8320b, 0);
		emulator_test_name(emulator_tests[i].name);
		KUNIT_EXPECT_STREQ(test, nd_level_word(&depth_test_cpu),
				   word ? word : "bare-metal");
		KUNIT_EXPECT_EQ(test, nd_hv_present(&depth_test_cpu), word != NULL);
		KUNIT_EXPECT_FALSE(test, nd_hv_announced(&depth_test_cpu));
		KUNIT_EXPECT_EQ(test, !!strstr(depth_test_place(&row), "bare metal"), !word);
		KUNIT_EXPECT_EQ(test, !!strstr(row.words, "x86 emulated by"),
				emulator_tests[i].foreign);
		nd_depth_of(&depth_test_facts, &depth_test_cpu, &depth);
		KUNIT_EXPECT_EQ(test, depth.known, !emulator_tests[i].foreign);
		KUNIT_EXPECT_EQ(test, depth.least, word && !emulator_tests[i].foreign ? 1U : 0U);
	}
}

/* The cost of CPUID there is that of an emulation: no level follows. */
static void emulator_test_cost(struct kunit *test)
{
	struct nd_depth depth;

	depth_test_leaf(1, 0x306c3, 0, 0x7ed8320b, 0);
	emulator_test_name("VirtualApple @ 2.50GHz");
	depth_test_cost(300000);
	nd_depth_of(&depth_test_facts, &depth_test_cpu, &depth);
	KUNIT_EXPECT_FALSE(test, depth.likely);
}

/* FEX has a leaf of hypervisors, and can leave out the bit. */
static void emulator_test_fex(struct kunit *test)
{
	struct nd_depth depth;
	u32 bit;

	for (bit = 0; bit < 2; bit++) {
		depth_test_init(test);
		depth_test_leaf(1, 0x306c3, 0, 0x7ed8320b | (bit ? BIT(31) : 0), 0);
		depth_test_signature(0x40000000, 0x40000001, "FEXIFEXIEMU");
		KUNIT_EXPECT_STREQ(test, nd_level_word(&depth_test_cpu), "fex");
		KUNIT_EXPECT_TRUE(test, nd_emulator_foreign(&depth_test_cpu) != NULL);
	}
	/* A hypervisor that announces itself knows better than QEMU's name of the processor. */
	depth_test_init(test);
	depth_test_intel(true);
	emulator_test_name("QEMU Virtual CPU version 2.5+");
	depth_test_signature(0x40000000, 0x40000001, "KVMKVMKVM\0\0");
	KUNIT_EXPECT_STREQ(test, nd_level_word(&depth_test_cpu), "kvm");
	depth_test_cost(15000);
	nd_depth_of(&depth_test_facts, &depth_test_cpu, &depth);
	KUNIT_EXPECT_TRUE(test, depth.likely);
	KUNIT_EXPECT_EQ(test, depth.from, 2U);
}

/* Nothing below could pass on what is missing there: nobody is to blame, and no --below helps. */
static void emulator_test_features(struct kunit *test)
{
	const struct nd_scene scene = { .facts = &depth_test_facts, .cpu = &depth_test_cpu };
	struct nd_row row;
	u32 i;

	depth_test_leaf(0, 0xd, 0x756e6547, 0x6c65746e, 0x49656e69);
	depth_test_leaf(1, 0x306c3, 0, 0x7ed83203, 0);
	depth_test_leaf(0x80000001, 0, 0, 0, 0);
	emulator_test_name("Box64 on Cortex-A76 @2.40 GHz");
	for (i = 0; i < nd_nr_features; i++) {
		if (nd_features[i].flags & ND_FEATURE_SVM)
			continue;
		nd_row_init(&row, ND_ROW_NOTE, NULL, NULL, NULL);
		KUNIT_EXPECT_EQ_MSG(test, nd_feature_state(&scene, &nd_features[i], &row),
				    ND_FEATURE_ABSENT, "(%s)", nd_features[i].id);
		KUNIT_EXPECT_TRUE(test, !strstr(row.words, "--below"));
	}
}

/* ECX of VIA's first processors is what the register held before: Samuel, from instlatx64. */
static void emulator_test_leftover(struct kunit *test)
{
	depth_test_leaf(0, 1, 0x746e6543, 0x736c7561, 0x48727561);
	depth_test_leaf(1, 0x660, 0xc1704000, 0xc1705f8c, 0x8031b5);
	depth_test_leaf(0x80000000, 0x80000005, 0xc1704000, 0xc1705f8c, 0x10);
	depth_test_leaf(0x80000001, 0x660, 0xc1704000, 0xc1705f8c, 0x808031b5);
	KUNIT_EXPECT_FALSE(test, nd_hv_present(&depth_test_cpu));
	KUNIT_EXPECT_STREQ(test, nd_level_word(&depth_test_cpu), "bare-metal");
	KUNIT_EXPECT_FALSE(test, nd_scene_is_svm(&depth_test_cpu));
	/* QEMU's pentium on KVM: leaf 1 is the highest, and answers for leaves beyond it. */
	depth_test_init(test);
	depth_test_leaf(0, 1, 0x756e6547, 0x6c65746e, 0x49656e69);
	depth_test_leaf(1, 0x543, 0x800, BIT(31), 0x3bf);
	depth_test_leaf(0x80000000, 0x543, 0x800, BIT(31), 0x3bf);
	KUNIT_EXPECT_TRUE(test, nd_hv_present(&depth_test_cpu));
}

static struct kunit_case emulator_test_cases[] = {
	KUNIT_CASE(emulator_test_names),
	KUNIT_CASE(emulator_test_cost),
	KUNIT_CASE(emulator_test_fex),
	KUNIT_CASE(emulator_test_features),
	KUNIT_CASE(emulator_test_leftover),
	{}
};

static struct kunit_suite nestdiag_emulator_suite = {
	.name = "nestdiag_emulator",
	.init = depth_test_init,
	.test_cases = emulator_test_cases,
};
