/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What those who look into a failure ask for beside the facts, from this machine's files.
 */
#ifndef NESTDIAG_TOOLS_COLLECT_H
#define NESTDIAG_TOOLS_COLLECT_H

#include "tools/collect/items.h"
#include "tools/redact/redact.h"

/* Items that the report treats in a way of their own. */
#define ND_ITEM_KERNEL_LOG	"kernel.log"
#define ND_ITEM_VMMS		"vmm-processes.txt"
#define ND_ITEM_RATES		"rates.tsv"
#define ND_ITEM_SNAPSHOT	"snapshot"
#define ND_ITEM_BELOW		"below.snapshot"

/** nd_collect() - take everything, as far as it is there; it never fails as a whole */
void nd_collect(struct nd_redact *redact, struct nd_items *items);

#endif /* NESTDIAG_TOOLS_COLLECT_H */
