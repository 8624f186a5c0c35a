/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What readers of records are made of: each record lists its fields and is taken when they are all
 * well formed.
 */
#ifndef NESTDIAG_READER_H
#define NESTDIAG_READER_H

#include "core/base/scan.h"
#include "core/facts/facts.h"

/**
 * enum nd_parsed - what became of a line
 * @ND_PARSED_OK:      its record is in the facts
 * @ND_PARSED_SKIPPED: comment or empty line
 * @ND_PARSED_IGNORED: a record type or a register that this version does not know
 * @ND_PARSED_FULL:    there is no room; nothing was changed. The caller enlarges those of its
 *		       arrays that are full (cpus, params, host and stats of the facts, vcpus and
 *		       cpus of their trace, recordings and exits of their recorder), or gives the
 *		       facts a trace or a recorder, zeroed, if they have none
 * @ND_PARSED_BAD:     malformed
 */
enum nd_parsed {
	ND_PARSED_OK,
	ND_PARSED_SKIPPED,
	ND_PARSED_IGNORED,
	ND_PARSED_FULL,
	ND_PARSED_BAD,
};

/**
 * struct nd_parser - the state of reading one snapshot
 * @facts:   where records go
 * @line:    number of the line last given, from 1
 * @ignored: record lines that were ignored
 * @extra:   lines whose additional fields were ignored
 * @wants_failures: after ND_PARSED_FULL: it is the facts' failures that have to be there, zeroed
 * @why:     reason in words after ND_PARSED_BAD, else empty
 */
struct nd_parser {
	struct nd_facts *facts;
	u32 line;
	u32 ignored;
	u32 extra;
	bool wants_failures;
	char why[160];
};

#define ND_RECORD_FIELDS	17	/* more than any record has: what comes after is ignored */

/**
 * struct nd_field - what a field of a record has to be
 * @scan:  takes it; false where it is something else
 * @wrong: what is then said of it
 */
struct nd_field {
	bool (*scan)(const struct nd_token *f, u64 *value);
	const char *wrong;
};

/**
 * struct nd_fields - the fields of one line after the record's name
 * @n:    how many there are
 * @text: each as it stands
 * @num:  what its nd_field made of it, 0 for a field without one
 */
struct nd_fields {
	unsigned int n;
	const struct nd_token *text;
	u64 num[ND_RECORD_FIELDS];
};

/**
 * struct nd_record - one type of record, for reading it
 * @name:   its first field
 * @min:    fields after the name: at least so many,
 * @max:    and those beyond are a later version's
 * @ready:  has to return ND_PARSED_OK before anything is read; NULL if nothing has to be there
 * @take:   puts the fields into the facts, all or nothing
 * @fields: what they are, NULL for one that @take scans itself
 */
struct nd_record {
	const char *name;
	u8 min;
	u8 max;
	enum nd_parsed (*ready)(struct nd_parser *p);
	enum nd_parsed (*take)(struct nd_parser *p, const struct nd_fields *f);
	const struct nd_field *fields[ND_RECORD_FIELDS];
};

/**
 * struct nd_record_family - the records of one kind of facts
 * @records: the table
 * @nr:      its length
 */
struct nd_record_family {
	const struct nd_record *records;
	u32 nr;
};

/** nd_record_bad() - ND_PARSED_BAD, with the reason for it */
__printf(2, 3) enum nd_parsed nd_record_bad(struct nd_parser *p, const char *fmt, ...);

/** nd_record_read() - take a line that has to be a record of one of @nr families */
enum nd_parsed nd_record_read(struct nd_parser *p, const struct nd_record_family *const *families,
			      u32 nr, const char *text, size_t len);

/** nd_record_word() - the index of a word, by the function that gives words by index */
bool nd_record_word(const struct nd_token *f, const char *(*word)(u32 index), u64 *index);

/* Scanners of struct nd_field: numbers of 64 and of 32 bits. */
bool nd_record_dec(const struct nd_token *f, u64 *value);
bool nd_record_dec_u32(const struct nd_token *f, u64 *value);
bool nd_record_hex(const struct nd_token *f, u64 *value);
bool nd_record_hex_u32(const struct nd_token *f, u64 *value);

#endif /* NESTDIAG_READER_H */
