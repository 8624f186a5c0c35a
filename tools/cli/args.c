// SPDX-License-Identifier: GPL-2.0-only
/*
 * The command line. Global options may stand before and after the command.
 */
#include <getopt.h>
#include <stdlib.h>

#include "tools/cli/args.h"
#include "tools/cli/commands.h"
#include "tools/cli/options.h"

#define NR_OPTIONS	64

/* An option that this place does not take: another place's, a slip, or nothing known. */
static bool unknown_option(const char *typed, size_t len, const struct nd_cmd *cmd)
{
	const char *names[NR_OPTIONS];
	const struct nd_option *o;
	const char *near;
	char word[64];
	size_t n = 0;

	scnprintf(word, sizeof(word), "%.*s", (int)len, typed);
	for (o = nd_options; o->name; o++) {
		bool named = !strncmp(word, "--", 2) ? !strcmp(word + 2, o->name) :
			     o->letter && word[1] == o->letter;

		if (named && !cmd) {
			nd_error("option '%s' must follow its command", word);
			return false;
		}
		if (named) {
			nd_error("option '%s' does not apply to '%s'", word, cmd->name);
			return false;
		}
		if (nd_option_is_offered(o, cmd) && o->help)
			names[n++] = o->name;
	}
	names[n] = NULL;

	near = len > 2 && !strncmp(word, "--", 2) ? nd_text_near(word + 2, names) : NULL;
	if (near)
		nd_error("unknown option '%s'; did you mean '--%s'?", word, near);
	else
		nd_error("unknown option '%s'; see nestdiag%s%s --help", word, cmd ? " " : "",
			 cmd ? cmd->name : "");
	return false;
}

/* getopt_long() gives letters as they are typed, and of words the key above them. */
#define WORD	0x1000

static const struct nd_option *option_got(int got, const struct nd_cmd *cmd)
{
	return got & WORD ? nd_option_find(got & ~WORD) : nd_option_typed(got, cmd);
}

static bool bad_option(int got, char **argv, const struct nd_cmd *cmd)
{
	const struct nd_option *o = option_got(optopt, cmd);
	const char *typed = argv[optind - 1];
	char letter[] = { '-', (char)optopt, '\0' };

	if (got == ':')
		nd_error("option '--%s' needs %s", o->name, o->arg);
	else if (optopt && !strncmp(typed, "--", 2))
		nd_error("option '--%s' takes no argument", o->name);
	else if (optopt)
		return unknown_option(letter, 2, cmd);
	else
		return unknown_option(typed, strcspn(typed, "="), cmd);
	return false;
}

/* Reads options up to the first other word (@mode "+:") or to the end (@mode ":"). */
static bool parse_options(struct nd_args *args, int argc, char **argv, const struct nd_cmd *cmd,
			  const char *mode)
{
	struct option longs[NR_OPTIONS] = { 0 };
	char shorts[3 * NR_OPTIONS];
	const struct nd_option *o;
	int n = 0, at, got;

	at = scnprintf(shorts, sizeof(shorts), "%s", mode);
	for (o = nd_options; o->name; o++) {
		if (!nd_option_is_offered(o, cmd))
			continue;
		longs[n++] = (struct option){ o->name, o->arg ? 1 : 0, NULL,
					    WORD | o->key };
		if (o->letter)
			at += scnprintf(shorts + at, sizeof(shorts) - at, "%c%s", o->letter,
					o->arg ? ":" : "");
	}

	opterr = 0;
	optind = 0;	/* start over, also on a second command line */
	while ((got = getopt_long(argc, argv, shorts, longs, NULL)) != -1) {
		if (got == '?' || got == ':')
			return bad_option(got, argv, cmd);
		o = option_got(got, cmd);
		if (!o->take(args, o, optarg))
			return false;
	}
	return true;
}

static const struct nd_cmd *find_command(const char *name)
{
	const char *names[NR_OPTIONS];
	const char *near;
	size_t i;

	for (i = 0; nd_cmds[i]; i++) {
		if (!strcmp(nd_cmds[i]->name, name))
			return nd_cmds[i];
		names[i] = nd_cmds[i]->name;
	}
	names[i] = NULL;
	near = nd_text_near(name, names);
	if (near)
		nd_error("unknown command '%s'; did you mean '%s'?", name, near);
	else
		nd_error("unknown command '%s'; see nestdiag --help", name);
	return NULL;
}

static bool take_words(struct nd_args *args, unsigned int n, char **words)
{
	const struct nd_cmd *cmd = args->cmd;

	args->words = words;
	args->nr_words = n;
	if (args->nr_words > cmd->max) {
		nd_error("'%s' takes no argument '%s'", cmd->name, words[cmd->max]);
		return false;
	}
	if (args->nr_words && cmd->joins && !args->join) {
		nd_error("'%s': snapshots are read with --join", words[0]);
		return false;
	}
	if (args->nr_words < cmd->min && !args->help) {
		nd_error("'%s' needs %s; see nestdiag %s --help", cmd->name, cmd->takes, cmd->name);
		return false;
	}
	return true;
}

bool nd_args_parse(struct nd_args *args, int argc, char **argv)
{
	*args = (struct nd_args){ .output = "-", .cpu = -1, .pid = ND_ARG_NONE,
				  .vcpu = ND_ARG_NONE, .timeout = 10,
				  .sysroot = getenv("NESTDIAG_SYSROOT") };
	if (!parse_options(args, argc, argv, NULL, "+:"))
		return false;
	if (optind < argc && !strcmp(argv[optind], "help")) {
		args->help = true;
		optind++;
	}
	if (optind >= argc)
		return true;

	args->cmd = find_command(argv[optind]);
	if (!args->cmd)
		return false;
	argc -= optind;
	argv += optind;
	if (!parse_options(args, argc, argv, args->cmd, ":"))
		return false;
	return take_words(args, argc - optind, argv + optind);
}
