/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The answer of nestdiag autopsy to lines that are at hand.
 */
#ifndef NESTDIAG_TOOLS_AUTOPSY_H
#define NESTDIAG_TOOLS_AUTOPSY_H

#include "tools/cmd/cmd.h"
#include "tools/in/lines.h"

/**
 * nd_autopsy_lines() - judge the dumps in a log of the machine of the call, and close it
 *
 * Return: their number.
 */
unsigned int nd_autopsy_lines(struct nd_call *call, struct nd_lines *lines);

#endif /* NESTDIAG_TOOLS_AUTOPSY_H */
