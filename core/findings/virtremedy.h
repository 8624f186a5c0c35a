/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * How a machine without VMX or SVM comes by them, by the place where it runs.
 */
#ifndef NESTDIAG_VIRTREMEDY_H
#define NESTDIAG_VIRTREMEDY_H

#include "core/facts/facts.h"

/**
 * struct nd_virt_remedy - what can be done in one place
 * @cause:  why it has none there; NULL if the place does not tell
 * @remedy: what to do, or what to use instead where nothing can be done; NULL if it is not known
 */
struct nd_virt_remedy {
	const char *cause;
	const char *remedy;
};

/**
 * nd_virt_remedy_at() - for a place that is known by other means than CPUID and firmware
 * @id: "azure", "google", "aws", "wsl", or the id of a hypervisor's signature (nd_hv_signatures())
 *
 * Return: NULL if there is none.
 */
const struct nd_virt_remedy *nd_virt_remedy_at(const char *id);

/**
 * nd_virt_remedy() - for the place that CPUID and firmware show: a cloud, a hypervisor, bare metal
 */
const struct nd_virt_remedy *nd_virt_remedy(const struct nd_facts *facts, const struct nd_cpu *cpu);

#endif /* NESTDIAG_VIRTREMEDY_H */
