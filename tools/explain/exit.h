/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Exit reasons, exit codes, VM-instruction errors, Suberrors and exceptions.
 */
#ifndef NESTDIAG_TOOLS_EXPLAIN_EXIT_H
#define NESTDIAG_TOOLS_EXPLAIN_EXIT_H

#include "tools/explain/reading.h"

void nd_explain_vmx_exit(struct nd_explain *e);
void nd_explain_svm_exit(struct nd_explain *e);
void nd_explain_insn_error(struct nd_explain *e);
void nd_explain_suberror(struct nd_explain *e);
void nd_explain_user_exit(struct nd_explain *e);
void nd_explain_exception(struct nd_explain *e);

/** nd_explain_exit_names() - the names it knows, for suggestions and completion */
void nd_explain_exit_names(struct nd_strings *names);

#endif /* NESTDIAG_TOOLS_EXPLAIN_EXIT_H */
