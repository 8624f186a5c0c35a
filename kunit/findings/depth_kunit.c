// SPDX-License-Identifier: GPL-2.0-only
/*
 * Levels: where this machine is, how deep by what evidence, and what can be put on top.
 */
#include "core/caps/level.h"
#include "core/exits/account.h"
#include "core/exits/trace.h"
#include "core/findings/depth.h"
#include "core/record/snapshot_read.h"

static struct nd_cpu depth_test_cpu;
static struct nd_param depth_test_param;
static struct nd_host depth_test_host;
static struct nd_facts depth_test_facts;
static struct nd_trace depth_test_trace;

static int depth_test_init(struct kunit *test)
{
	memset(&depth_test_cpu, 0, sizeof(depth_test_cpu));
	memset(&depth_test_facts, 0, sizeof(depth_test_facts));
	memset(&depth_test_trace, 0, sizeof(depth_test_trace));
	depth_test_facts.cpus = &depth_test_cpu;
	depth_test_facts.nr_cpus = 1;
	depth_test_facts.max_cpus = 1;
	depth_test_facts.params = &depth_test_param;
	depth_test_facts.max_params = 1;
	return 0;
}

/* The one fact of the host: which modules are loaded. */
static void depth_test_modules(const char *modules)
{
	scnprintf(depth_test_host.key, sizeof(depth_test_host.key), "modules");
	scnprintf(depth_test_host.value, sizeof(depth_test_host.value), "%s", modules);
	depth_test_facts.host = &depth_test_host;
	depth_test_facts.nr_host = 1;
}

static void depth_test_leaf(u32 leaf, u32 eax, u32 ebx, u32 ecx, u32 edx)
{
	struct nd_cpu *cpu = &depth_test_cpu;

	cpu->cpuid[cpu->nr_cpuid++] = (struct nd_cpuid){ leaf, 0, eax, ebx, ecx, edx };
}

/* Intel with VMX on; a hypervisor below or not. */
static void depth_test_intel(bool hypervisor)
{
	depth_test_leaf(1, 0x306c3, 0, BIT(5) | (hypervisor ? BIT(31) : 0), 0);
	depth_test_cpu.regs[ND_FEATURE_CONTROL].state = ND_OK;
	depth_test_cpu.regs[ND_FEATURE_CONTROL].value = 5;
}

/* A vendor signature of 12 characters at @base. */
static void depth_test_signature(u32 base, u32 max, const char *text)
{
	u32 regs[3];

	memcpy(regs, text, sizeof(regs));
	depth_test_leaf(base, max, regs[0], regs[1], regs[2]);
}

/* Hyper-V's leaves as WSL 2 of Windows 11 shows them (host build 22621). */
static void depth_test_wsl(void)
{
	depth_test_intel(true);
	depth_test_signature(0x40000000, 0x4000000c, "Microsoft Hv");
	depth_test_leaf(0x40000001, 0x31237648, 0, 0, 0);
	depth_test_leaf(0x40000003, 0xae7f, 0x3b8030, 0, 0xe4bed7b6);
	depth_test_leaf(0x40000004, 0xa4e24, 0, 0, 0);
	depth_test_leaf(0x4000000a, 0x3e0101, 0, 0, 0);
}

/* Those of a Linux guest of KVM with QEMU's hv-* switched on, KVM's own behind them. */
static void depth_test_kvm_behind(bool kvm)
{
	depth_test_intel(true);
	depth_test_signature(0x40000000, 0x4000000a, "Microsoft Hv");
	depth_test_leaf(0x40000001, 0x31237648, 0, 0, 0);
	depth_test_leaf(0x40000003, 0x2aff, 0x830, 0, 0x80d12);
	depth_test_leaf(0x40000004, 0x4e2c, 0, 0, 0);
	if (kvm)
		depth_test_signature(0x40000100, 0x40000101, "KVMKVMKVM\0\0\0");
}

static void depth_test_nested(const char *value)
{
	scnprintf(depth_test_param.module, sizeof(depth_test_param.module), "kvm_intel");
	scnprintf(depth_test_param.name, sizeof(depth_test_param.name), "nested");
	scnprintf(depth_test_param.value, sizeof(depth_test_param.value), "%s", value);
	depth_test_facts.nr_params = 1;
}

static void depth_test_cost(u64 median)
{
	depth_test_facts.cost = (struct nd_cost){ 301, median - median / 20, median, 2000000 };
}

static const char *depth_test_place(struct nd_row *row)
{
	nd_row_init(row, ND_ROW_FACT, NULL, NULL, NULL);
	nd_place_describe(&depth_test_facts, &depth_test_cpu, row);
	return row->words;
}

static const char *depth_test_above(void)
{
	return nd_above_word(nd_above(&depth_test_facts, &depth_test_cpu));
}

static void depth_test_places(struct kunit *test)
{
	struct nd_row row;

	depth_test_wsl();
	KUNIT_EXPECT_STREQ(test, depth_test_place(&row), "guest of Microsoft Hyper-V");
	scnprintf(depth_test_facts.release, sizeof(depth_test_facts.release), "%s",
		  "5.15.153.1-microsoft-standard-WSL2");
	KUNIT_EXPECT_STREQ(test, depth_test_place(&row),
			   "guest of Microsoft Hyper-V: the virtual machine of WSL 2");
	/* The same kernel elsewhere is not WSL. */
	depth_test_cpu.nr_cpuid = 0;
	depth_test_intel(true);
	depth_test_signature(0x40000000, 0x40000001, "KVMKVMKVM\0\0\0");
	KUNIT_EXPECT_STREQ(test, depth_test_place(&row), "guest of KVM");
}

static void depth_test_azure(struct kunit *test)
{
	struct nd_row row;

	depth_test_wsl();
	depth_test_facts.host = &depth_test_host;
	depth_test_facts.nr_host = 1;
	scnprintf(depth_test_host.key, sizeof(depth_test_host.key), "dmi_asset");
	scnprintf(depth_test_host.value, sizeof(depth_test_host.value),
		  "7783-7084-3265-9085-8269-3286-77");
	KUNIT_EXPECT_STREQ(test, depth_test_place(&row),
			   "guest of Microsoft Hyper-V: a virtual machine of Azure");
	scnprintf(depth_test_host.value, sizeof(depth_test_host.value), "absent");
	KUNIT_EXPECT_STREQ(test, depth_test_place(&row), "guest of Microsoft Hyper-V");
}

static void depth_test_signatures(struct kunit *test)
{
	static const struct {
		char text[13];
		const char *word;
	} cases[] = {
		{ "KVMKVMKVM\0\0\0", "kvm" },
		{ "VMwareVMware", "vmware" },
		{ "VBoxVBoxVBox", "virtualbox" },
		{ "XenVMMXenVMM", "xen" },
		{ "TCGTCGTCGTCG", "tcg" },
		{ "bhyve bhyve ", "bhyve" },
		{ "prl hyperv  ", "parallels" },
		{ "ACRNACRNACRN", "acrn" },
		{ "NobodyKnows!", "unknown" },
	};
	struct nd_depth depth;
	u32 i;

	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		depth_test_init(test);
		depth_test_intel(true);
		depth_test_signature(0x40000000, 0x40000001, cases[i].text);
		KUNIT_EXPECT_STREQ(test, nd_level_word(&depth_test_cpu), cases[i].word);
		nd_depth_of(&depth_test_facts, &depth_test_cpu, &depth);
		KUNIT_EXPECT_TRUE(test, depth.known);
		KUNIT_EXPECT_EQ(test, depth.least, 1U);
	}
}

/* KVM behind Hyper-V's leaves is KVM; without its own there is no telling. */
static void depth_test_several(struct kunit *test)
{
	struct nd_row row;

	depth_test_kvm_behind(true);
	KUNIT_EXPECT_STREQ(test, nd_level_word(&depth_test_cpu), "kvm");
	KUNIT_EXPECT_STREQ(test, depth_test_place(&row),
			   "guest of KVM, which also offers the interface of Microsoft Hyper-V");
	depth_test_init(test);
	depth_test_kvm_behind(false);
	KUNIT_EXPECT_STREQ(test, nd_level_word(&depth_test_cpu), "hyperv");
}

static void depth_test_known(struct kunit *test)
{
	struct nd_depth depth;
	struct nd_row row;

	nd_depth_of(&depth_test_facts, &depth_test_cpu, &depth);
	KUNIT_EXPECT_FALSE(test, depth.known);
	nd_depth_row(&depth_test_facts, &depth_test_cpu, &row);
	KUNIT_EXPECT_STREQ(test, row.state, "unknown");
	KUNIT_EXPECT_STREQ(test, row.words, "CPUID was not recorded");

	depth_test_intel(false);
	nd_depth_of(&depth_test_facts, &depth_test_cpu, &depth);
	KUNIT_EXPECT_TRUE(test, depth.known);
	KUNIT_EXPECT_EQ(test, depth.least, 0U);
	KUNIT_EXPECT_FALSE(test, depth.likely);

	depth_test_init(test);
	depth_test_wsl();
	nd_depth_of(&depth_test_facts, &depth_test_cpu, &depth);
	KUNIT_EXPECT_EQ(test, depth.least, 1U);
	/* "Hyper-V runs nested itself", a hint of leaf 4; another place to say it is leaf 6. */
	depth_test_cpu.cpuid[4].eax |= BIT(12);
	nd_depth_of(&depth_test_facts, &depth_test_cpu, &depth);
	KUNIT_EXPECT_EQ(test, depth.least, 2U);
	depth_test_cpu.cpuid[4].eax &= ~BIT(12);
	depth_test_leaf(0x40000006, 1 << 10, 0, 0, 0);
	nd_depth_of(&depth_test_facts, &depth_test_cpu, &depth);
	KUNIT_EXPECT_EQ(test, depth.least, 2U);
}

static void depth_test_estimates(struct kunit *test)
{
	static const struct {
		u64 ticks;
		u32 from;
		u32 to;
	} cases[] = {
		{ 100, 0, 0 }, { 799, 0, 0 }, { 800, 1, 1 }, { 984, 1, 1 }, { 2500, 1, 1 },
		{ 6999, 1, 1 }, { 7000, 1, 2 }, { 9000, 1, 2 }, { 11999, 1, 2 }, { 12000, 2, 2 },
		{ 14770, 2, 2 }, { 23277, 2, 2 }, { 99999, 2, 2 }, { 100000, 2, 3 },
		{ 150000, 2, 3 }, { 249999, 2, 3 }, { 250000, 3, ND_DEPTH_MANY },
		{ 313082, 3, ND_DEPTH_MANY },
	};
	static const struct {
		u64 ticks;
		const char *words;
	} words[] = {
		{ 300, "without" }, { 984, "L1 (" }, { 9000, "L1 or L2 (" },
		{ 14770, "L2 (" }, { 150000, "L2 or L3 (" }, { 313082, "L3 or deeper (" },
	};
	struct nd_depth depth;
	struct nd_row row;
	u32 i;

	depth_test_intel(false);
	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		depth_test_cost(cases[i].ticks);
		nd_depth_of(&depth_test_facts, &depth_test_cpu, &depth);
		KUNIT_EXPECT_TRUE(test, depth.likely);
		KUNIT_EXPECT_EQ(test, depth.from, cases[i].from);
		KUNIT_EXPECT_EQ(test, depth.to, cases[i].to);
	}
	for (i = 0; i < ARRAY_SIZE(words); i++) {
		nd_row_init(&row, ND_ROW_FACT, NULL, NULL, NULL);
		KUNIT_EXPECT_TRUE(test, nd_cost_describe(&depth_test_cpu, words[i].ticks, &row));
		KUNIT_EXPECT_TRUE_MSG(test, strstr(row.words, words[i].words), "%s", row.words);
	}
	depth_test_cost(120);
	nd_depth_row(&depth_test_facts, &depth_test_cpu, &row);
	KUNIT_EXPECT_STREQ(test, row.words,
			   "L0, according to CPUID; CPUID takes 120 ticks, as without a VM exit (estimate)");
	depth_test_cost(1500);
	nd_depth_row(&depth_test_facts, &depth_test_cpu, &row);
	KUNIT_EXPECT_STREQ(test, row.words,
			   "L0, according to CPUID; CPUID takes 1500 ticks, as in L1 (estimate): possibly a hidden hypervisor");
	/* An emulator's CPUID is not an exit. */
	depth_test_cpu.nr_cpuid = 0;
	depth_test_intel(true);
	depth_test_signature(0x40000000, 0x40000001, "TCGTCGTCGTCG");
	nd_depth_of(&depth_test_facts, &depth_test_cpu, &depth);
	KUNIT_EXPECT_FALSE(test, depth.likely);
}

/* CPUID's name of a processor: four registers a leaf, in their order, padded on either side. */
static void depth_test_brand(struct kunit *test)
{
	static const char name[48] = "  ABCDEFGHIJ   NOPQRSTUVWXYZ 0123\001567\1779 abcdef  ";
	struct nd_cpuid leaf = { 0 };
	struct nd_row row;
	u32 i;

	depth_test_intel(false);
	for (i = 0; i < 3; i++) {
		memcpy(&leaf.eax, name + 16 * i, 4);
		memcpy(&leaf.ebx, name + 16 * i + 4, 4);
		memcpy(&leaf.ecx, name + 16 * i + 8, 4);
		memcpy(&leaf.edx, name + 16 * i + 12, 4);
		depth_test_leaf(0x80000002 + i, leaf.eax, leaf.ebx, leaf.ecx, leaf.edx);
	}
	nd_row_init(&row, ND_ROW_FACT, NULL, NULL, NULL);
	nd_cpu_describe(&depth_test_facts, &depth_test_cpu, &row);
	KUNIT_EXPECT_STREQ(test, row.words,
			   "ABCDEFGHIJ NOPQRSTUVWXYZ 0123.567.9 abcdef, 1 CPU");
}

/* Zhaoxin pads its name on either side. */
static void depth_test_vendor(struct kunit *test)
{
	struct nd_row row;

	depth_test_cpu.has_ident = true;
	memcpy(depth_test_cpu.vendor, "  Shanghai  ", sizeof(depth_test_cpu.vendor));
	depth_test_cpu.family = 7;
	depth_test_cpu.model = 59;
	nd_row_init(&row, ND_ROW_FACT, NULL, NULL, NULL);
	nd_cpu_describe(&depth_test_facts, &depth_test_cpu, &row);
	KUNIT_EXPECT_STREQ(test, row.words,
			   "Shanghai family 7 model 59 stepping 0, microcode 0x0, 1 CPU");
}

static void depth_test_on_top(struct kunit *test)
{
	struct nd_row row;

	KUNIT_EXPECT_STREQ(test, depth_test_above(), "unknown");
	depth_test_intel(false);
	KUNIT_EXPECT_STREQ(test, depth_test_above(), "unknown");
	depth_test_nested("Y");
	KUNIT_EXPECT_STREQ(test, depth_test_above(), "supported");
	nd_above_row(&depth_test_facts, &depth_test_cpu, &row);
	KUNIT_EXPECT_STREQ(test, row.words,
			   "guests (L1): yes; nested guests (L2): supported (kvm_intel on bare metal)");
	depth_test_nested("N");
	KUNIT_EXPECT_STREQ(test, depth_test_above(), "no");
	depth_test_nested("Y");
	depth_test_cpu.regs[ND_FEATURE_CONTROL].value = 1;
	KUNIT_EXPECT_STREQ(test, depth_test_above(), "no");
	nd_above_row(&depth_test_facts, &depth_test_cpu, &row);
	KUNIT_EXPECT_STREQ(test, row.words, "no guests: virtualization is locked here");

	/* SVM that is disabled KVM does not enable, locked or not. */
	depth_test_cpu.cpuid[0].ecx = 0;
	depth_test_leaf(0x80000000, 0x80000001, 0, 0, 0);
	depth_test_leaf(0x80000001, 0, 0, BIT(2), 0);
	depth_test_cpu.regs[ND_VM_CR] = (struct nd_value){ BIT(4), ND_OK };
	KUNIT_EXPECT_STREQ(test, depth_test_above(), "no");
	nd_above_row(&depth_test_facts, &depth_test_cpu, &row);
	KUNIT_EXPECT_STREQ(test, row.words, "no guests: virtualization is disabled here");
	depth_test_cpu.regs[ND_VM_CR].value = 0;
	nd_above_row(&depth_test_facts, &depth_test_cpu, &row);
	KUNIT_EXPECT_NOT_NULL(test, strstr(row.words, "guests (L1): yes"));
	depth_test_cpu.cpuid[2].ecx = 0;

	/* No VMX, and something else runs guests: they are no guest hypervisors. */
	nd_above_row(&depth_test_facts, &depth_test_cpu, &row);
	KUNIT_EXPECT_STREQ(test, row.words, "no guests: virtualization is absent here");
	depth_test_modules("kvm kvm_pvm");
	nd_above_row(&depth_test_facts, &depth_test_cpu, &row);
	KUNIT_EXPECT_NOT_NULL(test, strstr(row.words, "guests: yes, by software virtualization; nested guests: no"));
	depth_test_modules("mshv_root");
	nd_above_row(&depth_test_facts, &depth_test_cpu, &row);
	KUNIT_EXPECT_NOT_NULL(test, strstr(row.words, "guests: yes, through /dev/mshv"));

	depth_test_init(test);
	depth_test_wsl();
	depth_test_nested("1");
	KUNIT_EXPECT_STREQ(test, depth_test_above(), "unsupported");
	nd_above_row(&depth_test_facts, &depth_test_cpu, &row);
	KUNIT_EXPECT_STREQ(test, row.words,
			   "guests (L2): yes; nested guests (L3): unsupported (Hyper-V documents no level above L2; KVM would try, slowly)");
	depth_test_init(test);
	depth_test_kvm_behind(true);
	depth_test_nested("1");
	KUNIT_EXPECT_STREQ(test, depth_test_above(), "possible");
}

/* What was seen to run needs no documentation; but it may starve. */
static void depth_test_seen(struct kunit *test)
{
	struct nd_acct_cell *cell = &depth_test_trace.sum.cells[ND_LEVEL_NESTED][10];

	depth_test_wsl();
	depth_test_nested("1");
	depth_test_trace.isa = ND_ISA_VMX;
	depth_test_trace.tsc_khz = 1000000;
	depth_test_facts.trace = &depth_test_trace;
	KUNIT_EXPECT_STREQ(test, depth_test_above(), "unsupported");
	/* KVM counts an entry before it checks it, and the processor may refuse it. */
	depth_test_trace.sum.nested_entries = 1000;
	depth_test_trace.sum.nested_exits = 1000;
	KUNIT_EXPECT_STREQ(test, depth_test_above(), "unsupported");
	depth_test_trace.sum.cells[ND_LEVEL_NESTED]
		[nd_acct_slot(&depth_test_trace.sum, 0x80000021)].count = 1000;
	depth_test_trace.sum.guest[ND_LEVEL_NESTED] = 5000;
	KUNIT_EXPECT_STREQ(test, depth_test_above(), "unsupported");
	cell->count = 1;
	KUNIT_EXPECT_STREQ(test, depth_test_above(), "works");
	/* 2 s on exits, 10 ms in the guest */
	cell->count = 1000;
	cell->timed = 1000;
	cell->ticks = 2000000000;
	depth_test_trace.sum.guest[ND_LEVEL_NESTED] = 10000000;
	KUNIT_EXPECT_STREQ(test, depth_test_above(), "starves");
	depth_test_trace.sum.guest[ND_LEVEL_NESTED] = 1000000000;
	KUNIT_EXPECT_STREQ(test, depth_test_above(), "works");
	/* Parameter off: then whatever ran is the past. */
	depth_test_nested("0");
	KUNIT_EXPECT_STREQ(test, depth_test_above(), "no");
}

static enum nd_parsed depth_test_parse(struct nd_parser *p, const char *line)
{
	return nd_snapshot_parse(p, line, strlen(line));
}

static void depth_test_record(struct kunit *test)
{
	struct nd_parser p = { .facts = &depth_test_facts };

	KUNIT_EXPECT_EQ(test, depth_test_parse(&p, "nestdiag-snapshot 1"), ND_PARSED_OK);
	KUNIT_EXPECT_EQ(test, depth_test_parse(&p, "price 0 1 2 3"), ND_PARSED_BAD);
	KUNIT_EXPECT_EQ(test, depth_test_parse(&p, "price 5 10 9 3"), ND_PARSED_BAD);
	KUNIT_EXPECT_EQ(test, depth_test_parse(&p, "price 5 x 9 3"), ND_PARSED_BAD);
	KUNIT_EXPECT_EQ(test, depth_test_parse(&p, "price 5 8 9"), ND_PARSED_BAD);
	KUNIT_EXPECT_EQ(test, depth_test_facts.cost.samples, 0U);
	KUNIT_EXPECT_EQ(test, depth_test_parse(&p, "price 301 1100 1234 2000000"), ND_PARSED_OK);
	KUNIT_EXPECT_EQ(test, depth_test_facts.cost.samples, 301U);
	KUNIT_EXPECT_EQ(test, depth_test_facts.cost.min, 1100ULL);
	KUNIT_EXPECT_EQ(test, depth_test_facts.cost.median, 1234ULL);
	KUNIT_EXPECT_EQ(test, depth_test_facts.cost.tsc_khz, 2000000U);
	KUNIT_EXPECT_EQ(test, depth_test_parse(&p, "price 301 1100 1234 2000000"), ND_PARSED_BAD);
}

static struct kunit_case depth_test_cases[] = {
	KUNIT_CASE(depth_test_places),
	KUNIT_CASE(depth_test_azure),
	KUNIT_CASE(depth_test_signatures),
	KUNIT_CASE(depth_test_several),
	KUNIT_CASE(depth_test_known),
	KUNIT_CASE(depth_test_estimates),
	KUNIT_CASE(depth_test_brand),
	KUNIT_CASE(depth_test_vendor),
	KUNIT_CASE(depth_test_on_top),
	KUNIT_CASE(depth_test_seen),
	KUNIT_CASE(depth_test_record),
	{}
};

static struct kunit_suite nestdiag_depth_suite = {
	.name = "nestdiag_depth",
	.init = depth_test_init,
	.test_cases = depth_test_cases,
};
