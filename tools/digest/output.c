// SPDX-License-Identifier: GPL-2.0-only
#include "tools/digest/output.h"
#include "tools/digest/wordset.h"

#define FLAGS	8	/* words behind "flags:", at least */

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

static bool starts(const char *text, size_t len, const char *with)
{
	size_t n = strlen(with);

	return len >= n && !memcmp(text, with, n);
}

static bool holds(const char *text, size_t len, const char *what)
{
	return memmem(text, len, what, strlen(what));
}

/* The next word of a list that blanks separate; its length, 0 at the end. */
static size_t next_word(const char **text, const char *end)
{
	const char *start;

	while (*text < end && is_blank(**text))
		(*text)++;
	start = *text;
	while (*text < end && !is_blank(**text))
		(*text)++;
	return *text - start;
}

/* "flags		: fpu vme ..." of /proc/cpuinfo, "Flags:    fpu vme ..." of lscpu. */
static const char *flags(const char *text, const char *end)
{
	bool found = false, guest = false;
	unsigned int words = 0;
	size_t n;

	if (!starts(text, end - text, "flags") && !starts(text, end - text, "Flags"))
		return NULL;
	text += 5;
	while (text < end && is_blank(*text))
		text++;
	if (text == end || *text++ != ':')
		return NULL;
	while ((n = next_word(&text, end))) {
		const char *word = text - n;

		if (!words++ && !(n == 3 && !memcmp(word, "fpu", 3)))
			return NULL;
		found = found || (n == 3 && (!memcmp(word, "vmx", 3) || !memcmp(word, "svm", 3)));
		guest = guest || (n == 10 && !memcmp(word, "hypervisor", 10));
	}
	if (words < FLAGS)
		return NULL;
	if (found)
		return "output-cpu";
	return guest ? "output-cpu-none-guest" : "output-cpu-none";
}

/* "machdep.cpu.features: FPU VME ..." of a Mac's sysctl; a shortened list shows nothing. */
static const char *mac_features(const char *text, const char *end)
{
	static const char name[] = "machdep.cpu.features:";
	unsigned int words = 0;
	size_t n;

	if (!starts(text, end - text, name))
		return NULL;
	text += sizeof(name) - 1;
	while ((n = next_word(&text, end))) {
		const char *word = text - n;

		if (!words++ && !(n == 3 && !memcmp(word, "FPU", 3)))
			return NULL;
		if (n == 3 && !memcmp(word, "VMX", 3))
			return NULL;
	}
	return words < 2 * FLAGS ? NULL : "mac-no-vmx";
}

/* What a command asks for; one that only prints a part of a file is followed by more than a word. */
static enum nd_asked question(const char *text, size_t len)
{
	static const char *const about[] = {
		"/proc/cpuinfo", "/parameters/nested", "systemd-detect-virt", "virt-what",
		").HypervisorPresent",
	};
	static struct nd_wordset about_set = ND_WORDSET(about);

	if (!nd_wordset_has(&about_set, text, len))
		return ND_ASKED_NOTHING;
	if (holds(text, len, "/proc/cpuinfo") && (holds(text, len, "vmx") || holds(text, len, "svm")) &&
	    (holds(text, len, "grep -c") || holds(text, len, "grep -Ec") ||
	     holds(text, len, "grep -cE") || holds(text, len, "grep -E -c") ||
	     holds(text, len, "--count") || holds(text, len, "wc -l")))
		return ND_ASKED_CPU;
	if (holds(text, len, "cat ") && holds(text, len, "/parameters/nested"))
		return ND_ASKED_NESTED;
	if (holds(text, len, "systemd-detect-virt") || holds(text, len, "virt-what"))
		return ND_ASKED_GUEST;
	if (holds(text, len, ").HypervisorPresent"))
		return ND_ASKED_WINDOWS;
	return ND_ASKED_NOTHING;
}

static bool is_number(const char *text, size_t len)
{
	size_t i;

	for (i = 0; i < len; i++)
		if (text[i] < '0' || text[i] > '9')
			return false;
	return len && len <= 4;
}

static const char *setting(const char *text, size_t len)
{
	if (len != 1)
		return NULL;
	if (*text == 'N' || *text == '0')
		return "output-nested-off";
	return *text == 'Y' || *text == '1' ? "output-nested-on" : NULL;
}

static bool is_hypervisor(const char *text, size_t len)
{
	static const char *const names[] = {
		"kvm", "qemu", "vmware", "microsoft", "hyperv", "oracle", "virtualbox", "xen", "xen-hvm",
		"amazon", "aws", "google", "parallels", "bhyve", "apple", "powervm", "zvm",
	};
	size_t i;

	for (i = 0; i < ARRAY_SIZE(names); i++)
		if (strlen(names[i]) == len && !memcmp(names[i], text, len))
			return true;
	return false;
}

static const char *answer(enum nd_asked asked, const char *text, size_t len)
{
	switch (asked) {
	case ND_ASKED_CPU:
		if (!is_number(text, len))
			return NULL;
		return len == 1 && *text == '0' ? "output-cpu-none" : "output-cpu";
	case ND_ASKED_NESTED:
		return setting(text, len);
	case ND_ASKED_GUEST:
		return is_hypervisor(text, len) ? "output-guest" : NULL;
	case ND_ASKED_WINDOWS:
		if (len == 4 && !memcmp(text, "True", 4))
			return "hypervisor-runs";
		return len == 5 && !memcmp(text, "False", 5) ? "hypervisor-absent" : NULL;
	default:
		return NULL;
	}
}

/* "/sys/module/kvm_intel/parameters/nested:N", as grep and tail write it. */
static const char *parameter_value(const char *text, const char *end)
{
	static const char module[] = "/module/kvm", folder[] = "/parameters/";
	const char *name = memmem(text, end - text, module, sizeof(module) - 1);
	size_t n = 0;

	name = name ? memmem(name, end - name, folder, sizeof(folder) - 1) : NULL;
	if (!name)
		return NULL;
	name += sizeof(folder) - 1;
	while (name + n < end && ((name[n] >= 'a' && name[n] <= 'z') || name[n] == '_' ||
				  (name[n] >= '0' && name[n] <= '9')))
		n++;
	text = name + n;
	if (!n || text == end || (*text != ':' && *text != '='))
		return NULL;
	for (text++; text < end && is_blank(*text); text++)
		;
	if (n == 6 && !memcmp(name, "nested", 6))
		return setting(text, end - text);
	if (end - text == 1 && (*text == 'N' || *text == '0') &&
	    ((n == 3 && (!memcmp(name, "ept", 3) || !memcmp(name, "npt", 3))) ||
	     (n == 18 && !memcmp(name, "unrestricted_guest", 18))))
		return "output-slat-off";
	return "output-parameter";
}

const char *nd_output(enum nd_asked *asked, const char *line, size_t len)
{
	const char *end = line + len;
	enum nd_asked before = *asked;
	const char *id;

	while (line < end && is_blank(*line))
		line++;
	while (end > line && (is_blank(end[-1]) || end[-1] == '\n'))
		end--;
	/* A prompt, a fence or an empty line may stand between. */
	if (line == end || starts(line, end - line, "```"))
		return NULL;
	*asked = question(line, end - line);
	id = answer(before, line, end - line);
	if (!id)
		id = flags(line, end);
	if (!id)
		id = mac_features(line, end);
	return id ? id : parameter_value(line, end);
}
