/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Options of the command line.
 */
#ifndef NESTDIAG_TOOLS_OPTIONS_H
#define NESTDIAG_TOOLS_OPTIONS_H

#include "tools/cmd/cmd.h"

/**
 * struct nd_option - an option
 * @key:   tells it from all others; a letter if it is a command's own
 * @letter: as it is typed, 0 if it has none. Commands may give one letter different meanings
 * @name:  its word
 * @arg:   what it takes, NULL for nothing
 * @help:  one line, NULL for an option that is not shown
 * @own:   only the commands whose &nd_cmd.options have its letter take it
 * @take:  records it and its argument; false after a message if that is wrong
 * @field: offset in struct nd_args of what @take sets, if that is general
 */
struct nd_option {
	int key;
	char letter;
	const char *name;
	const char *arg;
	const char *help;
	bool own;
	bool (*take)(struct nd_args *args, const struct nd_option *option, const char *text);
	size_t field;
};

/* All options; ends with an empty name. */
extern const struct nd_option nd_options[];

/** nd_option_is_global() - it may stand before the command, and every command takes it */
bool nd_option_is_global(const struct nd_option *option);

/** nd_option_is_own() - @cmd has it beside the global ones */
bool nd_option_is_own(const struct nd_option *option, const struct nd_cmd *cmd);

/** nd_option_find() - the option with that key, or NULL */
const struct nd_option *nd_option_find(int key);

/** nd_option_is_offered() - may it stand here: behind @cmd, or before any if that is NULL? */
bool nd_option_is_offered(const struct nd_option *option, const struct nd_cmd *cmd);

/**
 * nd_option_typed() - the option that @letter means behind
 * @cmd, else that it means anywhere, or NULL
 */
const struct nd_option *nd_option_typed(char letter, const struct nd_cmd *cmd);

#endif /* NESTDIAG_TOOLS_OPTIONS_H */
