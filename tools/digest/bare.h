/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Lines without what the way to here has put around them.
 */
#ifndef NESTDIAG_BARE_H
#define NESTDIAG_BARE_H

#include <nestdiag/types.h>

/**
 * nd_bare() - take off what stands around a line whatever
 * it is: a runner's time, marks of a quotation
 */
void nd_bare(const char **line, size_t *len);

#endif /* NESTDIAG_BARE_H */
