// SPDX-License-Identifier: GPL-2.0-only
#include <ctype.h>
#include <errno.h>
#include <stdlib.h>

#include "tools/collect/items.h"
#include "tools/out/text.h"

#define MAX_PATH	90	/* of 99 that fit into an archive */

static char *copy(const char *text)
{
	size_t size = strlen(text) + 1;

	return memcpy(nd_realloc(NULL, size), text, size);
}

/* As a name within an archive: no name of a file or VM leads out of where it is unpacked. */
static char *safe_path(const char *path)
{
	char *safe = copy(path), *c;

	if (strlen(safe) > MAX_PATH)
		safe[MAX_PATH] = '\0';
	for (c = safe; *c; c++)
		if (!isalnum((unsigned char)*c) && !strchr("._-", *c) && (*c != '/' || c == safe))
			*c = '_';
	while ((c = strstr(safe, "..")))
		*c = '_';
	return safe;
}

void nd_items_add(struct nd_items *items, const char *path, const char *title,
		  enum nd_item_state state, const char *why, char *text, size_t len)
{
	items->list = nd_realloc(items->list, (items->nr + 1) * sizeof(*items->list));
	items->list[items->nr++] = (struct nd_item){
		.path = safe_path(path), .title = copy(title), .state = state, .why = copy(why),
		.text = text, .len = len,
	};
}

const struct nd_item *nd_items_find(const struct nd_items *items, const char *path)
{
	size_t i;

	for (i = 0; i < items->nr; i++)
		if (!strcmp(items->list[i].path, path))
			return &items->list[i];
	return NULL;
}

enum nd_item_state nd_items_state(int err)
{
	switch (err) {
	case 0:
		return ND_ITEM_TAKEN;
	case -ENOENT:
	case -ENOTDIR:
	case -ENODEV:
	case -ENXIO:
		return ND_ITEM_NOT_THERE;
	case -EACCES:
	case -EPERM:
		return ND_ITEM_NO_PERMISSION;
	default:
		return ND_ITEM_FAILED;
	}
}

const char *nd_items_word(enum nd_item_state state)
{
	static const char *const words[] = {
		[ND_ITEM_TAKEN]		= "taken",
		[ND_ITEM_NOT_THERE]	= "not there",
		[ND_ITEM_NO_PERMISSION]	= "no permission",
		[ND_ITEM_FAILED]	= "failed",
	};

	return words[state];
}

void nd_items_free(struct nd_items *items)
{
	while (items->nr) {
		struct nd_item *item = &items->list[--items->nr];

		free(item->path);
		free(item->title);
		free(item->why);
		free(item->text);
	}
	free(items->list);
	memset(items, 0, sizeof(*items));
}
