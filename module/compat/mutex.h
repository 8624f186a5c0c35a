/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Mutexes: those of 5.10's PREEMPT_RT patch are built on an
 * RB_ROOT_CACHED that they do not include.
 */
#ifndef NESTDIAG_COMPAT_MUTEX_H
#define NESTDIAG_COMPAT_MUTEX_H

#include <linux/mutex.h>
#include <linux/rbtree.h>

#endif /* NESTDIAG_COMPAT_MUTEX_H */
