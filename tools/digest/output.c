// SPDX-License-Identifier: GPL-2.0-only
#include "tools/digest/output.h"
#include "tools/digest/typed.h"
#include "tools/digest/wordset.h"

/* One of them is in each line that nd_output() knows or remembers. */
static const char *const hints[] = {
	"/proc/cpuinfo", "/parameters/", "systemd-detect-virt", "virt-what", ").HypervisorPresent",
	").hypervisorpresent",
	").ExposeVirt", "fpu",
	"machdep.cpu.features:", "Microsoft-Hyper-V", "VirtualMachinePlatform",
	"HypervisorPlatform", "Subsystem-Linux", "DisposableClientVM", "HostGuardian", "] Hyper-V",
	"  paused", "  crashed", "  pmsuspended", "STATE           VERSION", "Stopped  ",
	"Running  ",
	"Windows-Hyper-V-Hypervisor",
	"lsmod", "Architecture:", "Vendor ID:", "BogoMIPS:", "Virtualization features:",
	"SERVICE_NAME", "ypervisor driver", "ypervisor Driver", "sc start ", "sc query ",
};

const struct nd_wordset nd_output_words = ND_WORDSET(hints);

#define FLAGS	8	/* words behind "flags:", at least */
#define BROKEN	48	/* bytes of a line that may be broken */
#define OPTIONAL	6	/* lines from the name of a feature of Windows to its state */
#define SERVICE		4	/* the same for a service */
#define EVENTS		6	/* lines from an event's source to its number */
#define DISTROS		8	/* distributions that WSL lists */
#define INSTALL		8	/* lines of the program that installs one, at most */

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

static bool is_named(const char *word, size_t n, const char *name)
{
	return n == strlen(name) && !memcmp(word, name, n);
}

static bool has_virtualization(enum nd_list list, const char *word, size_t n)
{
	return list == ND_LIST_MAC ? is_named(word, n, "VMX") :
	       is_named(word, n, "vmx") || is_named(word, n, "svm");
}

/*
 * Names of features have nothing but letters, digits and
 * "_"; a shortened list, as "fpu ...", has more.
 */
static bool is_feature(enum nd_list list, const char *word, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		bool letter = word[i] >= 'a' && word[i] <= 'z';

		if (list == ND_LIST_MAC)
			letter = letter || (word[i] >= 'A' && word[i] <= 'Z') || word[i] == '.';
		if (!letter && word[i] != '_' && (word[i] < '0' || word[i] > '9'))
			return false;
	}
	return true;
}

/* "__vmx__", "`svm`,", ">>vmx<<": somebody marked the word. */
static const char *without_marks(const char *word, size_t *n)
{
	static const char marks[] = "_*`[]<>(),'\"";

	while (*n > 1 && strchr(marks, word[0])) {
		word++;
		(*n)--;
	}
	while (*n > 1 && strchr(marks, word[*n - 1]))
		(*n)--;
	return word;
}

/**
 * enum features - what words of a list came to
 * @FEATURES_NONE:  they are no features
 * @FEATURES_OTHER: virtualization is not among them
 * @FEATURES_FOUND: it is
 */
enum features {
	FEATURES_NONE,
	FEATURES_OTHER,
	FEATURES_FOUND,
};

static enum features read_features(struct nd_output *o, const char *text, const char *end,
				   unsigned int *words)
{
	/* A sentence in small letters is none. */
	static const char *const prose[] = {
		"no", "not", "the", "is", "so", "and", "or", "in", "i", "my", "as", "there", "here",
	};
	enum features found = FEATURES_OTHER;
	char both[2 * sizeof(o->tail)];
	size_t n, i;

	for (*words = 0; (n = next_word(&text, end)); (*words)++) {
		const char *word = text - n;

		word = without_marks(word, &n);
		if (!is_feature(o->list, word, n))
			return FEATURES_NONE;
		/* Somebody left the rest out. */
		if (n >= 3 && !memcmp(word + n - 3, "...", 3))
			return FEATURES_NONE;
		for (i = 0; i < ARRAY_SIZE(prose); i++)
			if (is_named(word, n, prose[i]))
				return FEATURES_NONE;
		/* Broken within a word: "v", "mx". */
		scnprintf(both, sizeof(both), "%s%.*s", *words ? "" : o->tail,
			  (int)(n < sizeof(o->tail) ? n : sizeof(o->tail) - 1), word);
		if (has_virtualization(o->list, word, n) ||
		    (!*words && has_virtualization(o->list, both, strlen(both))))
			found = FEATURES_FOUND;
		/*
		 * The kernel lists them by register: svm comes after lahf_lm and
		 * cmp_legacy, or hypervisor if those are missing. What ends with
		 * cmp_legacy was cut off.
		 */
		o->past = is_named(word, n, "cmp_legacy") ? false :
			  o->past || o->guest || o->legacy ||
			  is_named(word, n, o->list == ND_LIST_MAC ? "SSSE3" : "lahf_lm");
		o->legacy = o->legacy || is_named(word, n, "cmp_legacy");
		o->guest = o->guest || is_named(word, n, "hypervisor") ||
			   (!*words && !strcmp(both, "hypervisor"));
		scnprintf(o->tail, sizeof(o->tail), "%.*s", (int)n, word);
	}
	return found;
}

/* "flags		: fpu vme ..." of /proc/cpuinfo, "Flags:    fpu vme ..." of lscpu. */
static const char *behind_flags(const char *text, const char *end)
{
	if (!starts(text, end - text, "flags") && !starts(text, end - text, "Flags"))
		return NULL;
	text += 5;
	while (text < end && is_blank(*text))
		text++;
	return text < end && *text == ':' ? text + 1 : NULL;
}

/* "machdep.cpu.features: FPU VME ..." */
static const char *behind_mac(const char *text, const char *end)
{
	static const char name[] = "machdep.cpu.features:";

	return starts(text, end - text, name) ? text + sizeof(name) - 1 : NULL;
}

/* The begin of a list; what is missing in it is known at its end only. */
static const char *begin_list(struct nd_output *o, const char *line, const char *end)
{
	const char *text = behind_flags(line, end);
	enum features found;
	unsigned int words;

	o->list = text ? ND_LIST_CPU : ND_LIST_MAC;
	if (!text)
		text = behind_mac(line, end);
	while (text && text < end && is_blank(*text))
		text++;
	o->found = o->guest = o->past = o->legacy = false;
	*o->tail = '\0';
	if (!text || !starts(text, end - text, o->list == ND_LIST_CPU ? "fpu" : "FPU")) {
		o->list = ND_LIST_NONE;
		return NULL;
	}
	found = read_features(o, text, end, &words);
	o->wide = end - line >= BROKEN;
	o->found = found == FEATURES_FOUND;
	o->lscpu.flag = o->lscpu.flag || o->found;
	if (found == FEATURES_NONE || words < FLAGS)
		o->list = ND_LIST_NONE;
	return o->found && o->list == ND_LIST_CPU ? "output-cpu" : NULL;
}

bool nd_output_list(struct nd_output *o, const char *line, size_t len, const char **id)
{
	enum features found;
	unsigned int words;

	*id = NULL;
	if (!o->list || !o->wide)
		return false;
	found = read_features(o, line, line + len, &words);
	if (found == FEATURES_NONE || !words)
		return false;
	o->wide = len >= BROKEN;
	if (found == FEATURES_FOUND && !o->found && o->list == ND_LIST_CPU)
		*id = "output-cpu";
	o->found = o->found || found == FEATURES_FOUND;
	o->lscpu.flag = o->lscpu.flag || o->found;
	return true;
}

const char *nd_output_end(struct nd_output *o)
{
	enum nd_list list = o->list;

	o->list = ND_LIST_NONE;
	if (list == ND_LIST_NONE || o->found || !o->past)
		return NULL;
	if (list == ND_LIST_MAC)
		return "mac-no-vmx";
	return o->guest ? "output-cpu-none-guest" : "output-cpu-none";
}

/* Whether a count has both flags: to grep without -E "(vmx|svm)" is a text as it stands. */
static enum nd_asked flags_counted(const char *text, size_t len)
{
	const char *end = text + len;
	size_t n;

	if (!holds(text, len, "vmx") || !holds(text, len, "svm"))
		return ND_ASKED_FLAG;
	if (holds(text, len, "egrep ") || holds(text, len, "\\|") ||
	    holds(text, len, " --extended-regexp "))
		return ND_ASKED_CPU;
	while ((n = next_word(&text, end))) {
		const char *word = text - n;

		if (*word == '-' && n > 1 && word[1] != '-' &&
		    (memchr(word, 'E', n) || memchr(word, 'P', n) || memchr(word, 'e', n)))
			return ND_ASKED_CPU;
	}
	return ND_ASKED_FLAG;
}

/* "/sys/module/kvm_intel/parameters/ept", but not ".../eptad" */
static bool is_parameter(const char *text, size_t len, const char *name)
{
	static const char folder[] = "/parameters/";
	const char *at = memmem(text, len, folder, sizeof(folder) - 1);
	size_t n = strlen(name);

	if (!at || !holds(text, at - text, "/module/kvm"))
		return false;
	at += sizeof(folder) - 1;
	len -= at - text;
	return starts(at, len, name) &&
	       (len == n || (at[n] != '_' && !(at[n] >= 'a' && at[n] <= 'z')));
}

/* "lsmod | grep kvm", and nothing behind it that would take or change what it prints. */
static bool asks_for_modules(const char *text, size_t len)
{
	static const char *const greps[] = {
		"lsmod | grep kvm", "lsmod | grep -i kvm", "lsmod | grep \"kvm\"",
		"lsmod | grep 'kvm'", "lsmod|grep kvm",
	};
	size_t i;

	for (i = 0; i < ARRAY_SIZE(greps); i++) {
		size_t n = strlen(greps[i]);

		if (len >= n && !memcmp(text + len - n, greps[i], n) && !memchr(text, ';', len))
			return true;
	}
	return false;
}

/*
 * What a command asks for; one that only prints a part of a file is followed by more than a word.
 */
static enum nd_asked question(const char *text, size_t len)
{
	static const char *const about[] = {
		"/proc/cpuinfo", "/parameters/", "lsmod", "systemd-detect-virt", "virt-what",
		").HypervisorPresent", ").hypervisorpresent", ").ExposeVirtualizationExtensions",
	};
	static struct nd_wordset about_set = ND_WORDSET(about);

	if (!nd_wordset_has(&about_set, text, len))
		return ND_ASKED_NOTHING;
	if (holds(text, len, "/proc/cpuinfo") && (holds(text, len, "vmx") || holds(text, len, "svm")) &&
	    (holds(text, len, "grep -c") || holds(text, len, "grep -Ec") ||
	     holds(text, len, "grep -cE") || holds(text, len, "grep -E -c") ||
	     holds(text, len, "--count") || holds(text, len, "wc -l")))
		return flags_counted(text, len);
	if (holds(text, len, "cat ") && is_parameter(text, len, "nested"))
		return ND_ASKED_NESTED;
	if (holds(text, len, "cat ") && (is_parameter(text, len, "ept") ||
					 is_parameter(text, len, "npt") ||
					 is_parameter(text, len, "unrestricted_guest")))
		return ND_ASKED_SLAT;
	if (asks_for_modules(text, len))
		return ND_ASKED_MODULES;
	if (holds(text, len, "systemd-detect-virt") || holds(text, len, "virt-what"))
		return ND_ASKED_GUEST;
	if (holds(text, len, ").HypervisorPresent") || holds(text, len, ").hypervisorpresent"))
		return ND_ASKED_WINDOWS;
	if (holds(text, len, ").ExposeVirtualizationExtensions"))
		return ND_ASKED_EXPOSED;
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
		"kvm", "qemu", "vmware", "microsoft", "hyperv", "oracle", "virtualbox", "xen",
		"xen-hvm",
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
	case ND_ASKED_FLAG:
		if (!is_number(text, len))
			return NULL;
		if (len > 1 || *text != '0')
			return "output-cpu";
		return asked == ND_ASKED_CPU ? "output-cpu-none" : "output-cpu-flag";
	case ND_ASKED_NESTED:
		return setting(text, len);
	case ND_ASKED_SLAT:
		if (len == 1 && (*text == 'N' || *text == '0'))
			return "output-slat-off";
		return len == 1 && (*text == 'Y' || *text == '1') ? "output-parameter" : NULL;
	case ND_ASKED_MODULES:
		/* The next command, and nothing before it. */
		if (holds(text, len, "modprobe") || holds(text, len, "insmod"))
			return NULL;
		return nd_is_prompt(text, len) || starts(text, len, "$ ") ? "output-no-module" : NULL;
	case ND_ASKED_GUEST:
		if (is_named(text, len, "none"))
			return "output-no-guest";
		return is_hypervisor(text, len) ? "output-guest" : NULL;
	case ND_ASKED_WINDOWS:
		if (len == 4 && !memcmp(text, "True", 4))
			return "hypervisor-runs";
		return len == 5 && !memcmp(text, "False", 5) ? "hypervisor-absent" : NULL;
	case ND_ASKED_EXPOSED:
		if (len == 4 && !memcmp(text, "True", 4))
			return "hyperv-exposed";
		return len == 5 && !memcmp(text, "False", 5) ? "hyperv-not-exposed" : NULL;
	default:
		return NULL;
	}
}

/* "When I try egrep -c '(svm|vmx)' /proc/cpuinfo, I got 0": the answer behind the command. */
static const char *said(enum nd_asked asked, const char *text, size_t len)
{
	static const char *const ends[] = {
		" got 0", " gives 0", " gave 0", " is 0", " returns 0", " returned 0", " prints 0",
		" shows 0",
	};
	size_t i, n;

	if (asked != ND_ASKED_CPU && asked != ND_ASKED_FLAG)
		return NULL;
	while (len && (text[len - 1] == '.' || text[len - 1] == '`'))
		len--;
	for (i = 0; i < ARRAY_SIZE(ends); i++) {
		n = strlen(ends[i]);
		if (len > n && !memcmp(text + len - n, ends[i], n))
			return answer(asked, "0", 1);
	}
	return NULL;
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

/* The value behind "NAME : ", as PowerShell and DISM list properties. */
static const char *property(const char *text, const char *end, const char *name)
{
	if (!starts(text, end - text, name))
		return NULL;
	for (text += strlen(name); text < end && is_blank(*text); text++)
		;
	if (text == end || *text != ':')
		return NULL;
	for (text++; text < end && is_blank(*text); text++)
		;
	return text;
}

/* Features of Windows that have to do with virtualization. */
static bool is_windows_feature(const char *word, size_t n)
{
	static const char *const features[] = {
		"Microsoft-Hyper-V", "VirtualMachinePlatform", "HypervisorPlatform",
		"Microsoft-Windows-Subsystem-Linux", "Containers-DisposableClientVM",
		"HostGuardian",
	};
	size_t i;

	for (i = 0; i < ARRAY_SIZE(features); i++)
		if (starts(word, n, features[i]))
			return true;
	return false;
}

/**
 * enum state - of a feature
 * @STATE_NONE: the words are no state
 * @STATE_ON:   it is there, or is about to be
 * @STATE_OFF:  it is not
 */
enum state {
	STATE_NONE,
	STATE_ON,
	STATE_OFF,
};

static enum state feature_state(const char *text, const char *end)
{
	static const char *const off[] = {
		"Disabled", "Available", "Removed", "Deaktiviert", "Désactivé", "Deshabilitado",
		"Deshabilitada", "Desabilitado", "Disabilitato", "Disabilitata", "Отключен",
		"已禁用", "已停用", "無効", "사용 안 함", "Wyłączone", "Wyłączona",
	};
	static const char *const on[] = {
		"Enabled", "Enable Pending", "EnablePending", "Disable Pending", "DisablePending",
		"Installed", "Aktiviert", "Activé", "Habilitado", "Habilitada", "Abilitato",
		"Abilitata", "Включен", "已启用", "已啟用", "有効", "사용", "Włączone", "Włączona",
	};
	size_t i;

	while (text < end && (is_blank(*text) || *text == '|'))
		text++;
	for (i = 0; i < ARRAY_SIZE(off); i++)
		if (starts(text, end - text, off[i]))
			return STATE_OFF;
	for (i = 0; i < ARRAY_SIZE(on); i++)
		if (starts(text, end - text, on[i]))
			return STATE_ON;
	return STATE_NONE;
}

/* The value behind the colon, whatever is before: DISM has it in the language of its user. */
static const char *any_property(const char *text, const char *end)
{
	const char *at = memchr(text, ':', end - text), *wide = memmem(text, end - text, "：", 3);

	if (!at && !wide)
		return NULL;
	for (at = at ? at + 1 : wide + 3; at < end && is_blank(*at); at++)
		;
	return at;
}

/* "Microsoft-Hyper-V-All  Disabled", "HypervisorPlatform | Enabled", "[ ] Hyper-V  Available" */
static const char *feature_row(struct nd_output *o, const char *text, const char *end)
{
	bool box = starts(text, end - text, "[ ] ") || starts(text, end - text, "[X] ");
	const char *word, *last = end;
	enum state state;
	size_t n;

	if (box)
		text += 4;
	n = next_word(&text, end);
	word = text - n;
	if (!is_windows_feature(word, n) && !(box && starts(word, n, "Hyper-V")))
		return NULL;
	while (box && last > text && !is_blank(last[-1]))
		last--;
	state = feature_state(box ? last : text, end);
	if (state == STATE_NONE)
		return NULL;
	scnprintf(o->name, sizeof(o->name), "%.*s", (int)n, word);
	return state == STATE_OFF ? "output-feature-off" : "output-feature";
}

/* Get-WindowsOptionalFeature and DISM: name, what it is, and state, or a row of name and state. */
static const char *optional_feature(struct nd_output *o, const char *text, const char *end)
{
	const char *value = any_property(text, end);
	const char *row = feature_row(o, text, end);
	enum state state;

	if (row)
		return row;
	if (value && is_windows_feature(value, end - value) && !memchr(value, ' ', end - value) &&
	    !memchr(value, '/', end - value) && !memchr(text, '/', value - text)) {
		o->optional = OPTIONAL;
		scnprintf(o->name, sizeof(o->name), "%.*s", (int)(end - value), value);
		return "output-feature";
	}
	if (!o->optional)
		return NULL;
	o->optional--;
	if (!value)
		return NULL;
	state = feature_state(value, end);
	if (state != STATE_NONE) {
		o->optional = 0;
		return state == STATE_OFF ? "output-feature-off" : "output-feature";
	}
	/* Another feature, or what stands between. */
	if (starts(text, end - text, "Feature")) {
		o->optional = 0;
		return NULL;
	}
	return "output-feature";
}

/* Is that the name of a service or driver on which VMs depend? */
static bool is_service(const char *name, size_t len)
{
	static const char *const services[] = {
		"vmcompute", "vmms", "hvservice", "HvHost", "hns", "WslService", "LxssManager",
		"vboxsup",
		"VBoxSup", "vboxdrv", "VBoxDrv", "vmx86", "VMAuthdService", "IntelHaxm",
		"intelhaxm", "vmci",
		"aehd", "gvm",
	};
	size_t i;

	for (i = 0; i < ARRAY_SIZE(services); i++)
		if (is_named(name, len, services[i]))
			return true;
	return false;
}

/*
 * "[SC] StartService FAILED 577:", in any language. Not the stop of one that
 * does not run (1062), nor the start of one that runs (1056); the error of the
 * Android emulator's driver has its own entry.
 */
static bool is_refused(const char *text, const char *end)
{
	unsigned long number;
	size_t len = end - text;

	if (!starts(text, len, "[SC] ") || !(holds(text, len, "StartService") || holds(text, len, "OpenService") ||
					     holds(text, len, "CreateService") || holds(text, len, "DeleteService")))
		return false;
	while (text < end && !(*text >= '0' && *text <= '9'))
		text++;
	for (number = 0; text < end && *text >= '0' && *text <= '9' && number < 100000; text++)
		number = number * 10 + (*text - '0');
	return number && number != 1056 && number != 1062 && number < 100000;
}

static void name_service(struct nd_output *o, const char *text, const char *end)
{
	size_t n = next_word(&text, end);

	scnprintf(o->name, sizeof(o->name), "%.*s", (int)n, text - n);
}

/*
 * "SERVICE_NAME: vmcompute" of sc query, and behind it
 * "STATE : 1  STOPPED" and the code it ended with; or "sc start vmcompute" and
 * the program that installs the Android emulator's, and what they print.
 */
static const char *take_service(struct nd_output *o, const char *text, const char *end)
{
	const char *value = property(text, end, "SERVICE_NAME");
	size_t len = end - text;

	if (value) {
		o->service = is_service(value, end - value) ? SERVICE : 0;
		name_service(o, value, end);
		/* Its own entry tells of the Android emulator's. */
		return o->service && *value != 'a' && *value != 'g' ? "output-feature" : NULL;
	}
	value = memmem(text, len, "sc start ", 9);
	if (!value)
		value = memmem(text, len, "sc query ", 9);
	if (value && is_service(value + 9, end - value - 9)) {
		o->service = INSTALL;
		name_service(o, value + 9, end);
		return "output-feature";
	}
	if (holds(text, len, "mulator") && (holds(text, len, "ypervisor driver") || holds(text, len, "ypervisor Driver"))) {
		o->service = INSTALL;
		*o->name = '\0';
		return NULL;
	}
	if (!o->service)
		return NULL;
	o->service--;
	value = property(text, end, "STATE");
	if (value) {
		o->service = 1;
		return holds(value, end - value, "STOPPED") ? "service-stopped" : "output-feature";
	}
	return is_refused(text, end) ? "service-refused" : NULL;
}

/* "Stopped  vmcompute          Hyper-V Host Compute Service": a row of Get-Service. */
static const char *service_row(struct nd_output *o, const char *text, const char *end)
{
	bool stopped = starts(text, end - text, "Stopped  ");
	size_t n;

	if (!stopped && !starts(text, end - text, "Running  "))
		return NULL;
	text += strlen("Stopped  ");
	n = next_word(&text, end);
	if (!n || !is_service(text - n, n))
		return NULL;
	name_service(o, text - n, end);
	return stopped ? "service-stopped" : "output-feature";
}

/*
 * "<EventID>41</EventID>", "Id. del evento:41" below "Microsoft-Windows-Hyper-V-Hypervisor": an
 * event of which the words are missing.
 */
static const char *event(struct nd_output *o, const char *text, const char *end)
{
	static const char *const names[] = { "vent", "reignis", "обыти", "事件", "イベント", "이벤트" };
	size_t i, len = end - text;
	unsigned int number = 0;

	if (holds(text, len, "Windows-Hyper-V-Hypervisor")) {
		o->events = EVENTS;
		return end[-1] == 'r' ? "output-feature" : NULL;
	}
	if (!o->events)
		return NULL;
	o->events--;
	for (i = 0; i < ARRAY_SIZE(names) && !holds(text, len, names[i]); i++)
		;
	if (i == ARRAY_SIZE(names) || len > 48)
		return NULL;
	while (text < end && !(*text >= '0' && *text <= '9'))
		text++;
	for (; text < end && *text >= '0' && *text <= '9' && number < 1000; text++)
		number = number * 10 + (*text - '0');
	return number >= 41 && number <= 43 ? "hyperv-launch-vmx" : NULL;
}

/* "* Ubuntu-22.04    Stopped         1" of wsl -l -v, below its head. */
static const char *take_distro(struct nd_output *o, const char *text, const char *end)
{
	if (holds(text, end - text, "STATE           VERSION")) {
		o->distros = DISTROS;
		return NULL;
	}
	if (!o->distros)
		return NULL;
	o->distros--;
	return end - text > 8 && end[-1] == '1' && is_blank(end[-2]) && is_blank(end[-3]) ?
	       "setting-distro-wsl1" : NULL;
}

/* " 17    minikube                       paused": a row of virsh list. */
static const char *guest_state(const char *text, const char *end)
{
	static const char *const states[] = { "  paused", "  crashed", "  pmsuspended" };
	size_t i, n, number = 0;

	while (text < end && (*text == '-' || (*text >= '0' && *text <= '9'))) {
		text++;
		number++;
	}
	if (!number || text == end || !is_blank(*text))
		return NULL;
	for (i = 0; i < ARRAY_SIZE(states); i++) {
		n = strlen(states[i]);
		if ((size_t)(end - text) > n + 2 && !memcmp(end - n, states[i], n))
			return "output-paused";
	}
	return NULL;
}

const char *nd_output_line(struct nd_output *o, const char *line, size_t len)
{
	const char *end = line + len;
	const char *begin = line;
	enum nd_asked before = o->asked;
	const char *id;

	while (line < end && is_blank(*line))
		line++;
	while (end > line && (is_blank(end[-1]) || end[-1] == '\n'))
		end--;
	/* A prompt, a fence or an empty line may stand between. */
	o->spoke = line < end && !starts(line, end - line, "```");
	if (!o->spoke) {
		nd_property_gap(&o->table);
		return NULL;
	}
	o->asked = question(line, end - line);
	id = answer(before, line, end - line);
	o->unanswered = id && before == ND_ASKED_MODULES;
	if (!id)
		id = said(o->asked, line, end - line);
	if (!id)
		id = begin_list(o, line, end);
	if (!id)
		id = optional_feature(o, line, end);
	if (!id)
		id = take_service(o, line, end);
	if (!id)
		id = guest_state(line, end);
	if (!id)
		id = service_row(o, line, end);
	if (!id)
		id = take_distro(o, line, end);
	if (!id)
		id = event(o, line, end);
	if (nd_lscpu_line(&o->lscpu, line, end - line) && !id)
		id = "output-cpu-none-guest";
	if (!id)
		id = nd_property(line, end - line);
	if (!id)
		id = nd_property_table(&o->table, begin, end - begin);
	return id ? id : parameter_value(line, end);
}
