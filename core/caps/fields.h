/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The other fields of the capability registers, and all of them as rows.
 */
#ifndef NESTDIAG_FIELDS_H
#define NESTDIAG_FIELDS_H

#include "core/base/row.h"
#include "core/facts/facts.h"

/**
 * struct nd_bit_place - where a capability bit stands
 * @label: its title
 * @leaf:  CPUID leaf, 0 where it stands in a register...
 * @reg:   ...which is this one
 * @cpuid_reg: "eax" to "edx"
 * @bit:   its number; of a control, the number in the control field
 * @evmcs: enlightened VMCS version 1 can express what it stands for
 */
struct nd_bit_place {
	const char *label;
	u32 leaf;
	enum nd_reg reg;
	const char *cpuid_reg;
	u8 bit;
	bool evmcs;
};

/** nd_field_find() - place of the bit named @id that is no control; false if there is none */
bool nd_field_find(const char *id, struct nd_bit_place *place);

/**
 * nd_reg_unnamed() - bits that are set in a VMX capability register and that no table names
 *
 * Of a register with controls, the controls that may be 1.
 */
u64 nd_reg_unnamed(const struct nd_cpu *cpu, enum nd_reg reg);

/**
 * nd_caps_rows() - emit everything the capability registers of one CPU say
 *
 * Rows: for each register that was looked for ND_ROW_MSR, for each control group a section and
 * ND_ROW_CONTROL rows, for the other registers sections and ND_ROW_FIELD rows; on a CPU with SVM
 * its CPUID leaf and VM_CR as ND_ROW_FIELD rows. Set bits that no table names are emitted as
 * "bit N (unknown)" with id NULL.
 */
void nd_caps_rows(const struct nd_cpu *cpu, const struct nd_emit *emit);

#endif /* NESTDIAG_FIELDS_H */
