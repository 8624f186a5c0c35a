// SPDX-License-Identifier: GPL-2.0-only
/*
 * Writing a snapshot: the families of records in their order.
 */
#include <linux/nestdiag.h>

#include "core/record/families.h"
#include "core/record/snapshot_write.h"
#include "core/record/writer.h"

static void snap_write_magic(struct nd_writer *w)
{
	nd_writer_put(w, "%s %u", NESTDIAG_SNAPSHOT_MAGIC, NESTDIAG_SNAPSHOT_VERSION);
	nd_writer_end(w);
}

void nd_snapshot_write(const struct nd_facts *facts, struct nd_writer *w)
{
	u32 i;

	snap_write_magic(w);
	nd_machine_write(w, facts);
	for (i = 0; i < facts->nr_cpus; i++)
		nd_cpu_write(w, &facts->cpus[i]);
	nd_offer_write(w, &facts->offer);
	nd_host_write(w, facts);
	if (facts->trace)
		nd_trace_write(w, facts->trace);
	if (facts->failures)
		nd_failures_write(w, facts->failures);
	if (facts->recorder)
		nd_recorder_write(w, facts->recorder);
}

void nd_snapshot_write_recorder(const struct nd_facts *facts, struct nd_writer *w)
{
	snap_write_magic(w);
	nd_recorder_write(w, facts->recorder);
}
