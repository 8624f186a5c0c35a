/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Stacks of programs in a log: where in its source a program was. What failed stands beside them.
 */
#ifndef NESTDIAG_TOOLS_BACKTRACE_H
#define NESTDIAG_TOOLS_BACKTRACE_H

#include <nestdiag/types.h>

/**
 * nd_is_backtrace() - is the line a call of a stack, or its
 * head: of Python, Java, Go, Rust, Ruby, C#, gdb?
 */
bool nd_is_backtrace(const char *line, size_t len);

/** nd_is_python_call() - is it one of Python's, which the source may follow in the next line? */
bool nd_is_python_call(const char *line, size_t len);

#endif /* NESTDIAG_TOOLS_BACKTRACE_H */
