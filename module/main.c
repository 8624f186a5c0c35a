// SPDX-License-Identifier: GPL-2.0-only
/**
 * DOC: nestdiag
 *
 * Reads what decides over virtualization inside a virtual machine and answers in plain words: can
 * this machine run guests, under whom does it run, what did the level below take away.
 *
 * The module only reads. It changes no register, no VMCS and no parameter, depends on no symbol of
 * KVM, and may be loaded before, after or without it, on any x86-64 machine: that there is no
 * virtualization is an answer too.
 *
 * Facts are read when a view is opened, not before: /sys/kernel/debug/nestdiag/ for people,
 * /sys/kernel/nestdiag/ for scripts. docs/ABI describes both.
 */
#define pr_fmt(fmt) KBUILD_MODNAME ": " fmt

#include <linux/module.h>

#include "core/findings/status.h"

#include "module/cpu/machine.h"
#include "module/cpu/cost.h"
#include "module/fail/ring.h"
#include "module/fail/state.h"
#include "module/kvm/points.h"
#include "module/kvm/probe.h"
#include "module/kvm/recorder.h"
#include "module/kvm/table.h"
#include "module/views/debugfs.h"
#include "module/views/faillog.h"
#include "module/views/sysfs.h"

static void main_log_line(void *ctx, const char *text)
{
	pr_info("%s\n", text);
}

/* Memory first, then what fills it, then what shows it. */
static int main_start(const struct nd_facts *facts)
{
	int err;

	if (nd_facts_first(facts))
		nd_state_init(nd_facts_first(facts));
	err = nd_ring_init(nd_faillog_kick);
	if (err)
		return err;
	err = nd_faillog_init();
	if (err)
		goto err_ring;
	err = nd_table_init();
	if (err)
		goto err_faillog;
	err = nd_recorder_init();
	if (err)
		goto err_table;
	err = nd_probe_init();
	if (err)
		goto err_recorder;
	err = nd_points_init();
	if (err)
		goto err_probe;
	err = nd_sysfs_init();
	if (err)
		goto err_points;
	nd_debugfs_init();
	return 0;

err_points:
	nd_points_exit();
err_probe:
	nd_probe_exit();
err_recorder:
	nd_recorder_release();
err_table:
	nd_table_exit();
err_faillog:
	nd_faillog_exit();
err_ring:
	nd_ring_exit();
	return err;
}

static int __init nestdiag_init(void)
{
	struct nd_facts *facts;
	int err;

	nd_cost_measure();
	err = nd_machine_init();
	if (err)
		return err;
	facts = nd_machine_read();
	err = facts ? main_start(facts) : -ENOMEM;
	if (err)
		nd_machine_exit();
	else
		nd_status_log(facts, main_log_line, NULL);
	nd_machine_free(facts);
	return err;
}

static void __exit nestdiag_exit(void)
{
	nd_debugfs_exit();
	nd_sysfs_exit();
	nd_points_exit();
	nd_probe_exit();
	nd_recorder_release();
	nd_table_exit();
	nd_faillog_exit();
	nd_ring_exit();
	nd_machine_exit();
}

module_init(nestdiag_init);
module_exit(nestdiag_exit);

MODULE_AUTHOR("The nestdiag maintainers");
MODULE_DESCRIPTION("Nested virtualization diagnostics");
MODULE_VERSION(NESTDIAG_VERSION);
MODULE_LICENSE("GPL");
