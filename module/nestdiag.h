/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What the files of the module offer each other.
 */
#ifndef NESTDIAG_MODULE_H
#define NESTDIAG_MODULE_H

#include "core/facts/facts.h"
#include "core/entry/failure.h"
#include "core/exits/trace.h"

/**
 * nd_gather() - read this machine's facts through all doors
 * @with_trace: the exit accounting as well
 *
 * Context: process context; holds off CPU hotplug and interrupts each online CPU a few times.
 * Return: facts to be freed with nd_gather_free(), or NULL without memory.
 */
struct nd_facts *nd_gather(bool with_trace);
void nd_gather_free(struct nd_facts *facts);

/**
 * nd_msr_read() - read CPUID and registers of the CPU @cpu->id into @cpu
 *
 * Context: process context, CPU hotplug held off. What could not be read stays ND_UNKNOWN.
 */
void nd_msr_read(struct nd_cpu *cpu);

/**
 * nd_hyperv_read() - read VP assist page and current enlightened VMCS of the CPU @cpu->id
 *
 * Context: as nd_msr_read(), and after it.
 */
void nd_hyperv_read(struct nd_cpu *cpu);

/** nd_hyperv_platform() - what Linux takes itself for: &nd_facts.guest_type and .hv_support */
void nd_hyperv_platform(struct nd_facts *facts);

/**
 * nd_price_measure() - what CPUID costs here, if the parameter "price" asks for it; once
 *
 * Context: process context. Interrupts are off for a few hundred times that price.
 */
void nd_price_measure(void);

/** nd_price_read() - what was measured; no samples where nobody asked */
void nd_price_read(struct nd_price *price);

/*
 * Exit accounting. Reading takes a copy, to be freed; NULL without memory. A reset forgets counts,
 * detaching also what was found out about the KVM that is loaded.
 */
int nd_kvmtrace_init(void);
void nd_kvmtrace_exit(void);
void nd_kvmtrace_attach(bool wanted);
void nd_kvmprobe_reset(void);
struct nd_trace *nd_kvmtrace_read(void);
void nd_kvmtrace_read_free(struct nd_trace *trace);

/* Failed launches: a copy of what is kept, to be freed with kvfree(); how many there were. */
struct nd_failures *nd_kvmfail_read(void);
u64 nd_kvmfail_total(void);
void nd_kvmfail_reset(void);

/* A missing debugfs is no reason to fail, so it does not even say so. */
void nd_debugfs_init(void);
void nd_debugfs_exit(void);

int nd_sysfs_init(void);
void nd_sysfs_exit(void);

#endif /* NESTDIAG_MODULE_H */
