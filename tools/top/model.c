// SPDX-License-Identifier: GPL-2.0-only
/*
 * The table of what is going on: two samples become lines with figures.
 */
#include <stdlib.h>

#include "core/base/figures.h"
#include "core/exits/narrow.h"
#include "core/exits/nestedrows.h"
#include "core/exits/slow.h"
#include "core/exits/vcpurows.h"

#include "tools/out/text.h"
#include "tools/top/model.h"
#include "tools/top/vcputime.h"

void nd_top_model_make(struct nd_top_model *m, const struct nd_facts *facts,
		       const struct nd_top_names *names, const struct nd_top_sample *now,
		       const struct nd_top_sample *before, const struct nd_top_sample *far, u64 ns)
{
	*m = (struct nd_top_model){ .facts = facts, .names = names, .before = before->trace,
				    .total = now->trace };
	m->delta = nd_top_since(now, before);
	m->window = nd_top_since(now, far);
	m->ns = nd_top_elapsed(now, before);
	if (!m->ns)
		m->ns = ns;
}

void nd_top_model_free(struct nd_top_model *m)
{
	nd_top_free(m->delta);
	nd_top_free(m->window);
	memset(m, 0, sizeof(*m));
}

static void set(struct nd_top_line *line, enum nd_top_figure figure, u64 value)
{
	line->figures[figure] = value;
	line->known |= BIT(figure);
}

static struct nd_top_line *add_line(struct nd_top_table *t)
{
	struct nd_top_line *line;

	t->lines = nd_realloc(t->lines, (t->nr + 1) * sizeof(*t->lines));
	line = &t->lines[t->nr++];
	*line = (struct nd_top_line){ .pid = ND_TOP_NOBODY, .vcpu = ND_TOP_NOBODY,
				      .slot = ND_NR_SLOTS };
	return line;
}

static const char *name_of(const struct nd_top_model *m, u32 pid)
{
	return m->names && m->names->name ? m->names->name(pid) : NULL;
}

/* Is this vCPU among those that are asked about? */
static bool is_picked(const struct nd_top_table *t, const struct nd_acct_vcpu *vcpu)
{
	const char *name;

	if ((t->pick.pid != ND_TOP_NOBODY && vcpu->pid != t->pick.pid) ||
	    (t->pick.vcpu != ND_TOP_NOBODY && vcpu->id != t->pick.vcpu))
		return false;
	if (!t->pick.vm)
		return true;
	name = name_of(t->model, vcpu->pid);
	return name && !strcmp(name, t->pick.vm);
}

static bool picks_any(const struct nd_top_table *t)
{
	return t->pick.pid != ND_TOP_NOBODY || t->pick.vcpu != ND_TOP_NOBODY || t->pick.vm;
}

/* What the vCPUs for which @take says so have counted; of the others nothing is copied. */
static struct nd_trace *narrow_to(const struct nd_trace *trace, const bool *take,
				  struct nd_narrowed *narrowed)
{
	struct nd_trace *copy = nd_realloc(NULL, sizeof(*copy));
	u32 i, nr = 0;

	for (i = 0; i < trace->nr_vcpus; i++)
		nr += take[i];
	*copy = *trace;
	copy->vcpus = nd_realloc(NULL, (nr + 1) * sizeof(*copy->vcpus));
	copy->max_vcpus = nr;
	copy->nr_vcpus = 0;
	copy->cpus = NULL;
	copy->nr_cpus = 0;
	for (i = 0; i < trace->nr_vcpus; i++)
		if (take[i])
			copy->vcpus[copy->nr_vcpus++] = trace->vcpus[i];
	*narrowed = nd_trace_narrow(copy);
	return copy;
}

/*
 * --- VMs and vCPUs ------------------------------------------------------------------------------
 */

/**
 * struct sum - of the vCPUs of a line
 * @time:  where their time went
 * @ticks: the time that they had
 * @busy:  vCPUs that are not away
 */
struct sum {
	struct nd_top_time time;
	u32 busy;
};

static void add_times(const struct nd_top_table *t, const bool *take, struct sum *sum)
{
	const struct nd_top_model *m = t->model;
	const struct nd_top_interval interval = { m->before, m->total, m->delta };
	u32 i;

	for (i = 0; i < t->model->total->nr_vcpus; i++) {
		struct nd_top_time time;

		if (!take[i])
			continue;
		time = nd_top_vcpu_time(&interval, i);
		if (time.away)
			continue;
		sum->busy++;
		sum->time.guest += time.guest;
		sum->time.handling += time.handling;
		sum->time.waiting += time.waiting;
		sum->time.about |= time.about;
	}
}

static u64 share(const struct nd_trace *trace, u64 ticks, u64 ns)
{
	u64 part = nd_ratio(nd_trace_ns(trace, ticks), ns, 10000);

	return part < 10000 ? part : 10000;	/* clocks of samples differ a little */
}

static void set_times(const struct nd_top_table *t, const struct sum *sum, struct nd_top_line *line)
{
	u64 ns = t->model->ns * sum->busy;

	if (!ns)
		return;
	set(line, ND_TOP_GUEST, share(t->model->total, sum->time.guest, ns));
	set(line, ND_TOP_HANDLING, share(t->model->total, sum->time.handling, ns));
	set(line, ND_TOP_WAITING, share(t->model->total, sum->time.waiting, ns));
	line->about = sum->time.about;
}

static u64 failed_of(const struct nd_trace *trace)
{
	u64 failed = 0;
	u32 level, slot;

	for (level = 0; level < ND_NR_LEVELS; level++)
		for (slot = 0; slot < ND_SLOT_OTHER; slot++)
			if (nd_trace_failed(trace, slot))
				failed += trace->sum.cells[level][slot].count;
	return failed;
}

static u64 mult_of(const struct nd_nested *nested)
{
	return nested->caused ? nd_ratio(nested->caused, nested->measured, 1000) : 0;
}

static void set_nested(const struct nd_trace *trace, struct nd_top_line *line)
{
	struct nd_nested nested = nd_nested_sum(trace);

	if (nested.reflected && mult_of(&nested))
		set(line, ND_TOP_MULT, mult_of(&nested));
	if (nested.exits)
		set(line, ND_TOP_REFL, nd_ratio(nested.exits - nested.kept, nested.exits, 10000));
}

static void set_verdict(const struct nd_top_table *t, const bool *take, const struct sum *sum,
			struct nd_top_line *line)
{
	const struct nd_top_model *m = t->model;
	struct nd_narrowed narrowed;
	struct nd_trace *total = narrow_to(m->total, take, &narrowed);
	struct nd_trace *window = narrow_to(m->window, take, &narrowed);

	line->verdict = (struct nd_top_verdict){ "ok", ND_TOP_FINE, "" };
	if (m->names && m->names->lives && !m->names->lives(line->pid))
		line->verdict = (struct nd_top_verdict){ "gone", ND_TOP_CALM, "" };
	else if (!sum->busy)
		line->verdict = (struct nd_top_verdict){ "away", ND_TOP_CALM, "" };
	else if (!line->figures[ND_TOP_EXITS] && !sum->time.guest)
		line->verdict = (struct nd_top_verdict){ "idle", ND_TOP_CALM, "" };
	if (strcmp(line->verdict.word, "gone"))
		nd_top_judge(m->facts, total, window, &line->verdict);
	nd_top_free(total);
	nd_top_free(window);
}

static void vcpus_line(struct nd_top_table *t, const bool *take, u32 first, u32 nr)
{
	const struct nd_top_model *m = t->model;
	const struct nd_acct_vcpu *vcpu = &m->total->vcpus[first];
	struct nd_top_line *line = add_line(t);
	struct nd_narrowed narrowed;
	struct nd_trace *delta = narrow_to(m->delta, take, &narrowed);
	struct sum sum = { 0 };
	u64 nested = 0;
	u32 i;

	line->pid = vcpu->pid;
	line->vcpus = nr;
	line->name = name_of(m, vcpu->pid);
	if (t->pick.view == ND_TOP_VCPU)
		line->vcpu = vcpu->id;
	if (line->vcpu != ND_TOP_NOBODY)
		scnprintf(line->label, sizeof(line->label), "%u/%u%s%s", line->pid, line->vcpu,
			  line->name ? " " : "", line->name ? line->name : "");
	else
		scnprintf(line->label, sizeof(line->label), "%u%s%s", line->pid,
			  line->name ? " " : "", line->name ? line->name : "");
	set(line, ND_TOP_EXITS, 0);
	for (i = 0; i < delta->nr_vcpus; i++) {
		line->figures[ND_TOP_EXITS] += nd_vcpu_exits(&delta->vcpus[i], ND_NR_LEVELS);
		nested += nd_vcpu_exits(&delta->vcpus[i], ND_LEVEL_NESTED);
	}
	set(line, ND_TOP_NESTED, nested);
	set(line, ND_TOP_FAILED, failed_of(delta));
	if (nested && narrowed.nested)
		set_nested(delta, line);
	add_times(t, take, &sum);
	set_times(t, &sum, line);
	set_verdict(t, take, &sum, line);
	nd_top_free(delta);
}

static void vcpu_lines(struct nd_top_table *t)
{
	const struct nd_trace *total = t->model->total;
	bool *take = nd_realloc(NULL, total->nr_vcpus + 1),
	     *done = nd_realloc(NULL, total->nr_vcpus + 1);
	bool one = t->pick.view == ND_TOP_VCPU;
	u32 i, j, nr;

	memset(done, 0, total->nr_vcpus + 1);
	for (i = 0; i < total->nr_vcpus; i++) {
		if (done[i] || !is_picked(t, &total->vcpus[i]))
			continue;
		memset(take, 0, total->nr_vcpus + 1);
		for (j = i, nr = 0; j < total->nr_vcpus; j++) {
			take[j] = one ? j == i : total->vcpus[j].pid == total->vcpus[i].pid &&
				  is_picked(t, &total->vcpus[j]);
			done[j] |= take[j];
			nr += take[j];
		}
		vcpus_line(t, take, i, nr);
	}
	free(take);
	free(done);
}

/*
 * --- reasons ------------------------------------------------------------------------------------
 */

/**
 * struct whole - what shares are of
 * @count: exits
 * @ticks: time of handling them
 */
struct whole {
	u64 count;
	u64 ticks;
};

static void reason_line(struct nd_top_table *t, const struct nd_trace *trace, u32 level, u32 slot,
			const struct whole *whole)
{
	const struct nd_acct_cell *cell = &trace->sum.cells[level][slot];
	u64 reflected = trace->sum.reflected[slot], caused = trace->sum.caused[slot];
	struct nd_top_line *line = add_line(t);

	line->level = level;
	line->slot = slot;
	nd_exit_name(trace->isa, nd_acct_reason(&trace->sum, slot), line->label,
		     sizeof(line->label));
	set(line, ND_TOP_EXITS, cell->count);
	set(line, ND_TOP_SHARE, nd_ratio(cell->count, whole->count, 10000));
	if (cell->timed) {
		if (!nd_trace_waits(trace, slot))
			set(line, ND_TOP_TIME, nd_ratio(cell->ticks, whole->ticks, 10000));
		set(line, ND_TOP_MEAN, nd_trace_ns(trace, cell->ticks / cell->timed));
		if (cell->max)
			set(line, ND_TOP_LONGEST, nd_trace_ns(trace, cell->max));
	}
	if (t->pick.longer && cell->timed && !nd_trace_waits(trace, slot))
		set(line, ND_TOP_SLOW, nd_exit_slow(trace, cell, t->pick.longer).least);
	if (level != ND_LEVEL_NESTED || trace->source == ND_SOURCE_HIST)
		return;
	set(line, ND_TOP_REFL,
	    reflected < cell->count ? nd_ratio(reflected, cell->count, 10000) : 10000);
	if (caused && reflected)
		set(line, ND_TOP_MULT, nd_ratio(caused, reflected, 1000));
}

static void reasons(struct nd_top_table *t, const struct nd_trace *trace)
{
	struct whole whole = { 0 };
	u32 level, slot;

	for (level = 0; level < ND_NR_LEVELS; level++)
		for (slot = 0; slot < ND_NR_SLOTS; slot++) {
			whole.count += trace->sum.cells[level][slot].count;
			if (!nd_trace_waits(trace, slot))
				whole.ticks += trace->sum.cells[level][slot].ticks;
		}
	for (level = 0; level < ND_NR_LEVELS; level++)
		for (slot = 0; slot < ND_NR_SLOTS; slot++)
			if (trace->sum.cells[level][slot].count)
				reason_line(t, trace, level, slot, &whole);
}

static void reason_lines(struct nd_top_table *t)
{
	const struct nd_trace *delta = t->model->delta;
	bool *take = nd_realloc(NULL, delta->nr_vcpus + 1);
	struct nd_narrowed narrowed = { 0 };
	struct nd_trace *trace;
	u32 i;

	for (i = 0; i < delta->nr_vcpus; i++)
		take[i] = is_picked(t, &delta->vcpus[i]);
	trace = picks_any(t) ? narrow_to(delta, take, &narrowed) : nd_top_copy(delta);
	t->rare = narrowed.rare;
	reasons(t, trace);
	nd_top_free(trace);
	free(take);
}

static void times_lines(struct nd_top_table *t)
{
	const struct nd_trace *trace = t->model->delta;
	const struct nd_acct_cell *cell = &trace->sum.cells[t->pick.level][t->pick.slot];
	char from[ND_FIGURE];
	u32 i;

	for (i = 0; i < ND_HIST_BUCKETS; i++) {
		struct nd_top_line *line;

		if (!cell->hist[i])
			continue;
		line = add_line(t);
		line->from_ns = nd_trace_ns(trace, nd_exit_bucket_start(i));
		scnprintf(line->label, sizeof(line->label), "from %s",
			  nd_time_text(line->from_ns, from, sizeof(from)));
		set(line, ND_TOP_EXITS, cell->hist[i]);
		set(line, ND_TOP_SHARE, nd_ratio(cell->hist[i], cell->timed, 10000));
	}
}

/*
 * --- order and filter ---------------------------------------------------------------------------
 */

static bool is_wanted(const struct nd_top_table *t, const struct nd_top_line *line)
{
	const struct nd_top_pick *p = &t->pick;
	bool reason = p->view == ND_TOP_REASON || p->view == ND_TOP_ONE;

	if (p->view == ND_TOP_TIMES)
		return true;
	if (p->min && line->figures[ND_TOP_EXITS] < nd_ratio(t->model->ns, 1000000000, p->min))
		return false;
	if (reason && p->reason && !strcasestr(line->label, p->reason))
		return false;
	return !p->filter || !regexec(p->filter, line->label, 0, NULL, 0) ||
	       (line->verdict.word && !regexec(p->filter, line->verdict.word, 0, NULL, 0));
}

static void keep_wanted(struct nd_top_table *t)
{
	size_t i, nr = 0;

	for (i = 0; i < t->nr; i++)
		if (is_wanted(t, &t->lines[i]))
			t->lines[nr++] = t->lines[i];
	t->nr = nr;
}

static int by_number(const struct nd_top_line *a, const struct nd_top_line *b)
{
	if (a->pid != b->pid)
		return a->pid < b->pid ? -1 : 1;
	if (a->vcpu != b->vcpu)
		return a->vcpu < b->vcpu ? -1 : 1;
	if (a->level != b->level)
		return a->level < b->level ? -1 : 1;
	return a->slot < b->slot ? -1 : a->slot > b->slot;
}

/* Unknown is less than 0, in either order. */
static int compare(const void *va, const void *vb, void *ctx)
{
	const struct nd_top_pick *pick = ctx;
	const struct nd_top_line *a = va, *b = vb;
	bool ka = a->known & BIT(pick->sort), kb = b->known & BIT(pick->sort);
	u64 fa = a->figures[pick->sort], fb = b->figures[pick->sort];

	if (ka != kb)
		return ka ? -1 : 1;
	if (!ka || fa == fb)
		return by_number(a, b);
	return (fa > fb) != pick->reverse ? -1 : 1;
}

/* What takes the time; if no times are known, what there is most of. */
static u32 default_sort(const struct nd_top_table *t)
{
	size_t i;

	if (t->pick.view != ND_TOP_REASON)
		return ND_TOP_EXITS;
	for (i = 0; i < t->nr; i++)
		if (t->lines[i].known & BIT(ND_TOP_TIME))
			return ND_TOP_TIME;
	return ND_TOP_EXITS;
}

static void add_up(struct nd_top_table *t)
{
	const struct nd_trace *trace = t->model->delta;
	struct nd_nested nested = nd_nested_sum(trace);
	struct nd_exit_slow slow;
	u32 level, slot;

	for (level = 0; level < ND_NR_LEVELS; level++)
		for (slot = 0; slot < ND_NR_SLOTS; slot++) {
			const struct nd_acct_cell *cell = &trace->sum.cells[level][slot];

			t->all += cell->count;
			if (!t->pick.longer || nd_trace_waits(trace, slot))
				continue;
			slow = nd_exit_slow(trace, cell, t->pick.longer);
			t->slow += slow.least;
			t->slow_most += slow.most;
		}
	t->nested = nested.exits;
	t->mult = nested.reflected ? mult_of(&nested) : 0;
	t->refl = nested.exits ? nd_ratio(nested.exits - nested.kept, nested.exits, 10000) : 0;
	t->failed = failed_of(trace);
	nd_top_judge_host(t->model->facts, t->model->window, t->host, sizeof(t->host));
}

void nd_top_table_make(struct nd_top_table *t, const struct nd_top_model *model,
		       const struct nd_top_pick *pick)
{
	*t = (struct nd_top_table){ .model = model, .pick = *pick };
	add_up(t);
	if (pick->view == ND_TOP_VM || pick->view == ND_TOP_VCPU)
		vcpu_lines(t);
	else if (pick->view == ND_TOP_TIMES)
		times_lines(t);
	else
		reason_lines(t);
	keep_wanted(t);
	if (t->pick.sort == ND_TOP_NR_FIGURES)
		t->pick.sort = default_sort(t);
	/* A histogram is in its own order. */
	if (t->nr && pick->view != ND_TOP_TIMES)
		qsort_r(t->lines, t->nr, sizeof(*t->lines), compare, &t->pick);
}

void nd_top_table_free(struct nd_top_table *t)
{
	free(t->lines);
	memset(t, 0, sizeof(*t));
}
