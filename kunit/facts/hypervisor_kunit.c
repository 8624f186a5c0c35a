// SPDX-License-Identifier: GPL-2.0-only
/*
 * Which hypervisor interfaces CPUID reports, and whether eVMCS is offered.
 */
#include <kunit/test.h>
#include "core/facts/facts.h"
#include "core/facts/hypervisor.h"

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
		{ "FEXIFEXIEMU", "fex" },
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

/* Old KVM reports 0 and means one leaf more; an unknown text with 0 is no interface. */
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
	/* The leaf is not reported: what CPUID returns there is other data. */
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

/* By CreatePartitions, CpuManagement and Isolation, as Linux has it. */
static void hv_test_partition(struct kunit *test)
{
	static const struct {
		u32 ebx;
		enum nd_partition partition;
	} cases[] = {
		{ 0x00000030, ND_PARTITION_GUEST },
		{ 0x00001030, ND_PARTITION_GUEST },
		{ 0x00000001, ND_PARTITION_L1VH },
		{ 0x00001001, ND_PARTITION_ROOT },
		{ 0x00401001, ND_PARTITION_ISOLATED },
		{ 0x00400030, ND_PARTITION_ISOLATED },
	};
	u32 i;

	KUNIT_EXPECT_EQ(test, nd_hv_partition(&hv_test_cpu), ND_PARTITION_GUEST);
	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		hv_test_init(test);
		hv_test_hyperv(0x4000000a);
		hv_test_leaf(0x40000003, 0x27e, cases[i].ebx, 0, 0);
		KUNIT_EXPECT_EQ_MSG(test, nd_hv_partition(&hv_test_cpu), cases[i].partition, "0x%x",
				    cases[i].ebx);
	}
}

static void hv_test_pvm(struct kunit *test)
{
	hv_test_present(true);
	hv_test_leaf(0x40000000, 0x40000002, 0x4b4d564b, 0x564b4d56, 0x4d);
	KUNIT_EXPECT_FALSE(test, nd_hv_is_pvm(&hv_test_cpu));
	hv_test_leaf(0x40000002, 0, 0x4d5650, 0, 0);
	KUNIT_EXPECT_TRUE(test, nd_hv_is_pvm(&hv_test_cpu));
	/* Hyper-V has its version there. */
	hv_test_init(test);
	hv_test_hyperv(0x4000000a);
	hv_test_leaf(0x40000002, 0, 0x4d5650, 0, 0);
	KUNIT_EXPECT_FALSE(test, nd_hv_is_pvm(&hv_test_cpu));
}

static struct kunit_case hypervisor_test_cases[] = {
	KUNIT_CASE(hv_test_present_bit),
	KUNIT_CASE(hv_test_known_signatures),
	KUNIT_CASE(hv_test_two_interfaces),
	KUNIT_CASE(hv_test_interface_behind_a_gap),
	KUNIT_CASE(hv_test_highest_leaf_zero),
	KUNIT_CASE(hv_test_no_signatures),
	KUNIT_CASE(hv_test_evmcs_seen),
	KUNIT_CASE(hv_test_evmcs_needs_all),
	KUNIT_CASE(hv_test_partition),
	KUNIT_CASE(hv_test_pvm),
	{}
};

static struct kunit_suite nestdiag_hypervisor_suite = {
	.name = "nestdiag_hypervisor",
	.init = hv_test_init,
	.test_cases = hypervisor_test_cases,
};
