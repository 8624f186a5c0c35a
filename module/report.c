// SPDX-License-Identifier: GPL-2.0-only
/*
 * The report: what was read of the CPUs, what the probes counted, which launches failed.
 */
#include <linux/mm.h>

#include "core/entry/failure.h"
#include "core/exits/trace.h"
#include "core/facts/assist.h"
#include "core/findings/judge.h"

#include "module/cpu/machine.h"
#include "module/fail/ring.h"
#include "module/kvm/counts.h"
#include "module/kvm/recorder.h"
#include "module/lockdown.h"
#include "module/report.h"

/* Are there registers of guests in it? */
static bool report_is_confidential(const struct nd_facts *facts)
{
	u32 i;

	for (i = 0; i < facts->nr_cpus; i++)
		if (facts->cpus[i].evmcs.state == ND_EVMCS_CURRENT)
			return true;
	for (i = 0; facts->failures && i < facts->failures->nr; i++)
		if (nd_failure_has_state(&facts->failures->list[i]))
			return true;
	return false;
}

static void report_withhold(struct nd_facts *facts)
{
	u32 i;

	for (i = 0; i < facts->nr_cpus; i++)
		nd_evmcs_withhold(&facts->cpus[i].evmcs);
	for (i = 0; facts->failures && i < facts->failures->nr; i++)
		nd_failure_withhold(&facts->failures->list[i]);
}

/* Whoever looks finds a vCPU that hangs: what went before is kept, as long as it is there. */
static void report_keep(const struct nd_acct_vcpu *vcpu, enum nd_recording_why why)
{
	nd_recorder_keep_vcpu(vcpu->pid, vcpu->id, why);
}

struct nd_facts *nd_report_read(void)
{
	struct nd_facts *facts = nd_machine_read();

	if (!facts)
		return NULL;
	facts->trace = nd_counts_read();
	facts->failures = nd_ring_read();
	/* Without them the rest would read as if nothing had been counted. */
	if (!facts->trace || !facts->failures) {
		nd_report_free(facts);
		return NULL;
	}
	if (nd_recorder_size())
		nd_judge_vcpus(facts, report_keep);
	if (report_is_confidential(facts) && nd_locked_down())
		report_withhold(facts);
	return facts;
}

void nd_report_free(struct nd_facts *facts)
{
	nd_counts_free(facts->trace);
	nd_recorder_free(facts->recorder);
	kvfree(facts->failures);
	nd_machine_free(facts);
}
