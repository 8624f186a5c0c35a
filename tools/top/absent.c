// SPDX-License-Identifier: GPL-2.0-only
/*
 * In place of screen.c, if the tool is built where ncurses is missing.
 */
#include "tools/top/screen.h"

static bool absent_begin(bool color, char *why)
{
	(void)color;
	scnprintf(why, ND_TOP_WHY,
		  "this nestdiag was built without ncurses: install libncurses-dev, then make tools; or use top --batch");
	return false;
}

static void absent_clear(struct nd_top_canvas *canvas)
{
	(void)canvas;
}

static int absent_key(u32 ms)
{
	(void)ms;
	return ND_KEY_END_OF_IT;
}

static void absent_nothing(void)
{
}

__attribute__((__weak__)) const struct nd_top_screen nd_top_screen = {
	.begin = absent_begin,
	.clear = absent_clear,
	.show = absent_nothing,
	.key = absent_key,
	.end = absent_nothing,
};
