/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * A tar archive, compressed by zstd. POSIX fixed the format of a header. libarchive writes it, too,
 * but the tool is copied to rescue systems and into the initramfs of each emulated machine, and
 * would need eleven more libraries there, of 40 MB (Debian 12), most of it ICU's data. Linked
 * statically it wants libxml2, nettle and bzip2 even if ustar is the only format asked for. The
 * tests unpack what is written here with GNU tar.
 */
#ifndef NESTDIAG_TOOLS_TARBALL_H
#define NESTDIAG_TOOLS_TARBALL_H

#include <stdio.h>

#include <nestdiag/types.h>

/**
 * struct nd_tarball - an archive being written
 * @to:    where it goes
 * @state: zstd's
 * @time:  of all members
 * @err:   the first error, as -errno
 */
struct nd_tarball {
	FILE *to;
	void *state;
	long long time;
	int err;
};

void nd_tarball_begin(struct nd_tarball *ball, FILE *to);

/** nd_tarball_add() - add a file of @len bytes; its name has less than 100 bytes */
void nd_tarball_add(struct nd_tarball *ball, const char *name, const char *text, size_t len);

/** nd_tarball_end() - write the rest; 0 or -errno of anything before */
int nd_tarball_end(struct nd_tarball *ball);

#endif /* NESTDIAG_TOOLS_TARBALL_H */
