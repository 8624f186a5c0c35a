/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The command line.
 */
#ifndef NESTDIAG_TOOLS_ARGS_H
#define NESTDIAG_TOOLS_ARGS_H

#include "tools/cmd/cmd.h"

/**
 * nd_args_parse() - read the command line
 *
 * Return: false after a message if it is wrong.
 */
bool nd_args_parse(struct nd_args *args, int argc, char **argv);

#endif /* NESTDIAG_TOOLS_ARGS_H */
