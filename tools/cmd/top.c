// SPDX-License-Identifier: GPL-2.0-only
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "core/base/figures.h"

#include "tools/cmd/figures.h"
#include "tools/in/snapshot.h"
#include "tools/in/source.h"
#include "tools/live/live.h"
#include "tools/live/vmname.h"
#include "tools/top/column.h"
#include "tools/top/frame.h"
#include "tools/top/rows.h"
#include "tools/top/screen.h"

#define NS_PER_S	1000000000ull
#define DELAY		2000	/* ms between looks if nobody chooses */
#define DELAY_FIRST	1000	/* ms that people wait for the first figures */
#define WINDOW		(3 * NS_PER_S)	/* rules on rates need more than a short interval */

/**
 * struct top - a run of the command
 * @call:    what it was called with
 * @names:   of VMs
 * @files:   recorded samples, NULL if this machine is looked at
 * @nr:      of the next of them
 * @delay:   milliseconds between looks
 * @now:     the latest sample
 * @before:  the one before it
 * @far:     one that is some seconds old, the beginning of the window for rules on rates
 * @mid:     the beginning of the next window
 * @model:   of @now and @before
 * @ready:   there is a model
 */
struct top {
	struct nd_call *call;
	struct nd_top_names names;
	char *const *files;
	unsigned int nr;
	u32 delay;
	struct nd_top_sample now;
	struct nd_top_sample before;
	struct nd_top_sample far;
	struct nd_top_sample mid;
	struct nd_top_model model;
	bool ready;
};

/*
 * --- samples ------------------------------------------------------------------------------------
 */

static struct nd_top_sample copy_of(const struct nd_top_sample *sample)
{
	struct nd_top_sample copy = *sample;

	copy.trace = nd_top_copy(sample->trace);
	return copy;
}

static u64 monotonic(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return time.tv_sec * NS_PER_S + time.tv_nsec;
}

/* When a snapshot was taken; 0 if it does not say so, or somebody knows better. */
static u64 taken(const struct top *t, const char *text)
{
	struct tm tm = { 0 };
	const char *end = strptime(text, "%Y-%m-%dT%H:%M:%SZ", &tm);

	return end && !*end && !t->call->args->interval ? timegm(&tm) * NS_PER_S : 0;
}

static enum nd_exit load(struct top *t, struct nd_top_sample *sample)
{
	struct nd_machine *m = t->call->machine;
	const char *file = t->files[t->nr];
	enum nd_exit ret;

	nd_machine_free(m);
	ret = nd_machine_load(m, file);
	if (!ret && !m->facts.trace) {
		snprintf(m->error, sizeof(m->error), "%s: no exits were counted there", file);
		ret = ND_EXIT_UNKNOWN;
	}
	if (ret)
		return ret;
	t->nr++;
	sample->ns = taken(t, m->facts.taken.time);
	return ND_EXIT_OK;
}

/* The figures go from the machine to the sample. */
static enum nd_exit look(struct top *t)
{
	struct nd_machine *m = t->call->machine;
	struct nd_top_sample sample = { 0 };
	enum nd_exit ret = t->files ? load(t, &sample) : nd_figures_look(t->call);

	if (ret)
		return ret;
	if (!t->files)
		sample.ns = monotonic();
	snprintf(sample.time, sizeof(sample.time), "%s", m->facts.taken.time);
	sample.trace = m->facts.trace;
	m->facts.trace = NULL;
	nd_live_vm_again();
	nd_top_sample_free(&t->before);
	t->before = t->now;
	t->now = sample;
	return ND_EXIT_OK;
}

/* The window is between one and two of its lengths, if the samples are not farther apart. */
static void move_window(struct top *t)
{
	if (t->mid.trace && nd_top_elapsed(&t->now, &t->mid) < WINDOW)
		return;
	nd_top_sample_free(&t->far);
	t->far = t->mid.trace ? t->mid : copy_of(&t->now);
	t->mid = copy_of(&t->now);
}

static void forget(struct top *t)
{
	if (t->ready)
		nd_top_model_free(&t->model);
	t->ready = false;
}

static void no_time(struct top *t)
{
	char *error = t->call->machine->error;
	size_t size = sizeof(t->call->machine->error);
	const char *first = t->files[t->nr - 2], *second = t->files[t->nr - 1];

	if (t->now.ns && t->now.ns < t->before.ns)
		snprintf(error, size, "%s was taken before %s: give them in their order", second, first);
	else
		snprintf(error, size, "the time between %s and %s was not recorded: give it with --delay",
			 first, second);
}

static enum nd_exit step(struct top *t)
{
	enum nd_exit ret = look(t);

	if (ret)
		return ret;
	if (!t->before.trace) {
		move_window(t);
		return ND_EXIT_OK;
	}
	forget(t);
	nd_top_model_make(&t->model, &t->call->machine->facts, &t->names, &t->now, &t->before,
			  &t->far, t->files ? t->call->args->interval * (NS_PER_S / 1000) : 0);
	t->ready = true;
	move_window(t);
	if (t->model.ns || !t->files)
		return ND_EXIT_OK;
	no_time(t);
	return ND_EXIT_UNKNOWN;
}

/* All that comes from now on is compared with what has just been seen. */
static void begin_anew(struct top *t)
{
	nd_top_sample_free(&t->far);
	nd_top_sample_free(&t->mid);
	move_window(t);
}

static void end(struct top *t)
{
	forget(t);
	nd_top_sample_free(&t->now);
	nd_top_sample_free(&t->before);
	nd_top_sample_free(&t->far);
	nd_top_sample_free(&t->mid);
	nd_live_vm_forget();
}

/*
 * --- lines --------------------------------------------------------------------------------------
 */

static void print_lines(const struct top *t, const struct nd_top_table *table)
{
	struct nd_out *out = t->call->out;
	char text[ND_TOP_TEXT_MAX];
	size_t i;

	if (t->call->args->timestamps)
		out->line(out, "top", t->now.time);
	nd_top_title_text(table, t->call->width, text);
	out->line(out, "top", text);
	for (i = 0; i < table->nr; i++) {
		nd_top_line_text(table, &table->lines[i], t->call->width, text);
		out->line(out, "top", text);
	}
}

static void print_slow(const struct top *t, const struct nd_top_table *table)
{
	char text[ND_TOP_LABEL], time[ND_FIGURE];

	if (!table->slow)
		return;
	snprintf(text, sizeof(text), "%llu to %llu exits took %s or longer", table->slow,
		 table->slow_most, nd_time_text(table->pick.longer, time, sizeof(time)));
	if (t->call->args->json)
		nd_emit_note(&t->call->out->emit, text);
	nd_note("%s", text);
}

/* Whether there was something to be warned of. */
static bool print(struct top *t, const struct nd_top_pick *pick, bool first)
{
	const struct nd_args *args = t->call->args;
	struct nd_out *out = t->call->out;
	struct nd_top_table table;
	bool slow;

	nd_top_table_make(&table, &t->model, pick);
	out->head(out, args->cmd->name, &t->call->machine->facts);
	if (args->json || args->csv) {
		out->list(out, ND_ROW_TOP);
		out->number(out, "interval_ns", t->model.ns);
		nd_top_rows(&table, t->now.time, &out->emit);
	} else {
		if (!first)
			out->line(out, "top", "");
		print_lines(t, &table);
	}
	print_slow(t, &table);
	out->flush(out);
	slow = table.slow;
	nd_top_table_free(&table);
	return slow;
}

/* Histograms in tracefs know of no vCPUs. */
static void fit(const struct top *t, struct nd_top_pick *pick)
{
	if (t->now.trace->source == ND_SOURCE_HIST && pick->view < ND_TOP_REASON)
		pick->view = ND_TOP_REASON;
}

static enum nd_exit batch(struct top *t, struct nd_top_pick *pick)
{
	unsigned int nr = t->call->args->count, i;
	enum nd_exit ret = step(t);
	bool more = true, slow = false;

	if (!ret)
		fit(t, pick);
	for (i = 0; !ret && more && (!nr || i < nr); i++) {
		if (t->files && t->nr == t->call->args->nr_words)
			break;
		if (!t->files)
			more = nd_session_wait(t->delay);
		ret = step(t);
		if (!ret)
			slow |= print(t, pick, !i);
	}
	return ret ? ret : slow ? ND_EXIT_FINDINGS : ND_EXIT_OK;
}

/*
 * --- the screen ---------------------------------------------------------------------------------
 */

static const char *source_of(const struct top *t)
{
	const char *word = nd_source_word(t->now.trace->source);

	return word ? word : "?";
}

static void draw(const struct top *t, struct nd_top_state *state, struct nd_top_table *table)
{
	const struct nd_top_about about = {
		.host = t->call->machine->facts.taken.hostname, .source = source_of(t),
		.time = t->now.time, .recorded = t->files,
	};
	struct nd_top_canvas canvas;

	nd_top_table_free(table);
	nd_top_screen.clear(&canvas);
	if (t->ready) {
		nd_top_table_make(table, &t->model, &state->pick);
		nd_top_draw(&canvas, state, table, &about);
	} else {
		canvas.put(&canvas, 0, 0, ND_TOP_PLAIN, "nestdiag top: wait for the first figures");
	}
	nd_top_screen.show();
}

/* Milliseconds until @then. */
static u32 left(u64 then)
{
	u64 now = monotonic();

	return then > now ? (then - now) / (NS_PER_S / 1000) + 1 : 0;
}

/* Frozen, the machine is not looked at either: what comes afterwards is one long interval. */
static enum nd_exit go_on(struct top *t, struct nd_top_state *state, u64 *then)
{
	bool due = t->files ? state->next && t->nr < t->call->args->nr_words : !left(*then);

	if (t->files && state->next && !due)
		scnprintf(state->message, sizeof(state->message), "there is no later sample");
	state->next = false;
	if (state->reset)
		begin_anew(t);
	state->reset = false;
	if (!due || state->frozen)
		return ND_EXIT_OK;
	*then = monotonic() + state->delay * (NS_PER_S / 1000);
	return step(t);
}

static enum nd_exit interact(struct top *t, struct nd_top_state *state)
{
	u64 then =
		monotonic() + (t->delay < DELAY_FIRST ? t->delay : DELAY_FIRST) * (NS_PER_S / 1000);
	struct nd_top_table table = { 0 };
	enum nd_exit ret = ND_EXIT_OK;

	while (!ret && !state->quit) {
		int key;

		draw(t, state, &table);
		key = nd_top_screen.key(state->frozen || t->files ? 60000 : left(then));
		if (key == ND_KEY_END_OF_IT)
			break;
		if (t->ready)
			nd_top_press(state, &table, key);
		else if (key == 'q')
			break;
		ret = go_on(t, state, &then);
	}
	nd_top_table_free(&table);
	return ret;
}

static enum nd_exit screen(struct top *t, struct nd_top_pick *pick)
{
	struct nd_top_state state;
	char why[ND_TOP_WHY];
	enum nd_exit ret;

	if (!isatty(STDOUT_FILENO) || !isatty(STDIN_FILENO)) {
		nd_error("top needs a terminal; top --batch prints lines instead");
		t->call->failed = true;
		return ND_EXIT_USAGE;
	}
	ret = step(t);
	if (!ret && t->files)
		ret = step(t);
	if (ret)
		return ret;
	fit(t, pick);
	if (!nd_top_screen.begin(t->call->color, why)) {
		nd_error("%s", why);
		t->call->failed = true;
		return ND_EXIT_UNKNOWN;
	}
	nd_top_state_init(&state, pick, t->delay);
	ret = interact(t, &state);
	nd_top_screen.end();
	nd_top_state_free(&state);
	return ret;
}

/*
 * --- the command --------------------------------------------------------------------------------
 */

static const struct nd_sort sorts[] = {
	{ "exits", NULL }, { "nested", NULL }, { "guest", NULL }, { "host", NULL }, { "wait", NULL },
	{ "share", NULL }, { "time", NULL }, { "mean", NULL }, { "longest", NULL }, { "mult", NULL },
	{ "refl", NULL }, { "fail", NULL }, { NULL, NULL }
};

static u32 figure_of(const char *word)
{
	size_t i;

	for (i = 0; word && nd_top_columns[i].word; i++)
		if (!strcmp(nd_top_columns[i].word, word))
			return nd_top_columns[i].figure;
	return ND_TOP_NR_FIGURES;
}

static struct nd_top_pick pick_of(const struct nd_args *args)
{
	struct nd_top_pick pick = {
		.view = args->by, .pid = args->pid, .vcpu = args->vcpu, .vm = args->vm,
		.reason = args->reason, .min = args->min, .longer = args->longer_than,
		.sort = figure_of(args->sort ? args->sort->word : NULL),
	};
	bool one = args->pid != ND_ARG_NONE || args->vcpu != ND_ARG_NONE || args->vm;

	if (pick.view == ND_TOP_REASON && one)
		pick.view = ND_TOP_ONE;
	return pick;
}

static enum nd_exit wrong(struct nd_call *call, const char *why)
{
	nd_error("%s", why);
	call->failed = true;
	return ND_EXIT_USAGE;
}

static enum nd_exit open_figures(struct top *t)
{
	struct nd_call *call = t->call;
	enum nd_exit ret;

	if (t->files)
		return ND_EXIT_OK;
	ret = nd_live_ask(call->machine);
	if (!ret)
		ret = nd_figures_open(call);
	call->failed |= ret != ND_EXIT_OK;
	return ret;
}

static enum nd_exit run(struct nd_call *call)
{
	const struct nd_args *args = call->args;
	bool lines = args->batch || args->json || args->csv || strcmp(args->output, "-");
	struct nd_top_pick pick = pick_of(args);
	struct top t = { .call = call, .delay = args->interval ? args->interval : DELAY };
	enum nd_exit ret;

	if (args->nr_words == 1 || args->from)
		return wrong(call, "top takes this machine, or two or more snapshots of one, in their order");
	if (args->source == ND_WAY_STATS)
		return wrong(call, "KVM's statistics do not tell that; see nestdiag exits --source stats --interval 5");
	if (args->nr_words && args->source)
		return wrong(call, "--source works on this machine, not on snapshots");
	t.files = args->nr_words ? args->words : NULL;
	/* The processes of a recorded machine are not here. */
	if (!t.files || !nd_source_is_live())
		t.names = (struct nd_top_names){ nd_live_vm_name, nd_live_vm_lives };
	ret = open_figures(&t);
	if (!ret)
		ret = lines ? batch(&t, &pick) : screen(&t, &pick);
	nd_figures_end();
	end(&t);
	/* Not earlier, since the screen would have taken it. */
	if (ret && call->machine->error[0])
		nd_error("%s", call->machine->error);
	return ret;
}

const struct nd_cmd nd_cmd_top = {
	.name = "top",
	.summary = "watch VMs, vCPUs and exit reasons live",
	.details = "Shows on the terminal what VMs, vCPUs or exit reasons are at, as rates: exits,\n"
		   "and those of nested guests; the share of time in the guest, handling exits\n"
		   "(host) and waiting, with ~ if it is an estimate; exits of a guest hypervisor\n"
		   "for one nested exit handed to it (mult) and the share of such nested exits\n"
		   "(refl), if no other VM has any; failed entries; and the verdict of the rules of\n"
		   "nestdiag check, such as starved, storm or stuck. h lists the keys: they are\n"
		   "those of kvm_stat and the arrows; enter leads from a VM to its vCPUs, to the\n"
		   "reasons of one and to how long such exits take.\n\n"
		   "--by takes vm, vcpu or reason; --sort takes exits, nested, guest, host, wait,\n"
		   "share, time, mean, longest, mult, refl or fail. --min is in exits a second.\n"
		   "--batch, --csv and --json print lines, without end or --count of them. VMs have\n"
		   "the name that their VMM was given. Recorded snapshots or \"raw\" files of one\n"
		   "machine can be shown in place of this machine; --delay is then the time between\n"
		   "them, if it is not recorded.\n\n"
		   "Exit status: 0 shown, 1 exits took --longer-than or longer, 3 nothing was\n"
		   "counted.",
	.example = "nestdiag top --batch --count 3 --delay 0.5",
	.options = "wSPidnWpvurmODLC",
	.takes = "[FILE...]",
	.max = UINT_MAX,
	.by = nd_top_view_word,
	.sorts = sorts,
	.needs = ND_NEEDS_NOTHING,
	.run = run,
};
