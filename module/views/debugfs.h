/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef NESTDIAG_DEBUGFS_H
#define NESTDIAG_DEBUGFS_H

/* A missing debugfs is no reason to fail, so it does not even say so. */
void nd_debugfs_init(void);
void nd_debugfs_exit(void);

#endif /* NESTDIAG_DEBUGFS_H */
