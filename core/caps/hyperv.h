/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Hypervisor interfaces found by CPUID, Hyper-V's leaves, VP assist page and enlightened VMCS.
 */
#ifndef NESTDIAG_HYPERV_H
#define NESTDIAG_HYPERV_H

#include "core/facts/facts.h"
#include "core/base/row.h"

#define ND_HV_BASE		0x40000000u
#define ND_HV_STRIDE		0x100u
#define ND_HV_MAX_BASES		4	/* 0x40000000, 0x40000100, ...: more were never seen */

#define ND_HV_NESTED_LEAF	0x4000000Au

/**
 * struct nd_signature - one hypervisor interface, by its vendor signature
 * @base:      CPUID leaf where it was found
 * @max:       highest leaf that it announces
 * @signature: EBX, ECX, EDX as text, terminated; unprintable bytes as '.'
 * @name:      name for people ("Microsoft Hyper-V"), or @signature's text in the table's absence
 * @id:        our short word ("hyperv", "kvm", "vmware", ...), "unknown" where the table has none
 */
struct nd_signature {
	u32 base;
	u32 max;
	char signature[13];
	const char *name;
	const char *id;
};

/** nd_hv_present() - CPUID.1:ECX[31], the bit that no physical processor sets */
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

/** nd_hv_evmcs_offered() - highest eVMCS version offered and recommended, 0 for none */
unsigned int nd_hv_evmcs_offered(const struct nd_cpu *cpu);

/**
 * nd_hyperv_rows() - signatures, then every Hyper-V leaf 0x40000001 to 0x4000000A decoded, other
 * leaves raw (ND_ROW_LEAF), then the VP assist page of each CPU (ND_ROW_ASSIST)
 */
void nd_hyperv_rows(const struct nd_facts *facts, const struct nd_emit *emit);

/**
 * struct nd_evmcs_field - one field of the enlightened VMCS, version 1
 * @offset:   byte offset in the page
 * @size:     bytes: 2, 4 or 8
 * @encoding: VMCS component encoding (0 is that of the VPID), ND_EVMCS_NO_ENCODING where the
 *            field is Hyper-V's own
 * @clean:    bit of hv_clean_fields that covers it, ND_EVMCS_NO_CLEAN or ND_EVMCS_ALL_CLEAN
 * @name:     TLFS's and Linux's name
 */
struct nd_evmcs_field {
	u16 offset;
	u8 size;
	u8 clean;
	u16 encoding;
	const char *name;
};

#define ND_EVMCS_NO_ENCODING	0xffff
#define ND_EVMCS_NO_CLEAN	0xff	/* always read: no bit says that it is unchanged */
#define ND_EVMCS_ALL_CLEAN	0xfe	/* TLFS names no bit: KVM clears them all to change it */

extern const struct nd_evmcs_field nd_evmcs_fields[];
extern const unsigned int nd_nr_evmcs_fields;

/**
 * nd_evmcs_state_word() - the state by one word
 *
 * Return: "unknown", "none", "off", "idle", "current", "stale", "not-ram", "fault", "moving".
 */
const char *nd_evmcs_state_word(enum nd_evmcs_state state);

/** nd_evmcs_clean_name() - name of bit @bit of hv_clean_fields, NULL where there is none */
const char *nd_evmcs_clean_name(unsigned int bit);

/** nd_evmcs_get() - value of the field with that name; the page's bytes are little-endian */
u64 nd_evmcs_get(const struct nd_evmcs *evmcs, const char *name);

/* Fields of the VP assist page that decide whether an enlightened VMCS is current. */
bool nd_assist_enlightened(const struct nd_assist *assist);
u64 nd_assist_current_vmcs(const struct nd_assist *assist);

/** nd_assist_rows() - the VP assist page of each CPU as ND_ROW_ASSIST */
void nd_assist_rows(const struct nd_facts *facts, const struct nd_emit *emit);

/** nd_assist_gpa() - address of the VP assist page from its register, 0 where it is not enabled */
u64 nd_assist_gpa(const struct nd_cpu *cpu);

/** nd_evmcs_in_use() - how many CPUs have enlightened VM entries switched on */
unsigned int nd_evmcs_in_use(const struct nd_facts *facts);

/** nd_evmcs_rows() - state of each CPU's enlightened VMCS and, where one is current, its fields */
void nd_evmcs_rows(const struct nd_facts *facts, const struct nd_emit *emit);

/**
 * nd_evmcs_judge() - what a pointer and the page behind it are, from what a door could find out
 * @assist:    the assist page
 * @is_ram:    the pointer points to memory
 * @is_free:   that page is free
 * @copied:    the page could be copied
 * @revision:  the first four bytes of the copy
 */
enum nd_evmcs_state nd_evmcs_judge(const struct nd_assist *assist, bool is_ram, bool is_free,
				   bool copied, u32 revision);

#endif /* NESTDIAG_HYPERV_H */
