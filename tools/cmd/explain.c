// SPDX-License-Identifier: GPL-2.0-only
/*
 * nestdiag explain: what a word, a number or a pasted line is, and what it means here.
 */
#include <ctype.h>
#include <stdlib.h>

#include "core/exits/exits.h"

#include "tools/cmd/cmd.h"
#include "tools/explain/explain.h"

#define TEXT_MAX	2048	/* of all words together: a pasted line */

static void (*const readers[])(struct nd_explain *e) = {
	nd_explain_feature,
	nd_explain_finding,
	nd_explain_param,
	nd_explain_vmx_exit,
	nd_explain_insn_error,
	nd_explain_svm_exit,
	nd_explain_suberror,
	nd_explain_exception,
	nd_explain_msr,
	nd_explain_field,
	nd_explain_leaf,
	nd_explain_message,
};

/* Words before a number or name that say of which sort it is. A dash is as good as a blank. */
static const struct {
	const char *prefix;
	unsigned long sorts;
} prefixes[] = {
	{ "hardware error", ND_EXPLAIN_HW_ERROR },
	{ "exit reason", ND_EXPLAIN_VMX_EXIT },
	{ "vmx exit reason", ND_EXPLAIN_VMX_EXIT },
	{ "vmx exit", ND_EXPLAIN_VMX_EXIT },
	{ "svm exit code", ND_EXPLAIN_SVM_EXIT },
	{ "svm exit", ND_EXPLAIN_SVM_EXIT },
	{ "exit code", ND_EXPLAIN_SVM_EXIT },
	{ "exit", ND_EXPLAIN_VMX_EXIT | ND_EXPLAIN_SVM_EXIT },
	{ "vm instruction error", ND_EXPLAIN_INSN_ERROR },
	{ "instruction error", ND_EXPLAIN_INSN_ERROR },
	{ "insn error", ND_EXPLAIN_INSN_ERROR },
	{ "suberror", ND_EXPLAIN_SUBERROR },
	{ "exception", ND_EXPLAIN_EXCEPTION },
	{ "vector", ND_EXPLAIN_EXCEPTION },
	{ "msr", ND_EXPLAIN_MSR },
	{ "register", ND_EXPLAIN_MSR },
	{ "vmcs field", ND_EXPLAIN_FIELD },
	{ "evmcs field", ND_EXPLAIN_FIELD },
	{ "field", ND_EXPLAIN_FIELD },
	{ "cpuid leaf", ND_EXPLAIN_LEAF },
	{ "cpuid", ND_EXPLAIN_LEAF },
	{ "leaf", ND_EXPLAIN_LEAF },
	{ "parameter", ND_EXPLAIN_PARAM },
	{ "feature", ND_EXPLAIN_FEATURE },
	{ "finding", ND_EXPLAIN_FINDING },
};

static void add_text(struct nd_row *row, const char *key, const char *text)
{
	if (text && *text)
		nd_row_str(row, key, text);
}

void nd_explain_add(struct nd_explain *e, const struct nd_reading *r)
{
	struct nd_row row;

	nd_row_init(&row, ND_ROW_READING, r->id, r->label, r->sort);
	add_text(&row, "meaning", r->meaning);
	add_text(&row, "cause", r->cause);
	add_text(&row, "nesting", r->nesting);
	add_text(&row, "here", r->here);
	add_text(&row, "remedy", r->remedy);
	add_text(&row, "reference", r->reference);
	nd_emit_row(e->emit, &row);
	nd_emit_detail(e->emit, "meaning", r->meaning);
	nd_emit_detail(e->emit, "cause", r->cause);
	nd_emit_detail(e->emit, "nesting", r->nesting);
	nd_emit_detail(e->emit, "here", r->here);
	nd_emit_detail(e->emit, "remedy", r->remedy);
	nd_emit_detail(e->emit, "see", r->reference);
	e->found++;
}

bool nd_explain_is(const struct nd_explain *e, const char *name)
{
	return name && !strcasecmp(e->word, name);
}

static bool same(char a, char b)
{
	if (a == '-' || a == '_')
		a = ' ';
	return tolower((unsigned char)a) == b;
}

/* Length of @prefix and what parts it from the rest at the start of @text, else 0. */
static size_t prefix_length(const char *text, const char *prefix)
{
	size_t n = strlen(prefix);
	size_t i;

	for (i = 0; i < n; i++)
		if (!same(text[i], prefix[i]))
			return 0;
	if (!text[n] || !strchr(" -_:=#", text[n]))
		return 0;
	while (text[n] && strchr(" -_:=#", text[n]))
		n++;
	return text[n] ? n : 0;
}

static void parse_number(struct nd_explain *e)
{
	char *end;

	e->hex = !strncasecmp(e->word, "0x", 2);
	e->num = strtoull(e->word, &end, e->hex ? 16 : 10);
	e->number = isdigit((unsigned char)*e->word) && !*end;
}

/* KVM hands out one of three; see nd_hw_error_words(). QEMU prints it in hexadecimal. */
static unsigned long hw_error_sort(struct nd_explain *e)
{
	if (!e->hex)
		e->num = strtoull(e->word, NULL, 16);
	e->hex = true;
	if (e->num == ND_SVM_EXIT_ERR || e->num == ~0ULL)
		return ND_EXPLAIN_SVM_EXIT;
	return e->num & ND_VMX_EXIT_FAILED ? ND_EXPLAIN_VMX_EXIT : ND_EXPLAIN_INSN_ERROR;
}

static void parse(struct nd_explain *e, const char *text)
{
	e->text = text;
	e->word = text;
	e->sorts = ND_EXPLAIN_NAMES;
	parse_number(e);
	if (e->number)
		e->sorts = ND_EXPLAIN_NUMBERS;
}

/* The same once more by the words in front that name the sort; false where there are none. */
static bool parse_prefix(struct nd_explain *e)
{
	const char *text = e->text;
	size_t i;

	for (i = 0; i < ARRAY_SIZE(prefixes); i++) {
		size_t n = prefix_length(text, prefixes[i].prefix);

		if (!n)
			continue;
		e->word = text + n;
		e->sorts = prefixes[i].sorts;
		parse_number(e);
		if (e->sorts == ND_EXPLAIN_HW_ERROR)
			e->sorts = hw_error_sort(e);
		return true;
	}
	return false;
}

static void read_all(struct nd_explain *e)
{
	size_t i;

	for (i = 0; i < ARRAY_SIZE(readers); i++)
		readers[i](e);
}

/* As a name first: names begin with words that name sorts, too ("vmx-exit-..."). */
static unsigned int ask(struct nd_explain *e, const char *text)
{
	e->found = 0;
	parse(e, text);
	read_all(e);
	if (!e->found && parse_prefix(e))
		read_all(e);
	return e->found;
}

static void collect_names(struct nd_strings *names)
{
	nd_explain_feature_names(names);
	nd_explain_finding_names(names);
	nd_explain_param_names(names);
	nd_explain_exit_names(names);
	nd_explain_msr_names(names);
}

static void say_unknown(const char *text)
{
	struct nd_strings names = { 0 };
	const char **list;
	const char *near;
	size_t i;

	collect_names(&names);
	list = nd_realloc(NULL, (names.nr + 1) * sizeof(*list));
	for (i = 0; i < names.nr; i++)
		list[i] = names.list[i];
	list[i] = NULL;
	near = nd_text_near(text, list);
	if (near)
		nd_error("nothing is known of '%s'; did you mean '%s'?", text, near);
	else
		nd_error("nothing is known of '%s'", text);
	free(list);
	nd_strings_free(&names);
}

/* For completion: all names, one a line. */
static enum nd_exit list_names(struct nd_call *call)
{
	struct nd_strings names = { 0 };
	size_t i;

	collect_names(&names);
	for (i = 0; i < names.nr; i++)
		call->out->line(call->out, names.list[i]);
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
	u32 i;

	if (args->list)
		return list_names(call);
	if (!join(text, sizeof(text), args)) {
		nd_error("'explain' needs WORD...; see nestdiag explain --help");
		return ND_EXIT_USAGE;
	}
	/* The machine adds what things mean here; without it they still mean what they mean. */
	if (!args->from)
		nd_machine_ask(call->machine);
	e.cpu = nd_facts_first(e.facts);
	call->out->list(call->out, ND_ROW_READING);
	if (ask(&e, text))
		return ND_EXIT_OK;
	/* Of "suberror 9" neither word was meant alone. */
	if (args->nr_words < 2 || e.word != e.text) {
		say_unknown(text);
		return ND_EXIT_UNKNOWN;
	}
	for (i = 0; i < args->nr_words; i++) {
		if (ask(&e, args->words[i]))
			continue;
		say_unknown(args->words[i]);
		ret = ND_EXIT_UNKNOWN;
	}
	return ret;
}

const struct nd_cmd nd_cmd_explain = {
	.name = "explain",
	.summary = "what a feature, finding, number, register, parameter or message is",
	.details = "Says what WORD is, and what it means on this machine or on the one whose\n"
		   "snapshot --from names. WORD may be\n"
		   "  a feature or its title (vmx-shadow-vmcs, npt), a finding (evmcs-unused),\n"
		   "  an exit reason by name or number (EPT_VIOLATION, 48, 0x80000021),\n"
		   "  a VM-instruction error (insn-error 7), an SVM exit code (npf, svm exit 0x400),\n"
		   "  a hardware error of KVM (hardware error 0x7), a Suberror (suberror 3),\n"
		   "  an MSR by name or index, a VMCS field by its encoding or name,\n"
		   "  a CPUID leaf of a hypervisor, a parameter of KVM (kvm_intel.nested),\n"
		   "  or a line of a log, best within quotes.\n"
		   "Where it may be several things, all are shown.\n\n"
		   "Exit status: 0 explained, 3 nothing is known of a WORD, 64 no WORD.",
	.example = "nestdiag explain \"KVM: entry failed, hardware error 0x80000021\"",
	.options = "l",
	.takes = "WORD...",
	.max = ND_MAX_WORDS,
	.needs = ND_NEEDS_NOTHING,
	.run = run,
};
