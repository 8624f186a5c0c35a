/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Most lines of most logs have nothing that is looked for. They are passed over by the block.
 */
#ifndef NESTDIAG_SKIM_H
#define NESTDIAG_SKIM_H

#include "tools/digest/wordset.h"

/** nd_skim_watch() - look also for these words */
void nd_skim_watch(const struct nd_wordset *set);

/**
 * nd_skim() - how many lines at the start of a block hold nothing that nd_digest_line() would keep?
 * @before: the lines that are held, ND_PIECE between
 * @text:   whole lines, each with its line feed
 * @len:    their bytes
 * @held:   gets the first of those lines that have to be held, which may be the first that is left
 *
 * None of them has a wording, a topic or a word of nd_skim_watch(), or may be a part of a line that
 * is wrapped and has. Some that hold nothing either are left as well.
 *
 * Return: their bytes.
 */
size_t nd_skim(const char *before, const char *text, size_t len, const char **held);

#endif /* NESTDIAG_SKIM_H */
