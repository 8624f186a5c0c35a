/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Texts by number, each kept once.
 */
#ifndef NESTDIAG_TOOLS_POOL_H
#define NESTDIAG_TOOLS_POOL_H

#include <nestdiag/types.h>

/**
 * struct nd_pool - the texts
 * @texts: by number; number 0 is no text
 * @nr:    numbers given, with 0
 * @max:   numbers that there is room for
 * @slots: numbers by hash, 0 for none
 * @nr_slots: a power of two, at least twice @nr
 */
struct nd_pool {
	char **texts;
	u32 nr;
	u32 max;
	u32 *slots;
	u32 nr_slots;
};

/** nd_pool_number() - the number of @text, a new one if there is none yet */
u32 nd_pool_number(struct nd_pool *pool, const char *text);

void nd_pool_free(struct nd_pool *pool);

#endif /* NESTDIAG_TOOLS_POOL_H */
