/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * A few bytes of a text, by which lines with that text are found.
 */
#ifndef NESTDIAG_TOOLS_PIECE_H
#define NESTDIAG_TOOLS_PIECE_H

#include <nestdiag/types.h>

#define ND_PIECE_LEN		4	/* bytes of it */
#define ND_PIECE_SHORT		3	/* the same of a short one */
#define ND_PIECE_HASHES		65536

/** nd_piece() - the first four bytes of @text */
static inline u32 nd_piece(const char *text)
{
	return (u8)text[0] | (u8)text[1] << 8 | (u8)text[2] << 16 | (u32)(u8)text[3] << 24;
}

/** nd_piece_short() - its first three bytes */
static inline u32 nd_piece_short(const char *text)
{
	return (u8)text[0] | (u8)text[1] << 8 | (u32)(u8)text[2] << 16;
}

/** nd_piece_hash() - less than ND_PIECE_HASHES */
static inline u32 nd_piece_hash(u32 piece)
{
	return piece * 2654435761u >> 16;
}

/** nd_piece_mark() - @bits, one for each hash: set that of a piece */
static inline void nd_piece_mark(u32 *bits, u32 piece)
{
	u32 n = nd_piece_hash(piece);

	bits[n / 32] |= BIT(n % 32);
}

/** nd_piece_marked() - is it set? */
static inline bool nd_piece_marked(const u32 *bits, u32 piece)
{
	u32 n = nd_piece_hash(piece);

	return bits[n / 32] >> n % 32 & 1;
}

/** nd_piece_commonness() - how common these bytes are in logs; less is rarer */
u32 nd_piece_commonness(const char *text, size_t len);

/** nd_piece_holds() - has it no blank within, which in a line may be several? */
bool nd_piece_holds(const char *text, size_t len);

#endif /* NESTDIAG_TOOLS_PIECE_H */
