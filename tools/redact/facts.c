// SPDX-License-Identifier: GPL-2.0-only
#include "core/entry/failure.h"

#include "tools/redact/facts.h"

#define FIELD(r, field)	nd_redact_field(r, field, sizeof(field))

/* Such a field holds a name and nothing else. */
static void redact_hostname(struct nd_redact *r, char *name, size_t size)
{
	char buf[ND_PSEUDONYM];

	if (!*name || r->off)
		return;
	nd_redact_learn(r, ND_NAME_HOST, name, strlen(name));
	scnprintf(name, size, "%s", nd_names_pseudonym(&r->names, ND_NAME_HOST, name, strlen(name),
						       buf));
}

void nd_redact_facts(struct nd_redact *r, struct nd_facts *facts)
{
	u32 i;

	redact_hostname(r, facts->taken.hostname, sizeof(facts->taken.hostname));
	FIELD(r, facts->release);
	FIELD(r, facts->proc_version);
	for (i = 0; i < facts->nr_params; i++)
		FIELD(r, facts->params[i].value);
	for (i = 0; i < facts->nr_host; i++)
		FIELD(r, facts->host[i].value);
	for (i = 0; facts->failures && i < facts->failures->nr; i++) {
		FIELD(r, facts->failures->list[i].comm);
		FIELD(r, facts->failures->list[i].message);
	}
}
