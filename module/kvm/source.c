// SPDX-License-Identifier: GPL-2.0-only
/*
 * Where exit reasons come from: decided by what is attached, by what the administrator asks for,
 * and by what the probes find out.
 */
#define pr_fmt(fmt) KBUILD_MODNAME ": " fmt

#include <linux/moduleparam.h>
#include <linux/string.h>
#include <linux/workqueue.h>

#include <asm/cpufeature.h>

#include "module/compat/mutex.h"
#include "module/kvm/arguments.h"
#include "module/kvm/cached.h"
#include "module/kvm/probe.h"
#include "module/kvm/record.h"
#include "module/kvm/source.h"

/* What the administrator asks for. */
enum source_wish {
	SOURCE_AUTO,
	SOURCE_VMX,
	SOURCE_ARGUMENT,
	SOURCE_RECORD,
	SOURCE_VMCB,
	SOURCE_CACHED,
	SOURCE_OFF,
};

static const char *const source_words[] = {
	[SOURCE_AUTO]		= "auto",
	[SOURCE_VMX]		= "vmx",
	[SOURCE_ARGUMENT]	= "argument",
	[SOURCE_RECORD]		= "record",
	[SOURCE_VMCB]		= "vmcb",
	[SOURCE_CACHED]		= "cached",
	[SOURCE_OFF]		= "off",
};

static enum source_wish source;

static int source_wish_set(const char *text, const struct kernel_param *kp)
{
	u32 i;

	for (i = 0; i < ARRAY_SIZE(source_words); i++) {
		if (strcmp(source_words[i], text))
			continue;
		source = i;
		return 0;
	}
	return -EINVAL;
}

static int source_wish_get(char *text, const struct kernel_param *kp)
{
	return scnprintf(text, PAGE_SIZE, "%s\n", source_words[source]);
}

static const struct kernel_param_ops source_wish_ops = {
	.set = source_wish_set,
	.get = source_wish_get,
};

module_param_cb(source, &source_wish_ops, NULL, 0444);
MODULE_PARM_DESC(source,
		 "source of exit reasons: auto, cached, vmx, vmcb, argument, record, off (default: auto)");

static DEFINE_MUTEX(source_lock);	/* protects all that follows, and nd_probe.source */
static bool source_is_attached;
/*
 * kvm_intel or kvm_amd is there. Without one there are no exits, and then nothing may hold kvm.ko,
 * so that "rmmod kvm_amd kvm" works as ever. A KVM that is built in is not held.
 */
static bool source_has_vendor = true;
static bool source_recording;
static bool source_compare_over;	/* the time for it is */
static int source_error;		/* why records cannot be read */
static const char *source_said;		/* to the kernel log */

static void source_compare_ends(struct work_struct *work);
static DECLARE_DELAYED_WORK(source_compare_end, source_compare_ends);

bool nd_source_off(void)
{
	return source == SOURCE_OFF;
}

/* Has the administrator chosen a source that this processor does not have? */
static bool source_is_foreign(void)
{
	return source == SOURCE_VMCB ? !boot_cpu_has(X86_FEATURE_SVM) :
	       (source == SOURCE_VMX || source == SOURCE_CACHED) && !boot_cpu_has(X86_FEATURE_VMX);
}

/* The first exits have been compared with their records, or there are no records. */
static bool source_is_compared(void)
{
	return source_compare_over || atomic_read(&nd_probe.compared) >= ND_PROBE_COMPARE;
}

/* The VMCS, until KVM's own copy is known to be the same. */
static enum nd_source source_choose_vmx(void)
{
	u64 exits;

	return nd_cached_state(&exits) == ND_CALIBRATED_FOUND &&
	       (source == SOURCE_CACHED || source_is_compared()) ? ND_SOURCE_CACHED : ND_SOURCE_VMX;
}

/* The records, until the VMCB is known to have the same. */
static enum nd_source source_choose_svm(void)
{
	return boot_cpu_has(X86_FEATURE_SVM) &&
	       atomic_read(&nd_probe.compared) >= ND_PROBE_COMPARE ? ND_SOURCE_VMCB :
								     ND_SOURCE_RECORD;
}

/* The source that facts and the administrator leave. */
static enum nd_source source_choose(void)
{
	enum nd_arguments arguments = READ_ONCE(nd_probe.arguments);

	if (!source_is_attached)
		return ND_SOURCE_NONE;
	if (source == SOURCE_RECORD || arguments == ND_ARGUMENTS_OTHER || source_is_foreign() ||
	    READ_ONCE(nd_probe.lost))
		return ND_SOURCE_RECORD;
	if (source == SOURCE_ARGUMENT)
		return arguments == ND_ARGUMENTS_VCPU ? ND_SOURCE_RECORD : ND_SOURCE_ARGUMENT;
	if (source == SOURCE_VMX)
		return ND_SOURCE_VMX;
	if (source == SOURCE_VMCB)
		return ND_SOURCE_VMCB;
	if (source == SOURCE_CACHED)
		return source_choose_vmx();
	if (arguments == ND_ARGUMENTS_REASON)
		return ND_SOURCE_ARGUMENT;
	if (atomic_read(&nd_probe.mismatched))
		return ND_SOURCE_RECORD;
	return boot_cpu_has(X86_FEATURE_VMX) ? source_choose_vmx() : source_choose_svm();
}

/* Why the source is one that is neither the administrator's choice nor the natural one. */
static const char *source_why_record(void)
{
	if (nd_probe.proof == ND_PROOF_REFUTED)
		return "this KVM's vCPUs are not laid out as in the headers nestdiag was built with";
	if (nd_probe.arguments == ND_ARGUMENTS_OTHER)
		return "kvm_exit passes unexpected arguments";
	if (source_is_foreign())
		return "this processor does not have the source that was asked for";
	if (nd_probe.lost)
		return "the VMCB cannot be read";
	if (atomic_read(&nd_probe.mismatched))
		return boot_cpu_has(X86_FEATURE_VMX) ? "VMCS and records disagree" :
						       "VMCB and records disagree";
	if (nd_probe.arguments == ND_ARGUMENTS_VCPU && source == SOURCE_ARGUMENT)
		return "kvm_exit does not pass exit reasons";
	return NULL;
}

static const char *source_why_vmx(void)
{
	u64 exits;

	if (nd_cached_failed())
		return "KVM's own copy of them is no more the same";
	if (source == SOURCE_CACHED && nd_cached_state(&exits) == ND_CALIBRATED_NOWHERE)
		return "no copy of them was found in KVM's memory";
	return NULL;
}

/* A probe may find out at any time what kvm_exit passes, and acts on it at once. */
static void source_set(void)
{
	enum nd_source chosen;
	const char *why;

	do {
		chosen = source_choose();
		WRITE_ONCE(nd_probe.source, chosen);
		/*
		 * Pairs with nd_arguments_look(): either we see what it found, or it writes last.
		 */
		smp_mb();
	} while (chosen != source_choose());
	why = chosen == ND_SOURCE_RECORD ? source_why_record() :
	      chosen == ND_SOURCE_VMX ? source_why_vmx() : NULL;
	if (why && why != source_said)
		pr_warn("taking exit reasons from %s: %s\n",
			chosen == ND_SOURCE_VMX ? "the VMCS" : "trace records", why);
	source_said = why;
}

/* Reading records for that alone is limited in time. */
static bool source_wants_compare(void)
{
	if (nd_probe.arguments != ND_ARGUMENTS_VCPU || source != SOURCE_AUTO)
		return false;
	if (nd_probe.source == ND_SOURCE_RECORD)
		return boot_cpu_has(X86_FEATURE_SVM) && !nd_probe.lost &&
		       atomic_read(&nd_probe.compared) < ND_PROBE_COMPARE;
	return nd_probe.source == ND_SOURCE_VMX && !source_is_compared();
}

static bool source_wants_copy(void)
{
	u64 exits;

	return nd_probe.source == ND_SOURCE_VMX && source != SOURCE_VMX &&
	       nd_cached_state(&exits) == ND_CALIBRATED_NOT;
}

/* A source in memory was right when it was chosen. */
static void source_check(struct work_struct *work);
static DECLARE_DELAYED_WORK(source_checks, source_check);

static void source_schedule_check(void)
{
	if (nd_probe.source == ND_SOURCE_CACHED || nd_probe.source == ND_SOURCE_VMCB)
		queue_delayed_work(system_power_efficient_wq, &source_checks, HZ);
}

static void source_check(struct work_struct *work)
{
	mutex_lock(&source_lock);
	nd_probe_check();
	source_schedule_check();
	mutex_unlock(&source_lock);
}

/*
 * Makes what runs what it should be. Reading records holds kvm.ko, so that the comparison ends by
 * itself even if no more exits come.
 */
static void source_update(void)
{
	bool record;

	lockdep_assert_held(&source_lock);
	source_set();
	record = source_has_vendor &&
		 (nd_probe.source == ND_SOURCE_RECORD || source_wants_compare());
	if (record && !source_recording) {
		source_error = nd_record_start();
		source_recording = !source_error;
		source_compare_over |= source_error;
	}
	if (record && source_error && nd_probe.source == ND_SOURCE_RECORD)
		WRITE_ONCE(nd_probe.source, ND_SOURCE_UNAVAILABLE);
	WRITE_ONCE(nd_probe.comparing, source_recording && source_wants_compare());
	WRITE_ONCE(nd_probe.calibrating, source_wants_copy());
	nd_probe_invalidate();
	if (!record && source_recording) {
		nd_record_stop();
		source_recording = false;
	}
	if (nd_probe.comparing && nd_probe.source == ND_SOURCE_VMX)
		schedule_delayed_work(&source_compare_end, HZ);
	source_schedule_check();
}

static void source_compare_ends(struct work_struct *work)
{
	mutex_lock(&source_lock);
	source_compare_over = true;
	source_update();
	mutex_unlock(&source_lock);
}

void nd_source_decide(void)
{
	mutex_lock(&source_lock);
	source_update();
	mutex_unlock(&source_lock);
}

void nd_source_attached(bool attached)
{
	mutex_lock(&source_lock);
	source_is_attached = attached;
	source_update();
	mutex_unlock(&source_lock);
}

void nd_source_vendor(bool present)
{
	mutex_lock(&source_lock);
	source_has_vendor = present;
	source_update();
	mutex_unlock(&source_lock);
}

void nd_source_forget(void)
{
	mutex_lock(&source_lock);
	nd_arguments_forget();
	nd_cached_forget();
	nd_probe.comparing = false;
	nd_probe.calibrating = false;
	nd_probe.lost = false;
	source_compare_over = false;
	atomic_set(&nd_probe.compared, 0);
	atomic_set(&nd_probe.mismatched, 0);
	mutex_unlock(&source_lock);
}

void nd_source_read(struct nd_trace *trace)
{
	mutex_lock(&source_lock);
	trace->source = nd_probe.source;
	if (nd_probe.source == ND_SOURCE_UNAVAILABLE)
		trace->source_error = -source_error;
	trace->compared = atomic_read(&nd_probe.compared);
	trace->mismatched = atomic_read(&nd_probe.mismatched);
	if (nd_probe.source == ND_SOURCE_CACHED)
		nd_cached_state(&trace->compared);
	mutex_unlock(&source_lock);
}

void nd_source_init(void)
{
	nd_probe.forced = source != SOURCE_AUTO && source != SOURCE_ARGUMENT;
}

void nd_source_exit(void)
{
	cancel_delayed_work_sync(&source_compare_end);
	cancel_delayed_work_sync(&source_checks);
	if (source_recording)
		nd_record_stop();
}
