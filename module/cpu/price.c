// SPDX-License-Identifier: GPL-2.0-only
/*
 * The door to the price of an instruction that traps: CPUID, which exits on VMX whatever the
 * hypervisor wants. Only on request, because interrupts are off meanwhile.
 */
#include <linux/irqflags.h>
#include <linux/module.h>
#include <linux/sort.h>

#include "module/compat/cpuid.h"
#include "module/compat/tsc.h"
#include "module/cpu/price.h"

#define PRICE_SAMPLES	301		/* odd, so that there is a median */
#define PRICE_TICKS	20000000	/* no longer than that: three levels down each costs 10^5 */

static bool price;
module_param(price, bool, 0444);
MODULE_PARM_DESC(price, "At load, measure what CPUID costs with interrupts off (default: off)");

static struct nd_price price_measured;

static u64 price_of_one(void)
{
	u32 a, b, c, d;
	u64 start = rdtsc_ordered();

	cpuid_count(0, 0, &a, &b, &c, &d);
	return rdtsc_ordered() - start;
}

static int price_compare(const void *a, const void *b)
{
	u64 x = *(const u64 *)a, y = *(const u64 *)b;

	return x < y ? -1 : x > y;
}

void nd_price_measure(void)
{
	static u64 samples[PRICE_SAMPLES];
	u64 spent = 0;
	u32 i;

	if (!price)
		return;
	local_irq_disable();
	price_of_one();		/* caches and TLB */
	for (i = 0; i < PRICE_SAMPLES && spent < PRICE_TICKS; i++) {
		samples[i] = price_of_one();
		spent += samples[i];
	}
	local_irq_enable();

	sort(samples, i, sizeof(samples[0]), price_compare, NULL);
	price_measured = (struct nd_price){
		.samples = i,
		.min = samples[0],
		.median = samples[i / 2],
		.tsc_khz = tsc_khz,
	};
}

void nd_price_read(struct nd_price *read)
{
	*read = price_measured;
}
