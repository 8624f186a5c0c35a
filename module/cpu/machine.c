// SPDX-License-Identifier: GPL-2.0-only
/*
 * The facts of one machine's CPUs at one moment.
 */
#include <linux/cpu.h>
#include <linux/mm.h>
#include <linux/slab.h>
#include <linux/utsname.h>

#include "module/cpu/hyperv.h"
#include "module/cpu/machine.h"
#include "module/cpu/msr.h"
#include "module/cpu/cost.h"

static void machine_read_cpus(struct nd_facts *facts)
{
	unsigned int id;

	for_each_online_cpu(id) {
		struct nd_cpu *cpu = nd_facts_cpu(facts, id);

		if (!cpu)
			break;
		nd_msr_read(cpu);
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
	kvfree(facts->cpus);
	kfree(facts);
}
