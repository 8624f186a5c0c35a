// SPDX-License-Identifier: GPL-2.0-only
/*
 * Numbers by which a guest left or could not be entered: exit reasons and codes, VM-instruction
 * errors, Suberrors, exceptions.
 */
#include "core/exits/exits.h"
#include "core/exits/exitwords.h"
#include "core/exits/reasons.h"
#include "core/exits/suberror.h"
#include "core/entry/insnerror.h"

#include "tools/explain/exit.h"
#include "tools/explain/exitnesting.h"

/* KVM dumps the state of its own guests only, the module takes that of nested guests, too. */
#define EXIT_FAILED_REMEDY \
	"with the module loaded nestdiag failures names the check; or echo Y >/sys/module/kvm_intel/parameters/dump_invalid_vmcs, retry, then dmesg | nestdiag autopsy -"

#define NESTED_INSN \
	"A guest hypervisor's VMX instructions are carried out by this KVM, which sets the number as a processor does: in a guest it is KVM's verdict on what that hypervisor asked for."

/* A name without what KVM, Xen and others put before it. */
static const char *bare(const char *word)
{
	static const char *const prefixes[] = {
		"EXIT_REASON_", "VMX_EXIT_", "SVM_EXIT_", "VMEXIT_", "VM_EXIT_", "#VMEXIT ", "VMEXIT ", "EXIT_"
	};
	u32 i;

	for (i = 0; i < ARRAY_SIZE(prefixes); i++)
		if (!strncasecmp(word, prefixes[i], strlen(prefixes[i])))
			return word + strlen(prefixes[i]);
	return word;
}

static void add_vmx_exit(struct nd_explain *e, u32 reason)
{
	struct nd_reading reading = { .sort = "VMX exit reason" };
	const char *name = nd_vmx_exit_name(reason);
	char label[160], id[16];

	scnprintf(id, sizeof(id), "%u", reason & ND_VMX_EXIT_BASIC);
	scnprintf(label, sizeof(label), "%s%s%s%s%s%s", id, name ? " " : "", name ? name : "",
		  reason & ND_VMX_EXIT_BUS_LOCK ? ", the guest locked the bus, too (bit 26)" : "",
		  reason & ND_VMX_EXIT_ENCLAVE ? ", from an enclave (bit 27)" : "",
		  reason & ND_VMX_EXIT_FAILED ? ", the VM entry failed (bit 31)" : "");
	reading.id = id;
	reading.label = label;
	reading.meaning = nd_vmx_exit_words(reason);
	reading.nesting = nd_explain_vmx_nesting(reason & ND_VMX_EXIT_BASIC);
	if (reason & ND_VMX_EXIT_FAILED)
		reading.remedy = EXIT_FAILED_REMEDY;
	reading.reference = "Intel SDM volume 3, appendix on VMX basic exit reasons";
	nd_explain_add(e, &reading);
}

void nd_explain_vmx_exit(struct nd_explain *e)
{
	/* As the manual calls them, and Linux' comments. */
	static const struct {
		const char *words;
		u32 reason;
	} failed[] = {
		{ "invalid guest state", ND_VMEXIT_INVALID_STATE },
		{ "VM-entry failure due to invalid guest state", ND_VMEXIT_INVALID_STATE },
		{ "VM-entry failure due to MSR loading", 34 },
		{ "VM-entry failure due to machine-check event", 41 },
	};
	const char *word = bare(e->word);
	u32 reason = e->num;
	u32 i;

	if (!nd_explain_wants(e, ND_EXPLAIN_VMX_EXIT))
		return;
	if (e->number) {
		bool flags = !(reason & ~(ND_VMX_EXIT_BASIC | ND_VMX_EXIT_BUS_LOCK |
					  ND_VMX_EXIT_ENCLAVE | ND_VMX_EXIT_FAILED));

		if (e->num == reason && flags && nd_vmx_exit_words(reason))
			add_vmx_exit(e, reason);
		return;
	}
	for (i = 0; i < ND_NR_VMX_EXITS; i++)
		if (nd_explain_same(word, nd_vmx_exit_name(i)))
			add_vmx_exit(e, i);
	for (i = 0; i < ARRAY_SIZE(failed); i++)
		if (nd_explain_same(word, failed[i].words))
			add_vmx_exit(e, failed[i].reason | ND_VMX_EXIT_FAILED);
}

static void add_svm_exit(struct nd_explain *e, u32 code)
{
	struct nd_reading reading = { .sort = "SVM exit code" };
	const char *name = nd_svm_exit_name(code);
	char label[64], id[16];

	scnprintf(id, sizeof(id), "0x%x", code);
	scnprintf(label, sizeof(label), "%s%s%s", id, name ? " " : "", name ? name : "");
	reading.id = id;
	reading.label = label;
	reading.meaning = nd_svm_exit_words(code);
	reading.nesting = nd_explain_svm_nesting(code);
	reading.reference = "AMD APM volume 2, appendix on SVM intercept exit codes";
	nd_explain_add(e, &reading);
}

/* Nobody writes them in decimal. */
void nd_explain_svm_exit(struct nd_explain *e)
{
	const char *word = bare(e->word);
	u32 code;

	if (!nd_explain_wants(e, ND_EXPLAIN_SVM_EXIT))
		return;
	if (e->number) {
		code = e->num == ~0ULL ? ND_SVM_EXIT_ERR : e->num;
		if (e->hex && (e->num == code || e->num == ~0ULL) && nd_svm_exit_name(code))
			add_svm_exit(e, code);
		return;
	}
	for (code = 0; code <= 0x403; code++)
		if (nd_explain_same(word, nd_svm_exit_name(code)))
			add_svm_exit(e, code);
	if (nd_explain_same(word, nd_svm_exit_name(ND_SVM_EXIT_ERR)) || !strcasecmp(e->word, "VMEXIT_INVALID") ||
	    !strcasecmp(e->word, "SVM_EXIT_ERR"))
		add_svm_exit(e, ND_SVM_EXIT_ERR);
}

/* As hardware error 0 it is what KVM hands out if an entry failed without a number. */
static void add_no_insn_error(struct nd_explain *e)
{
	const struct nd_reading reading = {
		.sort = "VM-instruction error",
		.id = "0",
		.label = "0, no error number",
		.meaning = "VMLAUNCH or VMRESUME failed and left no number.",
		.cause = "VMfailInvalid has none: there is no current VMCS. Under a hypervisor also if that one refuses the entry without setting the number, as seen under Hyper-V (Azure, WSL2).",
		.nesting = NESTED_INSN,
		.remedy = "On a machine below Hyper-V: try kvm_intel enlightened_vmcs=0, and another kernel; nestdiag probe tells whether any guest starts.",
	};

	nd_explain_add(e, &reading);
}

static void add_insn_error(struct nd_explain *e, u64 error)
{
	struct nd_reading reading = { .sort = "VM-instruction error" };
	char label[128], id[16];

	scnprintf(id, sizeof(id), "%llu", error);
	scnprintf(label, sizeof(label), "%s, %s", id, nd_insn_error_words(error));
	reading.id = id;
	reading.label = label;
	reading.cause = nd_insn_error_cause(error);
	reading.nesting = NESTED_INSN;
	/* As a failed entry's number 1 is Arm's alone: VMCALL enters no guest. */
	if (error == 1)
		reading.meaning = "As hardware error of a failed entry: KVM_EXIT_FAIL_ENTRY_CPU_UNSUPPORTED of Arm, a virtual CPU that came onto a CPU that it cannot run on (cores of two kinds, or their counters): pin the VM to cores of one kind.";
	if (error == 7 || error == 8)
		reading.remedy = EXIT_FAILED_REMEDY;
	reading.reference = "Intel SDM volume 3, VM instruction error numbers";
	nd_explain_add(e, &reading);
}

/* "VM entry with invalid control fields", also without the "(s)" of the manual. */
static bool is_insn_error(const char *word, const char *words)
{
	char plural[96];
	size_t n;

	if (nd_explain_same(word, words))
		return true;
	n = words ? strcspn(words, "(") : 0;
	scnprintf(plural, sizeof(plural), "%.*ss", (int)n, words ? words : "");
	return words && words[n] && nd_explain_same(word, plural);
}

void nd_explain_insn_error(struct nd_explain *e)
{
	u64 i;

	if (!nd_explain_wants(e, ND_EXPLAIN_INSN_ERROR))
		return;
	for (i = 1; !e->number && i < ND_NR_INSN_ERRORS; i++)
		if (is_insn_error(e->word, nd_insn_error_words(i)))
			add_insn_error(e, i);
	if (!e->number)
		return;
	if (!e->num && e->sorts == ND_EXPLAIN_INSN_ERROR)
		add_no_insn_error(e);
	else if (e->num < ND_NR_INSN_ERRORS && nd_insn_error_words(e->num))
		add_insn_error(e, e->num);
}

static void add_suberror(struct nd_explain *e, u32 suberror)
{
	struct nd_reading reading = { .sort = "Suberror of KVM_EXIT_INTERNAL_ERROR" };
	char label[96], id[16];

	scnprintf(id, sizeof(id), "%u", suberror);
	scnprintf(label, sizeof(label), "%s, %s", id, nd_suberror_name(suberror));
	reading.id = id;
	reading.label = label;
	reading.meaning = nd_suberror_words(suberror);
	reading.nesting = nd_explain_user_nesting(17);
	reading.reference = "Documentation/virt/kvm/api.rst";
	nd_explain_add(e, &reading);
}

void nd_explain_suberror(struct nd_explain *e)
{
	u32 i;

	if (!nd_explain_wants(e, ND_EXPLAIN_SUBERROR))
		return;
	for (i = 0; i < 16; i++)
		if (nd_suberror_name(i) && (e->number ? e->num == i && !e->hex :
					    nd_explain_is(e, nd_suberror_name(i))))
			add_suberror(e, i);
}

/* Why KVM_RUN came back: by its name only, as numbers are too many things. */
void nd_explain_user_exit(struct nd_explain *e)
{
	struct nd_reading reading = {
		.sort = "return of KVM_RUN",
		.reference = "Documentation/virt/kvm/api.rst, struct kvm_run",
	};
	char label[64], meaning[256];
	u32 i;

	if (!nd_explain_wants(e, ND_EXPLAIN_USER_EXIT) || e->number)
		return;
	for (i = 0; i < ND_NR_USERSPACE_EXITS; i++) {
		if (!nd_explain_is(e, nd_userspace_exit_name(i)))
			continue;
		scnprintf(label, sizeof(label), "%u, %s", i, nd_userspace_exit_name(i));
		scnprintf(meaning, sizeof(meaning), "KVM returned to its VMM: %s.",
			  nd_userspace_exit_words(i));
		reading.id = nd_userspace_exit_name(i);
		reading.label = label;
		reading.meaning = meaning;
		reading.nesting = nd_explain_user_nesting(i);
		nd_explain_add(e, &reading);
	}
}

void nd_explain_exception(struct nd_explain *e)
{
	struct nd_reading reading = { .sort = "exception" };
	char label[64], id[16];
	u32 i;

	if (!nd_explain_wants(e, ND_EXPLAIN_EXCEPTION))
		return;
	for (i = 0; i < 32; i++) {
		const char *name = nd_exception_name(i);

		if (!name || !(e->number ? e->num == i :
			       *name == '#' && !strncasecmp(e->word, name, 3) && !e->word[3]))
			continue;
		scnprintf(id, sizeof(id), "%u", i);
		scnprintf(label, sizeof(label), "vector %u, %s", i, name);
		reading.id = id;
		reading.label = label;
		reading.nesting = i == 2 ? "From a nested guest an NMI of the host goes to this KVM." :
			"From a nested guest KVM hands its exit on to the guest hypervisor if that intercepts it, and keeps it if it needs it itself. Without an intercept there is no exit.";
		nd_explain_add(e, &reading);
	}
}

void nd_explain_exit_names(struct nd_strings *names)
{
	u32 i;

	for (i = 0; i < ND_NR_VMX_EXITS; i++)
		if (nd_vmx_exit_name(i))
			nd_strings_add(names, "%s", nd_vmx_exit_name(i));
	for (i = 0; i <= 0x403; i++)
		if (nd_svm_exit_name(i))
			nd_strings_add(names, "%s", nd_svm_exit_name(i));
	for (i = 0; i < ND_NR_USERSPACE_EXITS; i++)
		if (nd_userspace_exit_name(i))
			nd_strings_add(names, "%s", nd_userspace_exit_name(i));
}
