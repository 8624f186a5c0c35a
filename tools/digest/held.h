/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Lines that are held, as their ends may stand in the next ones.
 */
#ifndef NESTDIAG_HELD_H
#define NESTDIAG_HELD_H

#include <nestdiag/types.h>

#define ND_HELD		1024	/* bytes of lines that may go on in the next */
#define ND_HELD_WIDTH	64	/* bytes of one that a terminal may have broken */

#define ND_PIECE	1	/* the byte between them */

/** nd_bare() - take off what the way to here has put around a line, whatever it is */
void nd_bare(const char **line, size_t *len);

/** nd_goes_on() - may a line, bare and unwrapped, go on with what the one before began? */
bool nd_goes_on(const char *text, size_t len);

#endif /* NESTDIAG_HELD_H */
