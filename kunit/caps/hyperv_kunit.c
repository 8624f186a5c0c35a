// SPDX-License-Identifier: GPL-2.0-only
/*
 * Hypervisor signatures and Hyper-V's CPUID leaves.
 */
#include <kunit/test.h>
#include "core/caps/hyperv.h"

#define HV_TEST_INTERFACE	0x31237648	/* "Hv#1" */

static struct nd_cpu hv_test_cpu;
static struct nd_facts hv_test_facts;
static struct nd_signature hv_test_sig[ND_HV_MAX_BASES];

/* What a walk over the rows has to find, and what it found. */
static struct {
	enum nd_row_kind kind;
	const char *id;
	const char *label;
	u32 leaf;
	u32 nr_found;
	u32 nr_features;
	u32 nr_leaves;
	u32 nr_assist;
	u32 nr_unknown;
	u64 bit;
	char state[16];
	char words[ND_ROW_WORDS];
} hv_test_seen;

static int hv_test_init(struct kunit *test)
{
	memset(&hv_test_cpu, 0, sizeof(hv_test_cpu));
	memset(&hv_test_facts, 0, sizeof(hv_test_facts));
	hv_test_facts.cpus = &hv_test_cpu;
	hv_test_facts.nr_cpus = 1;
	hv_test_facts.max_cpus = 1;
	return 0;
}

static void hv_test_leaf(u32 leaf, u32 eax, u32 ebx, u32 ecx, u32 edx)
{
	hv_test_cpu.cpuid[hv_test_cpu.nr_cpuid++] = (struct nd_cpuid){
		.leaf = leaf, .eax = eax, .ebx = ebx, .ecx = ecx, .edx = edx,
	};
}

/* The bit that says "guest", set or not; other bits of the register must not matter. */
static void hv_test_present(bool present)
{
	hv_test_leaf(1, 0x306c3, 0, present ? 0xfffa3203 : 0x7ffafbff, 0xbfebfbff);
}

static void hv_test_base(u32 base, u32 max, const char *text)
{
	u32 regs[3] = { 0 };
	u32 i;

	for (i = 0; i < 12 && text[i]; i++)
		regs[i / 4] |= (u32)(u8)text[i] << (i % 4 * 8);
	hv_test_leaf(base, max, regs[0], regs[1], regs[2]);
}

/* A Hyper-V guest with that highest leaf; the leaves above 1 are the caller's. */
static void hv_test_hyperv(u32 max)
{
	hv_test_present(true);
	hv_test_base(0x40000000, max, "Microsoft Hv");
	hv_test_leaf(0x40000001, HV_TEST_INTERFACE, 0, 0, 0);
}

static const struct nd_col *hv_test_col(const struct nd_row *row, const char *key)
{
	u32 i;

	for (i = 0; i < row->nr_cols; i++)
		if (!strcmp(row->cols[i].key, key))
			return &row->cols[i];
	return NULL;
}

static void hv_test_row(void *ctx, const struct nd_row *row)
{
	const struct nd_col *leaf = hv_test_col(row, "leaf");
	const struct nd_col *bit = hv_test_col(row, "bit");

	hv_test_seen.nr_features += row->kind == ND_ROW_FEATURE && bit;
	hv_test_seen.nr_unknown += row->kind == ND_ROW_FEATURE && bit && !row->id;
	hv_test_seen.nr_leaves += row->kind == ND_ROW_LEAF;
	hv_test_seen.nr_assist += row->kind == ND_ROW_ASSIST;
	if (row->kind != hv_test_seen.kind)
		return;
	if (hv_test_seen.id && (!row->id || strcmp(row->id, hv_test_seen.id)))
		return;
	if (hv_test_seen.label && (!row->label || strcmp(row->label, hv_test_seen.label)))
		return;
	if (hv_test_seen.leaf && (!leaf || leaf->num != hv_test_seen.leaf))
		return;
	hv_test_seen.nr_found++;
	hv_test_seen.bit = bit ? bit->num : ~0ULL;
	scnprintf(hv_test_seen.state, sizeof(hv_test_seen.state), "%s",
		  row->state ? row->state : "");
	scnprintf(hv_test_seen.words, sizeof(hv_test_seen.words), "%s", row->words);
}

static void hv_test_walk(enum nd_row_kind kind, const char *id, const char *label, u32 leaf)
{
	static const struct nd_emit emit = { .row = hv_test_row };

	memset(&hv_test_seen, 0, sizeof(hv_test_seen));
	hv_test_seen.kind = kind;
	hv_test_seen.id = id;
	hv_test_seen.label = label;
	hv_test_seen.leaf = leaf;
	nd_hyperv_rows(&hv_test_facts, &emit);
}

/* State of the feature with that id, or its value in words; "" where there is none. */
static const char *hv_test_feature(const char *id)
{
	hv_test_walk(ND_ROW_FEATURE, id, NULL, 0);
	if (hv_test_seen.nr_found != 1)
		return hv_test_seen.nr_found ? "more than one" : "";
	return *hv_test_seen.state ? hv_test_seen.state : hv_test_seen.words;
}

static const char *hv_test_fact(const char *id)
{
	hv_test_walk(ND_ROW_FACT, id, NULL, 0);
	return hv_test_seen.state;
}

static void hv_test_present_bit(struct kunit *test)
{
	KUNIT_EXPECT_FALSE(test, nd_hv_present(&hv_test_cpu));
	hv_test_present(true);
	KUNIT_EXPECT_TRUE(test, nd_hv_present(&hv_test_cpu));
	hv_test_init(test);
	hv_test_present(false);
	KUNIT_EXPECT_FALSE(test, nd_hv_present(&hv_test_cpu));
}

static void hv_test_known_signatures(struct kunit *test)
{
	static const struct {
		const char *text;
		const char *id;
	} cases[] = {
		{ "Microsoft Hv", "hyperv" },
		{ "KVMKVMKVM", "kvm" },
		{ "Linux KVM Hv", "kvm" },
		{ "VMwareVMware", "vmware" },
		{ "XenVMMXenVMM", "xen" },
		{ "TCGTCGTCGTCG", "tcg" },
		{ "VBoxVBoxVBox", "virtualbox" },
		{ " prl hyperv ", "parallels" },
		{ " lrpepyh  vr", "parallels" },
		{ "ACRNACRNACRN", "acrn" },
		{ "bhyve bhyve ", "bhyve" },
		{ "QNXQVMBSQG", "qnx" },
		{ " QNXQVMBSQG ", "qnx" },
		{ "Jailhouse", "jailhouse" },
		{ "OpenBSDVMM58", "openbsd-vmm" },
		{ "___ NVMM ___", "nvmm" },
		{ "Apple VZ", "apple" },
		/* A part of a known one, or more than it, is not it. */
		{ "KVMKVM", "unknown" },
		{ "KVMKVMKVMKVM", "unknown" },
		{ "kvmkvmkvm", "unknown" },
		{ "1234567890ab", "unknown" },
	};
	u32 i;

	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		hv_test_init(test);
		hv_test_base(0x40000000, 0x40000010, cases[i].text);
		KUNIT_ASSERT_EQ(test, nd_hv_signatures(&hv_test_cpu, hv_test_sig), 1U);
		KUNIT_EXPECT_STREQ(test, hv_test_sig[0].id, cases[i].id);
		KUNIT_EXPECT_STREQ(test, hv_test_sig[0].signature, cases[i].text);
		KUNIT_EXPECT_EQ(test, hv_test_sig[0].base, 0x40000000U);
		KUNIT_EXPECT_EQ(test, hv_test_sig[0].max, 0x40000010U);
		/* Without a name in the table, the signature is the name. */
		if (!strcmp(cases[i].id, "unknown"))
			KUNIT_EXPECT_STREQ(test, hv_test_sig[0].name, cases[i].text);
	}
}

/* KVM behind the leaves of Hyper-V, as QEMU places it; the second interface is not overlooked. */
static void hv_test_two_interfaces(struct kunit *test)
{
	hv_test_hyperv(0x4000000a);
	hv_test_base(0x40000100, 0x40000101, "KVMKVMKVM");
	KUNIT_ASSERT_EQ(test, nd_hv_signatures(&hv_test_cpu, hv_test_sig), 2U);
	KUNIT_EXPECT_STREQ(test, hv_test_sig[0].id, "hyperv");
	KUNIT_EXPECT_STREQ(test, hv_test_sig[1].id, "kvm");
	KUNIT_EXPECT_EQ(test, hv_test_sig[1].base, 0x40000100U);
	KUNIT_EXPECT_EQ(test, hv_test_sig[1].max, 0x40000101U);
	KUNIT_EXPECT_TRUE(test, nd_hv_is_hyperv(&hv_test_cpu));
}

static void hv_test_interface_behind_a_gap(struct kunit *test)
{
	hv_test_base(0x40000200, 0x40000204, "XenVMMXenVMM");
	KUNIT_ASSERT_EQ(test, nd_hv_signatures(&hv_test_cpu, hv_test_sig), 1U);
	KUNIT_EXPECT_EQ(test, hv_test_sig[0].base, 0x40000200U);
	KUNIT_EXPECT_FALSE(test, nd_hv_is_hyperv(&hv_test_cpu));
}

/* Old KVM announces 0 and means one leaf more; an unknown text with 0 is no interface. */
static void hv_test_highest_leaf_zero(struct kunit *test)
{
	hv_test_base(0x40000000, 0, "KVMKVMKVM");
	KUNIT_ASSERT_EQ(test, nd_hv_signatures(&hv_test_cpu, hv_test_sig), 1U);
	KUNIT_EXPECT_EQ(test, hv_test_sig[0].max, 0x40000001U);
	hv_test_init(test);
	hv_test_base(0x40000000, 0, "0123456789ab");
	KUNIT_EXPECT_EQ(test, nd_hv_signatures(&hv_test_cpu, hv_test_sig), 0U);
}

static void hv_test_no_signatures(struct kunit *test)
{
	static const struct nd_cpuid garbage[] = {
		/* Highest basic leaves of real processors: frequencies, and a leaf of zeros. */
		{ .leaf = 0x40000000, .eax = 0xc80, .ebx = 0xe10, .ecx = 0x64 },
		{ .leaf = 0x40000000 },
		{ .leaf = 0x40000000, .eax = 0x7, .ebx = 0x340, .ecx = 0x340 },
		/* In range, but nothing that could be text. */
		{ .leaf = 0x40000000, .eax = 0x40000001 },
		{ .leaf = 0x40000000, .eax = 0x40000001, .ebx = 0x7263694d, .ecx = 0x01020304 },
		/* Text behind a zero: "Micr", nothing, "t Hv". */
		{ .leaf = 0x40000000, .eax = 0x4000000c, .ebx = 0x7263694d, .edx = 0x76482074 },
		/* Bytes above ASCII. */
		{ .leaf = 0x40000000, .eax = 0x40000001, .ebx = 0xcccccccc, .ecx = 0xcccccccc,
		  .edx = 0xcccccccc },
		/* The highest leaf is below the base, or another base's. */
		{ .leaf = 0x40000000, .eax = 0x3fffffff, .ebx = 0x4b4d564b, .ecx = 0x564b4d56,
		  .edx = 0x4d },
		{ .leaf = 0x40000000, .eax = 0x40000100, .ebx = 0x4b4d564b, .ecx = 0x564b4d56,
		  .edx = 0x4d },
		{ .leaf = 0x40000100, .eax = 0x40000001, .ebx = 0x4b4d564b, .ecx = 0x564b4d56,
		  .edx = 0x4d },
		/* Not where an interface can start. */
		{ .leaf = 0x40000080, .eax = 0x40000082, .ebx = 0x4b4d564b, .ecx = 0x564b4d56,
		  .edx = 0x4d },
	};
	u32 i;

	KUNIT_EXPECT_EQ(test, nd_hv_signatures(&hv_test_cpu, hv_test_sig), 0U);
	for (i = 0; i < ARRAY_SIZE(garbage); i++) {
		hv_test_init(test);
		hv_test_cpu.cpuid[0] = garbage[i];
		hv_test_cpu.nr_cpuid = 1;
		KUNIT_EXPECT_EQ(test, nd_hv_signatures(&hv_test_cpu, hv_test_sig), 0U);
	}
}

/* Hints and nested features as guests printed them at boot, and what Linux made of them. */
static void hv_test_evmcs_seen(struct kunit *test)
{
	static const struct {
		u32 hints;
		u32 nested;
		u32 version;
	} cases[] = {
		{ 0x0a4e24, 0x3e0101, 1 },	/* WSL2 on Windows 11, Intel */
		{ 0x9e4e24, 0x3e0101, 1 },	/* the same, later */
		{ 0x020e24, 0x000000, 0 },	/* WSL2 on Windows 10, nesting not exposed */
		{ 0x0a0e24, 0x000000, 0 },	/* guest of a Windows server */
		{ 0x004e2c, 0x080101, 1 },	/* guest of KVM that plays Hyper-V */
		/* Synthetic from here: one half of the offer without the other. */
		{ 0x004000, 0x000000, 0 },
		{ 0x000000, 0x000101, 0 },
		{ 0xffffbfff, 0xffffffff, 0 },
		{ 0x004000, 0x000100, 0 },	/* a range that starts at 0 is none */
		{ 0x004000, 0x000201, 2 },
		{ 0x004000, 0x000001, 1 },	/* the end of the range left out */
		{ 0x004000, 0x000202, 2 },
	};
	u32 i;

	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		hv_test_init(test);
		hv_test_hyperv(0x4000000c);
		hv_test_leaf(0x40000004, cases[i].hints, 0, 0, 0);
		hv_test_leaf(0x4000000a, cases[i].nested, 0, 0, 0);
		KUNIT_EXPECT_EQ(test, nd_hv_evmcs_offered(&hv_test_cpu), cases[i].version);
	}
}

static void hv_test_evmcs_needs_all(struct kunit *test)
{
	/* The leaf is not announced: what CPUID answers there is something else's data. */
	hv_test_hyperv(0x40000006);
	hv_test_leaf(0x40000004, 0x4000, 0, 0, 0);
	hv_test_leaf(0x4000000a, 0x0101, 0, 0, 0);
	KUNIT_EXPECT_EQ(test, nd_hv_evmcs_offered(&hv_test_cpu), 0U);

	/* The same leaves of a hypervisor that is not Hyper-V mean something else. */
	hv_test_init(test);
	hv_test_base(0x40000000, 0x40000010, "XenVMMXenVMM");
	hv_test_leaf(0x40000001, 0x00040011, 0, 0, 0);
	hv_test_leaf(0x40000004, 0x4000, 0, 0, 0);
	hv_test_leaf(0x4000000a, 0x0101, 0, 0, 0);
	KUNIT_EXPECT_EQ(test, nd_hv_evmcs_offered(&hv_test_cpu), 0U);

	/* Leaves that were not recorded offer nothing. */
	hv_test_init(test);
	hv_test_hyperv(0x4000000a);
	KUNIT_EXPECT_EQ(test, nd_hv_evmcs_offered(&hv_test_cpu), 0U);
	hv_test_leaf(0x40000004, 0x4000, 0, 0, 0);
	KUNIT_EXPECT_EQ(test, nd_hv_evmcs_offered(&hv_test_cpu), 0U);
}

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
	};
	u32 i;

	hv_test_hyperv(0x4000000c);
	hv_test_leaf(0x40000002, 22621, 0x000a0000, 3, 3447);
	hv_test_leaf(0x40000003, 0xae7f, 0x3b8030, 0, 0xe4bed7b6);
	hv_test_leaf(0x40000004, 0xa4e24, 0, 0, 0);
	hv_test_leaf(0x4000000a, 0x3e0101, 0, 0, 0);
	for (i = 0; i < ARRAY_SIZE(cases); i++)
		KUNIT_EXPECT_STREQ(test, hv_test_feature(cases[i].id), cases[i].want);

	/* EBX bits 15 and 19 have no name anywhere, and are shown. */
	hv_test_walk(ND_ROW_FEATURE, NULL, "ebx bit 15 (unknown)", 0x40000003);
	KUNIT_EXPECT_EQ(test, hv_test_seen.nr_found, 1U);
	KUNIT_EXPECT_EQ(test, hv_test_seen.bit, 15ULL);
	KUNIT_EXPECT_EQ(test, hv_test_seen.nr_unknown, 2U);
	KUNIT_EXPECT_STREQ(test, hv_test_fact("hypervisor"), "yes");
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

/* A leaf above the announced maximum is absent; an announced one without a record is unknown. */
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
	KUNIT_EXPECT_STREQ(test, hv_test_fact("hypervisor"), "no");
	KUNIT_EXPECT_EQ(test, hv_test_seen.nr_features, 0U);
	KUNIT_EXPECT_EQ(test, hv_test_seen.nr_leaves, 0U);
}

/* No CPUID in a snapshot is not the same as no hypervisor. */
static void hv_test_not_recorded(struct kunit *test)
{
	KUNIT_EXPECT_STREQ(test, hv_test_fact("hypervisor"), "unknown");
	hv_test_facts.nr_cpus = 0;
	KUNIT_EXPECT_STREQ(test, hv_test_fact("hypervisor"), "unknown");
	KUNIT_EXPECT_EQ(test, hv_test_seen.nr_features, 0U);
}

static void hv_test_nameless(struct kunit *test)
{
	hv_test_present(true);
	hv_test_leaf(0x40000000, 0, 0, 0, 0);
	KUNIT_EXPECT_STREQ(test, hv_test_fact("hypervisor"), "yes");
	KUNIT_EXPECT_STREQ(test, hv_test_seen.words, "it does not say which");
	KUNIT_EXPECT_EQ(test, hv_test_seen.nr_features, 0U);
	KUNIT_EXPECT_EQ(test, hv_test_seen.nr_leaves, 1U);
}

static struct kunit_case hv_test_cases[] = {
	KUNIT_CASE(hv_test_present_bit),
	KUNIT_CASE(hv_test_known_signatures),
	KUNIT_CASE(hv_test_two_interfaces),
	KUNIT_CASE(hv_test_interface_behind_a_gap),
	KUNIT_CASE(hv_test_highest_leaf_zero),
	KUNIT_CASE(hv_test_no_signatures),
	KUNIT_CASE(hv_test_evmcs_seen),
	KUNIT_CASE(hv_test_evmcs_needs_all),
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

static struct kunit_suite nestdiag_hyperv_suite = {
	.name = "nestdiag_hyperv",
	.init = hv_test_init,
	.test_cases = hv_test_cases,
};
