// SPDX-License-Identifier: GPL-2.0-only
#include "tools/log/piece.h"

/*
 * How common bytes are in logs. Those with 1000 come as
 * other bytes, too: typographic quotation marks.
 */
static const u16 common[256] = {
	[' '] = 35, ['e'] = 34, ['t'] = 33, ['a'] = 32, ['o'] = 31, ['i'] = 30, ['n'] = 29,
	['s'] = 28, ['r'] = 27, ['h'] = 26, ['l'] = 25, ['d'] = 24, ['0'] = 23, [':'] = 22,
	['1'] = 21, ['='] = 20, ['/'] = 19, ['.'] = 18, ['-'] = 17, ['c'] = 16, ['u'] = 15,
	['m'] = 14, ['f'] = 13, ['p'] = 12, ['g'] = 11, ['w'] = 10, ['y'] = 9, ['b'] = 8,
	['2'] = 7, [','] = 6, ['_'] = 5, ['v'] = 4, ['k'] = 3, ['x'] = 2, ['"'] = 1000,
	['\''] = 1000, ['`'] = 1000, ['\0'] = 1000,
};

u32 nd_piece_commonness(const char *text, size_t len)
{
	u32 sum = 0;
	size_t i;

	for (i = 0; i < len; i++)
		sum += common[(u8)text[i]];
	return sum;
}

bool nd_piece_holds(const char *text, size_t len)
{
	return !memchr(text, ' ', len - 1);
}
