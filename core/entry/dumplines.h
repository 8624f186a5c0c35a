/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Lines that every dump of a VMCS or VMCB has.
 */
#ifndef NESTDIAG_DUMPLINES_H
#define NESTDIAG_DUMPLINES_H

#include "core/base/row.h"
#include "core/entry/dump.h"

/**
 * nd_dump_wanting() - lines that every dump has, and this one has not
 * @dump: as far as it was read
 * @row:  their beginnings are appended, of a part that is not there at all its heading; may be NULL
 *
 * Return: their number; 0: enough is there to judge by.
 */
unsigned int nd_dump_wanting(const struct nd_dump *dump, struct nd_row *row);

#endif /* NESTDIAG_DUMPLINES_H */
