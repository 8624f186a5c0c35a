/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * VMX controls: what the capability registers allow each of them to be.
 */
#ifndef NESTDIAG_CONTROLS_H
#define NESTDIAG_CONTROLS_H

#include "core/base/row.h"
#include "core/facts/facts.h"

/**
 * enum nd_ctl_state - which settings of a control the processor allows
 * @ND_CTL_UNKNOWN:      the register was not read
 * @ND_CTL_ABSENT:       the register does not exist here
 * @ND_CTL_FAULT:        the register could not be read
 * @ND_CTL_NO:           must be 0
 * @ND_CTL_YES:          may be 0 or 1
 * @ND_CTL_FORCED:       must be 1
 * @ND_CTL_DEFAULT:      default1: must be 1 for software that does not know the TRUE registers
 * @ND_CTL_CONTRADICTORY: neither 0 nor 1 is allowed: no processor says so
 */
enum nd_ctl_state {
	ND_CTL_UNKNOWN,
	ND_CTL_ABSENT,
	ND_CTL_FAULT,
	ND_CTL_NO,
	ND_CTL_YES,
	ND_CTL_FORCED,
	ND_CTL_DEFAULT,
	ND_CTL_CONTRADICTORY,
	ND_NR_CTL_STATES
};

/**
 * enum nd_ctl_kind - how a control register states what is allowed
 * @ND_CTLS_PAIR:    low half: bits that must be 1; high half: bits that may be 1
 * @ND_CTLS_ALLOWED: all 64 bits: bits that may be 1
 */
enum nd_ctl_kind {
	ND_CTLS_PAIR,
	ND_CTLS_ALLOWED,
};

/**
 * struct nd_ctl_bit - one VMX control
 * @bit:   position in the control field (0 to 31, or 0 to 63 for ND_CTLS_ALLOWED)
 * @id:    QEMU's and libvirt's feature name, or ours ("x-...") if they have none
 * @label: the SDM's title
 * @evmcs: enlightened VMCS version 1 can express it, as KVM's list of supported controls has it
 */
struct nd_ctl_bit {
	u8 bit;
	const char *id;
	const char *label;
	bool evmcs;
};

/**
 * struct nd_ctl_group - the controls of one VMCS control field
 * @title:   the SDM's title of the field
 * @reg:     capability register
 * @true_reg: its TRUE register, ND_NR_REGS if there is none
 * @kind:    how the register is read
 * @default1: controls that the first processors only had as 1. The TRUE register may allow 0 for
 *	them; most have no name, and software leaves them 1
 * @bits:    known controls, by ascending bit
 * @nr_bits: their number
 */
struct nd_ctl_group {
	const char *title;
	enum nd_reg reg;
	enum nd_reg true_reg;
	enum nd_ctl_kind kind;
	u32 default1;
	const struct nd_ctl_bit *bits;
	unsigned int nr_bits;
};

/* Pin, primary, secondary, tertiary, exit, secondary exit, entry: in this order. */
extern const struct nd_ctl_group nd_ctl_groups[];
extern const unsigned int nd_nr_ctl_groups;

/** nd_ctl_state_word() - "no", "yes", "forced", "default", "fault", "absent", "unknown", "?" */
const char *nd_ctl_state_word(enum nd_ctl_state state);

/** nd_ctl_state() - the state of bit @bit of @group's controls on @cpu */
enum nd_ctl_state nd_ctl_state(const struct nd_cpu *cpu, const struct nd_ctl_group *group,
			       unsigned int bit);

/** nd_ctl_find() - group and row of the control named @id; NULL if there is none */
const struct nd_ctl_bit *nd_ctl_find(const char *id, const struct nd_ctl_group **group);

/**
 * nd_ctl_unnamed() - controls that may or must be 1 by the plain register or the TRUE one, and that
 * neither a row nor default1 explains
 */
u64 nd_ctl_unnamed(const struct nd_cpu *cpu, const struct nd_ctl_group *group);

/** nd_ctl_rows() - the control groups' part of nd_caps_rows() */
void nd_ctl_rows(const struct nd_cpu *cpu, const struct nd_emit *emit);

#endif /* NESTDIAG_CONTROLS_H */
