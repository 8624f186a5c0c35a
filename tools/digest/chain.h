/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Errors of Rust programs: a panic, and an error with its causes, take several lines.
 */
#ifndef NESTDIAG_CHAIN_H
#define NESTDIAG_CHAIN_H

#include "tools/digest/wordset.h"

#define ND_CHAIN_CAUSES	32	/* of one error, at most */
#define ND_CHAIN_PART	160	/* bytes of one, at most */
#define ND_CHAIN_TAG	40	/* bytes of who printed it */

/**
 * struct nd_chain - the error that is being read
 * @panic:   the source file of a panic whose words stand in the next line, else empty
 * @tag:     who printed the panic, or the error, as the log has it before the text ("app[12]:")
 * @first:   the number of the first cause
 * @text:    the error and its causes, one behind the other, as one sentence
 * @at:      where the parts of @text begin: the error, then each cause
 * @parts:   their number, 0 if there is no error that is being read
 */
struct nd_chain {
	char panic[64];
	char tag[ND_CHAIN_TAG];
	u32 first;
	char text[(ND_CHAIN_CAUSES + 1) * (ND_CHAIN_PART + 2)];
	size_t at[ND_CHAIN_CAUSES + 1];
	u32 parts;
};

/* What such errors begin with, for nd_skim_watch(). */
extern struct nd_wordset nd_chain_words;

/** nd_chain_tag() - who printed a line: the word before its text, empty if there is none */
void nd_chain_tag(char tag[ND_CHAIN_TAG], const char *text, size_t len);

/** nd_chain_begins() - do causes of an error follow this line? They do not stand in it. */
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
 * @line: the one that says so
 * @len:  its bytes
 * @head: the error that they are of, empty if it is not known
 */
void nd_chain_begin(struct nd_chain *chain, const char *line, size_t len, const char *head);

/**
 * enum nd_link - what a line is to an error that is being read
 * @ND_LINK_CAUSE: one of its causes
 * @ND_LINK_OTHER: of another program
 * @ND_LINK_END:   the error has ended before it
 */
enum nd_link {
	ND_LINK_CAUSE,
	ND_LINK_OTHER,
	ND_LINK_END,
};

/** nd_chain_add() - take a line that may be a cause */
enum nd_link nd_chain_add(struct nd_chain *chain, const char *text, size_t len);

#endif /* NESTDIAG_CHAIN_H */
