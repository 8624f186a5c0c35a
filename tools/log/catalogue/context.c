// SPDX-License-Identifier: GPL-2.0-only
/* Lines that come with others and are not shown themselves. */
#include "tools/log/catalogue/catalogue.h"

static const struct nd_message messages[] = {
	{
		.id = "panicked",
		.origin = "rust-vmm",
		.severity = ND_MSG_NOTE,
		.meaning = "A program written in Rust ended itself; what it says stands behind.",
		.last = true,
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "thread '{any}' panicked at {any}" }
		),
	},
	{
		.id = "vbox-bits",
		.origin = "virtualbox",
		.severity = ND_MSG_NOTE,
		.meaning = "Lines of VBox.log below a register or a setting.",
		.last = true,
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "HM:   {any}" },
			{ "{any}component ConsoleWrap, interface IConsole{any}" },
			{ "NEM: {any}" }
		),
	},
	{
		.id = "xen-state",
		.origin = "xen",
		.severity = ND_MSG_NOTE,
		.meaning = "Lines of Xen's dumps of a domain.",
		.last = true,
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "(XEN) EFER = {any}" },
			{ "(XEN) Domain {n} (vcpu#{n}) crashed on cpu#{n}:{any}" },
			{ "(XEN) {any}: info={hex} errcode={hex}{any}" },
			{ "(XEN) {any}intr_info={hex} errcode={hex}{any}" }
		),
	},
	{
		.id = "haxm-dump",
		.origin = "haxm",
		.severity = ND_MSG_NOTE,
		.meaning = "Other lines of HAXM's dump of a VMCS.",
		.last = true,
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "{any}haxm_warning: {hex} {any}" }
		),
	},
};

const struct nd_catalogue nd_catalogue_context = {
	"context", messages, ARRAY_SIZE(messages)
};
