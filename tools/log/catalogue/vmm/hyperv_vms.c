// SPDX-License-Identifier: GPL-2.0-only
/* Hyper-V's VMs: its management, events and PowerShell. */
#include "tools/log/catalogue/catalogue.h"

#define EXCEPTION(error, word) \
	{ error, word, NULL, \
	  "An exception in the guest's Windows kernel. After a change of the CPU that the guest sees (hidden hypervisor, exposed virtualization) a feature that it expects is missing.", \
	  NULL }
#define CPU_LATE(error, word) \
	{ error, word, NULL, \
	  "One of the CPUs of the guest's Windows did not run in time.", \
	  "A host or level below with less load, fewer CPUs for the guest; its own hypervisor off to compare (bcdedit /set hypervisorlaunchtype off in it)." }
#define OWN_HYPERVISOR(error, word) \
	{ error, word, NULL, \
	  "The guest's own hypervisor. After a change of the CPU that the guest sees (exposed virtualization) a feature that it expects may be missing.", \
	  "Start the guest without its own hypervisor (bcdedit /set hypervisorlaunchtype off in it); undo the last change of the VM's processor settings." }

static const struct nd_clause hyperv_guest_bugcheck[] = {
	EXCEPTION(0, "ErrorCode0: 0x1E,"), EXCEPTION(0, "ErrorCode0: 0x3B,"),
	EXCEPTION(0, "ErrorCode0: 0x50,"), EXCEPTION(0, "ErrorCode0: 0x7E,"),
	EXCEPTION(0, "code: 0x1E"), EXCEPTION(0, "code: 0x3B"), EXCEPTION(0, "code: 0x50"),
	EXCEPTION(0, "code: 0x7E"), EXCEPTION(0, "代码: 0x1E"),
	CPU_LATE(0, "ErrorCode0: 0x101,"), CPU_LATE(0, "ErrorCode0: 0x133,"),
	CPU_LATE(0, "code: 0x101"), CPU_LATE(0, "code: 0x133"),
	OWN_HYPERVISOR(0, "ErrorCode0: 0x20001,"), OWN_HYPERVISOR(0, "code: 0x20001"),
	{ 0 }
};

static const struct nd_clause hyperv_worker[] = {
	{ 0, "0x8007042b", NULL,
	  "It ended at once: mostly an exploit protection setting (control flow guard off for vmwp.exe or the whole system), antivirus software, or damaged files. That is no fault of the processor's virtualization.",
	  NULL },
	{ 0, "0x80070569", NULL,
	  "A policy took the right to log on as a service. That is no fault of the processor's virtualization.",
	  "Give NT VIRTUAL MACHINE\\Virtual Machines that right again (Log on as a service), in the policy that took it; Get-WinEvent -LogName Microsoft-Windows-Hyper-V-Worker-Admin -MaxEvents 20." },
	{ 0, "0x800705aa", NULL,
	  "No memory. That is no fault of the processor's virtualization.",
	  "More free memory on this Windows, or less for the VM; Get-WinEvent -LogName Microsoft-Windows-Hyper-V-Worker-Admin -MaxEvents 20." },
	{ 0 }
};

#define DAMAGED(error, word) \
	{ error, word, NULL, \
	  "A part of its configuration or saved state is damaged or of another version (0x8007000d).", \
	  "Delete the saved state, or make the VM anew with the same disk. Get-WinEvent -LogName Microsoft-Windows-Hyper-V-Worker-Admin -MaxEvents 20." }
#define NO_MEMORY(error, word) \
	{ error, word, NULL, \
	  "No memory.", \
	  "Less memory for the VM, or more free in this Windows. Get-WinEvent -LogName Microsoft-Windows-Hyper-V-Worker-Admin -MaxEvents 20." }
#define NO_RIGHT(error, word) \
	{ error, word, NULL, \
	  "No right to a file (0x80070005).", \
	  "The rights of the VM's files and disks: icacls FILE shows them. Get-WinEvent -LogName Microsoft-Windows-Hyper-V-Worker-Admin -MaxEvents 20." }

static const struct nd_clause hyperv_code[] = {
	DAMAGED(0, "0x8007000d"), DAMAGED(0, "-2147024883"),
	NO_MEMORY(0, "0x8007000e"), NO_MEMORY(0, "-2147024882"), NO_MEMORY(0, "0x800705aa"),
	NO_MEMORY(0, "-2147023446"),
	NO_RIGHT(0, "0x80070005"), NO_RIGHT(0, "-2147024891"),
	{ 0 }
};

#define NO_SETTING(error, word) \
	{ error, word, NULL, \
	  "A setting that this Hyper-V does not have or take.", \
	  NULL }
#define TRIED(error, word) \
	{ error, word, NULL, \
	  "Hyper-V tried and failed (its hypervisor does not run, memory, files, network).", \
	  NULL }

static const struct nd_clause hyperv_command[] = {
	{ 0, ": InvalidState", NULL,
	  "The VM runs or is saved.",
	  "Get-VM shows its state: switch it off (not saved), then the command again." },
	NO_SETTING(0, ": NotSupported"), NO_SETTING(0, ": InvalidParameter"),
	TRIED(0, ": OperationFailed"), TRIED(0, ": Unspecified"),
	{ 0 }
};

static const struct nd_clause hyperv_service[] = {
	{ 0, "HvHost", NULL,
	  "Windows' hypervisor does not run: HvHost then ends at once.",
	  "systeminfo: does the hypervisor run? Off: bcdedit /set hypervisorlaunchtype auto; VT-x or SVM on in the firmware, in a VM exposed below; restart." },
	{ 0, "denied", NULL,
	  "An exploit protection setting for vmcompute.exe or vmwp.exe, antivirus software or a policy.",
	  "Windows Security, Exploit protection, Program settings: take the overrides of vmcompute.exe out; events of the System log and Hyper-V-Compute of that time." },
	{ 0 }
};

#define TOO_LARGE(error, word) \
	{ error, word, NULL, \
	  "Mostly more memory for the VM than this Windows has free. In a Windows that is a guest also: virtualization is not exposed to it.", \
	  "Less memory for the VM (Docker Desktop: Settings, Resources). The reason stands in Get-WinEvent -LogName Microsoft-Windows-Hyper-V-VMMS-Admin -MaxEvents 20." }

static const struct nd_clause hyperv_wmi[] = {
	TOO_LARGE(0, "32788"), TOO_LARGE(0, "32778"),
	{ 0, "32775", NULL,
	  "It is in another state already, or hangs in one.",
	  "Get-VM shows its state; restart vmms. The reason stands in Get-WinEvent -LogName Microsoft-Windows-Hyper-V-VMMS-Admin -MaxEvents 20." },
	{ 0, "32773", NULL,
	  "A setting that it does not take.",
	  "The reason stands in Get-WinEvent -LogName Microsoft-Windows-Hyper-V-VMMS-Admin -MaxEvents 20." },
	{ 0 }
};

#define FILE_DENIED(error, word) \
	{ error, word, NULL, \
	  "The VM's own account (NT VIRTUAL MACHINE and its number) has no right to the file, as after a copy, a restore or a changed folder.", \
	  "Take the disk out of the VM's settings and add it again, or icacls FILE /grant \"NT VIRTUAL MACHINE\\Virtual Machines:F\"; Docker Desktop: Reset to factory defaults makes a new disk." }
#define FILE_GONE(error, word) \
	{ error, word, NULL, \
	  "The file was moved, or its drive is not there.", \
	  "Take the disk out of the VM's settings and add it again where it is; Docker Desktop: Reset to factory defaults makes a new disk." }

static const struct nd_clause hyperv_attachment[] = {
	FILE_DENIED(0, "0x80070005"), FILE_DENIED(0, "have permission"),
	FILE_GONE(0, "0x80070002"), FILE_GONE(0, "0x80070003"), FILE_GONE(0, "not found"),
	{ 0, "0x80070020", NULL,
	  "Another VM or program holds the file.",
	  "Stop the other VM or program (a mounted disk, a backup), or restart." },
	{ 0 }
};

#define NO_SYSTEM(error, word) \
	{ error, word, NULL, \
	  "No system on that disk, or one made for generation 1.", \
	  "Firmware in the VM's settings: the right disk first. A system with MBR needs a VM of generation 1. The lines above say it of each disk." }

static const struct nd_clause hyperv_boot[] = {
	{ 0, "hash is not allowed", NULL,
	  "Secure Boot, whose template does not fit the system.",
	  "The VM's settings, Security: Secure Boot off, or the template \"Microsoft UEFI Certificate Authority\" for Linux." },
	{ 0, "SCSI DVD", NULL,
	  "\"Time out\" at a DVD: nobody pressed the key that Windows' installer waits for. Else no system on that disc, or one made for generation 1.",
	  "Press a key at once. Firmware: the right disk first. A system with MBR needs a VM of generation 1." },
	NO_SYSTEM(0, "did not load"), NO_SYSTEM(0, "No operating system"),
	{ 0 }
};

#define FOR_HYPERV(word) \
	{ 0, word, NULL, \
	  "PowerCLI has commands of the same names as Hyper-V (Get-VM). The script means Hyper-V's, and PowerCLI's came first.", \
	  "Hyper-V\\Get-VM in the script, or take PowerCLI's modules (VMware.*) out of this session or machine." }

static const struct nd_clause powercli[] = {
	FOR_HYPERV("HyperV"), FOR_HYPERV("Hyper-V"), { 0 }
};

static const struct nd_clause hyperv_launch_vmx[] = {
	{ 0, "VMX", NULL,
	  "In a Windows that is itself a guest: the hypervisor below does not expose VMX, or its firmware left IA32_FEATURE_CONTROL unlocked or locked without VMX. On a physical machine: off in the firmware.",
	  "KVM below: kvm_intel nested=1, a CPU with vmx (host-passthrough) and firmware that locks the register with VMX on. Hyper-V: ExposeVirtualizationExtensions. VMware: vhv.enable. Physical: enable VT-x in the firmware." },
	{ 0, "SVM", NULL,
	  "In a Windows that is itself a guest: the hypervisor below does not expose SVM. On a physical machine: off in the firmware.",
	  "KVM below: kvm_amd nested=1 and a CPU with svm (host-passthrough). Hyper-V: ExposeVirtualizationExtensions. VMware: vhv.enable. Physical: enable SVM in the firmware." },
	{ 0, "EL2", NULL,
	  "In a Windows that is itself a guest: the hypervisor below does not expose EL2. Otherwise the firmware did not start it there.",
	  "In a VM: nested virtualization in the hypervisor below. On a machine: its firmware's settings, or an update of it." },
	{ 0 }
};

static const struct nd_message messages[] = {
	{
		.id = "hyperv-object",
		.origin = "hyperv",
		.severity = ND_MSG_ERROR,
		.meaning = "A command for Hyper-V did not find Hyper-V's management: its service (vmms) does not run, or is only partly installed.",
		.cause = "The feature Hyper-V was switched on and the machine not restarted since, only the management tools are there, or the installation did not complete (images of Azure that were made with Hyper-V in them).",
		.remedy = "Get-Service vmms, vmcompute; Get-WindowsFeature Hyper-V (Windows 10, 11: Get-WindowsOptionalFeature -Online -FeatureName Microsoft-Hyper-V-All); remove the feature, restart, install it anew.",
		.reference = "github.com/MicrosoftDocs/azure-docs/issues/49190",
		.wordings = ND_WORDINGS(
			{ "{any}could not access an expected WMI class{any}" },
			{ "{any}Hyper-V encountered an error trying to access an object on computer {any}" },
			{ "{any}Virtual Machine Management Service (VMMS) is not running{any}" },
			{ "{any}Virtual Machine Management service is not running{any}" }
		),
	},
	{
		.id = "hyperv-start-denied",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Hyper-V started no VM: access denied. By itself that is no fault of virtualization.",
		.cause = "The user is not among the Hyper-V Administrators, the VM's own account may not open its disk or folder, or a policy forbids it; the events of Hyper-V-VMMS and Hyper-V-Worker name the file.",
		.remedy = "As an administrator; icacls FILE /grant \"NT VIRTUAL MACHINE\\ID:(F)\" with the VM's ID; Get-WinEvent -LogName Microsoft-Windows-Hyper-V-VMMS-Admin -MaxEvents 20",
		.reference = "github.com/kubernetes/minikube/issues/12555",
		.wordings = ND_WORDINGS(
			{ "{any}FullyQualifiedErrorId : AccessDenied,Microsoft.HyperV.PowerShell{any}" }
		),
	},
	{
		.id = "hyperv-launch-vmx",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Windows' hypervisor did not start: it sees no VMX, SVM or EL2, or the firmware has it off (Hyper-V-Hypervisor events 41, 42 and 43).",
		.cause = "In a Windows that is itself a guest: the hypervisor below does not expose virtualization, or its firmware left IA32_FEATURE_CONTROL unlocked or locked without VMX. On a physical machine: off in the firmware.",
		.remedy = "KVM below: kvm_intel nested=1, a CPU with vmx (host-passthrough) and firmware that locks the register with VMX on. Hyper-V: ExposeVirtualizationExtensions. VMware: vhv.enable. Physical: enable VT-x or SVM in the firmware.",
		.reference = "github.com/cloud-hypervisor/rust-hypervisor-firmware/pull/438",
		.clauses = hyperv_launch_vmx,
		.wordings = ND_WORDINGS(
			{ "{any}Hypervisor launch failed; Either VMX not present or not enabled in BIOS{any}", "Windows 10 to 11" },
			{ "{any}Hypervisor launch failed; Either SVM not present or not enabled in BIOS{any}", "Windows 10 to 11" },
			{ "{any}Hypervisor launch failed; EL2 not present{any}" }
		),
	},
	{
		.id = "hyperv-launch-features",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Windows' hypervisor did not start: the processor lacks something that it needs; the message names it.",
		.cause = "The hypervisor below gives the Windows guest a CPU without it: a capability of VMX, second-level address translation (EPT, NPT), NX, or CPUID leaves. CPUs that differ from each other count as well.",
		.remedy = "Give the guest the whole CPU (host-passthrough; all cores alike), with EPT or NPT; update the hypervisor below. nestdiag diff against a host where it works names what is missing.",
		.wordings = ND_WORDINGS(
			{ "{any}Hypervisor launch failed; Processor does not {any}", "Windows 10 to 11" },
			{ "{any}Hypervisor launch failed; Second Level Address Translation is required{any}", "Windows 10 to 11" },
			{ "{any}Hypervisor launch failed; at least one of the processors{any}", "Windows 10 to 11" },
			{ "{any}Hypervisor launch failed; Incompatible {word} features present{any}", "Windows 10 to 11" },
			{ "{any}Hypervisor launch failed; Either No Execute feature (NX) {any}", "Windows 10 to 11" },
			{ "{any}Hypervisor launch failed; Minimum CPUID leaves {any}", "Windows 10 to 11" },
			{ "{any}Hyper{word} launch failed; the {word} boot loader does not support the vendor {any}", "Windows 10" }
		),
	},
	{
		.id = "hyperv-launch-firmware",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Windows' hypervisor did not start: the firmware's tables or settings are not as it needs them; the message names it.",
		.cause = "ACPI tables that are missing or wrong, too many or overlapping ranges of memory, or Secure Mode Extensions (SMX) that are on. In a guest all of that comes from the hypervisor below.",
		.remedy = "Update the firmware, or the hypervisor below and the firmware that it gives its VMs. If the line names Secure Mode Extensions: off in the firmware.",
		.reference = "messages of hvservice.sys",
		.wordings = ND_WORDINGS(
			{ "{any}Hyper{word} launch failed; the system does not appear to have a sufficient level of ACPI {any}", "Windows 10" },
			{ "{any}Hyper{word} launch failed; Required firmware table not found{any}", "Windows 10" },
			{ "{any}Hyper{word} launch failed; Encountered invalid firmware information{any}", "Windows 10" },
			{ "{any}Hyper{word} launch failed; Secure Mode Extensions have been enabled {any}", "Windows 10" },
			{ "{any}Hyper{word} launch failed; The hypervisor was unable to initialize successfully {any}", "Windows 10" },
			{ "{any}Hyper{word} launch failed; Too many runtime services memory ranges {any}", "Windows 10" }
		),
	},
	{
		.id = "hyperv-launch-image",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Windows' hypervisor did not start: a file of it could not be read or used. Virtualization was not tried.",
		.cause = "A file that is missing, damaged, not signed as this Windows wants it, or of another version than the rest of Windows.",
		.remedy = "sfc /scannow, DISM /Online /Cleanup-Image /RestoreHealth, pending updates, restart.",
		.reference = "messages of hvservice.sys",
		.wordings = ND_WORDINGS(
			{ "{any}Hyper{word} launch failed; the image {any} could not be {any}", "Windows 10" },
			{ "{any}Hyper{word} launch failed; the image {any}", "Windows 10" },
			{ "{any}Hyper{word} launch failed; the hypervisor image is revision {any}", "Windows 10" },
			{ "{any}Hyper{word} launch failed; Hypervisor image does not match the platform {any}", "Windows 10" }
		),
	},
	{
		.id = "hyperv-launch-loader",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Windows' hypervisor did not start: the boot loader could not prepare it; the message says what it lacked.",
		.cause = "Memory or another resource that it did not get, a conflict in the memory map, damaged memory, or an error of its own. In a guest the memory map comes from the hypervisor below.",
		.remedy = "Update the firmware and Windows, or the hypervisor below and its firmware; more memory for a VM; after \"persistent memory failure\" test the memory.",
		.reference = "messages of hvservice.sys",
		.wordings = ND_WORDINGS(
			{ "{any}Hyper{word} launch failed; the {word} boot loader's internal logic failed {any}", "Windows 10" },
			{ "{any}Hyper{word} launch failed; the {word} boot loader was unable to {any}", "Windows 10" },
			{ "{any}Hyper{word} launch failed; The operating system{any} boot loader {any}", "Windows 10" }
		),
	},
	{
		.id = "hyperv-launch-failed",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Windows' hypervisor did not start; the message says why.",
		.cause = "What the line names. In a guest, the processor and the firmware are those that the hypervisor below gives it.",
		.remedy = "systeminfo shows what Hyper-V misses and whether a hypervisor runs. Update the firmware, or the hypervisor below.",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}Hypervisor launch failed; {any}", "Windows 10 to 11" },
			{ "{any}Hyper-V launch failed; {any}", "Windows 10 to 11" }
		),
	},
	{
		.id = "hyperv-launch-off",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Windows' hypervisor is disabled in the boot configuration.",
		.cause = "hypervisorlaunchtype is off: it was set so, often for VirtualBox or VMware.",
		.remedy = "bcdedit /set hypervisorlaunchtype auto, then restart Windows.",
		.wordings = ND_WORDINGS(
			{ "{any}Hypervisor launch has been disabled through the hypervisorlaunchtype bcdedit setting{any}", "Windows 10 to 11" },
			{ "{any}yper-V launch aborted due to auto-launch being disabled in the registry{any}", "Windows Server 2008" }
		),
	},
	{
		.id = "hyperv-started",
		.origin = "windows",
		.severity = ND_MSG_NOTE,
		.meaning = "Windows' hypervisor runs.",
		.wordings = ND_WORDINGS(
			{ "Hypervisor successfully started", "Windows 10 to 11" }
		),
	},
	{
		.id = "hyperv-not-running",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Hyper-V could not start a VM because Windows' hypervisor does not run.",
		.cause = "In a Windows that is itself a guest: virtualization is not exposed to it (Hyper-V: ExposeVirtualizationExtensions is off; VMware: vhv.enable; KVM: nested=0 or a CPU without vmx or svm). Else: off in the firmware, or hypervisorlaunchtype is off.",
		.remedy = "VM: switch it off and expose virtualization below (Hyper-V: Set-VMProcessor -VMName NAME -ExposeVirtualizationExtensions $true; VMware: vhv.enable; KVM: host-passthrough; a cloud size that nests). Machine: VT-x or SVM on in the firmware. Then bcdedit /set hypervisorlaunchtype auto, restart; events 41, 42 say more.",
		.reference = "github.com/microsoft/MSLab/issues/353",
		.wordings = ND_WORDINGS(
			{ "{any}because one of the Hyper-V components is not running{any}", "Windows 8 to 11" },
			{ "{any}Hyper-V-Komponenten nicht ausgef{any}" },
			{ "{any}he virtual machine cannot be started because the hypervisor is not running{any}" },
			{ "{any}could not initialize. (the hypervisor is not running){any}" },
			{ "{any}could not be started because the hypervisor is not running{any}" }
		),
	},
	{
		.id = "hyperv-guest-bugcheck",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "A guest of Hyper-V crashed and told Hyper-V its codes (event 18590 of Hyper-V-Worker): Windows those of its blue screen, Linux those of its panic.",
		.cause = "The codes say what. After a change of the CPU that the guest sees (hidden hypervisor, exposed virtualization) a feature that it expects is missing.",
		.remedy = "Undo the last change of the VM's processor settings; start the guest without its own hypervisor (bcdedit /set hypervisorlaunchtype off in it); the guest's memory dump names the driver.",
		.reference = "github.com/Justsenger/ExHyperV/issues/157",
		.clauses = hyperv_guest_bugcheck,
		.wordings = ND_WORDINGS(
			{ "{any}The guest operating system reported that it failed with the following error code{any}" },
			{ "{any}来宾操作系统报告它已失败并显示以下错误代码{any}" },
			{ "{any}has encountered a fatal error but a memory dump could not be generated{any}" }
		),
	},
	{
		.id = "hypervisor-runs",
		.origin = "windows",
		.severity = ND_MSG_NOTE,
		.meaning = "There is a hypervisor below this system: it is a VM, or a Windows on its own hypervisor (Hyper-V, WSL2, Virtual Machine Platform, memory integrity).",
		.remedy = "Programs that need VT-x or AMD-V themselves (HAXM, AEHD, older VirtualBox and VMware) do not find it then: let them use Windows Hypervisor Platform, or bcdedit /set hypervisorlaunchtype off. In a VM expose virtualization below.",
		.reference = "github.com/google/android-emulator-hypervisor-driver/issues/30",
		.last = true,
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}A hypervisor has been detected.{any}" },
			{ "Hypervisor string {any}" },
			{ "Hypervisor signature {any}" },
			{ "Hypervisor feature flag 8{hex}" },
			{ "{any} CPU|Inside a VM|{any}" },
			{ "{any}已检测到虚拟机监控程序{any}" },
			{ "{any}偵測到 Hypervisor。{any}" },
			{ "{any}Es wurde ein Hypervisor erkannt{any}" },
			{ "{any}n hyperviseur a {any}t{any} d{any}tect{any}" },
			{ "{any}e ha detectado un hipervisor{any}" },
			{ "{any}ハイパーバイザーが検出されました{any}" },
			{ "{any}бнаружена низкоуровневая оболочка{any}" },
			{ "{any}hipervisor foi detectado{any}" },
			{ "HyperVisorPresent {any}: True" },
			{ "HypervisorPresent {any}: True" }
		),
	},
	{
		.id = "hyperv-no-nesting",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "This Hyper-V does not nest: it cannot start a VM that is to have virtualization exposed to it.",
		.cause = "Windows 10 and Server 2019 nest only on Intel; AMD needs Windows 11 or Server 2022 and a VM of version 10. Or Windows is itself a guest of something that does not let it nest.",
		.remedy = "Windows 11 or Server 2022 on AMD; or do without: Set-VMProcessor -VMName NAME -ExposeVirtualizationExtensions $false, nestedVirtualization=false in .wslconfig.",
		.reference = "github.com/Varying-Vagrant-Vagrants/VVV/issues/2534",
		.wordings = ND_WORDINGS(
			{ "{any}could not be started because this platform does not support nested virtualization{any}" },
			{ "The virtualization host {any} supports nested virtualization: NO" },
			{ "HostNestedSupport            : False" },
			{ "{any}An Intel processor is required by Hyper-V {any}" }
		),
	},
	{
		.id = "hyperv-nested-vbs",
		.origin = "windows",
		.severity = ND_MSG_WARNING,
		.meaning = "Virtualization-based security runs on this Windows.",
		.cause = "It keeps Windows' hypervisor in use: other hypervisors (VMware, VirtualBox, HAXM) cannot use VMX or SVM, or nest, and the first builds of Windows 10 did not nest with it.",
		.remedy = "msinfo32 shows whether it runs. If it is in the way: memory integrity and Credential Guard off, restart; Windows is then without their protection.",
		.reference = "github.com/MicrosoftDocs/Virtualization-Documentation/issues/345",
		.wordings = ND_WORDINGS(
			{ "Virtualization Based Security is running" },
			{ "VbsRunning                   : True" },
			{ "VirtualizationBasedSecurityStatus {any}: 2" },
			{ "Virtualization-based security\tRunning{any}" },
			{ "Virtualization-based security: {any}Status: Running{any}" }
		),
	},
	{
		.id = "hv-feature-unavailable",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Status 0xC035001E of Windows' hypervisor: a feature of it is not available to who asked.",
		.cause = "A driver that is a hypervisor itself: Windows' own (Hyper-V, or virtualization-based security with Credential Guard or memory integrity) holds VT-x or AMD-V. Or a device is to be passed through (DDA), which only Windows Server does.",
		.remedy = "msinfo32 says whether a hypervisor runs. Other hypervisors: Hyper-V and its features off, bcdedit /set hypervisorlaunchtype off, restart (without VBS Windows is less protected). Pass-through: Windows Server.",
		.reference = "github.com/DarthTon/HyperBone/issues/11, github.com/tandasat/HyperPlatform",
		.wordings = ND_WORDINGS(
			{ "{any} hypervisor feature is not available to the user{any}" },
			{ "{any} FAILED 3224698910{any}" }
		),
	},
	{
		.id = "hypervisor-status",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Windows' hypervisor, or its driver, ended a request with this code.",
		.cause = "What the code says; by itself it does not say whether nesting is the reason.",
		.remedy = "Events of Hyper-V-Hypervisor and Hyper-V-Worker of the same time say more.",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}0xc035{hvstatus}{any}" },
			{ "{any}0xC035{hvstatus}{any}" },
			{ "{any}0xc037{vidstatus}{any}" },
			{ "{any}0xC037{vidstatus}{any}" },
			{ "{any}HV_STATUS_{hvname}{any}" },
			{ "{any}WHV_E_{whvname}{any}" }
		),
	},
	{
		.id = "hyperv-already",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Hyper-V is not installed because the processor says that a hypervisor runs already.",
		.cause = "On a machine: Windows' own hypervisor, started for WSL2, VBS or memory integrity. In a VM: the hypervisor below shows itself and does not expose virtualization. Hyper-V of before Windows Server 2016 and Windows 10 cannot (on AMD: before Server 2022 and Windows 11).",
		.remedy = "VM: expose virtualization there (Hyper-V: a host that can, ExposeVirtualizationExtensions; VMware: vhv.enable and, for old Windows, hypervisor.cpuid.v0 = FALSE; KVM: host-passthrough). Machine: install Hyper-V with DISM, it uses the one that runs.",
		.reference = "github.com/MicrosoftDocs/Virtualization-Documentation/issues/345",
		.wordings = ND_WORDINGS(
			{ "{any}cannot be installed{any}hypervisor is already running{any}" }
		),
	},
	{
		.id = "hyperv-cpu-differs",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "A VM of Hyper-V was saved or started on another processor and cannot go on here.",
		.cause = "Its saved state or a migration asks for CPU features that this host does not have; nested virtualization adds VMX' own.",
		.remedy = "Delete the saved state (Remove-VMSavedState), or Set-VMProcessor -CompatibilityForMigrationEnabled $true with the VM off; that mode and nested virtualization exclude each other.",
		.wordings = ND_WORDINGS(
			{ "{any}processor-specific features not supported on physical computer{any}" }
		),
	},
	{
		.id = "hypervisor-in-the-way",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "A program cannot run beside Windows' hypervisor and asks to switch it off.",
		.cause = "Hyper-V, WSL2, Virtual Machine Platform, Credential Guard or memory integrity holds VMX or SVM.",
		.remedy = "A version of the program that uses Windows Hypervisor Platform, or bcdedit /set hypervisorlaunchtype off, memory integrity off, restart (WSL2 and Docker Desktop then do not run).",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}lease disable Hyper-V{any}" },
			{ "{any}exclusively used by Hyper-V{any}" }
		),
	},
	{
		.id = "hyperv-vbs-optout",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "This build of Windows exposes virtualization only to a VM that has opted out of virtualization-based security.",
		.cause = "A fault of Windows 10 build 14361 and builds about it.",
		.remedy = "Set-VMSecurity NAME -VirtualizationBasedSecurityOptOut $true with the VM off, then Set-VMProcessor again; or a newer Windows.",
		.reference = "github.com/MicrosoftDocs/Virtualization-Documentation/issues/308, 299",
		.wordings = ND_WORDINGS(
			{ "{any}Cannot modify property without enabling VirtualizationBasedSecurityOptOut{any}" }
		),
	},
	{
		.id = "hyperv-vm-on",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Hyper-V did not change the processor of a VM; a line behind this one may say why.",
		.cause = "ExposeVirtualizationExtensions can be set only while the VM is off: not running, saved or paused. With a line on VirtualizationBasedSecurityOptOut: this Windows wants VBS opted out of for the VM first.",
		.remedy = "Stop-VM NAME, Set-VMProcessor NAME -ExposeVirtualizationExtensions $true, Start-VM NAME.",
		.wordings = ND_WORDINGS(
			{ "{any}ailed to modify device 'Processor'{any}" },
			{ "{any}ailed to modify device ' Processor '{any}" },
			{ "{any}cannot be performed while the virtual machine is in its current state{any}" }
		),
	},
	{
		.id = "hyperv-event",
		.origin = "windows",
		.severity = ND_MSG_HARMLESS,
		.meaning = "An event of Windows' hypervisor that tells of its settings or of a partition (a VM) that came or went: the hypervisor runs.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}Hypervisor initial page allocation NUMA policy: {any}" },
			{ "{any}Hypervisor scheduler type is {any}", "Windows 10 to 11" },
			{ "{any}Hypervisor initialized I/O remapping{any}", "Windows 10 to 11" },
			{ "{any}Hypervisor I/O remapping is forcibly enabled by policy{any}", "Windows 10 to 11" },
			{ "{any}Hypervisor configured mitigations for {any}", "Windows 10 to 11" },
			{ "{any}he hypervisor did not enable mitigations for {any}", "Windows 10 to 11" },
			{ "{any}Hyper-V successfully created a new partition (partition {any}", "Windows 10 to 11" },
			{ "{any}Hyper-V successfully deleted a partition (partition {any}", "Windows 10 to 11" }
		),
	},
	{
		.id = "hyperv-restricted-msr",
		.origin = "windows",
		.severity = ND_MSG_HARMLESS,
		.meaning = "A driver of the Windows on top of Hyper-V used a register of the processor that the hypervisor does not let through; ImageName names the driver.",
		.cause = "Drivers for power, temperature or overclocking do so. It says that the hypervisor runs; it is not why a VM does not start.",
		.reference = "github.com/microsoft/WSL/issues/4598",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}Hyper-V detected access to a restricted MSR (Msr: {msr}, {any}", "Windows 10 to 11" }
		),
	},
	{
		.id = "hyperv-no-partition",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Windows' hypervisor did not make a partition, which is what holds a VM; the status says why.",
		.cause = "Not enough memory, or a request for a feature that it does not have.",
		.remedy = "Events of Hyper-V-Worker and Hyper-V-VMMS of the same time say which VM it was.",
		.wordings = ND_WORDINGS(
			{ "{any}Hyper-V failed creating a new partition (status {any}", "Windows 10 to 11" }
		),
	},
	{
		.id = "hyperv-processor-startup",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Windows' hypervisor could not start one of the processors; those behind it stay unused.",
		.cause = "The processors differ in their CPUID features. In a VM: the hypervisor below gives its virtual CPUs different ones, or does not start them.",
		.remedy = "All cores alike (one CPU model, no mix of core kinds); update the firmware or the hypervisor below.",
		.wordings = ND_WORDINGS(
			{ "{any}Hypervisor processor startup failed (APIC ID {any}", "Windows 10 to 11" },
			{ "{any}Hypervisor failed to properly synchronize TSC across logical processors{any}", "Windows 10 to 11" }
		),
	},
	{
		.id = "hypervisor-absent",
		.origin = "windows",
		.severity = ND_MSG_NOTE,
		.meaning = "No hypervisor runs below or under this Windows: it is no VM that shows its hypervisor, and Hyper-V is not started.",
		.remedy = "WSL2, Docker Desktop and Hyper-V need it: install Virtual Machine Platform, bcdedit /set hypervisorlaunchtype auto, restart; virtualization has to be on in the firmware.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "HyperVisorPresent {any}: False" },
			{ "HypervisorPresent {any}: False" }
		),
	},
	{
		.id = "hyperv-not-exposed",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Hyper-V does not expose virtualization to this VM: nothing that runs VMs (Hyper-V, WSL2, KVM, Docker Desktop) works in it.",
		.cause = "That is the default of every VM.",
		.remedy = "With the VM off: Set-VMProcessor -VMName NAME -ExposeVirtualizationExtensions $true; dynamic memory off, for its network Set-VMNetworkAdapter -MacAddressSpoofing On.",
		.reference = "learn.microsoft.com/virtualization/hyper-v-on-windows/user-guide/nested-virtualization",
		.wordings = ND_WORDINGS(
			{ "ExposeVirtualizationExtensions{any}: False" }
		),
	},
	{
		.id = "hyperv-exposed",
		.origin = "windows",
		.severity = ND_MSG_NOTE,
		.meaning = "A VM of Hyper-V is set so that virtualization is exposed to it. With AMD's processors that takes Windows 11 or Server 2022 on the host.",
		.wordings = ND_WORDINGS(
			{ "ExposeVirtualizationExtensions{any}: True" }
		),
	},
	{
		.id = "hyperv-worker",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Hyper-V's worker process (vmwp.exe), of which each VM has one, did not start or ended; the code says why.",
		.cause = "What the code says. That is mostly no fault of the processor's virtualization.",
		.remedy = "Get-WinEvent -LogName Microsoft-Windows-Hyper-V-Worker-Admin -MaxEvents 20.",
		.reference = "github.com/kubernetes/minikube/issues/9242",
		.clauses = hyperv_worker,
		.wordings = ND_WORDINGS(
			{ "{any}ailed to start worker process: {any}(0x8007{win32}){any}" }
		),
	},
	{
		.id = "hyperv-socket",
		.origin = "docker",
		.severity = ND_MSG_ERROR,
		.meaning = "Docker Desktop could not use Hyper-V's sockets, by which it talks to its VM: they are there only while Hyper-V runs.",
		.cause = "Hyper-V is not installed or did not start: virtualization is off in the firmware, or this Windows is a VM to which the hypervisor below does not expose it.",
		.remedy = "In a VM: expose virtualization below, with the VM off. On a machine: VT-x or SVM on in the firmware. Then Hyper-V (or Virtual Machine Platform) on, bcdedit /set hypervisorlaunchtype auto, restart.",
		.reference = "github.com/docker/for-win/issues/34",
		.wordings = ND_WORDINGS(
			{ "{any}server socket listening on \"hyperv-connect:{any}" }
		),
	},
	{
		.id = "hyperv-module",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Windows does not know this command: Hyper-V's PowerShell module is not installed or not loaded. It says nothing about virtualization itself.",
		.cause = "The feature Hyper-V with its management tools is off (Home has none), or the shell is PowerShell 7 or 32 bit without it. A program that runs such a command (Multipass, minikube, Vagrant, Docker) wants its VM on Hyper-V.",
		.remedy = "Enable-WindowsOptionalFeature -Online -FeatureName Microsoft-Hyper-V -All as administrator, restart; in a VM virtualization has to be exposed first. Or set another driver (multipass set local.driver=virtualbox).",
		.reference = "github.com/canonical/multipass/issues/963",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}The term '{word}-VM{any}' is not recognized{any}" },
			{ "{any}ObjectNotFound: ({word}-VM{any}CommandNotFoundException{any}" }
		),
	},
	{
		.id = "hyperv-code",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "A message of Hyper-V about one VM; the code says what failed, whatever the language.",
		.cause = "What the code says: 0x8007... are general errors of Windows; 0xc0351..., 0x80370... the hypervisor or the VM itself.",
		.remedy = "Get-WinEvent -LogName Microsoft-Windows-Hyper-V-Worker-Admin -MaxEvents 20. With 0xc0351... or 0x80370... in a VM: is virtualization exposed?",
		.reference = "github.com/canonical/multipass/issues/3090",
		.last = true,
		.clauses = hyperv_code,
		.wordings = ND_WORDINGS(
			{ "{any}(0x8007{win32}){any}ID {hex}-{hex}-{hex}-{word}" },
			{ "{any}ompute system (0x8007{win32}){any}" },
			{ "{any}\"Error\":{hresult},{any}" },
			{ "{any}\"Error\": {hresult},{any}" }
		),
	},
	{
		.id = "hyperv-vm-failed",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Hyper-V could not start a VM (the words are those of Hyper-V); this line does not say why.",
		.cause = "The next line, or the event of Hyper-V-VMMS or Hyper-V-Worker of the same time, says it. In a Windows that is a VM often: virtualization is not exposed to it, or there is not enough memory.",
		.remedy = "Get-WinEvent -LogName Microsoft-Windows-Hyper-V-Worker-Admin -MaxEvents 20. In a VM: systeminfo; expose virtualization below, with the VM off, and give it more memory.",
		.last = true,
		.fold = true,
		.elsewhere = true,
		.follows = "hyperv-not-running hyperv-no-nesting wsl-no-hypervisor",
		.wordings = ND_WORDINGS(
			{ "Unable to start Hyper-V VM: {any}" },
			{ "{any}ailed to start the virtual machine '{any}'{any}" },
			{ "'Virtual Machine' could not initialize.{any}" },
			{ "{any}Start-VM : '{any}' failed to start{any}" },
			{ "{any}Start-VM : {any}" },
			{ "{any}of type 'Virtual Machine' in clustered role '{any}' failed{any}" },
			{ "{any}' failed to start. (Virtual machine ID {any}" },
			{ "{any}' could not initialize. (Virtual machine ID {any}" },
			{ "{any}application encountered an error while attempting to change the state of '{any}" },
			{ "'{any}' failed to start." },
			{ "'{any}' could not initialize." },
			{ "{any}无法启动。(虚拟机 ID {any}" },
			{ "'{any}' failed to change state." },
			{ "{any}Der Status von \"{any}\" konnte nicht geändert werden." },
			{ "{any} n'a pas pu changer d'état." }
		),
	},
	{
		.id = "hyperv-bios",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Windows does not install Hyper-V: it sees no virtualization of the processor that it can use.",
		.cause = "On a machine: off in the firmware, or the processor has no second-level address translation. In a VM: the hypervisor below does not expose it; on Azure with the security type Trusted Launch as well as on sizes that do not nest.",
		.remedy = "systeminfo shows the four requirements. In a VM: expose virtualization below, with the VM off (Azure: security type Standard and a size that nests). On a machine: VT-x or SVM on in the firmware, then a cold start.",
		.reference = "github.com/MicrosoftDocs/azure-docs/issues/87947",
		.wordings = ND_WORDINGS(
			{ "{any}Hyper-V cannot be installed{any}not enabled in the BIOS{any}" },
			{ "{any}Hyper-V cannot be installed{any}required virtualization capabilities{any}" }
		),
	},
	{
		.id = "hyperv-device",
		.origin = "windows",
		.severity = ND_MSG_NOTE,
		.meaning = "A device of Windows that its VMs need: the Virtualization Infrastructure Driver (VID), or the virtual machine bus. Disabled (code 22) or not started (10, 31, 39), it leaves Hyper-V and WSL2 without VMs.",
		.cause = "Scripts that switch Hyper-V off, or are to make Windows faster, disable the first (Disable-PnpDevice, DevManView). The bus does not start where the hypervisor below does not let Hyper-V run (seen under XCP-ng).",
		.remedy = "Device Manager, System devices: enable it, restart Windows; systeminfo tells whether the hypervisor runs.",
		.reference = "github.com/xcp-ng/xcp/issues/501",
		.last = true,
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}Hyper-V Virtualization Infrastructure Driver{any}" },
			{ "{any}Hyper-V 虚拟化基础结构驱动程序{any}" },
			{ "{any}Hyper-V {any}irtual {any}achine {any}us {any}rovider{any}" }
		),
	},
	{
		.id = "hyperv-restart",
		.origin = "windows",
		.severity = ND_MSG_WARNING,
		.meaning = "A part of Windows that VMs need (Hyper-V, Virtual Machine Platform) was switched on and is there only after a restart.",
		.cause = "If the text comes again after one: the feature did not install (seen with DISM errors beside it), or Windows was shut down and started with fast startup, which is no restart.",
		.remedy = "Restart (not shut down) Windows; then optionalfeatures: is it ticked; systeminfo: does a hypervisor run. DISM's errors stand in C:\\Windows\\Logs\\DISM\\dism.log.",
		.reference = "github.com/MustardChef/WSABuilds/issues/756",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}eed restart to enable virtual machine platform{any}" },
			{ "{any}needs to be rebooted in order for Hyper-V to be fully available{any}" }
		),
	},
	{
		.id = "hyperv-out-of-memory",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Hyper-V has not enough free memory to start the VM (0x8007000E). That is no lack of virtualization.",
		.cause = "The VM's startup memory is more than this Windows has free. A Windows that is itself a VM has what it was given, and with nested virtualization its own memory must not be dynamic.",
		.remedy = "Less startup memory for the VM (Set-VMMemory NAME -StartupBytes 1GB), other VMs and programs closed; more memory for this machine, fixed if it is a VM.",
		.reference = "github.com/canonical/multipass/issues/1524",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}FullyQualifiedErrorId : OutOfMemory,Microsoft.HyperV.PowerShell{any}" },
			{ "{any}ould not initialize memory: {any}(0x8007000E){any}" },
			{ "{any}ot enough memory in the system to start the virtual machine {any}" },
			{ "{any}enügend Arbeitsspeicher im System zum Starten des virtuellen Computers {any}" },
			{ "{any}émoire insuffisante dans le système pour démarrer l{any}ordinateur virtuel {any}" },
			{ "{any}suficiente memoria en el sistema para iniciar la m{any}quina virtual {any}" },
			{ "{any}mem{any}ria suficiente no sistema para iniciar a m{any}quina virtual {any}" },
			{ "{any}emoria insufficiente nel sistema per avviare la macchina virtuale {any}" },
			{ "{any}едостаточно памяти в системе для запуска виртуальной машины {any}" },
			{ "{any}pamięci w systemie do uruchomienia maszyny wirtualnej {any}" },
			{ "{any}没有足够的内存来启动虚拟机{any}" },
			{ "{any}沒有足夠的記憶體可啟動虛擬機器{any}" },
			{ "{any}仮想マシン {any} を起動するためのメモリ{any}不足{any}" }
		),
	},
	{
		.id = "hyperv-command",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "A command of Hyper-V's PowerShell module failed; the lines above this one say why, in the language of this Windows.",
		.cause = "What the lines above say.",
		.remedy = "Get-WinEvent -LogName Microsoft-Windows-Hyper-V-VMMS-Admin -MaxEvents 20; nestdiag dmesg on all lines of the error.",
		.reference = "learn.microsoft.com/powershell/module/hyper-v",
		.fold = true,
		.elsewhere = true,
		.clauses = hyperv_command,
		.wordings = ND_WORDINGS(
			{ "{any}FullyQualifiedErrorId : OperationFailed,Microsoft.HyperV.PowerShell{any}" },
			{ "{any}FullyQualifiedErrorId : Unspecified,Microsoft.HyperV.PowerShell{any}" },
			{ "{any}FullyQualifiedErrorId : InvalidState,Microsoft.HyperV.PowerShell{any}" },
			{ "{any}FullyQualifiedErrorId : NotSupported,Microsoft.HyperV.PowerShell{any}" },
			{ "{any}FullyQualifiedErrorId : InvalidParameter,Microsoft.HyperV.PowerShell{any}" },
			{ "{any}FullyQualifiedErrorId : InvalidArgument,Microsoft.HyperV.PowerShell{any}" }
		),
	},
	{
		.id = "hyperv-vid",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Hyper-V could not start a VM: its Virtualization Infrastructure Driver (VID) does not run.",
		.cause = "Windows' hypervisor does not run (virtualization is off, or not exposed to this Windows if it is a VM), or the driver's device is disabled.",
		.remedy = "systeminfo: does the hypervisor run? VT-x or SVM on in the firmware, in a VM exposed below; bcdedit /set hypervisorlaunchtype auto; Device Manager, System devices: Microsoft Hyper-V Virtualization Infrastructure Driver on; restart.",
		.wordings = ND_WORDINGS(
			{ "{any}Virtualization Infrastructure Driver (VID) is not running{any}" }
		),
	},
	{
		.id = "hyperv-triple-fault",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Hyper-V reset a VM: its guest took a triple fault on a virtual processor, an error that it could not handle (Hyper-V-Worker events 18540, 18550 and 18560).",
		.cause = "The line does not say which: the guest's system, or a hypervisor in it, failed by itself, or used a CPU feature or register that Hyper-V, or a hypervisor below this Windows, does not have.",
		.remedy = "Update Windows and the guest; start it without nested virtualization (ExposeVirtualizationExtensions $false) and with another generation of VM, to see what it depends on.",
		.reference = "github.com/MicrosoftDocs/microsoft-365-docs/issues/1949",
		.wordings = ND_WORDINGS(
			{ "{any}on a virtual processor that caused a triple fault{any}" },
			{ "{any}virtual processor register which caused a triple fault{any}" },
			{ "{any}the guest operating system requested an operation that is not supported by Hyper-V{any}" }
		),
	},
	{
		.id = "hyperv-instruction",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Hyper-V stopped a VM: its guest used an instruction on memory or ports of a device that Hyper-V cannot emulate (Hyper-V-Worker event 18570).",
		.cause = "The guest's system or boot loader does there what Hyper-V's emulator does not know. The processor's virtualization works.",
		.remedy = "Another version of the guest's system, or another generation of VM (1 or 2).",
		.wordings = ND_WORDINGS(
			{ "{any}guest executed an intercepting instruction not supported by Hyper-V instruction emulation{any}" }
		),
	},
	{
		.id = "hyperv-watchdog",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Hyper-V reset a VM because its guest did not get on: it did not boot in time, or gave no sign of life (Hyper-V-Chipset event 18600).",
		.cause = "The guest hangs, or is that slow: nested below another hypervisor, or on a busy host.",
		.remedy = "Look at the guest's console; give it more processors and memory, and the host less to do.",
		.wordings = ND_WORDINGS(
			{ "{any}' has encountered a watchdog timeout and was reset{any}" }
		),
	},
	{
		.id = "hyperv-paused",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Hyper-V paused a VM because it lost what the VM runs on, its virtual disk mostly (Hyper-V-Worker event 18524). That is no fault of virtualization.",
		.cause = "The disk with its files is full, or was not reachable.",
		.remedy = "Free space or connect the storage again; then Resume-VM.",
		.wordings = ND_WORDINGS(
			{ "{any}was paused for critical error{any}" }
		),
	},
	{
		.id = "hyperv-no-driver",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Hyper-V's management service misses a driver that it needs; \"hypervisor\" is Windows' hypervisor itself (Hyper-V-VMMS event 14098).",
		.cause = "The hypervisor was not started: virtualization is off, or not exposed to this Windows if it is a VM, or hypervisorlaunchtype is off. Else the role is only partly installed, or a restart is due.",
		.remedy = "systeminfo: does the hypervisor run? VT-x or SVM on in the firmware, or exposed to the VM; bcdedit /set hypervisorlaunchtype auto; install the role again; restart.",
		.wordings = ND_WORDINGS(
			{ "{any}required by the Virtual Machine Management service is not installed or is disabled{any}" }
		),
	},
	{
		.id = "hyperv-prerequisite",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Windows does not install the role or feature Hyper-V; the numbered line behind this one says why.",
		.cause = "In a VM mostly: virtualization is not exposed to it.",
		.remedy = "Expose virtualization below; the check alone is passed over with Enable-WindowsOptionalFeature -Online -FeatureName Microsoft-Hyper-V -All, which does not make VMs start.",
		.reference = "github.com/MicrosoftDocs/azure-stack-docs/issues/1892",
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "{any}prerequisite check for the Hyper-V feature failed{any}" }
		),
	},
	{
		.id = "hyperv-namespace",
		.origin = "podman",
		.severity = ND_MSG_ERROR,
		.meaning = "Podman (or another program that manages VMs of Hyper-V) does not find Hyper-V's management interface, a namespace of WMI. That says nothing of the processor's virtualization.",
		.cause = "The feature Hyper-V is not installed. WSL2 does not need it: Podman 6.0.0 looks for Hyper-V's machines even with the provider wsl, 5.8.3 does not.",
		.remedy = "With WSL: Podman 5.8.3, or a version after 6.0.0 that has this mended. With Hyper-V: optionalfeatures, Hyper-V on, restart.",
		.reference = "github.com/podman-container-tools/podman/issues/29138",
		.wordings = ND_WORDINGS(
			{ "{any}HyperV namespace not found, is HyperV enabled?{any}" }
		),
	},
	{
		.id = "powercli-command",
		.origin = "powercli",
		.severity = ND_MSG_ERROR,
		.meaning = "This command is VMware PowerCLI's, which asks a vCenter or ESXi server and is not connected to one. Neither Hyper-V nor virtualization failed.",
		.cause = "PowerCLI has commands of the same names as Hyper-V (Get-VM): where a script means Hyper-V's, PowerCLI's came first. A script that means PowerCLI's has not connected.",
		.remedy = "For Hyper-V: Hyper-V\\Get-VM in the script, or take PowerCLI's modules (VMware.*) away. Only for VMware: Connect-VIServer.",
		.reference = "github.com/Checkmk/checkmk/pull/707, github.com/AutomatedLab/AutomatedLab/issues/1573",
		.fold = true,
		.clauses = powercli,
		.wordings = ND_WORDINGS(
			{ "{any}ou are not currently connected to any servers. Please connect first{any}" },
			{ "{any}Core_BaseCmdlet_NotConnectedError,VMware.{any}" }
		),
	},
	{
		.id = "hyperv-service",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "A service on which Windows' VMs depend did not start: vmcompute (containers, WSL2), vmms (Hyper-V), hns (their network) or HvHost.",
		.cause = "An exploit protection setting for vmcompute.exe or vmwp.exe, antivirus software or a policy (access denied); or the feature is not installed (not found).",
		.remedy = "systeminfo: does the hypervisor run? Events of the System log and Hyper-V-Compute of that time; Windows Security, Exploit protection, Program settings: take the overrides of vmcompute.exe out; the feature off, restart, on.",
		.reference = "github.com/anthropics/claude-code/issues/32574",
		.clauses = hyperv_service,
		.wordings = ND_WORDINGS(
			{ "{any}Cannot start service vmcompute on computer{any}" },
			{ "{any}Cannot start service vmms on computer{any}" },
			{ "{any}Cannot start service hns on computer{any}" },
			{ "{any}Cannot start service HvHost on computer{any}" },
			{ "{any}Failed to start service '{any}(vmcompute)'{any}" }
		),
	},
	{
		.id = "hyperv-wmi",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Hyper-V refused to start, stop or change a VM, with a return value of its management interface.",
		.cause = "What the reason says. In a Windows that is a guest also: virtualization is not exposed to it.",
		.remedy = "Less memory for the VM (Docker Desktop: Settings, Resources); Get-VM shows its state; restart vmms. The reason stands in Get-WinEvent -LogName Microsoft-Windows-Hyper-V-VMMS-Admin -MaxEvents 20.",
		.reference = "github.com/docker/for-win/issues/5945, 6591; learn.microsoft.com, Msvm_ComputerSystem",
		.fold = true,
		.last = true,
		.clauses = hyperv_wmi,
		.wordings = ND_WORDINGS(
			{ "{any}rror code '{wmi}'{any}" },
			{ "{any}Job failed with error code: {wmi}{any}" },
			{ "{any}peration failed with result {wmi}{any}" },
			{ "{any}Fehlercode: \"{wmi}\"{any}" },
			{ "{any}code d'erreur \" {wmi} \"{any}" },
			{ "{any}Return{word}alue{any}: {wmi}" }
		),
	},
	{
		.id = "hyperv-attachment",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Hyper-V could not open a file of a VM, its virtual disk mostly, and did not start the VM. That is no fault of virtualization.",
		.cause = "The file is not there, another VM or program holds it, or the VM's own account has no right to it.",
		.remedy = "Take the disk out of the VM's settings and add it again, or icacls FILE /grant \"NT VIRTUAL MACHINE\\Virtual Machines:F\"; Docker Desktop: Reset to factory defaults makes a new disk.",
		.reference = "github.com/docker/for-win/issues/8035",
		.fold = true,
		.clauses = hyperv_attachment,
		.wordings = ND_WORDINGS(
			{ "{any}Synthetic {any}Failed to Power on with Error '{any}" },
			{ "{any}ccount does not have permission to open attachment '{any}" },
			{ "{any}ttachment '{any}' not found. Error: {any}" }
		),
	},
	{
		.id = "hyperv-disk-full",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Hyper-V reserves a file of the VM's memory on the disk before it starts the VM, and the disk has no room for it.",
		.cause = "The drive is full, or the VM was given more memory than the drive has free space.",
		.remedy = "Less memory for the VM, room on the drive, or another folder for its files; with automatic stop action 'shut down' in place of 'save' Hyper-V reserves nothing.",
		.reference = "github.com/docker/for-win/issues/7477",
		.wordings = ND_WORDINGS(
			{ "{any}there is not enough disk space. The system was unable to create the memory contents file{any}" }
		),
	},
	{
		.id = "hyperv-switch",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Hyper-V could not make or connect a virtual switch, the network of its VMs. That is no fault of the processor's virtualization.",
		.cause = "Drivers of the network or of its switch that an update left behind, a filter of a VPN or antivirus program, or a switch that is there under the name. In a VM of Hyper-V its network also needs MAC address spoofing.",
		.remedy = "Get-VMSwitch; remove and make it again; netcfg -d takes all network drivers out and needs a restart. A switch of type internal with NAT does without the adapter.",
		.reference = "github.com/docker/for-win/issues/187",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}Failed while creating virtual Ethernet switch{any}" },
			{ "{any}Failed while adding virtual Ethernet switch connections{any}" },
			{ "Switch create failed, name = '{any}" },
			{ "{any}Ethernet switch port connect failed{any}" },
			{ "{any}ailed to choose switch for Hyper-V driver: {any}", "minikube 1.38" }
		),
	},
	{
		.id = "hyperv-no-vm",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "A program or command looks for a VM of Hyper-V that is not there: it was deleted, the start that should have made it failed before, or the name is another (a VM of VirtualBox or VMware is none of Hyper-V's).",
		.remedy = "Remove what the program remembers of it (minikube delete, docker-machine rm -f NAME, multipass delete --purge NAME), then start anew: the first error of that start is the one that counts.",
		.reference = "github.com/kubernetes/minikube/issues/8512",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}unable to find a virtual machine with name {any}" },
			{ "{any}InvalidArgument: ({word}:String) [Get-VM], VirtualizationException" },
			{ "{any}no encontró una máquina virtual con el nombre {any}" },
			{ "{any}não pôde localizar uma máquina virtual com o nome{any}" },
			{ "{any}konnte keine VM mit dem Namen {any} finden{any}" },
			{ "{any}FullyQualifiedErrorId : ObjectNotFound,Microsoft.HyperV.PowerShell.{any}" }
		),
	},
	{
		.id = "hypervisor-launch-off",
		.origin = "windows",
		.severity = ND_MSG_WARNING,
		.meaning = "Windows is told not to start its hypervisor: Hyper-V, WSL2, Docker Desktop, Windows Sandbox and the Windows Hypervisor Platform do not run so.",
		.cause = "Set with bcdedit, by hand or by an emulator or game that asked for it. For VirtualBox, VMware, HAXM and AEHD it is what they want.",
		.remedy = "bcdedit /set hypervisorlaunchtype auto as administrator, then restart.",
		.reference = "github.com/microsoft/WSL/issues/10332",
		.wordings = ND_WORDINGS(
			{ "hypervisorlaunchtype {any}Off" }
		),
	},
	{
		.id = "hypervisor-launch-auto",
		.origin = "windows",
		.severity = ND_MSG_NOTE,
		.meaning = "Windows starts its hypervisor if it can.",
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "hypervisorlaunchtype {any}Auto" }
		),
	},
	{
		.id = "hyperv-boot",
		.origin = "hyperv",
		.severity = ND_MSG_ERROR,
		.meaning = "The firmware of a VM of Hyper-V (generation 2) found nothing that it could boot. Virtualization works: the VM runs.",
		.cause = "No system on that disk or disc, or one made for generation 1, or Secure Boot.",
		.remedy = "The VM's settings, Security: Secure Boot off, or the template \"Microsoft UEFI Certificate Authority\" for Linux. Firmware: the right disk first. A system with MBR needs a VM of generation 1. Press a key at once at a DVD.",
		.reference = "github.com/hashicorp/packer/issues/6208",
		.fold = true,
		.clauses = hyperv_boot,
		.wordings = ND_WORDINGS(
			{ "{any}he boot loader failed{any}" },
			{ "{any}he boot loader did not load an operating system{any}" },
			{ "{any}signed image's hash is not allowed (DB{any}" },
			{ "No operating system was loaded. Your virtual machine may be configured incorrectly{any}" }
		),
	},
	{
		.id = "hyperv-old",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Hyper-V's PowerShell module here does not know nested virtualization.",
		.cause = "Windows 8.1, Server 2012 R2 or older, which have none (it came with Windows 10 version 1607 and Server 2016); or the old version 1.1 of the module is loaded.",
		.remedy = "Windows 10 version 1607, Server 2016 or later; Get-Command Set-VMProcessor shows the module's version (2.0 is wanted). A program that sets it: leave its option for nesting out.",
		.reference = "github.com/hashicorp/vagrant/issues/8444",
		.wordings = ND_WORDINGS(
			{ "{any}arameter name 'ExposeVirtualizationExtensions'{any}" }
		),
	},
	{
		.id = "hyperv-advice",
		.origin = "windows",
		.severity = ND_MSG_NOTE,
		.meaning = "What Hyper-V advises where its hypervisor does not run; the line before says that.",
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "{any}Verify that the processor of the physical computer has a supported version of hardware-assisted virtualization{any}" },
			{ "{any}Verify that hardware-assisted virtualization and hardware-assisted data execution protection are enabled in the BIOS{any}" },
			{ "{any}Verify that the hypervisor is enabled in the Boot Configuration Data{any}" },
			{ "{any}edit the BIOS to enable either setting, {any}" }
		),
	},
	{
		.id = "hyperv-services-stopped",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "A service of Hyper-V (vmms, vmcompute) does not run, so no VM is made. By itself that is no lack of virtualization.",
		.cause = "Hyper-V or Virtual Machine Platform was enabled and Windows not restarted, the service is disabled or stopped, or its installation is damaged.",
		.remedy = "Get-Service vmms, vmcompute; Start-Service vmms; optionalfeatures: Hyper-V off and on again with a restart between. Its events say why it stops.",
		.wordings = ND_WORDINGS(
			{ "{any}Hyper-V Management Services {any}not running{any}" }
		),
	},
	{
		.id = "hyperv-processor-settings",
		.origin = "hyperv",
		.severity = ND_MSG_ERROR,
		.meaning = "Hyper-V cannot start this VM: its processor settings do not fit this host.",
		.cause = "More virtual processors than this Hyper-V host has (one that is itself a VM often has a few only); or a saved state or migrated VM with features that this processor does not have.",
		.remedy = "(Get-VMHost).LogicalProcessorCount against Get-VMProcessor NAME; give the VM fewer, or the host, if it is a VM, more. Saved state: Remove-VMSavedState (it is lost).",
		.reference = "github.com/pluralsight/PS-AutoLab-Env/issues/155",
		.wordings = ND_WORDINGS(
			{ "{any}processor settings for the virtual machine are incompatible with the host{any}" }
		),
	},
	{
		.id = "hyperv-not-asked",
		.origin = "any",
		.severity = ND_MSG_WARNING,
		.meaning = "A program asked Windows for Hyper-V and got no answer. Whether Hyper-V is there is open.",
		.cause = "PowerShell or WMI failed: not in PATH, a policy for scripts, constrained language mode, no rights, or a damaged WMI repository.",
		.remedy = "In an elevated PowerShell: (Get-CimInstance Win32_ComputerSystem).HypervisorPresent; systeminfo. Its error is the reason.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}Failed checking if Hyper-V {any}", "CRC 2.62" },
			{ "{any}Could not check to see if Hyper-V is running: {any}", "minikube 1.38" },
			{ "{any}Hyper-V provider requires PowerShell to be available{any}", "Vagrant 2.4" },
			{ "{any}start minikube with Hyper-V, Powershell must be in your PATH{any}", "minikube 1.38" }
		),
	},
	{
		.id = "hyperv-nested-host",
		.origin = "hyperv",
		.severity = ND_MSG_ERROR,
		.meaning = "A check found why Hyper-V's VMs have no nested virtualization on this host; the line names it. The words are those of Microsoft's script Get-NestedVirtStatus.",
		.cause = "No hypervisor runs, only part of Hyper-V is there, OFFERNESTEDVIRT=FALSE is in hypervisorloadoptions, or an old build. The script is of 2016: AMD is no hindrance on Windows 11 and Server 2022.",
		.remedy = "Enable-WindowsOptionalFeature -Online -FeatureName Microsoft-Hyper-V; bcdedit /deletevalue hypervisorloadoptions; restart; Set-VMProcessor NAME -ExposeVirtualizationExtensions $true.",
		.reference = "hyperv-tools/Nested/Get-NestedVirtStatus.ps1 of github.com/MicrosoftDocs/Virtualization-Documentation",
		.wordings = ND_WORDINGS(
			{ "Hypervisor is not running on this host" },
			{ "Full Hyper-V role is not enabled on this host" },
			{ "Nested virtualization is disabled via BCD HYPERVISORLOADOPTIONS" },
			{ "The VBS enable reg key is set" },
			{ "Nested virtualization requires a build later than {n}" },
			{ "Running on an unsupported (AMD) processor" },
			{ "Virtualization Based Security is partly installed on you system{any}" }
		),
	},
	{
		.id = "hyperv-nested-vm",
		.origin = "hyperv",
		.severity = ND_MSG_ERROR,
		.meaning = "Microsoft's scripts for nested virtualization found a setting of a VM of Hyper-V with which VMs do not run in it; the line names it.",
		.cause = "ExposeVirtualizationExtensions is off, memory is dynamic, there are checkpoints, or the VM is saved; without MAC address spoofing VMs in it run and have no network.",
		.remedy = "VM off: Set-VMProcessor NAME -ExposeVirtualizationExtensions $true; Set-VMMemory NAME -DynamicMemoryEnabled 0; Get-VMNetworkAdapter NAME | Set-VMNetworkAdapter -MacAddressSpoofing On.",
		.reference = "hyperv-tools/Nested/Get-NestedVirtStatus.ps1 of github.com/MicrosoftDocs/Virtualization-Documentation",
		.wordings = ND_WORDINGS(
			{ "This VM is not configured to expose virtualization extensions." },
			{ "The VM has Dynamic Memory enabled." },
			{ "This VM has one or more production checkpoints." },
			{ "Mac Address Spoofing isn't enabled (nested guests won't have network)." },
			{ "The virtual machine {any} supports nested virtualization: NO" },
			{ "{any}without 4GB or more, you may not be able to start VMs{any}" }
		),
	},
	{
		.id = "dda-survey",
		.origin = "hyperv",
		.severity = ND_MSG_NOTE,
		.meaning = "Microsoft's script SurveyDDA says why a PCI Express device cannot be assigned to a VM of Hyper-V. That is no fault of the processor's virtualization.",
		.cause = "Interrupts by line, memory or PCI Express that the firmware keeps, traffic that may go to other devices (no ACS), an old PCI device, or a machine whose IOMMU or firmware does not allow it.",
		.remedy = "Another slot or device, SR-IOV and VT-d or AMD-Vi on in the firmware, a newer firmware. In a VM there is mostly no IOMMU for this.",
		.reference = "hyperv-tools/DiscreteDeviceAssignment/SurveyDDA.ps1 of github.com/MicrosoftDocs/Virtualization-Documentation",
		.wordings = ND_WORDINGS(
			{ "{any}ll of the interrupts are line-based, no assignment can work{any}" },
			{ "BIOS kept control of PCI Express for this device.  Not assignable." },
			{ "BIOS requires that this device remain attached to BIOS-owned memory.  Not assignable." },
			{ "Traffic from this device may be redirected to other devices in the system.  Not assignable." },
			{ "Unfortunately, this machine doesn't support using them in a VM." }
		),
	},
	{
		.id = "hyperv-disk",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Windows has an error with a virtual disk (VHD, VHDX); the code says which. That is no fault of virtualization.",
		.cause = "A disk that is damaged, missing, on NTFS with compression, encryption or sparse files, or that belongs to another one which was moved or changed.",
		.remedy = "Get-VHD FILE (or Test-VHD) says whether it is whole; compact /u FILE and cipher /d FILE take compression and encryption off; else restore it from a backup or make it anew.",
		.reference = "winerror.h of Windows",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}0xc03a{vhdstatus}{any}" },
			{ "{any}0xC03A{vhdstatus}{any}" }
		),
	},
	{
		.id = "hyperv-job",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "A job of Hyper-V failed; the code in parentheses says why. 32768 alone says no more than that it failed.",
		.cause = "What the code says. Hyper-V itself answers: by itself this is no sign that virtualization is missing.",
		.remedy = "Get-WinEvent -LogName Microsoft-Windows-Hyper-V-VMMS-Admin -MaxEvents 20 has the same with the VM's name; the paths and disks of the VM.",
		.reference = "github.com/podman-desktop/podman-desktop/issues/6668",
		.wordings = ND_WORDINGS(
			{ "{any}failed with error code: 32768 ({any}(0x8007{win32}){any}" }
		),
	},
};

const struct nd_catalogue nd_catalogue_hyperv_vms = {
	"hyperv_vms", messages, ARRAY_SIZE(messages)
};
