/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What was counted up to a moment, and what came between two of them.
 */
#ifndef NESTDIAG_TOP_SAMPLE_H
#define NESTDIAG_TOP_SAMPLE_H

#include "core/exits/trace.h"

#define ND_TOP_WHEN	40

/**
 * struct nd_top_sample - what was counted up to a moment
 * @trace: owned; NULL if there is none
 * @ns:    when that was, on a clock that all samples have in common; 0 if that is not known
 * @time:  the same for people
 */
struct nd_top_sample {
	struct nd_trace *trace;
	u64 ns;
	char time[ND_TOP_WHEN];
};

void nd_top_sample_free(struct nd_top_sample *sample);

/** nd_top_copy() - a copy of @trace with vCPUs of its own; nd_top_free() frees it */
struct nd_trace *nd_top_copy(const struct nd_trace *trace);
void nd_top_free(struct nd_trace *trace);

/** nd_top_since() - what came between two samples, as a trace to be freed */
struct nd_trace *nd_top_since(const struct nd_top_sample *now, const struct nd_top_sample *before);

/**
 * nd_top_elapsed() - nanoseconds between two samples, 0 if that cannot be told
 *
 * A vCPU is in the guest or out of it all the time, so that its times add up to what has passed by
 * the clock of the figures themselves. Only without such a vCPU do the clocks of the samples count.
 */
u64 nd_top_elapsed(const struct nd_top_sample *now, const struct nd_top_sample *before);

/** nd_top_vcpu_before() - the same vCPU in an earlier trace, or NULL */
const struct nd_acct_vcpu *nd_top_vcpu_before(const struct nd_trace *before,
					      const struct nd_acct_vcpu *vcpu);

/** nd_top_in_guest() - ticks of a vCPU in the guest, up to the moment of the trace */
u64 nd_top_in_guest(const struct nd_trace *trace, const struct nd_acct_vcpu *vcpu);

/** nd_top_in_host() - ticks of a vCPU out of the guest since its first exit, likewise */
u64 nd_top_in_host(const struct nd_trace *trace, const struct nd_acct_vcpu *vcpu);

/** nd_top_waits() - ticks for which it has been waiting at that moment, 0 if it does not wait */
u64 nd_top_waits(const struct nd_trace *trace, const struct nd_acct_vcpu *vcpu);

#endif /* NESTDIAG_TOP_SAMPLE_H */
