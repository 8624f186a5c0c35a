/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Is one of several words in a line? Most lines have none,
 * and are passed over once for all of them.
 */
#ifndef NESTDIAG_WORDSET_H
#define NESTDIAG_WORDSET_H

#include <nestdiag/types.h>

#define ND_WORDSET_BITS	2048

/**
 * struct nd_wordset - words to look for
 * @words: each of at least two characters
 * @nr:    their number
 * @pairs: by a hash, the first two characters of each; made when it is first needed
 * @built: that is done
 */
struct nd_wordset {
	const char *const *words;
	u32 nr;
	u32 pairs[ND_WORDSET_BITS / 32];
	bool built;
};

#define ND_WORDSET(_words) { .words = (_words), .nr = ARRAY_SIZE(_words) }

/** nd_wordset_has() - is one of them in these @len bytes? */
bool nd_wordset_has(struct nd_wordset *set, const char *text, size_t len);

#endif /* NESTDIAG_WORDSET_H */
