/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What tells a target that reads from one that refuses all it gets.
 */
#ifndef NESTDIAG_FUZZ_ACCEPTED_H
#define NESTDIAG_FUZZ_ACCEPTED_H

/* Inputs, or parts of them, that the target understood; each target has its own. */
extern unsigned long fuzz_accepted;

#endif /* NESTDIAG_FUZZ_ACCEPTED_H */
