/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef NESTDIAG_SYSFS_H
#define NESTDIAG_SYSFS_H

int nd_sysfs_init(void);
void nd_sysfs_exit(void);

#endif /* NESTDIAG_SYSFS_H */
