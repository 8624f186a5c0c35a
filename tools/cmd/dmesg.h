/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The answer of nestdiag dmesg to lines that are at hand.
 */
#ifndef NESTDIAG_TOOLS_DMESG_H
#define NESTDIAG_TOOLS_DMESG_H

#include "tools/cmd/cmd.h"
#include "tools/in/lines.h"

/** nd_dmesg_lines() - explain the lines of a log of the machine of the call, and close it */
enum nd_exit nd_dmesg_lines(struct nd_call *call, struct nd_lines *lines);

#endif /* NESTDIAG_TOOLS_DMESG_H */
