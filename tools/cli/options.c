// SPDX-License-Identifier: GPL-2.0-only
/*
 * All options: a row each, with what it does to the command line's record.
 */
#include <errno.h>
#include <stddef.h>
#include <stdlib.h>

#include "core/findings/findings.h"

#include "tools/cli/options.h"

#define MAX_RULES	128
#define MAX_BY		8	/* words that --by of a command takes */
#define MAX_SORTS	16	/* and --sort */

struct time_unit {
	const char *word;
	u64 ns;
};

static void *field_of(struct nd_args *args, const struct nd_option *option)
{
	return (char *)args + option->field;
}

static bool take_flag(struct nd_args *args, const struct nd_option *option, const char *text)
{
	(void)text;
	*(bool *)field_of(args, option) = true;
	return true;
}

static bool take_text(struct nd_args *args, const struct nd_option *option, const char *text)
{
	*(const char **)field_of(args, option) = text;
	return true;
}

static bool take_positive(struct nd_args *args, const struct nd_option *option, const char *text)
{
	char *end;
	unsigned long number = strtoul(text, &end, 10);

	if (*text < '0' || *text > '9' || *end || !number || number > 1000000) {
		nd_error("--%s needs a number from 1 to 1000000, not '%s'", option->name, text);
		return false;
	}
	*(unsigned int *)field_of(args, option) = number;
	return true;
}

/* A time as people type it: "0.5", with a unit if @units; in @scale parts of a second. */
static bool scan_time(const char *text, const struct time_unit *units, u64 scale, u64 *value)
{
	u64 whole = 0, part = 0, places = 1, unit = 1000000000;
	const char *at = text;

	if (*at < '0' || *at > '9')
		return false;
	for (; *at >= '0' && *at <= '9' && whole < 10000000; at++)
		whole = whole * 10 + *at - '0';
	if (*at == '.' && at[1] >= '0' && at[1] <= '9')
		for (at++; *at >= '0' && *at <= '9' && places < 1000000000; at++, places *= 10)
			part = part * 10 + *at - '0';
	if (units) {
		while (units->word && strcmp(at, units->word))
			units++;
		unit = units->ns;
		at = units->word ? "" : "no unit";
	}
	*value = (whole * unit + part * unit / places) / (1000000000 / scale);
	return !*at && *value;
}

static bool take_seconds(struct nd_args *args, const struct nd_option *option, const char *text)
{
	u64 ms;

	if (!scan_time(text, NULL, 1000, &ms) || ms > 1000000000) {
		nd_error("--%s needs a number of seconds from 0.001 to 1000000, not '%s'",
			 option->name, text);
		return false;
	}
	*(unsigned int *)field_of(args, option) = ms;
	return true;
}

static bool take_longer(struct nd_args *args, const struct nd_option *option, const char *text)
{
	static const struct time_unit units[] = {
		{ "ns", 1 }, { "us", 1000 }, { "ms", 1000000 }, { "s", 1000000000 }, { NULL, 0 }
	};

	(void)option;
	if (scan_time(text, units, 1000000000, &args->longer_than))
		return true;
	nd_error("--longer-than needs a time such as 500us, 1ms or 2s, not '%s'", text);
	return false;
}

static bool take_number(struct nd_args *args, const struct nd_option *option, const char *text)
{
	unsigned long long number;
	char *end;

	errno = 0;
	number = strtoull(text, &end, 10);
	if (*text < '0' || *text > '9' || *end || errno || number > (u32)~0 - 1) {
		nd_error("--%s needs a number, not '%s'", option->name, text);
		return false;
	}
	*(u32 *)field_of(args, option) = number;
	return true;
}

static bool take_sort(struct nd_args *args, const struct nd_option *option, const char *text)
{
	const char *names[MAX_SORTS + 1] = { NULL };
	const char *near;
	char list[200] = "";
	size_t at = 0;
	u32 i;

	(void)option;
	for (i = 0; i < MAX_SORTS && args->cmd->sorts[i].word; i++) {
		names[i] = args->cmd->sorts[i].word;
		at += scnprintf(list + at, sizeof(list) - at, "%s%s",
				!i ? "" : args->cmd->sorts[i + 1].word ? ", " : " or ", names[i]);
		if (!strcmp(text, names[i])) {
			args->sort = &args->cmd->sorts[i];
			return true;
		}
	}
	near = nd_text_near(text, names);
	if (near)
		nd_error("--sort does not accept '%s'; did you mean '%s'?", text, near);
	else
		nd_error("--sort needs %s, not '%s'", list, text);
	return false;
}

static bool take_cpu(struct nd_args *args, const struct nd_option *option, const char *text)
{
	unsigned long cpu;
	char *end;

	(void)option;
	cpu = strtoul(text, &end, 10);
	if (*text < '0' || *text > '9' || *end || cpu >= ND_MAX_CPUS) {
		nd_error("--cpu needs a number from 0 to %d, not '%s'", ND_MAX_CPUS - 1, text);
		return false;
	}
	args->cpu = cpu;
	return true;
}

static bool take_by(struct nd_args *args, const struct nd_option *option, const char *text)
{
	const char *names[MAX_BY + 1] = { NULL };
	const char *near;
	char list[128] = "";
	size_t at = 0;
	u32 i;

	(void)option;
	for (i = 0; i < MAX_BY && args->cmd->by(i); i++) {
		names[i] = args->cmd->by(i);
		if (!strcmp(text, names[i])) {
			args->by = i;
			return true;
		}
	}
	for (i = 0; names[i]; i++)
		at += scnprintf(list + at, sizeof(list) - at, "%s%s",
				!i ? "" : names[i + 1] ? ", " : " or ", names[i]);
	near = nd_text_near(text, names);
	if (near)
		nd_error("--by does not accept '%s'; did you mean '%s'?", text, near);
	else
		nd_error("--by needs %s, not '%s'", list, text);
	return false;
}

static bool take_source(struct nd_args *args, const struct nd_option *option, const char *text)
{
	const char *names[ND_NR_WAYS + 1] = { NULL };
	const char *near;
	u32 way;

	(void)option;
	for (way = 0; way < ND_NR_WAYS; way++) {
		names[way] = nd_way_word(way);
		if (!strcmp(text, names[way])) {
			args->source = way;
			return true;
		}
	}
	near = nd_text_near(text, names);
	if (near)
		nd_error("--source does not accept '%s'; did you mean '%s'?", text, near);
	else
		nd_error("--source needs auto, module, bpf, tracefs or stats, not '%s'", text);
	return false;
}

static bool take_check(struct nd_args *args, const struct nd_option *option, const char *id)
{
	const char *names[MAX_RULES + 1] = { NULL };
	const struct nd_finding *rule;
	const char *near;
	unsigned int i;

	(void)option;
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

enum {
	KEY_NO_COLOR = 256,
	KEY_SYSROOT,
};

#define FIELD(name)	offsetof(struct nd_args, name)

const struct nd_option nd_options[] = {
	{ 'c', 'c', "cpu", "N", "show this CPU", true, take_cpu, 0 },
	{ 'a', 'a', "all", NULL, "show all details, and what does not apply", true,
	  take_flag, FIELD(all) },
	{ 'B', 'B', "below", "FILE", "a snapshot of the level below", true, take_text, FIELD(below) },
	{ 'b', 'b', "by", "WHAT", "what a row stands for (see above)", true, take_by, 0 },
	{ 'w', 0, "by", "WHAT", "what a row stands for (see above)", true, take_by, 0 },
	{ 'S', 'S', "source", "HOW", "count by module, bpf or tracefs (exits: or stats)", true,
	  take_source, 0 },
	{ 'P', 0, "pin", "NAME", "what \"nestdiag watch --pin NAME\" counts", true,
	  take_text, FIELD(pin) },
	{ 'E', 0, "end", NULL, "end what was begun with --pin", true, take_flag, FIELD(stop) },
	{ 'i', 'i', "interval", "S", "show what happens within S seconds, not the totals", true,
	  take_seconds, FIELD(interval) },
	{ 'd', 'd', "delay", "S", "the same", true, take_seconds, FIELD(interval) },
	{ 'n', 'n', "count", "N", "number of intervals; exits: default 1", true, take_positive, FIELD(count) },
	{ 'W', 'b', "batch", NULL, "print each interval, no screen", true, take_flag, FIELD(batch) },
	{ 'p', 'p', "pid", "PID", "show the VM of this process", true, take_number, FIELD(pid) },
	{ 'v', 0, "vm", "NAME", "show the VM of this name", true, take_text, FIELD(vm) },
	{ 'u', 0, "vcpu", "N", "show vCPUs of this number", true, take_number, FIELD(vcpu) },
	{ 'r', 'r', "reason", "NAME", "show reasons that contain NAME", true,
	  take_text, FIELD(reason) },
	{ 'm', 0, "min", "N", "leave out rows with fewer exits than N", true,
	  take_number, FIELD(min) },
	{ 'O', 0, "sort", "KEY", "what rows are sorted by (see above)", true, take_sort, 0 },
	{ 'D', 0, "timestamps", NULL, "print the time above each interval", true,
	  take_flag, FIELD(timestamps) },
	{ 'L', 0, "longer-than", "TIME", "warn of exits that took as long (500us, 1ms)", true,
	  take_longer, 0 },
	{ 'J', 0, "join", NULL, "FILEs are snapshots of machines on each other", true,
	  take_flag, FIELD(join) },
	{ 'k', 'k', "check", "ID", "check only this rule", true, take_check, 0 },
	{ 't', 't', "timeout", "S", "time limit of a step in seconds (default 10)", true,
	  take_positive, FIELD(timeout) },
	{ 'N', 'N', "no-nested", NULL, "do not launch a nested guest", true,
	  take_flag, FIELD(no_nested) },
	{ 's', 's', "stats", NULL, "show KVM's own statistics, too", true,
	  take_flag, FIELD(stats) },
	{ 'K', 0, "last", NULL, "show the last exits of each vCPU, too", true,
	  take_flag, FIELD(last) },
	{ 'l', 'l', "list", NULL, "list the rules without checking them", true,
	  take_flag, FIELD(list) },
	{ 'U', 'l', "list", NULL, "list the words that it knows by name", true,
	  take_flag, FIELD(list) },
	{ 'F', 'F', "file", "FILE", "read this log (\"-\": standard input)", true,
	  take_text, FIELD(file) },
	{ 'G', 'G', "guest", NULL, "what KVM gives to a hypervisor in its guests", true,
	  take_flag, FIELD(guest) },
	{ 'R', 0, "no-redact", NULL, "keep names, addresses and paths as they are", true,
	  take_flag, FIELD(no_redact) },
	{ 'X', 0, "probe", NULL, "run the launch test, too: it starts small guests", true,
	  take_flag, FIELD(probe) },
	{ 'A', 'A', "anonymous", NULL, "leave out the name of the host", true,
	  take_flag, FIELD(anonymous) },
	{ 'C', 'C', "csv", NULL, "print lines of comma-separated values", true,
	  take_flag, FIELD(csv) },
	{ 'T', 'T', "textfile", "FILE", "replace FILE with it, in one step", true,
	  take_text, FIELD(textfile) },
	{ 'o', 'o', "output", "FILE", "write to FILE instead of standard output", true,
	  take_text, FIELD(output) },
	{ 'f', 'f', "from", "FILE", "read a snapshot, not this machine (\"-\": standard input)",
	  false, take_text, FIELD(from) },
	{ 'j', 'j', "json", NULL, "print one JSON object", false, take_flag, FIELD(json) },
	{ KEY_NO_COLOR, 0, "no-color", NULL, "no colors, even on a terminal", false,
	  take_flag, FIELD(no_color) },
	{ 'q', 'q', "quiet", NULL, "no notes on standard error", false, take_flag, FIELD(quiet) },
	{ 'V', 'V', "version", NULL, "print the versions of tool, interface and module", false,
	  take_flag, FIELD(version) },
	{ 'h', 'h', "help", NULL, "print this help", false, take_flag, FIELD(help) },
	{ KEY_SYSROOT, 0, "sysroot", "DIR", NULL, false, take_text, FIELD(sysroot) },
	{ 0, 0, NULL, NULL, NULL, false, NULL, 0 }
};

bool nd_option_is_global(const struct nd_option *option)
{
	return !option->own;
}

bool nd_option_is_own(const struct nd_option *option, const struct nd_cmd *cmd)
{
	return option->own && cmd->options && strchr(cmd->options, option->key);
}

const struct nd_option *nd_option_find(int key)
{
	const struct nd_option *o;

	for (o = nd_options; o->name; o++)
		if (o->key == key)
			return o;
	return NULL;
}

bool nd_option_is_offered(const struct nd_option *option, const struct nd_cmd *cmd)
{
	return nd_option_is_global(option) || (cmd && nd_option_is_own(option, cmd));
}

const struct nd_option *nd_option_typed(char letter, const struct nd_cmd *cmd)
{
	const struct nd_option *o, *other = NULL;

	for (o = nd_options; letter && o->name; o++) {
		if (o->letter != letter)
			continue;
		if (nd_option_is_offered(o, cmd))
			return o;
		if (!other)
			other = o;
	}
	return other;
}
