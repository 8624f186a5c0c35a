/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What may follow on a command line, for the completion of shells.
 */
#ifndef NESTDIAG_TOOLS_COMPLETE_H
#define NESTDIAG_TOOLS_COMPLETE_H

#include "tools/cmd/cmd.h"

/**
 * nd_complete() - tell what the last word may become
 * @out:   where lines go
 * @nr:    how many words
 * @words: all words behind "nestdiag"; the last is the one that is typed, "" if it is new
 *
 * A line a candidate, with a tab and what it means. A line ":file" asks the shell for file names.
 */
void nd_complete(struct nd_out *out, int nr, char **words);

#endif /* NESTDIAG_TOOLS_COMPLETE_H */
