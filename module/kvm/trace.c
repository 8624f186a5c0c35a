// SPDX-License-Identifier: GPL-2.0-only
/*
 * The door to KVM: its tracepoints, found by name, so that no symbol of KVM is needed and KVM may
 * come and go.
 *
 * A raw probe takes no reference on kvm.ko. The tracepoint's module notifier tells when it comes,
 * when it is already there, and when it goes; a KVM that is built in is found by walking the
 * kernel's own tracepoints.
 *
 * Lock order: kvmtrace_attach_lock, tracepoint_module_list_mutex (held around the notifier),
 * kvmtrace_lock, then what registering takes, and the lock of CPU hotplug.
 */
#define pr_fmt(fmt) KBUILD_MODNAME ": " fmt

#include <linux/module.h>
#include <linux/slab.h>
#include <linux/tracepoint.h>
#include <linux/workqueue.h>

#include "module/compat/tsc.h"
#include "module/kvm/trace.h"
#include "module/nestdiag.h"

static bool times = true;
module_param(times, bool, 0444);
MODULE_PARM_DESC(times, "measure handling times and keep a table of vCPUs (default: yes)");

static unsigned int vcpus = 256;
module_param(vcpus, uint, 0444);
MODULE_PARM_DESC(vcpus, "size of the table of vCPUs, 4 KiB each (default: 256)");

static char *source = "auto";
module_param(source, charp, 0444);
MODULE_PARM_DESC(source, "where exit reasons come from: auto, vmx, argument, record, off (default: auto)");

static DEFINE_MUTEX(kvmtrace_attach_lock);	/* one attaches or detaches at a time */
static DEFINE_MUTEX(kvmtrace_lock);
static bool kvmtrace_wanted;
/*
 * kvm_intel or kvm_amd is there, or may be. Without one there are no exits, and then nothing may
 * hold kvm.ko, so that "rmmod kvm_amd kvm" works as ever.
 */
static bool kvmtrace_vendor = true;
static bool kvmtrace_compare_over;	/* the time for it is */

static void kvmtrace_update(struct work_struct *work);
static DECLARE_WORK(kvmtrace_work, kvmtrace_update);
static DECLARE_DELAYED_WORK(kvmtrace_compare_end, kvmtrace_update);

void nd_kvmtrace_schedule(void)
{
	schedule_work(&kvmtrace_work);
}

/* --- attaching -------------------------------------------------------------------------------- */

/**
 * struct kvmtrace_point - one of KVM's tracepoints
 * @name:  its name
 * @probe: our probe
 * @timed: needed only to measure times
 * @tp:    where it is attached, NULL where it is not
 * @state: what views say of it
 * @error: errno of ND_POINT_FAILED
 */
struct kvmtrace_point {
	const char *name;
	void *probe;
	bool timed;
	struct tracepoint *tp;
	enum nd_point_state state;
	int error;
};

static struct kvmtrace_point kvmtrace_points[] = {
	{ "kvm_exit", nd_kvmprobe_exit },
	{ "kvm_entry", nd_kvmprobe_entry, true },
	{ "kvm_nested_vmexit", nd_kvmprobe_nested_exit },
	{ "kvm_nested_vmexit_inject", nd_kvmprobe_inject },
	{ "kvm_nested_vmenter", nd_kvmprobe_nested_entry },
	{ "kvm_nested_vmrun", nd_kvmprobe_nested_entry },
	{ "kvm_nested_vmenter_failed", nd_kvmprobe_refused },
	{ "kvm_userspace_exit", nd_kvmprobe_userspace },
};

static struct kvmtrace_point *kvmtrace_find_point(const struct tracepoint *tp)
{
	u32 i;

	for (i = 0; i < ARRAY_SIZE(kvmtrace_points); i++)
		if (!strcmp(kvmtrace_points[i].name, tp->name))
			return &kvmtrace_points[i];
	return NULL;
}

static void kvmtrace_register(struct kvmtrace_point *point)
{
	lockdep_assert_held(&kvmtrace_lock);
	if (point->timed && !times) {
		point->state = ND_POINT_OFF;
		return;
	}
	point->error = tracepoint_probe_register(point->tp, point->probe, NULL);
	point->state = point->error ? ND_POINT_FAILED : ND_POINT_ATTACHED;
}

static void kvmtrace_unregister(struct kvmtrace_point *point, enum nd_point_state state)
{
	lockdep_assert_held(&kvmtrace_lock);
	if (point->state == ND_POINT_ATTACHED)
		tracepoint_probe_unregister(point->tp, point->probe, NULL);
	point->state = state;
}

static void kvmtrace_come(struct tracepoint *tp, void *unused)
{
	struct kvmtrace_point *point = kvmtrace_find_point(tp);

	if (!point)
		return;
	point->tp = tp;
	point->state = ND_POINT_OFF;
	if (kvmtrace_wanted)
		kvmtrace_register(point);
}

/* What was found out about one KVM need not hold for the next. */
static void kvmtrace_forget(void)
{
	nd_probe.arguments = ND_ARGUMENTS_UNKNOWN;
	nd_probe.comparing = false;
	kvmtrace_compare_over = false;
	atomic_set(&nd_probe.compared, 0);
	atomic_set(&nd_probe.mismatched, 0);
	nd_kvmprobe_restart();
}

static void kvmtrace_go(struct tracepoint *tp)
{
	struct kvmtrace_point *point = kvmtrace_find_point(tp);

	if (!point || point->tp != tp)
		return;
	kvmtrace_unregister(point, ND_POINT_ABSENT);
	point->tp = NULL;
	kvmtrace_forget();
}

static int kvmtrace_notify(struct notifier_block *nb, unsigned long action, void *data)
{
	struct tp_module *tp_mod = data;
	struct module *mod = tp_mod->mod;
	unsigned int i;

	mutex_lock(&kvmtrace_lock);
	for (i = 0; i < mod->num_tracepoints; i++) {
		struct tracepoint *tp = tracepoint_ptr_deref(&mod->tracepoints_ptrs[i]);

		/* Just being loaded, not only found: what is specific to a vendor comes later. */
		if (kvmtrace_find_point(tp) && mod->state == MODULE_STATE_COMING)
			kvmtrace_vendor = false;
		if (action == MODULE_STATE_COMING)
			kvmtrace_come(tp, NULL);
		else if (action == MODULE_STATE_GOING)
			kvmtrace_go(tp);
	}
	mutex_unlock(&kvmtrace_lock);
	nd_kvmtrace_schedule();
	return NOTIFY_OK;
}

static struct notifier_block kvmtrace_nb = {
	.notifier_call = kvmtrace_notify,
};

static int kvmtrace_vendor_notify(struct notifier_block *nb, unsigned long action, void *data)
{
	const struct module *mod = data;

	if (strcmp(mod->name, "kvm_intel") && strcmp(mod->name, "kvm_amd"))
		return NOTIFY_DONE;
	if (action != MODULE_STATE_COMING && action != MODULE_STATE_GOING)
		return NOTIFY_DONE;
	mutex_lock(&kvmtrace_lock);
	kvmtrace_vendor = action == MODULE_STATE_COMING;
	mutex_unlock(&kvmtrace_lock);
	/* At once: its first guest must find us ready, and its leaving lets kvm.ko leave. */
	nd_kvmtrace_schedule();
	flush_work(&kvmtrace_work);
	return NOTIFY_OK;
}

static struct notifier_block kvmtrace_vendor_nb = {
	.notifier_call = kvmtrace_vendor_notify,
};

/* --- choosing the source ---------------------------------------------------------------------- */

static bool kvmtrace_attached(void)
{
	return kvmtrace_points[0].state == ND_POINT_ATTACHED;
}

static bool kvmtrace_recording;

/* The source that facts and the administrator leave. */
static enum nd_source kvmtrace_choose(void)
{
	enum nd_arguments arguments = READ_ONCE(nd_probe.arguments);

	if (!kvmtrace_attached())
		return ND_SOURCE_NONE;
	if (!strcmp(source, "record") || arguments == ND_ARGUMENTS_OTHER)
		return ND_SOURCE_RECORD;
	if (!strcmp(source, "argument"))
		return arguments == ND_ARGUMENTS_VCPU ? ND_SOURCE_RECORD : ND_SOURCE_ARGUMENT;
	if (!strcmp(source, "vmx"))
		return ND_SOURCE_VMX;
	if (arguments == ND_ARGUMENTS_REASON)
		return ND_SOURCE_ARGUMENT;
	if (!boot_cpu_has(X86_FEATURE_VMX) || atomic_read(&nd_probe.mismatched))
		return ND_SOURCE_RECORD;
	return ND_SOURCE_VMX;
}

static const char *kvmtrace_said;	/* to the kernel log */

/* Why the source is one that is neither the administrator's choice nor the natural one. */
static const char *kvmtrace_why_record(void)
{
	if (nd_probe.arguments == ND_ARGUMENTS_OTHER)
		return "kvm_exit passes other arguments than expected";
	if (atomic_read(&nd_probe.mismatched))
		return "VMCS and records disagree";
	if (nd_probe.arguments == ND_ARGUMENTS_VCPU && !strcmp(source, "argument"))
		return "kvm_exit does not pass them";
	return NULL;
}

/* A probe may find out at any time what kvm_exit passes, and acts on it at once. */
static void kvmtrace_set_source(void)
{
	enum nd_source chosen;
	const char *why;

	do {
		chosen = kvmtrace_choose();
		WRITE_ONCE(nd_probe.source, chosen);
		/* Pairs with kvmprobe_look(): either we see what it found, or it writes last. */
		smp_mb();
	} while (chosen != kvmtrace_choose());
	why = chosen == ND_SOURCE_RECORD ? kvmtrace_why_record() : NULL;
	if (why && why != kvmtrace_said)
		pr_warn("exit reasons are taken from trace records: %s\n", why);
	kvmtrace_said = why;
}

static bool kvmtrace_want_compare(void)
{
	return nd_probe.source == ND_SOURCE_VMX && nd_probe.arguments == ND_ARGUMENTS_VCPU &&
	       !strcmp(source, "auto") && !kvmtrace_compare_over &&
	       atomic_read(&nd_probe.compared) < ND_PROBE_COMPARE;
}

/*
 * Makes what runs what it should be. Reading records holds kvm.ko, so that the comparison ends by
 * itself even where no more exits come.
 */
static void kvmtrace_update(struct work_struct *work)
{
	bool timeout = work == &kvmtrace_compare_end.work;
	bool record;

	mutex_lock(&kvmtrace_lock);
	kvmtrace_set_source();
	kvmtrace_compare_over |= timeout;
	record = kvmtrace_vendor &&
		 (nd_probe.source == ND_SOURCE_RECORD || kvmtrace_want_compare());
	if (record && !kvmtrace_recording)
		kvmtrace_recording = !nd_kvmrecord_start();
	WRITE_ONCE(nd_probe.comparing, kvmtrace_recording && kvmtrace_want_compare());
	nd_kvmprobe_cool();
	if (!record && kvmtrace_recording) {
		nd_kvmrecord_stop();
		kvmtrace_recording = false;
	}
	if (nd_probe.comparing)
		schedule_delayed_work(&kvmtrace_compare_end, HZ);
	mutex_unlock(&kvmtrace_lock);
}

/* --- control and reading ---------------------------------------------------------------------- */

void nd_kvmtrace_attach(bool wanted)
{
	u32 i;

	mutex_lock(&kvmtrace_attach_lock);
	mutex_lock(&kvmtrace_lock);
	kvmtrace_wanted = wanted;
	for (i = 0; i < ARRAY_SIZE(kvmtrace_points); i++) {
		struct kvmtrace_point *point = &kvmtrace_points[i];

		if (!point->tp)
			continue;
		if (!wanted)
			kvmtrace_unregister(point, ND_POINT_OFF);
		else if (point->state != ND_POINT_ATTACHED)
			kvmtrace_register(point);
	}
	mutex_unlock(&kvmtrace_lock);
	tracepoint_synchronize_unregister();
	mutex_lock(&kvmtrace_lock);
	if (!wanted)
		kvmtrace_forget();
	mutex_unlock(&kvmtrace_lock);
	nd_kvmtrace_schedule();
	flush_work(&kvmtrace_work);
	mutex_unlock(&kvmtrace_attach_lock);
}

struct nd_trace *nd_kvmtrace_read(void)
{
	struct nd_trace *trace = kvzalloc(sizeof(*trace), GFP_KERNEL);
	unsigned int i;

	if (!trace)
		return NULL;
	mutex_lock(&kvmtrace_lock);
	trace->source = nd_probe.source;
	trace->compared = atomic_read(&nd_probe.compared);
	trace->mismatched = atomic_read(&nd_probe.mismatched);
	trace->nr_points = ARRAY_SIZE(kvmtrace_points);
	for (i = 0; i < ARRAY_SIZE(kvmtrace_points); i++) {
		trace->points[i].name = kvmtrace_points[i].name;
		trace->points[i].state = kvmtrace_points[i].state;
		trace->points[i].error = kvmtrace_points[i].error;
	}
	mutex_unlock(&kvmtrace_lock);

	trace->isa = boot_cpu_has(X86_FEATURE_VMX) ? ND_ISA_VMX :
		     boot_cpu_has(X86_FEATURE_SVM) ? ND_ISA_SVM : ND_ISA_UNKNOWN;
	trace->tsc_khz = tsc_khz;
	nd_kvmprobe_read(trace);
	return trace;
}

void nd_kvmtrace_read_free(struct nd_trace *trace)
{
	if (!trace)
		return;
	kvfree(trace->vcpus);
	kvfree(trace->cpus);
	kvfree(trace);
}

/* --- coming and going ------------------------------------------------------------------------- */

static int kvmtrace_alloc(void)
{
	int err = nd_faillog_alloc();

	if (err)
		return err;
	err = nd_kvmfail_alloc();
	if (err)
		goto err_faillog;
	err = nd_kvmprobe_alloc(times ? max(vcpus, 1U) : 0);
	if (err)
		goto err_kvmfail;
	return 0;

err_kvmfail:
	nd_kvmfail_free();
err_faillog:
	nd_faillog_free();
	return err;
}

int nd_kvmtrace_init(void)
{
	int err = kvmtrace_alloc();

	if (err)
		return err;
	kvmtrace_wanted = strcmp(source, "off");
	nd_probe.forced = strcmp(source, "auto") && strcmp(source, "argument");
	if (!times)
		kvmtrace_points[0].probe = nd_kvmprobe_exit_untimed;
	mutex_lock(&kvmtrace_lock);
	for_each_kernel_tracepoint(kvmtrace_come, NULL);
	mutex_unlock(&kvmtrace_lock);
	err = register_tracepoint_module_notifier(&kvmtrace_nb);
	if (!err)
		err = register_module_notifier(&kvmtrace_vendor_nb);
	if (err) {
		nd_kvmtrace_exit();
		return err;
	}
	nd_kvmtrace_schedule();
	flush_work(&kvmtrace_work);
	return 0;
}

void nd_kvmtrace_exit(void)
{
	unregister_module_notifier(&kvmtrace_vendor_nb);
	/* Calls us for each module as if it went; what is built in is left for the detaching. */
	unregister_tracepoint_module_notifier(&kvmtrace_nb);
	nd_kvmtrace_attach(false);
	cancel_work_sync(&kvmtrace_work);
	cancel_delayed_work_sync(&kvmtrace_compare_end);
	if (kvmtrace_recording)
		nd_kvmrecord_stop();
	nd_kvmprobe_free();
	nd_faillog_free();
	nd_kvmfail_free();
}
