// SPDX-License-Identifier: GPL-2.0-only
/* Windows itself: its features, virtualization-based security, sandbox. */
#include "tools/log/catalogue/catalogue.h"

#define NO_MONITOR_MODE(error, word) \
	{ error, word, "Windows says that the processor lacks VM monitor mode extensions (VMX or SVM), which Hyper-V, WSL2 and Docker Desktop need.", \
	  "The processor has no VMX or SVM. In a VM: the hypervisor below does not expose it.", \
	  "In a VM: expose virtualization with nested paging below, with the VM off. On a machine: VT-x or SVM on in the firmware; else another processor." }
#define NO_NESTED_PAGING(error, word) \
	{ error, word, "Windows says that the processor lacks second-level address translation (EPT or NPT), which Hyper-V, WSL2 and Docker Desktop need.", \
	  "The processor has none (Intel before 2008, some Atoms and Celerons). In a VM: the hypervisor below does not expose it.", \
	  "In a VM: expose virtualization with nested paging below, with the VM off. On a machine: another processor." }

static const struct nd_clause windows_requirement[] = {
	NO_MONITOR_MODE(0, "VM Monitor Mode"), NO_MONITOR_MODE(0, "VMMonitorMode"),
	NO_MONITOR_MODE(0, "modo de monitor de VM"), NO_MONITOR_MODE(0, "mode du moniteur"),
	NO_MONITOR_MODE(0, "berwachungsmodus"), NO_MONITOR_MODE(0, "虚拟机监视器模式"),
	NO_NESTED_PAGING(0, "Second Level Address"), NO_NESTED_PAGING(0, "SecondLevelAddress"),
	NO_NESTED_PAGING(0, "segundo nivel"), NO_NESTED_PAGING(0, "second niveau"),
	NO_NESTED_PAGING(0, "zweiten Ebene"), NO_NESTED_PAGING(0, "二级地址转换"),
	{ 0, "Data Execution", "Windows says that data execution prevention (NX) is not there, which Hyper-V, WSL2 and Docker Desktop need.",
	  "NX is off in the firmware. In a VM: the hypervisor below does not expose it.",
	  "On a machine: NX on in the firmware. In a VM: expose it below, with the VM off." },
	{ 0 }
};

#define NO_HYPERVISOR(error, word) \
	{ error, word, NULL, \
	  "No hypervisor: virtualization is off, or not exposed to this Windows (a VM).", \
	  "VT-x or SVM on in the firmware, in a VM exposed to it; bcdedit /set hypervisorlaunchtype auto, restart." }

static const struct nd_clause sandbox_failed[] = {
	NO_HYPERVISOR(0, "0xc0351000"), NO_HYPERVISOR(0, "0x80370102"),
	{ 0, "0x80370106", NULL,
	  "The VM ended by itself.",
	  "nestdiag explain 0x80370106; optionalfeatures: Windows Sandbox off and on again, Windows updated." },
	{ 0, "0x8007", NULL,
	  "Files or services of Windows; virtualization is not the reason.",
	  "nestdiag explain CODE; optionalfeatures: Windows Sandbox off and on again, Windows updated." },
	{ 0 }
};

static const struct nd_clause multipass_cpu[] = {
	{ 0, "appears to be disabled", NULL,
	  "On a machine: VT-x or SVM is off in the firmware. In a VM: the hypervisor below does not expose virtualization.",
	  "On a machine: VT-x or SVM on in the firmware. In a VM: expose virtualization below, with the VM off. multipass set local.driver=virtualbox needs it, too." },
	{ 0, "proper virtualization extensions", NULL,
	  "The processor has no second-level address translation; in a VM: the hypervisor below exposes none, without EPT or NPT.",
	  "In a VM: expose virtualization with EPT or NPT below, with the VM off. On a machine: another processor. multipass set local.driver=virtualbox needs VT-x or SVM, too." },
	{ 0 }
};

static const struct nd_clause vagrant_hyperv_other[] = {
	{ 0, "box you're using", NULL,
	  "A box that was not exported from Hyper-V.",
	  "A box that has a folder \"Virtual Machines\" and one \"Virtual Hard Disks\"." },
	{ 0, "access check", NULL,
	  "A folder where Windows' system account has no rights (mostly on another drive).",
	  "The command that Vagrant prints (icacls), or a folder of your own user on the system's drive." },
	{ 0 }
};

static const struct nd_message messages[] = {
	{
		.id = "windows-multiprocessor",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Windows stopped with 0x3E: its CPUs differ, or it does not support them together.",
		.cause = "The virtual CPUs of the hypervisor below differ in features. Seen with several CPUs in nested VMs on one generation of Azure machines (Dv5), together with one build of EDK2, while others (Dv4) worked.",
		.remedy = "Start the VM with one CPU to see whether that is it; another machine type, CPU model or firmware build; a CPU topology that this Windows supports.",
		.reference = "github.com/cloud-hypervisor/cloud-hypervisor/issues/5400",
		.wordings = ND_WORDINGS(
			{ "{any}MULTIPROCESSOR_CONFIGURATION_NOT_SUPPORTED{any}" },
			{ "{any}\"STOPCODE\"{any}\"0x3E\"{any}" },
			{ "{any}MULTIPROCESSOR CONFIGURATION NOT SUPPORTED{any}" }
		),
	},
	{
		.id = "windows-vmx-instruction",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "WinDbg shows an instruction of VMX or SVM where Windows stopped: a driver with a hypervisor in it (VirtualBox, VMware, HAXM, one's own) executed it. It is this Windows that crashed, not a guest of it.",
		.cause = "With c000001d (illegal instruction, #UD): VMX or SVM was off on that CPU at that moment (not in VMX operation; EFER.SVME 0): never switched on, switched off by another driver, or lost while the machine slept. The line does not say which. Other codes: an operand, or the address.",
		.remedy = "Update that program; no VM of it that runs while the machine sleeps; no second hypervisor beside it (Hyper-V, memory integrity, another VMM). A driver of your own: VMXON, EFER.SVME on each CPU first, and no VMREAD after VMXOFF.",
		.reference = "github.com/VirtualBox/virtualbox/issues/632, github.com/HyperDbg/HyperDbg/issues/159",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{word}`{word} {word} {any}vmxon{any}" },
			{ "{word}`{word} {word} {any}vmxoff{any}" },
			{ "{word}`{word} {word} {any}vmclear{any}" },
			{ "{word}`{word} {word} {any}vmptrld{any}" },
			{ "{word}`{word} {word} {any}vmptrst{any}" },
			{ "{word}`{word} {word} {any}vmread{any}" },
			{ "{word}`{word} {word} {any}vmwrite{any}" },
			{ "{word}`{word} {word} {any}vmlaunch{any}" },
			{ "{word}`{word} {word} {any}vmresume{any}" },
			{ "{word}`{word} {word} {any}vmcall{any}" },
			{ "{word}`{word} {word} {any}invept{any}" },
			{ "{word}`{word} {word} {any}invvpid{any}" },
			{ "{word}`{word} {word} {any}vmrun{any}" },
			{ "{word}`{word} {word} {any}vmload{any}" },
			{ "{word}`{word} {word} {any}vmsave{any}" },
			{ "{word}`{word} {word} {any}vmmcall{any}" },
			{ "{word}`{word} {word} {any}skinit{any}" },
			{ "{word}`{word} {word} {any}invlpga{any}" }
		),
	},
	{
		.id = "windows-stop-cpu",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Windows stopped (blue screen) with an exception in its kernel or a CPU that it does not take.",
		.cause = "As a guest: a CPU feature or register that it expects is missing (0xc000001d: an instruction that the CPU does not have), Hyper-V or virtualization-based security on a level below that nests incompletely, or a firmware's memory map. Else a driver.",
		.remedy = "Start it without Hyper-V (bcdedit /set hypervisorlaunchtype off) to see whether that is it; the host's CPU, in KVM ignore_msrs=1 for a missing register; another version of firmware or VMM. The dump names the driver.",
		.reference = "github.com/acidanthera/bugtracker/issues/1831",
		.last = true,
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}SYSTEM_THREAD_EXCEPTION_NOT_HANDLED{any}" },
			{ "{any}KMODE_EXCEPTION_NOT_HANDLED{any}" },
			{ "{any}SYSTEM_SERVICE_EXCEPTION{any}" },
			{ "{any}UNEXPECTED_KERNEL_MODE_TRAP{any}" },
			{ "{any}KERNEL_SECURITY_CHECK_FAILURE{any}" },
			{ "{any}UNSUPPORTED_PROCESSOR{any}" },
			{ "{any}HAL_INITIALIZATION_FAILED{any}" },
			{ "{any}ACPI_BIOS_ERROR{any}" },
			{ "{any}SECURE_KERNEL_ERROR{any}" },
			{ "{any}IRQL_NOT_LESS_OR_EQUAL{any}" },
			{ "{any}UNSUPPORTED_INSTRUCTION_MODE{any}" },
			{ "{any}SYSTEM THREAD EXCEPTION NOT HANDLED{any}" },
			{ "{any}KMODE EXCEPTION NOT HANDLED{any}" },
			{ "{any}SYSTEM SERVICE EXCEPTION{any}" },
			{ "{any}UNEXPECTED KERNEL MODE TRAP{any}" },
			{ "{any}KERNEL SECURITY CHECK FAILURE{any}" },
			{ "{any}top code: UNSUPPORTED PROCESSOR{any}" },
			{ "{any}HAL INITIALIZATION FAILED{any}" },
			{ "{any}top code: ACPI BIOS ERROR{any}" },
			{ "{any}top code: SECURE KERNEL ERROR{any}" },
			{ "{any}IRQL NOT LESS OR EQUAL{any}" },
			{ "{any}UNSUPPORTED INSTRUCTION MODE{any}" }
		),
	},
	{
		.id = "windows-stop-time",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Windows stopped (blue screen) because one of its CPUs did not answer in time.",
		.cause = "As a guest: a virtual CPU that got no time or lost an interrupt: an overcommitted machine, nested virtualization with slow exits, enlightenments of Hyper-V that are missing (hv-*).",
		.remedy = "Fewer virtual CPUs, less load below; the hv-* enlightenments in QEMU (hv-relaxed, hv-vapic, hv-time, hv-stimer); nestdiag exits and nestdiag vcpus on the level below.",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}CLOCK_WATCHDOG_TIMEOUT{any}" },
			{ "{any}DPC_WATCHDOG_VIOLATION{any}" },
			{ "{any}SYNTHETIC_WATCHDOG_TIMEOUT{any}" },
			{ "{any}CLOCK WATCHDOG TIMEOUT{any}" },
			{ "{any}DPC WATCHDOG VIOLATION{any}" },
			{ "{any}SYNTHETIC WATCHDOG TIMEOUT{any}" }
		),
	},
	{
		.id = "windows-stop-boot",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Windows stopped (blue screen) because it cannot read its own disk. That is no fault of the processor's virtualization.",
		.cause = "Another disk controller than it was installed on: a VM that was moved to another hypervisor, or virtio without its driver.",
		.remedy = "Give the VM the controller that it had (SATA, IDE, SCSI), install the driver there, then change it.",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}INACCESSIBLE_BOOT_DEVICE{any}" },
			{ "{any}INACCESSIBLE BOOT DEVICE{any}" }
		),
	},
	{
		.id = "windows-stop-patched",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Windows stopped with CRITICAL_STRUCTURE_CORRUPTION (0x109): it found its kernel's code or data, or a register of the processor, changed. The last of the four arguments says what: 7 a critical MSR, 2 the IDT, 3 the GDT, 1 a function.",
		.cause = "A driver that patches the kernel, a debugger's breakpoint, or failing memory. With 7 in a VM also the hypervisor below, which changed an MSR under it: a defect of ESXi 5.0, where the third argument was c0000103 (TSC_AUX).",
		.remedy = "With 7 in a VM: update the hypervisor below; ESXi 5.0: mask RDTSCP, bit 27 of edx in CPUID level 80000001. Else !analyze -v on the dump, and a test of the memory.",
		.reference = "support.microsoft.com/kb/2902739",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}CRITICAL_STRUCTURE_CORRUPTION{any}" },
			{ "{any}he bugcheck was: 0x00000109 {any}" },
			{ "{any}STOP: 0x00000109 {any}" },
			{ "Bugcheck code 00000109" },
			{ "{any}ugcheck code: 0x109 {any}" },
			{ "{any}CRITICAL STRUCTURE CORRUPTION{any}" },
			{ "BugCheck 109, {any}" },
			{ "BUGCHECK_CODE: 109" }
		),
	},
	{
		.id = "windows-hypervisor-error",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Windows stopped with HYPERVISOR_ERROR (0x20001): its own hypervisor (Hyper-V, virtualization-based security) met an error that it could not go on from.",
		.cause = "On a physical machine: a defect of that hypervisor, a driver or the processor's microcode; seen with Hyper-V of 2008 R2 on newer processors. As a guest: the level below emulates VMX or SVM wrongly, or a CPU feature changed under it (migration, resume).",
		.remedy = "On a physical machine: updates of Windows, and of the board's firmware with its microcode. As a guest: update the hypervisor below; virtualization-based security off in that guest shows whether it goes away.",
		.reference = "mskb.pkisolutions.com/kb/2550569, support.microsoft.com/kb/981791",
		.wordings = ND_WORDINGS(
			{ "{any}HYPERVISOR_ERROR{any}" },
			{ "{any}he bugcheck was: 0x00020001 {any}" },
			{ "{any}STOP: 0x00020001 {any}" },
			{ "{any}STOP: 0x20001 {any}" },
			{ "{any}top code: HYPERVISOR ERROR{any}" },
			{ "BugCheck 20001, {any}" },
			{ "BUGCHECK_CODE: 20001" }
		),
	},
	{
		.id = "edk2-exception",
		.origin = "edk2",
		.severity = ND_MSG_ERROR,
		.meaning = "The firmware of a guest (EDK2) had an exception and stopped.",
		.cause = "Nested, with several virtual CPUs: errors of the level below during CPU startup show up here first. Seen on one generation of Azure machines with one build of EDK2.",
		.remedy = "Try one virtual CPU, another build of the firmware, another machine type below.",
		.reference = "github.com/cloud-hypervisor/cloud-hypervisor/issues/5400",
		.wordings = ND_WORDINGS(
			{ "!!!! X64 Exception Type - {any}" }
		),
	},
	{
		.id = "windows-container",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Windows' host compute service refused a step of a container (HCS); the text behind it is Windows' own error.",
		.cause = "With Hyper-V isolation the container is a small VM: in a VM that needs virtualization exposed, fixed memory and enough of it. With process isolation, or in a nested VM of another build, host and image do not fit.",
		.remedy = "docker info shows the isolation. In a VM: ExposeVirtualizationExtensions, more and static memory, the same Windows build in host, VM and image; or --isolation=process.",
		.reference = "github.com/MicrosoftDocs/Virtualization-Documentation/issues/304",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}encountered an error during {any}failed in Win32: {any}" },
			{ "{any}encountered an error during {any}failure in a Windows system call: {any}" },
			{ "{any}encountered an error during hcsshim::{any}" },
			{ "{any}daemon: CreateComputeSystem {word}: {any}" }
		),
	},
	{
		.id = "windows-wmi-not-found",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Windows' management (WMI) did not find an object: 0x80041002, WBEM_E_NOT_FOUND. The line does not say which.",
		.cause = "From WSL and Hyper-V's management service mostly the virtual switch or network of the VM (seen after Hyper-V had been switched on, and after VMware had been there).",
		.remedy = "Get-VMSwitch, Get-HnsNetwork show what is there. wsl --shutdown; restart vmms and hns, or the machine; switch Virtual Machine Platform (and Hyper-V) off and on again.",
		.reference = "github.com/microsoft/WSL/issues/12019, github.com/microsoft/WSL/issues/8657",
		.wordings = ND_WORDINGS(
			{ "Error: 0x80041002{any}" },
			{ "The Hyper-V Virtual Machine Management service encountered an unexpected error: {any} (0x80041002){any}" }
		),
	},
	{
		.id = "windows-timeout",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Something of Windows did not come in time; of Windows Sandbox, WSL or a container it is their VM.",
		.cause = "The VM hangs or is very slow at boot: nested below another hypervisor, without enough memory, or with antivirus software that scans its disk; or a service that belongs to it does not run.",
		.remedy = "Restart the services vmcompute and hns; Event Viewer, Hyper-V-Worker and Hyper-V-Compute. In a VM: enough memory and CPUs, and virtualization exposed.",
		.reference = "github.com/microsoft/Windows-Sandbox/issues/101",
		.wordings = ND_WORDINGS(
			{ "{any}imeout period expired. (0x800705B4){any}" }
		),
	},
	{
		.id = "windows-boot-unsuccessful",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Windows did not start: error 0xc0000001, which names no cause.",
		.cause = "If it came with Hyper-V, VBS or WSL2 being switched on in a Windows that is a guest: its hypervisor does not start under the one below (seen under VirtualBox and KVM). Else damaged files, firmware or disk.",
		.remedy = "Start in safe mode, or bcdedit /set hypervisorlaunchtype off from the recovery console. Below: newest version, nested virtualization on, all CPU features (host-passthrough).",
		.reference = "github.com/VirtualBox/virtualbox/issues/790",
		.wordings = ND_WORDINGS(
			{ "{any}rror code: 0xc0000001{any}" }
		),
	},
	{
		.id = "windows-code",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Windows could not start or reach a VM (WSL, Windows Sandbox, Hyper-V); the code says why.",
		.cause = "The chain behind Wsl/ names the steps down to the one that failed. Codes of services and features mean that a part of Windows is missing or stopped, not that virtualization is.",
		.remedy = "wsl --update, wsl --shutdown; optionalfeatures: Virtual Machine Platform; services vmcompute and hns running. systeminfo tells whether the hypervisor runs.",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}Wsl/{any}/0x8007{win32}{any}" },
			{ "{any}rror code: CreateInstance/CreateVm/{any}0x8007{win32}{any}" },
			{ "WslRegisterDistribution failed with error: 0x8007{win32}{any}" },
			{ "{any}Windows Sandbox{any}0x8007{win32}{any}" },
			{ "{any}irtual machine{any}(0x8007{win32}){any}" },
			{ "{any}andbox{any}(0x8007{win32}){any}" }
		),
	},
	{
		.id = "windows-firmware-off",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Windows says that virtualization is not enabled in the firmware.",
		.cause = "On a physical machine that is so. In a VM: the hypervisor below does not expose it to this Windows. VirtualizationFirmwareEnabled of Win32_Processor is also False while Windows' own hypervisor runs (HypervisorPresent True): then nothing is wrong.",
		.remedy = "Enable VT-x or SVM in the firmware and power-cycle; in a VM expose it below (KVM: host-passthrough; Hyper-V: ExposeVirtualizationExtensions; VMware: vhv.enable).",
		.reference = "learn.microsoft.com/virtualization/hyper-v-on-windows/reference/hyper-v-requirements",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}Virtualization Enabled In Firmware: No" },
			{ "{any}Virtualization Enabled in Firmware{any}\tNo{any}" },
			{ "{any}HyperVRequirementVirtualizationFirmwareEnabled{any}: False" },
			{ "VirtualizationFirmwareEnabled {any}: False" },
			{ "{any}固件中已启用虚拟化: 否" },
			{ "{any}韌體中已啟用虛擬化{any}否" },
			{ "{any}Virtualisierung in Firmware aktiviert: {any}ein" },
			{ "{any}irtualisation activ{any}e dans le microprogramme{any}: Non" },
			{ "{any}irtualizaci{any}n habilitada en el firmware: No" },
			{ "{any}e habilit{any} la virtualizaci{any}n en el firmware: N{any}" },
			{ "{any}irtualiza{any}abilitada no {any}irmware: N{any}" },
			{ "{any}irtualizzazione abilitata nel firmware: No" },
			{ "{any}ファームウェアで仮想化が有効{any}: いいえ" },
			{ "{any}펌웨어에 가상화 사용: 아니{any}" },
			{ "{any}иртуализация включена во встроенном ПО: Нет" }
		),
	},
	{
		.id = "multipass-hyperv",
		.origin = "multipass",
		.severity = ND_MSG_ERROR,
		.meaning = "Multipass' check for Hyper-V failed; the line names what it did not find.",
		.cause = "Through PowerShell and its registry it asks for Windows' version, Hyper-V's features and the service vmms; an answer that it cannot read (a slow PowerShell, a screen reader) counts as none. In a VM Hyper-V needs exposed virtualization.",
		.remedy = "As administrator: Enable-WindowsOptionalFeature -Online -FeatureName Microsoft-Hyper-V -All, restart; bcdedit /set hypervisorlaunchtype auto. multipass set local.driver=virtualbox does without Hyper-V.",
		.reference = "github.com/canonical/multipass/issues/2655",
		.wordings = ND_WORDINGS(
			{ "{any}Multipass support for Hyper-V requires Windows 10{any}", "Multipass 1.0 to 1.15" },
			{ "{any}Multipass requires at least Windows 10 version{any}", "Multipass 1.0 to 1.15" },
			{ "{any}The Hyper-V Hypervisor is disabled. Please enable{any}", "Multipass 1.0 to 1.15" },
			{ "{any}The Hyper-V Windows feature is disabled. Please enable{any}", "Multipass 1.0 to 1.15" },
			{ "{any}The Hyper-V service does not exist. Ensure Hyper-V{any}", "Multipass 1.0 to 1.15" },
			{ "{any}The Hyper-V service is set to disabled{any}", "Multipass 1.0 to 1.15" },
			{ "{any}Cannot determine if Hyper-V is available on this system{any}", "Multipass 1.0 to 1.15" },
			{ "{any}Could not start the Hyper-V service", "Multipass 1.16" },
			{ "{any}Hyper-V is not available on this edition of Windows 10{any}", "Multipass 1.16" },
			{ "{any}HCS backend requires `Virtual Machine Platform` feature to be enabled{any}", "Multipass 1.17" }
		),
	},
	{
		.id = "windows-firmware-on",
		.origin = "windows",
		.severity = ND_MSG_NOTE,
		.meaning = "Windows sees virtualization that it could use, on in the firmware, and its own hypervisor does not run: only then does it tell this.",
		.remedy = "What needs that hypervisor (WSL2, Docker Desktop, Hyper-V): Virtual Machine Platform or Hyper-V on, bcdedit /set hypervisorlaunchtype auto, restart; events of Hyper-V-Hypervisor say why it did not start. VirtualBox, VMware and HAXM can use VMX or SVM as it is.",
		.reference = "github.com/microsoft/WSL/issues/5363",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}Virtualization Enabled In Firmware: Yes" },
			{ "{any}Virtualization Enabled in Firmware{any} Yes" },
			{ "{any}固件中已启用虚拟化: 是" },
			{ "{any}Virtualisierung in Firmware aktiviert: Ja" },
			{ "{any}irtualizaci{any}n habilitada en el firmware: S{any}" },
			{ "{any}e habilit{any} la virtualizaci{any}n en el firmware: S{any}" },
			{ "{any}irtualizzazione abilitata nel firmware: S{any}" },
			{ "{any}irtualisation activ{any}e dans le microprogramme{any}: Oui" },
			{ "{any}иртуализация включена во встроенном ПО: Да" }
		),
	},
	{
		.id = "windows-no-feature",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "This Windows has no feature of that name, so it cannot be switched on. That says nothing of the processor.",
		.cause = "Windows Home has neither Hyper-V nor Windows Sandbox (it has Virtual Machine Platform and Windows Hypervisor Platform, which WSL2, Docker Desktop and emulators use); a Server names the role Hyper-V; or the name is misspelled.",
		.remedy = "winver shows the edition; dism /online /get-features lists the names. On Home: -FeatureName VirtualMachinePlatform, HypervisorPlatform; for Hyper-V itself Pro, Enterprise or Education.",
		.reference = "github.com/MicrosoftDocs/windows-itpro-docs/issues/11557",
		.wordings = ND_WORDINGS(
			{ "{any}eature name Microsoft-Hyper-V{any}is unknown{any}" },
			{ "{any}eature name Containers-DisposableClientVM is unknown{any}" },
			{ "{any}eature name VirtualMachinePlatform is unknown{any}" },
			{ "{any}eature name HypervisorPlatform is unknown{any}" },
			{ "{any}eaturename {any}Microsoft-Hyper-V{any} ist unbekannt{any}" },
			{ "{any}Microsoft-Hyper-V{any} est inconnu{any}" },
			{ "{any}Microsoft-Hyper-V{any} es desconocido{any}" },
			{ "{any}Microsoft-Hyper-V{any} desconhecido{any}" },
			{ "{any}功能名称 Microsoft-Hyper-V{any}未知{any}" },
			{ "{any}Microsoft-Hyper-V{any} は不明です{any}" },
			{ "{any}Microsoft-Hyper-V{any} jest nieznan{any}" }
		),
	},
	{
		.id = "hyperdbg-driver",
		.origin = "hyperdbg",
		.severity = ND_MSG_ERROR,
		.meaning = "A program did not get its driver loaded; the words are those of HyperDbg, a debugger that is a hypervisor.",
		.cause = "Hyper-V, VBS or memory integrity runs on this Windows; driver signature enforcement is on; the file of the driver is not there; StartService failure (7f): this Windows lacks a function that the driver was built for. In a VM: VT-x is not exposed to it.",
		.remedy = "systeminfo: does a hypervisor run? Test signing on, memory integrity off and bcdedit /set hypervisorlaunchtype off, restart (Windows then lacks that protection); in VMware vhv.enable. Better in a VM of its own.",
		.reference = "github.com/HyperDbg/HyperDbg/issues/212, 393",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "unable to install VMM driver" },
			{ "failed to install or load the driver" },
			{ "Failed to install or load the driver" },
			{ "err, StartService failure ({hex})" },
			{ "{any}because either the driver signature enforcement is enabled or HVCI prevents the driver from loading{any}" }
		),
	},
	{
		.id = "windows-feature-failed",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Windows could not switch on an optional feature by PowerShell; the lines before name it and the error. Without it the VMs that need it do not start.",
		.cause = "0x8007371b (members of the transaction missing): Windows' store of components is damaged. 0x800f080c: this edition has no such feature. Or a feature that it builds on is off, or no administrator.",
		.remedy = "DISM /Online /Cleanup-Image /RestoreHealth, sfc /scannow, restart, then again with -All; or optionalfeatures.",
		.reference = "github.com/MustardChef/WSABuilds/issues/756",
		.wordings = ND_WORDINGS(
			{ "{any}Microsoft.Dism.Commands.EnableWindowsOptionalFeatureCommand{any}" }
		),
	},
	{
		.id = "windows-wmi-hidden",
		.origin = "windows",
		.severity = ND_MSG_NOTE,
		.meaning = "WMI's Win32_Processor shows no virtualization (VMX or SVM) or no second-level address translation (EPT, NPT).",
		.cause = "It also does so wherever a hypervisor runs: Windows' own (HypervisorPresent True), or that of the machine whose VM this Windows is. Without one, the processor or firmware does not have it.",
		.remedy = "(Get-CimInstance Win32_ComputerSystem).HypervisorPresent; if True, systeminfo and msinfo32 (system model, virtualization-based security) tell whether this Windows is a VM. If False: VT-x or SVM on in the firmware.",
		.fold = true,
		.last = true,
		.wordings = ND_WORDINGS(
			{ "VMMonitorModeExtensions{any}: False" },
			{ "SecondLevelAddressTranslationExtensions{any}: False" }
		),
	},
	{
		.id = "windows-requirement",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Windows says that the processor lacks what Hyper-V, WSL2 and Docker Desktop need.",
		.cause = "No VM monitor mode extensions: no VMX or SVM. No second-level address translation: no EPT or NPT (Intel before 2008, some Atoms and Celerons). No data execution prevention: NX is off in the firmware. In a VM: the hypervisor below does not expose that.",
		.remedy = "In a VM: expose virtualization with nested paging below, with the VM off. On a machine: the firmware for NX and VT-x; else another processor.",
		.reference = "learn.microsoft.com/virtualization/hyper-v-on-windows/reference/hyper-v-requirements",
		.fold = true,
		.clauses = windows_requirement,
		.wordings = ND_WORDINGS(
			{ "{any}VM Monitor Mode Extensions: No" },
			{ "{any}Second Level Address Translation: No" },
			{ "{any}Data Execution Prevention Available: No" },
			{ "{any}VM Monitor Mode Extensions No" },
			{ "{any}VM Monitor Mode Extensions\tNo{any}" },
			{ "{any}Second Level Address Translation Extensions\tNo{any}" },
			{ "{any}Second Level Address Translation Extensions No" },
			{ "HyperVRequirementSecondLevelAddressTranslation{any}: False" },
			{ "HyperVRequirementVMMonitorModeExtensions{any}: False" },
			{ "{any}Extensiones de modo de monitor de VM: N{any}" },
			{ "{any}raducci{any}n de direcciones de segundo nivel: N{any}" },
			{ "{any}xtensions de mode du moniteur d{any}ordinateur virtuel{any}: Non" },
			{ "{any}raduction d{any}adresse de second niveau{any}: Non" },
			{ "{any}Erweiterungen f{any} den VM-{any}berwachungsmodus: {any}ein" },
			{ "{any}bersetzung der zweiten Ebene: {any}ein" },
			{ "{any}虚拟机监视器模式扩展: 否" },
			{ "{any}二级地址转换: 否" }
		),
	},
	{
		.id = "windows-vmmem",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Windows stopped (blue screen) in its own memory management for VMs; vmmem or vmmemWSL is the process of a VM of WSL2, Docker Desktop or Hyper-V.",
		.cause = "A defect of Windows on this machine, not of the guest: seen with an idle VM of WSL2 too. As a guest itself, Windows may meet what the level below does not do right.",
		.remedy = "Update Windows, or go back to the build before. wsl --shutdown while WSL is not used keeps its VM away.",
		.reference = "github.com/microsoft/WSL/issues/41364",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "PROCESS_NAME{any}vmmem{any}" },
			{ "{any}nt!Vmp{word}+0x{hex}{any}" }
		),
	},
	{
		.id = "sandbox-failed",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Windows Sandbox, which is a small VM, did not start; the code beside says why.",
		.cause = "What the code says.",
		.remedy = "nestdiag explain CODE. VT-x or SVM on in the firmware, in a VM exposed to it; optionalfeatures: Windows Sandbox off and on again, Windows updated.",
		.last = true,
		.fold = true,
		.elsewhere = true,
		.clauses = sandbox_failed,
		.wordings = ND_WORDINGS(
			{ "{any}Windows Sandbox failed to {any}" }
		),
	},
	{
		.id = "multipass-cpu",
		.origin = "multipass",
		.severity = ND_MSG_ERROR,
		.meaning = "Multipass asked Windows about the processor: virtualization is off in the firmware, or the processor has no second-level address translation.",
		.cause = "On a machine: VT-x or SVM is off in the firmware. In a VM: the hypervisor below does not expose virtualization, or exposes it without EPT or NPT.",
		.remedy = "On a machine: the firmware. In a VM: expose virtualization below, with the VM off. multipass set local.driver=virtualbox needs it, too.",
		.reference = "github.com/canonical/multipass, src/platform/backends/hyperv",
		.fold = true,
		.clauses = multipass_cpu,
		.wordings = ND_WORDINGS(
			{ "{any}The CPU does not have proper virtualization extensions to support Hyper-V{any}", "Multipass 1.16" },
			{ "{any}Virtualization support appears to be disabled in the BIOS{any}", "Multipass 1.16" }
		),
	},
	{
		.id = "vagrant-hyperv-other",
		.origin = "vagrant",
		.severity = ND_MSG_ERROR,
		.meaning = "Vagrant's Hyper-V provider cannot work with this box or in this folder; the line says which. Hyper-V itself was not at fault.",
		.cause = "A box that was not exported from Hyper-V, or a folder where Windows' system account has no rights (mostly on another drive).",
		.remedy = "The command that Vagrant prints (icacls), or a box that has a folder \"Virtual Machines\" and one \"Virtual Hard Disks\".",
		.clauses = vagrant_hyperv_other,
		.wordings = ND_WORDINGS(
			{ "The box you're using with the Hyper-V provider {any}", "Vagrant 2.4" },
			{ "Hyper-V access check has failed for the configured destination{any}", "Vagrant 2.4" }
		),
	},
	{
		.id = "minikube-hyperv-memory",
		.origin = "minikube",
		.severity = ND_MSG_ERROR,
		.meaning = "minikube does not start: Hyper-V takes only an even number of MB for a guest. Hyper-V is there.",
		.remedy = "minikube start --memory with an even number, as the line suggests.",
		.wordings = ND_WORDINGS(
			{ "{any}Hyper-V requires that memory MB be an even number{any}", "minikube 1.38" }
		),
	},
};

const struct nd_catalogue nd_catalogue_windows = {
	"windows", messages, ARRAY_SIZE(messages)
};
