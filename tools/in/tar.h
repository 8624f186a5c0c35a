/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Texts within a tar archive, compressed or not. Only regular files count, and nothing is written
 * anywhere, so names and links of an archive can do no harm.
 */
#ifndef NESTDIAG_TOOLS_TAR_H
#define NESTDIAG_TOOLS_TAR_H

#include <stdio.h>

#include "tools/in/unpack.h"

#define ND_TAR_BLOCK	512
#define ND_TAR_NAME	101

/**
 * struct nd_tar - a file that may be an archive
 * @unpack:  it, unpacked
 * @block:   the header of a member
 * @first:   its first bytes, which tell whether it is an archive
 * @have:    their number
 * @at:      the next of them that nobody has got
 * @begun:   it is known whether it is an archive
 * @is_tar:  it is one
 * @ended:   there are no more members
 * @left:    bytes of the current member that were not read
 * @padding: bytes behind it up to the next header
 * @members: how many there were
 * @skipped: bytes of those that nobody wanted
 */
struct nd_tar {
	struct nd_unpack unpack;
	unsigned char block[ND_TAR_BLOCK];
	unsigned char *first;
	size_t have;
	size_t at;
	bool begun;
	bool is_tar;
	bool ended;
	u64 left;
	u64 padding;
	u32 members;
	u64 skipped;
};

/** nd_tar_begin() - find out whether it is an archive; 0 or -errno as nd_unpack_read() */
int nd_tar_begin(struct nd_tar *tar, FILE *file);

/**
 * nd_tar_next() - go to the next regular file within an archive
 * @name: takes its name
 *
 * Return: 1, 0 at the end, or -errno: -EBADMSG if the archive is damaged or cut, -EFBIG if it has
 * more members, or larger ones, than any report has.
 */
int nd_tar_next(struct nd_tar *tar, FILE *file, char name[ND_TAR_NAME]);

/**
 * nd_tar_read() - the next bytes of that file, or of what is no archive; 0 at its end, or -errno
 */
long nd_tar_read(struct nd_tar *tar, FILE *file, void *buf, size_t size);

/** nd_tar_is_named() - does the last part of @name say that it is @wanted? */
bool nd_tar_is_named(const char *name, const char *wanted);

void nd_tar_free(struct nd_tar *tar);

#endif /* NESTDIAG_TOOLS_TAR_H */
