/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Lines about virtualization that are not known.
 */
#ifndef NESTDIAG_TOOLS_UNKNOWN_H
#define NESTDIAG_TOOLS_UNKNOWN_H

#include "tools/digest/seen.h"

#define ND_UNKNOWN_SHOWN	5	/* of them, at most */
#define ND_UNKNOWN_KEPT		64	/* those of which they are chosen */
#define ND_UNKNOWN_NEAR		20	/* lines between one and an answer that it belongs to */

/**
 * struct nd_unknown - lines that are not known
 * @nr:     how many there are
 * @same:   how many of them say what another one says
 * @beside: how many of them only tell what was going on beside an error that is known
 * @shown:  how many of @text are worth a look, at the end
 * @text:   the first of them
 * @at:     their numbers
 */
struct nd_unknown {
	u64 nr;
	u64 same;
	u64 beside;
	u64 shown;
	char text[ND_UNKNOWN_KEPT][ND_SEEN_TEXT];
	u64 at[ND_UNKNOWN_KEPT];
};

/** nd_unknown_add() - one more, and its number */
void nd_unknown_add(struct nd_unknown *unknown, const char *text, size_t len, u64 at);

/**
 * nd_unknown_pick() - choose which are worth a look
 * @list: the answers that the log has
 * @nr:   their number
 */
void nd_unknown_pick(struct nd_unknown *unknown, const struct nd_seen *list, size_t nr);

#endif /* NESTDIAG_TOOLS_UNKNOWN_H */
