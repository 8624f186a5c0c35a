/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Which hypervisor is below, by the interfaces that CPUID shows.
 */
#ifndef NESTDIAG_HYPERVISOR_H
#define NESTDIAG_HYPERVISOR_H

#include "core/facts/facts.h"

#define ND_HV_BASE		0x40000000u
#define ND_HV_STRIDE		0x100u
#define ND_HV_MAX_BASES		4	/* 0x40000000, 0x40000100, ...: more were never seen */

#define ND_HV_NESTED_LEAF	0x4000000Au

/**
 * struct nd_signature - one hypervisor interface, by its vendor signature
 * @base:      CPUID leaf where it was found
 * @max:       highest leaf that it reports
 * @signature: EBX, ECX, EDX as text, terminated; unprintable bytes as '.'
 * @name:      name for people ("Microsoft Hyper-V"), or @signature's text in the table's absence
 * @id:        our short word ("hyperv", "kvm", "vmware", ...), "unknown" if the table has none
 */
struct nd_signature {
	u32 base;
	u32 max;
	char signature[13];
	const char *name;
	const char *id;
};

/** nd_hv_announced() - CPUID.1:ECX[31], the bit that no physical processor sets */
bool nd_hv_announced(const struct nd_cpu *cpu);

/** nd_hv_present() - this is no bare metal: that bit, or a sign of an emulator (nd_emulator()) */
bool nd_hv_present(const struct nd_cpu *cpu);

/**
 * nd_hv_signatures() - the hypervisor interfaces that CPUID shows, lowest leaf first
 * @cpu: where to look
 * @sig: room for ND_HV_MAX_BASES
 *
 * Return: their number.
 */
unsigned int nd_hv_signatures(const struct nd_cpu *cpu, struct nd_signature *sig);

/** nd_hv_is_hyperv() - the Hyper-V interface ("Hv#1" in 0x40000001 EAX) is at 0x40000000 */
bool nd_hv_is_hyperv(const struct nd_cpu *cpu);

/**
 * enum nd_partition - what this machine is to Hyper-V
 * @ND_PARTITION_GUEST:    a guest of it, or there is no Hyper-V
 * @ND_PARTITION_ISOLATED: a confidential guest
 * @ND_PARTITION_ROOT:     the root partition, which manages the others and the CPUs
 * @ND_PARTITION_L1VH:     a partition that may create others, which the hypervisor runs beside it
 */
enum nd_partition {
	ND_PARTITION_GUEST,
	ND_PARTITION_ISOLATED,
	ND_PARTITION_ROOT,
	ND_PARTITION_L1VH,
};

/** nd_hv_partition() - by the privileges that leaf 0x40000003 reports */
enum nd_partition nd_hv_partition(const struct nd_cpu *cpu);

/** nd_hv_is_pvm() - below KVM's signature, leaf 0x40000002 has that of PVM */
bool nd_hv_is_pvm(const struct nd_cpu *cpu);

/** nd_hv_evmcs_offered() - highest eVMCS version offered and recommended, 0 for none */
unsigned int nd_hv_evmcs_offered(const struct nd_cpu *cpu);

#endif /* NESTDIAG_HYPERVISOR_H */
