// SPDX-License-Identifier: GPL-2.0-only
#include <string.h>

#include "tools/digest/advice.h"

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
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

static struct nd_said of_error(const struct nd_message *message, u32 error)
{
	struct nd_said said = { message->meaning, message->cause, message->remedy };
	const struct nd_error_advice *e;

	for (e = message->errors; e && error && e->number; e++) {
		if (e->number != error)
			continue;
		said.cause = e->cause;
		said.remedy = e->remedy;
		if (e->meaning)
			said.meaning = e->meaning;
	}
	return said;
}

struct nd_said nd_advice(const struct nd_arch *arch, const struct nd_message *message, u32 error)
{
	struct nd_said said = of_error(message, error);

	if (!nd_arch_is_arm(arch) || (said.cause != message->cause && !speaks_of_x86(&said)))
		return said;
	said.cause = message->cause;
	said.remedy = message->remedy;
	if (message->arm) {
		said.cause = message->arm->cause;
		said.remedy = message->arm->remedy;
	}
	/* Rather no advice than that for another processor. */
	if (is_of_x86(said.cause))
		said.cause = NULL;
	if (is_of_x86(said.remedy))
		said.remedy = NULL;
	return said;
}
