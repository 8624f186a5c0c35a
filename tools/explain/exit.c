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

/* KVM dumps the state of its own guests only, the module takes that of nested guests, too. */
#define EXIT_FAILED_REMEDY \
	"with the module loaded nestdiag failures names the check; or echo Y >/sys/module/kvm_intel/parameters/dump_invalid_vmcs, retry, then dmesg | nestdiag autopsy -"

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

#define NESTED_ASKED \
	"From a nested guest it first comes to this KVM, which hands it on if the guest hypervisor asked for such exits. Each one handed on costs many more exits: the guest hypervisor's own work with its VMCS or VMCB, and the way back."

#define NESTED_HERE \
	"From a nested guest, too, this KVM handles it itself, and the guest hypervisor learns of it only if it is meant for it."

/*
 * What KVM does with an exit of a nested guest; see nested_vmx_reflect_vmexit() and its SVM twin.
 */
static const char *vmx_nesting(u32 reason)
{
	switch (reason) {
	case 1:		/* EXTERNAL_INTERRUPT */
	case 52:	/* PREEMPTION_TIMER */
	case 62:	/* PML_FULL */
		return NESTED_HERE;
	case 48:	/* EPT_VIOLATION */
	case 49:	/* EPT_MISCONFIG */
		return "From a nested guest it comes to this KVM, which merges the guest hypervisor's EPT with its own. If the page is missing in the guest hypervisor's EPT, that one gets the exit: a nested guest that touches new memory costs both levels.";
	case 2:		/* TRIPLE_FAULT */
		return "A nested guest died of it; its guest hypervisor gets the exit. From a guest hypervisor itself: that whole guest is gone.";
	case 33:	/* INVALID_STATE */
	case 34:	/* MSR_LOAD_FAIL */
	case 41:	/* MCE_DURING_VMENTRY */
		return "The entry of a nested guest failed, and its guest hypervisor is told so. KVM checks most of the state before it tries: nestdiag failures names the check.";
	case 23:	/* VMREAD */
	case 25:	/* VMWRITE */
		return "The guest hypervisor reads or writes its VMCS: with VMCS shadowing, or as eVMCS below Hyper-V, most of these need no exit. Many of them mean that neither is in use.";
	case 19 ... 22:	/* VMCLEAR, VMLAUNCH, VMPTRLD, VMPTRST */
	case 24:	/* VMRESUME */
	case 26:	/* VMOFF */
	case 27:	/* VMON */
	case 50:	/* INVEPT */
	case 53:	/* INVVPID */
		return "The guest hypervisor works with VMX, which KVM emulates: this is nesting itself. A VMLAUNCH or VMRESUME is one entry of a nested guest.";
	default:
		return NESTED_ASKED;
	}
}

static const char *svm_nesting(u32 code)
{
	switch (code) {
	case 0x60:	/* interrupt */
	case 0x61:	/* nmi */
	case 0x62:	/* smi */
		return NESTED_HERE;
	case 0x400:	/* npf */
		return "From a nested guest it comes to this KVM, which merges the guest hypervisor's nested page tables with its own. If the page is missing in the guest hypervisor's, that one gets the exit: a nested guest that touches new memory costs both levels.";
	case 0x7f:	/* shutdown */
		return "A nested guest died of it; its guest hypervisor gets the exit. From a guest hypervisor itself: that whole guest is gone.";
	case 0x80:	/* vmrun */
	case 0x82 ... 0x85: /* vmload, vmsave, stgi, clgi */
		return "The guest hypervisor works with SVM, which KVM emulates: this is nesting itself. A VMRUN is one entry of a nested guest; virtual VMLOAD and VMSAVE, and virtual GIF, spare the others.";
	default:
		return NESTED_ASKED;
	}
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
	reading.nesting = vmx_nesting(reason & ND_VMX_EXIT_BASIC);
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
	reading.nesting = code == ND_SVM_EXIT_ERR ? vmx_nesting(33) : svm_nesting(code);
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
}
