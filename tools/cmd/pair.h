/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Two machines, compared.
 */
#ifndef NESTDIAG_TOOLS_PAIR_H
#define NESTDIAG_TOOLS_PAIR_H

#include "core/features/features.h"

#include "tools/cmd/cmd.h"

/**
 * struct nd_diff - two machines, and what was found to differ
 * @args:  the command line
 * @out:   where it goes
 * @a:     the first, to compare with
 * @b:     the second
 * @up:    the first one is taken for the level below the second
 * @found: differences
 */
struct nd_diff {
	const struct nd_args *args;
	struct nd_out *out;
	struct nd_scene a;
	struct nd_scene b;
	bool up;
	unsigned int found;
};

#endif /* NESTDIAG_TOOLS_PAIR_H */
