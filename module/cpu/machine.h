/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef NESTDIAG_MACHINE_H
#define NESTDIAG_MACHINE_H

#include "core/facts/facts.h"

/**
 * nd_machine_read() - the facts of this machine's CPUs
 *
 * Registers are those that each CPU read when it came online, so that no reader interrupts any CPU;
 * what is in memory is read now.
 *
 * Context: process context; holds off CPU hotplug.
 * Return: facts to be freed with nd_machine_free(), or NULL without memory.
 */
struct nd_facts *nd_machine_read(void);
void nd_machine_free(struct nd_facts *facts);

/**
 * nd_machine_cpu() - the registers of the CPU on which this runs
 *
 * Context: any.
 * Return: what it read when it came online; valid until nd_machine_exit().
 */
const struct nd_cpu *nd_machine_cpu(void);

/** nd_machine_init() - have each CPU read its registers, now or when it comes online */
int nd_machine_init(void);
void nd_machine_exit(void);

#endif /* NESTDIAG_MACHINE_H */
