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

/**
 * struct nd_held - the line before, if the catalogue does not know it
 * @text:    it; of a line in several pieces all of them, ND_PIECE between
 * @seen:    the number of answers with the one that it got from its words alone, else 0
 * @topical: one of the pieces may be about virtualization
 * @shown:   how many of them are the last that were counted as not known
 */
struct nd_held {
	char text[ND_HELD];
	size_t seen;
	bool topical;
	u64 shown;
};

/** nd_goes_on() - may a line, bare and unwrapped, go on with what the one before began? */
bool nd_goes_on(const char *text, size_t len);

/** nd_held_clear() - nothing is held any more */
void nd_held_clear(struct nd_held *held);

/** nd_held_is_broken() - may a line be a further piece of what is held? */
bool nd_held_is_broken(const struct nd_held *held, const char *text, size_t len);

/** nd_held_is_wide() - is the last piece so long that it may have been broken within a word? */
bool nd_held_is_wide(const struct nd_held *held);

/**
 * nd_held_join() - all pieces and a further one as a line
 * @blank:  with blanks between them, else without
 * @joined: gets the line
 * @size:   bytes that it has room for
 *
 * Return: the bytes of the line.
 */
size_t nd_held_join(const struct nd_held *held, const char *text, size_t len, bool blank,
		    char *joined, size_t size);

/**
 * nd_held_add() - hold a line, too, if it goes on with what is held, else in its place
 * @unknown: how many lines were counted as not known for it
 * @topical: it may be about virtualization
 *
 * Return: whether it goes on.
 */
bool nd_held_add(struct nd_held *held, const char *text, size_t len, u64 unknown, bool topical);

/** nd_held_other() - hold a line about something else, as it may be a piece of one that is not */
void nd_held_other(struct nd_held *held, const char *text, size_t len);

#endif /* NESTDIAG_HELD_H */
