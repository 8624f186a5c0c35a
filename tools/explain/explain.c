// SPDX-License-Identifier: GPL-2.0-only
/*
 * Asks every reader what a text stands for.
 */
#include <ctype.h>
#include <stdlib.h>

#include "core/exits/exits.h"

#include "tools/explain/armesr.h"
#include "tools/explain/capability.h"
#include "tools/explain/exit.h"
#include "tools/explain/explain.h"
#include "tools/explain/feature.h"
#include "tools/explain/hole.h"
#include "tools/explain/message.h"
#include "tools/explain/param.h"
#include "tools/explain/place.h"
#include "tools/explain/register.h"
#include "tools/explain/term.h"

static void (*const readers[])(struct nd_explain *e) = {
	nd_explain_feature,
	nd_explain_finding,
	nd_explain_param,
	nd_explain_vmx_exit,
	nd_explain_insn_error,
	nd_explain_svm_exit,
	nd_explain_suberror,
	nd_explain_user_exit,
	nd_explain_exception,
	nd_explain_arm_esr,
	nd_explain_arm_class,
	nd_explain_msr,
	nd_explain_field,
	nd_explain_vmcb,
	nd_explain_leaf,
	nd_explain_capability,
	nd_explain_hole,
	nd_explain_term,
	nd_explain_place,
	nd_explain_message,
};

/* Words before a number or name that say of which sort it is. A dash is as good as a blank. */
static const struct {
	const char *prefix;
	unsigned long sorts;
	bool number;	/* before numbers only: names begin with it */
} prefixes[] = {
	{ "hardware error", ND_EXPLAIN_HW_ERROR, false },
	{ "exit reason", ND_EXPLAIN_VMX_EXIT, false },
	{ "reason", ND_EXPLAIN_VMX_EXIT, true },
	{ "vmx exit reason", ND_EXPLAIN_VMX_EXIT, false },
	{ "vmx exit", ND_EXPLAIN_VMX_EXIT, false },
	{ "#vmexit", ND_EXPLAIN_SVM_EXIT, true },
	{ "vmexit", ND_EXPLAIN_VMX_EXIT | ND_EXPLAIN_SVM_EXIT, true },
	{ "svm exit code", ND_EXPLAIN_SVM_EXIT, false },
	{ "svm exit", ND_EXPLAIN_SVM_EXIT, false },
	{ "exit code", ND_EXPLAIN_SVM_EXIT, false },
	{ "exit", ND_EXPLAIN_VMX_EXIT | ND_EXPLAIN_SVM_EXIT, false },
	{ "vmlaunch error", ND_EXPLAIN_INSN_ERROR, false },
	{ "vmresume error", ND_EXPLAIN_INSN_ERROR, false },
	{ "vm entry error", ND_EXPLAIN_INSN_ERROR, false },
	{ "vmx", ND_EXPLAIN_VMX_EXIT, true },
	{ "svm", ND_EXPLAIN_SVM_EXIT, true },
	{ "vm instruction error", ND_EXPLAIN_INSN_ERROR, false },
	{ "instruction error", ND_EXPLAIN_INSN_ERROR, false },
	{ "insn error", ND_EXPLAIN_INSN_ERROR, false },
	{ "suberror", ND_EXPLAIN_SUBERROR, false },
	{ "exception class", ND_EXPLAIN_ARM_CLASS, false },
	{ "hsr ec", ND_EXPLAIN_ARM_CLASS, false },
	{ "ec", ND_EXPLAIN_ARM_CLASS, true },
	{ "esr el2", ND_EXPLAIN_ARM_ESR, true },
	{ "esr el1", ND_EXPLAIN_ARM_ESR, true },
	{ "esr", ND_EXPLAIN_ARM_ESR, true },
	{ "hsr", ND_EXPLAIN_ARM_ESR, true },
	{ "exception", ND_EXPLAIN_EXCEPTION, false },
	{ "vector", ND_EXPLAIN_EXCEPTION, false },
	{ "msr", ND_EXPLAIN_MSR, false },
	{ "register", ND_EXPLAIN_MSR, false },
	{ "vmcs field", ND_EXPLAIN_FIELD, false },
	{ "evmcs field", ND_EXPLAIN_FIELD, false },
	{ "vmcb field", ND_EXPLAIN_VMCB, false },
	{ "field", ND_EXPLAIN_FIELD | ND_EXPLAIN_VMCB, false },
	{ "cpuid leaf", ND_EXPLAIN_LEAF, false },
	{ "cpuid", ND_EXPLAIN_LEAF, false },
	{ "leaf", ND_EXPLAIN_LEAF, false },
	{ "parameter", ND_EXPLAIN_PARAM, false },
	{ "feature", ND_EXPLAIN_FEATURE, false },
	{ "finding", ND_EXPLAIN_FINDING, false },
	{ "hole", ND_EXPLAIN_HOLE, false },
};

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
	while (text[n] && strchr(" -_:=#", text[n]) && strcmp(text + n, "-1"))
		n++;
	return text[n] ? n : 0;
}

static void parse_number(struct nd_explain *e)
{
	char *end;

	/* Of exit codes: SVM's of a failed entry. */
	bool minus = !strcmp(e->word, "-1");

	e->hex = minus || !strncasecmp(e->word, "0x", 2);
	e->num = minus ? ~0ULL : strtoull(e->word, &end, e->hex ? 16 : 10);
	e->number = minus || (isdigit((unsigned char)*e->word) && !*end);
}

/* KVM hands out one of three; see nd_hw_error_describe(). QEMU prints it in hexadecimal. */
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

/* The same once more by the words in front that name the sort; false if there are none. */
static bool parse_prefix(struct nd_explain *e)
{
	const char *text = e->text;
	size_t i;

	for (i = 0; i < ARRAY_SIZE(prefixes); i++) {
		size_t n = prefix_length(text, prefixes[i].prefix);

		if (!n || (prefixes[i].number && !isdigit((unsigned char)text[n])))
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

/*
 * A number behind a word that names its sort is nothing else. Else as a name first: names begin
 * with such words, too ("vmx-exit-...").
 */
unsigned int nd_explain_ask(struct nd_explain *e, const char *text)
{
	e->found = 0;
	e->vague = false;
	parse(e, text);
	if (parse_prefix(e) && e->number)
		read_all(e);
	if (e->found)
		return e->found;
	parse(e, text);
	read_all(e);
	if (!e->found && parse_prefix(e))
		read_all(e);
	return e->found;
}

static bool is_name(char c)
{
	return isalnum((unsigned char)c) || c == '_' || c == '-';
}

/* Copies letters of a name to @dst; what stands behind them. */
static const char *take_name(char *dst, size_t size, const char *text)
{
	size_t at = 0;

	while (is_name(*text)) {
		if (at + 1 < size)
			dst[at++] = *text;
		text++;
	}
	dst[at] = '\0';
	return text;
}

/*
 * "/sys/module/kvm_intel/parameters/nested", "options
 * kvm_intel nested=1": as "kvm_intel.nested"; none: false.
 */
static bool parameter_of(char *dst, size_t size, const char *text)
{
	static const char folder[] = "/sys/module/", options[] = "options ";
	const char *at = strstr(text, folder);
	char module[32], name[48];

	if (at) {
		at = take_name(module, sizeof(module), at + sizeof(folder) - 1);
		if (strncmp(at, "/parameters/", 12))
			return false;
		take_name(name, sizeof(name), at + 12);
	} else {
		if (!strncmp(text, options, sizeof(options) - 1))
			text += sizeof(options) - 1;
		at = take_name(module, sizeof(module), text);
		if (strncmp(module, "kvm", 3) || *at != ' ')
			return false;
		at = take_name(name, sizeof(name), at + 1);
		if (*at != '=' || !at[1] || strchr(at, ' '))
			return false;
	}
	scnprintf(dst, size, "%s.%s", module, name);
	return *name;
}

#define PHRASE	6	/* words of a name, at most */

/* A word that cannot be meant otherwise: "EPT_VIOLATION", "eVMCS", "kvm-ok". */
static bool is_special(const char *word)
{
	size_t i, capitals = 0;

	if (strlen(word) < 3 || isdigit((unsigned char)*word))
		return false;
	for (i = 0; word[i]; i++) {
		if (word[i] == '_' || word[i] == '.' || (i && word[i] == '-') ||
		    isdigit((unsigned char)word[i]))
			return true;
		capitals += isupper((unsigned char)word[i]) ? i ? 2 : 1 : 0;
	}
	return capitals > 1;
}

/*
 * Names, and numbers behind words that say of what, but no
 * messages: those are asked for as a whole.
 */
static bool ask_name(struct nd_explain *e, const char *text, bool one)
{
	unsigned int found = e->found;

	parse(e, text);
	/* What a message says of a place is the message's matter. */
	if (e->number || (one && (nd_explain_is_place(text) ? e->vague : !is_special(text))))
		return false;
	if (!one && parse_prefix(e) && e->number) {
		read_all(e);
		if (e->found > found)
			return true;
	}
	parse(e, text);
	e->sorts &= ~(ND_EXPLAIN_MESSAGE | ND_EXPLAIN_EXCEPTION | ND_EXPLAIN_FINDING);
	read_all(e);
	return e->found > found;
}

struct phrase {
	char *words[64];
	bool taken[64];
	size_t nr;
};

static void split(struct phrase *p, char *text)
{
	static const char around[] = " \t\n,;:!?()\"'`<>[]{}=";

	for (text += strspn(text, around); *text && p->nr < ARRAY_SIZE(p->words);
	     text += strspn(text, around)) {
		size_t n = strcspn(text, around);
		bool end = !text[n];

		p->words[p->nr++] = text + strspn(text, "-+");
		text[n] = '\0';
		while (n && text[n - 1] == '.')
			text[--n] = '\0';
		if (end)
			break;
		text += strlen(text) + 1;
	}
}

/* The words from @from to @to as one name, if none of them belongs to one already. */
static bool ask_words(struct nd_explain *e, struct phrase *p, size_t from, size_t to)
{
	char text[256];
	size_t i, at = 0;

	for (i = from; i < to; i++) {
		if (p->taken[i])
			return false;
		at += scnprintf(text + at, sizeof(text) - at, "%s%s", i > from ? " " : "", p->words[i]);
	}
	if (!ask_name(e, text, to - from == 1))
		return false;
	for (i = from; i < to; i++)
		p->taken[i] = true;
	return true;
}

unsigned int nd_explain_ask_within(struct nd_explain *e, const char *text)
{
	struct phrase p = { .nr = 0 };
	char copy[1024], name[96];
	size_t length, from;

	e->found = 0;
	if (parameter_of(name, sizeof(name), text) && nd_explain_ask(e, name))
		return e->found;
	scnprintf(copy, sizeof(copy), "%s", text);
	split(&p, copy);
	for (length = PHRASE; length; length--)
		for (from = 0; from + length <= p.nr; from++)
			ask_words(e, &p, from, from + length);
	return e->found;
}

void nd_explain_names(struct nd_strings *names)
{
	nd_explain_feature_names(names);
	nd_explain_finding_names(names);
	nd_explain_param_names(names);
	nd_explain_exit_names(names);
	nd_explain_arm_names(names);
	nd_explain_msr_names(names);
	nd_explain_field_names(names);
	nd_explain_capability_names(names);
	nd_explain_message_names(names);
	nd_explain_term_names(names);
	nd_explain_place_names(names);
	nd_explain_hole_names(names);
}
