/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Files that a user named one by one, by a folder, or in a list.
 */
#ifndef NESTDIAG_TOOLS_FILES_H
#define NESTDIAG_TOOLS_FILES_H

#include <stddef.h>

/**
 * struct nd_files - names of files, in the order in which they were given
 * @names: the names
 * @nr:    their number
 * @max:   names that there is room for
 */
struct nd_files {
	char **names;
	size_t nr;
	size_t max;
};

/**
 * nd_files_add() - add what the user named
 * @files: the list
 * @name:  a file, which need not exist; a folder, of which all regular files are added that are
 *	   not hidden, sorted, those of its folders too; "-": the names that standard input lists,
 *	   one a line
 *
 * Return: 0, or -errno if a list cannot be read.
 */
int nd_files_add(struct nd_files *files, const char *name);

void nd_files_free(struct nd_files *files);

#endif /* NESTDIAG_TOOLS_FILES_H */
