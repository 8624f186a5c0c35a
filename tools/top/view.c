// SPDX-License-Identifier: GPL-2.0-only
/*
 * What keys change in what the screen shows. Letters are
 * those of kvm_stat where they mean the same.
 */
#include <stdlib.h>

#include "tools/out/text.h"
#include "tools/top/column.h"
#include "tools/top/view.h"

void nd_top_state_init(struct nd_top_state *s, const struct nd_top_pick *pick, u32 delay)
{
	*s = (struct nd_top_state){ .pick = *pick, .delay = delay, .page = 1 };
	s->marked.pid = ND_TOP_NOBODY;
}

static void drop_filter(struct nd_top_state *s)
{
	if (s->pick.filter == &s->regex) {
		regfree(&s->regex);
		s->pick.filter = NULL;
	}
	s->filter[0] = '\0';
}

void nd_top_state_free(struct nd_top_state *s)
{
	drop_filter(s);
}

static bool is_same(const struct nd_top_line *a, const struct nd_top_line *b)
{
	return a->pid == b->pid && a->vcpu == b->vcpu && a->level == b->level &&
	       a->slot == b->slot && a->from_ns == b->from_ns;
}

u32 nd_top_cursor(const struct nd_top_state *s, const struct nd_top_table *t)
{
	u32 i;

	for (i = 0; i < t->nr; i++)
		if (is_same(&t->lines[i], &s->marked))
			return i;
	return 0;
}

static void mark(struct nd_top_state *s, const struct nd_top_table *t, long line)
{
	if (!t->nr)
		return;
	if (line < 0)
		line = 0;
	if ((size_t)line >= t->nr)
		line = t->nr - 1;
	s->marked = t->lines[line];
}

/* From a VM to its vCPUs, to the reasons of one, to how long exits for one reason take. */
static void descend(struct nd_top_state *s, const struct nd_top_table *t)
{
	const struct nd_top_line *line;

	if (!t->nr || s->pick.view == ND_TOP_TIMES || s->depth == ND_TOP_DEPTH)
		return;
	line = &t->lines[nd_top_cursor(s, t)];
	if ((s->pick.view == ND_TOP_REASON || s->pick.view == ND_TOP_ONE) &&
	    !(t->model->delta->sum.cells[line->level][line->slot].timed)) {
		scnprintf(s->message, sizeof(s->message), "no time of such an exit was measured");
		return;
	}
	s->above[s->depth].pick = s->pick;
	s->above[s->depth++].marked = *line;
	switch (s->pick.view) {
	case ND_TOP_VM:
		s->pick.view = ND_TOP_VCPU;
		s->pick.pid = line->pid;
		break;
	case ND_TOP_VCPU:
		s->pick.view = ND_TOP_ONE;
		s->pick.pid = line->pid;
		s->pick.vcpu = line->vcpu;
		break;
	default:
		s->pick.view = ND_TOP_TIMES;
		s->pick.level = line->level;
		s->pick.slot = line->slot;
	}
	s->pick.sort = ND_TOP_NR_FIGURES;
	s->pick.reverse = false;
	s->first = 0;
	memset(&s->marked, 0, sizeof(s->marked));
}

static void ascend(struct nd_top_state *s)
{
	const regex_t *filter = s->pick.filter;

	if (!s->depth)
		return;
	s->pick = s->above[--s->depth].pick;
	s->pick.filter = filter;
	s->marked = s->above[s->depth].marked;
}

static void show(struct nd_top_state *s, enum nd_top_view view)
{
	if (s->depth)
		s->pick = s->above[0].pick;
	s->depth = 0;
	s->first = 0;
	s->pick.view = view;
	s->pick.sort = ND_TOP_NR_FIGURES;
	if (view == ND_TOP_REASON && (s->pick.pid != ND_TOP_NOBODY || s->pick.vm ||
				      s->pick.vcpu != ND_TOP_NOBODY))
		s->pick.view = ND_TOP_ONE;
}

/* The next column that has figures to sort by, in either direction. */
static void sort_by(struct nd_top_state *s, const struct nd_top_table *t, int step)
{
	int nr = 0, at = 0, i;

	while (nd_top_columns[nr].word)
		nr++;
	for (i = 0; i < nr; i++)
		if (nd_top_columns[i].figure == t->pick.sort)
			at = i;
	do {
		at = (at + step + nr) % nr;
	} while (!nd_top_has(&nd_top_columns[at], &s->pick));
	s->pick.sort = nd_top_columns[at].figure;
}

static void clear(struct nd_top_state *s)
{
	drop_filter(s);
	if (s->depth)
		s->pick = s->above[0].pick;
	s->depth = 0;
	s->pick.filter = NULL;
	s->pick.pid = ND_TOP_NOBODY;
	s->pick.vcpu = ND_TOP_NOBODY;
	s->pick.vm = NULL;
	s->pick.reason = NULL;
	s->pick.min = 0;
	if (s->pick.view == ND_TOP_ONE)
		s->pick.view = ND_TOP_REASON;
}

/*
 * --- what is typed ------------------------------------------------------------------------------
 */

const char *nd_top_prompt_text(enum nd_top_prompt prompt)
{
	static const char *const texts[] = {
		[ND_TOP_ASK_FILTER] = "filter (regular expression)",
		[ND_TOP_ASK_NAME] = "name of the VM",
		[ND_TOP_ASK_PID] = "process of the VM",
		[ND_TOP_ASK_DELAY] = "seconds between looks",
	};

	return texts[prompt];
}

static void take_filter(struct nd_top_state *s)
{
	char text[ND_TOP_TYPED], why[80];
	regex_t regex;
	int err;

	memcpy(text, s->typed, sizeof(text));
	err = *text ? regcomp(&regex, text, REG_EXTENDED | REG_ICASE | REG_NOSUB) : 0;
	if (err) {
		regerror(err, &regex, why, sizeof(why));
		scnprintf(s->message, sizeof(s->message), "%s: %s", text, why);
		return;
	}
	drop_filter(s);
	if (!*text)
		return;
	s->regex = regex;
	s->pick.filter = &s->regex;
	memcpy(s->filter, text, sizeof(text));
}

static bool has_vm(const struct nd_top_table *t, const char *name, u32 pid)
{
	const struct nd_trace *trace = t->model->total;
	u32 i;

	for (i = 0; i < trace->nr_vcpus; i++) {
		const struct nd_top_names *names = t->model->names;
		const char *has = name && names ? names->name(trace->vcpus[i].pid) : NULL;

		if (name ? has && !strcmp(has, name) : trace->vcpus[i].pid == pid)
			return true;
	}
	return false;
}

static void take_name(struct nd_top_state *s, const struct nd_top_table *t)
{
	if (*s->typed && !has_vm(t, s->typed, 0)) {
		scnprintf(s->message, sizeof(s->message), "no VM is known by the name '%s'",
			  s->typed);
		return;
	}
	memcpy(s->vm, s->typed, sizeof(s->vm));
	s->pick.vm = *s->vm ? s->vm : NULL;
}

static void take_pid(struct nd_top_state *s, const struct nd_top_table *t)
{
	char *end;
	unsigned long pid = strtoul(s->typed, &end, 10);

	if (!*s->typed) {
		s->pick.pid = ND_TOP_NOBODY;
	} else if (*end || !has_vm(t, NULL, pid)) {
		scnprintf(s->message, sizeof(s->message), "no vCPU of process '%s' was seen",
			  s->typed);
	} else {
		s->pick.pid = pid;
	}
}

static void take_delay(struct nd_top_state *s)
{
	char *end;
	double seconds = strtod(s->typed, &end);

	if (!*s->typed)
		return;
	if (*end || !(seconds >= 0.1 && seconds <= 3600))
		scnprintf(s->message, sizeof(s->message), "0.1 to 3600 seconds, not '%s'", s->typed);
	else
		s->delay = seconds * 1000;
}

static void take_typed(struct nd_top_state *s, const struct nd_top_table *t)
{
	switch (s->prompt) {
	case ND_TOP_ASK_FILTER:
		take_filter(s);
		break;
	case ND_TOP_ASK_NAME:
		take_name(s, t);
		break;
	case ND_TOP_ASK_PID:
		take_pid(s, t);
		break;
	case ND_TOP_ASK_DELAY:
		take_delay(s);
		break;
	case ND_TOP_ASK_NOTHING:
		break;
	}
	s->prompt = ND_TOP_ASK_NOTHING;
}

/* Back to the beginning of a character in UTF-8. */
static void erase(char *typed)
{
	size_t len = strlen(typed);

	while (len && (typed[--len] & 0xc0) == 0x80)
		;
	typed[len] = '\0';
}

static void type(struct nd_top_state *s, const struct nd_top_table *t, int key)
{
	size_t len = strlen(s->typed);

	if (key == ND_KEY_ENTER)
		take_typed(s, t);
	else if (key == ND_KEY_ESCAPE)
		s->prompt = ND_TOP_ASK_NOTHING;
	else if (key == ND_KEY_BACKSPACE || key == '\b')
		erase(s->typed);
	else if (key >= ' ' && key < 0x100 && len + 1 < sizeof(s->typed))
		s->typed[len] = key;
}

static void ask(struct nd_top_state *s, enum nd_top_prompt prompt)
{
	s->prompt = prompt;
	memset(s->typed, 0, sizeof(s->typed));
}

/*
 * --- keys ---------------------------------------------------------------------------------------
 */

const struct nd_top_help nd_top_keys[] = {
	{ "up, down, page keys, home, end", "move" },
	{ "enter, right", "a VM's vCPUs, a vCPU's reasons, their times" },
	{ "left, escape, backspace", "back" },
	{ "b", "VMs, or exit reasons" },
	{ "x", "VMs, or each vCPU" },
	{ "f, /", "filter by a regular expression" },
	{ "g", "show the VM of a name" },
	{ "p", "show the VM of a process" },
	{ "c", "clear all filters" },
	{ "o", "sort by exits, or by time" },
	{ "<, >", "sort by another column" },
	{ "R", "sort the other way round" },
	{ "s", "set the time between looks" },
	{ "r", "reset: begin anew" },
	{ "space", "freeze, and go on" },
	{ "n", "next sample, if they come from files" },
	{ "h, ?", "this help" },
	{ "q", "quit" },
	{ NULL, NULL }
};

static bool move(struct nd_top_state *s, const struct nd_top_table *t, int key)
{
	long at = nd_top_cursor(s, t);

	switch (key) {
	case ND_KEY_UP:
		mark(s, t, at - 1);
		return true;
	case ND_KEY_DOWN:
		mark(s, t, at + 1);
		return true;
	case ND_KEY_PAGE_UP:
		mark(s, t, at - s->page);
		return true;
	case ND_KEY_PAGE_DOWN:
		mark(s, t, at + s->page);
		return true;
	case ND_KEY_HOME:
		mark(s, t, 0);
		return true;
	case ND_KEY_END:
		mark(s, t, (long)t->nr - 1);
		return true;
	}
	return false;
}

static bool by_time(const struct nd_top_table *t)
{
	return t->pick.sort == ND_TOP_TIME || t->pick.sort == ND_TOP_HANDLING ||
	       t->pick.sort == ND_TOP_MEAN;
}

static bool is_vcpus(const struct nd_top_state *s)
{
	return s->pick.view == ND_TOP_VM || s->pick.view == ND_TOP_VCPU;
}

static void choose(struct nd_top_state *s, const struct nd_top_table *t, int key)
{
	switch (key) {
	case 'b':
		show(s, is_vcpus(s) ? ND_TOP_REASON : ND_TOP_VM);
		break;
	case 'x':
		show(s, s->pick.view == ND_TOP_VCPU && !s->depth ? ND_TOP_VM : ND_TOP_VCPU);
		break;
	case 'f':
	case '/':
		ask(s, ND_TOP_ASK_FILTER);
		break;
	case 'g':
		ask(s, ND_TOP_ASK_NAME);
		break;
	case 'p':
		ask(s, ND_TOP_ASK_PID);
		break;
	case 's':
		ask(s, ND_TOP_ASK_DELAY);
		break;
	case 'c':
		clear(s);
		break;
	case 'o':
		s->pick.sort = by_time(t) ? ND_TOP_EXITS : is_vcpus(s) ? ND_TOP_HANDLING :
			       s->pick.view == ND_TOP_ONE ? ND_TOP_MEAN : ND_TOP_TIME;
		break;
	case '<':
		sort_by(s, t, -1);
		break;
	case '>':
		sort_by(s, t, 1);
		break;
	case 'R':
		s->pick.reverse = !s->pick.reverse;
		break;
	}
}

void nd_top_press(struct nd_top_state *s, const struct nd_top_table *t, int key)
{
	if (key == ND_KEY_NONE || key == ND_KEY_RESIZE)
		return;
	s->message[0] = '\0';
	if (s->prompt) {
		type(s, t, key);
		return;
	}
	if (s->help && key != 'q') {
		s->help = false;
		return;
	}
	if (move(s, t, key))
		return;
	switch (key) {
	case ND_KEY_ENTER:
	case ND_KEY_RIGHT:
		descend(s, t);
		break;
	case ND_KEY_LEFT:
	case ND_KEY_BACKSPACE:
	case '\b':
	case ND_KEY_ESCAPE:
		ascend(s);
		break;
	case ' ':
		s->frozen = !s->frozen;
		break;
	case 'r':
		s->reset = true;
		break;
	case 'n':
		s->next = true;
		break;
	case 'h':
	case '?':
		s->help = true;
		break;
	case 'q':
		s->quit = true;
		break;
	default:
		choose(s, t, key);
	}
}
