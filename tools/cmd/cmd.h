/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * A command, and what it is called with.
 */
#ifndef NESTDIAG_TOOLS_CMD_H
#define NESTDIAG_TOOLS_CMD_H

#include <limits.h>

#include "core/findings/status.h"

#include "tools/count/session.h"
#include "tools/in/machine.h"
#include "tools/out/out.h"

struct nd_cmd;

#define ND_ARG_NONE	(~0U)	/* a number that was not given */

/**
 * struct nd_sort - something that rows may be sorted by
 * @word: as typed; NULL ends a list of them
 * @key:  the column of the rows, as JSON has it; NULL for the label
 */
struct nd_sort {
	const char *word;
	const char *key;
};

/**
 * struct nd_args - what the user asked for
 * @cmd:      the command
 * @words:    what stands behind it
 * @nr_words: their number
 * @file:     log to read, "-" for standard input, NULL if none was given
 * @from:     snapshot to work on, NULL for this machine
 * @below:    snapshot of the level below, NULL for none
 * @output:   file to write, "-" for standard output
 * @sysroot:  see nd_source_set_root(), NULL for none
 * @cpu:      CPU number, -1 if none was given
 * @by:       what a row stands for: the number of the word among those of &nd_cmd.by
 * @source:   how exits are counted
 * @pin:      name of a counting that outlives the tool, NULL for none
 * @stop:     end it
 * @interval: milliseconds between two looks, 0 for one look at everything so far
 * @count:    how many intervals, 0 if none was given
 * @pid:      process whose VM is shown, ND_ARG_NONE for all
 * @vm:       name of the VM that is shown, NULL for all
 * @vcpu:     number of the vCPUs that are shown, ND_ARG_NONE for all
 * @reason:   what names of shown reasons contain, NULL for all
 * @min:      least number of exits of what is shown
 * @sort:     what rows are sorted by, NULL for the command's own order
 * @longer_than: nanoseconds from which on exits are warned of, 0 for none
 * @timestamps: print the time above each interval
 * @batch:    print, even if there is a terminal
 * @guest:    what KVM gives to guests instead of what it uses
 * @anonymous: leave out the host's name
 * @no_redact: keep names, addresses and paths as they are
 * @probe:    run the launch test, too
 * @all:      all there is to say, also what does not apply here
 * @check:    the rule to ask, NULL for every rule
 * @list:     list the rules instead
 * @stats:    KVM's own statistics, too
 * @last:     the last exits of vCPUs, too
 * @timeout:  seconds that a step may take
 * @textfile: file of metrics to replace, NULL to print them
 * @csv:      lines of comma-separated values
 * @join:     several snapshots are of machines that run on each other
 */
struct nd_args {
	const struct nd_cmd *cmd;
	char *const *words;
	unsigned int nr_words;
	const char *file;
	const char *from;
	const char *below;
	const char *output;
	const char *sysroot;
	const char *textfile;
	const char *pin;
	int cpu;
	u32 by;
	enum nd_way source;
	unsigned int interval;
	unsigned int count;
	unsigned int timeout;
	u32 pid;
	u32 vcpu;
	u32 min;
	const char *vm;
	const char *reason;
	const struct nd_sort *sort;
	u64 longer_than;
	bool timestamps;
	bool batch;
	const char *check;
	bool list;
	bool guest;
	bool anonymous;
	bool no_redact;
	bool probe;
	bool all;
	bool no_nested;
	bool stats;
	bool last;
	bool stop;
	bool json;
	bool csv;
	bool no_color;
	bool quiet;
	bool help;
	bool version;
	bool join;
};

/**
 * struct nd_call - one call of a command
 * @args:    the command line
 * @machine: the machine that is asked about
 * @out:     where answers go
 * @width:   columns of a line of it
 * @color:   it is a terminal that has colors, and they are wanted
 * @failed:  set by the command if there is no answer, after a message that says why
 */
struct nd_call {
	const struct nd_args *args;
	struct nd_machine *machine;
	struct nd_out *out;
	unsigned int width;
	bool color;
	bool failed;
};

/**
 * enum nd_needs - what a command cannot do without
 * @ND_NEEDS_FACTS:   facts of this machine or of the snapshot that --from names; having none is an
 *		      error
 * @ND_NEEDS_NOTHING: the machine is empty but for --from; the command asks where it wants to
 */
enum nd_needs {
	ND_NEEDS_FACTS,
	ND_NEEDS_NOTHING,
};

/**
 * struct nd_cmd - a command
 * @name:    as typed
 * @summary: one line for the list of commands
 * @details: what it shows, for its --help
 * @example: a command line, for its --help
 * @options: keys of the options that are its own, NULL if it has none
 * @takes:   its arguments for the usage line ("A [B]"), NULL if it takes none
 * @names:   adds the words that it takes, for completion; NULL if it takes none or files
 * @min:     least number of them
 * @by:      the words that --by takes, in the order of &nd_args.by, NULL beyond; NULL: it takes
 *           none
 * @sorts:   what --sort takes, NULL: it takes nothing
 * @max:     greatest number of them, UINT_MAX for any
 * @joins:   they are snapshots, and read with --join alone
 * @needs:   what has to be there before it runs
 * @own_output: it writes the file that --output names by itself; what it answers beside goes to
 *	     standard output
 * @run:     answers; returns the exit status that the answer amounts to
 */
struct nd_cmd {
	const char *name;
	const char *summary;
	const char *details;
	const char *example;
	const char *options;
	const char *takes;
	void (*names)(struct nd_strings *names);
	const char *(*by)(u32 i);
	const struct nd_sort *sorts;
	unsigned int min;
	unsigned int max;
	bool joins;
	enum nd_needs needs;
	bool own_output;
	enum nd_exit (*run)(struct nd_call *call);
};

/**
 * nd_cmd_elsewhere() - this is no x86, and that has been
 * said; to be asked after the lists are named
 */
bool nd_cmd_elsewhere(const struct nd_call *call);

/** nd_cmd_cpu() - the CPU that --cpu names, else the first; NULL after a message that says why */
const struct nd_cpu *nd_cmd_cpu(const struct nd_call *call);

/**
 * nd_cmd_offered() - it is known what KVM gives to guests; false after a message that says why not
 */
bool nd_cmd_offered(struct nd_call *call);

#endif /* NESTDIAG_TOOLS_CMD_H */
