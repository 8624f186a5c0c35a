/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Plays KVM: a process that writes a number to /sys/kernel/debug/fakekvm/run becomes a VM whose
 * vCPUs exit so often, all together, in an order of chance. Between an exit and the entry after it
 * the process moves to another CPU now and then. What came of it is in "counts", counted here.
 *
 * The vCPUs come from a pool, so that addresses are used again, by other processes. Each has a
 * file, as in KVM. In the end the VM shuts down: a process returns to user space on another CPU
 * than the one on which its vCPU was last.
 *
 * Each vCPU has a VMCB behind it, as in kvm_amd, of which only the exit code matters.
 */
#include <linux/anon_inodes.h>
#include <linux/cpumask.h>
#include <linux/debugfs.h>
#include <linux/delay.h>
#include <linux/file.h>
#include <linux/kvm_host.h>
#include <linux/module.h>
#include <linux/prandom.h>
#include <linux/sched.h>
#include <linux/seq_file.h>
#include <linux/slab.h>
#include <linux/vmalloc.h>

#include <asm/svm.h>

static u32 fakekvm_reason(const struct kvm_vcpu *vcpu);

#define CREATE_TRACE_POINTS
#include "trace.h"

#define FAKEKVM_VMS	6
#define FAKEKVM_VCPUS	3	/* of each VM */
#define FAKEKVM_ISA	2	/* KVM_ISA_SVM */
#define FAKEKVM_NONE	(~0u)
#define FAKEKVM_ENDS	64
#define FAKEKVM_SHUTDOWN	8	/* KVM_EXIT_SHUTDOWN */
#define FAKEKVM_REFUSED		7	/* a number beside the message */

static bool stranger;
module_param(stranger, bool, 0644);
MODULE_PARM_DESC(stranger, "the vCPUs are not those of the process that runs them");

static bool misnumbered;
module_param(misnumbered, bool, 0644);
MODULE_PARM_DESC(misnumbered, "the vCPUs' files have other numbers");

static bool uncounted;
module_param(uncounted, bool, 0644);
MODULE_PARM_DESC(uncounted, "the vCPUs' count of exits does not count");

static bool miscoded;
module_param(miscoded, bool, 0644);
MODULE_PARM_DESC(miscoded, "the VMCBs have other exit codes");

static bool pointless;
module_param(pointless, bool, 0644);
MODULE_PARM_DESC(pointless, "behind the vCPUs there is no pointer");

static bool unmapped;
module_param(unmapped, bool, 0644);
MODULE_PARM_DESC(unmapped, "the pointers lead to where there is no memory");

static bool moving = true;
module_param(moving, bool, 0644);
MODULE_PARM_DESC(moving, "processes move between CPUs");

/*
 * nestdiag's rows of prototypes, and whether they have the very type of the tracepoint here, as a
 * kernel that checks types (kCFI) wants it. Only one of two tracepoints exists.
 */
#define FAKEKVM_CHECKER_OF(point)	check_trace_callback_type_##point
#define FAKEKVM_CHECKER(point)		FAKEKVM_CHECKER_OF(point)
extern void FAKEKVM_CHECKER(FAKEKVM_NESTED_ENTRY_NOT)(int none);

#define ND_PROTOTYPE(_point, _probe, _when, ...)	\
	{ #_point, __same_type(FAKEKVM_CHECKER_OF(_point),	\
			       void (void (*probe)(void *unused, __VA_ARGS__))) },

static const struct {
	const char *point;
	bool fits;
} fakekvm_types[] = {
#include "module/kvm/prototypes.h"
};

/* Some have slots of their own in nestdiag, some share what is left, in their order. */
static const u32 fakekvm_reasons[] = {
	0x72, 0x72, 0x72, 0x60, 0x78, 0x7b, 0x7c, 0x40, 0x400, 0x407, 0xb1, 0x1234, 0xffffffff,
};

#define FAKEKVM_REASONS	ARRAY_SIZE(fakekvm_reasons)

static uint reasons = FAKEKVM_REASONS;
module_param(reasons, uint, 0644);
MODULE_PARM_DESC(reasons, "of those in the table; the last one is a failed entry (default: all)");

/* [1] is of nested guests. */
static atomic64_t fakekvm_count[2][FAKEKVM_REASONS];
static atomic64_t fakekvm_timed[2][FAKEKVM_REASONS];
static atomic64_t fakekvm_reflected[FAKEKVM_REASONS];
static atomic64_t fakekvm_caused[FAKEKVM_REASONS];
static atomic64_t fakekvm_nested_entries;
static atomic64_t fakekvm_nested_exits;
static atomic64_t fakekvm_refused;

/* What begins like struct vcpu_svm. */
struct fakekvm_svm {
	struct kvm_vcpu vcpu;
	struct vmcb *vmcb;
	struct vmcb *page;
};

static void *fakekvm_room;
static void *fakekvm_hole;	/* the page behind it, where there is no memory */

/**
 * struct fakekvm_vcpu - a vCPU
 * @vcpu:	what KVM has of it
 * @pid:	the process that has it, or had it last
 * @exits:	since it has
 * @reason:	index of its last exit's reason, FAKEKVM_NONE before the first
 * @nested:	that was an exit of its nested guest
 * @reflected:	index of the reason of the nested exit that its hypervisor handles
 */
struct fakekvm_vcpu {
	struct kvm_vcpu *vcpu;
	pid_t pid;
	u64 exits;
	u32 reason;
	u32 nested;
	u32 reflected;
};

/**
 * struct fakekvm_vm - a VM
 * @kvm:   what KVM has of it
 * @taken: a process has it
 * @vcpus: its vCPUs
 */
struct fakekvm_vm {
	struct kvm *kvm;
	bool taken;
	struct fakekvm_vcpu vcpus[FAKEKVM_VCPUS];
};

/**
 * struct fakekvm_end - a VM that has shut down
 * @pid: its process
 * @id:  the vCPU that was last in the guest
 */
struct fakekvm_end {
	pid_t pid;
	u32 id;
};

static DEFINE_MUTEX(fakekvm_lock);	/* protects who has which VM, and @fakekvm_ends */
static struct fakekvm_vm fakekvm_vms[FAKEKVM_VMS];
static struct fakekvm_end fakekvm_ends[FAKEKVM_ENDS];
static u32 fakekvm_nr_ends;
static struct dentry *fakekvm_dir;

static struct fakekvm_vcpu *fakekvm_find(const struct kvm_vcpu *vcpu)
{
	u32 i;

	for (i = 0; i < FAKEKVM_VMS * FAKEKVM_VCPUS; i++)
		if (fakekvm_vms[i / FAKEKVM_VCPUS].vcpus[i % FAKEKVM_VCPUS].vcpu == vcpu)
			return &fakekvm_vms[i / FAKEKVM_VCPUS].vcpus[i % FAKEKVM_VCPUS];
	return NULL;
}

static __maybe_unused u32 fakekvm_reason(const struct kvm_vcpu *vcpu)
{
	return fakekvm_reasons[fakekvm_find(vcpu)->reason];
}

/* --- a process as a VM ------------------------------------------------------------------------ */

static const struct file_operations fakekvm_vcpu_fops = {
	.owner = THIS_MODULE,
};

/* Closed when the process ends. */
static void fakekvm_open(struct kvm_vcpu *vcpu)
{
	char name[24];

	scnprintf(name, sizeof(name), "kvm-vcpu:%d", vcpu->vcpu_id + misnumbered);
	anon_inode_getfd(name, &fakekvm_vcpu_fops, vcpu, O_CLOEXEC);
}

static void fakekvm_create(struct fakekvm_vm *vm)
{
	u32 i;

	vm->taken = true;
	vm->kvm->mm = stranger ? NULL : current->mm;
	for (i = 0; i < FAKEKVM_VCPUS; i++) {
		struct fakekvm_vcpu *v = &vm->vcpus[i];

		v->vcpu->kvm = vm->kvm;
		v->vcpu->vcpu_id = i;
		v->vcpu->stat.exits = uncounted;
		v->vcpu->arch.hflags = 0;
		v->pid = current->tgid;
		v->exits = 0;
		v->reason = FAKEKVM_NONE;
		v->reflected = FAKEKVM_NONE;
		fakekvm_open(v->vcpu);
	}
}

static struct fakekvm_vm *fakekvm_take(void)
{
	struct fakekvm_vm *vm = NULL;
	u32 i;

	mutex_lock(&fakekvm_lock);
	for (i = 0; i < FAKEKVM_VMS && !vm; i++)
		if (!fakekvm_vms[i].taken)
			vm = &fakekvm_vms[i];
	if (vm)
		fakekvm_create(vm);
	mutex_unlock(&fakekvm_lock);
	return vm;
}

static void fakekvm_give(struct fakekvm_vm *vm)
{
	mutex_lock(&fakekvm_lock);
	vm->taken = false;
	mutex_unlock(&fakekvm_lock);
}

static void fakekvm_enter(struct fakekvm_vcpu *v)
{
	if (v->reason != FAKEKVM_NONE)
		atomic64_inc(&fakekvm_timed[v->nested][v->reason]);
	/* As vcpu_load() does. */
	v->vcpu->cpu = smp_processor_id();
	fakekvm_trace_entry(v->vcpu);
}

static void fakekvm_run_vmcb(struct fakekvm_vcpu *v)
{
	struct fakekvm_svm *svm = container_of(v->vcpu, struct fakekvm_svm, vcpu);

	svm->page->control.exit_code = fakekvm_reasons[v->reason] ^ miscoded;
	svm->vmcb = pointless ? (struct vmcb *)0x1234UL : unmapped ? fakekvm_hole : svm->page;
}

static void fakekvm_exit(struct fakekvm_vcpu *v, struct rnd_state *rnd)
{
	v->nested = prandom_u32_state(rnd) % 4 == 0;
	v->reason = prandom_u32_state(rnd) % min_t(u32, reasons, FAKEKVM_REASONS);
	v->vcpu->arch.hflags = v->nested ? HF_GUEST_MASK : 0;
	fakekvm_run_vmcb(v);
	fakekvm_trace_exit(v->vcpu, fakekvm_reasons[v->reason]);
	atomic64_inc(&fakekvm_count[v->nested][v->reason]);
	v->vcpu->stat.exits += !uncounted;
	v->exits++;
}

/* What KVM does about the exit, as far as it concerns nesting. */
static void fakekvm_handle(struct fakekvm_vcpu *v, struct rnd_state *rnd)
{
	u32 reason = fakekvm_reasons[v->reason];

	if (v->nested) {
		atomic64_inc(&fakekvm_nested_exits);
		fakekvm_trace_nested_exit(v->vcpu, reason);
	}
	if (v->nested && prandom_u32_state(rnd) % 2) {
		v->reflected = v->reason;
		atomic64_inc(&fakekvm_reflected[v->reason]);
		/* KVM extends the sign of what stands for a failed entry. */
		trace_kvm_nested_vmexit_inject((FAKEKVM_CODE)(s32)reason, 0, 0, 0, 0, FAKEKVM_ISA);
	} else if (!v->nested && v->reflected != FAKEKVM_NONE) {
		atomic64_inc(&fakekvm_caused[v->reflected]);
		if (prandom_u32_state(rnd) % 3)
			return;
		v->reflected = FAKEKVM_NONE;
		atomic64_inc(&fakekvm_nested_entries);
		fakekvm_trace_nested_entry();
	}
}

static void fakekvm_move(struct rnd_state *rnd)
{
	u32 cpu;

	if (!moving || prandom_u32_state(rnd) % 8)
		return;
	cpu = cpumask_next(prandom_u32_state(rnd) % nr_cpu_ids, cpu_online_mask);
	if (cpu >= nr_cpu_ids)
		cpu = cpumask_first(cpu_online_mask);
	/* It may have gone meanwhile. */
	set_cpus_allowed_ptr(current, cpumask_of(cpu));
}

/* While it sleeps others run where it was. */
static void fakekvm_shutdown(u32 id)
{
	u32 cpu = cpumask_next(raw_smp_processor_id(), cpu_online_mask);

	set_cpus_allowed_ptr(current, cpumask_of(cpu < nr_cpu_ids ? cpu : 0));
	msleep(50);
	trace_kvm_userspace_exit(FAKEKVM_SHUTDOWN, 0);
	mutex_lock(&fakekvm_lock);
	if (fakekvm_nr_ends < FAKEKVM_ENDS)
		fakekvm_ends[fakekvm_nr_ends++] = (struct fakekvm_end){ current->tgid, id };
	mutex_unlock(&fakekvm_lock);
}

static void fakekvm_run(struct fakekvm_vm *vm, unsigned long exits, struct rnd_state *rnd)
{
	u32 id = 0;

	atomic64_inc(&fakekvm_refused);
	trace_kvm_nested_vmenter_failed("fakekvm refuses", FAKEKVM_REFUSED);
	while (exits--) {
		struct fakekvm_vcpu *v = &vm->vcpus[prandom_u32_state(rnd) % FAKEKVM_VCPUS];

		id = v->vcpu->vcpu_id;
		fakekvm_move(rnd);
		local_irq_disable();
		fakekvm_enter(v);
		fakekvm_exit(v, rnd);
		fakekvm_handle(v, rnd);
		local_irq_enable();
		cond_resched();
	}
	fakekvm_shutdown(id);
	set_cpus_allowed_ptr(current, cpu_possible_mask);
}

/* --- files ------------------------------------------------------------------------------------ */

static ssize_t run_write(struct file *file, const char __user *buf, size_t size, loff_t *pos)
{
	struct rnd_state rnd;
	struct fakekvm_vm *vm;
	unsigned long exits;
	int err;

	err = kstrtoul_from_user(buf, size, 0, &exits);
	if (err)
		return err;
	vm = fakekvm_take();
	if (!vm)
		return -EBUSY;
	prandom_seed_state(&rnd, exits + (vm - fakekvm_vms));
	fakekvm_run(vm, exits, &rnd);
	fakekvm_give(vm);
	return size;
}

static const struct file_operations run_fops = {
	.owner	= THIS_MODULE,
	.open	= simple_open,
	.write	= run_write,
};

static u64 fakekvm_sum(const atomic64_t *values, u32 reason)
{
	u64 sum = 0;
	u32 i;

	for (i = 0; i < FAKEKVM_REASONS; i++)
		if (fakekvm_reasons[i] == reason)
			sum += atomic64_read(&values[i]);
	return sum;
}

static int counts_show(struct seq_file *seq, void *unused)
{
	u32 i, nested;

	/* A reason that stands there more than once is shown where it stands last. */
	for (i = 0; i < FAKEKVM_REASONS; i++) {
		u32 reason = fakekvm_reasons[i];

		if (i + 1 < FAKEKVM_REASONS && fakekvm_reasons[i + 1] == reason)
			continue;
		for (nested = 0; nested < 2; nested++)
			seq_printf(seq, "exits %s 0x%x %llu %llu\n", nested ? "nested" : "guest",
				   reason, fakekvm_sum(fakekvm_count[nested], reason),
				   fakekvm_sum(fakekvm_timed[nested], reason));
		seq_printf(seq, "reflected 0x%x %llu %llu\n", reason,
			   fakekvm_sum(fakekvm_reflected, reason),
			   fakekvm_sum(fakekvm_caused, reason));
	}
	seq_printf(seq, "nested %llu %llu\n", atomic64_read(&fakekvm_nested_entries),
		   atomic64_read(&fakekvm_nested_exits));
	seq_printf(seq, "refusal %u %llu\n", FAKEKVM_REFUSED, atomic64_read(&fakekvm_refused));
	for (i = 0; i < ARRAY_SIZE(fakekvm_types); i++)
		if (fakekvm_types[i].fits)
			seq_printf(seq, "type %s\n", fakekvm_types[i].point);
	for (i = 0; i < FAKEKVM_VMS * FAKEKVM_VCPUS; i++) {
		struct fakekvm_vcpu *v = &fakekvm_vms[i / FAKEKVM_VCPUS].vcpus[i % FAKEKVM_VCPUS];

		if (v->exits)
			seq_printf(seq, "vcpu %d %u %llu\n", v->pid, i % FAKEKVM_VCPUS, v->exits);
	}
	for (i = 0; i < fakekvm_nr_ends; i++)
		seq_printf(seq, "shutdown %d %u\n", fakekvm_ends[i].pid, fakekvm_ends[i].id);
	return 0;
}

static int counts_open(struct inode *inode, struct file *file)
{
	return single_open(file, counts_show, NULL);
}

/* Whatever is written clears all. */
static ssize_t counts_write(struct file *file, const char __user *buf, size_t size, loff_t *pos)
{
	u32 i;

	memset(fakekvm_count, 0, sizeof(fakekvm_count));
	memset(fakekvm_timed, 0, sizeof(fakekvm_timed));
	memset(fakekvm_reflected, 0, sizeof(fakekvm_reflected));
	memset(fakekvm_caused, 0, sizeof(fakekvm_caused));
	atomic64_set(&fakekvm_nested_entries, 0);
	atomic64_set(&fakekvm_nested_exits, 0);
	atomic64_set(&fakekvm_refused, 0);
	fakekvm_nr_ends = 0;
	for (i = 0; i < FAKEKVM_VMS * FAKEKVM_VCPUS; i++)
		fakekvm_vms[i / FAKEKVM_VCPUS].vcpus[i % FAKEKVM_VCPUS].exits = 0;
	return size;
}

static const struct file_operations counts_fops = {
	.owner	 = THIS_MODULE,
	.open	 = counts_open,
	.read	 = seq_read,
	.write	 = counts_write,
	.llseek	 = seq_lseek,
	.release = single_release,
};

/* --- coming and going ------------------------------------------------------------------------- */

static void fakekvm_free_vcpu(struct kvm_vcpu *vcpu)
{
	struct fakekvm_svm *svm = container_of(vcpu, struct fakekvm_svm, vcpu);

	if (!vcpu)
		return;
	free_page((unsigned long)svm->page);
	kvfree(svm);
}

static struct kvm_vcpu *fakekvm_alloc_vcpu(void)
{
	struct fakekvm_svm *svm = kvzalloc(sizeof(*svm), GFP_KERNEL);

	if (!svm)
		return NULL;
	svm->page = (struct vmcb *)get_zeroed_page(GFP_KERNEL);
	if (svm->page)
		return &svm->vcpu;
	kvfree(svm);
	return NULL;
}

static void fakekvm_free(void)
{
	u32 i, j;

	for (i = 0; i < FAKEKVM_VMS; i++) {
		for (j = 0; j < FAKEKVM_VCPUS; j++)
			fakekvm_free_vcpu(fakekvm_vms[i].vcpus[j].vcpu);
		kvfree(fakekvm_vms[i].kvm);
	}
	vfree(fakekvm_room);
}

static int fakekvm_alloc(void)
{
	bool failed = false;
	u32 i, j;

	for (i = 0; i < FAKEKVM_VMS; i++) {
		fakekvm_vms[i].kvm = kvzalloc(sizeof(struct kvm), GFP_KERNEL);
		failed |= !fakekvm_vms[i].kvm;
		for (j = 0; j < FAKEKVM_VCPUS; j++) {
			fakekvm_vms[i].vcpus[j].vcpu = fakekvm_alloc_vcpu();
			failed |= !fakekvm_vms[i].vcpus[j].vcpu;
		}
	}
	/* Behind each of these there is a page without memory. */
	fakekvm_room = vmalloc(PAGE_SIZE);
	failed |= !fakekvm_room;
	fakekvm_hole = fakekvm_room + PAGE_SIZE;
	return failed ? -ENOMEM : 0;
}

static int __init fakekvm_init(void)
{
	int err = fakekvm_alloc();

	if (err) {
		fakekvm_free();
		return err;
	}
	fakekvm_dir = debugfs_create_dir("fakekvm", NULL);
	debugfs_create_file("run", 0200, fakekvm_dir, NULL, &run_fops);
	debugfs_create_file("counts", 0600, fakekvm_dir, NULL, &counts_fops);
	return 0;
}
module_init(fakekvm_init);

static void __exit fakekvm_exit_module(void)
{
	debugfs_remove_recursive(fakekvm_dir);
	tracepoint_synchronize_unregister();
	fakekvm_free();
}
module_exit(fakekvm_exit_module);

MODULE_DESCRIPTION("Plays KVM for tests of nestdiag's probes");
MODULE_LICENSE("GPL");
