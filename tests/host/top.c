// SPDX-License-Identifier: GPL-2.0-only
/*
 * The table of nestdiag top: figures of recorded samples, keys, and what is drawn on screens of
 * many sizes. One line a test, as tests/run.sh counts them.
 *
 *	top FIRST.snapshot SECOND.snapshot
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tools/in/snapshot.h"
#include "tools/top/column.h"
#include "tools/top/frame.h"

static struct nd_machine machine;
static struct nd_top_sample first, second;
static struct nd_top_model model;
static int failed;
static char why[400];

static void done(const char *name)
{
	if (why[0])
		printf("not ok - top: %s # %s\n", name, why);
	else
		printf("ok - top: %s\n", name);
	failed |= !!why[0];
	why[0] = '\0';
}

#define EXPECT(what) do {								\
	if (!(what) && !why[0])								\
		snprintf(why, sizeof(why), "line %d: not so: %s", __LINE__, #what);	\
} while (0)

/* Three processes have a name, and one is gone. */
static const char *name(u32 pid)
{
	return pid == 1000 ? "web" : pid == 2000 ? "nested \xe4\xb8\xad\xe6\x96\x87" :
	       pid == 3000 ? "evil\033[31m" : NULL;
}

static bool lives(u32 pid)
{
	return pid != 6000;
}

static const struct nd_top_names names = { name, lives };

static void load(const char *file, struct nd_top_sample *sample)
{
	nd_machine_free(&machine);
	if (nd_machine_load(&machine, file) || !machine.facts.trace) {
		printf("not ok - top # %s cannot be read: %s\n", file, machine.error);
		exit(1);
	}
	sample->trace = machine.facts.trace;
	machine.facts.trace = NULL;
}

static struct nd_top_pick everything(enum nd_top_view view)
{
	return (struct nd_top_pick){ .view = view, .pid = ND_TOP_NOBODY, .vcpu = ND_TOP_NOBODY,
				     .sort = ND_TOP_NR_FIGURES };
}

static const struct nd_top_line *line_of(const struct nd_top_table *t, u32 pid, u32 vcpu)
{
	static const struct nd_top_line none;
	size_t i;

	for (i = 0; i < t->nr; i++)
		if (t->lines[i].pid == pid && t->lines[i].vcpu == vcpu)
			return &t->lines[i];
	EXPECT(!"there is such a line");
	return &none;
}

static const struct nd_top_line *labelled(const struct nd_top_table *t, const char *label,
					  u32 level)
{
	static const struct nd_top_line none;
	size_t i;

	for (i = 0; i < t->nr; i++)
		if (!strcmp(t->lines[i].label, label) && t->lines[i].level == level)
			return &t->lines[i];
	EXPECT(!"there is such a line");
	return &none;
}

static bool is(const struct nd_top_line *line, enum nd_top_figure figure, u64 value)
{
	return line->known & BIT(figure) && line->figures[figure] == value;
}

static bool says(const struct nd_top_line *line, const char *word)
{
	return line->verdict.word && !strcmp(line->verdict.word, word);
}

static void test_time(void)
{
	struct nd_top_sample a = first, b = second;

	/* By the vCPUs' own times, whatever the clocks of the samples say. */
	a.ns = 1;
	b.ns = 777;
	EXPECT(nd_top_elapsed(&b, &a) == 2000000000);
	EXPECT(model.ns == 2000000000);
	done("the interval is what the vCPUs' times add up to");
}

static void test_vms(void)
{
	struct nd_top_pick pick = everything(ND_TOP_VM);
	const struct nd_top_line *line;
	struct nd_top_table t;
	char text[ND_TOP_TEXT];

	nd_top_table_make(&t, &model, &pick);
	EXPECT(t.nr == 6);
	line = line_of(&t, 1000, ND_TOP_NOBODY);
	EXPECT(is(line, ND_TOP_EXITS, 11010));
	EXPECT(line->vcpus == 2 && line->name && !strcmp(line->name, "web"));
	EXPECT(is(line, ND_TOP_GUEST, 3800) && is(line, ND_TOP_HANDLING, 1250) &&
	       is(line, ND_TOP_WAITING, 4950));
	EXPECT(!line->about && says(line, "ok"));
	EXPECT(!strcmp(nd_top_rate_text(&model, line->figures[ND_TOP_EXITS], text, sizeof(text)), "5505"));
	line = line_of(&t, 2000, ND_TOP_NOBODY);
	EXPECT(is(line, ND_TOP_EXITS, 17500) && is(line, ND_TOP_NESTED, 2000));
	EXPECT(is(line, ND_TOP_MULT, 9000) && is(line, ND_TOP_REFL, 7500));
	EXPECT(says(line, "costly") && line->verdict.mood == ND_TOP_WARNS);
	line = line_of(&t, 3000, ND_TOP_NOBODY);
	EXPECT(is(line, ND_TOP_GUEST, 100) && says(line, "starved"));
	EXPECT(line->verdict.mood == ND_TOP_BAD && strstr(line->verdict.text, "ran 1.00 %"));
	line = line_of(&t, 4000, ND_TOP_NOBODY);
	EXPECT(is(line, ND_TOP_EXITS, 0) && is(line, ND_TOP_GUEST, 10000) && says(line, "stuck"));
	EXPECT(says(line_of(&t, 5000, ND_TOP_NOBODY), "storm"));
	line = line_of(&t, 6000, ND_TOP_NOBODY);
	EXPECT(says(line, "gone") && !(line->known & BIT(ND_TOP_GUEST)));
	EXPECT(t.all == 1231510 && t.nested == 2000 && t.mult == 9000 && t.refl == 7500 &&
	       !t.failed);
	done("VMs: figures and verdicts");
	nd_top_table_free(&t);
}

static void test_vcpus(void)
{
	struct nd_top_pick pick = everything(ND_TOP_VCPU);
	const struct nd_top_line *line;
	struct nd_top_table t;

	pick.pid = 1000;
	nd_top_table_make(&t, &model, &pick);
	EXPECT(t.nr == 2);
	line = line_of(&t, 1000, 0);
	EXPECT(is(line, ND_TOP_EXITS, 11000) && is(line, ND_TOP_HANDLING, 2500) &&
	       is(line, ND_TOP_WAITING, 0));
	line = line_of(&t, 1000, 1);
	EXPECT(is(line, ND_TOP_EXITS, 10) && is(line, ND_TOP_WAITING, 9900));
	EXPECT(!(line->known & BIT(ND_TOP_MULT)) && !(line->known & BIT(ND_TOP_REFL)));
	nd_top_table_free(&t);
	pick.pid = 6000;
	nd_top_table_make(&t, &model, &pick);
	model.names = NULL;
	nd_top_table_free(&t);
	nd_top_table_make(&t, &model, &pick);
	EXPECT(t.nr == 1 && says(&t.lines[0], "away") && !t.lines[0].name);
	model.names = &names;
	done("vCPUs: those of one VM, and one that is away");
	nd_top_table_free(&t);
}

/* Two that wait share the time of waits by an estimate, and it is called one. */
static void test_estimate(void)
{
	struct nd_trace *a = first.trace, *b = second.trace;
	struct nd_acct_vcpu was = b->vcpus[0];
	struct nd_top_pick pick = everything(ND_TOP_VCPU);
	struct nd_top_table t;
	struct nd_top_model shared;

	b->vcpus[0].counts[ND_LEVEL_GUEST][12] = a->vcpus[0].counts[ND_LEVEL_GUEST][12] + 5;
	b->sum.cells[ND_LEVEL_GUEST][12].count += 5;
	nd_top_model_make(&shared, &machine.facts, &names, &second, &first, &first, 0);
	nd_top_table_make(&t, &shared, &pick);
	EXPECT(line_of(&t, 1000, 0)->about && line_of(&t, 1000, 1)->about);
	EXPECT(is(line_of(&t, 1000, 1), ND_TOP_WAITING, 9900));
	EXPECT(is(line_of(&t, 1000, 0), ND_TOP_HANDLING, 2500));
	nd_top_table_free(&t);
	nd_top_model_free(&shared);
	b->vcpus[0] = was;
	b->sum.cells[ND_LEVEL_GUEST][12].count -= 5;
	done("waits of several vCPUs are parted by an estimate");
}

static void test_reasons(void)
{
	struct nd_top_pick pick = everything(ND_TOP_REASON);
	const struct nd_top_line *line;
	struct nd_top_table t;

	pick.longer = 500000;
	nd_top_table_make(&t, &model, &pick);
	EXPECT(t.nr == 11 && t.pick.sort == ND_TOP_TIME);
	line = labelled(&t, "CPUID", ND_LEVEL_NESTED);
	EXPECT(is(line, ND_TOP_EXITS, 1500) && is(line, ND_TOP_MEAN, 300000));
	EXPECT(is(line, ND_TOP_REFL, 10000) && is(line, ND_TOP_MULT, 9000));
	EXPECT(is(labelled(&t, "EPT_VIOLATION", ND_LEVEL_NESTED), ND_TOP_REFL, 0));
	EXPECT(is(labelled(&t, "EPT_VIOLATION", ND_LEVEL_GUEST), ND_TOP_LONGEST, 2500000));
	EXPECT(is(labelled(&t, "EPT_VIOLATION", ND_LEVEL_GUEST), ND_TOP_SLOW, 1));
	/* 780 us is in the bucket from 524 us on, 600 us, too; waiting is not slow. */
	EXPECT(is(labelled(&t, "INTERRUPT_WINDOW", ND_LEVEL_GUEST), ND_TOP_SLOW, 1000));
	EXPECT(!(labelled(&t, "HLT", ND_LEVEL_GUEST)->known & BIT(ND_TOP_SLOW)));
	EXPECT(!(labelled(&t, "HLT", ND_LEVEL_GUEST)->known & BIT(ND_TOP_TIME)));
	EXPECT(t.slow == 3001 && t.slow_most == 5500);
	nd_top_table_free(&t);
	/*
	 * Times from 524 us on share a bucket: of those of
	 * 600 us it may be none, of 780 us one for sure.
	 */
	pick.longer = 700000;
	nd_top_table_make(&t, &model, &pick);
	EXPECT(is(labelled(&t, "EXTERNAL_INTERRUPT", ND_LEVEL_GUEST), ND_TOP_SLOW, 0));
	EXPECT(is(labelled(&t, "INTERRUPT_WINDOW", ND_LEVEL_GUEST), ND_TOP_SLOW, 1));
	EXPECT(t.slow == 2 && t.slow_most == 3001);
	nd_top_table_free(&t);
	pick.reason = "vmre";
	pick.min = 2000;
	nd_top_table_make(&t, &model, &pick);
	EXPECT(t.nr == 1 && !strcmp(t.lines[0].label, "VMREAD"));
	nd_top_table_free(&t);
	done("reasons: times, reflection, slow ones, filters");
}

static void test_one(void)
{
	struct nd_top_pick pick = everything(ND_TOP_ONE);
	struct nd_top_table t;

	pick.pid = 5000;
	nd_top_table_make(&t, &model, &pick);
	EXPECT(t.nr == 1 && is(&t.lines[0], ND_TOP_SHARE, 10000) &&
	       is(&t.lines[0], ND_TOP_EXITS, 1200000));
	nd_top_table_free(&t);
	pick.pid = ND_TOP_NOBODY;
	pick.vm = "nested \xe4\xb8\xad\xe6\x96\x87";
	nd_top_table_make(&t, &model, &pick);
	EXPECT(t.nr == 5 && is(labelled(&t, "VMREAD", 0), ND_TOP_EXITS, 8000));
	nd_top_table_free(&t);
	pick.vm = "nobody's";
	nd_top_table_make(&t, &model, &pick);
	EXPECT(!t.nr);
	nd_top_table_free(&t);
	done("reasons of one VM, by process and by name");
}

static void test_order(void)
{
	struct nd_top_pick pick = everything(ND_TOP_VM);
	struct nd_top_table t;
	size_t i;

	pick.sort = ND_TOP_HANDLING;
	nd_top_table_make(&t, &model, &pick);
	for (i = 1; i < t.nr; i++)
		EXPECT(t.lines[i - 1].figures[ND_TOP_HANDLING] >=
		       t.lines[i].figures[ND_TOP_HANDLING]);
	EXPECT(t.lines[0].pid == 3000 && t.lines[5].pid == 6000);
	nd_top_table_free(&t);
	pick.reverse = true;
	nd_top_table_make(&t, &model, &pick);
	/* What is not known is last in either order. */
	EXPECT(t.lines[0].pid == 4000 && t.lines[4].pid == 3000 && t.lines[5].pid == 6000);
	nd_top_table_free(&t);
	done("order: both ways, with the unknown last");
}

/*
 * --- keys ---------------------------------------------------------------------------------------
 */

static struct nd_top_state state;
static struct nd_top_table shown;

static void press(const char *keys)
{
	for (; *keys; keys++) {
		nd_top_press(&state, &shown, *keys);
		nd_top_table_free(&shown);
		nd_top_table_make(&shown, &model, &state.pick);
	}
}

static void press_key(int key)
{
	nd_top_press(&state, &shown, key);
	nd_top_table_free(&shown);
	nd_top_table_make(&shown, &model, &state.pick);
}

static u32 cursor_pid(void)
{
	return shown.nr ? shown.lines[nd_top_cursor(&state, &shown)].pid : 0;
}

static void begin(enum nd_top_view view)
{
	struct nd_top_pick pick = everything(view);

	nd_top_state_init(&state, &pick, 2000);
	nd_top_table_make(&shown, &model, &state.pick);
}

static void finish(const char *name)
{
	nd_top_table_free(&shown);
	nd_top_state_free(&state);
	done(name);
}

static void test_moves(void)
{
	begin(ND_TOP_VM);
	state.page = 2;
	EXPECT(cursor_pid() == 5000);
	press_key(ND_KEY_UP);
	EXPECT(cursor_pid() == 5000);
	press_key(ND_KEY_DOWN);
	EXPECT(cursor_pid() == 2000);
	press_key(ND_KEY_PAGE_DOWN);
	EXPECT(cursor_pid() == 3000);
	press_key(ND_KEY_END);
	EXPECT(cursor_pid() == 6000);
	press_key(ND_KEY_DOWN);
	EXPECT(cursor_pid() == 6000);
	press_key(ND_KEY_PAGE_UP);
	EXPECT(cursor_pid() == 3000);
	/* It stays on its VM in another order. */
	press("o");
	EXPECT(state.pick.sort == ND_TOP_HANDLING && cursor_pid() == 3000);
	press("o");
	EXPECT(state.pick.sort == ND_TOP_EXITS && cursor_pid() == 3000);
	press_key(ND_KEY_HOME);
	EXPECT(cursor_pid() == 5000);
	press(">");
	EXPECT(state.pick.sort == ND_TOP_NESTED && cursor_pid() == 5000);
	press("<<");
	EXPECT(state.pick.sort == ND_TOP_FAILED);
	press("R");
	EXPECT(state.pick.reverse);
	finish("keys: the cursor and the order");
}

static void test_descent(void)
{
	begin(ND_TOP_VM);
	press_key(ND_KEY_DOWN);
	press_key(ND_KEY_ENTER);
	EXPECT(state.pick.view == ND_TOP_VCPU && shown.nr == 1 && cursor_pid() == 2000);
	press_key(ND_KEY_RIGHT);
	EXPECT(state.pick.view == ND_TOP_ONE && shown.nr == 5 && state.pick.vcpu == 0);
	press_key(ND_KEY_ENTER);
	EXPECT(state.pick.view == ND_TOP_TIMES && shown.nr == 1 &&
	       shown.lines[0].figures[ND_TOP_EXITS] == 8000);
	press_key(ND_KEY_ENTER);
	EXPECT(state.pick.view == ND_TOP_TIMES);
	press_key(ND_KEY_LEFT);
	press_key(ND_KEY_ESCAPE);
	EXPECT(state.pick.view == ND_TOP_VCPU);
	press_key(ND_KEY_BACKSPACE);
	EXPECT(state.pick.view == ND_TOP_VM && cursor_pid() == 2000 && shown.nr == 6);
	press_key(ND_KEY_LEFT);
	EXPECT(state.pick.view == ND_TOP_VM);
	press("b");
	EXPECT(state.pick.view == ND_TOP_REASON && shown.nr == 11);
	press("b");
	EXPECT(state.pick.view == ND_TOP_VM);
	press("x");
	EXPECT(state.pick.view == ND_TOP_VCPU && shown.nr == 7);
	press("x");
	EXPECT(state.pick.view == ND_TOP_VM);
	finish("keys: from a VM to its times and back");
}

static void test_prompts(void)
{
	begin(ND_TOP_VM);
	press("/star");
	EXPECT(state.prompt == ND_TOP_ASK_FILTER && !strcmp(state.typed, "star") && shown.nr == 6);
	/* Keys of the screen are text now. */
	press("q");
	EXPECT(!state.quit);
	press_key(ND_KEY_BACKSPACE);
	press("\n");
	EXPECT(!state.prompt && shown.nr == 1 && cursor_pid() == 3000);
	press("/(\n");
	EXPECT(state.message[0] && shown.nr == 1);
	press("/x\033");
	EXPECT(!state.prompt && shown.nr == 1);
	press("f\n");
	EXPECT(shown.nr == 6);
	press("gweb\n");
	EXPECT(shown.nr == 1 && cursor_pid() == 1000);
	press("gnone\n");
	EXPECT(state.message[0] && shown.nr == 1);
	press("c");
	EXPECT(shown.nr == 6 && !state.message[0]);
	press("p2000\n");
	EXPECT(shown.nr == 1 && cursor_pid() == 2000);
	press("b");
	EXPECT(state.pick.view == ND_TOP_ONE && shown.nr == 5);
	press("c");
	EXPECT(state.pick.view == ND_TOP_REASON && shown.nr == 11);
	press("p77\n");
	EXPECT(state.message[0]);
	press("s0.5\n");
	EXPECT(state.delay == 500);
	press("s0\n");
	EXPECT(state.delay == 500 && state.message[0]);
	press("snan\n");
	EXPECT(state.delay == 500 && state.message[0]);
	finish("keys: filters and what is typed");
}

static void test_switches(void)
{
	begin(ND_TOP_VM);
	press(" ");
	EXPECT(state.frozen);
	press(" ");
	EXPECT(!state.frozen);
	press("h");
	EXPECT(state.help);
	press("b");
	EXPECT(!state.help && state.pick.view == ND_TOP_VM);
	press("r");
	EXPECT(state.reset);
	press("n");
	EXPECT(state.next);
	press("hq");
	EXPECT(state.quit);
	finish("keys: freeze, help, reset, quit");
}

/*
 * --- the screen ---------------------------------------------------------------------------------
 */

#define HEIGHT_MAX	70

static char drawn[HEIGHT_MAX][ND_TOP_TEXT_MAX];
static bool ugly;

static u32 columns_of(const char *text)
{
	char copy[ND_TOP_TEXT_MAX];

	return nd_top_cut(copy, text, ~0U, false);
}

static void put(struct nd_top_canvas *canvas, u32 y, u32 x, enum nd_top_style style,
		const char *text)
{
	const char *c;

	(void)style;
	for (c = text; *c; c++)
		ugly |= (unsigned char)*c < ' ' || *c == 0x7f || (canvas->ascii && *c & 0x80);
	ugly |= y >= canvas->height || y >= HEIGHT_MAX || x + columns_of(text) > canvas->width;
	if (y < HEIGHT_MAX)
		snprintf(drawn[y] + strlen(drawn[y]), sizeof(drawn[y]) - strlen(drawn[y]), "%*s%s",
			 (int)(x > columns_of(drawn[y]) ? x - columns_of(drawn[y]) : 0), "", text);
}

static void draw(u32 width, u32 height, bool ascii)
{
	static const struct nd_top_about about = { "host", "vmx", "12:00:02", false };
	struct nd_top_canvas canvas = { width, height, ascii, put };

	memset(drawn, 0, sizeof(drawn));
	nd_top_draw(&canvas, &state, &shown, &about);
}

static bool sees(const char *text)
{
	u32 i;

	for (i = 0; i < HEIGHT_MAX; i++)
		if (strstr(drawn[i], text))
			return true;
	return false;
}

static void test_sizes(void)
{
	static const char *const ways[] = { "", "b", "x", "h", "/abc", "p2000\nb" };
	u32 width, height;
	size_t i;

	for (i = 0; i < ARRAY_SIZE(ways); i++) {
		begin(ND_TOP_VM);
		press(ways[i]);
		for (width = 1; width < 300; width += width < 100 ? 1 : 37)
			for (height = 1; height < HEIGHT_MAX; height += 3) {
				draw(width, height, (width + height) & 1);
				EXPECT(!ugly);
			}
		nd_top_table_free(&shown);
		nd_top_state_free(&state);
	}
	done("screen: nothing beyond the edge at any size");
}

static void test_content(void)
{
	begin(ND_TOP_VM);
	draw(80, 24, false);
	EXPECT(!strcmp(drawn[0], "nestdiag top  host  12:00:02  every 2 s  source vmx"));
	EXPECT(!strcmp(drawn[1], "615755 exits/s, 1000 nested, 75% of them reflected, multiplier 9.0"));
	EXPECT(!strncmp(drawn[4], ">5000 ", 6) && strstr(drawn[4], " 600000 ") && strstr(drawn[4], " storm"));
	EXPECT(!strncmp(drawn[7], " 3000 evil?[3", 13) && strstr(drawn[7], "starved"));
	EXPECT(strstr(drawn[21], "600000 exits a second") && !drawn[22][0]);
	press_key(ND_KEY_DOWN);
	draw(80, 24, false);
	/* Two lines of evidence, broken between words. */
	EXPECT(columns_of(drawn[21]) < 80 && strstr(drawn[22], "VMRESUME 1.0"));
	press_key(ND_KEY_UP);
	EXPECT(strstr(drawn[23], "q quit"));
	press("h");
	draw(80, 24, false);
	EXPECT(sees("a VM's vCPUs, a vCPU's reasons, their times") && sees("quit"));
	press("h ");
	draw(80, 24, false);
	EXPECT(strstr(drawn[0], "FROZEN"));
	/* A narrow one has the first figures and the verdict. */
	draw(40, 10, false);
	EXPECT(sees("600000") && sees("starved") && !sees("wait"));
	draw(80, 10, false);
	press_key(ND_KEY_END);
	draw(80, 10, false);
	EXPECT(!sees(" 5000 ") && sees(">6000"));
	draw(30, 5, false);
	EXPECT(sees("too small"));
	/* A wide one shows names whole. */
	draw(120, 24, false);
	EXPECT(sees("2000 nested \xe4\xb8\xad\xe6\x96\x87"));
	draw(120, 24, true);
	EXPECT(sees("2000 nested ??"));
	finish("screen: what stands where");
}

int main(int argc, char **argv)
{
	if (argc != 3)
		return 1;
	load(argv[1], &first);
	load(argv[2], &second);
	nd_top_model_make(&model, &machine.facts, &names, &second, &first, &first, 0);
	test_time();
	test_vms();
	test_vcpus();
	test_estimate();
	test_reasons();
	test_one();
	test_order();
	test_moves();
	test_descent();
	test_prompts();
	test_switches();
	test_sizes();
	test_content();
	nd_top_model_free(&model);
	nd_top_sample_free(&first);
	nd_top_sample_free(&second);
	nd_machine_free(&machine);
	return failed;
}
