// SPDX-License-Identifier: GPL-2.0-only
/*
 * badentry - writes a wrong value to a field of the current VMCS whenever KVM is about to enter a
 * guest of badlaunch. KVM sets no field wrong that makes VMLAUNCH itself fail, so somebody has to.
 * For emulated machines only.
 */
#include <linux/module.h>
#include <linux/sched.h>
#include <linux/tracepoint.h>

static unsigned long field;
module_param(field, ulong, 0444);
MODULE_PARM_DESC(field, "encoding of the VMCS field");

static unsigned long value;
module_param(value, ulong, 0444);
MODULE_PARM_DESC(value, "what to write to it");

static struct tracepoint *badentry_point;

static void badentry_probe(void *unused, void *vcpu, bool immediate)
{
	if (!strcmp(current->comm, "badlaunch"))
		asm volatile("vmwrite %0, %1" : : "r" (value), "r" (field) : "cc");
}

static int badentry_notify(struct notifier_block *nb, unsigned long action, void *data)
{
	const struct tp_module *tp_mod = data;
	unsigned int i;

	for (i = 0; i < tp_mod->mod->num_tracepoints; i++) {
		struct tracepoint *tp = tracepoint_ptr_deref(&tp_mod->mod->tracepoints_ptrs[i]);

		if (strcmp(tp->name, "kvm_entry"))
			continue;
		if (action == MODULE_STATE_COMING)
			badentry_point = tracepoint_probe_register(tp, badentry_probe, NULL) ?
					 NULL : tp;
		else if (badentry_point == tp)
			tracepoint_probe_unregister(tp, badentry_probe, NULL);
	}
	return NOTIFY_OK;
}

static struct notifier_block badentry_nb = {
	.notifier_call = badentry_notify,
};

static int __init badentry_init(void)
{
	return register_tracepoint_module_notifier(&badentry_nb);
}

static void __exit badentry_exit(void)
{
	unregister_tracepoint_module_notifier(&badentry_nb);
	tracepoint_synchronize_unregister();
}

module_init(badentry_init);
module_exit(badentry_exit);

MODULE_DESCRIPTION("Spoils VMCSs, for tests");
MODULE_LICENSE("GPL");
