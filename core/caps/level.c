// SPDX-License-Identifier: GPL-2.0-only
/*
 * Where am I: the processor and the hypervisor below.
 */
#include "core/caps/level.h"
#include "core/facts/brand.h"
#include "core/facts/emulator.h"
#include "core/facts/hypervisor.h"

#define HV_HINT_NESTED			BIT(12)	/* 0x40000004 EAX: Hyper-V runs nested itself */

/* The signature to name first: KVM where it stands behind the leaves of another. */
static unsigned int level_main(const struct nd_signature *sig, unsigned int n)
{
	unsigned int i;

	for (i = 0; i < n; i++)
		if (!strcmp(sig[i].id, "kvm"))
			return i;
	return 0;
}

/* A hypervisor that announces itself knows better than a name that it shows for the processor. */
static const struct nd_emulator *level_emulator(const struct nd_cpu *cpu)
{
	return nd_hv_announced(cpu) ? nd_emulator_foreign(cpu) : nd_emulator(cpu);
}

const char *nd_level_word(const struct nd_cpu *cpu)
{
	const struct nd_emulator *emulator = level_emulator(cpu);
	struct nd_signature sig[ND_HV_MAX_BASES];
	unsigned int n;

	if (!nd_cpu_leaf(cpu, 1, 0))
		return "unknown";
	if (emulator)
		return emulator->id;
	if (!nd_hv_announced(cpu))
		return "bare-metal";
	n = nd_hv_signatures(cpu, sig);
	return n ? sig[level_main(sig, n)].id : "unknown";
}

/* What this machine is to the hypervisor below. */
static const char *level_role(const struct nd_cpu *cpu)
{
	switch (nd_hv_partition(cpu)) {
	case ND_PARTITION_ROOT:
		return "root partition";
	case ND_PARTITION_L1VH:
		return "L1VH partition";
	case ND_PARTITION_ISOLATED:
		return "confidential guest";
	default:
		return "guest";
	}
}

static bool level_runs_nested(const struct nd_cpu *cpu)
{
	const struct nd_cpuid *l = nd_cpu_leaf(cpu, ND_HV_BASE + 4, 0);

	return l && nd_hv_is_hyperv(cpu) && (l->eax & HV_HINT_NESTED);
}

void nd_level_describe(const struct nd_cpu *cpu, struct nd_row *row)
{
	const struct nd_emulator *emulator = level_emulator(cpu);
	struct nd_signature sig[ND_HV_MAX_BASES];
	unsigned int i, n, front;

	if (!nd_cpu_leaf(cpu, 1, 0)) {
		nd_row_printf(row, "unknown: CPUID was not recorded");
		return;
	}
	if (emulator) {
		nd_row_printf(row, emulator->foreign ?
			      "x86 emulated by %s on a processor that is no x86" :
			      "a CPU model of %s, though CPUID reports no hypervisor", emulator->name);
		return;
	}
	if (!nd_hv_announced(cpu)) {
		nd_row_printf(row, "bare metal: CPUID reports no hypervisor");
		return;
	}
	n = nd_hv_signatures(cpu, sig);
	if (n == 0) {
		nd_row_printf(row, "guest of an unidentified hypervisor");
		return;
	}
	front = level_main(sig, n);
	nd_row_printf(row, "%s of %s%s", level_role(cpu), sig[front].name,
		      nd_hv_is_pvm(cpu) ? " with PVM" : "");
	if (level_runs_nested(cpu))
		nd_row_printf(row, ", which itself runs nested");
	for (i = 0; i < n; i++)
		if (i != front)
			nd_row_printf(row, ", which also offers the interface of %s", sig[i].name);
}

/* Some vendors pad their name: "  Shanghai  ". */
void nd_cpu_ident_describe(const struct nd_cpu *cpu, struct nd_row *row)
{
	const char *vendor = cpu->vendor + strspn(cpu->vendor, " ");
	int len = strlen(vendor);

	while (len && vendor[len - 1] == ' ')
		len--;
	nd_row_printf(row, "%.*s family %u model %u stepping %u", len, vendor, cpu->family, cpu->model,
		      cpu->stepping);
}

void nd_cpu_describe(const struct nd_facts *facts, const struct nd_cpu *cpu, struct nd_row *row)
{
	char brand[ND_BRAND];

	nd_cpu_brand(cpu, brand);
	if (brand[0])
		nd_row_printf(row, "%s, ", brand);
	if (cpu->has_ident) {
		nd_cpu_ident_describe(cpu, row);
		nd_row_printf(row, ", microcode 0x%x, ", cpu->microcode);
	}
	nd_row_printf(row, "%u CPU%s", facts->nr_cpus, facts->nr_cpus == 1 ? "" : "s");
}

void nd_cpu_row(const struct nd_facts *facts, const struct nd_cpu *cpu, struct nd_row *row)
{
	nd_row_init(row, ND_ROW_FACT, "processor", "Processor", NULL);
	nd_cpu_describe(facts, cpu, row);
	nd_row_dec(row, "cpu_count", facts->nr_cpus);
	if (!cpu->has_ident)
		return;
	nd_row_str(row, "vendor", cpu->vendor);
	nd_row_dec(row, "family", cpu->family);
	nd_row_dec(row, "model", cpu->model);
	nd_row_dec(row, "stepping", cpu->stepping);
	if (cpu->microcode)
		nd_row_hex(row, "microcode", cpu->microcode);
}
