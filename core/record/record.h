/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Records of the snapshot: what the files that read and write them offer each other.
 */
#ifndef NESTDIAG_RECORD_H
#define NESTDIAG_RECORD_H

#include "core/base/scan.h"
#include "core/record/snapshot.h"

/**
 * struct nd_record - one type of record, for reading it
 * @name: its first field
 * @min:  fields after the name: at least so many,
 * @max:  and those beyond are a later version's
 * @take: takes the @n fields after the name
 */
struct nd_record {
	const char *name;
	u8 min;
	u8 max;
	enum nd_parsed (*take)(struct nd_parser *p, const struct nd_token *f, unsigned int n);
};

extern const struct nd_record nd_trace_records[];
extern const u32 nd_nr_trace_records;
extern const struct nd_record nd_failure_records[];
extern const u32 nd_nr_failure_records;

/** nd_record_bad() - ND_PARSED_BAD, with the reason for it */
__printf(2, 3) enum nd_parsed nd_record_bad(struct nd_parser *p, const char *fmt, ...);

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

/* Parts of a line, a text as a field of its own, and its end. */
__printf(2, 3) void nd_writer_put(struct nd_writer *w, const char *fmt, ...);
void nd_writer_text(struct nd_writer *w, const char *text);
void nd_writer_end(struct nd_writer *w);

/** nd_failures_write() - the records of failed launches */
void nd_failures_write(struct nd_writer *w, const struct nd_failures *failures);

/** nd_trace_write() - the records of exit accounting */
void nd_trace_write(struct nd_writer *w, const struct nd_trace *trace);

#endif /* NESTDIAG_RECORD_H */
