/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Compressed files: gzip, xz and zstd, told by their first bytes and not by their names.
 */
#ifndef NESTDIAG_TOOLS_UNPACK_H
#define NESTDIAG_TOOLS_UNPACK_H

#include <stdio.h>

#include <nestdiag/types.h>

struct nd_unpack_format;

/**
 * struct nd_unpack - a file being read, compressed or not
 * @format: how it is compressed, NULL if it is not
 * @state:  the library's
 * @in:     bytes of the file that are still to be unpacked
 * @at:     the next of them
 * @end:    behind the last of them
 * @eof:    the file has no more
 * @begun:  @format is known
 * @open:   the compressed data has not come to its end
 */
struct nd_unpack {
	const struct nd_unpack_format *format;
	void *state;
	unsigned char *in;
	size_t at;
	size_t end;
	bool eof;
	bool begun;
	bool open;
};

/**
 * nd_unpack_read() - the next bytes of @file, unpacked
 *
 * Return: their number, 0 at the end, or -errno: -EBADMSG if the compressed data is damaged or cut,
 * -ENOBUFS if unpacking it takes more memory than the formats' usual settings.
 */
long nd_unpack_read(struct nd_unpack *unpack, FILE *file, void *buf, size_t size);

void nd_unpack_free(struct nd_unpack *unpack);

#endif /* NESTDIAG_TOOLS_UNPACK_H */
