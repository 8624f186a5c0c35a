/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What was collected, and what could not be.
 */
#ifndef NESTDIAG_TOOLS_ITEMS_H
#define NESTDIAG_TOOLS_ITEMS_H

#include <nestdiag/types.h>

/* What became of an item. */
enum nd_item_state {
	ND_ITEM_TAKEN,
	ND_ITEM_NOT_THERE,
	ND_ITEM_NO_PERMISSION,
	ND_ITEM_FAILED,
};

/**
 * struct nd_item - a text of this machine
 * @path:  its name in the archive
 * @title: what it is
 * @state: what became of it
 * @why:   the same in words, where there is more to say, else ""
 * @text:  it, NULL if it was not taken
 * @len:   its length
 */
struct nd_item {
	char *path;
	char *title;
	enum nd_item_state state;
	char *why;
	char *text;
	size_t len;
};

/**
 * struct nd_items - all of them
 * @list: in the order in which they were taken
 * @nr:   their number
 */
struct nd_items {
	struct nd_item *list;
	size_t nr;
};

/** nd_items_add() - add a text, which belongs to the items then and may be NULL */
void nd_items_add(struct nd_items *items, const char *path, const char *title,
		  enum nd_item_state state, const char *why, char *text, size_t len);

/** nd_items_find() - the item with that path, or NULL */
const struct nd_item *nd_items_find(const struct nd_items *items, const char *path);

/** nd_items_state() - what an error amounts to: 0 or -errno */
enum nd_item_state nd_items_state(int err);

/** nd_items_word() - "taken", "not there", "no permission", "failed" */
const char *nd_items_word(enum nd_item_state state);

void nd_items_free(struct nd_items *items);

#endif /* NESTDIAG_TOOLS_ITEMS_H */
