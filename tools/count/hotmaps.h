/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What the programs that look for hot spots share with the tool: maps, by name and shape.
 */
#ifndef NESTDIAG_HOTMAPS_H
#define NESTDIAG_HOTMAPS_H

#include "tools/hot/hot.h"

#define ND_MAP_HOT		"nd_hot"	/* struct nd_hot_key: u64 count */
#define ND_MAP_HOT_ABOUT	"nd_hot_about"	/* 0: struct nd_hot_about */
#define ND_MAP_HOT_VMS		"nd_hot_vms"	/* address of the struct kvm: struct nd_hot_vm */

/**
 * struct nd_hot_key - what is counted by
 * @point: enum nd_hot_point
 * @op:    what was done
 * @level: whose it was
 * @pad:   zero
 * @index: of what
 */
struct nd_hot_key {
	u32 point;
	u32 op;
	u32 level;
	u32 pad;
	u64 index;
};

/**
 * struct nd_hot_about - what is said beside the counts
 * @lost: how many found no place
 * @isa:  enum nd_isa, from the tool
 * @pad:  zero
 */
struct nd_hot_about {
	u64 lost;
	u32 isa;
	u32 pad;
};

#endif /* NESTDIAG_HOTMAPS_H */
