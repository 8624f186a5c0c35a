/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The terminal.
 */
#ifndef NESTDIAG_TOP_SCREEN_H
#define NESTDIAG_TOP_SCREEN_H

#include "tools/top/frame.h"

#define ND_TOP_WHY	160

/** ND_KEY_END_OF_IT: a signal, or the end of the terminal, asks to end */
#define ND_KEY_END_OF_IT	(-1)

/**
 * struct nd_top_screen - a screen
 * @begin: take the terminal; false with the reason. Whatever ends the program gives it back
 * @clear: begin to draw, on a canvas that has the terminal's size
 * @show:  what was drawn
 * @key:   wait for a key, for @ms milliseconds at most: its code, ND_KEY_NONE or ND_KEY_END_OF_IT
 * @end:   give the terminal back
 */
struct nd_top_screen {
	bool (*begin)(bool color, char *why);
	void (*clear)(struct nd_top_canvas *canvas);
	void (*show)(void);
	int (*key)(u32 ms);
	void (*end)(void);
};

extern const struct nd_top_screen nd_top_screen;

#endif /* NESTDIAG_TOP_SCREEN_H */
