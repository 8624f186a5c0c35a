/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The error number of Linux that a line of a log has: as a name, as its text or as a number.
 */
#ifndef NESTDIAG_TOOLS_OSERROR_H
#define NESTDIAG_TOOLS_OSERROR_H

#include <nestdiag/types.h>

/**
 * nd_os_error() - the error in a line
 * @text: the line as nd_words() makes it
 *
 * Return: its number, 0 if there is none, or one that nothing is known of here.
 */
u32 nd_os_error(const char *text);

/** nd_os_error_of() - the same, of a line as it was printed */
u32 nd_os_error_of(const char *line, size_t len);

#endif /* NESTDIAG_TOOLS_OSERROR_H */
