/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The catalogue of messages: what kernels, emulators and managers print about virtualization that
 * is missing, off, inconsistent or failing, and what it means.
 *
 * To add a message, add an entry to the file of the program that prints it, and lines that it must
 * and must not know to the file of the same name in tests/messages/, which has the same folders.
 * Nothing else needs to change.
 * tests/host/messages.c walks both.
 *
 * Patterns. A pattern is the text as it is printed, with {kinds} where a printf() put a value.
 * It has to fill a line from its start, or from behind a prefix that ends in ": ", "] ", ") ",
 * "> ", "| " or an opening quotation mark, or from behind KVM's "vcpu0, guest rIP: 0x1234 ", to its
 * end or to the end of that quotation; so "kvm: ", "kvm_intel: ", timestamps and the name of a
 * program need not be in it. A piece of it of four characters at least must be plain text; the
 * rarer it is in logs, the faster they are read. The kinds:
 *
 *	{any}		anything, also nothing
 *	{near}		a few bytes of the same clause, also none:
 *			what is said of what stands before it
 *	{word}		no blanks
 *	{n}		a decimal number
 *	{hex}		a hexadecimal number, with or without 0x
 *	{cpu}		a CPU's number
 *	{msr}		the index of an MSR
 *	{value}		its value
 *	{exit}		a VMX exit reason, hexadecimal
 *	{exitnumber}	the same, decimal
 *	{svmexit}	an SVM exit code, hexadecimal
 *	{hwerror}	KVM_EXIT_FAIL_ENTRY's number, hexadecimal
 *	{insn}		a VM-instruction error, decimal
 *	{field}		the encoding of a VMCS field, hexadecimal
 *	{suberror}	a Suberror of KVM_EXIT_INTERNAL_ERROR, decimal, other than 1 to 4:
 *	{suberror1}	1; {suberror2} to {suberror4} likewise
 *	{vector}	the number of an exception, decimal
 *	{intrinfo}	an interruption-information field, hexadecimal
 *	{nested}	the nested features of Hyper-V's CPUID leaf 0x4000000A, hexadecimal
 *	{controls}	bits of the control field that {word} before it names, hexadecimal
 *	{needed}	bits of a control field that are needed, hexadecimal: behind {word}, its
 *			name, and {hex}, the bits that there are
 *	{given}		bits that there are, hexadecimal: behind {vmxmsr} and {hex}, the bits
 *			that are wanted of that register's controls
 *	{few}		a decimal number below 200
 *	{failentry}	KVM_EXIT_FAIL_ENTRY's number, decimal or with 0x, neither 0 nor
 *	{failguest}	an exit reason for a guest's state or MSRs: 33 or 34 with bit 31
 *	{oserror}	an error number of Linux, decimal, from opening KVM
 *	{steperror}	the same, from a request to a hypervisor that is open
 *	{verr}		the name of a status code of VirtualBox without its VERR_
 *	{verrnumber}	its number, decimal
 *	{hcs}		the second half of an error code of Windows, behind 0x8037,
 *	{hvstatus}	behind 0xc035,
 *	{hvname}	the name of one behind HV_STATUS_,
 *	{whvname}	behind WHV_E_,
 *	{vhdstatus}	behind 0xc03a the code of an error with a virtual disk of Windows
 *	{vidstatus}	behind 0xc037,
 *	{win32}		behind 0x8007, hexadecimal
 *	{vmxmsr}	the index of an MSR: a VMX capability register,
 *	{pmumsr}	of the performance counters,
 *	{hvmsr}		one of Hyper-V's synthetic registers,
 *	{kvmmsr}	one of KVM's,
 *	{pvmmsr}	one of PVM's,
 *	{tracemsr}	of Processor Trace or last branch records
 *	{exitname}	a VMX exit reason or SVM exit code by its name
 *	{userexit}	the reason of a return to user space by its name
 *	{psp}		a status of AMD's secure processor, decimal or with 0x
 *	{pspcommand}	a command to it, the same
 *	{tdx}		a status of the TDX module, hexadecimal
 *	{seamcall}	a call to it, decimal or with 0x
 *	{initexit}	how a process of Linux ended, as wait() has it, hexadecimal
 *	{esr}		a syndrome of Arm (ESR_EL2, HSR), hexadecimal
 *	{armclass}	its exception class alone, hexadecimal
 */
#ifndef NESTDIAG_TOOLS_CATALOGUE_H
#define NESTDIAG_TOOLS_CATALOGUE_H

#include <nestdiag/types.h>

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
 */
struct nd_wording {
	const char *pattern;
	const char *versions;
};

#define ND_WORDINGS(...)	((const struct nd_wording[]){ __VA_ARGS__, { NULL, NULL } })

/**
 * struct nd_advice - what an entry says on another architecture than x86
 * @cause:  in place of the entry's
 * @remedy: in place of the entry's
 */
struct nd_advice {
	const char *cause;
	const char *remedy;
};

/**
 * struct nd_clause - what an entry says where the line has a certain error of Linux, or a word
 * @error:   the error, 0 if it goes by the word
 * @word:    the word, in any case; a decimal number at its end is a whole one. Without it and
 *	     without an error a list of them ends
 * @meaning: in place of the entry's, NULL if that holds
 * @cause:   the same
 * @remedy:  the same
 */
struct nd_clause {
	u32 error;
	const char *word;
	const char *meaning;
	const char *cause;
	const char *remedy;
};

/* Of opening /dev/kvm, of making a VM with it, of later requests, and of any of these two. */
extern const struct nd_clause nd_errors_open[];
extern const struct nd_clause nd_errors_create[];
extern const struct nd_clause nd_errors_step[];
extern const struct nd_clause nd_errors_any[];

/* Why there is no KVM on an Arm machine, why it refuses a guest and a mode of its CPU. */
extern const struct nd_advice nd_arm_cpu_mode;
extern const struct nd_advice nd_arm_no_kvm, nd_riscv_no_kvm;
extern const struct nd_advice nd_arm_refused;

/**
 * struct nd_message - one entry
 * @id:        stable name for scripts
 * @origin:    who prints it
 * @severity:  what it amounts to
 * @meaning:   what it says
 * @cause:     why that comes about, or NULL
 * @remedy:    what to do, NULL if there is nothing to do
 * @reference: where to read more, or NULL
 * @fold:      repeats are counted as one, whatever their values
 * @last:      asked only if no other entry knows the line: the general case of several
 * @quiet:     comes with every machine of its kind or with another message: known, not shown
 * @idle:      the same, but a line that tells of a failure is taken as one that is not known
 * @dump:      lines with "=" behind it belong to it
 * @elsewhere: says only that the reason stands in other lines: left out if one near it is known
 * @fault:     a fault of the kernel's own KVM code; its lines are one answer
 * @arm:       what to say of a log of an Arm machine, NULL if it is the same
 * @clauses:   what to say of lines with single errors or words, the first that fits; NULL if it is
 *	       the same of all
 * @apart:     lines in other words are other answers
 * @follows:   ids: if one of them was found shortly before, this line adds nothing to it
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
	bool quiet;
	bool idle;
	bool dump;
	bool elsewhere;
	bool fault;
	const struct nd_advice *arm;
	const struct nd_clause *clauses;
	bool apart;
	const char *follows;
	const struct nd_wording *wordings;
};

/**
 * struct nd_catalogue - the messages of one program
 * @name:     of its file here and of the one in tests/messages/
 * @messages: its entries
 * @nr:       their number
 */
struct nd_catalogue {
	const char *name;
	const struct nd_message *messages;
	unsigned int nr;
};

/* All of them; NULL ends them. */
extern const struct nd_catalogue *const nd_catalogues[];

/** nd_message_at() - the entry with that number over all of them, NULL beyond the last */
const struct nd_message *nd_message_at(unsigned int index);

/** nd_message_find() - the entry with that id, NULL if there is none */
const struct nd_message *nd_message_find(const char *id);

/** nd_msg_severity_word() - "harmless", "note", "warning", "error" */
const char *nd_msg_severity_word(enum nd_msg_severity severity);

#endif /* NESTDIAG_TOOLS_CATALOGUE_H */
