// SPDX-License-Identifier: GPL-2.0-only
/* Xen. */
#include "tools/log/catalogue/catalogue.h"

static const struct nd_message messages[] = {
	{
		.id = "xen-entry-failed",
		.origin = "xen",
		.severity = ND_MSG_ERROR,
		.meaning = "Xen could not enter a guest: the processor rejected its state or its controls.",
		.cause = "Under another hypervisor, its VMX emulation; as the host of nested guests, Xen's own, which is limited.",
		.remedy = "Prefer KVM for nesting; update Xen.",
		.reference = "github.com/tklengyel/drakvuf/issues/388",
		.wordings = ND_WORDINGS(
			{ "{any}vmentry failure (reason {exit}): {any}" }
		),
	},
	{
		.id = "xen-domain-crash",
		.origin = "xen",
		.severity = ND_MSG_ERROR,
		.meaning = "Xen killed a guest from its VMX code.",
		.cause = "The guest, or a hypervisor in it, used a feature that Xen's nested VMX does not emulate.",
		.reference = "github.com/xcp-ng/xcp/issues/562",
		.wordings = ND_WORDINGS(
			{ "{any}domain_crash called from {any}hvm/vmx/vmx.c{any}" }
		),
	},
};

const struct nd_catalogue nd_catalogue_xen = {
	"xen", messages, ARRAY_SIZE(messages)
};
