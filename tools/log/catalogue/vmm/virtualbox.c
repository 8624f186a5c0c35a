// SPDX-License-Identifier: GPL-2.0-only
/* VirtualBox. */
#include "tools/log/catalogue/catalogue.h"

static const struct nd_clause vbox_kvm_capability[] = {
	{ 0, "XCRS", NULL,
	  "The processor, or the CPU that the level below gives this VM, has no XSAVE.",
	  NULL },
	{ 0 }
};

static const struct nd_clause vbox_ring0[] = {
	{ 0, "VERR_NOT_AVAILABLE", NULL,
	  "Reported of VirtualBox 7.2.2 on Linux 6.16, where 7.2.0 ran, without a cause found.",
	  NULL },
	{ 0 }
};

/*
 * Which system it is shows in the program's name. Firmware that has VT-x off
 * has a code of its own (VERR_VMX_MSR_...): this one is a CPUID without it.
 */
static const struct nd_clause vbox_no_vmx[] = {
	{ 0, "VBoxManage.exe", NULL,
	  "The processor shows none to VirtualBox: Windows' own hypervisor holds it (Hyper-V, WSL2, virtualization-based security); this Windows is a VM to which the hypervisor below does not expose it; or off in the firmware.",
	  "systeminfo: with a hypervisor detected on a machine, bcdedit /set hypervisorlaunchtype off, or VirtualBox on top of it (Windows Hypervisor Platform). In a VM: expose it below. Else VT-x or SVM on in the firmware." },
	{ 0, "VBoxManage: error", NULL,
	  "The processor shows neither vmx nor svm. On Linux that is mostly a VM to which the hypervisor below does not expose it (a cloud, a hosted runner, a VM of VirtualBox or VMware); else an old processor, or off in the firmware.",
	  "In a VM: nesting on below with the whole CPU (host-passthrough, vhv.enable, --nested-hw-virt on), the VM off; at a cloud or on a hosted runner one that nests. On a machine: VT-x or SVM on in the firmware." },
	{ 0 }
};

/* A signal is never of Windows, and a program's name with .exe never of another system. */
static const struct nd_clause vbox_ended[] = {
	{ 0, "because of signal", NULL,
	  "Linux: the module vboxdrv is not loaded or of another version, or VirtualBox crashed. macOS: it was not allowed in Privacy & Security, or is VirtualBox for Intel on Apple silicon.",
	  "Linux: /sbin/vboxconfig, then dmesg for the reason of a refusal. macOS: System Settings, Privacy & Security: allow the software of Oracle, restart; on Apple silicon VirtualBox's build for arm64. Else the last lines of VBox.log." },
	{ 0, ".exe: error", NULL,
	  "The driver (service vboxsup) does not run, or antivirus software got into the process. In a VM or beside Hyper-V also a failure of VT-x.",
	  "sc start vboxsup (as administrator), read the last lines of VBoxHardening.log and VBox.log; reinstall VirtualBox." },
	{ 0 }
};

static const struct nd_clause vbox_nem[] = {
	{ 0, "KVM_CREATE_", NULL,
	  "The KVM back end needs a KVM that is there, allowed and free, and EPT and XSAVE.",
	  "Unload KVM, so that VirtualBox uses VMX or SVM itself: modprobe -r kvm_intel (or kvm_amd); in a VM give it EPT and XSAVE. Update VirtualBox." },
	{ 0, "Call to hv_v", NULL,
	  "This macOS is itself a guest, or its Hypervisor.framework refuses VirtualBox.",
	  "sysctl kern.hv_support kern.hv_vmm_present (1 and 0 are wanted): in a VM run it on the Mac itself. Update VirtualBox." },
	{ 0, "MISSING_KERNEL_API", NULL,
	  "This Windows lacks the interface that VirtualBox needs to run on top of Hyper-V, which holds VT-x or AMD-V (or WSL2 or virtualization-based security does).",
	  "bcdedit /set hypervisorlaunchtype off and restart (Windows is then without that protection), and virtualization on in the firmware; or update Windows and VirtualBox." },
	{ 0 }
};

static const struct nd_clause vbox_file[] = {
	{ 0, "VERR_VD_", NULL,
	  "A virtual disk: its image is damaged or of another kind.",
	  NULL },
	{ 0, "NOT_FOUND", NULL,
	  "The file was moved or deleted.",
	  NULL },
	{ 0, "ACCESS_DENIED", NULL,
	  "This user has no right to it, or another program has it.",
	  NULL },
	{ 0, "SHARING_VIOLATION", NULL,
	  "Another program has it.",
	  "End the program that has the file open (another VirtualBox, a backup, antivirus software). The line, or VBox.log before it, names the file." },
	{ 0, "DISK_FULL", NULL,
	  "The host's disk has no space left.",
	  "Free space on the disk of the file, which the line, or VBox.log before it, names." },
	{ 0, "ALREADY_EXISTS", NULL,
	  "There is one already.",
	  NULL },
	{ 0 }
};

#define NO_DEVICE(error, word) \
	{ error, word, NULL, \
	  "A device or setting that this version does not have, often of the extension pack.", \
	  "VBoxManage list extpacks: the extension pack has to be of the same version. VBox.log before the line names the part." }
#define MIXED(error, word) \
	{ error, word, NULL, \
	  "A damaged or mixed installation.", \
	  "Install VirtualBox again, with the extension pack of the same version; VBox.log before the line names the part." }

static const struct nd_clause vbox_part[] = {
	NO_DEVICE(0, "VERR_PDM_"), NO_DEVICE(0, "VERR_CFGM_"),
	MIXED(0, "VERR_MODULE"), MIXED(0, "VERR_LDR"), MIXED(0, "VERR_VERSION"),
	MIXED(0, "VERR_SYMBOL"),
	{ 0, "VERR_VUSB", NULL,
	  "No right to the host's USB.",
	  "Give this user the right to the host's USB devices, or the VM no USB; VBox.log before the line names the device." },
	{ 0 }
};

static const struct nd_clause vbox_firmware_off[] = {
	{ 0, "VERR_SVM_DISABLED",
	  "VirtualBox found SVM (AMD-V) disabled by the firmware, or by the hypervisor below that emulates it. The processor has it.",
	  "VM_CR.SVMDIS is set: SVM Mode is off in the firmware.",
	  "Enable SVM (SVM Mode, AMD-V) in the firmware and power-cycle. In a VM: the hypervisor below has to expose virtualization." },
	{ 0, "VERR_VMX_",
	  "VirtualBox found VMX (VT-x) disabled by the firmware, or by the hypervisor below that emulates it.",
	  "IA32_FEATURE_CONTROL is locked without VMX, or only with VMX in SMX: VT-x is off in the firmware.",
	  "Enable VT-x in the firmware and power-cycle. In a VM: the hypervisor below has to expose virtualization." },
	{ 0 }
};

static const struct nd_clause vbox_no_nem[] = {
	{ 0, "(HVP=0)",
	  "VirtualBox looked for Windows' own hypervisor in place of VT-x or AMD-V, and none runs: CPUID shows no hypervisor (HVP=0).",
	  "Hyper-V does not run, so it holds nothing either. Why VT-x or AMD-V itself could not be used stands in the line beside this one (VERR_VMX_..., VERR_SVM_...): mostly it is off in the firmware.",
	  "VT-x or SVM on in the firmware, then a cold start. Nothing has to be switched off in Windows for this line." },
	{ 0 }
};

static const struct nd_message messages[] = {
	{
		.id = "vbox-vmx-controls",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "VirtualBox needs VMX controls that this processor, or the hypervisor below it, does not allow together: no guest starts with VT-x.",
		.cause = "cpu= are the bits that must be set, val= those that VirtualBox wants, zap= those that may be set. A processor has them together, so in a VM it is the level below that exposes VMX in part.",
		.remedy = "nestdiag caps, or the HM: MSR_IA32_VMX_ lines of VBox.log (nestdiag --from VBox.log); more VMX features or another hypervisor below; a newer VirtualBox.",
		.reference = "src/VBox/VMM/VMMR0/HMVMXR0.cpp of VirtualBox",
		.wordings = ND_WORDINGS(
			{ "{any}hmR0Vmx{word}: invalid {any} controls combo! {any}", "VirtualBox 5.0" },
			{ "{any}hmR0VmxSetupProcCtls: unsupported {word} combo!", "VirtualBox 5.0" },
			{ "{any}hmR0VmxSetupProcCtls: Unrestricted Guest set as true when secondary {any}", "VirtualBox 5.0" },
			{ "{any}hmR0VmxSetupTaggedTlb: Unsupported EPTP memory type {hex}{any}", "VirtualBox 5.0" },
			{ "{any}MSR count in VMCS exceeded cMsrs={n} Supported={n}{any}", "VirtualBox 5.0" }
		),
	},
	{
		.id = "vbox-vmx-lost",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "VMX was off on this CPU when VirtualBox wanted to enter a guest, though it had switched it on before.",
		.cause = "Another hypervisor or driver on this host switched it off, or the host slept in between.",
		.remedy = "Stop the other hypervisor (KVM, VMware, HAXM, security software); restart the host.",
		.reference = "src/VBox/VMM/VMMR0/HMVMXR0.cpp of VirtualBox",
		.wordings = ND_WORDINGS(
			{ "{any}VMXR0Enter: X86_CR4_VMXE bit in CR4 is not set!{any}", "VirtualBox 5.0" }
		),
	},
	{
		.id = "vbox-needs-hm",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "This VM needs VT-x or AMD-V (several CPUs, or a 64-bit guest), and it is switched off in the VM's own settings.",
		.cause = "The setting hwvirtex of the VM; the processor of the host has not been asked.",
		.remedy = "VBoxManage modifyvm NAME --hwvirtex on (System, Acceleration), or one CPU and a 32-bit guest.",
		.reference = "src/VBox/VMM/VMMR3/HM.cpp of VirtualBox",
		.wordings = ND_WORDINGS(
			{ "{any}Configuration error: SMP requires HM to be enabled!{any}", "VirtualBox 5.0" },
			{ "{any}Configuration error: HM forced but not enabled!{any}", "VirtualBox 5.0" },
			{ "{any}Hardware virtualization is not currently enabled in the Acceleration section of the System page{any}", "VirtualBox 5.0" }
		),
	},
	{
		.id = "vbox-cpuid-differs",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "A saved state of VirtualBox has a feature of the processor that this host does not have: the state is not resumed, or the guest runs with a loss.",
		.cause = "It was saved on another host, before a microcode or firmware update, or below another hypervisor.",
		.remedy = "Resume it where it was saved and shut the guest down there; or discard the saved state (the guest loses what it had not written).",
		.reference = "src/VBox/VMM/VMMR3/CPUM.cpp of VirtualBox",
		.wordings = ND_WORDINGS(
			{ "{any}CPUM: {any} is not supported by the host but has already exposed to the guest{any}", "VirtualBox 5.0" },
			{ "{any}CPUM: {any} is not supported by the host but already exposed to the guest{any}", "VirtualBox 5.0" },
			{ "{any}cpumR3LoadExec: CpuId mismatch!{any}", "VirtualBox 5.0" }
		),
	},
	{
		.id = "vbox-pae",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "The guest wants PAE, and the VM's settings give it none: VirtualBox stops it. VT-x or AMD-V is not at fault.",
		.remedy = "VBoxManage modifyvm NAME --pae on (System, Processor).",
		.reference = "src/VBox/VMM/VMMR3/PGM.cpp of VirtualBox",
		.wordings = ND_WORDINGS(
			{ "{any}guest is trying to switch to the PAE mode which is currently disabled by default in VirtualBox{any}", "VirtualBox 5.0" }
		),
	},
	{
		.id = "vbox-host-memory",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "The host has no memory left that VirtualBox can lock for the guest: it pauses the VM.",
		.remedy = "Close other programs or VMs, or give the VM less memory; then resume it.",
		.reference = "src/VBox/VMM/VMMR3/EM.cpp of VirtualBox",
		.wordings = ND_WORDINGS(
			{ "{any}Unable to allocate and lock memory. The virtual machine will be paused{any}", "VirtualBox 5.0" }
		),
	},
	{
		.id = "vbox-mixed",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "VirtualBox' program and its ring-0 module (VMMR0.r0) are of different builds: no VM starts.",
		.cause = "An update of one of the two only, or a test build over an installed one.",
		.remedy = "Remove VirtualBox, restart, install it anew; on Linux /sbin/vboxconfig too.",
		.reference = "src/VBox/VMM/VMMR0/VMMR0.cpp of VirtualBox",
		.wordings = ND_WORDINGS(
			{ "{any}VMMR0InitVM: Revision mismatch, r3={n} r0={n}{any}", "VirtualBox 5.0" },
			{ "{any}VMMR0InitVM: Build type mismatch, {any}", "VirtualBox 5.0" }
		),
	},
	{
		.id = "vbox-64-bit",
		.origin = "virtualbox",
		.severity = ND_MSG_WARNING,
		.meaning = "The VM is set to a 64-bit guest, and this host has no VT-x or AMD-V for it (or no 64 bits): VirtualBox runs it as a 32-bit machine, so a 64-bit system does not boot.",
		.cause = "Off in the firmware; held by Windows' Hyper-V; or this is a VM to which the hypervisor below exposes no virtualization.",
		.remedy = "VT-x or AMD-V on in the firmware; Windows: Hyper-V off if it holds it; in a VM expose it below (systeminfo on Windows, nestdiag check on Linux). Or install a 32-bit system.",
		.reference = "src/VBox/Main/src-client/ConsoleImpl2.cpp of VirtualBox",
		.wordings = ND_WORDINGS(
			{ "{any}64-bit guest type selected but the host CPU does NOT support {any}", "VirtualBox 5.0" }
		),
	},
	{
		.id = "vbox-window-vt",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "VirtualBox's window: VT-x or AMD-V is on in the VM's settings, and does not work on this host or is not there. A 64-bit guest sees no 64-bit CPU and does not boot, nor do OS/2, QNX and the like.",
		.cause = "Off in the firmware; held by another hypervisor (on Windows Hyper-V, memory integrity, WSL2); or this host is a VM to which the hypervisor below does not expose it.",
		.remedy = "Firmware: VT-x, AMD-V on, then a cold start. Windows: systeminfo tells whether a hypervisor runs. In a VM: expose virtualization below. Linux: nestdiag check.",
		.reference = "src/VBox/Frontends/VirtualBox/nls of VirtualBox",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}VT-x/AMD-V{any}64{any}64{any}" },
			{ "{any}VT-x/AMD-V{any}OS/2{any}QNX{any}" },
			{ "{any}VT-x/AMD-V 硬件加速已被启用{any}" },
			{ "{any}VT-x/AMD-V хардуерното ускорение не е достъпно{any}" },
			{ "{any}не підтримує апаратного прискорення VT-x/AMD-V{any}" }
		),
	},
	{
		.id = "vbox-critical",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "VirtualBox stopped a VM with a Guru Meditation: its monitor could not go on. This text, which the window shows, does not say why; VBox.log does.",
		.cause = "A guest that crashed (triple fault), another hypervisor in the way (Hyper-V on Windows; KVM on Linux), a level below with incomplete VMX or SVM, or a bug of VirtualBox.",
		.remedy = "nestdiag dmesg on VBox.log of the VM: the lines around \"Guru Meditation\" and \"HM:\" have the code.",
		.reference = "github.com/VirtualBox/virtualbox/issues/176",
		.fold = true,
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "{any}critical error has occurred while running the virtual machine{any}" },
			{ "{any}the contents of the log file VBox.log and the image file VBox.png{any}" },
			{ "{any}log file VBox.log and the image file VBox.png{any}" }
		),
	},
	{
		.id = "vbox-device-assertion",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "VirtualBox met a state that it takes for impossible; the file and the check are in the line, the status behind rcStrict.",
		.cause = "A bug of VirtualBox, often in the emulation of a device (pgmPhysWriteHandler: the guest wrote to one in a way that it does not take, at GCPhys); seen with drivers of systems of one's own.",
		.remedy = "Another device of that kind in the VM's settings, a newer VirtualBox; report it there with VBox.log.",
		.wordings = ND_WORDINGS(
			{ "AssertLogRel {any}" },
			{ "rcStrict=VERR_{word} GCPhys={hex}" }
		),
	},
	{
		.id = "vbox-assertion",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "VirtualBox stopped at an assertion, a state that it takes for impossible; \"Location\" has the file and the function, \"Expression\" what should hold, rc= the status.",
		.cause = "A bug of VirtualBox or of its port (Genode's vbox5, vbox6). The thread's exception 3 and its end (\"Killed EC\", core dumped) follow from that.",
		.remedy = "A newer version; report it there with these lines and VBox.log.",
		.reference = "github.com/genodelabs/genode/issues/2182, github.com/genodelabs/genode/issues/4568",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}!!Assertion Failed!!" }
		),
	},
	{
		.id = "vbox-hostonly",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "VirtualBox could not make a host-only network: its driver for that (vboxnetadp) is not there. Virtualization of the processor is not the reason.",
		.cause = "Linux: the modules are not built for this kernel, not loaded or refused by Secure Boot. macOS: the kernel extension was not allowed, or a Mac with Apple silicon, on which VirtualBox before 7 does not run. Windows: the driver's installation failed.",
		.remedy = "Linux: vboxconfig, then modprobe vboxnetadp. macOS: allow it in Privacy & Security, restart; macOS 11 and later with VirtualBox 7: host-only networks in place of adapters. Windows: install VirtualBox anew.",
		.reference = "github.com/geerlingguy/drupal-vm/issues/2157",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}Failed to create the host-only adapter{any}" },
			{ "{any}VBoxNetAdpCtl: Error while adding new interface: {any}" }
		),
	},
	{
		.id = "vbox-saved-cpu",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "A saved state or snapshot of a VirtualBox VM was made on another CPU: the guest saw a feature there that this host does not have.",
		.cause = "A VM that was saved on another machine, or before an update of microcode or of the level below that took the feature away.",
		.remedy = "Discard the state and boot the guest anew: VBoxManage discardstate NAME, or a snapshot that was taken with the VM off. To keep it, go on where it was saved and shut it down.",
		.reference = "github.com/ashemery/CuckooVM/issues/2",
		.wordings = ND_WORDINGS(
			{ "{any}VERR_SSM_LOAD_CPUID_MISMATCH{any}" }
		),
	},
	{
		.id = "vbox-netif",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "VirtualBox did not find the host's network interface that a VM is to be bridged to, or its host-only adapter. Virtualization of the processor is not the reason.",
		.cause = "The interface has another name now or is gone (a host-only adapter after an update); on Windows VirtualBox' filter driver (NDIS6) is not bound to it.",
		.remedy = "VBoxManage list bridgedifs, hostonlyifs; choose it anew in the VM's settings. Windows: the adapter's properties, tick the VirtualBox NDIS6 driver, or disable and enable the adapter.",
		.reference = "github.com/docker-archive-public/docker.machine/issues/2748",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}VERR_INTNET_FLT_IF_NOT_FOUND{any}" },
			{ "{any}is not a Host-Only Adapter interface{any}" },
			{ "{any}Could not find Host Interface Networking driver{any}" }
		),
	},
	{
		.id = "vbox-extension-pack",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "A VM of VirtualBox needs the Extension Pack, or another version of it. It has nothing to do with virtualization of the processor.",
		.cause = "USB 2.0 or 3.0 (before VirtualBox 7), NVMe, disk encryption or a web cam in the settings of the VM, and no Extension Pack of this very version.",
		.remedy = "VBoxManage list extpacks; VBoxManage extpack install --replace FILE of the same version; or the devices out of the VM: VBoxManage modifyvm NAME --usbehci off --usbxhci off.",
		.reference = "github.com/VIDA-NYU/reprozip-examples/issues/23",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}Implementation of the {any} not found!{any}" },
			{ "{any}incompatible version of the 'Oracle VM VirtualBox Extension Pack'{any}" },
			{ "{any}install the 'Oracle VM VirtualBox Extension Pack'{any}" },
			{ "{any}VERR_PDM_DEVHLPR3_VERSION_MISMATCH{any}" },
			{ "The device helper structure version has changed." }
		),
	},
	{
		.id = "vbox-root-mode",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "VirtualBox found VMX or SVM in use by another hypervisor of this host: on Linux that is KVM. The firmware has it on.",
		.cause = "Linux: KVM, which since 6.12 enables virtualization when its module is loaded. Windows: Hyper-V and what needs it (WSL2, Virtual Machine Platform, memory integrity), VMware, or a driver such as the Android emulator's (gvm before 1.3). illumos, FreeBSD: bhyve.",
		.remedy = "Linux: modprobe -r kvm_intel (or kvm_amd), or boot with kvm.enable_virt_at_load=0; VirtualBox 7.2.10 and later can use KVM, and then need it set to 1. Windows: switch those off (less protection) and restart, or end the other program. bhyve: stop its guests.",
		.reference = "github.com/VirtualBox/virtualbox/issues/188, github.com/sisoputnfrba/foro/issues/2673",
		.wordings = ND_WORDINGS(
			{ "{any}VERR_VMX_IN_VMX_ROOT_MODE{any}" },
			{ "{any}VirtualBox can't operate in VMX root mode{any}" },
			{ "{any}VirtualBox can't enable the AMD-V extension{any}" },
			{ "{any}VT-x is being used by another hypervisor{any}" },
			{ "{any}AMD-V is being used by another hypervisor{any}" },
			{ "{any}VERR_SVM_IN_USE{any}" }
		),
	},
	{
		.id = "vbox-driver",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "VirtualBox' kernel module is not loaded, or its device is missing.",
		.cause = "Linux: not built for this kernel, or refused by Secure Boot. Windows: its service (vboxsup) not started. macOS: not allowed in Privacy & Security, or VirtualBox for Intel on Apple silicon. Also --driverless where the host's own hypervisor cannot take its place; containers and WSL have no such module.",
		.remedy = "Linux: /sbin/vboxconfig, then dmesg for the reason of a refusal. Windows: sc start vboxsup. macOS: System Settings, Privacy & Security: allow the software of Oracle, restart; on Apple silicon VirtualBox's build for arm64. nestdiag dmesg reads what dmesg says.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}PR_VBOX_MODULE{any}" },
			{ "{any}PR_VBOX_DEVICE_MISSING{any}" },
			{ "{any}vboxdrv kernel module is not loaded{any}" },
			{ "{any}vboxdrv does not exist{any}" },
			{ "{any}kernel driver (vboxdrv) is either not loaded{any}" },
			{ "{any}kernel driver (vboxdrv) is probably not loaded{any}" },
			{ "{any}Kernel driver not installed (rc={n}){any}" },
			{ "VirtualBox is complaining that the kernel module is not loaded{any}" },
			{ "{any}modprobe vboxdrv failed{any}" },
			{ "{any}VERR_VM_DRIVER_NOT_INSTALLED{any}" },
			{ "{any}VERR_VM_DRIVER_NOT_ACCESSIBLE{any}" },
			{ "{any}VERR_VM_DRIVER_LOAD_ERROR{any}" },
			{ "{any}VERR_VM_DRIVER_OPEN_ERROR{any}" },
			{ "{any}VMMR0.r0 (VERR_SUPDRV_COMPONENT_NOT_FOUND){any}" },
			{ "{any}VERR_SUP_DRIVERLESS{any}" },
			{ "VMSetError: Driverless mode" },
			{ "{any}Не може да се достъпи драйверът на ядрото{any}" },
			{ "{any}No es pot accedir al controlador del nucli{any}" },
			{ "{any}Nelze načíst ovladač pro jádro{any}" },
			{ "{any}Kan ikke tilgå kernemodulet{any}" },
			{ "{any}Der Kerntreiber kann nicht angesprochen werden{any}" },
			{ "{any}¡No se puede acceder al controlador del kernel{any}" },
			{ "{any}به هسته درایور نمیتوان دسترسی داشت{any}" },
			{ "{any}Ytimen ajuriin ei päästy käsiksi{any}" },
			{ "{any}Impossible d{any}accéder au pilote noyau{any}" },
			{ "{any}Non é posíbel acceder ao controlador do núcleo{any}" },
			{ "{any}A kernel driver nem elérhető{any}" },
			{ "{any}Tak bisa mengakses driver kernel{any}" },
			{ "{any}Impossibile accedere al driver del kernel{any}" },
			{ "{any}カーネルドライバーにアクセスできません{any}" },
			{ "{any}커널 드라이버에 접근할 수 없습니다{any}" },
			{ "{any}Nepavyksta pasiekti branduolio tvarkyklės{any}" },
			{ "{any}Kan het kernelstuurprogramma niet benaderen{any}" },
			{ "{any}Nie można uzyskać dostępu do sterownika jądra systemu{any}" },
			{ "{any}Não é possível aceder ao controlador kernel{any}" },
			{ "{any}Não foi possível acessar o módulo do kernel{any}" },
			{ "{any}Nu se poate accesa driverul de nucleu{any}" },
			{ "{any}Нет доступа к драйверу ядра{any}" },
			{ "{any}Chyba prístupu k jadernému ovládaču{any}" },
			{ "{any}Не може да се приступи драјву језгра{any}" },
			{ "{any}Kan inte komma åt kärndrivrutinen{any}" },
			{ "{any}Kernel sürücüsüne erişilemiyor{any}" },
			{ "{any}Нема доступу до драйвера ядра{any}" },
			{ "{any}无法访问内核驱动程序{any}" },
			{ "{any}無法存取核心驅動程式{any}" },
			{ "{any}Драйверът на ядрото е недостъпен{any}" },
			{ "{any}Ovladač jádra je nedostupný{any}" },
			{ "{any}Kernemodul er ikke tilgængeligt{any}" },
			{ "{any}Auf den Kerntreiber kann nicht zugegriffen werden{any}" },
			{ "{any}Controlador del kernel no accesible{any}" },
			{ "{any}هسته درایور قابل دسترسی نیست{any}" },
			{ "{any}Pilote noyau non trouvé{any}" },
			{ "{any}O controlador do núcleo non é accesíbel{any}" },
			{ "{any}A kernel driver nem érhető el{any}" },
			{ "{any}Driver kernel tak bisa diakses{any}" },
			{ "{any}Driver del kernel non accessibile{any}" },
			{ "{any}커널 드라이버에 접근할 수 없음{any}" },
			{ "{any}Branduolio tvarkyklė nepasiekiama{any}" },
			{ "{any}Kernelstuurprogramma niet toegankelijk{any}" },
			{ "{any}Sterownik jądra systemu jest niedostępny{any}" },
			{ "{any}O controlador kernel não está acessível{any}" },
			{ "{any}Módulo de kernel não está acessível{any}" },
			{ "{any}Driver nucleu inaccesibil{any}" },
			{ "{any}Драйвер ядра не доступен{any}" },
			{ "{any}Jaderný ovládač nie je prístupný{any}" },
			{ "{any}Кернел није доступан{any}" },
			{ "{any}Kärndrivrutinen är inte nåbar{any}" },
			{ "{any}Kernel sürücüsü erişilebilir değil{any}" },
			{ "{any}Драйвер ядра недоступний{any}" },
			{ "{any}内核驱动无法访问{any}" },
			{ "{any}核心驅動程式不可存取{any}" },
			{ "{any}(vboxdrv){any}/dev/vboxdrv{any}" }
		),
	},
	{
		.id = "vbox-driver-version",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "The kernel module of VirtualBox that is loaded is of another version than the program. That is no lack of virtualization.",
		.cause = "VirtualBox was updated and the module was not built, loaded or allowed anew; or the distribution's package and Oracle's are mixed.",
		.remedy = "Close all VMs; modprobe -r vboxnetflt vboxnetadp vboxdrv, then /sbin/vboxconfig (dkms autoinstall, modprobe vboxdrv); one package's version of both. Windows: restart, reinstall.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}VERR_VM_DRIVER_VERSION_MISMATCH{any}" },
			{ "{any}Kernel driver version mismatch{any}" },
			{ "{any}VirtualBox kernel modules do not match this version of VirtualBox{any}" },
			{ "{any}RTR3InitEx failed with rc=-1912{any}" },
			{ "RTR3Init failed with rc=-1912{any}" }
		),
	},
	{
		.id = "vbox-network-driver",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "VirtualBox' driver for bridged and host-only networks is missing (vboxnetflt, vboxnetadp; on Windows NDIS6 Bridged Networking). That is no lack of virtualization.",
		.cause = "Not loaded or not built for this kernel, not enabled for this network card (Windows), or not allowed (macOS: Security settings).",
		.remedy = "Linux: modprobe vboxnetflt vboxnetadp, /sbin/vboxconfig if they are not there. Windows: the box VirtualBox NDIS6 Bridged Networking Driver of the network card. Or NAT as the VM's network.",
		.fold = true,
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}VERR_SUPDRV_COMPONENT_NOT_FOUND{any}" }
		),
	},
	{
		.id = "vbox-no-file",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "VirtualBox did not find a file: mostly one of the VM (a disk, an ISO, a drive of the host), or one of its own. That is no lack of virtualization.",
		.cause = "It was moved or deleted, its disk is not mounted, or the host's CD or USB drive that the VM has is not there; or VirtualBox is only partly installed.",
		.remedy = "The VM's settings, Storage: take the missing one out or choose it anew. VBox.log names it.",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}VBox status code: -102 (VERR_FILE_NOT_FOUND){any}" },
			{ "{any}(VERR_FILE_NOT_FOUND){any}" },
			{ "VERR_FILE_NOT_FOUND" },
			{ "{any} VERR_FILE_NOT_FOUND" }
		),
	},
	{
		.id = "vbox-tsc-mode",
		.origin = "virtualbox",
		.severity = ND_MSG_NOTE,
		.meaning = "VirtualBox did not give its guest the mode of the TSC that the guest's paravirtualization asked for; the guest goes on with the other. By itself that is no failure.",
		.cause = "The VM does not run on VMX or SVM by VirtualBox's own module: seen on Windows with Hyper-V on, where newer Linux guests hang as they boot.",
		.remedy = "If the guest hangs: which of the two it runs on stands in the lines HM and NEM of VBox.log; another version of VirtualBox, or Hyper-V off (bcdedit /set hypervisorlaunchtype off, restart: less protection).",
		.reference = "github.com/chef/bento/issues/1251",
		.wordings = ND_WORDINGS(
			{ "TM: Host/VM is not suitable for using TSC mode '{any}', request to change TSC mode ignored" }
		),
	},
	{
		.id = "vbox-driverless",
		.origin = "virtualbox",
		.severity = ND_MSG_NOTE,
		.meaning = "VirtualBox runs this VM without a kernel module of its own, on the host's hypervisor (NEM: KVM, Windows', Apple's). The turtle in its window says the same.",
		.cause = "Wanted: VirtualBox for KVM (virtualbox-kvm), Macs with Apple silicon, --driverless. Not wanted: the module (vboxdrv, vboxsup) is not loaded.",
		.remedy = "Nothing, if it runs. To use the module: /sbin/vboxconfig on Linux, sc start vboxsup on Windows. A failure stands in the lines behind it.",
		.reference = "github.com/cyberus-technology/virtualbox-kvm/issues/60",
		.wordings = ND_WORDINGS(
			{ "HM: HMR3Init: Attempting fall back to NEM: Driverless mode" }
		),
	},
	{
		.id = "vbox-split-lock",
		.origin = "virtualbox",
		.severity = ND_MSG_WARNING,
		.meaning = "VirtualBox on KVM warns: the host slows down every split lock of a guest, which makes guests crawl or hang.",
		.cause = "kernel.split_lock_mitigate is 1: a program, or a Windows guest, that takes a lock across two cache lines waits for each of them.",
		.remedy = "On the host: sysctl kernel.split_lock_mitigate=0, or boot with split_lock_detect=off; dmesg | grep split_lock shows who takes them.",
		.reference = "github.com/cyberus-technology/virtualbox-kvm/issues/60",
		.wordings = ND_WORDINGS(
			{ "NEM: WARNING: /proc/sys/kernel/split_lock_mitigate is {any}" }
		),
	},
	{
		.id = "vbox-no-nem",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "VirtualBox cannot run on the host's own hypervisor (Hyper-V, KVM), which was to stand in for VT-x or AMD-V: those it could not use either.",
		.cause = "Virtualization is off in the firmware, Hyper-V holds it on a Windows host, or in a VM the hypervisor below does not expose it.",
		.remedy = "Enable VT-x or SVM in the firmware; on Windows disable Hyper-V or use VirtualBox on top of it; in a VM expose nested virtualization in the hypervisor below.",
		.reference = "github.com/kubernetes/minikube/issues/5326; src/VBox/VMM/VMMR3/NEMR3Native-win.cpp of VirtualBox",
		.elsewhere = true,
		.clauses = vbox_no_nem,
		.wordings = ND_WORDINGS(
			{ "{any}VERR_NEM_NOT_AVAILABLE{any}" }
		),
	},
	{
		.id = "vbox-no-vmx",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "VirtualBox found no VMX or SVM for its guests: it gives up, or falls back on the host's hypervisor or on emulation, which is slow.",
		.cause = "Virtualization is off in the firmware, Hyper-V holds it on a Windows host, or in a VM the hypervisor below does not expose it.",
		.remedy = "Enable VT-x or SVM in the firmware; on Windows disable Hyper-V or use VirtualBox on top of it; in a VM expose nested virtualization in the hypervisor below.",
		.reference = "github.com/kubernetes/minikube/issues/5326",
		.clauses = vbox_no_vmx,
		.wordings = ND_WORDINGS(
			{ "{any}VERR_VMX_NO_VMX{any}" },
			{ "{any}VERR_SVM_NO_SVM{any}" },
			{ "VT-x is not available{any}" },
			{ "AMD-V is not available{any}" },
			{ "HM: HMR3Init: Attempting fall back to NEM: {any}VT-x{any}" },
			{ "HM: HMR3Init: Attempting fall back to NEM: {any}AMD-V{any}" },
			{ "HM: HMR3Init: Falling back on IEM: {any}" },
			{ "CPUM: No hardware-virtualization capability detected" },
			{ "Hardware virtualization is enabled in the Acceleration section of the System page although it is not supported by the host system{any}" }
		),
	},
	{
		.id = "vbox-no-driver",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "VirtualBox's kernel driver (vboxdrv, on newer Windows vboxsup) does not run, so no guest can.",
		.cause = "Windows: the service is stopped or stuck, or was not installed; a hypervisor or protection that Windows loads before it can be why. Linux: the module is not built for this kernel, not loaded, or its signature is not trusted.",
		.remedy = "Windows: sc query vboxsup (before 7: vboxdrv), sc start of the same as administrator, restart, or install VirtualBox again. Linux: /sbin/vboxconfig as root shows why.",
		.reference = "github.com/myspaghetti/macos-virtualbox/issues/216",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}\\Device\\VBoxDrvStub) failed: {any}" },
			{ "{any}Driver is probably stuck stopping/starting.{any}" }
		),
	},
	{
		.id = "vbox-module-old",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "VirtualBox' kernel module that is loaded is of another version than VirtualBox: it lacks a function that this version calls.",
		.cause = "VirtualBox was updated, and the module of the version before is still loaded or was not built anew; or packages of two sources are mixed.",
		.remedy = "Restart after the update. Linux: /sbin/vboxconfig, or the distribution's package of the modules in the same version; modinfo vboxdrv shows which is there.",
		.reference = "github.com/VirtualBox/virtualbox/issues/425",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}Unable to locate imported symbol '{any}' for module '{any}", "VirtualBox 7" },
			{ "{any}Failed to load R0 module {any}" }
		),
	},
	{
		.id = "vbox-ring0",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "VirtualBox' kernel module could not get VT-x or AMD-V going; the code behind it says why.",
		.cause = "Another hypervisor holds it, or it is off; the code says more.",
		.remedy = "lsmod | grep kvm: unload kvm_intel or kvm_amd to compare; the lines HM: of VBox.log; another version of VirtualBox.",
		.reference = "github.com/VirtualBox/virtualbox/issues/222",
		.last = true,
		.clauses = vbox_ring0,
		.wordings = ND_WORDINGS(
			{ "{any}HM ring-0 init failed: {any}", "VirtualBox 4 to 7" }
		),
	},
	{
		.id = "vbox-firmware-off",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "VirtualBox found VMX or SVM disabled by the firmware, or by the hypervisor below that emulates it.",
		.cause = "IA32_FEATURE_CONTROL is locked without VMX (or only with VMX in SMX), or VM_CR.SVMDIS is set.",
		.remedy = "Enable VT-x or SVM in the firmware and power-cycle. In a VM: the hypervisor below has to expose virtualization.",
		.reference = "github.com/kubernetes/minikube/issues/5456",
		.clauses = vbox_firmware_off,
		.wordings = ND_WORDINGS(
			{ "{any}VERR_VMX_MSR_ALL_VMX_DISABLED{any}" },
			{ "{any}VERR_VMX_MSR_VMX_DISABLED{any}" },
			{ "{any}VERR_VMX_MSR_LOCKING_FAILED{any}" },
			{ "{any}VERR_VMX_MSR_VMX_ENABLE_FAILED{any}" },
			{ "{any}VERR_VMX_MSR_SMX_VMX_ENABLE_FAILED{any}" },
			{ "{any}VERR_VMX_MSR_LOCKED_OR_DISABLED{any}", "VirtualBox 2 to 4.3" },
			{ "{any}VERR_VMX_MSR_VMXON_DISABLED{any}" },
			{ "{any}VERR_SVM_DISABLED{any}" }
		),
	},
	{
		.id = "vbox-entry",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "The processor refused to run a guest of VirtualBox.",
		.cause = "VirtualBox under another hypervisor, whose VMX or SVM rejects the state or controls that it sets; or a bug in VirtualBox.",
		.remedy = "VBox.log behind this line dumps the state. Update VirtualBox and the hypervisor below; another CPU model, or a guest without nested VT-x, may start.",
		.wordings = ND_WORDINGS(
			{ "{any}VERR_VMX_UNABLE_TO_START_VM{any}" },
			{ "{any}VERR_VMX_INVALID_HOST_STATE{any}" },
			{ "{any}VERR_VMX_INVALID_GUEST_STATE{any}" },
			{ "{any}VERR_VMX_INVALID_VMCS_FIELD{any}" },
			{ "{any}VERR_VMX_VMENTRY_FAILED{any}" },
			{ "{any}VERR_SVM_UNABLE_TO_START_VM{any}" },
			{ "{any}VERR_SVM_INVALID_GUEST_STATE{any}" }
		),
	},
	{
		.id = "vbox-hyperv",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "VirtualBox cannot use VMX or SVM because Windows' hypervisor holds it, and running on top of Hyper-V did not work.",
		.cause = "Hyper-V, WSL2, Virtual Machine Platform, Windows Sandbox or virtualization-based security is on. VirtualBox then needs the Windows Hypervisor Platform, and is slow and cannot nest.",
		.remedy = "To use VMX: bcdedit /set hypervisorlaunchtype off, memory integrity off, restart. To run on Hyper-V: install Windows Hypervisor Platform and update VirtualBox (6.1 or later).",
		.reference = "github.com/kubernetes/minikube/issues/4587",
		.wordings = ND_WORDINGS(
			{ "{any}VERR_SUPDRV_NO_RAW_MODE_HYPER_V_ROOT{any}" },
			{ "{any}Raw-mode is unavailable courtesy of Hyper-V.{any}", "VirtualBox 5.2 to 6.0" },
			{ "{any}Call to WHv{word} failed: {any}", "VirtualBox 6.0 to 7.2" },
			{ "{any}WHvCapabilityCodeHypervisorPresent is FALSE{any}", "VirtualBox 6.0 to 7.2" },
			{ "{any}Failed to set WHvPartitionProperty{any}", "VirtualBox 6.0 to 7.2" }
		),
	},
	{
		.id = "vbox-nem",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "VirtualBox's back end on the host's own hypervisor (NEM: Hyper-V on Windows, KVM on Linux, Hypervisor.framework on macOS) failed.",
		.cause = "Windows: Hyper-V, WSL2 or virtualization-based security holds VT-x or AMD-V, and running on top of it did not work; or this Windows lacks that interface. Linux: the KVM back end needs a KVM that is there, allowed and free, and EPT and XSAVE. macOS: itself a guest. Internal errors (IPE) are of VirtualBox' own code.",
		.remedy = "Linux: unload KVM, so that VirtualBox uses VMX or SVM itself: modprobe -r kvm_intel (or kvm_amd); in a VM give it EPT and XSAVE. Windows: bcdedit /set hypervisorlaunchtype off and restart, and virtualization on in the firmware. Update VirtualBox.",
		.reference = "github.com/VirtualBox/virtualbox/issues/603",
		.follows = "vbox-hyperv",
		.clauses = vbox_nem,
		.wordings = ND_WORDINGS(
			{ "{any}VERR_NEM_IPE_{n}{any}" },
			{ "{any}VERR_NEM_VM_CREATE_FAILED{any}" },
			{ "KVM_CREATE_VM failed: {n}", "VirtualBox 6.1 to 7.2" },
			{ "KVM_CREATE_VCPU failed for VCpu #{n}: {n}", "VirtualBox 6.1 to 7.2" },
			{ "Call to hv_v{word} failed: {any}", "VirtualBox 6.1 to 7.2" },
			{ "{any}VERR_NEM_INIT_FAILED{any}" },
			{ "{any}VERR_NEM_MAP_PAGES_FAILED{any}" },
			{ "{any}VERR_NEM_GET_REGISTERS_FAILED{any}" },
			{ "{any}VERR_NEM_SET_REGISTERS_FAILED{any}" },
			{ "{any}VERR_NEM_MISSING_FEATURE{any}" },
			{ "{any}VERR_NEM_MISSING_KERNEL_API_{n}{any}" },
			{ "{any}VERR_NEM_MISSING_KERNEL_API ({any}" }
		),
	},
	{
		.id = "vbox-on-windows",
		.origin = "virtualbox",
		.severity = ND_MSG_NOTE,
		.meaning = "VirtualBox runs this guest on Windows' own hypervisor (NEM) and has no VMX or SVM itself.",
		.cause = "Hyper-V, WSL2, virtualization-based security or memory integrity is on. Such guests are slow, cannot nest, and some do not start (macOS panics).",
		.remedy = "Where that hurts: switch those off, bcdedit /set hypervisorlaunchtype off, restart.",
		.reference = "github.com/myspaghetti/macos-virtualbox/issues/103",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "NEM: WHvCapabilityCodeProcessor{any}" },
			{ "NEM: VidGetHvPartitionId{any}" },
			{ "{any}WHvCapabilityCodeHypervisorPresent is TRUE, so this might work{any}" },
			{ "{any}Snail execution mode is active!{any}" }
		),
	},
	{
		.id = "vbox-nested-paging",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "VirtualBox's own nested paging for nested guests (EPT in EPT) contradicted itself: a bug in VirtualBox.",
		.cause = "One of its guests runs nested guests (nested VT-x), and one of their pages was not mapped as VirtualBox expects.",
		.remedy = "Update VirtualBox; switch nested VT-x off for that VM, or use another hypervisor there. The report is open.",
		.reference = "github.com/VirtualBox/virtualbox/issues/450",
		.wordings = ND_WORDINGS(
			{ "{any}pgmR0Bth{any}NestedTrap0eHandler: {any}" },
			{ "{any}VERR_PGM_MAPPING_IPE{any}" },
			{ "{any}pgmPoolTracDerefGCPhys{any}" }
		),
	},
	{
		.id = "vbox-status",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "VirtualBox stopped with this status code.",
		.cause = "What the code says. IPE stands for internal processing error: a bug in VirtualBox, or a level below with incorrect emulation.",
		.remedy = "VBox.log of that VM says where; update VirtualBox and the hypervisor below.",
		.last = true,
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "{any}VERR_{verr}{any}" },
			{ "Guru Meditation {verrnumber}{any}" },
			{ "{any}Guru Meditation -{n} ({word}){any}" },
			{ "{any}VERR_VMX_{word}{any}" },
			{ "{any}VERR_SVM_{word}{any}" },
			{ "{any}VERR_HM_{word}{any}" },
			{ "{any}VERR_NEM_{word}{any}" },
			{ "{any}VERR_IEM_{word}{any}" }
		),
	},
	{
		.id = "vbox-guru-software",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "VirtualBox stopped a guest that it ran without VMX or SVM (software virtualization of 6.0 and earlier, or its recompiler).",
		.cause = "That VM has VT-x/AMD-V off, or this machine has none: VirtualBox itself runs in a VM without nested virtualization. Guests of today do not run that way.",
		.remedy = "Expose virtualization to this machine in the hypervisor below and switch hardware virtualization on for the VM; update VirtualBox.",
		.reference = "github.com/NixOS/nixpkgs/pull/60943",
		.wordings = ND_WORDINGS(
			{ "{any}VERR_TRPM_DONT_PANIC{any}", "VirtualBox 4 to 6.0" },
			{ "{any}VERR_REM_VIRTUAL_CPU_ERROR{any}", "VirtualBox 4 to 6.0" }
		),
	},
	{
		.id = "vbox-iem",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "VirtualBox could not emulate an instruction of the guest.",
		.cause = "On Windows' hypervisor (NEM) VirtualBox emulates more than on VMX or SVM. Otherwise a bug in VirtualBox, or a guest that tests for a hypervisor.",
		.remedy = "Update VirtualBox; on Windows switch Hyper-V off, so that VirtualBox runs the guest on VMX or SVM.",
		.reference = "github.com/kernelwernel/VMAware/issues/677",
		.wordings = ND_WORDINGS(
			{ "{any}VERR_IEM_IPE_{n}{any}", "VirtualBox 6.1 to 7.2" },
			{ "{any}VERR_IEM_INSTR_NOT_IMPLEMENTED{any}", "VirtualBox 6.1 to 7.2" },
			{ "{any}VERR_IEM_ASPECT_NOT_IMPLEMENTED{any}", "VirtualBox 6.1 to 7.2" }
		),
	},
	{
		.id = "vbox-stall",
		.origin = "virtualbox",
		.severity = ND_MSG_WARNING,
		.meaning = "VirtualBox noticed that a guest did not run for a while: its heartbeat stopped, or its clock is far behind.",
		.cause = "The host gave it no time, or VirtualBox runs the guest on Windows' hypervisor (NEM, WHPX), where every exit takes long and stalls of minutes are reported; inside a VM the level below.",
		.remedy = "VBox.log says at the start which engine it uses: \"NEM\" or \"HM: HMR3Init: VT-x\". On Windows switch Hyper-V, WSL2 and memory integrity off to get VT-x back; fewer vCPUs than the host has CPUs.",
		.reference = "github.com/VirtualBox/virtualbox/issues/837",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}Guest seems to be unresponsive{any}" },
			{ "TM: Giving up catch-up attempt at a {any}" }
		),
	},
	{
		.id = "vbox-nested-off",
		.origin = "virtualbox",
		.severity = ND_MSG_NOTE,
		.meaning = "Nested VT-x or AMD-V is off for that VM: no guest can run in it.",
		.cause = "The setting of the VM; it is off by default.",
		.remedy = "With the VM off: VBoxManage modifyvm NAME --nested-hw-virt on (VirtualBox 6.0 on AMD, 6.1 on Intel, or later).",
		.reference = "github.com/GNS3/gns3-server/issues/2254",
		.wordings = ND_WORDINGS(
			{ "NestedHWVirt{any}<integer> = {hex} (0)" },
			{ "Nested VT-x/AMD-V: {any}disabled" },
			{ "nested-hw-virt=\"off\"" }
		),
	},
	{
		.id = "vbox-nested-on",
		.origin = "virtualbox",
		.severity = ND_MSG_NOTE,
		.meaning = "Nested VT-x or AMD-V is on for that VM: guests can run in it.",
		.wordings = ND_WORDINGS(
			{ "NestedHWVirt{any}<integer> = {hex} (1)" }
		),
	},
	{
		.id = "vbox-engine",
		.origin = "virtualbox",
		.severity = ND_MSG_NOTE,
		.meaning = "VirtualBox runs its guests on VMX or SVM itself.",
		.wordings = ND_WORDINGS(
			{ "HM: HMR3Init: VT-x {any}" },
			{ "HM: HMR3Init: AMD-V {any}" }
		),
	},
	{
		.id = "vbox-registers",
		.origin = "virtualbox",
		.severity = ND_MSG_NOTE,
		.meaning = "VirtualBox lists the VMX or SVM capability registers of its host, the machine that VirtualBox runs on.",
		.remedy = "nestdiag caps --from VBox.log decodes them; nestdiag dmesg --from VBox.log compares rejected values with them.",
		.reference = "github.com/myspaghetti/macos-virtualbox/issues/357",
		.fold = true,
		.dump = true,
		.wordings = ND_WORDINGS(
			{ "HM: MSR_{word}{any}= {hex}" }
		),
	},
	{
		.id = "vbox-nested-config",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "VirtualBox cannot give this VM nested VT-x or AMD-V: it needs nested paging and unrestricted guest execution for that and has not got them.",
		.cause = "VirtualBox runs on Hyper-V (Windows with WSL2, Virtual Machine Platform, memory integrity), where it has neither; or it runs in a VM without them; or nested paging is off for that VM.",
		.remedy = "On Windows: bcdedit /set hypervisorlaunchtype off, memory integrity off, restart. Else switch nested paging on, or nested VT-x off (VBoxManage modifyvm NAME --nested-hw-virt off).",
		.reference = "github.com/GNS3/gns3-gui/issues/3032",
		.wordings = ND_WORDINGS(
			{ "{any}VERR_CPUM_INVALID_HWVIRT_CONFIG{any}" },
			{ "{any}Cannot enable nested VT-x/AMD-V without nested-paging and unres{word} guest execution{any}", "VirtualBox 6.0 to 7.2" }
		),
	},
	{
		.id = "vbox-other-architecture",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "The VM is for another architecture than this host's processor, and VirtualBox does not emulate processors.",
		.cause = "VirtualBox on Arm (Macs with Apple silicon, Windows on Arm) runs guests for Arm only, VirtualBox on x86 those for x86.",
		.remedy = "Create a VM for this host's architecture, from an image or box for it (on Arm: arm64, aarch64). For a guest of x86 on Arm: QEMU or UTM with emulation (slow), or an x86 machine.",
		.reference = "src/VBox/Main/src-server/MachineImpl.cpp of VirtualBox",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}VBOX_E_PLATFORM_ARCH_NOT_SUPPORTED{any}" },
			{ "{any}platform architecture {word} is not supported on {word}{any}" }
		),
	},
	{
		.id = "vbox-ended",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "The process of a VirtualBox VM ended while it started; VBoxHardening.log or VBox.log has the reason.",
		.cause = "Windows: the driver (service vboxsup) does not run, or antivirus software got into the process. Linux: its module is not loaded. macOS: it was not allowed in Privacy & Security, or VirtualBox for Intel on Apple silicon. In a VM or beside Hyper-V also a failure of VT-x.",
		.remedy = "The last lines of VBoxHardening.log and VBox.log. Windows: sc start vboxsup (as administrator), reinstall VirtualBox. Linux: /sbin/vboxconfig. macOS: System Settings, Privacy & Security: allow the software of Oracle, restart; on Apple silicon VirtualBox's build for arm64.",
		.reference = "github.com/canonical/multipass/issues/3915",
		.elsewhere = true,
		.clauses = vbox_ended,
		.wordings = ND_WORDINGS(
			{ "{any}has terminated unexpectedly during startup{any}" },
			{ "{any}PR_VBOX_HARDENING{any}" }
		),
	},
	{
		.id = "vbox-triple-fault",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "The guest took a triple fault: it could not handle an exception, and VirtualBox stopped it.",
		.cause = "The guest's own fault (a bad kernel, wrong CPU features or paravirtualization setting), or a fault of nested virtualization: VirtualBox in a VM, beside Hyper-V, or a hypervisor in the guest.",
		.remedy = "Try one CPU, another --paravirt-provider, nested virtualization off; compare outside of the VM. VBox.log has the registers.",
		.wordings = ND_WORDINGS(
			{ "{any}VINF_EM_TRIPLE_FAULT{any}" }
		),
	},
	{
		.id = "vbox-guru",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "VirtualBox stopped a VM with a Guru Meditation: its monitor cannot go on. The code beside it in VBox.log says why.",
		.cause = "A fault of VirtualBox or of the hypervisor below it. On Linux 6.12 and later also KVM: it enables VMX or SVM as soon as its module is loaded.",
		.remedy = "grep -A2 \"Guru Meditation\" VBox.log, and nestdiag dmesg on it. On Linux: modprobe -r kvm_intel (or kvm_amd), or kvm.enable_virt_at_load=0.",
		.reference = "github.com/VirtualBox/virtualbox/issues/181",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any} on Guru Meditation{any}" }
		),
	},
	{
		.id = "vbox-kvm-capability",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "VirtualBox built for KVM does not find a part of KVM that it needs; the line names it.",
		.cause = "A kernel older than that VirtualBox.",
		.remedy = "A newer kernel, or an ordinary VirtualBox with its own driver.",
		.reference = "github.com/cyberus-technology/virtualbox-kvm/issues/4",
		.clauses = vbox_kvm_capability,
		.wordings = ND_WORDINGS(
			{ "{any}equired capability '{word}' is missing{any}" }
		),
	},
	{
		.id = "vbox-svme",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "VirtualBox (7.2.10 and later, on Linux) lets KVM enable SVM, and found that it is not enabled.",
		.cause = "kvm is loaded with enable_virt_at_load=0, as earlier versions of VirtualBox wanted it: in /etc/modprobe.d or on the kernel's command line. SVM itself is there; it is not the firmware.",
		.remedy = "Take enable_virt_at_load=0 out of both (cat /sys/module/kvm/parameters/enable_virt_at_load has to say Y), modprobe -r kvm_amd kvm and load it again, or leave KVM unloaded while VirtualBox runs.",
		.reference = "github.com/VirtualBox/virtualbox/issues/711, github.com/VirtualBox/virtualbox/issues/713",
		.wordings = ND_WORDINGS(
			{ "{any}VERR_SVM_HOST_SVME_NOT_ENABLED{any}" },
			{ "{any}Host API has not enabled SVME bit in EFER MSR{any}" }
		),
	},
	{
		.id = "vbox-no-nested-option",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "This VirtualBox has no nested virtualization: it does not know the option for it.",
		.cause = "It came with VirtualBox 6.0 for AMD and 6.1 for Intel processors.",
		.remedy = "Update VirtualBox; or remove that setting from the Vagrantfile or script: the guest runs, and cannot run guests of its own.",
		.reference = "github.com/StefanScherer/windows-docker-machine/issues/72",
		.wordings = ND_WORDINGS(
			{ "{any}nknown option: --nested-hw-virt{any}" }
		),
	},
	{
		.id = "vbox-page-fault-loop",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "VirtualBox handles the same page fault of its guest again and again, and the guest does not go on: a bug of VirtualBox on this host.",
		.cause = "Seen with VirtualBox 7.1.12 on Linux 6.16, while 6.15 works; and with nested guests, whose page tables it merges.",
		.remedy = "Another VirtualBox or another kernel of the host; for nested guests nested VT-x off, or KVM in place of VirtualBox below.",
		.reference = "github.com/VirtualBox/virtualbox/issues/113",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "int pgmR0Bth{word}Trap0eHandler({any}): returns rc={n} pvFault={any}" }
		),
	},
	{
		.id = "vbox-chatter",
		.origin = "virtualbox",
		.severity = ND_MSG_NOTE,
		.meaning = "What VirtualBox writes into the log of each VM, and no failure.",
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "TripleFaultReset {any}<integer> = {any}" },
			{ "EMR3Init: {any}fGuruOnTripleFault={any}" },
			{ "/PDM/CritSects{any}VERR_TIMEOUT {any}0 times" },
			{ "{any}VERR_CR_X509_CPV_NOT_VALID_AT_TIME{any}" },
			{ "ERROR [COM]: {any}Could not take a screenshot (VERR_NOT_SUPPORTED){any}" }
		),
	},
	{
		.id = "vbox-hardening",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "VirtualBox did not start the VM's process: it protects that process against others (hardening), and a check failed. That is no fault of virtualization.",
		.cause = "Windows: another program's library or thread in it (antivirus, anti-cheat, themes), unsigned DLLs. Linux, macOS: wrong owner or rights of its files, a missing library. Or a damaged installation, or no driver (vboxsup, vboxdrv).",
		.remedy = "The last lines of VBoxHardening.log name the file or the step. Take VirtualBox out of the antivirus' reach, remove what injects itself, install VirtualBox again as administrator; sfc /scannow; sc start vboxsup.",
		.reference = "github.com/docker/machine/issues/1984",
		.fold = true,
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}VERR_SUP_VP_{word}{any}" },
			{ "{any}VERR_SUPLIB_{word}{any}" },
			{ "{any}rror {n} in supR3Hardened{any}" },
			{ "{any}supR3HardenedWin{any}(rc=-{n}){any}" },
			{ "{any}rror -{n} in supR3Hardened{any}" },
			{ "{any}where: supR3Hardened{any}" },
			{ "{any}VirtualBox - Error In supR3Hardened{any}" },
			{ "{any}Error relaunching VirtualBox VM process: {n}{any}" }
		),
	},
	{
		.id = "vbox-msr",
		.origin = "virtualbox",
		.severity = ND_MSG_HARMLESS,
		.meaning = "The guest used an MSR that VirtualBox does not have, and got the #GP that systems expect then; the VM goes on.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}MsrExit/{n}: {any}VERR_CPUM_RAISE_GP_0{any}" }
		),
	},
	{
		.id = "vbox-session",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "VirtualBox did not do it because the VM is in use: it runs, is saved, starts or stops, or another program has it open. That is no lack of virtualization.",
		.cause = "The VM's window, its settings, Vagrant or another VBoxManage has it; or a process of it was left over.",
		.remedy = "Wait, close the settings and the other programs; VBoxManage list runningvms; VBoxManage startvm NAME --type emergencystop, or end the VBoxHeadless that is left over.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}is already locked for a session (or being {any}" },
			{ "{any}is already locked by a session (or being {any}" }
		),
	},
	{
		.id = "vbox-not-started",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "VirtualBox did not start the VM. That is the head of its window; the reason stands in the line behind it, mostly with a code (VERR_...).",
		.cause = "Without that line many: VT-x or AMD-V off or held by Hyper-V, not exposed to this VM, the kernel module not loaded, a disk or network that is missing, no memory.",
		.remedy = "Details in that window, or VBox.log in the VM's folder (Logs): nestdiag dmesg on it; nestdiag explain VERR_...",
		.last = true,
		.fold = true,
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "{any}Failed to open a session for the virtual machine {any}" },
			{ "{any}不能为虚拟电脑 {any} 打开一个新任务{any}" },
			{ "{any}無法開啟虛擬機器 {any} 的作業階段{any}" },
			{ "{any}仮想マシン\"{any}\"のセッションを開けませんでした{any}" },
			{ "{any}仮想マシン \"{any}\" のセッションを開けませんでした{any}" },
			{ "{any}virtuelle Maschine {any} konnte keine neue Sitzung er{any}ffnet werden{any}" },
			{ "{any}Échec de l'ouverture de session pour la machine virtuelle {any}" },
			{ "{any}No se pudo abrir una sesi{any}n para la m{any}quina virtual {any}" },
			{ "{any}poss{any}vel abrir uma sess{any}o para a m{any}quina virtual {any}" },
			{ "{any}Impossibile aprire una sessione per la macchina virtuale {any}" },
			{ "{any}Не удалось открыть сессию для виртуальной машины {any}" },
			{ "{any}otworzyć sesji dla maszyny wirtualnej {any}" },
			{ "{any}가상 머신 {any} 세션을 열 수 없{any}" }
		),
	},
	{
		.id = "vbox-file",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "VirtualBox could not use a file, a virtual disk or another thing that the line names; the code says why. That is no fault of virtualization.",
		.cause = "What the code says.",
		.remedy = "The line, or VBox.log before it, names the file. VBoxManage list hdds shows the disks that it knows.",
		.last = true,
		.fold = true,
		.clauses = vbox_file,
		.wordings = ND_WORDINGS(
			{ "{any}(VERR_PATH_NOT_FOUND){any}" },
			{ "VERR_PATH_NOT_FOUND" },
			{ "{any} VERR_PATH_NOT_FOUND" },
			{ "{any}(VERR_ACCESS_DENIED){any}" },
			{ "VERR_ACCESS_DENIED" },
			{ "{any} VERR_ACCESS_DENIED" },
			{ "{any}(VERR_SHARING_VIOLATION){any}" },
			{ "VERR_SHARING_VIOLATION" },
			{ "{any} VERR_SHARING_VIOLATION" },
			{ "{any}(VERR_DISK_FULL){any}" },
			{ "VERR_DISK_FULL" },
			{ "{any} VERR_DISK_FULL" },
			{ "{any}(VERR_ALREADY_EXISTS){any}" },
			{ "VERR_ALREADY_EXISTS" },
			{ "{any} VERR_ALREADY_EXISTS" },
			{ "{any}(VERR_VD_{word}){any}" },
			{ "VERR_VD_{word}" },
			{ "{any} VERR_VD_{word}" },
			{ "{any}(VERR_FILE_TOO_BIG){any}" },
			{ "VERR_FILE_TOO_BIG" },
			{ "{any} VERR_FILE_TOO_BIG" },
			{ "{any}(VERR_INVALID_NAME){any}" },
			{ "VERR_INVALID_NAME" },
			{ "{any} VERR_INVALID_NAME" }
		),
	},
	{
		.id = "vbox-memory",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "VirtualBox did not get the memory for a VM. That is no lack of virtualization.",
		.cause = "The host, or the VM in which VirtualBox runs, has less free than the VM is to have; on Linux kernel memory may be short.",
		.remedy = "Less memory for the VM, or end other programs. Nested: more memory for the machine in which VirtualBox runs.",
		.last = true,
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}(VERR_NO_MEMORY){any}" },
			{ "VERR_NO_MEMORY" },
			{ "{any} VERR_NO_MEMORY" },
			{ "{any}(VERR_NO_LOW_MEMORY){any}" },
			{ "VERR_NO_LOW_MEMORY" },
			{ "{any} VERR_NO_LOW_MEMORY" },
			{ "{any}(VERR_NO_PAGE_MEMORY){any}" },
			{ "VERR_NO_PAGE_MEMORY" },
			{ "{any} VERR_NO_PAGE_MEMORY" },
			{ "{any}(VERR_NO_CONT_MEMORY){any}" },
			{ "VERR_NO_CONT_MEMORY" },
			{ "{any} VERR_NO_CONT_MEMORY" },
			{ "{any}(VERR_GMM_{word}){any}" },
			{ "VERR_GMM_{word}" },
			{ "{any} VERR_GMM_{word}" }
		),
	},
	{
		.id = "vbox-part",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "A part of VirtualBox is missing, of another version, or not usable as the VM is configured: a device, driver, library or USB. That is no fault of virtualization.",
		.cause = "PDM, CFGM: a device or setting that this version does not have, often of the extension pack. MODULE, LDR, VERSION: a damaged or mixed installation. VUSB: no right to the host's USB.",
		.remedy = "VBoxManage list extpacks: the extension pack has to be of the same version. Install VirtualBox again; VBox.log before the line names the part.",
		.last = true,
		.fold = true,
		.clauses = vbox_part,
		.wordings = ND_WORDINGS(
			{ "{any}(VERR_PDM_{word}){any}" },
			{ "VERR_PDM_{word}" },
			{ "{any} VERR_PDM_{word}" },
			{ "{any}(VERR_MODULE_NOT_FOUND){any}" },
			{ "VERR_MODULE_NOT_FOUND" },
			{ "{any} VERR_MODULE_NOT_FOUND" },
			{ "{any}(VERR_LDR_{word}){any}" },
			{ "VERR_LDR_{word}" },
			{ "{any} VERR_LDR_{word}" },
			{ "{any}(VERR_LDRELF_{word}){any}" },
			{ "VERR_LDRELF_{word}" },
			{ "{any} VERR_LDRELF_{word}" },
			{ "{any}(VERR_VERSION_MISMATCH){any}" },
			{ "VERR_VERSION_MISMATCH" },
			{ "{any} VERR_VERSION_MISMATCH" },
			{ "{any}(VERR_SYMBOL_NOT_FOUND){any}" },
			{ "VERR_SYMBOL_NOT_FOUND" },
			{ "{any} VERR_SYMBOL_NOT_FOUND" },
			{ "{any}(VERR_CFGM_{word}){any}" },
			{ "VERR_CFGM_{word}" },
			{ "{any} VERR_CFGM_{word}" },
			{ "{any}(VERR_VUSB_{word}){any}" },
			{ "VERR_VUSB_{word}" },
			{ "{any} VERR_VUSB_{word}" }
		),
	},
	{
		.id = "vbox-general",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "A general status code of VirtualBox. It does not say what failed.",
		.remedy = "The sentence before the code, and the lines before it in the VM's VBox.log, say what: nestdiag dmesg on that log.",
		.last = true,
		.elsewhere = true,
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}(VERR_NOT_SUPPORTED){any}" },
			{ "VERR_NOT_SUPPORTED" },
			{ "{any} VERR_NOT_SUPPORTED" },
			{ "{any}(VERR_NOT_IMPLEMENTED){any}" },
			{ "VERR_NOT_IMPLEMENTED" },
			{ "{any} VERR_NOT_IMPLEMENTED" },
			{ "{any}(VERR_INVALID_PARAMETER){any}" },
			{ "VERR_INVALID_PARAMETER" },
			{ "{any} VERR_INVALID_PARAMETER" },
			{ "{any}(VERR_GENERAL_FAILURE){any}" },
			{ "VERR_GENERAL_FAILURE" },
			{ "{any} VERR_GENERAL_FAILURE" },
			{ "{any}(VERR_INTERNAL_ERROR){any}" },
			{ "VERR_INTERNAL_ERROR" },
			{ "{any} VERR_INTERNAL_ERROR" },
			{ "{any}(VERR_INTERNAL_ERROR_{n}){any}" },
			{ "VERR_INTERNAL_ERROR_{n}" },
			{ "{any} VERR_INTERNAL_ERROR_{n}" },
			{ "{any}(VERR_INVALID_STATE){any}" },
			{ "VERR_INVALID_STATE" },
			{ "{any} VERR_INVALID_STATE" },
			{ "{any}(VERR_NOT_FOUND){any}" },
			{ "VERR_NOT_FOUND" },
			{ "{any} VERR_NOT_FOUND" },
			{ "{any}(VERR_UNRESOLVED_ERROR){any}" },
			{ "VERR_UNRESOLVED_ERROR" },
			{ "{any} VERR_UNRESOLVED_ERROR" }
		),
	},
	{
		.id = "vbox-inaccessible",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "VirtualBox cannot work with the VM as it is registered: its settings are not accessible, or it is being changed. That is no lack of virtualization.",
		.cause = "The VM's folder or .vbox file was moved, deleted or is not readable for this user, or a program of another user or an older version has it.",
		.remedy = "VBoxManage list vms shows it as <inaccessible>; VBoxManage unregistervm UUID and register or import it again; run all as the same user.",
		.reference = "github.com/Orange-Cyberdefense/GOAD/issues/451",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}rror: the object functionality is limited{any}" },
			{ "{any}rror: The object functionality is limited{any}" },
			{ "{any}rror: The object is not ready{any}" }
		),
	},
	{
		.id = "vbox-controller",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "VBoxManage was told of a storage controller that this VM does not have. That is no lack of virtualization.",
		.cause = "The name differs from box to box (SATA, SATA Controller, SCSI, IDE).",
		.remedy = "VBoxManage showvminfo NAME | grep -i controller; that name in the Vagrantfile.",
		.wordings = ND_WORDINGS(
			{ "{any}Could not find a controller named '{any}'{any}" },
			{ "{any}Could not find a storage controller named '{any}'{any}" }
		),
	},
	{
		.id = "vbox-aborted",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "The process of the VM ended while it started; VBox.log in its folder has the reason.",
		.cause = "VT-x or AMD-V that is not there or held by Hyper-V, a setting that this version does not take, a driver that does not run, or a crash.",
		.remedy = "nestdiag dmesg on VBox.log and VBoxHardening.log of that VM; on Windows sc start vboxsup; another paravirtualization interface or graphics controller.",
		.last = true,
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "The VM session was aborted." },
			{ "{any}error: The VM session was aborted{any}" },
			{ "{any}error: The VM session was closed before any attempt to power it on{any}" }
		),
	},
	{
		.id = "vbox-not-in-nem",
		.origin = "virtualbox",
		.severity = ND_MSG_ERROR,
		.meaning = "VirtualBox runs on top of Windows' hypervisor here (NEM mode), where this setting of the VM is not possible; it refuses to start the VM.",
		.cause = "Hyper-V, or virtualization-based security, holds VT-x or AMD-V on this Windows; the setting wants VirtualBox to have it itself.",
		.remedy = "Take the setting out: VBoxManage setextradata NAME with the key of the line and no value. Or Hyper-V and its features off and a restart (without VBS Windows is less protected).",
		.reference = "github.com/Batlez/CloakBox/issues/71",
		.wordings = ND_WORDINGS(
			{ "{any}is not supported in NEM mode!{any}", "VirtualBox 6.0 to 7.2" }
		),
	},
};

const struct nd_catalogue nd_catalogue_virtualbox = {
	"virtualbox", messages, ARRAY_SIZE(messages)
};
