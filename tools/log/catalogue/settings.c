// SPDX-License-Identifier: GPL-2.0-only
/* Settings of hosts and VMs that people paste beside what failed: often they are the cause. */
#include "tools/log/catalogue/catalogue.h"

static const struct nd_wording nowhere[] = { { NULL, NULL } };

static const struct nd_clause setting_emulated[] = {
	{ 0, "kvm: 0", NULL,
	  "Proxmox' setting; written where there is no KVM, as in a VM without nested virtualization.",
	  "If nestdiag check finds KVM: take the line out, or kvm: 1." },
	{ 0, "virt_type", NULL,
	  "OpenStack's setting; written where there is no KVM, as in a VM without nested virtualization.",
	  "If nestdiag check finds KVM: virt_type=kvm." },
	{ 0, "useEmulation", NULL,
	  "KubeVirt's setting; written where there is no KVM, as in a VM without nested virtualization.",
	  "If nestdiag check finds KVM: take the line out." },
	{ 0 }
};

static const struct nd_message messages[] = {
	{
		.id = "setting-nested-off",
		.origin = "modprobe.d",
		.severity = ND_MSG_WARNING,
		.meaning = "A file of modprobe.d, or the kernel's command line, switches nested virtualization off on its host: guests there get no VMX or SVM, whatever their CPU model.",
		.remedy = "nested=1 there (or take it out: it is on by default since Linux 4.20 on Intel, always on AMD); then, with no guest running, modprobe -r kvm_intel (kvm_amd) and modprobe it again. Command line: restart (WSL2: wsl --shutdown).",
		.reference = "github.com/cozystack/ansible-cozystack/pull/61",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "options kvm_intel {any}nested=0{any}" },
			{ "options kvm-intel {any}nested=0{any}" },
			{ "options kvm_amd {any}nested=0{any}" },
			{ "options kvm-amd {any}nested=0{any}" },
			{ "options kvm_intel {any}nested=N{any}" },
			{ "options kvm-intel {any}nested=N{any}" },
			{ "GRUB_CMDLINE_LINUX{any}kvm_{word}.nested=0{any}" },
			{ "GRUB_CMDLINE_LINUX{any}kvm-{word}.nested=0{any}" },
			{ "kernelCommandLine={any}kvm_{word}.nested=0{any}" },
			{ "Kernel command line: {any}kvm_{word}.nested=0{any}" },
			{ "Kernel command line: {any}kvm-{word}.nested=0{any}" },
			{ "Command line: {any}kvm_{word}.nested=0{any}" },
			{ "Command line: {any}kvm-{word}.nested=0{any}" }
		),
	},
	{
		.id = "setting-cpu-off",
		.origin = "proxmox",
		.severity = ND_MSG_WARNING,
		.meaning = "The CPU of this VM is set without vmx or svm: it cannot run guests by VMX or SVM.",
		.remedy = "If it shall run guests: take -vmx (-svm) out of its cpu or args, then switch the VM off and on.",
		.wordings = ND_WORDINGS(
			{ "args: -cpu {any},-vmx" },
			{ "args: -cpu {any},-svm" },
			{ "args: -cpu {any},-vmx,{any}" },
			{ "args: -cpu {any},-svm,{any}" }
		),
	},
	{
		.id = "setting-nested-on",
		.origin = "modprobe.d",
		.severity = ND_MSG_NOTE,
		.meaning = "A file of modprobe.d switches nested virtualization on. It counts from the next load of the module on; cat /sys/module/kvm_intel/parameters/nested (kvm_amd) shows what holds now.",
		.remedy = "If the parameter shows N or 0: with no guest running modprobe -r kvm_intel (kvm_amd) and modprobe it again, or update-initramfs -u and restart if it is loaded from there.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "options kvm_intel {any}nested=1{any}" },
			{ "options kvm-intel {any}nested=1{any}" },
			{ "options kvm_amd {any}nested=1{any}" },
			{ "options kvm-amd {any}nested=1{any}" },
			{ "options kvm_intel {any}nested=Y{any}" },
			{ "options kvm-intel {any}nested=Y{any}" }
		),
	},
	{
		.id = "setting-no-vmx",
		.origin = "libvirt",
		.severity = ND_MSG_WARNING,
		.meaning = "A guest's CPU is defined without VMX or SVM: it can run no VMs of its own.",
		.cause = "Its manager (KubeVirt, Harvester, OpenStack) does so: host-model leaves svm out on AMD, and vmx where the host has nested off; or it was set by hand.",
		.remedy = "CPU mode host-passthrough, or policy='require' for vmx or svm, on a host with nested=1 in kvm_intel or kvm_amd; then stop the guest and start it anew.",
		.reference = "github.com/harvester/harvester/issues/5243",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}<feature policy='disable' name='svm'/>{any}" },
			{ "{any}<feature policy='disable' name='vmx'/>{any}" },
			{ "{any}<feature policy=\"disable\" name=\"svm\"/>{any}" },
			{ "{any}<feature policy=\"disable\" name=\"vmx\"/>{any}" },
			{ "{any}<feature name='svm' policy='disable'/>{any}" },
			{ "{any}<feature name='vmx' policy='disable'/>{any}" },
			{ "{any}<feature policy='forbid' name='svm'/>{any}" },
			{ "{any}<feature policy='forbid' name='vmx'/>{any}" }
		),
	},
	{
		.id = "setting-vmx",
		.origin = "libvirt",
		.severity = ND_MSG_NOTE,
		.meaning = "A guest's CPU is defined with VMX or SVM: its host's KVM has to have nested=1 for that.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}<feature policy='require' name='svm'/>{any}" },
			{ "{any}<feature policy='require' name='vmx'/>{any}" },
			{ "{any}<feature policy=\"require\" name=\"svm\"/>{any}" },
			{ "{any}<feature policy=\"require\" name=\"vmx\"/>{any}" }
		),
	},
	{
		.id = "setting-cpu-model",
		.origin = "proxmox",
		.severity = ND_MSG_WARNING,
		.meaning = "This VM of Proxmox has a CPU type without vmx and svm: VMs in it can only be emulated.",
		.cause = "kvm64, qemu64 and x86-64-v2 to v4, the default of new VMs, are of what all hosts have in common, and virtualization is not part of it.",
		.remedy = "qm set VMID --cpu host, on a host with nested=1 in kvm_intel or kvm_amd; then stop the VM and start it (no restart from within).",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "cpu: kvm64" }, { "cpu: qemu64" }, { "cpu: kvm32" }, { "cpu: x86-64-v2-AES" },
			{ "cpu: x86-64-v2" }, { "cpu: x86-64-v3" }, { "cpu: x86-64-v4" }
		),
	},
	{
		.id = "setting-vhv-off",
		.origin = "vmware",
		.severity = ND_MSG_WARNING,
		.meaning = "VMware exposes no VT-x or AMD-V to this VM (vhv.enable): VMs in it can only be emulated.",
		.remedy = "With the VM off: vhv.enable = \"TRUE\" in its .vmx, or the check box \"Virtualize Intel VT-x/EPT or AMD-V/RVI\" (ESXi: Expose hardware assisted virtualization to the guest OS).",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}vhv.enable = \"FALSE\"" },
			{ "{any}vhv.enable = \"false\"" }
		),
	},
	{
		.id = "setting-vhv-on",
		.origin = "vmware",
		.severity = ND_MSG_NOTE,
		.meaning = "VMware is told to expose VT-x or AMD-V to this VM (vhv.enable). It cannot while it runs on Windows' hypervisor (monitor mode ULM).",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}vhv.enable = \"TRUE\"" },
			{ "{any}vhv.enable = \"true\"" }
		),
	},
	{
		.id = "setting-hypervisor-hidden",
		.origin = "vmware",
		.severity = ND_MSG_NOTE,
		.meaning = "VMware hides from the guest that it is a VM (the hypervisor bit of CPUID): wanted by old versions of Hyper-V in the guest, and a cause of slow clocks and missing paravirtual features.",
		.wordings = ND_WORDINGS(
			{ "{any}hypervisor.cpuid.v0 = \"FALSE\"" }
		),
	},
	{
		.id = "setting-xen-nested",
		.origin = "xen",
		.severity = ND_MSG_NOTE,
		.meaning = "A guest of Xen is to have nested virtualization (nestedhvm=1). It needs an HVM guest with hardware-assisted paging (hap=1, EPT or NPT); Xen calls it experimental.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "nestedhvm=1" },
			{ "nestedhvm = 1" }
		),
	},
	{
		.id = "setting-xen-pv",
		.origin = "xen",
		.severity = ND_MSG_WARNING,
		.meaning = "This Xen can run PV guests only (virt_caps without hvm): it sees no VMX or SVM.",
		.cause = "Off in the firmware; or this Xen runs in a VM, and the hypervisor below does not expose virtualization to it.",
		.remedy = "xl dmesg | grep -iE \"vmx|svm|hvm\" says why. On a machine: VT-x or SVM on in the firmware. In a VM: enable nested virtualization in the hypervisor below, with the VM off.",
		.wordings = ND_WORDINGS(
			{ "virt_caps {any}: pv" },
			{ "virt_caps {any}: pv shadow" },
			{ "capabilities (SRO): xen-3.0-x86_64; xen-3.0-x86_32p" },
			{ "capabilities (SRO): xen-3.0-x86_64; xen-3.0-x86_32p;" },
			{ "capabilities (SRO): xen-3.0-x86_64" }
		),
	},
	{
		.id = "setting-xen-hvm",
		.origin = "xen",
		.severity = ND_MSG_NOTE,
		.meaning = "Xen sees VMX or SVM (hvm in virt_caps) and can run HVM and PVH guests on this machine.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "virt_caps {any}: {any}hvm{any}" }
		),
	},
	{
		.id = "setting-vbs-off",
		.origin = "windows",
		.severity = ND_MSG_NOTE,
		.meaning = "Virtualization-based security does not run on this Windows. It is a user of Windows' hypervisor, and not the processor's virtualization.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "Virtualization-based security{any}Not enabled{any}" },
			{ "Virtualization-based security{any}Enabled but not running{any}" },
			{ "VirtualizationBasedSecurityStatus {any}: 0" },
			{ "VirtualizationBasedSecurityStatus {any}: 1" }
		),
	},
	{
		.id = "setting-vbs-on",
		.origin = "windows",
		.severity = ND_MSG_NOTE,
		.meaning = "This Windows is told to run virtualization-based security or memory integrity: where it can, its hypervisor runs then and holds VMX or SVM.",
		.cause = "VirtualBox and VMware run on top of it, slower and without nesting for their guests; HAXM, AEHD and older versions do not run at all.",
		.remedy = "If they need the processor: memory integrity off, this value 0, bcdedit /set hypervisorlaunchtype off, and restart. Windows then lacks that protection.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}EnableVirtualizationBasedSecurity {any}REG_DWORD {any}0x1" },
			{ "{any}HypervisorEnforcedCodeIntegrity {any}REG_DWORD {any}0x1" },
			{ "HypervisorEnforcedCodeIntegrity {any}: 1" }
		),
	},
	{
		.id = "setting-coreinfo-guest",
		.origin = "windows",
		.severity = ND_MSG_NOTE,
		.meaning = "Coreinfo: this Windows runs on a hypervisor, its own (Hyper-V, WSL2, VBS) or that of the machine whose VM it is. What it shows of VMX, SVM, EPT and NP is what that hypervisor leaves over.",
		.wordings = ND_WORDINGS(
			{ "HYPERVISOR{any}*{any}Hypervisor is present{any}" }
		),
	},
	{
		.id = "setting-coreinfo-none",
		.origin = "windows",
		.severity = ND_MSG_WARNING,
		.meaning = "Coreinfo: this Windows sees no VMX (of Intel) or SVM (of AMD).",
		.cause = "If its line HYPERVISOR has a *, a hypervisor below hides it: Windows' own (Hyper-V, WSL2, memory integrity), or that of the machine whose VM this is. Else the CPU has none, or the firmware hides it.",
		.remedy = "In a VM: expose virtualization in the hypervisor below, with the VM off. On a machine: VT-x or SVM on in the firmware. For programs that need VMX itself: Hyper-V and memory integrity off, restart (memory integrity protects the kernel: that is lost).",
		.wordings = ND_WORDINGS(
			{ "VMX{any}-{any}Supports Intel hardware-assisted virtualization{any}" },
			{ "SVM{any}-{any}Supports AMD hardware-assisted virtualization{any}" }
		),
	},
	{
		.id = "setting-windows-guest",
		.origin = "windows",
		.severity = ND_MSG_NOTE,
		.meaning = "This Windows is itself a VM; the maker or model names the hypervisor below it. Hyper-V, WSL2 and emulators in it need virtualization exposed to it there.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "System Manufacturer{any}QEMU" },
			{ "System Manufacturer{any}VMware, Inc." },
			{ "System Manufacturer{any}innotek GmbH" },
			{ "System Manufacturer{any}Xen" },
			{ "System Model{any}Virtual Machine" },
			{ "System Model{any}VirtualBox" },
			{ "System Model{any}Standard PC (Q35 + ICH9{any}" },
			{ "System Model{any}Standard PC (i440FX{any}" }
		),
	},
	{
		.id = "setting-freebsd-guest",
		.origin = "bhyve",
		.severity = ND_MSG_NOTE,
		.meaning = "This FreeBSD is itself a guest; the word names the hypervisor below it. bhyve here needs virtualization exposed to it there.",
		.wordings = ND_WORDINGS(
			{ "Hypervisor: Origin = \"{any}\"" }
		),
	},
	{
		.id = "setting-parallels-off",
		.origin = "parallels",
		.severity = ND_MSG_NOTE,
		.meaning = "Nested virtualization is off for that VM of Parallels: no VM can run in it.",
		.cause = "The setting of the VM. Parallels offers it on Intel Macs, in its Pro and Business editions.",
		.remedy = "With the VM off: prlctl set NAME --nested-virt on.",
		.reference = "github.com/docker-archive/toolbox/issues/472",
		.wordings = ND_WORDINGS(
			{ "{any}Nested virtualization: off" },
			{ "\"Nested virtualization\": \"off\"{any}" }
		),
	},
	{
		.id = "setting-esxi-hv",
		.origin = "vmware",
		.severity = ND_MSG_WARNING,
		.meaning = "ESXi cannot use VT-x or AMD-V on this host (HV Support of esxcfg-info: 0 not there, 1 not supported, 2 off in the firmware; 3 would be well).",
		.cause = "Off in the firmware, or this ESXi is a VM to which the hypervisor below does not expose it.",
		.remedy = "Enable it in the firmware; in a VM expose virtualization below (VMware: vhv.enable, \"Expose hardware assisted virtualization to the guest OS\").",
		.wordings = ND_WORDINGS(
			{ "{any}HV Support{any}....0" },
			{ "{any}HV Support{any}....1" },
			{ "{any}HV Support{any}....2" }
		),
	},
	{
		.id = "setting-esxi-nested",
		.origin = "vmware",
		.severity = ND_MSG_WARNING,
		.meaning = "ESXi offers no virtualization there (nestedHVSupported): of a host's capabilities, to none of its VMs; of a VM's, not to that VM.",
		.cause = "The host has no EPT or RVI, or is itself a VM to which that is not exposed. Of one VM alone: its virtual hardware may be older than version 9.",
		.remedy = "nestedHVSupported has to be true; HV Support of esxcfg-info tells of the host itself. An old VM: upgrade its virtual hardware.",
		.wordings = ND_WORDINGS(
			{ "{any}nestedHVSupported = false{any}" },
			{ "{any}nestedHVSupported will be set to false{any}" }
		),
	},
	{
		.id = "setting-isolation",
		.origin = "docker",
		.severity = ND_MSG_NOTE,
		.meaning = "Docker on this Windows runs each container in a small VM of Hyper-V (isolation hyperv).",
		.cause = "That needs Windows' hypervisor; if this Windows is a VM, virtualization has to be exposed to it. Process isolation needs none but isolates less, and wants an image of the same build.",
		.wordings = ND_WORDINGS(
			{ "Default Isolation: hyperv" },
			{ "{any}\"Isolation\": \"hyperv\"{any}" }
		),
	},
	{
		.id = "setting-distro-wsl1",
		.origin = "windows",
		.severity = ND_MSG_NOTE,
		.meaning = "wsl -l -v: that distribution runs in WSL 1, which is no VM: it has no kernel of its own, no /dev/kvm and no containers.",
		.remedy = "wsl --set-version NAME 2, where Windows' hypervisor runs.",
		.last = true,
		.wordings = nowhere,
	},
	{
		.id = "setting-wsl1",
		.origin = "windows",
		.severity = ND_MSG_NOTE,
		.meaning = "WSL1's component (Windows Subsystem for Linux) is not installed. WSL2 of the Microsoft Store does not need it.",
		.wordings = ND_WORDINGS(
			{ "WSL1 is not supported with your current machine configuration{any}" },
			{ "{any}WSL1 se s aktuální konfigurací počítače nepodporuje{any}" },
			{ "{any}WSL1 understøttes ikke med den aktuelle maskinkonfiguration{any}" },
			{ "{any}WSL1 wird mit Ihrer aktuellen Computer-Konfiguration nicht unterstützt{any}" },
			{ "{any}WSL1 no es compatible con la configuración actual del equipo{any}" },
			{ "{any}WSL1:tä ei tueta nykyisessä tietokoneen kokoonpanossa{any}" },
			{ "{any}WSL1 n{any}est pas pris en charge avec votre configuration d{any}ordinateur actuelle{any}" },
			{ "{any}A jelenlegi gépkonfiguráció nem támogatja a WSL1-et{any}" },
			{ "{any}WSL1 non è supportato con la configurazione del computer corrente{any}" },
			{ "{any}WSL1 は、現在のマシン構成ではサポートされていません{any}" },
			{ "{any}현재 컴퓨터 구성에서는 WSL1이 지원되지 않습니다{any}" },
			{ "{any}WSL1 støttes ikke med gjeldende maskinkonfigurasjon{any}" },
			{ "{any}WSL1 wordt niet ondersteund met de huidige computerconfiguratie{any}" },
			{ "{any}Podsystem WSL1 nie jest obsługiwany w bieżącej konfiguracji komputera{any}" },
			{ "{any}WSL1 não é compatível com a configuração atual da máquina{any}" },
			{ "{any}O WSL1 não é suportado com a configuração atual do computador{any}" },
			{ "{any}Текущая конфигурация компьютера не поддерживает WSL1{any}" },
			{ "{any}WSL1 stöds inte med den aktuella datorkonfigurationen{any}" },
			{ "{any}WSL1, mevcut makine yapılandırmanızla desteklenmiyor{any}" },
			{ "{any}当前计算机配置不支持 WSL1{any}" },
			{ "{any}您目前的電腦設定不支援 WSL1{any}" }
		),
	},
	{
		.id = "setting-kernel-without-kvm",
		.origin = "linux",
		.severity = ND_MSG_WARNING,
		.meaning = "This kernel was built without KVM, or without KVM for this make of processor: no module can bring it.",
		.cause = "A kernel of a container host, a board, WSL2 or a small VMM (its guests are not meant to nest), or an own configuration.",
		.remedy = "Another kernel of the distribution, or build it with CONFIG_KVM and CONFIG_KVM_INTEL or CONFIG_KVM_AMD (CONFIG_VIRTUALIZATION first).",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "# CONFIG_KVM is not set" },
			{ "# CONFIG_KVM_INTEL is not set" },
			{ "# CONFIG_KVM_AMD is not set" },
			{ "# CONFIG_VIRTUALIZATION is not set" },
			{ "CONFIG_KVM=n" }
		),
	},
	{
		.id = "setting-blacklist",
		.origin = "modprobe.d",
		.severity = ND_MSG_WARNING,
		.meaning = "A file of modprobe.d keeps a module of KVM from being loaded by itself. If it is the one for this processor, KVM does not work until somebody loads it by name.",
		.cause = "Mostly written so that VirtualBox or VMware have VMX or SVM to themselves. blacklist kvm alone keeps neither kvm_intel nor kvm_amd, which load kvm.",
		.remedy = "Take the line out; until then modprobe kvm_intel (or kvm_amd) loads it (not if the line is install ... /bin/false).",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "blacklist kvm" },
			{ "blacklist kvm_intel" },
			{ "blacklist kvm_amd" },
			{ "blacklist kvm-intel" },
			{ "blacklist kvm-amd" },
			{ "install kvm{any}/bin/false" },
			{ "install kvm{any}/bin/true" }
		),
	},
	{
		.id = "setting-emulated",
		.origin = "any",
		.severity = ND_MSG_WARNING,
		.meaning = "This guest is configured to run without KVM: QEMU emulates its processor, which is slow, and gives it no VMX.",
		.cause = "The setting of dockur's images; written where there is no KVM, as in a VM without nested virtualization.",
		.remedy = "If nestdiag check finds KVM: take the line out.",
		.fold = true,
		.clauses = setting_emulated,
		.wordings = ND_WORDINGS(
			{ "kvm: 0" },
			{ "virt_type=qemu" },
			{ "virt_type = qemu" },
			{ "useEmulation: true" },
			{ "KVM: \"N\"" },
			{ "KVM=N" }
		),
	},
	{
		.id = "setting-other",
		.origin = "any",
		.severity = ND_MSG_NOTE,
		.meaning = "Settings and states that say nothing by themselves.",
		.quiet = true,
		.last = true,
		.wordings = ND_WORDINGS(
			{ "<type arch='{any}' machine='{any}'>hvm</type>" },
			{ "<type arch=\"{any}\" machine=\"{any}\">hvm</type>" },
			{ "<kvm>{any}</kvm>" },
			{ "<hyperv{any}>{any}" },
			{ "<emulator>{any}</emulator>" },
			{ "- /dev/kvm:/dev/kvm{any}" },
			{ "- /dev/kvm" },
			{ "devices: [\"/dev/kvm{any}" },
			{ "libvirt.{word} = {any}" },
			{ "config.vm.provider {any}" },
			{ "\"accelerator\": \"kvm\"{any}" },
			{ "accelerator {any}= \"kvm\"" },
			{ "virt_type=kvm" },
			{ "virt_type = kvm" },
			{ "args: -cpu {any}" },
			{ "cpu: host,flags={any}" },
			{ "Usage: qemu-{any}" },
			{ "hypervisor: {word}" },
			{ "--device /dev/kvm{any}" },
			{ "--device=/dev/kvm{any}" },
			{ "{any}WSL version: {n}.{any}" },
			{ "WSL-{any}: {n}.{any}" },
			{ "WSL {any}: {n}.{n}.{any}" },
			{ "{any}Windows version: {n}.{any}" },
			{ "qemu-img version {any}" },
			{ "xen_caps {any}: xen-{any}" },
			{ "(XEN)  - {any}" },
			{ "HYPERVISOR{any}-{any}Hypervisor is present{any}" },
			{ "HW Virtualization: {any}enabled" },
			{ "Effective Paravirt. Prov.: {any}" },
			{ "Paravirt. Provider: {any}" },
			{ "{any}Nested virtualization: on" },
			{ "cpu cpus={n} {any}VT-x {any}" },
			{ "capabilities (SRO): {any}hvm-3.0-{any}" },
			{ "{any}nestedHVSupported = true{any}" },
			{ "{any}HV Support{any}....3" },
			{ "VMX {any}Supports Intel hardware-assisted virtualization{any}" },
			{ "SVM {any}Supports AMD hardware-assisted virtualization{any}" },
			{ "EPT {any}Supports Intel extended page tables (SLAT){any}" },
			{ "NP {any}Supports AMD nested page tables (SLAT){any}" },
			{ "VT-x: PAT,{any}" },
			{ "VT-x: HLT,{any}" },
			{ "SVM: NP,{any}" },
			{ "HypervisorEnforcedCodeIntegrity {any}: 0" },
			{ "Virtualization: Enabled{any}" },
			{ "options kvm{any} {any}={any}" },
			{ "{any}[*] Checking {any} [ {word} {any}]" },
			{ "GRUB_CMDLINE_LINUX{any}={any}" },
			{ "kernelCommandLine={any}" },
			{ "HyperVRequirement{word} {any}:" },
			{ "Virtualization-based security{any}" },
			{ "Hyper-V - {any}\tYes{any}" },
			{ "{any}Extensions: Yes" },
			{ "{any}Second Level Address Translation: Yes" },
			{ "VT-x VPID: {any}enabled" },
			{ "VT-x Unrestricted Exec.: {any}enabled" },
			{ "AMD-V Virt. Vmsave/Vmload: {any}abled" },
			{ "Hardware Virtualization: {any}enabled" },
			{ "Nested Paging: {any}enabled" }
		),
	},
};

const struct nd_catalogue nd_catalogue_settings = {
	"settings", messages, ARRAY_SIZE(messages)
};
