// SPDX-License-Identifier: GPL-2.0-only
#include "core/caps/differ.h"
#include "core/caps/fields.h"
#include "core/caps/usable.h"

#include "tools/cmd/cmd.h"

static const char *plural(u32 n)
{
	return n == 1 ? "" : "s";
}

/* Which CPU speaks here, and whether it speaks for the others. */
static void note_cpu(const struct nd_call *call, const struct nd_cpu *cpu, unsigned int differ)
{
	const struct nd_facts *facts = &call->machine->facts;
	struct nd_row row;

	if (facts->nr_cpus == 1)
		return;
	nd_row_init(&row, ND_ROW_NOTE, NULL, NULL, NULL);
	if (differ)
		nd_row_printf(&row, "CPU %u of %u. The CPUs differ in %u register%s: see the end",
			      cpu->id, facts->nr_cpus, differ, plural(differ));
	else
		nd_row_printf(&row, "CPU %u of %u; all have the same capability registers", cpu->id,
			      facts->nr_cpus);
	nd_emit_row(&call->out->emit, &row);
}

static bool has_capabilities(const struct nd_cpu *cpu)
{
	enum nd_reg reg;

	for (reg = ND_VMX_BASIC; reg <= ND_VMX_EXIT_CTLS2; reg++)
		if (cpu->regs[reg].state == ND_OK)
			return true;
	return nd_cpu_leaf(cpu, 0x8000000a, 0);
}

static enum nd_exit run(struct nd_call *call)
{
	const struct nd_facts *facts = &call->machine->facts;
	const struct nd_emit *emit = &call->out->emit;
	const struct nd_cpu *cpu = nd_cmd_cpu(call);
	unsigned int differ;

	call->out->list(call->out, ND_ROW_CONTROL);
	call->out->list(call->out, ND_ROW_FIELD);
	call->out->list(call->out, ND_ROW_MSR);
	if (nd_cmd_elsewhere(call) || !cpu)
		return ND_EXIT_UNKNOWN;

	differ = nd_differ_rows(facts, NULL);
	note_cpu(call, cpu, differ);
	nd_caps_rows(cpu, emit);
	if (differ) {
		nd_emit_section(emit, "Registers that differ between CPUs");
		nd_differ_rows(facts, emit);
	}

	if (nd_usable_best(cpu) == ND_USABLE_NO_CPUID) {
		nd_emit_note(emit, "This CPU has neither VMX nor SVM: CPUID reports neither");
		return ND_EXIT_BROKEN;
	}
	if (!has_capabilities(cpu))
		return ND_EXIT_UNKNOWN;
	return differ ? ND_EXIT_FINDINGS : ND_EXIT_OK;
}

const struct nd_cmd nd_cmd_caps = {
	.name = "caps",
	.summary = "decode the VMX or SVM capability registers of a CPU",
	.details = "Decodes every capability register of one CPU, by default the first one recorded:\n"
		   "each VMX control with the settings that the processor allows, each other field\n"
		   "with its value. A control is \"no\" if it must be 0, \"yes\" if it may be 0 or 1,\n"
		   "\"forced\" if it must be 1, \"default\" if it must be 1 for software that does not\n"
		   "use the TRUE registers. Registers that differ between CPUs are listed at the\n"
		   "end.\n\n"
		   "Exit status: 0 decoded, 1 CPUs differ, 2 the CPU has neither VMX nor SVM, 3 no\n"
		   "capability register could be read.",
	.example = "nestdiag caps --cpu 3 --json | jq '.controls[] | select(.state == \"no\").id'",
	.options = "c",
	.run = run,
};
