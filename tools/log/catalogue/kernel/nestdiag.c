// SPDX-License-Identifier: GPL-2.0-only
/*
 * What nestdiag itself says. It stands first in the catalogue: the module words failures much as
 * others word theirs, and its report names what is missing, which must not be taken for anybody's
 * complaint.
 */
#include "tools/log/catalogue/catalogue.h"

static const struct nd_message messages[] = {
	{
		.id = "nestdiag-failure",
		.origin = "nestdiag",
		.severity = ND_MSG_ERROR,
		.meaning = "The nestdiag module saw a VM entry fail, or KVM stop a guest: the line says whose guest it was, at which level, and why.",
		.remedy = "nestdiag failures shows each cause with what was captured of it.",
		.wordings = ND_WORDINGS(
			{ "nestdiag: {any}[{n}] vcpu {n}, {any}: {any}", "nestdiag 0.2" },
			{ "nestdiag: {any}[{n}], guest: {any}", "nestdiag 0.2" },
			{ "nestdiag: {any}[{n}], nested guest: {any}", "nestdiag 0.2" },
			{ "nestdiag: {any}[{n}], guest or nested guest: {any}", "nestdiag 0.2" },
			{ "nestdiag: {n} more failed launches {any}", "nestdiag 0.2" }
		),
	},
	{
		.id = "nestdiag-source",
		.origin = "nestdiag",
		.severity = ND_MSG_NOTE,
		.meaning = "The nestdiag module counts exits in a way that costs more than usual; the line says why.",
		.wordings = ND_WORDINGS(
			{ "nestdiag: taking exit reasons from {any}", "nestdiag 0.2" }
		),
	},
	{
		.id = "nestdiag-report",
		.origin = "nestdiag",
		.severity = ND_MSG_NOTE,
		.meaning = "nestdiag reports on the machine, in its own words: the module as it is loaded, or the tool.",
		.remedy = "nestdiag and nestdiag check show all of it, with causes and remedies.",
		.last = true,
		.wordings = ND_WORDINGS(
			{ "nestdiag: {any}", "nestdiag 0.2" }
		),
	},
};

const struct nd_catalogue nd_catalogue_nestdiag = {
	"nestdiag", messages, ARRAY_SIZE(messages)
};
