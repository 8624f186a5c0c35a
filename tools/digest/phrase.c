// SPDX-License-Identifier: GPL-2.0-only
#include <string.h>

#include <nestdiag/types.h>

#include "tools/digest/phrase.h"

#define STEMS	5	/* of one sentence, at most */

/*
 * Each in several languages, parted by "|"; in small letters,
 * other than Latin ones without the first of a sentence.
 */
#define VM	"virtual machine|virtuelle maschine|virtueller computer|virtuelle computer|virtuellen computer|" \
		"machine virtuelle|ordinateur virtuel|máquina virtual|macchina virtuale|иртуальн|虚拟机|虛擬機器|仮想マシン|" \
		"가상 컴퓨터|가상 머신|maszyn|virtuele machine|virtuální počítač|sanal makine"
#define FEATURE	"required feature|erforderliches feature|erforderliche feature|erforderliche funktion|benötigtes feature|" \
		"fonctionnalité requise|fonctionnalité nécessaire|característica requerida|característica necesaria|" \
		"recurso necessário|recurso requerido|funzionalità necessaria|funzionalità richiesta|необходимый компонент|" \
		"требуемый компонент|необходимая функция|所需的特性|所需的功能|所需功能|必要な機能|필요한 기능|wymagana funkcja"
#define ABSENT	"not installed|nicht installiert|pas install|no se instal|no está instalad|não está instalad|não foi instalad|" \
		"non è installat|не установлен|未安装|未安裝|インストールされてい|설치되어 있지|설치되지|nie jest zainstal"
#define NO_HV	"no hypervisor is present|kein hypervisor|aucun hyperviseur|ningún hipervisor|nenhum hipervisor|nessun hypervisor|" \
		"отсутствует низкоуровневая|нет гипервизора|没有虚拟机监控程序|不存在虚拟机监控程序|沒有 hypervisor|" \
		"ハイパーバイザーが存在しま|ハイパーバイザーはありま|하이퍼바이저가 없|" \
		"hipervisor no está presente|hipervisor não está presente|hypervisor ist nicht vorhanden"
#define REFUSED	"cannot be installed|can't be installed|kann nicht installiert|impossible d'installer|impossible d’installer|" \
		"ne peut pas être install|no se puede instalar|não é possível instalar|não pode ser instalad|" \
		"impossibile installare|не удается установить|е удается установить|не удаётся установить|无法安装|無法安裝|" \
		"インストールできま|설치할 수 없|nie można zainstalować"
#define ALREADY	"already running|bereits ausgeführt|déjà en cours|ya se está ejecutando|já está em execução|già in esecuzione|" \
		"уже запущен|уже выполня|已在运行|已经在运行|已在執行|既に実行|すでに実行|이미 실행|już uruchomion"
#define SLAT	"slat|second level address|zweiten ebene|second niveau|segundo nivel|segundo nível|secondo livello|" \
		"второго уровня|二级地址|第二層|第 2 レベル|두 번째 수준|data execution|datenausführung|" \
		"exécution des données|ejecución de datos|execução de dados|esecuzione program|выполнения данных|数据执行|" \
		"資料執行|データ実行"
#define ANSWER	"response|antwort|réponse|respuesta|resposta|risposta|ответ|响应|回應|応答|응답|odpowied"
#define LATE	"timed out|timeout|zeitüberschreitung|zeitlimit|délai|expir|tiempo de espera|tempo limite|scadut|" \
		"ремя ожидания|истекл|超时|逾時|タイムアウト|시간이 초과|limit czasu"
#define HYPER_V	"hyper-v"
#define HV	"hypervisor|hyperviseur|hipervisor|ипервизор|虚拟机监控程序|虚拟机监控器|ハイパーバイザー|하이퍼바이저|hiperwizor"
#define LAUNCH	"start fehlgeschlagen|fehler beim starten|fehler beim start|chec du lancement|chec du démarrage|error al iniciar|" \
		"falha na inicialização|falha ao iniciar|non riuscito|бой запуска|шибка запуска|启动失败|啟動失敗|" \
		"起動に失敗|시작하지 못|nie powiodło"
#define DRIVER	"driver|treiber|pilote|controlador|райвер|驱动|驅動|ドライバ|드라이버|sterownik"
#define SERVICE	"service|dienst|servicio|serviço|servizio|служб|服务|服務|サービス|서비스|usług"
#define VCPU	"virtual processor|virtuellen prozessor|virtueller prozessor|processeur virtuel|procesador virtual|" \
		"processador virtual|processore virtuale|виртуальном процессоре|виртуального процессора|" \
		"虚拟处理器|虛擬處理器|仮想プロセッサ|가상 프로세서|procesorze wirtualnym"
#define TRIPLE	"triple fault|dreifachfehler|dreifachen fehler|triple erreur|erreur triple|triple défaillance|" \
		"error triple|triple error|falla triple|falha tripla|errore triplo|triplo errore|тройн|三重|" \
		"トリプル|삼중|트리플|potrójn"
#define IDLE	"hypervisor is not running|(vid) not running|nicht ausgeführt wird|wird nicht ausgeführt|läuft nicht|pas en cours d|s'exécute pas|" \
		"s’exécute pas|no se está ejecutando|no está en ejec|no se ejecuta|no está ejecut|não está em exec|" \
		"não está sendo exec|não está a ser exec|non è in esec|non in esecuzione|не запущен|не выполняется|" \
		"не работает|niet wordt uitgevoerd|nie jest uruchom|nie działa|未运行|没有运行|" \
		"未在运行|没有在运行|未執行|不在執行|沒有執行|実行されていな|実行されていません|実行していな|実行していません|" \
		"動作していな|動作していません|실행되고 있지|실행되지|실행 중이 아"
#define VID	"virtualization infrastructure driver|virtualisierungsinfrastruktur|infrastructure de virtualisation|infraestructura de virtualiz|" \
		"infraestrutura de virtualiz|infrastruttura di virtualizz|инфраструктуры виртуал|虚拟化基础结构|" \
		"虛擬化基礎結構|仮想化インフラ|가상화 인프라|infrastruktury wirtual"
#define NESTED	"geschachtelte|virtualisation imbriqu|anidada|aninhada|annidata|nidificata|вложенн|嵌套|巢狀|入れ子|" \
		"ネスト|중첩|zagnieżdż"
/* Of these only the sentence on a machine that cannot nest speaks, among those of WSL itself. */
#define NESTING	"geschachtelte virtualisierung|verschachtelte virtualisierung|virtualisation imbriqu|virtualisation nested|" \
		"virtualización anidada|virtualização aninhada|virtualizzazione annidata|virtualizzazione nidificata|" \
		"geneste virtualisatie|wirtualizacja zagnie|ложенная виртуализ|嵌套虚拟化|巢狀虛擬化|" \
		"入れ子|ネスト化|중첩 가상화|중첩된 가상화|vnořená virtualiz|ç içe sanal|kapslad virtualisering|" \
		"indlejret virtualisering|nestet virtualisering|sisäkkäistä virtual|beágyazott virtual|" \
		"nested virtualization is not|nested virtualisation is not"
#define PROXY	"proxy|proxies|прокси|プロキシ|프록시|代理"
#define PLATFORM "plattform|plateforme|plate-forme|plataforma|piattaforma|платформ|平台|プラットフォーム|플랫폼|platforma"
#define NOT_FOR	"unterstützt keine|keine geschachtelte|keine verschachtelte|nicht unterst|ne prend pas|pas pris|no admite|" \
		"no es compatible|no permite|não dá suporte|não oferece suporte|não é compat|não suport|non support|" \
		"не поддерж|不支持|不支援|サポートしていな|サポートしていません|サポートされていな|サポートされていません|" \
		"지원하지|지원되지|nie obsługuje"
#define MEMORY	"arbeitsspeicher|mémoire|memoria|memória|памят|内存|記憶體|メモリ|메모리|pamięci"
#define LACK	"nicht genügend|nicht genug|insuffisant|insuficiente|suficiente memoria|memória suficiente|insufficiente|" \
		"едостаточно|不足|足りま|부족|za mało|niewystarcz"
#define SYSTEM	"im system|dans le système|en el sistema|no sistema|nel sistema|в системе|系统内存|系统中|系統中|系統記憶體|" \
		"システム|시스템|w systemie"
#define SEEN	"détecté|detectó|detectado|rilevato|wykryto|검색|감지|gedetecteerd|检测到|偵測到|検出"
#define SHOWN	"angezeigt|affich|mostrar|exibid|visualizza|wyświetl|표시|weergegeven|отображ|显示|顯示|表示"
#define MACHINE	"computerkonfiguration|configuration actuelle|configuración actual|configuração atual|configurazione|" \
		"конфигураци|计算机配置|電腦設定|マシン構成|머신 구성|컴퓨터 구성|konfiguracj"
#define NOT_OF	"nicht unterst|pas pris en charge|no es compatible|no se admite|não tem suporte|não é compat|não é suport|" \
		"non è support|не поддерж|不支持|不支援|サポートされていま|지원되지|지원하지|nie jest obsług"
#define VMS	"ordinateurs virtuels|máquinas virtua|macchine virtuali|computer virtuali|虚拟机管理|" VM

static const struct {
	const char *id;
	const char *stems[STEMS];
} phrases[] = {
	{ "wsl-no-hypervisor", { VM, FEATURE, ABSENT } },
	{ "wsl-no-hypervisor", { NO_HV } },
	{ "wsl-no-hypervisor", { "wsl2|wsl 2", MACHINE, NOT_OF } },
	{ "wsl-no-nesting", { "wsl: ", NESTING } },
	{ "wsl-proxy", { "wsl: ", PROXY } },
	{ "hyperv-launch-vmx", { HV, LAUNCH, "vmx|svm", "bios" } },
	{ "hyperv-triple-fault", { VCPU, TRIPLE } },
	{ "hyperv-no-driver", { HV, DRIVER, SERVICE, VMS, ABSENT } },
	{ "hyperv-already", { HYPER_V, REFUSED, ALREADY } },
	{ "windows-requirement", { HYPER_V, REFUSED, SLAT } },
	{ "hyperv-bios", { HYPER_V, REFUSED, "virtual|virtuel|виртуал|虚拟|虛擬|仮想|가상|wirtual" } },
	{ "wsl-timeout", { VM, "container|контейнер|容器|コンテナー|컨테이너|kontener|conteneur|contenedor|contêiner", ANSWER, LATE } },
	{ "hyperv-not-running", { HV "|низкоуровнев", IDLE } },
	{ "hyperv-vid", { VID, IDLE } },
	{ "hyperv-no-nesting", { VM, NESTED, PLATFORM, NOT_FOR } },
	{ "vmware-no-nesting", { "vt-x/ept|amd-v/rvi", "virtuali|иртуализ|仮想化|虚拟化|虛擬化|가상화|wirtualiz",
				 PLATFORM, NOT_FOR "|" NOT_OF } },
	{ "hyperv-out-of-memory", { VM, MEMORY, LACK, SYSTEM } },
	{ "hypervisor-runs", { HV "|низкоуровнев", SEEN, SHOWN, HYPER_V } },
};

static bool has_one(const char *text, const char *stems)
{
	char stem[64];
	size_t n;

	for (;; stems += n + 1) {
		n = strcspn(stems, "|");
		if (n < sizeof(stem)) {
			memcpy(stem, stems, n);
			stem[n] = '\0';
			if (strstr(text, stem))
				return true;
		}
		if (!stems[n])
			return false;
	}
}

const char *nd_phrase(const char *text)
{
	size_t i, j;

	for (i = 0; i < ARRAY_SIZE(phrases); i++) {
		for (j = 0; j < STEMS && phrases[i].stems[j]; j++)
			if (!has_one(text, phrases[i].stems[j]))
				break;
		if (j == STEMS || !phrases[i].stems[j])
			return phrases[i].id;
	}
	return NULL;
}
