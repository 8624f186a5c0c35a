// SPDX-License-Identifier: GPL-2.0-only
/*
 * Failures as the module would record them, for the tests of their words, rows and records.
 */
#include <kunit/test.h>
#include "core/entry/failure.h"
#include "core/exits/trace.h"
#include "core/facts/facts.h"
#include "core/record/reader.h"

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
	f->cause = f->number;
	f->count = 1;
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
