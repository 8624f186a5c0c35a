// SPDX-License-Identifier: GPL-2.0-only
/*
 * What the probes have counted: reading it, and clearing it.
 */
#include <linux/kcsan-checks.h>
#include <linux/mm.h>
#include <linux/slab.h>

#include "module/compat/tsc.h"
#include "module/kvm/counts.h"
#include "module/kvm/nested.h"
#include "module/kvm/points.h"
#include "module/kvm/probe.h"
#include "module/kvm/recorder.h"
#include "module/kvm/source.h"
#include "module/kvm/table.h"

static void counts_add_cpus(struct nd_trace *trace)
{
	unsigned int level;

	trace->max_cpus = num_possible_cpus();
	trace->cpus = kvcalloc(trace->max_cpus, sizeof(*trace->cpus), GFP_KERNEL);
	nd_probe_read(trace);
	for (level = 0; level < ND_NR_LEVELS; level++)
		if (trace->sum.stayed[level])
			trace->stay[level] = -trace->sum.stayed[level];
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
	/* What could not be copied is not empty. */
	if (!trace->cpus || (trace->max_vcpus && !trace->vcpus)) {
		nd_counts_free(trace);
		return NULL;
	}
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

void nd_counts_reset(void)
{
	nd_probe_clear();
	nd_table_empty();
	nd_recorder_reset();
	nd_nested_reset();
}
