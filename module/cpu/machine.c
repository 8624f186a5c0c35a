// SPDX-License-Identifier: GPL-2.0-only
/*
 * The facts of one machine's CPUs at one moment.
 */
#include <linux/cpu.h>
#include <linux/cpuhotplug.h>
#include <linux/mm.h>
#include <linux/percpu.h>
#include <linux/slab.h>
#include <linux/utsname.h>

#include "module/cpu/hyperv.h"
#include "module/cpu/machine.h"
#include "module/cpu/msr.h"
#include "module/cpu/cost.h"

static DEFINE_PER_CPU(struct nd_cpu *, machine_kept);	/* written on that CPU as it comes online */
static enum cpuhp_state machine_hp;

static int machine_cpu_online(unsigned int id)
{
	struct nd_cpu *cpu = per_cpu(machine_kept, id);

	if (!cpu)
		cpu = kvmalloc_node(sizeof(*cpu), GFP_KERNEL, cpu_to_node(id));
	if (!cpu)
		return -ENOMEM;
	memset(cpu, 0, sizeof(*cpu));
	cpu->id = id;
	nd_msr_read(cpu);
	per_cpu(machine_kept, id) = cpu;
	return 0;
}

const struct nd_cpu *nd_machine_cpu(void)
{
	return raw_cpu_read(machine_kept);
}

static void machine_read_cpus(struct nd_facts *facts)
{
	unsigned int id;

	for_each_online_cpu(id) {
		struct nd_cpu *cpu = nd_facts_cpu(facts, id);

		if (!cpu)
			break;
		*cpu = *per_cpu(machine_kept, id);
		nd_hyperv_read(cpu);
	}
}

struct nd_facts *nd_machine_read(void)
{
	struct nd_facts *facts = kzalloc(sizeof(*facts), GFP_KERNEL);

	if (!facts)
		return NULL;
	strscpy(facts->release, init_utsname()->release, sizeof(facts->release));
	strscpy(facts->machine, init_utsname()->machine, sizeof(facts->machine));
	strscpy(facts->module_version, NESTDIAG_VERSION, sizeof(facts->module_version));
	nd_hyperv_platform(facts);
	nd_cost_read(&facts->cost);

	/* No CPU comes or goes between counting and reading. */
	cpus_read_lock();
	facts->max_cpus = num_online_cpus();
	facts->cpus = kvcalloc(facts->max_cpus, sizeof(*facts->cpus), GFP_KERNEL);
	if (facts->cpus)
		machine_read_cpus(facts);
	cpus_read_unlock();

	if (!facts->cpus) {
		kfree(facts);
		return NULL;
	}
	return facts;
}

void nd_machine_free(struct nd_facts *facts)
{
	if (!facts)
		return;
	kvfree(facts->cpus);
	kfree(facts);
}

static void machine_free_kept(void)
{
	unsigned int id;

	for_each_possible_cpu(id)
		kvfree(per_cpu(machine_kept, id));
}

int nd_machine_init(void)
{
	int err = cpuhp_setup_state(CPUHP_AP_ONLINE_DYN, "nestdiag:registers", machine_cpu_online,
				    NULL);

	if (err < 0) {
		machine_free_kept();
		return err;
	}
	machine_hp = err;
	return 0;
}

void nd_machine_exit(void)
{
	cpuhp_remove_state_nocalls(machine_hp);
	machine_free_kept();
}
