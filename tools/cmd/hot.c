// SPDX-License-Identifier: GPL-2.0-only
#include <stdlib.h>

#include "tools/cmd/cmd.h"
#include "tools/count/hotcount.h"
#include "tools/hot/hotrows.h"
#include "tools/in/lines.h"

#define INTERVAL	5000	/* milliseconds, if nobody asked for another time */

static enum nd_exit wrong(struct nd_call *call)
{
	call->failed = true;
	return ND_EXIT_USAGE;
}

static enum nd_hot_what what_of(const char *word)
{
	const char *names[ND_NR_HOT + 1] = { NULL };
	const char *near;
	u32 i;

	for (i = 0; i < ND_NR_HOT; i++) {
		names[i] = nd_hot_word(i);
		if (!strcmp(word, names[i]))
			return i;
	}
	near = nd_text_near(word, names);
	if (near)
		nd_error("there are no hot spots of the kind '%s'; did you mean '%s'?", word, near);
	else
		nd_error("hot spots are of the kind msr, port, gpa, cpuid, hypercall, cr or apicv, not '%s'",
			 word);
	return ND_NR_HOT;
}

static const struct nd_hot_event *first_event(enum nd_hot_what what)
{
	u32 i = 0;

	while (nd_hot_events[i].what != what)
		i++;
	return &nd_hot_events[i];
}

/* A histogram of tracefs that somebody saved. */
static enum nd_exit from_file(struct nd_call *call, const char *file, struct nd_hot *hot)
{
	const char *name = strcmp(file, "-") ? file : "(standard input)", *text;
	const struct nd_hot_event *event;
	char keys[ND_HOT_KEYS];
	struct nd_lines lines;
	bool any = false;
	size_t len;
	int got;

	got = nd_lines_user(&lines, file);
	if (!got) {
		while ((got = nd_lines_next(&lines, &text, &len)) > 0)
			any |= nd_hot_line(hot, ND_NR_HOT_POINTS, text, len);
		nd_lines_close(&lines);
	}
	if (got < 0) {
		nd_error("%s: %s", name, nd_lines_why(got));
		return wrong(call);
	}
	if (any)
		return ND_EXIT_OK;
	event = first_event(hot->what);
	nd_error("%s: no line of a histogram of that kind; to make one: echo hist:keys=%s >%s/trigger in events/kvm of tracefs",
		 name, nd_hot_keys(event, keys), event->name);
	call->failed = true;
	return ND_EXIT_UNKNOWN;
}

/* People wait for it, and scripts find it beside the answer. */
static void say(struct nd_call *call, const char *text)
{
	nd_note("%s", text);
	if (call->args->json)
		nd_emit_note(&call->out->emit, text);
}

static enum nd_exit count(struct nd_call *call, struct nd_hot *hot)
{
	const struct nd_args *args = call->args;
	struct nd_machine *m = call->machine;
	unsigned int interval = args->interval ? args->interval : INTERVAL;
	enum nd_exit ret;
	char text[100];

	if (args->source == ND_WAY_MODULE || args->source == ND_WAY_STATS) {
		nd_error("--source %s does not tell hot spots: bpf and tracefs do",
			 nd_way_word(args->source));
		return wrong(call);
	}
	ret = nd_hot_start(args->source, hot->what, m);
	if (!ret) {
		snprintf(text, sizeof(text), "counting for %.10g s by %s", interval / 1000.0,
			 nd_way_word(nd_hot_way()));
		say(call, text);
		nd_session_wait(interval);
		ret = nd_hot_read(hot, m);
	}
	nd_hot_stop();
	if (ret) {
		nd_error("%s", m->error);
		call->failed = true;
	}
	return ret;
}

static enum nd_exit run(struct nd_call *call)
{
	const struct nd_args *args = call->args;
	const char *file = args->nr_words > 1 ? args->words[1] : NULL;
	enum nd_hot_what what = what_of(args->words[0]);
	struct nd_hot *hot;
	enum nd_exit ret;

	if (what == ND_NR_HOT)
		return wrong(call);
	if (args->from) {
		nd_error("a snapshot has no hot spots: hot works on this machine, or on a saved histogram");
		return wrong(call);
	}
	if (file && (args->source || args->interval || what == ND_HOT_APICV)) {
		nd_error(what == ND_HOT_APICV ?
			 "what inhibits APICv is asked of this machine, not of a file" :
			 "--interval and --source work on this machine, not on a file");
		return wrong(call);
	}
	hot = nd_realloc(NULL, sizeof(*hot));
	memset(hot, 0, sizeof(*hot));
	hot->what = what;
	ret = file ? from_file(call, file, hot) : count(call, hot);
	if (!ret) {
		call->out->list(call->out, ND_ROW_HOT);
		if (what == ND_HOT_APICV)
			call->out->list(call->out, ND_ROW_HOT_VM);
		call->out->number(call->out, "beyond_table", hot->lost);
		nd_hot_rows(hot, args->all || args->json ? 0 : ND_HOT_ROWS, &call->out->emit);
		ret = hot->nr || hot->nr_vms || hot->lost ? ND_EXIT_OK : ND_EXIT_UNKNOWN;
	}
	free(hot);
	return ret;
}

static void names(struct nd_strings *words)
{
	u32 i;

	for (i = 0; i < ND_NR_HOT; i++)
		nd_strings_add(words, "%s", nd_hot_word(i));
}

const struct nd_cmd nd_cmd_hot = {
	.name = "hot",
	.summary = "show which registers, ports, addresses or calls exits are about",
	.details = "Counts for 5 seconds or --interval what exits of one kind are about, the most\n"
		   "frequent first, with the name and, where that is known, who in a guest does it:\n"
		   "MSRs (msr), ports (port), emulated memory and page faults (gpa), CPUID leaves\n"
		   "(cpuid), hypercalls of KVM and Hyper-V (hypercall), control registers (cr).\n"
		   "apicv shows for each VM that runs whether something inhibits APICv or AVIC.\n\n"
		   "It takes no module: BPF programs on KVM's tracepoints count (as root, or with\n"
		   "CAP_BPF and CAP_PERFMON), or histograms in tracefs (as root; they do not tell\n"
		   "guests from nested guests). --source chooses. ^C ends the time. Page faults are\n"
		   "counted by 2 MiB of guest-physical memory; if KVM shadows page tables, their\n"
		   "addresses may be virtual ones of the guest. An event that is no exit, such as\n"
		   "an access by KVM's emulator, counts, too.\n\n"
		   "FILE is a histogram that somebody saved, events/kvm/kvm_msr/hist of tracefs\n"
		   "after \"echo hist:keys=ecx,write,exception >events/kvm/kvm_msr/trigger\".\n\n"
		   "Exit status: 0 shown, 3 nothing was counted, 64 FILE cannot be read.",
	.example = "nestdiag hot msr --interval 10",
	.options = "iSa",
	.takes = "KIND [FILE]",
	.names = names,
	.min = 1,
	.max = 2,
	.needs = ND_NEEDS_NOTHING,
	.run = run,
};
