/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Numbers in memory that another machine may have written.
 */
#ifndef NESTDIAG_BYTES_H
#define NESTDIAG_BYTES_H

#include <nestdiag/types.h>

/** nd_bytes_le() - the little-endian number in @size bytes, at most 8 */
static inline u64 nd_bytes_le(const u8 *bytes, unsigned int size)
{
	u64 value = 0;

	while (size-- > 0)
		value = value << 8 | bytes[size];
	return value;
}

#endif /* NESTDIAG_BYTES_H */
