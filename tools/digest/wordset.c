// SPDX-License-Identifier: GPL-2.0-only
#include <string.h>

#include "tools/digest/wordset.h"

static u32 wordset_hash(const char *text)
{
	return ((u8)text[0] * 61 + (u8)text[1]) % ND_WORDSET_BITS;
}

static void wordset_build(struct nd_wordset *set)
{
	u32 i, at;

	for (i = 0; i < set->nr; i++) {
		at = wordset_hash(set->words[i]);
		set->pairs[at / 32] |= BIT(at % 32);
	}
	set->built = true;
}

static bool wordset_at(const struct nd_wordset *set, const char *text, size_t len)
{
	u32 i;

	for (i = 0; i < set->nr; i++) {
		size_t n = strlen(set->words[i]);

		if (n <= len && !memcmp(text, set->words[i], n))
			return true;
	}
	return false;
}

bool nd_wordset_has(struct nd_wordset *set, const char *text, size_t len)
{
	size_t i;
	u32 at;

	if (!set->built)
		wordset_build(set);
	for (i = 0; i + 1 < len; i++) {
		at = wordset_hash(text + i);
		if (set->pairs[at / 32] & BIT(at % 32) && wordset_at(set, text + i, len - i))
			return true;
	}
	return false;
}
