// SPDX-License-Identifier: GPL-2.0-only
#include "tools/in/utf16.h"

#define MARK		0xfeff
#define REPLACEMENT	0xfffd
#define LOOKED_AT	64	/* bytes at the start that have to look like English */

static u32 unit_of(bool big, u8 first, u8 second)
{
	return big ? first << 8 | second : second << 8 | first;
}

/* No byte of a unit is 0 but the one that counts more, and nearly all of those are. */
static bool is_english(const u8 *text, size_t len, bool big)
{
	size_t i, zeros = 0;

	for (i = 0; i + 1 < len; i += 2) {
		if (!text[i + big])
			return false;
		zeros += !text[i + !big];
	}
	return len >= 8 && zeros * 8 >= len / 2 * 7;
}

void nd_utf16_begin(struct nd_utf16 *utf16, const char *text, size_t len)
{
	const u8 *bytes = (const u8 *)text;
	u32 first = len < 2 ? 0 : unit_of(false, bytes[0], bytes[1]);

	if (len > LOOKED_AT)
		len = LOOKED_AT;
	*utf16 = (struct nd_utf16){ .odd = -1 };
	utf16->big = first == 0xfffe || (first != MARK && is_english(bytes, len, true));
	utf16->is = utf16->big || first == MARK || is_english(bytes, len, false);
}

static size_t put(u32 c, char *out)
{
	if (c < 0x80) {
		out[0] = c;
		return 1;
	}
	if (c < 0x800) {
		out[0] = 0xc0 | c >> 6;
		out[1] = 0x80 | (c & 0x3f);
		return 2;
	}
	if (c < 0x10000) {
		out[0] = 0xe0 | c >> 12;
		out[1] = 0x80 | (c >> 6 & 0x3f);
		out[2] = 0x80 | (c & 0x3f);
		return 3;
	}
	out[0] = 0xf0 | c >> 18;
	out[1] = 0x80 | (c >> 12 & 0x3f);
	out[2] = 0x80 | (c >> 6 & 0x3f);
	out[3] = 0x80 | (c & 0x3f);
	return 4;
}

static size_t take_unit(struct nd_utf16 *utf16, u32 unit, char *out)
{
	bool low = unit >= 0xdc00 && unit < 0xe000;
	u32 high = utf16->high;
	size_t n = 0;

	utf16->high = 0;
	if (high && low)
		return put(0x10000 + ((high - 0xd800) << 10) + (unit - 0xdc00), out);
	if (high)
		n = put(REPLACEMENT, out);
	if (unit >= 0xd800 && unit < 0xdc00)
		utf16->high = unit;
	else if (unit != MARK)
		n += put(low ? REPLACEMENT : unit, out + n);
	return n;
}

size_t nd_utf16_take(struct nd_utf16 *utf16, const char *text, size_t len, char *out)
{
	size_t i, n = 0;

	for (i = 0; i < len; i++) {
		u8 byte = text[i];

		if (utf16->odd < 0) {
			utf16->odd = byte;
			continue;
		}
		n += take_unit(utf16, unit_of(utf16->big, utf16->odd, byte), out + n);
		utf16->odd = -1;
	}
	return n;
}
