/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * VM exits in words: what a guest did that made the processor leave it.
 */
#ifndef NESTDIAG_EXITWORDS_H
#define NESTDIAG_EXITWORDS_H

#include <nestdiag/types.h>

/**
 * nd_vmx_exit_words() - what a basic VMX exit reason means, as part of a sentence
 * @reason: as in the VMCS; flags are ignored
 *
 * Return: NULL if the SDM does not define the reason, or nestdiag does not know it.
 */
const char *nd_vmx_exit_words(u32 reason);

/** nd_svm_exit_words() - the same for an SVM exit code, of which all bits count */
const char *nd_svm_exit_words(u32 code);

/**
 * nd_userspace_exit_words() - why KVM_RUN came back, as part of a sentence
 * @reason: the KVM_EXIT_ number
 *
 * Return: NULL if nd_userspace_exit_name() has no name for it.
 */
const char *nd_userspace_exit_words(u32 reason);

/** nd_exception_name() - "#GP, general protection" for exception vector 13, NULL beyond 31 */
const char *nd_exception_name(u32 vector);

#endif /* NESTDIAG_EXITWORDS_H */
