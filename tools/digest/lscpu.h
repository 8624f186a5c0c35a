/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What lscpu leaves out: it has no line "Virtualization" where the CPU shows neither vmx nor svm.
 */
#ifndef NESTDIAG_TOOLS_LSCPU_H
#define NESTDIAG_TOOLS_LSCPU_H

#include <nestdiag/types.h>

/**
 * struct nd_lscpu - the output of lscpu while it is read
 * @x86:  it is of an x86 machine: those of others have no such line
 * @modes: it has the line on modes, @stepping the one on the stepping: nobody took lines out
 * @flag: vmx or svm was among the flags
 * @next: "Virtualization" would be the next line
 */
struct nd_lscpu {
	bool x86;
	bool modes;
	bool stepping;
	bool flag;
	bool next;
};

/**
 * nd_lscpu_line() - does a line stand where "Virtualization" would, in the output of a VM?
 * @line: without blanks around it
 */
bool nd_lscpu_line(struct nd_lscpu *lscpu, const char *line, size_t len);

#endif /* NESTDIAG_TOOLS_LSCPU_H */
