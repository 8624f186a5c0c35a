/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef NESTDIAG_MODULE_RECORD_H
#define NESTDIAG_MODULE_RECORD_H

/**
 * nd_record_start() - have the records of kvm_exit read, and nd_slow_recorded() called with each
 *
 * Holds kvm.ko until nd_record_stop().
 * Context: process context.
 * Return: 0, or why it cannot be.
 */
int nd_record_start(void);
void nd_record_stop(void);

#endif /* NESTDIAG_MODULE_RECORD_H */
