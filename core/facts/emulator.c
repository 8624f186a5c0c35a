// SPDX-License-Identifier: GPL-2.0-only
/*
 * Machines that no hypervisor announces, and that are not real all the same.
 *
 * Names of processors are those of Rosetta, of box64's and box86's getBoxCpuName(), of Windows on
 * Arm (dumps of instlatx64) and of QEMU's CPU models that KVM runs as well; FEX's signature is in
 * its docs/CPUID.md.
 */
#include "core/facts/brand.h"
#include "core/facts/emulator.h"

#define EMULATOR_HV_LEAF	0x40000000
#define EMULATOR_FEX		0x49584546	/* "FEXI" */

static const struct nd_emulator emulator_fex = { "fex", "FEX-Emu", true };

/**
 * struct emulator_row - an emulator, by the name of its processor
 * @begins:   how the name begins
 * @emulator: which that is
 */
struct emulator_row {
	const char *begins;
	struct nd_emulator emulator;
};

static const struct emulator_row emulator_rows[] = {
	{ "VirtualApple @", { "rosetta", "Apple Rosetta", true } },
	{ "Box64 on ", { "box64", "Box64", true } },
	{ "Box86 on ", { "box64", "Box86", true } },
	{ "Virtual CPU @", { "windows-arm", "Windows on Arm", true } },
	{ "QEMU Virtual CPU", { "qemu", "QEMU", false } },
	{ "QEMU TCG CPU", { "qemu", "QEMU", false } },
	{ "Common KVM processor", { "qemu", "QEMU", false } },
	{ "Common 32-bit KVM processor", { "qemu", "QEMU", false } },
};

const struct nd_emulator *nd_emulator(const struct nd_cpu *cpu)
{
	const struct nd_cpuid *hv = nd_cpu_leaf(cpu, EMULATOR_HV_LEAF, 0);
	char brand[ND_BRAND];
	u32 i;

	if (hv && hv->ebx == EMULATOR_FEX && hv->ecx == EMULATOR_FEX)
		return &emulator_fex;
	nd_cpu_brand(cpu, brand);
	for (i = 0; i < ARRAY_SIZE(emulator_rows); i++)
		if (!strncmp(brand, emulator_rows[i].begins, strlen(emulator_rows[i].begins)))
			return &emulator_rows[i].emulator;
	return NULL;
}

const struct nd_emulator *nd_emulator_foreign(const struct nd_cpu *cpu)
{
	const struct nd_emulator *emulator = nd_emulator(cpu);

	return emulator && emulator->foreign ? emulator : NULL;
}
