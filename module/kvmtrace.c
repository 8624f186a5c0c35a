// SPDX-License-Identifier: GPL-2.0-only
/*
 * The door to KVM: its tracepoints, found by name, so that no symbol of KVM is needed and KVM may
 * come and go.
 *
 * A raw probe takes no reference on kvm.ko. The tracepoint's module notifier tells when it comes,
 * when it is already there, and when it goes; a KVM that is built in is found by walking the
 * kernel's own tracepoints.
 *
 * Lock order: tracepoint_module_list_mutex (held around the notifier), kvmtrace_lock, then what
 * registering takes.
 */
#define pr_fmt(fmt) KBUILD_MODNAME ": " fmt

#include <linux/cpuhotplug.h>
#include <linux/kvm_host.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/tracepoint.h>
#include <linux/uaccess.h>
#include <linux/workqueue.h>

#include <asm/asm.h>
#include <asm/mshyperv.h>

#include "compat/tsc.h"
#include "kvmtrace.h"
#include "nestdiag.h"

#define VM_EXIT_REASON_FIELD	0x4402	/* VMCS component encoding */
#define EVMCS_EXIT_REASON	0x2b4	/* offset in an enlightened VMCS, version 1 */

#define KVMTRACE_PROBES		16	/* places tried in the vCPU table */
#define KVMTRACE_COMPARE	64	/* exits whose reason is taken from both sources */

static bool times = true;
module_param(times, bool, 0444);
MODULE_PARM_DESC(times, "measure handling times and keep a table of vCPUs (default: yes)");

static unsigned int vcpus = 256;
module_param(vcpus, uint, 0444);
MODULE_PARM_DESC(vcpus, "size of the table of vCPUs, 4 KiB each (default: 256)");

static char *source = "auto";
module_param(source, charp, 0444);
MODULE_PARM_DESC(source, "where exit reasons come from: auto, vmx, record, off (default: auto)");

static DEFINE_PER_CPU(struct nd_acct *, kvmtrace_acct);
static DEFINE_PER_CPU(struct nd_acct_vcpu *, kvmtrace_last);
static DEFINE_PER_CPU(struct kvm_vcpu *, kvmtrace_pending);
static DEFINE_PER_CPU(u32, kvmtrace_reason_read);

static struct nd_acct_vcpu *kvmtrace_table;
static unsigned int kvmtrace_mask;

/* What the probes go by; set under kvmtrace_lock, read without. */
static enum nd_source kvmtrace_source __read_mostly;
static bool kvmtrace_trusted __read_mostly;	/* kvm_exit's arguments are what we take them for */
static bool kvmtrace_distrusted __read_mostly;	/* ... they are not */
static bool kvmtrace_comparing __read_mostly;
static atomic_t kvmtrace_compared;
static atomic_t kvmtrace_mismatched;

static DEFINE_MUTEX(kvmtrace_lock);
static bool kvmtrace_wanted;
static enum cpuhp_state kvmtrace_hp;

/* --- the table of vCPUs ----------------------------------------------------------------------- */

static void kvmtrace_update(struct work_struct *work);
static DECLARE_WORK(kvmtrace_work, kvmtrace_update);
static DECLARE_DELAYED_WORK(kvmtrace_compare_end, kvmtrace_update);

static void kvmtrace_schedule(void)
{
	schedule_work(&kvmtrace_work);
}

static unsigned int kvmtrace_hash(const struct kvm_vcpu *vcpu)
{
	return hash_ptr(vcpu, 32) & kvmtrace_mask;
}

/*
 * The entry of a vCPU that this CPU did not run last. An address may be used again for another
 * vCPU: then process or number differ, and the entry starts anew.
 */
static noinline struct nd_acct_vcpu *kvmtrace_find_vcpu(struct kvm_vcpu *vcpu)
{
	unsigned int i, at = kvmtrace_hash(vcpu);

	for (i = 0; i < KVMTRACE_PROBES; i++, at = (at + 1) & kvmtrace_mask) {
		struct nd_acct_vcpu *entry = &kvmtrace_table[at];
		const void *key = READ_ONCE(entry->key);

		if (!key)
			key = cmpxchg(&entry->key, NULL, vcpu) ?: vcpu;
		if (key != vcpu)
			continue;
		if (entry->pid != current->tgid || entry->id != vcpu->vcpu_id)
			nd_acct_vcpu_start(entry, current, current->tgid, vcpu->vcpu_id);
		entry->task = current;
		this_cpu_write(kvmtrace_last, entry);
		return entry;
	}
	return NULL;
}

static __always_inline struct nd_acct_vcpu *kvmtrace_vcpu(struct kvm_vcpu *vcpu)
{
	struct nd_acct_vcpu *last = this_cpu_read(kvmtrace_last);

	if (likely(last && last->key == vcpu && last->task == current))
		return last;
	return kvmtrace_find_vcpu(vcpu);
}

/* The entry of the vCPU that the current thread ran last on this CPU, where it is still known. */
static struct nd_acct_vcpu *kvmtrace_current_vcpu(void)
{
	struct nd_acct_vcpu *last = this_cpu_read(kvmtrace_last);

	return last && last->task == current ? last : NULL;
}

/* --- the reason ------------------------------------------------------------------------------- */

/*
 * VMREAD is right in a kvm_exit probe: the VMCS of the vCPU that exited is current. Where VMX is
 * off it faults, where no VMCS is current it fails; both leave @reason alone.
 */
static __always_inline bool kvmtrace_vmread(u32 *reason)
{
	unsigned long value = 0;
	bool failed = true;

	asm volatile("1:	vmread %[field], %[value]\n"
		     "	setna %[failed]\n"
		     "2:\n"
		     _ASM_EXTABLE(1b, 2b)
		     : [value] "+r" (value), [failed] "+r" (failed)
		     : [field] "r" ((unsigned long)VM_EXIT_REASON_FIELD)
		     : "cc");
	*reason = value;
	return !failed;
}

/* Four bytes of memory that a hypervisor and we share, by an address out of such memory. */
static __always_inline bool kvmtrace_load(const void *address, u32 *value)
{
	u32 loaded = 0;
	bool failed = true;

	asm volatile("1:	movl %[memory], %[loaded]\n"
		     "	movb $0, %b[failed]\n"
		     "2:\n"
		     _ASM_EXTABLE(1b, 2b)
		     : [loaded] "+r" (loaded), [failed] "+r" (failed)
		     : [memory] "m" (*(const u32 *)address));
	*value = loaded;
	return !failed;
}

static __always_inline bool kvmtrace_read_reason(u32 *reason)
{
#if IS_ENABLED(CONFIG_HYPERV)
	if (unlikely(hv_vp_assist_page)) {
		const struct hv_vp_assist_page *page = hv_vp_assist_page[raw_smp_processor_id()];

		/* VMREAD is not allowed while an enlightened VMCS is in use. */
		if (page && READ_ONCE(page->enlighten_vmentry)) {
			u64 gpa = READ_ONCE(page->current_nested_vmcs);

			return kvmtrace_load(phys_to_virt(gpa) + EVMCS_EXIT_REASON, reason);
		}
	}
#endif
	return kvmtrace_vmread(reason);
}

/*
 * Is the first argument of kvm_exit a vCPU? Kernels up to 5.15 pass the reason there, and
 * distributions carry the change back, so that no version number tells.
 */
static noinline bool kvmtrace_check(struct kvm_vcpu *vcpu, u32 isa)
{
	struct mm_struct *mm;
	struct kvm *kvm;

	if (isa != ND_ISA_VMX && isa != ND_ISA_SVM)
		goto distrust;
	if (copy_from_kernel_nofault(&kvm, &vcpu->kvm, sizeof(kvm)) ||
	    copy_from_kernel_nofault(&mm, &kvm->mm, sizeof(mm)) || !mm || mm != current->mm)
		goto distrust;
	WRITE_ONCE(kvmtrace_trusted, true);
	kvmtrace_schedule();
	return true;

distrust:
	WRITE_ONCE(kvmtrace_distrusted, true);
	kvmtrace_schedule();
	return false;
}

/* --- probes ----------------------------------------------------------------------------------- */

static __always_inline void kvmtrace_count(struct nd_acct *acct, struct kvm_vcpu *vcpu, u32 reason)
{
	enum nd_acct_level level = vcpu && vcpu->arch.hflags & HF_GUEST_MASK ?
				   ND_LEVEL_NESTED : ND_LEVEL_GUEST;
	u32 slot = nd_acct_exit(acct, level, reason);
	struct nd_acct_vcpu *entry;

	if (!kvmtrace_table || !vcpu)
		return;
	entry = kvmtrace_vcpu(vcpu);
	if (likely(entry))
		nd_acct_vcpu_exit(acct, entry, level, slot, rdtsc());
	else
		acct->untabled++;
}

static void kvmtrace_probe_exit(void *unused, struct kvm_vcpu *vcpu, u32 isa)
{
	struct nd_acct *acct = this_cpu_read(kvmtrace_acct);
	u32 reason;

	if (unlikely(!acct))
		return;
	if (unlikely(!kvmtrace_trusted) && (kvmtrace_distrusted || !kvmtrace_check(vcpu, isa)))
		return;
	if (unlikely(kvmtrace_source != ND_SOURCE_VMX)) {
		this_cpu_write(kvmtrace_pending, vcpu);
		return;
	}
	if (unlikely(!kvmtrace_read_reason(&reason))) {
		acct->unread++;
		return;
	}
	if (unlikely(kvmtrace_comparing))
		this_cpu_write(kvmtrace_reason_read, reason);
	kvmtrace_count(acct, vcpu, reason);
}

void nd_kvmtrace_recorded(u32 reason, u32 isa)
{
	struct nd_acct *acct = this_cpu_read(kvmtrace_acct);

	if (kvmtrace_source == ND_SOURCE_RECORD) {
		if (acct)
			kvmtrace_count(acct, this_cpu_read(kvmtrace_pending), reason);
		return;
	}
	if (!kvmtrace_comparing)
		return;
	if (reason != this_cpu_read(kvmtrace_reason_read))
		atomic_inc(&kvmtrace_mismatched);
	if (atomic_inc_return(&kvmtrace_compared) == KVMTRACE_COMPARE)
		kvmtrace_schedule();
}

static void kvmtrace_probe_entry(void *unused, struct kvm_vcpu *vcpu, bool immediate)
{
	struct nd_acct *acct = this_cpu_read(kvmtrace_acct);
	struct nd_acct_vcpu *entry;

	if (unlikely(!acct || !kvmtrace_trusted))
		return;
	entry = kvmtrace_vcpu(vcpu);
	if (likely(entry))
		nd_acct_vcpu_entry(acct, entry, rdtsc());
}

/* The events below are rare, and from Linux 7.0 on their probes may be preempted. */
static struct nd_acct *kvmtrace_get(void)
{
	preempt_disable_notrace();
	return this_cpu_read(kvmtrace_acct);
}

static void kvmtrace_put(void)
{
	preempt_enable_notrace();
}

static void kvmtrace_probe_nested_exit(void *unused, struct kvm_vcpu *vcpu, u32 isa)
{
	struct nd_acct *acct = kvmtrace_get();

	if (acct)
		acct->nested_exits++;
	kvmtrace_put();
}

/* The reason is 64 bits wide from Linux 7.0 on, and never greater than 32. */
static void kvmtrace_probe_inject(void *unused, u64 reason, u64 info1, u64 info2, u32 intr_info,
				  u32 error_code, u32 isa)
{
	struct nd_acct *acct = kvmtrace_get();

	if (acct) {
		u32 slot = nd_acct_slot(acct, (u32)reason);
		struct nd_acct_vcpu *entry = kvmtrace_current_vcpu();

		acct->reflected[slot]++;
		if (entry)
			entry->reflected = slot;
	}
	kvmtrace_put();
}

/* kvm_nested_vmenter, and kvm_nested_vmrun before it: only that they were hit counts. */
static void kvmtrace_probe_nested_entry(void *unused, u64 rip, u64 vmcb, u64 nested_rip)
{
	struct nd_acct *acct = kvmtrace_get();
	struct nd_acct_vcpu *entry;

	if (acct) {
		acct->nested_entries++;
		entry = kvmtrace_current_vcpu();
		if (entry)
			entry->reflected = ND_NO_SLOT;
	}
	kvmtrace_put();
}

static void kvmtrace_probe_userspace(void *unused, u32 reason, int error)
{
	struct nd_acct *acct = kvmtrace_get();

	if (acct)
		acct->userspace[min_t(u32, reason, ND_NR_USERSPACE - 1)]++;
	kvmtrace_put();
}

static DEFINE_RAW_SPINLOCK(kvmtrace_refusal_lock);
static struct nd_refusal kvmtrace_refusals[ND_MAX_REFUSALS];
static u32 kvmtrace_nr_refusals;
static u64 kvmtrace_refusals_lost;

/* The text is KVM's and may go with it, so it is kept, and compared, by value. */
static void kvmtrace_probe_refused(void *unused, const char *text, u32 error)
{
	char copy[ND_REFUSAL_TEXT] = "";
	unsigned long flags;
	u32 i;

	for (i = 0; i < sizeof(copy) - 1; i++)
		if (copy_from_kernel_nofault(&copy[i], text + i, 1) || !copy[i])
			break;
	copy[i] = '\0';

	raw_spin_lock_irqsave(&kvmtrace_refusal_lock, flags);
	for (i = 0; i < kvmtrace_nr_refusals; i++)
		if (kvmtrace_refusals[i].error == error &&
		    !strcmp(kvmtrace_refusals[i].text, copy))
			break;
	if (i == kvmtrace_nr_refusals && i < ND_MAX_REFUSALS) {
		memcpy(kvmtrace_refusals[i].text, copy, sizeof(copy));
		kvmtrace_refusals[i].error = error;
		kvmtrace_nr_refusals++;
	}
	if (i < ND_MAX_REFUSALS)
		kvmtrace_refusals[i].count++;
	else
		kvmtrace_refusals_lost++;
	raw_spin_unlock_irqrestore(&kvmtrace_refusal_lock, flags);
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
	{ "kvm_exit", kvmtrace_probe_exit },
	{ "kvm_entry", kvmtrace_probe_entry, true },
	{ "kvm_nested_vmexit", kvmtrace_probe_nested_exit },
	{ "kvm_nested_vmexit_inject", kvmtrace_probe_inject },
	{ "kvm_nested_vmenter", kvmtrace_probe_nested_entry },
	{ "kvm_nested_vmrun", kvmtrace_probe_nested_entry },
	{ "kvm_nested_vmenter_failed", kvmtrace_probe_refused },
	{ "kvm_userspace_exit", kvmtrace_probe_userspace },
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

static void kvmtrace_go(struct tracepoint *tp)
{
	struct kvmtrace_point *point = kvmtrace_find_point(tp);

	if (!point || point->tp != tp)
		return;
	kvmtrace_unregister(point, ND_POINT_ABSENT);
	point->tp = NULL;
}

/* What was found out about one KVM need not hold for the next. */
static void kvmtrace_forget(void)
{
	kvmtrace_trusted = false;
	kvmtrace_distrusted = false;
	kvmtrace_comparing = false;
	atomic_set(&kvmtrace_compared, 0);
	atomic_set(&kvmtrace_mismatched, 0);
}

static int kvmtrace_notify(struct notifier_block *nb, unsigned long action, void *data)
{
	struct tp_module *tp_mod = data;
	struct module *mod = tp_mod->mod;
	unsigned int i;

	mutex_lock(&kvmtrace_lock);
	for (i = 0; i < mod->num_tracepoints; i++) {
		struct tracepoint *tp = tracepoint_ptr_deref(&mod->tracepoints_ptrs[i]);

		if (action == MODULE_STATE_COMING)
			kvmtrace_come(tp, NULL);
		else if (action == MODULE_STATE_GOING)
			kvmtrace_go(tp);
	}
	mutex_unlock(&kvmtrace_lock);
	kvmtrace_schedule();
	return NOTIFY_OK;
}

static struct notifier_block kvmtrace_nb = {
	.notifier_call = kvmtrace_notify,
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
	if (!kvmtrace_attached())
		return ND_SOURCE_NONE;
	if (!strcmp(source, "vmx"))
		return ND_SOURCE_VMX;
	if (!strcmp(source, "record") || !boot_cpu_has(X86_FEATURE_VMX) ||
	    kvmtrace_distrusted || atomic_read(&kvmtrace_mismatched))
		return ND_SOURCE_RECORD;
	return ND_SOURCE_VMX;
}

static bool kvmtrace_want_compare(enum nd_source chosen)
{
	return chosen == ND_SOURCE_VMX && kvmtrace_trusted && !strcmp(source, "auto") &&
	       atomic_read(&kvmtrace_compared) < KVMTRACE_COMPARE;
}

/*
 * Makes what runs what it should be. Reading records holds kvm.ko, so that the comparison ends by
 * itself even where no more exits come.
 */
static void kvmtrace_update(struct work_struct *work)
{
	bool timeout = work == &kvmtrace_compare_end.work;
	enum nd_source chosen;
	bool record;

	mutex_lock(&kvmtrace_lock);
	chosen = kvmtrace_choose();
	if (timeout && kvmtrace_comparing)
		atomic_set(&kvmtrace_compared, KVMTRACE_COMPARE);
	if (chosen != kvmtrace_source && chosen == ND_SOURCE_RECORD &&
	    (kvmtrace_distrusted || atomic_read(&kvmtrace_mismatched)))
		pr_warn("exit reasons are taken from trace records: %s\n",
			kvmtrace_distrusted ? "kvm_exit passes other arguments than expected" :
			"VMCS and records disagree");
	WRITE_ONCE(kvmtrace_source, chosen);
	record = chosen == ND_SOURCE_RECORD || kvmtrace_want_compare(chosen);
	if (record && !kvmtrace_recording)
		kvmtrace_recording = !nd_kvmrecord_start();
	WRITE_ONCE(kvmtrace_comparing, kvmtrace_recording && kvmtrace_want_compare(chosen));
	if (!record && kvmtrace_recording) {
		nd_kvmrecord_stop();
		kvmtrace_recording = false;
	}
	if (kvmtrace_comparing)
		schedule_delayed_work(&kvmtrace_compare_end, HZ);
	mutex_unlock(&kvmtrace_lock);
}

/* --- control and reading ---------------------------------------------------------------------- */

void nd_kvmtrace_attach(bool wanted)
{
	u32 i;

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
	kvmtrace_schedule();
	flush_work(&kvmtrace_work);
}

static void kvmtrace_clear_cpu(void *unused)
{
	struct nd_acct *acct = this_cpu_read(kvmtrace_acct);

	if (acct)
		memset(acct, 0, sizeof(*acct));
}

/* Each CPU clears its own, so that no count is lost to a race; vCPUs keep their places. */
void nd_kvmtrace_reset(void)
{
	unsigned long flags;
	unsigned int i, cpu;

	cpus_read_lock();
	on_each_cpu(kvmtrace_clear_cpu, NULL, true);
	for_each_possible_cpu(cpu)
		if (!cpu_online(cpu) && per_cpu(kvmtrace_acct, cpu))
			memset(per_cpu(kvmtrace_acct, cpu), 0, sizeof(struct nd_acct));
	cpus_read_unlock();
	for (i = 0; kvmtrace_table && i <= kvmtrace_mask; i++) {
		struct nd_acct_vcpu *entry = &kvmtrace_table[i];

		entry->guest = 0;
		entry->host = 0;
		memset(entry->counts, 0, sizeof(entry->counts));
	}
	raw_spin_lock_irqsave(&kvmtrace_refusal_lock, flags);
	kvmtrace_nr_refusals = 0;
	kvmtrace_refusals_lost = 0;
	raw_spin_unlock_irqrestore(&kvmtrace_refusal_lock, flags);
}

static void kvmtrace_read_vcpus(struct nd_trace *trace)
{
	unsigned int i;

	if (!kvmtrace_table)
		return;
	trace->max_vcpus = kvmtrace_mask + 1;
	trace->vcpus = kvcalloc(trace->max_vcpus, sizeof(*trace->vcpus), GFP_KERNEL);
	for (i = 0; trace->vcpus && i < trace->max_vcpus; i++)
		if (READ_ONCE(kvmtrace_table[i].key))
			trace->vcpus[trace->nr_vcpus++] = kvmtrace_table[i];
}

struct nd_trace *nd_kvmtrace_read(void)
{
	struct nd_trace *trace = kvzalloc(sizeof(*trace), GFP_KERNEL);
	unsigned long flags;
	unsigned int i, cpu;

	if (!trace)
		return NULL;
	mutex_lock(&kvmtrace_lock);
	trace->source = kvmtrace_source;
	trace->compared = atomic_read(&kvmtrace_compared);
	trace->mismatched = atomic_read(&kvmtrace_mismatched);
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
	for_each_possible_cpu(cpu)
		if (per_cpu(kvmtrace_acct, cpu))
			nd_acct_add(&trace->sum, per_cpu(kvmtrace_acct, cpu));
	kvmtrace_read_vcpus(trace);
	trace->now = rdtsc();

	raw_spin_lock_irqsave(&kvmtrace_refusal_lock, flags);
	trace->nr_refusals = kvmtrace_nr_refusals;
	memcpy(trace->refusals, kvmtrace_refusals, sizeof(kvmtrace_refusals));
	trace->refusals_lost = kvmtrace_refusals_lost;
	raw_spin_unlock_irqrestore(&kvmtrace_refusal_lock, flags);
	return trace;
}

void nd_kvmtrace_read_free(struct nd_trace *trace)
{
	if (!trace)
		return;
	kvfree(trace->vcpus);
	kvfree(trace);
}

/* --- coming and going ------------------------------------------------------------------------- */

/* Memory stays when a CPU goes: what it counted is still true. */
static int kvmtrace_cpu_online(unsigned int cpu)
{
	if (!per_cpu(kvmtrace_acct, cpu))
		per_cpu(kvmtrace_acct, cpu) = kvzalloc_node(sizeof(struct nd_acct), GFP_KERNEL,
							    cpu_to_node(cpu));
	return per_cpu(kvmtrace_acct, cpu) ? 0 : -ENOMEM;
}

static void kvmtrace_free(void)
{
	unsigned int cpu;

	for_each_possible_cpu(cpu)
		kvfree(per_cpu(kvmtrace_acct, cpu));
	kvfree(kvmtrace_table);
}

static int kvmtrace_alloc(void)
{
	unsigned int size = roundup_pow_of_two(clamp(vcpus, KVMTRACE_PROBES + 0U, 65536U));
	int err;

	if (times) {
		kvmtrace_table = kvcalloc(size, sizeof(*kvmtrace_table), GFP_KERNEL);
		if (!kvmtrace_table)
			return -ENOMEM;
		kvmtrace_mask = size - 1;
	}
	err = cpuhp_setup_state(CPUHP_AP_ONLINE_DYN, "nestdiag:online", kvmtrace_cpu_online, NULL);
	if (err < 0) {
		kvmtrace_free();
		return err;
	}
	kvmtrace_hp = err;
	return 0;
}

int nd_kvmtrace_init(void)
{
	int err = kvmtrace_alloc();

	if (err)
		return err;
	kvmtrace_wanted = strcmp(source, "off");
	mutex_lock(&kvmtrace_lock);
	for_each_kernel_tracepoint(kvmtrace_come, NULL);
	mutex_unlock(&kvmtrace_lock);
	err = register_tracepoint_module_notifier(&kvmtrace_nb);
	if (err)
		nd_kvmtrace_exit();
	kvmtrace_schedule();
	flush_work(&kvmtrace_work);
	return err;
}

void nd_kvmtrace_exit(void)
{
	/* Calls us for each module as if it went; what is built in is left for the detaching. */
	unregister_tracepoint_module_notifier(&kvmtrace_nb);
	nd_kvmtrace_attach(false);
	cancel_work_sync(&kvmtrace_work);
	cancel_delayed_work_sync(&kvmtrace_compare_end);
	if (kvmtrace_recording)
		nd_kvmrecord_stop();
	cpuhp_remove_state_nocalls(kvmtrace_hp);
	kvmtrace_free();
}
