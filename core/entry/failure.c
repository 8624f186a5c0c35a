// SPDX-License-Identifier: GPL-2.0-only
/*
 * A failed launch in words.
 */
#include "core/entry/autopsy.h"
#include "core/entry/failure.h"
#include "core/entry/insnerror.h"
#include "core/entry/nestedchecks.h"
#include "core/exits/exits.h"
#include "core/exits/reasons.h"
#include "core/exits/runerror.h"
#include "core/exits/suberror.h"
#include "core/exits/trace.h"

static const char *const fail_kind_words[ND_NR_FAIL_KINDS] = {
	[ND_FAIL_ENTRY]		= "entry",
	[ND_FAIL_VMFAIL]	= "vmfail",
	[ND_FAIL_REFUSED]	= "refused",
	[ND_FAIL_SHUTDOWN]	= "shutdown",
	[ND_FAIL_INTERNAL]	= "internal-error",
	[ND_FAIL_RUN]		= "run-error",
};

static const char *const fail_evidence_words[ND_NR_EVIDENCES] = {
	[ND_EVIDENCE_NONE]	= "none",
	[ND_EVIDENCE_VMCS]	= "vmcs",
	[ND_EVIDENCE_EVMCS]	= "evmcs",
	[ND_EVIDENCE_OTHER]	= "other-vmcs",
	[ND_EVIDENCE_FAULT]	= "fault",
	[ND_EVIDENCE_RATE]	= "rate",
	[ND_EVIDENCE_LOCKDOWN]	= "lockdown",
	[ND_EVIDENCE_VMCB]	= "vmcb",
	[ND_EVIDENCE_ASKED]	= "asked",
	[ND_EVIDENCE_NO_MODULE]	= "no-module",
	[ND_EVIDENCE_TD]	= "trust-domain",
};

const char *nd_fail_level_word(u32 level)
{
	return level == ND_FAIL_LEVEL_UNKNOWN ? "unknown" : nd_level_name(level);
}

const char *nd_fail_kind_word(u32 kind)
{
	return kind < ND_NR_FAIL_KINDS ? fail_kind_words[kind] : NULL;
}

const char *nd_fail_evidence_word(u32 evidence)
{
	return evidence < ND_NR_EVIDENCES ? fail_evidence_words[evidence] : NULL;
}

bool nd_failure_has_state(const struct nd_failure *f)
{
	switch (f->evidence) {
	case ND_EVIDENCE_VMCS:
	case ND_EVIDENCE_EVMCS:
	case ND_EVIDENCE_VMCB:
	case ND_EVIDENCE_ASKED:
		return true;
	default:
		return false;
	}
}

u64 nd_fail_total(const struct nd_failures *failures)
{
	u64 total = 0;
	u32 i;

	for (i = 0; i < ND_NR_FAIL_KINDS; i++)
		total += failures->counts[i];
	return total;
}

const char *nd_failure_who(const struct nd_failure *failure, char *buf, size_t size)
{
	char comm[ND_FAIL_COMM];
	u32 i;

	for (i = 0; i < sizeof(comm) - 1 && failure->comm[i]; i++) {
		char c = failure->comm[i];

		comm[i] = c >= ' ' && c < 0x7f ? c : '?';
	}
	comm[i] = '\0';
	i = scnprintf(buf, size, "%s[%u]", comm, failure->pid);
	if (failure->has & ND_FAIL_HAS_VCPU)
		i += scnprintf(buf + i, size - i, " vcpu %u", failure->vcpu);
	scnprintf(buf + i, size - i, ", %s",
		  failure->level == ND_FAIL_LEVEL_UNKNOWN ? "guest or nested guest" :
		  failure->level == ND_LEVEL_NESTED ? "nested guest" : "guest");
	return buf;
}

/* The SDM gives exit qualifications of failed entries a meaning of their own. */
static void fail_qual_describe(const struct nd_failure *f, u32 basic, struct nd_row *row)
{
	static const char *const invalid_state[] = {
		[2] = "loading a PDPTE",
		[3] = "an NMI with blocking by STI",
		[4] = "the VMCS link pointer",
	};

	if (!(f->has & ND_FAIL_HAS_QUAL))
		return;
	if (basic == ND_VMEXIT_MSR_LOAD_FAIL)
		nd_row_printf(row, ", entry %llu of the MSR-load area", f->qual);
	else if (basic == ND_VMEXIT_INVALID_STATE && f->qual < ARRAY_SIZE(invalid_state) &&
		 invalid_state[f->qual])
		nd_row_printf(row, ", on %s", invalid_state[f->qual]);
	else if (f->qual)
		nd_row_printf(row, ", qualification 0x%llx", f->qual);
}

static void fail_entry_describe(const struct nd_failure *f, struct nd_row *row)
{
	char name[ND_EXIT_NAME];
	u32 basic = f->reason & ND_VMX_EXIT_BASIC;

	if (f->isa == ND_ISA_SVM) {
		nd_row_printf(row, "VMRUN failed: invalid guest state (VMEXIT_INVALID)");
		return;
	}
	nd_row_printf(row, "VM entry failed: ");
	switch (basic) {
	case ND_VMEXIT_INVALID_STATE:
		nd_row_printf(row, "invalid guest state");
		break;
	case ND_VMEXIT_MSR_LOAD_FAIL:
		nd_row_printf(row, "MSR loading");
		break;
	case ND_VMEXIT_MCE_DURING_VMENTRY:
		nd_row_printf(row, "machine check");
		break;
	default:
		nd_row_printf(row, "%s", nd_exit_name(f->isa, basic, name, sizeof(name)));
	}
	nd_row_printf(row, " (0x%x)", f->reason);
	fail_qual_describe(f, basic, row);
}

static void fail_error_describe(const struct nd_failure *f, struct nd_row *row)
{
	const char *words = nd_insn_error_words(f->error);

	if (!(f->has & ND_FAIL_HAS_ERROR))
		nd_row_printf(row, "VM-instruction error unknown");
	else
		nd_row_printf(row, "VM-instruction error %u%s%s", f->error, words ? ": " : "",
			      words ? words : "");
}

/*
 * Did VMLAUNCH or VMRESUME fail as instructions, KVM's own or those that it executed for a guest?
 */
static bool fail_is_vmfail(const struct nd_failure *f)
{
	return f->kind == ND_FAIL_VMFAIL ||
	       (f->kind == ND_FAIL_REFUSED && nd_nested_by_cpu(f->message));
}

static void fail_refused_describe(const struct nd_failure *f, struct nd_row *row)
{
	char words[ND_NESTED_WORDS];

	nd_row_printf(row, nd_nested_by_cpu(f->message) ? "nested VM entry failed: " :
							   "KVM refused the nested VM entry: ");
	nd_row_printf(row, "%s", nd_nested_words(f->message, f->error, words, sizeof(words)));
}

static void fail_last_exit_describe(const struct nd_failure *f, struct nd_row *row)
{
	char name[ND_EXIT_NAME];

	if (f->has & ND_FAIL_HAS_REASON)
		nd_row_printf(row, ", last exit %s",
			      nd_exit_name(f->isa, f->reason, name, sizeof(name)));
}

static void fail_run_describe(const struct nd_failure *f, struct nd_row *row)
{
	const char *name = nd_errno_name(f->error), *words = nd_run_error_words(f->error);

	if (name)
		nd_row_printf(row, "KVM_RUN failed with %s", name);
	else
		nd_row_printf(row, "KVM_RUN failed with errno %u", f->error);
	fail_last_exit_describe(f, row);
	if (words)
		nd_row_printf(row, ": %s", words);
}

static void fail_ended_describe(const struct nd_failure *f, struct nd_row *row)
{
	const char *words = f->has & ND_FAIL_HAS_ERROR ? nd_suberror_words(f->error) : NULL;

	if (f->kind == ND_FAIL_RUN) {
		fail_run_describe(f, row);
		return;
	}
	if (f->kind == ND_FAIL_SHUTDOWN) {
		nd_row_printf(row, "guest ended by a triple fault (KVM_EXIT_SHUTDOWN)");
	} else {
		nd_row_printf(row, "KVM stopped the guest (KVM_EXIT_INTERNAL_ERROR");
		if (f->has & ND_FAIL_HAS_ERROR)
			nd_row_printf(row, ", suberror %u", f->error);
		nd_row_printf(row, ")");
		if (words)
			nd_row_printf(row, ": %s", words);
	}
	fail_last_exit_describe(f, row);
}

void nd_failure_what(const struct nd_failure *f, struct nd_row *row)
{
	switch (f->kind) {
	case ND_FAIL_ENTRY:
		fail_entry_describe(f, row);
		break;
	case ND_FAIL_VMFAIL:
		nd_row_printf(row, "VM entry failed: ");
		fail_error_describe(f, row);
		break;
	case ND_FAIL_REFUSED:
		fail_refused_describe(f, row);
		break;
	default:
		fail_ended_describe(f, row);
		break;
	}
}

u32 nd_failure_suspects(const struct nd_failure *f)
{
	u32 error = f->has & ND_FAIL_HAS_ERROR ? f->error : 0;

	if (f->isa != ND_ISA_VMX)
		return ND_SUSPECT_ALL;
	if (fail_is_vmfail(f))
		return nd_suspects_vmfail(error);
	if (f->evidence == ND_EVIDENCE_ASKED)
		return nd_suspects_exit(ND_VMEXIT_INVALID_STATE);
	return f->kind == ND_FAIL_ENTRY && f->has & ND_FAIL_HAS_REASON ?
	       nd_suspects_exit(f->reason) : ND_SUSPECT_ALL;
}

bool nd_failure_stale(const struct nd_failure *f, unsigned int field)
{
	bool told = field == ND_VMF_EXIT_REASON || field == ND_VMF_QUALIFICATION;

	if (f->isa != ND_ISA_VMX)
		return false;
	if (field == ND_VMF_INSTRUCTION_ERROR)
		return !fail_is_vmfail(f);
	return field >= ND_VMF_EXIT_REASON && (fail_is_vmfail(f) || !told);
}

const char *nd_failure_check(const struct nd_failure *f, const struct nd_cpu *cpu,
			     struct nd_row *row)
{
	const struct nd_nested_check *check;

	if (row)
		row->words[0] = '\0';
	if (nd_failure_has_state(f))
		return nd_autopsy_first(&f->state, nd_failure_suspects(f), cpu, row);
	check = f->kind == ND_FAIL_REFUSED ? nd_nested_check_find(f->message) : NULL;
	return check ? check->check : NULL;
}

#define FAIL_DIGITS	16	/* of a number with all its 64 bits */

void nd_failure_withhold(struct nd_failure *failure)
{
	if (nd_failure_has_state(failure))
		failure->evidence = ND_EVIDENCE_LOCKDOWN;
	nd_vmstate_init(&failure->state, failure->isa);
}

/*
 * Bits 63:56 are set in every address of a kernel, wherever the direct map begins: 5-level paging
 * moves it down to 0xff11000000000000. Where they are not all set, the address is none, which is
 * what a check for canonical addresses is about.
 */
void nd_failure_hide(char *words)
{
	char *at = words;

	while ((at = strstr(at, "0x")) != NULL) {
		size_t digits = strspn(at + 2, "0123456789abcdef");

		if (digits == FAIL_DIGITS && strspn(at + 2, "f") >= 2)
			memset(at + 2, 'x', digits);
		at += 2 + digits;
	}
}
