// SPDX-License-Identifier: GPL-2.0-only
/*
 * Failed launches: their words, rows and records, and which fields a processor has.
 */
#include <kunit/test.h>
#include "core/entry/failure.h"
#include "core/record/record.h"

static struct nd_failures fail_test_failures, fail_test_failures2;
static struct nd_trace fail_test_trace;
static struct nd_facts fail_test_facts, fail_test_facts2;
static struct nd_cpu fail_test_cpu;
static struct nd_parser fail_test_parser;
static struct nd_row fail_test_row;

static int fail_test_init(struct kunit *test)
{
	memset(&fail_test_failures, 0, sizeof(fail_test_failures));
	memset(&fail_test_failures2, 0, sizeof(fail_test_failures2));
	memset(&fail_test_trace, 0, sizeof(fail_test_trace));
	memset(&fail_test_facts, 0, sizeof(fail_test_facts));
	memset(&fail_test_facts2, 0, sizeof(fail_test_facts2));
	memset(&fail_test_cpu, 0, sizeof(fail_test_cpu));
	fail_test_facts.failures = &fail_test_failures;
	return 0;
}

/* A failure as the module would fill it, at the end of the list. */
static struct nd_failure *fail_test_add(enum nd_fail_kind kind)
{
	struct nd_failure *f = &fail_test_failures.list[fail_test_failures.nr++];

	f->number = fail_test_failures.nr;
	f->time_ns = 1234567890;
	f->kind = kind;
	f->isa = ND_ISA_VMX;
	f->pid = 1234;
	f->tid = 1240;
	scnprintf(f->comm, sizeof(f->comm), "qemu-system-x86");
	f->vcpu = 2;
	f->has = ND_FAIL_HAS_VCPU;
	nd_vmstate_init(&f->state, ND_ISA_VMX);
	fail_test_failures.counts[kind]++;
	return f;
}

/* A 64-bit guest without CR4.PAE, and nothing else known of it. */
static struct nd_failure *fail_test_add_state(void)
{
	struct nd_failure *f = fail_test_add(ND_FAIL_ENTRY);

	f->reason = 0x80000021;
	f->has |= ND_FAIL_HAS_REASON | ND_FAIL_HAS_QUAL;
	f->evidence = ND_EVIDENCE_VMCS;
	nd_vmstate_set(&f->state, ND_VMF_EXIT_REASON, 0x80000021);
	nd_vmstate_set(&f->state, ND_VMF_ENTRY_CTLS, 0x13ff);
	nd_vmstate_set(&f->state, ND_VMF_CR4, 0x2000);
	return f;
}

static const struct {
	enum nd_fail_kind kind;
	enum nd_isa isa;
	u32 has;
	u32 reason;
	u64 qual;
	u32 error;
	const char *message;
	const char *words;
} fail_test_words[] = {
	{ ND_FAIL_ENTRY, ND_ISA_VMX, ND_FAIL_HAS_REASON, 0x80000021, 0, 0, "",
	  "VM entry failed: invalid guest state (0x80000021)" },
	{ ND_FAIL_ENTRY, ND_ISA_VMX, ND_FAIL_HAS_REASON | ND_FAIL_HAS_QUAL, 0x80000021, 4, 0, "",
	  "VM entry failed: invalid guest state (0x80000021), on the VMCS link pointer" },
	{ ND_FAIL_ENTRY, ND_ISA_VMX, ND_FAIL_HAS_REASON | ND_FAIL_HAS_QUAL, 0x80000021, 1, 0, "",
	  "VM entry failed: invalid guest state (0x80000021), qualification 0x1" },
	{ ND_FAIL_ENTRY, ND_ISA_VMX, ND_FAIL_HAS_REASON | ND_FAIL_HAS_QUAL, 0x80000022, 3, 0, "",
	  "VM entry failed: MSR loading (0x80000022), entry 3 of the MSR-load area" },
	{ ND_FAIL_ENTRY, ND_ISA_VMX, ND_FAIL_HAS_REASON, 0x80000029, 0, 0, "",
	  "VM entry failed: machine check (0x80000029)" },
	{ ND_FAIL_ENTRY, ND_ISA_SVM, ND_FAIL_HAS_REASON, 0xffffffff, 0, 0, "",
	  "VMRUN failed: invalid guest state (VMEXIT_INVALID)" },
	{ ND_FAIL_VMFAIL, ND_ISA_VMX, ND_FAIL_HAS_ERROR, 0, 0, 8, "",
	  "VM entry failed: VM-instruction error 8: VM entry with invalid host-state field(s)" },
	{ ND_FAIL_VMFAIL, ND_ISA_VMX, ND_FAIL_HAS_ERROR, 0, 0, 14, "",
	  "VM entry failed: VM-instruction error 14" },
	{ ND_FAIL_VMFAIL, ND_ISA_VMX, 0, 0, 0, 0, "",
	  "VM entry failed: VM-instruction error unknown" },
	{ ND_FAIL_REFUSED, ND_ISA_VMX, ND_FAIL_HAS_ERROR, 0, 0, 0, "no such check",
	  "KVM refused the nested VM entry: its check \"no such check\"" },
	{ ND_FAIL_REFUSED, ND_ISA_VMX, ND_FAIL_HAS_ERROR, 0, 0, 0,
	  "vmcs12->host_cs_selector == 0",
	  "KVM refused the nested VM entry: the host CS selector is 0" },
	{ ND_FAIL_REFUSED, ND_ISA_VMX, ND_FAIL_HAS_ERROR, 0, 0, 7,
	  "hardware VM-instruction error: ",
	  "nested VM entry failed: VM-instruction error 7: VM entry with invalid control field(s)" },
	{ ND_FAIL_SHUTDOWN, ND_ISA_VMX, ND_FAIL_HAS_REASON, 2, 0, 0, "",
	  "guest ended by a triple fault (KVM_EXIT_SHUTDOWN), last exit TRIPLE_FAULT" },
	{ ND_FAIL_INTERNAL, ND_ISA_VMX, ND_FAIL_HAS_ERROR, 0, 0, 1, "",
	  "KVM gave up (KVM_EXIT_INTERNAL_ERROR, suberror 1): an instruction could not be emulated" },
	{ ND_FAIL_INTERNAL, ND_ISA_VMX, ND_FAIL_HAS_ERROR, 0, 0, 99, "",
	  "KVM gave up (KVM_EXIT_INTERNAL_ERROR, suberror 99)" },
	{ ND_FAIL_INTERNAL, ND_ISA_VMX, 0, 0, 0, 0, "",
	  "KVM gave up (KVM_EXIT_INTERNAL_ERROR)" },
};

static void fail_test_what(struct kunit *test)
{
	u32 i;

	for (i = 0; i < ARRAY_SIZE(fail_test_words); i++) {
		struct nd_failure *f = &fail_test_failures.list[0];

		memset(f, 0, sizeof(*f));
		f->kind = fail_test_words[i].kind;
		f->isa = fail_test_words[i].isa;
		f->has = fail_test_words[i].has;
		f->reason = fail_test_words[i].reason;
		f->qual = fail_test_words[i].qual;
		f->error = fail_test_words[i].error;
		scnprintf(f->message, sizeof(f->message), "%s", fail_test_words[i].message);
		nd_row_init(&fail_test_row, ND_ROW_FAILURE, NULL, NULL, NULL);
		nd_failure_what(f, &fail_test_row);
		KUNIT_EXPECT_STREQ(test, fail_test_row.words, fail_test_words[i].words);
	}
}

static void fail_test_who(struct kunit *test)
{
	struct nd_failure *f = fail_test_add(ND_FAIL_ENTRY);
	char who[ND_FAIL_WHO];

	KUNIT_EXPECT_STREQ(test, nd_failure_who(f, who, sizeof(who)),
			   "qemu-system-x86[1234] vcpu 2, guest");
	f->level = ND_LEVEL_NESTED;
	f->has = 0;
	memcpy(f->comm, "a\n\033[m\377b", 8);
	KUNIT_EXPECT_STREQ(test, nd_failure_who(f, who, sizeof(who)),
			   "a??[m?b[1234], nested guest");
	f->level = ND_FAIL_LEVEL_UNKNOWN;
	KUNIT_EXPECT_STREQ(test, nd_failure_who(f, who, sizeof(who)),
			   "a??[m?b[1234], guest or nested guest");
	f->level = ND_LEVEL_NESTED;
	/* Never terminated. */
	memset(f->comm, 'x', sizeof(f->comm));
	f->pid = ~0U;
	f->vcpu = ~0U;
	f->has = ND_FAIL_HAS_VCPU;
	KUNIT_EXPECT_STREQ(test, nd_failure_who(f, who, sizeof(who)),
			   "xxxxxxxxxxxxxxx[4294967295] vcpu 4294967295, nested guest");
}

static void fail_test_check(struct kunit *test)
{
	struct nd_failure *f = fail_test_add_state();
	const char *check = nd_failure_check(f, NULL, &fail_test_row);

	KUNIT_ASSERT_NOT_NULL(test, check);
	KUNIT_EXPECT_STREQ(test, check, "guest-cr4-pae");
	KUNIT_EXPECT_TRUE(test, strstr(fail_test_row.words, "CR4") != NULL);

	/* With nothing wrong, and with nothing captured, there is none to name. */
	nd_vmstate_set(&f->state, ND_VMF_CR4, 0x2020);
	KUNIT_EXPECT_NULL(test, nd_failure_check(f, NULL, &fail_test_row));
	KUNIT_EXPECT_STREQ(test, fail_test_row.words, "");
	nd_vmstate_set(&f->state, ND_VMF_CR4, 0x2000);
	f->evidence = ND_EVIDENCE_OTHER;
	KUNIT_EXPECT_NULL(test, nd_failure_check(f, NULL, &fail_test_row));
}

static void fail_test_hide(struct kunit *test)
{
	static const struct {
		const char *in;
		const char *out;
	} cases[] = {
		{ "host RIP 0xffffffff81234567 is", "host RIP 0xxxxxxxxxxxxxxxxx is" },
		{ "0xffff888012345678 0xffffc90000000000", "0xxxxxxxxxxxxxxxxx 0xxxxxxxxxxxxxxxxx" },
		{ "0xffff", "0xffff" },
		{ "0xffffffff", "0xffffffff" },
		{ "0x8000000000000000", "0x8000000000000000" },
		{ "0x0000ffff81234567", "0x0000ffff81234567" },
		{ "", "" },
	};
	char words[96];
	u32 i;

	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		scnprintf(words, sizeof(words), "%s", cases[i].in);
		nd_failure_hide(words);
		KUNIT_EXPECT_STREQ(test, words, cases[i].out);
	}
}

/* --- records ---------------------------------------------------------------------------------- */

#define FAIL_TEST_LINES	40

static char fail_test_lines[FAIL_TEST_LINES][ND_SNAPSHOT_LINE];
static u32 fail_test_nr_lines;

static void fail_test_take_line(void *ctx, const char *text)
{
	if (fail_test_nr_lines < FAIL_TEST_LINES)
		scnprintf(fail_test_lines[fail_test_nr_lines++], ND_SNAPSHOT_LINE, "%s", text);
}

static enum nd_parsed fail_test_parse(const char *line)
{
	return nd_snapshot_parse(&fail_test_parser, line, strlen(line));
}

static void fail_test_start(struct kunit *test)
{
	memset(&fail_test_parser, 0, sizeof(fail_test_parser));
	fail_test_parser.facts = &fail_test_facts2;
	fail_test_facts2.failures = &fail_test_failures2;
	KUNIT_ASSERT_EQ(test, (int)fail_test_parse("nestdiag-snapshot 1"), (int)ND_PARSED_OK);
}

static void fail_test_round_trip(struct kunit *test)
{
	struct nd_failure *f = fail_test_add_state();
	u32 i;

	f->qual = 0x123456789abcdef0;
	f->state.msrs[0].index = 0xc0000080;
	f->state.msrs[0].value = 0xd01;
	f->state.nr_msrs = 1;
	f = fail_test_add(ND_FAIL_REFUSED);
	f->level = ND_LEVEL_NESTED;
	memset(f->comm, 0, sizeof(f->comm));
	scnprintf(f->comm, sizeof(f->comm), "a b\\c");
	scnprintf(f->message, sizeof(f->message), "!page_address_valid(vcpu, vmcs12->x)");
	f->has = ND_FAIL_HAS_ERROR;
	f->error = 4294967295U;
	f = fail_test_add(ND_FAIL_SHUTDOWN);
	f->isa = ND_ISA_SVM;
	f->level = ND_FAIL_LEVEL_UNKNOWN;
	memset(f->comm, 0, sizeof(f->comm));
	f->evidence = ND_EVIDENCE_RATE;
	nd_vmstate_init(&f->state, ND_ISA_SVM);
	fail_test_failures.dropped = 77;

	fail_test_nr_lines = 0;
	nd_snapshot_write(&fail_test_facts, fail_test_take_line, NULL);
	KUNIT_ASSERT_LT(test, fail_test_nr_lines, (u32)FAIL_TEST_LINES);
	fail_test_start(test);
	for (i = 1; i < fail_test_nr_lines; i++)
		KUNIT_EXPECT_EQ_MSG(test, (int)fail_test_parse(fail_test_lines[i]),
				    (int)ND_PARSED_OK, "%s: %s", fail_test_lines[i],
				    fail_test_parser.why);
	/* What is not known is 0 on both sides. */
	fail_test_failures.list[1].vcpu = 0;
	KUNIT_EXPECT_EQ(test, memcmp(&fail_test_failures, &fail_test_failures2,
				     sizeof(fail_test_failures)), 0);
}

static void fail_test_malformed(struct kunit *test)
{
	static const char *const bad[] = {
		"failures 1 2 3 4 5",
		"failures x 2 3 4 5 6",
		"failures 1 2 3 4 5 0x6",
		"failure 1 2 entry vmx guest 3 4 5 0x6 0x7 8 none comm",
		"failure 0x1 2 entry vmx guest 3 4 5 0x6 0x7 8 none comm -",
		"failure 1 2 exit vmx guest 3 4 5 0x6 0x7 8 none comm -",
		"failure 1 2 entry tdx guest 3 4 5 0x6 0x7 8 none comm -",
		"failure 1 2 entry vmx host 3 4 5 0x6 0x7 8 none comm -",
		"failure 1 2 entry vmx guest 3 4 5 6 0x7 8 none comm -",
		"failure 1 2 entry vmx guest 3 4 5 0x600000000 0x7 8 none comm -",
		"failure 1 2 entry vmx guest 3 4 5 0x6 7 8 none comm -",
		"failure 1 2 entry vmx guest 3 4 5 0x6 0x7 8 some comm -",
		"failure 1 2 entry vmx guest 3 4 5 0x6 0x7 8 none comm-of-17-bytes- -",
		"failure 1 2 entry vmx guest 3 4 5 0x6 0x7 8 none co\\9 -",
		"failure_field 9 guest_cr4 0x1",
		"failure_msr 9 0x1 0x1",
	};
	static const char good[] =
		"failure 9 2 entry vmx guest 3 4 5 0x6 0x7 8 none comm msg";
	u32 i;

	fail_test_start(test);
	for (i = 0; i < ARRAY_SIZE(bad); i++) {
		KUNIT_EXPECT_EQ_MSG(test, (int)fail_test_parse(bad[i]), (int)ND_PARSED_BAD, "%s",
				    bad[i]);
		KUNIT_EXPECT_TRUE(test, fail_test_parser.why[0] != '\0');
		KUNIT_EXPECT_EQ(test, fail_test_failures2.nr, 0U);
	}
	KUNIT_EXPECT_EQ(test, (int)fail_test_parse(good), (int)ND_PARSED_OK);
	KUNIT_EXPECT_EQ(test, (int)fail_test_parse("failure_field 9 guest_cr4 1"),
			(int)ND_PARSED_BAD);
	KUNIT_EXPECT_EQ(test, (int)fail_test_parse("failure_field 8 guest_cr4 0x1"),
			(int)ND_PARSED_BAD);
	KUNIT_EXPECT_EQ(test, (int)fail_test_parse("failure_field 9 no_such_field 0x1"),
			(int)ND_PARSED_IGNORED);
	KUNIT_EXPECT_EQ(test, (int)fail_test_parse("failure_field 9 guest_cr4 0x1"),
			(int)ND_PARSED_OK);
}

static void fail_test_full(struct kunit *test)
{
	char line[96];
	u32 i;

	fail_test_start(test);
	fail_test_facts2.failures = NULL;
	KUNIT_EXPECT_EQ(test, (int)fail_test_parse("failures 0 0 0 0 0 0"), (int)ND_PARSED_FULL);
	KUNIT_EXPECT_TRUE(test, fail_test_parser.wants_failures);
	fail_test_facts2.failures = &fail_test_failures2;
	for (i = 1; i <= ND_MAX_FAILURES + 1; i++) {
		scnprintf(line, sizeof(line),
			  "failure %u 2 entry vmx guest 3 4 5 0x6 0x7 8 none comm -", i);
		KUNIT_EXPECT_EQ(test, (int)fail_test_parse(line),
				(int)(i <= ND_MAX_FAILURES ? ND_PARSED_OK : ND_PARSED_IGNORED));
	}
	/* And what goes on with it. */
	scnprintf(line, sizeof(line), "failure_field %u guest_cr4 0x1", ND_MAX_FAILURES + 1);
	KUNIT_EXPECT_EQ(test, (int)fail_test_parse(line), (int)ND_PARSED_IGNORED);
	KUNIT_EXPECT_EQ(test, fail_test_failures2.nr, (u32)ND_MAX_FAILURES);
}

/* --- rows ------------------------------------------------------------------------------------- */

static u32 fail_test_kinds[ND_NR_ROW_KINDS];
static char fail_test_total[ND_ROW_WORDS];

static void fail_test_count_row(void *ctx, const struct nd_row *row)
{
	struct kunit *test = ctx;

	fail_test_kinds[row->kind]++;
	if (row->id && !strcmp(row->id, "failed_launches"))
		scnprintf(fail_test_total, sizeof(fail_test_total), "%s", row->words);
	KUNIT_EXPECT_LE(test, row->nr_cols, (u32)ND_ROW_COLS);
	/* A row with a column too many has the last one twice. */
	if (row->nr_cols > 1)
		KUNIT_EXPECT_NE(test, 0, strcmp(row->cols[row->nr_cols - 2].key,
				row->cols[row->nr_cols - 1].key));
}

static u32 fail_test_rows(struct kunit *test, u64 number, bool evidence)
{
	const struct nd_emit emit = { fail_test_count_row, test };

	memset(fail_test_kinds, 0, sizeof(fail_test_kinds));
	return nd_failure_rows(&fail_test_facts, number, evidence, &emit);
}

static void fail_test_row_kinds(struct kunit *test)
{
	struct nd_failure *f;

	KUNIT_EXPECT_EQ(test, fail_test_rows(test, 0, true), 0U);
	KUNIT_EXPECT_STREQ(test, fail_test_total, "none since the module was loaded");
	f = fail_test_add_state();
	/* Everything known of it that there is a column for. */
	f->has |= ND_FAIL_HAS_ERROR;
	scnprintf(f->message, sizeof(f->message), "message");
	f = fail_test_add(ND_FAIL_VMFAIL);
	f->evidence = ND_EVIDENCE_OTHER;
	fail_test_add(ND_FAIL_REFUSED);
	fail_test_failures.counts[ND_FAIL_REFUSED] += 10;
	fail_test_failures.dropped = 10;
	KUNIT_EXPECT_EQ(test, fail_test_rows(test, 0, true), 3U);
	KUNIT_EXPECT_EQ(test, fail_test_kinds[ND_ROW_FAILURE], 3U);
	KUNIT_EXPECT_EQ(test, fail_test_kinds[ND_ROW_EVIDENCE], 3U);
	KUNIT_EXPECT_GE(test, fail_test_kinds[ND_ROW_VIOLATION], 1U);
	/* At least one of the autopsy's, and one that says why there was none. */
	KUNIT_EXPECT_GE(test, fail_test_kinds[ND_ROW_UNCHECKED], 2U);
	KUNIT_EXPECT_STREQ(test, fail_test_total,
			   "1 entry, 1 vmfail, 11 refused; 10 of them are not listed: there is room for 64");
	KUNIT_EXPECT_EQ(test, fail_test_rows(test, 0, false), 3U);
	KUNIT_EXPECT_EQ(test, fail_test_kinds[ND_ROW_EVIDENCE], 0U);
	KUNIT_EXPECT_EQ(test, fail_test_rows(test, 2, true), 1U);
	KUNIT_EXPECT_EQ(test, fail_test_rows(test, 4, true), 0U);
	fail_test_facts.failures = NULL;
	KUNIT_EXPECT_EQ(test, fail_test_rows(test, 0, true), 0U);
	KUNIT_EXPECT_EQ(test, fail_test_kinds[ND_ROW_NOTE], 1U);
}

static void fail_test_silent(struct kunit *test)
{
	KUNIT_EXPECT_EQ(test, nd_failure_silent(&fail_test_facts), 0ULL);
	fail_test_facts.trace = &fail_test_trace;
	fail_test_trace.isa = ND_ISA_VMX;
	fail_test_trace.sum.cells[ND_LEVEL_GUEST][20].count = 3;
	fail_test_trace.sum.cells[ND_LEVEL_GUEST][24].count = 100;
	fail_test_trace.sum.nested_entries = 90;
	fail_test_trace.nr_refusals = 1;
	fail_test_trace.refusals[0].count = 5;
	/* Without the probe of exits there is nothing to compare with. */
	KUNIT_EXPECT_EQ(test, nd_failure_silent(&fail_test_facts), 0ULL);
	fail_test_trace.points[0] = (struct nd_point){ "kvm_exit", ND_POINT_ATTACHED, 0 };
	fail_test_trace.nr_points = 1;
	KUNIT_EXPECT_EQ(test, nd_failure_silent(&fail_test_facts), 8ULL);
	/* Each vCPU may be on its way. */
	fail_test_trace.nr_vcpus = 8;
	KUNIT_EXPECT_EQ(test, nd_failure_silent(&fail_test_facts), 0ULL);
	fail_test_trace.isa = ND_ISA_SVM;
	fail_test_trace.sum.cells[ND_LEVEL_GUEST][0x80].count = 104;
	KUNIT_EXPECT_EQ(test, nd_failure_silent(&fail_test_facts), 1ULL);
}

/* --- which fields there are ------------------------------------------------------------------- */

static void fail_test_put(enum nd_reg reg, u64 value)
{
	fail_test_cpu.regs[reg] = (struct nd_value){ value, ND_OK };
}

static void fail_test_exists(struct kunit *test)
{
	u32 i, j, group;

	/* Nothing is known: then no field is read. */
	for (i = 0; i < ND_NR_VMF; i++)
		KUNIT_EXPECT_FALSE(test, nd_vmf_exists(&fail_test_cpu, i));
	fail_test_put(ND_VMX_BASIC, 0);
	KUNIT_EXPECT_TRUE(test, nd_vmf_exists(&fail_test_cpu, ND_VMF_CR0));
	KUNIT_EXPECT_FALSE(test, nd_vmf_exists(&fail_test_cpu, ND_VMF_VPID));
	for (i = 0; i < ARRAY_SIZE(vmexist_rules); i++) {
		const struct vmexist_rule *rule = &vmexist_rules[i];

		/* Each rule once, and its controls by themselves. */
		for (j = 0; j < i; j++)
			KUNIT_EXPECT_NE(test, vmexist_rules[j].field, rule->field);
		KUNIT_EXPECT_FALSE(test, nd_vmf_exists(&fail_test_cpu, rule->field));
		for (j = 0; j < 2; j++) {
			enum nd_reg reg;
			u32 bit = j ? rule->bit2 : rule->bit;

			group = j ? rule->group2 : rule->group;
			reg = nd_ctl_groups[group].reg;
			fail_test_put(reg, nd_ctl_groups[group].kind == ND_CTLS_PAIR ?
				      BIT_ULL(bit + 32) : BIT_ULL(bit));
			KUNIT_EXPECT_TRUE(test, nd_vmf_exists(&fail_test_cpu, rule->field));
			fail_test_put(reg, 0);
		}
	}
	KUNIT_EXPECT_FALSE(test, nd_vmf_exists(&fail_test_cpu, ND_VMF_EPTP_LIST));
	fail_test_put(ND_VMX_VMFUNC, 1);
	KUNIT_EXPECT_TRUE(test, nd_vmf_exists(&fail_test_cpu, ND_VMF_EPTP_LIST));
}

static struct kunit_case fail_test_cases[] = {
	KUNIT_CASE(fail_test_what),
	KUNIT_CASE(fail_test_who),
	KUNIT_CASE(fail_test_check),
	KUNIT_CASE(fail_test_hide),
	KUNIT_CASE(fail_test_round_trip),
	KUNIT_CASE(fail_test_malformed),
	KUNIT_CASE(fail_test_full),
	KUNIT_CASE(fail_test_row_kinds),
	KUNIT_CASE(fail_test_silent),
	KUNIT_CASE(fail_test_exists),
	{}
};

static struct kunit_suite nestdiag_failure_suite = {
	.name = "nestdiag_failure",
	.init = fail_test_init,
	.test_cases = fail_test_cases,
};
