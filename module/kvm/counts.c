// SPDX-License-Identifier: GPL-2.0-only
/*
 * What the probes have counted: its memory, reading it, clearing it. And the refusals of nested
 * entries, which are rare enough for a lock.
 */
#include <linux/cpuhotplug.h>
#include <linux/kvm_host.h>
#include <linux/slab.h>
#include <linux/uaccess.h>

#include "module/compat/tsc.h"
#include "module/kvm/probe.h"
#include "module/kvm/trace.h"
#include "module/nestdiag.h"

DEFINE_PER_CPU(struct kvmprobe_cpu *, nd_kvmprobe_cpu);
struct nd_acct_vcpu *nd_kvmprobe_table;
unsigned int nd_kvmprobe_mask;

static enum cpuhp_state kvmcounts_hp;

/* --- refusals --------------------------------------------------------------------------------- */

static DEFINE_RAW_SPINLOCK(kvmcounts_refusal_lock);
static struct nd_refusal kvmcounts_refusals[ND_MAX_REFUSALS];
static u32 kvmcounts_nr_refusals;
static u64 kvmcounts_refusals_lost;

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

	raw_spin_lock_irqsave(&kvmcounts_refusal_lock, flags);
	for (i = 0; i < kvmcounts_nr_refusals; i++)
		if (kvmcounts_refusals[i].error == error &&
		    !strcmp(kvmcounts_refusals[i].text, copy))
			break;
	if (i == kvmcounts_nr_refusals && i < ND_MAX_REFUSALS) {
		memcpy(kvmcounts_refusals[i].text, copy, sizeof(copy));
		kvmcounts_refusals[i].error = error;
		kvmcounts_nr_refusals++;
	}
	if (i < ND_MAX_REFUSALS)
		kvmcounts_refusals[i].count++;
	else
		kvmcounts_refusals_lost++;
	raw_spin_unlock_irqrestore(&kvmcounts_refusal_lock, flags);
	nd_kvmfail_refused(copy, error);
}

/* --- reading and clearing --------------------------------------------------------------------- */

static void kvmcounts_chill_this(void *unused)
{
	struct kvmprobe_cpu *cpu = this_cpu_read(nd_kvmprobe_cpu);

	if (cpu)
		kvmprobe_chill(cpu);
}

void nd_kvmprobe_cool(void)
{
	unsigned int i;

	cpus_read_lock();
	on_each_cpu(kvmcounts_chill_this, NULL, true);
	for_each_possible_cpu(i)
		if (!cpu_online(i) && per_cpu(nd_kvmprobe_cpu, i))
			kvmprobe_chill(per_cpu(nd_kvmprobe_cpu, i));
	cpus_read_unlock();
}

static void kvmcounts_clear_cpu(void *unused)
{
	struct kvmprobe_cpu *cpu = this_cpu_read(nd_kvmprobe_cpu);

	if (cpu)
		memset(&cpu->acct, 0, sizeof(cpu->acct));
}

/* Each CPU clears its own, so that no count is lost to a race; vCPUs keep their places. */
void nd_kvmprobe_reset(void)
{
	unsigned long flags;
	unsigned int i, cpu;

	cpus_read_lock();
	on_each_cpu(kvmcounts_clear_cpu, NULL, true);
	for_each_possible_cpu(cpu)
		if (!cpu_online(cpu) && per_cpu(nd_kvmprobe_cpu, cpu))
			memset(&per_cpu(nd_kvmprobe_cpu, cpu)->acct, 0, sizeof(struct nd_acct));
	cpus_read_unlock();
	for (i = 0; nd_kvmprobe_table && i <= nd_kvmprobe_mask; i++) {
		struct nd_acct_vcpu *entry = &nd_kvmprobe_table[i];

		entry->guest = 0;
		entry->host = 0;
		memset(entry->counts, 0, sizeof(entry->counts));
	}
	raw_spin_lock_irqsave(&kvmcounts_refusal_lock, flags);
	kvmcounts_nr_refusals = 0;
	kvmcounts_refusals_lost = 0;
	raw_spin_unlock_irqrestore(&kvmcounts_refusal_lock, flags);
}

static void kvmcounts_read_vcpus(struct nd_trace *trace)
{
	unsigned int i;

	if (!nd_kvmprobe_table)
		return;
	trace->max_vcpus = nd_kvmprobe_mask + 1;
	trace->vcpus = kvcalloc(trace->max_vcpus, sizeof(*trace->vcpus), GFP_KERNEL);
	for (i = 0; trace->vcpus && i < trace->max_vcpus; i++)
		if (READ_ONCE(nd_kvmprobe_table[i].key))
			trace->vcpus[trace->nr_vcpus++] = nd_kvmprobe_table[i];
}

/* No vCPU runs into a probe: nobody else touches the table. */
void nd_kvmprobe_restart(void)
{
	unsigned int i, cpu;

	nd_kvmprobe_cool();
	for_each_possible_cpu(cpu) {
		struct kvmprobe_cpu *memory = per_cpu(nd_kvmprobe_cpu, cpu);

		if (!memory)
			continue;
		memory->pending = NULL;
		memory->compared = 0;
	}
	for (i = 0; nd_kvmprobe_table && i <= nd_kvmprobe_mask; i++)
		nd_acct_vcpu_restart(&nd_kvmprobe_table[i]);
}

void nd_kvmprobe_read(struct nd_trace *trace)
{
	unsigned int cpu, level;
	unsigned long flags;

	trace->max_cpus = num_possible_cpus();
	trace->cpus = kvcalloc(trace->max_cpus, sizeof(*trace->cpus), GFP_KERNEL);
	for_each_possible_cpu(cpu) {
		const struct nd_acct *acct;

		if (!per_cpu(nd_kvmprobe_cpu, cpu))
			continue;
		acct = &per_cpu(nd_kvmprobe_cpu, cpu)->acct;
		nd_acct_add(&trace->sum, acct);
		if (trace->cpus && trace->nr_cpus < trace->max_cpus)
			nd_trace_cpu_fill(&trace->cpus[trace->nr_cpus++], cpu, acct);
	}
	for (level = 0; level < ND_NR_LEVELS; level++)
		if (trace->sum.stayed[level])
			trace->stay[level] = ~trace->sum.stayed[level];
	kvmcounts_read_vcpus(trace);
	trace->now = rdtsc();

	raw_spin_lock_irqsave(&kvmcounts_refusal_lock, flags);
	trace->nr_refusals = kvmcounts_nr_refusals;
	memcpy(trace->refusals, kvmcounts_refusals, sizeof(kvmcounts_refusals));
	trace->refusals_lost = kvmcounts_refusals_lost;
	raw_spin_unlock_irqrestore(&kvmcounts_refusal_lock, flags);
}

/* --- memory ----------------------------------------------------------------------------------- */

/* Memory stays when a CPU goes: what it counted is still true. */
static int kvmcounts_cpu_online(unsigned int cpu)
{
	struct kvmprobe_cpu *memory = per_cpu(nd_kvmprobe_cpu, cpu);

	if (memory)
		return 0;
	memory = kvzalloc_node(sizeof(*memory), GFP_KERNEL, cpu_to_node(cpu));
	if (!memory)
		return -ENOMEM;
	kvmprobe_chill(memory);
	per_cpu(nd_kvmprobe_cpu, cpu) = memory;
	return 0;
}

static void kvmcounts_free(void)
{
	unsigned int cpu;

	for_each_possible_cpu(cpu)
		kvfree(per_cpu(nd_kvmprobe_cpu, cpu));
	kvfree(nd_kvmprobe_table);
}

int nd_kvmprobe_alloc(unsigned int vcpus)
{
	unsigned int size = roundup_pow_of_two(clamp(vcpus, KVMPROBE_PLACES + 0U, 65536U));
	int err;

	if (vcpus) {
		nd_kvmprobe_table = kvcalloc(size, sizeof(*nd_kvmprobe_table), GFP_KERNEL);
		if (!nd_kvmprobe_table)
			return -ENOMEM;
		nd_kvmprobe_mask = size - 1;
	}
	err = cpuhp_setup_state(CPUHP_AP_ONLINE_DYN, "nestdiag:online", kvmcounts_cpu_online, NULL);
	if (err < 0) {
		kvmcounts_free();
		return err;
	}
	kvmcounts_hp = err;
	return 0;
}

void nd_kvmprobe_free(void)
{
	cpuhp_remove_state_nocalls(kvmcounts_hp);
	kvmcounts_free();
}
