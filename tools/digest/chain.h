/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Errors of Rust programs: a panic, and an error with its causes, take several lines.
 */
#ifndef NESTDIAG_CHAIN_H
#define NESTDIAG_CHAIN_H

#include "tools/digest/wordset.h"

#define ND_CHAIN_CAUSES	12	/* of one error, at most */

/**
 * struct nd_chain - the error that is being read
 * @panic:   the source file of a panic whose words stand in the next line, else empty
 * @text:    the error and its causes, one behind the other, as one sentence
 * @at:      where the parts of @text begin: the error, then each cause
 * @parts:   their number, 0 if there is no error that is being read
 */
struct nd_chain {
	char panic[64];
	char text[600];
	size_t at[ND_CHAIN_CAUSES + 1];
	u32 parts;
};

/* What such errors begin with, for nd_skim_watch(). */
extern struct nd_wordset nd_chain_words;

/** nd_chain_begins() - do causes of an error follow this line? */
bool nd_chain_begins(const char *text, size_t len);

/** nd_chain_goes_on() - may the next line belong to the error? */
bool nd_chain_goes_on(const struct nd_chain *chain);

/** nd_chain_panic() - see whether a line announces a panic */
void nd_chain_panic(struct nd_chain *chain, const char *text, size_t len);

/**
 * nd_chain_panicked() - put the source file of a panic before its words
 * @text:   in: the line; out: @joined, if it is that of a panic
 * @joined: room for it
 * @size:   bytes of it
 *
 * Return: the bytes of *@text.
 */
size_t nd_chain_panicked(const struct nd_chain *chain, const char **text, size_t len, char *joined,
			 size_t size);

/**
 * nd_chain_begin() - causes follow
 * @head: the error that they are of
 * @len:  its bytes, 0 if it is not known
 */
void nd_chain_begin(struct nd_chain *chain, const char *head, size_t len);

/**
 * nd_chain_add() - take a line that may be a cause
 *
 * Return: whether it is one; if not, the error has ended.
 */
bool nd_chain_add(struct nd_chain *chain, const char *text, size_t len);

#endif /* NESTDIAG_CHAIN_H */
