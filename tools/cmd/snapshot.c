// SPDX-License-Identifier: GPL-2.0-only
#include "core/entry/failure.h"
#include "core/record/snapshot_write.h"

#include "tools/cmd/figures.h"
#include "tools/cmd/hotfacts.h"
#include "tools/live/live.h"

/**
 * struct writing - a snapshot being written
 * @call:   the call
 * @header: the first line is out; the comments come behind it
 */
struct writing {
	struct nd_call *call;
	bool header;
};

static void comment(struct nd_out *out, const char *text)
{
	char line[ND_SNAPSHOT_LINE];

	scnprintf(line, sizeof(line), "# %s", text);
	out->line(out, "snapshot", line);
}

/* In what; NULL if it holds none. */
static const char *holds_addresses(const struct nd_facts *facts)
{
	u32 i;

	for (i = 0; i < facts->nr_cpus; i++)
		if (facts->cpus[i].evmcs.state == ND_EVMCS_CURRENT)
			return "enlightened VMCS";
	for (i = 0; facts->failures && i < facts->failures->nr; i++)
		if (nd_failure_has_state(&facts->failures->list[i]))
			return "VMCS of a failed launch";
	return NULL;
}

static void write_comments(struct nd_call *call)
{
	struct nd_machine *m = call->machine;
	struct nd_out *out = call->out;
	char text[128];
	char date[32];
	size_t i;

	nd_text_time(date, sizeof(date));
	scnprintf(text, sizeof(text), "written by nestdiag " NESTDIAG_VERSION " at %s", date);
	comment(out, text);
	if (holds_addresses(&m->facts)) {
		scnprintf(text, sizeof(text), "contains kernel addresses (%s): keep it private",
			  holds_addresses(&m->facts));
		comment(out, text);
	}
	for (i = 0; i < m->notes.nr; i++)
		comment(out, m->notes.list[i]);
	for (i = 0; i < m->comments.nr; i++)
		comment(out, m->comments.list[i]);
}

static void write_line(void *ctx, const char *text)
{
	struct writing *w = ctx;

	w->call->out->line(w->call->out, "snapshot", text);
	if (w->header)
		return;
	w->header = true;
	write_comments(w->call);
}

/* A kernel of one's own names who built it, and on which host: (USER@HOST). */
static void leave_out_builder(char *text)
{
	char *at = strchr(text, '@');
	char *end = at ? strchr(at, ')') : NULL;

	while (at && at > text && at[-1] != '(')
		at--;
	if (end && at > text)
		memmove(at, end, strlen(end) + 1);
}

static enum nd_exit run(struct nd_call *call)
{
	struct writing writing = { .call = call };
	enum nd_exit ret = nd_figures(call, false);

	if (call->failed)
		return ret;
	nd_hotfacts_look(call);
	if (!call->args->from && nd_facts_ring0(&call->machine->facts))
		nd_live_recorder(call->machine);
	if (call->args->anonymous) {
		call->machine->facts.taken.hostname[0] = '\0';
		leave_out_builder(call->machine->facts.proc_version);
		call->out->head(call->out, call->args->cmd->name, &call->machine->facts);
	}
	nd_snapshot_write(&call->machine->facts,
			  &(struct nd_writer){ .line = write_line, .ctx = &writing });
	return ND_EXIT_OK;
}

const struct nd_cmd nd_cmd_snapshot = {
	.name = "snapshot",
	.summary = "save all facts to a file for use with --from",
	.details = "Writes the module's facts, KVM's module parameters, the kernel release, CPUID\n"
		   "and microcode of every CPU as text, one record per line. With an enlightened\n"
		   "VMCS in use it contains kernel addresses; FILE is readable by its owner only.\n"
		   "--anonymous leaves out the name of the host; names of processes, interfaces and\n"
		   "files, which may tell as much, stay.\n"
		   "With --interval, exits are counted for that time, without the module, too; then\n"
		   "it takes a moment more to see what inhibits APICv or AVIC, and which MSR is\n"
		   "accessed most.\n\n"
		   "Exit status: 0 written, 3 nothing could be read, or FILE could not be written.",
	.example = "nestdiag snapshot -o host.snapshot",
	.options = "oAiSP",
	.run = run,
};
