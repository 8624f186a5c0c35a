// SPDX-License-Identifier: GPL-2.0-only
/*
 * The table for scripts. All rows of a view have the same columns; what is not known is null.
 */
#include "tools/top/column.h"
#include "tools/top/rows.h"

#define NS_PER_S	1000000000ull

static void number(struct nd_row *row, const char *key, u32 value)
{
	if (value == ND_TOP_NOBODY)
		nd_row_str(row, key, NULL);
	else
		nd_row_dec(row, key, value);
}

static void figure(const struct nd_top_table *t, const struct nd_top_line *line,
		   const struct nd_top_column *c, struct nd_row *row)
{
	u64 value = line->figures[c->figure];
	bool known = line->known & BIT(c->figure);

	if (!known) {
		nd_row_str(row, c->key, NULL);
		if (c->rate)
			nd_row_str(row, c->rate, NULL);
		return;
	}
	switch (c->unit) {
	case ND_TOP_RATE:
		nd_row_dec(row, c->key, value);
		if (!c->rate)
			break;
		if (t->model->ns)
			nd_row_ratio(row, c->rate, value * NS_PER_S, t->model->ns);
		else
			nd_row_str(row, c->rate, NULL);
		break;
	case ND_TOP_PERCENT:
		nd_row_ratio(row, c->key, value, 100);
		break;
	case ND_TOP_RATIO:
		nd_row_ratio(row, c->key, value, 1000);
		break;
	case ND_TOP_NS:
		nd_row_dec(row, c->key, value);
		break;
	}
}

static void whose(const struct nd_top_table *t, const struct nd_top_line *line, struct nd_row *row)
{
	const struct nd_trace *trace = t->model->delta;
	const struct nd_top_pick *p = &t->pick;

	if (p->view == ND_TOP_VM || p->view == ND_TOP_VCPU) {
		number(row, "pid", line->pid);
		nd_row_str(row, "vm", line->name);
		if (p->view == ND_TOP_VM)
			nd_row_dec(row, "vcpu_count", line->vcpus);
		else
			number(row, "vcpu", line->vcpu);
		return;
	}
	if (p->view == ND_TOP_ONE) {
		number(row, "pid", p->pid);
		nd_row_str(row, "vm", p->vm);
		number(row, "vcpu", p->vcpu);
	}
	nd_row_str(row, "isa", nd_isa_word(trace->isa));
	nd_row_str(row, "level", nd_level_name(line->level));
	nd_row_dec(row, "reason", nd_acct_reason(&trace->sum, line->slot));
	nd_row_str(row, "name", line->label);
}

void nd_top_rows(const struct nd_top_table *t, const char *time, const struct nd_emit *emit)
{
	bool vcpus = t->pick.view == ND_TOP_VM || t->pick.view == ND_TOP_VCPU;
	const struct nd_top_column *c;
	struct nd_row row;
	size_t i;

	for (i = 0; i < t->nr; i++) {
		const struct nd_top_line *line = &t->lines[i];

		nd_row_init(&row, ND_ROW_TOP, NULL, line->label, NULL);
		nd_row_str(&row, "time", *time ? time : NULL);
		whose(t, line, &row);
		for (c = nd_top_columns; c->word; c++)
			if (nd_top_has(c, &t->pick) && c->figure != ND_TOP_FAILED)
				figure(t, line, c, &row);
		if (vcpus) {
			nd_row_dec(&row, "failed_count", line->figures[ND_TOP_FAILED]);
			nd_row_bool(&row, "waited_measured", !line->about);
			nd_row_str(&row, "judgement", line->verdict.word);
			nd_row_str(&row, "evidence", line->verdict.text);
		}
		nd_emit_row(emit, &row);
	}
}
