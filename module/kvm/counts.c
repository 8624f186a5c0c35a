// SPDX-License-Identifier: GPL-2.0-only
/*
 * What the probes have counted: reading it, and clearing it.
 */
#include <linux/cpu.h>
#include <linux/kcsan-checks.h>
#include <linux/mm.h>
#include <linux/slab.h>

#include "module/compat/tsc.h"
#include "module/kvm/counts.h"
#include "module/kvm/nested.h"
#include "module/kvm/points.h"
#include "module/kvm/probe.h"
#include "module/kvm/source.h"
#include "module/kvm/table.h"

static void counts_add_cpus(struct nd_trace *trace)
{
	unsigned int id, level;

	trace->max_cpus = num_possible_cpus();
	trace->cpus = kvcalloc(trace->max_cpus, sizeof(*trace->cpus), GFP_KERNEL);
	for_each_possible_cpu(id) {
		const struct nd_acct *acct;

		if (!per_cpu(nd_probe_cpus, id))
			continue;
		acct = &per_cpu(nd_probe_cpus, id)->acct;
		nd_acct_add(&trace->sum, acct);
		if (trace->cpus && trace->nr_cpus < trace->max_cpus)
			nd_trace_cpu_fill(&trace->cpus[trace->nr_cpus++], id, acct);
	}
	for (level = 0; level < ND_NR_LEVELS; level++)
		if (trace->sum.stayed[level])
			trace->stay[level] = ~trace->sum.stayed[level];
}

struct nd_trace *nd_counts_read(void)
{
	struct nd_trace *trace = kvzalloc(sizeof(*trace), GFP_KERNEL);

	if (!trace)
		return NULL;
	/* Probes write on meanwhile: each word that is read is whole, and no more is promised. */
	kcsan_nestable_atomic_begin();
	nd_source_read(trace);
	nd_points_read(trace);
	trace->isa = boot_cpu_has(X86_FEATURE_VMX) ? ND_ISA_VMX :
		     boot_cpu_has(X86_FEATURE_SVM) ? ND_ISA_SVM : ND_ISA_UNKNOWN;
	trace->tsc_khz = tsc_khz;
	counts_add_cpus(trace);
	nd_table_read(trace);
	trace->now = rdtsc();
	nd_nested_read(trace);
	kcsan_nestable_atomic_end();
	return trace;
}

void nd_counts_free(struct nd_trace *trace)
{
	if (!trace)
		return;
	kvfree(trace->vcpus);
	kvfree(trace->cpus);
	kvfree(trace);
}

static void counts_clear_this(void *unused)
{
	struct nd_probe_cpu *cpu = this_cpu_read(nd_probe_cpus);

	if (cpu)
		memset(&cpu->acct, 0, sizeof(cpu->acct));
}

/* Each CPU clears its own, so that no count is lost to a race. */
void nd_counts_reset(void)
{
	unsigned int id;

	cpus_read_lock();
	on_each_cpu(counts_clear_this, NULL, true);
	for_each_possible_cpu(id)
		if (!cpu_online(id) && per_cpu(nd_probe_cpus, id))
			memset(&per_cpu(nd_probe_cpus, id)->acct, 0, sizeof(struct nd_acct));
	cpus_read_unlock();
	nd_table_empty();
	nd_nested_reset();
}
