/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What KVM does with an exit of a nested guest.
 */
#ifndef NESTDIAG_TOOLS_EXPLAIN_EXITNESTING_H
#define NESTDIAG_TOOLS_EXPLAIN_EXITNESTING_H

#include <nestdiag/types.h>

/** nd_explain_vmx_nesting() - of a basic VMX exit reason */
const char *nd_explain_vmx_nesting(u32 reason);

/** nd_explain_svm_nesting() - of an SVM exit code */
const char *nd_explain_svm_nesting(u32 code);

/** nd_explain_user_nesting() - of a return to user space, by its KVM_EXIT_ number */
const char *nd_explain_user_nesting(u32 reason);

#endif /* NESTDIAG_TOOLS_EXPLAIN_EXITNESTING_H */
