// SPDX-License-Identifier: GPL-2.0-only
/*
 * A failed launch in words: what failed, of whom, by which check.
 */
#include <kunit/test.h>
#include "core/entry/failure.h"

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
	  "KVM refused the nested VM entry: check \"no such check\" failed" },
	{ ND_FAIL_REFUSED, ND_ISA_VMX, ND_FAIL_HAS_ERROR, 0, 0, 0,
	  "vmcs12->host_cs_selector == 0",
	  "KVM refused the nested VM entry: the host CS selector is 0" },
	{ ND_FAIL_REFUSED, ND_ISA_VMX, ND_FAIL_HAS_ERROR, 0, 0, 7,
	  "hardware VM-instruction error: ",
	  "nested VM entry failed: VM-instruction error 7: VM entry with invalid control field(s)" },
	{ ND_FAIL_SHUTDOWN, ND_ISA_VMX, ND_FAIL_HAS_REASON, 2, 0, 0, "",
	  "guest ended by a triple fault (KVM_EXIT_SHUTDOWN), last exit TRIPLE_FAULT" },
	{ ND_FAIL_INTERNAL, ND_ISA_VMX, ND_FAIL_HAS_ERROR, 0, 0, 1, "",
	  "KVM stopped the guest (KVM_EXIT_INTERNAL_ERROR, suberror 1): KVM could not emulate an instruction of the guest" },
	{ ND_FAIL_INTERNAL, ND_ISA_VMX, ND_FAIL_HAS_ERROR, 0, 0, 99, "",
	  "KVM stopped the guest (KVM_EXIT_INTERNAL_ERROR, suberror 99)" },
	{ ND_FAIL_RUN, ND_ISA_VMX, ND_FAIL_HAS_ERROR | ND_FAIL_HAS_REASON, 48, 0, 14, "",
	  "KVM_RUN failed with EFAULT, last exit EPT_VIOLATION: memory of the guest, or of KVM_RUN itself, is not accessible in the process" },
	{ ND_FAIL_RUN, ND_ISA_SVM, ND_FAIL_HAS_ERROR, 0, 0, 99, "",
	  "KVM_RUN failed with errno 99" },
	{ ND_FAIL_INTERNAL, ND_ISA_VMX, 0, 0, 0, 0, "",
	  "KVM stopped the guest (KVM_EXIT_INTERNAL_ERROR)" },
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

/*
 * The state of an entry that failed on its TPR threshold, after one that failed on RFLAGS: the exit
 * reason is still that one's.
 */
static void fail_test_vmfail(struct kunit *test)
{
	static const struct {
		enum nd_fail_kind kind;
		u32 has;
		u32 error;
		const char *message;
		const char *check;
	} cases[] = {
		{ ND_FAIL_VMFAIL, ND_FAIL_HAS_ERROR, 7, "", "ctl-tpr-threshold" },
		{ ND_FAIL_VMFAIL, 0, 0, "", "ctl-tpr-threshold" },
		{ ND_FAIL_REFUSED, ND_FAIL_HAS_ERROR, 7, "hardware VM-instruction error: ",
		  "ctl-tpr-threshold" },
		/* No host state is known to be wrong, and an entry by MOV SS is no check. */
		{ ND_FAIL_VMFAIL, ND_FAIL_HAS_ERROR, 8, "", "none" },
		{ ND_FAIL_VMFAIL, ND_FAIL_HAS_ERROR, 26, "", "none" },
		{ ND_FAIL_ENTRY, ND_FAIL_HAS_REASON, 7, "", "guest-rflags-one" },
	};
	struct nd_failure *f = fail_test_add(ND_FAIL_VMFAIL);
	u32 i;

	f->evidence = ND_EVIDENCE_VMCS;
	f->reason = 0x80000021;
	nd_vmstate_set(&f->state, ND_VMF_PRIMARY_CTLS, BIT(21) | BIT(31));
	nd_vmstate_set(&f->state, ND_VMF_SECONDARY_CTLS, 0);
	nd_vmstate_set(&f->state, ND_VMF_TPR_THRESHOLD, 0x10);
	nd_vmstate_set(&f->state, ND_VMF_RFLAGS, 0);
	nd_vmstate_set(&f->state, ND_VMF_EXIT_REASON, 0x80000021);
	nd_vmstate_set(&f->state, ND_VMF_INSTRUCTION_ERROR, 7);
	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		const char *check;

		f->kind = cases[i].kind;
		f->has = cases[i].has;
		f->error = cases[i].error;
		scnprintf(f->message, sizeof(f->message), "%s", cases[i].message);
		check = nd_failure_check(f, NULL, &fail_test_row);
		if (!check)
			check = "none";
		KUNIT_EXPECT_STREQ_MSG(test, check, cases[i].check, "case %u", i);
	}
	f->kind = ND_FAIL_VMFAIL;
	KUNIT_EXPECT_TRUE(test, nd_failure_stale(f, ND_VMF_EXIT_REASON));
	KUNIT_EXPECT_TRUE(test, nd_failure_stale(f, ND_VMF_QUALIFICATION));
	KUNIT_EXPECT_TRUE(test, nd_failure_stale(f, ND_VMF_IDT_ERROR));
	KUNIT_EXPECT_FALSE(test, nd_failure_stale(f, ND_VMF_INSTRUCTION_ERROR));
	KUNIT_EXPECT_FALSE(test, nd_failure_stale(f, ND_VMF_PDPTE3));
	f->kind = ND_FAIL_ENTRY;
	KUNIT_EXPECT_FALSE(test, nd_failure_stale(f, ND_VMF_EXIT_REASON));
	KUNIT_EXPECT_FALSE(test, nd_failure_stale(f, ND_VMF_QUALIFICATION));
	KUNIT_EXPECT_TRUE(test, nd_failure_stale(f, ND_VMF_IDT_INFO));
	KUNIT_EXPECT_TRUE(test, nd_failure_stale(f, ND_VMF_INSTRUCTION_ERROR));
	f->isa = ND_ISA_SVM;
	KUNIT_EXPECT_FALSE(test, nd_failure_stale(f, ND_VMF_INSTRUCTION_ERROR));
}

/* KVM refused segments that it had written to a VMCS, and looked at nothing else. */
static void fail_test_asked(struct kunit *test)
{
	struct nd_failure *f = fail_test_add(ND_FAIL_REFUSED);
	const char *check;

	scnprintf(f->message, sizeof(f->message), "from_vmentry && !vmx_guest_state_valid(vcpu)");
	f->level = ND_LEVEL_NESTED;
	f->evidence = ND_EVIDENCE_ASKED;
	nd_vmstate_set(&f->state, ND_VMF_ENTRY_CTLS, 0x11ff);
	nd_vmstate_set(&f->state, ND_VMF_PRIMARY_CTLS, BIT(31));
	nd_vmstate_set(&f->state, ND_VMF_SECONDARY_CTLS, 0);
	nd_vmstate_set(&f->state, ND_VMF_CR0, 0x80000031);
	nd_vmstate_set(&f->state, ND_VMF_RFLAGS, 2);
	nd_vmstate_set(&f->state, ND_VMF_TR_SEL, 4);
	check = nd_failure_check(f, NULL, &fail_test_row);
	KUNIT_ASSERT_NOT_NULL(test, check);
	KUNIT_EXPECT_STREQ(test, check, "guest-tr-ti");
	KUNIT_EXPECT_TRUE(test, nd_failure_has_state(f));
	nd_failure_withhold(f);
	KUNIT_EXPECT_FALSE(test, nd_failure_has_state(f));
	KUNIT_EXPECT_NULL(test, nd_failure_check(f, NULL, &fail_test_row));
}

static void fail_test_vmcb(struct kunit *test)
{
	struct nd_failure *f = fail_test_add(ND_FAIL_ENTRY);
	const char *check;

	f->isa = ND_ISA_SVM;
	f->reason = ~0U;
	f->has |= ND_FAIL_HAS_REASON;
	f->evidence = ND_EVIDENCE_VMCB;
	nd_vmstate_init(&f->state, ND_ISA_SVM);
	nd_vmstate_set(&f->state, ND_VMCB_EFER, 0x1000);
	nd_vmstate_set(&f->state, ND_VMCB_ASID, 0);
	check = nd_failure_check(f, NULL, &fail_test_row);
	KUNIT_ASSERT_NOT_NULL(test, check);
	KUNIT_EXPECT_STREQ(test, check, "vmcb-asid");
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
		{ "0xaaaaaaaaaaaaaaaa", "0xaaaaaaaaaaaaaaaa" },
		{ "0xfeffffffffffffff", "0xfeffffffffffffff" },
		{ "0xff00000000000000", "0xxxxxxxxxxxxxxxxx" },
		{ "0xff11000012345678,", "0xxxxxxxxxxxxxxxxx," },
		{ "0x7fffffffffffffff", "0x7fffffffffffffff" },
		{ "0x80000000000000001", "0x80000000000000001" },
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

static struct kunit_case failure_test_cases[] = {
	KUNIT_CASE(fail_test_what),
	KUNIT_CASE(fail_test_who),
	KUNIT_CASE(fail_test_check),
	KUNIT_CASE(fail_test_vmfail),
	KUNIT_CASE(fail_test_asked),
	KUNIT_CASE(fail_test_vmcb),
	KUNIT_CASE(fail_test_hide),
	{}
};

static struct kunit_suite nestdiag_failure_suite = {
	.name = "nestdiag_failure",
	.init = fail_test_init,
	.test_cases = failure_test_cases,
};
