/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef NESTDIAG_MACHINE_H
#define NESTDIAG_MACHINE_H

#include "core/facts/facts.h"

/**
 * nd_machine_read() - read the facts of this machine's CPUs
 *
 * Context: process context; holds off CPU hotplug and interrupts each online CPU a few times.
 * Return: facts to be freed with nd_machine_free(), or NULL without memory.
 */
struct nd_facts *nd_machine_read(void);
void nd_machine_free(struct nd_facts *facts);

#endif /* NESTDIAG_MACHINE_H */
