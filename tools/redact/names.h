/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Originals and the pseudonyms that stand for them.
 */
#ifndef NESTDIAG_TOOLS_NAMES_H
#define NESTDIAG_TOOLS_NAMES_H

#include <nestdiag/types.h>

/* What a pseudonym stands for. */
enum nd_name_kind {
	ND_NAME_HOST,
	ND_NAME_USER,
	ND_NAME_VM,
	ND_NAME_UUID,
	ND_NAME_MAC,
	ND_NAME_IP,
	ND_NAME_SERIAL,
	ND_NAME_PATH,
	ND_NR_NAME_KINDS
};

/**
 * struct nd_name - an original
 * @kind:   what it is
 * @number: of its pseudonym
 * @common: a word that means something else as well: it is replaced only where it must be the name
 * @text:   the original
 */
struct nd_name {
	enum nd_name_kind kind;
	unsigned int number;
	bool common;
	char *text;
};

/**
 * struct nd_names - all of a report
 * @list: originals
 * @nr:   their number
 * @last: the last number of each kind
 */
struct nd_names {
	struct nd_name *list;
	size_t nr;
	unsigned int last[ND_NR_NAME_KINDS];
};

#define ND_PSEUDONYM	24	/* every pseudonym fits */

/**
 * nd_names_pseudonym() - the pseudonym of @len bytes at @text, "vm-2"
 *
 * The same original has the same one, and what is a pseudonym already stays. Case does not tell
 * UUIDs, MAC addresses and host names apart.
 */
const char *nd_names_pseudonym(struct nd_names *names, enum nd_name_kind kind, const char *text,
			       size_t len, char buf[ND_PSEUDONYM]);

/**
 * nd_names_at() - the known host, user or VM that is a whole word at @at within @text, the longest
 */
const struct nd_name *nd_names_at(const struct nd_names *names, const char *text, const char *at);

/** nd_names_word() - "host", "vm", ... */
const char *nd_names_word(enum nd_name_kind kind);

void nd_names_free(struct nd_names *names);

#endif /* NESTDIAG_TOOLS_NAMES_H */
