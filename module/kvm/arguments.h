/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef NESTDIAG_ARGUMENTS_H
#define NESTDIAG_ARGUMENTS_H

/**
 * nd_arguments_look() - find out what kvm_exit passes: &nd_probe.arguments
 *
 * Context: the probe of kvm_exit.
 */
void nd_arguments_look(unsigned long first, unsigned long second, unsigned long third);

#endif /* NESTDIAG_ARGUMENTS_H */
