/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Texts whose lines were broken on the way here, all at the same width.
 */
#ifndef NESTDIAG_WRAP_H
#define NESTDIAG_WRAP_H

#include <nestdiag/types.h>

#define ND_WRAP_MOST	(64 * 1024)	/* bytes; a file that is longer was not broken */

/**
 * nd_wrap_undo() - put lines together again that a terminal, an editor or a mailer broke
 * @text:   all that was pasted
 * @len:    its bytes
 * @out:    gets the text as it was; has room for @len + 1 bytes
 * @joined: gets the number of line feeds that were taken out
 *
 * Terminals break at their width, anywhere; editors and mailers between words. A line that the
 * catalogue knows as it stands is never taken for the rest of another.
 *
 * Return: the bytes in @out.
 */
size_t nd_wrap_undo(const char *text, size_t len, char *out, size_t *joined);

#endif /* NESTDIAG_WRAP_H */
