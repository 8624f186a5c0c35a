/* SPDX-License-Identifier: GPL-2.0-only WITH Linux-syscall-note */
/*
 * Names and versions that user space may rely on. Nothing here changes meaning once released.
 */
#ifndef _UAPI_LINUX_NESTDIAG_H
#define _UAPI_LINUX_NESTDIAG_H

/* Raised when a sysfs file or a snapshot record changes its meaning; new ones do not raise it. */
#define NESTDIAG_INTERFACE_VERSION	1

/* /sys/kernel/NESTDIAG_SYSFS_DIR and /sys/kernel/debug/NESTDIAG_DEBUGFS_DIR */
#define NESTDIAG_SYSFS_DIR		"nestdiag"
#define NESTDIAG_DEBUGFS_DIR		"nestdiag"
#define NESTDIAG_DEBUGFS_RAW		"raw"
#define NESTDIAG_DEBUGFS_RECORDER	"recorder"

/* First line of every snapshot, followed by a space and the format's version. */
#define NESTDIAG_SNAPSHOT_MAGIC		"nestdiag-snapshot"
#define NESTDIAG_SNAPSHOT_VERSION	1

#endif /* _UAPI_LINUX_NESTDIAG_H */
