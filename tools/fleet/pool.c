// SPDX-License-Identifier: GPL-2.0-only
#include <stdlib.h>

#include "tools/fleet/pool.h"
#include "tools/out/text.h"

/* FNV-1a */
static u32 hash_of(const char *text)
{
	u32 hash = 2166136261u;

	for (; *text; text++)
		hash = (hash ^ (unsigned char)*text) * 16777619u;
	return hash;
}

/* The slot of @text, or the free one where it belongs. */
static u32 *slot_of(const struct nd_pool *pool, const char *text)
{
	u32 i = hash_of(text) & (pool->nr_slots - 1);

	while (pool->slots[i] && strcmp(pool->texts[pool->slots[i]], text))
		i = (i + 1) & (pool->nr_slots - 1);
	return &pool->slots[i];
}

static void grow(struct nd_pool *pool)
{
	u32 i;

	pool->max = pool->max ? pool->max * 2 : 512;
	pool->texts = nd_realloc(pool->texts, pool->max * sizeof(*pool->texts));
	pool->nr_slots = pool->max * 2;
	pool->slots = nd_realloc(pool->slots, pool->nr_slots * sizeof(*pool->slots));
	memset(pool->slots, 0, pool->nr_slots * sizeof(*pool->slots));
	if (!pool->nr)
		pool->texts[pool->nr++] = NULL;
	for (i = 1; i < pool->nr; i++)
		*slot_of(pool, pool->texts[i]) = i;
}

u32 nd_pool_number(struct nd_pool *pool, const char *text)
{
	size_t size = strlen(text) + 1;
	u32 *slot;

	if (pool->nr == pool->max)
		grow(pool);
	slot = slot_of(pool, text);
	if (!*slot) {
		pool->texts[pool->nr] = memcpy(nd_realloc(NULL, size), text, size);
		*slot = pool->nr++;
	}
	return *slot;
}

void nd_pool_free(struct nd_pool *pool)
{
	while (pool->nr)
		free(pool->texts[--pool->nr]);
	free(pool->texts);
	free(pool->slots);
	memset(pool, 0, sizeof(*pool));
}
