// SPDX-License-Identifier: GPL-2.0-only
/*
 * Writing the records of the machine: what read it and when, its kernel, the detected hypervisor.
 */
#include <linux/nestdiag.h>

#include "core/record/families.h"
#include "core/record/writer.h"

void nd_machine_write(struct nd_writer *w, const struct nd_facts *facts)
{
	if (facts->taken.time[0]) {
		nd_writer_put(w, "taken");
		nd_writer_text(w, facts->taken.time);
		nd_writer_text(w, facts->taken.tool);
		if (facts->taken.hostname[0])
			nd_writer_text(w, facts->taken.hostname);
		nd_writer_end(w);
	}
	if (nd_facts_ring0(facts)) {
		nd_writer_put(w, "module");
		nd_writer_text(w, facts->module_version);
		nd_writer_put(w, " %u", NESTDIAG_INTERFACE_VERSION);
		nd_writer_end(w);
	}
	if (facts->release[0]) {
		nd_writer_put(w, "kernel");
		nd_writer_text(w, facts->release);
		nd_writer_text(w, facts->machine);
		nd_writer_end(w);
	}
	if (facts->proc_version[0]) {
		nd_writer_put(w, "proc_version");
		nd_writer_text(w, facts->proc_version);
		nd_writer_end(w);
	}
	if (facts->guest_type[0] && facts->hv_support[0]) {
		nd_writer_put(w, "platform");
		nd_writer_text(w, facts->guest_type);
		nd_writer_text(w, facts->hv_support);
		nd_writer_end(w);
	}
}
