/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What commands print that are asked for virtualization: their answer is often a number or a letter
 * in a line of its own, or a list of words in which one is missing.
 */
#ifndef NESTDIAG_TOOLS_OUTPUT_H
#define NESTDIAG_TOOLS_OUTPUT_H

#include "tools/digest/lscpu.h"
#include "tools/digest/property.h"
#include "tools/digest/wordset.h"

/**
 * enum nd_asked - what the command in the line before asked for
 * @ND_ASKED_NOTHING: nothing that is known here
 * @ND_ASKED_CPU:     how many CPUs have vmx or svm
 * @ND_ASKED_FLAG:    how many have one of them, or lines with a text that none has
 * @ND_ASKED_NESTED:  the parameter nested of kvm_intel or kvm_amd
 * @ND_ASKED_SLAT:    the parameter ept, npt or unrestricted_guest
 * @ND_ASKED_MODULES: which modules of KVM are loaded
 * @ND_ASKED_GUEST:   whose guest this machine is
 * @ND_ASKED_WINDOWS: whether Windows sees a hypervisor
 * @ND_ASKED_EXPOSED: whether Hyper-V exposes virtualization to a VM
 */
enum nd_asked {
	ND_ASKED_NOTHING,
	ND_ASKED_CPU,
	ND_ASKED_FLAG,
	ND_ASKED_NESTED,
	ND_ASKED_SLAT,
	ND_ASKED_MODULES,
	ND_ASKED_GUEST,
	ND_ASKED_WINDOWS,
	ND_ASKED_EXPOSED,
};

extern const struct nd_wordset nd_output_words;

/**
 * enum nd_list - which list of features is being read
 * @ND_LIST_NONE: none
 * @ND_LIST_CPU:  "flags" of /proc/cpuinfo and lscpu
 * @ND_LIST_MAC:  machdep.cpu.features of a Mac's sysctl
 */
enum nd_list {
	ND_LIST_NONE,
	ND_LIST_CPU,
	ND_LIST_MAC,
};

/**
 * struct nd_output - the output of commands while it is read
 * @asked: what the command in the line before asked for
 * @spoke: the last line was no empty one
 * @unanswered: it printed nothing, which is an answer: the line is the next command
 * @list:  the list of features that may go on in the next line: terminals and lscpu break it
 * @found: it has virtualization, which was told
 * @guest: it has "hypervisor"
 * @legacy: it has "cmp_legacy", behind which AMD's svm would stand
 * @past:  it has words that stand behind the place of virtualization: what is missing is not cut
 *         off
 * @wide:  its last line is as long as one that was broken
 * @tail:  its last word, which may be half of one
 * @optional: lines in which the state of a feature of Windows may still stand
 * @name:  that feature, the one whose row was read, or the service
 * @service: the same for a service
 * @distros: the same for the list of WSL's distributions
 * @events: the same for the number of an event of Windows' hypervisor
 * @lscpu: what lscpu printed of it
 * @table: the table of properties that is being read
 */
struct nd_output {
	enum nd_asked asked;
	bool spoke;
	bool unanswered;
	enum nd_list list;
	bool found;
	bool guest;
	bool legacy;
	bool past;
	bool wide;
	char tail[24];
	u8 optional;
	char name[48];
	u8 service;
	u8 distros;
	u8 events;
	struct nd_lscpu lscpu;
	struct nd_table table;
};

/**
 * nd_output_line() - the id of the entry for a line that is the output of such a command
 *
 * Return: NULL if the line is something else, or the begin or a part of a list of features.
 */
const char *nd_output_line(struct nd_output *output, const char *line, size_t len);

/**
 * nd_output_list() - does a line go on with the list of features that is being read?
 * @id: the id of the entry if this line has virtualization among them, else NULL
 */
bool nd_output_list(struct nd_output *output, const char *line, size_t len, const char **id);

/** nd_output_end() - the list has ended: the id of its entry, NULL if none was being read */
const char *nd_output_end(struct nd_output *output);

#endif /* NESTDIAG_TOOLS_OUTPUT_H */
