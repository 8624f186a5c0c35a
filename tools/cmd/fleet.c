// SPDX-License-Identifier: GPL-2.0-only
#include <errno.h>
#include <unistd.h>

#include "tools/cmd/cmd.h"
#include "tools/fleet/fleetrows.h"
#include "tools/in/lines.h"
#include "tools/out/progress.h"

static enum nd_exit sum(const struct nd_fleet *fleet, const struct nd_emit *emit)
{
	struct nd_row row;

	nd_row_init(&row, ND_ROW_FACT, "fleet", "Fleet", NULL);
	nd_row_printf(&row, "%u host%s in %u group%s", fleet->read, fleet->read == 1 ? "" : "s",
		      fleet->nr_groups, fleet->nr_groups == 1 ? "" : "s");
	if (fleet->nr_unread)
		nd_row_printf(&row, "; %u file%s could not be read", fleet->nr_unread,
			      fleet->nr_unread == 1 ? "" : "s");
	nd_row_dec(&row, "hosts", fleet->read);
	nd_row_dec(&row, "nr_groups", fleet->nr_groups);
	nd_row_dec(&row, "nr_unread", fleet->nr_unread);
	nd_emit_row(emit, &row);
	if (fleet->nr_unread)
		return ND_EXIT_UNKNOWN;
	return fleet->nr_groups > 1 ? ND_EXIT_FINDINGS : ND_EXIT_OK;
}

static enum nd_exit show(const struct nd_call *call, const struct nd_fleet *fleet)
{
	const struct nd_emit *emit = &call->out->emit;
	enum nd_exit ret;
	u32 i;

	call->out->list(call->out, ND_ROW_GROUP);
	call->out->list(call->out, ND_ROW_UNLIKE);
	call->out->list(call->out, ND_ROW_UNREAD);
	ret = sum(fleet, emit);
	nd_fleet_rows(fleet, call->args->by, emit);
	nd_fleet_unread_rows(fleet, emit);
	/* A table of values has no place for them. */
	for (i = 0; call->args->csv && i < fleet->nr_unread; i++)
		nd_error("%s: %s", fleet->files.names[fleet->unread[i].file], fleet->unread[i].why);
	return ret;
}

static enum nd_exit run(struct nd_call *call)
{
	const struct nd_args *args = call->args;
	struct nd_fleet fleet = { 0 };
	enum nd_exit ret = ND_EXIT_OK;
	unsigned int i;
	int err = 0;

	if (args->csv && args->json) {
		nd_error("--csv and --json exclude each other");
		call->failed = true;
		return ND_EXIT_USAGE;
	}
	if (!args->quiet && isatty(STDERR_FILENO))
		fleet.progress = nd_progress;
	for (i = 0; i < args->nr_words && !err; i++)
		err = nd_files_add(&fleet.files, args->words[i]);
	if (err) {
		nd_error("the list of files: %s", nd_lines_why(err));
		ret = ND_EXIT_UNKNOWN;
	} else if (!fleet.files.nr) {
		nd_error("no files to read");
		ret = ND_EXIT_USAGE;
	} else {
		err = nd_fleet_read(&fleet);
		nd_progress_end();
		if (err) {
			nd_error("no process could be started to read files: %s", strerror(-err));
			ret = ND_EXIT_UNKNOWN;
		}
	}
	call->failed = ret;
	if (!ret)
		ret = show(call, &fleet);
	nd_fleet_free(&fleet);
	return ret;
}

const struct nd_cmd nd_cmd_fleet = {
	.name = "fleet",
	.summary = "compare many machines: groups, and the odd ones out",
	.details = "Reads snapshots of many hosts, each FILE or every file in DIR and its folders\n"
		   "(\"-\": names, one a line, from standard input), and groups hosts that are alike:\n"
		   "same processor, microcode, kernel, settings, parameters of KVM, features, what\n"
		   "guests get, and findings. The biggest group comes first. Another one is compared\n"
		   "with the bigger group that it resembles most: first the fact that others follow\n"
		   "from, then what differs, too; in brackets the value there. A group of at most a\n"
		   "third of that one is an odd one out.\n\n"
		   "--by finding, feature, kernel or cpu groups by that alone (--by host is the\n"
		   "default); of features only those that are not the same everywhere are shown.\n"
		   "--csv prints one line for each host of each group. A file that cannot be read is\n"
		   "named with the reason, and the others are still compared.\n\n"
		   "Exit status: 0 all hosts are alike, 1 they differ, 3 a file could not be read,\n"
		   "64 no files.",
	.example = "nestdiag fleet snapshots/ --by finding",
	.options = "bC",
	.takes = "DIR|FILE...",
	.by = nd_fleet_by_word,
	.min = 1,
	.max = UINT_MAX,
	.needs = ND_NEEDS_NOTHING,
	.run = run,
};
