// SPDX-License-Identifier: GPL-2.0-only
/*
 * Names of exit reasons.
 */
#include <kunit/test.h>
#include "core/exits/exits.h"

static void acct_test_names(struct kunit *test)
{
	static const struct {
		u32 isa;
		u32 reason;
		const char *name;
	} names[] = {
		{ ND_ISA_VMX, 10, "CPUID" },
		{ ND_ISA_VMX, 0x80000021, "INVALID_STATE (failed entry)" },
		{ ND_ISA_VMX, 0x08000001, "EXTERNAL_INTERRUPT (enclave)" },
		{ ND_ISA_VMX, 0x0400001e, "IO_INSTRUCTION (bus lock)" },
		{ ND_ISA_VMX, 0x0c00001e, "0xc00001e (enclave)" },
		{ ND_ISA_VMX, 0x80000000 | 80, "0x80000050 (failed entry)" },
		{ ND_ISA_VMX, 0x10000031, "TRAP_AFTER_FLUSH (synthetic)" },
		{ ND_ISA_VMX, 0x20000031, "0x20000031" },
		{ ND_ISA_VMX, 0xffffffff, "Trust Domain not entered" },
		{ ND_ISA_VMX, 0xfffffffe, "0xfffffffe (failed entry)" },
		{ ND_ISA_VMX, 5, "0x5" },
		{ ND_ISA_SVM, 0x72, "cpuid" },
		{ ND_ISA_SVM, 0x400, "npf" },
		{ ND_ISA_SVM, 0xa6, "idle-halt" },
		{ ND_ISA_SVM, 0xffffffff, "invalid_guest_state" },
		{ ND_ISA_SVM, 0x80000021, "0x80000021" },
		{ ND_ISA_SVM, 0xa7, "0xa7" },
		{ ND_ISA_UNKNOWN, 10, "0xa" },
	};
	char name[ND_EXIT_NAME];
	u32 i;

	for (i = 0; i < ARRAY_SIZE(names); i++)
		KUNIT_EXPECT_STREQ(test, nd_exit_name(names[i].isa, names[i].reason, name,
						      sizeof(name)), names[i].name);
	KUNIT_EXPECT_TRUE(test, nd_vmx_entry_failed(0x80000021));
	KUNIT_EXPECT_FALSE(test, nd_vmx_entry_failed(0x21));
	KUNIT_EXPECT_FALSE(test, nd_vmx_entry_failed(0xffffffff));
	KUNIT_EXPECT_STREQ(test, nd_userspace_exit_name(2), "KVM_EXIT_IO");
	KUNIT_EXPECT_STREQ(test, nd_userspace_exit_name(17), "KVM_EXIT_INTERNAL_ERROR");
	KUNIT_EXPECT_NULL(test, nd_userspace_exit_name(13));
	KUNIT_EXPECT_NULL(test, nd_userspace_exit_name(41));
	KUNIT_EXPECT_NULL(test, nd_svm_exit_name(0x01));
	/* What waits on one kind of processor is something else on the other. */
	acct_test_trace.isa = ND_ISA_VMX;
	KUNIT_EXPECT_TRUE(test, nd_trace_waits(&acct_test_trace, 12));
	KUNIT_EXPECT_FALSE(test, nd_trace_waits(&acct_test_trace, 0x78));
	acct_test_trace.isa = ND_ISA_SVM;
	KUNIT_EXPECT_FALSE(test, nd_trace_waits(&acct_test_trace, 12));
	KUNIT_EXPECT_TRUE(test, nd_trace_waits(&acct_test_trace, 0x78));
}

static struct kunit_case exits_test_cases[] = {
	KUNIT_CASE(acct_test_names),
	{}
};

static struct kunit_suite nestdiag_exits_suite = {
	.name = "nestdiag_exits",
	.init = acct_test_init,
	.test_cases = exits_test_cases,
};
