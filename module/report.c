// SPDX-License-Identifier: GPL-2.0-only
/*
 * The report: what was read of the CPUs, what the probes counted, which launches failed.
 */
#include <linux/mm.h>

#include "core/entry/failure.h"
#include "core/exits/trace.h"

#include "module/cpu/machine.h"
#include "module/fail/ring.h"
#include "module/kvm/counts.h"
#include "module/report.h"

struct nd_facts *nd_report_read(void)
{
	struct nd_facts *facts = nd_machine_read();

	if (!facts)
		return NULL;
	/* Without memory for these two the rest is still worth showing. */
	facts->trace = nd_counts_read();
	facts->failures = nd_ring_read();
	return facts;
}

void nd_report_free(struct nd_facts *facts)
{
	nd_counts_free(facts->trace);
	kvfree(facts->failures);
	nd_machine_free(facts);
}
