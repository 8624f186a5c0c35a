// SPDX-License-Identifier: GPL-2.0-only
/*
 * What may follow on a command line, from the tables of commands and options.
 */
#include <unistd.h>

#include "tools/cli/complete.h"
#include "tools/cli/commands.h"
#include "tools/cli/options.h"

#define FILES		":file"
#define MEANING_MAX	160

/* The word that is typed, and where its candidates go. */
struct completion {
	const char *typed;
	struct nd_out *out;
};

static void offer(const struct completion *c, const char *word, const char *meaning)
{
	char line[MEANING_MAX];

	if (strncmp(word, c->typed, strlen(c->typed)))
		return;
	scnprintf(line, sizeof(line), "%s\t%s", word, meaning ? meaning : "");
	c->out->line(c->out, "candidates", line);
}

static void offer_files(const struct completion *c)
{
	c->out->line(c->out, "candidates", FILES);
}

static const struct nd_cmd *command_named(const char *name)
{
	size_t i;

	for (i = 0; nd_cmds[i]; i++)
		if (!strcmp(nd_cmds[i]->name, name))
			return nd_cmds[i];
	return NULL;
}

static const struct nd_option *option_named(const char *word, const struct nd_cmd *cmd)
{
	const struct nd_option *o;

	if (word[1] != '-')
		return word[1] && !word[2] ? nd_option_typed(word[1], cmd) : NULL;
	for (o = nd_options; o->name; o++)
		if (!strcmp(word + 2, o->name))
			return o;
	return NULL;
}

/* Whether @word is an option that takes the next word. */
static const struct nd_option *option_taking(const char *word, const struct nd_cmd *cmd)
{
	const struct nd_option *o = word[0] == '-' ? option_named(word, cmd) : NULL;

	return o && o->arg ? o : NULL;
}

static void offer_cpus(const struct completion *c)
{
	long cpu, nr = sysconf(_SC_NPROCESSORS_CONF);
	char word[16];

	for (cpu = 0; cpu < nr; cpu++) {
		scnprintf(word, sizeof(word), "%ld", cpu);
		offer(c, word, NULL);
	}
}

static void offer_argument(const struct nd_option *o, const struct nd_cmd *cmd,
			   const struct completion *c)
{
	const struct nd_finding *rule;
	u32 i;

	if (!strcmp(o->arg, "FILE"))
		offer_files(c);
	else if (!strcmp(o->name, "by"))
		for (i = 0; cmd && cmd->by && cmd->by(i); i++)
			offer(c, cmd->by(i), NULL);
	else if (!strcmp(o->name, "sort"))
		for (i = 0; cmd && cmd->sorts && cmd->sorts[i].word; i++)
			offer(c, cmd->sorts[i].word, NULL);
	else if (!strcmp(o->name, "source"))
		for (i = 0; i < ND_NR_WAYS; i++)
			offer(c, nd_way_word(i), NULL);
	else if (!strcmp(o->name, "check"))
		for (i = 0; (rule = nd_finding_at(i)); i++)
			offer(c, rule->id, rule->title);
	else if (!strcmp(o->name, "cpu"))
		offer_cpus(c);
}

static void offer_options(const struct nd_cmd *cmd, const struct completion *c)
{
	const struct nd_option *o;
	char word[40];

	for (o = nd_options; o->name; o++) {
		if (!o->help || !(nd_option_is_global(o) || (cmd && nd_option_is_own(o, cmd))))
			continue;
		scnprintf(word, sizeof(word), "--%s", o->name);
		offer(c, word, o->help);
	}
}

static void offer_commands(const struct completion *c)
{
	size_t i;

	for (i = 0; nd_cmds[i]; i++)
		offer(c, nd_cmds[i]->name, nd_cmds[i]->summary);
	offer(c, "help", "show the help of a command");
}

static void offer_names(const struct nd_cmd *cmd, const struct completion *c)
{
	struct nd_strings names = { 0 };
	size_t i;

	cmd->names(&names);
	for (i = 0; i < names.nr; i++)
		offer(c, names.list[i], NULL);
	nd_strings_free(&names);
}

/* What stands behind the options of @cmd. */
static void offer_words(const struct nd_cmd *cmd, const struct completion *c)
{
	if (!cmd)
		offer_commands(c);
	else if (cmd->names)
		offer_names(cmd, c);
	else if (cmd->takes && strcmp(cmd->takes, "[NUMBER]"))
		offer_files(c);
}

void nd_complete(struct nd_out *out, int nr, char **words)
{
	const struct nd_option *taking = NULL;
	const struct nd_cmd *cmd = NULL;
	struct completion c = { .typed = nr ? words[nr - 1] : "", .out = out };
	int i;

	for (i = 0; i < nr - 1; i++) {
		if (taking) {
			taking = NULL;
			continue;
		}
		taking = option_taking(words[i], cmd);
		if (!cmd && words[i][0] != '-')
			cmd = command_named(words[i]);
	}
	if (taking)
		offer_argument(taking, cmd, &c);
	else if (c.typed[0] == '-')
		offer_options(cmd, &c);
	else
		offer_words(cmd, &c);
}
