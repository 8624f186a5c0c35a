// SPDX-License-Identifier: GPL-2.0-only
/*
 * Writing the records of the host around KVM: parameters of
 * modules, the cost of CPUID, /proc and /sys.
 */
#include "core/record/families.h"
#include "core/record/writer.h"

static void host_write_stat(struct nd_writer *w, const struct nd_stat *stat)
{
	if (stat->pid == ND_STAT_SUM)
		nd_writer_put(w, "kvm_stat - -");
	else if (stat->vcpu == ND_STAT_VM)
		nd_writer_put(w, "kvm_stat %u-%u -", stat->pid, stat->fd);
	else
		nd_writer_put(w, "kvm_stat %u-%u %u", stat->pid, stat->fd, stat->vcpu);
	nd_writer_text(w, stat->name);
	nd_writer_put(w, " %llu", stat->value);
	nd_writer_end(w);
}

void nd_host_write(struct nd_writer *w, const struct nd_facts *facts)
{
	u32 i;

	for (i = 0; i < facts->nr_params; i++) {
		nd_writer_put(w, "param");
		nd_writer_text(w, facts->params[i].module);
		nd_writer_text(w, facts->params[i].name);
		nd_writer_text(w, facts->params[i].value);
		nd_writer_end(w);
	}
	if (facts->cost.samples) {
		nd_writer_put(w, "price %u %llu %llu %u", facts->cost.samples, facts->cost.min,
			      facts->cost.median, facts->cost.tsc_khz);
		nd_writer_end(w);
	}
	for (i = 0; i < facts->nr_host; i++) {
		nd_writer_put(w, "host");
		nd_writer_text(w, facts->host[i].key);
		nd_writer_text(w, facts->host[i].value);
		nd_writer_end(w);
	}
	for (i = 0; i < facts->nr_stats; i++)
		host_write_stat(w, &facts->stats[i]);
}
