// SPDX-License-Identifier: GPL-2.0-only
/* What manages machines above libvirt and QEMU. */
#include "tools/log/catalogue/catalogue.h"

static const struct nd_message messages[] = {
	{
		.id = "harvester-no-kvm",
		.origin = "manager",
		.severity = ND_MSG_ERROR,
		.meaning = "A manager's own guess that KVM is disabled. It has been seen with nested=1 set and kvm_amd loaded.",
		.remedy = "Check the facts instead: nestdiag status.",
		.reference = "github.com/harvester/harvester/issues/3900",
		.wordings = ND_WORDINGS(
			{ "KVM has been disabled by BIOS. KVM must be enabled before creating any Virtual Machines{any}" }
		),
	},
	{
		.id = "proxmox-no-kvm",
		.origin = "manager",
		.severity = ND_MSG_ERROR,
		.meaning = "A VM is configured to run on KVM, but there is no /dev/kvm on this host.",
		.cause = "Virtualization is off in the firmware, the hypervisor below does not expose it, or KVM's module is not loaded.",
		.remedy = "On a machine enable it in the firmware, modprobe kvm_intel or kvm_amd shows its error. In a VM: enable nested virtualization in the hypervisor below, or use a machine that has it; or disable KVM for that VM.",
		.reference = "github.com/jiangcuo/Proxmox-Arm64/issues/24",
		.wordings = ND_WORDINGS(
			{ "{any} virtualisation configured, but not available. {any}" }
		),
	},
	{
		.id = "proxmox-vcpus",
		.origin = "proxmox",
		.severity = ND_MSG_ERROR,
		.meaning = "Proxmox does not start a VM with more virtual CPUs than this node has. KVM was not tried.",
		.cause = "The node has few CPUs: it is often a VM itself, with the cores that its own host gave it.",
		.remedy = "Fewer cores or sockets for this VM (qm set ID --cores N), or more cores for the node.",
		.wordings = ND_WORDINGS(
			{ "{any}MAX {n} vcpus allowed per VM on this node{any}", "Proxmox VE 4 to 9" }
		),
	},
	{
		.id = "proxmox-locked",
		.origin = "proxmox",
		.severity = ND_MSG_ERROR,
		.meaning = "Proxmox does not touch this VM, because another task has it or left its mark on it. That is no fault of virtualization.",
		.cause = "A backup, snapshot, migration or start that still runs, or that ended without taking its lock off.",
		.remedy = "The node's list of tasks; if none of them runs any more: qm unlock ID.",
		.wordings = ND_WORDINGS(
			{ "{any}can't lock file '/{any}lock-{n}.conf' - {any}", "Proxmox VE 4 to 9" },
			{ "{any}VM is locked ({word}){any}", "Proxmox VE 4 to 9" }
		),
	},
	{
		.id = "proxmox-shutdown",
		.origin = "proxmox",
		.severity = ND_MSG_ERROR,
		.meaning = "Proxmox asked a guest to shut down, and it did not. That says nothing of how it runs.",
		.cause = "Its system does not react to the ACPI power button (no acpid, not booted that far, a prompt), or the option agent is on and no agent answers.",
		.remedy = "The VM's console; install qemu-guest-agent in it or switch the option off; qm stop ID ends it by force.",
		.wordings = ND_WORDINGS(
			{ "{any}VM quit/powerdown failed{any}", "Proxmox VE 4 to 9" }
		),
	},
	{
		.id = "proxmox-scope",
		.origin = "proxmox",
		.severity = ND_MSG_ERROR,
		.meaning = "The VM's process of before is still there, so that Proxmox does not start it anew.",
		.cause = "QEMU hangs at its end: storage or network storage that does not answer, a device passed through; or systemd still has its scope.",
		.remedy = "ps ax | grep \"kvm -id ID\"; systemctl stop ID.scope, then start again; dmesg for what the process waits for.",
		.wordings = ND_WORDINGS(
			{ "{any}Unit {n}.scope already exists{any}", "Proxmox VE 5 to 9" },
			{ "{any}timeout waiting on systemd{any}", "Proxmox VE 5 to 9" }
		),
	},
	{
		.id = "proxmox-exists",
		.origin = "proxmox",
		.severity = ND_MSG_ERROR,
		.meaning = "The VM's number is taken. That is no fault of virtualization.",
		.remedy = "Another number: pvesh get /cluster/nextid.",
		.wordings = ND_WORDINGS(
			{ "{any}nable to create VM {n}{any}already exists{any}", "Proxmox VE 4 to 9" }
		),
	},
	{
		.id = "proxmox-config",
		.origin = "proxmox",
		.severity = ND_MSG_ERROR,
		.meaning = "Something that the VM's configuration names is not on this node: a storage, a disk or a bridge. That is no fault of virtualization.",
		.remedy = "qm config ID; pvesm status, lvs, ip link show type bridge; name what is there, or make it.",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "TASK ERROR: {any}storage '{word}' does not exist{any}", "Proxmox VE 4 to 9" },
			{ "TASK ERROR: {any}storage '{word}' is not {any}", "Proxmox VE 4 to 9" },
			{ "TASK ERROR: {any}no such logical volume {any}", "Proxmox VE 4 to 9" },
			{ "TASK ERROR: {any}volume '{word}' does not exist{any}", "Proxmox VE 4 to 9" },
			{ "TASK ERROR: {any}bridge '{word}' does not exist{any}", "Proxmox VE 4 to 9" },
			{ "TASK ERROR: {any}no bridge '{word}'{any}", "Proxmox VE 4 to 9" }
		),
	},
	{
		.id = "proxmox-arch",
		.origin = "proxmox",
		.severity = ND_MSG_ERROR,
		.meaning = "The VM is of an architecture for which this Proxmox has no QEMU. That is no fault of virtualization.",
		.cause = "arch: in its configuration; Proxmox and its ports know x86_64 and aarch64.",
		.remedy = "qm set ID --delete arch for that of the node; 32 bit Arm runs in an aarch64 guest, or with qemu-system-arm by hand.",
		.reference = "github.com/jiangcuo/pxvirt/issues/147",
		.wordings = ND_WORDINGS(
			{ "{any}know how to emulate architecture '{word}'{any}", "Proxmox VE 5 to 9" }
		),
	},
	{
		.id = "proxmox-arm-flags",
		.origin = "proxmox",
		.severity = ND_MSG_HARMLESS,
		.meaning = "Proxmox on Arm asks QEMU for flags of the CPU, as it does on x86, and there are none. It says so every few minutes; VMs do not need it.",
		.reference = "github.com/jiangcuo/Proxmox-Arm64/issues/13",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}QEMU/KVM cannot detect CPU flags on ARM ({word}){any}", "Proxmox VE 6 to 9" },
			{ "{any}CPU flag detection failed, will try again after delay{any}", "Proxmox VE 6 to 9" }
		),
	},
	{
		.id = "proxmox-start-timeout",
		.origin = "proxmox",
		.severity = ND_MSG_ERROR,
		.meaning = "QEMU did not get as far as to answer Proxmox in the time that it gives to a start.",
		.cause = "Much memory that is allocated or pinned at the start (huge pages, devices passed through), storage that answers slowly, a node under load; in a node that is a VM all of it takes longer.",
		.remedy = "qm start ID --timeout 300; qm showcmd ID --pretty, and that command by hand, shows how far it gets; less memory to compare.",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "{any}start failed: command '/usr/bin/kvm {any}' failed: got timeout{any}", "Proxmox VE 4 to 9" }
		),
	},
	{
		.id = "proxmox-installer",
		.origin = "proxmox",
		.severity = ND_MSG_WARNING,
		.meaning = "The installer of Proxmox VE sees neither vmx nor svm in this machine. It can go on: VMs there then run without KVM, in emulation, slowly.",
		.cause = "In a VM: the hypervisor below does not expose virtualization to it. On a physical machine: off in the firmware.",
		.remedy = "In a VM: nested virtualization on below (VirtualBox --nested-hw-virt on, VMware vhv.enable, KVM the CPU type host), with the VM off. On a machine the firmware; then boot the installer again.",
		.reference = "github.com/rgl/proxmox-ve/issues/23",
		.wordings = ND_WORDINGS(
			{ "{any}No support for KVM virtualization detected{any}" }
		),
	},
};

const struct nd_catalogue nd_catalogue_managers = {
	"managers", messages, ARRAY_SIZE(messages)
};
