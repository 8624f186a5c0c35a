// SPDX-License-Identifier: GPL-2.0-only
/*
 * Refused nested entries: by whom, and how many launches they were.
 */
#include <kunit/test.h>
#include "core/entry/refusals.h"

static char refusal_test_rows[8][ND_ROW_WORDS + 32];
static u32 refusal_test_nr;

static void refusal_test_take(void *ctx, const struct nd_row *row)
{
	if (refusal_test_nr < ARRAY_SIZE(refusal_test_rows))
		scnprintf(refusal_test_rows[refusal_test_nr++], sizeof(refusal_test_rows[0]), "%s|%s",
			  row->label, row->words);
}

static void refusal_test_add(const char *text, u32 error, u64 count)
{
	struct nd_refusal *refusal = &fail_test_trace.refusals[fail_test_trace.nr_refusals++];

	scnprintf(refusal->text, sizeof(refusal->text), "%s", text);
	refusal->error = error;
	refusal->count = count;
}

static int refusal_test_init(struct kunit *test)
{
	int err = fail_test_init(test);

	fail_test_facts.trace = &fail_test_trace;
	refusal_test_nr = 0;
	return err;
}

/* 900 messages on 794 launches that KVM refused; another 6 the processor did. */
static void refusal_test_figures(void)
{
	refusal_test_add("nested_vmx_check_msr_switch(vcpu, vmcs12->vm_exit_msr_load_count, vmcs12->vm_exit_msr_load_addr)",
			 0, 53);
	refusal_test_add("nested_vmx_check_exit_msr_switch_controls(vcpu, vmcs12)", 0, 53);
	refusal_test_add("hardware VM-instruction error: ", 7, 6);
	refusal_test_add("vmcs12->host_cs_selector == 0", 0, 794);
	fail_test_failures.counts[ND_FAIL_REFUSED] = 847 + 6;
}

static void refusal_test_sum(struct kunit *test)
{
	struct nd_refused sum;

	refusal_test_figures();
	sum = nd_refused_sum(&fail_test_facts);
	KUNIT_EXPECT_TRUE(test, sum.counted);
	KUNIT_EXPECT_EQ(test, sum.launches, 847ULL);
	KUNIT_EXPECT_EQ(test, sum.messages, 900ULL);
	KUNIT_EXPECT_EQ(test, sum.cpu, 6ULL);
	KUNIT_ASSERT_NOT_NULL(test, sum.top);
	KUNIT_EXPECT_EQ(test, sum.top->count, 794ULL);
	/* Nobody counted launches. */
	fail_test_facts.failures = NULL;
	sum = nd_refused_sum(&fail_test_facts);
	KUNIT_EXPECT_FALSE(test, sum.counted);
	KUNIT_EXPECT_EQ(test, sum.launches, 900ULL);
	/* What is no longer counted is none. */
	fail_test_trace.nr_refusals = 1;
	fail_test_trace.refusals[0].count = 0;
	sum = nd_refused_sum(&fail_test_facts);
	KUNIT_EXPECT_NULL(test, sum.top);
	KUNIT_EXPECT_EQ(test, sum.launches, 0ULL);
}

static void refusal_test_views(struct kunit *test)
{
	static const struct nd_emit emit = { .row = refusal_test_take };
	static const char *const expected[] = {
		"Nested entries that KVM refused|",
		"Launches|847, with 900 messages: a check inside another has one of its own",
		"53|the VM-exit MSR-load area is not valid",
		"53|the VM-exit MSR-store or MSR-load area is not valid",
		"794|the host CS selector is 0",
		"Nested entries that the processor refused|",
		"6|VM-instruction error 7: VM entry with invalid control field(s)",
	};
	u32 i;

	nd_refusal_rows(&fail_test_facts, &emit);
	KUNIT_EXPECT_EQ(test, refusal_test_nr, 0U);
	refusal_test_figures();
	nd_refusal_rows(&fail_test_facts, &emit);
	KUNIT_ASSERT_EQ(test, refusal_test_nr, (u32)ARRAY_SIZE(expected));
	for (i = 0; i < ARRAY_SIZE(expected); i++)
		KUNIT_EXPECT_STREQ(test, refusal_test_rows[i], expected[i]);
}

static struct kunit_case refusals_test_cases[] = {
	KUNIT_CASE(refusal_test_sum),
	KUNIT_CASE(refusal_test_views),
	{}
};

static struct kunit_suite nestdiag_refusals_suite = {
	.name = "nestdiag_refusals",
	.init = refusal_test_init,
	.test_cases = refusals_test_cases,
};
