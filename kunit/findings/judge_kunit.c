// SPDX-License-Identifier: GPL-2.0-only
/*
 * Judgements on exits: storms, vCPUs that do not move, what was refused, what nesting costs.
 */
#include <kunit/test.h>
#include "core/findings/judge.h"

static void judge_test_nothing(struct kunit *test)
{
	KUNIT_EXPECT_EQ(test, nd_judge_rows(&judge_test_facts, NULL, NULL), 0U);
	judge_test_facts.trace = NULL;
	KUNIT_EXPECT_EQ(test, nd_judge_rows(&judge_test_facts, NULL, NULL), 0U);
}

/* A guest at work: 95 % of its time in it, ticks and disk as usual. */
static void judge_test_healthy(struct kunit *test)
{
	judge_test_guest(ND_LEVEL_GUEST, 60000 * JUDGE_MS);
	judge_test_exits(ND_LEVEL_GUEST, 1, 15000, 3 * JUDGE_US);
	judge_test_exits(ND_LEVEL_GUEST, 32, 30000, 2 * JUDGE_US);
	judge_test_exits(ND_LEVEL_GUEST, 48, 200000, 15 * JUDGE_US);
	judge_test_exits(ND_LEVEL_GUEST, 30, 1000, 50 * JUDGE_US);
	judge_test_trace.vcpus[0].state |= ND_VCPU_IN_GUEST;
	judge_test_trace.vcpus[0].entered = judge_test_trace.now - 4 * JUDGE_MS;
	KUNIT_EXPECT_EQ(test, nd_judge_rows(&judge_test_facts, NULL, NULL), 0U);
}

/* It runs for 10 us at each wake-up, which costs 30 us, and halts for the rest of each 4 ms. */
static void judge_test_idle(struct kunit *test)
{
	judge_test_guest(ND_LEVEL_GUEST, 15000 * 10 * JUDGE_US);
	judge_test_exits(ND_LEVEL_GUEST, 1, 15000, 10 * JUDGE_US);
	judge_test_exits(ND_LEVEL_GUEST, 32, 30000, 10 * JUDGE_US);
	judge_test_exits(ND_LEVEL_GUEST, 12, 15000, 3960 * JUDGE_US);
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "guest-starved"));
	KUNIT_EXPECT_EQ(test, judge_test_seen.nr, 0U);

	/* The same on AMD. */
	judge_test_init(test);
	judge_test_trace.isa = ND_ISA_SVM;
	judge_test_guest(ND_LEVEL_GUEST, 15000 * 10 * JUDGE_US);
	judge_test_exits(ND_LEVEL_GUEST, 0x60, 15000, 10 * JUDGE_US);
	judge_test_exits(ND_LEVEL_GUEST, 0x7c, 30000, 10 * JUDGE_US);
	judge_test_exits(ND_LEVEL_GUEST, 0x78, 15000, 3960 * JUDGE_US);
	KUNIT_EXPECT_EQ(test, nd_judge_rows(&judge_test_facts, NULL, NULL), 0U);
}

static void judge_test_storm(struct kunit *test)
{
	struct nd_thresholds limits = nd_default_thresholds;

	judge_test_guest(ND_LEVEL_GUEST, 1000 * JUDGE_MS);
	judge_test_exits(ND_LEVEL_GUEST, 49, 1200000, JUDGE_MS / 1200);
	judge_test_exits(ND_LEVEL_GUEST, 1, 100, JUDGE_US);
	KUNIT_EXPECT_TRUE(test, judge_test_fires(test, "exit-storm"));
	KUNIT_EXPECT_STREQ(test, judge_test_seen.severity, "warning");
	KUNIT_EXPECT_TRUE(test, judge_test_says("vCPU 0: 600"));
	KUNIT_EXPECT_TRUE(test, judge_test_says("EPT_MISCONFIG 99 %"));
	KUNIT_EXPECT_TRUE(test, judge_test_says("Remedy: virtio"));
	limits.storm_per_second = 700000;
	KUNIT_EXPECT_EQ(test, nd_judge_rows(&judge_test_facts, &limits, NULL), 0U);
	/* With nested guests a hypervisor has as many. */
	judge_test_trace.sum.nested_entries = 1;
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "exit-storm"));
	judge_test_trace.sum.nested_entries = 0;
	/* As many in longer time. */
	judge_test_guest(ND_LEVEL_GUEST, 1000 * JUDGE_MS);
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "exit-storm"));
	/* The first moments of a guest. */
	judge_test_vcpus[0].guest = JUDGE_MS;
	judge_test_vcpus[0].host = JUDGE_MS;
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "exit-storm"));
}

static void judge_test_stuck(struct kunit *test)
{
	judge_test_trace.nr_vcpus = 3;
	judge_test_vcpus[1].state |= ND_VCPU_IN_GUEST;
	judge_test_vcpus[1].entered = judge_test_trace.now - 9999 * JUDGE_MS;
	judge_test_vcpus[2].entered = 0;
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "vcpu-stuck"));
	KUNIT_EXPECT_EQ(test, (int)judge_test_verdict(1), (int)ND_RECORDING_LIVE);
	judge_test_vcpus[1].entered = judge_test_trace.now - 10001 * JUDGE_MS;
	KUNIT_EXPECT_EQ(test, (int)judge_test_verdict(1), (int)ND_RECORDING_STUCK);
	KUNIT_EXPECT_EQ(test, (int)judge_test_verdict(2), (int)ND_RECORDING_LIVE);
	KUNIT_EXPECT_TRUE(test, judge_test_fires(test, "vcpu-stuck"));
	KUNIT_EXPECT_STREQ(test, judge_test_seen.severity, "warning");
	KUNIT_EXPECT_TRUE(test, judge_test_says("1 vCPU; process 4194304, vCPU 1 for 10.00 s"));
	judge_test_vcpus[2].state |= ND_VCPU_IN_GUEST;
	KUNIT_EXPECT_TRUE(test, judge_test_fires(test, "vcpu-stuck"));
	KUNIT_EXPECT_TRUE(test, judge_test_says("2 vCPUs; process 4194304, vCPU 2"));
	/* Another CPU's clock is ahead. */
	judge_test_vcpus[2].entered = judge_test_trace.now + JUDGE_MS;
	KUNIT_EXPECT_TRUE(test, judge_test_fires(test, "vcpu-stuck"));
	KUNIT_EXPECT_TRUE(test, judge_test_says("1 vCPU;"));
	/* Nobody looks any more. */
	judge_test_trace.points[0].state = ND_POINT_OFF;
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "vcpu-stuck"));
	KUNIT_EXPECT_EQ(test, (int)judge_test_verdict(1), (int)ND_RECORDING_LIVE);
	judge_test_facts.trace = NULL;
	KUNIT_EXPECT_EQ(test, (int)judge_test_verdict(1), (int)ND_RECORDING_LIVE);
}

static void judge_test_failed(struct kunit *test)
{
	struct nd_acct *sum = &judge_test_trace.sum;

	/* Without its flag it is a reason that no entry failed for, and all bits are no reason. */
	judge_test_exits(ND_LEVEL_GUEST, 33, 2, JUDGE_US);
	sum->cells[ND_LEVEL_GUEST][nd_acct_slot(sum, ~0U)].count = 7;
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "entry-failed"));
	sum->cells[ND_LEVEL_GUEST][nd_acct_slot(sum, ~0U)].count = 0;
	sum->cells[ND_LEVEL_NESTED][nd_acct_slot(sum, 0x80000021)].count = 2;
	sum->cells[ND_LEVEL_GUEST][nd_acct_slot(sum, 0x80000022)].count = 1;
	KUNIT_EXPECT_TRUE(test, judge_test_fires(test, "entry-failed"));
	KUNIT_EXPECT_STREQ(test, judge_test_seen.severity, "error");
	KUNIT_EXPECT_TRUE(test, judge_test_says("1 of guests, 2 of nested guests; most often: INVALID_STATE (failed entry). Cause: the processor refused the guest state. Remedy"));
	KUNIT_EXPECT_TRUE(test, judge_test_says("Remedy: see \"nestdiag failures\"; or echo Y > /sys/module/kvm_intel/parameters/dump_invalid_vmcs"));
	KUNIT_EXPECT_FALSE(test, judge_test_says("reload"));
	/* It is set already. */
	judge_test_facts.nr_params = 1;
	judge_test_params[0] = (struct nd_param){ "kvm_intel", "dump_invalid_vmcs", "Y" };
	KUNIT_EXPECT_TRUE(test, judge_test_fires(test, "entry-failed"));
	KUNIT_EXPECT_TRUE(test, judge_test_says("and KVM's dump in the kernel log"));
	KUNIT_EXPECT_FALSE(test, judge_test_says("echo"));
	judge_test_facts.nr_params = 0;
	/* KVM dumps nothing of a nested guest. */
	sum->cells[ND_LEVEL_GUEST][nd_acct_slot(sum, 0x80000022)].count = 0;
	KUNIT_EXPECT_TRUE(test, judge_test_fires(test, "entry-failed"));
	KUNIT_EXPECT_TRUE(test, judge_test_says("2 of nested guests: INVALID_STATE (failed entry). Cause: the processor refused the guest state that the guest hypervisor set. Remedy: see \"nestdiag failures\""));
	KUNIT_EXPECT_FALSE(test, judge_test_says("of guests"));
	KUNIT_EXPECT_FALSE(test, judge_test_says("dump_invalid_vmcs"));
	sum->cells[ND_LEVEL_NESTED][nd_acct_slot(sum, 0x80000022)].count = 3;
	KUNIT_EXPECT_TRUE(test, judge_test_fires(test, "entry-failed"));
	KUNIT_EXPECT_TRUE(test, judge_test_says("most often: MSR_LOAD_FAIL (failed entry). Cause: the processor refused an MSR of the load area"));

	/* On AMD the same number is nothing of the kind. */
	judge_test_trace.isa = ND_ISA_SVM;
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "entry-failed"));
	sum->cells[ND_LEVEL_GUEST][nd_acct_slot(sum, ~0U)].count = 1;
	KUNIT_EXPECT_TRUE(test, judge_test_fires(test, "entry-failed"));
	KUNIT_EXPECT_TRUE(test, judge_test_says("invalid_guest_state"));
	KUNIT_EXPECT_TRUE(test, judge_test_says("/sys/module/kvm_amd/parameters/dump_invalid_vmcb"));

	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "entry-without-exit"));
	sum->no_exit = 1;
	KUNIT_EXPECT_TRUE(test, judge_test_fires(test, "entry-without-exit"));
	KUNIT_EXPECT_STREQ(test, judge_test_seen.severity, "warning");
	KUNIT_EXPECT_TRUE(test, judge_test_says("1 VM entry was"));
	KUNIT_EXPECT_TRUE(test, judge_test_says("exits that were not seen"));
	KUNIT_EXPECT_FALSE(test, judge_test_says("kvm_intel"));
	judge_test_trace.isa = ND_ISA_VMX;
	KUNIT_EXPECT_TRUE(test, judge_test_fires(test, "entry-without-exit"));
	KUNIT_EXPECT_TRUE(test, judge_test_says("see \"nestdiag failures\"; or echo Y > /sys/module/kvm_intel/parameters/dump_invalid_vmcs"));
	sum->no_exit = ~0ULL;
	KUNIT_EXPECT_TRUE(test, judge_test_fires(test, "entry-without-exit"));

	/* KVM had a message for each: they are nested, and it dumps nothing of those. */
	scnprintf(judge_test_trace.refusals[0].text, ND_REFUSAL_TEXT, "hardware VM-instruction error: ");
	judge_test_trace.refusals[0].error = 7;
	judge_test_trace.refusals[0].count = 214;
	judge_test_trace.nr_refusals = 1;
	sum->no_exit = 214;
	KUNIT_EXPECT_TRUE(test, judge_test_fires(test, "entry-without-exit"));
	KUNIT_EXPECT_TRUE(test, judge_test_says("214 VM entries were followed by the next without an exit, of nested guests. Cause: the entry itself failed because of its controls or host state, as the guest hypervisor set them. Remedy: see \"nestdiag failures\""));
	KUNIT_EXPECT_FALSE(test, judge_test_says("dump_invalid_vmcs"));
	sum->no_exit = 215;
	KUNIT_EXPECT_TRUE(test, judge_test_fires(test, "entry-without-exit"));
	KUNIT_EXPECT_TRUE(test, judge_test_says("an exit, 214 of them of nested guests. Cause"));
	KUNIT_EXPECT_TRUE(test, judge_test_says("dump_invalid_vmcs"));
}

static void judge_test_refused(struct kunit *test)
{
	struct nd_trace *trace = &judge_test_trace;

	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "nested-refused"));
	trace->nr_refusals = 2;
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "nested-refused"));
	scnprintf(trace->refusals[0].text, ND_REFUSAL_TEXT, "one");
	trace->refusals[0].count = 1;
	memset(trace->refusals[1].text, 'm', ND_REFUSAL_TEXT - 1);
	trace->refusals[1].error = ~0U;
	trace->refusals[1].count = 2;
	trace->refusals_lost = 4;
	KUNIT_EXPECT_TRUE(test, judge_test_fires(test, "nested-refused"));
	KUNIT_EXPECT_STREQ(test, judge_test_seen.severity, "warning");
	KUNIT_EXPECT_TRUE(test, judge_test_says("7 messages by KVM; most often: check \"mmm"));
}

/* Figures of a hypervisor with neither Shadow VMCS nor eVMCS, and of one with eVMCS. */
static void judge_test_multiplier(struct kunit *test)
{
	struct nd_acct *sum = &judge_test_trace.sum;

	sum->nested_exits = 80000;
	sum->reflected[10] = 80000;
	sum->cells[ND_LEVEL_GUEST][24].count = 80000;
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "nested-costly"));
	/* What it does for itself meanwhile is none of it. */
	sum->caused[10] = 8000000;
	sum->cells[ND_LEVEL_GUEST][30].count = 8000000;
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "nested-costly"));
	sum->cells[ND_LEVEL_GUEST][23].count = 560000;
	sum->cells[ND_LEVEL_GUEST][25].count = 80000;
	KUNIT_EXPECT_TRUE(test, judge_test_fires(test, "nested-costly"));
	KUNIT_EXPECT_STREQ(test, judge_test_seen.severity, "warning");
	KUNIT_EXPECT_TRUE(test, judge_test_says("for one nested entry a guest hypervisor executes 9.0 instructions that exit: VMREAD 7.0, VMWRITE 1.0, VMRESUME 1.0. Remedy"));
	KUNIT_EXPECT_TRUE(test, judge_test_says("kvm_intel, or eVMCS"));
	judge_test_facts.nr_params = 1;
	judge_test_params[0] = (struct nd_param){ "kvm_intel", "enable_shadow_vmcs", "N" };
	KUNIT_EXPECT_TRUE(test, judge_test_fires(test, "nested-costly"));
	KUNIT_EXPECT_TRUE(test, judge_test_says("kvm_intel (is N)"));
	/* What is in force already is no remedy. */
	judge_test_params[0].value[0] = 'Y';
	KUNIT_EXPECT_TRUE(test, judge_test_fires(test, "nested-costly"));
	KUNIT_EXPECT_TRUE(test, judge_test_says("Remedy: eVMCS"));
	KUNIT_EXPECT_FALSE(test, judge_test_says("enable_shadow_vmcs"));
	/* Nor is what this processor lacks. */
	judge_test_params[0].value[0] = 'N';
	judge_test_cpu.cpuid[0].ecx = 0;
	KUNIT_EXPECT_TRUE(test, judge_test_fires(test, "nested-costly"));
	KUNIT_EXPECT_TRUE(test, judge_test_says("Remedy: eVMCS"));
	/* Nor does it help against what is neither read nor written. */
	sum->cells[ND_LEVEL_GUEST][50].count = 640000;
	sum->cells[ND_LEVEL_GUEST][23].count = 0;
	sum->cells[ND_LEVEL_GUEST][25].count = 0;
	KUNIT_EXPECT_TRUE(test, judge_test_fires(test, "nested-costly"));
	KUNIT_EXPECT_TRUE(test, judge_test_says("INVEPT 8.0"));
	KUNIT_EXPECT_FALSE(test, judge_test_says("Remedy"));
	/* So few are the start of a guest. */
	sum->reflected[10] = 80;
	KUNIT_EXPECT_FALSE(test, judge_test_fires(test, "nested-costly"));
}

/* A CPU that lets no guest execute them: each world switch of KVM in a guest has six that exit. */
static void judge_test_multiplier_svm(struct kunit *test)
{
	struct nd_acct *sum = &judge_test_trace.sum;

	judge_test_trace.isa = ND_ISA_SVM;
	sum->nested_exits = 5000;
	sum->reflected[0x81] = 5000;
	sum->cells[ND_LEVEL_GUEST][0x80].count = 5000;
	sum->cells[ND_LEVEL_GUEST][0x82].count = 10000;
	sum->cells[ND_LEVEL_GUEST][0x83].count = 10000;
	KUNIT_EXPECT_TRUE(test, judge_test_fires(test, "nested-costly"));
	KUNIT_EXPECT_TRUE(test, judge_test_says("executes 5.0 instructions that exit: vmrun 1.0, vmload 2.0, vmsave 2.0"));
	KUNIT_EXPECT_TRUE(test, judge_test_says("Remedy: vls=1 of kvm_amd"));
	KUNIT_EXPECT_FALSE(test, judge_test_says("vgif"));
	sum->cells[ND_LEVEL_GUEST][0x84].count = 5000;
	KUNIT_EXPECT_TRUE(test, judge_test_fires(test, "nested-costly"));
	KUNIT_EXPECT_TRUE(test, judge_test_says("stgi 1.0. Remedy: vls=1 of kvm_amd, or vgif=1 of kvm_amd"));
	judge_test_facts.nr_params = 1;
	judge_test_params[0] = (struct nd_param){ "kvm_amd", "vls", "1" };
	KUNIT_EXPECT_TRUE(test, judge_test_fires(test, "nested-costly"));
	KUNIT_EXPECT_TRUE(test, judge_test_says("Remedy: vgif=1 of kvm_amd"));
}

/* The verdict of a rule, with the words for it. */
static enum nd_verdict judge_test_asks(const char *id)
{
	struct nd_check c;
	struct nd_row row;
	enum nd_verdict verdict = nd_finding_check(&c, nd_finding_find(id), &judge_test_facts,
						   &judge_test_cpu, &row);

	scnprintf(judge_test_seen.words, sizeof(judge_test_seen.words), "%s; %s", row.words,
		  c.remedy ? c.remedy : "");
	return verdict;
}

/* Below the floor of a rule nobody knows, and without a guest nobody asks. */
static void judge_test_floors(struct kunit *test)
{
	struct nd_acct *sum = &judge_test_trace.sum;

	KUNIT_EXPECT_EQ(test, (int)judge_test_asks("guest-starved"), (int)ND_NOT_ASKED);
	KUNIT_EXPECT_EQ(test, (int)judge_test_asks("guest-exit-bound"), (int)ND_NOT_ASKED);
	KUNIT_EXPECT_EQ(test, (int)judge_test_asks("exit-storm"), (int)ND_NOT_ASKED);
	KUNIT_EXPECT_EQ(test, (int)judge_test_asks("nested-costly"), (int)ND_NOT_ASKED);

	/* Two EPT violations. */
	judge_test_exits(ND_LEVEL_GUEST, 48, 2, JUDGE_MS);
	judge_test_guest(ND_LEVEL_GUEST, 10 * JUDGE_MS);
	KUNIT_EXPECT_EQ(test, (int)judge_test_asks("guest-starved"), (int)ND_CANNOT_TELL);
	KUNIT_EXPECT_TRUE(test, judge_test_says("too little to judge: 2 exits within 11.00 ms, of 100 within 1.00 s needed; let guests run"));
	KUNIT_EXPECT_EQ(test, (int)judge_test_asks("exit-storm"), (int)ND_CANNOT_TELL);
	KUNIT_EXPECT_TRUE(test, judge_test_says("no vCPU was watched for 100.00 ms"));
	/* As many as need be, none of them an entry of the guest. */
	judge_test_exits(ND_LEVEL_GUEST, ND_SLOT_FAILED + 33, 100000, JUDGE_MS);
	KUNIT_EXPECT_EQ(test, (int)judge_test_asks("guest-starved"), (int)ND_CANNOT_TELL);
	judge_test_exits(ND_LEVEL_GUEST, 48, 98, JUDGE_MS);
	judge_test_guest(ND_LEVEL_GUEST, 1000 * JUDGE_MS);
	KUNIT_EXPECT_EQ(test, (int)judge_test_asks("guest-starved"), (int)ND_PASSES);
	KUNIT_EXPECT_EQ(test, (int)judge_test_asks("exit-storm"), (int)ND_PASSES);

	/* Counted, and not timed. */
	memset(sum, 0, sizeof(*sum));
	judge_test_trace.nr_vcpus = 0;
	sum->cells[ND_LEVEL_GUEST][10].count = 5000;
	KUNIT_EXPECT_EQ(test, (int)judge_test_asks("guest-starved"), (int)ND_CANNOT_TELL);
	KUNIT_EXPECT_TRUE(test, judge_test_says("exits were not timed; load the module with times=1"));

	sum->nested_exits = 80;
	sum->reflected[10] = 80;
	KUNIT_EXPECT_EQ(test, (int)judge_test_asks("nested-costly"), (int)ND_CANNOT_TELL);
	KUNIT_EXPECT_TRUE(test, judge_test_says("80 of 1000 reflected exits of nested guests"));
	sum->reflected[10] = 8000;
	KUNIT_EXPECT_EQ(test, (int)judge_test_asks("nested-costly"), (int)ND_CANNOT_TELL);
	KUNIT_EXPECT_TRUE(test, judge_test_says("no exits of guest hypervisors were counted"));
	sum->cells[ND_LEVEL_GUEST][24].count = 8000;
	KUNIT_EXPECT_EQ(test, (int)judge_test_asks("nested-costly"), (int)ND_PASSES);
	/* Most launches failed, and what was executed for them is not told apart. */
	sum->cells[ND_LEVEL_GUEST][20].count = 8002;
	sum->cells[ND_LEVEL_GUEST][25].count = 800000;
	KUNIT_EXPECT_EQ(test, (int)judge_test_asks("nested-costly"), (int)ND_CANNOT_TELL);
	KUNIT_EXPECT_TRUE(test, judge_test_says("of 16002 nested entries asked for, 8000 led to an exit"));

	/* A test suite that lets all launches fail, and writes to a port. */
	memset(sum, 0, sizeof(*sum));
	sum->cells[ND_LEVEL_NESTED][nd_acct_slot(sum, 0x80000021)].count = 1519;
	sum->reflected[nd_acct_slot(sum, 0x80000021)] = 1519;
	sum->caused[nd_acct_slot(sum, 0x80000021)] = 487000;
	sum->reflected[2] = 1;
	sum->caused[2] = 1;
	sum->cells[ND_LEVEL_GUEST][20].count = 2037;
	sum->cells[ND_LEVEL_GUEST][23].count = 2648;
	sum->cells[ND_LEVEL_GUEST][25].count = 7440;
	sum->cells[ND_LEVEL_GUEST][30].count = 630977;
	KUNIT_EXPECT_EQ(test, (int)judge_test_asks("nested-costly"), (int)ND_CANNOT_TELL);
	KUNIT_EXPECT_TRUE(test, judge_test_says("too little to judge: 1 of 1000 reflected exits"));
}

/* What KVM uses already, or cannot use here, is no advice; what else helps is. */
static void judge_test_advice(struct kunit *test)
{
	static const struct {
		u32 isa;
		u32 slot;
		const char *param;
		const char *value;
		const char *words;
	} cases[] = {
		{ ND_ISA_VMX, 23, "enable_shadow_vmcs", "N",
		  "Remedy: enable_shadow_vmcs=1 of kvm_intel (is N), or eVMCS" },
		{ ND_ISA_VMX, 25, "enable_shadow_vmcs", "Y", "Remedy: eVMCS" },
		{ ND_ISA_VMX, 32, "enable_apicv", "N",
		  "Remedy: enable_apicv=1 of kvm_intel (is N), or fewer ticks" },
		{ ND_ISA_VMX, 32, "enable_apicv", "Y", "Remedy: fewer ticks" },
		{ ND_ISA_VMX, 10, "enable_apicv", "N", "Remedy: find the code" },
		{ ND_ISA_SVM, 0x7c, "avic", "Y", "Remedy: fewer ticks" },
	};
	struct nd_row row;
	u32 i;

	judge_test_facts.nr_params = 1;
	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		bool svm = cases[i].isa == ND_ISA_SVM;

		judge_test_trace.isa = cases[i].isa;
		memset(judge_test_params, 0, sizeof(judge_test_params));
		scnprintf(judge_test_params[0].module, sizeof(judge_test_params[0].module), "%s",
			  svm ? "kvm_amd" : "kvm_intel");
		scnprintf(judge_test_params[0].name, sizeof(judge_test_params[0].name), "%s",
			  cases[i].param);
		judge_test_params[0].value[0] = cases[i].value[0];
		nd_row_init(&row, ND_ROW_FINDING, NULL, NULL, NULL);
		nd_cause_describe(&judge_test_facts, cases[i].slot, &row);
		KUNIT_EXPECT_TRUE_MSG(test, strstr(row.words, cases[i].words) != NULL, "%s",
				      row.words);
	}
}

/* Where the reasons of exits could not be read, no rule on them passes; nor if no guest ran. */
static void judge_test_unavailable(struct kunit *test)
{
	const struct nd_finding *rule;
	struct nd_check c;
	struct nd_row row;

	for (rule = nd_exits_findings; rule->id; rule++) {
		judge_test_trace.source = ND_SOURCE_VMX;
		KUNIT_EXPECT_EQ(test, (int)ND_NOT_ASKED,
				(int)nd_finding_check(&c, rule, &judge_test_facts, &judge_test_cpu,
						      &row));
		judge_test_trace.source = ND_SOURCE_UNAVAILABLE;
		KUNIT_EXPECT_EQ(test, (int)ND_CANNOT_TELL,
				(int)nd_finding_check(&c, rule, &judge_test_facts, &judge_test_cpu,
						      &row));
	}
}

/* Each rule with what it needs, and without: only the first may be a pass. */
static void judge_test_lacks(struct kunit *test)
{
	static const char *const per_vcpu[] = { "exit-storm", "vcpu-stuck", "vcpu-unwoken" };
	const struct nd_finding *rule;
	struct nd_check c;
	struct nd_row row;
	u32 i;

	/* Enough for each floor. */
	judge_test_trace.sum.cells[ND_LEVEL_GUEST][10].count = 1000;
	judge_test_trace.sum.guest[ND_LEVEL_GUEST] = 2000 * JUDGE_MS;
	judge_test_trace.sum.cells[ND_LEVEL_NESTED][10].count = 1000;
	judge_test_trace.sum.reflected[10] = 1000;
	judge_test_trace.sum.cells[ND_LEVEL_GUEST][24].count = 1000;
	for (rule = nd_exits_findings; rule->id; rule++) {
		bool needs = false;

		for (i = 0; i < ARRAY_SIZE(per_vcpu); i++)
			needs |= !strcmp(rule->id, per_vcpu[i]);
		KUNIT_EXPECT_EQ_MSG(test, (int)(needs ? ND_CANNOT_TELL : ND_PASSES),
				    (int)nd_finding_check(&c, rule, &judge_test_facts,
							  &judge_test_cpu, &row),
				    "%s", rule->id);
	}
	judge_test_trace.unrecorded = BIT(ND_LEVEL_GUEST) | BIT(ND_LEVEL_NESTED) |
				      ND_TRACE_NO_MISSED;
	for (rule = nd_exits_findings; rule->id; rule++)
		if (!strncmp(rule->id, "guest-", 6) || !strcmp(rule->id, "entry-without-exit"))
			KUNIT_EXPECT_EQ(test, (int)ND_CANNOT_TELL,
					(int)nd_finding_check(&c, rule, &judge_test_facts,
							      &judge_test_cpu, &row));
}

static struct kunit_case judge_test_cases[] = {
	KUNIT_CASE(judge_test_nothing),
	KUNIT_CASE(judge_test_healthy),
	KUNIT_CASE(judge_test_idle),
	KUNIT_CASE(judge_test_storm),
	KUNIT_CASE(judge_test_stuck),
	KUNIT_CASE(judge_test_failed),
	KUNIT_CASE(judge_test_refused),
	KUNIT_CASE(judge_test_multiplier),
	KUNIT_CASE(judge_test_multiplier_svm),
	KUNIT_CASE(judge_test_floors),
	KUNIT_CASE(judge_test_advice),
	KUNIT_CASE(judge_test_unavailable),
	KUNIT_CASE(judge_test_lacks),
	{}
};

static struct kunit_suite nestdiag_judge_suite = {
	.name = "nestdiag_judge",
	.init = judge_test_init,
	.test_cases = judge_test_cases,
};
