/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * A machine's facts from a file.
 */
#ifndef NESTDIAG_TOOLS_SNAPSHOT_H
#define NESTDIAG_TOOLS_SNAPSHOT_H

#include "tools/in/lines.h"
#include "tools/in/machine.h"

/**
 * nd_machine_load() - read the snapshot @file, "-" for standard input
 *
 * It may be compressed, and a part of a mail: with other text in front, or quoted by "> ".
 *
 * Return: ND_EXIT_OK; ND_EXIT_USAGE if it is not a well-formed snapshot, ND_EXIT_UNKNOWN if
 * it cannot be read: then @error says why.
 */
enum nd_exit nd_machine_load(struct nd_machine *machine, const char *file);

/** nd_machine_parse() - the same from lines already open, which are called @name */
enum nd_exit nd_machine_parse(struct nd_machine *machine, struct nd_lines *lines,
			      const char *name);

#endif /* NESTDIAG_TOOLS_SNAPSHOT_H */
