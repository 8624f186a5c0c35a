/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Suberrors of KVM_EXIT_INTERNAL_ERROR: why KVM stopped a guest.
 */
#ifndef NESTDIAG_SUBERROR_H
#define NESTDIAG_SUBERROR_H

#include <nestdiag/types.h>

/**
 * nd_suberror_name() - name of a suberror, from Linux's uapi header <linux/kvm.h>
 * @suberror: internal.suberror of struct kvm_run
 *
 * Return: NULL if the header has no such number.
 */
const char *nd_suberror_name(u64 suberror);

/** nd_suberror_words() - what it means, as a sentence without its full stop; NULL likewise */
const char *nd_suberror_words(u64 suberror);

#endif /* NESTDIAG_SUBERROR_H */
