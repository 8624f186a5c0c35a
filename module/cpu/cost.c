// SPDX-License-Identifier: GPL-2.0-only
/*
 * Measures the cost of an instruction that traps: CPUID, which exits on VMX whatever the hypervisor
 * does. Only on request, because interrupts are off during the measurement.
 */
#include <linux/irqflags.h>
#include <linux/module.h>
#include <linux/sort.h>

#include "module/compat/cpuid.h"
#include "module/compat/tsc.h"
#include "module/cpu/cost.h"

#define COST_SAMPLES	301		/* odd, so that there is a median */
#define COST_TICKS	20000000	/* upper bound: in L3 each takes 10^5 */

static bool cost_wanted;
module_param_named(cpuid_cost, cost_wanted, bool, 0444);
MODULE_PARM_DESC(cpuid_cost, "measure the cost of CPUID at load, with interrupts off (default: no)");
/* Its name in version 0.1.0. */
module_param_named(price, cost_wanted, bool, 0444);
MODULE_PARM_DESC(price, "old name of cpuid_cost");

static struct nd_cost cost_measured;

static u64 cost_of_one(void)
{
	u32 a, b, c, d;
	u64 start = rdtsc_ordered();

	cpuid_count(0, 0, &a, &b, &c, &d);
	return rdtsc_ordered() - start;
}

static int cost_compare(const void *a, const void *b)
{
	u64 x = *(const u64 *)a, y = *(const u64 *)b;

	return x < y ? -1 : x > y;
}

void nd_cost_measure(void)
{
	static u64 samples[COST_SAMPLES];
	u64 spent = 0;
	u32 i;

	if (!cost_wanted)
		return;
	local_irq_disable();
	cost_of_one();		/* caches and TLB */
	for (i = 0; i < COST_SAMPLES && spent < COST_TICKS; i++) {
		samples[i] = cost_of_one();
		spent += samples[i];
	}
	local_irq_enable();

	sort(samples, i, sizeof(samples[0]), cost_compare, NULL);
	cost_measured = (struct nd_cost){
		.samples = i,
		.min = samples[0],
		.median = samples[i / 2],
		.tsc_khz = tsc_khz,
	};
}

void nd_cost_read(struct nd_cost *read)
{
	*read = cost_measured;
}
