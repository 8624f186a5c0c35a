/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The catalogue of messages: what kernels, emulators and managers print about virtualization that
 * is missing, off, inconsistent or failing, and what it means.
 *
 * To add a message, add an entry to messages.c; nothing else needs to change. tests/cli and
 * tests/host walk the table.
 *
 * Patterns. A pattern is the text as it is printed, with {kinds} where a printf() put a value.
 * It has to fill a line from its start, or from behind a prefix that ends in ": ", "] ", ") " or
 * "> ", or from behind KVM's "vcpu0, guest rIP: 0x1234 ", to its end; so "kvm: ", "kvm_intel: ",
 * timestamps and the name of a program need not be in it. A piece of it of four characters at
 * least must be plain text. The kinds:
 *
 *	{any}		anything, also nothing
 *	{word}		no blanks
 *	{n}		a decimal number
 *	{hex}		a hexadecimal number, with or without 0x
 *	{cpu}		a CPU's number
 *	{msr}		the index of an MSR
 *	{value}		its value
 *	{exit}		a VMX exit reason, hexadecimal
 *	{svmexit}	an SVM exit code, hexadecimal
 *	{hwerror}	KVM_EXIT_FAIL_ENTRY's number, hexadecimal
 *	{insn}		a VM-instruction error, decimal
 *	{field}		the encoding of a VMCS field, hexadecimal
 *	{suberror}	a Suberror of KVM_EXIT_INTERNAL_ERROR, decimal
 *	{vector}	the number of an exception, decimal
 *	{intrinfo}	an interruption-information field, hexadecimal
 *	{nested}	the nested features of Hyper-V's CPUID leaf 0x4000000A, hexadecimal
 *	{controls}	bits of the control field that {word} before it names, hexadecimal
 */
#ifndef NESTDIAG_TOOLS_MESSAGES_H
#define NESTDIAG_TOOLS_MESSAGES_H

#include <nestdiag/types.h>

#define ND_MSG_WORDINGS	8	/* of one entry, the end included */
#define ND_MSG_VALUES	8	/* kinds in one pattern */
#define ND_MSG_LINE	1024	/* bytes of a line that are looked at */

/**
 * enum nd_msg_severity - what a message amounts to
 * @ND_MSG_HARMLESS: nothing to do, though people worry about it
 * @ND_MSG_NOTE:     says how things stand; good to know
 * @ND_MSG_WARNING:  something is slow, switched off or about to fail
 * @ND_MSG_ERROR:    something does not work
 */
enum nd_msg_severity {
	ND_MSG_HARMLESS,
	ND_MSG_NOTE,
	ND_MSG_WARNING,
	ND_MSG_ERROR,
	ND_NR_MSG_SEVERITIES
};

/**
 * struct nd_wording - one way in which a message is printed
 * @pattern:  see above
 * @versions: of which kernels or programs the source was read with it; NULL: known from a log only
 * @sample:   a line that matches
 * @source:   where the sample or the text of the pattern stands
 * @near:     a line that looks alike and must not match this pattern
 */
struct nd_wording {
	const char *pattern;
	const char *versions;
	const char *sample;
	const char *source;
	const char *near;
};

/**
 * struct nd_message - one entry
 * @id:        stable name for scripts
 * @origin:    who prints it
 * @severity:  what it amounts to
 * @meaning:   what it says
 * @cause:     why that comes about, or NULL
 * @remedy:    what to do, NULL where there is nothing to do
 * @reference: where to read more, or NULL
 * @fold:      repeats are counted as one, whatever their values
 * @last:      asked only where no other entry knows the line: the general case of several
 * @wordings:  the ways in which it is printed; an empty one ends them
 */
struct nd_message {
	const char *id;
	const char *origin;
	enum nd_msg_severity severity;
	const char *meaning;
	const char *cause;
	const char *remedy;
	const char *reference;
	bool fold;
	bool last;
	struct nd_wording wordings[ND_MSG_WORDINGS];
};

extern const struct nd_message nd_messages[];
extern const unsigned int nd_nr_messages;

/**
 * enum nd_msg_kind - kinds of a pattern, in the order of the list above
 */
enum nd_msg_kind {
	ND_MSG_ANY,
	ND_MSG_WORD,
	ND_MSG_N,
	ND_MSG_HEX,
	ND_MSG_CPU,
	ND_MSG_MSR,
	ND_MSG_VALUE,
	ND_MSG_EXIT,
	ND_MSG_SVM_EXIT,
	ND_MSG_HW_ERROR,
	ND_MSG_INSN,
	ND_MSG_FIELD,
	ND_MSG_SUBERROR,
	ND_MSG_VECTOR,
	ND_MSG_INTR_INFO,
	ND_MSG_NESTED,
	ND_MSG_CONTROLS,
	ND_NR_MSG_KINDS
};

/**
 * struct nd_msg_value - what stood where the pattern has a kind
 * @kind:  which
 * @num:   the number, for the kinds that are numbers
 * @text:  the text, cut where it is longer
 */
struct nd_msg_value {
	enum nd_msg_kind kind;
	u64 num;
	char text[48];
};

/**
 * struct nd_msg_match - a line that was found in the catalogue
 * @message: its entry
 * @wording: the wording that matched
 * @start:   where the message starts in the line, behind all prefixes
 * @nr:      used entries of @values
 * @values:  in the order of the pattern
 */
struct nd_msg_match {
	const struct nd_message *message;
	const struct nd_wording *wording;
	size_t start;
	u32 nr;
	struct nd_msg_value values[ND_MSG_VALUES];
};

/** nd_msg_severity_word() - "harmless", "note", "warning", "error" */
const char *nd_msg_severity_word(enum nd_msg_severity severity);

/**
 * nd_msg_match() - look a line up
 * @line:  any bytes
 * @len:   their number; only the first ND_MSG_LINE are looked at
 * @match: filled where the line is known
 *
 * Return: whether it is.
 */
bool nd_msg_match(const char *line, size_t len, struct nd_msg_match *match);

/** nd_msg_match_one() - the same for one wording */
bool nd_msg_match_one(const struct nd_wording *wording, const char *line, size_t len,
		      struct nd_msg_match *match);

/** nd_msg_check() - is the pattern well-formed? NULL, or what is wrong with it */
const char *nd_msg_check(const char *pattern);

#endif /* NESTDIAG_TOOLS_MESSAGES_H */
