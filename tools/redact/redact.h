/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Takes out of texts what tells whose machine it is: names of hosts, users and VMs, UUIDs, MAC and
 * IP addresses, serial numbers, paths of users. Each has a pseudonym instead, the same one
 * throughout, so that a reader still sees what belongs together. Secrets are always taken out.
 */
#ifndef NESTDIAG_TOOLS_REDACT_H
#define NESTDIAG_TOOLS_REDACT_H

#include "tools/redact/names.h"

/**
 * struct nd_redact - the pseudonyms of a report
 * @names:  originals
 * @domain: of this host, with the dot in front, "" for none: what ends in it is a host
 * @off:    only secrets are taken out
 */
struct nd_redact {
	struct nd_names names;
	char domain[128];
	bool off;
};

/**
 * nd_redact() - @len bytes at @text without what tells whose they are; to be freed
 * @out:  their number, without the 0 behind them
 */
char *nd_redact(struct nd_redact *redact, const char *text, size_t len, size_t *out);

/** nd_redact_learn() - take out this name from now on, wherever it is a word of its own */
void nd_redact_learn(struct nd_redact *redact, enum nd_name_kind kind, const char *text,
		     size_t len);

/**
 * nd_redact_field() - the same as nd_redact(), in place, in
 * a field of @size bytes; cut if it does not fit
 */
void nd_redact_field(struct nd_redact *redact, char *field, size_t size);

void nd_redact_free(struct nd_redact *redact);

#endif /* NESTDIAG_TOOLS_REDACT_H */
