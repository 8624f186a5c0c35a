// SPDX-License-Identifier: GPL-2.0-only
/*
 * Writing the records of a CPU: its registers, CPUID leaves, VP assist page and enlightened VMCS.
 */
#include "core/facts/assist.h"
#include "core/facts/regs.h"
#include "core/record/families.h"
#include "core/record/writer.h"

/*
 * @kind: what the names of the records start with, @whose: a CPU's number and a blank, or nothing
 */
static void cpu_write_registers(struct nd_writer *w, const struct nd_cpu *cpu, const char *kind,
				const char *whose)
{
	u32 i;

	for (i = 0; i < cpu->nr_cpuid; i++) {
		const struct nd_cpuid *l = &cpu->cpuid[i];

		nd_writer_put(w, "%scpuid %s0x%08x 0x%x %08x %08x %08x %08x", kind, whose, l->leaf,
			      l->subleaf, l->eax, l->ebx, l->ecx, l->edx);
		nd_writer_end(w);
	}
	for (i = 0; i < ND_NR_REGS; i++) {
		const struct nd_value *value = &cpu->regs[i];

		if (value->state == ND_UNKNOWN)
			continue;
		nd_writer_put(w, "%smsr %s0x%x ", kind, whose, nd_reg_desc(i)->index);
		if (value->state == ND_OK)
			nd_writer_put(w, "0x%016llx", value->value);
		else
			nd_writer_put(w, "%s", nd_state_word(value->state));
		nd_writer_end(w);
	}
}

void nd_offer_write(struct nd_writer *w, const struct nd_cpu *offer)
{
	cpu_write_registers(w, offer, "guest_", "");
}

static void cpu_write_hyperv(struct nd_writer *w, const struct nd_cpu *cpu)
{
	u32 offset;

	if (cpu->assist.state != ND_UNKNOWN) {
		nd_writer_put(w, "assist %u 0x%llx %s", cpu->id, cpu->assist.gpa,
			      nd_state_word(cpu->assist.state));
		if (cpu->assist.state == ND_OK)
			nd_writer_bytes(w, cpu->assist.bytes, sizeof(cpu->assist.bytes));
		nd_writer_end(w);
	}
	if (cpu->evmcs.state == ND_EVMCS_UNKNOWN)
		return;
	nd_writer_put(w, "evmcs %u 0x%llx %s", cpu->id, cpu->evmcs.gpa,
		      nd_evmcs_state_word(cpu->evmcs.state));
	nd_writer_end(w);
	if (cpu->evmcs.state != ND_EVMCS_CURRENT)
		return;
	for (offset = 0; offset < ND_EVMCS_BYTES; offset += ND_EVMCS_PART) {
		if (!(cpu->evmcs.parts & BIT(offset / ND_EVMCS_PART)))
			continue;
		nd_writer_put(w, "evmcs_data %u 0x%03x", cpu->id, offset);
		nd_writer_bytes(w, cpu->evmcs.bytes + offset, ND_EVMCS_PART);
		nd_writer_end(w);
	}
}

void nd_cpu_write(struct nd_writer *w, const struct nd_cpu *cpu)
{
	char whose[12];

	if (cpu->has_ident) {
		nd_writer_put(w, "cpu %u", cpu->id);
		nd_writer_text(w, cpu->vendor);
		nd_writer_put(w, " %u %u %u 0x%x", cpu->family, cpu->model, cpu->stepping,
			      cpu->microcode);
		nd_writer_end(w);
	}
	scnprintf(whose, sizeof(whose), "%u ", cpu->id);
	cpu_write_registers(w, cpu, "", whose);
	cpu_write_hyperv(w, cpu);
}
