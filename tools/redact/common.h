/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Words that are names of machines and people, and mean something else in a report.
 */
#ifndef NESTDIAG_TOOLS_COMMON_H
#define NESTDIAG_TOOLS_COMMON_H

#include <nestdiag/types.h>

/** nd_common_word() - such a word, of any case */
bool nd_common_word(const char *word);

#endif /* NESTDIAG_TOOLS_COMMON_H */
