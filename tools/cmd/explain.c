// SPDX-License-Identifier: GPL-2.0-only
/*
 * nestdiag explain: what a word, a number or a pasted line is, and what it means here.
 */
#include <stdlib.h>

#include "tools/cmd/cmd.h"
#include "tools/live/live.h"
#include "tools/explain/explain.h"
#include "tools/explain/hole.h"

#define TEXT_MAX	2048	/* of all words together: a pasted line */
#define LIST		3	/* words that are each asked about; more of them make a sentence */

static void say_unknown(const char *text)
{
	struct nd_strings names = { 0 };
	const char **list;
	const char *near;
	size_t i;

	/* The nearest number is another hole. */
	if (nd_explain_is_cve(text)) {
		nd_error("'%s' is none of the holes of nested virtualization that nestdiag knows", text);
		return;
	}
	nd_explain_names(&names);
	list = nd_realloc(NULL, (names.nr + 1) * sizeof(*list));
	for (i = 0; i < names.nr; i++)
		list[i] = names.list[i];
	list[i] = NULL;
	near = nd_text_near(text, list);
	if (near)
		nd_error("'%s' is unknown; did you mean '%s'?", text, near);
	else
		nd_error("'%s' is unknown", text);
	free(list);
	nd_strings_free(&names);
}

/* For completion: all names, one a line. */
static enum nd_exit list_names(struct nd_call *call)
{
	struct nd_strings names = { 0 };
	size_t i;

	nd_explain_names(&names);
	for (i = 0; i < names.nr; i++)
		call->out->line(call->out, "names", names.list[i]);
	nd_strings_free(&names);
	return ND_EXIT_OK;
}

static bool join(char *text, size_t size, const struct nd_args *args)
{
	size_t at = 0;
	u32 i;

	*text = '\0';
	for (i = 0; i < args->nr_words; i++)
		at += scnprintf(text + at, size - at, "%s%s", i ? " " : "", args->words[i]);
	return text[strspn(text, " \t\n")];
}

static enum nd_exit run(struct nd_call *call)
{
	const struct nd_args *args = call->args;
	struct nd_explain e = { .facts = &call->machine->facts, .emit = &call->out->emit };
	enum nd_exit ret = ND_EXIT_OK;
	static char text[TEXT_MAX];
	bool one;
	u32 i;

	if (args->list)
		return list_names(call);
	if (!join(text, sizeof(text), args)) {
		nd_error("'explain' needs WORD...; see nestdiag explain --help");
		return ND_EXIT_USAGE;
	}
	/* The machine adds what things mean here; without it they still mean what they mean. */
	if (!args->from) {
		nd_live_ask(call->machine);
		call->out->head(call->out, args->cmd->name, &call->machine->facts);
	}
	e.cpu = nd_facts_first(e.facts);
	call->out->list(call->out, ND_ROW_READING);
	if (nd_explain_ask(&e, text)) {
		if (e.vague)
			nd_explain_ask_within(&e, text);
		return ND_EXIT_OK;
	}
	/* Of "suberror 9" neither word was meant alone. */
	one = args->nr_words < 2 || e.word != e.text;
	if ((args->nr_words < 2 || args->nr_words > LIST) && nd_explain_ask_within(&e, text))
		return ND_EXIT_OK;
	if (one) {
		say_unknown(text);
		return ND_EXIT_UNKNOWN;
	}
	for (i = 0; i < args->nr_words; i++) {
		if (nd_explain_ask(&e, args->words[i]))
			continue;
		say_unknown(args->words[i]);
		ret = ND_EXIT_UNKNOWN;
	}
	return ret;
}

const struct nd_cmd nd_cmd_explain = {
	.name = "explain",
	.summary = "explain a feature, finding, number, register, parameter or message",
	.details = "Explains WORD, and its state on this machine or on the one whose snapshot is\n"
		   "given with --from. WORD is one of\n"
		   "  a feature or its title (vmx-shadow-vmcs, npt), a finding (evmcs-unused),\n"
		   "  an exit reason by name or number (EPT_VIOLATION, 48, 0x80000021),\n"
		   "  a VM-instruction error (insn-error 7), an SVM exit code (npf, svm exit 0x400),\n"
		   "  a hardware error of KVM (hardware error 0x7), a suberror (suberror 3),\n"
		   "  a return of KVM_RUN (KVM_EXIT_SHUTDOWN), a capability of KVM,\n"
		   "  an MSR by name or index, a VMCS field by its encoding or name,\n"
		   "  a VMCB field by its name (exit_int_info), a CPUID leaf of a hypervisor,\n"
		   "  a KVM parameter (kvm_intel.nested), an exception class of Arm (DABT_LOW),\n"
		   "  a hole of nested virtualization (CVE-2026-53359, Zapscape),\n"
		   "  a line of a log, in quotes, or a sentence with such names in it.\n"
		   "An ambiguous WORD is explained in each of its meanings.\n\n"
		   "Exit status: 0 explained, 3 a WORD is unknown, 64 no WORD.",
	.example = "nestdiag explain \"KVM: entry failed, hardware error 0x80000021\"",
	.options = "U",
	.takes = "WORD...",
	.names = nd_explain_names,
	.max = UINT_MAX,
	.needs = ND_NEEDS_NOTHING,
	.run = run,
};
