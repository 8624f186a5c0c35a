// SPDX-License-Identifier: GPL-2.0-only
/*
 * The columns of the table.
 */
#include "core/base/figures.h"

#include "tools/top/column.h"

#define VCPUS	(BIT(ND_TOP_VM) | BIT(ND_TOP_VCPU))
#define REASONS	(BIT(ND_TOP_REASON) | BIT(ND_TOP_ONE))

const struct nd_top_column nd_top_columns[] = {
	{ ND_TOP_EXITS, "exits", "exits/s", "exit_count", "exits_per_second", ND_TOP_RATE, 9,
	  VCPUS | REASONS | BIT(ND_TOP_TIMES), false },
	{ ND_TOP_NESTED, "nested", "nested/s", "nested_count", "nested_per_second", ND_TOP_RATE, 9,
	  VCPUS, false },
	{ ND_TOP_GUEST, "guest", "guest", "guest_percent", NULL, ND_TOP_PERCENT, 6, VCPUS, false },
	{ ND_TOP_HANDLING, "host", "host", "handling_percent", NULL, ND_TOP_PERCENT, 6, VCPUS, true },
	{ ND_TOP_WAITING, "wait", "wait", "waiting_percent", NULL, ND_TOP_PERCENT, 6, VCPUS, true },
	{ ND_TOP_SHARE, "share", "share", "share_percent", NULL, ND_TOP_PERCENT, 7,
	  REASONS | BIT(ND_TOP_TIMES), false },
	{ ND_TOP_TIME, "time", "time", "time_percent", NULL, ND_TOP_PERCENT, 7,
	  BIT(ND_TOP_REASON), false },
	{ ND_TOP_MEAN, "mean", "mean", "mean_ns", NULL, ND_TOP_NS, 10, REASONS, false },
	{ ND_TOP_LONGEST, "longest", "longest", "max_ns", NULL, ND_TOP_NS, 10,
	  BIT(ND_TOP_REASON), false },
	{ ND_TOP_MULT, "mult", "mult", "per_reflected_exit", NULL, ND_TOP_RATIO, 6,
	  VCPUS | BIT(ND_TOP_REASON), false },
	{ ND_TOP_REFL, "refl", "refl", "reflected_percent", NULL, ND_TOP_PERCENT, 5,
	  VCPUS | BIT(ND_TOP_REASON), false },
	{ ND_TOP_FAILED, "fail", "fail/s", "failed_count", "failed_per_second", ND_TOP_RATE, 7,
	  VCPUS, false },
	{ ND_TOP_SLOW, "slow", "slow", "slow_count", NULL, ND_TOP_RATE, 6, REASONS, false },
	{ ND_TOP_NR_FIGURES, NULL, NULL, NULL, NULL, ND_TOP_RATE, 0, 0, false },
};

bool nd_top_has(const struct nd_top_column *column, const struct nd_top_pick *pick)
{
	return column->views & BIT(pick->view) && (column->figure != ND_TOP_SLOW || pick->longer);
}

const char *nd_top_view_word(u32 view)
{
	static const char *const words[] = { "vm", "vcpu", "reason" };

	return view < ARRAY_SIZE(words) ? words[view] : NULL;
}

const char *nd_top_view_title(enum nd_top_view view)
{
	static const char *const titles[ND_TOP_NR_VIEWS] = {
		"VM", "vCPU", "Reason", "Reason", "Handling time",
	};

	return titles[view];
}

static const char *shorten(u64 milli, char *buf, size_t size)
{
	if (milli < 10000)
		scnprintf(buf, size, "%llu.%02u", milli / 1000, (u32)(milli % 1000 / 10));
	else if (milli < 1000000)
		scnprintf(buf, size, "%llu.%u", milli / 1000, (u32)(milli % 1000 / 100));
	else if (milli < 10000000000)
		scnprintf(buf, size, "%llu", milli / 1000);
	else
		scnprintf(buf, size, "%llu.%uM", milli / 1000000000, (u32)(milli % 1000000000 / 100000000));
	return buf;
}

/* Thousandths per second. */
static u64 rate_of(const struct nd_top_model *m, u64 count)
{
	return nd_ratio(count * 1000, m->ns, 1000000000);
}

const char *nd_top_rate_text(const struct nd_top_model *m, u64 count, char *buf, size_t size)
{
	if (!count)
		scnprintf(buf, size, "0");
	else if (!m->ns)
		scnprintf(buf, size, "?");
	else
		shorten(rate_of(m, count), buf, size);
	return buf;
}

const char *nd_top_percent_text(u64 share, char *buf, size_t size)
{
	if (!share)
		scnprintf(buf, size, "0%%");
	else if (share < 1000)
		scnprintf(buf, size, "%llu.%u%%", share / 100, (u32)(share % 100 / 10));
	else
		scnprintf(buf, size, "%llu%%", share / 100);
	return buf;
}

const char *nd_top_ratio_text(u64 ratio, char *buf, size_t size)
{
	if (ratio < 100000)
		scnprintf(buf, size, "%llu.%u", ratio / 1000, (u32)(ratio % 1000 / 100));
	else
		scnprintf(buf, size, "%llu", ratio / 1000);
	return buf;
}

const char *nd_top_figure_text(const struct nd_top_table *t, const struct nd_top_line *line,
			       const struct nd_top_column *column, char *buf, size_t size)
{
	u64 value = line->figures[column->figure];
	size_t about = column->about && line->about && value;

	if (!(line->known & BIT(column->figure)))
		return "-";
	if (about)
		buf[0] = '~';
	switch (column->unit) {
	case ND_TOP_RATE:
		if (column->figure == ND_TOP_SLOW)
			scnprintf(buf, size, "%llu", value);
		else
			nd_top_rate_text(t->model, value, buf, size);
		break;
	case ND_TOP_PERCENT:
		nd_top_percent_text(value, buf + about, size - about);
		break;
	case ND_TOP_RATIO:
		nd_top_ratio_text(value, buf, size);
		break;
	case ND_TOP_NS:
		nd_time_text(value, buf, size);
		break;
	}
	return buf;
}
