/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Which fields a processor's VMCS has.
 */
#ifndef NESTDIAG_VMEXIST_H
#define NESTDIAG_VMEXIST_H

#include "core/entry/vmstate.h"
#include "core/facts/facts.h"

/**
 * nd_vmf_exists() - has this processor the field, so that VMREAD of it does not fail?
 * @cpu:   its capability registers
 * @field: which
 *
 * A VMREAD that fails leaves its mark in the VM-instruction error of the current VMCS.
 */
bool nd_vmf_exists(const struct nd_cpu *cpu, enum nd_vmf field);

#endif /* NESTDIAG_VMEXIST_H */
