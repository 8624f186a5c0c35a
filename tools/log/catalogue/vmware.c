// SPDX-License-Identifier: GPL-2.0-only
/* VMware. */
#include "tools/log/catalogue/catalogue.h"

static const struct nd_message messages[] = {
	{
		.id = "vmware-no-nesting",
		.origin = "vmware",
		.severity = ND_MSG_ERROR,
		.meaning = "VMware cannot provide virtualization to its guest on this host.",
		.cause = "On Windows: Hyper-V (also through virtualization-based security or the Virtual Machine Platform) owns VMX. Otherwise VT-x is off in the firmware.",
		.remedy = "Disable Hyper-V, Virtual Machine Platform and virtualization-based security and restart, or enable VT-x in the firmware; or remove vhv.enable.",
		.reference = "github.com/GNS3/gns3-server/issues/2164",
		.wordings = ND_WORDINGS(
			{ "Virtualized Intel VT-x/EPT is not supported on this platform.{any}" },
			{ "{any}does not support nested virtualization on this host{any}" }
		),
	},
};

const struct nd_catalogue nd_catalogue_vmware = {
	"vmware", messages, ARRAY_SIZE(messages)
};
