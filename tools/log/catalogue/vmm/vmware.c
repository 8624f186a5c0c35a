// SPDX-License-Identifier: GPL-2.0-only
/* VMware. */
#include "tools/log/catalogue/catalogue.h"

#define OWN_CODE(word) \
	{ 0, word, NULL, \
	  "The program itself, not its monitor of virtual CPUs.", \
	  "The lines before it in vmware.log." }

static const struct nd_clause vmware_unrecoverable[] = {
	{ 0, "(mks", NULL,
	  "VMware's part for screen and keyboard.",
	  "The lines before it in vmware.log; the VM without 3D acceleration to compare." },
	OWN_CODE("bora/lib"), OWN_CODE("bora\\lib"),
	{ 0 }
};

#define DISABLED(word) \
	{ 0, word, \
	  "VMware found VT-x or AMD-V disabled: the processor has it.", \
	  "Off in the firmware, or switched on there without a power-cycle since. Rarer: another hypervisor (Hyper-V on Windows) has it, or VMware runs in a VM to which it is not exposed.", \
	  "Enable it in the firmware (VT-x; AMD: SVM), then switch the machine off and on. If systeminfo shows a hypervisor: Hyper-V off. In a VM expose it in the hypervisor below." }

static const struct nd_clause firmware_off[] = {
	DISABLED("but Intel VT-x is disabled"), DISABLED("but AMD-V is disabled"),
	DISABLED("has been disabled in the BIOS/firmware"),
	DISABLED("Intel VT-x 处于禁用状态"), DISABLED("AMD-V 处于禁用状态"),
	DISABLED("则 Intel VT-x 可能被禁用"), DISABLED("则 AMD-V 可能被禁用"),
	DISABLED("aber Intel VT-x ist deaktiviert"), DISABLED("aber AMD-V ist deaktiviert"),
	{ 0 }
};

static const struct nd_clause vmware_winbsod[] = {
	{ 0, "0x40000100] 0x80", NULL,
	  "0x80 is NMI_HARDWARE_FAILURE: the VM got an NMI, which an administrator can send.",
	  "grep -iE \"Send_NMI_To_Guest|HungVM\" /var/log/hostd.log shows who did. Else the memory dump in Windows." },
	{ 0, "0x40000100] 0x5c", NULL,
	  "Seen with slow storage below.",
	  "Latency of the storage on the host; the memory dump in Windows." },
	{ 0 }
};

static const struct nd_message messages[] = {
	{
		.id = "vmware-no-nesting",
		.origin = "vmware",
		.severity = ND_MSG_ERROR,
		.meaning = "VMware cannot provide virtualization to its guest on this host.",
		.cause = "On Windows: Hyper-V (also through virtualization-based security or the Virtual Machine Platform) holds VMX or SVM. Else on a PC: VT-x or AMD-V is off in the firmware or lacks EPT or RVI, or this host is itself a VM without them. On a Mac with macOS 11 or later: Fusion runs on Apple's hypervisor.",
		.remedy = "Windows: Hyper-V, Virtual Machine Platform and virtualization-based security off, restart (less protection). PC: VT-x or AMD-V on in the firmware. Fusion on macOS 11 and later: untick \"Enable hypervisor applications in this virtual machine\". Else remove vhv.enable.",
		.reference = "github.com/GNS3/gns3-server/issues/2164",
		.wordings = ND_WORDINGS(
			{ "{any}Virtualized Intel VT-x/EPT is not supported on this platform{any}" },
			{ "{any}VMware {any}does not support nested virtualization on this host{any}" },
			{ "{any}Virtualized AMD-V/RVI is not supported on this platform{any}" },
			{ "{any}Feature 'hv.capable' was 0, but must be at least 0x1{any}" },
			{ "{any}Continue without virtualized Intel VT-x/EPT{any}" },
			{ "{any}Continue without virtualized AMD-V/RVI{any}" },
			{ "{any}不支持虚拟化的 Intel VT-x/EPT{any}" },
			{ "{any}不支持虚拟化的 AMD-V/RVI{any}" },
			{ "{any}在此主机上不支持嵌套虚拟化{any}" }
		),
	},
	{
		.id = "vmware-no-slat",
		.origin = "vmware",
		.severity = ND_MSG_ERROR,
		.meaning = "VMware refuses a guest because this machine has no EPT or RVI (nested paging).",
		.cause = "VMware itself runs in a VM, and the hypervisor below exposes VMX or SVM without EPT or NPT; or VT-x or AMD-V is off, which a line before tells; or the CPU is too old.",
		.remedy = "On a machine: VT-x or AMD-V on in the firmware. Give a VM EPT or NPT in the hypervisor below: host-passthrough on KVM with kvm_intel ept=1 or kvm_amd npt=1, Virtualize Intel VT-x/EPT or AMD-V/RVI in VMware.",
		.reference = "github.com/vmware/packer-plugin-vmware/issues/10",
		.follows = "vmware-firmware-off",
		.wordings = ND_WORDINGS(
			{ "{any}host does not support \"Intel EPT\" hardware assisted MMU virtualization{any}" },
			{ "{any}host does not support \"AMD RVI\" hardware assisted MMU virtualization{any}" },
			{ "{any}不支持{near}Intel EPT{near}硬件辅助的 MMU 虚拟化{any}" },
			{ "{any}不支持{near}AMD RVI{near}硬件辅助的 MMU 虚拟化{any}" }
		),
	},
	{
		.id = "vmware-monitor-mode",
		.origin = "vmware",
		.severity = ND_MSG_ERROR,
		.meaning = "VMware did not start its monitor: neither with VT-x or AMD-V nor, in their place, at user level on Windows' hypervisor.",
		.cause = "That VT-x or AMD-V could not be used, which lines before this one tell. That the user level monitor is not there either follows from it where no hypervisor of Windows runs.",
		.remedy = "What those lines ask for: mostly VT-x or SVM on in the firmware, then a cold start.",
		.reference = "github.com/Olsro/ipodclickwheelgamespreservationproject/issues/22",
		.fold = true,
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "{any}does not support the user level monitor on this host{any}" },
			{ "{any}odule 'MonitorMode' power on failed{any}" }
		),
	},
	{
		.id = "vmware-firmware-off",
		.origin = "vmware",
		.severity = ND_MSG_ERROR,
		.meaning = "VMware found VT-x or AMD-V disabled.",
		.cause = "Off in the firmware, held by another hypervisor (Hyper-V on Windows), or VMware runs in a VM to which it is not exposed.",
		.remedy = "Enable it in the firmware and power-cycle; switch Hyper-V off on Windows; in a VM expose it in the hypervisor below.",
		.fold = true,
		.clauses = firmware_off,
		.wordings = ND_WORDINGS(
			{ "{any}might be disabled if it has been disabled in the BIOS/firmware settings{any}" },
			{ "{any}host supports Intel VT-x, but Intel VT-x is disabled{any}" },
			{ "{any}host supports AMD-V, but AMD-V is disabled{any}" },
			{ "{any}但 Intel VT-x 处于禁用状态{any}" },
			{ "{any}但 AMD-V 处于禁用状态{any}" },
			{ "{any}则 Intel VT-x 可能被禁用{any}" },
			{ "{any}则 AMD-V 可能被禁用{any}" },
			{ "{any}unterstützt Intel VT-x, aber Intel VT-x ist deaktiviert{any}" },
			{ "{any}unterstützt AMD-V, aber AMD-V ist deaktiviert{any}" },
			{ "{any}host does not support Intel VT-x{any}" },
			{ "{any}host does not support AMD-V{any}" },
			{ "{any}Binary translation is incompatible with long mode on this platform{any}" },
			{ "{any}64-bit operation is not possible{any}" },
			{ "{any}ardware Virtualization is not a feature of th{any} CPU, or is not enabled in the BIOS{any}" }
		),
	},
	{
		.id = "vmware-hyperv",
		.origin = "vmware",
		.severity = ND_MSG_ERROR,
		.meaning = "VMware, or VirtualBox, cannot run beside Hyper-V on this Windows.",
		.cause = "Hyper-V, virtualization-based security, Credential Guard or WSL2 use VMX or SVM.",
		.remedy = "VMware Workstation 15.5.5 with Windows 10 2004, VirtualBox 6, or later, share (guests cannot nest then). Or bcdedit /set hypervisorlaunchtype off, restart: less protection.",
		.wordings = ND_WORDINGS(
			{ "{any}and Hyper-V are not compatible{any}" },
			{ "{any}and Device/Credential Guard are not compatible{any}" },
			{ "{any}and device/credential guard are not compatible{any}" },
			{ "{any}VMware {any}Device/Credential Guard sind nicht kompatibel{any}" },
			{ "{any}VMware {any}Device/Credential Guard ne sont pas compatibles{any}" },
			{ "{any}VMware {any}Device/Credential Guard no son compatibles{any}" },
			{ "{any}VMware {any}Device/Credential Guard n{any}o s{any}o compat{any}" },
			{ "{any}VMware {any}Device/Credential Guard non sono compatibili{any}" },
			{ "{any}VMware {any}Device/Credential Guard несовместим{any}" },
			{ "{any}VMware {any}Device/Credential Guard 不兼容{any}" },
			{ "{any}VMware {any}Device/Credential Guard 不相容{any}" },
			{ "{any}VMware {any}Device/Credential Guard {any}互換性が{any}" },
			{ "{any}Credential Guard is incompatible with {any}" }
		),
	},
	{
		.id = "vmware-passthrough",
		.origin = "vmware",
		.severity = ND_MSG_ERROR,
		.meaning = "ESXi gives a guest either nested virtualization or devices passed through (DirectPath I/O, vGPU), not both.",
		.remedy = "Remove the device from the VM, or leave \"Expose hardware assisted virtualization\" off.",
		.reference = "knowledge.broadcom.com/external/article/437651",
		.wordings = ND_WORDINGS(
			{ "{any}irtualization is not supported on a virtual machine with a PCI passthrough device{any}", "ESXi 7 to 8" }
		),
	},
	{
		.id = "vmware-hyperv-minimum",
		.origin = "vmware",
		.severity = ND_MSG_ERROR,
		.meaning = "VMware found Windows' hypervisor on (Hyper-V, virtualization-based security, Device or Credential Guard), and this Windows or processor too old for VMware to run on top of it.",
		.cause = "That needs Windows 10 2004 (build 19041.264) or later and an Intel processor from Sandy Bridge, an AMD one from Bulldozer on.",
		.remedy = "Update Windows (winver: the build). Or bcdedit /set hypervisorlaunchtype off, memory integrity and Credential Guard off, restart (less protection, no WSL2).",
		.reference = "kb.vmware.com/s/article/76918; readme of VMware Workstation Player",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}our host does not meet minimum requirements to run VMware {any} enabled{any}" }
		),
	},
	{
		.id = "vmware-module-hv",
		.origin = "vmware",
		.severity = ND_MSG_ERROR,
		.meaning = "VMware did not start the VM, because the part that gives it nested virtualization (HV: Virtualize Intel VT-x/EPT or AMD-V/RVI) cannot run on this host.",
		.cause = "On Windows mostly Hyper-V, which virtualization-based security or Virtual Machine Platform start too. Else VT-x or AMD-V is off or lacks EPT or RVI, or the host is a VM without them.",
		.remedy = "Hyper-V, Virtual Machine Platform and virtualization-based security off, restart (less protection); VT-x or AMD-V on in the firmware; or without vhv.enable, if the guest runs no VMs.",
		.follows = "vmware-no-slat vmware-firmware-off vmware-hyperv vmware-no-nesting",
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "{any}Module 'HV' power on failed{any}" }
		),
	},
	{
		.id = "vmware-module",
		.origin = "vmware",
		.severity = ND_MSG_ERROR,
		.meaning = "A part of the VM did not start; the line above it says why.",
		.remedy = "Give nestdiag the whole of vmware.log.",
		.last = true,
		.follows = "vmware-no-slat vmware-firmware-off vmware-hyperv vmware-no-nesting",
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "{any}Module '{word}' power on failed{any}" },
			{ "{any}模块\"{word}\"启动失败{any}" },
			{ "{any}odule {word} power on failed{any}" },
			{ "{any}sous tension du module « {word} »{any}" },
			{ "モジュール '{word}' のパワーオンに失敗しました{any}" },
			{ "Modul '{word}' konnte nicht eingeschaltet werden{any}" }
		),
	},
	{
		.id = "vmware-vpmc",
		.origin = "vmware",
		.severity = ND_MSG_ERROR,
		.meaning = "VMware does not virtualize performance counters on this host.",
		.cause = "Hyper-V or virtualization-based security runs on it, or the counters are in use or missing.",
		.remedy = "Switch virtualized CPU performance counters off for that VM (vpmc.enable = FALSE), or Hyper-V off on the host.",
		.reference = "kb.vmware.com/s/article/81623",
		.wordings = ND_WORDINGS(
			{ "{any}does not support virtualized performance counters on this host{any}" },
			{ "{any}不支持在此主机上使用虚拟化性能计数器{any}" },
			{ "{any}irtualized performance counters are not supported on the host CPU type{any}" },
			{ "{any}Module 'VPMC' power on failed{any}" }
		),
	},
	{
		.id = "vmware-version",
		.origin = "vmware",
		.severity = ND_MSG_ERROR,
		.meaning = "VMware's kernel module vmmon is of another version than this VMware Workstation or Player, which therefore does not use it. Virtualization is there.",
		.cause = "The module was built from sources (vmware-host-modules and its like) of another version of VMware, or stayed from before an update: \"expecting\" is what the program wants, \"got\" the module that is loaded.",
		.remedy = "Build the modules from the branch of exactly this version (vmware -v), or vmware-modconfig --console --install-all; remove others below /lib/modules/KERNEL (find -name 'vmmon*'), then depmod and a reboot.",
		.reference = "github.com/mkubecek/vmware-host-modules/issues/16",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}Version mismatch with vmmon module: expecting {any}" },
			{ "{any}incorrect version of the 'vmmon' kernel module{any}" }
		),
	},
	{
		.id = "vmware-memory",
		.origin = "vmware",
		.severity = ND_MSG_ERROR,
		.meaning = "VMware could not reserve the memory of a VM on the host.",
		.cause = "Not enough free memory; or a vmmon that counts it wrongly: Workstation 12.5 and 14.0 did on Linux 4.13.",
		.remedy = "free -m; fewer or smaller VMs; else a newer VMware Workstation, or its module with the fix (vmware-host-modules of that version).",
		.reference = "github.com/mkubecek/vmware-host-modules/issues/2",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}virtual machine is unable to reserve memory{any}" },
			{ "{any}Insufficient physical memory available to power on this virtual machine{any}" },
			{ "{any}ot enough physical memory is available to power on this virtual machine{any}" },
			{ "{any}more information about this error, see \"http://vmware.com/info?id=19\"{any}" }
		),
	},
	{
		.id = "vmware-driver",
		.origin = "vmware",
		.severity = ND_MSG_ERROR,
		.meaning = "VMware's kernel module vmmon is not loaded, or its device cannot be opened.",
		.cause = "Not built for this kernel, refused by Secure Boot, or its service not started; on macOS not allowed in Privacy & Security; a container and WSL have no such module.",
		.remedy = "vmware-modconfig --console --install-all, then modprobe vmmon; dmesg has the reason of a refusal. Windows: net start vmx86.",
		.follows = "vmware-version",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}Could not open /dev/vmmon{any}" },
			{ "{any}operation on file \"/dev/vmmon\" failed{any}" },
			{ "{any}make sure that the kernel module {any}vmmon{any} is loaded{any}" },
			{ "{any}ailed to initialize monitor device{any}" },
			{ "{any}ailed to build vmmon{any}" },
			{ "{any}Unable to open kernel device '{any}vmx86'{any}" },
			{ "{any}VMware Authorization Service is not running{any}" }
		),
	},
	{
		.id = "vmware-vmci",
		.origin = "vmware",
		.severity = ND_MSG_ERROR,
		.meaning = "A kernel module of VMware's for devices of guests (vmci, vmnet, vsock) is not loaded, or its device is missing. It has nothing to do with virtualization of the processor.",
		.cause = "Its service did not start at boot; not built for this kernel; refused by Secure Boot. Linux has vmw_vmci of its own, whose device is in /dev/vmci only after it is loaded.",
		.remedy = "modprobe vmw_vmci (or vmmon, vmnet), systemctl restart vmware; vmware-modconfig --console --install-all; dmesg has the reason of a refusal.",
		.reference = "github.com/stefantalpalaru/gentoo-overlay/issues/124",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}ailed to open device \"/dev/{word}\": {any}" },
			{ "{any}ould not open /dev/vmnet{any}" },
			{ "{any}Unable to open kernel device \"\\\\.\\VMCIDev\\VMX\"{any}" },
			{ "{any}Did you reboot after installing VMware {any}" },
			{ "{any}make sure that the kernel module {any}vmci{any} is loaded{any}" },
			{ "{any}make sure that the kernel module {any}vmnet{any} is loaded{any}" }
		),
	},
	{
		.id = "vmware-shutdown",
		.origin = "vmware",
		.severity = ND_MSG_ERROR,
		.meaning = "The guest took a triple fault: VMware stopped a virtual CPU that a real machine would have reset.",
		.cause = "An exception that the guest could not handle: a bug of its system, a CPU feature or memory that it expects is missing, or a hypervisor in the guest (or VMware itself on another hypervisor) with state that is not kept.",
		.remedy = "vmware.log of that time; another version of the guest's system or of VMware; if the guest is a hypervisor, the same without Hyper-V on the Windows host, or without virtualization exposed to compare.",
		.reference = "github.com/cfenollosa/os-tutorial/issues/158",
		.wordings = ND_WORDINGS(
			{ "{any}causing a virtual CPU to enter the shutdown state{any}" },
			{ "{any}CPU has been disabled by the guest operat{any}" }
		),
	},
	{
		.id = "vmware-shutdown-hint",
		.origin = "vmware",
		.severity = ND_MSG_NOTE,
		.meaning = "VMware's general remark after a triple fault of the guest; it says nothing about this case.",
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "If this fault had occurred outside of a virtual machine, {any}" },
			{ "The shutdown state can be reached by {any}" }
		),
	},
	{
		.id = "vmware-cpu-differs",
		.origin = "vmware",
		.severity = ND_MSG_ERROR,
		.meaning = "The CPU of this host lacks a feature that the VM was started or suspended with.",
		.cause = "A VM moved, resumed or restored from a snapshot on another host; a host on which Hyper-V runs now, which leaves features out; for cpuid.vmx or cpuid.svm: virtualization is exposed to that VM and not there on this host.",
		.remedy = "Power the VM off (not suspend) and on again; EVC in a cluster; switch Hyper-V off on a Windows host, or \"Virtualize Intel VT-x/EPT\" off in the VM.",
		.wordings = ND_WORDINGS(
			{ "{any}Feature 'cpuid.{word}' was absent, but must be present{any}" },
			{ "{any}Feature 'cpuid.{word}' was {word}, but must be {any}" },
			{ "{any}Host CPU is incompatible with the virtual machine's requirements at CPUID level {any}" }
		),
	},
	{
		.id = "esxi-psod",
		.origin = "esxi",
		.severity = ND_MSG_ERROR,
		.meaning = "ESXi itself stopped (purple screen): its kernel met something from which it cannot go on.",
		.cause = "ESXi in a VM: a CPU or device that the level below emulates in part (registers that KVM refuses, a CPU model that this ESXi does not know), a CPU that got no time, too little memory. On a machine: hardware, or a driver.",
		.remedy = "On KVM: kvm ignore_msrs=1, kvm_intel (kvm_amd) nested=1, CPU host, machine q35, vmxnet3 or e1000e, SATA or PVSCSI, 2 CPUs and 8 GB. The words behind Exception or PCPU say where.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}Exception {n} in world {n}{any}", "ESXi 5 to 8" },
			{ "NOT_IMPLEMENTED bora/vmkernel/{any}", "ESXi 5 to 8" },
			{ "ASSERT bora/vmkernel/{any}", "ESXi 5 to 8" },
			{ "{any}Failed at bora/vmkernel/{any}", "ESXi 5 to 8" },
			{ "{any}PCPU {n}: no heartbeat {any}", "ESXi 5 to 8" },
			{ "{any}PCPU {n} locked up. Failed to ack TLB invalidate{any}", "ESXi 4 to 8" },
			{ "LINT1/NMI (motherboard nonmaskable interrupt){any}", "ESXi 5 to 8" },
			{ "{any}system has found a problem on your machine and cannot continue{any}", "ESXi 5 to 8" }
		),
	},
	{
		.id = "esxi-cpu-mismatch",
		.origin = "vmware",
		.severity = ND_MSG_ERROR,
		.meaning = "ESXi stopped (purple screen) because its cores do not report the same: the line names the feature and the two values. ESXi wants all cores of a host alike.",
		.cause = "A hybrid processor of Intel (12th generation and later: P and E cores). Also seen on an Atom of eight equal cores (C2750) with an upgrade to 7.0.1: why is not settled.",
		.remedy = "Hybrid: E cores off in the firmware; or Shift+O at the start and cpuUniformityHardCheckPanic=FALSE, for the installer and for good. Else newer firmware and microcode.",
		.reference = "communities.vmware.com/t5/ESXi-Discussions/Upgrade-ESXI-7-0-1-Fatal-CPU-mismatch/m-p/2828079, deinserverfachmann.de/allgemein/vmware/esxi/esxi-und-neuere-intel-cpus",
		.wordings = ND_WORDINGS(
			{ "{any}Fatal CPU mismatch{any}" }
		),
	},
	{
		.id = "vmware-winbsod",
		.origin = "vmware",
		.severity = ND_MSG_ERROR,
		.meaning = "Windows in this VM stopped (blue screen) and told the hypervisor so through the crash registers: 0x40000100 has the bug check code, 0x40000101 to 0x40000104 its arguments. That is no error with an MSR, nor does it say that the hypervisor caused the stop.",
		.cause = "What the code says.",
		.remedy = "The memory dump in Windows.",
		.reference = "knowledge.broadcom.com/external/article/427504, knowledge.broadcom.com/external/article/417490",
		.fold = true,
		.clauses = vmware_winbsod,
		.wordings = ND_WORDINGS(
			{ "WinBSOD: Synthetic MSR[{hex}] {hex}" },
			{ "{any}Guest operating system crash detected{any}" }
		),
	},
	{
		.id = "esxi-cpu",
		.origin = "esxi",
		.severity = ND_MSG_ERROR,
		.meaning = "ESXi's installer does not take this CPU: it is older than this version supports, or one that it does not know.",
		.cause = "ESXi 7 dropped processors before Sandy Bridge, ESXi 8 more of them; in a VM the CPU model counts, and qemu64 or kvm64 count as old ones.",
		.remedy = "allowLegacyCPU=true behind the boot options (Shift+O) goes past the check. In a VM: CPU host, or a newer model.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}CPU_SUPPORT ERROR: {any}" },
			{ "{any}he CPU on this host is not supported by ESXi{any}" },
			{ "{any}CPU in this host is not supported by ESXi{any}" }
		),
	},
	{
		.id = "esxi-no-nic",
		.origin = "esxi",
		.severity = ND_MSG_ERROR,
		.meaning = "ESXi's installer found no network card that it has a driver for, and stops. Virtualization has nothing to do with it.",
		.cause = "In a VM: a card of virtio or rtl8139. On a machine: one that this version has no driver for.",
		.remedy = "vmxnet3 or e1000e (older ESXi: e1000) as the VM's network card.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}No network adapters were detected. Either {any}" }
		),
	},
	{
		.id = "esxi-handover",
		.origin = "esxi",
		.severity = ND_MSG_NOTE,
		.meaning = "ESXi's loader hands over to its kernel. Where the screen stays at this line, the kernel did not get going, or its console is elsewhere.",
		.cause = "A VM without a graphics card that it knows (headless), with a CPU or firmware that it does not take, or without VT-x below.",
		.remedy = "ignoreHeadless=TRUE behind the boot options (Shift+O); below KVM kvm ignore_msrs=1, CPU host, BIOS in place of UEFI or the reverse.",
		.last = true,
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "Relocating modules and starting up the kernel..." }
		),
	},
	{
		.id = "vmware-unrecoverable",
		.origin = "vmware",
		.severity = ND_MSG_ERROR,
		.meaning = "VMware ended the VM at a check of its own: an unrecoverable error; the words behind it say where.",
		.cause = "Many: a fault of the monitor (vcpu), of the hardware, or of the hypervisor below (ESXi or Workstation in a VM). Nested: its VMX or SVM emulation.",
		.remedy = "The lines before it in vmware.log; nested: newer version below, one virtual CPU, no vPMC. MONITOR PANIC with NOT_IMPLEMENTED or ASSERT goes to VMware.",
		.last = true,
		.clauses = vmware_unrecoverable,
		.wordings = ND_WORDINGS(
			{ "{any}VMware {any}unrecoverable error: ({word}){any}" },
			{ "{any}VMware Workstation {any}: (vcpu-{n}){any}" },
			{ "VERIFY bora{any}" },
			{ "ASSERT bora{any}" },
			{ "NOT_IMPLEMENTED bora{any}" },
			{ "{any}MONITOR PANIC: {any}" },
			{ "{any}PANIC: VERIFY bora/{any}" }
		),
	},
	{
		.id = "vmware-incompatible",
		.origin = "vmware",
		.severity = ND_MSG_ERROR,
		.meaning = "VMware finds itself on a hypervisor that it does not run on.",
		.cause = "Windows' hypervisor (Hyper-V, WSL2, VBS) under a VMware before 15.5.5; or this machine is a VM of another hypervisor, which exposes no virtualization or too little.",
		.remedy = "On Windows: VMware 15.5.5 or later, or the hypervisor off (without VBS Windows is less protected). In a VM: expose VT-x with EPT, or AMD-V with RVI, from below; nestdiag check on Linux.",
		.wordings = ND_WORDINGS(
			{ "{any}VMware {any}via an incompatible hypervisor{any}" },
			{ "{any}VMware {any}through an incompatible hypervisor{any}" }
		),
	},
	{
		.id = "vmware-vmdb",
		.origin = "vmware",
		.severity = ND_MSG_ERROR,
		.meaning = "VMware lost the process of a VM while it started.",
		.cause = "The process died: Windows' hypervisor in the way, a damaged installation or .vmx file, or the monitor failed in a VM. vmware.log in the VM's folder has the reason.",
		.elsewhere = true,
		.remedy = "Read the last lines of vmware.log; repair the installation; on Windows bcdedit /set hypervisorlaunchtype off to compare (ends WSL2 and Windows' virtualization-based security).",
		.wordings = ND_WORDINGS(
			{ "{any}Transport (VMDB) error {n}{any}" },
			{ "{any}(VMDB) {n}{any}" },
			{ "{any}(VMDB) {word} {n}{any}" },
			{ "{any}(VMDB){word} {n}{any}" },
			{ "{any}he VMX process exited prematurely{any}" },
			{ "{any}VMware {any}cannot connect to the virtual machine. Make sure you have rights to run the program{any}" },
			{ "Error while powering on: Internal error{any}" }
		),
	},
	{
		.id = "vmware-vhv-off",
		.origin = "vmware",
		.severity = ND_MSG_ERROR,
		.meaning = "VMware runs in a VM, and the hypervisor below exposes no VT-x or AMD-V to it.",
		.cause = "Virtualization of VT-x or AMD-V (VHV) is off in that VM's configuration, or the level below cannot nest.",
		.remedy = "With that VM off: vhv.enable = \"TRUE\", or the check box \"Virtualize Intel VT-x/EPT or AMD-V/RVI\"; on another hypervisor its own way to nest.",
		.reference = "github.com/vmware/packer-plugin-vmware/issues/12",
		.wordings = ND_WORDINGS(
			{ "{any}running in a virtual machine with VHV disabled{any}" }
		),
	},
	{
		.id = "vmware-vmrun",
		.origin = "vmware",
		.severity = ND_MSG_ERROR,
		.meaning = "VMware's command vmrun could not start a VM; the reason is in vmware.log beside the VM, or in the window that VMware would show.",
		.cause = "Unknown error and canceled: a question or an error that needs an answer: virtualization that is off or held by Hyper-V, vmmon or vmnet not built for this kernel, a lock of the VM's files.",
		.remedy = "nestdiag dmesg vmware.log; start the VM once with the GUI (vmrun start FILE gui). On Linux vmware-modconfig --console --install-all.",
		.reference = "github.com/hashicorp/vagrant-vmware-desktop/issues/34",
		.fold = true,
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "An error occurred while executing `vmrun`, a utility for controlling" },
			{ "{any}vmrun exited with error{any}" },
			{ "{any}Error: The operation was canceled" },
			{ "VMware machines. The command and output are below:" }
		),
	},
	{
		.id = "vmware-on-hyperv",
		.origin = "vmware",
		.severity = ND_MSG_WARNING,
		.meaning = "VMware runs this VM on Windows' own hypervisor (host VBS mode, monitor mode ULM), not on VT-x or AMD-V itself.",
		.cause = "Hyper-V, WSL2, Virtual Machine Platform or virtualization-based security (memory integrity) runs on this Windows. The VM is slower, and its guest gets no VT-x or AMD-V (no VMs in it) and no performance counters.",
		.remedy = "For VMs in the VM, or speed: switch those features off, bcdedit /set hypervisorlaunchtype off, restart; vmware.log then says Monitor Mode: CPL0.",
		.reference = "docs.vmware.com, Workstation Player 17: host VBS mode",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "Monitor Mode: ULM" },
			{ "Syncing WHP TSCs took {n} us. Threshold is {n} us." }
		),
	},
	{
		.id = "vmware-hyperv-seen",
		.origin = "vmware",
		.severity = ND_MSG_NOTE,
		.meaning = "VMware sees Windows' hypervisor (Hyper-V) below this system. The line Monitor Mode tells whether it runs the VM on it (ULM) or on VT-x or AMD-V (CPL0).",
		.wordings = ND_WORDINGS(
			{ "IOPL_Init: Hyper-V detected by CPUID" }
		),
	},
	{
		.id = "vmware-native",
		.origin = "vmware",
		.severity = ND_MSG_NOTE,
		.meaning = "VMware runs this VM on VT-x or AMD-V itself.",
		.wordings = ND_WORDINGS(
			{ "Monitor Mode: CPL0" }
		),
	},
	{
		.id = "vmware-software",
		.origin = "vmware",
		.severity = ND_MSG_WARNING,
		.meaning = "VMware (before version 14) runs this VM without VT-x or AMD-V, by binary translation.",
		.cause = "VT-x or AMD-V is off in the firmware, another hypervisor holds it, or this machine is a VM to which it is not exposed; or the VM is set so. Its guest can be of 32 bits only on Intel, and can run no VMs.",
		.remedy = "Enable VT-x or AMD-V in the firmware (in a VM: in the hypervisor below), and power-cycle; stop the other hypervisor (KVM, VirtualBox; Windows: bcdedit /set hypervisorlaunchtype off, less protection); the VM's processor setting: automatic.",
		.reference = "github.com/zerjioang/minix-shell",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "HV Settings: virtual exec = 'software'; {any}" }
		),
	},
	{
		.id = "vmware-chatter",
		.origin = "vmware",
		.severity = ND_MSG_HARMLESS,
		.meaning = "What VMware writes into the log of each VM, and no failure. \"VMX\" is its process here.",
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "VMX can't verify host parameters." },
			{ "{any}[msg.log.monpanic] {any}" },
			{ "{any}[msg.panic.haveLog] {any}" },
			{ "EPT-violation virtualization exception" },
			{ "FILE: File{word}Retry: Non-retriable error encountered {any}" }
		),
	},
	{
		.id = "vmware-mitigations",
		.origin = "vmware",
		.severity = ND_MSG_NOTE,
		.meaning = "VMware runs this VM on the host's own hypervisor (Windows' with Hyper-V, WSL2 or VBS on; Apple's on macOS 11 and later), with mitigations that cost speed. By itself that is no failure.",
		.cause = "On such a Windows a guest also gets no VT-x or AMD-V: no VMs in it.",
		.remedy = "The box that the dialog names makes it faster. For VMs in the VM on Windows: Hyper-V, Virtual Machine Platform and memory integrity off, bcdedit /set hypervisorlaunchtype off, restart.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}running this virtual machine with side channel mitigations enabled{any}" },
			{ "You are running this virtual machine with side channel" },
			{ "To disable mitigations, change the side channel mitigations setting in the advanced panel{any}" }
		),
	},
	{
		.id = "vmware-config",
		.origin = "vmware",
		.severity = ND_MSG_ERROR,
		.meaning = "This VMware does not take the VM's configuration: it is of a newer version, or of a guest that this product does not know. That is no lack of virtualization.",
		.cause = "virtualHW.version of the .vmx is newer than this product has; or guestOS names a system that it does not run (darwin on Workstation and Player).",
		.remedy = "A newer VMware, or the VM's compatibility changed where it was made (Manage, Change Hardware Compatibility).",
		.wordings = ND_WORDINGS(
			{ "The configuration file \"{any}\" was created by a VMware product that is incompatible {any}" },
			{ "{any}created by a VMware product with more features than this version{any}" },
			{ "{any}nsupported guest operating system 'darwin{any}" }
		),
	},
	{
		.id = "vmware-disk",
		.origin = "vmware",
		.severity = ND_MSG_ERROR,
		.meaning = "VMware could not open a disk of the VM. That is no lack of virtualization.",
		.cause = "It is in use by another VM or was left locked (folders *.lck after a crash), was moved, is not readable, or a snapshot before it is missing.",
		.remedy = "Close other VMs that use it; move the *.lck folders beside it away while nothing runs; the line above names the file.",
		.wordings = ND_WORDINGS(
			{ "{any}annot open the disk '{any}' or one of the snapshot disks it depends on{any}" }
		),
	},
	{
		.id = "vmware-limit",
		.origin = "vmware",
		.severity = ND_MSG_ERROR,
		.meaning = "ESXi powers on no further VM: a limit of it is reached. That is no fault of virtualization.",
		.cause = "Too many VMs or virtual CPUs run on this host, for its size or its licence; a nested ESXi of a lab is small.",
		.remedy = "Power off VMs, or give the host (if it is a VM) more CPUs and memory; the number in the line is the limit.",
		.reference = "github.com/vmware/vic/issues/6469",
		.wordings = ND_WORDINGS(
			{ "{any}vmm.limit.init.max.vms.reached{any}" }
		),
	},
	{
		.id = "vmware-disconnected",
		.origin = "vmware",
		.severity = ND_MSG_ERROR,
		.meaning = "VMware lost the process that runs the VM (vmx): it ended. The line does not say why.",
		.cause = "A crash or an assertion of that process; where VMware is itself a guest (a nested ESXi), also the level below.",
		.remedy = "vmware.log in the VM's folder, its last lines, and hostd.log: nestdiag dmesg on them.",
		.reference = "github.com/ansible-collections/community.vmware/pull/1105",
		.last = true,
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "Disconnected from virtual machine." }
		),
	},
};

const struct nd_catalogue nd_catalogue_vmware = {
	"vmware", messages, ARRAY_SIZE(messages)
};
