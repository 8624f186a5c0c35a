// SPDX-License-Identifier: GPL-2.0-only
/*
 * The kernel log's line for each new cause of failed launches. Written by a work item: if a launch
 * fails interrupts may be off.
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

#define FAILLOG_WINDOW	(10 * HZ)	/* of the limit, and the shortest time between sums */
#define FAILLOG_LONGEST	(3600 * HZ)	/* time between sums */

ND_PARAM_RANGE(faillog_lines_ops, 0, 1000);
static unsigned int log_lines = 100;
module_param_cb(log, &faillog_lines_ops, &log_lines, 0644);
MODULE_PARM_DESC(log, "lines on new causes of failed launches within ten seconds, 0 to 1000 (default: 100)");

/**
 * struct faillog - the log's memory; protected by faillog_lock
 * @seen:    number of the last failure that has its line
 * @window:  when the window ends in which lines are counted
 * @lines:   those of this window
 * @pending: a sum is to come
 * @pause:   how long after the last one
 * @summed:  number of the last failure that a sum has told of
 * @told:    failures that have their line or were told of in a sum, by kind
 * @failure: the one at hand
 * @row:     its words
 * @check:   those of its first failing check
 */
struct faillog {
	u64 seen;
	unsigned long window;
	u32 lines;
	bool pending;
	unsigned long pause;
	u64 summed;
	u64 told[ND_NR_FAIL_KINDS];
	struct nd_failure failure;
	struct nd_row row;
	struct nd_row check;
};

static struct faillog *faillog;
static DEFINE_MUTEX(faillog_lock);

static void faillog_cause_work(struct work_struct *work);
static void faillog_sum_work(struct work_struct *work);
static DECLARE_WORK(faillog_todo, faillog_cause_work);
static DECLARE_DELAYED_WORK(faillog_later, faillog_sum_work);

void nd_faillog_kick(void)
{
	schedule_work(&faillog_todo);
}

static void faillog_line(void)
{
	char who[ND_FAIL_WHO];

	if (nd_failure_has_state(&faillog->failure) && nd_locked_down())
		nd_failure_withhold(&faillog->failure);
	nd_failure_check(&faillog->failure, nd_machine_cpu(), &faillog->check);
	nd_row_init(&faillog->row, ND_ROW_FAILURE, NULL, NULL, NULL);
	nd_failure_what(&faillog->failure, &faillog->row);
	if (faillog->check.words[0])
		nd_row_printf(&faillog->row, ": %s", faillog->check.words);
	nd_failure_hide(faillog->row.words);
	pr_warn("%s: %s\n", nd_failure_who(&faillog->failure, who, sizeof(who)),
		faillog->row.words);
}

static bool faillog_has_room(void)
{
	if (time_after_eq(jiffies, faillog->window)) {
		faillog->window = jiffies + FAILLOG_WINDOW;
		faillog->lines = 0;
	}
	return faillog->lines < READ_ONCE(log_lines);
}

/* Return: are there causes that find no room? They have their lines later. */
static bool faillog_causes(void)
{
	while (nd_ring_next(faillog->seen, &faillog->failure)) {
		if (!faillog_has_room())
			return true;
		faillog->seen = faillog->failure.number;
		if (faillog->seen > faillog->summed)
			faillog->told[faillog->failure.kind]++;
		faillog->lines++;
		faillog_line();
	}
	return false;
}

/* Those that have no line of their own. Return: were there any? */
static bool faillog_sum(void)
{
	u64 counts[ND_NR_FAIL_KINDS];
	bool any = false;
	u32 i;

	nd_ring_counts(counts);
	faillog->summed = 0;
	for (i = 0; i < ND_NR_FAIL_KINDS; i++) {
		faillog->summed += counts[i];
		if (counts[i] == faillog->told[i])
			continue;
		pr_warn("%llu more failed launches (%s); see \"nestdiag failures\"\n",
			counts[i] - faillog->told[i], nd_fail_kind_word(i));
		faillog->told[i] = counts[i];
		any = true;
	}
	return any;
}

/* A sum follows soon: where one launch fails others do. */
static void faillog_cause_work(struct work_struct *work)
{
	u64 seen;

	if (!READ_ONCE(log_lines))
		return;
	mutex_lock(&faillog_lock);
	seen = faillog->seen;
	faillog_causes();
	if (!faillog->pending || (faillog->seen != seen && faillog->pause > FAILLOG_WINDOW)) {
		faillog->pause = FAILLOG_WINDOW;
		faillog->pending = true;
		cancel_delayed_work(&faillog_later);
		schedule_delayed_work(&faillog_later, faillog->pause);
	}
	mutex_unlock(&faillog_lock);
}

/* While the same goes on, sums become rare. */
static void faillog_sum_work(struct work_struct *work)
{
	mutex_lock(&faillog_lock);
	if (!READ_ONCE(log_lines)) {
		faillog->pending = false;
	} else if (faillog_causes()) {
		faillog->pause = FAILLOG_WINDOW;
	} else {
		faillog->pending = faillog_sum();
		faillog->pause = min(2 * faillog->pause, (unsigned long)FAILLOG_LONGEST);
	}
	if (faillog->pending)
		schedule_delayed_work(&faillog_later, faillog->pause);
	mutex_unlock(&faillog_lock);
}

int nd_faillog_init(void)
{
	faillog = kzalloc(sizeof(*faillog), GFP_KERNEL);
	return faillog ? 0 : -ENOMEM;
}

void nd_faillog_exit(void)
{
	cancel_work_sync(&faillog_todo);
	cancel_delayed_work_sync(&faillog_later);
	kfree(faillog);
}
