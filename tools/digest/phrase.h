/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Windows says the same in the language of its user. A sentence of its is known by the stems that
 * stand in it in any order, and not by its words.
 */
#ifndef NESTDIAG_TOOLS_PHRASE_H
#define NESTDIAG_TOOLS_PHRASE_H

/**
 * nd_phrase() - the id of the entry for such a sentence,
 * NULL if @text, as nd_words() has it, is none
 */
const char *nd_phrase(const char *text);

#endif /* NESTDIAG_TOOLS_PHRASE_H */
