// SPDX-License-Identifier: GPL-2.0-only
/*
 * Hyper-V's leaves, bit by bit.
 */
#include <kunit/test.h>
#include "core/base/row.h"
#include "core/caps/hvleaves.h"

/* WSL2 on Windows 11, build 22621-10.0-3-0.3447: every bit that matters to nesting, and others. */
static void hv_test_leaves_wsl2(struct kunit *test)
{
	static const struct {
		const char *id;
		const char *want;
	} cases[] = {
		{ "x-hv-interface", "Hv#1" },
		{ "x-hv-build", "22621" },
		{ "x-hv-major-version", "10" },
		{ "x-hv-minor-version", "0" },
		{ "x-hv-service-pack", "3" },
		{ "x-hv-service-branch", "0" },
		{ "x-hv-service-number", "3447" },
		{ "hv-runtime", "yes" },
		{ "hv-vpindex", "yes" },
		{ "hv-reset", "no" },
		{ "hv-time", "yes" },
		{ "hv-reenlightenment", "yes" },
		{ "x-hv-access-debug-regs", "no" },
		{ "x-hv-access-tsc-invariant", "yes" },
		{ "x-hv-create-partitions", "no" },
		{ "x-hv-post-messages", "yes" },
		{ "x-hv-extended-hypercalls", "yes" },
		{ "x-hv-start-virtual-processor", "yes" },
		{ "x-hv-isolation", "no" },
		{ "x-hv-mwait", "no" },
		{ "hv-xmm-input", "yes" },
		{ "hv-crash", "yes" },
		{ "hv-syndbg", "no" },
		{ "hv-stimer-direct", "yes" },
		{ "x-hv-lbr", "yes" },
		{ "hv-vapic", "no" },
		{ "hv-relaxed", "yes" },
		{ "hv-tlbflush", "yes" },
		{ "hv-ipi", "yes" },
		{ "x-hv-nested", "no" },
		{ "hv-evmcs", "yes" },
		{ "x-hv-use-x2apic", "yes" },
		{ "x-hv-evmcs-low", "1" },
		{ "x-hv-evmcs-high", "1" },
		{ "hv-tlbflush-direct", "yes" },
		{ "x-hv-guest-mapping-flush", "yes" },
		{ "hv-emsr-bitmap", "yes" },
		{ "x-hv-nested-debugctl", "yes" },
		{ "x-hv-enlightened-tlb", "no" },
		{ "x-hv-configure-profiler", "no" },
		{ "x-hv-extended-gva-ranges", "yes" },
		{ "x-hv-fast-hypercall-output", "yes" },
	};
	u32 i;

	hv_test_hyperv(0x4000000c);
	hv_test_leaf(0x40000002, 22621, 0x000a0000, 3, 3447);
	hv_test_leaf(0x40000003, 0xae7f, 0x3f8030, 0, 0xe4bed7b6);	/* EBX bit 18 is made up */
	hv_test_leaf(0x40000004, 0xa4e24, 0, 0, 0);
	hv_test_leaf(0x4000000a, 0x3e0101, 0, 0, 0);
	for (i = 0; i < ARRAY_SIZE(cases); i++)
		KUNIT_EXPECT_STREQ(test, hv_test_feature(cases[i].id), cases[i].want);

	/* EBX bit 18 has no name anywhere, and is shown. */
	hv_test_walk(ND_ROW_FEATURE, NULL, "ebx bit 18 (unknown)", 0x40000003);
	KUNIT_EXPECT_EQ(test, hv_test_seen.nr_found, 1U);
	KUNIT_EXPECT_EQ(test, hv_test_seen.bit, 18ULL);
	KUNIT_EXPECT_EQ(test, hv_test_seen.nr_unknown, 1U);
	KUNIT_EXPECT_STREQ(test, hv_test_fact("hypervisor_below"), "yes");
}

/* Values at the edges of the leaves that no guest has printed; synthetic. */
static void hv_test_leaves_synthetic(struct kunit *test)
{
	static const struct {
		const char *id;
		const char *want;
	} cases[] = {
		{ "x-hv-max-c-state", "2" },
		{ "x-hv-supervisor-shadow-stack", "yes" },
		{ "hv-spinlocks", "never notify" },
		{ "x-hv-address-bits", "46" },
		{ "x-hv-max-vps", "2048" },
		{ "x-hv-level", "1" },
		{ "x-hv-physical-destination", "no" },
		{ "x-hv-slat", "yes" },
		{ "x-hv-start-logical-processor", "no" },
		{ "x-hv-reserved-identity", "yes" },
		{ "x-hv-remap-guest-uncached", "yes" },
		{ "x-hv-svm", "no" },
		{ "x-hv-max-pasid-space-pasids", "1" },
		{ "x-hv-nested-synic", "yes" },
		{ "x-hv-nested-sint-polling", "no" },
		{ "x-hv-evmcs-perf-global-ctrl", "yes" },
		{ "x-hv-paravisor", "yes" },
		{ "x-hv-isolation-type", "SEV-SNP" },
		{ "x-hv-shared-gpa-boundary", "yes" },
		{ "x-hv-shared-gpa-bits", "47" },
	};
	u32 i;

	hv_test_hyperv(0x4000000c);
	hv_test_leaf(0x40000003, 0, 0, 0x42, 0);
	hv_test_leaf(0x40000004, 0, 0xffffffff, 46, 0);
	hv_test_leaf(0x40000005, 2048, 0, 0, 0);
	hv_test_leaf(0x40000006, 0x408, 0, 0, 0);
	hv_test_leaf(0x40000007, 0x80000000, 0, 1, 0);
	hv_test_leaf(0x40000008, 0x800, 0, 0, 0);
	hv_test_leaf(0x40000009, 0x4, 0, 0, 0);
	hv_test_leaf(0x4000000a, 0, 1, 0, 0);
	hv_test_leaf(0x4000000c, 1, 0x2 | BIT(5) | 47 << 6, 0, 0);
	for (i = 0; i < ARRAY_SIZE(cases); i++)
		KUNIT_EXPECT_STREQ(test, hv_test_feature(cases[i].id), cases[i].want);
	KUNIT_EXPECT_EQ(test, hv_test_seen.nr_unknown, 0U);
}

/* With every bit set, each bit of each register is in exactly one row. */
static void hv_test_every_bit_once(struct kunit *test)
{
	static const u32 leaves[] = {
		0x40000003, 0x40000004, 0x40000006, 0x40000007, 0x40000008, 0x40000009,
		0x4000000a, 0x4000000c,
	};
	/* 128 bits less those that share a row with others of their value. */
	static const u32 rows[] = {
		128 - 3, 128 - 31 - 6, 128 - 3, 128, 128 - 20 - 31 - 31, 128, 128 - 7 - 7,
		128 - 3 - 5,
	};
	u32 i;

	for (i = 0; i < ARRAY_SIZE(leaves); i++) {
		hv_test_init(test);
		hv_test_hyperv(0x4000000c);
		hv_test_leaf(leaves[i], ~0U, ~0U, ~0U, ~0U);
		hv_test_walk(ND_ROW_FEATURE, NULL, NULL, leaves[i]);
		KUNIT_EXPECT_EQ(test, hv_test_seen.nr_found, rows[i]);
	}
}

static const char *hv_test_ids[192];
static u32 hv_test_nr_ids, hv_test_nr_bad;

static void hv_test_collect(void *ctx, const struct nd_row *row)
{
	u32 i;

	if (row->kind != ND_ROW_FEATURE || !row->id)
		return;
	/* A longer label would push what follows out of its column. */
	if (strlen(row->label) > 54 || !(row->state || *row->words))
		hv_test_nr_bad++;
	if (strncmp(row->id, "hv-", 3) && strncmp(row->id, "kvm", 3) && strncmp(row->id, "x-", 2))
		hv_test_nr_bad++;
	for (i = 0; i < hv_test_nr_ids; i++)
		if (!strcmp(hv_test_ids[i], row->id))
			hv_test_nr_bad++;
	if (hv_test_nr_ids == ARRAY_SIZE(hv_test_ids))
		hv_test_nr_bad++;
	else
		hv_test_ids[hv_test_nr_ids++] = row->id;
}

static void hv_test_unique_ids(struct kunit *test)
{
	static const struct nd_emit emit = { .row = hv_test_collect };
	u32 i;

	hv_test_hyperv(0x4000000c);
	for (i = 2; i <= 0xc; i++)
		hv_test_leaf(0x40000000 + i, 0, 0, 0, 0);
	hv_test_base(0x40000100, 0x40000101, "KVMKVMKVM");
	hv_test_leaf(0x40000101, 0, 0, 0, 0);
	hv_test_nr_ids = 0;
	hv_test_nr_bad = 0;
	nd_hyperv_rows(&hv_test_facts, &emit);
	KUNIT_EXPECT_EQ(test, hv_test_nr_bad, 0U);
	KUNIT_EXPECT_TRUE(test, hv_test_nr_ids > 150);
}

static void hv_test_kvm_behind_hyperv(struct kunit *test)
{
	hv_test_hyperv(0x40000005);
	hv_test_base(0x40000100, 0x40000101, "KVMKVMKVM");
	hv_test_leaf(0x40000101, 0x0100003b, 0, 0, 1);
	KUNIT_EXPECT_STREQ(test, hv_test_feature("kvmclock"), "yes");
	KUNIT_EXPECT_STREQ(test, hv_test_feature("kvm-steal-time"), "yes");
	KUNIT_EXPECT_STREQ(test, hv_test_feature("kvm-mmu"), "no");
	KUNIT_EXPECT_STREQ(test, hv_test_feature("kvm-pv-eoi"), "no");
	KUNIT_EXPECT_STREQ(test, hv_test_feature("kvmclock-stable-bit"), "yes");
	KUNIT_EXPECT_STREQ(test, hv_test_feature("kvm-hint-dedicated"), "yes");
	KUNIT_EXPECT_EQ(test, hv_test_seen.nr_unknown, 0U);
}

static void hv_test_kvm_alone(struct kunit *test)
{
	hv_test_present(true);
	hv_test_base(0x40000000, 0x40000001, "KVMKVMKVM");
	hv_test_leaf(0x40000001, 0x01007efb | BIT(8), 0, 0, 0);
	KUNIT_EXPECT_STREQ(test, hv_test_feature("kvm-pv-ipi"), "yes");
	KUNIT_EXPECT_STREQ(test, hv_test_feature("kvm-mmu"), "no");
	KUNIT_EXPECT_EQ(test, hv_test_seen.nr_unknown, 1U);
	KUNIT_EXPECT_STREQ(test, hv_test_feature("hv-evmcs"), "");
	/* Two leaves as read, and none of Hyper-V's is missed. */
	KUNIT_EXPECT_EQ(test, hv_test_seen.nr_leaves, 2U);
	KUNIT_EXPECT_EQ(test, hv_test_seen.nr_assist, 0U);
}

/* A leaf above the reported maximum is absent; a reported one without a record is unknown. */
static void hv_test_missing_leaves(struct kunit *test)
{
	hv_test_hyperv(0x40000006);
	hv_test_leaf(0x40000003, 0xe7f, 0x88020, 0x2, 0xec1b0);
	hv_test_walk(ND_ROW_LEAF, NULL, NULL, 0x40000003);
	KUNIT_EXPECT_STREQ(test, hv_test_seen.state, "ok");
	KUNIT_EXPECT_STREQ(test, hv_test_seen.words,
			   "eax=00000e7f ebx=00088020 ecx=00000002 edx=000ec1b0");
	hv_test_walk(ND_ROW_LEAF, NULL, NULL, 0x40000004);
	KUNIT_EXPECT_STREQ(test, hv_test_seen.state, "unknown");
	hv_test_walk(ND_ROW_LEAF, NULL, NULL, 0x40000006);
	KUNIT_EXPECT_STREQ(test, hv_test_seen.state, "unknown");
	hv_test_walk(ND_ROW_LEAF, NULL, NULL, 0x40000007);
	KUNIT_EXPECT_STREQ(test, hv_test_seen.state, "absent");
	hv_test_walk(ND_ROW_LEAF, NULL, NULL, 0x4000000a);
	KUNIT_EXPECT_EQ(test, hv_test_seen.nr_found, 1U);
	KUNIT_EXPECT_STREQ(test, hv_test_seen.state, "absent");
	KUNIT_EXPECT_STREQ(test, hv_test_feature("hv-evmcs"), "");
}

static void hv_test_bare_metal(struct kunit *test)
{
	hv_test_present(false);
	KUNIT_EXPECT_STREQ(test, hv_test_fact("hypervisor_below"), "no");
	KUNIT_EXPECT_EQ(test, hv_test_seen.nr_features, 0U);
	KUNIT_EXPECT_EQ(test, hv_test_seen.nr_leaves, 0U);
}

/* No CPUID in a snapshot is not the same as no hypervisor. */
static void hv_test_not_recorded(struct kunit *test)
{
	KUNIT_EXPECT_STREQ(test, hv_test_fact("hypervisor_below"), "unknown");
	hv_test_facts.nr_cpus = 0;
	KUNIT_EXPECT_STREQ(test, hv_test_fact("hypervisor_below"), "unknown");
	KUNIT_EXPECT_EQ(test, hv_test_seen.nr_features, 0U);
}

static void hv_test_nameless(struct kunit *test)
{
	hv_test_present(true);
	hv_test_leaf(0x40000000, 0, 0, 0, 0);
	KUNIT_EXPECT_STREQ(test, hv_test_fact("hypervisor_below"), "yes");
	KUNIT_EXPECT_STREQ(test, hv_test_seen.words, "it does not say which");
	KUNIT_EXPECT_EQ(test, hv_test_seen.nr_features, 0U);
	KUNIT_EXPECT_EQ(test, hv_test_seen.nr_leaves, 1U);
}

static struct kunit_case hvleaves_test_cases[] = {
	KUNIT_CASE(hv_test_leaves_wsl2),
	KUNIT_CASE(hv_test_leaves_synthetic),
	KUNIT_CASE(hv_test_every_bit_once),
	KUNIT_CASE(hv_test_unique_ids),
	KUNIT_CASE(hv_test_kvm_behind_hyperv),
	KUNIT_CASE(hv_test_kvm_alone),
	KUNIT_CASE(hv_test_missing_leaves),
	KUNIT_CASE(hv_test_bare_metal),
	KUNIT_CASE(hv_test_not_recorded),
	KUNIT_CASE(hv_test_nameless),
	{}
};

static struct kunit_suite nestdiag_hvleaves_suite = {
	.name = "nestdiag_hvleaves",
	.init = hv_test_init,
	.test_cases = hvleaves_test_cases,
};
