// SPDX-License-Identifier: GPL-2.0-only
/*
 * The command line. Global options may stand before and after the command.
 */
#include <getopt.h>
#include <stdlib.h>

#include "core/findings/findings.h"

#include "tools/cmd/cmd.h"

#define MAX_RULES	128
#define NR_OPTIONS	40

enum {
	KEY_NO_COLOR = 256,
	KEY_SYSROOT,
};

const struct nd_option nd_options[] = {
	{ 'c', "cpu", "N", "show this CPU", true },
	{ 'a', "all", NULL, "all there is to say, also what does not apply here", true },
	{ 'B', "below", "FILE", "a snapshot of the level below", true },
	{ 'b', "by", "WHAT", "a row for each reason, vcpu, cpu or level", true },
	{ 'i', "interval", "S", "what comes within S seconds, not all so far", true },
	{ 'n', "count", "N", "so many intervals (default 1)", true },
	{ 'k', "check", "ID", "ask only this rule", true },
	{ 't', "timeout", "S", "seconds that a step may take (default 10)", true },
	{ 'N', "no-nested", NULL, "launch no guest that launches a guest", true },
	{ 'l', "list", NULL, "list what there is instead of asking it", true },
	{ 'F', "file", "FILE", "read this log (\"-\": standard input)", true },
	{ 'o', "output", "FILE", "write to FILE instead of standard output", true },
	{ 'f', "from", "FILE", "read a snapshot instead of this machine (\"-\": standard input)", false },
	{ 'j', "json", NULL, "print one JSON object", false },
	{ KEY_NO_COLOR, "no-color", NULL, "no colours, also on a terminal", false },
	{ 'q', "quiet", NULL, "no notes on standard error", false },
	{ 'V', "version", NULL, "print the versions of tool, interface and module", false },
	{ 'h', "help", NULL, "print this help", false },
	{ KEY_SYSROOT, "sysroot", "DIR", NULL, false },
	{ 0, NULL, NULL, NULL, false }
};

bool nd_option_is_global(const struct nd_option *option)
{
	return !option->own;
}

bool nd_option_is_own(const struct nd_option *option, const struct nd_cmd *cmd)
{
	return option->own && strchr(cmd->options, option->key);
}

static bool is_offered(const struct nd_option *option, const struct nd_cmd *cmd)
{
	return nd_option_is_global(option) || (cmd && nd_option_is_own(option, cmd));
}

static const struct nd_option *find_option(int key)
{
	const struct nd_option *o;

	for (o = nd_options; o->name; o++)
		if (o->key == key)
			return o;
	return NULL;
}

static bool parse_cpu(struct nd_args *args, const char *text)
{
	char *end;
	unsigned long cpu = strtoul(text, &end, 10);

	if (*text < '0' || *text > '9' || *end || cpu >= ND_MAX_CPUS) {
		nd_error("--cpu needs a number from 0 to %d, not '%s'", ND_MAX_CPUS - 1, text);
		return false;
	}
	args->cpu = cpu;
	return true;
}

static bool parse_by(struct nd_args *args, const char *text)
{
	const char *names[ND_NR_EXITS_BY + 1] = { NULL };
	const char *near;
	u32 by;

	for (by = 0; by < ND_NR_EXITS_BY; by++) {
		names[by] = nd_exits_by_word(by);
		if (!strcmp(text, names[by])) {
			args->by = by;
			return true;
		}
	}
	near = nd_text_near(text, names);
	if (near)
		nd_error("--by knows no '%s'; did you mean '%s'?", text, near);
	else
		nd_error("--by needs reason, vcpu, cpu or level, not '%s'", text);
	return false;
}

static bool parse_check(struct nd_args *args, const char *id)
{
	const char *names[MAX_RULES + 1] = { NULL };
	const struct nd_finding *rule;
	const char *near;
	unsigned int i;

	for (i = 0; i < MAX_RULES && (rule = nd_finding_at(i)); i++)
		names[i] = rule->id;
	args->check = id;
	if (nd_finding_find(id))
		return true;
	near = nd_text_near(id, names);
	if (near)
		nd_error("there is no check '%s'; did you mean '%s'?", id, near);
	else
		nd_error("there is no check '%s'; see nestdiag check --list", id);
	return false;
}

static bool parse_positive(unsigned int *value, const char *option, const char *text)
{
	char *end;
	unsigned long number = strtoul(text, &end, 10);

	if (*text < '0' || *text > '9' || *end || !number || number > 1000000) {
		nd_error("--%s needs a number from 1 to 1000000, not '%s'", option, text);
		return false;
	}
	*value = number;
	return true;
}

static bool take_option(struct nd_args *args, int key, const char *arg)
{
	switch (key) {
	case 'c':
		return parse_cpu(args, arg);
	case 'b':
		return parse_by(args, arg);
	case 'i':
		return parse_positive(&args->interval, "interval", arg);
	case 'n':
		return parse_positive(&args->count, "count", arg);
	case 'a':
		args->all = true;
		break;
	case 'B':
		args->below = arg;
		break;
	case 'k':
		return parse_check(args, arg);
	case 'l':
		args->list = true;
		break;
	case 't':
		return parse_positive(&args->timeout, "timeout", arg);
	case 'N':
		args->no_nested = true;
		break;
	case 'o':
		args->output = arg;
		break;
	case 'F':
		args->file = arg;
		break;
	case 'f':
		args->from = arg;
		break;
	case 'j':
		args->json = true;
		break;
	case KEY_NO_COLOR:
		args->no_color = true;
		break;
	case 'q':
		args->quiet = true;
		break;
	case 'V':
		args->version = true;
		break;
	case 'h':
		args->help = true;
		break;
	case KEY_SYSROOT:
		args->sysroot = arg;
		break;
	}
	return true;
}

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
			     o->key < 256 && word[1] == o->key;

		if (named && !cmd) {
			nd_error("option '%s' goes behind its command", word);
			return false;
		}
		if (named) {
			nd_error("option '%s' is not for '%s'", word, cmd->name);
			return false;
		}
		if (is_offered(o, cmd) && o->help)
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

static bool bad_option(int got, char **argv, const struct nd_cmd *cmd)
{
	const struct nd_option *o = find_option(optopt);
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
		if (!is_offered(o, cmd))
			continue;
		longs[n++] = (struct option){ o->name, o->arg ? 1 : 0, NULL, o->key };
		if (o->key < 256)
			at += scnprintf(shorts + at, sizeof(shorts) - at, "%c%s", o->key,
					o->arg ? ":" : "");
	}

	opterr = 0;
	optind = 0;	/* start anew, also on a second command line */
	while ((got = getopt_long(argc, argv, shorts, longs, NULL)) != -1) {
		if (got == '?' || got == ':')
			return bad_option(got, argv, cmd);
		if (!take_option(args, got, optarg))
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

static bool take_words(struct nd_args *args, int n, char **words)
{
	const struct nd_cmd *cmd = args->cmd;

	for (; n > 0 && args->nr_words < cmd->max; n--)
		args->words[args->nr_words++] = *words++;
	if (n > 0) {
		nd_error("'%s' takes no argument '%s'", cmd->name, *words);
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
	*args = (struct nd_args){ .output = "-", .cpu = -1, .count = 1, .timeout = 10,
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
