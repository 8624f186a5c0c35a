/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Machines that no hypervisor announces, and that are not real all the same: x86 emulated for
 * programs on a processor of another kind, and QEMU's CPU models without the hypervisor bit.
 */
#ifndef NESTDIAG_EMULATOR_H
#define NESTDIAG_EMULATOR_H

#include "core/facts/facts.h"

/**
 * struct nd_emulator - what shows such a machine
 * @id:      our short word ("rosetta", "box64", ...)
 * @name:    name for people
 * @foreign: the processor below is no x86, so nothing below can bring VMX or SVM
 */
struct nd_emulator {
	const char *id;
	const char *name;
	bool foreign;
};

/** nd_emulator() - by vendor, name and FEX's signature in CPUID; NULL if there is no sign of one */
const struct nd_emulator *nd_emulator(const struct nd_cpu *cpu);

/** nd_emulator_foreign() - the same, NULL unless the processor below is no x86 */
const struct nd_emulator *nd_emulator_foreign(const struct nd_cpu *cpu);

#endif /* NESTDIAG_EMULATOR_H */
