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

#endif /* NESTDIAG_NESTEDCHECKS_H */
