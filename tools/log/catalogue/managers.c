// SPDX-License-Identifier: GPL-2.0-only
/* What manages machines above libvirt and QEMU. */
#include "tools/log/catalogue/catalogue.h"

static const struct nd_message messages[] = {
	{
		.id = "harvester-no-kvm",
		.origin = "manager",
		.severity = ND_MSG_ERROR,
		.meaning = "A manager's own guess that KVM is switched off. It was seen where nested=1 was set and kvm_amd loaded.",
		.remedy = "Trust facts, not the banner: nestdiag status.",
		.reference = "github.com/harvester/harvester/issues/3900",
		.wordings = ND_WORDINGS(
			{ "KVM has been disabled by BIOS. KVM must be enabled before creating any Virtual Machines{any}" }
		),
	},
	{
		.id = "proxmox-no-kvm",
		.origin = "manager",
		.severity = ND_MSG_ERROR,
		.meaning = "A VM is to run on KVM, and there is no /dev/kvm on this host.",
		.cause = "No virtualization, or none that the hypervisor below passes on.",
		.remedy = "Enable it below (nested virtualization), or use a machine where it is; or switch KVM off for that VM.",
		.reference = "github.com/jiangcuo/Proxmox-Arm64/issues/24",
		.wordings = ND_WORDINGS(
			{ "KVM virtualisation configured, but not available. Either disable in VM configuration or enable in BIOS.{any}" }
		),
	},
};

const struct nd_catalogue nd_catalogue_managers = {
	"managers", messages, ARRAY_SIZE(messages)
};
