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

/*
 * Which classes of checks may have failed the entry, as a bit for each enum nd_check_class. A
 * failed entry that ends in an exit writes exit reason and qualification; one that fails as an
 * instruction writes the VM-instruction error. Neither writes what the other does, so that a field
 * says nothing unless it is known how the entry failed.
 */
#define ND_SUSPECT_ALL	(~0U)

/** nd_suspects_exit() - for an exit with the reason @reason; of a machine check, none */
u32 nd_suspects_exit(u32 reason);

/** nd_suspects_vmfail() - for the VM-instruction error @error, 0 if it is not known */
u32 nd_suspects_vmfail(u32 error);

/**
 * nd_suspects_state() - for a state of which nobody knows how its entry failed
 *
 * Where both fields tell of a failed entry, one of them is left from an earlier one: all.
 */
u32 nd_suspects_state(const struct nd_vmstate *state);

/**
 * nd_autopsy_rows() - a row for each check that fails, in the order of the specification
 * @state:    what was captured
 * @suspects: the classes of checks that may have failed the entry
 * @cpu:      the CPU whose capability registers and address width count, or NULL
 * @emit:     where rows go
 *
 * Rows: ND_ROW_VIOLATION for each that fails; one ND_ROW_UNCHECKED if checks could not be tried,
 * that says how many and for lack of what. The first failing row of a class in @suspects has the
 * state "first", the others "fails"; if none of these is known to fail all have that.
 */
struct nd_autopsy nd_autopsy_rows(const struct nd_vmstate *state, u32 suspects,
				  const struct nd_cpu *cpu, const struct nd_emit *emit);

/**
 * nd_autopsy_first() - the check that the entry most likely failed on
 * @state:    what was captured
 * @suspects: as above
 * @cpu:      as above
 * @row:      filled as ND_ROW_VIOLATION: id, words; NULL if only the id is wanted
 *
 * Return: id of the check; NULL if none of a class in
 * @suspects is known to fail: @row is untouched.
 */
const char *nd_autopsy_first(const struct nd_vmstate *state, u32 suspects,
			     const struct nd_cpu *cpu, struct nd_row *row);

#endif /* NESTDIAG_AUTOPSY_H */
