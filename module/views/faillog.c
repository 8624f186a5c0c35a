// SPDX-License-Identifier: GPL-2.0-only
/*
 * The kernel log's line for each failed launch. Written by a work item: if a launch fails
 * interrupts may be off, and the autopsy asks for registers.
 */
#define pr_fmt(fmt) KBUILD_MODNAME ": " fmt

#include <linux/jiffies.h>
#include <linux/slab.h>
#include <linux/workqueue.h>

#include "core/entry/failure.h"

#include "module/cpu/machine.h"
#include "module/fail/ring.h"
#include "module/lockdown.h"
#include "module/param.h"
#include "module/views/faillog.h"

#define FAILLOG_PERIOD	(10 * HZ)

ND_PARAM_RANGE(faillog_lines_ops, 0, 1000);
static unsigned int log_lines = 10;
module_param_cb(log, &faillog_lines_ops, &log_lines, 0644);
MODULE_PARM_DESC(log, "lines on failed launches of one kind within ten seconds, 0 to 1000 (default: 10)");

/**
 * struct faillog - the log's memory; all of it is the work item's
 * @seen:    number of the last failure looked at
 * @end:     when the period ends
 * @running: a period has begun
 * @lines:   lines of this period, by kind
 * @told:    failures that have their line or were told of in a sum, by kind
 * @failure: the one at hand
 * @row:     its words
 * @check:   those of its first failing check
 */
struct faillog {
	u64 seen;
	unsigned long end;
	bool running;
	u32 lines[ND_NR_FAIL_KINDS];
	u64 told[ND_NR_FAIL_KINDS];
	struct nd_failure failure;
	struct nd_row row;
	struct nd_row check;
};

static struct faillog *faillog;

static void faillog_work(struct work_struct *work);
static DECLARE_DELAYED_WORK(faillog_todo, faillog_work);
static DECLARE_DELAYED_WORK(faillog_period, faillog_work);

void nd_faillog_kick(void)
{
	schedule_delayed_work(&faillog_todo, 0);
}

static void faillog_line(const struct nd_cpu *cpu)
{
	char who[ND_FAIL_WHO];

	if (nd_failure_has_state(&faillog->failure) && nd_locked_down())
		nd_failure_withhold(&faillog->failure);
	nd_failure_check(&faillog->failure, cpu, &faillog->check);
	nd_row_init(&faillog->row, ND_ROW_FAILURE, NULL, NULL, NULL);
	nd_failure_what(&faillog->failure, &faillog->row);
	if (faillog->check.words[0])
		nd_row_printf(&faillog->row, ": %s", faillog->check.words);
	nd_failure_hide(faillog->row.words);
	pr_warn("%s: %s\n", nd_failure_who(&faillog->failure, who, sizeof(who)),
		faillog->row.words);
}

static void faillog_one(struct nd_facts **facts)
{
	enum nd_fail_kind kind = faillog->failure.kind;

	if (faillog->lines[kind] >= READ_ONCE(log_lines))
		return;
	faillog->lines[kind]++;
	faillog->told[kind]++;
	if (!*facts)
		*facts = nd_machine_read();
	faillog_line(*facts ? nd_facts_first(*facts) : NULL);
}

static void faillog_new(void)
{
	struct nd_facts *facts = NULL;
	bool filling;
	u64 last;

	do {
		last = nd_ring_copy(faillog->seen + 1, &faillog->failure, &filling);
		/* Who fills it calls again. */
		if (faillog->seen >= last || filling)
			break;
		faillog->seen++;
		if (faillog->failure.number)
			faillog_one(&facts);
		else if (last - faillog->seen > ND_MAX_FAILURES)
			faillog->seen = last - ND_MAX_FAILURES;
	} while (faillog->seen < last);
	if (facts)
		nd_machine_free(facts);
}

/* At the end of a period: what got no line is told in a sum. */
static void faillog_sum(void)
{
	u64 counts[ND_NR_FAIL_KINDS];
	u32 i;

	nd_ring_counts(counts);
	for (i = 0; i < ND_NR_FAIL_KINDS; i++) {
		if (counts[i] > faillog->told[i] && READ_ONCE(log_lines))
			pr_warn("%llu more failed launches (%s) suppressed\n",
				counts[i] - faillog->told[i], nd_fail_kind_word(i));
		faillog->told[i] = counts[i];
		faillog->lines[i] = 0;
	}
	faillog->running = false;
}

static DEFINE_MUTEX(faillog_lock);

static void faillog_work(struct work_struct *work)
{
	mutex_lock(&faillog_lock);
	faillog_new();
	if (faillog->running && time_after_eq(jiffies, faillog->end)) {
		faillog_sum();
	} else if (!faillog->running && work == &faillog_todo.work) {
		faillog->running = true;
		faillog->end = jiffies + FAILLOG_PERIOD;
		schedule_delayed_work(&faillog_period, FAILLOG_PERIOD);
	}
	mutex_unlock(&faillog_lock);
}

int nd_faillog_init(void)
{
	faillog = kzalloc(sizeof(*faillog), GFP_KERNEL);
	return faillog ? 0 : -ENOMEM;
}

void nd_faillog_exit(void)
{
	cancel_delayed_work_sync(&faillog_todo);
	cancel_delayed_work_sync(&faillog_period);
	kfree(faillog);
}
