// SPDX-License-Identifier: GPL-2.0-only
/* bhyve, the hypervisor of FreeBSD. */
#include "tools/log/catalogue/catalogue.h"

static const struct nd_message messages[] = {
	{
		.id = "bhyve-no-vmx",
		.origin = "bhyve",
		.severity = ND_MSG_ERROR,
		.meaning = "bhyve found no VMX that it can use.",
		.cause = "Disabled by the firmware, or FreeBSD runs in a VM to which the hypervisor below does not expose it.",
		.remedy = "Enable VT-x in the firmware and power-cycle; in a VM expose virtualization in the hypervisor below.",
		.wordings = ND_WORDINGS(
			{ "vmx_init: processor does not support VMX operation" },
			{ "vmx_init: processor does not support desired basic capabilities" },
			{ "vmx_init: VMX operation disabled by BIOS" }
		),
	},
};

const struct nd_catalogue nd_catalogue_bhyve = {
	"bhyve", messages, ARRAY_SIZE(messages)
};
