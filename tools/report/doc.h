/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * A document made of the rows of commands: an output that keeps what it gets until all is there,
 * so that the most important can come first, and one form of it can be written after the other.
 */
#ifndef NESTDIAG_TOOLS_DOC_H
#define NESTDIAG_TOOLS_DOC_H

#include "tools/out/out.h"
#include "tools/report/look.h"

/**
 * struct nd_cell - a cell of a table
 * @text:  as it is read, "" for nothing
 * @num:   of a column of numbers
 * @known: there is a number
 */
struct nd_cell {
	const char *text;
	u64 num;
	bool known;
};

/**
 * struct nd_pair - a value with its label
 * @label: "" for none
 * @state: the word that decides, "" for none
 * @text:  the value
 */
struct nd_pair {
	const char *label;
	const char *state;
	const char *text;
};

enum nd_block_kind {
	ND_BLOCK_HEADING,
	ND_BLOCK_FACTS,
	ND_BLOCK_TABLE,
	ND_BLOCK_CARD,
	ND_BLOCK_NOTE,
	ND_BLOCK_TEXT,
};

/**
 * struct nd_block - a heading, table, card, ...
 * @kind:     which
 * @rows:     of a table or card: the rows that it was made of
 * @look:     the same: how they look
 * @id:       of a card: name of what it is about, "" for none
 * @title:    heading, title of a card, caption of a table or text
 * @state:    of a card: the word that decides
 * @text:     of a note, a card, or a text with lines
 * @open:     of a text: it is not folded
 * @pairs:    facts, or details of a card
 * @nr_pairs: their number
 * @cells:    of a table, line by line
 * @nr_rows:  its lines
 * @nr_cols:  its columns
 * @shown:    which columns: those that have anything, and the first, by nd_doc_end()
 * @left_out: lines beyond those that a document keeps
 */
struct nd_block {
	enum nd_block_kind kind;
	enum nd_row_kind rows;
	const struct nd_look *look;
	const char *id;
	const char *title;
	const char *state;
	const char *text;
	bool open;
	struct nd_pair *pairs;
	size_t nr_pairs;
	struct nd_cell *cells;
	size_t nr_rows;
	size_t nr_cols;
	bool shown[ND_SHOWN_MAX];
	size_t left_out;
};

#define ND_WEIGHT_FOLDED	100	/* what a long table that few want weighs beside its part */

/**
 * struct nd_part - what one command answers
 * @id:      for links to it
 * @title:   its heading, of this program and not from outside: it is written as it is
 * @command: how to get it from the tool, "" if no command has it
 * @weight:  the smaller, the longer it stays where there is not room for all
 * @blocks:  what it consists of
 * @nr:      their number
 */
struct nd_part {
	const char *id;
	const char *title;
	const char *command;
	unsigned int weight;
	struct nd_block *blocks;
	size_t nr;
};

/**
 * struct nd_doc - a document
 * @out:   takes rows; what they point to is copied
 * @facts: whose machine it is about; outlives the document
 * @below: the level below, NULL if it is not known
 * @note:  what the reader should know of the whole, "" for nothing
 * @parts: what it consists of
 * @nr:    their number
 * @last:  the block of its last part to which details belong
 * @pool:  all texts
 * @nr_pool: their number
 */
struct nd_doc {
	struct nd_out out;
	const struct nd_facts *facts;
	const struct nd_facts *below;
	const char *note;
	struct nd_part *parts;
	size_t nr;
	size_t last;
	char **pool;
	size_t nr_pool;
};

/** nd_doc_begin() - what follows is another part */
void nd_doc_begin(struct nd_doc *doc, const char *id, const char *title, const char *command,
		  unsigned int weight);

/** nd_doc_part() - the part that is being filled */
struct nd_part *nd_doc_part(struct nd_doc *doc);

/** nd_doc_add() - add an empty block to that part; valid until the next one */
struct nd_block *nd_doc_add(struct nd_doc *doc, enum nd_block_kind kind);

/**
 * nd_doc_text() - add @len bytes of text of any content, with its lines; the block as nd_doc_add()
 */
struct nd_block *nd_doc_text(struct nd_doc *doc, const char *title, const char *text, size_t len);

/** nd_doc_cut() - forget all blocks of that part but the first @nr */
void nd_doc_cut(struct nd_doc *doc, size_t nr);

/** nd_doc_end() - all is there: put findings in order, work out shares, hide empty columns */
void nd_doc_end(struct nd_doc *doc);

/** nd_doc_find() - the part with that id, or NULL */
const struct nd_part *nd_doc_find(const struct nd_doc *doc, const char *id);

/** nd_doc_keep() - a printable copy of @text that lives as long as the document */
const char *nd_doc_keep(struct nd_doc *doc, const char *text);

void nd_doc_free(struct nd_doc *doc);

#endif /* NESTDIAG_TOOLS_DOC_H */
