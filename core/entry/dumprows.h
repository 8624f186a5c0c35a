/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Dumps as rows, with their autopsy.
 */
#ifndef NESTDIAG_DUMPROWS_H
#define NESTDIAG_DUMPROWS_H

#include "core/base/row.h"
#include "core/entry/autopsy.h"
#include "core/entry/dump.h"

/**
 * struct nd_dump_place - where a dump was found
 * @number: of the dump in its file, from 1 on
 * @first:  number of its first line
 * @last:   number of the last line that belongs to it
 */
struct nd_dump_place {
	u32 number;
	u32 first;
	u32 last;
};

/**
 * nd_dump_rows() - what a dump says, and the autopsy of it
 * @dump:  the dump
 * @place: where it was found
 * @cpu:   the CPU whose capability registers count, or NULL
 * @emit:  where rows go: a section, ND_ROW_DUMP, the rows of nd_autopsy_rows(), and a
 *	   ND_ROW_CONTROL for each control that is set or should be. All have the column "dump"
 */
struct nd_autopsy nd_dump_rows(const struct nd_dump *dump, const struct nd_dump_place *place,
			       const struct nd_cpu *cpu, const struct nd_emit *emit);

#endif /* NESTDIAG_DUMPROWS_H */
