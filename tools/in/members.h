/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * All texts of an archive.
 */
#ifndef NESTDIAG_TOOLS_MEMBERS_H
#define NESTDIAG_TOOLS_MEMBERS_H

#include <nestdiag/types.h>

/**
 * nd_members() - call @take with every text of an archive that is not too long
 * @file: its name; what is no archive has none
 * @take: takes a member by its name; @text is valid during the call
 * @ctx:  for @take
 *
 * Return: 0 or -errno as nd_tar_next().
 */
int nd_members(const char *file,
	       void (*take)(void *ctx, const char *name, const char *text, size_t len), void *ctx);

/** nd_members_any() - is it an archive? */
bool nd_members_any(const char *file);

#endif /* NESTDIAG_TOOLS_MEMBERS_H */
