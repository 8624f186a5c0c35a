/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef NESTDIAG_MODULE_HYPERV_H
#define NESTDIAG_MODULE_HYPERV_H

#include "core/facts/facts.h"

/**
 * nd_hyperv_read() - read VP assist page and current enlightened VMCS of the CPU @cpu->id
 *
 * Context: process context, CPU hotplug held off, after nd_msr_read(); on any CPU.
 */
void nd_hyperv_read(struct nd_cpu *cpu);

/** nd_hyperv_platform() - the hypervisor that Linux detected: &nd_facts.guest_type, .hv_support */
void nd_hyperv_platform(struct nd_facts *facts);

#endif /* NESTDIAG_MODULE_HYPERV_H */
