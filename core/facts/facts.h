/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Facts: what was read, undecoded. Filled by the module's readers on a live machine and by the
 * snapshot parser everywhere else; the rest of the core cannot tell the two apart.
 */
#ifndef NESTDIAG_FACTS_H
#define NESTDIAG_FACTS_H

#include "core/facts/value.h"
#include <nestdiag/types.h>

#define ND_MAX_CPUS	8192	/* the largest NR_CPUS of Linux on x86 */
#define ND_MAX_LEAVES	96
#define ND_MAX_PARAMS	192
#define ND_MAX_HOST	160
#define ND_MAX_STATS	65536
#define ND_PROC_VERSION	272	/* every byte escaped: still within ND_SNAPSHOT_LINE */
#define ND_ASSIST_BYTES	64	/* up to and with the fields that nesting uses */
#define ND_EVMCS_BYTES	1024	/* size of HV_VMX_ENLIGHTENED_VMCS, version 1 */
#define ND_EVMCS_REVISION	1	/* what its first four bytes say */
#define ND_EVMCS_PART	32	/* bytes of it in one record of a snapshot */
#define ND_EVMCS_ALL	0xffffffffu	/* all of its parts */

struct nd_cpuid {
	u32 leaf;
	u32 subleaf;
	u32 eax;
	u32 ebx;
	u32 ecx;
	u32 edx;
};

/**
 * struct nd_assist - the VP assist page of one CPU
 * @gpa:   its guest-physical address from the MSR, 0 if it is not enabled
 * @state: ND_OK, ND_FAULT (mapped, but could not be copied), ND_ABSENT (the kernel has none)
 * @bytes: its first bytes as they were
 */
struct nd_assist {
	u64 gpa;
	enum nd_state state;
	u8 bytes[ND_ASSIST_BYTES];
};

/**
 * enum nd_evmcs_state - what was found where the assist page points
 * @ND_EVMCS_UNKNOWN: nobody looked
 * @ND_EVMCS_NONE:    no assist page, so no enlightened VMCS
 * @ND_EVMCS_OFF:     the page says that VM entries are not enlightened
 * @ND_EVMCS_IDLE:    enlightened, but no VMCS is current
 * @ND_EVMCS_CURRENT: a live enlightened VMCS, copied
 * @ND_EVMCS_STALE:   the pointer is left over: the page is free or holds something else
 * @ND_EVMCS_NOT_RAM: the pointer does not point to RAM
 * @ND_EVMCS_FAULT:   the memory could not be copied
 * @ND_EVMCS_MOVING:  the pointer changed on every attempt to read it
 * @ND_EVMCS_LOCKDOWN: a live one, whose fields are kept back
 */
enum nd_evmcs_state {
	ND_EVMCS_UNKNOWN,
	ND_EVMCS_NONE,
	ND_EVMCS_OFF,
	ND_EVMCS_IDLE,
	ND_EVMCS_CURRENT,
	ND_EVMCS_STALE,
	ND_EVMCS_NOT_RAM,
	ND_EVMCS_FAULT,
	ND_EVMCS_MOVING,
	ND_EVMCS_LOCKDOWN,
	ND_NR_EVMCS_STATES
};

/**
 * struct nd_evmcs - the current enlightened VMCS of one CPU
 * @gpa:   its guest-physical address
 * @state: what was found there
 * @parts: a bit for each ND_EVMCS_PART of @bytes that is known
 * @bytes: the copy
 */
struct nd_evmcs {
	u64 gpa;
	enum nd_evmcs_state state;
	u32 parts;
	u8 bytes[ND_EVMCS_BYTES];
};

/**
 * struct nd_cpu - all that is known of one logical CPU
 * @id:		Linux's number of it
 * @has_ident:	@vendor to @microcode are filled
 * @vendor:	CPUID's vendor string
 * @family:	display family
 * @model:	display model
 * @stepping:	stepping
 * @microcode:	revision, 0 if unknown
 * @regs:	registers, by enum nd_reg
 * @nr_cpuid:	used entries of @cpuid
 * @cpuid:	leaves, in the order read
 * @assist:	VP assist page
 * @evmcs:	current enlightened VMCS
 */
struct nd_cpu {
	u32 id;
	bool has_ident;
	char vendor[13];
	u32 family;
	u32 model;
	u32 stepping;
	u32 microcode;
	struct nd_value regs[ND_NR_REGS];
	u32 nr_cpuid;
	struct nd_cpuid cpuid[ND_MAX_LEAVES];
	struct nd_assist assist;
	struct nd_evmcs evmcs;
};

struct nd_trace;
struct nd_failures;
struct nd_recorder;

struct nd_param {
	char module[24];
	char name[48];
	char value[96];
};

/**
 * struct nd_cost - cost of CPUID, which exits under any hypervisor that uses VMX
 * @samples: how many were measured, 0 for none
 * @min:     ticks of the TSC for the cheapest
 * @median:  ticks of the TSC
 * @tsc_khz: ticks per millisecond, 0 if unknown
 */
struct nd_cost {
	u32 samples;
	u64 min;
	u64 median;
	u32 tsc_khz;
};

/**
 * struct nd_host - a fact of the host around KVM, from /proc or /sys
 * @key:   its name; the reference of the keys is in snapshot.h
 * @value: "absent" if the host has no such thing, "unreadable" if it could not be read
 */
struct nd_host {
	char key[52];
	char value[96];	/* with the key, every byte escaped: still within ND_SNAPSHOT_LINE */
};

#define ND_STAT_SUM	0xffffffffu	/* instead of a process: the sum over all VMs */
#define ND_STAT_VM	0xffffffffu	/* instead of a vCPU: the VM as a whole */

/**
 * struct nd_stat - one of KVM's own statistics, as its debugfs has them
 * @pid:   process of the VM, ND_STAT_SUM for all VMs that exist
 * @fd:    what tells the VMs of one process apart; 0 with ND_STAT_SUM
 * @vcpu:  number of the vCPU, ND_STAT_VM for all vCPUs of the VM together
 * @name:  KVM's name of it
 * @value: how many, how much or how long
 */
struct nd_stat {
	u32 pid;
	u32 fd;
	u32 vcpu;
	char name[36];
	u64 value;
};

/* Chassis asset tag by which Azure marks its machines; cloud-init goes by it. */
#define ND_AZURE_ASSET	"7783-7084-3265-9085-8269-3286-77"

/**
 * struct nd_taken - by what and when facts were read
 * @time:     UTC as 2026-11-28T19:20:00Z, empty if unknown
 * @tool:     version of the tool
 * @hostname: of the machine; empty if it was left out
 */
struct nd_taken {
	char time[24];
	char tool[24];
	char hostname[72];
};

/**
 * struct nd_facts - one machine at one moment
 * @taken:	by what and when they were read; only user space knows
 * @release:	uname -r, empty if unknown
 * @machine:	uname -m
 * @proc_version: /proc/version: who built the kernel, and of some distributions the package's
 *		version; empty if unknown
 * @guest_type:	the hypervisor that Linux believes to run under, by its own word ("kvm",
 *		"ms-hyperv", "none", ...), empty if unknown
 * @hv_support:	the kernel was built with Hyper-V guest support: "yes", "no", or empty
 * @module_version: version of the module that read the facts, empty if none did: then what only
 *		ring 0 can read is missing
 * @cpus:	the CPUs in the order in which they were read; memory of the caller
 * @nr_cpus:	used entries of @cpus
 * @max_cpus:	entries that @cpus has room for
 * @last_cpu:	index of the CPU last asked for: records come grouped by CPU
 * @offer:	what KVM here gives to hypervisors in its guests, as registers and leaves of such a
 *		guest's CPU; without any if nobody asked /dev/kvm
 * @params:	module parameters; memory of the caller, NULL in the module
 * @nr_params:	used entries of @params
 * @max_params:	entries that @params has room for
 * @host:	facts of the host around KVM; memory of the caller, NULL in the module
 * @nr_host:	used entries of @host
 * @max_host:	entries that @host has room for
 * @stats:	KVM's own statistics, VM by VM; memory of the caller, NULL in the module
 * @nr_stats:	used entries of @stats
 * @max_stats:	entries that @stats has room for
 * @cost:	of CPUID on one CPU with interrupts off, measured only on request
 * @trace:	what the exit accounting found, NULL if nothing was recorded; memory of the caller
 * @failures:	failed launches, NULL if nobody recorded them; memory of the caller
 * @recorder:	last exits of vCPUs, NULL if nobody asked for them; memory of the caller
 */
struct nd_facts {
	struct nd_taken taken;
	char release[72];
	char machine[24];
	char proc_version[ND_PROC_VERSION];
	char guest_type[24];
	char hv_support[8];
	char module_version[24];
	struct nd_cpu *cpus;
	u32 nr_cpus;
	u32 max_cpus;
	u32 last_cpu;
	struct nd_cpu offer;
	struct nd_param *params;
	u32 nr_params;
	u32 max_params;
	struct nd_host *host;
	u32 nr_host;
	u32 max_host;
	struct nd_stat *stats;
	u32 nr_stats;
	u32 max_stats;
	struct nd_cost cost;
	struct nd_trace *trace;
	struct nd_failures *failures;
	struct nd_recorder *recorder;
};

/** nd_cpu_leaf() - the leaf as recorded, NULL if it was not */
const struct nd_cpuid *nd_cpu_leaf(const struct nd_cpu *cpu, u32 leaf, u32 subleaf);

/** nd_facts_ring0() - were the facts read in ring 0, by the module? */
static inline bool nd_facts_ring0(const struct nd_facts *facts)
{
	return facts->module_version[0] != '\0';
}

/** nd_facts_cpu() - the CPU with number @id, added if there is none yet; NULL: no room */
struct nd_cpu *nd_facts_cpu(struct nd_facts *facts, u32 id);

/** nd_facts_first() - the CPU to speak for all: the first with register or CPUID facts, or NULL */
const struct nd_cpu *nd_facts_first(const struct nd_facts *facts);

/** nd_facts_offered() - is it recorded what KVM gives to hypervisors in its guests? */
bool nd_facts_offered(const struct nd_facts *facts);

/** nd_facts_param() - value of a module parameter, NULL if it is not recorded */
const char *nd_facts_param(const struct nd_facts *facts, const char *module, const char *name);

/** nd_param_is() - the parameter is recorded, and on or off by nd_flag_is() */
bool nd_param_is(const struct nd_facts *facts, const char *module, const char *name, bool on);

/** nd_facts_host() - value of a fact of the host, NULL if it is not recorded */
const char *nd_facts_host(const struct nd_facts *facts, const char *key);

/** nd_host_has() - the list that is the value of @key has @word; false also if not recorded */
bool nd_host_has(const struct nd_facts *facts, const char *key, const char *word);

/**
 * nd_host_number() - the decimal number that is the first word of the value of @key, false if none
 */
bool nd_host_number(const struct nd_facts *facts, const char *key, u64 *number);

/** nd_facts_stat() - one of KVM's statistics, of all VMs together; false if it is not recorded */
bool nd_facts_stat(const struct nd_facts *facts, const char *name, u64 *value);

#define ND_KERNEL(a, b, c)	((a) << 16 | (b) << 8 | (c))

/** nd_kernel_version() - ND_KERNEL() of the release; 0 if it is not known. 255 is the most */
u32 nd_kernel_version(const struct nd_facts *facts);

/** nd_facts_reg_differs() - is this register not the same on every CPU that has a record of it? */
bool nd_facts_reg_differs(const struct nd_facts *facts, enum nd_reg reg);

#endif /* NESTDIAG_FACTS_H */
