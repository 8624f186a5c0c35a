/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What commands print that are asked for virtualization: their answer is often a number or a letter
 * in a line of its own, or a list of words in which one is missing.
 */
#ifndef NESTDIAG_TOOLS_OUTPUT_H
#define NESTDIAG_TOOLS_OUTPUT_H

#include <nestdiag/types.h>

/**
 * enum nd_asked - what the command in the line before asked for
 * @ND_ASKED_NOTHING: nothing that is known here
 * @ND_ASKED_CPU:     how many CPUs have vmx or svm
 * @ND_ASKED_NESTED:  the parameter nested of kvm_intel or kvm_amd
 * @ND_ASKED_GUEST:   whose guest this machine is
 * @ND_ASKED_WINDOWS: whether Windows sees a hypervisor
 */
enum nd_asked {
	ND_ASKED_NOTHING,
	ND_ASKED_CPU,
	ND_ASKED_NESTED,
	ND_ASKED_GUEST,
	ND_ASKED_WINDOWS,
};

/**
 * nd_output() - the id of the entry for a line that is the output of such a command
 * @asked: in: what the line before asked for, out: what this one asks for
 *
 * Return: NULL if the line is something else.
 */
const char *nd_output(enum nd_asked *asked, const char *line, size_t len);

#endif /* NESTDIAG_TOOLS_OUTPUT_H */
