/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What a word may stand for. Each other file of this folder knows one sort of things and adds a
 * reading for each that the word names.
 */
#ifndef NESTDIAG_TOOLS_READING_H
#define NESTDIAG_TOOLS_READING_H

#include "core/facts/facts.h"
#include "core/base/row.h"

#include "tools/out/text.h"

/* Sorts of things, as bits: which of them a word may stand for. */
#define ND_EXPLAIN_FEATURE	BIT(0)
#define ND_EXPLAIN_FINDING	BIT(1)
#define ND_EXPLAIN_PARAM	BIT(2)
#define ND_EXPLAIN_VMX_EXIT	BIT(3)
#define ND_EXPLAIN_SVM_EXIT	BIT(4)
#define ND_EXPLAIN_INSN_ERROR	BIT(5)
#define ND_EXPLAIN_SUBERROR	BIT(6)
#define ND_EXPLAIN_EXCEPTION	BIT(7)
#define ND_EXPLAIN_MSR		BIT(8)
#define ND_EXPLAIN_FIELD	BIT(9)
#define ND_EXPLAIN_LEAF		BIT(10)
#define ND_EXPLAIN_MESSAGE	BIT(11)
#define ND_EXPLAIN_TERM		BIT(12)
#define ND_EXPLAIN_HOLE		BIT(13)
#define ND_EXPLAIN_ARM_CLASS	BIT(14)
#define ND_EXPLAIN_USER_EXIT	BIT(15)
#define ND_EXPLAIN_VMCB		BIT(16)
#define ND_EXPLAIN_CAP		BIT(17)
#define ND_EXPLAIN_NAMES	(BIT(18) - 1)
/* On the way only: which of three kinds it is depends on the number. */
#define ND_EXPLAIN_HW_ERROR	BIT(18)
/* Numbers only, and behind their word: any number could be one. */
#define ND_EXPLAIN_ARM_ESR	BIT(19)
/* Of a number alone: not exceptions, which are asked for by their word. */
#define ND_EXPLAIN_NUMBERS	(ND_EXPLAIN_VMX_EXIT | ND_EXPLAIN_SVM_EXIT | \
				 ND_EXPLAIN_INSN_ERROR | ND_EXPLAIN_SUBERROR | ND_EXPLAIN_MSR | \
				 ND_EXPLAIN_FIELD | ND_EXPLAIN_LEAF | ND_EXPLAIN_MESSAGE)

/**
 * struct nd_explain - one question
 * @text:   as typed, for messages
 * @word:   what is asked about, without the words that name its sort
 * @sorts:  what it may be
 * @number: it is a number...
 * @hex:    ...with 0x
 * @num:    its value
 * @facts:  the machine that is asked about
 * @cpu:    its CPU, NULL if nothing is known of it
 * @emit:   where readings go
 * @found:  readings so far
 * @vague:  they go by the subject of a line, or its step, and by no words of it that are known
 */
struct nd_explain {
	const char *text;
	const char *word;
	unsigned long sorts;
	bool number;
	bool hex;
	u64 num;
	const struct nd_facts *facts;
	const struct nd_cpu *cpu;
	const struct nd_emit *emit;
	unsigned int found;
	bool vague;
};

/**
 * struct nd_reading - one thing that the word stands for
 * @sort:      in words: "VMX exit reason"; behind a comma what is not part of it
 * @severity:  of a message, by its word
 * @id:        its name for scripts
 * @label:     its title
 * @basis:     by which words a line was taken for this, if it is not known as it stands
 * @meaning:   what it is
 * @cause:     why it comes about
 * @nesting:   what it means for nested guests
 * @here:      what it means on the machine asked about
 * @remedy:    what to do
 * @reference: where to read more
 */
struct nd_reading {
	const char *sort;
	const char *severity;
	const char *id;
	const char *label;
	const char *basis;
	const char *meaning;
	const char *cause;
	const char *nesting;
	const char *here;
	const char *remedy;
	const char *reference;
};

/** nd_explain_add() - hand out a reading; what is NULL is left out */
void nd_explain_add(struct nd_explain *e, const struct nd_reading *reading);

/**
 * nd_explain_same() - the word is that name, whatever its
 * case; "_", "-" and a blank, or none of them, are one
 */
bool nd_explain_same(const char *word, const char *name);

/** nd_explain_is() - the same for the word that is asked about */
bool nd_explain_is(const struct nd_explain *e, const char *name);

/** nd_explain_wants() - the word may be of that sort */
static inline bool nd_explain_wants(const struct nd_explain *e, unsigned long sort)
{
	return e->sorts & sort;
}

#endif /* NESTDIAG_TOOLS_READING_H */
