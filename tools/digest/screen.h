/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What a terminal shows of a line that was written for one.
 */
#ifndef NESTDIAG_TOOLS_SCREEN_H
#define NESTDIAG_TOOLS_SCREEN_H

#include <nestdiag/types.h>

#define ND_SCREEN	1024	/* bytes of a line that are looked at */

/**
 * nd_screen() - take away titles of windows, bells and colours
 * @line: in: the line; out: what is left of it, within it or in @room
 * @len:  its bytes
 *
 * Control characters within a line stay: what has them is no line of a log. A carriage return
 * within one parts two, of which a terminal shows the second; none is lost here.
 */
void nd_screen(const char **line, size_t *len, char room[ND_SCREEN]);

#endif /* NESTDIAG_TOOLS_SCREEN_H */
