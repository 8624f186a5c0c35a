/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef NESTDIAG_REPORT_H
#define NESTDIAG_REPORT_H

#include "core/facts/facts.h"

/**
 * nd_report_read() - read all that the module knows: CPUs, exit accounting, failed launches
 *
 * Context: as nd_machine_read().
 * Return: facts to be freed with nd_report_free(), or NULL without memory.
 */
struct nd_facts *nd_report_read(void);
void nd_report_free(struct nd_facts *facts);

#endif /* NESTDIAG_REPORT_H */
