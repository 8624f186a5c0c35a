/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Errors of Rust programs: a panic, and an error with its causes, take several lines.
 */
#ifndef NESTDIAG_CHAIN_H
#define NESTDIAG_CHAIN_H

#include "tools/digest/wordset.h"

/**
 * struct nd_chain - the error that is being read
 * @panic:   the source file of a panic whose words stand in the next line, else empty
 * @text:    the causes behind "Caused by:", one behind the other, as one sentence
 * @causes:  their number
 * @reading: the next line may be one of them
 */
struct nd_chain {
	char panic[64];
	char text[512];
	int causes;
	bool reading;
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
 * nd_chain_line() - take a line that may be a cause
 *
 * Return: whether it is, and not the first: then @text has all so far.
 */
bool nd_chain_line(struct nd_chain *chain, const char *text, size_t len);

#endif /* NESTDIAG_CHAIN_H */
