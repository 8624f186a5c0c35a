// SPDX-License-Identifier: GPL-2.0-only
/*
 * --help, made from the tables of commands and options.
 */
#include <stdio.h>

#include "tools/cli/commands.h"
#include "tools/cli/help.h"
#include "tools/cli/options.h"

static void print_option(const struct nd_option *o)
{
	char word[40];

	if (!o->help)
		return;
	scnprintf(word, sizeof(word), "--%s%s%s", o->name, o->arg ? " " : "", o->arg ? o->arg : "");
	if (o->letter)
		printf("  -%c, %-16s %s\n", o->letter, word, o->help);
	else
		printf("      %-16s %s\n", word, o->help);
}

static void print_global_options(void)
{
	const struct nd_option *o;

	printf("\nGlobal options:\n");
	for (o = nd_options; o->name; o++)
		if (nd_option_is_global(o))
			print_option(o);
}

static void print_tool(void)
{
	size_t i;

	printf("Usage: nestdiag [GLOBAL OPTIONS] [COMMAND [OPTIONS]]\n\n"
	       "Diagnoses hardware virtualization and nesting on this machine: what works, what\n"
	       "does not, and why. It only reads, except that \"probe\" starts guests of its own.\n\n"
	       "Commands (default: \"%s\"):\n", nd_cmds[0]->name);
	for (i = 0; nd_cmds[i]; i++)
		printf("  %-10s %s\n", nd_cmds[i]->name, nd_cmds[i]->summary);
	print_global_options();
	printf("\nExit status: 0 nothing wrong, 1 findings that need attention, 2 the subject of\n"
	       "the command does not work, 3 could not find out, 64 wrong command line or input.\n\n"
	       "See \"nestdiag COMMAND --help\" and nestdiag(8).\n");
}

static void print_command(const struct nd_cmd *cmd)
{
	const struct nd_option *o;

	printf("Usage: nestdiag [GLOBAL OPTIONS] %s%s%s%s\n\n%s\n", cmd->name,
	       cmd->options ? " [OPTIONS]" : "", cmd->takes ? " " : "",
	       cmd->takes ? cmd->takes : "", cmd->details);
	if (cmd->options)
		printf("\nOptions:\n");
	for (o = nd_options; o->name; o++)
		if (nd_option_is_own(o, cmd))
			print_option(o);
	print_global_options();
	printf("\nExample:\n  %s\n", cmd->example);
}

void nd_help_print(const struct nd_cmd *cmd)
{
	if (cmd)
		print_command(cmd);
	else
		print_tool();
}
