/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Failed launches: guests that could not be entered, or were ended, with the evidence that was
 * taken at that moment.
 */
#ifndef NESTDIAG_FAILURE_H
#define NESTDIAG_FAILURE_H

#include "core/base/row.h"
#include "core/entry/vmstate.h"
#include "core/exits/account.h"

/**
 * enum nd_fail_kind - how a launch failed
 * @ND_FAIL_ENTRY:    the processor refused the guest: exit reason with bit 31, or VMEXIT_INVALID
 * @ND_FAIL_VMFAIL:   VMLAUNCH or VMRESUME failed itself: there is a VM-instruction error, no exit
 * @ND_FAIL_REFUSED:  KVM refused what a guest hypervisor asked for
 * @ND_FAIL_SHUTDOWN: a triple fault ended the guest
 * @ND_FAIL_INTERNAL: KVM gave the guest up
 * @ND_FAIL_RUN:      KVM_RUN returned an error, no exit
 */
enum nd_fail_kind {
	ND_FAIL_ENTRY,
	ND_FAIL_VMFAIL,
	ND_FAIL_REFUSED,
	ND_FAIL_SHUTDOWN,
	ND_FAIL_INTERNAL,
	ND_FAIL_RUN,
	ND_NR_FAIL_KINDS
};

/**
 * enum nd_fail_evidence - what was captured of the state that the entry worked on
 * @ND_EVIDENCE_NONE:  nothing: where such a failure shows, that state is not at hand
 * @ND_EVIDENCE_VMCS:  fields of the current VMCS
 * @ND_EVIDENCE_EVMCS: those of the current enlightened VMCS
 * @ND_EVIDENCE_OTHER: the current VMCS could not be confirmed as the one that failed
 * @ND_EVIDENCE_FAULT: it could not be read
 * @ND_EVIDENCE_RATE:  not looked at: looking has taken too much time within a second
 * @ND_EVIDENCE_LOCKDOWN: captured, but kept back
 * @ND_EVIDENCE_VMCB:  fields of the VMCB of the VMRUN that failed
 * @ND_EVIDENCE_ASKED: what KVM looked at before it refused, of a VMCS that was not entered
 * @ND_EVIDENCE_NO_MODULE: not looked at: seen from user space, without the module
 * @ND_EVIDENCE_TD:    a Trust Domain's, which the TDX module keeps from the host
 */
enum nd_fail_evidence {
	ND_EVIDENCE_NONE,
	ND_EVIDENCE_VMCS,
	ND_EVIDENCE_EVMCS,
	ND_EVIDENCE_OTHER,
	ND_EVIDENCE_FAULT,
	ND_EVIDENCE_RATE,
	ND_EVIDENCE_LOCKDOWN,
	ND_EVIDENCE_VMCB,
	ND_EVIDENCE_ASKED,
	ND_EVIDENCE_NO_MODULE,
	ND_EVIDENCE_TD,
	ND_NR_EVIDENCES
};

#define ND_MAX_FAIL_CAUSES	128
#define ND_MAX_FAILURES		(2 * ND_MAX_FAIL_CAUSES)
#define ND_FAIL_COMM		16
#define ND_FAIL_MESSAGE		256

/* What of a failure is known. */
#define ND_FAIL_HAS_VCPU	0x01
#define ND_FAIL_HAS_REASON	0x02
#define ND_FAIL_HAS_QUAL	0x04
#define ND_FAIL_HAS_ERROR	0x08

#define ND_FAIL_LEVEL_UNKNOWN	ND_NR_LEVELS	/* no table of vCPUs to tell it */

/**
 * struct nd_failure - one failed launch
 * @number:	counted from 1 since the module was loaded
 * @cause:	number of the first that has the same cause: of this one, if it is the first
 * @count:	how many have this cause
 * @time_ns:	when, on the clock that starts with the kernel
 * @kind:	how
 * @isa:	of the guest
 * @level:	the guest itself, its nested guest, or ND_FAIL_LEVEL_UNKNOWN
 * @evidence:	what @state holds, or why nothing
 * @has:	ND_FAIL_HAS_*
 * @pid:	the process
 * @tid:	its thread
 * @comm:	its name
 * @vcpu:	number of the vCPU in its VM
 * @reason:	exit reason; of the last exit where the guest was ended
 * @qual:	exit qualification
 * @error:	VM-instruction error; ND_FAIL_REFUSED: the number beside the message;
 *		ND_FAIL_INTERNAL: KVM's suberror; ND_FAIL_RUN: errno
 * @message:	KVM's, for ND_FAIL_REFUSED
 * @state:	the fields that entry checks look at
 *
 * Some 1.9 KiB: not for a kernel stack.
 */
struct nd_failure {
	u64 number;
	u64 cause;
	u64 count;
	u64 time_ns;
	enum nd_fail_kind kind;
	enum nd_isa isa;
	enum nd_acct_level level;
	enum nd_fail_evidence evidence;
	u32 has;
	u32 pid;
	u32 tid;
	char comm[ND_FAIL_COMM];
	u32 vcpu;
	u32 reason;
	u64 qual;
	u32 error;
	char message[ND_FAIL_MESSAGE];
	struct nd_vmstate state;
};

/**
 * struct nd_failures - those that are kept: of each cause the first and the latest
 * @counts:  all since counting began, by kind
 * @dropped: those among them whose cause is not listed
 * @nr:	     used entries of @list
 * @list:    by cause; each first one by number, and behind it the latest
 *
 * Some 500 KiB: only ever in memory of its own.
 */
struct nd_failures {
	u64 counts[ND_NR_FAIL_KINDS];
	u64 dropped;
	u32 nr;
	struct nd_failure list[ND_MAX_FAILURES];
};

struct nd_cpu;

/* Words of snapshots and views: "entry", ...; "vmcs", ...; NULL beyond the last. */
const char *nd_fail_kind_word(u32 kind);

/** nd_fail_level_word() - "guest", "nested", "unknown"; NULL beyond */
const char *nd_fail_level_word(u32 level);
const char *nd_fail_evidence_word(u32 evidence);

/** nd_fail_total() - all failures since counting began */
u64 nd_fail_total(const struct nd_failures *failures);

/**
 * nd_failure_who() - "qemu-system-x86[1234] vcpu 0, nested guest"
 * @failure: whose
 * @buf:     at least ND_FAIL_WHO bytes
 * @size:    size of @buf
 *
 * The process's name is cleaned: it may hold anything.
 */
#define ND_FAIL_WHO	96
const char *nd_failure_who(const struct nd_failure *failure, char *buf, size_t size);

/** nd_failure_has_state() - were fields captured? */
bool nd_failure_has_state(const struct nd_failure *failure);

/** nd_failure_suspects() - the classes of checks that may have failed the entry, see autopsy.h */
u32 nd_failure_suspects(const struct nd_failure *failure);

/**
 * nd_failure_stale() - was @field of the captured state not written by this failure?
 *
 * An exit on a failed entry writes exit reason and qualification, VMfail the VM-instruction error
 * and nothing else; the other read-only fields are what an earlier exit left.
 */
bool nd_failure_stale(const struct nd_failure *failure, unsigned int field);

/** nd_failure_what() - append to @row's words what failed, as the processor or KVM said it */
void nd_failure_what(const struct nd_failure *failure, struct nd_row *row);

/**
 * nd_failure_check() - the check that the entry most likely failed on
 * @failure: the failure
 * @cpu:     the CPU whose capability registers count, or NULL
 * @row:     its words become those of the autopsy; empty if it has nothing to say. May be NULL
 *
 * Return: id of the check, NULL if none was found.
 */
const char *nd_failure_check(const struct nd_failure *failure, const struct nd_cpu *cpu,
			     struct nd_row *row);

/**
 * nd_failure_hide() - take addresses of a kernel out of words that everybody may read
 * @words: changed in place: such numbers become as many 'x'
 */
void nd_failure_hide(char *words);

/**
 * nd_failure_withhold() - remove all registers of a guest and of its host
 * @failure: keeps how the launch failed, as the processor or KVM said it
 */
void nd_failure_withhold(struct nd_failure *failure);

#endif /* NESTDIAG_FAILURE_H */
