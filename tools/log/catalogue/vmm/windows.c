// SPDX-License-Identifier: GPL-2.0-only
/* Windows and WSL. */
#include "tools/log/catalogue/catalogue.h"

static const struct nd_message messages[] = {
	{
		.id = "hyperv-object",
		.origin = "hyperv",
		.severity = ND_MSG_ERROR,
		.meaning = "A command for Hyper-V did not find Hyper-V's management: its service (vmms) does not run, or is installed in part only.",
		.cause = "The feature Hyper-V was switched on and the machine not restarted since, only the management tools are there, or the installation did not complete (images of Azure that were made with Hyper-V in them).",
		.remedy = "Get-Service vmms, vmcompute; Get-WindowsFeature Hyper-V (Windows 10, 11: Get-WindowsOptionalFeature -Online -FeatureName Microsoft-Hyper-V-All); remove the feature, restart, install it anew.",
		.reference = "github.com/MicrosoftDocs/azure-docs/issues/49190",
		.wordings = ND_WORDINGS(
			{ "{any}Hyper-V encountered an error trying to access an object on computer {any}" },
			{ "{any}Virtual Machine Management Service (VMMS) is not running{any}" },
			{ "{any}Virtual Machine Management service is not running{any}" }
		),
	},
	{
		.id = "wsl-no-nesting",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "WSL cannot provide nested virtualization to its VM on this machine.",
		.cause = "Windows 10, a build without nesting, a CPU on which Hyper-V does not support nesting; or this Windows is itself a VM, and its hypervisor does not nest below the one of its host.",
		.remedy = "Use Windows 11 on a supported CPU; or set nestedVirtualization=false under [wsl2] in %UserProfile%\\.wslconfig to suppress the message.",
		.reference = "github.com/microsoft/WSL/issues/10106",
		.wordings = ND_WORDINGS(
			{ "wsl: Nested virtualization is not supported on this machine." },
			{ "{any}WSL_E_NESTED_NOT_SUPPORTED{any}" },
			{ "{any}eschachtelte Virtualisierung wird auf diesem Computer nicht unterst{any}" },
			{ "{any}virtualisation imbriqu{any}prise en charge sur cet ordinateur{any}" },
			{ "{any}se admite la virtualizaci{any}n anidada en esta m{any}" },
			{ "{any}virtualizzazione annidata non {any} supportata in questo computer{any}" },
			{ "{any}virtualiza{any}o aninhada n{any}o {any} suportada nesta m{any}" },
			{ "{any}suporte para virtualiza{any}o aninhada nesta m{any}" },
			{ "{any}Geneste virtualisatie wordt niet ondersteund op deze computer{any}" },
			{ "{any}Wirtualizacja zagnie{any} nie jest obs{any}ugiwana na tej maszynie{any}" },
			{ "{any}Вложенная виртуализация не поддерживается на этом компьютере{any}" },
			{ "{any}此计算机上不支持嵌套虚拟化{any}" },
			{ "{any}此電腦不支援巢狀虛擬化{any}" },
			{ "{any}ネスト化された仮想化はこのマシンではサポートされていません{any}" },
			{ "{any}이 컴퓨터에서는 중첩 가상화가 지원되지 않습니다{any}" },
			{ "{any}virtualizace nen{any} v tomto po{any} podporov{any}" },
			{ "{any}sanalla{any} bu makinede desteklenmiyor{any}" },
			{ "{any}Kapslad virtualisering st{any} inte p{any} den h{any}r datorn{any}" },
			{ "{any}Indlejret virtualisering underst{any}ttes ikke p{any}" },
			{ "{any}Nestet virtualisering st{any}ttes ikke p{any}" },
			{ "{any} virtualisointia ei tueta t{any}" },
			{ "{any} virtualiz{any}s nem t{any}mogatott ezen a g{any}" },
			{ "{any}Nested virtualisation is not supported on this machine{any}" }
		),
	},
	{
		.id = "wsl-wrong-file",
		.origin = "windows",
		.severity = ND_MSG_WARNING,
		.meaning = "The setting for nested virtualization is in a file in which WSL does not look for it.",
		.remedy = "Put nestedVirtualization=true under [wsl2] into %UserProfile%\\.wslconfig on Windows, then wsl --shutdown. If KVM is a module: modprobe kvm_intel (systemd does this when it is enabled).",
		.reference = "github.com/microsoft/WSL/issues/13262",
		.wordings = ND_WORDINGS(
			{ "wsl: Unknown key 'wsl2.nestedVirtualization' in {any}" }
		),
	},
	{
		.id = "wsl-no-hypervisor",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Windows could not start a VM (WSL2, Docker Desktop, containers): its hypervisor does not run.",
		.cause = "If Windows is itself a guest: VMX is not exposed to it. On a physical machine: virtualization is disabled in the firmware, or the feature Virtual Machine Platform is.",
		.remedy = "In a VM: expose virtualization in the hypervisor below (KVM: nested=1 and host-passthrough; Hyper-V: ExposeVirtualizationExtensions; VMware: vhv.enable). Else enable it in the firmware, wsl --install --no-distribution, bcdedit /set hypervisorlaunchtype auto, restart.",
		.reference = "github.com/microsoft/WSL/issues/6141",
		.wordings = ND_WORDINGS(
			{ "{any}0x80370102{any}" },
			{ "{any}0X80370102{any}" },
			{ "{any}0xC0370102{any}" },
			{ "{any}0xc0370102{any}" },
			{ "{any}HCS_E_HYPERV_NOT_INSTALLED{any}" },
			{ "{any}0xc0351000{any}" },
			{ "{any}0xC0351000{any}" },
			{ "{any}WSL_E_VIRTUAL_MACHINE_PLATFORM_REQUIRED{any}" },
			{ "{any}WSL2 is not supported with your current machine configuration{any}" },
			{ "{any}Virtual Machine Platform{any}nsure virtualization is enabled in the BIOS{any}" },
			{ "{any}WSL2 is unable to start since virtuali{any}" },
			{ "{any}aka.ms/enablevirtualization{any}" },
			{ "{any}he virtual machine could not be started because a required feature is not installed{any}" },
			{ "{any}wsl.exe --install --no-distribution{any}" },
			{ "{any}WSL2 kann nicht gestartet werden, da die Virtualisierung auf diesem Computer nicht aktiviert ist{any}" },
			{ "{any}WSL2 ne peut pas d{any}marrer, car la virtualisation {any}" },
			{ "{any}WSL2 no se puede iniciar porque la virtualizaci{any}n no {any}" },
			{ "{any}WSL2 无法启动，因为此计算机上未启用虚拟化{any}" },
			{ "{any}WSL2 無法啟動，因為此機未啟用虛擬化{any}" },
			{ "{any}仮想化が有効になっていないため、WSL2 を開始できません{any}" },
			{ "{any}No hypervisor was found{any}" },
			{ "{any}No hypervisor is present on this system{any}" },
			{ "WSL2 は、現在のマシン構成ではサポートされていません{any}" },
			{ "{any}当前计算机配置不支持 WSL2{any}" },
			{ "{any}WSL2 no es compatible con la configuraci{any}" },
			{ "{any}활성화되지 않은 이 컴퓨터에서는 WSL2를 시작할 수 없습니다{any}" },
			{ "{any}Не удалось запустить WSL2, так как на этом компьютере не включена {any}" },
			{ "{any}Impossibile avviare WSL2 perch{any} la virtualizzazione non {any}" },
			{ "{any}WSL2 n{any}o pode ser iniciado porque a virtualiza{any}" },
			{ "{any}uruchomić protokołu WSL2, ponieważ wirtualizacja nie {any}" },
			{ "{any}WSL2 nelze spustit, protože {any}virtualizace{any}" },
			{ "{any}Sanallaştırma {any}WSL2 başlatılamıyor{any}" },
			{ "{any}WSL2 kan niet worden gestart omdat virtualisatie niet {any}" },
			{ "{any}starta WSL2 eftersom virtualisering inte {any}" },
			{ "{any}WSL2 nem ind{any}tható el, mert a virtualizáció nincs {any}" },
			{ "{any}ordinateur virtuel n'a pas pu {any} car une fonctionnalit{any} requise n'est pas install{any}" },
			{ "{any}No se pudo iniciar la m{any}quina virtual porque no se instal{any}" },
			{ "{any}\"Error\": -2143878910{any}" },
			{ "{any}\"Error\":-2143878910{any}" }
		),
	},
	{
		.id = "hcs-not-available",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Windows' host compute service (vmcompute), which starts the VMs of WSL2, Docker and containers, is not there or does not start. The code says nothing of the processor's virtualization; without a hypervisor it is 0x80370102.",
		.cause = "The feature Virtual Machine Platform is not enabled or was damaged by an update, or the service cannot start: seen with an exploit protection setting (control flow guard) of vmcompute.exe.",
		.remedy = "optionalfeatures: enable Virtual Machine Platform (off and on again if it is), restart; net start vmcompute and its error. Windows Security, Exploit protection, Program settings: remove the override of control flow guard of vmcompute.exe.",
		.reference = "github.com/microsoft/WSL/issues/8693, github.com/microsoft/WSL/issues/4951",
		.wordings = ND_WORDINGS(
			{ "{any}HCS_E_SERVICE_NOT_AVAILABLE{any}" },
			{ "{any}0x80370114{any}" },
			{ "{any}0X80370114{any}" },
			{ "{any}he operation could not be started because a required feature is not installed{any}" },
			{ "{any}op{any}ration n'a pas pu {any} car une fonctionnalit{any} requise n'est pas install{any}" },
			{ "{any}No se pudo iniciar la operaci{any} porque no se instal{any}" }
		),
	},
	{
		.id = "wsl-disk",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "WSL could not use the virtual disk of a distribution: a code of Windows' virtual disk service (0xc03a...). That is no fault of the processor's virtualization.",
		.cause = "0xc03a0014: no provider for that disk was found; seen while the service vmcompute did not run. Others: the file is missing, in use, damaged, compressed or encrypted.",
		.remedy = "sc start vmcompute, wsl --shutdown, then again; the .vhdx must be neither compressed nor encrypted by NTFS; wsl --update.",
		.reference = "github.com/microsoft/WSL/issues/40734",
		.wordings = ND_WORDINGS(
			{ "{any}Wsl/{any}/0xc03a{hex}{any}" }
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
		.remedy = "KVM below: kvm_intel nested=1, a CPU with vmx (host-passthrough) and firmware that locks the register with VMX on. Hyper-V: ExposeVirtualizationExtensions. VMware: vhv.enable. Physical: enable VT-x or SVM.",
		.reference = "github.com/cloud-hypervisor/rust-hypervisor-firmware/pull/438",
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
			{ "{any}Hypervisor launch failed; Minimum CPUID leaves {any}", "Windows 10 to 11" }
		),
	},
	{
		.id = "hyperv-launch-failed",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Windows' hypervisor did not start; the message says why.",
		.cause = "ACPI tables, firmware or memory that it cannot use, or a boot loader that could not load it. In a guest all of these come from the hypervisor below.",
		.remedy = "Update firmware, or the hypervisor below and its firmware. bcdedit /set hypervisorlaunchtype auto switches the launch on.",
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
		.remedy = "Expose virtualization, with the VM off: Set-VMProcessor -VMName NAME -ExposeVirtualizationExtensions $true; host-passthrough on KVM. Then bcdedit /set hypervisorlaunchtype auto, restart; events 41 and 42 of Hyper-V-Hypervisor say more.",
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
		.id = "wsl-timeout",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "The VM of WSL, Docker or a container was started and did not answer in time.",
		.cause = "It hangs while it boots, or is so slow that it looks like that: nested on a machine that is overloaded or whose second-level address translation is emulated.",
		.remedy = "wsl --shutdown and try again; optionalfeatures: Virtual Machine Platform ticked; wsl --update, or an older WSL if an update brought it. On Windows as a guest: EPT or NPT has to be exposed; look how the level below is loaded.",
		.wordings = ND_WORDINGS(
			{ "{any}HCS_E_CONNECTION_TIMEOUT{any}" },
			{ "{any}0x80370109{any}" }
		),
	},
	{
		.id = "hcs-code",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Windows' host compute service, which starts the VMs of WSL, Docker and containers, ended with this code.",
		.cause = "What the code says; by itself it does not say whether nesting is the reason.",
		.remedy = "Events of Hyper-V-Compute and Hyper-V-Hypervisor of the same time say more.",
		.reference = "learn.microsoft.com/virtualization/api/hcs/reference/hcshresult",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}0x8037{hcs}{any}" },
			{ "{any}0X8037{hcs}{any}" },
			{ "{any}HCS_E_{word}{any}" }
		),
	},
	{
		.id = "docker-no-virtualization",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Docker Desktop found no virtualization.",
		.cause = "Virtualization is off in the firmware; Windows' hypervisor does not run (Hyper-V or Virtual Machine Platform not installed, hypervisorlaunchtype off); or Docker Desktop runs in a VM to which the hypervisor below does not expose it.",
		.remedy = "Enable VT-x or SVM in the firmware; in a VM expose it in the hypervisor below. On Windows: wsl --install --no-distribution, bcdedit /set hypervisorlaunchtype auto.",
		.reference = "github.com/docker/for-win/issues/12085",
		.wordings = ND_WORDINGS(
			{ "{any}ardware assisted virtualization and data execution protection must be enabled in the BIOS{any}" },
			{ "{any}Docker Desktop is unable to detect a Hypervisor{any}" },
			{ "{any}irtualization support wasn't detected{any}" },
			{ "{any}irtualisation support wasn't detected{any}" }
		),
	},
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
			{ "{any}\"STOPCODE\"{any}\"0x3E\"{any}" }
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
			{ "{any}UNSUPPORTED_INSTRUCTION_MODE{any}" }
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
			{ "{any}SYNTHETIC_WATCHDOG_TIMEOUT{any}" }
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
			{ "{any}INACCESSIBLE_BOOT_DEVICE{any}" }
		),
	},
	{
		.id = "windows-hypervisor-error",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Windows stopped with HYPERVISOR_ERROR (0x20001): its hypervisor met a state that must not be.",
		.cause = "As a guest: the level below emulates VMX or SVM wrongly, or a CPU feature changed under it (migration, resume).",
		.remedy = "Update the hypervisor below; switch virtualization-based security off in that guest to see whether it goes away.",
		.wordings = ND_WORDINGS(
			{ "{any}HYPERVISOR_ERROR{any}" },
			{ "{any}he bugcheck was: 0x00020001 {any}" }
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
		.id = "docker-deploy",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Docker Desktop could not start its Linux in WSL.",
		.cause = "WSL cannot start a VM, usually because this Windows has no virtualization, or its disk cannot be set up; the rest of the line says which.",
		.remedy = "wsl --status, and try wsl by itself: its error code says more.",
		.reference = "github.com/docker/for-win/issues/11941",
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "Failed to deploy distro {word} to {any}" },
			{ "{any}deploying WSL2 distributions: {any}" }
		),
	},
	{
		.id = "hyperv-guest-bugcheck",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "A guest of Hyper-V crashed and told Hyper-V its codes (event 18590 of Hyper-V-Worker): Windows those of its blue screen, Linux those of its panic.",
		.cause = "Of Windows: 0x1E, 0x3B, 0x50, 0x7E: an exception in the guest's kernel; 0x101, 0x133: one of its CPUs did not run in time; 0x20001: its own hypervisor. After a change of the CPU that the guest sees (hidden hypervisor, exposed virtualization) a feature that it expects is missing.",
		.remedy = "Undo the last change of the VM's processor settings; start the guest without its own hypervisor (bcdedit /set hypervisorlaunchtype off in it); the guest's memory dump names the driver.",
		.reference = "github.com/Justsenger/ExHyperV/issues/157",
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
		.id = "wsl-command-failed",
		.origin = "docker",
		.severity = ND_MSG_ERROR,
		.meaning = "Docker Desktop or Podman could not run a command of WSL; WSL's own error is beside it or in the program's log.",
		.cause = "WSL2's VM does not start: virtualization is off, or this Windows is a VM without it (on Azure also one of the security type Trusted Launch, or a size that does not nest); or WSL needs an update or a restart.",
		.remedy = "wsl --status and wsl -d NAME show WSL's own error and its code; Task Manager, Performance, CPU: Virtualization. In a VM expose virtualization, on Azure with a standard security type and a size that nests.",
		.reference = "github.com/docker/for-win/issues/13510",
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "An unexpected error was encountered while executing a WSL command.{any}" },
			{ "An unexpected error occurred while executing a WSL command.{any}" },
			{ "{any}Docker Desktop - Unexpected WSL error{any}" },
			{ "{any}wsl.exe [{any}] failed: exit status {any}" },
			{ "{any}the WSL import of guest OS failed: exit status {any}" },
			{ "{any}wsl.exe exited with code {n}{any}" }
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
		.remedy = "If that is in the way: memory integrity and Credential Guard off, restart. msinfo32 shows whether it runs.",
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
		.id = "whpx-failed",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU on Windows could not set up or run a guest on the Windows Hypervisor Platform; the line names the step and, if it has one, its code.",
		.cause = "80370302: a property that this Windows or processor does not have (nested virtualization for the guest is one). 80370303: not in the present configuration. c0350005: the hypervisor does not take a value. In a Windows that is a guest, virtualization has to be exposed with all that the hypervisor needs.",
		.remedy = "Leave that property out (nested virtualization, kernel-irqchip), update Windows, or run with -accel tcg.",
		.reference = "github.com/omacom/try-omarchy-windows/issues/19",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}WHPX: Failed to {any}hr=8037{hcs}{any}", "QEMU 2.12 to 10.0" },
			{ "{any}WHPX: Failed to {any}hr=c035{hvstatus}{any}", "QEMU 2.12 to 10.0" },
			{ "{any}WHPX: Failed to {any}", "QEMU 2.12 to 10.0" },
			{ "{any}WHPX: kernel irqchip requested, but unavailable{any}", "QEMU 10.0" },
			{ "{any}WHPX: failed to unmap GPA range{any}", "QEMU 11" },
			{ "{any}WHPX: failed to map GPA range{any}", "QEMU 11" }
		),
	},
	{
		.id = "whpx-injection",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "An interrupt for a guest was lost on the Windows Hypervisor Platform: the guest hangs while it boots.",
		.cause = "The interrupt controller that the hypervisor emulates does not take it (c0350005); known of QEMU with kernel-irqchip on.",
		.remedy = "-accel whpx,kernel-irqchip=off",
		.reference = "github.com/Tech-FZ/EmuGUI/issues/72",
		.wordings = ND_WORDINGS(
			{ "whpx: injection failed, MSI ({hex}, {hex}) delivery: {any}lost (c035{hvstatus})", "QEMU 6.0 to 10.0" },
			{ "whpx: injection failed, MSI {any}", "QEMU 6.0 to 10.0" }
		),
	},
	{
		.id = "whpx-works",
		.origin = "qemu",
		.severity = ND_MSG_NOTE,
		.meaning = "QEMU runs its guest on the Windows Hypervisor Platform.",
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "Windows Hypervisor Platform accelerator is operational", "QEMU 2.12 to 10.0" },
			{ "WHPX: setting APIC emulation mode in the hypervisor", "QEMU 6.0 to 10.0" }
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
		.id = "whp-refused",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "The Windows Hypervisor Platform is there, and refused a request of the VMM: the line names it.",
		.cause = "A property or an exit that this Windows, its hypervisor or this CPU does not have (E_INVALIDARG, 0x80070057: the parameter is incorrect); a VMM that is newer than Windows; or not enough memory.",
		.remedy = "Update Windows and the VMM, and report the line to the VMM's maintainers with winver. That virtualization is off it does not say; systeminfo shows whether the hypervisor runs.",
		.reference = "github.com/docker/desktop-feedback/issues/102",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}whp error, failed to {any}", "OpenVMM 2024 to 2026" },
			{ "{any}WHvCreatePartition failed{any}" },
			{ "{any}WHvSetPartitionProperty failed{any}" },
			{ "{any}WHvSetupPartition failed{any}" },
			{ "{any}WHvCreateVirtualProcessor failed{any}" },
			{ "{any}WHvMapGpaRange failed{any}" }
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
			{ "{any}0xC037{vidstatus}{any}" }
		),
	},
	{
		.id = "wsl-network",
		.origin = "wsl",
		.severity = ND_MSG_ERROR,
		.meaning = "WSL failed to set up its network. That is no fault of virtualization: the VM itself can be created.",
		.cause = "The host network service (HNS) or the firewall service does not run, or its network is in a bad state. 0x80041002 (WMI: not found): the virtual switch or network is not there.",
		.remedy = "wsl --shutdown, restart the services hns and mpssvc (or the machine), wsl --update; networkingMode=nat in .wslconfig.",
		.reference = "github.com/podman-container-tools/podman/issues/18898",
		.wordings = ND_WORDINGS(
			{ "{any}Wsl/{any}ConfigureNetworking/{any}" },
			{ "{any}Wsl/{any}/HNS/{any}" },
			{ "{any}CreateVm/ConfigureNetworking/{any}" },
			{ "{any}ailed to configure network (networkingMode {word}){any}" },
			{ "{any}WSL_E_VMSWITCH_NOT_{word}" }
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
		.id = "wsl-step",
		.origin = "wsl",
		.severity = ND_MSG_ERROR,
		.meaning = "WSL failed at the last step of the chain behind Wsl/.",
		.cause = "HCS: the VM could not be created or started (0x80004001, not implemented: seen with a WSL for x64 on a Windows for Arm). MountVhd, MountDisk: its disk. RegisterDistro, InstallDistro: the distribution. E_UNEXPECTED, E_FAIL: no reason was given; often an old WSL or another program in its network.",
		.remedy = "wsl --update, wsl --shutdown, then again; wsl --status. With HCS in the chain: is virtualization on, and exposed to this Windows if it is a VM?",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}Wsl/{any}/E_{word}" },
			{ "{any}Wsl/{any}/ERROR_{word}" },
			{ "{any}Wsl/{any}/0x8000{word}" },
			{ "{any}Wsl/{any}/0x8004{word}" }
		),
	},
	{
		.id = "wsl-systemd",
		.origin = "wsl",
		.severity = ND_MSG_WARNING,
		.meaning = "A distribution of WSL runs, and its systemd did not start the session of the user, or not in time. That is no fault of virtualization: the VM runs.",
		.cause = "Services of the distribution that fail or wait at its start, a home directory or /run/user that is not right, or a distribution that starts slowly.",
		.remedy = "In the distribution: systemctl --failed, journalctl -b, systemctl status user@$(id -u); wsl --shutdown and again; wsl --update; systemd=false under [boot] in /etc/wsl.conf shows whether that is all.",
		.wordings = ND_WORDINGS(
			{ "wsl: Failed to start the systemd user session for {any}" }
		),
	},
	{
		.id = "wsl-kernel",
		.origin = "wsl",
		.severity = ND_MSG_ERROR,
		.meaning = "WSL 2 has no kernel, or one that is too old for it. That is no fault of virtualization.",
		.cause = "WSL was enabled as a feature of Windows, and its kernel is a package of its own.",
		.remedy = "wsl --update (or --web-download), then wsl --shutdown.",
		.wordings = ND_WORDINGS(
			{ "{any}WSL 2 requires an update to its kernel component{any}" },
			{ "{any}requires a newer WSL kernel version{any}" },
			{ "{any}0x800701bc{any}" }
		),
	},
	{
		.id = "hyperv-already",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Hyper-V is not installed because the processor says that a hypervisor runs already.",
		.cause = "On a machine: Windows' own hypervisor, started for WSL2, VBS or memory integrity. In a VM: the hypervisor below shows itself and does not expose virtualization.",
		.remedy = "In a VM: expose virtualization there (Hyper-V: ExposeVirtualizationExtensions; VMware: vhv.enable and, for old Windows, hypervisor.cpuid.v0 = FALSE; KVM: host-passthrough). On a machine: install Hyper-V with DISM, it uses the one that runs.",
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
		.id = "whpx-exit",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU on WHPX met an exit of the guest that it does not handle, and stopped the guest.",
		.cause = "Code 4: the guest took an exception that it could not handle (triple fault); 5: a register value that Windows' hypervisor does not take; 6: a feature that it does not have. CPU models with features that WHPX does not pass on lead there.",
		.remedy = "-cpu with fewer features (-cpu Nehalem or qemu64) and -accel whpx,kernel-irqchip=off; a newer QEMU.",
		.reference = "github.com/SerenityOS/serenity/issues/11484",
		.wordings = ND_WORDINGS(
			{ "{any}WHPX: Unexpected VP exit code {n}{any}" }
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
		.id = "wsl-package",
		.origin = "wsl",
		.severity = ND_MSG_ERROR,
		.meaning = "WSL could not install or update itself, or a distribution. That is no fault of virtualization: no VM was started yet.",
		.cause = "The installer (CallMsi), the download (UpdatePackage, QueryLatestGitHubRelease, VerifyChecksum) or the distribution's own package failed; the code behind it is of Windows' installer.",
		.remedy = "As an administrator: wsl --update --web-download, or the .msi from github.com/microsoft/WSL/releases; services wslservice and msiserver running.",
		.reference = "github.com/microsoft/WSL",
		.wordings = ND_WORDINGS(
			{ "{any}Wsl/{any}CallMsi/{any}" },
			{ "{any}Wsl/{any}UpdatePackage/{any}" },
			{ "{any}Wsl/{any}VerifyChecksum/{any}" },
			{ "{any}Wsl/{any}QueryLatestGitHubRelease/{any}" },
			{ "{any}WSL_E_INSTALL_PROCESS_FAILED{any}" }
		),
	},
	{
		.id = "wsl-feature",
		.origin = "wsl",
		.severity = ND_MSG_ERROR,
		.meaning = "A feature of Windows that WSL needs is not there: the optional component Windows Subsystem for Linux, or a Windows that has it. That says nothing of the processor.",
		.cause = "The component was not enabled, or Windows took it back after the restart because another driver or component failed to install with it (dism and CBS.log say which); or this Windows is too old.",
		.remedy = "As an administrator wsl --install --no-distribution, restart, and look whether optionalfeatures still shows it ticked; C:\\Windows\\Logs\\CBS\\CBS.log if it does not.",
		.reference = "jishuzhan.net/article/2071158265567866882",
		.wordings = ND_WORDINGS(
			{ "{any}WSL_E_WSL_OPTIONAL_COMPONENT_REQUIRED{any}" },
			{ "{any}WSL_E_INSTALL_COMPONENT_FAILED{any}" },
			{ "{any}WSL_E_OS_NOT_SUPPORTED{any}" },
			{ "{any}ailed to enable Windows component '{any}' (exit code {n}){any}" }
		),
	},
	{
		.id = "wsl-crashed",
		.origin = "wsl",
		.severity = ND_MSG_ERROR,
		.meaning = "The VM of WSL 2 ran and crashed. Virtualization works, as far as starting a VM goes.",
		.cause = "Its Linux panicked or took a triple fault: a kernel of one's own, no memory left, or below another hypervisor an emulation that is not complete.",
		.remedy = "wsl --shutdown and again; wsl --debug-shell and the crash dump in %TEMP%\\wsl-crashes; without kernel= in .wslconfig; more memory.",
		.reference = "github.com/microsoft/WSL",
		.wordings = ND_WORDINGS(
			{ "{any}WSL_E_VM_CRASHED{any}" },
			{ "{any}he WSL2 Virtual Machine crashed{any}" }
		),
	},
	{
		.id = "wsl-own-kernel",
		.origin = "wsl",
		.severity = ND_MSG_ERROR,
		.meaning = "WSL does not find the kernel or the modules that .wslconfig names. That is no fault of virtualization.",
		.remedy = "kernel= and kernelModules= under [wsl2] in %UserProfile%\\.wslconfig: full paths of Windows with doubled backslashes, or leave both out; a kernel of one's own brings its modules with it.",
		.reference = "github.com/microsoft/WSL",
		.wordings = ND_WORDINGS(
			{ "{any}WSL_E_CUSTOM_KERNEL_NOT_FOUND{any}" },
			{ "{any}he custom kernel specified in {any} was not found{any}" },
			{ "{any}he custom kernel modules VHD in {any} was not found{any}" },
			{ "{any}ernel modules were supplied without specifying a customised kernel{any}" }
		),
	},
	{
		.id = "wsl-own-code",
		.origin = "wsl",
		.severity = ND_MSG_ERROR,
		.meaning = "WSL ended with a code of its own (WSL_E_...), about distributions, disks or its use. That is no fault of the processor's virtualization.",
		.cause = "What its name says: a distribution that is not found, not stopped or not of version 2; a disk that is in use, damaged or not mounted; an option that is not right.",
		.remedy = "wsl --list --verbose, wsl --status; wsl --update.",
		.reference = "github.com/microsoft/WSL",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}WSL_E_{word}{any}" }
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
		.meaning = "Hyper-V exposes virtualization to this VM.",
		.wordings = ND_WORDINGS(
			{ "ExposeVirtualizationExtensions{any}: True" }
		),
	},
	{
		.id = "hyperv-worker",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Hyper-V's worker process (vmwp.exe), of which each VM has one, did not start or ended; the code says why.",
		.cause = "0x8007042b: it ended at once: mostly an exploit protection setting (control flow guard off for vmwp.exe or the whole system), antivirus software, or damaged files. 0x80070569: a policy took the right to log on as a service. 0x800705aa: no memory. That is no fault of the processor's virtualization.",
		.remedy = "Windows Security, Exploit protection, Program settings: remove the overrides of vmwp.exe and vmcompute.exe; Get-WinEvent -LogName Microsoft-Windows-Hyper-V-Worker-Admin -MaxEvents 20.",
		.reference = "github.com/kubernetes/minikube/issues/9242",
		.wordings = ND_WORDINGS(
			{ "{any}ailed to start worker process: {any}(0x8007{win32}){any}" }
		),
	},
	{
		.id = "wsl-boot-timeout",
		.origin = "wsl",
		.severity = ND_MSG_ERROR,
		.meaning = "WSL's VM was created, and its Linux did not report within the time that WSL waits: it hangs while it boots, or is very slow.",
		.cause = "WSL 2.7.5 and later (kernel 6.18): in a Windows that is a guest of KVM its connection through VMBus fails, and on some processors the kernel hangs or crawls, while 2.6.3 and 2.7.3 (older kernels) start. Else a machine that is overloaded, or nested without second-level address translation.",
		.remedy = "An older WSL (the .msi of 2.6.3), or a newer one once it is mended: wsl --update; debugConsole=true under [wsl2] in .wslconfig shows how far the kernel gets. In a VM: look at the load of the level below.",
		.reference = "github.com/microsoft/WSL/issues/40820, 40783, 41601",
		.wordings = ND_WORDINGS(
			{ "{any}Wsl/{any}CreateVm/0x800705b4{any}" }
		),
	},
	{
		.id = "wsl-no-distribution",
		.origin = "wsl",
		.severity = ND_MSG_ERROR,
		.meaning = "WSL is there and has no distribution installed. That is no fault of virtualization; programs that bring their own (Rancher Desktop, Docker Desktop, Podman) do not need one.",
		.remedy = "wsl --install -d Ubuntu; or update the program that stumbles over it.",
		.reference = "github.com/rancher-sandbox/rancher-desktop/issues/1655",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}Windows Subsystem for Linux has no installed distributions{any}" },
			{ "{any}WSL_E_DEFAULT_DISTRO_NOT_FOUND{any}" }
		),
	},
	{
		.id = "hyperv-socket",
		.origin = "docker",
		.severity = ND_MSG_ERROR,
		.meaning = "Docker Desktop could not use Hyper-V's sockets, by which it talks to its VM: they are there only while Hyper-V runs.",
		.cause = "Hyper-V is not installed or did not start: virtualization is off in the firmware, or this Windows is a VM to which the hypervisor below does not expose it (VirtualBox before 6.1 cannot at all).",
		.remedy = "In a VM: expose virtualization below, with the VM off. Then Hyper-V (or Virtual Machine Platform) on, bcdedit /set hypervisorlaunchtype auto, restart.",
		.reference = "github.com/docker/for-win/issues/34",
		.wordings = ND_WORDINGS(
			{ "{any}server socket listening on \"hyperv-connect:{any}" }
		),
	},
	{
		.id = "whpx-gave-up",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU or the Android emulator gave up on the Windows Hypervisor Platform; a line before it says why.",
		.cause = "Without such a line: the platform is not installed, or Windows' hypervisor does not run (in a VM: virtualization is not exposed to it).",
		.remedy = "optionalfeatures: Windows Hypervisor Platform; systeminfo shows whether the hypervisor runs; -accel tcg runs the guest, slowly.",
		.reference = "github.com/omacom/try-omarchy-windows/issues/19",
		.fold = true,
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "{any}failed to initialize whpx: {any}", "QEMU 10.0" },
			{ "{any}failed to initialize WHPX: {any}", "QEMU 2.12 to 9.2" },
			{ "{any}WHPX: Failed to exec a virtual processor{any}", "QEMU 2.12 to 10.0" }
		),
	},
	{
		.id = "whpx-emulate",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU on the Windows Hypervisor Platform could not emulate an access of the guest to a device, and stopped the guest. The number has a bit for each cause.",
		.cause = "2: Windows' emulator does not know the instruction; 4: QEMU's port, 8: its device did not answer; 16, 32: the guest's address could not be translated; 64, 128: registers could not be read or set. With hr=c0350005 beside it: a build of Windows and this QEMU do not fit.",
		.remedy = "Update Windows and QEMU or the emulator (builds 21292 to 21301 of Windows broke it); -cpu with fewer features, -accel whpx,kernel-irqchip=off; -accel tcg.",
		.reference = "github.com/microsoft/WSL/issues/6471, github.com/kjliew/qemu-3dfx/issues/44",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}WHPX: Failed to emulate {word} access with EmulatorReturnStatus: {n}", "QEMU 2.12 to 10.0" }
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
		.id = "multipass-hyperv",
		.origin = "multipass",
		.severity = ND_MSG_ERROR,
		.meaning = "Multipass' check for Hyper-V failed; the line names what it did not find.",
		.cause = "It asks Windows for its version, the hypervisor, the features Microsoft-Hyper-V and Microsoft-Hyper-V-Hypervisor and the service vmms, through PowerShell and its registry; an answer that it cannot read, which a slow PowerShell or a screen reader can cause, counts as none. In a VM Hyper-V needs exposed virtualization.",
		.remedy = "As administrator: Enable-WindowsOptionalFeature -Online -FeatureName Microsoft-Hyper-V -All, restart; bcdedit /set hypervisorlaunchtype auto. multipass set local.driver=virtualbox does without Hyper-V.",
		.reference = "github.com/canonical/multipass/issues/2655",
		.wordings = ND_WORDINGS(
			{ "{any}Multipass support for Hyper-V requires Windows 10{any}", "Multipass 1.0 to 1.15" },
			{ "{any}Multipass requires at least Windows 10 version{any}", "Multipass 1.0 to 1.15" },
			{ "{any}The Hyper-V Hypervisor is disabled. Please enable{any}", "Multipass 1.0 to 1.15" },
			{ "{any}The Hyper-V Windows feature is disabled. Please enable{any}", "Multipass 1.0 to 1.15" },
			{ "{any}The Hyper-V service does not exist. Ensure Hyper-V{any}", "Multipass 1.0 to 1.15" },
			{ "{any}The Hyper-V service is set to disabled{any}", "Multipass 1.0 to 1.15" },
			{ "{any}Cannot determine if Hyper-V is available on this system{any}", "Multipass 1.0 to 1.15" }
		),
	},
	{
		.id = "hyperv-code",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "A message of Hyper-V about one VM; the code says what failed, whatever the language.",
		.cause = "0x8007000d: a part of its configuration or saved state is damaged or of another version. 0x8007000e, 0x800705aa: no memory. 0x80070005: no right to a file. 0xc0351xxx, 0x80370xxx: the hypervisor or the VM itself.",
		.remedy = "Get-WinEvent -LogName Microsoft-Windows-Hyper-V-Worker-Admin -MaxEvents 20. With 0x8007000d delete the saved state, or make the VM anew with the same disk. In a VM: is virtualization exposed?",
		.reference = "github.com/canonical/multipass/issues/3090",
		.last = true,
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
		.meaning = "Hyper-V could not start a VM; this line does not say why.",
		.cause = "The next line, or the event of Hyper-V-VMMS or Hyper-V-Worker of the same time, says it. In a Windows that is a VM often: virtualization is not exposed to it, or there is not enough memory.",
		.remedy = "Get-WinEvent -LogName Microsoft-Windows-Hyper-V-Worker-Admin -MaxEvents 20",
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
			{ "{any}' failed to change state." },
			{ "{any}Der Status von \"{any}\" konnte nicht geändert werden." },
			{ "{any} n'a pas pu changer d'état." }
		),
	},
	{
		.id = "hcs-not-supported",
		.origin = "docker",
		.severity = ND_MSG_ERROR,
		.meaning = "Windows refused to make a container that is to be a small VM (Hyper-V isolation): it does not have what that needs.",
		.cause = "Hyper-V is not installed, or only its management tools without the platform; or this Windows is a VM without exposed virtualization, or the image is for another version.",
		.remedy = "Features Microsoft-Hyper-V (with the platform) and Containers on, restart. In a VM: expose virtualization below first. Or --isolation=process with an image of the same version.",
		.reference = "github.com/moby/moby/issues/40720",
		.wordings = ND_WORDINGS(
			{ "{any}hcsshim::CreateComputeSystem {any}: The request is not supported{any}" }
		),
	},
	{
		.id = "whpx-arm-irqchip",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU on the Windows Hypervisor Platform does not start with kernel-irqchip=off on Arm: there Windows always has the interrupt controller.",
		.cause = "That option helps on x86 and was added for both, by hand or by the program that starts QEMU.",
		.remedy = "-accel whpx without kernel-irqchip=off.",
		.reference = "github.com/microsoft/quicksand/issues/34",
		.wordings = ND_WORDINGS(
			{ "{any}WHPX: on Arm, only kernel-irqchip=on is currently supported{any}", "QEMU 11" },
			{ "{any}WHPX: split irqchip currently not supported{any}", "QEMU 6.0 to 11" }
		),
	},
	{
		.id = "whpx-arm-old",
		.origin = "qemu",
		.severity = ND_MSG_ERROR,
		.meaning = "This Windows on Arm has a Windows Hypervisor Platform that is older than what QEMU can use.",
		.remedy = "Windows 11 build 26100.3915 or later.",
		.wordings = ND_WORDINGS(
			{ "{any}WHPX: host OS exposing pre-release WHPX implementation{any}", "QEMU 11" }
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
		.cause = "InvalidState: the VM runs or is saved. NotSupported, InvalidParameter: a setting that this Hyper-V does not have or take. OperationFailed, Unspecified: Hyper-V tried and failed (its hypervisor does not run, memory, files, network).",
		.remedy = "Get-WinEvent -LogName Microsoft-Windows-Hyper-V-VMMS-Admin -MaxEvents 20; nestdiag dmesg on all lines of the error.",
		.reference = "learn.microsoft.com/powershell/module/hyper-v",
		.fold = true,
		.elsewhere = true,
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
		.id = "hyperdbg-driver",
		.origin = "hyperdbg",
		.severity = ND_MSG_ERROR,
		.meaning = "HyperDbg, a debugger that is a hypervisor, did not get its driver loaded.",
		.cause = "Hyper-V, VBS or memory integrity runs on this Windows; driver signature enforcement is on; the file of the driver is not there; StartService failure (7f): this Windows lacks a function that the driver was built for. In a VM: VT-x is not exposed to it.",
		.remedy = "systeminfo: does a hypervisor run? Test signing on, memory integrity off and bcdedit /set hypervisorlaunchtype off, restart (Windows then lacks that protection); in VMware vhv.enable. Better in a VM of its own.",
		.reference = "github.com/HyperDbg/HyperDbg/issues/212, 393",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "unable to install VMM driver" },
			{ "failed to install or load the driver" },
			{ "Failed to install or load the driver" },
			{ "err, StartService failure ({hex})" }
		),
	},
	{
		.id = "hyperv-vid",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Hyper-V could not start a VM: its Virtualization Infrastructure Driver (VID) does not run.",
		.cause = "Windows' hypervisor does not run (virtualization is off, or not exposed to this Windows if it is a VM), or the driver's device is disabled.",
		.remedy = "systeminfo: does the hypervisor run? bcdedit /set hypervisorlaunchtype auto; Device Manager, System devices: Microsoft Hyper-V Virtualization Infrastructure Driver on; restart.",
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
			{ "{any}has encountered a watchdog timeout and was reset{any}" }
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
		.id = "hyperv-no-driver",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Hyper-V's management service misses a driver that it needs; \"hypervisor\" is Windows' hypervisor itself (Hyper-V-VMMS event 14098).",
		.cause = "The hypervisor was not started: virtualization is off, or not exposed to this Windows if it is a VM, or hypervisorlaunchtype is off. Else the role is installed in part, or a restart is due.",
		.remedy = "systeminfo: does the hypervisor run? Expose virtualization to the VM; bcdedit /set hypervisorlaunchtype auto; install the role again; restart.",
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
		.id = "windows-wmi-hidden",
		.origin = "windows",
		.severity = ND_MSG_NOTE,
		.meaning = "WMI's Win32_Processor shows no virtualization (VMX or SVM) or no second-level address translation (EPT, NPT).",
		.cause = "It also does so wherever a hypervisor runs: Windows' own (HypervisorPresent True), or that of the machine whose VM this Windows is. Without one, the processor or firmware does not have it.",
		.remedy = "(Get-CimInstance Win32_ComputerSystem).HypervisorPresent; if True, systeminfo and msinfo32 (system model, virtualization-based security) tell whether this Windows is a VM.",
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
		.id = "hyperv-service",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "A service on which Windows' VMs depend did not start: vmcompute (containers, WSL2), vmms (Hyper-V), hns (their network) or HvHost.",
		.cause = "Access denied: an exploit protection setting for vmcompute.exe or vmwp.exe, antivirus software or a policy; not found: the feature is not installed. HvHost ends at once if Windows' hypervisor does not run.",
		.remedy = "systeminfo: does the hypervisor run? Events of the System log and Hyper-V-Compute of that time; Windows Security, Exploit protection, Program settings: take the overrides of vmcompute.exe out; the feature off, restart, on.",
		.reference = "github.com/anthropics/claude-code/issues/32574",
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
		.cause = "32788, 32778: mostly more memory for the VM than this Windows has free. 32775: it is in another state already, or hangs in one. 32773: a setting that it does not take. In a Windows that is a guest also: virtualization is not exposed to it.",
		.remedy = "Less memory for the VM (Docker Desktop: Settings, Resources); Get-VM shows its state; restart vmms. The reason stands in Get-WinEvent -LogName Microsoft-Windows-Hyper-V-VMMS-Admin -MaxEvents 20.",
		.reference = "github.com/docker/for-win/issues/5945, 6591; learn.microsoft.com, Msvm_ComputerSystem",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}rror code '{wmi}'{any}" },
			{ "{any}rror code: {wmi}{any}" },
			{ "{any}peration failed with result {wmi}{any}" },
			{ "{any}Fehlercode: \"{wmi}\"{any}" },
			{ "{any}code d'erreur \" {wmi} \"{any}" },
			{ "{any}Return{word}alue{any}: {wmi}" }
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
		.id = "hyperv-attachment",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Hyper-V could not open a file of a VM, its virtual disk mostly, and did not start the VM. That is no fault of virtualization.",
		.cause = "Access denied: the VM's own account (NT VIRTUAL MACHINE and its number) has no right to the file, as after a copy, a restore or a changed folder. Not found: the file was moved, or its drive is not there. In use: another VM or program holds it.",
		.remedy = "Take the disk out of the VM's settings and add it again, or icacls FILE /grant \"NT VIRTUAL MACHINE\\Virtual Machines:F\"; Docker Desktop: Reset to factory defaults makes a new disk.",
		.reference = "github.com/docker/for-win/issues/8035",
		.fold = true,
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
			{ "{any}Ethernet switch port connect failed{any}" }
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
		.cause = "\"hash is not allowed\": Secure Boot, whose template does not fit the system. \"Time out\" at a DVD: nobody pressed the key that Windows' installer waits for. \"did not load\", \"not found\": no system on that disk, or one made for generation 1.",
		.remedy = "The VM's settings, Security: Secure Boot off, or the template \"Microsoft UEFI Certificate Authority\" for Linux. Firmware: the right disk first. A system with MBR needs a VM of generation 1. Press a key at once at a DVD.",
		.reference = "github.com/hashicorp/packer/issues/6208",
		.fold = true,
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
		.id = "sandbox-failed",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "Windows Sandbox, which is a small VM, did not start; the code beside says why.",
		.cause = "0xc0351000, 0x80370102: no hypervisor, because virtualization is off or not exposed to this Windows (a VM). 0x80070002, 0x80070569, 0x800706d9 and other 0x8007: files or services of Windows. 0x80370106: the VM ended by itself.",
		.remedy = "nestdiag explain CODE. In a VM expose virtualization to it; else optionalfeatures: Windows Sandbox off and on again, Windows updated.",
		.last = true,
		.fold = true,
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "{any}Windows Sandbox failed to {any}" }
		),
	},
	{
		.id = "wsl-register-code",
		.origin = "wsl",
		.severity = ND_MSG_ERROR,
		.meaning = "WSL could not register or start a distribution. The code is a general one of Windows, none of those that say that virtualization is missing (0x80370102, 0xc0351000).",
		.cause = "80004005, 8000ffff: no reason given. 80040154: WSL's component is not enabled or registered. 80040306: the legacy console. 80040326: a Windows or WSL that is too old. 8007023e, d0000225, 800703fa: a damaged or half removed installation.",
		.remedy = "wsl --update, wsl --shutdown, restart; optionalfeatures: Virtual Machine Platform and Windows Subsystem for Linux; wsl --unregister NAME and install the distribution anew.",
		.wordings = ND_WORDINGS(
			{ "{any}RegisterDistribution failed with error: 0x8000{word}" },
			{ "{any}RegisterDistribution failed with error: 0x8004{word}" },
			{ "{any}RegisterDistribution failed with error: 0xd000{word}" },
			{ "{any}RegisterDistribution failed with error: 0x8007023e" },
			{ "{any}RegisterDistribution failed with error: 0x800703fa" }
		),
	},
	{
		.id = "wsl-share",
		.origin = "wsl",
		.severity = ND_MSG_ERROR,
		.meaning = "The files of a distribution of WSL (\\\\wsl$, \\\\wsl.localhost) are not reachable: the distribution does not run.",
		.cause = "WSL's VM did not start, which other lines or wsl -d NAME say (no virtualization in this Windows, or in a VM none exposed), the distribution is not installed, or the P9 network provider of Windows is missing.",
		.remedy = "wsl -l -v; wsl -d NAME shows WSL's own error: nestdiag explain on it. wsl --shutdown and start anew.",
		.last = true,
		.fold = true,
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "{any}\\wsl${any}network path was not found{any}" },
			{ "{any}\\wsl${any}network name cannot be found{any}" },
			{ "{any}\\wsl.localhost\\{any}network path was not found{any}" },
			{ "{any}\\wsl.localhost\\{any}network name cannot be found{any}" }
		),
	},
	{
		.id = "wsl-distro-gone",
		.origin = "wsl",
		.severity = ND_MSG_ERROR,
		.meaning = "A distribution of WSL that ran has ended, and with it what used it (Docker Desktop).",
		.cause = "wsl --shutdown or --terminate by hand or by another program, an update of Windows or WSL, a resume from standby; or its VM crashed or ran out of memory. It had started: virtualization was there.",
		.remedy = "Start it anew. If it ends again and again: dmesg within it, memory= in .wslconfig, wsl --update.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}WSL distro terminated abruptly{any}" },
			{ "{any}WSL distro Docker Desktop relies on has exited unexpectedly{any}" },
			{ "{any}he Windows Subsystem for Linux instance has terminated{any}" }
		),
	},
	{
		.id = "wsl-winsock",
		.origin = "wsl",
		.severity = ND_MSG_ERROR,
		.meaning = "WSL could not talk to its VM: Windows' sockets refused the operation. That is no fault of virtualization.",
		.cause = "A program in Windows' sockets (a layered service provider of a VPN, proxy or firewall) that does not know WSL's sockets.",
		.remedy = "netsh winsock reset and restart; that program updated, or wsl.exe excluded from it.",
		.wordings = ND_WORDINGS(
			{ "{any}he attempted operation is not supported for the type of object referenced{any}" }
		),
	},
	{
		.id = "docker-memory",
		.origin = "docker",
		.severity = ND_MSG_ERROR,
		.meaning = "This machine has not enough free memory for the VM of Docker Desktop. That is no lack of virtualization.",
		.remedy = "Less memory for the VM (Settings, Resources; .wslconfig), or fewer programs; a VM needs more of its host, fixed and not dynamic.",
		.wordings = ND_WORDINGS(
			{ "{any}ot enough memory to start Docker {any}" },
			{ "{any}start Docker Desktop but you don't have enough memory{any}" }
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
};

const struct nd_catalogue nd_catalogue_windows = {
	"windows", messages, ARRAY_SIZE(messages)
};
