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

#endif /* NESTDIAG_TOOLS_FILE_H */
