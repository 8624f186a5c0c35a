// SPDX-License-Identifier: GPL-2.0-only
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
