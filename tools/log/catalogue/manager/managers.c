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
		.cause = "No virtualization, or the hypervisor below does not expose it.",
		.remedy = "Enable nested virtualization in the hypervisor below, or use a machine that has it; or disable KVM for that VM.",
		.reference = "github.com/jiangcuo/Proxmox-Arm64/issues/24",
		.wordings = ND_WORDINGS(
			{ "{any} virtualisation configured, but not available. {any}" }
		),
	},
};

const struct nd_catalogue nd_catalogue_managers = {
	"managers", messages, ARRAY_SIZE(messages)
};
