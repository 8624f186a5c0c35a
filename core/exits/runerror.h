/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * KVM_RUN that returns an error instead of an exit to user space.
 */
#ifndef NESTDIAG_RUNERROR_H
#define NESTDIAG_RUNERROR_H

#include <nestdiag/types.h>

/**
 * enum nd_run_error - what such a return is
 * @ND_RUN_EXITED:	none: an exit to user space, with or without an error
 * @ND_RUN_INTERRUPTED: a signal came (EINTR)
 * @ND_RUN_WAITING:	the vCPU waits to be started by another one (EAGAIN)
 * @ND_RUN_FAILED:	KVM could not run the guest
 */
enum nd_run_error {
	ND_RUN_EXITED,
	ND_RUN_INTERRUPTED,
	ND_RUN_WAITING,
	ND_RUN_FAILED,
	ND_NR_RUN_ERRORS
};

/**
 * nd_run_error() - what a return of KVM_RUN is
 * @reason: the KVM_EXIT_ number; with an error mostly that of an earlier return
 * @error:  0, or the errno, positive
 */
enum nd_run_error nd_run_error(u32 reason, u32 error);

/** nd_errno_name() - "EIO"; NULL if KVM_RUN is not known to return it */
const char *nd_errno_name(u32 error);

/** nd_run_error_words() - why KVM_RUN returns that; NULL if it is not known */
const char *nd_run_error_words(u32 error);

#endif /* NESTDIAG_RUNERROR_H */
