// SPDX-License-Identifier: GPL-2.0-only
/*
 * nestdiag: what of hardware virtualization works here, what does not, and why.
 */
#include <errno.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <linux/nestdiag.h>

#include "tools/cli/args.h"
#include "tools/cli/commands.h"
#include "tools/cli/complete.h"
#include "tools/cli/help.h"
#include "tools/in/snapshot.h"
#include "tools/in/source.h"
#include "tools/live/live.h"
#include "tools/out/file.h"

#ifndef NESTDIAG_VERSION
#error "NESTDIAG_VERSION is not defined: build with make"
#endif

static bool want_color(const struct nd_args *args)
{
	const char *no_color = getenv("NO_COLOR");
	const char *term = getenv("TERM");

	return !args->no_color && !(no_color && *no_color) && term && strcmp(term, "dumb") &&
	       !strcmp(args->output, "-") && isatty(STDOUT_FILENO);
}

/* Columns of a line: COLUMNS, else the terminal's, else ND_WIDTH. */
static unsigned int width(const struct nd_args *args)
{
	const char *columns = getenv("COLUMNS");
	unsigned long number = columns ? strtoul(columns, NULL, 10) : 0;
	struct winsize size;

	if (!number && !strcmp(args->output, "-") && isatty(STDOUT_FILENO) &&
	    !ioctl(STDOUT_FILENO, TIOCGWINSZ, &size))
		number = size.ws_col;
	if (!number)
		number = ND_WIDTH;
	return number < ND_WIDTH_MIN ? ND_WIDTH_MIN : number < 1000 ? number : 1000;
}

static const char *output_of(const struct nd_args *args)
{
	return args->cmd && args->cmd->own_output ? "-" : args->output;
}

static struct nd_out *open_output(const struct nd_args *args)
{
	FILE *to = nd_out_file_open(output_of(args));

	if (!to) {
		nd_error("%s: %s", args->output, strerror(errno));
		return NULL;
	}
	if (args->csv)
		return nd_out_csv(to);
	return args->json ? nd_out_json(to) : nd_out_plain(to, want_color(args), width(args));
}

static enum nd_exit close_output(const struct nd_args *args, struct nd_out *out, enum nd_exit ret)
{
	int err = out->finish(out);

	if (!err)
		return ret;
	nd_error("%s: %s", strcmp(output_of(args), "-") ? args->output : "standard output",
		 strerror(-err));
	return ND_EXIT_UNKNOWN;
}

/* Notes for people go to standard error, so that answers can be piped. */
static void tell_notes(const struct nd_machine *m)
{
	size_t i;

	for (i = 0; i < m->notes.nr; i++)
		nd_note("%s", m->notes.list[i]);
}

/* Scripts find the same beside the answers. */
static void add_notes(const struct nd_args *args, const struct nd_machine *m, struct nd_out *out)
{
	size_t i;

	for (i = 0; args->json && i < m->notes.nr; i++)
		nd_emit_note(&out->emit, m->notes.list[i]);
	out->number(out, "ignored", m->ignored);
	out->number(out, "extra", m->extra);
}

/* A list of rules is the same on every machine, and a chain is made of files. */
static bool needs_facts(const struct nd_args *args)
{
	return args->cmd->needs == ND_NEEDS_FACTS && !args->list && !args->join;
}

static enum nd_exit answer(const struct nd_args *args, struct nd_machine *m)
{
	struct nd_call call = { .args = args, .machine = m, .width = width(args),
				.color = want_color(args) };
	enum nd_exit ret;

	call.out = open_output(args);
	if (!call.out)
		return ND_EXIT_UNKNOWN;
	tell_notes(m);
	/* A command that reads no facts answers now. */
	if (!args->from && !m->facts.taken.time[0])
		nd_text_time(m->facts.taken.time, sizeof(m->facts.taken.time));
	call.out->head(call.out, args->cmd->name, &m->facts);
	ret = args->cmd->run(&call);
	if (call.failed)
		call.out->drop(call.out);
	else
		add_notes(args, m, call.out);
	if (needs_facts(args) && nd_machine_is_empty(m)) {
		nd_error("%s: no facts", m->name);
		ret = ND_EXIT_UNKNOWN;
	}
	return close_output(args, call.out, ret);
}

static enum nd_exit run(const struct nd_args *args)
{
	struct nd_machine machine = { 0 };
	enum nd_exit ret = ND_EXIT_OK;

	if (args->from)
		ret = nd_machine_load(&machine, args->from);
	else if (needs_facts(args))
		ret = nd_live_ask(&machine);
	if (ret)
		nd_error("%s", machine.error);
	else
		ret = answer(args, &machine);
	nd_machine_free(&machine);
	return ret;
}

static void version_row(struct nd_out *out, const char *id, const char *label,
			const char *version, u32 interface)
{
	struct nd_row row;

	nd_row_init(&row, ND_ROW_FACT, id, label, NULL);
	if (*version) {
		nd_row_printf(&row, "%s (interface %u)", version, interface);
		nd_row_str(&row, "version", version);
		nd_row_dec(&row, "interface", interface);
	} else {
		nd_row_printf(&row, "not loaded");
		nd_row_str(&row, "version", NULL);
		nd_row_str(&row, "interface", NULL);
	}
	nd_emit_row(&out->emit, &row);
}

static enum nd_exit print_version(const struct nd_args *args)
{
	char module[64] = "", interface[32] = "0";
	struct nd_out *out = args->json ? nd_out_json(stdout) :
					  nd_out_plain(stdout, false, width(args));
	struct nd_facts facts = { 0 };

	nd_source_read("/sys/module/nestdiag/version", module, sizeof(module));
	nd_source_read("/sys/kernel/" NESTDIAG_SYSFS_DIR "/interface_version", interface,
		       sizeof(interface));
	nd_text_time(facts.taken.time, sizeof(facts.taken.time));
	scnprintf(facts.module_version, sizeof(facts.module_version), "%s", module);
	out->head(out, "version", &facts);
	version_row(out, "tool", "nestdiag", NESTDIAG_VERSION, NESTDIAG_INTERFACE_VERSION);
	version_row(out, "module", "nestdiag.ko", module, strtoul(interface, NULL, 10));
	return close_output(args, out, ND_EXIT_OK);
}

static enum nd_exit complete(int nr, char **words)
{
	struct nd_out *out = nd_out_plain(stdout, false, ND_WIDTH);
	int err;

	nd_complete(out, nr, words);
	err = out->finish(out);
	return err ? ND_EXIT_UNKNOWN : ND_EXIT_OK;
}

int main(int argc, char **argv)
{
	struct nd_args args;

	/* What a shell wants to complete may not be a command line yet. */
	if (argc > 1 && !strcmp(argv[1], "--complete"))
		return complete(argc - 2, argv + 2);
	if (!nd_args_parse(&args, argc, argv))
		return ND_EXIT_USAGE;
	if (args.quiet)
		nd_note_quiet();
	if (args.sysroot)
		nd_source_set_root(args.sysroot);
	if (args.help) {
		nd_help_print(args.cmd);
		return ND_EXIT_OK;
	}
	if (args.version)
		return print_version(&args);
	if (!args.cmd)
		args.cmd = nd_cmds[0];
	return run(&args);
}
