/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The levels, drawn: SVG within HTML.
 */
#ifndef NESTDIAG_TOOLS_PICTURE_H
#define NESTDIAG_TOOLS_PICTURE_H

#include <stdio.h>

#include "tools/report/levels.h"

/** nd_picture() - draw @nr levels, the lowest at the bottom */
void nd_picture(FILE *to, const struct nd_tier *tiers, unsigned int nr);

#endif /* NESTDIAG_TOOLS_PICTURE_H */
