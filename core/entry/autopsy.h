/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The autopsy of a failed VM entry: the SDM's and the APM's checks, applied to a captured state.
 */
#ifndef NESTDIAG_AUTOPSY_H
#define NESTDIAG_AUTOPSY_H

#include "core/facts/facts.h"
#include "core/base/row.h"
#include "core/entry/vmstate.h"

/**
 * struct nd_autopsy - what became of all checks
 * @passed:    hold
 * @failed:    do not
 * @unchecked: could not be tried: a field was not captured, or a capability is not known
 */
struct nd_autopsy {
	u32 passed;
	u32 failed;
	u32 unchecked;
};

/**
 * nd_autopsy_rows() - a row for each check that fails, in the order of the specification
 * @state: what was captured
 * @cpu:   the CPU whose capability registers and address width count, or NULL
 * @emit:  where rows go
 *
 * Rows: ND_ROW_VIOLATION for each that fails; one ND_ROW_UNCHECKED if checks could not be tried,
 * that says how many and for lack of what. If the captured exit reason or VM-instruction error
 * says which class of checks it was, the first failing row of that class has the state "first",
 * the others "fails", and if none of that class is known to fail all have; else the very first
 * has it.
 */
struct nd_autopsy nd_autopsy_rows(const struct nd_vmstate *state, const struct nd_cpu *cpu,
				  const struct nd_emit *emit);

/**
 * nd_autopsy_first() - the check that the entry most likely failed on
 * @state: what was captured
 * @cpu:   as above
 * @row:   filled as ND_ROW_VIOLATION: id, words
 *
 * Return: false if no check is known to fail, or none of the class that the exit reason or the
 * VM-instruction error names; @row is then untouched.
 */
bool nd_autopsy_first(const struct nd_vmstate *state, const struct nd_cpu *cpu,
		      struct nd_row *row);

#endif /* NESTDIAG_AUTOPSY_H */
