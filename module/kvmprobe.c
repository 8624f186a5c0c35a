// SPDX-License-Identifier: GPL-2.0-only
/*
 * The probes: what is done at each of KVM's tracepoints that nestdiag attaches to.
 *
 * kvm_exit and kvm_entry are the hot ones: no lock, no atomic, no memory that another CPU writes.
 */
#include <linux/cpuhotplug.h>
#include <linux/hash.h>
#include <linux/kvm_host.h>
#include <linux/slab.h>
#include <linux/uaccess.h>

#include <asm/asm.h>
#include <asm/mshyperv.h>

#include "compat/tsc.h"
#include "kvmtrace.h"
#include "nestdiag.h"

#define VM_EXIT_REASON_FIELD	0x4402	/* VMCS component encoding */
#define EVMCS_EXIT_REASON	0x2b4	/* offset in an enlightened VMCS, version 1 */

#define KVMPROBE_PLACES		16	/* tried in the vCPU table */

struct nd_probe nd_probe __read_mostly;

static DEFINE_PER_CPU(struct nd_acct *, kvmprobe_acct);
static DEFINE_PER_CPU(struct nd_acct_vcpu *, kvmprobe_last);
static DEFINE_PER_CPU(struct kvm_vcpu *, kvmprobe_pending);
static DEFINE_PER_CPU(u32, kvmprobe_reason);

static struct nd_acct_vcpu *kvmprobe_table;
static unsigned int kvmprobe_mask;
static enum cpuhp_state kvmprobe_hp;

/* --- the table of vCPUs ----------------------------------------------------------------------- */

static unsigned int kvmprobe_hash(const struct kvm_vcpu *vcpu)
{
	return hash_ptr(vcpu, 32) & kvmprobe_mask;
}

/*
 * The entry of a vCPU that this CPU did not run last. An address may be used again for another
 * vCPU: then process or number differ, and the entry starts anew.
 */
static noinline struct nd_acct_vcpu *kvmprobe_find_vcpu(struct kvm_vcpu *vcpu)
{
	unsigned int i, at = kvmprobe_hash(vcpu);

	for (i = 0; i < KVMPROBE_PLACES; i++, at = (at + 1) & kvmprobe_mask) {
		struct nd_acct_vcpu *entry = &kvmprobe_table[at];
		const void *key = READ_ONCE(entry->key);

		if (!key)
			key = cmpxchg(&entry->key, NULL, vcpu) ?: vcpu;
		if (key != vcpu)
			continue;
		if (entry->pid != current->tgid || entry->id != vcpu->vcpu_id)
			nd_acct_vcpu_start(entry, current, current->tgid, vcpu->vcpu_id);
		entry->task = current;
		this_cpu_write(kvmprobe_last, entry);
		return entry;
	}
	return NULL;
}

static __always_inline struct nd_acct_vcpu *kvmprobe_vcpu(struct kvm_vcpu *vcpu)
{
	struct nd_acct_vcpu *last = this_cpu_read(kvmprobe_last);

	if (likely(last && last->key == vcpu && last->task == current))
		return last;
	return kvmprobe_find_vcpu(vcpu);
}

/* The entry of the vCPU that the current thread ran last on this CPU, where it is still known. */
static struct nd_acct_vcpu *kvmprobe_current_vcpu(void)
{
	struct nd_acct_vcpu *last = this_cpu_read(kvmprobe_last);

	return last && last->task == current ? last : NULL;
}

/* --- the reason ------------------------------------------------------------------------------- */

/*
 * VMREAD is right in a kvm_exit probe: the VMCS of the vCPU that exited is current. Where VMX is
 * off it faults, where no VMCS is current it fails; both leave @reason alone.
 */
static __always_inline bool kvmprobe_vmread(u32 *reason)
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
static __always_inline bool kvmprobe_load(const void *address, u32 *value)
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

static __always_inline bool kvmprobe_read_reason(u32 *reason)
{
#if IS_ENABLED(CONFIG_HYPERV)
	if (unlikely(hv_vp_assist_page)) {
		const struct hv_vp_assist_page *page = hv_vp_assist_page[raw_smp_processor_id()];

		/* VMREAD is not allowed while an enlightened VMCS is in use. */
		if (page && READ_ONCE(page->enlighten_vmentry)) {
			u64 gpa = READ_ONCE(page->current_nested_vmcs);

			return kvmprobe_load(phys_to_virt(gpa) + EVMCS_EXIT_REASON, reason);
		}
	}
#endif
	return kvmprobe_vmread(reason);
}

/*
 * Is the first argument of kvm_exit a vCPU? Kernels up to 5.15 pass the reason there, and
 * distributions carry the change back, so that no version number tells.
 */
static noinline bool kvmprobe_check(struct kvm_vcpu *vcpu, u32 isa)
{
	struct mm_struct *mm;
	struct kvm *kvm;

	if (isa != ND_ISA_VMX && isa != ND_ISA_SVM)
		goto distrust;
	if (copy_from_kernel_nofault(&kvm, &vcpu->kvm, sizeof(kvm)) ||
	    copy_from_kernel_nofault(&mm, &kvm->mm, sizeof(mm)) || !mm || mm != current->mm)
		goto distrust;
	WRITE_ONCE(nd_probe.trusted, true);
	nd_kvmtrace_schedule();
	return true;

distrust:
	WRITE_ONCE(nd_probe.distrusted, true);
	nd_kvmtrace_schedule();
	return false;
}

/* --- probes ----------------------------------------------------------------------------------- */

static __always_inline void kvmprobe_count(struct nd_acct *acct, struct kvm_vcpu *vcpu, u32 reason)
{
	enum nd_acct_level level = vcpu && vcpu->arch.hflags & HF_GUEST_MASK ?
				   ND_LEVEL_NESTED : ND_LEVEL_GUEST;
	u32 slot = nd_acct_exit(acct, level, reason);
	struct nd_acct_vcpu *entry;

	if (unlikely(slot >= ND_SLOT_FAILED))
		nd_kvmfail_exit(vcpu, reason, level);
	if (!kvmprobe_table || !vcpu)
		return;
	entry = kvmprobe_vcpu(vcpu);
	if (likely(entry))
		nd_acct_vcpu_exit(acct, entry, level, slot, rdtsc());
	else
		acct->untabled++;
}

void nd_kvmprobe_exit(void *unused, struct kvm_vcpu *vcpu, u32 isa)
{
	struct nd_acct *acct = this_cpu_read(kvmprobe_acct);
	u32 reason;

	if (unlikely(!acct))
		return;
	if (unlikely(!nd_probe.trusted) && (nd_probe.distrusted || !kvmprobe_check(vcpu, isa)))
		return;
	if (unlikely(nd_probe.source != ND_SOURCE_VMX)) {
		/* The record follows at once; where it did not last time, that exit was lost. */
		if (this_cpu_read(kvmprobe_pending))
			acct->unread++;
		this_cpu_write(kvmprobe_pending, vcpu);
		return;
	}
	if (unlikely(!kvmprobe_read_reason(&reason))) {
		acct->unread++;
		return;
	}
	if (unlikely(nd_probe.comparing))
		this_cpu_write(kvmprobe_reason, reason);
	kvmprobe_count(acct, vcpu, reason);
}

void nd_kvmprobe_recorded(u32 reason, u32 isa)
{
	struct nd_acct *acct = this_cpu_read(kvmprobe_acct);

	if (nd_probe.source == ND_SOURCE_RECORD) {
		if (acct)
			kvmprobe_count(acct, this_cpu_read(kvmprobe_pending), reason);
		this_cpu_write(kvmprobe_pending, NULL);
		return;
	}
	if (!nd_probe.comparing)
		return;
	if (reason != this_cpu_read(kvmprobe_reason))
		atomic_inc(&nd_probe.mismatched);
	if (atomic_inc_return(&nd_probe.compared) == ND_PROBE_COMPARE)
		nd_kvmtrace_schedule();
}

void nd_kvmprobe_entry(void *unused, struct kvm_vcpu *vcpu, bool immediate)
{
	struct nd_acct *acct = this_cpu_read(kvmprobe_acct);
	struct nd_acct_vcpu *entry;

	if (unlikely(!acct || !nd_probe.trusted))
		return;
	entry = kvmprobe_vcpu(vcpu);
	if (likely(entry))
		nd_acct_vcpu_entry(acct, entry, rdtsc());
}

/* The events below are rare, and from Linux 7.0 on their probes may be preempted. */
static struct nd_acct *kvmprobe_get(void)
{
	preempt_disable_notrace();
	return this_cpu_read(kvmprobe_acct);
}

static void kvmprobe_put(void)
{
	preempt_enable_notrace();
}

void nd_kvmprobe_nested_exit(void *unused, struct kvm_vcpu *vcpu, u32 isa)
{
	struct nd_acct *acct = kvmprobe_get();

	if (acct)
		acct->nested_exits++;
	kvmprobe_put();
}

/* The reason is 64 bits wide from Linux 7.0 on, and never greater than 32. */
void nd_kvmprobe_inject(void *unused, u64 reason, u64 info1, u64 info2, u32 intr_info,
				  u32 error_code, u32 isa)
{
	struct nd_acct *acct = kvmprobe_get();

	if (acct) {
		u32 slot = nd_acct_slot(acct, (u32)reason);
		struct nd_acct_vcpu *entry = kvmprobe_current_vcpu();

		acct->reflected[slot]++;
		if (entry)
			entry->reflected = slot;
	}
	kvmprobe_put();
}

/* kvm_nested_vmenter, and kvm_nested_vmrun before it: only that they were hit counts. */
void nd_kvmprobe_nested_entry(void *unused, u64 rip, u64 vmcb, u64 nested_rip)
{
	struct nd_acct *acct = kvmprobe_get();
	struct nd_acct_vcpu *entry;

	if (acct) {
		acct->nested_entries++;
		entry = kvmprobe_current_vcpu();
		if (entry)
			entry->reflected = ND_NO_SLOT;
	}
	kvmprobe_put();
}

/* The vCPU that the current thread ran last, on whatever CPU. For what is rare only. */
static noinline const struct nd_acct_vcpu *kvmprobe_ran(void)
{
	const struct nd_acct_vcpu *ran = NULL;
	unsigned int i;

	for (i = 0; kvmprobe_table && i <= kvmprobe_mask; i++) {
		const struct nd_acct_vcpu *entry = &kvmprobe_table[i];

		if (entry->task == current && (!ran || entry->entered > ran->entered))
			ran = entry;
	}
	return ran;
}

void nd_kvmprobe_userspace(void *unused, u32 reason, int error)
{
	struct nd_acct *acct = kvmprobe_get();

	if (acct)
		acct->userspace[min_t(u32, reason, ND_NR_USERSPACE - 1)]++;
	/* With an error the reason is that of an earlier return. */
	if (!error && (reason == KVM_EXIT_FAIL_ENTRY || reason == KVM_EXIT_SHUTDOWN ||
		       reason == KVM_EXIT_INTERNAL_ERROR))
		nd_kvmfail_userspace(reason, kvmprobe_ran());
	kvmprobe_put();
}

static DEFINE_RAW_SPINLOCK(kvmprobe_refusal_lock);
static struct nd_refusal kvmprobe_refusals[ND_MAX_REFUSALS];
static u32 kvmprobe_nr_refusals;
static u64 kvmprobe_refusals_lost;

/* The text is KVM's and may go with it, so it is kept, and compared, by value. */
void nd_kvmprobe_refused(void *unused, const char *text, u32 error)
{
	char copy[ND_REFUSAL_TEXT] = "";
	unsigned long flags;
	u32 i;

	for (i = 0; i < sizeof(copy) - 1; i++)
		if (copy_from_kernel_nofault(&copy[i], text + i, 1) || !copy[i])
			break;
	copy[i] = '\0';

	raw_spin_lock_irqsave(&kvmprobe_refusal_lock, flags);
	for (i = 0; i < kvmprobe_nr_refusals; i++)
		if (kvmprobe_refusals[i].error == error &&
		    !strcmp(kvmprobe_refusals[i].text, copy))
			break;
	if (i == kvmprobe_nr_refusals && i < ND_MAX_REFUSALS) {
		memcpy(kvmprobe_refusals[i].text, copy, sizeof(copy));
		kvmprobe_refusals[i].error = error;
		kvmprobe_nr_refusals++;
	}
	if (i < ND_MAX_REFUSALS)
		kvmprobe_refusals[i].count++;
	else
		kvmprobe_refusals_lost++;
	raw_spin_unlock_irqrestore(&kvmprobe_refusal_lock, flags);
	nd_kvmfail_refused(copy, error, kvmprobe_ran());
}

/* --- reading and clearing --------------------------------------------------------------------- */

static void kvmprobe_clear_cpu(void *unused)
{
	struct nd_acct *acct = this_cpu_read(kvmprobe_acct);

	if (acct)
		memset(acct, 0, sizeof(*acct));
}

/* Each CPU clears its own, so that no count is lost to a race; vCPUs keep their places. */
void nd_kvmprobe_reset(void)
{
	unsigned long flags;
	unsigned int i, cpu;

	cpus_read_lock();
	on_each_cpu(kvmprobe_clear_cpu, NULL, true);
	for_each_possible_cpu(cpu)
		if (!cpu_online(cpu) && per_cpu(kvmprobe_acct, cpu))
			memset(per_cpu(kvmprobe_acct, cpu), 0, sizeof(struct nd_acct));
	cpus_read_unlock();
	for (i = 0; kvmprobe_table && i <= kvmprobe_mask; i++) {
		struct nd_acct_vcpu *entry = &kvmprobe_table[i];

		entry->guest = 0;
		entry->host = 0;
		memset(entry->counts, 0, sizeof(entry->counts));
	}
	raw_spin_lock_irqsave(&kvmprobe_refusal_lock, flags);
	kvmprobe_nr_refusals = 0;
	kvmprobe_refusals_lost = 0;
	raw_spin_unlock_irqrestore(&kvmprobe_refusal_lock, flags);
}

static void kvmprobe_read_vcpus(struct nd_trace *trace)
{
	unsigned int i;

	if (!kvmprobe_table)
		return;
	trace->max_vcpus = kvmprobe_mask + 1;
	trace->vcpus = kvcalloc(trace->max_vcpus, sizeof(*trace->vcpus), GFP_KERNEL);
	for (i = 0; trace->vcpus && i < trace->max_vcpus; i++)
		if (READ_ONCE(kvmprobe_table[i].key))
			trace->vcpus[trace->nr_vcpus++] = kvmprobe_table[i];
}

/* Nothing is attached: nobody else touches the table. */
void nd_kvmprobe_restart(void)
{
	unsigned int i, cpu;

	for_each_possible_cpu(cpu)
		per_cpu(kvmprobe_pending, cpu) = NULL;
	for (i = 0; kvmprobe_table && i <= kvmprobe_mask; i++)
		nd_acct_vcpu_restart(&kvmprobe_table[i]);
}

void nd_kvmprobe_read(struct nd_trace *trace)
{
	unsigned int cpu, level;
	unsigned long flags;

	trace->max_cpus = num_possible_cpus();
	trace->cpus = kvcalloc(trace->max_cpus, sizeof(*trace->cpus), GFP_KERNEL);
	for_each_possible_cpu(cpu) {
		const struct nd_acct *acct = per_cpu(kvmprobe_acct, cpu);

		if (!acct)
			continue;
		nd_acct_add(&trace->sum, acct);
		if (trace->cpus && trace->nr_cpus < trace->max_cpus)
			nd_trace_cpu_fill(&trace->cpus[trace->nr_cpus++], cpu, acct);
	}
	for (level = 0; level < ND_NR_LEVELS; level++)
		if (trace->sum.stayed[level])
			trace->stay[level] = ~trace->sum.stayed[level];
	kvmprobe_read_vcpus(trace);
	trace->now = rdtsc();

	raw_spin_lock_irqsave(&kvmprobe_refusal_lock, flags);
	trace->nr_refusals = kvmprobe_nr_refusals;
	memcpy(trace->refusals, kvmprobe_refusals, sizeof(kvmprobe_refusals));
	trace->refusals_lost = kvmprobe_refusals_lost;
	raw_spin_unlock_irqrestore(&kvmprobe_refusal_lock, flags);
}

/* --- memory ----------------------------------------------------------------------------------- */

/* Memory stays when a CPU goes: what it counted is still true. */
static int kvmprobe_cpu_online(unsigned int cpu)
{
	if (!per_cpu(kvmprobe_acct, cpu))
		per_cpu(kvmprobe_acct, cpu) = kvzalloc_node(sizeof(struct nd_acct), GFP_KERNEL,
							    cpu_to_node(cpu));
	return per_cpu(kvmprobe_acct, cpu) ? 0 : -ENOMEM;
}

static void kvmprobe_free(void)
{
	unsigned int cpu;

	for_each_possible_cpu(cpu)
		kvfree(per_cpu(kvmprobe_acct, cpu));
	kvfree(kvmprobe_table);
}

int nd_kvmprobe_alloc(unsigned int vcpus)
{
	unsigned int size = roundup_pow_of_two(clamp(vcpus, KVMPROBE_PLACES + 0U, 65536U));
	int err;

	if (vcpus) {
		kvmprobe_table = kvcalloc(size, sizeof(*kvmprobe_table), GFP_KERNEL);
		if (!kvmprobe_table)
			return -ENOMEM;
		kvmprobe_mask = size - 1;
	}
	err = cpuhp_setup_state(CPUHP_AP_ONLINE_DYN, "nestdiag:online", kvmprobe_cpu_online, NULL);
	if (err < 0) {
		kvmprobe_free();
		return err;
	}
	kvmprobe_hp = err;
	return 0;
}


void nd_kvmprobe_free(void)
{
	cpuhp_remove_state_nocalls(kvmprobe_hp);
	kvmprobe_free();
}
