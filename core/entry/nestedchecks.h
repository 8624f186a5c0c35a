/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The consistency checks of KVM's nested VMX and SVM.
 */
#ifndef NESTDIAG_NESTEDCHECKS_H
#define NESTDIAG_NESTEDCHECKS_H

#include <nestdiag/types.h>

/**
 * struct nd_nested_check - a consistency check of KVM's nested VMX or SVM
 * @text:  the C condition that kvm_nested_vmenter_failed prints
 * @check: id of the check of ours that covers it, NULL if none does
 * @words: plain words
 */
struct nd_nested_check {
	const char *text;
	const char *check;
	const char *words;
};

/** nd_nested_check_find() - by KVM's text; NULL if it is not known */
const struct nd_nested_check *nd_nested_check_find(const char *text);

/** nd_nested_by_cpu() - do these words of KVM's hand on a VM-instruction error of the processor? */
bool nd_nested_by_cpu(const char *text);

/**
 * nd_nested_words() - why a nested entry was refused
 * @text:  KVM's text
 * @error: the number beside it: the VM-instruction error, if it was the processor
 * @buf:   ND_NESTED_WORDS bytes
 * @size:  size of @buf
 */
#define ND_NESTED_WORDS	160
const char *nd_nested_words(const char *text, u32 error, char *buf, size_t size);

#endif /* NESTDIAG_NESTEDCHECKS_H */
