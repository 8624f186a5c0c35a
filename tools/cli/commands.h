/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * All commands.
 */
#ifndef NESTDIAG_TOOLS_COMMANDS_H
#define NESTDIAG_TOOLS_COMMANDS_H

#include "tools/cmd/cmd.h"

/* In the order of --help; the first is the one to run if none is named. NULL ends them. */
extern const struct nd_cmd *const nd_cmds[];

#endif /* NESTDIAG_TOOLS_COMMANDS_H */
