/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Between the two files that attach to KVM.
 */
#ifndef NESTDIAG_KVMTRACE_H
#define NESTDIAG_KVMTRACE_H

#include <nestdiag/trace.h>

/**
 * nd_kvmtrace_recorded() - an exit's reason, from the record of the trace event
 *
 * Context: the tracepoint's, after kvmtrace's own probe of the same hit.
 */
void nd_kvmtrace_recorded(u32 reason, u32 isa);

/**
 * nd_kvmrecord_start() - have the records of kvm_exit read
 *
 * Holds kvm.ko until nd_kvmrecord_stop().
 * Context: process context.
 * Return: 0, or why it cannot be.
 */
int nd_kvmrecord_start(void);
void nd_kvmrecord_stop(void);

#endif /* NESTDIAG_KVMTRACE_H */
