// SPDX-License-Identifier: GPL-2.0-only
/*
 * Every front end says "no KVM" in its own words. They have a subject in common and a few words
 * beside it: behind it ("KVM is not available") or before it ("unable to open /dev/kvm").
 */
#include "tools/digest/complaint.h"
#include "tools/digest/failure.h"
#include "tools/digest/phrase.h"
#include "tools/digest/words.h"
#include "tools/out/text.h"

#define BEHIND	48	/* bytes from the subject to what is said of it */
#define NEAR	14	/* the same for names that stand in those of many things */
#define BESIDE	30	/* bytes from "hyper-v" to what of it fails, at most */
#define BEFORE	32	/* bytes between such words and the subject */

/**
 * enum about - what a subject stands for
 * @ABOUT_KVM:     KVM and its device
 * @ABOUT_CPU:     virtualization of the processor
 * @ABOUT_NESTED:  nested virtualization
 * @ABOUT_SLAT:    EPT, NPT and their other names
 * @ABOUT_WINDOWS: Windows' hypervisor and what makes use of it
 * @ABOUT_MAC:     macOS' frameworks
 * @ABOUT_BHYVE:   FreeBSD's vmm.ko
 * @ABOUT_COMPONENT: "one of the Hyper-V components", as Hyper-V says it in each language
 */
enum about {
	ABOUT_KVM,
	ABOUT_CPU,
	ABOUT_NESTED,
	ABOUT_SLAT,
	ABOUT_WINDOWS,
	ABOUT_MAC,
	ABOUT_BHYVE,
	ABOUT_COMPONENT,
};

static const char *const entries[] = {
	[ABOUT_KVM]	= "no-kvm",
	[ABOUT_CPU]	= "no-virtualization",
	[ABOUT_NESTED]	= "no-nesting",
	[ABOUT_SLAT]	= "no-slat",
	[ABOUT_WINDOWS]	= "no-windows-hypervisor",
	[ABOUT_MAC]	= "no-mac-hypervisor",
	[ABOUT_BHYVE]	= "no-vmm-module",
	[ABOUT_COMPONENT] = "hyperv-not-running",
};

/* In small letters; the more special ones come first. */
static const struct {
	const char *text;
	enum about about;
} subjects[] = {
	{ "nested virtuali", ABOUT_NESTED }, { "nested-virtuali", ABOUT_NESTED },
	{ "nestedvirtuali", ABOUT_NESTED }, { "nested_virtuali", ABOUT_NESTED },
	{ "nested vt-x", ABOUT_NESTED }, { "nested amd-v", ABOUT_NESTED },
	{ "nested hardware virtuali", ABOUT_NESTED }, { "nested hv", ABOUT_NESTED },
	{ "nested hypervisor", ABOUT_NESTED }, { "nested kvm", ABOUT_NESTED },
	{ "el2", ABOUT_NESTED },
	{ "geschachtelte virtuali", ABOUT_NESTED }, { "verschachtelte virtuali", ABOUT_NESTED },
	{ "virtualisation imbriqu", ABOUT_NESTED }, { "virtualización anidada", ABOUT_NESTED },
	{ "virtualizzazione annidata", ABOUT_NESTED }, { "virtualização aninhada", ABOUT_NESTED },
	{ "вложенная виртуали", ABOUT_NESTED }, { "嵌套虚拟", ABOUT_NESTED },
	{ "嵌套的虚拟", ABOUT_NESTED }, { "巢狀虛擬", ABOUT_NESTED },
	{ "入れ子", ABOUT_NESTED }, { "ネストされた仮想", ABOUT_NESTED },
	{ "ネスト化された仮想", ABOUT_NESTED }, { "중첩", ABOUT_NESTED },
	{ "extended page table", ABOUT_SLAT }, { "second level address", ABOUT_SLAT },
	{ "second-level address", ABOUT_SLAT }, { "nested paging", ABOUT_SLAT },
	{ "unrestricted guest", ABOUT_SLAT }, { "ept", ABOUT_SLAT }, { "slat", ABOUT_SLAT },
	{ "hypervisor.framework", ABOUT_MAC }, { "hypervisor framework", ABOUT_MAC },
	{ "virtualization.framework", ABOUT_MAC }, { "virtualization framework", ABOUT_MAC },
	{ "hvf", ABOUT_MAC },
	{ "vmm.ko", ABOUT_BHYVE }, { "kernel vmm", ABOUT_BHYVE }, { "/dev/vmm", ABOUT_BHYVE },
	{ "hyper-v components", ABOUT_COMPONENT }, { "hyper-v-komponenten", ABOUT_COMPONENT },
	{ "composants hyper-v", ABOUT_COMPONENT }, { "componentes de hyper-v", ABOUT_COMPONENT },
	{ "componentes do hyper-v", ABOUT_COMPONENT }, { "componenti di hyper-v", ABOUT_COMPONENT },
	{ "componenti hyper-v", ABOUT_COMPONENT }, { "компонентов hyper-v", ABOUT_COMPONENT },
	{ "hyper-v 组件", ABOUT_COMPONENT }, { "hyper-v 元件", ABOUT_COMPONENT },
	{ "hyper-v コンポーネント", ABOUT_COMPONENT }, { "hyper-v 구성", ABOUT_COMPONENT },
	{ "hypervisor platform", ABOUT_WINDOWS }, { "whp hypervisor", ABOUT_WINDOWS },
	{ "virtual machine platform", ABOUT_WINDOWS },
	{ "hyper-v", ABOUT_WINDOWS }, { "whpx", ABOUT_WINDOWS },
	{ "windows hypervisor", ABOUT_WINDOWS }, { "虚拟机平台", ABOUT_WINDOWS },
	{ "virtuelle computer", ABOUT_WINDOWS },
	{ "plateforme de machine virtuelle", ABOUT_WINDOWS },
	{ "plateforme d'ordinateur virtuel", ABOUT_WINDOWS }, { "vm-plattform", ABOUT_WINDOWS },
	{ "plataforma de máquina virtual", ABOUT_WINDOWS },
	{ "piattaforma macchina virtuale", ABOUT_WINDOWS },
	{ "仮想マシン プラットフォーム", ABOUT_WINDOWS }, { "虛擬機器平台", ABOUT_WINDOWS },
	{ "仮想マシンプラットフォーム", ABOUT_WINDOWS },
	{ "/dev/kvm", ABOUT_KVM }, { "kvm_intel", ABOUT_KVM }, { "kvm-intel", ABOUT_KVM },
	{ "kvm_amd", ABOUT_KVM }, { "kvm-amd", ABOUT_KVM }, { "kvm", ABOUT_KVM },
	{ "hardware accel", ABOUT_CPU }, { "hardwarevirtuali", ABOUT_CPU },
	{ "hardware virtuali", ABOUT_CPU },
	{ "hardware-assisted virtuali", ABOUT_CPU }, { "hardware assisted virtuali", ABOUT_CPU },
	{ "virtualization", ABOUT_CPU }, { "virtualisation", ABOUT_CPU },
	{ "virtualisierung", ABOUT_CPU }, { "virtualización", ABOUT_CPU },
	{ "virtualizacion", ABOUT_CPU }, { "virtualização", ABOUT_CPU },
	{ "virtualizzazione", ABOUT_CPU }, { "wirtualizac", ABOUT_CPU },
	{ "virtualisatie", ABOUT_CPU },
	{ "виртуализац", ABOUT_CPU }, { "Виртуализац", ABOUT_CPU }, { "sanallaştırma", ABOUT_CPU },
	{ "虚拟化", ABOUT_CPU }, { "虛擬化", ABOUT_CPU },
	{ "仮想化", ABOUT_CPU }, { "가상화", ABOUT_CPU },
	{ "vm extensions", ABOUT_CPU }, { "intel vt", ABOUT_CPU }, { "vt-x", ABOUT_CPU },
	{ "vtx", ABOUT_CPU },
	{ "amd-v", ABOUT_CPU }, { "vmx", ABOUT_CPU }, { "svm", ABOUT_CPU },
};

static const char *const behind[] = {
	"not supported", "unsupported", "not available", "unavailable", "requires ",
	"not enabled", "disabled", "not found", "missing",
	"not present", "not detected", "not installed", "not loaded",
	"not accessible", "not usable", "not possible", "not working", "not active", "not exposed",
	"not running", "not initialised", "not initialized", "not operational", "cannot be used",
	"could not be used", "cannot be accessed", "could not be accessed", "cannot be opened",
	"could not be opened", "could not be found", "cannot be found", "inaccessible",
	"innaccessible",
	"unusable",
	"check failed", "setup failed", "initialization failed", "initialisation failed",
	"not functional", "not permitted", "only supported on", "not allowed", "not work",
	"is needed",
	"can not be used", "must be enabled", "be enabled", "off by default", "has to be on",
	"is required",
	"are required", "turned off", "not turned on", "switched off", "not configured", "is off",
	"denied",
	"no such", "not exist", "not satisfied", "not ready", "supported: no", "enabled: no",
	"support: no",
	": no", ": false", "= false", "=false", " - no", " -  no",
	"没有运行", "没有在运行", "未在运行", "不在執行", "未執行", "実行されてい", "実行していな",
	"실행되고 있지", "실행되지", "не запущен", "не выполня", "no se está", "en cours d'ex",
	"em execução", "in esecuzione",
	"不支持", "不受支持", "不可用", "未启用", "未开启", "没有开启", "没有启用", "禁用",
	"无法使用", "未检测到", "未安装", "未运行", "不支援", "未啟用", "已停用", "無法使用",
	"サポートされてい", "無効", "を有効にして", "有効になっていま", "利用できま", "使用できま", "見つかりま",
	"지원되지", "지원하지", "사용할 수 없", "활성화되지", "비활성화",
	"не поддерж", "отключен", "Отключен", "etkin değil", "devre dışı", "desteklenmiyor",
	"недоступн", "не включен",
	"nicht unterst", "nicht verf", "nicht aktiv", "deaktiviert", "nicht gefunden",
	"nicht erkannt",
	"nicht ausgef", "nicht funktionsf", "nicht betriebsb", "nicht einsatzb", "pas opérationnel",
	"no está operativ", "não está operacion", "не работает", "动作しない", "動作していま", "pas pris",
	"n'est pas", "désactiv", "indisponible", "non disponible",
	"no es compatible", "no está", "no se admite", "deshabilitad", "desactivad",
	"no disponible", "não é suportad", "não está", "desabilitad", "desativad", "disattivat",
	"non è support",
	"non è abilitat", "disabilitat", "nie jest", "wyłączon",
};

static const char *const before[] = {
	"no ", "neither ", "without ", "missing ", "lacks ", "lack of ", "not support ",
	"not seem to support ",
	"not have ", "not using ", "cannot use ", "unable to use ", "could not access ",
	"cannot access ", "unable to access ",
	"failed to access ", "could not open ", "cannot open ",
	"unable to open ", "failed to open ", "error opening ", "failed to initialize ",
	"failed to initialise ", "failed to init ", "unable to initialize ",
	"could not initialize ", "could not find ", "cannot find ",
	"unable to find ", "failed to find ", "failed to load ", "could not load ",
	"unable to load ", "cannot load ", "failed to detect ", "unable to detect ",
	"cannot detect ", "requires ", "require ", "needs ",
	"please enable ", "turn on ", "no support for ", "not expose ", "not provide ",
	"not offer ",
	"cannot enable ", "cannot host ", "could not enable ", "unable to enable ",
	"failed to enable ",
	 "must enable ", "to enable ", "has to be on ", "make sure that ", "make sure ", "verify that ", "ensure ",
	"ensure that ", "check that ", "not supported: ", "not detected: ",
	"不支持", "未启用", "未检测到", "请启用", "请开启", "需要", "没有", "无法打开", "不支援", "請啟用",
	"unterstützt keine ", "keine ", "en charge la ", "en charge l'", "activez la ",
	"no admite ",
	"habilite la ", "habilitar la ", "não suporta ", "не поддерживает ", "не включена ",
	"aktivieren sie das ", "aktivieren sie die ",
	"componente opcional ", "composant facultatif ", "optionale komponente ",
	"aktivieren sie bitte das ", "aktivieren sie bitte die ", "sicher, dass die ",
	"assurez-vous que la ",
	"vérifiez que la ", "asegúrese de que la ", "certifique-se de que a ",
};

static bool is_word(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '_';
}

/* What follows is still of the same. */
static bool is_but(const char *text)
{
	static const char *const words[] = {
		"but ", "aber ", "mais ", "pero ", "mas ", "ma ", "но ", "但", "jedoch ",
	};
	size_t i;

	for (i = 0; i < ARRAY_SIZE(words); i++)
		if (nd_words_start(text, words[i]))
			return true;
	return false;
}

/*
 * The end of the clause that a subject stands in: what comes behind it is said of something else.
 */
static bool is_break(const char *text)
{
	return (*text == '.' && (text[1] == ' ' || !text[1])) || *text == ';' || *text == '|' ||
	       nd_words_start(text, "。") ||
	       (nd_words_start(text, "，") && !is_but(text + strlen("，"))) ||
	       (nd_words_start(text, ", ") && !is_but(text + 2));
}

/* "Hyper-V disabled: yes", "not supported: false": a table's line that says the opposite. */
static bool is_denied(const char *text)
{
	static const char *const words[] = { "yes", "true", "pass", "ok" };
	size_t i;

	text += strspn(text, " :=*\t");
	for (i = 0; i < ARRAY_SIZE(words); i++)
		if (nd_words_start(text, words[i]))
			return true;
	return false;
}

/* "GIC virtualization does not work without passing a bus": it is there, and wants something. */
static bool is_wish(const char *word, const char *behind_it)
{
	return !strcmp(word, "not work") && nd_words_start(behind_it, " without ");
}

/* "VMX operation turned off successfully": a program that ends. */
static bool is_done(const char *word, const char *behind_it)
{
	return strstr(word, "off") && nd_words_start(behind_it, " successfully");
}

/* "KVM interrupt remapping requires a split irqchip": it is there, and wants something. */
static bool is_part_that_requires(const char *text, size_t at, const char *word, enum about about)
{
	size_t i, words = 0;

	if (about != ABOUT_KVM || strcmp(word, "requires "))
		return false;
	for (i = 1; i < at; i++)
		words += is_word(text[i]) && !is_word(text[i - 1]);
	return words > 1;
}

static bool said_behind(const char *text, size_t most, enum about about)
{
	size_t at, i;

	for (at = 0; at < most && text[at] && !is_break(text + at); at++)
		for (i = 0; i < ARRAY_SIZE(behind); i++)
			if (nd_words_start(text + at, behind[i]))
				return !is_part_that_requires(text, at, behind[i], about) &&
				       !is_denied(text + at + strlen(behind[i])) &&
				       !is_wish(behind[i], text + at + strlen(behind[i])) &&
				       !is_done(behind[i], text + at + strlen(behind[i]));
	return false;
}

/* "works on bare metal without KVM": praise. */
static bool is_praised(const char *text, size_t at)
{
	static const char *const words[] = { "works ", "work ", "working ", "worked ", "boots ", "runs fine ", "fine " };
	char before_it[64];
	size_t i, from = at >= sizeof(before_it) ? at - sizeof(before_it) + 1 : 0;

	scnprintf(before_it, sizeof(before_it), "%.*s", (int)(at - from), text + from);
	for (i = 0; i < ARRAY_SIZE(words); i++)
		if (nd_words_find(before_it, words[i]) && !strstr(before_it, "not "))
			return true;
	return false;
}

/* "not supported by KVM", "features that lock virtualization are off": said of something else. */
static bool is_beside(const char *text, size_t at)
{
	static const char *const words[] = {
		"by ", "with ", "in ", "for ", "from ", "under ", "lock ", "locks ", "that use ",
	};
	size_t i;

	for (i = 0; i < ARRAY_SIZE(words); i++) {
		size_t n = strlen(words[i]);

		if (at >= n && nd_words_start(text + at - n, words[i]))
			return true;
	}
	return false;
}

/* Words before the subject, with an article or another name of it between at most. */
static bool said_before(const char *text, size_t at)
{
	size_t from = at > BEFORE + 24 ? at - BEFORE - 24 : 0;
	size_t i, end;

	for (; from < at; from++) {
		if (from && is_word(text[from - 1]) && is_word(text[from]) && text[from] != 'n')
			continue;
		/* "script=no -accel kvm": the value of an option. */
		if (from && text[from - 1] == '=')
			continue;
		for (i = 0; i < ARRAY_SIZE(before); i++) {
			end = from + strlen(before[i]);
			if (!nd_words_start(text + from, before[i]) || end > at ||
			    at - end > BEFORE ||
			    (!strcmp(before[i], "without ") && is_praised(text, from)) ||
			    (!strncmp(before[i], "not ", 4) && is_beside(text, at)))
				continue;
			while (end < at && !is_break(text + end))
				end++;
			if (end == at)
				return true;
		}
	}
	return false;
}

/*
 * "AMD-Vi", "I/O virtualization": the IOMMU. "EPT hook": made with EPT. "Hyper-V VM(s)", "Hyper-V
 * backend": of it. "turn on or off nested virtualization": what a setting does.
 */
static bool is_other(const char *text, size_t at, size_t len, enum about about)
{
	static const char *const names[] = {
		"i/o ", "io ", "network ", "storage ", "on or off ", "on or off nested ",
	};
	const char *behind_it = text + at + len;
	size_t i, n;

	if (about == ABOUT_SLAT)
		return nd_words_start(behind_it, " hook");
	if (about == ABOUT_WINDOWS)
		return nd_words_start(behind_it, " vm(s)") || nd_words_start(behind_it, " backend ");
	if (about != ABOUT_CPU && about != ABOUT_NESTED)
		return false;
	for (i = 0; i < ARRAY_SIZE(names); i++) {
		n = strlen(names[i]);
		if (at >= n && nd_words_start(text + at - n, names[i]) &&
		    (at == n || !is_word(text[at - n - 1])))
			return true;
	}
	return *behind_it == 'i' && !is_word(behind_it[1]) && nd_words_start(text + at, "amd-v");
}

/*
 * "virtualization driver", "KVM hosts": programs and machines that have it in their name. "VMX:
 * cache flushes" are what a hypervisor does against L1TF.
 */
static bool is_named_so(const char *behind_it, enum about about)
{
	static const char *const programs[] = {
		" driver", " backend", " engine", " software", " provider", " program", " tool",
		" product", " manager", " service", " daemon", " host service",
	};
	static const char *const settings[] = { ": cache flush", ": conditional cache", ": flush" };
	static const char *const machines[] = {
		" host", " node", " image", " switch", " console", " over ip", " clock", " guest",
	};
	size_t i;

	for (i = 0; about == ABOUT_CPU && i < ARRAY_SIZE(programs); i++)
		if (nd_words_start(behind_it, programs[i]))
			return true;
	for (i = 0; about == ABOUT_CPU && i < ARRAY_SIZE(settings); i++)
		if (nd_words_start(behind_it, settings[i]))
			return true;
	for (i = 0; about == ABOUT_KVM && i < ARRAY_SIZE(machines); i++)
		if (nd_words_start(behind_it, machines[i]))
			return true;
	return false;
}

/* "KVM: AIA device not available": behind the colon it is said of something else. */
static bool is_said_beside(const char *text)
{
	size_t i;

	if (*text != ':')
		return false;
	text += 1 + strspn(text + 1, " ");
	if (nd_words_start(text, "is "))
		text += 3;
	for (i = 0; i < ARRAY_SIZE(behind); i++)
		if (nd_words_start(text, behind[i]))
			return false;
	return *text && !nd_words_start(text, "no") && !nd_words_start(text, "false");
}

/*
 * "Hyper-V SynIC requires a split irqchip", "(hv-evmcs)": what KVM offers to guests in its place.
 */
static bool is_enlightenment(const char *text)
{
	static const char *const words[] = {
		"synic", "(hv-", " hv-", "hv_", "enlighten", "vpindex", "stimer", "evmcs",
		"qemu-kvm",
		"hyperv_", "tlbflush", "guest_memfd",
	};

	return nd_words_any(text, words, ARRAY_SIZE(words));
}

/* "Could not find VMX file": VMware's description of a VM. */
static bool is_vmware_file(const char *text, size_t at, size_t len)
{
	return len == 3 && !strncmp(text + at, "vmx", 3) &&
	       (nd_words_start(text + at + len, " file") ||
		nd_words_start(text + at + len, " path"));
}

static bool complains(const char *text, size_t at, size_t len, enum about about)
{
	size_t most = about == ABOUT_WINDOWS ? NEAR : BEHIND;

	if (at && is_word(text[at]) && is_word(text[at - 1]))
		return false;
	/*
	 * "kvm_intel", "vmx|", "qemu-kvm:" are names of other
	 * things, "KVM guests" runs, "VMX controls" are parts.
	 */
	if (len <= 4 && (is_word(text[at + len]) || strchr("|-[", text[at + len]) ||
			 nd_words_start(text + at + len, " guest") ||
			 nd_words_start(text + at + len, " controls ") ||
			 nd_words_start(text + at + len, " capabilit")) && text[at + len])
		return false;
	if (is_named_so(text + at + len, about) || is_vmware_file(text, at, len) ||
	    is_other(text, at, len, about))
		return false;
	if (len <= 4 && at && strchr("-_/.", text[at - 1]))
		return false;
	if (about == ABOUT_WINDOWS && is_enlightenment(text))
		return false;
	return said_before(text, at) ||
	       (!is_beside(text, at) && !(about == ABOUT_KVM && is_said_beside(text + at + len)) &&
		said_behind(text + at + len, most, about));
}

/* The first of such words in a text, NULL if there is none. */
static const char *first_of(const char *text, const char *const *words, size_t nr)
{
	const char *first = NULL;
	size_t i;

	for (i = 0; i < nr; i++) {
		const char *at = strstr(text, words[i]);

		if (at && (!first || at < first))
			first = at;
	}
	return first;
}

/* "disable Hyper-V", "ensure that Hyper-V is off": it is in the way, not missing. */
static bool is_in_the_way(const char *text, size_t at, size_t len)
{
	static const char *const before_it[] = {
		"disable ", "disabling ", "turn off ", "switch off ", "uninstall ", "deactivate ",
		"conflicts with ", "conflict with ", "incompatible with ", "not compatible with ",
		"software such as ", "software like ",
		"programs such as ", "hypervisors such as ", "hypervisors like ",
		"请关闭", "请禁用", "请先关闭", "需要关闭", "請關閉", "請停用", "deaktivieren sie ", "schalten sie ",
		"désactivez ", "désactiver ", "deshabilite ", "deshabilitar ", "desactive ",
		"desactivar ",
		"desative ", "desativar ", "disattivare ", "disabilitare ", "отключите ",
		"Отключите ",
		"выключите ", "Выключите ", "отключить ",
	};
	/* "A computer that has such a processor together with the Hyper-V role": both are there. */
	static const char *const along[] = { "alongside ", "together with " };
	static const char *const fails[] = {
		" not ", "n't ", "cannot", "unable", "conflict", "incompatible", "only one",
	};
	static const char *const behind_it[] = {
		"disable it", "turn it off", "turn this off", "switch it off", "を無効にして", "を無効化して",
		"をオフにして",
		"를 비활성화", "을 비활성화", "비활성화하", "비활성화해",
	};
	static const char *const wishes[] = {
		"ensure", "make sure", "please", "must", "should", "have to", "has to", "need",
		"check", "verify", "muss ", "bitte ", "doit ", "veuillez ", "assurez", "debe ",
		"asegúrese",
		"por favor", "deve ", "certifique", "долж", "необходимо", "убедитесь", "必须", "需要",
		"请", "請",
	};
	static const char *const off[] = {
		"disabled", "turned off", "switched off", "not enabled", "not running",
		"not active",
		"uninstalled", "off.", "is off", "deaktiviert", "ausgeschaltet", "désactivé",
		"deshabilitad",
		"desactivad", "desativad", "desabilitad", "disattivat", "disabilitat", "отключ",
		"выключ",
		"禁用", "关闭", "停用", "關閉",
	};
	size_t from = at > BEFORE ? at - BEFORE : 0;
	char clause[BEFORE + NEAR * 3];
	const char *wish;

	scnprintf(clause, sizeof(clause), "%.*s", (int)(at - from), text + from);
	if (nd_words_any(clause, before_it, ARRAY_SIZE(before_it)))
		return true;
	if (nd_words_any(clause, along, ARRAY_SIZE(along)) &&
	    nd_words_any(text, fails, ARRAY_SIZE(fails)))
		return true;
	scnprintf(clause, sizeof(clause), "%.*s", (int)sizeof(clause), text + at + len);
	if (nd_words_any(clause, behind_it, ARRAY_SIZE(behind_it)))
		return true;
	scnprintf(clause, sizeof(clause), "%.*s", (int)(at - from + len + NEAR * 2), text + from);
	wish = first_of(clause, wishes, ARRAY_SIZE(wishes));
	return wish && nd_words_any(wish, off, ARRAY_SIZE(off));
}

/* Of Hyper-V's own parts, this one has nothing to do with virtualization. */
static bool is_firewall(const char *text)
{
	static const char *const words[] = {
		"firewall", "pare-feu", "防火", "ファイアウォール", "брандмауэр", "방화벽",
	};

	return nd_words_any(text, words, ARRAY_SIZE(words));
}

/* A program did not take an option: its name is no subject, "Property 'kvm-accel.x' not found". */
static bool is_option(const char *text)
{
	static const char *const words[] = {
		"property '", "property \"", "unknown option", "unrecognized option",
		"invalid option",
		"unknown argument", "unrecognized argument", "unexpected argument", "unknown key",
		"policy",
	};

	return nd_words_any(text, words, ARRAY_SIZE(words));
}

/* "Assurez-vous que la virtualisation est activée": English has it among what is said before. */
static bool is_wanted(const char *text, size_t at)
{
	static const char *const wishes[] = {
		"vergewissern", "überprüfen sie", "prüfen sie", "stellen sie sicher", "assurez",
		"vérifie",
		"asegúr", "asegur", "comprueb", "compruebe", "verifique", "certifique", "assicur",
		"verifica",
		"убедитесь", "Убедитесь", "проверьте", "Проверьте", "upewnij", "sprawdź",
		"zorg ervoor",
		"确保", "请确认", "请检查", "確保", "請確認",
	};
	/* The verb stands last. */
	static const char *const last[] = { "確認して", "확인하", "확인해", "emin olun" };
	static const char *const on[] = {
		"aktiviert", "eingeschaltet", "activé", "habilitad", "activad", "ativad",
		"abilitat", "attivat",
		"включен", "włączon", "etkin", "ingeschakeld", "启用", "开启", "啟用", "開啟", "有効",
		"オンになって", "사용하도록 설정", "활성화", "켜져",
	};
	const char *wish = first_of(text, wishes, ARRAY_SIZE(wishes));

	return ((wish && wish < text + at) || nd_words_any(text + at, last, ARRAY_SIZE(last))) &&
	       nd_words_any(text, on, ARRAY_SIZE(on));
}

/* What was switched on waits for a restart: that is all that is missing. */
static bool is_pending(const char *text)
{
	static const char *const words[] = {
		"restart to ", "reboot to ", "needs to be rebooted", "need to be rebooted",
		"needs to be restarted",
		"must be restarted", "must be rebooted", "restart required", "restart is required",
		"reboot required", "reboot is required", "restart your computer to",
		"restart your machine to",
		"restart windows to", "please restart", "please reboot", "pending restart",
		"pending reboot",
		"until the system is rebooted", "neu gestartet werden", "computer neu, um",
		"neustart erforderlich",
		"redémarrez", "redémarrage requis", "reinicie ", "riavvia", "перезагрузите", "需要重启",
		"需要重新启动",
		"重新启动计算机", "重启后生效", "再起動してください", "再起動が必要", "다시 시작",
	};
	static const char *const against[] = {
		"disable", "turn off", "not running", "not support", "not available", "fail",
		"deaktiv",
		"désactiv", "deshabilit", "desactiv", "desativ", "disattiv", "отключ", "关闭", "禁用",
		"無効",
	};

	return nd_words_any(text, words, ARRAY_SIZE(words)) &&
	       !nd_words_any(text, against, ARRAY_SIZE(against));
}

/* "Virtualization must be disabled": a program wants it off. */
static bool is_unwanted(const char *text, size_t at, size_t len)
{
	static const char *const behind_it[] = {
		" must be disabled", " must be turned off", " should be disabled",
		" needs to be disabled",
		" has to be disabled", " needs to be turned off", " muss deaktiviert",
		" doit être désactivé",
		" debe estar deshabilitad", " debe estar desactivad", " deve ser desativad",
	};
	static const char *const before_it[] = {
		"please disable ", "lease turn off ", "disable the ", "请关闭", "请禁用", "需要关闭", "必须关闭",
		"请在bios中关闭", "请在bios中禁用", "請關閉", "отключите ", "Отключите ",
	};
	char clause[NEAR * 3];
	size_t i;

	scnprintf(clause, sizeof(clause), "%.*s", (int)sizeof(clause), text + at + len);
	if (nd_words_any(clause, behind_it, ARRAY_SIZE(behind_it)))
		return true;
	for (i = 0; i < ARRAY_SIZE(before_it); i++) {
		size_t n = strlen(before_it[i]);

		if (at >= n && nd_words_start(text + at - n, before_it[i]))
			return true;
	}
	return false;
}

/* "Hyper-V requires Administrator privileges": it is there, the user lacks the right. */
static bool is_of_rights(const char *text)
{
	static const char *const rights[] = {
		"admin right", "administrator right", "administrator privilege",
		"administrative privilege",
		"admin privilege", "administrator permission", "as an administrator",
		"as administrator",
		"hyper-v administrators group", "'hyper-v administrators'", "administratorrechte",
	};
	static const char *const against[] = {
		"not enabled", "not installed", "disabled", "enable hyper-v", "enable the",
		"not available",
		"not supported", "not running", "install hyper-v", "turn on",
	};

	return strstr(text, "hyper-v") && nd_words_any(text, rights, ARRAY_SIZE(rights)) &&
	       !nd_words_any(text, against, ARRAY_SIZE(against));
}

/*
 * "Hyper-V Replica is not enabled", "no virtual switches created for Hyper-V": what fails is
 * something of Hyper-V other than its hypervisor.
 */
static bool is_part_of_hyperv(const char *text)
{
	static const char *const parts[] = {
		" replica", " checkpoint", " snapshot", " vhd", "mac address", "static mac",
		" export ", " socket",
		" firewall", " backup", " enhanced session", " video", " gpu", " secure boot",
		" dynamic memory",
		" time sync", " integration", " guest service", " quick create", " machine is",
		" scripting",
		" box ", " provider only", " generation ", " manager cannot",
	};
	static const char *const anywhere[] = {
		"virtual switch", "vswitch", "external switch", "default switch", "hyper-v switch",
		"private switch", "constrained mode", "requires powershell",
	};
	/* Of the hypervisor, whatever else the line names. */
	static const char *const itself[] = {
		"hyper-v is not", "hyper-v, which", "enable hyper-v", "hyper-v must",
		"requires hyper-v",
	};
	const char *at, *found;
	size_t i;

	at = strstr(text, "hyper-v");
	if (!at)
		return false;
	if (nd_words_any(text, itself, ARRAY_SIZE(itself)))
		return false;
	if (nd_words_any(text, anywhere, ARRAY_SIZE(anywhere)))
		return true;
	for (i = 0; i < ARRAY_SIZE(parts); i++) {
		found = strstr(at, parts[i]);
		if (found && found - at < BESIDE)
			return true;
	}
	return false;
}

/*
 * "UAC virtualization is disabled", "desktop virtualization licence": not the processor's.
 */
static bool is_other_kind(const char *text, const char *at)
{
	static const char *const kinds[] = {
		"application ", "app ", "(app-v) ", "gpu ", "graphics ", "network ", "desktop ",
		"data ", "list ", "uac ",
		"file ", "folder ", "registry ", "i/o ", "io ", "sr-iov ", "iommu ", "storage ",
		"display ", "presentation ", "profile ", "database ", "row ", "dom ", "scroll ",
		"table ", "grid ", "pmu ", "应用", "桌面", "网络", "存储", "显卡",
		"應用程式", "アプリケーション", "デスクトップ", "ネットワーク", "응용 프로그램 ", "데스크톱 ", "네트워크 ",
		"netzwerk", "desktop-", "anwendungs", "grafik", "gpu-", "speicher",
	};
	static const char *const heads[] = {
		"virtualization licen", "virtualization (app-v)", "virtualisation du bureau",
		"virtualisation d'applic",
		"virtualisation d’applic", "virtualisation du réseau",
		"virtualización de escritorio",
		"virtualización de aplic", "virtualización de red", "virtualização de desktop",
		"virtualização de aplic", "virtualização de rede", "virtualizzazione delle applic",
		"виртуализация приложений", "виртуализации приложений", "Виртуализация приложений",
		"Виртуализация рабоч",
		"虚拟化桌面", "仮想化デスクトップ", "仮想化アプリ",
	};
	size_t i, n;

	for (i = 0; i < ARRAY_SIZE(kinds); i++) {
		n = strlen(kinds[i]);
		if ((size_t)(at - text) < n || memcmp(at - n, kinds[i], n))
			continue;
		/* A word of its own, but for languages without blanks. */
		if ((size_t)(at - text) == n || kinds[i][0] & 0x80 || strchr(" (", *(at - n - 1)))
			return true;
	}
	for (i = 0; i < ARRAY_SIZE(heads); i++)
		if (nd_words_start(at, heads[i]))
			return true;
	/* Of a cloud's image: "virtualization type of 'hvm' ... for this instance type". */
	return nd_words_start(at, "virtualization type") && strstr(text, "instance");
}

/* Is something missing, off or not possible? */
static bool is_said(const char *text)
{
	static const char *const words[] = {
		" not ", " no ", "n't ", "disabled", "blocked", "unsupported", "incompatible",
		"requires", "only one",
	};

	return nd_words_any(text, words, ARRAY_SIZE(words));
}

const char *nd_complaint(const char *line, size_t len)
{
	char text[ND_WORDS];
	const char *id;
	size_t i;

	nd_words(text, line, len);
	/* The kernel's own lines are known one by one. */
	if ((nd_words_start(text, "kvm") && strchr(":_[-", text[3 + (text[3] == ' ')])) ||
	    nd_words_start(text, "svm:") || is_firewall(text) || is_option(text))
		return NULL;
	id = nd_phrase(text);
	if (id)
		return id;
	/* "INFO Checking if user is a member of the Hyper-V Administrators group" */
	if (strstr(text, "checking if ") && !nd_has_failed(line, len))
		return NULL;
	if (is_part_of_hyperv(text)) {
		/* Of networks that fail there is an entry. */
		if (nd_has_failed(line, len))
			return strstr(text, "switch") ? NULL : "hyperv-beside";
		return is_said(text) ? "hyperv-beside" : NULL;
	}
	for (i = 0; i < ARRAY_SIZE(subjects); i++) {
		const char *at = text;

		while ((at = strstr(at, subjects[i].text))) {
			if (subjects[i].about == ABOUT_CPU && is_other_kind(text, at))
				return nd_has_failed(line, len) || is_said(text) || *at & 0x80 ||
				       !nd_words_start(at, "virtualization") ? "virtualization-other" : NULL;
			if (subjects[i].about == ABOUT_WINDOWS &&
			    is_in_the_way(text, at - text, strlen(subjects[i].text)))
				return "hypervisor-in-the-way";
			if (subjects[i].about == ABOUT_CPU &&
			    is_unwanted(text, at - text, strlen(subjects[i].text)))
				return "virtualization-unwanted";
			if (subjects[i].about == ABOUT_WINDOWS && is_pending(text))
				return "hyperv-restart";
			if (subjects[i].about == ABOUT_WINDOWS && is_of_rights(text))
				return "hyperv-admin";
			if ((subjects[i].about == ABOUT_WINDOWS || subjects[i].about == ABOUT_CPU ||
			     subjects[i].about == ABOUT_NESTED) && is_wanted(text, at - text))
				return entries[subjects[i].about];
			if (complains(text, at - text, strlen(subjects[i].text),
				      subjects[i].about))
				return entries[subjects[i].about];
			at++;
		}
	}
	return NULL;
}
