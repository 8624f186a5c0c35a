/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The file that answers go to.
 */
#ifndef NESTDIAG_TOOLS_FILE_H
#define NESTDIAG_TOOLS_FILE_H

#include <stdio.h>

/**
 * nd_out_file_open() - open the file that a user wants written, "-" for standard output
 *
 * Readable by its owner only: a snapshot may hold kernel addresses. NULL: see errno.
 */
FILE *nd_out_file_open(const char *file);

/** nd_out_file_close() - 0 or -errno of any write before */
int nd_out_file_close(FILE *file);

/**
 * nd_out_file_replace() - write @nr lines into a file beside @file, then put it in its place
 *
 * Whoever reads @file reads the old lines or the new ones, and may be anybody. 0 or -errno; then
 * @file is as it was.
 */
int nd_out_file_replace(const char *file, char *const *lines, size_t nr);

#endif /* NESTDIAG_TOOLS_FILE_H */
