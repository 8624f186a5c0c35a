// SPDX-License-Identifier: GPL-2.0-only
/*
 * What programs of all kinds say in their own words: something of virtualization is missing or off.
 * tools/log/complaint.c finds lines for these entries that have none of their wordings.
 */
#include "tools/log/catalogue/catalogue.h"

static const struct nd_wording nowhere[] = { { NULL, NULL } };

static const struct nd_message messages[] = {
	{
		.id = "no-kvm",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "A program says that there is no KVM for it.",
		.cause = "No virtualization on this machine, off in the firmware, not exposed to this VM, KVM not loaded, no /dev/kvm in this container, no permission for it, or a guest for another architecture than the host's. Containers of Docker Desktop run in a VM of its own, on Linux too (kernel \"linuxkit\").",
		.remedy = "nestdiag check tells which of these it is. On a machine: VT-x or SVM on in the firmware. In a VM: nested virtualization on in the hypervisor below; at a cloud or on a hosted runner take one that nests, or emulation (tcg, slow). Containers: --device /dev/kvm, with Docker Engine on Linux; users: the device's group.",
		.last = true,
		.elsewhere = true,
		.arm = &nd_arm_no_kvm,
		.clauses = nd_errors_open,
		.wordings = ND_WORDINGS(
			{ "KVM is not available{any}" },
			{ "KVM not available{any}" },
			{ "KVM is not supported{any}" },
			{ "KVM is not enabled{any}" },
			{ "KVM is not installed{any}" }
		),
	},
	{
		.id = "virtualization-unwanted",
		.origin = "any",
		.severity = ND_MSG_NOTE,
		.meaning = "A program asks to switch virtualization off; it does not say that virtualization is missing.",
		.cause = "Anti-cheat and programs that set voltages or clocks ask so; some mean the firmware's VT-x or SVM, some Windows' virtualization-based security (memory integrity) only.",
		.remedy = "Without it no VM, WSL2 or Docker Desktop runs here, and Windows loses the protection that is built on it. Prefer another version of that program, or another machine for one of the two.",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}irtualization must be disabled{any}" }
		),
	},
	{
		.id = "no-virtualization",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "A program found no virtualization of the processor that it can use, or asks for it.",
		.cause = "Off in the firmware; held by another hypervisor (on Windows: Hyper-V, WSL2, virtualization-based security); or this is a VM and the hypervisor below does not expose it.",
		.remedy = "On Linux nestdiag check tells which. In a VM: enable nested virtualization in the hypervisor below, with the VM off; at a cloud or on a hosted runner take a size or machine that nests. On a physical machine: enable it in the firmware and power-cycle; on Windows systeminfo shows whether a hypervisor runs.",
		.last = true,
		.elsewhere = true,
		.arm = &nd_arm_no_kvm,
		.wordings = ND_WORDINGS(
			{ "{any}ardware virtualization is not enabled{any}" },
			{ "{any}ardware virtualization is not available{any}" },
			{ "{any}ardware virtualization is not supported{any}" },
			{ "Virtualization is not enabled{any}" },
			{ "VT is not enabled{any}" },
			{ "{any}enable hardware assisted virtualization{any}" },
			{ "You specified hardware acceleration, but it is not supported{any}", "ops 0.1" }
		),
	},
	{
		.id = "no-hypervisor",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "A program found no hypervisor that it can use: KVM, Hyper-V, HVF, or a program such as VirtualBox.",
		.cause = "None is installed or loaded; or virtualization is off in the firmware, or not exposed to this VM. If the program asks what it runs in: it sees no hypervisor below, as on bare metal, or where that is hidden (kvm=off, -hypervisor).",
		.remedy = "On Linux nestdiag check tells what is missing; on Windows systeminfo, the last lines. Off: VT-x or SVM on in the firmware; in a VM expose virtualization below, with the VM off.",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}o hypervisor found{any}" },
			{ "{any}o hypervisor was found{any}" },
			{ "{any}o supported hypervisor{near}found{any}" },
			{ "{any}o hypervisor installed{any}" },
			{ "{any}o hypervisor detected{any}" },
			{ "{any}ypervisor not detected{any}" },
			{ "{any}ypervisor was not detected{any}" },
			{ "{any}ot detect {near}hypervisor{any}" }
		),
	},
	{
		.id = "nesting-version",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "A program says from which version, chip or system on it can nest: what runs here is older, or it counts it as older.",
		.cause = "Nesting came with VirtualBox 6.0 (AMD) and 6.1 (Intel), Windows 10 1607 (Intel) and 11 (AMD), macOS 15 on M3, Linux 6.16 on Arm (kvm-arm.mode=nested). KVM on Intel has it on by default since 4.20.",
		.remedy = "Update what the line names and start the VM anew; where it is new enough, the VM may still be defined for an older one (configuration version, machine type).",
		.reference = "github.com/GNS3/gns3-server/issues/1759",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any} or {word} is required {any}ested virtualization{any}" },
			{ "{any}ested virtualization {near}requires {any} or newer{any}" },
			{ "{any}ested virtualization {near}requires {any} or later{any}" },
			{ "{any}ested virtualization {near}requires {any} or above{any}" },
			{ "{any}ested virtualization {near}requires {any} or higher{any}" },
			{ "{any}ested virtualization {near}needs {any} or newer{any}" },
			{ "{any}ested virtualization {near}needs {any} or later{any}" }
		),
	},
	{
		.id = "no-nesting",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "Nested virtualization is not there, or a program asks to have it enabled: the hypervisor that runs this machine, or is to run the guest, may give guests no virtualization of their own.",
		.cause = "It is off in the settings of that VM or host; or this hypervisor cannot nest on this processor, edition or version (Hyper-V of Windows 10 on AMD; VMware and VirtualBox while Hyper-V runs; VirtualBox before 6.1, on AMD before 6.0; on Apple silicon macOS guests, and others before the M3; many cloud sizes).",
		.remedy = "Enable it there (KVM: nested=1 and host-passthrough; Hyper-V: ExposeVirtualizationExtensions; VMware: vhv.enable; VirtualBox: --nested-hw-virt on; cloud: a size that nests), or do without: a container driver, emulation, a bare-metal instance.",
		.last = true,
		.arm = &nd_arm_no_kvm,
		.wordings = ND_WORDINGS(
			{ "{any}ested virtualization is not enabled{any}" },
			{ "{any}ested virtualization is not available{any}" },
			{ "{any}ested virtualization is not supported{any}" }
		),
	},
	{
		.id = "no-slat",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "A program needs nested paging (EPT on Intel, NPT or RVI on AMD, also called SLAT) or unrestricted guest mode, and does not find it.",
		.cause = "In a VM: the hypervisor below exposes VMX or SVM without it. Or KVM has it off (ept=0, npt=0), or the processor is older than 2008 to 2010.",
		.remedy = "In a VM give it the whole CPU in the hypervisor below: host-passthrough with kvm_intel ept=1 or kvm_amd npt=1, Virtualize Intel VT-x/EPT in VMware. VirtualBox 6.1 on Intel exposes VMX without EPT: take another hypervisor.",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}requires hardware support for EPT{any}" },
			{ "{any} EPT is missing{any}" },
			{ "{any} NPT is missing{any}" }
		),
	},
	{
		.id = "virtualization-other",
		.origin = "any",
		.severity = ND_MSG_NOTE,
		.meaning = "The line names another kind of virtualization than the processor's: of applications, desktops, graphics, networks, storage or I/O, or the type of a cloud's image. VMs do not depend on it to start.",
		.last = true,
		.wordings = nowhere,
	},
	{
		.id = "hyperv-beside",
		.origin = "windows",
		.severity = ND_MSG_WARNING,
		.meaning = "A line about something of Hyper-V other than its hypervisor: its network, disks, checkpoints, PowerShell or services of its guests. It does not say that virtualization is missing.",
		.cause = "What the line names is missing, off, or not possible in this configuration.",
		.remedy = "Hyper-V Manager shows switches, disks and checkpoints. If VMs do not start at all: systeminfo tells whether Windows' hypervisor runs.",
		.last = true,
		.wordings = nowhere,
	},
	{
		.id = "no-windows-hypervisor",
		.origin = "windows",
		.severity = ND_MSG_ERROR,
		.meaning = "A program needs Windows' hypervisor (Hyper-V, Virtual Machine Platform, Windows Hypervisor Platform) and cannot use it.",
		.cause = "The feature of Windows is not installed, hypervisorlaunchtype is off, or the hypervisor did not start because this Windows has no virtualization: off in the firmware, or not exposed to this VM.",
		.remedy = "VT-x or SVM on in the firmware; in a VM: expose virtualization in the hypervisor below first. Then install the feature, bcdedit /set hypervisorlaunchtype auto, restart. systeminfo shows whether the hypervisor runs.",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "WHPX: No accelerator found{any}", "QEMU 2.12 to 10.0" },
			{ "{any}whpx_cap.HypervisorPresent? 0{any}" }
		),
	},
	{
		.id = "no-mac-hypervisor",
		.origin = "macos",
		.severity = ND_MSG_ERROR,
		.meaning = "A program cannot use macOS' Hypervisor.framework here.",
		.cause = "This macOS may itself be a guest: on Apple silicon such guests get no virtualization (hosted runners there), on an Intel Mac only if VT-x with EPT is exposed. Else the program lacks the entitlement com.apple.security.hypervisor, or the processor is too old.",
		.remedy = "sysctl kern.hv_support and kern.hv_vmm_present tell (1 and 0 are wanted). Run it on the Mac itself; Linux guests can nest on M3 and later with macOS 15.",
		.last = true,
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "{any}failed to initialize HVF: {any}", "QEMU 2.12 to 10.0" },
			{ "{any}failed to initialize hvf: {any}", "QEMU 10.0" }
		),
	},
	{
		.id = "bhyve-old-cpu",
		.origin = "bhyve",
		.severity = ND_MSG_ERROR,
		.meaning = "vm-bhyve finds that this processor is too old for bhyve. It looks for POPCNT, which stands for EPT here: the processors that have one have the other. VMX alone is not enough.",
		.cause = "A processor of before 2008 to 2010 (Core 2); or a VM whose CPU model, or hypervisor below, leaves it out.",
		.remedy = "Another machine. In a VM: the whole CPU (type host) with nested paging, from the hypervisor below.",
		.reference = "github.com/churchers/vm-bhyve/issues/293",
		.wordings = ND_WORDINGS(
			{ "{any}it doesn't look like your cpu supports bhyve (missing POPCNT){any}", "vm-bhyve 1.0 to 1.7" }
		),
	},
	{
		.id = "no-vmm-module",
		.origin = "bhyve",
		.severity = ND_MSG_ERROR,
		.meaning = "FreeBSD's or illumos' vmm module, which bhyve needs, is not loaded or found no virtualization.",
		.cause = "No VMX or SVM, or no EPT or NPT: off in the firmware, or this is a VM to which the hypervisor below does not expose them.",
		.remedy = "kldload vmm, then dmesg | grep -i vmx says what is missing. On a machine: VT-x or SVM on in the firmware. In a VM: enable nested virtualization in the hypervisor below (Proxmox, KVM: CPU type host).",
		.reference = "github.com/churchers/vm-bhyve/issues/322",
		.follows = "bhyve-no-vmx bhyve-caps",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}unable to load vmm.ko{any}", "vm-bhyve 1.3 to 1.7" },
			{ "{any}kernel vmm not initialised (no VT-x / AMD SVM cpu support?){any}", "vm-bhyve 1.0 to 1.7" },
			{ "module_register_init: MOD_LOAD (vmm, {any}) error {n}", "FreeBSD 10 to 15" }
		),
	},
	{
		.id = "nesting-vm-on",
		.origin = "any",
		.severity = ND_MSG_ERROR,
		.meaning = "Nested virtualization is a setting of a VM's processor that can be changed only while that VM is off, and it is not.",
		.remedy = "Shut the VM down (not save, suspend or pause it), set it, start it.",
		.wordings = ND_WORDINGS(
			{ "{any}ested virtualization{any}must be powered off{any}" },
			{ "{any}ested virtualization{any}must be stopped" },
			{ "{any}ested virtualization{any}must be stopped to {any}" },
			{ "{any}ested virtualization{any}must be shut down{any}" },
			{ "{any}ested virtualization{any}while the VM is running{any}" }
		),
	},
};

const struct nd_catalogue nd_catalogue_complaints = {
	"complaints", messages, ARRAY_SIZE(messages)
};
