/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What writers of records are made of.
 */
#ifndef NESTDIAG_WRITER_H
#define NESTDIAG_WRITER_H

#include "core/record/snapshot.h"
#include <nestdiag/types.h>

/**
 * struct nd_writer - the line being written
 * @line: takes it when it is complete
 * @ctx:  for @line
 * @at:   used part of @buf
 * @buf:  the line
 */
struct nd_writer {
	void (*line)(void *ctx, const char *text);
	void *ctx;
	size_t at;
	char buf[ND_SNAPSHOT_LINE];
};

/** nd_writer_put() - append to the line */
__printf(2, 3) void nd_writer_put(struct nd_writer *w, const char *fmt, ...);

/** nd_writer_text() - append a text as a field of its own */
void nd_writer_text(struct nd_writer *w, const char *text);

/** nd_writer_bytes() - append bytes in hexadecimal as a field of its own */
void nd_writer_bytes(struct nd_writer *w, const u8 *bytes, size_t len);

/** nd_writer_end() - the line is complete */
void nd_writer_end(struct nd_writer *w);

#endif /* NESTDIAG_WRITER_H */
