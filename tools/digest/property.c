// SPDX-License-Identifier: GPL-2.0-only
#include <string.h>
#include <strings.h>

#include "tools/digest/property.h"

#define ROWS	12	/* lines behind the head of a table, at most */
#define VALUE	48	/* bytes of a value, at most */

/**
 * struct property - what a value of it tells
 * @yes: id of the entry if it is so
 * @no:  if it is not
 */
struct property {
	const char *yes;
	const char *no;
};

enum {
	HYPERVISOR,
	FIRMWARE,
	WMI_FIRMWARE,
	NEEDED,
	WMI_NEEDED,
	EXPOSED,
	SECURITY_STATUS,
	SECURITY,
	TASK,
	MAKER,
	PLAIN,
};

#define NOTHING	"setting-other"

static const struct property properties[] = {
	[HYPERVISOR]	= { "hypervisor-runs", "hypervisor-absent" },
	[FIRMWARE]	= { "windows-firmware-on", "windows-firmware-off" },
	[WMI_FIRMWARE]	= { NOTHING, "windows-firmware-off" },
	[NEEDED]	= { NOTHING, "windows-requirement" },
	[WMI_NEEDED]	= { NOTHING, "windows-wmi-hidden" },
	[EXPOSED]	= { "hyperv-exposed", "hyperv-not-exposed" },
	[SECURITY_STATUS] = { "hyperv-nested-vbs", "setting-vbs-off" },
	[SECURITY]	= { "hyperv-nested-vbs", "setting-vbs-off" },
	[TASK]		= { NOTHING, "no-virtualization" },
	[MAKER]		= { "output-guest", NULL },
	[PLAIN]		= { NOTHING, NOTHING },
};

/*
 * The longer ones first. Windows has them in the language
 * of its user, and not in each version alike.
 */
static const struct {
	const char *text;
	u8 property;
} labels[] = {
	{ "HypervisorPresent", HYPERVISOR }, { "HyperVisorPresent", HYPERVISOR },
	{ "HyperVRequirementVirtualizationFirmwareEnabled", FIRMWARE },
	{ "HyperVRequirementVMMonitorModeExtensions", NEEDED },
	{ "HyperVRequirementSecondLevelAddressTranslation", NEEDED },
	{ "HyperVRequirementDataExecutionPreventionAvailable", NEEDED },
	{ "VirtualizationFirmwareEnabled", WMI_FIRMWARE },
	{ "VMMonitorModeExtensions", WMI_NEEDED },
	{ "SecondLevelAddressTranslationExtensions", WMI_NEEDED },
	{ "ExposeVirtualizationExtensions", EXPOSED },
	{ "VirtualizationBasedSecurityStatus", SECURITY_STATUS },
	{ "Virtualization Enabled In Firmware", FIRMWARE },
	{ "Virtualization Enabled in Firmware", FIRMWARE },
	{ "Virtualisierung in Firmware aktiviert", FIRMWARE },
	{ "Virtualisation activée dans le microprogramme", FIRMWARE },
	{ "Se habilitó la virtualización en el firmware", FIRMWARE },
	{ "Virtualización habilitada en el firmware", FIRMWARE },
	{ "Virtualizzazione abilitata nel firmware", FIRMWARE },
	{ "Virtualização Habilitada no Firmware", FIRMWARE },
	{ "Virtualização habilitada no firmware", FIRMWARE },
	{ "Виртуализация включена во встроенном ПО", FIRMWARE },
	{ "固件中已启用虚拟化", FIRMWARE }, { "韌體中已啟用虛擬化", FIRMWARE },
	{ "ファームウェアで仮想化が有効になっています", FIRMWARE }, { "펌웨어에 가상화 사용", FIRMWARE },
	{ "VM Monitor Mode Extensions", NEEDED },
	{ "Erweiterungen für den VM-Überwachungsmodus", NEEDED },
	{ "Extensions de mode du moniteur d’ordinateur virtuel", NEEDED },
	{ "Extensions de mode du moniteur d'ordinateur virtuel", NEEDED },
	{ "Extensiones de modo de monitor de VM", NEEDED },
	{ "Estensioni modalità monitor VM", NEEDED },
	{ "Estensioni modalità monitoraggio VM", NEEDED },
	{ "Extensão de Modo de Monitor VM", NEEDED },
	{ "Extensões de Modo de Monitor de VM", NEEDED },
	{ "Расширения режима мониторинга виртуальной машины", NEEDED },
	{ "虚拟机监视器模式扩展", NEEDED }, { "VM 監視器模式延伸", NEEDED },
	{ "VM モニター モード拡張機能", NEEDED }, { "VM 모니터 모드 확장", NEEDED },
	{ "Second Level Address Translation Extensions", NEEDED },
	{ "Second Level Address Translation", NEEDED },
	{ "Adressübersetzung der zweiten Ebene", NEEDED },
	{ "Traduction d’adresse de second niveau", NEEDED },
	{ "Traduction d'adresse de second niveau", NEEDED },
	{ "Traducción de direcciones de segundo nivel", NEEDED },
	{ "Conversione indirizzi di secondo livello", NEEDED },
	{ "Conversão de Endereços de Segundo Nível", NEEDED },
	{ "Преобразование адресов второго уровня", NEEDED },
	{ "二级地址转换", NEEDED }, { "第二層位址轉譯", NEEDED },
	{ "第 2 レベルのアドレス変換", NEEDED }, { "두 번째 수준 주소 변환", NEEDED },
	{ "Data Execution Prevention Available", NEEDED },
	{ "Hyper-V - Data Execution Protection", NEEDED },
	{ "Datenausführungsverhinderung verfügbar", NEEDED },
	{ "Prévention de l’exécution des données disponible", NEEDED },
	{ "Prévention de l'exécution des données disponible", NEEDED },
	{ "La prevención de ejecución de datos está disponible", NEEDED },
	{ "Protezione esecuzione programmi disponibile", NEEDED },
	{ "Prevenção de Execução de Dados Disponível", NEEDED },
	{ "Доступно предотвращение выполнения данных", NEEDED },
	{ "数据执行保护可用", NEEDED }, { "可使用資料執行防止", NEEDED },
	{ "データ実行防止が使用できます", NEEDED },
	{ "Virtualization-based security", SECURITY },
	{ "Virtualization-Based Security", SECURITY },
	{ "Virtualisierungsbasierte Sicherheit", SECURITY },
	{ "Sécurité basée sur la virtualisation", SECURITY },
	{ "Seguridad basada en la virtualización", SECURITY },
	{ "Seguridad basada en virtualización", SECURITY },
	{ "Sicurezza basata su virtualizzazione", SECURITY },
	{ "Segurança baseada em virtualização", SECURITY },
	{ "Безопасность на основе виртуализации", SECURITY },
	{ "基于虚拟化的安全性", SECURITY }, { "虛擬化型安全性", SECURITY },
	{ "仮想化ベースのセキュリティ", SECURITY }, { "가상화 기반 보안", SECURITY },
	{ "Base Virtualization Support", PLAIN }, { "APIC Virtualization", PLAIN },
	{ "基本的虚拟化支持", PLAIN }, { "APIC 虚拟化", PLAIN },
	{ "Systemhersteller", MAKER }, { "Systemmodell", MAKER },
	{ "Fabricant du système", MAKER }, { "Modèle du système", MAKER },
	{ "Fabricante del sistema", MAKER }, { "Modelo el sistema", MAKER },
	{ "Modelo del sistema", MAKER },
	{ "Fabricante do sistema", MAKER }, { "Modelo do sistema", MAKER },
	{ "Produttore sistema", MAKER }, { "Modello sistema", MAKER },
	{ "Изготовитель системы", MAKER }, { "Модель системы", MAKER },
	{ "系统制造商", MAKER }, { "系统型号", MAKER }, { "系統製造商", MAKER }, { "系統型號", MAKER },
	{ "システム製造元", MAKER }, { "システム モデル", MAKER }, { "시스템 제조업체", MAKER },
	{ "CsManufacturer", MAKER }, { "CsModel", MAKER },
	{ "SYSTEM_MANUFACTURER", MAKER }, { "SYSTEM_PRODUCT_NAME", MAKER },
	{ "Manufacturer", MAKER }, { "Model name", MAKER }, { "model name", MAKER },
	{ "Model", MAKER },
	{ "Virtualisierung", TASK },
	{ "Virtualisation", TASK },
	{ "Virtualización", TASK },
	{ "Virtualização", TASK },
	{ "Virtualizzazione", TASK },
	{ "Виртуализация", TASK },
	{ "虚拟化", TASK },
	{ "虛擬化", TASK },
	{ "仮想化", TASK },
	{ "가상화", TASK },
	{ "Wirtualizacja", TASK },
};

static const char *const hints[] = {
	"isorPresent", "HyperVRequirement", "VirtualizationFirmwareEnabled",
	"VMMonitorModeExtensions",
	"SecondLevelAddressTranslation", "ExposeVirtualizationExtensions",
	"VirtualizationBasedSecurityStatus",
	"Virtualization Enabled ", "Virtualisierung in Firmware", "dans le microprogramme",
	"en el firmware", "nel firmware", "o Firmware", "o firmware", "во встроенном ПО", "固件中已启用",
	"韌體中已啟用",
	"ファームウェアで仮想化", "펌웨어에 가상화",
	"Monitor Mode Ext", "VM-Überwachungsmodus", "de mode du moniteur", "modo de monitor",
	"Modo de Monitor",
	"modalità monitor", "режима мониторинга", "虚拟机监视器", "VM 監視器", "VM モニター", "VM 모니터",
	"Second Level Addr", "der zweiten Ebene", "de second niveau", "de segundo nivel",
	"di secondo livello",
	"de Segundo N", "второго уровня", "二级地址", "第二層位址", "第 2 レベル", "두 번째 수준",
	"Data Execution P", "Datenausführungs", "exécution des données", "ejecución de datos",
	"Protezione esecuzione", "Execução de Dados", "выполнения данных", "数据执行保护", "資料執行防止",
	"データ実行防止",
	"irtualization-based sec", "Virtualization-Based Sec", "Virtualisierungsbasierte",
	"basée sur la virtualisation",
	"basada en la virtualización", "basada en virtualización", "basata su virtualizzazione",
	"baseada em virtualização",
	"на основе виртуализации", "基于虚拟化的", "虛擬化型安全性", "仮想化ベースの", "가상화 기반",
	"Base Virtualization Support", "APIC Virtualization", "基本的虚拟化支持", "APIC 虚拟化",
	"Systemhersteller", "Systemmodell", "du système", "el sistema", "do sistema",
	"Produttore sistema",
	"Modello sistema", "Изготовитель системы", "Модель системы", "系统制造商", "系统型号", "系統製造商",
	"系統型號",
	"システム製造元", "システム モデル", "시스템 제조업체", "Manufacturer", "Model ", "Model:", "odel name",
	"SYSTEM_MANUFACTURER", "SYSTEM_PRODUCT_NAME",
	"CsModel", "\"Model\"",
	"Virtualisierung:", "Virtualisation:", "Virtualización:", "Virtualização:",
	"Virtualizzazione:", "Виртуализация:", "虚拟化:", "虛擬化:",
	"仮想化:", "가상화:", "Wirtualizacja:", "Virtualisation :", "Virtualisation\xc2\xa0:", "虚拟化：",
	"虛擬化：",
};

const struct nd_wordset nd_property_words = ND_WORDSET(hints);

static const char *const yes[] = {
	"yes", "true", "ja", "oui", "sí", "si", "sì", "sim", "да", "Да", "是", "はい", "예",
};

static const char *const no[] = {
	"no", "false", "nein", "non", "não", "нет", "Нет", "否", "いいえ", "아니요", "아니오",
};

/* Not running stands before running, which it has within it. */
static const char *const not_running[] = {
	"not enabled", "not running", "nicht aktiviert", "nicht ausgeführt", "non activé",
	"pas activé",
	"no habilitad", "no está habilitad", "non abilitat", "não habilitad", "не включен", "未启用",
	"未运行",
	"未啟用", "有効になっていま", "사용 안 함", "사용하도록 설정되지",
};

static const char *const running[] = {
	"running", "wird ausgeführt", "en cours d", "en ejecución", "in esecuzione", "em execução",
	"выполняется", "Выполняется", "正在运行", "执行中", "正在執行", "執行中", "実行中", "실행 중",
};

/* Task Manager's words. */
static const char *const enabled[] = {
	"enabled", "aktiviert", "activé", "activée", "habilitado", "habilitada", "abilitata",
	"abilitato",
	"включено", "Включено", "已启用", "已啟用", "有効", "사용", "włączona", "włączone",
};

static const char *const disabled[] = {
	"disabled", "deaktiviert", "désactivé", "désactivée", "deshabilitado", "deshabilitada",
	"desabilitado",
	"desabilitada", "disabilitata", "отключено", "Отключено", "已禁用", "已停用", "無効", "사용 안 함",
	"wyłączona",
};

/* Makers and models that only VMs have. */
static const char *const guests[] = {
	"qemu", "standard pc (", "vmware", "innotek", "virtualbox", "virtual machine", "xen",
	"hvm domu",
	"common kvm", "bochs", "parallels", "bhyve", "google compute engine", "amazon ec2",
	"openstack", "kvm",
	"nutanix ahv", "apple virtualization", "alibaba cloud ecs", "ovirt",
};

static bool is_ascii_word(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       c == '_';
}

static bool stands_in(const char *value, const char *const *list, size_t nr)
{
	size_t i;

	for (i = 0; i < nr; i++)
		if (strstr(value, list[i]))
			return true;
	return false;
}

static bool is_one(const char *value, const char *const *list, size_t nr)
{
	size_t i;

	for (i = 0; i < nr; i++)
		if (!strcmp(value, list[i]))
			return true;
	return false;
}

static bool begins_one(const char *value, const char *const *list, size_t nr)
{
	size_t i;

	for (i = 0; i < nr; i++)
		if (!strncmp(value, list[i], strlen(list[i])))
			return true;
	return false;
}

/* "status: running", with the colon of any language. */
static const char *behind_colon(const char *value)
{
	const char *colon = strrchr(value, ':'), *wide = strstr(value, "：");

	if (wide)
		value = wide + strlen("：");
	else if (colon)
		value = colon + 1;
	return value + strspn(value, " ");
}

static const char *answer(u8 property, const char *value)
{
	const struct property *p = &properties[property];

	switch (property) {
	case SECURITY_STATUS:
		if (!strcmp(value, "2"))
			return p->yes;
		return !strcmp(value, "0") || !strcmp(value, "1") ? p->no : NULL;
	case SECURITY:
		value = behind_colon(value);
		if (stands_in(value, not_running, ARRAY_SIZE(not_running)))
			return p->no;
		return begins_one(value, running, ARRAY_SIZE(running)) ? p->yes : NULL;
	case TASK:
		if (is_one(value, enabled, ARRAY_SIZE(enabled)))
			return p->yes;
		return is_one(value, disabled, ARRAY_SIZE(disabled)) ? p->no : NULL;
	case MAKER:
		return begins_one(value, guests, ARRAY_SIZE(guests)) ? p->yes : NULL;
	case PLAIN:
		return *value ? NULL : p->yes;
	default:
		if (is_one(value, yes, ARRAY_SIZE(yes)))
			return p->yes;
		return is_one(value, no, ARRAY_SIZE(no)) ? p->no : NULL;
	}
}

/* What stands between a name and its value, or around one; its length, 0 for anything else. */
static size_t filling(const char *text, size_t len)
{
	if (memchr(" \t\r\":=|,.*", *text, 11))
		return 1;
	/* A no-break space, as in French before a colon, and the wide colon of Chinese. */
	if (len >= 2 && !memcmp(text, "\xc2\xa0", 2))
		return 2;
	return len >= 3 && !memcmp(text, "：", 3) ? 3 : 0;
}

/* The value in small letters, without what stands around it. */
static void take_value(char value[VALUE], const char *text, size_t len)
{
	size_t i, n;

	while (len && (n = filling(text, len))) {
		text += n;
		len -= n;
	}
	while (len && filling(text + len - 1, 1))
		len--;
	if (len >= VALUE)
		len = VALUE - 1;
	for (i = 0; i < len; i++)
		value[i] = text[i] >= 'A' && text[i] <= 'Z' ? text[i] | 0x20 : text[i];
	value[len] = '\0';
}

static bool is_indent(const char *from, const char *to)
{
	while (from < to && (*from == ' ' || *from == '\t' || *from == '"'))
		from++;
	return from == to;
}

const char *nd_property(const char *line, size_t len)
{
	static struct nd_wordset set = ND_WORDSET(hints);
	char value[VALUE];
	size_t i;

	if (!nd_wordset_has(&set, line, len))
		return NULL;
	for (i = 0; i < ARRAY_SIZE(labels); i++) {
		size_t n = strlen(labels[i].text);
		const char *at = memmem(line, len, labels[i].text, n);
		const char *id;

		if (!at || (at > line && is_ascii_word(at[-1]) && is_ascii_word(*at)))
			continue;
		at += n;
		/* Something has to part the two, and a sentence goes on otherwise. */
		if (at < line + len ? !filling(at, line + len - at) : labels[i].property != PLAIN)
			continue;
		/* Of these a line has nothing before its name. */
		if ((labels[i].property == MAKER || labels[i].property == TASK) &&
		    !is_indent(line, at - n))
			continue;
		take_value(value, at, line + len - at);
		id = answer(labels[i].property, value);
		if (id)
			return id;
	}
	return NULL;
}

/* A name that PowerShell has for a property; a head has it as a word. */
static bool find_column(const char *word, size_t len, u8 *property)
{
	size_t i;

	for (i = 0; i < ARRAY_SIZE(labels) && labels[i].property <= SECURITY_STATUS; i++) {
		if (strlen(labels[i].text) == len && !memcmp(labels[i].text, word, len)) {
			*property = labels[i].property;
			return true;
		}
	}
	return false;
}

static size_t next_word(const char *line, size_t len, size_t *at)
{
	size_t n = 0;

	while (*at < len && (line[*at] == ' ' || line[*at] == '\t'))
		(*at)++;
	while (*at + n < len && line[*at + n] != ' ' && line[*at + n] != '\t')
		n++;
	return n;
}

/* Names of properties only, one of them known; a sentence or "NAME : value" is none. */
static bool begin_table(struct nd_table *table, const char *line, size_t len)
{
	size_t at = 0, n, i;
	u8 property;

	*table = (struct nd_table){ .nr = 0 };
	for (; (n = next_word(line, len, &at)); at += n, table->words++) {
		/* "ExposeVirtualizationExtensions is False" is no head. */
		if (line[at] >= 'a' && line[at] <= 'z')
			return false;
		for (i = 0; i < n; i++)
			if (!is_ascii_word(line[at + i]) && !strchr("%()-", line[at + i]))
				return false;
		if (n == 1 || table->nr == ND_TABLE_COLUMNS || at + n > 0xffff ||
		    !find_column(line + at, n, &property))
			continue;
		table->columns[table->nr++] = (struct nd_column){
			.property = property,
			.index = table->words,
			.start = at,
			.end = at + n,
		};
	}
	if (table->nr)
		table->left = ROWS;
	return table->nr;
}

static bool is_rule(const char *line, size_t len)
{
	size_t i;

	for (i = 0; i < len; i++)
		if (!strchr("- \t=", line[i]))
			return false;
	return true;
}

/* By its number where the row has as many words as the head, else by its place. */
static const char *cell(const struct nd_table *table, const struct nd_column *column,
			const char *line, size_t len)
{
	size_t at = 0, n, words = 0, from = 0, size = 0;
	char value[VALUE];

	for (; (n = next_word(line, len, &at)); at += n, words++) {
		if (words == column->index) {
			from = at;
			size = n;
		}
	}
	if (words != table->words) {
		if (len <= column->start)
			return NULL;
		from = column->start;
		size = len < column->end ? len - from : (size_t)column->end - from;
	}
	take_value(value, line + from, size);
	return answer(column->property, value);
}

const char *nd_property_table(struct nd_table *table, const char *line, size_t len)
{
	const char *id = NULL, *told = NULL;
	u8 i;

	while (len && strchr("\r\n \t", line[len - 1]))
		len--;
	if (table->left) {
		table->left--;
		if (is_rule(line, len))
			return NULL;
		table->rows = true;
		for (i = 0; i < table->nr; i++) {
			id = cell(table, &table->columns[i], line, len);
			if (id && (!told || !strcmp(told, NOTHING)))
				told = id;
		}
		if (told)
			return told;
	}
	if (memmem(line, len, "isorPresent", 11) || memmem(line, len, "Virtualization", 14) ||
	    memmem(line, len, "VMMonitorMode", 13) || memmem(line, len, "SecondLevelAddress", 18))
		return begin_table(table, line, len) ? NOTHING : NULL;
	return NULL;
}

void nd_property_gap(struct nd_table *table)
{
	if (table->rows)
		table->left = 0;
}
