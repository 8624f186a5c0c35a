/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * VM-instruction errors: what a VMX instruction that failed left in the VMCS.
 */
#ifndef NESTDIAG_INSNERROR_H
#define NESTDIAG_INSNERROR_H

#include <nestdiag/types.h>

#define ND_NR_INSN_ERRORS	29	/* numbers up to the highest one defined; 0 is none */

/* What VMLAUNCH and VMRESUME leave when a check of controls or of host state fails. */
#define ND_INSN_ERROR_CONTROLS	7
#define ND_INSN_ERROR_HOST	8

/** nd_insn_error_checks() - does this number tell of a VM entry's check that failed? */
static inline bool nd_insn_error_checks(u32 error)
{
	return error == ND_INSN_ERROR_CONTROLS || error == ND_INSN_ERROR_HOST;
}

/**
 * nd_insn_error_words() - the SDM's title of a VM-instruction error
 * @error: the number, as in the VM-instruction error field
 *
 * Return: NULL if the SDM defines no such number (0, 14, 21, 27 and beyond 28).
 */
const char *nd_insn_error_words(u32 error);

/** nd_insn_error_cause() - one sentence on what leads to it, NULL as above */
const char *nd_insn_error_cause(u32 error);

#endif /* NESTDIAG_INSNERROR_H */
