// SPDX-License-Identifier: GPL-2.0-only
/* Network labs: GNS3, EVE-NG, containerlab, vrnetlab. */
#include "tools/log/catalogue/catalogue.h"

static const struct nd_message messages[] = {
	{
		.id = "clab-no-virt",
		.origin = "containerlab",
		.severity = ND_MSG_ERROR,
		.meaning = "containerlab does not start a node that is a VM: /proc/cpuinfo here shows neither vmx nor svm.",
		.cause = "On a machine: the CPU has none, or the firmware has it off. In a VM: the hypervisor below does not expose it.",
		.remedy = "nestdiag check tells which it is. On a machine the firmware; in a VM expose virtualization below, with the VM off.",
		.wordings = ND_WORDINGS(
			{ "{any}CPU virtualization support is required for node {any}", "containerlab of 2026" }
		),
	},
	{
		.id = "clab-ssse3",
		.origin = "containerlab",
		.severity = ND_MSG_ERROR,
		.meaning = "containerlab does not start a node: its system needs SSSE3, and /proc/cpuinfo here does not show it.",
		.cause = "In a VM mostly its CPU model: kvm64 and qemu64 have no SSSE3. No fault of nesting.",
		.remedy = "Below: -cpu host, or <cpu mode=\"host-passthrough\">, or a model from Core 2 on; then grep ssse3 /proc/cpuinfo.",
		.wordings = ND_WORDINGS(
			{ "{any}SSSE3 CPU feature is required for node {any}", "containerlab of 2026" }
		),
	},
	{
		.id = "gns3-qemu",
		.origin = "gns3",
		.severity = ND_MSG_ERROR,
		.meaning = "GNS3 cannot use the QEMU, the qemu-img or the disk image of a node. KVM was not asked.",
		.cause = "A path in the node's settings that is not there or that this user may not run or read, an image that qemu-img finds damaged, or a QEMU whose version GNS3 cannot read.",
		.remedy = "qemu-system-x86_64 --version and qemu-img check FILE as the user of gns3server; the node's path to QEMU; a fresh copy of the image.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}Could not determine the Qemu{any}version for {any}", "GNS3 2.2" },
			{ "{any}Error while looking for the Qemu{any}version: {any}", "GNS3 2.2" },
			{ "{any}Qemu disk '{any}' does not exist", "GNS3 2.2" },
			{ "{any}QEMU binary path is not set", "GNS3 2.2" },
			{ "{any}Could not find qemu-img in {any}", "GNS3 2.2" },
			{ "{any}Qemu image {any} is corrupted{any}", "GNS3 2.2" },
			{ "{any}Qemu image {any} has leaked clusters{any}", "GNS3 2.2" },
			{ "{any}Error received while checking Qemu disk format{any}", "GNS3 2.2" },
			{ "{any}Invalid JSON data returned by qemu-img{any}", "GNS3 2.2" }
		),
	},
	{
		.id = "gns3-accel-binary",
		.origin = "gns3",
		.severity = ND_MSG_ERROR,
		.meaning = "GNS3 was told to accelerate a QEMU of an architecture for which it does not do so. Whether KVM can be used was not asked.",
		.cause = "A node whose QEMU is of another architecture, or under another name than those in the line.",
		.remedy = "A node with qemu-system-x86_64 (or one that the line names); else without -enable-kvm and require_kvm for that node.",
		.wordings = ND_WORDINGS(
			{ "{any}Hardware acceleration can only be used with the following Qemu executables: {any}", "GNS3 2.2" }
		),
	},
	{
		.id = "gns3-vm-files",
		.origin = "gns3",
		.severity = ND_MSG_ERROR,
		.meaning = "GNS3 cannot read or write a file of a VMware or VirtualBox VM, or the VM is not in the state that GNS3 needs. Virtualization was not asked.",
		.cause = "The VM was moved, removed or made by another user, it runs outside of GNS3, or a setting of its adapters does not let GNS3 connect them.",
		.remedy = "The VM's path in GNS3; power the VM off; \"Allow GNS3 to use any configured adapter\" in its settings.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}Could not read VMware VMX file {any}", "GNS3 2.2" },
			{ "{any}Could not write VMware VMX file {any}", "GNS3 2.2" },
			{ "{any}VMware VM {any}could not find VMX file {any}", "GNS3 2.2" },
			{ "{any}vnet {word} not in VMX file", "GNS3 2.2" },
			{ "{any}VirtualBox VM '{any}' is not powered off (current state is {any}", "GNS3 2.2" }
		),
	},
	{
		.id = "gns3-no-kvm",
		.origin = "gns3",
		.severity = ND_MSG_ERROR,
		.meaning = "GNS3 cannot use KVM on the machine that its server runs on.",
		.cause = "There is no /dev/kvm: the GNS3 VM, or the cloud instance, has no virtualization exposed to it. On EC2 only metal instances and those that support nesting have it.",
		.remedy = "Expose virtualization to that VM, or set enable_kvm = false in gns3_server.conf and accept emulation. nestdiag check says what is missing.",
		.reference = "github.com/GNS3/gns3-server/issues/1815",
		.wordings = ND_WORDINGS(
			{ "{any}KVM acceleration cannot be used{any}" }
		),
	},
	{
		.id = "gns3-vm-no-kvm",
		.origin = "gns3",
		.severity = ND_MSG_ERROR,
		.meaning = "The GNS3 VM has no KVM: nodes that need it do not start, others are emulated and slow.",
		.cause = "Nested virtualization is off for that VM, or the program that runs it cannot nest: VirtualBox before 6.1 (6.0 on AMD), and VMware or VirtualBox on a Windows with Hyper-V, WSL2 or memory integrity on.",
		.remedy = "VMware: Virtualize Intel VT-x/EPT; VirtualBox: VBoxManage modifyvm \"GNS3 VM\" --nested-hw-virt on. On Windows: bcdedit /set hypervisorlaunchtype off, memory integrity off, restart.",
		.reference = "github.com/GNS3/gns3-vm/issues/109",
		.wordings = ND_WORDINGS(
			{ "KVM support available: {any}alse" }
		),
	},
	{
		.id = "vjunos-nested",
		.origin = "juniper",
		.severity = ND_MSG_ERROR,
		.meaning = "vJunos, a router that starts a VM inside its own, found no VMX in its guest and shuts down.",
		.cause = "Its VM runs on a host without nested=1 or without the host's CPU model, or that host is itself a VM (cloud, Codespaces) to which no virtualization is exposed. It looks for Intel's VMX.",
		.remedy = "On the KVM host: kvm_intel nested=1 and -cpu host for this VM (grep vmx /proc/cpuinfo where QEMU runs); else a machine of metal, or a cloud's size that nests.",
		.reference = "github.com/srl-labs/containerlab/issues/3086",
		.wordings = ND_WORDINGS(
			{ "{any}Nested KVM (i.e. Nested VMX feature) is not enabled{any}", "vJunos" }
		),
	},
	{
		.id = "vrnetlab-no-kvm",
		.origin = "vrnetlab",
		.severity = ND_MSG_WARNING,
		.meaning = "vrnetlab starts the router's VM without -enable-kvm: there is no /dev/kvm in its container, and QEMU emulates. The router takes very long to boot, or never gets ready.",
		.cause = "The machine is a VM or a cloud instance to which no virtualization is exposed, KVM is not loaded, or the container runs without --privileged or --device /dev/kvm.",
		.remedy = "ls -l /dev/kvm outside the container: if it is there, --privileged or --device /dev/kvm. If not: nestdiag check, and enable nested virtualization in the hypervisor below, or take a size that nests or bare metal.",
		.reference = "github.com/vrnetlab/vrnetlab/issues/228; common/vrnetlab.py",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}['qemu-system-x86_64', '-display', {any}", "vrnetlab" },
			{ "{any}joined cmd: qemu-system-x86_64 -display {any}", "vrnetlab" },
			{ "{any}qemu cmd: qemu-system-x86_64 -display {any}", "vrnetlab" }
		),
	},
	{
		.id = "eve-wrapper",
		.origin = "eve-ng",
		.severity = ND_MSG_ERROR,
		.meaning = "EVE-NG's (UNetLab's) wrapper says that the program of a node (QEMU, dynamips, IOL) ended; why, that program wrote before this line.",
		.cause = "QEMU at once after the start: no KVM in EVE's own VM (virtualization not exposed to it), an image or folder that is missing or of another name, permissions, or no memory.",
		.remedy = "wrapper.txt of the node, under /opt/unetlab/tmp; /opt/unetlab/wrappers/unl_wrapper -a fixpermissions; run QEMU's command from unl_wrapper.txt by hand; nestdiag check in EVE's VM.",
		.reference = "github.com/dainok/unetlab/issues/30",
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "{any}rror while reading data from the subprocess, killing it.", "UNetLab" }
		),
	},
	{
		.id = "gns3-dynamips",
		.origin = "gns3",
		.severity = ND_MSG_ERROR,
		.meaning = "Dynamips (GNS3's emulator of Cisco routers) or its switch uBridge did not answer or did not start. GNS3 calls both hypervisors; they use no virtualization of the processor.",
		.cause = "The process ended (an IOS image that it does not take, a missing library), a firewall or another program has its port, or one of before still runs.",
		.remedy = "The log of dynamips in the project's folder; end old dynamips processes; dynamips --version; another IOS image.",
		.wordings = ND_WORDINGS(
			{ "{any}ouldn't connect to hypervisor on {word} :{any}", "GNS3 2.2" },
			{ "{any}Could not find free port for the Dynamips hypervisor{any}", "GNS3 2.2" },
			{ "{any}Dynamips hypervisor process has stopped{any}", "GNS3 2.2" },
			{ "{any}Dynamips hypervisor with PID={any} is still running", "GNS3 2.2" },
			{ "{any}Could not stop device hypervisor {any}", "GNS3 2.2" }
		),
	},
};

const struct nd_catalogue nd_catalogue_netlabs = {
	"netlabs", messages, ARRAY_SIZE(messages)
};
