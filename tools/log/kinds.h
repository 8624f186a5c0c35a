/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The {kinds} of patterns: what each is made of, and which values it takes.
 */
#ifndef NESTDIAG_TOOLS_KINDS_H
#define NESTDIAG_TOOLS_KINDS_H

#include <nestdiag/types.h>

/**
 * enum nd_msg_kind - kinds of a pattern, in the order of the list in catalogue.h
 */
enum nd_msg_kind {
	ND_MSG_ANY,
	ND_MSG_NEAR,
	ND_MSG_WORD,
	ND_MSG_N,
	ND_MSG_HEX,
	ND_MSG_CPU,
	ND_MSG_MSR,
	ND_MSG_VALUE,
	ND_MSG_EXIT,
	ND_MSG_EXIT_NUMBER,
	ND_MSG_SVM_EXIT,
	ND_MSG_HW_ERROR,
	ND_MSG_INSN,
	ND_MSG_FIELD,
	ND_MSG_SUBERROR,
	ND_MSG_SUBERROR_1,
	ND_MSG_SUBERROR_2,
	ND_MSG_SUBERROR_3,
	ND_MSG_SUBERROR_4,
	ND_MSG_VECTOR,
	ND_MSG_INTR_INFO,
	ND_MSG_NESTED,
	ND_MSG_CONTROLS,
	ND_MSG_NEEDED,
	ND_MSG_GIVEN,
	ND_MSG_FEW,
	ND_MSG_FAIL_ENTRY,
	ND_MSG_FAIL_GUEST,
	ND_MSG_OS_ERROR,
	ND_MSG_STEP_ERROR,
	ND_MSG_VERR,
	ND_MSG_VERR_NUMBER,
	ND_MSG_HCS,
	ND_MSG_HV_STATUS,
	ND_MSG_HV_NAME,
	ND_MSG_WHV_NAME,
	ND_MSG_VID_STATUS,
	ND_MSG_VHD_STATUS,
	ND_MSG_WIN32,
	ND_MSG_HRESULT,
	ND_MSG_WMI,
	ND_MSG_VMX_MSR,
	ND_MSG_PMU_MSR,
	ND_MSG_HV_MSR,
	ND_MSG_KVM_MSR,
	ND_MSG_PVM_MSR,
	ND_MSG_TRACE_MSR,
	ND_MSG_EXIT_NAME,
	ND_MSG_USER_EXIT,
	ND_MSG_PSP,
	ND_MSG_PSP_COMMAND,
	ND_MSG_TDX,
	ND_MSG_SEAMCALL,
	ND_MSG_INIT_EXIT,
	ND_MSG_ARM_ESR,
	ND_MSG_ARM_CLASS,
	ND_NR_MSG_KINDS
};

/**
 * struct nd_msg_value - what stood where the pattern has a kind
 * @kind:  which
 * @num:   the number, for the kinds that are numbers
 * @text:  the text, cut if it is longer
 */
struct nd_msg_value {
	enum nd_msg_kind kind;
	u64 num;
	char text[48];
};

/**
 * enum nd_charset - what a kind is made of
 * @ND_SET_ANY:     any bytes, also none
 * @ND_SET_NEAR:    the same, a few and up to the end of a clause
 * @ND_SET_WORD:    no blanks
 * @ND_SET_DECIMAL: digits, a minus in front
 * @ND_SET_DIGITS:  digits
 * @ND_SET_HEX:     hexadecimal digits, 0x in front or not
 * @ND_SET_NUMBER:  hexadecimal with 0x, else decimal
 * @ND_SET_NAME:    letters, digits and underscores
 */
enum nd_charset {
	ND_SET_ANY,
	ND_SET_NEAR,
	ND_SET_WORD,
	ND_SET_DECIMAL,
	ND_SET_DIGITS,
	ND_SET_HEX,
	ND_SET_NUMBER,
	ND_SET_NAME,
};

/**
 * struct nd_kind - one {kind}
 * @name: its name in patterns
 * @set:  what it takes
 * @fits: NULL, or whether that is such a value
 */
struct nd_kind {
	const char *name;
	enum nd_charset set;
	bool (*fits)(const struct nd_msg_value *value);
};

extern const struct nd_kind nd_kinds[ND_NR_MSG_KINDS];

/**
 * nd_kind_find() - the kind whose name stands at @text, behind its brace
 *
 * Return: the length of the name with the closing brace, 0 if there is no such kind.
 */
size_t nd_kind_find(const char *text, enum nd_msg_kind *kind);

#endif /* NESTDIAG_TOOLS_KINDS_H */
