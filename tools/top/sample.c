// SPDX-License-Identifier: GPL-2.0-only
/*
 * What was counted up to a moment, and what came between two of them.
 */
#include <stdlib.h>

#include "tools/out/text.h"
#include "tools/top/sample.h"

static void *copy_of(const void *from, size_t nr, size_t size)
{
	void *copy = nd_realloc(NULL, (nr + 1) * size);

	if (nr)
		memcpy(copy, from, nr * size);
	return copy;
}

struct nd_trace *nd_top_copy(const struct nd_trace *trace)
{
	struct nd_trace *copy = copy_of(trace, 1, sizeof(*trace));

	copy->vcpus = copy_of(trace->vcpus, trace->nr_vcpus, sizeof(*trace->vcpus));
	copy->max_vcpus = trace->nr_vcpus;
	copy->cpus = copy_of(trace->cpus, trace->nr_cpus, sizeof(*trace->cpus));
	copy->max_cpus = trace->nr_cpus;
	return copy;
}

void nd_top_free(struct nd_trace *trace)
{
	if (trace) {
		free(trace->vcpus);
		free(trace->cpus);
	}
	free(trace);
}

void nd_top_sample_free(struct nd_top_sample *sample)
{
	nd_top_free(sample->trace);
	memset(sample, 0, sizeof(*sample));
}

struct nd_trace *nd_top_since(const struct nd_top_sample *now, const struct nd_top_sample *before)
{
	struct nd_trace *trace = nd_top_copy(now->trace);

	nd_trace_since(trace, before->trace);
	return trace;
}

const struct nd_acct_vcpu *nd_top_vcpu_before(const struct nd_trace *before,
					      const struct nd_acct_vcpu *vcpu)
{
	u32 i;

	for (i = 0; i < before->nr_vcpus; i++)
		if (before->vcpus[i].pid == vcpu->pid && before->vcpus[i].id == vcpu->id &&
		    before->vcpus[i].key == vcpu->key)
			return &before->vcpus[i];
	return NULL;
}

static bool is_out(const struct nd_acct_vcpu *vcpu)
{
	return !nd_acct_vcpu_in_guest(vcpu) && nd_acct_vcpu_slot(vcpu) != ND_NO_SLOT;
}

u64 nd_top_in_guest(const struct nd_trace *trace, const struct nd_acct_vcpu *vcpu)
{
	return vcpu->guest + (nd_acct_vcpu_in_guest(vcpu) ? nd_trace_age(trace, vcpu->entered) : 0);
}

u64 nd_top_in_host(const struct nd_trace *trace, const struct nd_acct_vcpu *vcpu)
{
	return vcpu->host + (is_out(vcpu) ? nd_trace_age(trace, vcpu->exited) : 0);
}

u64 nd_top_waits(const struct nd_trace *trace, const struct nd_acct_vcpu *vcpu)
{
	return is_out(vcpu) && nd_trace_waits(trace, nd_acct_vcpu_slot(vcpu)) ?
	       nd_trace_age(trace, vcpu->exited) : 0;
}

u64 nd_top_elapsed(const struct nd_top_sample *now, const struct nd_top_sample *before)
{
	const struct nd_trace *a = before->trace, *b = now->trace;
	u64 longest = 0;
	u32 i;

	for (i = 0; i < b->nr_vcpus; i++) {
		const struct nd_acct_vcpu *vcpu = &b->vcpus[i], *was = nd_top_vcpu_before(a, vcpu);
		u64 then, ticks;

		if (!was || !(was->state & (ND_VCPU_EXITED | ND_VCPU_IN_GUEST)))
			continue;
		then = nd_top_in_guest(a, was) + nd_top_in_host(a, was);
		ticks = nd_top_in_guest(b, vcpu) + nd_top_in_host(b, vcpu);
		if (ticks > then && ticks - then > longest)
			longest = ticks - then;
	}
	if (longest)
		return nd_trace_ns(b, longest);
	return now->ns > before->ns && before->ns ? now->ns - before->ns : 0;
}
