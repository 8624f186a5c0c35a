// SPDX-License-Identifier: GPL-2.0-only
/*
 * The table as text: for a screen of any size, and line by line.
 */
#include "tools/out/text.h"
#include "tools/top/column.h"
#include "tools/top/frame.h"

#define LEVEL		7	/* columns of "nested" and a space */
#define VERDICT		(ND_TOP_WORD + 1)
#define LABEL_MIN	12
#define BAR_MIN		12

#define WIDTH_LEAST	40
#define HEIGHT_LEAST	8
#define LINES_ABOVE	4
#define LINES_BELOW	3	/* two of evidence, and one of keys */

/* Characters that take two columns on a terminal, and those that take none. */
static u32 columns_of(u32 point)
{
	static const struct {
		u32 from;
		u32 to;
		u32 columns;
	} ranges[] = {
		{ 0x300, 0x36f, 0 }, { 0x1100, 0x115f, 2 }, { 0x2e80, 0xa4cf, 2 },
		{ 0xac00, 0xd7a3, 2 }, { 0xf900, 0xfaff, 2 }, { 0xfe00, 0xfe0f, 0 },
		{ 0xfe30, 0xfe6f, 2 }, { 0xff00, 0xff60, 2 }, { 0xffe0, 0xffe6, 2 },
		{ 0x1f300, 0x1faff, 2 }, { 0x20000, 0x3fffd, 2 },
	};
	size_t i;

	for (i = 0; i < ARRAY_SIZE(ranges); i++)
		if (point >= ranges[i].from && point <= ranges[i].to)
			return ranges[i].columns;
	return 1;
}

/* The text has been cleaned, so that it is UTF-8. */
static u32 decode(const unsigned char *s, u32 *point)
{
	u32 len = s[0] < 0x80 ? 1 : s[0] >= 0xf0 ? 4 : s[0] >= 0xe0 ? 3 : 2, i;

	*point = len == 1 ? s[0] : s[0] & (0x7f >> len);
	for (i = 1; i < len; i++)
		*point = *point << 6 | (s[i] & 0x3f);
	return len;
}

u32 nd_top_cut(char *dst, const char *text, u32 width, bool ascii)
{
	char clean[ND_TOP_TEXT_MAX];
	const char *s = clean;
	u32 used = 0;

	scnprintf(clean, sizeof(clean), "%s", text);
	nd_text_clean(clean);
	while (*s) {
		u32 point, len = decode((const unsigned char *)s, &point);
		u32 columns = columns_of(point);

		if (used + columns > width)
			break;
		if (len > 1 && ascii) {
			*dst++ = '?';
			used++;
		} else {
			memcpy(dst, s, len);
			dst += len;
			used += columns;
		}
		s += len;
	}
	*dst = '\0';
	return used;
}

/* Append @text in exactly @width columns, to the left. */
static char *pad(char *at, const char *text, u32 width)
{
	u32 used = nd_top_cut(at, text, width, false);

	at += strlen(at);
	memset(at, ' ', width - used);
	at += width - used;
	*at = '\0';
	return at;
}

static bool has_level(const struct nd_top_table *t)
{
	return t->pick.view == ND_TOP_REASON || t->pick.view == ND_TOP_ONE;
}

static bool has_verdict(const struct nd_top_table *t)
{
	return t->pick.view == ND_TOP_VM || t->pick.view == ND_TOP_VCPU;
}

static bool has_bar(const struct nd_top_table *t)
{
	return t->pick.view == ND_TOP_ONE || t->pick.view == ND_TOP_TIMES;
}

/**
 * struct layout - what fits into a line
 * @label:   columns of the label
 * @bar:     columns of the bar, 0 for none
 * @columns: bit of nd_top_columns[]: it is shown
 */
struct layout {
	u32 label;
	u32 bar;
	u32 columns;
};

/* Of a narrow screen the last columns are left out; on a wide one labels get what is left. */
static struct layout lay_out(const struct nd_top_table *t, u32 width)
{
	struct layout l = { 0 };
	u32 used = LABEL_MIN + (has_level(t) ? LEVEL : 0) + (has_verdict(t) ? VERDICT : 0);
	u32 i, rest;

	for (i = 0; nd_top_columns[i].word; i++) {
		const struct nd_top_column *c = &nd_top_columns[i];

		if (!nd_top_has(c, &t->pick) || used + c->width > width)
			continue;
		l.columns |= BIT(i);
		used += c->width;
	}
	rest = width > used ? width - used : 0;
	if (has_bar(t) && rest > BAR_MIN) {
		u32 label = rest / 3 < 14 ? rest / 3 : 14;

		l.label = LABEL_MIN + label;
		l.bar = rest - label;
	} else {
		l.label = LABEL_MIN + (rest < 60 ? rest : 60);
	}
	return l;
}

static char *bar_text(char *at, u64 share, u32 width)
{
	u32 full = share * (width - 2) / 10000, i;

	*at++ = ' ';
	*at++ = ' ';
	for (i = 0; i < width - 2; i++)
		*at++ = i < full ? '#' : ' ';
	*at = '\0';
	return at;
}

void nd_top_title_text(const struct nd_top_table *t, u32 width, char *buf)
{
	struct layout l = lay_out(t, width);
	char *at = pad(buf, nd_top_view_title(t->pick.view), l.label);
	u32 i;

	if (has_level(t))
		at = pad(at, "level", LEVEL);
	for (i = 0; nd_top_columns[i].word; i++)
		if (l.columns & BIT(i))
			at += sprintf(at, "%*s", nd_top_columns[i].width, nd_top_columns[i].title);
	if (has_verdict(t))
		sprintf(at, " verdict");
}

/* Spaces at the end are left out. */
static void trim(char *text)
{
	size_t len = strlen(text);

	while (len && text[len - 1] == ' ')
		text[--len] = '\0';
}

/* All but the verdict. */
static char *figures_text(const struct nd_top_table *t, const struct nd_top_line *line,
			  const struct layout *l, char *buf)
{
	char text[ND_TOP_TEXT];
	char *at = pad(buf, line->label, l->label - 1);
	u32 i;

	at = pad(at, "", 1);
	if (has_level(t))
		at = pad(at, line->level == ND_LEVEL_NESTED ? "nested" : "guest", LEVEL);
	for (i = 0; nd_top_columns[i].word; i++)
		if (l->columns & BIT(i))
			at += sprintf(at, "%*s", nd_top_columns[i].width,
				      nd_top_figure_text(t, line, &nd_top_columns[i], text,
							 sizeof(text)));
	if (l->bar)
		at = bar_text(at, line->figures[ND_TOP_SHARE], l->bar);
	return at;
}

void nd_top_line_text(const struct nd_top_table *t, const struct nd_top_line *line, u32 width,
		      char *buf)
{
	struct layout l = lay_out(t, width);
	char *at = figures_text(t, line, &l, buf);

	if (has_verdict(t))
		sprintf(at, " %s", line->verdict.word ? line->verdict.word : "");
	trim(buf);
}

/*
 * --- the screen ---------------------------------------------------------------------------------
 */

static void put(struct nd_top_canvas *c, u32 y, u32 x, enum nd_top_style style, const char *text)
{
	char cut[ND_TOP_TEXT_MAX];

	if (y >= c->height || x >= c->width)
		return;
	nd_top_cut(cut, text, c->width - x, c->ascii);
	c->put(c, y, x, style, cut);
}

static void draw_help(struct nd_top_canvas *c)
{
	char text[ND_TOP_LABEL];
	u32 i;

	put(c, 0, 0, ND_TOP_BOLD, "Keys of nestdiag top; any key goes back");
	for (i = 0; nd_top_keys[i].keys; i++) {
		scnprintf(text, sizeof(text), "%-31s%s", nd_top_keys[i].keys, nd_top_keys[i].does);
		put(c, i + 2, 2, ND_TOP_PLAIN, text);
	}
}

static void draw_head(struct nd_top_canvas *c, const struct nd_top_state *s,
		      const struct nd_top_about *about)
{
	char text[ND_TOP_TEXT_MAX], more[80];

	if (about->recorded)
		scnprintf(more, sizeof(more), "recorded");
	else
		scnprintf(more, sizeof(more), "every %g s", s->delay / 1000.0);
	scnprintf(text, sizeof(text), "nestdiag top  %s%s%s  %s  source %s%s", about->host,
		  *about->host ? "  " : "", about->time, more, about->source,
		  s->frozen ? "  FROZEN" : "");
	put(c, 0, 0, ND_TOP_BOLD, text);
}

static void draw_sums(struct nd_top_canvas *c, const struct nd_top_table *t)
{
	char text[ND_TOP_TEXT_MAX], a[ND_TOP_TEXT], b[ND_TOP_TEXT];
	int at;

	at = scnprintf(text, sizeof(text), "%s exits/s",
		       nd_top_rate_text(t->model, t->all, a, sizeof(a)));
	if (t->nested)
		at += scnprintf(text + at, sizeof(text) - at, ", %s nested, %s of them reflected",
				nd_top_rate_text(t->model, t->nested, a, sizeof(a)),
				nd_top_percent_text(t->refl, b, sizeof(b)));
	if (t->mult)
		at += scnprintf(text + at, sizeof(text) - at, ", multiplier %s",
				nd_top_ratio_text(t->mult, a, sizeof(a)));
	if (t->failed)
		at += scnprintf(text + at, sizeof(text) - at, ", failed entries %s/s",
				nd_top_rate_text(t->model, t->failed, a, sizeof(a)));
	put(c, 1, 0, t->failed ? ND_TOP_RED : ND_TOP_PLAIN, text);
}

static const char *sort_word(const struct nd_top_table *t)
{
	size_t i;

	for (i = 0; nd_top_columns[i].word; i++)
		if (nd_top_columns[i].figure == t->pick.sort)
			return nd_top_columns[i].word;
	return "";
}

/* Which lines these are, and what there is to say about all of them. */
static void draw_path(struct nd_top_canvas *c, const struct nd_top_state *s,
		      const struct nd_top_table *t)
{
	const struct nd_top_pick *p = &t->pick;
	char text[ND_TOP_TEXT_MAX], name[ND_EXIT_NAME];
	int at = 0;

	if (p->view == ND_TOP_TIMES)
		at += scnprintf(text, sizeof(text), "%s of %s, all vCPUs",
				nd_exit_name(t->model->delta->isa,
					     nd_acct_reason(&t->model->delta->sum, p->slot), name,
					     sizeof(name)),
				p->level == ND_LEVEL_NESTED ? "nested guests" : "guests");
	else
		at += scnprintf(text, sizeof(text), "by %s, sorted by %s%s",
				p->view == ND_TOP_VM ? "VM" : p->view == ND_TOP_VCPU ? "vCPU" :
				"reason", sort_word(t), p->reverse ? " reversed" : "");
	if (p->view != ND_TOP_TIMES && p->pid != ND_TOP_NOBODY)
		at += scnprintf(text + at, sizeof(text) - at, ", process %u", p->pid);
	if (p->view != ND_TOP_TIMES && p->vcpu != ND_TOP_NOBODY)
		at += scnprintf(text + at, sizeof(text) - at, ", vCPU %u", p->vcpu);
	if (p->vm)
		at += scnprintf(text + at, sizeof(text) - at, ", VM %s", p->vm);
	if (s->filter[0])
		at += scnprintf(text + at, sizeof(text) - at, ", filter %s", s->filter);
	if (t->rare)
		at += scnprintf(text + at, sizeof(text) - at, ", %llu exits for rare reasons",
				t->rare);
	if (t->slow)
		at += scnprintf(text + at, sizeof(text) - at, ", SLOW: %llu to %llu exits",
				t->slow, t->slow_most);
	if (t->host[0])
		scnprintf(text + at, sizeof(text) - at, "; overall: %s", t->host);
	put(c, 2, 0, t->slow ? ND_TOP_RED : t->host[0] ? ND_TOP_YELLOW : ND_TOP_PLAIN, text);
}

static enum nd_top_style style_of(const struct nd_top_line *line)
{
	static const enum nd_top_style styles[] = {
		[ND_TOP_CALM] = ND_TOP_DIM, [ND_TOP_FINE] = ND_TOP_GOOD,
		[ND_TOP_WARNS] = ND_TOP_YELLOW, [ND_TOP_BAD] = ND_TOP_RED,
	};

	return styles[line->verdict.mood];
}

static void draw_line(struct nd_top_canvas *c, const struct nd_top_table *t,
		      const struct nd_top_line *line, u32 y, bool marked)
{
	struct layout l = lay_out(t, c->width - 1);
	char text[ND_TOP_TEXT_MAX], verdict[VERDICT + 1] = "", all[ND_TOP_TEXT_MAX];
	u32 columns;

	figures_text(t, line, &l, text);
	if (has_verdict(t))
		pad(verdict, line->verdict.word ? line->verdict.word : "", ND_TOP_WORD);
	if (marked) {
		scnprintf(all, sizeof(all), ">%s%s%s", text, *verdict ? " " : "", verdict);
		put(c, y, 0, ND_TOP_MARKED, all);
		return;
	}
	scnprintf(all, sizeof(all), " %s", text);
	put(c, y, 0, ND_TOP_PLAIN, all);
	columns = nd_top_cut(all, text, c->width, c->ascii) + 2;
	trim(verdict);
	put(c, y, columns, style_of(line), verdict);
}

/* What the rule says, in two lines that break between words. */
static void draw_evidence(struct nd_top_canvas *c, const struct nd_top_line *line, u32 y)
{
	const char *text = line->verdict.text;
	char first[ND_TOP_TEXT_MAX];
	size_t len;

	nd_top_cut(first, text, c->width, false);
	len = strlen(first);
	if (text[len]) {
		while (len && text[len] != ' ')
			len--;
		if (len)
			first[len++] = '\0';
		else
			len = strlen(first);
	}
	put(c, y, 0, style_of(line), first);
	put(c, y + 1, 0, style_of(line), text + len);
}

static void draw_foot(struct nd_top_canvas *c, const struct nd_top_state *s,
		      const struct nd_top_table *t)
{
	const struct nd_top_line *line = t->nr ? &t->lines[nd_top_cursor(s, t)] : NULL;
	char text[ND_TOP_TEXT_MAX];
	u32 y = c->height - 1;

	if (line)
		draw_evidence(c, line, y - 2);
	if (s->prompt)
		scnprintf(text, sizeof(text), "%s: %s_", nd_top_prompt_text(s->prompt), s->typed);
	else if (s->message[0])
		scnprintf(text, sizeof(text), "%s", s->message);
	else
		scnprintf(text, sizeof(text), "q quit  enter open  left back  b reasons  / filter  space freeze  h help");
	put(c, y, 0, s->prompt || s->message[0] ? ND_TOP_BOLD : ND_TOP_DIM, text);
}

void nd_top_draw(struct nd_top_canvas *c, struct nd_top_state *s, const struct nd_top_table *t,
		 const struct nd_top_about *about)
{
	char text[ND_TOP_TEXT_MAX];
	u32 i, at = nd_top_cursor(s, t);

	if (c->width > ND_TOP_WIDTH_MAX)
		c->width = ND_TOP_WIDTH_MAX;
	if (c->width < WIDTH_LEAST || c->height < HEIGHT_LEAST) {
		put(c, 0, 0, ND_TOP_PLAIN, "too small");
		return;
	}
	if (s->help) {
		draw_help(c);
		return;
	}
	draw_head(c, s, about);
	draw_sums(c, t);
	draw_path(c, s, t);
	text[0] = ' ';
	nd_top_title_text(t, c->width - 1, text + 1);
	put(c, 3, 0, ND_TOP_BOLD, text);
	s->page = c->height - LINES_ABOVE - LINES_BELOW;
	if (at < s->first)
		s->first = at;
	if (at >= s->first + s->page)
		s->first = at - s->page + 1;
	if (s->first + s->page > t->nr)
		s->first = t->nr > s->page ? t->nr - s->page : 0;
	if (!t->nr)
		put(c, LINES_ABOVE, 1, ND_TOP_PLAIN, "nothing to show");
	for (i = 0; i < s->page && s->first + i < t->nr; i++)
		draw_line(c, t, &t->lines[s->first + i], LINES_ABOVE + i, s->first + i == at);
	draw_foot(c, s, t);
}
