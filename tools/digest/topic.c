// SPDX-License-Identifier: GPL-2.0-only
#include <string.h>
#include <strings.h>

#include "tools/digest/topic.h"
#include "tools/digest/wordset.h"

/*
 * In any case, as words of their own, in small letters here; a star stands for the rest of a word.
 * What the quick look of nd_msg_concerns() does not find is not found here either.
 */
static const char *const topics[] = {
	"kvm*", "vmx", "vmx-*", "vmxon", "svm", "svm_*", "vmcs*", "vmcb*", "vmlaunch", "vmresume",
	"vmrun", "vt-x", "amd-v", "hyper-v", "hyperv*", "hypervisor*", "nested virtuali*",
	"nested virt", "nested virtual machine*", "nested vm*",
	"nested guest*", "nested hv*", "nested kvm*", "nestedvirt*", "enablenestedvirt*",
	"nested paging", "nested svm", "nested hvm",
	"nestedhwvirt*", "virtualization", "virtualisation", "hardware virt*", "ept", "npt",
	"evmcs*", "qemu*", "libvirt*", "virt-host-validate", "virtualbox*", "vboxmanage*", "vbox*",
	"vmware*", "xen", "hvm", "haxm*", "wsl", "wsl/*", "hcs_*", "whpx*", "firecracker*",
	"cloud-hypervisor*", "crosvm*", "hyp mode", "el2", "verr_*", "bhyve*", "nvmm*", "hvf",
	"vmm.ko", "kernel vmm", "slat", "virtualisierung*", "virtualización", "virtualizacion",
	"virtualização", "virtualizzazione", "wirtualizac*", "виртуализац*", "Виртуализац*",
	"sanalla*", "virtualisatie", "vm-plattform*", "virtual machine platform*", "虚拟*", "虛擬*",
	"仮想*",
	"가상*", "嵌套*", "hardware virt*", "hardwarevirt*",
	"hvpartition", "hcsshim*", "whv*", "libxl*",
	"virtuelle computer*", "plateforme de machine*", "second level address*",
};

/* What other things are called as well. */
static const char *const near_by[] = {
	"virtuelle maschine*", "virtueller computer*", "virtuellen computer*", "máquina virtual*",
	"machine virtuelle*",
	"ordinateur virtuel*", "macchina virtuale*", "виртуальн*", "Виртуальн*", "hyperviseur*",
	"hipervisor*",
	"wsl2", "virtuellen prozessor*", "virtueller prozessor*", "virtual processor*",
	"processeur virtuel*",
	"procesador virtual*", "processador virtual*", "processore virtual*",
	"низкоуровневая*", "ハイパーバイザー*", "하이퍼바이저*", "maszyny wirtualn*",
	"vm", "vms", "microvm*", "virtual machine*", "guest cpu*", "guest os", "guest memory",
	"guest ram",
	"guest kernel*", "the guest", "virt-launcher*", "virt-handler*", "kubevirt*", "qga",
	"live migration*", "migrated", "multipass*",
	"emulator*", "hv_*", "vmboot*", "vmcreate*", "createvm*", "vmmerror*", "apierror*",
	"vhost*", "vsock*", "vcpu*", "vmm", "kata*", "vfio*", "snp_*", "tdx*", "sev-*",
};

static bool is_word(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       c == '_';
}

static bool is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool stands_at(const char *line, size_t len, size_t at, const char *topic)
{
	size_t n;
	bool star;

	if (line[at] != *topic && (line[at] | 0x20) != *topic)
		return false;
	n = strlen(topic);
	star = topic[n - 1] == '*';
	n -= star;
	if (at + n > len || strncasecmp(line + at, topic, n))
		return false;
	return star || at + n == len || !is_word(line[at + n]);
}

/* What holds control characters is no line of a log, whatever letters it has. */
static bool is_text(const char *line, size_t len)
{
	size_t i;

	for (i = 0; i < len; i++)
		if ((u8)line[i] < ' ' && line[i] != '\t')
			return false;
	return true;
}

/* Their first two bytes, by a hash: few words of a line begin with such. */
#define PAIRS	4096

static u32 pairs[PAIRS / 32];

static u32 pair(const char *text)
{
	char one = is_capital(*text) ? *text | 0x20 : *text;
	char two = is_capital(text[1]) ? text[1] | 0x20 : text[1];

	return ((u8)one * 61 + (u8)two) % PAIRS;
}

static void add_pairs(const char *const *list, size_t nr)
{
	size_t i;
	u32 n;

	for (i = 0; i < nr; i++) {
		n = pair(list[i]);
		pairs[n / 32] |= BIT(n % 32);
	}
}

static bool begins_one(const char *text)
{
	u32 n = pair(text);

	return pairs[n / 32] >> n % 32 & 1;
}

/* "com.cloud.hypervisor.kvm.resource.LibvirtVMDef": the name of a class, which says who speaks. */
static bool is_in_class(const char *line, size_t len, size_t at)
{
	size_t from = at, i;

	while (from && (is_word(line[from - 1]) || line[from - 1] == '.'))
		from--;
	if (at <= from + 4 || memcmp(line + from, "com.", 4))
		return false;
	for (i = from; i + 1 < len && (is_word(line[i]) || line[i] == '.'); i++)
		if (line[i] == '.' && is_capital(line[i + 1]))
			return true;
	return false;
}

static bool has_one(const char *line, size_t len, const char *const *list, size_t nr)
{
	size_t at, i;

	for (at = 0; at + 1 < len; at++) {
		if ((at && is_word(line[at - 1])) || !begins_one(line + at))
			continue;
		for (i = 0; i < nr; i++)
			if (stands_at(line, len, at, list[i]) && !is_in_class(line, len, at))
				return true;
	}
	return false;
}

/*
 * "CR0=60000010", "ES =0000 00000000": an emulator dumps a
 * guest's registers, also in quotes of its caller's log.
 */
static bool is_register(const char *at, size_t len)
{
	size_t i, digits = 0;

	for (i = 0; i < len && i < 5 && at[i] != '='; i++)
		if (at[i] != ' ' && !(is_word(at[i]) && at[i] < 'a'))
			return false;
	if (i < 2 || i == len || at[i] != '=' || at[0] == ' ')
		return false;
	for (i++; i < len && at[i] == ' '; i++)
		;
	for (; i < len && is_word(at[i]); i++)
		digits++;
	return digits >= 4;
}

static bool is_dump(const char *line, size_t len)
{
	const char *quote = memmem(line, len, "msg=\"", 5);

	return is_register(line, len) || (quote && is_register(quote + 5, line + len - quote - 5));
}

/* "fpu fpu_exception wp vme de pse tsc msr pae": flags of a CPU, of lshw and lscpu. */
static bool is_flags(const char *line, size_t len)
{
	return memmem(line, len, " vme de pse ", 12);
}

/*
 * "KVM console": keyboard, video and mouse of a server far away, or of
 * several. "SVM classifier": a support vector machine. "HotSpot(TM) Server
 * VM", "Dart VM": what runs programs of a language.
 */
static const char *const consoles[] = {
	"KVM console", "KVM Console", "KVM switch", "KVM Switch", "KVM over IP", "KVM-over-IP",
	"KVM via IP",
	"IP KVM", "IP-KVM", "Virtual KVM", "virtual KVM", "Remote KVM", "remote KVM", "HTML5 KVM",
	"Java KVM",
	"iKVM", "KVM viewer", "KVM Viewer", "KVM session", "KVM Session", "KVM client",
	"KVM redirection",
	"Remote Console (KVM)", "iDRAC", "idrac", "JViewer", "Avocent",
};

static const char *const learners[] = {
	"sklearn", "scikit", "svm.SV", "SVC(", "libsvm", "LIBSVM", "LinearSVC", "upport vector",
	"upport Vector",
	"SVM classifier", "SVM Classifier", "svm classifier", "SVM model", "SVM kernel",
	"SVM failed to converge",
	"SVM training", "cv2.ml", "cv::ml", "ml.SVM", "ConvergenceWarning", "kernlab", "e1071",
};

static const char *const languages[] = {
	"HotSpot(TM)", "Java Virtual Machine", "OpenJDK 64-Bit Server VM", "OpenJDK Server VM",
	"Dart VM", "dart vm",
	"DartVM", "BEAM VM", "Erlang VM", "EVM execution", "EVM revert",
	"VM Exception while processing transaction",
	"Solidity", "LuaVM", "Lua VM", "Hermes VM", "Ruby VM", "Python VM", "Smalltalk",
};

/* They name a server or a package, and "kvm" or "vmx" may be in its name. */
static const char *const clients[] = {
	"HTTPSConnectionPool(", "HTTPConnectionPool(", "requests.exceptions.", "psycopg2.",
	"pymysql.", "redis.exceptions.", "npm ERR! ", "npm error ",
};

static bool is_namesake(const char *line, size_t len)
{
	static const char *const others[] = { "/dev/kvm", "qemu", "QEMU", "kvm_", "libvirt", "virsh" };
	static const char *const hypervisors[] = {
		"kvm", "KVM", "qemu", "QEMU", "libvirt", "VirtualBox", "VMware", "Hyper-V",
		"ypervisor", "emulator",
	};
	static struct nd_wordset console = ND_WORDSET(consoles), learner = ND_WORDSET(learners),
				 language = ND_WORDSET(languages), other = ND_WORDSET(others),
				 client = ND_WORDSET(clients),
				 hypervisor = ND_WORDSET(hypervisors);

	if (nd_wordset_has(&console, line, len) || nd_wordset_has(&client, line, len))
		return !nd_wordset_has(&other, line, len);
	return (nd_wordset_has(&learner, line, len) || nd_wordset_has(&language, line, len)) &&
	       !nd_wordset_has(&hypervisor, line, len);
}

/* "make: *** [Makefile:12: boot-kvm] Error 1": what it ran has said why. */
static bool is_make(const char *line, size_t len)
{
	return len > 8 && !memcmp(line, "make", 4) && memmem(line, len, ": *** [", 7);
}

/* Words of somebody who tells what happened, which no program says; and marks of a text. */
static bool is_narration(const char *line, size_t len)
{
	static const char *const told[] = {
		" you receive ", " you see ", " you get ", " you will see ", " we get ", " we see ",
		" we got ", " we have ", "I tried ", "I noticed ", "I've ", "’ve been ", " as follows:",
		" my BIOS", " my machine", " my computer", " my laptop", " my PC",
		" similar to:", "habe versucht", "j'ai essayé", "j’ai essayé", "he intentado",
		"tentei ", "ho provato", "пытался ", "Пытался ", "попытался ", "しようとし",
		"試しました", "尝试了", "我尝试", "我在", "하려고 했", "시도했",
	};
	static struct nd_wordset told_set = ND_WORDSET(told);
	const char *bold = memmem(line, len, "**", 2);

	if (nd_wordset_has(&told_set, line, len))
		return true;
	bold = bold ? memmem(bold + 2, line + len - bold - 2, "**", 2) : NULL;
	return bold && len > 160;
}

/*
 * "I have tried to disable Hyper-V", "Does VT-x work
 * there?": what somebody tells or asks beside the log.
 */
static bool is_prose(const char *line, size_t len)
{
	static const char *const begins[] = {
		"I ", "I'", "We ", "My ", "Does ", "Do ", "Is ", "Can ", "How ", "Why ", "What ",
		"Has ",
		"Have ", "Did ", "Should ", "Would ", "Any ", "Anyone ", "Tried ", "Thanks", "EDIT",
		"UPDATE", "Solved",
		"The same ", "Same ",
	};
	size_t i;

	while (len && (line[len - 1] == ' ' || line[len - 1] == '\r'))
		len--;
	if (is_narration(line, len))
		return true;
	if (memchr(line, '"', len) || memmem(line, len, ": ", 2))
		return false;
	if (len && line[len - 1] == '?')
		return true;
	for (i = 0; i < ARRAY_SIZE(begins); i++)
		if (len > strlen(begins[i]) && !memcmp(line, begins[i], strlen(begins[i])))
			return true;
	return memmem(line, len, " I ", 3) || memmem(line, len, " I'", 3);
}

/* "ok 3 - kvm: create vm": a test that passed. */
static bool is_passed(const char *line, size_t len)
{
	size_t i = 3;

	if (len < 6 || memcmp(line, "ok ", 3))
		return false;
	while (i < len && line[i] >= '0' && line[i] <= '9')
		i++;
	return i > 3 && i < len && line[i] == ' ';
}

static void build(void)
{
	static bool built;

	if (built)
		return;
	built = true;
	add_pairs(topics, ARRAY_SIZE(topics));
	add_pairs(near_by, ARRAY_SIZE(near_by));
}

enum nd_topic nd_topic(const char *line, size_t len)
{
	build();
	if (!is_text(line, len) || is_dump(line, len) || is_flags(line, len) ||
	    is_prose(line, len) || is_namesake(line, len) || is_make(line, len) ||
	    is_passed(line, len))
		return ND_TOPIC_NONE;
	if (has_one(line, len, topics, ARRAY_SIZE(topics)))
		return ND_TOPIC_NAMED;
	return has_one(line, len, near_by, ARRAY_SIZE(near_by)) ? ND_TOPIC_NEAR : ND_TOPIC_NONE;
}
