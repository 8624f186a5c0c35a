// SPDX-License-Identifier: GPL-2.0-only
/*
 * The memory of the probes: a part for each CPU, allocated before the CPU runs a vCPU.
 */
#include <linux/cpu.h>
#include <linux/cpuhotplug.h>
#include <linux/mm.h>
#include <linux/slab.h>

#include "module/kvm/probe.h"

struct nd_probe nd_probe __read_mostly;
const void *const nd_probe_nobody = (const void *)~0UL;

DEFINE_PER_CPU(struct nd_probe_cpu *, nd_probe_cpus);

static enum cpuhp_state probe_hp;

static void probe_disarm_this(void *unused)
{
	struct nd_probe_cpu *cpu = this_cpu_read(nd_probe_cpus);

	if (cpu)
		nd_probe_disarm(cpu);
}

void nd_probe_invalidate(void)
{
	unsigned int i;

	cpus_read_lock();
	on_each_cpu(probe_disarm_this, NULL, true);
	for_each_possible_cpu(i)
		if (!cpu_online(i) && per_cpu(nd_probe_cpus, i))
			nd_probe_disarm(per_cpu(nd_probe_cpus, i));
	cpus_read_unlock();
}

void nd_probe_check(void)
{
	unsigned int i;

	for_each_online_cpu(i) {
		struct nd_probe_cpu *cpu = per_cpu(nd_probe_cpus, i);

		if (!cpu)
			continue;
		WRITE_ONCE(cpu->check, true);
		WRITE_ONCE(cpu->memory, &nd_probe_nobody);
	}
}

void nd_probe_restart(void)
{
	unsigned int i;

	nd_probe_invalidate();
	for_each_possible_cpu(i) {
		struct nd_probe_cpu *cpu = per_cpu(nd_probe_cpus, i);

		if (!cpu)
			continue;
		cpu->pending.vcpu = NULL;
		cpu->compared = 0;
	}
}

/* Memory stays when a CPU goes: what it counted is still true. */
static int probe_cpu_online(unsigned int id)
{
	struct nd_probe_cpu *cpu = per_cpu(nd_probe_cpus, id);

	if (cpu)
		return 0;
	cpu = kvzalloc_node(sizeof(*cpu), GFP_KERNEL, cpu_to_node(id));
	if (!cpu)
		return -ENOMEM;
	nd_probe_disarm(cpu);
	per_cpu(nd_probe_cpus, id) = cpu;
	return 0;
}

static void probe_free(void)
{
	unsigned int i;

	for_each_possible_cpu(i)
		kvfree(per_cpu(nd_probe_cpus, i));
}

int nd_probe_init(void)
{
	int err = cpuhp_setup_state(CPUHP_AP_ONLINE_DYN, "nestdiag:online", probe_cpu_online, NULL);

	if (err < 0) {
		probe_free();
		return err;
	}
	probe_hp = err;
	return 0;
}

void nd_probe_exit(void)
{
	cpuhp_remove_state_nocalls(probe_hp);
	probe_free();
}
