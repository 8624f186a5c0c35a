/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The kernel's log.
 */
#ifndef NESTDIAG_TOOLS_KMSG_H
#define NESTDIAG_TOOLS_KMSG_H

#include "tools/in/lines.h"

/**
 * struct nd_kmsg - the kernel's log as /dev/kmsg has it now
 * @fd:    the device, -1 if it is a plain file (under another root)
 * @lines: that file
 * @buf:   the last record
 */
struct nd_kmsg {
	int fd;
	struct nd_lines lines;
	char buf[8192];
};

/**
 * nd_kmsg_open() - open /dev/kmsg at the oldest record that there is; 0 or -errno
 * nd_kmsg_next() - the next record; 1, 0 if there is none yet, or -errno
 *
 * Records that the kernel overwrote meanwhile are skipped.
 */
int nd_kmsg_open(struct nd_kmsg *kmsg);
int nd_kmsg_next(struct nd_kmsg *kmsg, const char **text, size_t *len);
void nd_kmsg_close(struct nd_kmsg *kmsg);

#endif /* NESTDIAG_TOOLS_KMSG_H */
