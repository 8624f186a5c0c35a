/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Progress of a long command, on a terminal.
 */
#ifndef NESTDIAG_TOOLS_PROGRESS_H
#define NESTDIAG_TOOLS_PROGRESS_H

#include <stddef.h>

/** nd_progress() - @done of @all are done, on standard error; a few times a second at most */
void nd_progress(size_t done, size_t all);

/** nd_progress_end() - clear the line again, if there is one */
void nd_progress_end(void);

#endif /* NESTDIAG_TOOLS_PROGRESS_H */
