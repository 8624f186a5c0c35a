/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * --help.
 */
#ifndef NESTDIAG_TOOLS_HELP_H
#define NESTDIAG_TOOLS_HELP_H

#include "tools/cmd/cmd.h"

/** nd_help_print() - the help of @cmd, or of the tool if that is NULL */
void nd_help_print(const struct nd_cmd *cmd);

#endif /* NESTDIAG_TOOLS_HELP_H */
