/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Dumps of a VMCS or VMCB as KVM prints them into the kernel log with dump_invalid_vmcs or
 * dump_invalid_vmcb, and of a VMCS as HAXM prints it, a field a line with its encoding; read line
 * by line with whatever stands before and between.
 */
#ifndef NESTDIAG_DUMP_H
#define NESTDIAG_DUMP_H

#include "core/entry/vmstate.h"

/**
 * enum nd_dump_part - the parts of a dump, by the headings that KVM prints
 * @ND_DUMP_NONE:    no heading seen
 * @ND_DUMP_TITLE:   "VMCS ..., last attempted VM-entry on CPU ..." or the VMCB's
 * @ND_DUMP_GUEST:   "*** Guest State ***"
 * @ND_DUMP_HOST:    "*** Host State ***"
 * @ND_DUMP_CONTROL: "*** Control State ***"
 * @ND_DUMP_AREA:    "VMCB Control Area:"
 * @ND_DUMP_SAVE:    "VMCB State Save Area:"
 */
enum nd_dump_part {
	ND_DUMP_NONE,
	ND_DUMP_TITLE,
	ND_DUMP_GUEST,
	ND_DUMP_HOST,
	ND_DUMP_CONTROL,
	ND_DUMP_AREA,
	ND_DUMP_SAVE,
	ND_NR_DUMP_PARTS
};

/**
 * struct nd_dump - a dump as far as it was read
 * @state: the fields
 * @part:  where the reading is
 * @parts: a bit for each part that was seen
 * @cpu:   CPU of the last attempted entry, -1 if the dump does not say
 * @lines: lines that had a field
 * @list:  the lines are entries of the VM-entry MSR-load area
 * @haxm:  it is one of HAXM, which has no headings
 * @halves: which halves of the intercepts of CR and DR accesses were seen
 */
struct nd_dump {
	struct nd_vmstate state;
	enum nd_dump_part part;
	u32 parts;
	int cpu;
	u32 lines;
	bool list;
	bool haxm;
	u8 halves;
};

void nd_dump_init(struct nd_dump *dump);

/**
 * nd_dump_begins() - does a new dump begin with this line, after what @dump holds?
 *
 * Then @dump is to be used and initialized before the line is given to nd_dump_line().
 */
bool nd_dump_begins(const struct nd_dump *dump, const char *text, size_t len);

/** nd_dump_line() - read one line; false if it has nothing of a dump */
bool nd_dump_line(struct nd_dump *dump, const char *text, size_t len);

/** nd_dump_any() - has it a field? */
static inline bool nd_dump_any(const struct nd_dump *dump)
{
	return dump->lines > 0;
}

/** nd_dump_heading() - how a part begins; "" for ND_DUMP_NONE */
const char *nd_dump_heading(enum nd_dump_part part);

/**
 * nd_dump_missing() - the first part of the dump that is not there
 *
 * Return: its heading, "the end of ..." where the last part is cut; NULL: the dump is whole.
 */
const char *nd_dump_missing(const struct nd_dump *dump);

#endif /* NESTDIAG_DUMP_H */
