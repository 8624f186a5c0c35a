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

#include "module/nestdiag.h"

static void main_log_line(void *ctx, const char *text)
{
	pr_info("%s\n", text);
}

static void main_log(void)
{
	struct nd_facts *facts = nd_gather(false);

	if (!facts)
		return;
	nd_status_log(facts, main_log_line, NULL);
	nd_gather_free(facts);
}

static int __init nestdiag_init(void)
{
	int err = nd_kvmtrace_init();

	if (err)
		return err;
	err = nd_sysfs_init();
	if (err)
		goto err_kvmtrace;
	nd_debugfs_init();
	nd_price_measure();
	main_log();
	return 0;

err_kvmtrace:
	nd_kvmtrace_exit();
	return err;
}

static void __exit nestdiag_exit(void)
{
	nd_debugfs_exit();
	nd_sysfs_exit();
	nd_kvmtrace_exit();
}

module_init(nestdiag_init);
module_exit(nestdiag_exit);

MODULE_DESCRIPTION("Nested virtualization diagnostics");
MODULE_VERSION(NESTDIAG_VERSION);
MODULE_LICENSE("GPL");
