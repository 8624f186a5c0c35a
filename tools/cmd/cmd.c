// SPDX-License-Identifier: GPL-2.0-only
#include "core/findings/findings.h"

#include "tools/cmd/cmd.h"

const struct nd_cpu *nd_cmd_cpu(const struct nd_call *call)
{
	struct nd_machine *m = call->machine;
	const struct nd_cpu *cpu;

	if (call->args->cpu < 0)
		return nd_facts_first(&m->facts);
	cpu = nd_machine_find_cpu(m, call->args->cpu);
	if (!cpu && !nd_machine_is_empty(m))
		nd_error("%s: CPU %d was not recorded", m->name, call->args->cpu);
	return cpu;
}

bool nd_cmd_elsewhere(const struct nd_call *call)
{
	const struct nd_facts *facts = &call->machine->facts;
	struct nd_row row;

	/* Facts that are there are shown, whatever the machine calls itself. */
	if (nd_facts_x86(facts) || facts->nr_cpus || facts->trace || facts->failures)
		return false;
	nd_row_init(&row, ND_ROW_NOTE, NULL, NULL, NULL);
	nd_row_printf(&row, "This machine is %s: \"nestdiag %s\" shows what only x86 has. \"nestdiag check\" covers what applies here.",
		      facts->machine, call->args->cmd->name);
	nd_emit_row(&call->out->emit, &row);
	return true;
}

bool nd_cmd_offered(struct nd_call *call)
{
	const struct nd_facts *facts = &call->machine->facts;
	const char *why = nd_facts_host(facts, "kvm_offer");

	if (nd_facts_offered(facts))
		return true;
	call->failed = true;
	if (why)
		nd_error("/dev/kvm could not be asked what it gives to guests: %s", why);
	else if (call->args->from)
		nd_error("what KVM gives to guests was not recorded: take a new snapshot on that machine with KVM loaded");
	else
		nd_error("KVM is not loaded: modprobe kvm_intel, or kvm_amd");
	return false;
}
