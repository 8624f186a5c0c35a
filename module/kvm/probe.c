// SPDX-License-Identifier: GPL-2.0-only
/*
 * The memory of the probes: a part for each CPU on which KVM exits, and one that they share before
 * that. A probe cannot allocate; the first exit on a CPU asks a work item to do it.
 */
#include <linux/cpu.h>
#include <linux/mm.h>
#include <linux/sched.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/workqueue.h>

#include "module/kvm/probe.h"

struct nd_probe nd_probe __read_mostly;
const void *const nd_probe_nobody = (const void *)~0UL;

DEFINE_PER_CPU(struct nd_probe_cpu, nd_probe_cpus);

static DEFINE_RAW_SPINLOCK(probe_shared_lock);
static struct nd_acct_cpu *probe_shared;	/* of the CPUs that have none of their own yet */

static void probe_allocate(struct work_struct *work);
static DECLARE_DELAYED_WORK(probe_todo, probe_allocate);

/*
 * Of its own, so that it is unbound on each kernel: newer ones rename the shared one, and complain
 * of the old name. A CPU that is isolated runs guests, and no work item because of that.
 */
static struct workqueue_struct *probe_unbound;

notrace struct nd_acct_cpu *nd_probe_acct_get(struct nd_probe_cpu *cpu, unsigned long *flags)
	__acquires(ACCT)
{
	/* Pairs with probe_allocate(). */
	struct nd_acct_cpu *acct = smp_load_acquire(&cpu->acct);

	if (likely(acct)) {
		__acquire(ACCT);
		return acct;
	}
	if (!READ_ONCE(cpu->asked)) {
		WRITE_ONCE(cpu->asked, true);
		queue_delayed_work(probe_unbound, &probe_todo, 0);
	}
	raw_spin_lock_irqsave(&probe_shared_lock, *flags);
	return probe_shared;
}

notrace void nd_probe_acct_put(const struct nd_acct_cpu *acct, unsigned long flags)
	__releases(ACCT)
{
	if (unlikely(acct == probe_shared))
		raw_spin_unlock_irqrestore(&probe_shared_lock, flags);
	else
		__release(ACCT);
}

/* Memory stays when a CPU goes: what it counted is still true. */
static void probe_allocate(struct work_struct *work)
{
	unsigned int id;

	for_each_possible_cpu(id) {
		struct nd_probe_cpu *cpu = per_cpu_ptr(&nd_probe_cpus, id);
		struct nd_acct_cpu *acct;

		if (READ_ONCE(cpu->acct) || !READ_ONCE(cpu->asked))
			continue;
		acct = kvzalloc_node(sizeof(*acct), GFP_KERNEL | __GFP_NOWARN, cpu_to_node(id));
		if (!acct) {
			queue_delayed_work(probe_unbound, &probe_todo, HZ);
			continue;
		}
		/* A reader that sees it finds it zeroed. */
		smp_store_release(&cpu->acct, acct);
	}
}

static bool probe_has_memory(int id, void *unused)
{
	return READ_ONCE(per_cpu(nd_probe_cpus.acct, id));
}

static void probe_disarm_this(void *unused)
{
	nd_probe_disarm(this_cpu_ptr(&nd_probe_cpus));
}

/* Only CPUs with memory can be armed, so that no other is interrupted. */
void nd_probe_invalidate(void)
{
	unsigned int id;

	cpus_read_lock();
	/*
	 * A CPU whose memory comes only after we look at that sees what has changed when it arms.
	 */
	smp_mb();
	on_each_cpu_cond(probe_has_memory, probe_disarm_this, NULL, true);
	for_each_possible_cpu(id)
		if (!cpu_online(id))
			nd_probe_disarm(per_cpu_ptr(&nd_probe_cpus, id));
	cpus_read_unlock();
}

void nd_probe_check(void)
{
	unsigned int id;

	for_each_online_cpu(id) {
		struct nd_probe_cpu *cpu = per_cpu_ptr(&nd_probe_cpus, id);

		if (!READ_ONCE(cpu->acct))
			continue;
		WRITE_ONCE(cpu->check, true);
		WRITE_ONCE(cpu->memory, &nd_probe_nobody);
	}
}

void nd_probe_restart(void)
{
	unsigned int id;

	nd_probe_invalidate();
	for_each_possible_cpu(id) {
		struct nd_probe_cpu *cpu = per_cpu_ptr(&nd_probe_cpus, id);

		cpu->pending.vcpu = NULL;
		cpu->compared = 0;
	}
}

static void probe_read_cpu(struct nd_trace *trace, unsigned int id)
{
	const struct nd_probe_cpu *cpu = per_cpu_ptr(&nd_probe_cpus, id);
	/* Pairs with probe_allocate(). */
	const struct nd_acct_cpu *acct = smp_load_acquire(&cpu->acct);
	struct nd_trace_cpu *to;
	u32 level;

	if (!acct && !READ_ONCE(cpu->asked))
		return;
	if (acct)
		nd_acct_add(&trace->sum, acct);
	if (!trace->cpus || trace->nr_cpus == trace->max_cpus)
		return;
	to = &trace->cpus[trace->nr_cpus++];
	if (acct)
		nd_trace_cpu_fill(to, id, acct);
	else
		*to = (struct nd_trace_cpu){ .id = id };
	for (level = 0; level < ND_NR_LEVELS; level++)
		to->exits[level].count += READ_ONCE(cpu->early[level]);
}

void nd_probe_read(struct nd_trace *trace)
{
	unsigned int id;

	for_each_possible_cpu(id) {
		probe_read_cpu(trace, id);
		cond_resched();
	}
	nd_acct_add(&trace->sum, probe_shared);
}

/* Each CPU clears its own, so that no count is lost to a race. */
static void probe_clear_this(void *unused)
{
	struct nd_acct_cpu *acct = this_cpu_read(nd_probe_cpus.acct);

	memset(acct, 0, sizeof(*acct));
}

static void probe_clear_shared(void)
{
	unsigned long flags;
	unsigned int id;

	raw_spin_lock_irqsave(&probe_shared_lock, flags);
	memset(probe_shared, 0, sizeof(*probe_shared));
	for_each_possible_cpu(id)
		memset(per_cpu(nd_probe_cpus.early, id), 0, sizeof(u64[ND_NR_LEVELS]));
	raw_spin_unlock_irqrestore(&probe_shared_lock, flags);
}

void nd_probe_clear(void)
{
	unsigned int id;

	cpus_read_lock();
	on_each_cpu_cond(probe_has_memory, probe_clear_this, NULL, true);
	for_each_possible_cpu(id) {
		struct nd_acct_cpu *acct = per_cpu(nd_probe_cpus.acct, id);

		if (!cpu_online(id) && acct)
			memset(acct, 0, sizeof(*acct));
	}
	probe_clear_shared();
	cpus_read_unlock();
}

/* No initializer has these pointers: older kernels do not relocate a module's per-CPU section. */
int nd_probe_init(void)
{
	unsigned int id;

	for_each_possible_cpu(id)
		nd_probe_disarm(per_cpu_ptr(&nd_probe_cpus, id));
	probe_unbound = alloc_workqueue("nestdiag", WQ_UNBOUND, 0);
	if (!probe_unbound)
		return -ENOMEM;
	probe_shared = kvzalloc(sizeof(*probe_shared), GFP_KERNEL);
	if (probe_shared)
		return 0;
	destroy_workqueue(probe_unbound);
	return -ENOMEM;
}

void nd_probe_exit(void)
{
	unsigned int id;

	cancel_delayed_work_sync(&probe_todo);
	destroy_workqueue(probe_unbound);
	for_each_possible_cpu(id)
		kvfree(per_cpu(nd_probe_cpus.acct, id));
	kvfree(probe_shared);
}
