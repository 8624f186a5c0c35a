// SPDX-License-Identifier: GPL-2.0-only
#include <string.h>

#include "tools/digest/advice.h"
#include "tools/digest/oserror.h"

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* As words of their own: "crosvm" has nothing of SVM. */
static bool is_of_x86(const char *advice)
{
	static const char *const words[] = {
		"kvm_intel", "kvm_amd", "VMX", "SVM", "VT-x", "AMD-V", "EPT", "NPT", "vmx", "svm",
		"MSR", "BIOS", "x86-64",
	};
	const char *at;
	size_t i;

	for (i = 0; advice && i < ARRAY_SIZE(words); i++)
		for (at = advice; (at = strstr(at, words[i])); at++)
			if (at == advice || !is_letter(at[-1]))
				return true;
	return false;
}

static bool speaks_of_x86(const struct nd_said *said)
{
	return is_of_x86(said->cause) || is_of_x86(said->remedy);
}

/*
 * In any case. A number at the end of a word is a whole one: "error=1" is not in "error=12"; but
 * 0x80370 begins many codes.
 */
static bool has_word(const char *line, size_t len, const char *word)
{
	size_t n = strlen(word), i;
	bool whole = is_digit(word[n - 1]) && strncmp(word, "0x", 2);

	for (i = 0; i + n <= len; i++)
		if (!strncasecmp(line + i, word, n) &&
		    !(whole && i + n < len && is_digit(line[i + n])))
			return true;
	return false;
}

const struct nd_clause *nd_clause_of(const struct nd_message *message, const char *line,
				     size_t len)
{
	const struct nd_clause *c;
	u32 error;

	if (!message->clauses)
		return NULL;
	error = nd_os_error_of(line, len);
	for (c = message->clauses; c->error || c->word; c++)
		if (c->word ? has_word(line, len, c->word) : c->error == error)
			return c;
	return NULL;
}

static bool same_text(const char *a, const char *b)
{
	return a && b ? !strcmp(a, b) : a == b;
}

bool nd_clause_same(const struct nd_clause *a, const struct nd_clause *b)
{
	return a == b || (a && b && same_text(a->meaning, b->meaning) &&
			  same_text(a->cause, b->cause) && same_text(a->remedy, b->remedy));
}

static const struct nd_advice *of_processor(const struct nd_arch *arch,
					    const struct nd_message *message)
{
	if (arch->arm)
		return message->arm;
	return message->arm == &nd_arm_no_kvm ? &nd_riscv_no_kvm : NULL;
}

struct nd_said nd_advice(const struct nd_arch *arch, const struct nd_message *message,
			 const struct nd_clause *clause)
{
	struct nd_said said = { message->meaning, message->cause, message->remedy };
	const struct nd_advice *advice;

	if (clause && clause->meaning)
		said.meaning = clause->meaning;
	if (clause && clause->cause)
		said.cause = clause->cause;
	if (clause && clause->remedy)
		said.remedy = clause->remedy;
	if (!nd_arch_is_other(arch) || (clause && !speaks_of_x86(&said)))
		return said;
	said.cause = message->cause;
	said.remedy = message->remedy;
	advice = of_processor(arch, message);
	if (advice) {
		said.cause = advice->cause;
		said.remedy = advice->remedy;
	}
	/* Rather no advice than that for another processor. */
	if (is_of_x86(said.cause))
		said.cause = NULL;
	if (is_of_x86(said.remedy))
		said.remedy = NULL;
	return said;
}

bool nd_advice_is_of_kvm(const char *remedy)
{
	return remedy && strstr(remedy, "nested=1") && !strstr(remedy, "vhv.enable") &&
	       !strstr(remedy, "ExposeVirtualizationExtensions");
}

void nd_advice_hedge(struct nd_said *said, char meaning[ND_ADVICE], char cause[ND_ADVICE])
{
	scnprintf(meaning, ND_ADVICE, "By that word: %s", said->meaning);
	said->meaning = meaning;
	if (!said->cause)
		return;
	scnprintf(cause, ND_ADVICE, "Known of that: %s", said->cause);
	said->cause = cause;
}
