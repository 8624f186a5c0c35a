// SPDX-License-Identifier: GPL-2.0-only
/*
 * What status says of a machine, on a screen and in the kernel log.
 */
#include <kunit/test.h>
#include "core/findings/status.h"

static void status_test_feature_control(struct kunit *test)
{
	static const struct {
		u64 value;
		enum nd_usable usable;
	} cases[] = {
		{ 0x0, ND_USABLE_UNLOCKED },
		{ 0x1, ND_USABLE_LOCKED },	/* locked, nothing enabled */
		{ 0x2, ND_USABLE_UNLOCKED },
		{ 0x3, ND_USABLE_LOCKED },	/* inside SMX only: of no use to KVM */
		{ 0x4, ND_USABLE_UNLOCKED },
		{ 0x5, ND_USABLE_YES },
		{ 0x100005, ND_USABLE_YES },
	};
	struct nd_cpu *cpu = status_test_intel(0);
	u32 i;

	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		cpu->regs[ND_FEATURE_CONTROL].value = cases[i].value;
		KUNIT_EXPECT_EQ(test, nd_vmx_usable(cpu), cases[i].usable);
	}
	cpu->regs[ND_FEATURE_CONTROL].state = ND_FAULT;
	KUNIT_EXPECT_EQ(test, nd_vmx_usable(cpu), ND_USABLE_UNKNOWN);
	cpu->regs[ND_FEATURE_CONTROL].state = ND_UNKNOWN;
	KUNIT_EXPECT_EQ(test, nd_vmx_usable(cpu), ND_USABLE_UNKNOWN);
}

static void status_test_no_vmx(struct kunit *test)
{
	struct nd_cpu *cpu = status_test_intel(0);

	cpu->cpuid[1].ecx = 0;
	KUNIT_EXPECT_EQ(test, nd_vmx_usable(cpu), ND_USABLE_NO_CPUID);
	KUNIT_EXPECT_EQ(test, nd_svm_usable(cpu), ND_USABLE_NO_CPUID);
	KUNIT_EXPECT_EQ(test, nd_status_exit(&status_test_facts), ND_EXIT_BROKEN);
	KUNIT_EXPECT_STREQ(test, status_test_findings(), "virt-absent ");
}

/* A snapshot of registers alone, as people paste them. */
static void status_test_without_cpuid(struct kunit *test)
{
	struct nd_cpu *cpu = status_test_intel(0);

	cpu->nr_cpuid = 0;
	KUNIT_EXPECT_EQ(test, nd_vmx_usable(cpu), ND_USABLE_YES);
	KUNIT_EXPECT_STREQ(test, nd_level_word(cpu), "unknown");
	KUNIT_EXPECT_EQ(test, status_test_culprit("vmx-shadow-vmcs"), ND_CULPRIT_NONE);
	KUNIT_EXPECT_EQ(test, status_test_culprit("vmx-pml"), ND_CULPRIT_UNDECIDED);
	cpu->regs[ND_VMX_BASIC].state = ND_UNKNOWN;
	KUNIT_EXPECT_EQ(test, nd_vmx_usable(cpu), ND_USABLE_UNKNOWN);
	cpu->regs[ND_FEATURE_CONTROL].value = 1;
	KUNIT_EXPECT_EQ(test, nd_vmx_usable(cpu), ND_USABLE_LOCKED);
}

static void status_test_svm(struct kunit *test)
{
	struct nd_cpu *cpu = &status_test_cpus[0];

	status_test_leaf(cpu, 1, 0x830f10, 0, 0, 0);
	status_test_leaf(cpu, 0x80000000, 0x8000001f, 0, 0, 0);
	status_test_leaf(cpu, 0x80000001, 0, 0, BIT(2), 0);
	KUNIT_EXPECT_EQ(test, nd_svm_usable(cpu), ND_USABLE_UNKNOWN);
	status_test_reg(cpu, ND_VM_CR, 0);
	KUNIT_EXPECT_EQ(test, nd_svm_usable(cpu), ND_USABLE_YES);
	/* Whether KVM nests is not known yet. */
	KUNIT_EXPECT_EQ(test, nd_status_exit(&status_test_facts), ND_EXIT_UNKNOWN);
	status_test_param("kvm_amd", "nested", "1");
	scnprintf(status_test_facts.release, sizeof(status_test_facts.release), "6.12.117");
	KUNIT_EXPECT_EQ(test, nd_status_exit(&status_test_facts), ND_EXIT_OK);
	cpu->regs[ND_VM_CR].value = BIT(3);
	KUNIT_EXPECT_EQ(test, nd_svm_usable(cpu), ND_USABLE_YES);
	cpu->regs[ND_VM_CR].value = BIT(4);
	KUNIT_EXPECT_EQ(test, nd_svm_usable(cpu), ND_USABLE_UNLOCKED);
	cpu->regs[ND_VM_CR].value = BIT(4) | BIT(3);
	KUNIT_EXPECT_EQ(test, nd_svm_usable(cpu), ND_USABLE_LOCKED);
	KUNIT_EXPECT_STREQ(test, status_test_findings(), "virt-locked ");
	KUNIT_EXPECT_EQ(test, nd_status_exit(&status_test_facts), ND_EXIT_BROKEN);
}

static void status_test_bare_metal(struct kunit *test)
{
	struct nd_cpu *cpu = status_test_intel(0);

	KUNIT_EXPECT_STREQ(test, nd_level_word(cpu), "bare-metal");
	KUNIT_EXPECT_EQ(test, status_test_culprit("vmx-shadow-vmcs"), ND_CULPRIT_NONE);
	KUNIT_EXPECT_EQ(test, status_test_culprit("vmx-pml"), ND_CULPRIT_CPU);
	cpu->regs[ND_VMX_PROCBASED_CTLS2].state = ND_FAULT;
	KUNIT_EXPECT_EQ(test, status_test_culprit("vmx-pml"), ND_CULPRIT_UNKNOWN);
	cpu->regs[ND_VMX_PROCBASED_CTLS2].state = ND_ABSENT;
	KUNIT_EXPECT_EQ(test, status_test_culprit("vmx-pml"), ND_CULPRIT_CPU);
	KUNIT_EXPECT_EQ(test, nd_evmcs_use(&status_test_facts, cpu), ND_EVMCS_USE_NOT_OFFERED);
	cpu->regs[ND_VMX_PROCBASED_CTLS2].state = ND_OK;
	KUNIT_EXPECT_EQ(test, nd_status_exit(&status_test_facts), ND_EXIT_UNKNOWN);
	status_test_whole(cpu);
	KUNIT_EXPECT_EQ(test, nd_status_exit(&status_test_facts), ND_EXIT_OK);
	cpu->regs[ND_VMX_ENTRY_CTLS].state = ND_FAULT;
	KUNIT_EXPECT_EQ(test, nd_status_exit(&status_test_facts), ND_EXIT_UNKNOWN);
	/* A warning is worth 1, an error 2, whatever else is not known. */
	status_test_params[0].value[0] = 'N';
	KUNIT_EXPECT_EQ(test, nd_status_exit(&status_test_facts), ND_EXIT_FINDINGS);
	cpu->regs[ND_VMX_BASIC].value = 0x00d8000000000012ULL;
	KUNIT_EXPECT_EQ(test, nd_status_exit(&status_test_facts), ND_EXIT_BROKEN);
}

static void status_test_evmcs_costs(struct kunit *test)
{
	struct nd_cpu *cpu = status_test_hyperv();

	KUNIT_EXPECT_STREQ(test, nd_level_word(cpu), "hyperv");
	status_test_enlighten(cpu);
	KUNIT_EXPECT_EQ(test, nd_evmcs_use(&status_test_facts, cpu), ND_EVMCS_USE_IN_USE);
	KUNIT_EXPECT_EQ(test, status_test_culprit("vmx-shadow-vmcs"), ND_CULPRIT_EVMCS);
	KUNIT_EXPECT_EQ(test, status_test_culprit("vmx-preemption-timer"), ND_CULPRIT_EVMCS);
	KUNIT_EXPECT_EQ(test, status_test_culprit("vmx-posted-intr"), ND_CULPRIT_EVMCS);
	KUNIT_EXPECT_EQ(test, status_test_culprit("vmx-ept"), ND_CULPRIT_NONE);
	/* eVMCS could express it, so that its lack is the hypervisor's doing. */
	KUNIT_EXPECT_EQ(test, status_test_culprit("vmx-tsc-scaling"), ND_CULPRIT_HYPERVISOR);
	KUNIT_EXPECT_STREQ(test, status_test_findings(), "");
	status_test_whole(cpu);
	/* What is saved on exit goes with the preemption timer, which eVMCS does not have. */
	cpu->regs[ND_VMX_EXIT_CTLS].value &= ~BIT_ULL(32 + 22);
	cpu->regs[ND_VMX_TRUE_EXIT_CTLS].value &= ~BIT_ULL(32 + 22);
	cpu->evmcs.state = ND_EVMCS_CURRENT;
	KUNIT_EXPECT_EQ(test, nd_status_exit(&status_test_facts), ND_EXIT_OK);
}

/* In the registers, and still out of reach for who runs on an enlightened VMCS. */
static void status_test_evmcs_hides(struct kunit *test)
{
	struct nd_cpu *cpu = status_test_hyperv();

	status_test_reg(cpu, ND_VMX_PROCBASED_CTLS2, 0x00007cff00000000ULL);
	KUNIT_EXPECT_EQ(test, status_test_culprit("vmx-shadow-vmcs"), ND_CULPRIT_NONE);
	status_test_enlighten(cpu);
	KUNIT_EXPECT_EQ(test, status_test_culprit("vmx-shadow-vmcs"), ND_CULPRIT_EVMCS);
}

static void status_test_evmcs_unused(struct kunit *test)
{
	struct nd_cpu *cpu = status_test_hyperv();
	struct nd_facts *facts = &status_test_facts;

	KUNIT_EXPECT_EQ(test, nd_evmcs_use(facts, cpu), ND_EVMCS_USE_UNKNOWN);
	scnprintf(facts->module_version, sizeof(facts->module_version), "%s", "1");
	KUNIT_EXPECT_EQ(test, nd_evmcs_use(facts, cpu), ND_EVMCS_USE_WAITING);
	KUNIT_EXPECT_STREQ(test, status_test_findings(), "");
	status_test_param("kvm_intel", "enlightened_vmcs", "N");
	KUNIT_EXPECT_EQ(test, nd_evmcs_use(facts, cpu), ND_EVMCS_USE_DECLINED);
	cpu->assist.state = ND_ABSENT;
	KUNIT_EXPECT_EQ(test, nd_evmcs_use(facts, cpu), ND_EVMCS_USE_NO_PAGE);
	scnprintf(facts->guest_type, sizeof(facts->guest_type), "%s", "kvm");
	KUNIT_EXPECT_EQ(test, nd_evmcs_use(facts, cpu), ND_EVMCS_USE_OTHER_GUEST);
	scnprintf(facts->hv_support, sizeof(facts->hv_support), "%s", "no");
	KUNIT_EXPECT_EQ(test, nd_evmcs_use(facts, cpu), ND_EVMCS_USE_NO_SUPPORT);
	KUNIT_EXPECT_STREQ(test, status_test_findings(), "evmcs-unused ");
	KUNIT_EXPECT_EQ(test, nd_status_exit(facts), ND_EXIT_FINDINGS);
}

/* Without the module KVM's own parameter is the evidence. */
static void status_test_evmcs_by_parameter(struct kunit *test)
{
	struct nd_cpu *cpu = status_test_hyperv();

	status_test_param("kvm_intel", "enlightened_vmcs", "Y");
	KUNIT_EXPECT_EQ(test, nd_evmcs_use(&status_test_facts, cpu), ND_EVMCS_USE_IN_USE);
}

static void status_test_kvm_behind_hyperv(struct kunit *test)
{
	struct nd_cpu *cpu = status_test_hyperv();
	struct nd_row row;

	status_test_leaf(cpu, 0x40000100, 0x40000101, 0x4b4d564b, 0x564b4d56, 0x4d);
	KUNIT_EXPECT_STREQ(test, nd_level_word(cpu), "kvm");
	nd_row_init(&row, ND_ROW_FACT, NULL, NULL, NULL);
	nd_level_describe(cpu, &row);
	KUNIT_EXPECT_STREQ(test, row.words,
			   "guest of KVM, which also offers the interface of Microsoft Hyper-V");
}

static void status_test_hyperv_describe(struct kunit *test)
{
	struct nd_cpu *cpu = status_test_hyperv();
	struct nd_row row;

	cpu->cpuid[6].ebx |= BIT(0) | BIT(12);	/* CreatePartitions, CpuManagement */
	cpu->cpuid[7].eax |= BIT(12);	/* nested itself */
	nd_row_init(&row, ND_ROW_FACT, NULL, NULL, NULL);
	nd_level_describe(cpu, &row);
	KUNIT_EXPECT_STREQ(test, row.words,
			   "root partition of Microsoft Hyper-V, which itself runs nested");
}

static void status_test_nested_off(struct kunit *test)
{
	status_test_intel(0);
	status_test_param("kvm_intel", "nested", "Y");
	KUNIT_EXPECT_STREQ(test, status_test_findings(), "");
	scnprintf(status_test_params[0].value, sizeof(status_test_params[0].value), "%s", "N");
	KUNIT_EXPECT_STREQ(test, status_test_findings(), "nested-off ");
	scnprintf(status_test_params[0].module, sizeof(status_test_params[0].module), "%s", "kvm_amd");
	scnprintf(status_test_params[0].value, sizeof(status_test_params[0].value), "%s", "0");
	KUNIT_EXPECT_STREQ(test, status_test_findings(), "nested-off ");
}

static char status_test_words[ND_ROW_WORDS];
static char status_test_values[32];	/* CPUs of each value, for scripts */

static void status_test_take_describe(void *ctx, const struct nd_row *row)
{
	size_t at = strlen(status_test_values);

	if (row->kind == ND_ROW_DIFFER)
		scnprintf(status_test_words, sizeof(status_test_words), "%s", row->words);
	else
		scnprintf(status_test_values + at, sizeof(status_test_values) - at, "%s ",
			  row->words);
}

static void status_test_cpus_differ(struct kunit *test)
{
	static const struct nd_emit emit = { .row = status_test_take_describe };
	struct nd_cpu *cpu = status_test_intel(0);

	status_test_cpus[1] = *cpu;
	status_test_cpus[1].id = 1;
	status_test_cpus[2] = *cpu;
	status_test_cpus[2].id = 4;
	status_test_facts.nr_cpus = 3;
	KUNIT_EXPECT_EQ(test, nd_differ_rows(&status_test_facts, NULL), 0U);
	KUNIT_EXPECT_STREQ(test, status_test_findings(), "");

	/*
	 * Each CPU has an assist page of its own, and a CPU of which nothing is known differs not.
	 */
	status_test_reg(&status_test_cpus[1], ND_HV_VP_ASSIST_PAGE, 0x1001);
	status_test_cpus[1].regs[ND_VMX_BASIC].state = ND_UNKNOWN;
	KUNIT_EXPECT_EQ(test, nd_differ_rows(&status_test_facts, NULL), 0U);

	status_test_reg(&status_test_cpus[2], ND_VMX_PROCBASED_CTLS2, 0x40007cff00000000ULL);
	KUNIT_EXPECT_EQ(test, nd_differ_rows(&status_test_facts, &emit), 1U);
	KUNIT_EXPECT_STREQ(test, status_test_words,
			   "0x00007cff00000000 on CPU 0-1; 0x40007cff00000000 on CPU 4");
	KUNIT_EXPECT_STREQ(test, status_test_values, "0-1 4 ");
	KUNIT_EXPECT_STREQ(test, status_test_findings(), "cpus-differ ");
	/* What lies behind the last CPU is no CPU. */
	status_test_facts.nr_cpus = 2;
	status_test_reg(&status_test_cpus[1], ND_VMX_PROCBASED_CTLS2, 1);
	status_test_reg(&status_test_cpus[2], ND_VMX_PROCBASED_CTLS2, 1);
	KUNIT_EXPECT_EQ(test, nd_differ_rows(&status_test_facts, &emit), 1U);
	KUNIT_EXPECT_STREQ(test, status_test_words,
			   "0x00007cff00000000 on CPU 0; 0x0000000000000001 on CPU 1");
	status_test_cpus[1].regs[ND_VMX_PROCBASED_CTLS2] = cpu->regs[ND_VMX_PROCBASED_CTLS2];
	status_test_facts.nr_cpus = 3;
	status_test_cpus[2].regs[ND_VMX_PROCBASED_CTLS2].state = ND_FAULT;
	KUNIT_EXPECT_EQ(test, nd_differ_rows(&status_test_facts, &emit), 1U);
	KUNIT_EXPECT_STREQ(test, status_test_words,
			   "0x00007cff00000000 on CPU 0-1; fault on CPU 4");
}

static void status_test_stale(struct kunit *test)
{
	struct nd_cpu *cpu = status_test_hyperv();

	status_test_enlighten(cpu);
	cpu->evmcs.state = ND_EVMCS_STALE;
	KUNIT_EXPECT_STREQ(test, status_test_findings(), "evmcs-stale ");
	cpu->evmcs.state = ND_EVMCS_CURRENT;
	KUNIT_EXPECT_STREQ(test, status_test_findings(), "");
}

static unsigned int status_test_lines;

static void status_test_count_line(void *ctx, const char *text)
{
	status_test_lines++;
}

/* The log of the loudest machine there can be. */
static void status_test_log_is_short(struct kunit *test)
{
	struct nd_cpu *cpu = status_test_hyperv();

	status_test_enlighten(cpu);
	status_test_cpus[1] = *cpu;
	status_test_cpus[1].id = 1;
	status_test_reg(&status_test_cpus[1], ND_VMX_BASIC, 1);
	status_test_facts.nr_cpus = 2;
	status_test_lines = 0;
	nd_status_log(&status_test_facts, status_test_count_line, NULL);
	KUNIT_EXPECT_EQ(test, status_test_lines, 6U);
}

static bool status_test_claims;

/* What guests get only /dev/kvm tells: of what they lack a log of ring 0 may not speak. */
static void status_test_claim_line(void *ctx, const char *text)
{
	bool lists = strstr(text, "VMCS shadowing") != NULL;

	status_test_lines += lists;
	if (strstr(text, "guests will") || strstr(text, "Guests get") ||
	    (lists && strncmp(text, "KVM here runs without", strlen("KVM here runs without"))))
		status_test_claims = true;
}

static void status_test_log_is_of_kvm(struct kunit *test)
{
	struct nd_cpu *cpu = status_test_hyperv();

	status_test_enlighten(cpu);
	status_test_lines = 0;
	status_test_claims = false;
	nd_status_log(&status_test_facts, status_test_claim_line, NULL);
	KUNIT_EXPECT_EQ(test, status_test_lines, 1U);
	KUNIT_EXPECT_FALSE(test, status_test_claims);
}

static void status_test_nothing(struct kunit *test)
{
	status_test_facts.nr_cpus = 0;
	KUNIT_EXPECT_EQ(test, nd_status_exit(&status_test_facts), ND_EXIT_UNKNOWN);
	status_test_facts.nr_cpus = 1;
	KUNIT_EXPECT_EQ(test, nd_status_exit(&status_test_facts), ND_EXIT_UNKNOWN);
}

static struct kunit_case status_test_cases[] = {
	KUNIT_CASE(status_test_feature_control),
	KUNIT_CASE(status_test_no_vmx),
	KUNIT_CASE(status_test_without_cpuid),
	KUNIT_CASE(status_test_svm),
	KUNIT_CASE(status_test_bare_metal),
	KUNIT_CASE(status_test_evmcs_costs),
	KUNIT_CASE(status_test_evmcs_hides),
	KUNIT_CASE(status_test_evmcs_unused),
	KUNIT_CASE(status_test_evmcs_by_parameter),
	KUNIT_CASE(status_test_kvm_behind_hyperv),
	KUNIT_CASE(status_test_hyperv_describe),
	KUNIT_CASE(status_test_nested_off),
	KUNIT_CASE(status_test_cpus_differ),
	KUNIT_CASE(status_test_stale),
	KUNIT_CASE(status_test_log_is_short),
	KUNIT_CASE(status_test_log_is_of_kvm),
	KUNIT_CASE(status_test_nothing),
	{}
};

static struct kunit_suite nestdiag_status_suite = {
	.name = "nestdiag_status",
	.init = status_test_init,
	.test_cases = status_test_cases,
};
