// SPDX-License-Identifier: GPL-2.0-only
/*
 * Asks every reader what a text stands for.
 */
#include <ctype.h>
#include <stdlib.h>

#include "core/exits/exits.h"

#include "tools/explain/exit.h"
#include "tools/explain/explain.h"
#include "tools/explain/feature.h"
#include "tools/explain/hole.h"
#include "tools/explain/message.h"
#include "tools/explain/param.h"
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
	nd_explain_exception,
	nd_explain_msr,
	nd_explain_field,
	nd_explain_leaf,
	nd_explain_hole,
	nd_explain_term,
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
	{ "hole", ND_EXPLAIN_HOLE },
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

/*
 * A number behind a word that names its sort is nothing else. Else as a name first: names begin with
 * such words, too ("vmx-exit-...").
 */
unsigned int nd_explain_ask(struct nd_explain *e, const char *text)
{
	e->found = 0;
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

void nd_explain_names(struct nd_strings *names)
{
	nd_explain_feature_names(names);
	nd_explain_finding_names(names);
	nd_explain_param_names(names);
	nd_explain_exit_names(names);
	nd_explain_msr_names(names);
	nd_explain_term_names(names);
	nd_explain_hole_names(names);
}
