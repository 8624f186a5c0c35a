/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Lines about virtualization in which nothing failed.
 */
#ifndef NESTDIAG_CHATTER_H
#define NESTDIAG_CHATTER_H

#include <nestdiag/types.h>

/** nd_has_passed() - is it a check, of nestdiag too, that ends with the result that it passed? */
bool nd_has_passed(const char *line, size_t len);

/** nd_is_chatter() - is it a line that its program itself marks as information, and no failure? */
bool nd_is_chatter(const char *line, size_t len);

#endif /* NESTDIAG_CHATTER_H */
