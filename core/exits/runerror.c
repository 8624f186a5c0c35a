// SPDX-License-Identifier: GPL-2.0-only
/*
 * Errors of KVM_RUN. The numbers are those of x86, which snapshots are read by anywhere.
 */
#include "core/exits/runerror.h"

#define RUN_EINTR		4
#define RUN_EAGAIN		11
#define RUN_EFAULT		14
#define RUN_EHWPOISON		133
#define RUN_MEMORY_FAULT	39	/* KVM_EXIT_MEMORY_FAULT: it comes with an error */

static const struct {
	u32 error;
	const char *name;
	const char *words;
} run_errors[] = {
	{ 1, "EPERM", "not permitted" },
	{ 5, "EIO", "KVM has stopped the VM, as a rule after a bug of its own: see its warning in the kernel log" },
	{ 12, "ENOMEM", "the kernel was out of memory" },
	{ RUN_EFAULT, "EFAULT", "memory of the guest, or of KVM_RUN itself, is not accessible in the process" },
	{ 16, "EBUSY", "something that KVM needs is in use" },
	{ 22, "EINVAL", "the vCPU's state, or what user space asked for, is not valid" },
	{ 95, "EOPNOTSUPP", "not supported" },
	{ RUN_EHWPOISON, "EHWPOISON", "a page of the guest's memory is defective" },
};

enum nd_run_error nd_run_error(u32 reason, u32 error)
{
	if (!error || (reason == RUN_MEMORY_FAULT &&
		       (error == RUN_EFAULT || error == RUN_EHWPOISON)))
		return ND_RUN_EXITED;
	return error == RUN_EINTR ? ND_RUN_INTERRUPTED :
	       error == RUN_EAGAIN ? ND_RUN_WAITING : ND_RUN_FAILED;
}

const char *nd_errno_name(u32 error)
{
	u32 i;

	for (i = 0; i < ARRAY_SIZE(run_errors); i++)
		if (run_errors[i].error == error)
			return run_errors[i].name;
	return NULL;
}

const char *nd_run_error_words(u32 error)
{
	u32 i;

	for (i = 0; i < ARRAY_SIZE(run_errors); i++)
		if (run_errors[i].error == error)
			return run_errors[i].words;
	return NULL;
}
