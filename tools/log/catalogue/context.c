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
};

const struct nd_catalogue nd_catalogue_context = {
	"context", messages, ARRAY_SIZE(messages)
};
